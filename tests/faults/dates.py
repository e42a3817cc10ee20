"""Mistakes in dates, and in the acts that they are dates of."""

from __future__ import annotations

from .fault import Fault, fault
from .files import EE, LAWS, STATED

URL_UNKNOWN = 'publisher: Kadrina vald\n    language: et\n    tier: official\n    stated: "2023"'
CONFIRMED = "        confirmed:\n          - on: {on}\n            how: {how}\n            by_role: editor\n"
BEFORE_EMAIL = "            source: cbss-2020\n      - email: inim"


def stated(rule: str, name: str, written: str) -> Fault:
    """Return a fault in the date of an Estonian source."""
    return fault(rule, name, EE, STATED, f"stated: {written}")


def confirmed(rule: str, name: str, on: str, how: str = "called") -> Fault:
    """Return a fault in a confirmation that is added to the Estonian helpline."""
    return fault(
        rule, name, EE, BEFORE_EMAIL, "            source: cbss-2020\n" + CONFIRMED.format(on=on, how=how) + "      - email: inim"
    )


def seen(rule: str, name: str, on: str) -> Fault:
    """Return a fault in the day on which a page was seen."""
    return fault(rule, name, EE, STATED, f"{STATED}\n    seen: {on}")


FAULTS = (
    stated("dates-are-real", "day and month are swapped", '§"2026-31-12"'),
    stated("dates-are-real", "the 30th of February", '§"2023-02-30"'),
    stated("dates-are-real", "the 29th of February in an ordinary year", '§"2023-02-29"'),
    stated("dates-are-real", "dots", '§"09.03.2023"'),
    stated("dates-are-real", "slashes", '§"2023/03/09"'),
    stated("dates-are-real", "one digit for the month", '§"2023-3-09"'),
    stated("dates-are-real", "two digits for the year", '§"23-03-09"'),
    stated("dates-are-real", "an en dash", '§"2023–03–09"'),
    stated("dates-are-real", "a month by its name", '§"March 2023"'),
    stated("dates-are-real", "a span of years", '§"2022-2023"'),
    stated("dates-are-real", "the word today", "§today"),
    stated("dates-are-real", "a time behind the day", '§"2023-03-09T10:00"'),
    stated("dates-are-not-in-the-future", "a slip in the year", '§"2123-03-09"'),
    confirmed("dates-are-not-in-the-future", "confirmed in advance", '§"2126-10-01"'),
    seen("dates-are-not-in-the-future", "seen in advance", '§"2126-10-01"'),
    stated("dates-are-not-too-early", "a digit of the year is wrong", '§"1923-03-09"'),
    stated("dates-are-not-too-early", "the date that a computer begins with", '§"1970-01-01"'),
    fault("dates-are-not-too-early", "a law of another century", LAWS, 'adopted: "2011-04-05"', 'adopted: §"1811-04-05"'),
    confirmed("acts-have-a-full-day", "confirmed in a month", '§"2026-10"'),
    seen("acts-have-a-full-day", "seen in a year", '§"2026"'),
    confirmed("confirmations-have-a-date", "confirmed on no day", "§unknown"),
    confirmed("confirmations-are-listed", "confirmed in a way that is not listed", '"2026-10-01"', "§phoned"),
)  # fmt: skip
