"""Content: what the blocks in overrides/blocks ask for about lines to call, and the names of all that they use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from . import cards, contacts, figures, hours, languages, sheets
from .exports import schema_org
from .hours import HOLIDAY_DAYS
from .model import UNKNOWN, Caller, Channel, Page, Service, Source
from .organisations import Organisation, own_language
from .profiles import PARTS
from .reading import Reading

# Groups in which the organisation's own name says more than its kind.
NAMED_GROUPS = {"organisations", "police"}
# What an organisation can say of what is published about it: texts of the interface.
ANSWERS = ("answer-true", "answer-changed", "answer-remove")


class Content(Reading):
    """A page's frame with everything that its blocks show."""

    def heading(self, card: cards.Card | cards.Tombstone) -> Markup:
        """Return a card's heading: the kind of service, or the name of an organisation."""
        if self.language in card.service.name:
            return self._name(card.service.name[self.language], self.language)  # type: ignore[index]
        if card.group in NAMED_GROUPS:
            return self.official_name(card.service)
        return self.wording.text(self.data.vocabularies.kinds[card.service.kinds[0]].label)

    def names(self, card: cards.Card | cards.Tombstone) -> Markup | None:
        """Return the official name below the heading, where the heading is not the name already."""
        official = self.official_name(card.service)
        return None if official.striptags() == self.heading(card).striptags() else official

    def official_name(self, service: Service) -> Markup:
        """Return the name in the country's own language where it is known, else in English."""
        return self._own(service.name, service)

    def operator(self, service: Service) -> Markup | None:
        """Return who runs the service, in the reader's or the country's own language."""
        if not service.operator:
            return None
        if self.language in service.operator:
            return self._name(service.operator[self.language], self.language)  # type: ignore[index]
        return self._own(service.operator, service)

    def _own(self, names: Mapping[Any, Any], service: Service) -> Markup:
        official = self.data.countries[service.id.partition("-")[0]].languages
        language = languages.official_name_language(names, official)
        return self._name(names[language], language)

    def service_name(self, service: Service) -> Markup:
        """Return what a link to a service's card says: the name in the reader's language, else the official one."""
        if self.language in service.name:
            return self._name(service.name[self.language], self.language)  # type: ignore[index]
        return self.official_name(service)

    def service_link(self, service: Service) -> str:
        """Return the link to a service's card on its country's page."""
        code = service.id.partition("-")[0]
        here = self.path == f"help/{code}"
        return f"#{service.id}" if here else f"{self.link(f'help/{code}')}#{service.id}"

    @property
    def substitutes(self) -> list[cards.Card]:
        """The active services to call where no line on trafficking is open to everybody, best first."""
        country = self.data.countries[self._meta["country"]]
        by_id = {card.service.id: card for card in self.renderer.cards[self._meta["country"]]}
        return [by_id[name] for name in country.instead_of_trafficking_line if name in by_id]

    @property
    def resting(self) -> list[cards.Tombstone]:
        """The paused and closed services of the page's country."""
        return cards.tombstones_of(self.data.countries[self._meta["country"]], self.data)

    @property
    def first_line_rests(self) -> bool:
        """Whether the country's line on trafficking is paused and no other is open to everybody: readers look for it first."""
        country = self.data.countries[self._meta["country"]]
        paused = (item.service for item in self.resting if item.service.status == "paused")
        return not contacts.has_public_trafficking_line(country) and any(map(contacts.is_public_trafficking_line, paused))

    # --- organisations ------------------------------------------------------------------------------

    @property
    def organisation(self) -> Organisation:
        """The organisation of the page."""
        return self.renderer.organisations[self._meta["organisation"]]

    def organisation_name(self, organisation: Organisation) -> Markup:
        """Return an organisation's name in the language of the page where the data have it, else in its own."""
        names = organisation.names
        if self.language in names:
            return self._name(names[self.language], self.language)  # type: ignore[index]
        return self._own(names, organisation.services[0])

    @property
    def organisation_cards(self) -> list[tuple[cards.Card | None, cards.Tombstone | None]]:
        """For each service of the organisation its card, or what stands in its place when it is paused or closed."""
        country = self.data.countries[self.organisation.country]
        made = {card.service.id: card for card in self.renderer.cards[self.organisation.country]}
        stones = {stone.service.id: stone for stone in cards.tombstones_of(country, self.data)}
        return [(made.get(service.id), stones.get(service.id)) for service in self.organisation.services]

    @cached_property
    def own(self) -> Content | None:
        """The same page in the organisation's language; None where that is no other language of the site."""
        language = own_language(self.organisation, self.data)
        return self.renderer.into(language).frame(self.path, self._meta) if language else None

    def own_block(self, name: str, **values: object) -> Markup:
        """Render a block in the organisation's language; the page knows then how its texts were translated."""
        assert self.own is not None, "ask for `own` first"
        shown = self.own.renderer.block(name, self.own, **values)
        self.wording.statuses |= self.own.wording.statuses
        return shown

    @property
    def answers(self) -> list[tuple[Markup, str]]:
        """What an organisation can answer, each with the address at which a message with the answer is begun."""
        if self.data.site.issues_url is None:
            return []
        english = {key: str(self.data.interface[key].text) for key in ANSWERS}  # type: ignore[index]
        lines = ", ".join(service.id for service in self.organisation.services)
        page = f"{self.data.site.url}{self.organisation.path}/"
        body = f"{page}\n{lines}\n\n{self.wording.ui_plain('answer-body')}\n"
        found = []
        for key in ANSWERS:
            query = {"template": "organisation.md", "title": f"{english[key]}: {self.organisation.id}", "body": body}
            found.append((self.wording.ui(key), f"{self.data.site.issues_url}?{urlencode(query, quote_via=quote)}"))
        return found

    def organisations_of(self, code: str) -> list[Organisation]:
        """Return the organisations of a country's file."""
        return [item for item in self.renderer.organisations.values() if item.country == code]

    @property
    def not_found(self) -> Markup:
        """The words of the page for addresses that do not exist, as HTML."""
        return self.renderer.block("not_found.html", self)

    # --- names that the blocks use ------------------------------------------------------------------

    def names_for_blocks(self) -> dict[str, Any]:
        """Return the names that the templates in overrides/blocks use."""
        country = self.country
        return {
            "page": self,
            "words": self.words,
            "country": country,
            "concept": self.concept,
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
            "contact_of": lambda channel: (contacts.channel_kind(channel), contacts.channel_value(channel)),
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
            "correction_form": lambda service: contacts.correction_form(self.data.site, service[:2].upper(), service),
            "profile_parts": PARTS,
            "figure_kinds": figures.KINDS,
            "figure_missing": figures.MISSING,
            "figure_bar": figures.bar,
            "english_country": lambda code: languages.country_name(code, "en"),
        }

    @property
    def country_address(self) -> str:
        """The full address of the country's page in this language."""
        return f"{self.data.site.url}{self.renderer.prefix(self.language)}help/{self._meta['country']}/"

    @cached_property
    def qr_code(self) -> Markup:
        """The QR code that leads to the country's page in this language."""
        return sheets.qr_code(self.country_address)

    @property
    def linked_data(self) -> Markup:
        """The block of data for search engines (JSON-LD) on the page that shows all contacts of a country, else nothing."""
        if self.country is None or {"sheet", "organisation"} & set(self._meta):
            return Markup("")

        def label(name: str, key: str) -> str:
            return self.wording.plain(getattr(self.data.vocabularies, name)[key].label)

        page = f"{self.data.site.url}help/{self._meta['country']}/"
        return schema_org.script(self.country, page, self.language, label, self.wording.ui_plain("emergency-number"))

    @cached_property
    def first_line(self) -> tuple[cards.Card, cards.Number] | None:
        """The line to call first in the country of the page, with its number."""
        return sheets.first_line(self.data.countries[self._meta["country"]], self.renderer.cards[self._meta["country"]])

    @property
    def sheet_words(self) -> Page:
        """The words of the page on showing the screen."""
        return self.data.words["pages/show"]

    def spoken(self, key: str, language: str) -> str | None:
        """Return a sentence to show to somebody in a language, or None where nobody has translated it."""
        sentence = self.data.spoken[key]  # type: ignore[index]
        shown = self.renderer.text_in(language, sentence.text)
        text = sentence.other_languages.get(language) if shown is None else shown  # type: ignore[call-overload]
        return text.replace("{language}", languages.language_name(self.language, language)) if text else None

    def opening(self, channel: Channel) -> dict[str, str] | None:
        """Return what the script needs to tell whether a line is open: week, time zone, holidays, and its days.

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
            "offsets": self.renderer.edition.offsets(zone),
            "city": languages.city_name(zone, self.language),
            "holidays": " ".join(day.isoformat() for day in holidays),
            "on-holiday": hours.minutes_on_holidays(channel.hours),
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

    def _labels(self, list_name: str, ids: Iterable[str]) -> list[Markup]:
        terms = getattr(self.data.vocabularies, list_name)
        return [self.wording.text(terms[name].label) for name in ids if name != UNKNOWN]

    def _caller_facts(self, caller: Caller | None) -> Markup:
        """Return what a caller must know, as sentences."""
        if caller is None:
            return Markup("")
        facts = [(name, getattr(caller, name)) for name in type(caller).model_fields if name != "source"]
        return Markup(" ").join(self.wording.ui(f"caller-{name}-{answer}") for name, answer in facts if answer != UNKNOWN)

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
