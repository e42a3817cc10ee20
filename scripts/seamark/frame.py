"""Frames: one page in one language, with its words, links, addresses and the names that templates use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from . import cards, contacts, languages
from .freshness import Sunset
from .model import Concept, Country, Page
from .organisations import FOLDER
from .wording import Wording

if TYPE_CHECKING:
    from .rendering import Renderer

NOT_FOUND = "404"
DIGITS = re.compile(r"\d{3}")  # the shortest run that could be a number to call
CONCEPT_FOLDER = "journalists/term"
FIRST_SENTENCE = re.compile(r".*?[^\W\d_]{3}[.!?](?= |$)")


def url_of(path: str) -> str:
    """Return the address of a page below its language's root: "help/index" → "help/", "signs" → "signs/"."""
    folder, _, name = path.rpartition("/")
    parts = [part for part in (folder, "" if name == "index" else name) if part]
    return "".join(f"{part}/" for part in parts)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text: one whose last word has three letters, so that "e.g." ends none."""
    found = FIRST_SENTENCE.match(text)
    return found[0] if found else text


def relative(origin: str, target: str) -> str:
    """Return the relative link from one address to another; both end in a slash or are empty."""
    here, there = origin.split("/"), target.split("/")
    same = 0
    while same < len(here) - 1 and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - 1 - same) + "/".join(there[same:]) or "./"


@dataclass(frozen=True, kw_only=True)
class LanguageLink:
    """An entry of the language menu."""

    code: str
    name: str
    href: str
    current: bool


class Frame:
    """One page in one language: its words, links and addresses, for templates."""

    def __init__(self, renderer: Renderer, path: str, meta: Mapping[str, Any]) -> None:
        """`path` is the page's path in docs/ without .md, `meta` its front matter.

        Raises `ValueError` when the front matter names neither words nor a country nor a concept.
        """
        if not {"words", "country", "concept"} & set(meta):
            raise ValueError(f'docs/{path}.md: add "words:", "country:" or "concept:" at the top')
        self.path = path
        self.data = renderer.data
        self.language = renderer.language
        self.renderer = renderer
        self.wording = Wording(renderer.data, renderer.translator, self._link_to)
        self._meta = meta

    # --- what the page is ------------------------------------------------------------------------

    @property
    def words(self) -> Page | None:
        """The words of the page, if it has a file of words."""
        return self.data.words[self._meta["words"]] if "words" in self._meta else None

    @property
    def country(self) -> Country | None:
        """The country of the page, if it is a country's page."""
        return self.data.countries[self._meta["country"]] if "country" in self._meta else None

    @property
    def is_once(self) -> bool:
        """Whether the page stands at one address only, in the first language, and is not for search engines."""
        return "organisation" in self._meta

    @property
    def concept(self) -> Concept | None:
        """The concept of the page, if it is the page of a concept of the glossary."""
        return self.data.glossary[self._meta["concept"]] if "concept" in self._meta else None

    @cached_property
    def title(self) -> str:
        """The page's title, plain."""
        if self.words:
            return self.wording.plain(self.words.title)
        if "organisation" in self._meta:
            return self._organisation_title
        if self.concept:
            return self.wording.plain(self.concept.term)
        if "sheet" in self._meta:
            what = self.wording.ui_plain(self._meta["sheet"])
            return self.wording.ui_plain("on-country", what=what, country=self._country_name)
        return self.country_title(self._meta["country"])

    @cached_property
    def description(self) -> str:
        """The page's description, plain."""
        if self.words:
            return self.wording.plain(self.words.description)
        if "organisation" in self._meta:
            return self.wording.ui_plain("organisation-lead")
        if self.concept:
            return first_sentence(self.wording.plain(self.concept.definition))
        if self._meta["country"] == "eu":
            return self.title
        return self.wording.ui_plain("help-in-description", country=self._country_name)

    @property
    def _organisation_title(self) -> str:
        names = self.renderer.organisations[self._meta["organisation"]].names
        name = str(names.get("en") or next(iter(names.values())))  # type: ignore[call-overload]
        # In a title nothing can mark digits as part of a name, and digits alone could be taken for a number.
        return self.title_of(f"{FOLDER}/index") if DIGITS.search(name) else self.wording.ui_plain("published-about", name=name)

    def country_title(self, code: str) -> str:
        """Return the title of a country's page."""
        if code == "eu":
            return self.wording.ui_plain("eu-title")
        return self.wording.ui_plain("help-in", country=self.wording.country(self.data.countries[code].country))

    @property
    def full_title(self) -> str:
        """The title in the browser's tab."""
        site = str(self.data.site.name)
        return site if self.title == site else self.wording.ui_plain("title-on-site", title=self.title, site=site)

    def title_of(self, path: str) -> str:
        """Return the title of another page of words."""
        return self.wording.plain(self.renderer.words_of(path).title)

    @property
    def direction(self) -> str:
        """Direction of writing, "ltr" or "rtl"."""
        return languages.direction(self.language)

    @property
    def as_of(self) -> date:
        """The day for which the page is true."""
        return self.renderer.as_of

    @property
    def is_partly_translated(self) -> bool:
        """Whether some text of the page is missing in the language or outdated."""
        return bool({"missing", "stale"} & self._statuses)

    @property
    def is_machine_translated(self) -> bool:
        """Whether some text of the page was translated by a machine and checked by nobody."""
        return "machine" in self._statuses

    @property
    def _statuses(self) -> set[str]:
        return self.wording.statuses | set(self._meta.get("statuses", ()))

    @property
    def _country_name(self) -> str:
        return self.wording.country(self.data.countries[self._meta["country"]].country)

    # --- addresses -------------------------------------------------------------------------------

    @cached_property
    def url(self) -> str:
        """The page's address below its language's root."""
        return url_of(self.path)

    @cached_property
    def _here(self) -> str:
        return self.renderer.prefix(self.language) + self.url

    @property
    def canonical(self) -> str:
        """The page's full address; empty for the page that stands for addresses that do not exist."""
        if self.path == NOT_FOUND:
            return ""
        return f"{self.data.site.url}{self.renderer.prefix(self.language)}{self.url}"

    def link(self, path: str) -> str:
        """Return the link to another page of the same language."""
        return self._from_here(self.renderer.prefix(self.language) + url_of(path))

    def link_once(self, path: str) -> str:
        """Return the link to a page that stands at one address only."""
        return self._from_here(url_of(path))

    def asset(self, name: str) -> str:
        """Return the link to a file in assets/, which exists once, at the root of all languages."""
        return self._from_here("") + name

    def _from_here(self, target: str) -> str:
        """Return the link to an address below the site's root.

        It is relative, so that the site works in any folder; only the page for addresses that do not
        exist, which is shown at any of them, counts from the root.
        """
        if self.path == NOT_FOUND:
            return urlsplit(self.data.site.url).path + target
        return relative(self._here, target)

    @cached_property
    def language_links(self) -> list[LanguageLink]:
        """The same page in every language, each by its own name."""
        same = f"{NOT_FOUND}.html" if self.path == NOT_FOUND else self.url
        return [
            LanguageLink(
                code=str(language.code),
                name=languages.own_name(language.code),
                href=self._from_here(self.renderer.prefix(language.code) + same),
                current=language.code == self.language,
            )
            for language in self.data.site.languages
        ]

    @property
    def exit(self) -> str:
        """The neutral page in this language to which the exit link leads."""
        return next(str(item.exit) for item in self.data.site.languages if item.code == self.language)

    @property
    def edit_link(self) -> str:
        """Where the very file that the page's facts come from can be edited."""
        return f"{self.data.site.edit_url}{self.edit_file}"

    @property
    def edit_file(self) -> str:
        """The path of the file that the page's facts come from."""
        if self.concept:
            return f"data/glossary/{self._meta['concept']}.yml"
        name = f"countries/{self._meta['country']}" if self.country else self._meta["words"]
        return f"data/{name}.yml"

    @property
    def correction_link(self) -> str | None:
        """The form with which the country of the page is corrected; None where there is no form or no country."""
        return contacts.correction_form(self.data.site, str(self.country.country)) if self.country else None

    def _link_to(self, kind: str, name: str) -> str:
        return self.link(name) if kind == "page" else self.concept_link(name)

    def concept_link(self, name: str) -> str:
        """Return the link to the page of a concept, by the concept's id."""
        return self.link(f"{CONCEPT_FOLDER}/{name}")

    # --- sunset ------------------------------------------------------------------------------------

    @property
    def sunset(self) -> Sunset | None:
        """When this and every other page says that nobody looks after the numbers; None before the first confirmation."""
        return self.renderer.sunset

    @property
    def official_lists(self) -> list[Markup]:
        """Links to the official pages to which a site that is out of date sends its readers."""
        references = (self.data.references[name] for name in self.data.site.official_lists)
        link = Markup('<a href="{}" rel="noreferrer">{} ({})</a>').format
        foreign = self.wording.foreign
        return [link(item.url, foreign(item.title, item.language), foreign(item.publisher, item.language)) for item in references]

    # --- emergency -------------------------------------------------------------------------------

    @property
    def emergency(self) -> Markup:
        """The number to call in danger: the country's first one, or that of the Union."""
        country = self.country or self.data.countries["eu"]
        return self.wording.number(str(country.emergency[0].number))

    @property
    def emergency_exceptions(self) -> list[str]:
        """Countries in which the Union's emergency number is not known to work."""
        return cards.emergency_exceptions(self.data, str(self.data.countries["eu"].emergency[0].number))
