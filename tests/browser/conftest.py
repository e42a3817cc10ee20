"""What the browser tests share: a built site, a server that serves it as the host would, and a quiet Chromium."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.pages import ROOT
from playwright.sync_api import Browser, BrowserContext, Playwright, Route, sync_playwright

import serve_release

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

# Not in a folder for all: a built site is put in its place by giving it another name, which needs the same disk.
BUILT = ROOT / ".build" / "tested"

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
        if not (folder / "built").exists():
            _build()
            (folder / "built").touch()
    return BUILT


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


def _build() -> None:
    """Build the site as make site does, beside it; fail with what is wrong."""
    command = [sys.executable, str(ROOT / "scripts" / "build_site.py"), "--site", str(BUILT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


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
