"""The last steps of a build, on one machine or many: join the languages, add what belongs to all, prove, put in place.

A record beside the site says what it was made from. It is written after the proof only, and it names the very bytes
that were proved: a release asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import assembling, building, exports, headers, status
from .built_from import Origin, digest_of_folder
from .built_site import examine
from .problems import Problem
from .rendering import Renderer

RECORD = Path(".build") / "built.json"


@dataclass(frozen=True, kw_only=True)
class Finished:
    """What became of the parts: the problems of the proof, without any the site is in its place; the number of pages."""

    problems: list[Problem]
    pages: int


def finish(
    renderer: Renderer,
    parts: Mapping[str, Path],
    site: Path,
    origin: Origin,
    *,
    clean: bool,
    hidden: bool = False,
    keep_parts: bool = False,
) -> Finished:
    """Make the site of the built languages, prove it and put it in the place of `site`.

    `parts` gives the folder of each language of the site, in its order. `origin` and `clean` (nothing was taken from
    an earlier build) go into the record; `hidden` asks search engines to leave the whole site alone; without
    `keep_parts` the folders of the parts are used up.
    Raises `OSError` when a part lacks a file or the site cannot be put in place; `site` is as it was then.
    """
    data, languages = renderer.data, list(parts)
    new = data.root / ".build" / "site"
    record = data.root / RECORD
    record.unlink(missing_ok=True)
    assembling.join(parts, new, building.assets(data.root), keep_parts=keep_parts)
    exports.write(new / exports.FOLDER, exports.export(data, renderer.as_of))
    (new / assembling.SITEMAP).write_text(assembling.sitemap_index(str(data.site.url), languages), "utf-8")
    status.write(new, data)
    headers.write(new, [renderer.prefix(language) for language in languages], data.site.stage == "preview", hidden)
    proof = examine(new, data)
    if not proof.problems:
        proved = digest_of_folder(new)
        assembling.swap(new, site)
        record.write_text(_dump({**asdict(origin), "clean": clean, "hidden": hidden, "site": proved}), "utf-8")
    return Finished(problems=proof.problems, pages=proof.pages)


def recorded(root: Path) -> dict[str, Any]:
    """Return the record of the last build; {} when there is none or it cannot be read."""
    try:
        read = json.loads((root / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _dump(content: object) -> str:
    return json.dumps(content, indent=1, sort_keys=True) + "\n"
