"""Rules on docs/: every country, concept and file of words has its page, and every page shows something."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..frame import CONCEPT_FOLDER
from ..problems import Place, did_you_mean
from .survey import Finding, Survey, found

# Words that no page of docs/ names, because templates show them: the page for wrong addresses, and the
# screens that a reader holds up to somebody.
SHOWN_BY_TEMPLATES = {"pages/not-found", "pages/show"}


def docs_are_there(survey: Survey) -> Iterator[Finding]:
    """The folder docs/ holds the first page of the site."""
    if "index" not in survey.stubs:
        message = "the first page of the site is missing" if survey.stubs else "the folder docs/ holds no pages"
        fix = 'make the file, with "words: pages/home" between two "---" lines'
        yield found(Place(path="docs/index.md"), message, fix)


def country_pages_exist(survey: Survey) -> Iterator[Finding]:
    """Every country's file has a page docs/help/xx.md, and a page of a country bears that country's code."""
    for stem, country in survey.data.countries.items():
        if survey.stubs and f"help/{stem}" not in survey.stubs:
            message = f'"{country.country}" has no page: docs/help/{stem}.md is missing'
            yield found(country.country, message, f'copy another country\'s page and write "country: \\"{stem}\\""')
    for path, stub in survey.stubs.items():
        code = stub.text("country")
        if code in survey.data.countries and code not in path.split("/"):
            message = f'a page of the country "{code}" is named by its code, not docs/{path}.md'
            yield found(code, message, "correct the country, or the name of the page")


def concept_pages_exist(survey: Survey) -> Iterator[Finding]:
    """Every concept has a page docs/journalists/term/<id>.md, to which all links to it lead, and no other one."""
    for name, concept in survey.data.glossary.items():
        if survey.stubs and f"{CONCEPT_FOLDER}/{name}" not in survey.stubs:
            message = f'"{name}" has no page: docs/{CONCEPT_FOLDER}/{name}.md is missing'
            yield found(concept.id, message, f'copy another concept\'s page and write "concept: {name}"')
    for path, stub in survey.stubs.items():
        named = stub.text("concept")
        if named in survey.data.glossary and path != f"{CONCEPT_FOLDER}/{named}":
            message = f'the page of the concept "{named}" is docs/{CONCEPT_FOLDER}/{named}.md, not docs/{path}.md'
            yield found(named, message, "correct the concept, or the name of the page")


def pages_show_something(survey: Survey) -> Iterator[Finding]:
    """A page's first lines name a country's file, a concept's or a file of words, and that file exists."""
    for path, stub in survey.stubs.items():
        if stub.problem is not None:
            yield found(stub.problem.place, stub.problem.message, stub.problem.fix)
            continue
        shown: list[tuple[str, str, Collection[str]]] = [
            ("country", "countries/", survey.data.countries),
            ("concept", "glossary/", survey.data.glossary),
            ("words", "", survey.data.words),
        ]
        named = [(name, folder, stub.text(name), known) for name, folder, known in shown if stub.text(name) is not None]
        if len(named) != 1:
            message = f'docs/{path}.md must name one "country", one "concept" or one file of "words"'
            yield found(stub.place, message, 'write "words: pages/…" between two "---" lines at the top')
        for name, folder, text, known in named:
            if text is not None and text not in known and survey.is_whole(f"{folder}{text}"):
                message = f'"{name}: {text}" names no file: data/{folder}{text}.yml is missing'
                yield found(text, message, did_you_mean(text, known))


def words_are_shown(survey: Survey) -> Iterator[Finding]:
    """Every file of words is shown by a page of docs/, so that no translation is made for nobody."""
    shown = {str(stub.text("words")) for stub in survey.stubs.values()}
    for name, page in survey.data.words.items():
        if survey.stubs and name not in shown | SHOWN_BY_TEMPLATES:
            message = f'no page of docs/ shows the words "{name}"'
            yield found(page.title, message, f'write "words: {name}" at the top of a page, or remove this file')
