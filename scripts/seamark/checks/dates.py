"""Rules on dates: "2023", "2023-03" or "2023-03-09", real and not in the future."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..freshness import earliest_day
from ..model import UNKNOWN
from ..yamltext import Text
from .survey import Finding, Survey, found

FORM = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
DAY_FIRST = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")  # with strokes it may also be month first
FIRST_YEAR = 2000  # no source of a contact is older
FIRST_YEAR_OF_LAWS = 1900  # the oldest, the Slavery Convention, is of 1926


@lru_cache(maxsize=10_000)
def is_date(text: str) -> bool:
    """Tell whether a text is a real day, month or year in the form 2023-03-09, 2023-03 or 2023."""
    if not FORM.fullmatch(text):
        return False
    try:
        return earliest_day(text) is not None
    except ValueError:
        return False


def dates_are_real(survey: Survey) -> Iterator[Finding]:
    """A date is a year, month or day that exists, in the form 2023, 2023-03 or 2023-03-09; or it is unknown."""
    for text, _ in _dates(survey):
        if text != UNKNOWN and not is_date(text):
            yield found(text, f'"{text}" is not a date', _instead(text))


def _instead(text: str) -> str:
    """Return what to type instead: the same day, where it is written as most of Europe does, day first."""
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        meant = f"{year}-{int(month):02}-{int(day):02}"
        if is_date(meant):
            return f'type "{meant}"'
    return 'type it like "2023-03-09", "2023-03" or "2023", or unknown'


def dates_are_not_in_the_future(survey: Survey) -> Iterator[Finding]:
    """No date lies after the day of the check."""
    for text, _ in _dates(survey):
        if is_date(text) and (earliest_day(text) or survey.today) > survey.today:
            yield found(text, f'"{text}" lies in the future', "correct the date")


def dates_are_not_too_early(survey: Survey) -> Iterator[Finding]:
    """Sources are not older than 2000, laws not older than 1900."""
    for text, first in _dates(survey):
        if is_date(text) and int(text[:4]) < first:
            yield found(text, f'"{text}" is too early: nothing here is older than {first}', "correct the year")


def acts_have_a_full_day(survey: Survey) -> Iterator[Finding]:
    """A confirmation, a wish not to be listed, and the day on which a page was seen name day, month and year."""
    for text in (*_seen(survey), *_acts(survey)):
        if is_date(text) and len(text) < len("2023-03-09"):
            yield found(text, f'"{text}" names no day', 'type the day on which it was done, like "2026-11-22"')


def confirmations_have_a_date(survey: Survey) -> Iterator[Finding]:
    """A confirmation, and a wish not to be listed, says when it happened: unknown is not enough."""
    for text in _acts(survey):
        if text == UNKNOWN:
            message = "a confirmation or a wish without a day proves nothing"
            yield found(text, message, "type the day, or remove the entry")


def _dates(survey: Survey) -> Iterator[tuple[Text, int]]:
    """Yield every date with the first year that makes sense for it."""
    data = survey.data
    for country in data.countries.values():
        yield from ((source.stated, FIRST_YEAR) for source in country.sources.values())
    yield from ((service.since, FIRST_YEAR) for _, service in survey.services)
    yield from ((text, FIRST_YEAR) for text in (*_seen(survey), *_acts(survey)))
    for reference in data.references.values():
        yield reference.stated, FIRST_YEAR_OF_LAWS if reference.tier == "law" else FIRST_YEAR
    for law in data.laws.values():
        yield from ((text, FIRST_YEAR_OF_LAWS) for text in (law.adopted, law.in_force))
    yield from ((law.in_force, FIRST_YEAR_OF_LAWS) for profile in data.profiles.values() for law in profile.laws)
    yield from ((item.date, FIRST_YEAR) for item in data.news.values())


def _seen(survey: Survey) -> Iterator[Text]:
    for country in survey.data.countries.values():
        yield from (source.seen for source in country.sources.values())


def _acts(survey: Survey) -> Iterator[Text]:
    for _, _, channel in survey.channels:
        yield from (act.on for act in channel.confirmed)
    yield from (entry.on for entry in survey.data.do_not_list)
