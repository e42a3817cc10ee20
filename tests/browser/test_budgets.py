"""Pages are light, the number comes first, and nothing is asked of others or left on the reader's phone."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from browser.conftest import NewContext
from browser.pages import KINDS, LANGUAGES, PATHS, address, template_of
from playwright.sync_api import ConsoleMessage, Page, Request

from audit.limits import OTHER_BYTES, OTHER_FIRST_CALL, OTHER_REQUESTS, QUIET_BYTES, QUIET_FIRST_CALL, QUIET_REQUESTS
from seamark import headers

LOADED = "//link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href | //*[not(self::a)]/@src"
# Reading pages may weigh more than the pages that somebody at risk opens.
HEAVIER = ("main.html", "figures.html")
# On these, and on the concepts of the glossary, the first number may come later.
LATER = ("main.html", "term.html")
NUMBER_AT_ONCE = ("index", "help/")
STORED = """async () => ({
    cookies: document.cookie, local: localStorage.length, session: sessionStorage.length,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@dataclass(frozen=True)
class Weight:
    """What a page costs a reader who has never been here. `place` is its file."""

    place: Path
    site: Path

    @cached_property
    def html(self) -> bytes:
        """The page as it is built."""
        return self.place.read_bytes()

    @cached_property
    def files(self) -> list[Path]:
        """The files that the page loads."""
        found: Any = lxml.html.fromstring(self.html.decode()).xpath(LOADED)
        return [self.site / link.lstrip("/") if link.startswith("/") else self.place.parent / link for link in found]

    @property
    def transferred(self) -> int:
        """Bytes of the page and all that it loads, compressed, each with the headers of its answer."""
        return sum(
            len(gzip.compress(file.read_bytes())) + length_of_headers(self.site, f"/{file.relative_to(self.site)}")
            for file in [self.place, *self.files]
        )

    @property
    def to_first_number(self) -> int | None:
        """Bytes, compressed, before the first number to call; None without a number."""
        place = self.html.find(b'href="tel:')
        return None if place < 0 else len(gzip.compress(self.html[:place]))


@cache
def rules_of(site: Path) -> list[tuple[str, dict[str, str]]]:
    """The headers that the site sends, by address."""
    return headers.parse((site / "_headers").read_text("utf-8"))


def length_of_headers(site: Path, path: str) -> int:
    """Return the bytes of the headers that the site sends with an address, each a line: name, colon, value."""
    return sum(len(f"{name}: {value}\r\n") for name, value in headers.headers_for(path, rules_of(site)).items())


def weight(site: Path, path: str, language: str) -> Weight:
    """Return the weight of a page of docs/ in a language."""
    return Weight(site / address(path, language) / "index.html", site)


def test_all_that_a_page_costs_is_counted(tmp_path: Path) -> None:
    """The bytes of a page are those of its file, of what it loads, and of the headers of each answer."""
    (tmp_path / "_headers").write_text("/*\n  A: bc\n/icon.svg\n  Kept: no\n", "utf-8")
    (tmp_path / "icon.svg").write_text("<svg/>", "utf-8")
    page = tmp_path / "index.html"
    page.write_text('<link rel="icon" href="/icon.svg"><a href="tel:112">112</a>', "utf-8")
    found = Weight(page, tmp_path)
    assert found.files == [tmp_path / "icon.svg"]
    assert found.transferred == sum(len(gzip.compress(file.read_bytes())) for file in (page, *found.files)) + 7 + 7 + 10
    assert found.to_first_number == len(gzip.compress(b'<link rel="icon" href="/icon.svg"><a '))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_light(language: str, site: Path) -> None:
    """A page for people at risk takes at most 14 KB and 3 requests, any other at most 50 KB and 8, when nothing is kept."""
    heavy = []
    for path in PATHS:
        found = weight(site, path, language)
        heavier = template_of(path) in HEAVIER
        size, requests = (OTHER_BYTES, OTHER_REQUESTS) if heavier else (QUIET_BYTES, QUIET_REQUESTS)
        if found.transferred > size or 1 + len(found.files) > requests:
            heavy.append(f"{path}: {found.transferred} bytes, {1 + len(found.files)} requests")
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_is_near_the_start(language: str, site: Path) -> None:
    """The first number comes within 2 KB of the start on pages for people at risk, within 4 KB elsewhere."""
    late = []
    for path in PATHS:
        before = weight(site, path, language).to_first_number
        limit = OTHER_FIRST_CALL if template_of(path) in LATER else QUIET_FIRST_CALL
        if before is None and path.startswith(NUMBER_AT_ONCE):
            late.append(f"{path}: no number")
        elif before is not None and before > limit:
            late.append(f"{path}: {before} bytes")
    assert not late, "\n".join(late)


@pytest.mark.parametrize("path", KINDS.values())
def test_nothing_is_asked_of_others_and_nothing_is_left(path: str, new_context: NewContext, base: str) -> None:
    """A page asks nobody else for anything, stores nothing, breaks no rule of its headers, and reports no error."""
    context = new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.extend(_failures(request)))
    page.on("console", lambda message: said.append(_line(message)))
    page.on("pageerror", lambda error: said.append(str(error)))
    for language in LANGUAGES:
        page.goto(address(path, language))
        _use(page)
        assert set(page.evaluate(STORED).values()) == {0, ""}, language
    page.wait_for_load_state("networkidle")
    assert context.cookies() == []
    assert [url for url in asked if not url.startswith(base)] == []
    # A browser notes that an address does not exist; here it shall not.
    assert [line for line in said if not (path == "404" and "404 (Not Found)" in line)] == []


def _use(page: Page) -> None:
    """Do what a reader does: scroll to the end, open what opens, come back."""
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate("scrollTo(0, 0)")


def _failures(request: Request) -> list[str]:
    """Return what went wrong; a picture that the way to the next page cut short did not."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


def _line(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}"
