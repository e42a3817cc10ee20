"""Pages fit: narrow screens, large letters, large thumbs, few colours, paper."""

from __future__ import annotations

import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, PATHS, address, template_of
from playwright.sync_api import expect

TEMPLATES = list(KINDS.values())
# What sticks out of the page to the right or left: the widest ten, so that a failure says where to look.
OVERFLOW = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(e => Math.max(e.getBoundingClientRect().right,
        e.getBoundingClientRect().left + e.scrollWidth) > root.clientWidth + 1);
    const lines = wide.slice(-10).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40));
    return [root.scrollWidth + ' px', ...lines];
}"""
# Links whose whole square of 44 × 44 px around the middle is not theirs to be touched.
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href^="tel:"], a[href^="sms:"], #exit, .languages a, .languages summary')]
.filter(e => {
    e.scrollIntoView({block: 'center'});
    const box = e.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (box.width < 44 || box.height < 44) return true;
    const corners = [[-21, -21], [21, -21], [-21, 21], [21, 21], [0, 0]];
    return !corners.every(([dx, dy]) => e.contains(document.elementFromPoint(x + dx, y + dy)));
}).map(e => e.outerHTML)"""
# Buttons and boxes whose shape is a colour only: where colours are forced, they need a border.
WITHOUT_BORDER = """() => [...document.querySelectorAll('.call, .next, .note, .sos, .card, #exit')]
.filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1).map(e => e.outerHTML.slice(0, 80))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    return style.animationName !== 'none' || style.transitionDuration.split(',').some(t => parseFloat(t) > 0)
        || style.scrollBehavior !== 'auto';
}).map(e => e.outerHTML.slice(0, 80))"""
# Opening hundreds of pages is slow. Where no script adds words and one template makes all, the words are enough: the
# <main> of each page is put into the page that is open, under the same style.
ALIKE = ("sheet.html", "term.html")
TAKE_MAIN = """async address => {
    const text = await (await fetch(address)).text();
    const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    document.querySelector('main').replaceWith(document.adoptNode(main));
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(e => { e.open = true })"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_small_phone(language: str, new_context: NewContext) -> None:
    """At 320 px no page of any language scrolls sideways, with all menus open."""
    page = new_context(320, bypass_csp=True).new_page()  # the policy would refuse to read other pages
    wide, before = {}, ""
    for path in [*sorted(PATHS, key=template_of), "404"]:
        template = "" if path == "404" else template_of(path)
        if template in ALIKE and template == before:
            page.evaluate(TAKE_MAIN, f"/{address(path, language)}")
        else:
            page.goto(address(path, language), wait_until="domcontentloaded")
        before = template
        page.evaluate(OPEN_ALL)
        if found := page.evaluate(OVERFLOW):
            wide[path] = found
    assert wide == {}


def test_a_word_that_is_too_long_is_found(new_context: NewContext) -> None:
    """A wide box and a long word that leaves its box are found, on a page that is open and in words put into it."""
    page = new_context(320, bypass_csp=True).new_page()
    for path in ("card/ee", "journalists/glossary"):
        for wide in ("<p style='width: 400px'>wide", f"<p style='white-space: nowrap'>{'long ' * 40}"):
            page.goto(address(path, "en"))
            assert page.evaluate(OVERFLOW) == []
            page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", wide)
            assert len(page.evaluate(OVERFLOW)) > 1
            page.evaluate(TAKE_MAIN, f"/{address(path, 'en')}")
            assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_large_letters_fit(path: str, new_large_context: NewContext) -> None:
    """With letters of 32 px nothing sticks out, on a phone and on a desk, and the letters are really large."""
    page = new_large_context(320).new_page()
    for language in LANGUAGES:
        page.goto(address(path, language))
        page.evaluate(OPEN_ALL)
        assert float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) >= 32
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 640})
            assert page.evaluate(OVERFLOW) == [], f"{language}, {width} px"


@pytest.mark.parametrize("path", TEMPLATES)
def test_links_fit_the_thumb(path: str, new_context: NewContext) -> None:
    """Numbers, exit and languages can be touched anywhere in a square of 44 px, on a phone."""
    page = new_context(has_touch=True, is_mobile=True).new_page()
    for language in LANGUAGES:
        page.goto(address(path, language))
        page.evaluate(OPEN_ALL)
        assert page.evaluate(SMALL_TARGETS) == [], language


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_is_told_by_colour_or_movement_alone(path: str, new_context: NewContext) -> None:
    """Where the reader forces colours, every button and box has a border; nothing moves by itself."""
    page = new_context(forced_colors="active", reduced_motion="reduce").new_page()
    page.goto(address(path, "en"))
    assert page.evaluate(WITHOUT_BORDER) == []
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.startswith("help/")])
def test_paper_shows_the_numbers_and_not_the_buttons(path: str, new_context: NewContext) -> None:
    """On paper every number stays, dark on light, and what only works on a screen goes."""
    page = new_context(color_scheme="dark").new_page()
    page.goto(address(path, "uk"))
    page.emulate_media(media="print")
    for number in page.locator("main .call").all():
        expect(number).to_be_visible()
        assert number.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    for screen_only in ("#exit", ".languages", ".foot nav"):
        expect(page.locator(screen_only)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
