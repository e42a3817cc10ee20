"""Files come back as they were, and what is new is written as every program reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seamark.editing import roundtrip
from seamark.yamltext import parse_yaml

ROOT = Path(__file__).resolve().parent.parent
EDITED = [*sorted((ROOT / "data" / "countries").glob("*.yml")), *(ROOT / "data" / f"{n}.yml" for n in ("short_codes", "held_back"))]
WITH_COMMENTS = """# top
a: 016
b:
c: 2020-01-01  # beside
services:
  - id: x
    channels:
      - phone: "1"
        source: a  # first
      - phone: '2'
        source: a  # second
  # below the list

# before sources
sources:
  a: {t: 1}
# end
"""


@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.stem)
def test_what_is_not_changed_comes_back_byte_for_byte(path: Path) -> None:
    """Every file that the commands change is laid out so that reading and writing it changes nothing."""
    text = path.read_text("utf-8")
    assert roundtrip.write(roundtrip.read(text)) == text, f"break no line inside brackets in {path.name}"


def test_comments_odd_scalars_and_quotes_are_kept() -> None:
    """A number without quotes, an empty value, a date, both kinds of quotes and every comment stay as they are."""
    assert roundtrip.write(roundtrip.read(WITH_COMMENTS)) == WITH_COMMENTS


def test_what_is_added_stands_above_the_comment_below() -> None:
    """A comment below a list belongs to what follows: a new item goes before it, a comment behind a value stays there."""
    tree = roundtrip.read(WITH_COMMENTS)
    roundtrip.append(tree["services"][0]["channels"], roundtrip.mapping({"phone": "3"}))
    roundtrip.put(tree, "d", "e")
    text = roundtrip.write(tree)
    expected = WITH_COMMENTS.replace("source: a  # second\n", 'source: a  # second\n      - phone: "3"\n')
    assert text == expected.replace("  a: {t: 1}\n# end\n", "  a: {t: 1}\nd: e\n# end\n")


def test_a_new_field_stands_in_its_place() -> None:
    """A field that is new goes before the first of those that follow it; one that is there keeps its place and comment."""
    tree = roundtrip.read("a: 1 # kept\nc: 3\n")
    roundtrip.put(tree, "b", roundtrip.styled("2"), before=("c", "d"))
    roundtrip.put(tree, "a", roundtrip.styled("0"))
    assert roundtrip.write(tree) == 'a: "0" # kept\nb: "2"\nc: 3\n'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        # what other programs would take for something else
        ("+372 660 7320", '"+372 660 7320"'),
        ("116006", '"116006"'),
        ("016", '"016"'),
        ("2026-11", '"2026-11"'),
        ("24/7", '"24/7"'),
        ("Mo-Fr 09:00-17:00; PH off", '"Mo-Fr 09:00-17:00; PH off"'),
        ("no", '"no"'),
        ("YES", '"YES"'),
        ("NO", '"NO"'),
        ("EE", '"EE"'),
        ("", '""'),
        # what YAML would read otherwise
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("[a", '"[a"'),
        ("*a", '"*a"'),
        ("a, b", '"a, b"'),
        (" a", '" a"'),
        # plain words stay plain
        ("unknown", "unknown"),
        ("cbss-2020", "cbss-2020"),
        ("Häirekeskus – riik", "Häirekeskus – riik"),
        ("https://www.example.org/a?b=1", "https://www.example.org/a?b=1"),
        # lists
        (["et", "ru"], "[et, ru]"),
        (["et"], "et"),
        (["NO", "EE"], '["NO", "EE"]'),
    ],
)
def test_values_are_quoted_where_they_must_be(value: roundtrip.Value, written: str) -> None:
    """Numbers, dates, hours and codes stand in quotes, plain words do not, and several texts stand in brackets."""
    assert roundtrip.write(roundtrip.mapping({"x": value})) == f"x: {written}\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=40))
def test_any_text_is_read_as_it_was_meant(text: str) -> None:
    """Whatever is written into a file, our reader and a program that guesses types both read as that very text."""
    for value in (text, [text, "a"]):
        written = roundtrip.write(roundtrip.mapping({"x": value}))
        assert parse_yaml(written, "x") == {"x": value}
        assert yaml.safe_load(written) == {"x": value}
