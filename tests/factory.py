"""Small projects for tests: a correct one, and copies of it in which one thing is changed.

A text of a change may hold the mark "§", which is taken out: it stands where a problem is expected.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

GOOD = Path(__file__).parent / "good"
TODAY = date(2026, 11, 22)
MARK = "§"


@dataclass(frozen=True)
class Edit:
    """A change of one file: `old`, which stands there once, becomes `new`.

    Without `old` the file is made; without `new` it is taken away.
    """

    path: str
    old: str | None
    new: str | None


def project(folder: Path, edits: Iterable[Edit] = ()) -> set[str]:
    """Copy the correct project into a folder, change it, and return the marked places ("path:line:column")."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    paths = {edit.path for edit in edits}
    for edit in edits:
        path = folder / edit.path
        if edit.new is None:
            path.unlink()
        elif edit.old is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(edit.new, "utf-8")
        else:
            text = path.read_text("utf-8")
            assert text.count(edit.old) == 1, f"{edit.old!r} stands {text.count(edit.old)} times in {edit.path}"
            path.write_text(text.replace(edit.old, edit.new), "utf-8")
    return {place for path in paths if (folder / path).exists() for place in _unmark(folder, path)}


def _unmark(folder: Path, name: str) -> Iterable[str]:
    """Take the marks out of a file and yield their places."""
    text = (folder / name).read_text("utf-8")
    while MARK in text:
        before, _, after = text.partition(MARK)
        yield f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
        text = before + after
    (folder / name).write_text(text, "utf-8")
