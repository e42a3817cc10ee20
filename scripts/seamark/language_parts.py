"""One language as a part of its own: built on any machine, joined with the others on another.

A part is the folder that MkDocs made and a file that says which language it is, what it was made from, and what its
bytes are. Parts of another commit, day or state of the files are refused, and so is one that arrived damaged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from .built_from import Origin, digest_of_folder

LABEL = "part.json"


class PartProblem(Exception):
    """Raised when a folder is no whole part; the text says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A built language. `clean` says that nothing in it was taken from an earlier build."""

    folder: Path
    language: str
    origin: Origin
    clean: bool


def label(folder: Path, language: str, origin: Origin, *, clean: bool) -> None:
    """Write into the folder of a built language what it is."""
    content = {"language": language, **asdict(origin), "clean": clean, "files": digest_of_folder(folder, [LABEL])}
    (folder / LABEL).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", "utf-8")


def read(folder: Path) -> Part:
    """Read a part. Raises `PartProblem` when it is none, or not as it was built."""
    try:
        content = json.loads((folder / LABEL).read_text("utf-8"))
        origin = Origin(commit=content["commit"], day=content["day"], inputs=content["inputs"])
        part = Part(folder=folder, language=content["language"], origin=origin, clean=content["clean"] is True)
        files = content["files"]
    except (OSError, ValueError, KeyError, TypeError):
        raise PartProblem(f"{folder}: this is no built language; build one with: make site ONLY=uk") from None
    if files != digest_of_folder(folder, [LABEL]):
        raise PartProblem(f"{folder}: the files are not those that were built; copy the folder again, or build it again")
    return part


def refusals(parts: Sequence[Part], languages: Iterable[str], here: Origin) -> list[str]:
    """Return why parts cannot become the site of these languages; `here` is what this machine's own build is made from."""
    said: list[str] = []
    for part in parts:
        if different := part.origin.differences(here):
            said.append(f'{part.folder}: "{part.language}" was built from something else: {", ".join(different)}; build it again')
    wanted, found = list(languages), [part.language for part in parts]
    said += [f'the language "{name}" is missing; build it with: make site ONLY={name}' for name in wanted if name not in found]
    said += [f'"{name}" is no language of data/site.yml; leave this part out' for name in sorted(set(found) - set(wanted))]
    said += [
        f'the language "{name}" is there twice; name each part once' for name in sorted({n for n in found if found.count(n) > 1})
    ]
    return said
