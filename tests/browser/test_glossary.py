"""The glossary while one types: fewer terms, said aloud, by keyboard alone, and nothing of it without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser.conftest import NewContext
from browser.pages import DATA, ROOT, address
from playwright.sync_api import Page, expect

GLOSSARY = "journalists/glossary"
ALL = len(DATA.glossary)
SHOWN = "[...document.querySelectorAll('main h3[id]')].filter(e => e.checkVisibility()).map(e => e.id)"
LEFT = "['.toc', '.letters', 'main h2[id^=letter-]'].filter(s => [...document.querySelectorAll(s)].some(e => e.checkVisibility()))"
SCRIPT = Path(ROOT) / "overrides" / "parts" / "filter_script.html"


def opened(new_context: NewContext, language: str = "en") -> Page:
    """Open the glossary."""
    page = new_context().new_page()
    page.goto(address(GLOSSARY, language))
    return page


# What is typed, and a concept that is found and one that is not.
@pytest.mark.parametrize(
    ("language", "typed", "found", "other"),
    [
        ("en", "debt", "debt-bondage", "consent"),
        ("en", "BOND deb", "debt-bondage", "consent"),  # beginnings of words, in any order
        ("en", "bonded labour", "debt-bondage", "labour-exploitation"),  # another good term
        ("en", "white slavery", "trafficking-in-human-beings", "slavery"),  # what not to write
        ("en", "NRM", "national-referral-mechanism", "transnational-referral-mechanism"),
        ("en", "csr", "supply-chain-due-diligence", "demand"),  # an acronym of the list
        ("uk", "боргова", "debt-bondage", "consent"),
        ("uk", "торгівля", "trafficking-in-human-beings", "consent"),
        ("uk", "краіни", "third-country-national", "consent"),  # without the marks of letters
    ],
)
def test_what_is_typed_shortens_the_glossary(language: str, typed: str, found: str, other: str, new_context: NewContext) -> None:
    """Terms, good and bad wordings and acronyms are found by the beginnings of their words; the count is told."""
    page = opened(new_context, language)
    assert len(page.evaluate(SHOWN)) == ALL
    page.locator("#filter-words").press_sequentially(typed)
    shown = page.evaluate(SHOWN)
    assert found in shown
    assert other not in shown
    said = re.findall(r"\d+", page.get_by_role("status").inner_text())
    assert [int(number) for number in said] == [len(shown), ALL]
    assert page.evaluate(LEFT) == ["main h2[id^=letter-]"]


def test_escape_shows_everything_again(new_context: NewContext) -> None:
    """By keyboard alone: what is typed is cleared by Escape, and all terms, the letters and the contents are back."""
    page = opened(new_context)
    field = page.locator("#filter-words")
    field.focus()
    before = page.evaluate(LEFT)
    page.keyboard.type("zzz")
    assert page.evaluate(SHOWN) == []
    assert page.get_by_role("status").inner_text() == f"0 of {ALL}"
    page.keyboard.press("Escape")
    assert len(page.evaluate(SHOWN)) == ALL
    assert page.evaluate(LEFT) == before
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    assert page.get_by_role("status").inner_text() == ""


def test_a_link_to_a_hidden_term_shows_it(new_context: NewContext) -> None:
    """A link from a term that is shown to one that is not leads there."""
    page = opened(new_context)
    page.locator("#filter-words").press_sequentially("loverboy")
    assert "grooming" not in page.evaluate(SHOWN)
    page.locator('main dd a[href="#grooming"]:visible').first.click()
    expect(page.locator("#grooming")).to_be_in_viewport()
    assert len(page.evaluate(SHOWN)) == ALL


def test_each_term_leads_to_its_page_and_back(new_context: NewContext) -> None:
    """The heading of a term opens its page, whose last link leads back to the term in the glossary."""
    page = opened(new_context, "uk")
    page.locator("#debt-bondage a").click()
    assert page.url.endswith(address("journalists/term/debt-bondage", "uk"))
    page.locator("main a.next").click()
    assert page.url.endswith(f"{address(GLOSSARY, 'uk')}#debt-bondage")
    expect(page.locator("#debt-bondage")).to_be_in_viewport()


def test_one_click_selects_what_to_cite(new_context: NewContext) -> None:
    """A click on the line to cite selects all of it: site, term, day and address."""
    page = new_context().new_page()
    page.goto(address("journalists/term/greta", "en"))
    page.locator(".quotable").click()
    selected = str(page.evaluate("getSelection().toString()"))
    assert selected.startswith(f"{DATA.site.name} · {DATA.glossary['greta'].term} · ")
    assert selected.endswith(f"{DATA.site.url}journalists/term/greta/")


def test_without_javascript_no_field_is_shown(new_context: NewContext) -> None:
    """Without JavaScript there is no dead field; all terms and the letters are there."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address(GLOSSARY, "en"))
    expect(page.locator("#filter-words")).to_be_hidden()
    expect(page.locator(".letters")).to_be_visible()
    expect(page.locator("main h3[id]:visible")).to_have_count(ALL)


def test_the_script_is_short_and_keeps_nothing() -> None:
    """The script takes at most 1.5 KB, and neither stores nor sends anything."""
    script = SCRIPT.read_bytes()
    assert len(script) <= 1536
    for word in (b"storage", b"cookie", b"fetch", b"location", b"history"):
        assert word not in script.lower()
