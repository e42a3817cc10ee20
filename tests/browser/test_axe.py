"""axe finds nothing: every kind of page, every language, at three widths, light and dark, menus shut and open."""

from __future__ import annotations

from importlib import resources

import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, address
from playwright.sync_api import Page

AXE = resources.files("axe_playwright_python") / "axe.min.js"
# In the language from which all others are translated, every view; in the others the narrow and the wide one,
# in both schemes and both states: words change how long lines are, and no colour.
VIEWS = [(width, scheme, state) for width in (320, 768, 1280) for scheme in ("light", "dark") for state in ("shut", "open")]
VIEWS_OF_OTHERS = [(320, "light", "open"), (1280, "dark", "shut")]
# The glossary repeats one shape a hundred times: in other languages its first letters stand for the rest.
REPEATED = "#letter-4, #letter-4 ~ *"
SHUT_OR_OPEN = "open => document.querySelectorAll('details').forEach(e => { e.open = open })"
RUN = """async repeated => (await axe.run(repeated ? {exclude: repeated} : document, {resultTypes: ['violations']}))
    .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 120)}`))"""


def violations(page: Page, repeated: str = "") -> list[str]:
    """Return what axe finds on a page outside what `repeated` selects, a line for each element."""
    found: list[str] = page.evaluate(RUN, repeated)
    return found


def load(page: Page, path: str, language: str) -> None:
    """Open a page and give axe to it."""
    page.goto(address(path, language))
    page.evaluate(AXE.read_text("utf-8"))


def found_in(page: Page, views: list[tuple[int, str, str]], repeated: str = "") -> list[str]:
    """Return what axe finds in views of the page that is open, each line with its view."""
    lines = []
    for width, scheme, state in views:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.evaluate(SHUT_OR_OPEN, state == "open")
        lines += [f"{page.url}, {width} px, {scheme}, {state}: {line}" for line in violations(page, repeated)]
    return lines


@pytest.mark.parametrize("path", KINDS.values())
def test_axe_finds_nothing(path: str, new_context: NewContext) -> None:
    """No rule of axe, best practices included, is broken in any view of the page in its first language."""
    page = new_context(bypass_csp=True).new_page()  # the policy would refuse axe itself
    load(page, path, LANGUAGES[0])
    lines = found_in(page, VIEWS)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("path", KINDS.values())
def test_axe_finds_nothing_in_translations(path: str, new_context: NewContext) -> None:
    """No rule of axe is broken in any other language, on a small phone in light and on a desk in the dark."""
    page = new_context(bypass_csp=True).new_page()
    lines = []
    for language in LANGUAGES[1:]:
        load(page, path, language)
        lines += found_in(page, VIEWS_OF_OTHERS, REPEATED)
    assert not lines, "\n".join(lines)


def test_axe_would_find_something(new_context: NewContext) -> None:
    """axe really runs: it finds a link without a name and pale letters that are put there for it."""
    page = new_context(bypass_csp=True).new_page()
    load(page, "index", LANGUAGES[0])
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=./></a><p id=pale>pale</p>')")
    page.evaluate("document.getElementById('pale').style.color = '#eee'")
    assert {line.partition(":")[0] for line in violations(page)} == {"link-name", "color-contrast"}
