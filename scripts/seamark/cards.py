"""Cards: the services of a country put in order and grouped for a page, before any language is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from . import contacts
from .freshness import Age, age_of
from .loading import Data
from .model import UNKNOWN, Channel, Country, Service, Source

PROFESSIONALS = "professionals"
# Facts that a caller would ask for; where no source gives them, the card says so in one line.
ASKED_OF_NUMBERS = ("hours", "languages", "cost", "reach")


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number with all that is known of it; `channels` differ in languages and hours only."""

    kind: str
    dialled: str
    shown: str
    local: str | None
    channels: tuple[Channel, ...]

    @property
    def link(self) -> str | None:
        """Return the tel: or sms: address (RFC 3966, RFC 5724), or None where a phone cannot dial it."""
        scheme = {"phone": "tel", "short": "tel", "sms": "sms"}.get(self.kind)
        return f"{scheme}:{self.dialled}" if scheme else None


@dataclass(frozen=True, kw_only=True)
class Card:
    """A service as a page shows it. `unknown` names the facts that no source gives."""

    service: Service
    group: str
    numbers: tuple[Number, ...]
    addresses: tuple[Channel, ...]
    sources: tuple[Source, ...]
    unknown: tuple[str, ...]
    age: Age


@dataclass(frozen=True, kw_only=True)
class Tombstone:
    """A service that is paused or closed, as a page shows it: without any way to reach it.

    `successor` is the active service to which "replaced_by" leads, if it leads to one.
    """

    service: Service
    group: str
    successor: Service | None


def tombstones_of(country: Country, data: Data) -> list[Tombstone]:
    """Return the paused and closed services of a country in the file's order."""
    resting = contacts.resting(country)
    return [Tombstone(service=item, group=_group(item, data), successor=successor_of(item, data)) for item in resting]


def successor_of(service: Service, data: Data) -> Service | None:
    """Return the active service at the end of "replaced_by"; None where that leads to none."""
    passed: set[str] = set()
    following: Service | None = service
    while following is not None and following.replaced_by is not None and following.id not in passed:
        passed.add(following.id)
        following = data.service(following.replaced_by)
    return following if following is not None and following.status == "active" else None


def cards_of(country: Country, data: Data) -> list[Card]:
    """Return the cards of a country's active services: dated ones of a kind first, else in the file's order."""
    made = [_card(service, country, data) for service in contacts.active(country)]
    firsts = {card.service.kinds[0]: place for place, card in reversed(list(enumerate(made)))}
    return sorted(made, key=lambda card: (firsts[card.service.kinds[0]], card.age.newest is None))


def by_group(cards: list[Card], data: Data) -> list[tuple[str, list[Card]]]:
    """Return the cards under the groups of vocabularies.yml, in that order, without empty groups."""
    order: list[str] = list(data.vocabularies.groups)
    ordered = sorted(cards, key=lambda card: order.index(card.group))
    return [(group, list(members)) for group, members in groupby(ordered, key=lambda card: card.group)]


def emergency_exceptions(data: Data, number: str) -> list[str]:
    """Return the published countries (ISO codes) whose file does not list an emergency number."""
    return [
        country.country
        for country in data.countries.values()
        if number not in {contacts.dialled(entry.number) for entry in country.emergency}
    ]


def _card(service: Service, country: Country, data: Data) -> Card:
    used = dict.fromkeys(name for channel in service.channels for name in channel.source)
    return Card(
        service=service,
        group=_group(service, data),
        numbers=tuple(_numbers(service)),
        addresses=tuple(channel for channel in service.channels if contacts.channel_kind(channel) not in contacts.NUMBERED),
        sources=tuple(country.sources[name] for name in used),
        unknown=_unknown(service),
        age=age_of(service, country, data.site.freshness),
    )


def _group(service: Service, data: Data) -> str:
    group = data.vocabularies.kinds[service.kinds[0]].group or ""
    return PROFESSIONALS if set(service.audience) == {PROFESSIONALS} else str(group)


def _numbers(service: Service) -> list[Number]:
    numbered = [channel for channel in service.channels if contacts.channel_kind(channel) in contacts.NUMBERED]
    merged: dict[tuple[str, str], list[Channel]] = {}
    for channel in numbered:
        merged.setdefault((contacts.channel_kind(channel), contacts.channel_value(channel)), []).append(channel)
    return [_number(kind, dialled, channels) for (kind, dialled), channels in merged.items()]


def _number(kind: str, dialled: str, channels: list[Channel]) -> Number:
    international = dialled.startswith("+")
    # The spelling for inside the country is no use to somebody who calls from abroad.
    local = contacts.local_spelling(dialled) if international and channels[0].reach != "abroad" else None
    written = str(getattr(channels[0], kind))
    return Number(
        kind=kind,
        dialled=dialled,
        shown=" ".join(written.split()) if international else dialled,
        local=local,
        channels=tuple(channels),
    )


def _unknown(service: Service) -> tuple[str, ...]:
    """Name what nobody has stated about any number of the service."""
    called = [channel for channel in service.channels if contacts.channel_kind(channel) in contacts.CALLED]
    if not called:
        return ()
    unknown = [fact for fact in ASKED_OF_NUMBERS if all(_is_unknown(getattr(channel, fact)) for channel in called)]
    if service.caller is None or service.caller.anonymous == UNKNOWN:
        unknown.append("anonymous")
    return tuple(unknown)


def _is_unknown(value: str | tuple[str, ...]) -> bool:
    return value in (UNKNOWN, (UNKNOWN,))
