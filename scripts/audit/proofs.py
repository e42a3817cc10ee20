"""What the proof of the built site counts, and what only the eye of a browser can add: the order of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seamark import built_site
from seamark.proof import contact_rules, link_rules, site_rules

from .browsing import OPEN_ALL, browser_for, window
from .built import Site
from .figures import Figure, none_of

LINK_RULES = {built_site.name_of(rule) for rule in (*link_rules.RULES, *site_rules.RULES)} | {built_site.READABLE}
DIGIT_RULES = {built_site.name_of(rule) for rule in contact_rules.RULES} | {built_site.READABLE}
# The signs of each number in the order in which the eye meets them: by where they stand, not where they are written.
NUMBERS_AS_SEEN = """() => [...document.querySelectorAll('a[href^="tel:"]')].map(link => {
    const signs = [], walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode()) for (let at = 0; at < walk.currentNode.length; at++) {
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        signs.push([Math.round(box.top), box.left, range.toString()]);
    }
    signs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return [link.getAttribute('href'), signs.map(sign => sign[2]).join('')];
})"""
SEARCH = re.compile(r"""role=["']?search|type=["']?search|pagefind|search_index""")


def measure(site: Site) -> Iterator[Figure]:
    """Links, anchors and numbers of all pages by the proof; the order of digits in both directions by the browser."""
    proof = built_site.examine(site.folder, site.data)
    links = [str(problem) for problem in proof.problems if problem.rule in LINK_RULES]
    yield none_of("broken links and broken anchors (the proof)", links, proof.links, "links")
    digits = [str(problem) for problem in proof.problems if problem.rule in DIGIT_RULES]
    seen, turned = digits_as_seen(site)
    faults = [*digits, *turned]
    share = 100 * (seen - len(turned)) / seen if seen else 0
    yield Figure(
        name="digits shown = digits in href, both directions of writing",
        limit="100 %",
        measured=f"{share:.4g} % of {seen:,} numbers; {len(digits)} faults by the proof",
        holds=not faults and seen > 0,
        faults=tuple(faults),
    )


def digits_as_seen(site: Site) -> tuple[int, list[str]]:
    """Return how many numbers were looked at, in both directions of writing, and those that the eye reads otherwise."""
    faults: list[str] = []
    seen = 0
    with browser_for(site) as browser, window(browser, site) as context:
        tab = context.new_page()
        for page in site.pages:
            tab.goto(page.address)
            tab.evaluate(OPEN_ALL)
            for direction in ("ltr", "rtl"):
                tab.evaluate("direction => { document.documentElement.dir = direction }", direction)
                for href, shown in tab.evaluate(NUMBERS_AS_SEEN):
                    seen += 1
                    if re.sub(r"[^\d+]", "", shown) != href.removeprefix("tel:"):
                        faults.append(f"{page}, {direction}: {href} is read as {shown}")
    return seen, faults


def measure_search(site: Site) -> Iterator[Figure]:
    """Search has limits that this audit cannot measure yet: it holds only as long as there is no search."""
    found = [str(page) for page in site.pages if SEARCH.search(page.file.read_text("utf-8"))]
    yield Figure(
        name="search: bytes fetched before the reader searches",
        limit="0 B",
        measured="not measured: add it to the audit" if found else "0 B (no page has a search)",
        holds=not found,
        faults=tuple(found),
    )
