"""Rules on data/site.yml: the stage, the addresses of the site, the limits of age."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ..contacts import CALLED, active, channel_kind
from ..problems import did_you_mean
from .survey import Finding, Survey, found

STAGES = ("preview", "public")
RESERVED = ("example", "example.com", "example.net", "example.org", "invalid", "localhost", "test")  # RFC 2606


def stage_is_known(survey: Survey) -> Iterator[Finding]:
    """The stage is preview or public."""
    stage = survey.data.site.stage
    if stage not in STAGES:
        yield found(stage, f'the stage is preview or public, not "{stage}"', did_you_mean(stage, STAGES))


def public_lines_are_confirmed(survey: Survey) -> Iterator[Finding]:
    """The site is public only when a person has confirmed the first line to call of every country."""
    if survey.data.site.stage != "public":
        return
    for country in survey.data.countries.values():
        called = [channel for service in active(country)[:1] for channel in service.channels if channel_kind(channel) in CALLED]
        if not called or not called[0].confirmed:
            message = f'the site is "public", but nobody has confirmed the first line of "{country.country}"'
            yield found(country.country, message, 'add "confirmed:" to it when somebody has, or keep "stage: preview"')


def public_addresses_are_real(survey: Survey) -> Iterator[Finding]:
    """The site is public only at a real address: example.org and the like are reserved for examples."""
    site = survey.data.site
    if site.stage != "public":
        return
    for name, text in (("url", site.url), ("edit_url", site.edit_url), ("issues_url", site.issues_url)):
        host = urlsplit(str(text)).hostname or ""
        if text is not None and any(host == reserved or host.endswith(f".{reserved}") for reserved in RESERVED):
            message = f'the site is "public", but "{name}" is the example address "{text}"'
            yield found(text, message, 'type the real address, or keep "stage: preview"')


def site_addresses_end_with_a_slash(survey: Survey) -> Iterator[Finding]:
    """The addresses of the site and of its files end with a slash, because paths are put behind them."""
    for text in (survey.data.site.url, survey.data.site.edit_url):
        if not text.endswith("/"):
            yield found(text, f'"{text}" does not end with a slash', f'type "{text}/"')


def old_sites_send_readers_on(survey: Survey) -> Iterator[Finding]:
    """A site with a sunset names an official list to look at then; each is an official page at an https address."""
    site = survey.data.site
    if site.sunset is not None and not site.official_lists:
        message = '"sunset" stands without "official_lists": readers of an old site would be sent nowhere'
        yield found(site.sunset, message, 'add "official_lists:" with an id from data/references.yml')
    for name in site.official_lists:
        reference = survey.data.references.get(name)
        if reference is not None and (reference.tier != "official" or not reference.url.startswith("https://")):
            message = f'"{name}" is no official page at an https address'
            yield found(name, message, "name a reference with tier: official and its address")


def limits_of_age_are_days(survey: Survey) -> Iterator[Finding]:
    """A limit of age, or of the whole site, is a whole number of days from 1 to 1000; kinds of service exist."""
    freshness = survey.data.site.freshness
    for kind in freshness.kinds:
        if kind not in survey.data.vocabularies.kinds:
            fix = did_you_mean(kind, survey.data.vocabularies.kinds)
            yield found(kind, f'there is no kind of service "{kind}"', fix)
    for text in filter(None, (freshness.default, *freshness.kinds.values(), survey.data.site.sunset)):
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1000):
            yield found(text, f'"{text}" is not a number of days from 1 to 1000', 'type a whole number: "180"')
