"""The search: whether it finds the pages that readers look for, in their language, and what it fetches when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from seamark.searching import SEARCH_PAGE
from seamark.yamltext import parse_yaml

from .browsing import browser_for, window
from .built import BuiltPage, Site
from .figures import Figure, at_most, none_of
from .limits import KILOBYTE

LISTS = Path(__file__).resolve().parents[2] / "tests" / "search"  # what readers look for, and where it stands, by language
FIRST = 5  # a page that stands farther down the list counts as not found
FOUND = 0.95
FIRST_QUERY_BYTES, FULL_SITE = 150 * KILOBYTE, 300
SHOW_RESULTS = """async text => {
    const list = document.querySelector('#found'), field = document.querySelector('#find input');
    field.value = text;
    field.form.requestSubmit();
    for (let frames = 0; frames < 600 && list.getAttribute('aria-busy') !== 'false'; frames++)
        await new Promise(requestAnimationFrame);
    return [...list.querySelectorAll('a')].map(link => link.href.split('#')[0]);
}"""


@dataclass(kw_only=True)
class Searched:
    """What the searches of a language's list came to on its search page; bytes are those on the wire.

    `before` leaves out the site's icon, which every page has.
    """

    page: BuiltPage
    lost: list[str]
    foreign: list[str]
    found: float  # the share of the searches that found their page, 0 to 1
    shown: int  # results in all
    before: int
    first: int

    def __str__(self) -> str:
        return str(self.page)


def measure(site: Site, lists: Path = LISTS) -> Iterator[Figure]:
    """Every language's list of searches on its search page: what is found, and the bytes before and after the first."""
    with browser_for(site) as browser:
        all_seen = [searched(browser, site, page, lists) for page in site.pages if page.path == SEARCH_PAGE]
    worst = min(all_seen, key=lambda each: each.found, default=None)
    yield Figure(
        name=f"search: its page among the first {FIRST} results",
        limit=f"≥ {100 * FOUND:.0f} %",
        measured=f"{100 * worst.found:.1f} % ({worst}, lowest of {len(all_seen)})" if worst else "nothing",
        holds=worst is not None and worst.found >= FOUND,
        faults=tuple(fault for each in all_seen if each.found < FOUND for fault in each.lost),
    )
    foreign = [fault for each in all_seen for fault in each.foreign]
    yield none_of("search: results in another language", foreign, sum(each.shown for each in all_seen), "results")
    yield at_most("search: bytes before the reader searches", 0, {str(each): each.before for each in all_seen}, "B")
    first = {str(each): each.first for each in all_seen}
    yield at_most(f"search: bytes for page and first query, {FULL_SITE} pages", FIRST_QUERY_BYTES, first, "B")


def searched(browser: Browser, site: Site, page: BuiltPage, lists: Path) -> Searched:
    """Search on a search page for everything in the list of its language."""
    wanted = searches(lists / f"{page.language}.yml")
    languages = {address: language for (_, language), address in site.addresses.items()}
    lost: list[str] = []
    foreign: list[str] = []
    shown = first = 0
    with window(browser, site) as context:
        tab = context.new_page()
        fetched = fetched_by(tab)
        tab.goto(page.address, wait_until="networkidle")
        icons = tab.locator("link[rel~=icon]").evaluate_all("links => links.map(link => link.href)")
        before = sum(size for url, size in fetched.items() if url not in icons)
        at_rest = sum(fetched.values())
        for typed, path in wanted.items():
            found = tab.evaluate(SHOW_RESULTS, typed)
            if not first:
                tab.wait_for_load_state("networkidle")
                # The index grows with the pages: what it would weigh where a language has as many as the limit is for.
                own = sum(each.language == page.language for each in site.pages)
                first = page.size + round((sum(fetched.values()) - at_rest) * max(1, FULL_SITE / own))
            if site.addresses[path, page.language] not in found[:FIRST]:
                lost.append(f'{page}: "{typed}" does not find {path}')
            foreign += [f'{page}: "{typed}" finds {url}' for url in found if languages.get(url) != page.language]
            shown += len(found)
    share = 1 - len(lost) / len(wanted)
    return Searched(page=page, lost=lost, foreign=foreign, found=share, shown=shown, before=before, first=first)


def searches(file: Path) -> dict[str, str]:
    """Return what is searched for in a language, with the path in docs/ of the page that must be found."""
    halves = parse_yaml(file.read_text("utf-8"), file.name)
    return {str(typed): str(path) for half in halves.values() for typed, path in half.items()}


def fetched_by(tab: Page) -> dict[str, int]:
    """Return what grows by each file that the tab fetches, but for pages: its bytes on the wire, by address."""
    sizes: dict[str, int] = {}
    files: dict[str, str] = {}
    session = tab.context.new_cdp_session(tab)

    def asked(event: dict[str, Any]) -> None:
        if event["type"] != "Document":
            files[event["requestId"]] = event["request"]["url"]

    def ended(event: dict[str, Any]) -> None:
        if url := files.get(event["requestId"]):
            sizes[url] = sizes.get(url, 0) + int(event["encodedDataLength"])

    session.send("Network.enable")
    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", ended)
    return sizes
