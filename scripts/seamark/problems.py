"""Problems: what a check found, where, and what to type instead.

A problem is data. Checks yield problems; the commands print them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file: `path` is relative to the project's root, `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One thing that is wrong.

    `message` states the requirement and quotes the value; `fix` says what to type instead;
    `rule` is the name of the one check that found it.
    """

    place: Place
    rule: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        advice = f"; {self.fix}" if self.fix else ""
        # A quoted value may hold line ends; a problem takes one line.
        return " ".join(f"{self.place}: {self.message}{advice} [{self.rule}]".split())


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line for each problem, sorted by place, without repeats."""
    return "".join(f"{problem}\n" for problem in sorted(set(problems)))


def count_of(number: int) -> str:
    """Return "1 problem." or "2 problems."."""
    return f"{number} problem{'' if number == 1 else 's'}."


def as_annotations(problems: Iterable[Problem]) -> str:
    """Return the problems as GitHub workflow commands, which the code host shows beside the line."""

    def escaped(text: str, *, prop: bool = False) -> str:
        # The workflow command syntax ends a property at a comma or colon and a command at a line end.
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C") if prop else text

    lines = []
    for problem in sorted(set(problems)):
        place = problem.place
        advice = f"; {problem.fix}" if problem.fix else ""
        lines.append(
            f"::error file={escaped(place.path, prop=True)},line={place.line},col={place.column},"
            f"title={escaped(problem.rule, prop=True)}::{escaped(problem.message + advice)}\n"
        )
    return "".join(lines)


def did_you_mean(value: str, allowed: Iterable[str]) -> str:
    """Return advice that names the closest allowed word, or lists the allowed words."""
    words: Sequence[str] = sorted(allowed)
    close = difflib.get_close_matches(value, words, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    if not words:
        return "remove it: nothing is allowed here"
    shown = ", ".join(f'"{word}"' for word in words[:12])
    return f"use one of {shown}" + (" …" if len(words) > 12 else "")
