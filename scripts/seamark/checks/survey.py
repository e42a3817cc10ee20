"""What the rules look at: the data, today's date, and lists that are worth computing only once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from ..contacts import channel_kind
from ..loading import Data
from ..model import Channel, Country, Emergency, Phrase, Service
from ..po_files import PoProblem
from ..problems import Place, Problem
from ..terms import Terms, load_terms
from ..translations import SOURCE_LANGUAGE, Catalogue, Unit, units
from ..yamltext import Text, YamlProblem
from .stubs import Stub, read_stubs

SHORT = re.compile(r"[0-9]{3,6}")  # the form of a short code


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule found: where, which requirement is not met (with the value), what to type instead."""

    place: Place
    message: str
    fix: str


def found(at: Text | Place, message: str, fix: str) -> Finding:
    """Return a finding at a text of a file, or at a place."""
    return Finding(place=at if isinstance(at, Place) else at.place, message=message, fix=fix)


def is_written(text: Text) -> bool:
    """Tell whether a text stands in a file; False for a value that the model filled in."""
    return text.place.path != "?"


@dataclass(frozen=True)
class Survey:
    """The data under check and the day for which they are checked.

    `language` is the one whose translations are looked at; None for all of the site.
    """

    data: Data
    today: date
    language: str | None = None

    def is_whole(self, *names: str) -> bool:
        """Tell whether nothing is missing in these files ("countries/ee", "laws"), so that one may conclude from it."""
        return self.data.incomplete.isdisjoint(names)

    @cached_property
    def whole_countries(self) -> tuple[Country, ...]:
        """The countries of whose files everything could be read."""
        return tuple(country for stem, country in self.data.countries.items() if self.is_whole(f"countries/{stem}"))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that stands in a file of `data/`, field names that editors choose included."""
        texts: list[Text] = []
        _collect(vars(self.data).values(), texts)
        return tuple(texts)

    @cached_property
    def english(self) -> tuple[Text, ...]:
        """Every sentence that readers see in English only: of figures, country profiles and news."""
        sentences = [text for item in self.data.statistics.values() for text in item.sentences]
        sentences += [text for item in self.data.profiles.values() for text in item.sentences]
        sentences += [text for item in self.data.news.values() for text in item.sentences]
        return tuple(sentences)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every text that people read and translators translate."""
        return tuple(text for text in self.texts if isinstance(text, Phrase))

    @cached_property
    def services(self) -> tuple[tuple[Country, Service], ...]:
        """Every service with its country."""
        return tuple((country, service) for country in self.data.countries.values() for service in country.services)

    @cached_property
    def channels(self) -> tuple[tuple[Country, Service, Channel], ...]:
        """Every channel with its service and country."""
        return tuple((country, service, channel) for country, service in self.services for channel in service.channels)

    @cached_property
    def short_numbers(self) -> frozenset[str]:
        """The reviewed short codes of all countries."""
        return frozenset(str(entry.number) for entry in self.data.short_codes if SHORT.fullmatch(entry.number))

    @cached_property
    def reviewed_short_codes(self) -> frozenset[tuple[str, str, str]]:
        """Country, number and service of every reviewed short code."""
        return frozenset((str(entry.country), str(entry.number), str(entry.service)) for entry in self.data.short_codes)

    @cached_property
    def stubs(self) -> dict[str, Stub]:
        """The files of `docs/` by path without .md."""
        return read_stubs(self.data.root)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every English text to translate."""
        return tuple(units(self.data))

    @cached_property
    def catalogues(self) -> dict[str, Catalogue | Problem]:
        """The translations by language; for a language of which a file cannot be read, what is wrong in it."""
        found: dict[str, Catalogue | Problem] = {}
        for language in self.data.site.languages:
            if language.code != SOURCE_LANGUAGE and self.language in (None, language.code):
                try:
                    found[str(language.code)] = Catalogue.load(self.data.root, language.code)
                except YamlProblem as error:
                    found[str(language.code)] = error.problem
                except PoProblem as error:
                    place = Place(path=error.path.relative_to(self.data.root).as_posix(), line=error.line)
                    fix = "correct it, or take the last version that works"
                    found[str(language.code)] = Problem(place=place, rule="", message=error.reason, fix=fix)
        return found

    @cached_property
    def terms(self) -> dict[str, tuple[Terms, list[Problem]]]:
        """The forms of terms by language, with what is wrong in their files."""
        return {language: load_terms(self.data.root, language) for language in self.catalogues}


def _collect(parts: Iterable[object], texts: list[Text]) -> None:
    """Append every written text in these parts of the data to a list."""
    for part in parts:
        if isinstance(part, Text):
            if is_written(part):
                texts.append(part)
        elif isinstance(part, BaseModel):
            _collect(part.__dict__.values(), texts)
        elif isinstance(part, dict):
            _collect(part, texts)
            _collect(part.values(), texts)
        elif part and isinstance(part, tuple):
            _collect(part, texts)


def entries_of(country: Country) -> tuple[Emergency | Service, ...]:
    """Return the emergency entries and services of a country, in the order of the file."""
    return (*country.emergency, *country.services)


def contact_of(channel: Channel) -> Text:
    """Return the number or address of a channel as it is written; without one, the name of its source."""
    kind = channel_kind(channel)
    contact: Text = getattr(channel, kind) if kind else channel.source[0]
    return contact
