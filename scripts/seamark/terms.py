"""How concepts of the glossary are called in running text, language by language: `locale/terms/<language>.yml`.

The preferred term of a concept is the translation of its `term`. In sentences it is inflected, so this file lists
the forms in which the concept may appear and those that are no longer used. A form is one word or several; `*`
stands for the rest of a word ("торгів* людьми"), or alone for any one word. Whoever writes it sees what it finds,
which no program that guesses at stems can offer in fourteen languages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from .loading import fit
from .model import Model, OneOrMany
from .problems import Problem
from .yamltext import Text, YamlProblem, read_yaml

# What an ending does to a word in the languages of Europe: the last letters change and a few come on.
CUT, GROWTH, LONG_WORD = 2, 4, 5
_SPACE = r"\s+"


class TermForms(Model):
    """The forms of one concept in one language."""

    use: OneOrMany = Field(default=(), description='Forms in which it may appear: ["торгів* людьми"].')
    avoid: OneOrMany = Field(default=(), description='Forms that our own texts must not hold: ["работоргівл*"].')


Terms = dict[Text, TermForms]


def terms_file(language: str) -> Path:
    """Return the path of a language's file below the project's root."""
    return Path("locale") / "terms" / f"{language}.yml"


def load_terms(root: Path, language: str) -> tuple[Terms, list[Problem]]:
    """Return the forms by concept, and what is wrong with the file; a language without a file has none."""
    path = root / terms_file(language)
    if not path.exists():
        return {}, []
    problems: list[Problem] = []
    try:
        return fit(read_yaml(path, root), Terms, problems) or {}, problems
    except YamlProblem as error:
        return {}, [error.problem]


class Wording(NamedTuple):
    """A regular expression that finds a wording, and small letters that every text with it holds.

    To look for the letters first is quick; to compile the expression of each wording is not.
    """

    expression: str
    hint: str


@lru_cache(maxsize=2_000)
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the forms as whole words, in any case of letters."""
    return re.compile("|".join(map(_expression, forms)))


def wording_of(form: str) -> Wording:
    """Return what finds a form."""
    return Wording(_expression(form), _longest(re.split(r"[*\s]+", form)))


def inflected(wording: str) -> Wording:
    """Return what finds a wording with other endings: "легка здобич" also finds "легкою здобиччю".

    A single word is found as it is written or lengthened: its stem would find too much ("illegals" is a noun to
    avoid, and many things may be called illegal). A capital at its beginning counts, as in German nouns.
    """
    words = wording.split()
    if len(words) == 1:
        first = wording[0] if wording[0].isupper() else f"[{wording[0]}{wording[0].upper()}]"
        return Wording(rf"\b{first}{re.escape(wording[1:])}\w{{0,2}}\b", wording.lower())
    stems = [_stem(word) for word in words]
    ends = (re.escape(stem) + (rf"\w{{0,{GROWTH}}}" if len(word) > CUT else "") for stem, word in zip(stems, words, strict=True))
    return Wording(rf"(?i:\b{_SPACE.join(ends)}\b)", _longest(stems))


def _expression(form: str) -> str:
    signs = {"*": r"\w*", " ": _SPACE}
    return rf"(?i:\b{''.join(signs.get(sign) or re.escape(sign) for sign in form)}\b)"


def _stem(word: str) -> str:
    return word[:-CUT] if len(word) >= LONG_WORD else word[:-1] if len(word) > CUT + 1 else word


def _longest(parts: list[str]) -> str:
    return max(parts, key=len).lower()
