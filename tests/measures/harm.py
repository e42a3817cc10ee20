"""What a country's file says to readers, worked out apart from the change gate, to judge it by.

Two files that give the same value here help a reader in the same way. Nothing here is shared with
`seamark.changes`: hours, for example, are compared by asking for each five minutes of a week whether
somebody answers, and numbers by their digits.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours

from seamark.freshness import age_of
from seamark.model import Channel, Country, Freshness, Service

CONTACTS = ("phone", "short", "sms", "whatsapp", "email", "chat", "form", "web")
MONDAY = datetime(2026, 3, 9)


def said_to_readers(country: Country, limits: Freshness) -> object:
    """Return what the file says: numbers, who answers, when, where, at which price; how old it is and who says so."""
    return {
        "country": str(country.country),
        "zone": str(country.time_zone),
        "instead": [str(name) for name in country.instead_of_trafficking_line],
        "call first": [re.sub(r"\D", "", entry.number) for entry in country.emergency[:1]],
        "emergency": {
            str(entry.id): (re.sub(r"\D", "", entry.number), _set(entry.reaches), str(entry.by_text), _set(entry.source))
            for entry in country.emergency
        },
        "services": {str(service.id): _service(service, country, limits) for service in country.services},
    }


def _service(service: Service, country: Country, limits: Freshness) -> object:
    caller = service.caller
    age = age_of(service, country, limits)
    return (
        str(service.status),
        (str(service.since), str(service.reason), str(service.replaced_by)),
        str(service.kinds[0]),
        _set(service.kinds),
        {str(code): str(name) for code, name in service.name.items()},
        {str(code): str(name) for code, name in service.operator.items()},
        _set(service.audience),
        _set(service.support),
        _set(service.area),
        str(service.note),
        {key: str(value) for key, value in vars(caller).items() if key != "source" and value != "unknown"} if caller else {},
        Counter(repr(_channel(channel)) for channel in service.channels),
        (age.stated, age.check_after, age.confirmed),
        # The titles and publishers that stand under the card.
        {(str(country.sources[name].title), str(country.sources[name].publisher)) for c in service.channels for name in c.source},
    )


def _channel(channel: Channel) -> object:
    kind = next((name for name in CONTACTS if getattr(channel, name) is not None), "")
    written = str(getattr(channel, kind)) if kind else ""
    reached = re.sub(r"[^+\d]", "", written) if kind in CONTACTS[:4] else written
    return (
        (kind, reached),
        (str(channel.reach), _set(channel.networks), _set(channel.not_in), str(channel.cost), str(channel.interpreters)),
        _set(channel.languages),
        _set(channel.area),
        open_times(str(channel.hours)),
        [sorted((key, str(value)) for key, value in vars(other).items() if value) for other in channel.also_stated],
        [(str(act.on), str(act.how), str(act.by_role)) for act in channel.confirmed],
    )


def _set(values: tuple[str, ...]) -> list[str]:
    return sorted({str(value) for value in values})


@lru_cache(maxsize=20_000)
def open_times(hours: str) -> str:
    """Return for each five minutes of a week whether somebody answers, and what is said of public holidays."""
    try:
        parsed = OpeningHours(hours)
    except Exception:  # "unknown", or what is no hours: the text itself is what readers get
        return hours
    week = "".join("x" if parsed.is_open(MONDAY + timedelta(minutes=minute)) else "." for minute in range(0, 10_080, 5))
    return f"{hash(week)} {'; '.join(re.findall(r'PH[^;]*', hours)).replace('closed', 'off').replace(' ', '')}"
