"""What the pages of each country may show, taken from the data and laid out for look-up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import unquote

from .. import contacts, hours
from ..languages import country_name
from ..loading import Data
from ..model import UNKNOWN, Channel, Country, Reference, Service, Source
from ..status import State, states_of
from ..translations import Catalogue, units
from ..wording import EU_LINES

WORD = re.compile(r"[^\W\d_]+")
IN_PIECES = re.compile(r"[{[]|\*\*")  # facts, links and bold words cut a text into pieces
ANYWHERE = ""  # the country of pages and parts of pages that belong to no country
UNION = "EU"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What may stand on the pages of one country.

    Numbers are as dialled. `runs` holds every allowed spelling as digits, international ones with "+".
    """

    country: str
    calls: frozenset[str]
    texts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    titles: frozenset[tuple[str, str]] = frozenset()
    spans: frozenset[hours.Span] = frozenset()
    weeks: frozenset[tuple[str, str]] = frozenset()
    times: frozenset[str] = frozenset()
    zone: str = ""
    prefix: str = ""

    @property
    def place(self) -> str:
        """What messages call the country."""
        return country_name(self.country, "en") if self.country else "pages of no country"

    @property
    def file(self) -> str:
        """The file in which the facts stand."""
        return f"data/countries/{(self.country or UNION).lower()}.yml"


@cache
def span_texts(spans: frozenset[hours.Span], language: str) -> frozenset[str]:
    """Return how the opening times of a country are written in a language."""
    return frozenset(" ".join(hours.span_text(span, language).split()) for span in spans)


class Known:
    """The data laid out for look-up; each part is made when it is first asked for."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.countries: dict[str, Country] = {str(item.country): item for item in data.countries.values()}

    @cached_property
    def prose_lines(self) -> dict[str, str | None]:
        """The number of each line that prose may name, by placeholder; None where eu.yml lacks it.

        These numbers alone may stand on pages and parts of pages that belong to no country.
        """
        union = self.countries.get(UNION)
        called = contacts.contacts_of(union) if union else iter(())
        numbers = {contact.service: contact.value for contact in called if contact.kind in contacts.CALLED}
        return {placeholder: numbers.get(service) for placeholder, service in EU_LINES.items()}

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """What the pages of each country may show, by its code; "" for those of no country."""
        lines = frozenset(number for number in self.prose_lines.values() if number)
        references = self.data.references.values()
        nowhere = Facts(
            country=ANYWHERE,
            calls=lines,
            numbers=lines,
            runs=lines,
            emails=self._corrections,
            names=frozenset(str(item.publisher) for item in references),
            titles=_titles(references),
        )
        return {ANYWHERE: nowhere, **{code: self._facts_of(item) for code, item in self.countries.items()}}

    def _facts_of(self, country: Country) -> Facts:
        values: dict[str, set[str]] = defaultdict(set)
        for contact in contacts.contacts_of(country):
            values[contact.kind].add(contact.value)
        calls = values["phone"] | values["short"]
        texts = values["sms"] | {contacts.dialled(item.number) for item in country.emergency if item.by_text == "yes"}
        numbers = calls | texts | values["whatsapp"]
        sources: list[Source | Reference] = [*country.sources.values(), *self.data.references.values()]
        stated = {str(source.url) for source in country.sources.values()} - {str(UNKNOWN)}
        return Facts(
            country=country.country,
            calls=frozenset(calls),
            texts=frozenset(texts),
            numbers=frozenset(numbers),
            emails=frozenset(values["email"]) | self._corrections,
            urls=frozenset(unquote(url) for url in stated.union(self._forms(country), *(values[kind] for kind in contacts.LINKED))),
            runs=frozenset(numbers | {contacts.digits(text) for text in map(contacts.local_spelling, numbers) if text}),
            names=frozenset(_names(country) | {str(source.publisher) for source in sources}),
            titles=_titles(sources),
            spans=frozenset(_spans(country)),
            weeks=frozenset(_weeks(country)),
            times=frozenset(_clock_times(_spans(country))),
            zone=str(country.time_zone),
            prefix=contacts.calling_code(country.country),
        )

    @property
    def _corrections(self) -> frozenset[str]:
        """The address for corrections, if there is one: it may stand on every page."""
        return frozenset(str(text) for text in (self.data.site.corrections,) if text is not None)

    def _forms(self, country: Country) -> Iterator[str]:
        """Yield the addresses of the form for corrections that are filled in with the country, or one of its services."""
        for service in ("", *(str(item.id) for item in contacts.active(country))):
            if form := contacts.correction_form(self.data.site, str(country.country), service):
                yield form

    @cached_property
    def owners(self) -> dict[str, list[str]]:
        """Whose each number and address is: "Norway (no-volinjen)"; those of services that are not active too."""
        found: dict[str, list[str]] = defaultdict(list)
        for code, country in self.countries.items():
            name = country_name(code, "en")
            for contact in contacts.contacts_of(country):
                found[contact.value].append(f"{name} ({contact.service})")
            for service in (service for service in country.services if service.status != "active"):
                for channel in service.channels:
                    found[contacts.channel_value(channel)].append(f"{name} ({service.id}, {service.status})")
        return {value: list(dict.fromkeys(names)) for value, names in found.items()}

    @cached_property
    def service_contacts(self) -> dict[str, frozenset[str]]:
        """All numbers and addresses of each active service, by its id."""
        services = (service for country in self.countries.values() for service in contacts.active(country))
        return {service.id: frozenset(map(contacts.channel_value, service.channels)) for service in services}

    @cached_property
    def service_dates(self) -> dict[str, frozenset[str]]:
        """The dates on which each active service rests: those of its sources, and of acts that confirmed it."""
        return {
            service.id: frozenset(_dates(country, service))
            for country in self.countries.values()
            for service in contacts.active(country)
        }

    def hours_rows(self, service: Service, language: str) -> list[tuple[str, str]]:
        """Return the days and times at which a service is open, in a language, as all its sources state them."""
        stated = dict.fromkeys(_stated_hours(service.channels))
        rows = [row for text in stated if text != hours.ALWAYS for row in _rows(text)]
        return [(hours.days_text(row.days, language), _times(row, language)) for row in rows]

    @cached_property
    def emergency_numbers(self) -> dict[str, frozenset[str]]:
        """The emergency numbers of each country, by its code."""
        return {
            code: frozenset(contacts.dialled(item.number) for item in country.emergency) for code, country in self.countries.items()
        }

    @cached_property
    def emergency_entries(self) -> dict[str, frozenset[str]]:
        """The number of each entry for emergencies, by its id."""
        entries = (item for country in self.countries.values() for item in country.emergency)
        return {str(item.id): frozenset({contacts.dialled(item.number)}) for item in entries}

    @cached_property
    def shared_urls(self) -> frozenset[str]:
        """Addresses to which any page may link: laws, references and exits."""
        references = {str(reference.url) for reference in self.data.references.values()}
        laws = {str(law.url) for law in self.data.laws.values()}
        laws |= {str(law.url) for profile in self.data.profiles.values() for law in profile.laws}
        exits = {str(language.exit) for language in self.data.site.languages}
        return frozenset(unquote(url) for url in (references | laws | exits) - {str(UNKNOWN)})

    @cached_property
    def law_numbers(self) -> frozenset[str]:
        """The numbers of all laws."""
        return frozenset(str(law.number) for law in self.data.laws.values() if law.number)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that the glossary and the country profiles cite."""
        cited = (legal.article for concept in self.data.glossary.values() for legal in concept.legal)
        national = (law.article for profile in self.data.profiles.values() for law in profile.laws)
        return frozenset(str(article) for article in (*cited, *national) if article)

    @cached_property
    def names_by_text(self) -> dict[str, set[str]]:
        """The languages in which the data have each official name of more than one word."""
        found: dict[str, set[str]] = defaultdict(set)
        sources: list[Source | Reference] = list(self.data.references.values())
        for country in self.data.countries.values():
            sources += country.sources.values()
            for service in country.services:
                for language, name in (*service.name.items(), *service.operator.items()):
                    found[" ".join(name.split())].add(str(language))
        for source in sources:
            found[" ".join(source.publisher.split())].add(str(source.language))
        return {name: languages for name, languages in found.items() if " " in name and UNKNOWN not in languages}

    @cached_property
    def english_texts(self) -> frozenset[str]:
        """The English texts of more than three words that stand on a page in one piece; names behind acronyms excepted."""
        texts = (" ".join(unit.text.split()) for unit in units(self.data) if not unit.id.startswith("acronyms#"))
        return frozenset(text for text in texts if not IN_PIECES.search(text) and len(WORD.findall(text)) > 3)

    @cached_property
    def translation_states(self) -> tuple[State, ...]:
        """The state of the translations into each language."""
        return tuple(states_of(self.data))

    @cached_property
    def translation_counts(self) -> frozenset[str]:
        """How many texts of any language, or of a page in it, have the same status: the page about translation shows it."""
        counts = [state.total for state in self.translation_states]
        counts += [area for state in self.translation_states for area in state.areas.values()]
        return frozenset(str(number) for count in counts for number in count.values())

    @cached_property
    def catalogues(self) -> dict[str, Catalogue]:
        """The translations into every language but the first."""
        return {str(item.code): Catalogue.load(self.data.root, item.code) for item in self.data.site.languages[1:]}

    def is_same_word(self, language: str, concept: str) -> bool:
        """Tell whether the catalogue of a language has the English term of a concept as the term: grooming."""
        found = self.data.glossary.get(concept)
        entry = self.catalogues[language].entries.get(f"glossary/{concept}#term")
        return found is not None and entry is not None and entry.source == entry.text == found.term

    @cached_property
    def statistics(self) -> frozenset[str]:
        """Every figure of the statistics."""
        return frozenset(str(value) for item in self.data.statistics.values() for value in item.values if value.isdecimal())


def _titles(sources: Iterable[Source | Reference]) -> frozenset[tuple[str, str]]:
    return frozenset((" ".join(source.title.split()), str(source.language)) for source in sources)


def _names(country: Country) -> set[str]:
    return {str(name) for item in country.services for names in (item.name, item.operator) for name in names.values()}


def _spans(country: Country) -> set[hours.Span]:
    """Return all opening times of active services, those that other sources state too."""
    return {span for text in set(_stated_hours(_channels(country))) for row in _rows(text) for span in row.spans}


def _rows(text: str) -> list[hours.DayRow]:
    """Return the open days of a week, and after them public holidays, a row without days."""
    holidays = hours.DayRow(days=(), spans=hours.on_holidays(text) or ())
    return [row for row in (*hours.week(text), holidays) if row.spans]


def _clock_times(spans: Iterable[hours.Span]) -> Iterator[str]:
    """Yield when services open and close as data for search engines say it: a day ends at 23:59."""
    for span in spans:
        end = f"{span.end:%H:%M}"
        yield from (f"{span.start:%H:%M}", "23:59" if end == "00:00" else end)


def _stated_hours(channels: Iterable[Channel]) -> Iterator[str]:
    """Yield the opening hours of channels, and those that other sources state."""
    for channel in channels:
        stated = (channel.hours, *(other.hours for other in channel.also_stated))
        yield from (str(text) for text in stated if text and _is_hours(text))


def _dates(country: Country, service: Service) -> Iterator[str]:
    names = {*service.source, *(name for channel in service.channels for name in channel.source)}
    for source in (country.sources[name] for name in names if name in country.sources):
        yield from (str(source.stated), str(source.seen))
    yield from (str(act.on) for channel in service.channels for act in channel.confirmed)


def _times(row: hours.DayRow, language: str) -> str:
    return ", ".join(" ".join(hours.span_text(span, language).split()) for span in row.spans)


def _weeks(country: Country) -> set[tuple[str, str]]:
    """Return week and public holiday of active services, as the script that tells who is open reads them."""
    texts = {str(channel.hours) for channel in _channels(country) if _is_hours(channel.hours)}
    return {(hours.minutes_of_week(text), hours.minutes_on_holidays(text)) for text in texts}


def _channels(country: Country) -> list[Channel]:
    return [channel for service in contacts.active(country) for channel in service.channels]


def _is_hours(text: str) -> bool:
    return text != UNKNOWN and hours.problem_with(text) is None
