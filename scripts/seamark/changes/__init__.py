"""What a change of the data means for readers, and whether it may be merged: the change gate.

Meanings are compared, not lines: two states of `data/` in another order, with other spaces or comments,
are the same. `compare` tells every change in plain words, refuses what nobody has looked at
(`refusals`), and flags what two people should look at (`flags`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..languages import country_name
from ..loading import Data
from ..model import Channel, Country, Emergency, Service, Source
from ..problems import Place, Problem
from . import pairs
from .flags import Flag, flags
from .other_files import tell_other_files
from .pairs import Pair
from .refusals import refusals
from .telling import Teller


@dataclass(frozen=True, order=True, kw_only=True)
class Change:
    """One change: the place in the file as it is now, whom or what it is about, and what readers notice."""

    place: Place
    where: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a change means: what is told, what must not be merged, what needs a second approval."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    flags: tuple[Flag, ...]


def compare(before: Data, after: Data) -> Report:
    """Return what becomes different for readers between two states of the data."""
    return Report(
        changes=tuple(_changes(before, after)),
        problems=tuple(sorted(set(refusals(before, after)))),
        flags=tuple(sorted(set(flags(before, after)))),
    )


def _changes(before: Data, after: Data) -> Iterator[Change]:
    teller = Teller(after.vocabularies)
    for stem in sorted({*before.countries, *after.countries}):
        old, new = before.countries.get(stem), after.countries.get(stem)
        if old is not new:
            yield from _of_country(stem, old, new, teller)
    for place, where, told in tell_other_files(before, after):
        if told:
            yield Change(place=place, where=where, what="; ".join(told))


def _of_country(stem: str, old: Country | None, new: Country | None, teller: Teller) -> Iterator[Change]:
    known = new or old
    assert known is not None
    name = country_name(known.country, "en")
    home = new.country.place if new else Place(path=f"data/countries/{stem}.yml")
    if old and new and (told := teller.country(old, new)):
        yield Change(place=home, where=name, what="; ".join(told))
    elif not (old and new):
        yield Change(place=home, where=name, what="the country is new" if new else "the country is taken away")
    for entry in pairs.emergency(old, new):
        if told := teller.emergency(entry.before, entry.after):
            yield Change(place=_place(entry, home), where=name, what="; ".join(told))
    for pair in pairs.services(old, new):
        yield from _of_service(pair, name, home, teller)
    for source in sorted({*(old.sources if old else ()), *(new.sources if new else ())}):
        yield from _of_source(source, old, new, name, home, teller)


def _of_service(pair: Pair[Service], country: str, home: Place, teller: Teller) -> Iterator[Change]:
    before, after = pair.before, pair.after
    service = after or before
    assert service is not None
    where = f"{country}, {service.name.get('en') or next(iter(service.name.values()), service.id)}"  # type: ignore[call-overload]
    place = _place(pair, home)
    if after is None:
        gone = ", ".join(teller.channel(channel, None)[0] for channel in service.channels)
        yield Change(place=place, where=where, what=f"this service is taken away: {gone}")
        return
    if told := teller.service(before, after) if before else teller.new_service(after):
        yield Change(place=place, where=where, what="; ".join(told))
    for channel in pairs.channels(before, after):
        if told := teller.channel(channel.before, channel.after):
            yield Change(place=_channel_place(channel, place), where=where, what="; ".join(told))


def _of_source(id_: str, old: Country | None, new: Country | None, name: str, home: Place, teller: Teller) -> Iterator[Change]:
    before, after = (country.sources.get(id_) if country else None for country in (old, new))  # type: ignore[call-overload]
    told = teller.source(before, after) if before or after else []
    if told:
        yield Change(place=_source_place(after, home), where=f'{name}, source "{id_}"', what="; ".join(told))


def _place(pair: Pair[Service] | Pair[Emergency], home: Place) -> Place:
    return pair.after.id.place if pair.after else home


def _channel_place(pair: Pair[Channel], service: Place) -> Place:
    return pair.after.source[0].place if pair.after and pair.after.source else service


def _source_place(source: Source | None, home: Place) -> Place:
    return source.title.place if source else home
