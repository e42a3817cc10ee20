"""axe finds nothing: every kind of page, every language, at three widths, light and dark, menus shut and open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, address
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
# Every two of width, scheme and state meet at least once; no rule of style depends on all three.
VIEWS = (
    (320, "light", "shut"),
    (320, "dark", "open"),
    (768, "light", "open"),
    (768, "dark", "shut"),
    (1280, "light", "open"),
    (1280, "dark", "shut"),
)
SHUT_OR_OPEN = "open => document.querySelectorAll('details').forEach(e => { e.open = open })"
RUN = "axe.run(document, {resultTypes: ['violations']}).then(results => results.violations)"


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page, a line for each element."""
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return [f"{rule['id']}: {rule['help']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", KINDS.values())
def test_axe_finds_nothing(path: str, language: str, new_context: NewContext) -> None:
    """No rule of axe, best practices included, is broken in any view of the page."""
    page = new_context(bypass_csp=True).new_page()  # the policy would refuse axe itself
    page.goto(address(path, language))
    page.evaluate(AXE.read_text("utf-8"))
    for width, scheme, state in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SHUT_OR_OPEN, state == "open")
        found = violations(page)
        assert not found, "\n".join([f"{width} px, {scheme}, {state}:", *found])


def test_axe_would_find_something(new_context: NewContext) -> None:
    """axe really runs: it finds a link without a name and pale letters that are put there for it."""
    page = new_context(bypass_csp=True).new_page()
    page.goto("")
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=./></a><p id=pale>pale</p>')")
    page.evaluate("document.getElementById('pale').style.color = '#eee'")
    assert {line.partition(":")[0] for line in violations(page)} == {"link-name", "color-contrast"}
