"""Leaving: how long the page stays on the screen after the tap, and what the neutral page learns."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, Request, Route

from .browsing import browser_for, window
from .built import BuiltPage, Site
from .figures import Figure, at_most, none_of

LIMIT, SLOWDOWN, TAPS = 200, 6, 5
BLANK = "audit-blank "
# A reader taps a page that has been drawn; what the browser still does for loading it is measured by Lighthouse.
AT_REST = "new Promise(done => setTimeout(() => requestIdleCallback(done), 500))"
# Notes when the finger comes down and when the first frame without the page's content has been drawn.
NOTE_TIMES = """addEventListener('pointerdown', event => { window.auditTap = event.timeStamp }, true);
addEventListener('DOMContentLoaded', () => new MutationObserver((changes, observer) => {
    // What is left for screen readers alone is cut to one pixel.
    if ([...document.body.children].some(e => e.offsetWidth * e.offsetHeight > 1)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
        const channel = new MessageChannel();  // its message comes after the frame is drawn
        channel.port1.onmessage = () => { console.log('audit-blank ' + (performance.now() - window.auditTap)) };
        channel.port2.postMessage(0);
    });
}).observe(document.documentElement, {childList: true, subtree: true}));"""


def measure(site: Site) -> Iterator[Figure]:
    """Tap the exit link of the heaviest page of each shape and language, with and without JavaScript."""
    pages = site.heaviest()
    with browser_for(site) as browser:
        slowest = {str(page): round(median(time_to_blank(browser, site, page) for _ in range(TAPS))) for page in pages}
        yield at_most("exit: from tap to blank at CPU ×6", LIMIT, slowest, "ms")
        faults = [fault for page in pages for script in (True, False) for fault in wrong_leave(browser, site, page, script)]
        yield none_of("exit: Referer sent, or another destination", faults, 2 * len(pages), "taps")


def time_to_blank(browser: Browser, site: Site, page: BuiltPage) -> float:
    """Return the milliseconds from the tap to the blank screen, while the neutral page does not answer."""
    with window(browser, site, has_touch=True, is_mobile=True) as context:
        waiting: list[Route] = []
        context.route(lambda url: not url.startswith(site.base), lambda route: waiting.append(route))  # a builtin is no handler
        tab = context.new_page()
        tab.add_init_script(NOTE_TIMES)
        tab.goto(page.address)
        context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        tab.evaluate(AT_REST)
        # The page tells it by its console: Chromium evaluates nothing in a page that is about to go.
        with tab.expect_console_message(lambda said: said.text.startswith(BLANK)) as said:
            tab.locator("#exit").tap(no_wait_after=True)
        for route in waiting:
            route.abort()
        return float(said.value.text.removeprefix(BLANK))


def wrong_leave(browser: Browser, site: Site, page: BuiltPage, script: bool) -> list[str]:
    """Tap the exit link and return what is wrong with the request that it makes; it never leaves this machine."""
    destination = site.exits[page.language]
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body="<!doctype html><title>Elsewhere</title>", content_type="text/html")

    with window(browser, site, has_touch=True, is_mobile=True, java_script_enabled=script) as context:
        context.route(lambda url: not url.startswith(site.base), answer)
        tab = context.new_page()
        tab.goto(page.address)
        tab.locator("#exit").tap()
        tab.wait_for_url(lambda url: not url.startswith(site.base))
        # Read while the window is open: the browser is asked for the headers.
        referers = [request.all_headers().get("referer") for request in asked]
    name = f"{page} {'with' if script else 'without'} JavaScript"
    faults = [f"{name}: Referer {referer}" for referer in referers if referer]
    urls = [request.url for request in asked]
    return faults if urls == [destination] else [*faults, f"{name}: leads to {urls}, not to {destination}"]
