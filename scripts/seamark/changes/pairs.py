"""Pairs: which service, channel or emergency number of today was which one before.

Order in the file means nothing. A service keeps its identity by its id, or, when the id was renamed, by
a number or address that it shares; a channel by what it reaches, or else by likeness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from ..contacts import LINKED, channel_kind, channel_value, dialled
from ..model import Channel, Country, Emergency, Service

Item = TypeVar("Item", Service, Channel, Emergency)
Key = Callable[[Item], object]


@dataclass(frozen=True)
class Pair(Generic[Item]):
    """One thing before and after a change; `None` where it was not there."""

    before: Item | None
    after: Item | None


def services(before: Country | None, after: Country | None) -> list[Pair[Service]]:
    """Return the services of a country in pairs: by id, then by a shared number or address, then by name."""
    old, new = list(before.services if before else ()), list(after.services if after else ())
    pairs = _by(old, new, lambda service: str(service.id))
    pairs += _by_likeness(old, new, _shared_contacts)
    pairs += _by(old, new, lambda service: tuple(sorted(service.name.items())))
    return pairs + _alone(old, new)


def channels(before: Service | None, after: Service | None) -> list[Pair[Channel]]:
    """Return the channels of a service in pairs: what reaches the same first, then what is of the same kind."""
    old, new = list(before.channels if before else ()), list(after.channels if after else ())
    pairs = _by(old, new, _whole)
    pairs += _by_likeness(old, new, lambda a, b: _likeness(a, b) if _reached(a) == _reached(b) else 0)
    pairs += _by(old, new, channel_value)  # the same digits, once a phone and once for text messages
    pairs += _by_likeness(old, new, lambda a, b: _likeness(a, b) if channel_kind(a) == channel_kind(b) else 0)
    return pairs + _alone(old, new)


def emergency(before: Country | None, after: Country | None) -> list[Pair[Emergency]]:
    """Return the emergency entries of a country in pairs: by id, then by number."""
    old, new = list(before.emergency if before else ()), list(after.emergency if after else ())
    pairs = _by(old, new, lambda entry: str(entry.id))
    pairs += _by(old, new, lambda entry: dialled(entry.number))
    return pairs + _alone(old, new)


def _by(old: list[Item], new: list[Item], key: Key[Item]) -> list[Pair[Item]]:
    """Take out of both lists, and return, the pairs with the same key."""
    pairs = []
    for before in list(old):
        after = next((item for item in new if key(item) == key(before)), None)
        if after is not None:
            pairs.append(_taken(old, new, before, after))
    return pairs


def _by_likeness(old: list[Item], new: list[Item], likeness: Callable[[Item, Item], float]) -> list[Pair[Item]]:
    """Take out of both lists, and return, the pairs that are alike: the most alike first, else as in the files."""
    both = [(before, after, likeness(before, after)) for before in old for after in new]
    pairs = []
    for before, after, _ in sorted((item for item in both if item[2]), key=lambda item: -item[2]):
        if any(item is before for item in old) and any(item is after for item in new):
            pairs.append(_taken(old, new, before, after))
    return pairs


def _taken(old: list[Item], new: list[Item], before: Item, after: Item) -> Pair[Item]:
    for items, item in ((old, before), (new, after)):
        del items[next(at for at, known in enumerate(items) if known is item)]
    return Pair(before, after)


def _alone(old: list[Item], new: list[Item]) -> list[Pair[Item]]:
    return [Pair(item, None) for item in old] + [Pair(None, item) for item in new]


def _reached(channel: Channel) -> tuple[str, str]:
    return channel_kind(channel), channel_value(channel)


def _whole(channel: Channel) -> object:
    return _reached(channel), _facts(channel)


def _facts(channel: Channel) -> tuple[object, ...]:
    return str(channel.hours), frozenset(channel.languages), frozenset(channel.area), str(channel.reach), str(channel.cost)


def _likeness(before: Channel, after: Channel) -> float:
    """Return how much two channels are alike, above 0: their contact counts most."""
    same = sum(a == b for a, b in zip(_facts(before), _facts(after), strict=True))
    return 0.01 + SequenceMatcher(None, channel_value(before), channel_value(after)).ratio() + same / 10


def _shared_contacts(before: Service, after: Service) -> float:
    # A page may be that of several services: only what answers one service tells that it is the same.
    own = [{_reached(channel) for channel in item.channels if channel_kind(channel) not in LINKED} for item in (before, after)]
    return len(own[0] & own[1])
