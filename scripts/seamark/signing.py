"""Sign-off: a native reader says of single translations that they read them and that they are right.

It goes through files, so that reading can happen anywhere: `reading_list` writes the translations to be read with
an empty box before each; the reader puts an x into the boxes of those that are right; `signed` takes the list back
and signs these, each only if English text and translation are still what stood on the list.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from .loading import Data
from .problems import Place, Problem, did_you_mean
from .translations import ROLES, Catalogue, SignOff, Unit, fingerprint, units
from .yamltext import Text

HEAD = """Translations into {language} to be read by somebody who speaks it as a native.
Put an x into the box of each one that is right: [x]. Leave the box of any other empty, or delete the entry.
Change no text here: correct it in the catalogue, and it will be on the next list.
"""
BOX = re.compile(r"\[([ xX])\] (\S+) ([0-9a-f]{16})")


def signoff_file(language: str) -> Path:
    """Return the path of a language's sign-offs below the project's root."""
    return Path("locale") / "signoff" / f"{language}.yml"


def units_of(data: Data, area: str | None) -> list[Unit]:
    """Return the units of an area: a file ("pages/signs"), a folder ("pages"), or all without one.

    Raises `KeyError` with advice for an area that has no units.
    """
    found = [unit for unit in units(data) if area in (None, unit.id, *_areas(unit.id))]
    if not found:
        raise KeyError(did_you_mean(str(area), {name for unit in units(data) for name in _areas(unit.id)}))
    return found


def reading_list(data: Data, catalogue: Catalogue, area: str | None = None) -> str:
    """Return the list of what can be signed: translations that are there, up to date and not signed yet."""
    lines = [HEAD.format(language=catalogue.language)]
    for unit in units_of(data, area):
        if catalogue.status(unit.id, unit.text) == "machine":
            text = catalogue.entries[unit.id].text
            lines.append(f"[ ] {unit.id} {fingerprint(unit.text, text)}\n    en: {unit.text}\n    {catalogue.language}: {text}\n")
    return "\n".join(lines)


def signed(
    data: Data, catalogue: Catalogue, reading: str, path: str, role: str, today: str
) -> tuple[dict[str, SignOff], list[Problem]]:
    """Return all sign-offs of a language after a list was read, by unit in the order of the data, and what is wrong.

    `reading` is the text of the list, `path` its name for messages, `role` one of `ROLES`, `today` the day
    (YYYY-MM-DD). Sign-offs that an edit has voided are left out. Nothing may be written when there are problems.
    """
    known = {unit.id: unit for unit in units(data)}
    problems = [] if role in ROLES else [Problem(place=Place(path), rule="sign-off", message=_ROLE.format(role), fix=_ROLES)]
    kept = {name: item for name, item in catalogue.signoffs.items() if _stands(catalogue, known.get(name))}
    new: dict[str, SignOff] = {}
    for line, name, mark in _ticked(reading):
        problem = _refusal(catalogue, known.get(name), mark)
        if problem:
            problems.append(Problem(place=Place(path, line), rule="sign-off", message=f"{name} {problem[0]}", fix=problem[1]))
        elif name not in kept:
            new[name] = SignOff(text=Text(mark), on=Text(today), by_role=Text(role))
    if not new and not problems:
        message, fix = "no box on the list is ticked, or all of them are signed already", "put an x into a box: [x]"
        problems.append(Problem(place=Place(path), rule="sign-off", message=message, fix=fix))
    return {name: item for name in known if (item := kept.get(name) or new.get(name))}, problems


def signoff_text(signoffs: Mapping[str, SignOff]) -> str:
    """Return the text of a file of sign-offs."""
    rows = {name: {field: str(getattr(item, field)) for field in ("text", "on", "by_role")} for name, item in signoffs.items()}
    dumped: str = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, default_style='"', default_flow_style=None, width=200)
    return dumped


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is never there in part: beside it first, then in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)


_ROLE = 'the role is one of a short list, not "{}": names of persons are never written down'
_ROLES = f"write one of {', '.join(ROLES)}"


def _areas(unit_id: str) -> tuple[str, str]:
    file = unit_id.partition("#")[0]
    return file, file.partition("/")[0]


def _ticked(reading: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, unit and fingerprint of each ticked box."""
    for number, line in enumerate(reading.splitlines(), start=1):
        if (box := BOX.fullmatch(line.strip())) and box[1] != " ":
            yield number, box[2], box[3]


def _refusal(catalogue: Catalogue, unit: Unit | None, mark: str) -> tuple[str, str] | None:
    """Return why a unit cannot be signed, with advice; None when it can."""
    if unit is None:
        return "is no text of this project", "make a new list"
    status = catalogue.status(unit.id, unit.text)
    if status == "missing":
        return "is not translated", "translate it first"
    if status == "stale":
        return "was translated from another English text, or is marked as needing work", "bring the translation up to date first"
    if fingerprint(unit.text, catalogue.entries[unit.id].text) != mark:
        return "is not the text any more that stood on the list", "make a new list and read it again"
    return None


def _stands(catalogue: Catalogue, unit: Unit | None) -> bool:
    return unit is not None and catalogue.status(unit.id, unit.text) == "reviewed"
