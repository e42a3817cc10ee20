"""What a planted fault is: a change of the real files, the one rule that must catch it, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polib

MARK = "§"  # stands in a new text where the problem is expected, and is taken out


@dataclass(frozen=True)
class Change:
    """A change of one file: `old`, which stands there once, becomes `new`.

    Without `old` the file is made, without `new` it is taken away. With `unit` the file is a catalogue, and only
    the translation of that unit is changed: a problem in it is told where its entry begins. With `like` the file is
    made as a copy of that one, in which `old` becomes `new` wherever it stands.
    """

    path: str
    old: str | None
    new: str | None
    unit: str = ""
    like: str = ""

    def apply(self, text: str) -> tuple[str, set[str]]:
        """Return the changed text of the file, and the marked places in it as "path:line:column"."""
        if self.unit:
            return self._translated(text)
        old, new = self.old or "", self.new or ""
        before, _, after = text.partition(once(old, text, self.path)) if old else ("", "", "")
        places = set()
        while MARK in new:
            left, _, right = new.partition(MARK)
            places.add(self._place(before + left))
            new = left + right
        return before + new + after, places

    def _translated(self, text: str) -> tuple[str, set[str]]:
        start = text.index(once(f'msgctxt "{self.unit}"\n', text, self.path))
        end = text.find("\n\n", start) if "\n\n" in text[start:] else len(text)
        entry = text[start:end]
        head, _, written = entry.partition("\nmsgstr ")
        said = polib.unescape("".join(re.findall(r'^"(.*)"$', written, re.MULTILINE)))
        said = said.replace(once(self.old, said, self.unit), self.new or "") if self.old else self.new or ""
        place = self._place(text[: text.rfind("\n\n", 0, start) + 2])
        return f'{text[:start]}{head}\nmsgstr "{polib.escape(said)}"{text[end:]}', {place}

    def _place(self, before: str) -> str:
        return f"{self.path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@dataclass(frozen=True)
class Fault:
    """A small mistake that people make: `rule` alone must catch it.

    Where it must be caught is marked in the changes, or told by `at`: places, or paths of built pages. For a
    change of a template, `page` is the page (its path in docs/ without .md) that is then built again.
    """

    rule: str
    name: str
    changes: tuple[Change, ...]
    at: tuple[str, ...] = ()
    page: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


def once(old: str, text: str, where: str) -> str:
    """Return `old` if it stands exactly once in a text. Raises `ValueError` otherwise: the fault needs a new home."""
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {where}")
    return old


def fault(rule: str, name: str, path: str, old: str | None, new: str | None, *more: Change, at: tuple[str, ...] = ()) -> Fault:
    """Return a fault in `data/`, `docs/` or `locale/`: in `path`, `old` becomes `new`, with `more` changes."""
    return Fault(rule, name, (Change(path, old, new), *more), at=at)


def translation(rule: str, name: str, path: str, unit: str, old: str | None, new: str) -> Fault:
    """Return a fault in a catalogue ("uk/pages"): in a unit's translation `old`, or all of it, becomes `new`."""
    return Fault(rule, name, (Change(f"locale/{path}.po", old, new, unit=unit),))


def on_page(rule: str, name: str, page: str, old: str | None, new: str | None, *more: Change, at: tuple[str, ...] = ()) -> Fault:
    """Return a fault in a file of the built site, caught in that file or `at` others."""
    return Fault(rule, name, (Change(page, old, new), *more), at=at or (page,))


def in_template(rule: str, name: str, path: str, old: str, new: str, *, page: str, at: str = "") -> Fault:
    """Return a fault in `overrides/` or `docs/`, caught on the built `page`."""
    return Fault(rule, name, (Change(path, old, new),), at=(at,) if at else (), page=page)
