"""Rules on the other facts of a channel: addresses, opening hours, and facts that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from email_validator import EmailNotValidError, validate_email

from ..contacts import LINKED, NUMBERED, channel_kind
from ..hours import problem_with
from ..model import UNKNOWN
from ..yamltext import Text
from .survey import Finding, Survey, found, is_written

TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)=", re.IGNORECASE)
# Hosts that know who asks: behind the exit link they would show what the reader did or likes.
PERSONAL_HOSTS = {
    "facebook.com", "instagram.com", "tiktok.com", "twitter.com", "x.com", "vk.com", "ok.ru", "telegram.org", "t.me",
    "youtube.com", "reddit.com", "pinterest.com", "linkedin.com", "snapchat.com",
    "google.com", "bing.com", "duckduckgo.com", "yandex.ru", "yahoo.com", "baidu.com", "seznam.cz",
    "amazon.com", "amazon.de", "ebay.com", "aliexpress.com", "allegro.pl", "booking.com", "temu.com",
}  # fmt: skip
_problem_with_hours = lru_cache(maxsize=10_000)(problem_with)


def emails_are_valid(survey: Survey) -> Iterator[Finding]:
    """An e-mail address is complete, one only, and lower-case behind the "@"."""
    for _, _, channel in survey.channels:
        for text in (channel.email, *(other.email for other in channel.also_stated)):
            if text is not None:
                yield from _email(text)
    if survey.data.site.corrections is not None:
        yield from _email(survey.data.site.corrections)


def addresses_are_secure(survey: Survey) -> Iterator[Finding]:
    """An address that readers open is a complete https address without user name and without tracking."""
    for _, _, channel in survey.channels:
        for kind in LINKED:
            if getattr(channel, kind) is not None:
                yield from _address(getattr(channel, kind), kind)
    site = survey.data.site
    for name, text in (("url", site.url), ("edit_url", site.edit_url), ("issues_url", site.issues_url)):
        if text is not None:
            yield from _address(text, name)
    for language in site.languages:
        yield from _address(language.exit, "exit")
    urls = [law.url for law in survey.data.laws.values()]
    urls += [law.url for profile in survey.data.profiles.values() for law in profile.laws]
    for url in (*urls, *(reference.url for reference in survey.data.references.values())):
        if url != UNKNOWN:
            yield from _address(url, "url")


def source_addresses_are_complete(survey: Survey) -> Iterator[Finding]:
    """The address of a source is complete, or unknown; old pages may still be http."""
    for country in survey.data.countries.values():
        for source in country.sources.values():
            if source.url != UNKNOWN:
                yield from _address(source.url, "url", schemes=("https", "http"))


def exits_are_neutral(survey: Survey) -> Iterator[Finding]:
    """The exit link leads to a page that is the same for everybody: no search, no social network, no shop."""
    for language in survey.data.site.languages:
        parts = _split(language.exit)
        host = (parts.hostname or "") if parts else ""
        if parts and (parts.query or parts.fragment):
            message = f'"{language.exit}" holds a question ("?…" or "#…")'
            yield found(language.exit, message, "use the address without it")
        if any(host == name or host.endswith(f".{name}") for name in PERSONAL_HOSTS):
            message = f'"{host}" shows each visitor something else, or knows who they are'
            yield found(language.exit, message, "use a neutral page, such as an encyclopedia or the weather")


def hours_are_readable(survey: Survey) -> Iterator[Finding]:
    """Opening hours are written in the opening_hours syntax: "Mo-Fr 09:00-17:00; PH off", "24/7", or unknown."""
    for _, _, channel in survey.channels:
        for text in (channel.hours, *(other.hours for other in channel.also_stated)):
            if text is not None and text != UNKNOWN and (fix := _problem_with_hours(str(text))):
                yield found(text, f'"{text}" cannot be read as opening hours', fix)


def facts_fit_the_channel(survey: Survey) -> Iterator[Finding]:
    """Reach and cost belong to numbers, networks to the reach one-network, not_in to lines of the whole Union."""
    for country, _, channel in survey.channels:
        if channel_kind(channel) not in NUMBERED:
            for name, text in (("reach", channel.reach), ("cost", channel.cost)):
                if is_written(text):
                    message = f'"{name}" belongs to a number; this channel is {channel_kind(channel) or "empty"}'
                    yield found(text, message, f'remove "{name}: {text}"')
        if channel.networks and channel.reach != "one-network":
            yield found(channel.networks[0], '"networks" needs "reach: one-network"', "add it, or remove the networks")
        if channel.reach == "one-network" and not channel.networks:
            yield found(channel.reach, '"one-network" needs the names of the networks', 'add "networks: …"')
        if channel.not_in and country.country != "EU":
            yield found(channel.not_in[0], '"not_in" belongs to data/countries/eu.yml only', "remove it")


@lru_cache(maxsize=50_000)
def _email_problem(text: str) -> str | None:
    try:
        checked = validate_email(text, check_deliverability=False)
    except EmailNotValidError as error:
        return str(error)
    if not text.isascii():
        return "a letter that no mailbox of a service has"
    return None if text == f"{checked.local_part}@{checked.ascii_domain}" else "lower"


def _email(text: Text) -> Iterator[Finding]:
    said = _email_problem(str(text))
    if said == "lower":
        local, _, domain = text.rpartition("@")
        message = f'the part behind the "@" is in lower case, not "{domain}"'
        yield found(text, message, f'type "{local}@{domain.lower()}"')
    elif said:
        yield found(text, f'"{text}" is not an e-mail address', "type it as the source shows it: name@example.org")


def _address(text: Text, field: str, schemes: tuple[str, ...] = ("https",)) -> Iterator[Finding]:
    parts = _split(text)
    host = (parts.hostname or "") if parts else ""
    if parts is None or not re.fullmatch(r"[^\s<>\"]+", text) or parts.scheme not in schemes:
        advice = f'type it with "{schemes[0]}://" in front'
        if parts and parts.scheme == "http":
            advice += ", if the page opens like that"
        yield found(text, f'"{field}" needs one complete {schemes[0]} address, not "{text}"', advice)
    elif not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}", host):
        yield found(text, f'"{text}" has no proper host such as "www.example.org"', "compare it with the source")
    elif "@" in parts.netloc:
        yield found(text, f'"{text}" holds a user name', "type the address without the part before the @")
    elif match := TRACKING.search(text):
        yield found(text, f'"{text}" holds the tracking mark "{match[0][1:-1]}"', f'type "{text[: match.start()]}"')


def _split(text: str) -> SplitResult | None:
    try:
        return urlsplit(str(text))
    except ValueError:
        return None
