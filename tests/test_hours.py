"""Opening hours are laid out as a week that says, minute by minute, what the syntax says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from babel.dates import get_day_names
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from seamark import hours
from seamark.loading import load

ROOT = Path(__file__).parent.parent
LOADED, _ = load(ROOT)
SITE_LANGUAGES = [str(language.code) for language in LOADED.site.languages] if LOADED else []
# The Union has no public holidays of its own.
COUNTRIES = [str(item.country) for item in LOADED.countries.values() if item.country != "EU"] if LOADED else []
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MINUTES = 7 * 24 * 60
# Every hour of the week just before, at and just behind the minutes at which the rules below begin and end.
SAMPLES = [hour * 60 + minute for hour in range(7 * 24) for minute in (0, 1, 2, 14, 15, 29, 30, 58, 59)]

# Rules such as "Mo,We,Sa 09:00-12:00,22:00-06:00": days, and spans of which some end on the next day.
CLOCK = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from([0, 1, 15, 30, 59]))
SPANS = st.tuples(CLOCK, CLOCK | st.just("24:00")).filter(lambda ends: ends[0] != ends[1]).map("-".join)
RULES = st.builds(
    lambda days, spans: f"{','.join(sorted(days, key=DAYS.index))} {','.join(spans)}",
    st.sets(st.sampled_from(DAYS), min_size=1),
    st.lists(SPANS, min_size=1, max_size=2) | st.just(["off"]) | st.just(["00:00-24:00"]),
)
WEEKS = st.lists(RULES, min_size=1, max_size=4).map("; ".join)


def laid_out(text: str) -> list[str]:
    """Return the week as lines: "01234 08:30-16:30 18:00-20:00", closed days without times."""
    return [
        " ".join(["".join(map(str, row.days)), *(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in row.spans)])
        for row in hours.week(text)
    ]


def open_minutes(text: str) -> set[int]:
    """Return the minutes of the week, from Monday midnight, in which the laid out week is open."""
    found: set[int] = set()
    for row in hours.week(text):
        for day in row.days:
            for span in row.spans:
                start = span.start.hour * 60 + span.start.minute
                end = span.end.hour * 60 + span.end.minute
                end += 24 * 60 if end <= start else 0
                minutes = {(day * 24 * 60 + minute) % MINUTES for minute in range(start, end)}
                assert not minutes & found, f"{text}: spans overlap"
                found |= minutes
    return found


def samples_by_the_library(text: str) -> set[int]:
    """Return the samples of a usual week in which the library says that it is open."""
    parsed, monday = OpeningHours(text), datetime.combine(hours.REFERENCE_MONDAY, time())
    return {minute for minute in SAMPLES if parsed.is_open(monday + timedelta(minutes=minute))}


# --- the week -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("24/7", ["0123456 00:00-00:00"]),
        ("Mo-Fr 09:00-17:00", ["01234 09:00-17:00", "56"]),
        ("Mo-Th 08:30-16:30; Fr 08:30-15:30", ["0123 08:30-16:30", "4 08:30-15:30", "56"]),
        ("Mo,Tu,Th 10:00-16:00; We 12:00-20:00", ["013 10:00-16:00", "2 12:00-20:00", "456"]),
        ("Mo-Su 10:00-24:00", ["0123456 10:00-00:00"]),
        # the day is split
        ("Mo-Fr 09:00-12:00,13:00-17:00", ["01234 09:00-12:00 13:00-17:00", "56"]),
        # a later rule replaces an earlier one
        ("Mo-Su 09:00-17:00; We off", ["013456 09:00-17:00", "2"]),
        ("Mo-Fr 09:00-17:00; Fr 09:00-13:00", ["0123 09:00-17:00", "4 09:00-13:00", "56"]),
        # public holidays do not belong to a usual week
        ("Mo-Fr 08:00-20:00; PH off", ["01234 08:00-20:00", "56"]),
        ("Mo-Fr 08:30-16:00; Sa,Su,PH 09:00-15:00", ["01234 08:30-16:00", "56 09:00-15:00"]),
        # nights belong to the day on which they begin
        ("Mo-Su 22:00-06:00", ["0123456 22:00-06:00"]),
        ("Fr,Sa 20:00-02:00", ["01236", "45 20:00-02:00"]),
        ("Mo 22:00-12:00", ["0 22:00-12:00", "123456"]),
        # longer than a night
        ("Mo 22:00-12:01", ["0 22:00-00:00", "1 00:00-12:01", "23456"]),
        # longer than a day without a break
        ("Mo 08:00-24:00; Tu 00:00-10:00", ["0 08:00-00:00", "1 00:00-10:00", "23456"]),
        ("Mo 08:00-24:00; Tu 00:00-08:00", ["0 08:00-00:00", "1 00:00-08:00", "23456"]),
        ("Mo 08:00-24:00; Tu 00:00-07:59", ["0 08:00-07:59", "123456"]),
        ("Su 22:00-06:00", ["012345", "6 22:00-06:00"]),
        ("Mo-Fr 15:00-08:00; Sa,Su,PH 00:00-24:00", ["0123 15:00-08:00", "4 15:00-00:00", "56 00:00-00:00"]),
        # a weekend without a break ends on Monday
        ("Fr 17:00-24:00; Sa-Su 00:00-24:00; Mo 00:00-08:00", ["0 00:00-08:00", "123", "4 17:00-00:00", "56 00:00-00:00"]),
        ("Su 22:00-20:00", ["0 00:00-20:00", "12345", "6 22:00-00:00"]),
        ("Su 00:00-24:00; Mo 00:00-08:00", ["0 00:00-08:00", "12345", "6 00:00-00:00"]),
        # a week that begins on Sunday
        ("Su-Tu 10:00-12:00", ["016 10:00-12:00", "2345"]),
    ],
)
def test_a_week_is_laid_out_by_days(text: str, week: list[str]) -> None:
    """Days with the same hours share a row, and each row has the hours of the syntax."""
    assert laid_out(text) == week


@given(WEEKS)
def test_any_week_is_open_when_the_syntax_says_so(text: str) -> None:
    """Of whatever rules, the laid out week is open in the very minutes in which the library is, and no span overlaps."""
    assert open_minutes(text).intersection(SAMPLES) == samples_by_the_library(text)


@given(WEEKS)
def test_every_day_stands_in_one_row(text: str) -> None:
    """Each day of the week has one row, rows and days are in order, and no two rows have the same hours."""
    rows = hours.week(text)
    assert sorted(day for row in rows for day in row.days) == list(range(7))
    assert [row.days[0] for row in rows] == sorted(row.days[0] for row in rows)
    assert all(list(row.days) == sorted(row.days) for row in rows)
    assert len({row.spans for row in rows}) == len(rows)


@given(WEEKS)
def test_the_script_gets_the_same_week(text: str) -> None:
    """The minutes that the pages give to the script are those of the laid out week."""
    days = hours.minutes_of_week(text).split(",")
    assert len(days) == 7
    found: set[int] = set()
    for day, spans in enumerate(days):
        ends = [tuple(map(int, span.split("-"))) for span in spans.split("+") if span]
        assert all(0 <= start < end <= 36 * 60 for start, end in ends)
        assert all(first[1] < second[0] for first, second in pairwise(ends))
        found |= {(day * 24 * 60 + minute) % MINUTES for start, end in ends for minute in range(start, end)}
    assert found == open_minutes(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("24/7", "0-1440,0-1440,0-1440,0-1440,0-1440,0-1440,0-1440"),
        ("Mo-Th 08:30-16:30; Fr 08:30-12:00,13:00-15:30", "510-990,510-990,510-990,510-990,510-720+780-930,,"),
        ("Sa 20:00-02:00", ",,,,,1200-1560,"),
        ("Su 10:00-24:00", ",,,,,,600-1440"),
    ],
)
def test_minutes_of_week(text: str, minutes: str) -> None:
    """The week for the script counts minutes from midnight, past 1440 for nights."""
    assert hours.minutes_of_week(text) == minutes


# --- what is accepted --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "24/7", "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00; PH off", "Mo,We 22:00-06:00",
        "Mo-Su,PH 12:00-20:00", "09:00-17:00", "Mo-Fr 00:00-24:00", "PH off; Mo 09:00-10:00", "Mo-Fr 20:00-24:30",
    ],
)  # fmt: skip
def test_good_hours_are_accepted(text: str) -> None:
    """Days, times, nights and public holidays are accepted."""
    assert hours.problem_with(text) is None


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        # other ways of writing
        ("Mo-Fr 9am-5pm", "24-hour clock"),
        ("Mo-Fr 9 a.m.-5 p.m.", "24-hour clock"),
        ("Mo-Fr 9-17", "with minutes"),
        ("9 - 17", "with minutes"),
        ("Mo-Fr 09.00-17.00", "with minutes"),
        ("Mo-Fr 09:00-17.00", "colon"),
        ("Mo–Fr 09:00–17:00", "plain hyphen"),
        ("Mo-Fr 9:00-17:00", "two digits"),
        ("Mo-Fr 22:00-26:00", "not above 24"),
        ("Mo-Fr 09:75-10:00", "write it like"),
        ("weekdays", "write it like"),
        ("E-R 9.00", "colon"),
        ("", "write it like"),
        # what is never open, or open without a beginning
        ("off", "never open"),
        ("PH off", "never open"),
        ("Mo 09:00-09:00", "00:00-24:00"),
        # what a usual week on a page cannot show
        ("Mo[1] 09:00-17:00", "the page shows"),
        ("Mo-Fr 09:00-17:00; Jul off", "the page shows"),
        ("Jul-Aug Mo-Fr 09:00-17:00", "the page shows"),
        ("Mo-Fr 09:00-17:00; Dec 24 off", "the page shows"),
        ("Mo-Fr 09:00-17:00; SH off", "the page shows"),
        ("week 10 Mo 09:00-12:00", "the page shows"),
        ("2026 Mo 09:00-12:00", "the page shows"),
        ("Mo-Fr sunrise-sunset", "the page shows"),
        ("Mo-Fr 09:00+", "the page shows"),
        ('Mo-Fr 09:00-17:00 "by appointment"', "the page shows"),
        ('Mo-Fr 09:00-17:00 || "call"', "the page shows"),
        ("Mo-Fr 09:00-17:00 unknown", "the page shows"),
        ("mo-fr 09:00-17:00", "the page shows"),
        ("unknown", "the page shows"),
    ],
)
def test_bad_hours_get_advice(text: str, advice: str) -> None:
    """What is not opening hours, or could not be shown whole, is refused with what to type instead."""
    found = hours.problem_with(text)
    assert found is not None
    assert advice in found


@given(st.text(max_size=30) | st.text(alphabet="MoTuWeThFrSaSuPH0123456789:-,; off/", max_size=40) | WEEKS)
def test_what_is_accepted_can_be_shown(text: str) -> None:
    """Whatever an editor writes gets an answer, and what is accepted can be laid out with hours in it."""
    if hours.problem_with(text) is None:
        assert any(row.spans for row in hours.week(text))
        assert hours.minutes_of_week(text).strip(",")


# --- public holidays -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spans", "minutes"),
    [
        ("Mo-Fr 08:00-20:00", None, "unknown"),
        ("24/7", None, "unknown"),
        ("Mo-Fr 08:00-20:00; PH off", [], ""),
        ("Mo-Fr 08:00-20:00; PH closed", [], ""),
        ("PH off; Mo-Fr 08:00-20:00", [], ""),
        ("Mo-Fr 08:00-20:00, PH off", [], ""),
        ("Mo-Sa 08:00-20:00; PH,Su off", [], ""),
        ("Mo-Sa 08:00-20:00; Su,PH off", [], ""),
        # open on public holidays
        ("Mo-Su,PH 12:00-20:00", ["12:00-20:00"], "720-1200"),
        ("Mo-Fr 08:30-16:00; PH 09:00-15:00", ["09:00-15:00"], "540-900"),
        ("Mo-Fr 08:30-16:00; PH 09:00-15:00; Su off", ["09:00-15:00"], "540-900"),
        ("Mo-Fr 08:30-16:00; PH,Su 09:00-15:00", ["09:00-15:00"], "540-900"),
        ("PH 10:00-14:00, Su off", ["10:00-14:00"], "600-840"),
        ("Mo-Fr 08:30-16:00; PH 09:00-11:00, 13:00-15:00", ["09:00-11:00", "13:00-15:00"], "540-660+780-900"),
        ("Mo-Fr 15:00-08:00; Sa,Su,PH 00:00-24:00", ["00:00-00:00"], "0-1440"),
        ("Mo-Fr 08:30-16:00; PH 22:00-02:00", ["22:00-02:00"], "1320-1560"),
    ],
)
def test_what_the_hours_say_about_public_holidays(text: str, spans: list[str] | None, minutes: str) -> None:
    """Open, closed and unknown on public holidays are told apart, for people and for the script."""
    found = hours.on_holidays(text)
    assert (found if found is None else [f"{span.start:%H:%M}-{span.end:%H:%M}" for span in found]) == spans
    assert hours.minutes_on_holidays(text) == minutes


@pytest.mark.parametrize("country", COUNTRIES)
def test_public_holidays_are_those_of_the_library(country: str) -> None:
    """In a whole year, the days that count as public holidays are those on which the library says so."""
    first = date(2026, 1, 1)
    parsed = OpeningHours("PH", country=country)
    days = [first + timedelta(days=number) for number in range(365)]
    expected = [day for day in days if parsed.is_open(datetime.combine(day, time(12)))]
    assert hours.public_holidays(country, first, 365) == expected
    assert date(2026, 12, 25) in expected
    assert date(2026, 3, 10) not in expected


def test_a_span_may_begin_and_end_within_holidays() -> None:
    """Holidays at the edges of the span are found, and none beyond them."""
    assert hours.public_holidays("EE", date(2026, 12, 25), 1) == [date(2026, 12, 25)]
    assert hours.public_holidays("EE", date(2026, 12, 25), 2) == [date(2026, 12, 25), date(2026, 12, 26)]
    assert hours.public_holidays("EE", date(2026, 12, 27), 3) == []


def test_a_usual_week_knows_no_holidays() -> None:
    """The week by which hours are laid out begins on a Monday, and what holds on public holidays is not in it."""
    assert hours.REFERENCE_MONDAY.weekday() == 0
    assert laid_out("Mo-Su 09:00-10:00; PH 20:00-21:00") == ["0123456 09:00-10:00"]


# --- the clocks of other places ------------------------------------------------------------------------------


ZONES = sorted({str(item.time_zone) for item in LOADED.countries.values()}) if LOADED else []


@pytest.mark.parametrize("zone", [*ZONES, "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_the_clock_of_a_zone_is_that_of_its_rules(zone: str) -> None:
    """For two years, at each half hour and the minute before, what the pages carry gives the time in that zone."""
    first = date(2026, 1, 1)
    parts = (part.split("=") for part in hours.offsets(zone, first, 730).split(" "))
    steps = [(datetime.fromisoformat(since), timedelta(minutes=int(minutes))) for since, minutes in parts]
    begin = datetime.combine(first, time(), UTC)
    assert steps[0][0] == begin
    ahead = steps[0][1]
    for number in range(730 * 48):
        for moment in (begin + timedelta(minutes=30 * number), begin + timedelta(minutes=30 * number + 29)):
            while len(steps) > 1 and steps[1][0] <= moment:
                ahead = steps.pop(1)[1]
            assert moment.astimezone(hours.time_zone(zone)).utcoffset() == ahead, moment
    assert len(steps) == 1


def test_the_clocks_change_where_they_do() -> None:
    """Summer time in Europe begins at one o'clock UTC; in Morocco the clocks go back for Ramadan."""
    assert hours.offsets("Europe/Tallinn", date(2027, 3, 27), 3) == "2027-03-27T00:00Z=120 2027-03-28T01:00Z=180"
    assert hours.offsets("Europe/Tallinn", date(2027, 3, 27), 1) == "2027-03-27T00:00Z=120"
    months = "2026-02-01T00:00Z=60 2026-02-15T02:00Z=0 2026-03-22T02:00Z=60"
    assert hours.offsets("Africa/Casablanca", date(2026, 2, 1), 60) == months


def test_a_zone_that_does_not_exist_is_no_zone() -> None:
    """A name that is none is not read as some other place."""
    with pytest.raises(FileNotFoundError):
        hours.offsets("Europe/Nowhere", date(2026, 1, 1), 1)


@pytest.mark.parametrize("language", [*SITE_LANGUAGES, "ar", "bg", "ro"])
def test_days_begin_with_monday_and_times_hold_no_words(language: str) -> None:
    """The script counts days from Monday, splits them at commas, and fills in hours and minutes only."""
    names = hours.day_names(language)
    found = get_day_names("wide", context="format", locale=language)
    assert names == [found[day] for day in range(7)]
    assert not any("," in name or '"' in name for name in names)
    assert hours.clock_pattern(language) in {"H:mm", "HH:mm", "H.mm", "HH.mm"}


# --- in words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "language", "text"),
    [
        ((0, 1, 2, 3, 4), "en", "Mon–Fri"),
        ((0, 1, 2, 3), "uk", "пн–чт"),
        ((0, 1, 2, 3, 4), "et", "E–R"),
        ((0,), "ru", "пн"),
        ((5, 6), "en", "Sat–Sun"),
        ((0, 1, 3), "en", "Mon–Tue, Thu"),
        ((0, 2, 4), "en", "Mon, Wed, Fri"),
        ((0, 1, 2, 3, 4, 5, 6), "en", "Mon–Sun"),
    ],
)
def test_days_text(days: tuple[int, ...], language: str, text: str) -> None:
    """Days that follow each other are a span, others a list, by the names of the language."""
    assert hours.days_text(days, language) == text


@given(st.sets(st.integers(0, 6), min_size=1))
def test_no_day_is_lost_in_words(days: set[int]) -> None:
    """The days that a text names, spans filled, are the days that were given."""
    by_number = get_day_names("abbreviated", context="stand-alone", locale="en")
    names = [by_number[day] for day in range(7)]
    found: list[int] = []
    for part in hours.days_text(tuple(sorted(days)), "en").split(", "):
        ends = [names.index(name) for name in part.split("–")]
        found += range(ends[0], ends[-1] + 1)
    assert found == sorted(days)


@pytest.mark.parametrize(
    ("start", "end", "language", "text"),
    [
        (time(8, 30), time(16, 5), "en", "8:30–16:05"),
        (time(8, 30), time(16, 5), "uk", "08:30–16:05"),
        (time(8, 30), time(16, 5), "fi", "8.30–16.05"),
        (time(0), time(0), "en", "0:00–24:00"),
        (time(10), time(0), "et", "10:00–24:00"),
        (time(22), time(6), "en", "22:00–6:00"),
        # languages that count to twelve by custom
        (time(8, 30), time(16, 5), "ar", "8:30–16:05"),
        (time(8, 30), time(16, 5), "el", "8:30–16:05"),
        (time(8, 30), time(16, 5), "sq", "8:30–16:05"),
    ],
)
def test_span_text(start: time, end: time, language: str, text: str) -> None:
    """Hours follow the customs of the language, but always count to 24, and midnight at the end is 24:00."""
    assert hours.span_text(hours.Span(start=start, end=end), language) == text


@pytest.mark.parametrize("language", SITE_LANGUAGES)
@given(CLOCK.map(time.fromisoformat), CLOCK.map(time.fromisoformat))
def test_hours_in_words_hold_the_same_digits(language: str, start: time, end: time) -> None:
    """In every language of the site, the hours and minutes that are shown are those that were given."""
    shown = [text.replace(".", ":").zfill(5) for text in hours.span_text(hours.Span(start=start, end=end), language).split("–")]
    assert shown == [f"{start:%H:%M}", f"{end:%H:%M}" if end > time() else "24:00"]
