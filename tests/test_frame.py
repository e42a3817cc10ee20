"""A page knows its addresses, its titles and what its blocks ask for, in its language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin

import golden
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seamark import contacts
from seamark.content import Content, breakable, known_languages, voices
from seamark.frame import relative, url_of
from seamark.loading import Data, load
from seamark.model import Channel
from seamark.rendering import Renderer
from seamark.translations import Catalogue
from seamark.yamltext import Text, parse_yaml

PATHS = st.lists(st.sampled_from(["help", "index", "ee", "a", "about"]), min_size=1, max_size=3).map("/".join)


@pytest.fixture(scope="module")
def data() -> Iterator[Data]:
    """The small project of the golden pages, loaded."""
    with TemporaryDirectory() as folder:
        yield golden.project(Path(folder))


def content(data: Data, path: str = "help/ee", language: str = "en", **meta: Any) -> Content:
    """Return a page of the small project."""
    made = Renderer(data, golden.catalogue(data, language), golden.AS_OF)
    return made.frame(path, meta or ({"words": "pages/case"} if path == "case" else {"country": path[-2:]}))


# --- addresses -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index", ""),
        ("signs", "signs/"),
        ("help/index", "help/"),
        ("help/ee", "help/ee/"),
        ("a/b/index", "a/b/"),
        ("indexes", "indexes/"),
    ],
)
def test_url_of(path: str, url: str) -> None:
    """A page's address is its path; an index stands for its folder."""
    assert url_of(path) == url


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("", "", "./"),
        ("", "help/ee/", "help/ee/"),
        ("help/ee/", "", "../../"),
        ("help/ee/", "help/ee/", "./"),
        ("help/ee/", "help/no/", "../no/"),
        ("uk/help/", "help/", "../../help/"),
    ],
)
def test_relative(origin: str, target: str, link: str) -> None:
    """A link leads from one address to another without naming the site."""
    assert relative(origin, target) == link


@given(PATHS, PATHS, st.sampled_from(["https://example.org/", "https://example.org/deep/folder/"]))
def test_links_lead_where_they_should(origin: str, target: str, site: str) -> None:
    """In whatever folder the site stands, a browser that follows a link arrives at the page that is meant."""
    start, end = site + url_of(origin), site + url_of(target)
    assert urljoin(start, relative(url_of(origin), url_of(target))) == end


@pytest.mark.parametrize("language", golden.LANGUAGES)
@pytest.mark.parametrize("path", ["help/ee", "case"])
def test_a_page_links_within_its_language(data: Data, language: str, path: str) -> None:
    """Links to pages stay in the language; links to assets lead to the root; the language menu leads to this very page."""
    page = content(data, path, language)
    here = page.canonical
    folder = "" if language == "en" else f"{language}/"
    assert here == f"https://seamark.example/{folder}{url_of(path)}"
    assert urljoin(here, page.link("help/index")) == f"https://seamark.example/{folder}help/"
    assert urljoin(here, page.asset("assets/icon.svg")) == "https://seamark.example/assets/icon.svg"
    assert {link.code: urljoin(here, link.href) for link in page.language_links} == {
        "en": f"https://seamark.example/{url_of(path)}",
        "uk": f"https://seamark.example/uk/{url_of(path)}",
        "ar": f"https://seamark.example/ar/{url_of(path)}",
    }
    assert [link.code for link in page.language_links if link.current] == [language]


@pytest.mark.parametrize("language", golden.LANGUAGES)
def test_the_page_for_no_address_links_from_the_root(data: Data, language: str) -> None:
    """The page that is shown at any wrong address links from the root, and has no address of its own."""
    page = content(data, "404", language, words="pages/case")
    folder = "/" if language == "en" else f"/{language}/"
    assert page.canonical == ""
    assert page.link("help/index") == f"{folder}help/"
    assert page.asset("assets/icon.svg") == "/assets/icon.svg"
    assert [link.href for link in page.language_links] == ["/404.html", "/uk/404.html", "/ar/404.html"]


@pytest.mark.parametrize(
    ("language", "exit_to", "direction"),
    [
        ("en", "https://en.wikipedia.org/wiki/Main_Page", "ltr"),
        ("uk", "https://uk.wikipedia.org/", "ltr"),
        ("ar", "https://ar.wikipedia.org/", "rtl"),
    ],
)
def test_every_language_has_its_exit_and_direction(data: Data, language: str, exit_to: str, direction: str) -> None:
    """A page leaves to the neutral page of its language, and is written in the language's direction."""
    page = content(data, language=language)
    assert (page.exit, page.direction) == (exit_to, direction)


@pytest.mark.parametrize(
    ("path", "address"),
    [("help/ee", "https://code.example.org/edit/main/data/countries/ee.yml"), ("case", "https://code.example.org/edit/main/data/pages/case.yml")],
)  # fmt: skip
def test_a_page_can_be_corrected_where_its_facts_stand(data: Data, path: str, address: str) -> None:
    """The link to correct a page leads to the very file that its facts come from."""
    assert content(data, path).edit_link == address


def test_a_country_is_corrected_by_a_form_where_there_is_one(data: Data) -> None:
    """With an address for issues, the form is filled in with the country and the service; pages of prose have none."""
    assert content(data, "help/ee").correction_link is None
    site = data.site.model_copy(update={"issues_url": Text("https://code.example.org/issues/new")})
    with_form = replace(data, site=site)
    form = "https://code.example.org/issues/new?template=contact.yml&country=EE"
    assert content(with_form, "help/ee").correction_link == form
    assert content(with_form, "case").correction_link is None
    assert contacts.correction_form(site, "EE", "ee-116006") == f"{form}&service=ee-116006"
    assert content(data, "help/ee").edit_file == "data/countries/ee.yml"


# --- titles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "meta", "title", "description"),
    [
        ("case", {"words": "pages/case"}, "Words & signs", "A page with every part."),
        ("help/ee", {"country": "ee"}, "help-in Estonia", "help-in-description Estonia"),
        ("help/eu", {"country": "eu"}, "eu-title", "eu-title"),
        ("card/ee", {"country": "ee", "sheet": "print-card"}, "on-country print-card Estonia", "help-in-description Estonia"),
    ],
)
def test_titles_and_descriptions(data: Data, path: str, meta: dict[str, str], title: str, description: str) -> None:
    """Titles and descriptions are plain text of the page's words or its country's name."""
    page = content(data, path, **meta)
    assert (page.title, page.description) == (title, description)
    assert page.full_title == f"title-on-site {title} Seamark"


def test_titles_hold_no_entities(data: Data) -> None:
    """A sign that HTML would escape stands as it is in a title, where the template escapes it once."""
    assert "&" in content(data, "case").full_title
    assert "&amp;" not in content(data, "case").full_title


@pytest.mark.parametrize(
    ("statuses", "partly", "machine"),
    [
        (["source"], False, False),
        (["reviewed"], False, False),
        (["machine", "reviewed"], False, True),
        (["missing"], True, False),
        (["stale", "machine"], True, True),
    ],
)
def test_a_page_says_how_it_was_translated(data: Data, statuses: list[str], partly: bool, machine: bool) -> None:
    """The statuses of the texts of a page decide which notices it bears."""
    page = content(data, "case", "uk", words="pages/case", statuses=statuses)
    assert (page.is_partly_translated, page.is_machine_translated) == (partly, machine)


@pytest.mark.parametrize(("path", "number"), [("help/ee", "112"), ("help/eu", "112"), ("case", "112")])
def test_every_page_has_an_emergency_number(data: Data, path: str, number: str) -> None:
    """A country's page names its own emergency number, other pages that of the Union."""
    assert content(data, path).emergency == f'<a href="tel:{number}"><bdi dir="ltr">{number}</bdi></a>'


# --- names of services ------------------------------------------------------------------------------------------


def estonian(name: str) -> str:
    """Return an Estonian name as it is marked on pages in other languages."""
    return f'<span lang="et" dir="ltr">{name}</span>'


HELPERS = f'<data class="name" value="Abistajad 020">{estonian("Abistajad 020")}</data>'


@pytest.mark.parametrize(
    ("language", "service", "heading", "names", "operator"),
    [
        # in the reader's language
        ("en", "ee-full", "Line with everything &amp; more", estonian("Liin kõigega"), "Board &lt;of&gt; Examples"),
        # the kind of service, and below it the official name
        ("uk", "ee-full", "uk: kinds-victim-support", estonian("Liin kõigega"), estonian("Näidisamet")),
        ("en", "ee-short", "kinds-violence-against-women", estonian("Lühike number"), None),
        # an organisation is called by its name, whose digits are no number
        ("uk", "ee-organisation", HELPERS, None, None),
        ("en", "ee-organisation", "Helpers", HELPERS, None),
    ],
)
def test_headings_and_names(data: Data, language: str, service: str, heading: str, names: str | None, operator: str | None) -> None:
    """A card is headed by what the reader understands, with the official name below it where it is not the heading."""
    page = content(data, language=language)
    card = next(card for card in page.renderer.cards["ee"] if card.service.id == service)
    assert page.heading(card) == heading
    assert page.names(card) == names
    assert page.operator(card.service) == operator


def test_a_name_that_is_the_same_in_both_languages_is_shown_once(data: Data) -> None:
    """A service that is called the same in the reader's language and the country's own has one name on its card."""
    page = content(data, language="en")
    card = next(card for card in page.renderer.cards["ee"] if card.service.id == "ee-full")
    same = replace(card, service=card.service.model_copy(update={"name": {"en": "Liin & abi", "et": "Liin & abi"}}))
    assert (page.heading(same), page.names(same)) == ("Liin &amp; abi", None)


# --- what blocks ask for ------------------------------------------------------------------------------------------


def channels(*texts: str) -> list[Channel]:
    """Return channels from YAML."""
    return [Channel.model_validate(parse_yaml(f"{text}\nsource: a\n", "x.yml")) for text in texts]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["languages: [et, ru]", "languages: [ru, en]"], ["et", "ru", "en"]),
        (["languages: unknown", "languages: en"], ["en"]),
        (["hours: unknown"], []),
        ([], []),
    ],
)
def test_known_languages(texts: list[str], expected: list[str]) -> None:
    """Languages that sources name are listed once each; unknown is none."""
    assert known_languages(channels(*texts)) == expected


def test_voices_are_the_channels_with_numbers(data: Data) -> None:
    """On which channels a person answers is told by their numbers, not by addresses."""
    card = next(card for card in content(data).renderer.cards["ee"] if card.service.id == "ee-full")
    assert [channel.sms is not None for channel in voices(card)] == [False, False, True, False]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.ee/", "www<wbr>.example<wbr>.ee"),
        ("https://a.ee/b/c", "a<wbr>.ee/<wbr>b/<wbr>c"),
        ("line@example.ee", "line@<wbr>example<wbr>.ee"),
        ("https://a.ee/?a=1&b=<", "a<wbr>.ee/<wbr>?a=1&amp;b=&lt;"),
    ],
)
def test_breakable(address: str, shown: str) -> None:
    """A long address can break over lines, loses nothing but the beginning that all share, and stays text."""
    assert breakable(address) == shown


@pytest.mark.parametrize(
    ("path", "hours", "week"),
    [
        ("help/ee", '"Mo-Fr 09:00-17:00"', "540-1020,540-1020,540-1020,540-1020,540-1020,,"),
        ("help/ee", '"24/7"', None),
        ("help/ee", "unknown", None),
        ("case", '"Mo-Fr 09:00-17:00"', None),
    ],
)
def test_the_script_gets_the_week_where_there_is_one(data: Data, path: str, hours: str, week: str | None) -> None:
    """What a script needs to tell whether a line is open stands on country pages, where the hours are known and end."""
    opening = content(data, path, "uk").opening(channels(f"hours: {hours}")[0])
    assert (opening or {}).get("week") == week
    if opening:
        assert opening == {
            "week": week, "zone": "Europe/Tallinn", "city": "Таллінн", "on-holiday": "unknown",
            "offsets": "2026-11-20T00:00Z=120",
            "holidays": "2026-12-24 2026-12-25 2026-12-26 2027-01-01", "from": "2026-11-21", "to": "2027-01-21",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "found"),
    [("et", ["ee-full", "ee-organisation"]), ("uk", ["ee-full"]), ("en", ["ee-full"]), ("ar", [])],
)
def test_lines_in_the_readers_language(data: Data, language: str, found: list[str]) -> None:
    """Lines of which a source says that they speak the reader's language are found, and no others."""
    page = Renderer(data, Catalogue(language, {}, {}), golden.AS_OF).frame("case", {"words": "pages/case"})
    assert [str(card.service.id) for _, cards in page.lines_in_own_language() for card in cards] == found


def test_concepts_stand_under_their_letters_in_the_order_of_the_language() -> None:
    """In every language, each concept of the glossary stands once, under the letter that its name begins with."""
    real, _ = load(golden.ROOT)
    assert real is not None
    for language in ("en", "uk", "et"):
        made = Renderer(real, Catalogue.load(golden.ROOT, language), golden.AS_OF)
        page = made.frame("journalists/glossary", {"words": "pages/glossary"})
        letters = page.concepts()
        assert sorted(str(concept.id) for _, members in letters for concept in members) == sorted(real.glossary)
        assert len({letter for letter, _ in letters}) == len(letters)
        for letter, members in letters:
            assert all(page.wording.plain(concept.term)[:1].upper() == letter for concept in members)
