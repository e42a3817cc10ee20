"""A reader without JavaScript finds a number, in the right language, with the right digits, and can go on."""

from __future__ import annotations

import pytest
from browser.conftest import NewContext
from browser.pages import DATA, KINDS, LANGUAGES, PATHS, address, country_name, template_of
from playwright.sync_api import Page, expect

from seamark import contacts, languages
from seamark.cards import cards_of

TEMPLATES = list(KINDS.values())
# The order in which the eye meets the signs of each number: by where they stand, not by where they are written.
NUMBERS_AS_SEEN = """() => [...document.querySelectorAll('a[href^="tel:"], a[href^="sms:"], .number, .local-number')]
.filter(e => e.checkVisibility()).map(e => {
    const shown = e.matches('a') ? e.querySelector('bdi') : e, seen = [];
    const walk = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (let i = 0; i < walk.currentNode.length; i++) {
        const range = document.createRange();
        range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
        const box = range.getBoundingClientRect();
        seen.push([box.left, box.top, range.toString()]);
    }
    const lines = new Set(seen.filter(s => s[2].trim()).map(s => Math.round(s[1])));
    return {href: e.getAttribute('href'), written: shown.textContent, lines: lines.size,
            seen: seen.sort((a, b) => a[0] - b[0]).map(s => s[2]).join('')};
})"""


def trafficking_number(code: str) -> str:
    """Return the number of a country's first trafficking line, as the data have it and a phone dials it."""
    card = next(card for card in cards_of(DATA.countries[code], DATA) if card.group == "trafficking")
    return card.numbers[0].dialled


def test_a_reader_in_ukrainian_finds_the_line_of_estonia(new_context: NewContext) -> None:
    """From the first page, by touch alone and without JavaScript, Ukrainian and Estonia lead to Estonia's number."""
    page = new_context(java_script_enabled=False, has_touch=True, is_mobile=True).new_page()
    page.goto("")
    page.get_by_role("link", name=languages.own_name("uk"), exact=True).tap()
    page.get_by_role("main").get_by_role("link", name=country_name("EE", "uk"), exact=True).tap()
    number = trafficking_number("ee")
    link = page.locator(f'main .card a[href="tel:{number}"]').first
    expect(link).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    assert contacts.dialled(link.locator("bdi").inner_text()) == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_two_steps_from_home(language: str, new_context: NewContext) -> None:
    """The first page of each language links to the page of every country, without JavaScript."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address("index", language))
    found = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    base = page.url.removesuffix(address("index", language))
    wanted = {base + address(f"help/{code}", language) for code in DATA.countries}
    assert wanted <= set(found)


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path != "404"])
def test_the_menu_leads_to_the_same_page(path: str, new_context: NewContext) -> None:
    """Without JavaScript the language menu opens, and leads to this very page in every other language."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address(path, LANGUAGES[0]))
    base = page.url.removesuffix(address(path, LANGUAGES[0]))
    for target in [*LANGUAGES[1:], LANGUAGES[0]]:
        if page.locator(".languages summary").count():
            page.locator(".languages summary").click()
        page.locator(f'.languages a[lang="{target}"]').click()
        page.wait_for_url("**" + address(path, target))  # to the end of loading: the next turn counts what is there
        assert page.url == base + address(path, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_and_numbers_stand_without_javascript(language: str, new_context: NewContext) -> None:
    """Without JavaScript a country's page shows every number and the week's hours, and nothing that would need it."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address("help/ee", language))
    cards = cards_of(DATA.countries["ee"], DATA)
    for number in (number for card in cards for number in card.numbers if number.link):
        expect(page.locator(f'main a[href="{number.link}"]').first).to_be_visible()
    assert page.locator("main .hours").count() > 0
    for hours in page.locator("main .hours").all():
        expect(hours).to_be_visible()
    expect(page.locator("#exit small")).to_be_hidden()
    assert page.locator("main").get_by_role("button").count() == 0


def test_dark_and_light_follow_the_system(new_context: NewContext) -> None:
    """Without JavaScript the page is dark where the system is dark, and light where it is light."""
    shades = {}
    for scheme in ("light", "dark"):
        page = new_context(java_script_enabled=False, color_scheme=scheme).new_page()
        page.goto("help/ee/")
        shades[scheme] = _lightness(page)
    assert shades["dark"] < 0.2 < 0.8 < shades["light"]


@pytest.mark.parametrize("path", TEMPLATES)
def test_digits_shown_are_digits_dialled(path: str, new_context: NewContext) -> None:
    """The eye reads the digits of a number in the order in which they are dialled, on one line, in both directions."""
    page = new_context().new_page()
    for language in LANGUAGES:
        page.goto(address(path, language))
        for direction in ("ltr", "rtl"):
            page.evaluate("direction => { document.documentElement.dir = direction }", direction)
            for number in page.evaluate(NUMBERS_AS_SEEN):
                assert number["seen"] == number["written"], number
                assert number["lines"] == 1, number
                if number["href"]:
                    assert contacts.dialled(number["seen"]) == number["href"].partition(":")[2], number


def test_a_page_that_is_not_there_leads_on(new_context: NewContext) -> None:
    """Wherever an address does not exist, the page that says so leads to the countries of the same language."""
    page = new_context(java_script_enabled=False).new_page()
    for language in LANGUAGES:
        missing = page.goto(address("404", language))
        assert missing is not None
        assert missing.status == 404
        page.locator("main a.next").click()
        assert page.url.endswith("/" + address("help/index", language)), page.url
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_list_of_kinds_is_of_real_pages() -> None:
    """Every page that stands for its kind exists in docs/, and every template is among them."""
    pages = [path for path in TEMPLATES if path != "404"]
    assert set(pages) <= set(PATHS)
    assert {template_of(path) for path in PATHS} == {template_of(path) for path in pages}


def _lightness(page: Page) -> float:
    """Return how light the page's ground is, from 0 to 1."""
    parts = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).slice(0, 3)")
    return sum(float(part) for part in parts) / 3 / 255
