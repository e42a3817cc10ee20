"""What is due: the list, the issue, the calendar and the call sheets, for a given day."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from factory import GOOD, Edit, project
from icalendar import Calendar

from report_due import main
from seamark import due
from seamark.call_sheets import call_sheet, sheet_language
from seamark.contacts import channel_value, contacts_of, dialled
from seamark.due_calendar import as_calendar
from seamark.freshness import age_of
from seamark.loading import Data, load
from seamark.model import Country
from seamark.translations import Catalogue

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)
EE = "data/countries/ee.yml"


def loaded(root: Path) -> Data:
    """Return the data of a project."""
    data, problems = load(root)
    assert data is not None, problems
    return data


REAL = loaded(ROOT)


# --- the list ------------------------------------------------------------------------------------------------


def test_the_list_says_what_is_due_and_why() -> None:
    """Countries, organisations and services stand in order, each with its file and line, its date and its first due day."""
    assert due.as_text(loaded(GOOD), date(2027, 5, 1)) == (
        "On 2027-05-01, 3 of 5 services are due to be looked at again.\n"
        "Estonia\n"
        "  Ohvriabi kriisitelefon\n"
        "    Ohvriabi kriisitelefon (ee-116006, data/countries/ee.yml:54): "
        "newest source of 2023-03-09, not confirmed since; due since 2024-03-09\n"
        "  Sotsiaalkindlustusamet\n"
        "    Human trafficking helpline (ee-thb-helpline, data/countries/ee.yml:11): "
        "newest source of 2026-11-01, not confirmed since; due since 2027-05-01\n"
        "European Union\n"
        "  Hotline for missing children\n"
        "    Hotline for missing children (eu-116000, data/countries/eu.yml:24): "
        "newest source of 2021, not confirmed since; due since 2022-01-02\n"
    )


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        (date(2027, 4, 30), False),  # 180 days after the page was seen
        (date(2027, 5, 1), True),
    ],
)
def test_a_service_is_due_on_the_day_after_its_limit(day: date, listed: bool) -> None:
    """Up to the last day of its limit a service is not due; from the next day on it is."""
    assert ("ee-thb-helpline" in due.as_text(loaded(GOOD), day)) is listed


def test_what_is_due_is_what_the_pages_call_old() -> None:
    """On the real data the list holds exactly the active services whose age is past its limit."""
    text = due.as_text(REAL, DAY)
    for country in REAL.countries.values():
        for service in country.services:
            old = age_of(service, country, REAL.site.freshness).is_due(DAY)
            assert (f"({service.id}, " in text) is (old and service.status == "active"), service.id


def test_a_service_without_any_date_is_always_due(tmp_path: Path) -> None:
    """Where no source bears a date and nobody has confirmed, the list says so."""
    project(tmp_path, [Edit("data/countries/no.yml", 'stated: "2024"', "stated: unknown"), Edit("data/countries/no.yml", ACTS, "")])
    assert "VO-linjen (no-116006, data/countries/no.yml:11): no source bears a date" in due.as_text(loaded(tmp_path), DAY)


ACTS = """        confirmed:
          - on: "2026-09-30"
            how: operator-confirmed
            by_role: volunteer
"""


def test_an_old_confirmation_is_told(tmp_path: Path) -> None:
    """A line that was confirmed long ago is due, and past twice its limit the list says that it stepped back."""
    text = due.as_text(loaded(GOOD), date(2029, 1, 1))
    assert "confirmed on 2026-09-30; due since 2027-10-01; its number has stepped back" in text


def test_closed_services_are_not_due() -> None:
    """Nobody is asked to ring a line that is closed."""
    assert "ee-old-line" not in due.as_text(loaded(GOOD), date(2030, 1, 1))


def test_one_country_alone() -> None:
    """With a country only its services are listed and counted."""
    text = due.as_text(loaded(GOOD), date(2030, 1, 1), "NO")
    assert text.startswith("On 2030-01-01, 1 of 1 services")
    assert "Estonia" not in text


def test_the_issue_is_a_list_to_tick_off_without_marks_of_the_data(tmp_path: Path) -> None:
    """Markdown for an issue has one box for each service; a name with signs of Markdown stays a name."""
    project(tmp_path, [Edit(EE, "      en: Human trafficking helpline", "      en: '[x](https://evil.example) <b> @someone'")])
    text = due.as_markdown(loaded(tmp_path), date(2030, 1, 1))
    assert text.count("- [ ] ") == 5
    assert "### Estonia" in text
    assert "`scripts/report_due.py --call-sheet EE`" in text
    assert "`scripts/edit_contact.py confirm`" in text
    for sign in ("[x]", "<b>", "@someone", "https://"):
        assert sign not in text


def test_where_nothing_is_due_nothing_is_asked_for() -> None:
    """What to do stands in the issue only where there is something to do."""
    assert (
        due.as_markdown(loaded(GOOD), date(2022, 1, 1), "NO") == "On 2022-01-01, 0 of 1 services are due to be looked at again.\n"
    )


# --- the calendar --------------------------------------------------------------------------------------------


def events(data: Data, day: date) -> dict[str, date]:
    """Return the days of a calendar by id of the service, read back by the library."""
    calendar = Calendar.from_ical(as_calendar(data, day))
    assert not calendar.errors
    return {str(event["uid"]).partition("@")[0]: event["dtstart"].dt for event in calendar.walk("VEVENT")}


def test_the_calendar_has_a_day_for_every_active_service() -> None:
    """What is not yet due stands on the day when it becomes due; what is due stands on the day of the report."""
    found = events(loaded(GOOD), DAY)
    assert found == {
        "ee-116006": DAY,
        "eu-116000": DAY,
        "ee-thb-helpline": date(2027, 5, 1),
        "no-116006": date(2027, 10, 1),
        "eu-116111": date(2027, 10, 3),
    }


def test_the_calendar_of_the_real_data_is_valid() -> None:
    """It can be read back, has each active service once, and holds what RFC 5545 asks of a calendar and an event."""
    raw = as_calendar(REAL, DAY)
    active = [service.id for country in REAL.countries.values() for service in country.services if service.status == "active"]
    calendar = Calendar.from_ical(raw)
    found = calendar.walk("VEVENT")
    assert sorted(str(event["uid"]).partition("@")[0] for event in found) == sorted(active)
    assert str(calendar["version"]) == "2.0"
    assert all({"uid", "dtstamp", "dtstart", "summary"} <= {name.lower() for name in event} for event in found)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")


# --- call sheets ---------------------------------------------------------------------------------------------


def test_a_call_sheet_asks_every_question_about_every_number() -> None:
    """The sheet names each number, asks the seven questions, and says where each answer is written."""
    country = REAL.countries["ee"]
    text = call_sheet(REAL, country, "en", DAY)
    lines = (ROOT / EE).read_text("utf-8").splitlines()
    for service in country.services:
        for channel in service.channels:
            if channel.phone:
                assert f"reach you at {channel.phone.replace(' ', '')}?" in text
    for field in ("phone", "short", "email", "hours", "languages, interpreters", "cost", "reach", "caller: anonymous"):
        places = re.findall(rf"{EE}:(\d+), {field}$", text, re.MULTILINE)
        assert places, field
        if field in ("phone", "short", "email"):
            assert all(f"{field}: " in lines[int(place) - 1] for place in places)
    assert "We say: Monday" not in text
    assert "We do not know: which languages they speak." in text
    assert '```yaml\nconfirmed:\n  - on: "2026-11-22"\n    how: called\n    by_role: editor\n```' in text


def test_a_call_sheet_does_not_ask_emergency_numbers() -> None:
    """Nobody is told to ring an emergency number to ask whether it is right."""
    for country in REAL.countries.values():
        asked = set(re.findall(r"reach you at (.*)\?", call_sheet(REAL, country, "en", DAY)))
        assert asked == {contact.value for contact in contacts_of(country)} - only_for_emergencies(country), country.country


def only_for_emergencies(country: Country) -> set[str]:
    """Return the emergency numbers of a country that no service of it answers."""
    numbers = {dialled(entry.number) for entry in country.emergency}
    return numbers - {channel_value(channel) for service in country.services for channel in service.channels}


def test_a_call_sheet_is_in_the_words_of_the_country(tmp_path: Path) -> None:
    """What is translated stands in the country's language: hours, languages, prices and the country's name."""
    assert sheet_language(REAL, REAL.countries["ee"]) == "et"
    text = call_sheet(REAL, REAL.countries["ee"], "et", DAY)
    assert "Eesti" in text.splitlines()[0]
    assert "ööpäev läbi" in text
    assert "Sotsiaalkindlustusamet · " in text
    catalogue = Catalogue.load(ROOT, "et")
    untranslated = [
        key
        for key in REAL.interface
        if key.startswith("ring-") and catalogue.status(f"ui#{key}", REAL.interface[key].text) == "missing"
    ]
    # What no translator has seen yet stands in English, and the sheet says so in the language.
    assert ("inglise keeles" in text) is bool(untranslated)


def test_a_language_without_translation_is_said() -> None:
    """Where the site has not the country's language, the sheet is in English and says so."""
    assert sheet_language(REAL, REAL.countries["md"]) == "en"
    text = call_sheet(REAL, REAL.countries["md"], "en", DAY)
    assert "(This sheet is in English; the country's main language is Romanian.)" in text
    assert "(This sheet" not in call_sheet(REAL, REAL.countries["ie"], "en", DAY)


def test_a_call_sheet_in_markdown_is_safe() -> None:
    """Addresses of the data become no links in an issue."""
    text = call_sheet(REAL, REAL.countries["ee"], "en", DAY, markdown=True)
    assert "https://" not in text
    assert "- [ ] " in text


# --- the command ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [[], ["--format", "markdown"], ["--format", "ics"], ["--call-sheet", "EE"], ["--call-sheet", "PL", "--format", "markdown"]],
)
def test_the_same_day_gives_the_same_bytes(arguments: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each report of the real data is the same to the byte when it is made twice."""
    made = []
    for _ in range(2):
        assert main(["--as-of", "2026-11-22", *arguments]) == 0
        made.append(capfdbinary.readouterr().out)
    assert made[0] == made[1]
    assert len(made[0]) > 500


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--country", "ee"], 'did you mean "EE"?'),
        (["--call-sheet", "XX"], 'there is no country "XX"'),
        (["--call-sheet", "EE", "--language", "ee"], '"ee" is no language of the site'),
        (["--call-sheet", "EE", "--format", "ics"], "text or markdown, not ics"),
        (["--as-of", "2026-02-30"], "--as-of"),
    ],
)
def test_what_is_not_there_is_an_error(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A country or language that does not exist is told with what to type instead."""
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert said in capsys.readouterr().err


def test_a_calendar_without_its_library_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where only what a build needs is installed, the command says what is missing; all else works."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "seamark.due_calendar", raising=False)
    assert main(["--format", "ics"]) == 1
    assert "needs the library icalendar" in capsys.readouterr().err
    assert main(["--country", "EE"]) == 0


def test_data_that_cannot_be_read_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a broken file no list is made, which would leave something out."""
    project(tmp_path, [Edit(EE, "time_zone:", "time zone:")])
    assert main(["--root", str(tmp_path), "--as-of", "2026-11-22"]) == 1
    assert 'unknown field "time zone"' in capsys.readouterr().out
