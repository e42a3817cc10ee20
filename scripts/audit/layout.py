"""Pages fit: nothing sticks out, thumbs hit what they aim at, the keyboard's focus can be seen."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from functools import partial

from playwright.sync_api import Browser, Page

from .browsing import LARGE_LETTERS, OPEN_ALL, browser_for, shared_out, window
from .built import BuiltPage, Site
from .figures import Figure, at_most, none_of

NARROW, PHONE, THUMB = 320, 360, 44
MOST_STOPS = 2_000
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links whose square of 44 × 44 px around the middle is not wholly theirs to be touched.
SMALL_TARGETS = """() => {
    const all = [...document.querySelectorAll('a[href^="tel:"], #exit, a[hreflang], .languages summary')]
        .filter(each => each.checkVisibility());
    const small = all.filter(each => {
        each.scrollIntoView({block: 'center'});
        const box = each.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
        const points = [[-21, -21], [21, -21], [-21, 21], [21, 21], [0, 0]];
        return box.width < 44 || box.height < 44
            || !points.every(([dx, dy]) => each.contains(document.elementFromPoint(x + dx, y + dy)));
    });
    return [all.length, small.map(each => each.outerHTML)];
}"""
# What has the focus: null at the end of the page, else its HTML and whether any part of it can be seen.
FOCUSED = """() => {
    const each = document.activeElement;
    if (!each || each === document.body) return null;
    const isSeen = box => {
        const x = Math.max(box.left, 0) / 2 + Math.min(box.right, innerWidth) / 2;
        const y = Math.max(box.top, 0) / 2 + Math.min(box.bottom, innerHeight) / 2;
        return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth
            && box.top < innerHeight && each.contains(document.elementFromPoint(x, y));
    };
    return [each.outerHTML.slice(0, 200), [...each.getClientRects()].some(isSeen)];
}"""
# All that a key could change: where the reader is, what has the focus, and what the page holds.
STATE = """() => [location.href, scrollY, document.activeElement.outerHTML.length, document.documentElement.outerHTML.length,
    document.querySelectorAll('[open]').length].join(' ')"""
KEYS = [*string.ascii_lowercase, *string.digits, "/", "?", ".", ",", "Escape"]


def measure(site: Site) -> Iterator[Figure]:
    """Overflow on all pages; targets, focus and keys on examples of every shape."""
    yield overflow(site, "horizontal overflow at 320 px")
    yield overflow(site, "horizontal overflow at 320 px, 32 px default font", LARGE_LETTERS)
    with browser_for(site) as browser:
        yield targets(browser, site)
        yield focus_stops(browser, site)
        yield shortcuts(browser, site)


def overflow(site: Site, name: str, *flags: str) -> Figure:
    """Return by how much pages are wider than a narrow window, in a browser that is started with flags."""
    shares = shared_out(partial(widths_over, flags=flags), site, site.pages)
    return at_most(name, 0, {page: over for share in shares for page, over in share.items()}, "px")


def widths_over(site: Site, pages: Sequence[BuiltPage], flags: Sequence[str]) -> dict[str, int]:
    """Return by how much each page is wider than a narrow window, the more of menus closed and open, in px."""
    over: dict[str, int] = {}
    with browser_for(site, *flags) as browser, window(browser, site, NARROW) as context:
        tab = context.new_page()
        for page in pages:
            tab.goto(page.address)
            closed = tab.evaluate(OVERFLOW)
            tab.evaluate(OPEN_ALL)
            over[str(page)] = max(closed, tab.evaluate(OVERFLOW))
    return over


def targets(browser: Browser, site: Site) -> Figure:
    """Return the links to call, to leave and to change the language that a thumb may miss."""
    faults: list[str] = []
    looked_at = 0
    with window(browser, site, PHONE, has_touch=True, is_mobile=True) as context:
        tab = context.new_page()
        for page in site.examples():
            tab.goto(page.address)
            tab.evaluate(OPEN_ALL)
            count, small = tab.evaluate(SMALL_TARGETS)
            looked_at += count
            faults += [f"{page}: {html}" for html in small]
    return none_of(f"tel:, exit and language links smaller than {THUMB} px", faults, looked_at, "links")


def focus_stops(browser: Browser, site: Site) -> Figure:
    """Return the places where the keyboard's focus goes and cannot be seen."""
    faults: list[str] = []
    looked_at = 0
    with window(browser, site, PHONE) as context:
        for page in site.examples():
            tab = context.new_page()
            tab.goto(page.address)
            for html, is_seen in stops_of(tab):
                looked_at += 1
                faults += [] if is_seen else [f"{page}: {html}"]
            tab.close()
    return none_of("keyboard: focus stops that cannot be seen at 360 px", faults, looked_at, "stops")


def stops_of(tab: Page) -> Iterator[tuple[str, bool]]:
    """Press Tab from the start of a page to its end, and yield each stop's HTML and whether it can be seen."""
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUSED)
        if stop is None:
            return
        yield stop[0], stop[1]
    yield f"no end after {MOST_STOPS} stops", False


def shortcuts(browser: Browser, site: Site) -> Figure:
    """Return the single keys that do something (WCAG 2.1.4)."""
    pages = site.heaviest()
    with window(browser, site, PHONE) as context:
        faults = [f"{page}: {key}" for page in pages for key in keys_that_act(context.new_page(), page)]
    return none_of("keyboard: single-key shortcuts", faults, len(pages) * len(KEYS), "key presses")


def keys_that_act(tab: Page, page: BuiltPage) -> list[str]:
    """Return the keys that change the page when they are pressed alone."""
    tab.goto(page.address)
    acting = []
    for key in KEYS:
        before = tab.evaluate(STATE)
        tab.keyboard.press(key)
        if tab.evaluate(STATE) != before:
            acting.append(key)
    tab.close()
    return acting
