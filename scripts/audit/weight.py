"""What a first visit costs and leaves behind: requests, bytes, storage, breaches of the security policy."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from .browsing import OPEN_ALL, browser_for, shared_out, window
from .built import BuiltPage, Site
from .figures import Figure, at_most, none_of
from .limits import OTHER_BYTES, OTHER_FIRST_CALL, OTHER_REQUESTS, QUIET_BYTES, QUIET_FIRST_CALL, QUIET_REQUESTS

CALL = re.compile(rb"""href=["']?tel:""")
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'wasm-unsafe-eval'", "*")
NOTE_VIOLATIONS = """window.auditViolations = [];
addEventListener('securitypolicyviolation', event =>
    auditViolations.push(event.effectiveDirective + ' ' + event.blockedURI));"""
STORED = """async () => {
    const databases = (await indexedDB.databases()).map(each => 'database ' + each.name);
    const cached = (await caches.keys()).map(each => 'cache ' + each);
    const workers = (await navigator.serviceWorker.getRegistrations()).map(each => 'service worker ' + each.scope);
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map(each => 'storage ' + each);
    return [...databases, ...cached, ...workers, ...keys];
}"""


@dataclass(kw_only=True)
class Visit:
    """What a page did on a first visit."""

    page: BuiltPage
    requests: list[str] = field(default_factory=list)
    transferred: int = 0  # bytes on the wire, headers of answers included
    stored: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


def measure(site: Site) -> Iterator[Figure]:
    """Every page of every language, each with an empty cache: requests, bytes, storage, violations."""
    visits = [each for share in shared_out(visits_to, site, site.pages) for each in share]
    foreign = [f"{each.page}: {url}" for each in visits for url in each.requests if not url.startswith(site.base)]
    yield none_of("third-party requests", foreign, len(visits), "pages")
    stored = [f"{each.page}: {item}" for each in visits for item in each.stored]
    yield none_of("cookies and storage entries", stored, len(visits), "pages")
    quiet = [each for each in visits if each.page.is_quiet]
    others = [each for each in visits if not each.page.is_quiet]
    for name, group, size, count in (
        ("quiet page, cold", quiet, QUIET_BYTES, QUIET_REQUESTS),
        ("other pages, cold", others, OTHER_BYTES, OTHER_REQUESTS),
    ):
        yield at_most(f"{name}: bytes", size, {str(each.page): each.transferred for each in group}, "B")
        yield at_most(f"{name}: requests", count, {str(each.page): len(each.requests) for each in group})
    violations = [f"{each.page}: {item}" for each in visits for item in each.violations]
    yield none_of("Content-Security-Policy: violations, unsafe words", violations, len(visits), "pages")


def visits_to(site: Site, pages: Sequence[BuiltPage]) -> list[Visit]:
    """Visit pages, the heaviest of the site patiently."""
    patient = set(site.heaviest())
    with browser_for(site) as browser:
        return [visit(browser, site, page, patient=page in patient) for page in pages]


def visit(browser: Browser, site: Site, page: BuiltPage, *, patient: bool) -> Visit:
    """Open a page with an empty cache, open its menus, and return what it did; patiently, until the network is idle."""
    seen = Visit(page=page)
    with window(browser, site) as context:
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: seen.requests.append(event["request"]["url"]))
        session.on("Network.loadingFinished", lambda event: _add(seen, event["encodedDataLength"]))
        tab.add_init_script(NOTE_VIOLATIONS)
        tab.on("console", lambda said: _note_console(seen, said.text))
        answer = tab.goto(page.address, wait_until="networkidle" if patient else "load")
        tab.evaluate(OPEN_ALL)
        seen.stored += [f"cookie {cookie.get('name')}" for cookie in context.cookies()] + tab.evaluate(STORED)
        seen.violations += tab.evaluate("auditViolations")
        policy = answer.headers.get("content-security-policy", "") if answer else ""
        seen.violations += [f"policy allows {word}" for word in policy.replace(";", " ").split() if word in UNSAFE]
        if not policy:
            seen.violations.append("no Content-Security-Policy is sent")
    return seen


def measure_first_call(site: Site) -> Iterator[Figure]:
    """How much of a page must have come before its first number can be tapped."""
    for name, quiet, limit in (("quiet", True, QUIET_FIRST_CALL), ("other pages", False, OTHER_FIRST_CALL)):
        starts = {str(page): bytes_to_first_call(page.file.read_bytes()) for page in site.pages if page.is_quiet is quiet}
        known = {place: start for place, start in starts.items() if start is not None}
        without = f"; {len(starts) - len(known)} pages without one" if len(known) < len(starts) else ""
        yield at_most(f"bytes to the first tel: link, {name}", limit, known, "B", without)


def bytes_to_first_call(html: bytes) -> int | None:
    """Return the bytes after gzip from the start of a page to its first link to call, or None if it has none."""
    found = CALL.search(html)
    return len(gzip.compress(html[: found.start()], mtime=0)) if found else None


def _add(seen: Visit, length: float) -> None:
    seen.transferred += int(length)


def _note_console(seen: Visit, text: str) -> None:
    if "Content Security Policy" in text or "Content-Security-Policy" in text:
        seen.violations.append(text)
