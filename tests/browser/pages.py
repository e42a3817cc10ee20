"""The pages that the browser tests open, from the project's own lists: a new page is tested without a word here."""

from __future__ import annotations

import re
from pathlib import Path

from seamark import languages
from seamark.folders import pages_below
from seamark.frame import url_of
from seamark.loading import Data, load

ROOT = Path(__file__).resolve().parents[2]
# One page of every kind, with the richest content of that kind: what differs between the others is only words and facts.
KINDS = {
    "home": "index",
    "countries": "help/index",
    "country": "help/ee",
    "country without a trafficking line": "help/de",
    "several countries": "help/eu",
    "lines": "help/lines",
    "tips": "ukraine",
    "search": "search",
    "which country": "which-country",
    "show this screen": "show/ee",
    "print card": "card/ee",
    "print poster": "poster/ee",
    "what exit hides": "about/exit",
    "professionals": "professionals/index",
    "journalists": "journalists/index",
    "glossary": "journalists/glossary",
    "concept": "journalists/term/trafficking-in-human-beings",
    "guidelines": "journalists/guidelines",
    "acronyms": "journalists/acronyms",
    "figures": "journalists/figures",
    "state of translations": "about/translation",
    "not found": "404",
}
LONGEST = ("journalists/glossary",)


def data() -> Data:
    """Return the project's data. Raises `AssertionError` when they cannot be read."""
    loaded, problems = load(ROOT)
    assert loaded is not None, problems
    return loaded


DATA = data()
LANGUAGES = [str(language.code) for language in DATA.site.languages]
EXITS = {str(language.code): str(language.exit) for language in DATA.site.languages}
PATHS = pages_below(ROOT / "docs")


def address(path: str, language: str) -> str:
    """Return the address of a page below the site's root: ("help/ee", "uk") → "uk/help/ee/"."""
    prefix = "" if language == LANGUAGES[0] else f"{language}/"
    # A page that does not exist shows the words for that, wherever it is: also deep down.
    return prefix + ("no/such/page/" if path == "404" else url_of(path))


def template_of(path: str) -> str:
    """Return the template that a page in docs/ names."""
    found = re.search(r"^template: *(\S+)$", (ROOT / "docs" / f"{path}.md").read_text("utf-8"), re.MULTILINE)
    assert found, f"docs/{path}.md names no template"
    return found[1]


def country_name(code: str, language: str) -> str:
    """Return the name by which a country stands in a language's list."""
    return languages.country_name(code, language)
