"""Tests of the proof on languages, addresses, links and loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_data import make_data
from built_pages import END, Plant, assert_caught, right_site, write_files, write_pages

from seamark.built_site import examine

EE = "help/ee/index.html"
UK = "uk/help/ee/index.html"
LOST = "uk/404.html"
MENU_UK = '<a hreflang="uk" lang="uk" href="../../uk/help/ee/">Українська</a>'
SITE = "https://seamark.example/"
FORM = "https://code.example.org/seamark/issues/new?template=contact.yml"
CANONICAL = f'<link rel="canonical" href="{SITE}%s">'


def added(name: str, rules: str, new: str, file: str = EE) -> Plant:
    """Return a plant that adds something at the end of a page."""
    return Plant(name, rules, file, END, new)


PLANTS = [
    # languages
    Plant("wrong language", "page-language", UK, '<html lang="uk"', '<html lang="ru"'),
    Plant("no language", "page-language", UK, '<html lang="uk"', "<html"),
    Plant("a country's code as language", "page-language language-code", UK, '<html lang="uk"', '<html lang="ua"'),
    Plant("wrong direction", "text-direction", EE, 'dir="ltr">\n<head>', 'dir="rtl">\n<head>'),
    Plant("a country's code for a name", "language-code", EE, 'line"><h3 lang="et"', 'line"><h3 lang="ee"'),
    added("an unknown language", "language-code", '<p lang="xq">Text</p>'),
    # addresses of the page
    Plant("another page's canonical address", "canonical", EE, CANONICAL % "help/ee/", CANONICAL % "help/no/"),
    Plant("English as canonical address", "canonical", UK, CANONICAL % "uk/help/ee/", CANONICAL % "help/ee/"),
    Plant("no canonical address", "canonical", EE, '<link rel="canonical"', '<link rel="author"'),
    Plant("a wrong alternate", "alternates", EE, "<title>", '<link rel="alternate" hreflang="uk" href="/uk/"><title>'),
    # the language menu
    Plant("menu leads home", "switcher", EE, 'href="../../uk/help/ee/"', 'href="../../uk/"'),
    Plant("menu leads to the wrong language", "switcher", EE, 'href="../../uk/help/ee/"', 'href="./"'),
    Plant("menu without a language", "switcher", EE, MENU_UK, ""),
    Plant("menu with a language too many", "switcher", EE, MENU_UK, MENU_UK + MENU_UK.replace('"uk"', '"ru"')),
    Plant("menu without lang", "switcher", EE, ' lang="uk"', ""),
    Plant("menu marks no language", "switcher", EE, ' aria-current="true"', ""),
    Plant("menu marks another language", "switcher", EE, '"uk" href=', '"uk" aria-current="true" href='),
    Plant("menu with an English name", "switcher", EE, ">Українська<", ">Ukrainian<"),
    Plant("no menu", "switcher", EE, ' class="languages"', ""),
    Plant("menu of the lost page leads away", "switcher", LOST, 'href="/"', 'href="/signs/"'),
    # other links to other languages
    added("a link to English", "other-language", '<a href="../../../signs/">Signs</a>', UK),
    added("a link to Ukrainian", "other-language", '<a href="../../uk/signs/">Signs</a>'),
    added("a marked link to another page", "other-language", '<a hreflang="en" href="../../../signs/">Signs</a>', UK),
    # titles
    Plant("no title", "title", EE, "<title>Page help/ee · Seamark</title>", ""),
    Plant("an empty title", "title", EE, "<title>Page help/ee · Seamark</title>", "<title> </title>"),
    Plant("the English title", "translated-title", UK, "<title>Сторінка", "<title>Page"),
    Plant("no description", "description", EE, '<meta name="description"', '<meta name="author"'),
    Plant("an empty description", "description", UK, 'content="Сторінка help/ee"', 'content=" "'),
    Plant("the English description", "translated-description", UK, 'content="Сторінка help/ee"', 'content="Page help/ee"'),
    # words of other languages
    added("English words", "english-words", "<p>Leave this page at once</p>", UK),
    added("English words behind a tag", "english-words", "<p><b>Text.</b> Leave this page at once</p>", UK),
    added("English words marked as Ukrainian", "english-words", '<p lang="uk">Leave this page at once</p>', UK),
    added("a name without its language", "official-names", "<p>Human trafficking line</p>", UK),
    added("a name in the wrong language", "official-names", '<p lang="et">Human trafficking line</p>'),
    added("a name on a page of no country", "official-names", "<p>Human trafficking line</p>", "uk/signs/index.html"),
    added("a flag", "no-flags", "<p>\U0001f1fa\U0001f1e6 Text</p>"),
    added("a flag in a label", "no-flags", '<p aria-label="\U0001f1fa\U0001f1e6 Text">Text</p>'),
    Plant("a picture in the menu", "no-flags", EE, MENU_UK, f"{MENU_UK}<svg></svg>"),
    added("a step that English lacks", "same-steps", "<ol><li>Text</li></ol>", UK),
    added("a point that English lacks", "same-steps", "<ul><li>Text</li></ul>", UK),
    Plant("two headings", "main-heading", EE, "<main>", "<main><h1>Text</h1>"),
    Plant("no heading", "main-heading", EE, "<h1>Page help/ee</h1>", "<h2>Page help/ee</h2>"),
    Plant("an empty heading", "main-heading", EE, "<h1>Page help/ee</h1>", "<h1> </h1>"),
    # what the page loads
    added("a picture from elsewhere", "third-party", '<img src="https://tracker.example/a.png" alt="">'),
    added("a picture with the page's scheme", "third-party", '<img src="//tracker.example/a.png" alt="">'),
    added("a set of pictures", "third-party", '<img srcset="../../assets/icon.svg 1x, //a.example/b 2x" alt="">'),
    added("a script", "third-party", '<script src="https://a.example/b.js"></script>'),
    added("a frame", "third-party", '<iframe src="https://a.example/"></iframe>'),
    added("a film", "third-party", '<video poster="https://a.example/b.png"><source src="https://a.example/c"></video>'),
    added("a link that tells of itself", "third-party", '<a href="../../index.html" ping="https://a.example/">Home</a>'),
    added("a form", "third-party", '<form action="https://a.example/"><input></form>'),
    added("a button of a form", "third-party", '<form action=""><button formaction="https://a.example/">Go</button></form>'),
    added("an object", "third-party", '<object data="https://a.example/b.pdf"></object>'),
    added("a drawing", "third-party", '<svg><image xlink:href="https://a.example/b.png"/></svg>'),
    Plant("a style sheet", "third-party", EE, "<title>", '<link rel="stylesheet" href="https://a.example/b.css"><title>'),
    Plant("a connection", "third-party", EE, "<title>", '<link rel="preconnect" href="https://a.example"><title>'),
    Plant("a base", "third-party broken-link", EE, "<title>", '<base href="x/"><title>'),
    Plant("a page that moves on", "third-party", EE, "<title>", '<meta http-equiv="Refresh" content="0;url=x"><title>'),
    Plant("url() in a style", "third-party", EE, "body{", "a{background:url( 'https://a.example/b.png' )} body{"),
    Plant("@import in a style", "third-party", EE, "body{", "@import 'https://a.example/b.css'; body{"),
    added("url() in an attribute", "third-party", '<p style="background:url(https://a.example/b.png)">Text</p>'),
    # where links lead
    added("http", "link-scheme", '<a href="http://amet.example/abi-2023">Source</a>'),
    added("javascript", "link-scheme", '<a href="javascript:alert()">Text</a>'),
    added("javascript in disguise", "link-scheme", '<a href=" JavaScript:alert()">Text</a>'),
    added("the page's scheme", "link-scheme", '<a href="//amet.example/abi-2023">Source</a>'),
    added("a messenger", "link-scheme", '<a href="whatsapp:send">Text</a>'),
    added("from the root", "root-absolute", '<a href="/help/">Help</a>'),
    added("a picture from the root", "root-absolute", '<img src="/assets/icon.svg" alt="">'),
    added("relative on the lost page", "root-absolute", '<a href="help/">Help</a>', LOST),
    added("no such page", "broken-link", '<a href="../nowhere/">Text</a>'),
    added("a folder without its slash", "broken-link", '<a href="../no">Norway</a>'),
    added("out of the folder", "broken-link", '<a href="../../../signs/">Text</a>'),
    added("no such page from the root", "broken-link", '<a href="/nowhere/">Text</a>', LOST),
    added("no such picture", "broken-link", '<img src="../../assets/none.png" alt="">'),
    added("no such place", "broken-anchor", '<a href="#nowhere">Text</a>'),
    added("an id that two parts have", "repeated-id", '<p id="part">Text</p><p id="part">Text</p>'),
    added("the name of a link that is a part's id", "repeated-id", '<p id="part">Text</p><p><a name="part">Text</a></p>'),
    added("a link to nothing", "broken-anchor", '<a href="#">Text</a>'),
    added("no such place elsewhere", "broken-anchor", '<a href="../../journalists/glossary/#nowhere">Text</a>'),
    added("an address of no data", "external-link", '<a href="https://other.example/">Text</a>'),
    added("an address changed", "external-link", '<a href="https://amet.example/abi-2024">Source</a>'),
    added("another country's address", "external-link", '<a href="https://linje.example/om">Source</a>'),
    added("the site itself by its address", "external-link", f'<a href="{SITE}signs/">Signs</a>'),
    added("edit link to no file", "external-link", '<a href="https://code.example.org/seamark/edit/main/data/xx.yml">Edit</a>'),
    added("form of another country", "external-link", f'<a href="{FORM}&amp;country=NO">Correct</a>'),
    added("form of no service", "external-link", f'<a href="{FORM}&amp;country=EE&amp;service=ee-x">Correct</a>'),
    added("another form", "external-link", f'<a href="{FORM}x&amp;country=EE">Correct</a>'),
    added("edit link out of the project", "external-link", '<a href="https://code.example.org/seamark/edit/main/../x">Edit</a>'),
]  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_plant_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault is caught by exactly the rule that is named for it."""
    assert_caught(plant, tmp_path)


@pytest.mark.parametrize("left", ["<ol><li>A</li></ol>", "<ul><li>A</li><li>B</li></ul>", ""])
def test_a_dropped_step_is_named(left: str, tmp_path: Path) -> None:
    """Where a translated page has fewer steps than the English one, or points for steps, it is told."""
    data, files = right_site()
    steps = "<ol><li>A</li><li>B</li></ol>"
    changed = {EE: files[EE].replace(END, steps), UK: files[UK].replace(END, left)}
    write_files({**files, **changed}, tmp_path)
    assert [(problem.place.path, problem.rule) for problem in examine(tmp_path, data).problems] == [(UK, "same-steps")]


def test_a_link_may_have_one_word_as_id_and_name(tmp_path: Path) -> None:
    """An element that has the same word as its id and, for old browsers, as its name is one place."""
    data, files = right_site()
    write_files({**files, EE: files[EE].replace(END, '<p><a id="part" name="part">Text</a></p>')}, tmp_path)
    assert examine(tmp_path, data).problems == []


def test_right_words_of_other_languages_are_let_through(tmp_path: Path) -> None:
    """English that is marked, a name in one of its languages, and a list in a table of contents are right."""
    data, files = right_site()
    right = (
        '<p lang="en">Leave this page at once</p><p><span lang="en">Human trafficking line</span></p>'
        "<nav><ul><li>A</li></ul></nav><p>Leave this page at once!</p>"
    )
    write_files({**files, UK: files[UK].replace(END, right)}, tmp_path)
    assert examine(tmp_path, data).problems == []


# The title of a concept's page in Ukrainian, and whether the catalogue has the English word as the term.
@pytest.mark.parametrize(
    ("translation", "title", "rules"),
    [
        ("Trafficking in human beings", "Trafficking in human beings", set()),
        ("Торгівля людьми", "Trafficking in human beings", {"translated-title"}),
        ("", "Trafficking in human beings", {"translated-title"}),
        ("Торгівля людьми", "Торгівля людьми", set()),
    ],
)
def test_a_term_may_be_the_same_word_in_two_languages(translation: str, title: str, rules: set[str], tmp_path: Path) -> None:
    """The title of a concept's page may be the English one only where the catalogue has that very word as the term."""
    data = make_data(tmp_path)
    files = write_pages(data, tmp_path / "site")
    po = f'msgctxt "glossary/trafficking#term"\nmsgid "Trafficking in human beings"\nmsgstr "{translation}"\n'
    write_files({"locale/uk/glossary.po": po}, tmp_path)
    english, ukrainian = (f"{folder}journalists/term/trafficking/index.html" for folder in ("", "uk/"))
    for file, name in ((english, "Trafficking in human beings"), (ukrainian, title)):
        text = re.sub("<title>[^·]*", f"<title>{name} ", files[file])
        write_files({file: text}, tmp_path / "site")
    found = examine(tmp_path / "site", data, without={"figure-item", "translation-status"}).problems
    assert {(problem.rule, problem.place.path) for problem in found} == {(rule, ukrainian) for rule in rules}
