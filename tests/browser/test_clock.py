"""What the page says by the reader's clock: who is open now, and which contact has grown too old."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import golden
import pytest
from babel.dates import format_date
from browser.conftest import NewContext
from browser.pages import DATA, LANGUAGES, ROOT, address
from lxml import html
from opening_hours import OpeningHours
from playwright.sync_api import Page, expect

from seamark import hours, languages
from seamark.model import UNKNOWN

SCRIPT = (ROOT / "overrides" / "parts" / "clock_script.html").read_text("utf-8")
TEXTS = (
    '<div id="open-texts" hidden data-until="Open until {time} in {city}" data-here="{time} where you are"'
    ' data-opens="Closed. Opens {day} {time} in {city}" data-closed="Closed" data-holiday="Holiday"'
    f' data-clock="HH:mm" data-days="{",".join(hours.day_names("en"))}"></div>'
)
OFFICE = "Mo-Th 08:30-16:30; Fr 08:30-15:30"
SHORT = OFFICE + "; PH 10:00-12:00"
TALLINN, WARSAW, NEW_YORK, LONDON = "Europe/Tallinn", "Europe/Warsaw", "America/New_York", "Europe/London"
# 2026-12-24 is a Thursday.
CHRISTMAS = "2026-12-24 2026-12-25"
HALF_HOUR = 30 * 60 * 1000  # milliseconds


def line(text: str, zone: str = TALLINN, holidays: str = "", first: str = "2026-01-01", last: str = "2027-12-31") -> str:
    """Return what a page holds for the script about a line with these opening hours."""
    offsets = hours.offsets(zone, date(2026, 10, 1), 365)
    return (
        f'<p class="now" hidden data-week="{hours.minutes_of_week(text)}" data-offsets="{offsets}" data-city="There"'
        f' data-on-holiday="{hours.minutes_on_holidays(text)}" data-holidays="{holidays}" data-from="{first}" data-to="{last}"></p>'
    )


def said(page: Page) -> list[str | None]:
    """Return what each line on the page shows, None for one that shows nothing."""
    found: list[str | None] = page.evaluate("[...document.querySelectorAll('.now')].map(e => e.hidden ? null : e.textContent)")
    return found


def shown(new_context: NewContext, content: str, moment: str, reader: str) -> Page:
    """Open a page with lines for a reader in a time zone at a moment (ISO 8601)."""
    page = new_context(timezone_id=reader).new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.set_content(f'<html lang="en">{TEXTS}{content}{SCRIPT}')
    return page


@pytest.mark.parametrize(
    ("moment", "reader", "held", "expected"),
    [
        # an ordinary day: Thursday, 2026-11-26; Estonia is two hours ahead of UTC in winter
        ("2026-11-26T06:29:00Z", TALLINN, line(OFFICE), "Closed. Opens 08:30 in There"),
        ("2026-11-26T06:30:00Z", TALLINN, line(OFFICE), "Open until 16:30 in There"),
        ("2026-11-26T14:29:00Z", TALLINN, line(OFFICE), "Open until 16:30 in There"),
        ("2026-11-26T14:30:00Z", TALLINN, line(OFFICE), "Closed. Opens Friday 08:30 in There"),
        ("2026-11-27T13:30:00Z", TALLINN, line(OFFICE), "Closed. Opens Monday 08:30 in There"),
        # a reader elsewhere learns the time on the own clock too
        ("2026-11-26T08:00:00Z", WARSAW, line(OFFICE), "Open until 16:30 in There (15:30 where you are)"),
        ("2026-11-26T18:00:00Z", WARSAW, line(OFFICE), "Closed. Opens Friday 08:30 in There (07:30 where you are)"),
        ("2026-11-26T20:00:00Z", NEW_YORK, line(OFFICE), "Closed. Opens Friday 08:30 in There (01:30 where you are)"),
        # split hours
        ("2026-11-26T10:30:00Z", TALLINN, line("Mo-Fr 09:00-12:00,13:00-17:00"), "Closed. Opens 13:00 in There"),
        ("2026-11-26T11:00:00Z", TALLINN, line("Mo-Fr 09:00-12:00,13:00-17:00"), "Open until 17:00 in There"),
        # past midnight, on both sides of it
        ("2026-11-26T21:30:00Z", TALLINN, line("Th 22:00-02:00"), "Open until 02:00 in There"),
        ("2026-11-26T23:59:00Z", TALLINN, line("Th 22:00-02:00"), "Open until 02:00 in There"),
        ("2026-11-27T00:00:00Z", TALLINN, line("Th 22:00-02:00"), "Closed. Opens Thursday 22:00 in There"),
        # Sunday's night belongs to Sunday, also on Monday
        ("2026-11-29T23:30:00Z", TALLINN, line("Su 22:00-02:00"), "Open until 02:00 in There"),
        # up to midnight, and whole days that follow each other
        ("2026-11-26T20:00:00Z", TALLINN, line("Mo-Fr 10:00-24:00"), "Open until 00:00 in There"),
        ("2026-11-28T10:00:00Z", TALLINN, line("Sa,Su 00:00-24:00"), "Open until 00:00 in There"),
        # the night of 28 March 2027, in which the clocks of Europe go from 3:00 to 4:00
        ("2027-03-28T00:30:00Z", TALLINN, line("Su 00:00-05:00"), "Open until 05:00 in There"),
        ("2027-03-28T00:30:00Z", "UTC", line("Su 00:00-05:00"), "Open until 05:00 in There (02:00 where you are)"),
        ("2027-03-27T21:00:00Z", "UTC", line("Su 06:00-08:00"), "Closed. Opens Sunday 06:00 in There (03:00 where you are)"),
        # the night of 25 October 2026, in which they go from 4:00 to 3:00
        ("2026-10-24T23:30:00Z", "UTC", line("Su 00:00-05:00"), "Open until 05:00 in There (03:00 where you are)"),
        ("2026-10-25T00:30:00Z", "UTC", line("Su 00:00-05:00"), "Open until 05:00 in There (03:00 where you are)"),
        ("2026-10-25T01:30:00Z", "UTC", line("Su 00:00-05:00"), "Open until 05:00 in There (03:00 where you are)"),
        ("2026-10-24T15:00:00Z", "UTC", line("Su 08:00-10:00"), "Closed. Opens Sunday 08:00 in There (06:00 where you are)"),
        # a reader whose clock has changed and the helpline's has not: New York, two weeks before Europe
        ("2027-03-18T08:00:00Z", NEW_YORK, line(OFFICE), "Open until 16:30 in There (10:30 where you are)"),
        ("2027-03-30T08:00:00Z", NEW_YORK, line(OFFICE), "Open until 16:30 in There (09:30 where you are)"),
        # public holidays: not stated, closed, other hours
        ("2026-12-24T09:00:00Z", TALLINN, line(OFFICE, holidays=CHRISTMAS), "Holiday"),
        ("2026-12-24T09:00:00Z", TALLINN, line(OFFICE + "; PH off", holidays=CHRISTMAS), "Closed. Opens Monday 08:30 in There"),
        ("2026-12-24T09:00:00Z", TALLINN, line(SHORT, holidays=CHRISTMAS), "Open until 12:00 in There"),
        ("2026-12-23T20:00Z", TALLINN, line(SHORT, TALLINN, CHRISTMAS), "Closed. Opens Thursday 10:00 in There"),
        # before a holiday of which nothing is known, nothing is said about when it opens
        ("2026-12-23T20:00:00Z", TALLINN, line(OFFICE, holidays=CHRISTMAS), "Closed"),
        # the holiday is that of the helpline's day: in New York it still is the day before
        ("2026-12-24T02:00:00Z", NEW_YORK, line(OFFICE, holidays=CHRISTMAS), "Holiday"),
        # past the days whose holidays were worked out, and with a clock before them, only the table stands
        ("2027-01-22T09:00:00Z", TALLINN, line(OFFICE, first="2026-11-21", last="2027-01-21"), None),
        ("2026-11-20T09:00:00Z", TALLINN, line(OFFICE, first="2026-11-21", last="2027-01-21"), None),
        ("2027-01-21T09:00:00Z", TALLINN, line(OFFICE, first="2026-11-21", last="2027-01-21"), "Open until 16:30 in There"),
    ],
)  # fmt: skip
def test_what_a_line_says(moment: str, reader: str, held: str, expected: str | None, new_context: NewContext) -> None:
    """A line says whether it is open, until when or from when, on the helpline's clock and on the reader's."""
    assert said(shown(new_context, held, moment, reader)) == [expected]


def test_what_is_said_follows_the_clock(new_context: NewContext) -> None:
    """A page that stays open changes what it says when the helpline closes."""
    page = new_context(timezone_id=TALLINN).new_page()
    page.clock.install(time=datetime.fromisoformat("2026-11-26T14:29:50Z"))
    page.set_content(f'<html lang="en">{TEXTS}{line(OFFICE)}{SCRIPT}')
    assert said(page) == ["Open until 16:30 in There"]
    page.clock.fast_forward(40_000)
    assert said(page) == ["Closed. Opens Friday 08:30 in There"]


# --- every line of the real site ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_times_are_written_as_in_the_table(language: str, new_context: NewContext) -> None:
    """Days, and times around the clock, are written as the language's own customs have them."""
    page = new_context(timezone_id=TALLINN).new_page()
    page.goto(address("help/ee", language))
    texts = html.tostring(html.fromstring(page.content()).get_element_by_id("open-texts"), encoding="unicode")
    page.clock.set_fixed_time("2026-11-23T00:00:00+02:00")  # a Monday
    for number in range(1, 7):
        minute = (number * 137) % 1440
        day = golden.AS_OF.replace(year=2026, month=11, day=23 + number)
        opens = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(TALLINN))
        held = line(f"{opens:%a}"[:2] + f" {opens:%H:%M}-24:00")
        page.set_content(f'<html lang="{language}">{texts}{held}{SCRIPT}')
        [text] = said(page)
        assert text
        assert hours.span_text(hours.Span(start=opens.time(), end=time()), language).partition("–")[0] in text
        assert str(format_date(day, "EEEE", locale=languages.locale_of(language))) in text


def known_hours(code: str) -> dict[tuple[str, str], str]:
    """Return the opening hours in a country's data by what the script reads of them."""
    channels = [channel for service in DATA.countries[code].services for channel in service.channels]
    texts = {str(channel.hours) for channel in channels} - {UNKNOWN, hours.ALWAYS}
    return {(hours.minutes_of_week(text), hours.minutes_on_holidays(text)): text for text in texts}


CLOCKED = [code for code in DATA.countries if known_hours(code)]


@pytest.mark.parametrize("code", CLOCKED)
def test_every_line_is_open_when_the_library_says_so(code: str, site: Path, new_context: NewContext) -> None:
    """Every half hour for nine days, and each day around a holiday, each line says what opening-hours-py says."""
    country = DATA.countries[code]
    tree = html.parse(str(site / "help" / code / "index.html"))
    held = tree.xpath("//p[@data-week]")
    assert held, f"help/{code} holds nothing for the script"
    texts = [known_hours(code)[(item.get("data-week"), item.get("data-on-holiday"))] for item in held]
    zone = ZoneInfo(str(country.time_zone))
    page = new_context(timezone_id=str(zone)).new_page()
    begin = datetime.combine(date.fromisoformat(held[0].get("data-from")) + timedelta(days=2), time(), zone)
    page.clock.install(time=begin)
    page.set_content(f'<html lang="en">{TEXTS}{"".join(html.tostring(item, encoding="unicode") for item in held)}{SCRIPT}')
    holidays = set(hours.public_holidays(country.country, begin.date(), 60))
    parsed = [OpeningHours(text, country=country.country) for text in texts]
    for number in range(9 * 48):
        # In UTC, as a clock runs; nine days from the end of December hold holidays too.
        at = (begin.astimezone(UTC) + timedelta(milliseconds=number * HALF_HOUR)).astimezone(zone)
        for text, library, line_said in zip(texts, parsed, said(page), strict=True):
            assert line_said, (code, at, text)
            wall = at.replace(tzinfo=None)
            if at.date() in holidays and hours.on_holidays(text) is None:
                assert line_said == "Holiday", (code, at, text)
            elif not _near_unknown_holiday(text, at.date(), holidays):
                assert ("Open until" in line_said) is library.is_open(wall), (code, at, text, line_said)
                change = library.next_change(wall)
                if change and (found := re.search(r"\d\d:\d\d", line_said)):
                    assert found[0] == f"{change:%H:%M}", (code, at, text, line_said)
        page.clock.fast_forward(HALF_HOUR)


def _near_unknown_holiday(text: str, day: date, holidays: set[date]) -> bool:
    """Tell whether a holiday of which the hours say nothing is near: the script is careful there, the library is not."""
    return hours.on_holidays(text) is None and any(abs((holiday - day).days) < 8 for holiday in holidays)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_page_says_it_in_its_language(language: str, new_context: NewContext) -> None:
    """On the real page each line with hours says in the page's language whether it is open, beside the week's table."""
    page = new_context(timezone_id=WARSAW).new_page()
    page.goto(address("help/ee", language))
    last = page.locator("[data-week]").first.get_attribute("data-to")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{last}T09:00:00Z"))
    page.reload()
    lines = page.locator("main .now")
    assert lines.count() > 0
    for item in lines.all():
        expect(item).to_be_visible()
        assert not re.search(r"[{}]|undefined|NaN|Invalid", item.inner_text())
    assert page.locator("main .hours").count() >= lines.count()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{last}T09:00:00Z") + timedelta(days=2))
    page.reload()
    for item in lines.all():
        expect(item).to_be_hidden()
    expect(page.locator("main .hours").first).to_be_visible()


# --- age ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def aged() -> str:
    """A country's page of the small project, with a confirmation, as HTML with its style and script."""
    style = "".join((ROOT / "overrides" / "parts" / name).read_text("utf-8") for name in ("first_style.html", "style.html"))
    return f'<html lang="en"><style>{style}</style>{golden.rendered()["en/help-ee.md"]}{SCRIPT}'


def states(page: Page) -> dict[str, str]:
    """Return for each dated card what the reader sees of its age: fresh, due or stepped."""
    found: dict[str, str] = page.evaluate("""Object.fromEntries([...document.querySelectorAll('[data-check-after]')].map(card => [
        card.id, card.querySelector('.step-back')?.checkVisibility() ? 'stepped'
            : card.querySelector('.due-note')?.checkVisibility() ? 'due' : 'fresh']))""")
    return found


def test_a_card_ages_by_the_readers_clock(aged: str, new_context: NewContext) -> None:
    """Past the limit a card says that it is old; past twice the limit a confirmed number steps back."""
    tree = html.fromstring(aged)
    cards = {card.get("id"): card for card in tree.xpath("//article[@data-check-after]")}
    confirmed = {name: card for name, card in cards.items() if card.get("data-step-back-after")}
    assert confirmed
    assert len(cards) > len(confirmed)
    limits = sorted({card.get(name) for card in cards.values() for name in ("data-check-after", "data-step-back-after")} - {None})
    days = [date.fromisoformat(limit) + timedelta(days=later) for limit in limits for later in (0, 1)]
    page = new_context(timezone_id=TALLINN).new_page()
    for day in [golden.AS_OF, *(day for day in days if day > golden.AS_OF)]:
        page.clock.set_fixed_time(datetime.combine(day, time(12), ZoneInfo(TALLINN)))
        page.set_content(aged)
        assert states(page) == {name: _state(card, day) for name, card in cards.items()}, day


def _state(card: html.HtmlElement, day: date) -> str:
    if card.get("data-step-back-after") and day.isoformat() > card.get("data-step-back-after"):
        return "stepped"
    return "due" if day.isoformat() > card.get("data-check-after") else "fresh"


def test_a_number_that_has_stepped_back_looks_second(aged: str, new_context: NewContext) -> None:
    """A number that nobody has confirmed for twice the limit loses its colour; the emergency line keeps it."""
    page = new_context(timezone_id=TALLINN).new_page()
    page.clock.set_fixed_time(datetime(2036, 1, 1, tzinfo=UTC))
    page.set_content(aged)
    grounds = page.evaluate("""['.sos .call', '.stepped .call'].map(found =>
        getComputedStyle(document.querySelector(found)).backgroundColor)""")
    assert grounds[0] != grounds[1] == "rgba(0, 0, 0, 0)"


def test_without_javascript_and_on_paper_the_date_stands(new_context: NewContext) -> None:
    """Without JavaScript, in print and in a saved copy, each card carries its date and the day to check after."""
    page = new_context(java_script_enabled=False).new_page()
    for media in ("screen", "print"):
        page.goto("help/ee/")
        page.emulate_media(media=media)  # type: ignore[arg-type]
        cards = page.locator("article.card")
        assert cards.count() > 0
        for card in cards.all():
            sentence = card.locator(".src p").filter(has_not=page.locator("a")).last
            expect(sentence).to_be_visible()
            assert len(sentence.inner_text()) > 20
            dated = card.get_attribute("data-check-after")
            assert (dated is None) or sentence.locator("time").count() > 0, sentence.inner_text()
