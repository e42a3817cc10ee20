"""axe finds nothing: every kind of page, every language, at three widths, light and dark, menus shut and open."""

from __future__ import annotations

from importlib import resources

import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, address
from playwright.sync_api import Page

AXE = resources.files("axe_playwright_python") / "axe.min.js"
# Every two of width, scheme and state meet; no rule of style depends on all three together.
VIEWS = (
    (320, "light", "open"),
    (320, "dark", "shut"),
    (768, "light", "shut"),
    (768, "dark", "open"),
    (1280, "light", "shut"),
    (1280, "dark", "open"),
)
# The glossary repeats one shape a hundred times: in other languages its first letters stand for the rest.
REPEATED = "#letter-4, #letter-4 ~ *"
SHUT_OR_OPEN = "open => document.querySelectorAll('details').forEach(e => { e.open = open })"
# Targets of 24 px are a rule of WCAG 2.2, which axe leaves out by itself.
RUN = """async ([repeated, contrast]) => (await axe.run(repeated ? {exclude: repeated} : document,
    {resultTypes: ['violations'], rules: {'color-contrast': {enabled: contrast}, 'target-size': {enabled: true}}}))
    .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 120)}`))"""
View = tuple[int, str, str]


def violations(page: Page, repeated: str = "", contrast: bool = True) -> list[str]:
    """Return what axe finds on a page outside what `repeated` selects, a line for each element."""
    found: list[str] = page.evaluate(RUN, [repeated, contrast])
    return found


def load(page: Page, path: str, language: str) -> None:
    """Open a page and give axe to it."""
    page.goto(address(path, language))
    page.evaluate(AXE.read_text("utf-8"))


def found_in(page: Page, view: View, repeated: str = "", contrast: bool = True) -> list[str]:
    """Return what axe finds in a view of the page that is open, each line with its view."""
    width, scheme, state = view
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate(SHUT_OR_OPEN, state == "open")
    lines = violations(page, repeated, contrast)
    return [f"{page.url}, {width} px, {scheme}, {state}: {line}" for line in lines]


@pytest.mark.parametrize("path", KINDS.values())
def test_axe_finds_nothing(path: str, new_context: NewContext) -> None:
    """No rule of axe, best practices included, is broken in any view of the page in its first language."""
    page = new_context(bypass_csp=True).new_page()  # the policy would refuse axe itself
    load(page, path, LANGUAGES[0])
    lines = [line for view in VIEWS for line in found_in(page, view)]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("path", KINDS.values())
def test_axe_finds_nothing_in_translations(path: str, new_context: NewContext) -> None:
    """No rule of axe is broken in any other language on a small phone with menus open.

    Colours do not change with the language and are measured above; `make audit` measures every view of every language.
    """
    page = new_context(bypass_csp=True).new_page()
    lines = []
    for language in LANGUAGES[1:]:
        load(page, path, language)
        lines += found_in(page, (320, "light", "open"), REPEATED, contrast=False)
    assert not lines, "\n".join(lines)


def test_axe_would_find_something(new_context: NewContext) -> None:
    """axe really runs: it finds a link without a name, pale letters and small targets that are put there for it."""
    page = new_context(bypass_csp=True).new_page()
    load(page, "index", LANGUAGES[0])
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=./></a><p id=pale>pale</p>')")
    page.evaluate("document.getElementById('pale').style.color = '#eee'")
    small = "<button style='all: unset; position: absolute; font-size: 8px; top: {}px'>a</button>"
    page.evaluate(
        "html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", small.format(900) + small.format(910)
    )
    assert {line.partition(":")[0] for line in violations(page)} == {"link-name", "color-contrast", "target-size"}
