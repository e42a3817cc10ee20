"""What editors type as they would say it: the advice names what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import TODAY, Edit, project

from seamark.checks import check
from seamark.languages import country_code
from seamark.loading import load

EE = "data/countries/ee.yml"
RULES = ["kinds-are-listed", "audiences-are-listed", "dates-are-real", "languages-exist", "time-zones-exist"]
KINDS = "kinds: [trafficking-helpline, labour-rights]"
ON = 'on: "2026-10-01"'


def advice(folder: Path, old: str, new: str) -> str:
    """Return the advice on the one problem that a change of the correct project makes."""
    project(folder, [Edit(EE, old, new)])
    data, problems = load(folder)
    assert data is not None
    [problem] = [*problems, *check(data, TODAY, only=RULES)]
    return problem.fix


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # the words of a page instead of the word of the list
        (
            "kinds: [trafficking-helpline, labour-rights]",
            "kinds: rights at work",
            'did you mean "labour-rights" (Advice on rights at work)?',
        ),
        ("[victims-of-trafficking, relatives]", "family and friends", 'did you mean "relatives" (Relatives and friends)?'),
        # a name instead of a code
        ("languages: [et, ru]", "languages: Portuguese", 'type "pt" for Portuguese'),
        ("languages: [et, ru]", "languages: Estonian; Russian and english", "type [et, ru, en]"),
        (
            "languages: [et, ru]",
            "languages: Estonian and some Elvish",
            'type the code of the language: "et" for Estonian, "uk" for Ukrainian',
        ),
        ("time_zone: Europe/Tallinn", "time_zone: Lisbon", 'type "Europe/Lisbon"'),
        ("time_zone: Europe/Tallinn", "time_zone: Tartu", "type it like Europe/Tallinn or Europe/Kyiv"),
        # a slip in the word of the list
        (KINDS, "kinds: trafficking-helplin", 'did you mean "trafficking-helpline"?'),
        # the day first, as in most of Europe; with strokes nobody knows which comes first
        (ON, "on: 20.11.2026", 'type "2026-11-20"'),
        (ON, "on: 2. 1. 2026", 'type "2026-01-02"'),
        (ON, "on: 31.11.2026", 'type it like "2023-03-09", "2023-03" or "2023", or unknown'),
        (ON, "on: 02/01/2026", 'type it like "2023-03-09", "2023-03" or "2023", or unknown'),
    ],
)
def test_advice_names_what_is_meant(old: str, new: str, said: str, tmp_path: Path) -> None:
    """A word of a page leads to the word of the list, and a day that is written day first to the same day."""
    assert advice(tmp_path, old, new) == said


@pytest.mark.parametrize(
    ("text", "code"),
    [("pt", "PT"), ("Portugal", "PT"), ("CZECHIA", "CZ"), ("EU", "EU"), ("XX", ""), ("../e", ""), ("", ""), ("150", "")],
)
def test_a_country_may_be_named(text: str, code: str) -> None:
    """A form takes a country's code or its English name; what is neither is no country, and never a path."""
    assert country_code(text) == code
