"""Tests of the proof as a whole: a right site passes, what cannot be read fails, and the frame of every page."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from built_data import DATA, DOCS, make_data
from built_pages import END, Plant, assert_caught, number, write_pages

from seamark import built_site
from seamark.built_site import PAGE_RULES, READABLE, SITE_RULES, examine, prove, rule_names
from seamark.organisations import organisations

EE = "help/ee/index.html"
UK = "uk/help/ee/index.html"
EXIT = '<p><a id="exit" href="https://en.wikipedia.org/" rel="noreferrer nofollow">Leave</a></p>'
ROBOTS = '<meta name="robots" content="noindex">'
STATE = "about/translation.json"
SITEMAP_UK = "<url><loc>https://seamark.example/uk/signs/</loc>"
HOST = "https://seamark.example/"
SIGNS_EN = f"<url><loc>{HOST}signs/</loc>"
INDEX_UK = f"<sitemap><loc>{HOST}sitemap-uk.xml</loc></sitemap>"
# The entry of a page in the sitemap, with its addresses in all languages.
SIGNS_UK = "".join(
    [
        f"<url><loc>{HOST}uk/signs/</loc>\n",
        *(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{HOST}{path}signs/"/>\n'
            for code, path in (("en", ""), ("uk", "uk/"), ("x-default", ""))
        ),
    ]
)

ORG = "organisations/ee-line/index.html"
UK_HOURS = '<data class="hours" value="08:30–15:30">08:30–15:30</data>'
UK_DATE = '<time datetime="2023-03-09">9 березня 2023 р.</time>'
TO_ORG = '<a href="../../organisations/ee-line/">Organisation</a>'

PLANTS = [
    # the way out
    Plant("no exit", "exit-link", EE, ' id="exit"', ""),
    Plant("exit is not first", "exit-link", EE, "<body>", '<body><a href="#top">Skip</a>'),
    Plant("a field before the exit", "exit-link", EE, "<body>", "<body><input>"),
    Plant("the tab key jumps", "exit-link", EE, END, '<p tabindex="1">Text</p>'),
    Plant("exit to another place", "exit-link", EE, "https://en.wikipedia.org/", "https://uk.wikipedia.org/"),
    Plant("no sign set", "head", EE, '<meta charset="utf-8">', ""),
    Plant("not for the screen of a phone", "head", EE, "width=device-width, initial", "initial"),
    Plant("other sites learn where the reader was", "head", EE, 'content="no-referrer"', 'content="origin"'),
    Plant("a browser makes numbers of digits", "head", EE, 'content="telephone=no"', 'content="date=no"'),
    Plant("exit sends the address", "exit-link", EE, 'rel="noreferrer nofollow"', 'rel="nofollow"'),
    Plant("exit leaves the page open", "exit-link", EE, '<a id="exit"', '<a id="exit" target="_blank"'),
    Plant("exit without words", "exit-link", EE, ">Leave<", "><"),
    Plant("exit hidden", "exit-link", EE, '<a id="exit"', '<a hidden id="exit"'),
    Plant("two exits", "exit-link repeated-id", UK, END, EXIT.replace("en.", "uk.")),
    # the stage
    Plant("search engines let in", "stage", EE, ROBOTS, ""),
    Plant("search engines asked in", "stage", UK, '"noindex"', '"index"'),
    Plant("no notice", "stage", EE, ' class="preview"', ""),
    Plant("search engines let in on the lost page", "stage", "404.html", ROBOTS, ""),
    # pages that stand in one language only
    Plant("search engines let in on an organisation's page", "stage", ORG, ROBOTS, ""),
    Plant("a language menu with one language", "switcher", ORG, "</header>", '<nav class="languages"></nav></header>'),
    Plant(
        "an answer to another site",
        "external-link",
        ORG,
        "code.example.org/seamark/issues/new?title=True",
        "a.example/new?title=True",
    ),
    Plant("hours of another language", "hours-item", ORG, UK_HOURS, UK_HOURS.replace("08:30", "8:30")),
    Plant("a date of another language", "date-item", ORG, UK_DATE, UK_DATE.replace("9 березня 2023 р.", "9 March 2023")),
    Plant("a link to it without its language", "other-language", "uk/signs/index.html", END, TO_ORG),
    Plant(
        "a link to it with a wrong language",
        "other-language",
        "uk/signs/index.html",
        END,
        TO_ORG.replace("<a", '<a hreflang="et"'),
    ),
    # files beside the pages
    Plant("a style sheet loads from elsewhere", "style-sheet", "assets/style.css", "icon.svg", "https://a.example/b"),
    Plant("a style sheet imports", "style-sheet", "assets/style.css", "a::after", '@import "//a.example/b";a::after'),
    Plant("a style sheet loads from the root", "style-sheet", "assets/style.css", "icon.svg", "/assets/icon.svg"),
    Plant("a style sheet loads nothing", "style-sheet", "assets/style.css", "icon.svg", "none.svg"),
    Plant("a style sheet writes a number", "style-sheet", "assets/style.css", "\\2192", "116 006"),
    Plant("a page not in the sitemap", "sitemap", "sitemap-uk.xml", SITEMAP_UK, SITEMAP_UK.replace("signs/", "")),
    Plant("a page twice in the sitemap", "sitemap", "sitemap-uk.xml", "</urlset>", f"{SITEMAP_UK}</url></urlset>"),
    Plant("an address of another host", "sitemap", "sitemap-uk.xml", SITEMAP_UK, SITEMAP_UK.replace("seamark.", "x.")),
    Plant("no address for all others", "sitemap", "sitemap-uk.xml", SIGNS_UK, SIGNS_UK.replace("x-default", "pl")),
    Plant("a relative alternate", "sitemap", "sitemap-uk.xml", SIGNS_UK, SIGNS_UK.replace(f'href="{HOST}uk', 'href="/uk')),
    Plant("an alternate that does not answer", "sitemap", "sitemap-uk.xml", SIGNS_UK, SIGNS_UK.replace('href="', 'href="x', 1)),
    Plant("a language left out", "sitemap", "sitemap-uk.xml", SIGNS_UK, SIGNS_UK.replace('hreflang="uk"', 'hreflang="en"')),
    Plant("alternates without languages", "sitemap", "sitemap-uk.xml", SIGNS_UK, re.sub('hreflang="(en|uk)" ', "", SIGNS_UK)),
    Plant("an alternate without an address", "sitemap", "sitemap-uk.xml", SIGNS_UK, re.sub(' href="[^"]*"', "", SIGNS_UK)),
    Plant("a page of another language", "sitemap", "sitemap-en.xml", SIGNS_EN, SIGNS_EN.replace("signs", "uk/signs")),
    Plant("a language without its sitemap", "sitemap", "sitemap.xml", INDEX_UK, ""),
    Plant("another site's sitemap", "sitemap", "sitemap.xml", INDEX_UK, INDEX_UK.replace("seamark.", "x.")),
    Plant("an index cut off", "sitemap", "sitemap.xml", "</sitemapindex>", ""),
    Plant("a sitemap cut off", "sitemap", "sitemap-uk.xml", "</urlset>", ""),
    Plant("a count of translations changed", "translation-status", STATE, '"total": {"reviewed": 0', '"total": {"reviewed": 9'),
    Plant("another language's state", "translation-status", STATE, '{"uk": {"name"', '{"ru": {"name"'),
    Plant("a state cut off", "translation-status", STATE, '{"about"', '"about"'),
    # what cannot be read
    Plant("a page cut off", READABLE, "signs/index.html", "</body></html>", ""),
    Plant("a NUL byte", READABLE, "signs/index.html", END, "\0"),
    Plant("a letter lost", READABLE, "signs/index.html", END, "\ufffd"),
]


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant.rules != READABLE], ids=lambda plant: plant.name)
def test_plant_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault is caught by exactly the rule that is named for it."""
    assert_caught(plant, tmp_path)


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant.rules == READABLE], ids=lambda plant: plant.name)
def test_unreadable_page_fails_even_without_rules(plant: Plant, tmp_path: Path) -> None:
    """What cannot be read has not been proved, whatever rules are switched off."""
    data = make_data(tmp_path)
    text = write_pages(data, tmp_path / "site")[plant.file]
    (tmp_path / "site" / plant.file).write_text(text.replace(plant.old, plant.new), "utf-8")
    found = examine(tmp_path / "site", data, without=rule_names()).problems
    assert [(problem.place.path, problem.rule) for problem in found] == [(plant.file, READABLE)]


@pytest.mark.parametrize("raw", [b"", b"</html>", "<html><body>ä</body></html>".encode("latin-1"), b"\x1f\x8b</html>"])
def test_bytes_that_are_no_page(raw: bytes, tmp_path: Path) -> None:
    """An empty file, another encoding and packed bytes are problems and no crash."""
    data = make_data(tmp_path)
    write_pages(data, tmp_path / "site")
    (tmp_path / "site" / "signs" / "index.html").write_bytes(raw)
    found = examine(tmp_path / "site", data, without=rule_names()).problems
    assert [(problem.place.path, problem.rule) for problem in found] == [("signs/index.html", READABLE)]


OLD = '<div data-sunset="2027-05-20" hidden>'
FOOT = '<time datetime="2027-05-20">20 May 2027</time>'
LIST = '<a href="https://council.example/">List</a>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, '<div hidden data-sunset="2027-05-21">'),
        (OLD, "<div hidden>"),
        (OLD, f"{OLD}</div>{OLD}"),
        (LIST, ""),
        (LIST, '<a href="https://law.example/2011/36">List</a>'),
        (f"{number('112')}. {LIST}", LIST),
        (FOOT, FOOT.replace("-20", "-21").replace("20 May", "21 May")),
        (OLD, OLD.replace(" hidden", "")),
    ],
    ids=["day", "no day", "twice", "no list", "another page", "no number", "hidden too long", "shown too early"],
)
def test_notice_of_an_old_site(old: str, new: str, tmp_path: Path) -> None:
    """Once a contact is confirmed, each page bears the notice with its day and its links, shown from that day on."""
    act = 'source: page, confirmed: [{on: "2026-11-21", how: called, by_role: editor}]}\n      - {email: abi@'
    ee = DATA["countries/ee.yml"].replace("source: page}\n      - {email: abi@", act)
    site = DATA["site.yml"].replace("freshness:", 'sunset: "180"\nofficial_lists: report\nfreshness:')
    data = make_data(tmp_path, ee=ee, site=site)
    text = write_pages(data, tmp_path / "site")[EE].replace("<footer>", f"<footer>{FOOT}")
    (tmp_path / "site" / EE).write_text(text, "utf-8")
    assert prove(tmp_path / "site", data) == []
    assert text.count(old) == 1
    (tmp_path / "site" / EE).write_text(text.replace(old, new), "utf-8")
    assert [(problem.place.path, problem.rule) for problem in prove(tmp_path / "site", data)] == [(EE, "sunset")]
    assert examine(tmp_path / "site", data, without=["sunset"]).problems == []


def test_no_notice_before_the_first_confirmation(tmp_path: Path) -> None:
    """A notice that the site is old, where nothing has been confirmed yet, counts from nothing."""
    data = make_data(tmp_path)
    text = write_pages(data, tmp_path / "site")[EE]
    (tmp_path / "site" / EE).write_text(text.replace(END, f"{OLD}Old {number('112')}</div>"), "utf-8")
    assert [problem.rule for problem in prove(tmp_path / "site", data)] == ["sunset"]


def test_right_site_passes(tmp_path: Path) -> None:
    """The small site has no problem, and the proof tells how much it looked at."""
    data = make_data(tmp_path)
    write_pages(data, tmp_path / "site")
    proof = examine(tmp_path / "site", data)
    assert proof.problems == []
    pages = 2 * (len(DOCS) + 1) + len(organisations(data))
    assert (proof.pages, proof.languages, proof.contacts) == (pages, 2, 14)
    assert proof.links > 200
    assert prove(tmp_path / "site", data) == []


def test_empty_folder_fails(tmp_path: Path) -> None:
    """A folder without pages proves nothing."""
    data = make_data(tmp_path)
    (tmp_path / "site").mkdir()
    rules = {"readable", "every-language", "sitemap", "translation-status", "export-contact", "export-figure", "export-checksum"}
    assert rules == {problem.rule for problem in prove(tmp_path / "site", data)}


def test_missing_docs_fail(tmp_path: Path) -> None:
    """Without docs/ nobody knows which pages there must be."""
    data = make_data(tmp_path)
    write_pages(data, tmp_path / "site")
    for path in (tmp_path / "docs").rglob("*.md"):
        path.unlink()
    assert ("docs", "every-language") in {(item.place.path, item.rule) for item in prove(tmp_path / "site", data)}


@pytest.mark.parametrize("file", ["uk/signs/index.html", "uk/404.html", "help/no/index.html", ORG])
def test_missing_page_is_named(file: str, tmp_path: Path) -> None:
    """Every page stands in every language; one that is missing is named, as are the links to it."""
    data = make_data(tmp_path)
    write_pages(data, tmp_path / "site")
    (tmp_path / "site" / file).unlink()
    found = prove(tmp_path / "site", data)
    assert (file, "every-language") in {(problem.place.path, problem.rule) for problem in found}
    assert {problem.rule for problem in found} <= {"every-language", "broken-link", "switcher"}


def test_old_page_is_named(tmp_path: Path) -> None:
    """A page that no file in docs/ makes may hold old facts."""
    data = make_data(tmp_path)
    files = write_pages(data, tmp_path / "site")
    (tmp_path / "site" / "old.html").write_text(files["signs/index.html"].replace("../", ""), "utf-8")
    assert ("old.html", "every-language") in {(item.place.path, item.rule) for item in prove(tmp_path / "site", data)}


def test_copied_assets_are_named(tmp_path: Path) -> None:
    """Assets of a language's own would be fetched twice."""
    data = make_data(tmp_path)
    write_pages(data, tmp_path / "site")
    (tmp_path / "site" / "uk" / "assets").mkdir()
    (tmp_path / "site" / "uk" / "assets" / "icon.svg").write_text("<svg/>", "utf-8")
    assert [(item.place.path, item.rule) for item in prove(tmp_path / "site", data)] == [("uk/assets", "assets-once")]


def test_public_site_is_no_preview(tmp_path: Path) -> None:
    """Once the data say public, pages that still call themselves a preview are refused."""
    data = make_data(tmp_path, site=DATA["site.yml"].replace("preview", "public"))
    write_pages(data, tmp_path / "site")
    found = prove(tmp_path / "site", data)
    assert {problem.rule for problem in found} == {"stage"}
    assert len(found) == 2 * (len(DOCS) + 1) + len(organisations(data))


def test_organisations_stay_away_from_search_engines(tmp_path: Path) -> None:
    """Also on a public site, which no longer calls itself a preview, the page of an organisation is not for searching."""
    data = make_data(tmp_path, site=DATA["site.yml"].replace("preview", "public"))
    files = write_pages(data, tmp_path / "site")
    for name, text in files.items():
        kept = name == ORG or name.endswith("404.html")
        shown = text.replace(' class="preview"', "")
        (tmp_path / "site" / name).write_text(shown if kept else shown.replace(ROBOTS, ""), "utf-8")
    others = {f"{item.path}/index.html" for item in organisations(data).values()} - {ORG}
    found = prove(tmp_path / "site", data)
    assert {(problem.place.path, problem.rule) for problem in found} == {(name, "stage") for name in others}
    assert len(others) == 5


def test_an_organisation_has_one_page(tmp_path: Path) -> None:
    """The page of an organisation stands in the first language and in no other one."""
    data = make_data(tmp_path)
    files = write_pages(data, tmp_path / "site")
    second = tmp_path / "site" / "uk" / ORG
    second.parent.mkdir(parents=True)
    second.write_text(files[ORG], "utf-8")
    assert (f"uk/{ORG}", "every-language") in {(item.place.path, item.rule) for item in prove(tmp_path / "site", data)}


def test_site_below_a_path(tmp_path: Path) -> None:
    """Where the site's address has a path, addresses from the root begin with it."""
    data = make_data(tmp_path, site=DATA["site.yml"].replace("seamark.example/", "seamark.example/site/"))
    files = write_pages(data, tmp_path / "site")
    rules = {problem.rule for problem in prove(tmp_path / "site", data) if problem.place.path == "404.html"}
    assert rules == {"broken-link", "switcher"}
    lost = files["404.html"].replace('href="/', 'href="/site/')
    (tmp_path / "site" / "404.html").write_text(lost, "utf-8")
    assert not [problem for problem in prove(tmp_path / "site", data) if problem.place.path == "404.html"]


def test_wrong_name_of_a_rule_is_refused(tmp_path: Path) -> None:
    """A misspelt name would leave a rule switched on unnoticed."""
    with pytest.raises(ValueError, match="no such rule: contact-facts"):
        examine(tmp_path, make_data(tmp_path), without=["contact-facts"])


@pytest.mark.parametrize("processors", [1, 2])
def test_one_process_and_two_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    """Pages that are shared out among processes are all looked at, and a fault on each of two is told."""
    data = make_data(tmp_path)
    files = write_pages(data, tmp_path / "site")
    for name in (EE, UK):
        (tmp_path / "site" / name).write_text(files[name].replace(ROBOTS, ""), "utf-8")
    monkeypatch.setattr(built_site, "SHARE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    found = examine(tmp_path / "site", data)
    assert [(problem.place.path, problem.rule) for problem in found.problems] == [(EE, "stage"), (UK, "stage")]
    assert found.pages == sum(name.endswith(".html") for name in files)


@pytest.mark.parametrize("rule", [*PAGE_RULES, *SITE_RULES], ids=lambda rule: rule.__name__)
def test_rules_say_what_they_are(rule: object) -> None:
    """The docstring of a rule is the rule: one sentence at least, for people who never programmed."""
    assert rule.__doc__
    assert rule.__doc__.splitlines()[0].endswith(".")


def test_names_of_rules_are_unique() -> None:
    """Two rules of one name could not be told apart."""
    assert len(set(rule_names())) == len(rule_names()) >= 40
