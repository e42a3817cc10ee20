"""The keyboard reaches everything, one always sees where one is, and no key does anything by surprise."""

from __future__ import annotations

import string

import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, address
from playwright.sync_api import expect

from seamark import languages

TEMPLATES = list(KINDS.values())
OPEN_ALL = "document.querySelectorAll('details').forEach(e => { e.open = true })"
COUNT_STOPS = """() => {
    const all = document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]');
    return [...all].filter(e => e.checkVisibility()).length;
}"""
# What is wrong with the place where the keyboard is now, and whether it is the page's end.
STOP = """() => {
    const e = document.activeElement;
    if (e === document.body || !e) return {end: true};
    const box = e.getBoundingClientRect(), style = getComputedStyle(e), wrong = [];
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const fits = e.tagName !== 'DIV' && box.height <= innerHeight - document.querySelector('.exit').offsetHeight;
    if (box.left < -1 || box.right > innerWidth + 1 || bottom <= top) wrong.push('outside the window');
    else if (fits && (box.top < -1 || box.bottom > innerHeight + 1)) wrong.push('partly outside the window');
    // A link that is broken over two lines is where its first line is.
    const line = fits ? [...e.getClientRects()].find(r => r.width > 0) : box;
    const x = line.left + Math.min(line.width / 2, 20), y = fits ? line.top + line.height / 2 : (top + bottom) / 2;
    const there = document.elementFromPoint(x, y);
    if (!e.contains(there)) wrong.push(`under ${there && there.outerHTML.slice(0, 80)}`);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('focus not visible');
    const label = e.labels && e.labels[0] ? e.labels[0].textContent : '';
    if (!(e.getAttribute('aria-label') || label || e.textContent).trim()) wrong.push('without a name');
    const first = !e.dataset.visited;
    e.dataset.visited = 'yes';
    return {end: false, first, wrong: wrong.length ? wrong.join(', ') + ': ' + e.outerHTML.slice(0, 120) : ''};
}"""
# All that a key could change: what stands on the page, where one is, how far one has scrolled.
STATE = "[document.documentElement.outerHTML, document.activeElement.tagName, scrollX, scrollY, location.href].join('|')"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", TEMPLATES)
def test_every_stop_is_seen(path: str, width: int, new_context: NewContext) -> None:
    """From the top to the end of the page each stop of Tab is in the window, uncovered, outlined and named."""
    page = new_context(width, 700).new_page()
    page.goto(address(path, "uk"))
    page.evaluate(OPEN_ALL)
    stops = page.evaluate(COUNT_STOPS)
    wrong = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert not stop["end"], "the keyboard left the page before all stops were reached"
        assert stop["first"], "the keyboard came back to a stop before all were reached"
        wrong += [stop["wrong"]] * bool(stop["wrong"])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", TEMPLATES)
def test_no_single_key_does_anything(path: str, new_context: NewContext) -> None:
    """No letter, digit or sign, pressed alone, changes the page or moves the reader (WCAG 2.1.4)."""
    page = new_context().new_page()
    page.goto(address(path, "en"))
    before = page.evaluate(STATE)
    for key in [*string.ascii_letters, *string.digits, *string.punctuation, "Escape", "Backspace", "Enter"]:
        page.keyboard.press(key)
    assert page.evaluate(STATE) == before


def test_the_language_menu_works_by_keyboard(new_context: NewContext) -> None:
    """The menu opens with Enter, Tab goes through the languages, and Enter leads to the same page in one of them."""
    page = new_context().new_page()
    page.goto(address("help/ee", "en"))
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    for language in LANGUAGES:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=languages.own_name(language), exact=True)).to_be_focused()
        if language == "uk":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/uk/help/ee/")


def test_the_skip_link_leads_past_the_header(new_context: NewContext) -> None:
    """The second stop of the keyboard skips to the content: the next one after it lies in there."""
    page = new_context().new_page()
    page.goto(address("help/ee", "en"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
