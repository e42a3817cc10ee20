"""A quiet Chromium: what it is started with, windows whose requests never leave this machine, work in two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import repeat
from typing import Any, TypeVar

from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from .built import BuiltPage, Site

Found = TypeVar("Found")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WORKERS = 2
# As a reader who needs larger letters sets it in the browser.
LARGE_LETTERS = "--blink-settings=defaultFontSize=32"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true })"


@contextmanager
def browser_for(site: Site, *flags: str) -> Iterator[Browser]:
    """Start a Chromium with a new profile, and end it with the context."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=site.tools.chromium, args=[*FLAGS, *flags])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, site: Site, width: int = 360, height: int = 640, **options: Any) -> Iterator[BrowserContext]:
    """Open a window without memory of other windows; a request that is not to the site fails."""
    context = browser.new_context(base_url=site.base, viewport={"width": width, "height": height}, **options)
    context.route(lambda url: not url.startswith(site.base), _refuse)
    try:
        yield context
    finally:
        context.close()


def _refuse(route: Route) -> None:
    route.abort()


def shared_out(look: Callable[[Site, Sequence[BuiltPage]], Found], site: Site, pages: Sequence[BuiltPage]) -> list[Found]:
    """Return what `look` finds on each share of the pages, each in a process of its own."""
    shares = [share for start in range(WORKERS) if (share := pages[start::WORKERS])]
    with ProcessPoolExecutor(WORKERS) as pool:
        return list(pool.map(look, repeat(site), shares))
