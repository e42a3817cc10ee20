"""The preview builds what is looked at and nothing else, and tells problems of the data on its pages."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import small_site

from seamark.previewing import HOME, MOST, SEARCH, Preview

WAIT = 60  # seconds after which a server on the slowest machine has surely answered


@pytest.fixture
def preview() -> Preview:
    """A preview that is on."""
    made = Preview()
    made.is_on = True
    return made


class Looking:
    """A reader who asks for addresses, a program that builds, and a list of what it built."""

    def __init__(self, preview: Preview, build: Callable[[], None] = lambda: None) -> None:
        """`build` is done at each building."""
        self.built = 0
        self.status = ""
        self._build = build
        self._app = preview.before(lambda environ, _: [b"page " + environ["PATH_INFO"].encode()], preview.alone(self.build), ["uk"])

    def build(self) -> None:
        """Count, and do what a build does."""
        self.built += 1
        self._build()

    def get(self, path: str) -> str:
        """Return the answer to a request."""
        self.status = "200 OK"
        return b"".join(self._app({"PATH_INFO": path}, self._start)).decode()

    def _start(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status = status


def test_without_a_preview_every_page_is_built() -> None:
    """A build leaves nothing out."""
    assert Preview().wants("help/ee/")


@pytest.mark.parametrize(("path", "address"), [("/help/ee/", "help/ee/"), ("/uk/help/ee/", "help/ee/"), ("/uk/", HOME)])
def test_a_page_is_built_when_it_is_asked_for(preview: Preview, path: str, address: str) -> None:
    """The first look builds a page, in whichever language; the second finds it, and so does the next build."""
    reader = Looking(preview)
    assert preview.wants(address) == (address == HOME)
    assert reader.get(path) == f"page {path}"
    assert reader.get(path) == f"page {path}"
    assert preview.wants(address)
    assert reader.built == (address != HOME)


def test_files_of_a_page_build_nothing(preview: Preview) -> None:
    """What a page loads, and the question whether it has changed, are answered at once."""
    reader = Looking(preview)
    for path in ("/assets/icon.svg", "/livereload/1/2", "/404.html"):
        assert reader.get(path) == f"page {path}"
    assert reader.built == 0


def test_pages_of_long_ago_are_left_out(preview: Preview) -> None:
    """Only the pages that were asked for last are built again, with the home page."""
    reader = Looking(preview)
    addresses = [f"help/{number}/" for number in range(MOST + 3)]
    for address in addresses:
        reader.get(f"/{address}")
    assert [address for address in addresses if preview.wants(address)] == addresses[-MOST - 1 :]
    assert preview.wants(HOME)


def test_the_search_page_needs_all_pages(preview: Preview) -> None:
    """While somebody looks at the search page, every page is built, so that it is found."""
    reader = Looking(preview)
    assert not preview.wants("signs/")
    reader.get(f"/{SEARCH}")
    assert preview.wants("signs/")
    reader.get("/signs/")
    assert reader.built == 1


def test_a_problem_is_told_on_every_page_until_it_is_mended(preview: Preview) -> None:
    """A page tells what is wrong, safe from being read as HTML, and asks again by itself."""

    def fail() -> None:
        preview.problem = 'data/countries/ee.yml:3:1: "<b>" is no number'
        raise SystemExit(1)

    reader = Looking(preview, fail)
    text = reader.get("/help/ee/")
    assert reader.status.startswith("500")
    assert "data/countries/ee.yml:3:1: &quot;&lt;b&gt;&quot; is no number" in text
    assert "http-equiv=refresh" in text
    assert "is no number" in reader.get("/")
    preview.alone(lambda: None)()
    assert reader.get("/") == "page /"


def test_a_fault_of_the_program_is_told_and_tried_again(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no problem of the data is told on the page and in the terminal, until a later look finds it gone."""
    faults = [FileNotFoundError("a file that went"), OSError("another")]

    def fail() -> None:
        if faults:
            raise faults.pop(0)

    reader = Looking(preview, fail)
    assert "FileNotFoundError: a file that went" in reader.get("/help/ee/")
    assert "FileNotFoundError: a file that went" in capsys.readouterr().err
    assert "OSError: another" in reader.get("/help/ee/")
    assert reader.get("/help/ee/") == "page /help/ee/"
    assert reader.get("/help/ee/") == "page /help/ee/"
    assert reader.built == 3


# --- the whole of `make serve` -------------------------------------------------------------------------------


class Server:
    """A running preview of the small site."""

    def __init__(self, root: Path, port: int) -> None:
        """`root` is the project, `port` where it answers."""
        self.root = root
        self._base = f"http://127.0.0.1:{port}/"

    def page(self, path: str, expected: str) -> str:
        """Return a page as soon as it holds a text; fail when it never does."""
        deadline = time.monotonic() + WAIT
        text = ""
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self._base + path, timeout=WAIT) as answer:
                    text = answer.read().decode()
            except urllib.error.HTTPError as error:
                text = error.read().decode()
            except OSError as error:
                text = str(error)
            if expected in text:
                return text
            time.sleep(0.1)
        pytest.fail(f"{path} never had {expected!r} but: {text[:2000]}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of the second language of the small site."""
    root = small_site.make(tmp_path_factory.mktemp("preview"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {"ONLY": "ar", "AS_OF": "2026-11-22", "NO_MKDOCS_2_WARNING": "1"}
    log = (root / "serve.log").open("w")
    process = subprocess.Popen(command, cwd=root, env=os.environ | settings, stdout=log, stderr=log)
    yield Server(root, port)
    process.terminate()
    process.wait(WAIT)
    log.close()


def test_what_is_saved_is_shown(server: Server) -> None:
    """A number that is changed in data/ stands on the page, a mistake is told there, and mending it brings the page back."""
    file = server.root / "data" / "countries" / "ee.yml"
    before = file.read_text("utf-8")
    first = server.page("help/ee/", "</html>")
    assert 'lang="ar"' in first
    assert "tel:+3726607320" in first
    file.write_text(before.replace("660 7320", "660 7321"), "utf-8")
    assert "tel:+3726607320" not in server.page("help/ee/", "tel:+3726607321")
    file.write_text(before.replace("660 7320", "660 732"), "utf-8")
    assert re.search(r"data/countries/ee\.yml:\d+:\d+: ", server.page("help/ee/", "<pre>"))
    file.write_text(before, "utf-8")
    server.page("help/ee/", "tel:+3726607320")
