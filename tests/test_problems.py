"""Problems are printed in one line each, sorted, and never lose what they quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seamark.problems import Place, Problem, as_annotations, as_text, did_you_mean


def problem(message: str = "wrong", *, line: int = 1, column: int = 1, path: str = "data/a.yml", fix: str = "") -> Problem:
    """Return a problem of the rule "rule"."""
    return Problem(place=Place(path=path, line=line, column=column), rule="rule", message=message, fix=fix)


def test_a_place_is_written_as_editors_jump_to_it() -> None:
    """A place is path, line and column with colons between."""
    assert str(Place(path="data/countries/ee.yml", line=16, column=7)) == "data/countries/ee.yml:16:7"


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        ("", "data/a.yml:1:1: wrong [rule]"),
        ("do this", "data/a.yml:1:1: wrong; do this [rule]"),
    ],
)
def test_a_problem_is_one_line(fix: str, expected: str) -> None:
    """A problem tells place, requirement, advice where there is some, and the rule's name."""
    assert str(problem(fix=fix)) == expected


def test_problems_are_sorted_by_place_and_told_once() -> None:
    """Lines are ordered as numbers, not as text, and what was found twice stands once."""
    found = [problem(line=10), problem(line=9), problem(line=10), problem(line=9, column=2), problem(path="data/A.yml", line=99)]
    assert as_text(found).splitlines() == [
        "data/A.yml:99:1: wrong [rule]",
        "data/a.yml:9:1: wrong [rule]",
        "data/a.yml:9:2: wrong [rule]",
        "data/a.yml:10:1: wrong [rule]",
    ]


def test_no_problems_give_no_text() -> None:
    """Without problems nothing is printed, not even an empty line."""
    assert as_text([]) == ""
    assert as_annotations([]) == ""


@given(st.lists(st.text(), max_size=4))
def test_every_problem_takes_one_line_whatever_it_quotes(messages: list[str]) -> None:
    """A value with line ends in it does not break the list of problems."""
    problems = {problem(message) for message in messages}
    for printed in (as_text(problems), as_annotations(problems)):
        lines = printed.split("\n")
        assert lines.pop() == ""
        assert len(lines) <= len(problems)
        assert all("data/a.yml" in line for line in lines)


# The escapes are those of the workflow commands of GitHub Actions.
@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # plain
        (problem("wrong"), "::error file=data/a.yml,line=1,col=1,title=rule::wrong\n"),
        (problem("wrong", line=3, column=7, fix="mend it"), "::error file=data/a.yml,line=3,col=7,title=rule::wrong; mend it\n"),
        # signs that end a command or a property
        (problem("50 %\nnext\r"), "::error file=data/a.yml,line=1,col=1,title=rule::50 %25%0Anext%0D\n"),
        (problem(path="data/a:b,c.yml"), "::error file=data/a%3Ab%2Cc.yml,line=1,col=1,title=rule::wrong\n"),
        (problem("a: b, c"), "::error file=data/a.yml,line=1,col=1,title=rule::a: b, c\n"),
    ],
)
def test_annotations_follow_the_syntax_of_workflow_commands(made: Problem, expected: str) -> None:
    """An annotation is one workflow command in which special signs are escaped."""
    assert as_annotations([made]) == expected


@pytest.mark.parametrize(
    ("value", "allowed", "expected"),
    [
        # a slip of the finger
        ("numbr", ["number", "name"], 'did you mean "number"?'),
        ("anyon", {"anyone", "women"}, 'did you mean "anyone"?'),
        # nothing like it
        ("xyzzy", ["free", "standard"], 'use one of "free", "standard"'),
        ("xyzzy", [], "remove it: nothing is allowed here"),
        # a long list is cut, and says so
        ("xyzzy", [f"a{number:02}" for number in range(13)], None),
    ],
)
def test_advice_names_the_nearest_word(value: str, allowed: list[str], expected: str | None) -> None:
    """Advice names the closest allowed word, else the allowed words, else that nothing is allowed."""
    advice = did_you_mean(value, allowed)
    if expected is None:
        assert advice.endswith('"a11" …')
        assert "a12" not in advice
    else:
        assert advice == expected


@given(st.text(), st.sets(st.text(min_size=1), max_size=20))
def test_advice_never_names_what_is_not_allowed(value: str, allowed: set[str]) -> None:
    """The word that advice proposes is one of the allowed words."""
    advice = did_you_mean(value, allowed)
    if advice.startswith("did you mean"):
        assert advice.removeprefix('did you mean "').removesuffix('"?') in allowed
    else:
        assert all(f'"{word}"' in advice for word in sorted(allowed)[:12])
