"""Tests of the figures on victims and criminal justice: their rows for reusers, their bars, and the real data."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from factory import project

from seamark import figures
from seamark.exports import own_tables, tables
from seamark.loading import Data, load
from seamark.rendering import Renderer
from seamark.translations import Catalogue

ROOT = Path(__file__).resolve().parent.parent
# The members of the Council of the Baltic Sea States of which the report has a chapter.
STATES = {"dk", "ee", "fi", "de", "is", "lv", "lt", "no", "pl", "ru", "se"}
# What the report says in running text, besides its tables: the total of the three years.
TOTALS_IN_TEXT = {"dk": 316, "fi": 420}


def loaded(root: Path) -> Data:
    """Return the data of a project."""
    data, problems = load(root)
    assert data is not None, problems
    return data


def csv_text(data: Data) -> str:
    """Return the table of all figures as it is downloaded."""
    return tables.csv_text(own_tables.FIGURES, own_tables.figure_rows(data))


def test_every_figure_is_a_row_of_the_csv_file(tmp_path: Path) -> None:
    """What is read back from the CSV text is every figure once, with its source; a gap has no value but a status."""
    project(tmp_path)
    data = loaded(tmp_path)
    found = list(csv.DictReader(io.StringIO(csv_text(data))))
    assert len(found) == sum(1 for item in data.statistics.values() for _ in item.values)
    by_key = {(row["table"], row["row"], row["period"], row["stated_in"]): row for row in found}
    assert by_key["total", "Total", "2016", "table"]["value"] == "10"
    gap = by_key["total", "Total", "2017", "table"]
    assert (gap["value"], gap["status"]) == ("", "not-legible")
    assert by_key["total", "Total", "2017", "text of the chapter"]["value"] == "11"
    form = by_key["form", "Labour exploitation", "2017", "table"]
    assert (form["status"], form["source"], form["source_date"]) == ("not-given", "law-palermo", "2000-11-15")
    assert form["note"] == "For 2018 the forms come to one more than the total."


def test_every_figure_of_the_files_is_in_the_table() -> None:
    """Read without any module of ours, the files of all states hold the same figures as the table to download."""
    want = []
    for path in (ROOT / "data" / "statistics").glob("*.yml"):
        item = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for group in item["groups"]:
            for row in group["rows"]:
                for period, value in row["values"].items():
                    want.append((item["country"], group["kind"], row["label"], period, value, "table"))
        for other in item.get("also_stated", ()):
            want.append((item["country"], other["group"], other["row"], other["period"], other["value"], other["where"]))
    found = csv.DictReader(io.StringIO(csv_text(loaded(ROOT))))
    kept = [
        (row["country"], row["table"], row["row"], row["period"], row["value"] or row["status"], row["stated_in"]) for row in found
    ]
    assert len(want) > 300
    assert Counter(kept) == Counter(want)


@pytest.mark.parametrize(
    ("value", "largest", "steps"),
    [("0", 100, 0), ("1", 1000, 1), ("50", 100, 10), ("100", 100, 20), ("not-given", 100, 0), ("0", 0, 0)],
)
def test_a_bar_shows_the_size_of_a_figure(value: str, largest: int, steps: int) -> None:
    """A bar is as long as its figure; nothing has no bar, and what is small still has one."""
    assert figures.bar(value, largest) == steps


def test_every_state_of_the_report_has_its_figures() -> None:
    """The eleven states of the report have figures, each with criminal justice, and gaps are words."""
    data = loaded(ROOT)
    assert set(data.statistics) == STATES
    assert all(item.group("total") and item.group("justice") for item in data.statistics.values())


@pytest.mark.parametrize("state", TOTALS_IN_TEXT)
def test_totals_agree_with_the_text_of_the_report(state: str) -> None:
    """Where the report gives the sum of the three years in its text, the totals of its table come to it."""
    group = loaded(ROOT).statistics[state].group("total")
    assert group is not None
    assert sum(int(value) for value in group.rows[0].values.values()) == TOTALS_IN_TEXT[state]


def test_years_in_english_words_become_dates(tmp_path: Path) -> None:
    """A year in a note is shown as a time element, and nothing in a note can become a tag."""
    project(tmp_path)
    wording = (
        Renderer(loaded(tmp_path), Catalogue("en", {}, {}), date(2026, 11, 22)).frame("index", {"words": "pages/home"}).wording
    )
    assert wording.dated("In {2018} <b>") == 'In <time datetime="2018">2018</time> &lt;b&gt;'
    assert wording.period("2016-2018") == '<time datetime="2016">2016</time>–<time datetime="2018">2018</time>'
