"""Every rule on the data finds what it must find, where it is, and nothing in what is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_cases import BAD, GOOD
from check_cases.case import Case
from factory import TODAY, project

from seamark.checks import RULES, check, rules_by_name
from seamark.loading import load
from seamark.problems import Problem

BROKEN = Path(__file__).parent / "broken"


def problems_of(root: Path) -> list[Problem]:
    """Return what loading and checking a project finds; fails when its data cannot be loaded."""
    data, problems = load(root)
    assert data is not None, problems
    return problems + check(data, TODAY)


def test_the_correct_project_has_no_problems(tmp_path: Path) -> None:
    """The project from which all cases are made is right."""
    project(tmp_path)
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize("case", BAD, ids=str)
def test_a_fault_is_found_where_it_is(case: Case, tmp_path: Path) -> None:
    """A rule finds a planted fault at its exact line and column, says what to type, and no other rule complains."""
    expected = project(tmp_path, case.edits) | set(case.at)
    problems = problems_of(tmp_path)
    assert {str(problem.place) for problem in problems if problem.rule == case.rule} == expected, problems
    assert {problem.rule for problem in problems} == {case.rule, *case.also}, problems
    assert not {problem for problem in problems if problem.rule != case.rule and str(problem.place) in expected}, problems
    assert all(problem.message and problem.fix and "\n" not in str(problem) for problem in problems), problems


def test_a_rule_that_is_switched_off_takes_nothing_else_with_it() -> None:
    """Without a rule, all other problems of the broken project are told as before: rules do not know of each other."""
    data, _ = load(BROKEN)
    assert data is not None
    everything = check(data, TODAY)
    for name in rules_by_name():
        assert check(data, TODAY, without=[name]) == [problem for problem in everything if problem.rule != name]


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_what_is_right_is_left_alone(case: Case, tmp_path: Path) -> None:
    """What looks like a fault and is right brings no problem."""
    project(tmp_path, case.edits)
    assert problems_of(tmp_path) == []


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    """No rule is without a fault that it catches and without something right that it must let pass."""
    names = set(rules_by_name())
    assert {case.rule for case in BAD} == names
    assert {case.rule for case in GOOD} == names


def test_a_rule_can_be_switched_off(tmp_path: Path) -> None:
    """Without the rule its fault is not found; with only the rule it is."""
    bad = next(case for case in BAD if case.rule == "time-zones-exist")
    project(tmp_path, bad.edits)
    data, _ = load(tmp_path)
    assert data is not None
    assert check(data, TODAY, without=["time-zones-exist"]) == []
    assert [problem.rule for problem in check(data, TODAY, only=["time-zones-exist"])] == ["time-zones-exist"]


def test_a_name_that_no_rule_has_is_refused(tmp_path: Path) -> None:
    """A misspelt rule is an error, not a check that passes."""
    project(tmp_path)
    data, _ = load(tmp_path)
    assert data is not None
    with pytest.raises(KeyError, match="time-zone-exists"):
        check(data, TODAY, only=["time-zone-exists"])


def test_every_rule_says_what_it_wants() -> None:
    """The docstring of a rule is the rule: one sentence at least, and no name is used twice."""
    rules = [rule for group in RULES.values() for rule in group]
    assert all(rule.__doc__ and rule.__doc__.strip().endswith(".") for rule in rules)
    assert len(rules_by_name()) == len(rules)


def test_what_cannot_be_read_causes_no_other_problems(tmp_path: Path) -> None:
    """A file with a mistake of shape is told once: nothing is concluded from what is missing in it."""
    project(tmp_path)
    (tmp_path / "data" / "references.yml").write_text("law-palermo: [\n", "utf-8")
    (tmp_path / "data" / "countries" / "no.yml").write_text("country: NO: x\n", "utf-8")
    assert {problem.rule for problem in problems_of(tmp_path)} == {"yaml"}
