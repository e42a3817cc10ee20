"""The proof of the search: a right index passes, and each planted fault in one is caught by its rule alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built_data import DOCS, make_data
from built_pages import NOT_FOUND, PageOf, write_files
from built_pages import pages as pages_of

from seamark import searching
from seamark.built_site import examine, rule_names
from seamark.loading import Data
from seamark.problems import Problem

SEARCH_RULES = {name for name in rule_names() if name.startswith("search-")}
OTHERS = [name for name in rule_names() if name not in SEARCH_RULES]
LANGUAGES = ("en", "uk")


def site(root: Path) -> tuple[Data, Path, dict[str, str]]:
    """Make the small site with a search page; return its data, its folder and the file of each language's index."""
    data = make_data(root)
    (root / "docs" / "search.md").touch()
    files = dict(pages_of(data))
    indexes = {}
    for language in LANGUAGES:
        text = index_of(data, language)
        page = PageOf(data, language, "search")
        name = searching.file_name(text)
        indexes[language] = page.file.replace("index.html", name)
        files[indexes[language]] = text
        files[page.file] = page.text().replace("<main>", f'<main><form data-index="{name}"></form>')
    write_files(files, root / "site")
    return data, root / "site", indexes


def index_of(data: Data, language: str) -> str:
    """Return the index of the small site in a language."""
    found = {}
    for path in DOCS:
        page = PageOf(data, language, path)
        if path != "card/ee" and path != NOT_FOUND:
            address = page.url(language, path).removeprefix("" if language == "en" else f"{language}/")
            content = re.search(r"<main>(.*)</main>", page.text(), re.DOTALL)
            assert content is not None
            found[address] = content[1]
    return searching.index(found, searching.numbers_of(data))


def problems_in(data: Data, folder: Path, without: set[str] = set()) -> list[Problem]:  # noqa: B006 - never changed
    """Return what the rules on the search find."""
    return examine(folder, data, without=[*OTHERS, *without]).problems


def planted(file: Path, change: Callable[[Any], Any]) -> None:
    """Change the content of an index."""
    content = json.loads(file.read_text("utf-8"))
    change(content)
    file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def place(content: Any, anchor: str) -> Any:
    """Return the part of an index at an anchor."""
    return next(part for part in content["parts"] if part[1:2] == [anchor])


def set_anchor(content: Any) -> None:
    """Lead to a place that is not there."""
    place(content, "trafficking")[1] = "trafic"


def add_page(content: Any) -> None:
    """Lead to a page that is not there."""
    content["pages"].append(["no/such/", "Page signs"])
    content["parts"].append([len(content["pages"]) - 1])


def leave_page_out(content: Any) -> None:
    """Let no part lead to a page."""
    content["parts"] = [part for part in content["parts"] if content["pages"][part[0]][0] != "signs/"]


def quote(anchor: str, text: str) -> Callable[[Any], None]:
    """Show another text for a place."""
    return lambda content: place(content, anchor).__setitem__(slice(3, None), [text])


def say(words: str) -> Callable[[Any], None]:
    """Add an entry to the words."""
    return lambda content: content.update(words=f"{content['words']} {words}")


def swap_digit(content: Any) -> None:
    """Change the last digit of a number."""
    content["numbers"]["+3726607321"] = content["numbers"].pop("+3726607320")


def number(one: str, other: str) -> Callable[[Any], None]:
    """Find a number on the pages of another one, too."""
    return lambda content: content["numbers"].update({one: [*content["numbers"].get(one, []), *content["numbers"][other]]})


FAULTS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    # places
    "a page that is not there": ("search-place", add_page),
    "a place that is not there": ("search-place", set_anchor),
    "a page left out": ("search-place", leave_page_out),
    # words
    "a number in an excerpt": ("search-digit search-quote", quote("trafficking", "Call 116 006 now")),
    "a number that is on the page": ("search-digit", quote("ee-line", "+372 660 7320")),
    "a number among the words": ("search-digit", say("0a11b3")),
    "words cut off": ("search-digit", say("0abc")),
    "a title of another page": ("search-quote", lambda content: content["pages"][1].__setitem__(1, "Page elsewhere")),
    "half a heading": ("search-quote", lambda content: place(content, "ee-crisis").__setitem__(2, "Kriis")),
    "words that are not there": ("search-quote", quote("ee-line", "They answer day and night…")),
    # numbers
    "a digit wrong": ("search-number", swap_digit),
    "the page of another country": ("search-number", number("+3726607320", "1960")),
    "a number left out": ("search-number", lambda content: content["numbers"].pop("116123")),
    "the number of a closed line": ("search-number", number("+3726119999", "116123")),
    "a page twice": ("search-number", number("116123", "116123")),
}


def test_a_right_index_passes(tmp_path: Path) -> None:
    """The small site with its search has no problem, and its index shows more than titles."""
    data, folder, indexes = site(tmp_path)
    assert problems_in(data, folder) == []
    content = json.loads((folder / indexes["en"]).read_text("utf-8"))
    assert len(content["parts"]) > len(content["pages"])
    assert len(content["numbers"]) > 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_the_index_is_caught(name: str, language: str, tmp_path: Path) -> None:
    """Each fault is caught in its file by exactly the rules that are named for it."""
    rules, change = FAULTS[name]
    data, folder, indexes = site(tmp_path)
    planted(folder / indexes[language], change)
    found = problems_in(data, folder)
    assert {problem.rule for problem in found} == set(rules.split()), found
    assert {problem.place.path for problem in found} == {indexes[language]}
    assert problems_in(data, folder, without=set(rules.split())) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pages":[["help/"]],"parts":[],"words":"","numbers":{}}', "words"])
def test_what_is_no_index_is_caught(text: str, tmp_path: Path) -> None:
    """A file that holds something else is named, and is not taken for an empty index."""
    data, folder, indexes = site(tmp_path)
    (folder / indexes["en"]).write_text(text, "utf-8")
    assert {(problem.rule, problem.place.path) for problem in problems_in(data, folder)} == {("search-file", indexes["en"])}


def test_files_beside_the_search_page(tmp_path: Path) -> None:
    """A missing index, a second one and a file that nobody made are named, with the form that leads to nothing."""
    data, folder, indexes = site(tmp_path)
    (folder / "search" / "words-0000000000.json").write_text("{}", "utf-8")
    (folder / indexes["uk"]).unlink()
    found = {(problem.rule, problem.place.path) for problem in problems_in(data, folder)}
    assert found == {
        ("search-file", "search"),
        ("search-file", "uk/search"),
        ("search-form", "search/index.html"),
        ("search-form", "uk/search/index.html"),
    }


def test_an_index_without_a_search_page(tmp_path: Path) -> None:
    """A site without a search page has no index."""
    data = make_data(tmp_path)
    files = {**dict(pages_of(data)), "search/words-0000000000.json": "{}"}
    write_files(files, tmp_path / "site")
    assert [problem.rule for problem in problems_in(data, tmp_path / "site")] == ["search-file"]
