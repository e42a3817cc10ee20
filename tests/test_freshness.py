"""Age counts from the newest date that a contact rests on, and is never understated."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seamark.freshness import Age, age_of, earliest_day, sunset_of
from seamark.model import Country, Freshness, Site
from seamark.yamltext import parse_yaml

LIMITS = Freshness.model_validate(parse_yaml('default: "365"\nkinds: {trafficking-helpline: "180"}\n', "x.yml"))


def age(channels: str, *, kinds: str = "trafficking-helpline", sources: str = "") -> Age:
    """Return the age of a service with these channels and sources, in YAML."""
    listed = "".join(f"  {line}\n" for line in sources.splitlines())
    text = (
        'country: "EE"\nlanguages: et\ntime_zone: Europe/Tallinn\nemergency: []\n'
        f"services: [{{id: ee-a, kinds: {kinds}, name: {{en: A}}, audience: anyone, source: a, channels: [{channels}]}}]\n"
        f"sources:\n{listed}  none: {{title: T, publisher: P, language: et, tier: report}}\n"
    )
    country = Country.model_validate(parse_yaml(text, "x.yml"))
    return age_of(country.services[0], country, LIMITS)


def source(name: str, *, stated: str = "unknown", seen: str = "unknown") -> str:
    """Return a source in YAML."""
    return f'{name}: {{title: T, publisher: P, language: et, tier: official, stated: "{stated}", seen: "{seen}"}}'


def sources(first: str, second: str) -> str:
    """Return the sources a and b, stated on these dates, in YAML."""
    return f"{source('a', stated=first)}\n{source('b', stated=second)}"


# --- dates ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-03-09", date(2023, 3, 9)),
        ("2023-03", date(2023, 3, 1)),
        ("2023", date(2023, 1, 1)),
        ("unknown", None),
    ],
)
def test_earliest_day(text: str, day: date | None) -> None:
    """A partial date means its first day; unknown means none."""
    assert earliest_day(text) == day


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "soon", "", "2023-0x"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    """A text that is no date is an error and never some other day."""
    with pytest.raises(ValueError, match=r".+"):
        earliest_day(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_partial_date_is_never_later_than_the_day(day: date) -> None:
    """Whatever part of a date is known, the day that counts is not later than the real one."""
    whole = day.isoformat()
    assert earliest_day(whole) == day
    for part in (whole[:7], whole[:4]):
        found = earliest_day(part)
        assert found is not None
        assert found <= day


# --- the whole site --------------------------------------------------------------------------------------


def country(*acts: str, status: str = "active") -> Country:
    """Return a country with a service that was confirmed on these days."""
    confirmed = ", ".join(f'{{on: "{day}", how: called, by_role: editor}}' for day in acts)
    text = (
        'country: "EE"\nlanguages: et\ntime_zone: Europe/Tallinn\nemergency: []\nsources: {}\n'
        f"services: [{{id: ee-a, kinds: violence, name: {{en: A}}, status: {status}, audience: anyone, source: a, "
        f'channels: [{{short: "1", source: a, confirmed: [{confirmed}]}}]}}]\n'
    )
    return Country.model_validate(parse_yaml(text, "x.yml"))


def site(sunset: str) -> Site:
    """Return the settings of a site."""
    text = 'name: S\nstage: preview\nurl: u\nedit_url: e\nlanguages: [{code: en, exit: x}]\nfreshness: {default: "1"}\n'
    return Site.model_validate(parse_yaml(text + sunset, "site.yml"))


@pytest.mark.parametrize(
    ("countries", "sunset", "confirmed", "after"),
    [
        # nothing confirmed, or no limit: nothing to count from
        ([country()], 'sunset: "180"', None, None),
        ([], 'sunset: "180"', None, None),
        ([country("2026-10-01")], "", None, None),
        # from the newest act of all countries on
        ([country("2026-10-01")], 'sunset: "180"', date(2026, 10, 1), date(2027, 3, 30)),
        ([country("2026-10-01", "2025-01-01"), country("2026-11-02")], 'sunset: "1"', date(2026, 11, 2), date(2026, 11, 3)),
        ([country("2026-10-01", status="closed")], 'sunset: "10"', date(2026, 10, 1), date(2026, 10, 11)),
    ],
)
def test_sunset_is_counted_from_the_newest_confirmation(
    countries: list[Country], sunset: str, confirmed: date | None, after: date | None
) -> None:
    """The site is old when nothing was confirmed for the period; before the first confirmation nothing is counted."""
    found = sunset_of(countries, site(sunset))
    assert (found and found.confirmed, found and found.after) == (confirmed, after)
    if found is not None:
        assert not found.has_come(found.after)
        assert found.has_come(found.after + timedelta(days=1))


# --- age -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channels", "sources", "newest", "stated"),
    [
        # one date
        ('{short: "1", source: a}', source("a", stated="2023-03-09"), date(2023, 3, 9), "2023-03-09"),
        ('{short: "1", source: a}', source("a", stated="2023"), date(2023, 1, 1), "2023"),
        ('{short: "1", source: a}', source("a", stated="2023", seen="2024-05-06"), date(2024, 5, 6), "2024-05-06"),
        # the newest of several sources and channels
        ('{short: "1", source: [a, b]}', sources("2023", "2024-02"), date(2024, 2, 1), "2024-02"),
        ('{short: "1", source: a}, {short: "2", source: b}', sources("2025", "2024"), date(2025, 1, 1), "2025"),
        # the fuller of two dates that begin on the same day
        ('{short: "1", source: [a, b]}', sources("2023-01-01", "2023"), date(2023, 1, 1), "2023-01-01"),
        # a source that no channel rests on does not count
        ('{short: "1", source: none}', source("a", stated="2025"), None, "unknown"),
        # none at all
        ('{short: "1", source: none}', "", None, "unknown"),
        ("", source("a", stated="2025"), None, "unknown"),
    ],
)  # fmt: skip
def test_age_counts_from_the_newest_date(channels: str, sources: str, newest: date | None, stated: str) -> None:
    """The age is that of the newest date of the sources of the channels, as that source bears it."""
    made = age(channels, sources=sources)
    assert (made.newest, made.stated, made.confirmed) == (newest, stated, False)
    assert made.check_after == (newest + timedelta(days=180) if newest else None)
    assert made.step_back_after is None


@pytest.mark.parametrize(
    ("act", "seen", "confirmed", "newest"),
    [
        # the act is newer than what was seen
        ("2026-10-01", "2026-09-01", True, date(2026, 10, 1)),
        ("2026-10-01", "unknown", True, date(2026, 10, 1)),
        ("2026-10-01", "2026-10-01", True, date(2026, 10, 1)),
        # somebody looked after it was confirmed
        ("2026-10-01", "2026-10-02", False, date(2026, 10, 2)),
    ],
)
def test_a_confirmation_counts_when_it_is_the_newest(act: str, seen: str, confirmed: bool, newest: date) -> None:
    """A confirmation by a person is told as one as long as nothing newer is known."""
    channel = f'{{short: "1", source: a, confirmed: [{{on: "{act}", how: called, by_role: editor}}]}}'
    made = age(channel, sources=source("a", seen=seen))
    assert (made.confirmed, made.newest) == (confirmed, newest)
    assert made.step_back_after == (newest + timedelta(days=360) if confirmed else None)


@pytest.mark.parametrize(
    ("kinds", "days"),
    [
        ("trafficking-helpline", 180),
        ("victim-support", 365),
        # the first kind is the main one
        ("[victim-support, trafficking-helpline]", 365),
        ("[trafficking-helpline, victim-support]", 180),
    ],
)
def test_the_limit_is_that_of_the_main_kind(kinds: str, days: int) -> None:
    """Each kind of service has its limit of age, and others have the usual one."""
    made = age('{short: "1", source: a}', kinds=kinds, sources=source("a", stated="2025-01-01"))
    assert made.check_after == date(2025, 1, 1) + timedelta(days=days)


@pytest.mark.parametrize(
    ("as_of", "due", "stepped_back"),
    [
        (date(2026, 10, 1), False, False),
        # the last day of the limit, and the day after it
        (date(2026, 10, 1) + timedelta(days=180), False, False),
        (date(2026, 10, 1) + timedelta(days=181), True, False),
        # the last day of twice the limit, and the day after it
        (date(2026, 10, 1) + timedelta(days=360), True, False),
        (date(2026, 10, 1) + timedelta(days=361), True, True),
    ],
)
def test_due_and_stepped_back(as_of: date, due: bool, stepped_back: bool) -> None:
    """A contact is due on the day after its limit, and steps back on the day after twice its limit."""
    made = age('{short: "1", source: none, confirmed: [{on: "2026-10-01", how: called, by_role: editor}]}')
    assert made.is_due(as_of) is due
    assert made.has_stepped_back(as_of) is stepped_back


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_what_nobody_confirmed_never_steps_back(as_of: date) -> None:
    """A number steps back only by the age of a confirmation; an unknown age is always due."""
    stated = age('{short: "1", source: a}', sources=source("a", stated="2001"))
    assert not stated.has_stepped_back(as_of)
    unknown = age('{short: "1", source: none}')
    assert unknown.is_due(as_of)
    assert not unknown.has_stepped_back(as_of)
