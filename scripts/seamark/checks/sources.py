"""Rules on sources: every fact has one, every source is used, and old or second-hand ones are not enough."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..contacts import NUMBERED, channel_kind, channel_value
from ..freshness import earliest_day
from ..model import UNKNOWN, Country, Service
from ..yamltext import Text
from .dates import is_date
from .survey import Finding, Survey, contact_of, found

LAST_OLD_YEAR = 2017  # a number that nobody has stated since is too likely to be somebody else's today


def sources_exist(survey: Survey) -> Iterator[Finding]:
    """Every source that a fact names stands under "sources" in the same file."""
    for country in survey.whole_countries:
        for text in _named_sources(country):
            if text not in country.sources:
                close = difflib.get_close_matches(text, country.sources, n=1)
                fix = f'did you mean "{close[0]}"?' if close else 'add it under "sources", or correct the name'
                yield found(text, f'the source "{text}" does not stand under "sources" in this file', fix)


def sources_are_used(survey: Survey) -> Iterator[Finding]:
    """Every source of a country's file is named by a fact; one that says nothing here is taken out."""
    for country in survey.whole_countries:
        used = set(_named_sources(country))
        for name in country.sources:
            if name not in used:
                message = f'no fact of this file names the source "{name}"'
                yield found(name, message, "name it where it belongs, or remove it")


def facts_name_a_source(survey: Survey) -> Iterator[Finding]:
    """The field "source" names at least one source, and none twice."""
    for country in survey.data.countries.values():
        for at, names in _source_fields(country):
            if not names:
                yield found(at, f'"{at}" names no source', 'write "source: …" with a name from "sources"')
            for number, name in enumerate(names):
                if name in names[:number]:
                    yield found(name, f'the source "{name}" stands twice in this line', "keep one of the two")


def channels_rest_on_more_than_hearsay(survey: Survey) -> Iterator[Finding]:
    """A published channel or emergency number needs a source that is official or a report."""
    for country, _, channel in survey.channels:
        yield from _hearsay(country, contact_of(channel), channel.source)
    for country in survey.data.countries.values():
        for entry in country.emergency:
            yield from _hearsay(country, entry.number, entry.source)


def active_services_are_not_stale(survey: Survey) -> Iterator[Finding]:
    """A service that no source has stated since 2017 is not active, unless its numbers are 112 or begin with 116."""
    for country, service in survey.services:
        numbers = [channel_value(channel) for channel in service.channels if channel_kind(channel) in NUMBERED]
        lasting = bool(numbers) and all(number == "112" or number.startswith("116") for number in numbers)
        year = _newest_year(country, service)
        if service.status == "active" and not lasting and year is not None and year <= LAST_OLD_YEAR:
            message = f'the newest source of "{service.id}" is of {year}, which is too old to send somebody there'
            fix = "find a newer source, or move the entry to data/held_back.yml with the reason too-old"
            yield found(service.id, message, fix)


def _source_fields(country: Country) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """Yield every field "source" of a country's file, with a text near it."""
    for entry in country.emergency:
        yield entry.id, entry.source
    for service in country.services:
        yield service.id, service.source
        if service.caller:
            yield service.id, service.caller.source
        for channel in service.channels:
            at = contact_of(channel) if channel.source else service.id
            yield at, channel.source
            yield from ((at, other.source) for other in channel.also_stated)


def _named_sources(country: Country) -> Iterator[Text]:
    for _, names in _source_fields(country):
        yield from names


def _hearsay(country: Country, at: Text, names: tuple[Text, ...]) -> Iterator[Finding]:
    known = [country.sources[name] for name in names if name in country.sources]
    if known and all(source.tier == "secondary" for source in known):
        message = f'"{at}" rests only on second-hand sources: {", ".join(names)}'
        fix = "add an official source, or move it to data/held_back.yml with the reason secondary-only"
        yield found(at, message, fix)


def _newest_year(country: Country, service: Service) -> int | None:
    """Return the year of the newest date on which a service rests; None if a source or an act bears none."""
    names = {name for channel in service.channels for name in channel.source} | set(service.source)
    known = [country.sources[name] for name in names if name in country.sources]
    dates = [max((text for text in (source.stated, source.seen) if is_date(text)), default=UNKNOWN) for source in known]
    dates += [act.on for channel in service.channels for act in channel.confirmed]
    days = [earliest_day(text) if is_date(text) else None for text in dates]
    if not days or None in days:
        return None
    return max(day.year for day in days if day)
