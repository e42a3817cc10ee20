"""Making a release: the proved site of a clean commit, packed, listed and summed, so that anybody can check it."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import assembling
from ..built_from import digest_of_folder, origin
from ..built_site import examine
from ..finishing import recorded
from ..folders import files_below
from ..loading import Data, load
from . import archive, files, repository
from .manifest import manifest
from .sbom import pins, sbom
from .since import changes_text

VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class ReleaseProblem(Exception):
    """Raised when there can be no release; the text says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """What was made: its stage, the tag with which it was compared ("" for none), what the change gate refuses in it."""

    stage: str
    since: str
    refused: int
    names: tuple[str, ...]


def make(root: Path, site: Path, version: str, out: Path) -> Release:
    """Write the release of a built site into the folder `out`, which is replaced in one step.

    Raises `ReleaseProblem` when the version is none or was released, when something is not committed, or when `site`
    is not the proved and clean build of this very commit; `RepositoryProblem` when git cannot tell.
    """
    data = _refuse(root, site, version)
    made_from = origin(root, date.fromisoformat(recorded(root)["day"]))
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or repository.commit_time(root))
    since = repository.last_tag(root, but=f"v{version}")
    changes, refused = changes_text(root, data, since, version)
    packages = pins((root / "requirements.txt").read_text("utf-8"))
    published = {name: (site / name).read_bytes() for name in files_below(site)}
    tar = archive.tar_of(published, seconds)
    stage = str(data.site.stage)
    told = manifest(data, made_from, version, published, {pin.name: pin.version for pin in packages})
    contents = {
        files.archive_name(version, stage): archive.compress(tar),
        files.MANIFEST: _json({**told, "since": since or None, "tar_sha256": files.digest(tar)}),
        files.CHANGES: changes.encode(),
        files.SBOM: sbom(packages, str(data.site.name), version, made_from.commit, seconds).encode(),
    }
    contents[files.SUMS] = files.sums_text(contents).encode()
    _write(root / ".build" / "release", contents)
    assembling.swap(root / ".build" / "release", out)
    return Release(stage=stage, since=since, refused=refused, names=tuple(sorted(contents)))


def _refuse(root: Path, site: Path, version: str) -> Data:
    """Return the data when nothing speaks against a release. Raises `ReleaseProblem`."""
    if not VERSION.fullmatch(version):
        raise ReleaseProblem(f'"{version}" is no version; type three numbers, such as: make release VERSION=0.2.0')
    if dirty := repository.uncommitted(root):
        raise ReleaseProblem(f"{len(dirty)} files are not committed, such as {dirty[0]}; commit them or put them back (git status)")
    record = recorded(root)
    if not record:
        raise ReleaseProblem("no proved site was built here; run: make site")
    here = origin(root, date.fromisoformat(record["day"]))
    if not here.commit:
        raise ReleaseProblem("this folder is not the top of a git repository; make a release in a clone of the project")
    if (tagged := repository.commit_of(root, f"v{version}")) and tagged != here.commit:
        raise ReleaseProblem(f"v{version} was released from another commit; choose the next version")
    if (record["commit"], record["inputs"]) != (here.commit, here.inputs):
        raise ReleaseProblem("the site was built from another commit or other files; build it again: make site")
    if not record["clean"]:
        raise ReleaseProblem("the site was built with parts of an earlier build; a release is built clean: make clean site")
    if record["hidden"]:
        raise ReleaseProblem(
            "the site was built to be hidden from search engines, as for a pull request; build it again: make site"
        )
    if not site.is_dir() or digest_of_folder(site) != record["site"]:
        raise ReleaseProblem(f"{site.name}/ is not the site that was proved: it was changed since; build it again: make site")
    data, problems = load(root)
    if data is None or problems:
        raise ReleaseProblem("the data cannot be read; run: make check")
    if found := examine(site, data).problems:
        raise ReleaseProblem(f"{found[0]}\n{len(found)} places of the site do not say what the data say; run: make site")
    return data


def _write(folder: Path, contents: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
