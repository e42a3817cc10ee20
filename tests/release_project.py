"""A small released project for tests: the data and pages of `built_pages`, committed, recorded as built, and packed."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import tarfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from built_data import make_data
from built_pages import write_pages

from seamark.built_from import digest_of_folder, origin
from seamark.finishing import RECORD
from seamark.release import archive, files
from seamark.release.making import Release, make

DAY = date(2026, 11, 22)
VERSION = "0.2.0"
ARCHIVE = "seamark-0.2.0-preview.tar.gz"
PAGE = "site/uk/help/ee/index.html"
REQUIREMENTS = """\
jinja2==3.1.6 \\
    --hash=sha256:00
    # via
    #   -r requirements.in
    #   mkdocs
markupsafe==3.0.4 \\
    --hash=sha256:01
    # via jinja2
mkdocs==1.6.1 \\
    --hash=sha256:02
    # via -r requirements.in
"""
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *arguments: str) -> None:
    """Run git in a project; a commit always bears the same time."""
    when = {"GIT_COMMITTER_DATE": "2026-11-22T10:00:00+02:00", "GIT_AUTHOR_DATE": "2026-11-22T10:00:00+02:00"}
    subprocess.run([*GIT, *arguments], cwd=root, check=True, capture_output=True, env={**os.environ, **when})


def project(root: Path) -> Path:
    """Make the project in a folder, commit it, and put its proved site beside it."""
    data = make_data(root)
    (root / "requirements.txt").write_text(REQUIREMENTS, "utf-8")
    (root / ".gitignore").write_text("/site/\n/.build/\n/release/\n", "utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    write_pages(data, root / "site")
    record(root)
    return root


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "A state")


def record(root: Path, **changes: Any) -> None:
    """Write the record that a build leaves, with changes."""
    content = {**asdict(origin(root, DAY)), "clean": True, "hidden": False, "site": digest_of_folder(root / "site"), **changes}
    (root / RECORD).parent.mkdir(exist_ok=True)
    (root / RECORD).write_text(json.dumps(content), "utf-8")


def released(root: Path) -> Path:
    """Make the project and its release; return the folder of the release."""
    assert isinstance(make(project(root), root / "site", VERSION, root / "release"), Release)
    return root / "release"


# --- planting faults in a release ------------------------------------------------------------------------------


def resum(folder: Path) -> None:
    """Make SHA256SUMS fit the files again, as whoever changed them would."""
    contents = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != files.SUMS}
    (folder / files.SUMS).write_text(files.sums_text(contents), "utf-8")


def change_manifest(folder: Path, **changes: Any) -> None:
    """Change fields of the manifest."""
    path = folder / files.MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def repack(folder: Path, tar: bytes) -> None:
    """Put another tar into the archive, and its sum into the manifest."""
    (folder / ARCHIVE).write_bytes(archive.compress(tar))
    change_manifest(folder, tar_sha256=files.digest(tar))


def members(folder: Path) -> dict[str, bytes]:
    """Return the files of the site in the archive."""
    return archive.files_of(gzip.decompress((folder / ARCHIVE).read_bytes()))


def with_entry(folder: Path, entry: tarfile.TarInfo, content: bytes = b"") -> None:
    """Add an entry to the archive, whatever it is."""
    packed = io.BytesIO(gzip.decompress((folder / ARCHIVE).read_bytes()))
    with tarfile.open(fileobj=packed, mode="a") as tar:
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
    repack(folder, packed.getvalue())


def change_page(folder: Path, name: str, old: str, new: str) -> None:
    """Change a page in the archive."""
    site = members(folder)
    text = site[name].decode()
    assert old in text
    repack(folder, archive.tar_of({**site, name: text.replace(old, new).encode()}, 0))


def copy(release: Path, folder: Path) -> Path:
    """Copy a release, to change it."""
    return Path(shutil.copytree(release, folder))
