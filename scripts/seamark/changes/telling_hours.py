"""What a change of opening hours means, in plain words: by days and minutes, not by signs in the file."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

from babel.dates import get_day_names

from ..hours import ALWAYS, Span, on_holidays, problem_with, span_text, week
from ..languages import locale_of
from ..model import UNKNOWN

Days = tuple[tuple[Span, ...], ...]


def tell_hours(before: str, after: str) -> list[str]:
    """Return what readers notice when `before` becomes `after` (opening_hours, or unknown); nothing if it is the same."""
    if before == after or (old := _meaning(before)) == (new := _meaning(after)):
        return []
    if before == UNKNOWN:
        return [f'hours are now "{_plain(after)}"']
    if after == UNKNOWN:
        return [f'hours are no longer said (were "{_plain(before)}")']
    if old is None or new is None or not (old[0] and new[0]) or ALWAYS in (before, after):
        return [f'hours "{_plain(before)}" become "{_plain(after)}"']
    told = [*_tell_days(old[0], new[0]), *_tell_holidays(old[1], new[1])]
    return told or [f'hours "{before}" become "{after}"']


@lru_cache(maxsize=4_000)
def _meaning(text: str) -> tuple[Days, str] | None:
    """Return the spans of each day from Monday, and what is said of public holidays; None for what is no hours."""
    if text == UNKNOWN or problem_with(text):
        return None if text == UNKNOWN else ((), text)
    days: list[tuple[Span, ...]] = [()] * 7
    for row in week(text):
        for day in row.days:
            days[day] = row.spans
    return tuple(days), _holidays(text)


def _holidays(text: str) -> str:
    said = re.findall(r"\bPH\b[^;]*", text)
    if len(said) > 1:  # readers see one of them: whatever changes in any is told
        return "; ".join(" ".join(part.split()) for part in said)
    spans = on_holidays(text)
    return "" if spans is None else _spans(spans) or "closed"


def _tell_holidays(before: str, after: str) -> list[str]:
    if before == after:
        return []
    shown = [f'"{text}"' if text else "not said" for text in (before, after)]
    return [f"on public holidays: {shown[0]} becomes {shown[1]}"]


def _tell_days(before: Days, after: Days) -> list[str]:
    told: dict[str, list[int]] = {}
    for day, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            told.setdefault(_tell_day(old, new), []).append(day)
    return [text.replace("{days}", _names(days)) for text, days in told.items()]


def _tell_day(old: tuple[Span, ...], new: tuple[Span, ...]) -> str:
    """Return a sentence with "{days}" for the names of the days."""
    if not new:
        return f"closed on {{days}} (was open {_spans(old)})"
    if not old:
        return f"now also open on {{days}}, {_spans(new)}"
    if len(old) > 1 or len(new) > 1:
        return f"hours on {{days}} are {_spans(new)} instead of {_spans(old)}"
    moved = []
    if begin := _minutes(new[0].start) - _minutes(old[0].start):
        moved.append(f"begin {_duration(begin)}")
    if end := _end(new[0]) - _end(old[0]):
        moved.append(f"end {_duration(end)}")
    return f"hours on {{days}} {' and '.join(moved)} ({_spans(new)} instead of {_spans(old)})"


def _duration(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{number} {word}{'s' if number > 1 else ''}" for number, word in ((hours, "hour"), (rest, "minute")) if number]
    return f"{' '.join(parts)} {'later' if minutes > 0 else 'earlier'}"


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _end(span: Span) -> int:
    end = _minutes(span.end)
    return end if end > _minutes(span.start) else end + 24 * 60


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(span_text(span, "en") for span in spans)


def _names(days: list[int]) -> str:
    names = {day: str(name) for day, name in get_day_names("wide", locale=locale_of("en")).items()}
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[days[0]]} to {names[days[-1]]}"
    return ", ".join(names[day] for day in days[:-1]) + (" and " if days[1:] else "") + names[days[-1]]


def _plain(hours: str) -> str:
    return "day and night" if hours == ALWAYS else hours
