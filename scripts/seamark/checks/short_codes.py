"""Rules on short codes: which number means what is decided country by country, by people, with a source."""

from __future__ import annotations

from collections.abc import Iterator

from ..contacts import digits, is_short
from ..model import Country
from ..yamltext import Text
from .survey import SHORT, Finding, Survey, found
from .texts import as_it_looks


def short_codes_are_digits(survey: Survey) -> Iterator[Finding]:
    """A short code consists of three to six digits and nothing else, no spaces either."""
    for _, _, text in _published(survey):
        yield from _form(text)
    for entry in survey.data.short_codes:
        yield from _form(entry.number)
    for _, _, channel in survey.channels:
        for other in channel.also_stated:
            if other.short is not None:
                yield from _form(other.short)


def short_codes_are_reviewed(survey: Survey) -> Iterator[Finding]:
    """A published short code stands in data/short_codes.yml for exactly this country and this service."""
    for country, service, text in _published(survey) if survey.is_whole("short_codes") else ():
        number = digits(text)
        if (str(country.country), number, service) in survey.reviewed_short_codes or not SHORT.fullmatch(number):
            continue  # what has not the form of a short code is told by another rule
        same = [entry for entry in survey.data.short_codes if entry.number == number]
        here = [entry for entry in same if entry.country == country.country]
        message = f'the short code "{text}" is not reviewed for "{service}" in "{country.country}"'
        if here:
            message += f', only for "{here[0].service}"'
        elif same:
            message += f", only in {', '.join(sorted({entry.country for entry in same}))}"
        yield found(text, message, "add it to data/short_codes.yml with its source, or correct it")


def reviewed_short_codes_are_used(survey: Survey) -> Iterator[Finding]:
    """Every entry of data/short_codes.yml is a number that its service publishes."""
    published = {(str(country.country), digits(text), str(service)) for country, service, text in _published(survey)}
    for entry in survey.data.short_codes:
        if not survey.is_whole(f"countries/{entry.country.lower()}"):
            continue
        is_code = SHORT.fullmatch(digits(entry.number))  # what is none is told by another rule
        if is_code and (entry.country, digits(entry.number), entry.service) not in published:
            message = f'the service "{entry.service}" in "{entry.country}" does not publish "{entry.number}"'
            yield found(entry.number, message, "correct the entry, or remove it")


def reviewed_short_codes_have_sources(survey: Survey) -> Iterator[Finding]:
    """The sources of an entry in data/short_codes.yml stand in that country's file."""
    for entry in survey.data.short_codes:
        if not survey.is_whole(f"countries/{entry.country.lower()}"):
            continue
        country = survey.data.countries.get(entry.country.lower())
        if country is None:
            message = f'there is no file for the country "{entry.country}"'
            yield found(entry.country, message, "correct the code, or remove the entry")
            continue
        for source in entry.source:
            if source not in country.sources:
                message = f'the source "{source}" does not stand in data/countries/{entry.country.lower()}.yml'
                yield found(source, message, "name a source of that file, or add it there")


def reviewed_short_codes_stand_once(survey: Survey) -> Iterator[Finding]:
    """No two entries of data/short_codes.yml are for the same number of the same service."""
    seen: dict[tuple[str, str, str], Text] = {}
    for entry in survey.data.short_codes:
        first = seen.setdefault((entry.country, entry.number, entry.service), entry.number)
        if first is not entry.number:
            message = f'"{entry.number}" of "{entry.service}" stands already in line {first.place.line}'
            yield found(entry.number, message, "keep one of the two entries")


def _published(survey: Survey) -> Iterator[tuple[Country, Text, Text]]:
    """Yield every short code in the country files with its country and the id of what it reaches."""
    for country in survey.data.countries.values():
        for entry in country.emergency:
            yield country, entry.id, entry.number
    for country, service, channel in survey.channels:
        if channel.short is not None:
            yield country, service.id, channel.short
        if channel.sms is not None and is_short(channel.sms):
            yield country, service.id, channel.sms


def _form(text: Text) -> Iterator[Finding]:
    if not SHORT.fullmatch(as_it_looks(text)):
        bare = digits(text)
        fix = f'type "{bare}"' if SHORT.fullmatch(bare) else 'a longer number is written as "phone: +…"'
        yield found(text, f'a short code is three to six digits without spaces, not "{text}"', fix)
