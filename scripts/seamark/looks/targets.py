"""What is to be looked at: each published contact with each source that states it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..contacts import active, channel_kind, channel_value, dialled
from ..loading import Data
from ..model import UNKNOWN, Channel, Country, Service
from .signs import plain

_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, order=True, kw_only=True)
class Target:
    """One contact, and one source that states it. `url` is "unknown" for a source without an address.

    `names` are the beginnings of the words by which a page can name the service or its operator;
    `nameable` tells whether some of them are in the language of the source.
    """

    country: str
    service: str
    kind: str
    value: str
    source: str
    url: str
    title: str
    names: tuple[str, ...] = ()
    nameable: bool = False


def targets_of(data: Data) -> list[Target]:
    """Return what is to be looked at, without repeats, in order."""
    return sorted({target for country in data.countries.values() for target in _of_country(country)})


def stems(names: Iterable[str]) -> tuple[str, ...]:
    """Return the beginnings of the longer words of names, by which other forms of the words are known too.

    Words are declined in most of our languages: two thirds of a word, five letters at least, must agree.
    """
    words = {word for name in names for word in _WORD.findall(plain(name).casefold())}
    return tuple(sorted({word[: max(5, len(word) * 2 // 3)] for word in words}))


def _of_country(country: Country) -> Iterable[Target]:
    for entry in country.emergency:
        for name in entry.source:
            yield _target(country, str(entry.id), "short", dialled(entry.number), str(name))
    for service in active(country):
        for channel in service.channels:
            for name in channel.source:
                yield _of_channel(country, service, channel, str(name))


def _of_channel(country: Country, service: Service, channel: Channel, source: str) -> Target:
    languages = {*service.name, *service.operator}
    return _target(
        country,
        str(service.id),
        channel_kind(channel),
        channel_value(channel),
        source,
        names=stems([*service.name.values(), *service.operator.values()]),
        nameable=country.sources[source].language in languages,  # type: ignore[index]
    )


def _target(
    country: Country, service: str, kind: str, value: str, source: str, *, names: tuple[str, ...] = (), nameable: bool = False
) -> Target:
    page = country.sources[source]  # type: ignore[index]
    return Target(
        country=str(country.country),
        service=service,
        kind=kind,
        value=value,
        source=source,
        url=str(page.url) if page.url != UNKNOWN else str(UNKNOWN),
        title=str(page.title),
        names=names,
        nameable=nameable,
    )
