"""Where faults in `data/`, `docs/` and `locale/` are planted: a copy of the real files, read and checked again and again.

What a fault does not touch is read only once; everything goes through the real `load` and `check`.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

from seamark import loading
from seamark.changes import compare
from seamark.checks import check, rules_by_name, survey
from seamark.loading import Data
from seamark.problems import Problem
from seamark.translations import Catalogue

from .fault import Change, Fault

READ_BY_CHECKS = ("data", "docs", "locale")
# What reading itself tells, which cannot be switched off: what could not be read has not been checked.
RULES_OF_LOADING = ("yaml", "unknown-field", "missing-field", "shape", "stray-file")
# Rules for which no fault can be planted in the real data, with the reason.
EXCEPTIONS = {
    "public-addresses-are-real": "asks for a public site, in which somebody has confirmed a line of each country; "
    "nobody has done so yet, and we invent no confirmation. Its case stands in tests/check_cases/site.py.",
}
# Rules that look at translations and at nothing else. They are the slow ones, and what they find
# cannot change when neither a catalogue nor the list of languages does.
RULES_OF_CATALOGUES = (
    "translations-keep-the-placeholders",
    "translations-keep-the-marks",
    "translations-add-no-facts",
    "translations-use-their-own-letters",
    "translations-drop-no-sentence",
    "concepts-are-called-by-their-terms",
    "deprecated-terms-are-not-used",
    "nothing-is-left-in-english",
)


@contextmanager
def planted(root: Path, changes: Iterable[Change]) -> Iterator[set[str]]:
    """Change files below a folder and put them back in the end; gives the marked places."""
    before: dict[Path, bytes | None] = {}
    places: set[str] = set()
    try:
        for change in changes:
            path = found(root, change.path)
            before.setdefault(path, path.read_bytes() if path.exists() else None)
            if change.new is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            if change.like:
                path.write_text((root / change.like).read_text("utf-8").replace(change.old or "", change.new), "utf-8")
                continue
            text = path.read_bytes().decode("utf-8") if change.old is not None or change.unit else ""
            text, marked = change.apply(text)
            # A byte that is not UTF-8 is written as "\udcXX".
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            places |= marked
        yield places
    finally:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)


def found(root: Path, path: str) -> Path:
    """Return the file below a folder at a path, in which "*" may stand for the hash in a name."""
    return next(root.glob(path)) if "*" in path else root / path


def verdict(fault: Fault, expected: set[str], found: Collection[tuple[str, str]], left: Collection[tuple[str, str]]) -> str:
    """Return why a fault is not caught as it must be, or "" if it is.

    `found` are rules and places with all rules on, `left` those with the fault's rule switched off.
    """
    if not expected:
        return "it does not say where it must be caught"
    if not found:
        return "nothing catches it"
    if {place for rule, place in found if rule == fault.rule} != expected:
        return f"{fault.rule} must catch it at {sorted(expected)}, and there is {sorted(found)}"
    if left:
        return f"with {fault.rule} switched off it is still caught: {sorted(left)}"
    return ""


class DataBench:
    """A copy of the project's data, pages and catalogues."""

    def __init__(self, root: Path, folder: Path, today: date) -> None:
        """Copy what checks read from `root` into `folder`. What is wrong there before any fault is `known`."""
        self.root = folder
        self.today = today
        self._memory: dict[object, tuple[Any, list[Problem]]] = {}
        for name in READ_BY_CHECKS:
            shutil.copytree(root / name, folder / name)
        self.known: list[Problem] = []
        self.known, _ = self._problems(())
        gc.freeze()  # what is kept until the end need not be looked through for garbage again

    def judge(self, fault: Fault) -> str:
        """Plant a fault and return why it is not caught as it must be, or ""."""
        with planted(self.root, fault.changes) as marked:
            told, found = self._problems([change.path for change in fault.changes], fault.rule)
        return self._verdict(fault, marked, told, found)

    def judge_change(self, fault: Fault) -> str:
        """Plant a fault that the change gate must refuse, and nothing else can see."""
        with planted(self.root, fault.changes) as marked, self._reading_again([change.path for change in fault.changes]):
            after, told = loading.load(self.root)
            assert after is not None, told
            told += check(after, self.today, without=RULES_OF_CATALOGUES)
            told += compare(self._before, after).problems
        return self._verdict(fault, marked, told, [problem for problem in told if problem.rule != fault.rule])

    def _verdict(self, fault: Fault, marked: set[str], *several: list[Problem]) -> str:
        new = ([(problem.rule, str(problem.place)) for problem in some if problem not in self.known] for some in several)
        return verdict(fault, marked | set(fault.at), *new)

    @cached_property
    def _before(self) -> Data:
        """The data as they are, with which the change gate compares."""
        with self._reading_again(()):
            data, told = loading.load(self.root)
        assert data is not None, told
        return data

    def _problems(self, touched: Collection[str], off: str = "") -> tuple[list[Problem], list[Problem]]:
        """Load and check everything; return the problems with all rules on, and with one switched off."""
        with self._reading_again(touched):
            data, told = loading.load(self.root)
            left = [problem for problem in told if problem.rule != off]
            if data is None:
                return told, left
            is_translation = not touched or any(path.startswith(("locale/", "data/site.yml")) for path in touched)
            found = check(data, self.today, without=() if is_translation else RULES_OF_CATALOGUES)
            # Rules do not know of each other: those that found nothing would find nothing again.
            again = {problem.rule for problem in found}
            return told + found, left + check(data, self.today, only=again, without={off} & again)

    @contextmanager
    def _reading_again(self, touched: Collection[str]) -> Iterator[None]:
        """Read only what is touched; the rest comes from memory."""
        files = {self.root / path for path in touched}
        read_file, read_catalogue, read_pages = loading._load_file, Catalogue.load, survey.read_stubs

        def file(root: Path, path: Path, kind: Any, problems: list[Problem]) -> Any:
            made, told = self._remembered(path, path in files, lambda told: read_file(root, path, kind, told))
            problems += told
            return made

        def catalogue(root: Path, language: str) -> Any:
            own = {root / "locale" / language, root / "locale" / "signoff" / f"{language}.yml"}
            is_touched = any(path in own or path.parent in own for path in files)
            return self._remembered(language, is_touched, lambda _: read_catalogue(root, language))[0]

        def pages(root: Path) -> Any:
            is_touched = any(path.startswith("docs/") for path in touched)
            return self._remembered("docs", is_touched, lambda _: read_pages(root))[0]

        with (
            patch.object(loading, "_load_file", file),
            patch.object(Catalogue, "load", catalogue),
            patch.object(survey, "read_stubs", pages),
        ):
            yield

    def _remembered(self, name: object, is_touched: bool, read: Callable[[list[Problem]], Any]) -> tuple[Any, list[Problem]]:
        """Return what was read and the problems with it, from memory if it is not touched."""
        if is_touched or name not in self._memory:
            told: list[Problem] = []
            made = read(told), told
            if is_touched:
                return made
            self._memory[name] = made
        return self._memory[name]


def rules() -> set[str]:
    """Return the names of all rules that faults in the data must cover."""
    return {*RULES_OF_LOADING, *rules_by_name()} - EXCEPTIONS.keys()
