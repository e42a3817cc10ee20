"""Telephone numbers, addresses and how they are shown.

International form follows ITU-T E.164; links follow RFC 3966 without parameters, because
`;phone-context=` and `;ext=` make some telephones dial something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from .model import Channel, Country, Service, Site

CALLED = ("phone", "short")  # channels on which a voice answers
NUMBERED = ("phone", "short", "sms", "whatsapp")
LINKED = ("chat", "form", "web")
NO_DIGITS = re.compile(r"[^0-9]+")
LONGEST_SHORT = 6  # digits
CHANNEL_KINDS = (*NUMBERED, "email", *LINKED)


def digits(text: str) -> str:
    """Return the ASCII digits of a text, in order."""
    return NO_DIGITS.sub("", text)


def channel_kind(channel: Channel) -> str:
    """Return the one kind of a channel ("phone", "short", …), or "" when it has none."""
    for kind in CHANNEL_KINDS:
        if getattr(channel, kind) is not None:
            return kind
    return ""


def channel_value(channel: Channel) -> str:
    """Return what the channel reaches: E.164 for numbers, digits for short codes, else the address."""
    kind = channel_kind(channel)
    if not kind:
        return ""
    value: str = getattr(channel, kind)
    return dialled(value) if kind in NUMBERED else str(value)


def is_short(number: str) -> bool:
    """Tell whether a number, as it is written, is meant as a short code: six digits at most, and no plus."""
    return not number.lstrip().startswith("+") and len(digits(number)) <= LONGEST_SHORT


def dialled(number: str) -> str:
    """Return what a telephone dials: "+" and digits for an international number, digits for a short code."""
    return ("+" if number.lstrip().startswith("+") else "") + digits(number)


@lru_cache(maxsize=50_000)
def parse_phone(number: str) -> phonenumbers.PhoneNumber | None:
    """Parse a number in international form; None when it is not one."""
    try:
        return phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None


def region_of(number: str) -> str | None:
    """Return the country (ISO 3166-1) to whose numbering plan an international number belongs.

    "001" stands for numbers of no country, such as +800. None when the number is not valid.
    """
    parsed = parse_phone(number)
    if parsed is None:
        return None
    # The library names the region of any number behind +372, however long: validity is asked apart.
    region = phonenumbers.region_code_for_number(parsed)
    return region if region and phonenumbers.is_valid_number_for_region(parsed, region) else None


def calling_code(country: str) -> str:
    """Return the telephone prefix of a country (ISO 3166-1) with its plus sign: "+372" (ITU-T E.164)."""
    return f"+{phonenumbers.country_code_for_region(country)}"


def local_spelling(number: str) -> str | None:
    """Return how an international number is written inside its country, or None if it has no such form."""
    parsed = parse_phone(number)
    if parsed is None or region_of(number) in (None, "001"):
        return None
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return None if digits(national) == digits(number) else national


@dataclass(frozen=True, order=True, kw_only=True)
class Contact:
    """One published way to reach a service: what the proof looks for on the built pages."""

    country: str
    service: str
    kind: str
    value: str


def contacts_of(country: Country) -> Iterator[Contact]:
    """Yield every contact that a country's pages publish: emergency numbers and channels of active services."""
    for emergency in country.emergency:
        yield Contact(country=country.country, service=emergency.id, kind="short", value=dialled(emergency.number))
    for service in active(country):
        for channel in service.channels:
            yield Contact(
                country=country.country,
                service=service.id,
                kind=channel_kind(channel),
                value=channel_value(channel),
            )


def active(country: Country) -> list[Service]:
    """Return the services of a country that can be called now, in the order of the file."""
    return [service for service in country.services if service.status == "active"]


def resting(country: Country) -> list[Service]:
    """Return the services of a country that are paused or closed, in the order of the file."""
    return [service for service in country.services if service.status != "active"]


def public_trafficking_lines(country: Country) -> list[Service]:
    """Return the active lines on trafficking that can be called and are open to more than professionals."""
    return [service for service in active(country) if is_public_trafficking_line(service)]


def has_public_trafficking_line(country: Country) -> bool:
    """Tell whether an active line on trafficking is open to more than professionals."""
    return bool(public_trafficking_lines(country))


def is_public_trafficking_line(service: Service) -> bool:
    """Tell whether a service is a line on trafficking that more than professionals may call, in whatever state it is."""
    return (
        service.kinds[:1] == ("trafficking-helpline",)
        and set(service.audience) != {"professionals"}
        and any(channel_kind(channel) in CALLED for channel in service.channels)
    )


def correction_form(site: Site, country: str, service: str = "") -> str | None:
    """Return the address of the form for corrections, filled in with the country and the service; None without a form.

    Only text fields can be filled in by an address: with a list to pick from the code host shows an empty page.
    """
    if site.issues_url is None:
        return None
    about = f"&service={service}" if service else ""
    return f"{site.issues_url}?template=contact.yml&country={country}{about}"
