"""What the pages of each country may show, taken from the data and laid out for look-up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from .. import contacts, hours
from ..languages import country_name
from ..loading import Data
from ..model import UNKNOWN, Country
from ..wording import EU_LINES

ANYWHERE = ""  # the country of pages and parts of pages that belong to no country
UNION = "EU"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What may stand on the pages of one country.

    Numbers are as dialled. `runs` holds every allowed spelling as digits, international ones with "+".
    """

    country: str
    calls: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    titles: frozenset[tuple[str, str]] = frozenset()
    spans: frozenset[hours.Span] = frozenset()

    @property
    def place(self) -> str:
        """Return what messages call the country."""
        return country_name(self.country, "en") if self.country else "pages of no country"

    @property
    def file(self) -> str:
        """Return the file in which the facts stand."""
        return f"data/countries/{(self.country or UNION).lower()}.yml"


def facts_of(country: Country, data: Data) -> Facts:
    """Return what the pages of a country may show; sources of prose pages may be named everywhere."""
    values: dict[str, set[str]] = defaultdict(set)
    for contact in contacts.contacts_of(country):
        values[contact.kind].add(contact.value)
    calls = values["phone"] | values["short"]
    texts = values["sms"] | {contacts.dialled(item.number) for item in country.emergency if item.by_text == "yes"}
    numbers = calls | texts | values["whatsapp"]
    links = {url for kind in contacts.LINKED for url in values[kind]}
    sources = country.sources.values()
    references = data.references.values()
    return Facts(
        country=country.country,
        calls=frozenset(calls),
        texts=frozenset(texts),
        numbers=frozenset(numbers),
        emails=frozenset(values["email"]),
        urls=frozenset(links | {str(source.url) for source in sources if source.url != UNKNOWN}),
        runs=frozenset(numbers | {contacts.digits(spelling) for spelling in map(contacts.local_spelling, numbers) if spelling}),
        names=frozenset(_names(country) | {str(item.publisher) for item in (*sources, *references)}),
        titles=frozenset((" ".join(item.title.split()), str(item.language)) for item in (*sources, *references)),
        spans=frozenset(_spans(country)),
    )


def _names(country: Country) -> set[str]:
    return {str(name) for item in country.services for names in (item.name, item.operator) for name in names.values()}


def _spans(country: Country) -> set[hours.Span]:
    channels = [channel for service in contacts.active(country) for channel in service.channels]
    stated = [item.hours for channel in channels for item in (channel, *channel.also_stated)]
    valid = [text for text in stated if text and text != UNKNOWN and hours.problem_with(text) is None]
    return {span for text in valid for row in hours.week(text) for span in row.spans}


@cache
def span_texts(spans: frozenset[hours.Span], language: str) -> frozenset[str]:
    """Return how the opening times of a country are written in a language."""
    return frozenset(" ".join(hours.span_text(span, language).split()) for span in spans)


def prose_lines(data: Data) -> dict[str, str | None]:
    """Return, for each placeholder of a line that prose may name, its number, or None if eu.yml lacks it.

    These numbers alone may stand on pages and parts of pages that belong to no country.
    """
    union = next((country for country in data.countries.values() if country.country == UNION), None)
    called = contacts.contacts_of(union) if union else iter(())
    numbers = {contact.service: contact.value for contact in called if contact.kind in contacts.CALLED}
    return {placeholder: numbers.get(service) for placeholder, service in EU_LINES.items()}


def facts_of_all(data: Data) -> dict[str, Facts]:
    """Return the facts of every country by its code, and those of pages that belong to none."""
    found = {country.country: facts_of(country, data) for country in data.countries.values()}
    lines = frozenset(number for number in prose_lines(data).values() if number)
    references = data.references.values()
    found[ANYWHERE] = Facts(
        country=ANYWHERE,
        calls=lines,
        numbers=lines,
        runs=lines,
        names=frozenset(str(item.publisher) for item in references),
        titles=frozenset((" ".join(item.title.split()), str(item.language)) for item in references),
    )
    return found


def owners(data: Data) -> dict[str, list[str]]:
    """Return, for every number and address in the data, whose it is: "Norway (no-volinjen)"."""
    found: dict[str, list[str]] = defaultdict(list)
    for country in data.countries.values():
        name = country_name(country.country, "en")
        for contact in contacts.contacts_of(country):
            found[contact.value].append(f"{name} ({contact.service})")
        for service in country.services:
            if service.status != "active":
                for channel in service.channels:
                    found[contacts.channel_value(channel)].append(f"{name} ({service.id}, {service.status})")
    return found


def shared_urls(data: Data) -> frozenset[str]:
    """Return the addresses to which any page may link: laws, references, exits and what eu.yml names."""
    urls = {str(item.url) for item in (*data.references.values(), *data.laws.values())}
    return frozenset(urls | {str(language.exit) for language in data.site.languages})
