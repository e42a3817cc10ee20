"""Rules on telephone numbers in international form: whether they can be dialled, and belong here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from ..contacts import NUMBERED, channel_kind, channel_value, dialled, is_short, parse_phone, region_of
from ..model import Channel, Country, Service
from ..yamltext import Text
from .survey import Finding, Survey, contact_of, found
from .texts import as_it_looks

INTERNATIONAL = re.compile(r"\+[0-9](?:[ -]?[0-9])*")
HARMONISED = re.compile(r"116[0-9]{3}")  # the European helpline numbers
# Parts of a country that have a code of their own, but the country's numbers.
SHARED = {"FI": {"AX"}, "NO": {"SJ"}, "GB": {"GG", "JE", "IM"}, "IT": {"VA"}, "FR": {"GP", "MQ", "GF", "RE", "YT"}}


def phones_are_international(survey: Survey) -> Iterator[Finding]:
    """A phone or WhatsApp number is one number: "+", the country's code and digits, with spaces or hyphens."""
    for country, text in _phones(survey, also=True):
        if not INTERNATIONAL.fullmatch(as_it_looks(text)):
            yield found(text, *_advice(text, country.country))


def no_short_code_behind_a_country_code(survey: Survey) -> Iterator[Finding]:
    """A short code is dialled as it is: behind a country's code it reaches nobody, or somebody else."""
    for _, text in _phones(survey):
        if INTERNATIONAL.fullmatch(text) and (short := _hidden_short_code(survey, text)):
            message = f'"{text}" is the short code {short} behind a country\'s code, which cannot be dialled'
            yield found(text, message, f'write it as a short code: short: "{short}"')


def phones_can_be_dialled(survey: Survey) -> Iterator[Finding]:
    """A phone number is possible in the numbering plan of its country: no digit missing, none too many."""
    for _, text in _phones(survey):
        if INTERNATIONAL.fullmatch(text) and not _hidden_short_code(survey, text) and _region(text) is None:
            message = f'"{text}" has a digit too many, too few or wrong: no such number can exist'
            yield found(text, message, "compare it with the source, digit by digit")


def phones_belong_to_the_country(survey: Survey) -> Iterator[Finding]:
    """A phone number in a country's file belongs to that country; lines of the whole Union may be anywhere."""
    for country, text in _phones(survey):
        region = _region(text) if INTERNATIONAL.fullmatch(text) else None
        code = str(country.country)
        if region and code != "EU" and region not in {code, *SHARED.get(code, ())}:
            owner = "no country" if region == "001" else f'the country "{region}"'
            message = f'"{text}" is a number of {owner}, not of "{code}"'
            yield found(text, message, "correct the country's code behind the plus, or move the service")


def one_contact_in_each_channel(survey: Survey) -> Iterator[Finding]:
    """A channel has exactly one number or address; a second one is a channel of its own."""
    for _, _, channel in survey.channels:
        written = [kind for kind in (*NUMBERED, "email", "chat", "form", "web") if getattr(channel, kind) is not None]
        if not written:
            message = "this channel has no number and no address"
            yield found(contact_of(channel), message, 'add one of "phone: …", "short: …", "email: …", "web: …"')
        elif len(written) > 1:
            second: Text = getattr(channel, written[1])
            message = f"one channel holds one contact, here are {len(written)}: {', '.join(written)}"
            yield found(second, message, f'begin a new channel with "- {written[1]}: …"')


def contacts_stand_once(survey: Survey) -> Iterator[Finding]:
    """A number stands once in a country, an address once in a service; again only for other hours, languages, areas."""
    for country in survey.data.countries.values():
        seen: dict[tuple[str, str], list[tuple[Service, Channel]]] = {}
        for service in country.services:
            for channel in service.channels:
                kind, value = channel_kind(channel), channel_value(channel)
                # Several services may share an address; a number that two of them share is a mistake.
                earlier = seen.setdefault((kind, value if kind in NUMBERED else f"{service.id} {value}"), [])
                yield from _repeated(service, channel, earlier)
                earlier.append((service, channel))


def no_neighbouring_digits_are_swapped(survey: Survey) -> Iterator[Finding]:
    """No two unconfirmed numbers of a country differ only by two neighbouring digits that changed places."""
    for country in survey.data.countries.values():
        phones = [
            (channel_value(channel), channel)
            for service in country.services
            for channel in service.channels
            if channel.phone is not None and not channel.confirmed
        ]
        known = dict(reversed(phones))
        for number, channel in phones:
            twin = next((known[other] for other in _swapped(number) if other in known), None)
            if twin is not None and contact_of(twin).place < contact_of(channel).place:
                text, other = contact_of(channel), contact_of(twin)
                message = f'"{text}" is "{other}" of line {other.place.line} with two digits swapped'
                yield found(text, message, "compare both with their sources; correct one, or confirm both by a call")


def _swapped(number: str) -> Iterator[str]:
    for at in range(1, len(number) - 1):
        if number[at] != number[at + 1]:
            yield f"{number[:at]}{number[at + 1]}{number[at]}{number[at + 2 :]}"


def _repeated(service: Service, channel: Channel, earlier: list[tuple[Service, Channel]]) -> Iterator[Finding]:
    text = contact_of(channel)
    for other, before in earlier:
        line = contact_of(before).place.line
        if other.id != service.id:
            message = f'"{text}" is already the number of "{other.id}" in line {line}'
            yield found(text, message, "find out whose number it is, and keep it there only")
            return
        if _told_apart(before) == _told_apart(channel):
            message = f'"{text}" stands already in line {line} with the same hours, languages and area'
            yield found(text, message, "remove one of the two, or say how they differ")
            return


def _told_apart(channel: Channel) -> tuple[object, ...]:
    return channel.hours, set(channel.languages), channel.area, channel.reach


def _phones(survey: Survey, *, also: bool = False) -> Iterator[tuple[Country, Text]]:
    """Yield every number that is meant to be in international form; with `also`, the ones other sources state."""
    for country, _, channel in survey.channels:
        if channel.phone is not None:
            yield country, channel.phone
        if channel.whatsapp is not None:
            yield country, channel.whatsapp
        if channel.sms is not None and not is_short(channel.sms):
            yield country, channel.sms
        if also:
            yield from ((country, other.phone) for other in channel.also_stated if other.phone is not None)


def _hidden_short_code(survey: Survey, text: str) -> str | None:
    """Return the short code that stands behind the country's code, if one does."""
    parsed = parse_phone(dialled(text))
    national = str(parsed.national_number) if parsed else ""
    return national if HARMONISED.fullmatch(national) or national in survey.short_numbers else None


_region_of = lru_cache(maxsize=50_000)(region_of)


def _region(text: str) -> str | None:
    """Return the country to which a number belongs; None when there can be no such number."""
    return _region_of(dialled(text))


def _advice(text: str, country: str) -> tuple[str, str]:
    """Return what is wrong with a number that is not in international form, and what to type."""
    if re.search(r"[^\W\d_]|#|\*", text):
        message = f'a number consists of digits, "{text}" holds other signs'
        return message, "write the number alone, no words, no extension"
    if re.search(r"[,;/|]|\+.*\+|(?<=\d)\s+(?:\+)", text):
        return f'"{text}" is more than one number, or has an extension', "write each number as a channel of its own"
    try:
        parsed = phonenumbers.parse(text, None if country == "EU" else country)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed and phonenumbers.is_valid_number(parsed):
        form = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        return f'"{text}" is not in international form', f'type "{form}"'
    return f'"{text}" is not in international form', 'type it with "+" and the country\'s code: "+372 660 7320"'
