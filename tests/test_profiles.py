"""Tests of the country profiles and of what is made from them: referral and the laws of single states."""

from __future__ import annotations

from pathlib import Path

from seamark.loading import Data, load
from seamark.profiles import PARTS

ROOT = Path(__file__).resolve().parent.parent
STATES = {"dk", "ee", "fi", "de", "is", "lv", "lt", "no", "pl", "ru", "se", "si", "ua"}
WITHOUT_HELP = {"ru"}  # this state has a profile and no page of help


def real() -> Data:
    """Return the real data."""
    data, problems = load(ROOT)
    assert data is not None, problems
    return data


def test_every_state_has_a_profile() -> None:
    """The eleven states of the report, Slovenia and Ukraine have profiles with all parts."""
    profiles = real().profiles
    assert set(profiles) == STATES
    assert all([part.kind for part in profile.sections] == list(PARTS) for profile in profiles.values())


def test_no_page_sends_anybody_to_a_state_without_help() -> None:
    """Only states whose lines are published have a page of help and an institution to ask."""
    data = real()
    assert set(data.profiles) - set(data.countries) == WITHOUT_HELP
    assert {code for code, profile in data.profiles.items() if not profile.ask_first} == WITHOUT_HELP


def test_a_sentence_alone_is_a_statement_of_the_main_source() -> None:
    """A statement may be written as a sentence alone; then the source of the file stands for it."""
    statement = real().profiles["dk"].sections[0].statements[0]
    assert statement.source is None
    assert statement.text.place.path == "data/profiles/dk.yml"
