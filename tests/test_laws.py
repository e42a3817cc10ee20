"""Tests of the list of laws: every law stands on it once, in order, with the articles that the glossary cites."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from seamark.content import Content
from seamark.loading import load
from seamark.rendering import Renderer
from seamark.translations import Catalogue

ROOT = Path(__file__).resolve().parent.parent
META = {"words": "pages/laws"}
BODIES = ("un", "coe", "eu", "ilo")


@cache
def renderer() -> Renderer:
    """Return what renders the real data in English."""
    data, problems = load(ROOT)
    assert data is not None, problems
    return Renderer(data, Catalogue("en", {}, {}), date(2026, 11, 22))


@cache
def page() -> Content:
    """Return the frame of the real page of laws."""
    return renderer().frame("journalists/laws", META)


def test_every_law_stands_in_one_part_of_the_page() -> None:
    """The four bodies hold every law of the data exactly once, and each body has its heading."""
    listed = [name for body in BODIES for name, _, _ in page().laws_of(body)]
    assert sorted(listed) == sorted(page().data.laws)
    words = page().words
    assert words is not None
    assert {str(part.id) for part in words.sections} >= set(BODIES)


def test_laws_stand_in_the_order_of_their_adoption() -> None:
    """Within a body the oldest law is the first."""
    for body in BODIES:
        dates = [str(law.adopted) for _, law, _ in page().laws_of(body)]
        assert dates == sorted(dates)


def test_articles_stand_in_the_order_of_counting() -> None:
    """Every article that the glossary cites stands below its law, 2 before 10."""
    cited = {name: [str(article) for article, _ in articles] for body in BODIES for name, _, articles in page().laws_of(body)}
    assert sum(map(len, cited.values())) == sum(
        legal.article is not None for concept in page().data.glossary.values() for legal in concept.legal
    )
    numbers = [int(re.match(r"\d+", article)[0]) for article in cited["eu-directive"]]
    assert numbers == sorted(numbers)
    assert numbers[-1] >= 10 > numbers[0]


def test_every_anchor_of_the_page_stands_once() -> None:
    """No law has the anchor of a part: "coe" is a body, and a convention of it."""
    text = renderer().render("journalists/laws", '{% include "laws.html" %}', META).markdown
    anchors = re.findall(r'\bid="([^"]+)"|\{:? *#([\w-]+)', text)
    found = [first or second for first, second in anchors]
    assert {*BODIES, "law-coe"} <= set(found)
    assert len(found) == len(set(found))
