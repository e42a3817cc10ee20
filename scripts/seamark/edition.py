"""Edition: what is the same in every language of the site on one day, worked out once for all of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from . import cards, hours, languages, searching
from .folders import page_sources
from .freshness import Sunset, sunset_of
from .loading import Data
from .organisations import Organisation, organisations
from .status import State, states_into
from .translations import SOURCE_LANGUAGE, Catalogue, Translator

BLOCKS = Path("overrides") / "blocks"
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
WORDS = re.compile(r"^words: *([a-z0-9/-]+) *$", re.MULTILINE)


class Edition:
    """The data on one day, with all that pages of every language take from them."""

    def __init__(self, data: Data, as_of: date) -> None:
        """`as_of` is the day for which the pages are true: ages are counted to it."""
        self.data = data
        self.as_of = as_of
        self._translator = Translator(data, Catalogue(SOURCE_LANGUAGE, {}, {}))

    def prepare(self) -> None:
        """Work out now what pages will ask for, so that processes that are forked from this one find it done."""
        for language in self.data.site.languages:
            languages.own_name(language.code)
        for country in self.data.countries.values():
            for code in country.languages:
                languages.direction(code)
            self.holidays(country.country)
            self.offsets(country.time_zone)
        for path in (self.data.root / BLOCKS).glob("*.html"):
            self.blocks.get_template(path.name)
        for source in self.sources.values():
            self.template(FRONT_MATTER.sub("", source))
        _ = self.words_files, self.cards, self.sunset, self.organisations, self.numbers, self.states

    @cached_property
    def blocks(self) -> Environment:
        """The templates in overrides/blocks."""
        return Environment(
            loader=FileSystemLoader(self.data.root / BLOCKS),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @cache  # noqa: B019 - an edition lives as long as the build
    def template(self, source: str) -> Template:
        """Return the template of a page of docs/; many pages have the same."""
        return self.blocks.from_string(source)

    @cache  # noqa: B019 - an edition lives as long as the build
    def translator(self, language: str) -> Translator:
        """Return the translator into a language, with its catalogue from locale/."""
        return self._translator.into(Catalogue.load(self.data.root, language))

    def translator_with(self, catalogue: Catalogue) -> Translator:
        """Return the translator with a catalogue that was loaded already."""
        return self._translator.into(catalogue)

    @cached_property
    def sources(self) -> dict[str, str]:
        """The files of docs/, front matter and structure, by path without .md, in order."""
        return page_sources(self.data.root / "docs")

    @cached_property
    def words_files(self) -> dict[str, str]:
        """The file of words of each page of docs/ that is made of words."""
        found = {path: WORDS.search(source) for path, source in self.sources.items()}
        return {path: match[1] for path, match in found.items() if match}

    @cache  # noqa: B019 - an edition lives as long as the build
    def holidays(self, country: str) -> list[date]:
        """Return the public holidays of a country from the day before the build on, as far as it looks ahead."""
        first = self.as_of - timedelta(days=1)
        days = hours.HOLIDAY_DAYS + hours.WEEK_AHEAD + 2
        return hours.public_holidays(country, first, days) if country != "EU" else []

    @cache  # noqa: B019 - an edition lives as long as the build
    def offsets(self, zone: str) -> str:
        """Return how far a time zone is ahead of UTC in the same days, wherever in the world they begin first."""
        first = self.as_of - timedelta(days=2)
        return hours.offsets(zone, first, hours.HOLIDAY_DAYS + hours.WEEK_AHEAD + 4)

    @cached_property
    def cards(self) -> dict[str, list[cards.Card]]:
        """The cards of every country, by the name of its file."""
        return {code: cards.cards_of(country, self.data) for code, country in self.data.countries.items()}

    @cached_property
    def sunset(self) -> Sunset | None:
        """When the whole site says that nobody looks after it; None before the first confirmation."""
        return sunset_of(self.data.countries.values(), self.data.site)

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations of all services, by id."""
        return organisations(self.data)

    @cached_property
    def numbers(self) -> dict[str, list[str]]:
        """The numbers of the data, as a search may be given them, with their pages."""
        return searching.numbers_of(self.data)

    @cached_property
    def states(self) -> list[State]:
        """The state of the translations into every language but the first."""
        codes = [str(language.code) for language in self.data.site.languages[1:]]
        return states_into(self.data, (self.translator(code).catalogue for code in codes))
