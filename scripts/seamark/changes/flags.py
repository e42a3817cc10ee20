"""What two people should look at before it is merged: nothing here is refused, and everything is said.

Flagged are a change of a country's only line on trafficking or of whom to call instead, another time
zone, a number that is nearly another one (a typing error sends people to strangers), an e-mail address that may
be one person's, and weaker limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..contacts import CALLED, NUMBERED, channel_kind, channel_value, dialled, public_trafficking_lines
from ..loading import Data
from ..model import Country, Service, Site
from . import pairs
from .pairs import Pair
from .refusals import FACTS
from .telling import same_facts
from .telling_hours import tell_hours

OF_A_PERSON = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?\.[^\W\d_]+(?:-[^\W\d_]+)?@")
LONG_ENOUGH = 8  # signs of an international number; short codes are all near one another, and reviewed one by one


@dataclass(frozen=True, order=True, kw_only=True)
class Flag:
    """A reason for a second approval: which service or file, and why."""

    subject: str
    why: str


def flags(before: Data, after: Data) -> Iterator[Flag]:
    """Yield every reason for a second approval."""
    for stem in sorted({*before.countries, *after.countries}):
        old, new = before.countries.get(stem), after.countries.get(stem)
        if old is new:
            continue
        yield from _only_lines(old, new)
        yield from _whole_country(old, new)
        yield from _likenesses(stem, before, after)
        yield from _addresses_of_persons(old, new)
    yield from weaker_limits(before.site, after.site)


def _only_lines(old: Country | None, new: Country | None) -> Iterator[Flag]:
    only = [lines[0] for country in (old, new) if country and len(lines := public_trafficking_lines(country)) == 1]
    for pair in pairs.services(old, new):
        if pair.before and any(line is pair.before or line is pair.after for line in only) and _answers_otherwise(pair):
            why = "it is the only line on trafficking of its country that is open to everybody"
            yield Flag(subject=str(pair.before.id), why=why)


def _whole_country(old: Country | None, new: Country | None) -> Iterator[Flag]:
    if old and new and old.instead_of_trafficking_line != new.instead_of_trafficking_line:
        yield Flag(subject=str(new.country), why="others are named to call where there is no line on trafficking for everybody")
    if old and new and old.time_zone != new.time_zone:
        yield Flag(subject=str(new.country), why="with another time zone, all opening hours of the country mean other times")


def _answers_otherwise(pair: Pair[Service]) -> bool:
    """Tell whether another number answers, or others are served; to pause a line needs no second approval."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        return True
    if after.status != "active":
        return False
    if before.status != "active" or set(before.audience) != set(after.audience) or before.kinds[:1] != after.kinds[:1]:
        return True
    called = [
        item
        for item in pairs.channels(before, after)
        if any(channel and channel_kind(channel) in CALLED for channel in (item.before, item.after))
    ]
    return any(
        item.before is None
        or item.after is None
        or channel_value(item.before) != channel_value(item.after)
        or not same_facts(item.before, item.after, FACTS)
        or tell_hours(str(item.before.hours), str(item.after.hours))
        for item in called
    )


def _likenesses(stem: str, before: Data, after: Data) -> Iterator[Flag]:
    """Compare each number that is new in a country with its forerunners and with all numbers that are known."""
    old, new = before.countries.get(stem), after.countries.get(stem)
    had = _numbers([old])
    for number, subject in sorted(_numbers([new]).items()):
        if number in had:
            continue
        former = {other: f'"{name}" before' for other, name in had.items() if name == subject}
        others = (
            {**_held_back(after), **_numbers(after.countries.values()), **_numbers([old])} if len(number) >= LONG_ENOUGH else {}
        )
        for other, owner in sorted({**{key: f'"{name}"' for key, name in others.items()}, **former}.items()):
            if like := likeness(number, other):
                yield Flag(subject=subject, why=f"{number} is like {other} ({owner}), with {like}: compare it digit by digit")


def _addresses_of_persons(old: Country | None, new: Country | None) -> Iterator[Flag]:
    """An address like "first.last@" may belong to a person, who goes, or whom somebody looks for."""
    had = set(_addresses(old))
    for address, subject in _addresses(new):
        if OF_A_PERSON.match(address) and (address, subject) not in had:
            yield Flag(subject=subject, why=f"{address} may be the address of one person: make sure that it is the service's own")


def _addresses(country: Country | None) -> Iterator[tuple[str, str]]:
    for service in country.services if country else ():
        for channel in service.channels:
            if channel.email:
                yield str(channel.email), str(service.id)


def _numbers(countries: Iterable[Country | None]) -> dict[str, str]:
    """Return every number of some countries as it is dialled, with the id of its service."""
    found: dict[str, str] = {}
    for country in countries:
        for entry in country.emergency if country else ():
            found.setdefault(dialled(entry.number), str(entry.id))
        for service in country.services if country else ():
            for channel in service.channels:
                if channel_kind(channel) in NUMBERED:
                    found.setdefault(channel_value(channel), str(service.id))
    return found


def _held_back(data: Data) -> dict[str, str]:
    written = [(held.contact, held.service) for held in data.held_back if held.contact and held.contact.startswith("+")]
    return {dialled(contact): f"{service}, held back" for contact, service in written}


def likeness(number: str, other: str) -> str:
    """Return how a number is nearly another one ("two digits swapped"), or "" where it is not."""
    if number == other or abs(len(number) - len(other)) > 1:
        return ""
    start = next((at for at, (a, b) in enumerate(zip(number, other, strict=False)) if a != b), min(len(number), len(other)))
    if len(number) == len(other):
        if number[start + 1 :] == other[start + 1 :]:
            return "one digit changed"
        swapped = number[start : start + 2] == other[start : start + 2][::-1] and number[start + 2 :] == other[start + 2 :]
        return "two digits swapped" if swapped else ""
    longer, shorter = sorted((number, other), key=len, reverse=True)
    if longer[start + 1 :] != shorter[start:]:
        return ""
    return "one digit more" if longer == number else "one digit less"


def weaker_limits(before: Site, after: Site) -> Iterator[Flag]:
    """Yield every limit of data/site.yml that asks for less than before."""
    if before.stage != after.stage and after.stage == "public":
        why = 'the stage becomes "public": the notice that numbers are not confirmed goes from every page'
        yield Flag(subject="data/site.yml", why=why)
    for what, old, new in limits_of(before, after):
        if old.isdecimal() and new.isdecimal() and int(new) > int(old):
            yield Flag(subject="data/site.yml", why=f"{what}: to be looked at again after {new} days, no longer after {old}")


def limits_of(before: Site, after: Site) -> Iterator[tuple[str, str, str]]:
    """Yield each limit of age: for what it is, the days before, the days now."""
    yield "contacts of any other kind", before.freshness.default, after.freshness.default
    for kind in sorted({*before.freshness.kinds, *after.freshness.kinds}):
        old, new = (site.freshness.kinds.get(kind, site.freshness.default) for site in (before, after))
        yield f'contacts of the kind "{kind}"', old, new
