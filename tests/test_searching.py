"""The index of the search page holds each page's words, texts that can be quoted, and the numbers of the data."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from built_data import make_data

from seamark import searching
from seamark.searching import entries, folded, index, numbers_of, parts_of, words_of

CARD = """<h1>Help in Estonia</h1>
<h2 id="now">In danger now</h2>
<div class="sos"><a href="tel:112"><span class="vh">Call </span><bdi dir="ltr">112</bdi></a>
<p>Police · Ambulance · Rescue services</p></div>
<article class="card" id="ee-line"><h3>Crisis line</h3>
<p class="local"><span lang="et">Ohvriabi kriisitelefon ohvritele</span></p>
<dl><dt>When</dt><dd>Mon <data class="hours" value="8:30">8:30</data></dd>
<dt>For whom</dt><dd>Victims of crime<br>and violence</dd></dl>
<div class="src"><p>Source: Board</p></div></article>"""


def read(text: str) -> dict[str, Any]:
    """Read an index, with the parts in which each word stands in place of its entries."""
    content: dict[str, Any] = json.loads(text)
    found, before = {}, ""
    for entry in content["words"].split(" "):
        match = re.fullmatch(r"(\d)(\D*)([\d,]+)", entry)
        assert match is not None, entry
        before = before[: int(match[1])] + match[2]
        found[before] = list(accumulate(map(int, match[3].split(","))))
    return {**content, "words": found}


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # accents and letters of their own
        ("Žmonių", "zmoniu"), ("Łódź", "lodz"), ("Straße", "strase"), ("Ærø", "aero"), ("þolandi", "tholandi"),
        ("Естонія", "естонія"), ("Їжак", "іжак"), ("ґанок", "ганок"), ("Ёлка", "елка"),
        # doubled letters
        ("kauppa", "kaupa"), ("passene", "pasene"),
        # signs inside a word
        ("прив’язаний", "привязани"), ("прив'язаний", "привязани"), ("co\u00adoperation", "coperation"),
    ],
)  # fmt: skip
def test_folded(text: str, found: str) -> None:
    """Small letters, no accents, one letter for two, nothing invisible."""
    assert folded(text) == found


def test_words_are_of_letters() -> None:
    """Digits and signs part words and are none."""
    assert words_of("Call 112, (or) +372 660 7320/a1b_c!") == ["cal", "or", "a", "b", "c"]


# --- parts ---------------------------------------------------------------------------------------------------


def test_parts_of_a_page() -> None:
    """A part begins at a heading that has an id, or whose article has one; the first bears the title."""
    assert [(part.anchor, part.heading) for part in parts_of(CARD)] == [
        ("", "Help in Estonia"),
        ("now", "In danger now"),
        ("ee-line", "Crisis line"),
    ]


def test_what_is_left_out_of_a_part() -> None:
    """Numbers, labels, sources and what is hidden are no words of the page; foreign names are."""
    [_, now, line] = parts_of(CARD)
    assert now.words == {"police", "ambulance", "rescue", "services"}
    assert line.words == {"ohvriabi", "krisitelefon", "ohvritele", "mon", "victims", "of", "crime", "and", "violence"}


@pytest.mark.parametrize(
    ("html", "excerpt"),
    [
        # what can be quoted
        ("<p>Short.</p><p>This text is long enough to be quoted.</p>", "This text is long enough to be quoted."),
        (f"<p>{'word ' * 40}</p>", ("word " * 18).strip() + "…"),
        ("<p>You can <b>always</b> say no to <a href='#'>an interview</a>.</p>", "You can always say no to an interview."),
        # what cannot
        ("<p>In the year 2020 there were many of them here.</p>", ""),
        ("<p>Call <bdi>112</bdi> when you are in danger now.</p>", ""),
        ('<p><span lang="et">Ohvriabi kriisitelefon ohvritele</span></p>', ""),
        ("<ul><li><s>A word to avoid, for some reason</s>: because.</li></ul>", ""),
        ("<p hidden>This text is long enough to be quoted.</p>", ""),
    ],
)  # fmt: skip
def test_excerpt(html: str, excerpt: str) -> None:
    """A part is shown by its first whole text in the page's language that has no digit and no word to avoid."""
    assert parts_of(f"<h1>Title</h1>{html}")[0].excerpt == excerpt


def test_a_heading_in_another_language_says_so() -> None:
    """A heading that is not translated keeps its language; one with a foreign name in it is the page's."""
    found = parts_of('<h1><span lang="en">About</span></h1><h2 id="a">About <span lang="en">Seamark</span></h2>')
    assert [part.language for part in found] == ["en", ""]


# --- the index -----------------------------------------------------------------------------------------------


def test_entries_can_be_read_back() -> None:
    """Words share their beginning with the one before, places their distance."""
    found = {"zmogus": [3, 5], "zmogaus": [4], "a" * 12: [0], "a" * 11 + "b": [0, 1]}
    assert list(entries({"zmogus": [3, 5], "zmogaus": [4]})) == ["0zmogaus4", "4us3,2"]
    assert read(json.dumps({"words": " ".join(entries(found))}))["words"] == found


def test_the_index_of_pages() -> None:
    """Pages, parts, words and numbers stand in the index, and pages that are not in it have no number."""
    pages = {"help/ee/": CARD, "signs/": "<h1>Signs</h1><p>Police may help.</p>"}
    found = read(index(pages, {"112": ["help/ee/", "help/xx/"]}))
    assert found["pages"] == [["help/ee/", "Help in Estonia"], ["signs/", "Signs"]]
    assert found["parts"][0] == [0]
    assert found["parts"][1] == [0, "now", "In danger now", "Police · Ambulance · Rescue services"]
    assert found["words"]["police"] == [1, 3]
    assert found["numbers"] == {"112": [0]}


def test_the_index_tells_which_pages_are_for_fewer_readers() -> None:
    """What is for people who need help is told apart from what is for others, by the beginning of the address."""
    pages = dict.fromkeys(("about/contacts/", "help/ee/", "professionals/", "signs/"), "<h1>A</h1><p>Some words.</p>")
    assert read(index(pages, {}))["fewer"] == [0, 2]


def test_the_numbers_are_those_of_the_data(tmp_path: Path) -> None:
    """Each number of an active line stands as dialled and as written inside the country, the Union's page first."""
    found = numbers_of(make_data(tmp_path))
    assert found["112"] == ["help/eu/", "help/ee/"]
    assert found["+3726607320"] == found["6607320"] == ["help/ee/"]
    assert found["1960"] == found["116006"] == ["help/no/"]
    assert "+3726119999" not in found


def test_the_file_is_named_by_its_content(tmp_path: Path) -> None:
    """The same index has the same name, another one has another, and writing returns it."""
    assert searching.file_name("a") != searching.file_name("b")
    name = searching.write(tmp_path / "search", "a")
    assert name == searching.file_name("a")
    assert (tmp_path / "search" / name).read_text("utf-8") == "a"
    assert list(tmp_path.glob(searching.FILES)) == [tmp_path / "search" / name]
