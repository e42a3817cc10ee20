"""Opening hours: OpenStreetMap's opening_hours syntax, checked and laid out as a week.

The specification is https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification; the reading
is done by opening-hours-py. Times are local to the service's own time zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_day_names
from opening_hours import OpeningHours

from .languages import locale_of

ALWAYS = "24/7"
# A Monday far from every change of clock; the week is read without a country, so no day in it is a holiday.
REFERENCE_MONDAY = date(2026, 3, 9)
HOLIDAY_DAYS = 60  # for so many days ahead a page tells who is open
WEEK_AHEAD = 7  # how far the script looks for the next opening
DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)  # every change of clock in use today comes at a quarter of an hour
NIGHT = timedelta(hours=12)  # hours past midnight, up to noon, belong to the day before
# No line is open past midnight for so long: "09:00-05:00" is meant to end at five in the afternoon.
TOO_LONG = timedelta(hours=18)
SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
# What a usual week can hold. Months, dates, "first Monday", sunset and remarks are valid in the syntax, and
# the week on the page would leave them out in silence.
SHOWN = re.compile(r"(?:24/7|Mo|Tu|We|Th|Fr|Sa|Su|PH|off|closed|\d\d:\d\d|[-,; ])+")


@dataclass(frozen=True, kw_only=True)
class Span:
    """Open from `start` to `end` on a day; `end` may be midnight or, past it, a time of the next day."""

    start: time
    end: time


@dataclass(frozen=True, kw_only=True)
class DayRow:
    """Days with the same hours: `days` are weekday numbers, Monday 0; no spans means closed."""

    days: tuple[int, ...]
    spans: tuple[Span, ...]


def problem_with(hours: str) -> str | None:
    """Return what to type instead when a text is not opening hours; None when it is fine."""
    if re.search(r"\d\s*[ap]\.?m\.?\b", hours, re.IGNORECASE):
        return 'write times by the 24-hour clock with minutes: "09:00-17:00"'
    if re.search(r"(?<![\d:])\d{1,2}\s*[-–]\s*\d{1,2}(?![\d:])", hours):
        return 'write hours with minutes: "Mo-Fr 09:00-17:00"'
    if re.search(r"\d\.\d\d", hours):
        return 'write a colon between hours and minutes: "09:00"'
    if "–" in hours or "—" in hours:
        return 'write a plain hyphen "-" between the times'
    try:
        OpeningHours(hours)
    except Exception:  # the library raises its own class, derived straight from Exception
        return 'write it like "Mo-Th 08:30-16:30; Fr 08:30-15:30" or "24/7"'
    if re.search(r"\b(?:\d|2[5-9]|[3-9]\d):\d\d", hours):
        return 'write two digits for each hour, not above 24: "08:30", "24:00"'
    if not SHOWN.fullmatch(hours):
        return 'the page shows days (Mo to Su), times and "PH off" only: take the rest out, or write unknown'
    if re.search(r"(\d\d:\d\d)-\1", hours):
        return 'write "00:00-24:00" for a whole day'
    if slip := _slip(hours):
        return slip
    return None if _intervals(hours) else "the hours never open in a usual week: write when they do, or unknown"


def _slip(hours: str) -> str | None:
    """Return what to type instead of hours that can be read and are hardly meant; None when there are none."""
    days = [part.partition(":")[0].rstrip("0123456789 ") for part in hours.replace(" ", "").split(";")]
    if len(set(days)) < len(days):
        # The later of the two would silently replace the other.
        return 'write all times of the same days together: "Mo-Fr 09:00-12:00,13:00-17:00"'
    for part in re.split(r"[A-Za-z;]+", hours):
        before = -1
        for numbers in SPAN.findall(part):
            begin, end = int(numbers[0]) * 60 + int(numbers[1]), int(numbers[2]) * 60 + int(numbers[3])
            if end < begin and timedelta(minutes=end - begin + 24 * 60) >= TOO_LONG:
                return 'write the afternoon by the 24-hour clock: "09:00-17:00", not "09:00-05:00"'
            if begin < before:
                return "write times that do not overlap, the earlier one first"
            before = end
    return None


def week(hours: str) -> tuple[DayRow, ...]:
    """Return the usual week as rows of days with the same hours, in the order of the first day.

    Hours past midnight belong to the day on which they begin. Raises what the library raises for a
    text that `problem_with` refuses.
    """
    spans: dict[int, list[Span]] = {day: [] for day in range(7)}
    for start, end in _intervals(hours):
        for day, span in _by_day(start, end):
            if day in spans:
                spans[day].append(span)
    rows: dict[tuple[Span, ...], list[int]] = {}
    for day in range(7):
        rows.setdefault(tuple(spans[day]), []).append(day)
    return tuple(DayRow(days=tuple(days), spans=key) for key, days in rows.items())


def minutes_of_week(hours: str) -> str:
    """Return the usual week for the script on the pages: seven days from Monday, joined by commas.

    A day is its spans, joined by "+", in minutes from midnight: "510-990,510-990,…"; a night that ends
    on the next day counts past 1440. A closed day is empty.
    """
    days = [""] * 7
    for row in week(hours):
        for day in row.days:
            days[day] = _minutes_of_day(row.spans)
    return ",".join(days)


def public_holidays(country: str, first: date, days: int) -> list[date]:
    """Return the public holidays of a country (ISO 3166-1) in a span of days, as the library knows them.

    Raises what the library raises for a country that it does not know.
    """
    begin = datetime.combine(first, time())
    holidays = OpeningHours("PH", country=country)
    found = []
    for start, end, state, _ in holidays.intervals(begin, begin + timedelta(days=days)):
        if str(state).rpartition(".")[2].lower() == "open":
            last = end or begin + timedelta(days=days)
            found += [start.date() + timedelta(days=number) for number in range((last - start).days or 1)]
    return found


@cache
def time_zone(name: str) -> ZoneInfo:
    """Return a time zone (IANA) by the pinned rules of the package tzdata, so that every machine builds the same."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, name)


def offsets(zone: str, first: date, days: int) -> str:
    """Return how far the clocks of a time zone (IANA) are ahead of UTC in a span of days, for the script on the pages.

    "2027-03-01T00:00Z=120 2027-03-28T01:00Z=180": from which instant (ISO 8601) by how many minutes. The
    pages carry it, so that a phone with old rules of summer time, or with none, tells the hours right.
    """
    begin = datetime.combine(first, time(), UTC)
    found: list[tuple[datetime, timedelta]] = []
    for day in (begin + number * DAY for number in range(days)):
        # No zone changes its clocks twice within a day, back to where they were.
        changes = _ahead(zone, day) != _ahead(zone, day + DAY)
        for moment in (day + number * QUARTER for number in range(DAY // QUARTER if changes else 1)):
            if not found or found[-1][1] != _ahead(zone, moment):
                found.append((moment, _ahead(zone, moment)))
    return " ".join(f"{moment:%Y-%m-%dT%H:%MZ}={ahead // timedelta(minutes=1)}" for moment, ahead in found)


def _ahead(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(time_zone(zone)).utcoffset() or timedelta()


def _minutes_of_day(spans: tuple[Span, ...]) -> str:
    return "+".join(f"{_minutes(span.start)}-{_end_minutes(span)}" for span in spans)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _end_minutes(span: Span) -> int:
    end = _minutes(span.end)
    return end if end > _minutes(span.start) else end + 24 * 60


def on_holidays(hours: str) -> tuple[Span, ...] | None:
    """Return when it is open on public holidays: no span when it is closed, None when the hours do not say."""
    if not (said := re.search(r"\bPH\b[A-Za-z, -]*?(?:\b(?:off|closed)\b|(?P<times>\d[-\d:, ]*))", hours)):
        return None
    return week(f"Mo {said['times'].strip(' ,')}")[0].spans if said["times"] else ()


def minutes_on_holidays(hours: str) -> str:
    """Return the spans of a public holiday as a day of `minutes_of_week` has them, or "unknown"."""
    spans = on_holidays(hours)
    return "unknown" if spans is None else _minutes_of_day(spans)


@lru_cache(maxsize=1_000)  # the checks ask first, and then each language again
def _intervals(hours: str) -> tuple[tuple[datetime, datetime], ...]:
    """Return when it is open around the reference week, from a week before it so that nothing is cut at its ends."""
    first = datetime.combine(REFERENCE_MONDAY, time()) - timedelta(days=7)
    last = first + timedelta(days=21)
    return tuple(
        (start, end or last)
        for start, end, state, _ in OpeningHours(hours).intervals(first, last)
        if str(state).rpartition(".")[2].lower() == "open"
    )


def _by_day(start: datetime, end: datetime) -> list[tuple[int, Span]]:
    """Split an interval at midnights, but leave a night shift that ends before noon in one piece.

    The days are counted from the reference Monday; those before and after its week count too.
    """
    pieces = []
    while start < end:
        midnight = datetime.combine(start.date() + DAY, time())
        # From 24 hours on, the times alone would not tell that a day lies between them.
        night = start.time() > time() and end <= midnight + NIGHT and end - start < DAY
        stop = end if night else min(end, midnight)
        pieces.append(((start.date() - REFERENCE_MONDAY).days, Span(start=start.time(), end=stop.time())))
        start = stop
    return pieces


def days_text(days: tuple[int, ...], language: str) -> str:
    """Return day names for a row: days that follow each other as a span, in the language ("пн–чт")."""
    names = get_day_names("abbreviated", context="stand-alone", locale=locale_of(language))
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = [f"{names[run[0]]}–{names[run[-1]]}" if len(run) > 1 else names[run[0]] for run in runs]
    return ", ".join(parts)


def day_names(language: str) -> list[str]:
    """Return the names of the days from Monday, as they stand in a sentence."""
    names = get_day_names("wide", context="format", locale=locale_of(language))
    return [str(names[day]) for day in range(7)]


def span_text(span: Span, language: str) -> str:
    """Return "8:30–16:30" by the customs of the language; midnight at the end is 24:00."""
    end = "24:00" if span.end == time() else _clock(span.end, language)
    return f"{_clock(span.start, language)}–{end}"


def clock_pattern(language: str) -> str:
    """Return how the language writes a time of day: "H:mm" or "HH.mm", by CLDR, without words.

    English and others use the 24-hour clock here too: a misread "pm" sends somebody to a closed line.
    """
    pattern = locale_of(language).time_formats["short"].pattern
    return "H:mm" if "h" in pattern else str(pattern)


def _clock(moment: time, language: str) -> str:
    return str(format_time(moment, clock_pattern(language), locale=locale_of(language)))
