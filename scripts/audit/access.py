"""axe-core on every shape of page: languages × widths × light and dark × menus closed and open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Page

from .browsing import OPEN_ALL, browser_for, shared_out, window
from .built import BuiltPage, Site
from .figures import Figure, none_of

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
# All rules that axe has by default, and the one of WCAG 2.2 that it leaves out by default.
RUN = """async () => {
    const options = {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}};
    const {violations} = await axe.run(document, options);
    return violations.flatMap(each => each.nodes.map(node => each.id + ' ' + node.target.join(' ') + ' ' + node.html));
}"""
CLOSE_ALL = OPEN_ALL.replace("true", "false")


def measure(site: Site) -> Iterator[Figure]:
    """Violations of every example page in every state."""
    pages = site.examples()
    shares = shared_out(violations, site, pages)
    faults = [fault for share, _ in shares for fault in share]
    yield none_of("axe-core violations", faults, sum(count for _, count in shares), f"states of {len(pages)} pages")


def violations(site: Site, pages: Sequence[BuiltPage]) -> tuple[list[str], int]:
    """Return what axe-core finds on pages, each node once a state, and the number of states it saw."""
    axe = site.tools.axe.read_text("utf-8")
    found: list[str] = []
    states = 0
    with browser_for(site) as browser, window(browser, site) as context:
        tab = context.new_page()
        for page in pages:
            tab.goto(page.address)
            tab.evaluate(axe)
            for width, scheme, menus in states_of(tab):
                found += [f"{page} at {width} px, {scheme}, menus {menus}: {node}" for node in tab.evaluate(RUN)]
                states += 1
    return found, states


def states_of(tab: Page) -> Iterator[tuple[int, str, str]]:
    """Bring a page into each state in turn, and yield its name; a page without menus has no state with open ones."""
    has_menus = tab.locator("details").count() > 0
    for menus in ("closed", "open") if has_menus else ("closed",):
        tab.evaluate(OPEN_ALL if menus == "open" else CLOSE_ALL)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            for scheme in SCHEMES:
                tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                yield width, scheme, menus
