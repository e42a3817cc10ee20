"""Frames: one page in one language, with its words, links, addresses and the names that templates use."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from . import cards, contacts, hours, languages, sheets
from .hours import HOLIDAY_DAYS
from .model import UNKNOWN, Caller, Channel, Concept, Country, Page, Service, Source
from .wording import Wording

if TYPE_CHECKING:
    from .rendering import Renderer

GLOSSARY_PAGE = "journalists/glossary"
# Groups in which the organisation's own name says more than its kind.
NAMED_GROUPS = {"organisations", "police"}


def url_of(path: str) -> str:
    """Return the address of a page below its language's root: "help/index" → "help/", "signs" → "signs/"."""
    folder, _, name = path.rpartition("/")
    parts = [part for part in (folder, "" if name == "index" else name) if part]
    return "".join(f"{part}/" for part in parts)


def relative(origin: str, target: str) -> str:
    """Return the relative link from one address to another; both end in a slash or are empty."""
    link = posixpath.relpath(target or ".", origin or ".")
    return "./" if link == "." else f"{link}/"


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

    @cached_property
    def title(self) -> str:
        """The page's title, plain."""
        if self.words:
            return self.wording.plain(self.words.title)
        return self._country_text("help-in", "eu-title")

    @cached_property
    def description(self) -> str:
        """The page's description, plain."""
        if self.words:
            return self.wording.plain(self.words.description)
        return self._country_text("help-in-description", "eu-title")

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
    def not_found(self) -> Markup:
        """The words of the page for addresses that do not exist, as HTML."""
        return self.renderer.block("not_found.html", self)

    def _country_text(self, key: str, eu_key: str) -> str:
        if self.country is None:
            raise ValueError(f'docs/{self.path}.md: add "words:" or "country:" at the top')
        if self.country.country == "EU":
            return self.wording.ui_plain(eu_key)
        if "sheet" in self._meta:
            key = "on-country"
        return self.wording.ui_plain(key, what=self.wording.ui_plain(self._meta.get("sheet", "more")), country=self.wording.country(self.country.country))

    # --- addresses -------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """The page's address below its language's root."""
        return url_of(self.path)

    @property
    def canonical(self) -> str:
        """The page's full address."""
        return f"{self.data.site.url}{self.renderer.prefix(self.language)}{self.url}"

    def link(self, path: str) -> str:
        """Return the relative link to another page of the same language."""
        return relative(self.url, url_of(path))

    def asset(self, name: str) -> str:
        """Return the relative link to a file in assets/, which exists once, at the root of all languages."""
        return relative(self.renderer.prefix(self.language) + self.url, "") + name

    @property
    def language_links(self) -> list[LanguageLink]:
        """The same page in every language, each by its own name."""
        own = self.renderer.prefix(self.language) + self.url
        return [
            LanguageLink(
                code=str(language.code),
                name=languages.own_name(language.code),
                href=relative(own, self.renderer.prefix(language.code) + self.url),
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
        name = f"countries/{self._meta['country']}" if self.country else self._meta["words"]
        return f"{self.data.site.edit_url}data/{name}.yml"

    def _link_to(self, kind: str, name: str) -> str:
        if kind == "page":
            return self.link(name)
        return f"{self.link(GLOSSARY_PAGE)}#{name}"

    # --- for cards -------------------------------------------------------------------------------

    @property
    def emergency(self) -> Markup:
        """The number to call in danger: the country's first one, or that of the Union."""
        country = self.country or self.data.countries["eu"]
        return self.wording.number(str(country.emergency[0].number))

    @property
    def emergency_exceptions(self) -> list[str]:
        """Countries in which the Union's emergency number is not known to work."""
        return cards.emergency_exceptions(self.data, str(self.data.countries["eu"].emergency[0].number))

    def heading(self, card: cards.Card) -> Markup:
        """Return a card's heading: the kind of service, or the name of an organisation."""
        if self.language in card.service.name:
            return self.wording.foreign(card.service.name[self.language], self.language)  # type: ignore[index]
        if card.group in NAMED_GROUPS:
            return self.official_name(card.service)
        return self.wording.text(self.data.vocabularies.kinds[card.service.kinds[0]].label)

    def names(self, card: cards.Card) -> Markup | None:
        """Return the official name below the heading, where the heading is not the name already."""
        official = self.official_name(card.service)
        return None if official == self.heading(card) else official

    def official_name(self, service: Service) -> Markup:
        """Return the name in the country's own language where it is known, else in English."""
        return self._own(service.name, service)

    def operator(self, service: Service) -> Markup | None:
        """Return who runs the service, in the reader's or the country's own language."""
        if not service.operator:
            return None
        if self.language in service.operator:
            return self.wording.foreign(service.operator[self.language], self.language)  # type: ignore[index]
        return self._own(service.operator, service)

    def _own(self, names: Mapping[Any, Any], service: Service) -> Markup:
        country = self.data.countries[service.id.partition("-")[0]]
        language = next(code for code in (*country.languages, "en", *names) if code in names)
        return self.wording.foreign(names[language], language)

    # --- names that the blocks use ------------------------------------------------------------------

    def names_for_blocks(self) -> dict[str, Any]:
        """Return the names that the templates in overrides/blocks use."""
        country = self.country
        return {
            "page": self,
            "words": self.words,
            "country": country,
            "country_file": self._meta.get("country"),
            "country_language": country.languages[0] if country else self.language,
            "data": self.data,
            "as_of": self.renderer.as_of,
            "w": self.wording,
            "t": self.wording.text,
            "ui": self.wording.ui,
            "by_group": lambda items: cards.by_group(items, self.data),
            "labels": self._labels,
            "known": known_languages,
            "local_bdi": Markup('<bdi dir="ltr" class="local-number">{}</bdi>').format,
            "article": Markup('<data class="article" value="{0}">{0}</data>').format,
            "country_names": lambda codes: [self.wording.country(code) for code in codes],
            "own_name": languages.own_name,
            "calling_code": contacts.calling_code,
            "currency": lambda code: languages.currency_name(code, self.language),
            "direction": languages.direction,
            "breakable": breakable,
            "caller_facts": self._caller_facts,
            "unknown_facts": lambda facts: [self.wording.ui(f"unknown-{fact}") for fact in facts],
            "source_link": self._source_link,
        }

    def country_title(self, code: str) -> str:
        """Return the title of a country's page."""
        return self.wording.ui_plain("help-in", country=self.wording.country(self.data.countries[code].country))

    @property
    def country_address(self) -> str:
        """The full address of the country's page in this language."""
        return f"{self.data.site.url}{self.renderer.prefix(self.language)}help/{self._meta['country']}/"

    @cached_property
    def qr_code(self) -> Markup:
        """The QR code that leads to the country's page in this language."""
        return sheets.qr_code(self.country_address)

    @cached_property
    def first_line(self) -> tuple[cards.Card, cards.Number] | None:
        """The line to call first in the country of the page, with its number."""
        return sheets.first_line(self.data.countries[self._meta["country"]], self.renderer.cards[self._meta["country"]])

    @property
    def sheet_words(self) -> Page:
        """The words of the page on showing the screen."""
        return self.data.words["pages/show"]  # type: ignore[index]

    def spoken(self, key: str, language: str) -> str | None:
        """Return a sentence to show to somebody in a language, or None where nobody has translated it."""
        sentence = self.data.spoken[key]  # type: ignore[index]
        shown = self.renderer.text_in(language, sentence.text)
        text = sentence.other_languages.get(language) if shown is None else shown  # type: ignore[call-overload]
        return text.replace("{language}", languages.language_name(self.language, language)) if text else None

    def opening(self, channel: Channel) -> dict[str, str] | None:
        """Return what the script needs to tell whether a line is open: week, zone, holidays, and its days.

        None where the hours are unknown or the line never closes. The script says nothing before the
        first and after the last day for which the holidays were worked out.
        """
        if self.country is None or channel.hours in (UNKNOWN, hours.ALWAYS):
            return None
        zone, first = str(self.country.time_zone), self.renderer.as_of
        holidays = self.renderer.holidays(self.country.country)
        return {
            "week": hours.minutes_of_week(channel.hours),
            "zone": zone,
            "city": languages.city_name(zone, self.language),
            "holidays": " ".join(day.isoformat() for day in holidays),
            "on-holiday": "closed" if hours.closed_on_holidays(channel.hours) else "unknown",
            "from": (first - timedelta(days=1)).isoformat(),
            "to": (first + timedelta(days=HOLIDAY_DAYS)).isoformat(),
        }

    def lines_in_own_language(self) -> list[tuple[str, list[cards.Card]]]:
        """Return the cards, by country, of which a source says that they answer in the page's language."""
        found = []
        for code, _ in self.renderer.countries:
            fitting = [
                card
                for card in self.renderer.cards[code]
                if card.group != cards.PROFESSIONALS and self.language in known_languages(voices(card))
            ]
            if fitting:
                found.append((code, fitting))
        return found

    def concepts(self) -> list[tuple[str, list[Concept]]]:
        """Return the glossary's concepts in alphabetical order of the language, under their first letters."""
        named = sorted(
            ((self.wording.plain(concept.term), concept) for concept in self.data.glossary.values()),
            key=lambda item: languages.sort_key(item[0], self.language),
        )
        letters: dict[str, list[Concept]] = {}
        for name, concept in named:
            letters.setdefault(name[:1].upper(), []).append(concept)
        return list(letters.items())

    def _labels(self, list_name: str, ids: Iterable[str]) -> list[Markup]:
        terms = getattr(self.data.vocabularies, list_name)
        return [self.wording.text(terms[name].label) for name in ids if name != UNKNOWN]

    def _caller_facts(self, caller: Caller | None) -> Markup:
        """Return what a caller must know, as sentences."""
        if caller is None:
            return Markup("")
        facts = [(name, getattr(caller, name)) for name in type(caller).model_fields if name != "source"]
        return Markup(" ").join(
            self.wording.ui(f"caller-{name}-{answer}") for name, answer in facts if answer != UNKNOWN
        )

    def _source_link(self, source: Source) -> Markup:
        """Return the publisher of a source, as a link where the source has a safe address."""
        name = source.title if source.publisher == UNKNOWN else source.publisher
        shown = self.wording.foreign(name, source.language)
        if not source.url.startswith("https://"):
            return Markup("<cite>{}</cite>").format(shown) if source.publisher == UNKNOWN else shown
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, shown)


def voices(card: cards.Card) -> list[Channel]:
    """Return the channels of a card on which a person answers by voice or text."""
    return [channel for number in card.numbers for channel in number.channels]


def known_languages(channels: Iterable[Channel]) -> list[str]:
    """Return the languages that the sources name for channels, each once, in their order."""
    return list(dict.fromkeys(code for channel in channels for code in channel.languages if code != UNKNOWN))


def breakable(address: str) -> Markup:
    """Return an address as HTML that may break behind @, / and before dots, so that it fits a phone."""
    shown = address.removeprefix("https://").removesuffix("/")
    html = str(escape(shown))
    for sign in ("@", "/"):
        html = html.replace(sign, f"{sign}<wbr>")
    return Markup(html.replace(".", "<wbr>."))
