"""What the browser tests share: a built site, a server that serves it as the host would, and a quiet Chromium."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from browser.pages import LANGUAGES, ROOT
from playwright.sync_api import Browser, BrowserContext, Playwright, Route, sync_playwright

import build_site
import find_chromium
import serve_release
from seamark import assembling, building, headers

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# As a reader who needs larger letters sets it in the browser.
LARGE_LETTERS = "--blink-settings=defaultFontSize=32"

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site: the folder in SITE_DIR, or one that is built here, once for all processes of the tests."""
    if given := os.environ.get("SITE_DIR"):
        return Path(given).resolve()
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # the processes of one run share it
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            _build(folder)
    return folder / "site"


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address at which the built site is served, with the headers and the compression of the host."""
    server = serve_release.server(site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without one the tests fail: a check that could not run has failed."""
    try:
        return find_chromium.find()
    except find_chromium.NoBrowser as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A Chromium as readers have it."""
    yield from _launch(playwright, chromium, FLAGS)


@pytest.fixture(scope="session")
def large_letters(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A Chromium whose reader has set letters of 32 px."""
    yield from _launch(playwright, chromium, [*FLAGS, LARGE_LETTERS])


@pytest.fixture
def new_context(browser: Browser, base: str) -> Iterator[NewContext]:
    """Make browser contexts, closed after the test. Nothing that they ask for leaves this machine."""
    yield from _contexts(browser, base)


@pytest.fixture
def new_large_context(large_letters: Browser, base: str) -> Iterator[NewContext]:
    """Make contexts with letters of 32 px."""
    yield from _contexts(large_letters, base)


def _build(folder: Path) -> None:
    """Build all languages below a folder and join them to its `site`; fail with what is wrong."""
    try:
        building.renderer(ROOT, LANGUAGES[0])  # checks the data of all languages
    except building.DataProblems as error:
        pytest.fail(str(error), pytrace=False)
    stamp = building.stamp(ROOT, building.DATA_FOLDERS)
    parts = {language: folder / "parts" / language for language in LANGUAGES}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda code: build_site.build_language(ROOT, code, parts[code], stamp), LANGUAGES))
    if any(said):
        pytest.fail("\n".join(filter(None, said)), pytrace=False)
    assembling.join(parts, folder / "joined", building.assets(ROOT))
    headers.write(folder / "joined", ["" if code == LANGUAGES[0] else f"{code}/" for code in LANGUAGES])
    (folder / "joined").rename(folder / "site")


def _launch(playwright: Playwright, path: str, flags: list[str]) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=path, args=flags)
    yield launched
    launched.close()


def _contexts(browser: Browser, base: str) -> Iterator[NewContext]:
    made: list[BrowserContext] = []

    def make(width: int = 360, height: int = 640, **options: Any) -> BrowserContext:
        context = browser.new_context(base_url=base, viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        context.route(lambda url: not url.startswith(base), _refuse)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


def _refuse(route: Route) -> None:
    route.abort()
