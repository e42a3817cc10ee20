"""Languages and countries: codes (BCP 47, ISO 3166-1) and names in every language, from CLDR through Babel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_currency_name, get_currency_symbol

# Codes of countries that people write for languages. Some are real codes of other languages (ee is
# Ewe, se Northern Sami, si Sinhala), so no library refuses them; on this site they are mistakes.
MISTAKEN = {
    "ua": "uk", "ee": "et", "se": "sv", "dk": "da", "si": "sl", "cz": "cs", "gr": "el", "no": "nb",
    "gb": "en", "us": "en", "by": "be", "al": "sq", "rs": "sr", "me": "sr", "at": "de", "md": "ro",
    "cn": "zh", "jp": "ja", "vn": "vi", "in": "hi", "ge": "ka",
}  # fmt: skip


RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"}
LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")


@cache
def locale_of(language: str) -> Locale:
    """Return Babel's locale of a BCP 47 code. Raises `UnknownLocaleError` or `ValueError`."""
    return Locale.parse(language.replace("-", "_"))


@cache
def is_language(code: str) -> bool:
    """Tell whether a code is a language that CLDR knows, with a script or a territory where needed (sr-Latn)."""
    found = LANGUAGE.fullmatch(code)
    if found is None or code in MISTAKEN:
        return False
    english = locale_of("en")
    parts = ((found[1], english.languages), (found[2], english.scripts), (found[3], english.territories))
    return all(part is None or part in known for part, known in parts)


def is_territory(code: str) -> bool:
    """Tell whether a code is a country (ISO 3166-1 alpha-2, capitals), or EU."""
    return len(code) == 2 and code.isalpha() and code.isupper() and code in locale_of("en").territories


def can_be_site_language(code: str) -> bool:
    """Tell whether CLDR has the names and dates that a language of the site needs."""
    try:
        return is_language(code) and bool(locale_of(code).languages.get("en"))
    except (UnknownLocaleError, ValueError):
        return False


def official_name_language(names: Iterable[str], official: Iterable[str]) -> str:
    """Return the language in which an official name stands: of those with a name the country's first one, or English.

    `names` are the languages that have a name, at least one, `official` those of the country.
    """
    known = list(names)
    return next(str(code) for code in (*official, "en", *known) if code in known)


@cache
def language_name(code: str, language: str) -> str:
    """Return the name of a language in another language, in the form CLDR gives for running text."""
    names = locale_of(language).languages
    if name := names.get(code.replace("-", "_")):
        return str(name)
    try:
        return locale_of(code).get_display_name(locale_of(language)) or code
    except (UnknownLocaleError, ValueError):
        return code


@cache
def own_name(code: str) -> str:
    """Return a language's name in itself, with a capital, for the language menu."""
    name = language_name(code, code)
    return name[:1].title() + name[1:]  # Georgian has capitals, and no capital at the beginning of a name


@cache
def country_name(code: str, language: str) -> str:
    """Return the name of a country in a language."""
    name = locale_of(language).territories.get(code)
    return name or code


def country_code(text: str) -> str:
    """Return the code of a country from its code or its English name, in letters of any size; "" for anything else."""
    named = (code for code, name in locale_of("en").territories.items() if name.lower() == text.lower() and is_territory(code))
    return text.upper() if is_territory(text.upper()) else next(named, "")


def language_code(name: str) -> str:
    """Return the code of a language from its English name, in letters of any size; "" where there is none."""
    return next((code for code, known in locale_of("en").languages.items() if known.lower() == name.lower()), "")


def currency_name(code: str, language: str) -> str:
    """Return the name of a currency (ISO 4217) with its sign, in a language: "Norwegian krone (kr)"."""
    name = get_currency_name(code, locale=locale_of(language))
    sign = get_currency_symbol(code, locale=locale_of(language))
    return f"{name} ({sign})"


def city_name(zone: str, language: str) -> str:
    """Return the name of the city that stands for an IANA time zone, in a language."""
    # CLDR keeps its names under the oldest spelling of a zone: Europe/Kiev for Europe/Kyiv.
    spellings = [zone, *(old for old, new in get_global("zone_aliases").items() if new == zone)]
    zones = locale_of(language).time_zones
    known = next((zones[name]["city"] for name in spellings if "city" in zones.get(name, {})), None)
    return str(known or zone.rpartition("/")[2].replace("_", " "))


@cache
def direction(code: str) -> str:
    """Return "rtl" or "ltr"."""
    try:
        return str(locale_of(code).text_direction)
    except (UnknownLocaleError, ValueError):  # a language of which CLDR has the name only, such as Romani
        script = get_global("likely_subtags").get(code, "").split("_")[1:2]
        return "rtl" if script and script[0] in RIGHT_TO_LEFT else "ltr"


@cache
def script_of(code: str) -> str:
    """Return the script in which a language is usually written, as ISO 15924: "Cyrl", "Latn"; "" when not known."""
    likely = code.replace("-", "_"), get_global("likely_subtags").get(code.replace("-", "_"), "")
    return next((part for text in likely for part in text.split("_") if len(part) == 4), "")


def official_languages(country: str) -> tuple[str, ...]:
    """Return the official languages of a country (ISO 3166-1) and of its regions; empty when not known."""
    return tuple(get_official_languages(country, regional=True, de_facto=True))


# Alphabets whose order differs from that of the letters without their marks (CLDR collation).
ALPHABETS = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "fi": "abcdefghijklmnopqrstuvwxyzåäö",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
    "nb": "abcdefghijklmnopqrstuvwxyzæøå",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "is": "aábcdðeéfghiíjklmnoópqrstuúvwxyýzþæö",
    "lv": "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž",
    "lt": "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "sl": "abcčdefghijklmnopqrsštuvwxyzž",
    # Without the marks й would stand among и; ё stands among е, as in dictionaries.
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
}


def sort_key(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts texts in the order of a language's alphabet."""
    alphabet = ALPHABETS.get(language, "")
    key = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        place = alphabet.find(letter)
        bare = unicodedata.normalize("NFD", letter)[0]
        key.append((place, "") if place >= 0 else (alphabet.find(bare), letter) if bare in alphabet else (-1, bare))
    return tuple(key)
