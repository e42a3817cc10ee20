"""Numbers and addresses of services that are paused or closed: what to look for in the files of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from .. import contacts
from ..loading import Data
from ..model import Service

SHORTEST = 6  # digits that are looked for everywhere; shorter runs stand in drawings and sizes by chance
_BETWEEN = rb"(?:[ .()/-]|\xc2\xa0|\xe2\x80\xaf|&nbsp;|%20){0,2}"


class Retired(NamedTuple):
    """A way to reach a service that must not be used: the value, whose it is, and how it would be written."""

    value: str
    service: str
    status: str
    pattern: re.Pattern[bytes]


def retired_contacts(data: Data) -> list[Retired]:
    """Return the international numbers and the addresses of paused and closed services.

    Left out is what an active service or a source publishes too. Short codes are left out: their few digits
    stand in many places, and as numbers the rules on links and on running text find them.
    """
    countries = data.countries.values()
    used = {contact.value for country in countries for contact in contacts.contacts_of(country)}
    used |= {str(source.url) for country in countries for source in country.sources.values()}
    return [item for country in countries for service in contacts.resting(country) for item in _of(service, used)]


def _of(service: Service, used: set[str]) -> Iterator[Retired]:
    for channel in service.channels:
        value = contacts.channel_value(channel)
        if value in used:
            continue
        if contacts.channel_kind(channel) not in contacts.NUMBERED:
            spelled = rb"|".join(re.escape(text.rstrip("/").encode()) for text in dict.fromkeys((value, unquote(value))))
            pattern = re.compile(rb"(?<![\w.+-])(?:" + spelled + rb")/?(?![\w/?=%+-])", re.IGNORECASE)
        elif (found := _number(value, used)) is None:
            continue
        else:
            pattern = found
        yield Retired(value, service.id, str(service.status), pattern)


def _number(value: str, used: set[str]) -> re.Pattern[bytes] | None:
    """Return what finds an international number in any spelling, from abroad and from inside its country."""
    parsed = contacts.parse_phone(value)
    if not value.startswith("+") or parsed is None:
        return None
    inside = contacts.digits(value).removeprefix(str(parsed.country_code))
    from_abroad = _spaced(str(parsed.country_code)) + _BETWEEN + rb"(?:\(?0\)?" + _BETWEEN + rb")?"
    # Where a published number ends in the same digits, only the whole one is looked for.
    shared = len(inside) < SHORTEST or any(other.startswith("+") and other.endswith(inside) for other in used)
    front = from_abroad if shared else rb"(?:" + from_abroad + rb"|0" + _BETWEEN + rb")?"
    return re.compile(rb"(?<![0-9])(?:00)?" + front + _spaced(inside) + rb"(?![0-9])")


def _spaced(digits: str) -> bytes:
    return _BETWEEN.join(digit.encode() for digit in digits)
