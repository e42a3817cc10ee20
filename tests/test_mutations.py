"""A small part of `make mutations`: random edits of the real files, none of which harms a reader unseen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from measures.edits import EDITS
from measures.harm import open_times
from measures.mutations import ROOT, Judge, as_markdown

from seamark.building import as_of_date

SEED = 7
MADE = 200


@cache
def judge() -> Judge:
    """Return the judge of the real data."""
    return Judge(ROOT, as_of_date(ROOT))


def test_no_edit_harms_unseen() -> None:
    """Of the random edits that change what readers are told, each is refused or told; most are refused."""
    outcomes = judge().outcomes(MADE, SEED)
    assert [(item.path, item.edit, item.lines) for item in outcomes if item.unseen and item.harmful] == []
    harmful = [item for item in outcomes if item.harmful]
    assert len(harmful) > MADE / 2
    assert sum(item.by_check or item.by_gate for item in harmful) > len(harmful) / 2
    assert as_markdown(outcomes, SEED).count("\n| ") == len(EDITS) + 3


# Text of Estonia's file, what it becomes, and whether that harms; the first of each kind must be seen as harm.
HARM = [
    ('"+372 660 7320"', '"+372 660 7321"', True),
    ('"Mo-Th 08:30-16:30; Fr 08:30-15:30"', '"Mo-Th 08:30-16:30; Fr 08:30-15:00"', True),
    ("cost: free", "cost: premium", True),
    ('    number: "112"', '    number: "110"', True),
    ("languages: [et, ru, en]", "languages: [et, en]", True),
    ('anonymous: "yes"', 'anonymous: "no"', True),
    ('"+372 660 7320"', '"+372 6607 320"', False),
    ("languages: [et, ru, en]", "languages: [en, et, ru]", False),
    ("languages: [et, ru, en]", "languages: [et, ru, en]  # all three", False),
]


@pytest.mark.parametrize(("old", "new", "harmful"), HARM)
def test_harm_is_known_when_it_is_there(old: str, new: str, harmful: bool) -> None:
    """The judge of harm, which shares nothing with the gate, sees a change of meaning and nothing else; so does the gate."""
    outcome = judge().judge("by hand", "ee", judge().texts["ee"].replace(old, new, 1))
    assert outcome.harmful is harmful
    assert outcome.by_report is harmful


def test_hours_are_judged_by_the_minute() -> None:
    """Five minutes more are other hours; the same hours in other signs are not."""
    assert open_times("Mo-Fr 09:00-17:00") == open_times("Mo,Tu,We,Th,Fr 09:00-17:00")
    assert open_times("Mo-Fr 09:00-17:00") != open_times("Mo-Fr 09:00-17:05")
    assert open_times("Mo-Fr 09:00-17:00") != open_times("Mo-Fr 09:00-17:00; PH off")


@pytest.mark.parametrize("name", EDITS)
def test_every_kind_of_edit_changes_something(name: str) -> None:
    """Each kind of edit finds a line in some country's file and makes it another."""
    chance = Random(SEED)
    files = [text.splitlines() for text in judge().texts.values()]
    assert any(EDITS[name](list(lines), chance) not in (None, lines) for lines in files)


def test_data_that_are_not_in_order_are_not_judged() -> None:
    """Where the check finds something to begin with, every edit would look caught: the judge refuses."""
    with pytest.raises(ValueError, match="not in order"):
        Judge(Path(__file__).parent / "broken", as_of_date(ROOT))
