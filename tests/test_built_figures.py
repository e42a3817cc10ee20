"""Tests of the proof on figures: each stands in its own table, row and column, with its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import END, Plant, assert_caught

PAGE = "journalists/figures/index.html"


def figure(value: str, shown: str = "") -> str:
    """Return a figure as the page writes it."""
    return f'<data class="figure" value="{value}">{shown or value}</data>'


def swapped(name: str, old: str, new: str, rules: str = "figure-tables") -> Plant:
    """Return a plant on the page of figures."""
    return Plant(name, rules, PAGE, old, new)


PLANTS = [
    swapped("a figure of nobody", figure("536"), figure("563"), "figure-item figure-tables"),
    swapped("another value than shown", figure("536"), figure("479", "536"), "figure-item"),
    swapped("a figure of another table", figure("536"), figure("479")),
    swapped("a gap filled", "<td>not legible</td>", f"<td>{figure('51')}</td>"),
    swapped("a gap made a zero", "<td>not legible</td>", "<td>0</td>"),
    swapped("another gap", "not legible", "not given"),
    swapped("two rows swapped", "<th>Female</th>", "<th>Male</th>"),
    swapped("another period", '<time datetime="2017">2017</time>', '<time datetime="2016">2016</time>'),
    swapped("a row left out", f"<tr><th>Male</th><td>{figure('51')}</td></tr>", ""),
    swapped("a table left out", 'id="lv-gender"', 'id="lv-sex"', "figure-tables figure-sources"),
    swapped("another figure stated", figure("675"), figure("536")),
    swapped("another year stated", '<li>Total, <time datetime="2018">2018</time>', '<li>Total, <time datetime="2017">2017</time>'),
    swapped("the other figures left out", 'id="lv-also"', 'id="others"'),
    Plant("a figure outside the tables", "figure-tables", PAGE, END, f"<p>{figure('536')}</p>"),
    swapped("a source left out", 'Gender. <cite lang="en">Round-up 2020</cite>', "Gender", "figure-sources"),
    swapped(
        "a year left out",
        'Gender. <cite lang="en">Round-up 2020</cite>, <time datetime="2020">2020</time>',
        'Gender. <cite lang="en">Round-up 2020</cite>',
        "figure-sources",
    ),
    Plant("a figure on another page", "figure-item", "signs/index.html", END, f"<p>{figure('536')}</p>"),
]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_plant_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault is caught by exactly the rules that are named for it."""
    assert_caught(plant, tmp_path)
