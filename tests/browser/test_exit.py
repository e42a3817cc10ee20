"""The way out: always in view, always first, at once, and without a trace that the page can avoid."""

from __future__ import annotations

import pytest
from browser.conftest import NewContext
from browser.pages import DATA, EXITS, KINDS, LANGUAGES, address
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

TEMPLATES = list(KINDS.values())
# A window of 1280 px at a zoom of 400 % is 320 px wide and, on a small screen, 256 px high.
WINDOWS = {"phone": (360, 640), "desk": (1280, 800), "zoom of 400 %": (320, 256)}
# Scrolls from top to bottom and returns where the link is out of the window or something lies over it.
WHERE_EXIT_IS_LOST = """() => {
    const link = document.getElementById('exit'), lost = [], step = innerHeight / 2;
    const end = document.documentElement.scrollHeight - innerHeight;
    for (let y = 0; ; y += step) {
        scrollTo(0, Math.min(y, end));
        const box = link.getBoundingClientRect();
        const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
        const points = [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2],
            [box.right - 2, box.bottom - 2], [box.left + box.width / 2, box.top + box.height / 2]];
        if (!inside || !points.every(([x, y]) => link.contains(document.elementFromPoint(x, y)))) lost.push(scrollY);
        if (y >= end) return lost;
    }
}"""

# Listens last, at the window, when the page's own script has had the same click or key.
TELL_WHAT_IS_LEFT = """['pointerup', 'click', 'keydown'].forEach(kind => addEventListener(kind, () => {
    const seen = [...document.body.children].filter(e => e.offsetWidth * e.offsetHeight > 1);
    (window.left ??= []).push([seen.length, document.title.trim(), document.body.innerHTML]) }))"""


def intercept(context: BrowserContext) -> list[Request]:
    """Answer what the exit link asks for without leaving this machine; return the list of those requests."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body="<!doctype html><title>Elsewhere</title><p>Elsewhere", content_type="text/html")

    for destination in EXITS.values():
        context.route(destination, answer)
    return asked


def leave_by_click(page: Page) -> None:
    """Touch or click the exit link."""
    page.locator("#exit").click()


def leave_by_enter(page: Page) -> None:
    """Press Enter on the exit link, as a keyboard or a screen reader does: no pointer comes down or goes up."""
    page.locator("#exit").press("Enter")


def leave_by_shift(page: Page) -> None:
    """Press Shift three times."""
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [leave_by_click, leave_by_shift])
@pytest.mark.parametrize("language", LANGUAGES)
def test_exit_opens_the_neutral_page(language: str, leave: object, new_context: NewContext) -> None:
    """A click or Shift three times opens the language's neutral page, which does not learn where the reader was."""
    context = new_context()
    asked = intercept(context)
    page = context.new_page()
    page.goto(address("help/ee", language))
    leave(page)  # type: ignore[operator]
    page.wait_for_url(EXITS[language])
    assert [request.url for request in asked] == [EXITS[language]]
    assert "referer" not in asked[0].all_headers()


def test_exit_is_a_plain_link_without_javascript(new_context: NewContext) -> None:
    """Without JavaScript the link leads to the neutral page as any link does, and tells it nothing either."""
    context = new_context(java_script_enabled=False)
    asked = intercept(context)
    page = context.new_page()
    page.goto(address("help/ee", "uk"))
    leave_by_click(page)
    page.wait_for_url(EXITS["uk"])
    assert "referer" not in asked[0].all_headers()


@pytest.mark.parametrize("leave", [leave_by_click, leave_by_enter, leave_by_shift])
def test_the_screen_is_blank_at_once(leave: object, new_context: NewContext) -> None:
    """Before the touch or the last key is dealt with, page and title are gone, and screen readers say what happens."""
    context = new_context()
    # No page comes, so that this one stays and can be asked: what a page that goes writes to the console may be lost.
    context.route(EXITS["en"], lambda route: route.fulfill(status=204))
    page = context.new_page()
    page.goto("help/ee/")
    page.evaluate(TELL_WHAT_IS_LEFT)
    leave(page)  # type: ignore[operator]
    told = page.wait_for_function("window.left?.find(([seen]) => seen === 0)").json_value()
    announced = DATA.interface["leave-announced"].text
    assert told == [0, "", f'<p class="vh" role="alert">{announced}</p>']


@pytest.mark.parametrize("leave", [leave_by_click, leave_by_enter, leave_by_shift])
def test_the_way_back_skips_the_page(leave: object, new_context: NewContext) -> None:
    """After leaving, the browser's way back leads to the page before, whole, and not to the page that was left."""
    context = new_context()
    intercept(context)
    page = context.new_page()
    page.goto("")
    page.goto("help/ee/")
    home = page.url.removesuffix("help/ee/")
    entries = page.evaluate("history.length")
    leave(page)  # type: ignore[operator]
    page.wait_for_url(EXITS["en"])
    page.go_back()
    assert page.url == home
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate("history.length") == entries


def test_the_page_goes_when_the_finger_goes_up(new_context: NewContext) -> None:
    """The page does not wait for the click, which a busy phone reports late; the menu of a link leaves nothing."""
    context = new_context()
    context.route(EXITS["en"], lambda route: route.fulfill(status=204))
    page = context.new_page()
    page.goto("help/ee/")
    page.locator("#exit").click(button="right")
    page.locator("main").dispatch_event("pointerup")
    page.locator("#exit").dispatch_event("pointercancel")
    expect(page.locator("main h1")).to_be_visible()
    page.locator("#exit").dispatch_event("pointerup")
    expect(page.locator("main")).to_have_count(0)


def test_a_page_kept_blank_comes_back_whole(new_context: NewContext) -> None:
    """If the browser shows a page again from its cache that was emptied, the page loads itself anew."""
    context = new_context()
    context.route(EXITS["en"], lambda route: route.fulfill(status=204))  # no page comes: the reader stays here
    page = context.new_page()
    page.goto("help/ee/")
    leave_by_click(page)
    page.wait_for_function("!document.getElementById('exit')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("main h1")).to_be_visible()


def test_the_way_back_from_another_site_shows_the_whole_page(new_context: NewContext) -> None:
    """A reader who follows a link to another site and comes back finds the page whole, from the cache too."""
    context = new_context()
    context.route("https://elsewhere.example/", lambda route: route.fulfill(body="<p>Elsewhere", content_type="text/html"))
    page = context.new_page()
    page.goto("help/ee/")
    page.goto("https://elsewhere.example/")
    page.go_back()
    expect(page.locator("main .card").first).to_be_visible()
    expect(page.locator("#exit")).to_be_visible()


@pytest.mark.parametrize("keys", [["Shift"] * 2, ["Shift", "a", "Shift", "Shift"], ["Shift", "Shift", "Tab", "Shift"]], ids=str)
def test_other_keys_do_not_leave(keys: list[str], new_context: NewContext) -> None:
    """Shift twice, or three times with another key between them, does nothing: people type with Shift."""
    context = new_context()
    asked = intercept(context)
    page = context.new_page()
    page.goto("help/ee/")
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("main h1")).to_be_visible()
    assert asked == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_exit_is_first_for_the_keyboard(path: str, new_context: NewContext) -> None:
    """The first press of Tab on a page, with and without JavaScript, focuses the exit link."""
    for script in (True, False):
        page = new_context(java_script_enabled=script).new_page()
        page.goto(address(path, "en"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "exit"


@pytest.mark.parametrize("path", TEMPLATES)
def test_exit_is_in_view_wherever_one_scrolls(path: str, new_context: NewContext) -> None:
    """The whole exit link is in the window and under nothing else, at every position, size and zoom."""
    page = new_context().new_page()
    for language in LANGUAGES:
        page.goto(address(path, language))
        for name, (width, height) in WINDOWS.items():
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(WHERE_EXIT_IS_LOST) == [], f"{language}, {name}"


@pytest.mark.parametrize("path", TEMPLATES)
def test_exit_is_in_view_with_large_letters(path: str, new_large_context: NewContext) -> None:
    """With letters of 32 px the exit link stays in view, and takes at most a third of a phone's height."""
    page = new_large_context(320, 640).new_page()
    for language in LANGUAGES:
        page.goto(address(path, language))
        assert page.evaluate(WHERE_EXIT_IS_LOST) == [], language
        assert page.evaluate("document.querySelector('.exit').offsetHeight / innerHeight") < 1 / 3, language
