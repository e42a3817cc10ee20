"""Rendering: from a page's structure in `docs/` and the data to Markdown in one language.

Knows no site generator: what it returns can be built by any program that reads Markdown with HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from markupsafe import Markup

from . import languages
from .cards import Card
from .content import Content
from .edition import Edition
from .frame import url_of
from .freshness import Sunset
from .loading import Data
from .model import Page, Phrase
from .organisations import Organisation
from .translations import SOURCE_LANGUAGE, Catalogue, Shown, Translator


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A page in one language. `statuses` are those of the translations that it shows."""

    title: str
    description: str
    markdown: str
    statuses: frozenset[str]


__all__ = ["Rendered", "Renderer", "url_of"]


class Renderer:
    """Renders pages in one language."""

    def __init__(self, data: Data, catalogue: Catalogue, as_of: date, edition: Edition | None = None) -> None:
        """`as_of` is the day for which the pages are true: ages are counted to it.

        `edition` is that of the same data and day, where it has been made for another language already.
        """
        self.data = data
        self.language = catalogue.language
        self.as_of = as_of
        self.edition = edition or Edition(data, as_of)
        self._translator = self.edition.translator_with(catalogue)

    def prepare(self) -> None:
        """Work out now what pages of all languages will ask for, for processes that are forked from this one.

        QR codes are the most work of all, and the proof asks for them again.
        """
        self.edition.prepare()
        for language in self.data.site.languages:
            for code in self.data.countries.keys() - {"eu"}:
                _ = self.into(str(language.code)).frame("index", {"country": code}).qr_code

    def render(self, path: str, source: str, meta: Mapping[str, Any]) -> Rendered:
        """Render one page.

        `path` is the page's path in docs/ without .md, `source` its text below the front matter, and
        `meta` the front matter: `words:` names a file of words, `country:` a country's file, `concept:`
        one of the glossary.
        Raises Jinja's errors for a fault in the template and `ValueError` for a placeholder unfilled.
        """
        frame = Content(self, path, meta)
        markdown = self.edition.template(source).render(frame.names_for_blocks())
        return Rendered(
            title=frame.title,
            description=frame.description,
            markdown=markdown,
            statuses=frozenset(frame.wording.statuses),
        )

    def frame(self, path: str, meta: Mapping[str, Any]) -> Content:
        """Return what the theme's templates need to know of a page."""
        return Content(self, path, meta)

    def block(self, name: str, frame: Content, **values: object) -> Markup:
        """Render one of the blocks for a page; `values` are further names for it."""
        return Markup(self.edition.blocks.get_template(name).render(frame.names_for_blocks(), **values))

    @cache  # noqa: B019 - a renderer lives as long as the build
    def into(self, language: str) -> Renderer:
        """Return the renderer of the same data in another language."""
        return Renderer(self.data, self.edition.translator(language).catalogue, self.as_of, self.edition)

    def words_of(self, path: str) -> Page:
        """Return the words of another page, from the front matter of its file in docs/.

        Raises `KeyError` when that page is not made of words.
        """
        return self.data.words[self.edition.words_files[path]]

    def prefix(self, language: str) -> str:
        """Return the folder of a language: "" for the first one, else "uk/"."""
        return "" if language == self.data.site.languages[0].code else f"{language}/"

    def text_in(self, language: str, phrase: Phrase) -> str | None:
        """Return a phrase in another language of the site; None when it is not translated into it."""
        shown = self.shown_in(language, phrase)
        return shown.text if shown else None

    def shown_in(self, language: str, phrase: Phrase) -> Shown | None:
        """Return a phrase in another language of the site with its status; None when it is not translated into it."""
        if language not in self._codes:
            return None
        shown = self.edition.translator(language).show(phrase)
        return shown if shown.language == language else None

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(language.code for language in self.data.site.languages)

    def holidays(self, country: str) -> list[date]:
        """Return the public holidays of a country from the day before the build on, as far as it looks ahead."""
        return self.edition.holidays(country)

    @property
    def cards(self) -> dict[str, list[Card]]:
        """The cards of every country, by the name of its file."""
        return self.edition.cards

    @property
    def sunset(self) -> Sunset | None:
        """When the whole site says that nobody looks after it; None before the first confirmation."""
        return self.edition.sunset

    @property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations of all services, by id."""
        return self.edition.organisations

    @cached_property
    def countries(self) -> list[tuple[str, str]]:
        """File name and name of every country in the language's alphabetical order; the Union is not among them."""
        named = [(code, languages.country_name(country.country, self.language)) for code, country in self.data.countries.items()]
        return sorted((item for item in named if item[0] != "eu"), key=lambda item: languages.sort_key(item[1], self.language))

    @property
    def progress(self) -> list[tuple[str, dict[str, int]]]:
        """For each language but the first, how many units have which status."""
        return [(state.language, state.total) for state in self.edition.states]

    @cached_property
    def progress_of_pages(self) -> list[tuple[Page, dict[str, int]]]:
        """For each page of words, how many of its texts have which status in this language; none in English."""
        if self.language == SOURCE_LANGUAGE:
            return []
        areas = next(state for state in self.edition.states if state.language == self.language).areas
        return [(page, areas[name]) for name, page in self.data.words.items()]

    @property
    def translator(self) -> Translator:
        """The translator of this language."""
        return self._translator
