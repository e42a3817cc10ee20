"""JavaScript off: what a reader must still see and reach."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page

from .browsing import browser_for, window
from .built import BuiltPage, Site
from .figures import Figure, none_of

# Numbers, hours and the menu that cannot be seen. What a reader can open by touch is opened first.
UNSEEN = """() => [...document.querySelectorAll('a[href^="tel:"], .hours, header a, footer nav a, #exit')]
    .filter(each => !each.checkVisibility() || !each.getClientRects().length).map(each => each.outerHTML.slice(0, 200))"""
LANGUAGE_LINKS = "links => links.map(link => [link.hreflang, link.href])"
LIGHTNESS = """() => getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).slice(0, 3)
    .reduce((sum, part) => sum + parseFloat(part), 0) / 765"""
LIGHT, DARK = 0.8, 0.2


def measure(site: Site) -> Iterator[Figure]:
    """Numbers, hours, navigation, the way to the same page in other languages, exit, dark mode."""
    pages = site.examples()
    faults: list[str] = []
    with browser_for(site) as browser, window(browser, site, java_script_enabled=False) as context:
        tab = context.new_page()
        for page in pages:
            tab.goto(page.address)
            faults += [f"{page}: {fault}" for fault in faults_of(tab, site, page)]
        faults += dead_links(context, tab, site)
    yield none_of("JavaScript off: numbers, navigation, languages, exit, hours, dark mode", faults, len(pages), "pages")


def faults_of(tab: Page, site: Site, page: BuiltPage) -> Iterator[str]:
    """Yield what a reader without JavaScript misses on a page that is open."""
    for menu in tab.locator("summary").all():
        menu.click()
    for html in tab.evaluate(UNSEEN):
        yield f"cannot be seen: {html}"
    if tab.locator("#exit").get_attribute("href") != site.exits[page.language]:
        yield "the exit link leads elsewhere"
    found = dict(tab.locator("header a[hreflang]").evaluate_all(LANGUAGE_LINKS))
    wanted = {language: site.addresses[page.path, language] for language in site.exits}
    if not page.template:  # the page for addresses that do not exist has an address of its own
        wanted = {language: site.data.site.url + f"{'' if not n else language + '/'}404.html" for n, language in enumerate(wanted)}
        found = {language: url.replace(site.base, site.data.site.url) for language, url in found.items()}
    if found != wanted:
        yield f"the languages lead to {found}"
    tab.emulate_media(color_scheme="light")
    light = tab.evaluate(LIGHTNESS)
    tab.emulate_media(color_scheme="dark")
    if not tab.evaluate(LIGHTNESS) < DARK < LIGHT < light:
        yield "light and dark do not follow the system"


def dead_links(context: BrowserContext, tab: Page, site: Site) -> Iterator[str]:
    """Yield links of the first page's menu, by any language's name, that lead nowhere."""
    tab.goto("")
    for url in sorted(set(tab.locator("header nav a, footer nav a").evaluate_all("links => links.map(link => link.href)"))):
        if context.request.get(url).status != 200:
            yield f"/: the menu leads to {url}, which is not there"
