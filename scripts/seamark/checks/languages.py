"""Rules on languages, countries and time zones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from ..languages import (
    MISTAKEN,
    can_be_site_language,
    country_code,
    is_language,
    is_territory,
    language_code,
    language_name,
    locale_of,
    official_languages,
    script_of,
)
from ..model import UNKNOWN, ByLanguage
from ..problems import did_you_mean
from ..yamltext import Text
from .survey import Finding, Survey, found

SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK"}  # ISO 15924, and how Unicode names the letters


def languages_exist(survey: Survey) -> Iterator[Finding]:
    """A language is written as its BCP 47 code (uk for Ukrainian), never as the code of a country (UA)."""
    for text in _languages(survey):
        if not _is_language(str(text)):
            yield found(text, f'"{text}" is not the code of a language', _language_advice(text))


def unknown_languages_stand_alone(survey: Survey) -> Iterator[Finding]:
    """The languages of a channel are codes, each once, or only "unknown"."""
    for _, _, channel in survey.channels:
        for codes in (channel.languages, *(other.languages or () for other in channel.also_stated)):
            for number, code in enumerate(codes):
                if code == UNKNOWN and len(codes) > 1:
                    yield found(code, '"unknown" stands alone, not beside other languages', "remove it")
                elif code in codes[:number]:
                    yield found(code, f'the language "{code}" stands twice', "keep one of the two")


def countries_exist(survey: Survey) -> Iterator[Finding]:
    """A country is written as its ISO 3166-1 code in capitals and quotes: "EE", "NO"; or "EU"."""
    data = survey.data
    texts = [country.country for country in data.countries.values()]
    texts += [entry.country for entry in data.short_codes]
    texts += [entry.country for entry in data.held_back]
    texts += [institution.country for institution in data.institutions]
    texts += [code for _, _, channel in survey.channels for code in channel.not_in]
    for text in texts:
        if not _is_territory(str(text)):
            yield found(text, f'"{text}" is not the code of a country', _country_advice(text))


def recognised_countries_have_a_file(survey: Survey) -> Iterator[Finding]:
    """What shows in which country one is names a country that has a file, by its code: "EE"."""
    codes = {str(country.country) for country in survey.data.countries.values()}
    for text in survey.data.recognition:
        if text not in codes and survey.is_whole(f"countries/{text.lower()}"):
            yield found(text, f'no country has the code "{text}" and a file', did_you_mean(text.upper(), codes))


def plates_and_money_are_codes(survey: Survey) -> Iterator[Finding]:
    """Number plates bear one to three capitals, and money is named by its ISO 4217 code: EUR, NOK."""
    for marks in survey.data.recognition.values():
        if not re.fullmatch("[A-Z]{1,3}", marks.plate):
            yield found(marks.plate, f'a number plate bears one to three capitals, not "{marks.plate}"', 'type "EST"')
        if marks.currency not in locale_of("en").currencies:
            message = f'"{marks.currency}" is not the code of a currency'
            yield found(marks.currency, message, "type the three letters of ISO 4217: EUR, NOK")


def time_zones_exist(survey: Survey) -> Iterator[Finding]:
    """A country's time zone is a name of the IANA list: Europe/Tallinn."""
    for country in survey.data.countries.values():
        if not _is_time_zone(str(country.time_zone)):
            message = f'"{country.time_zone}" is not the name of a time zone'
            yield found(country.time_zone, message, _zone_advice(str(country.time_zone)))


def time_zones_belong_to_the_country(survey: Survey) -> Iterator[Finding]:
    """A country's time zone is one of that country: with the neighbour's, a line is called open when it is closed."""
    for country in survey.data.countries.values():
        owner = _owner_of_zone(str(country.time_zone))
        if country.country != "EU" and owner not in ("", country.country) and _is_territory(str(country.country)):
            own = sorted(zone for zone, code in get_global("zone_territories").items() if code == country.country)
            message = f'the time zone "{country.time_zone}" is that of "{owner}", not of "{country.country}"'
            yield found(country.time_zone, message, f"use one of {', '.join(own[:4])}" if own else "look it up")


def country_languages_are_official(survey: Survey) -> Iterator[Finding]:
    """The languages of a country's file are official there: sentences to show to somebody are shown in them."""
    for country in survey.data.countries.values():
        official = official_languages(str(country.country))
        for code in country.languages if official else ():
            if code not in official and _is_language(str(code)):
                message = f'"{code}" is no official language of "{country.country}"'
                yield found(code, message, f"use {' or '.join(official[:4])}, or correct the country")


def names_are_in_the_script_of_their_language(survey: Survey) -> Iterator[Finding]:
    """A title, and the name of a service or operator, is written in the letters of the language that it is said to be in."""
    named = [(source.language, source.title) for country in survey.data.countries.values() for source in country.sources.values()]
    named += [(reference.language, reference.title) for reference in survey.data.references.values()]
    for _, service in survey.services:
        named += [*service.name.items(), *service.operator.items()]
    for code, text in named:
        wanted = SCRIPTS.get(script_of(str(code)), "")
        letters = _alphabets(str(text)) if wanted and not (wanted == "LATIN" and text.isascii()) else ()
        if letters and wanted not in letters and text != UNKNOWN:
            message = f'"{text[:60]}" is not in the letters of {language_name(str(code), "en")} ("{code}")'
            yield found(text, message, "correct its language, or copy the text as it stands there")


def names_are_in_a_language_readers_know(survey: Survey) -> Iterator[Finding]:
    """The name of a service and of its operator stands at least in English or a language of the country."""
    for country, service in survey.services:
        for field, names in (("name", service.name), ("operator", service.operator)):
            if (names or field == "name") and not {"en", *country.languages} & set(names):
                at = next(iter(names), service.id)
                message = f'"{field}" has neither "en" nor a language of the country ({", ".join(country.languages)})'
                yield found(at, message, 'add "en: …" with the official English name')


def site_languages_can_be_built(survey: Survey) -> Iterator[Finding]:
    """The languages of the site start with English; each stands once, and dates and names are known in it."""
    seen: set[str] = set()
    for number, language in enumerate(survey.data.site.languages):
        code = language.code
        if number == 0 and code != "en":
            yield found(code, f'the first language is the source language "en", not "{code}"', 'put "- code: en" first')
        if _is_language(str(code)) and not can_be_site_language(code):
            yield found(code, f'dates and names are not known in "{code}"', "choose another language, or another code")
        if code in seen:
            yield found(code, f'the language "{code}" stands twice', "keep one of the two")
        seen.add(code)


def _languages(survey: Survey) -> Iterator[Text]:
    data = survey.data
    for country in data.countries.values():
        yield from country.languages
        yield from (source.language for source in country.sources.values() if source.language != UNKNOWN)
    for _, service in survey.services:
        names: tuple[ByLanguage, ...] = (service.name, service.operator)
        yield from (code for codes in names for code in codes)
    for _, _, channel in survey.channels:
        for codes in (channel.languages, *(other.languages or () for other in channel.also_stated)):
            yield from (code for code in codes if code != UNKNOWN)
    yield from (reference.language for reference in data.references.values() if reference.language != UNKNOWN)
    yield from (language.code for language in data.site.languages)
    yield from (code for sentence in data.spoken.values() for code in sentence.other_languages)


def _language_advice(code: str) -> str:
    right = MISTAKEN.get(code.lower()) or (code.lower() if _is_language(code.lower()) else "")
    if right:
        return f'type "{right}" for {language_name(right, "en")}'
    names = [name.strip() for name in re.split(r",|;|/|\band\b", code) if name.strip()]
    codes = [language_code(name) for name in names]
    if len(codes) == 1 and codes[0]:
        return f'type "{codes[0]}" for {language_name(codes[0], "en")}'
    if codes and all(codes):
        return f"type [{', '.join(codes)}]"
    return 'type the code of the language: "et" for Estonian, "uk" for Ukrainian'


def _zone_advice(written: str) -> str:
    city = written.strip().replace(" ", "_").lower()
    zones = (zone for zone in sorted(available_timezones()) if zone.count("/") == 1 and zone.lower().endswith(f"/{city}"))
    right = next(zones, "") if city else ""
    return f'type "{right}"' if right else "type it like Europe/Tallinn or Europe/Kyiv"


def _country_advice(written: str) -> str:
    right = country_code(written)
    return f'type "{right}"' if right else 'type the two letters of ISO 3166-1: "EE", "NO"'


@lru_cache(maxsize=10_000)
def _alphabets(text: str) -> frozenset[str]:
    return frozenset(unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())


_is_language = cache(is_language)
_is_territory = cache(is_territory)


def _owner_of_zone(name: str) -> str:
    """Return the country of a time zone, "" when it is of none or not known; old names count."""
    owner = get_global("zone_territories").get(get_global("zone_aliases").get(name, name), "")
    return owner if _is_time_zone(name) and owner != "001" else ""


@cache
def _is_time_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name)) and "/" in name
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return False
