"""What the proof of the built site counts, and what only the eye of a browser can add: the order of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seamark import built_site
from seamark.proof import contact_rules, link_rules, site_rules

from .browsing import OPEN_ALL, browser_for, shared_out, window
from .built import BuiltPage, Site
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


def measure(site: Site) -> Iterator[Figure]:
    """Links, anchors and numbers of all pages by the proof; the order of digits in both directions by the browser."""
    proof = built_site.examine(site.folder, site.data)
    links = [str(problem) for problem in proof.problems if problem.rule in LINK_RULES]
    yield none_of("broken links and broken anchors (the proof)", links, proof.links, "links")
    digits = [str(problem) for problem in proof.problems if problem.rule in DIGIT_RULES]
    shares = shared_out(digits_as_seen, site, site.pages)
    seen, turned = sum(count for count, _ in shares), [fault for _, faults in shares for fault in faults]
    faults = [*digits, *turned]
    share = 100 * (seen - len(turned)) / seen if seen else 0
    yield Figure(
        name="digits shown = digits in href, both directions of writing",
        limit="100 %",
        measured=f"{share:.4g} % of {seen:,} numbers; {len(digits)} faults by the proof",
        holds=not faults and seen > 0,
        faults=tuple(faults),
    )


def digits_as_seen(site: Site, pages: Sequence[BuiltPage]) -> tuple[int, list[str]]:
    """Return how many numbers of pages were looked at, in both directions of writing, and those that the eye reads otherwise."""
    faults: list[str] = []
    seen = 0
    with browser_for(site) as browser, window(browser, site) as context:
        tab = context.new_page()
        for page in pages:
            tab.goto(page.address)
            tab.evaluate(OPEN_ALL)
            for direction in ("ltr", "rtl"):
                tab.evaluate("direction => { document.documentElement.dir = direction }", direction)
                for href, shown in tab.evaluate(NUMBERS_AS_SEEN):
                    seen += 1
                    if re.sub(r"[^\d+]", "", shown) != href.removeprefix("tel:"):
                        faults.append(f"{page}, {direction}: {href} is read as {shown}")
    return seen, faults
