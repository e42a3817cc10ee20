"""Rules on ids: the names by which files, services, concepts, sections and sources are found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..yamltext import Text
from .survey import Finding, Survey, entries_of, found

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def ids_are_lower_case(survey: Survey) -> Iterator[Finding]:
    """An id consists of lower-case Latin letters and digits, with single hyphens between words."""
    for text, start in _ids(survey):
        if not KEBAB.fullmatch(text):
            fix = f'type "{_begun(text, start)}"'
            yield found(text, f'an id is written in lower case with hyphens, not "{text}"', fix)


def ids_begin_with_the_country(survey: Survey) -> Iterator[Finding]:
    """The id of a service, emergency entry or organisation begins with its country's code, also when held back."""
    for text, start in _ids(survey):
        if KEBAB.fullmatch(text) and not text.startswith(start):
            message = f'the id of a service begins with its country, here "{start}", not "{text}"'
            yield found(text, message, f'type "{_begun(text, start)}"')


def ids_are_unique(survey: Survey) -> Iterator[Finding]:
    """No two services or emergency entries of the project have the same id."""
    seen: dict[str, Text] = {}
    for country in survey.data.countries.values():
        for entry in entries_of(country):
            first = seen.setdefault(entry.id, entry.id)
            if first is not entry.id:
                message = f'the id "{entry.id}" is already used in {first.place.path}, line {first.place.line}'
                yield found(entry.id, message, "give this entry another id")


def section_ids_are_unique(survey: Survey) -> Iterator[Finding]:
    """No two sections of a page have the same id, because a link leads to a section by its id."""
    for page in survey.data.words.values():
        seen: dict[str, Text] = {}
        for section in page.sections:
            first = seen.setdefault(section.id, section.id)
            if first is not section.id:
                message = f'the section id "{section.id}" stands already in line {first.place.line}'
                yield found(section.id, message, "give this section another id")


def files_are_named_by_their_id(survey: Survey) -> Iterator[Finding]:
    """A country's file is named by its code in lower case, a concept's file by the concept's id."""
    names = [(stem, country.country, country.country.lower()) for stem, country in survey.data.countries.items()]
    names += [(stem, concept.id, concept.id) for stem, concept in survey.data.glossary.items()]
    for stem, text, wanted in names:
        if stem != wanted:
            message = f'"{text}" does not fit the name of this file, "{stem}.yml"'
            fix = f'type "{stem}"' + (f', or name the file "{wanted}.yml"' if KEBAB.fullmatch(wanted) else "")
            yield found(text, message, fix)


def _ids(survey: Survey) -> Iterator[tuple[Text, str]]:
    """Yield every id, with what it must begin with."""
    data = survey.data
    for country in data.countries.values():
        yield from ((entry.id, _start(country.country)) for entry in entries_of(country))
    yield from ((entry.service, _start(entry.country)) for entry in data.held_back)
    names = [name for country in data.countries.values() for name in country.sources]
    names += [*data.references, *(concept.id for concept in data.glossary.values())]
    names += [section.id for page in data.words.values() for section in page.sections]
    names += [name for terms in vars(data.vocabularies).values() for name in terms]
    yield from ((name, "") for name in names)
    for country in data.countries.values():
        written = (service.organisation for service in country.services if service.organisation is not None)
        yield from ((name, _start(country.country)) for name in written)


def _start(code: str) -> str:
    # What is no code of a country is told by another rule.
    return f"{code.lower()}-" if len(code) == 2 else ""


def _begun(text: str, start: str) -> str:
    """Return the id that was meant, beginning with the country's code where it must."""
    meant = _kebab(text)
    return meant if meant.startswith(start) else start + re.sub("^[a-z]{2}-", "", meant)


def _kebab(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "a-new-id"
