"""Telephone numbers and short codes in running text.

Where a number begins and ends, and whether it is a whole one, is judged by the phonenumbers library, which
finds it in every common spelling and refuses digits that are part of a longer row. Short codes are ours to
find: they have no plan to be checked against, and any three digits look like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from ..contacts import digits, parse_phone

_BETWEEN = r"[^\w\n+]{0,4}"  # what people write between the digits of a number
_WINDOW = 60  # signs on both sides of a number in which it is judged
# What is written beside numbers and is none: hours, dates, round the clock.
_CLOCK = r"(?:[01]?\d|2[0-4])[:.][0-5]\d"
_NO_NUMBERS = re.compile(
    rf"(?<![\d+.])(?:{_CLOCK}\s?[-–—]\s?{_CLOCK}|24\s?/\s?7|24\s?[hH]\b|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?:[01]?\d|2[0-4]):[0-5]\d|(?:1?\d|2[0-4])\s?[-–—]\s?(?:1?\d|2[0-4])(?=\s))(?![\d.:/]?\d)"
)
# Signs that join a short code to other digits; with more between them, the digits are another number.
_TIGHT = r"[ .,\-/()+]?"
_LONG_CODE = 5  # short codes of this many digits are also written in groups


def without_hours(text: str) -> str:
    """Return a text in which hours and dates no longer touch the numbers beside them."""
    return _NO_NUMBERS.sub(" ; ", text)


def region_for(number: str) -> str | None:
    """Return the country whose local spellings of an international number are to be known."""
    parsed = parse_phone(number)
    return phonenumbers.region_code_for_country_code(parsed.country_code) if parsed and parsed.country_code else None


def has_digits(number: str, text: str) -> bool:
    """Tell whether the digits of a number stand in a text in this order, perhaps within a longer row."""
    return _loosely(number).search(text) is not None


def has_number(number: str, text: str) -> bool:
    """Tell whether a number stands in a text as a whole one, in an international or local spelling.

    `number` is in E.164 form. With an extension it is another number.
    """
    windows = (window for match in _loosely(number).finditer(text) for window in _windows(text, match))
    return any(found == number for window in windows for found in numbers_in(window, region_for(number)))


def numbers_in(text: str, region: str | None) -> Iterator[str]:
    """Yield the valid telephone numbers of a text in E.164 form; `region` is the country of local spellings."""
    matches = phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID, max_tries=200)
    for match in matches:
        if not match.number.extension:
            yield phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)


def short_code_places(code: str, text: str) -> Iterator[int]:
    """Yield where a short code stands by itself: no letter touches it, and it is not part of other digits.

    `text` is one `without_hours`.
    """
    between = r"[ .\-]?" if len(code) >= _LONG_CODE else ""
    for match in re.finditer(rf"(?<!\w){between.join(code)}(?!\w)", text):
        before, after = text[: match.start()], text[match.end() :]
        if not re.search(rf"\d{_TIGHT}\Z", before[-4:]) and not re.match(rf"{_TIGHT}\d", after):
            yield match.start()


def is_mobile(number: str) -> bool:
    """Tell whether a number is a mobile one, and so perhaps one person's own."""
    parsed = parse_phone(number)
    return parsed is None or phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE


def dials(target: str, number: str) -> bool:
    """Tell whether what stands behind "tel:" dials a number (E.164) or a short code, from inside its country too."""
    if not number.startswith("+"):
        return digits(target) == number and "+" not in target
    try:
        parsed = phonenumbers.parse(target, region_for(number))
    except phonenumbers.NumberParseException:
        return False
    return not parsed.extension and phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == number


def _loosely(number: str) -> re.Pattern[str]:
    """A pattern for the digits that every spelling of a number has: without the country's prefix."""
    parsed = parse_phone(number) if number.startswith("+") else None
    national = phonenumbers.national_significant_number(parsed) if parsed else digits(number)
    return re.compile(_BETWEEN.join(national))


def _windows(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The neighbourhood of a match, as it is and without hours; it is never cut within a row of digits."""
    start, end = max(0, match.start() - _WINDOW), match.end() + _WINDOW
    while start > 0 and not text[start].isalpha():
        start -= 1
    while end < len(text) and not text[end].isalpha():
        end += 1
    window = text[start : end + 1]
    return window, without_hours(window)
