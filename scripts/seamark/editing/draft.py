"""A draft: the files of a project as they will be. It is checked whole before anything is written.

A draft either is written completely, after every rule on the data has passed, or not at all.
"""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from ..checks import check
from ..loading import load
from ..problems import Place, Problem
from ..yamltext import YamlProblem, read_yaml
from . import roundtrip

LOOKED_AT = ("data", "docs", "locale")  # what the rules look at


class Refused(Exception):
    """Raised when a change cannot be made; holds the problems, for people who have never programmed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


def refused(message: str, fix: str, path: str = "data") -> Refused:
    """Return the refusal of a request: the requirement with the quoted value, and what to type instead."""
    return Refused(Problem(place=Place(path=path), rule="request", message=message, fix=fix))


class Draft:
    """The files of a project as they will be."""

    def __init__(self, root: Path) -> None:
        """`root` is the project's folder."""
        self.root = root
        self._trees: dict[str, Any] = {}
        self._new: dict[str, str] = {}

    def tree(self, path: str) -> Any:
        """Return the tree of a YAML file, to be read and changed in place. Raises `Refused` if it cannot be read."""
        if path not in self._trees:
            try:
                read_yaml(self.root / path, self.root)
            except YamlProblem as error:
                raise Refused(error.problem) from error
            text = _text(self.root / path)
            tree = roundtrip.read(text)
            self._trees[path] = tree
        return self._trees[path]

    def add_tree(self, path: str, tree: Any) -> None:
        """Add a YAML file that is not there yet."""
        self._must_be_new(path)
        self._trees[path] = tree

    def add_text(self, path: str, text: str) -> None:
        """Add a file of text that is not there yet."""
        self._must_be_new(path)
        self._new[path] = text

    def change_text(self, path: str, text: str) -> None:
        """Give a file another text, whether it is there or not."""
        self._new[path] = text

    def _must_be_new(self, path: str) -> None:
        if (self.root / path).exists():
            raise refused("this file is there already", "change it instead", path)

    def texts(self) -> dict[str, str]:
        """Return the text of each file that changes, by its path. Raises `Refused` if a comment would be lost."""
        made = self._new | {path: roundtrip.write(tree) for path, tree in self._trees.items()}
        changed = {path: text for path, text in made.items() if text != self._before(path)}
        for path, text in changed.items():
            _keep_comments(path, self._before(path), text)
        return changed

    def _before(self, path: str) -> str:
        return _text(self.root / path) if (self.root / path).exists() else ""

    def problems(self, today: date) -> list[Problem]:
        """Return what every rule finds in the project as it would be, on a copy in a temporary folder."""
        with tempfile.TemporaryDirectory(prefix="draft-") as name:
            copy = Path(name)
            for folder in LOOKED_AT:
                if (self.root / folder).exists():
                    shutil.copytree(self.root / folder, copy / folder)
            for path, text in self.texts().items():
                _write(copy / path, text)
            data, problems = load(copy)
            return problems + (check(data, today) if data else [])

    def diff(self) -> str:
        """Return the change as a unified diff, which shows the lines that go and come."""
        lines: list[str] = []
        for path, text in self.texts().items():
            lines += difflib.unified_diff(
                self._before(path).splitlines(keepends=True), text.splitlines(keepends=True), path, path, n=2
            )
        return "".join(lines)

    def save(self, today: date) -> list[str]:
        """Check the draft and write it; return the paths of the files that changed.

        Raises `Refused` with everything that the rules find, and then nothing is written. A file is written
        beside its place and renamed; should that fail half-way, the files are put back as they were.
        """
        if problems := self.problems(today):
            raise Refused(*problems)
        texts = self.texts()
        before = {path: self._before(path) if (self.root / path).exists() else None for path in texts}
        try:
            for path, text in texts.items():
                _write(self.root / path, text)
        except OSError:
            _put_back(self.root, before.items())
            raise
        return sorted(texts)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, "utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _put_back(root: Path, before: Iterable[tuple[str, str | None]]) -> None:
    for path, text in before:
        if text is None:
            (root / path).unlink(missing_ok=True)
        elif _text(root / path) != text:
            _write(root / path, text)


def _keep_comments(path: str, before: str, after: str) -> None:
    kept = roundtrip.comments_of(after)
    for comment in roundtrip.comments_of(before):
        if comment not in kept:
            message = f'the comment "{comment[:60]}" would be lost'
            raise refused(message, "change this file by hand: see CONTRIBUTING.md", path)
        kept.remove(comment)
