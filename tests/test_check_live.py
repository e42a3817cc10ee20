"""The look at a published site, against the preview server: each planted fault is told in plain words."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from built_data import make_data
from built_pages import write_pages

import check_live
import serve_release
from seamark import headers
from seamark.exports import FOLDER
from seamark.fetching import asker

TODAY = "2026-11-25"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its proved site, of three days ago; nobody changes it."""
    folder = tmp_path_factory.mktemp("live")
    write_pages(make_data(folder), folder / "site")
    headers.write(folder / "site", ["", "uk/"], noindex=True)
    return folder


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Path:
    """A copy of the proved site, which is what is published."""
    return Path(shutil.copytree(root / "site", tmp_path / "served"))


@contextmanager
def published(site: Path, handler: type[serve_release.Handler] = serve_release.Handler) -> Iterator[str]:
    """Serve a site as the host does; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, site.resolve()))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run(root: Path, address: str, today: str = TODAY) -> int:
    """Run the command."""
    return check_live.main([address, "--root", str(root), "--today", today])


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change a file of the published site."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def test_a_right_site(root: Path, served: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was proved and is served as it should be is told in one line."""
    with published(served) as address:
        assert run(root, address) == 0
    assert capsys.readouterr().out == f"{address}: headers, 2 pages for wrong addresses, 6 pages of countries are right.\n"


FAULTS: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing header", lambda site: change(site, "_headers", "  X-Frame-Options: DENY\n", ""),
     '/: the header X-Frame-Options is missing; _headers says "DENY"'),
    ("weaker policy", lambda site: change(site, "_headers", "default-src 'none'", "default-src *"),
     '/uk/: the header Content-Security-Policy is "default-src *'),
    ("open to search engines", lambda site: change(site, "_headers", "  X-Robots-Tag: noindex\n", ""),
     "/data/v1/contacts.json: the header X-Robots-Tag is missing"),
    ("wrong 404 language", lambda site: change(site, "uk/404.html", '<html lang="uk"', '<html lang="en"'),
     '/uk/no-such-page-here/: the page for addresses that do not exist is in "en"; it should be in "uk"'),
    ("no 404 of the language", lambda site: (site / "uk" / "404.html").unlink(),
     '/uk/no-such-page-here/: the page for addresses that do not exist is in "en"; it should be in "uk"'),
    ("broken 404", lambda site: (site / "404.html").write_text("Not found"),
     "/no-such-page-here/: the page is cut off or not HTML"),
    ("changed digit", lambda site: change(site, "uk/help/ee/index.html", "+3726607320", "+3726607321"), "/uk/help/ee/index.html: "),
    ("number taken away", lambda site: change(site, "help/no/index.html", 'href="sms:1960"', 'href="tel:113"'),
     "/help/no/index.html: "),
    ("missing page", lambda site: (site / "uk" / "help" / "no" / "index.html").unlink(),
     "/uk/help/no/: the host answers with status 404; it should be 200"),
    ("other words", lambda site: change(site, "help/ee/index.html", "Nobody has called.", "Somebody has called."),
     "/help/ee/index.html: its numbers are right, and yet it is not, byte for byte"),
    ("other release", lambda site: change(site, f"{FOLDER}/index.json", '"as_of": "2026-11-22"', '"as_of": "2026-11-24"'),
     "another release is published, of 2026-11-24; the one that was proved here is of 2026-11-22"),
    ("no release", lambda site: (site / FOLDER / "index.json").write_text("{}"), "it says of no day (status 200)"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "said"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found(
    root: Path, served: Path, capsys: pytest.CaptureFixture[str], plant: Callable[[Path], object], said: str
) -> None:
    """Each fault at the host is told with its address, and the command fails."""
    plant(served)
    with published(served) as address:
        assert run(root, address) == 1
    printed = capsys.readouterr().out
    assert said in printed
    assert f"problems at {address}" in printed


@pytest.mark.parametrize(("today", "code"), [("2026-12-02", 0), ("2026-12-03", 1)])
def test_an_old_release_is_found(root: Path, served: Path, capsys: pytest.CaptureFixture[str], today: str, code: int) -> None:
    """A release that was not renewed for more than ten days is told with its age."""
    with published(served) as address:
        assert run(root, address, today) == code
    assert ("the release is of 2026-11-22, 11 days old, and 10 are allowed" in capsys.readouterr().out) is (code == 1)


class Soft404(serve_release.Handler):
    """Answers addresses that do not exist as if they did."""

    def send_response(self, code: int, message: str | None = None) -> None:
        """Send 200 whatever is asked."""
        super().send_response(200, message)


class Elsewhere(serve_release.Handler):
    """Sends readers of Estonia's page to another address."""

    def do_GET(self) -> None:
        """Answer as ever, but for one page."""
        if self.path != "/help/ee/":
            return super().do_GET()
        self.send_response(302)
        self.send_header("Location", "https://elsewhere.example/")
        self.end_headers()
        return None


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (Soft404, "/no-such-page-here/: an address that does not exist gives status 200; it should be 404"),
        (Elsewhere, "/help/ee/: the host answers with status 302; it should be 200"),
    ],
)
def test_a_host_that_answers_wrongly(
    root: Path, served: Path, capsys: pytest.CaptureFixture[str], handler: type[serve_release.Handler], said: str
) -> None:
    """A wrong status is told, and no redirect is followed."""
    with published(served, handler) as address:
        assert run(root, address) == 1
    assert said in capsys.readouterr().out


def test_an_address_that_does_not_answer(root: Path, served: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody answers nothing counts as right, and the command says so."""
    with published(served) as address:
        pass
    assert run(root, address) == 2
    assert "cannot be fetched" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["http://seamark.example/", "seamark.example", "file:///etc/passwd", "ftp://127.0.0.1/"])
def test_addresses_that_are_not_asked(root: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    """Only https addresses are looked at, and this machine for tests."""
    assert run(root, address) == 2
    assert "is no https address" in capsys.readouterr().out
    assert asker("https://seamark.example")


def test_without_a_proved_site(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a built site to compare with, nothing counts as right."""
    assert check_live.main(["https://seamark.example/", "--root", str(root), "--site", str(tmp_path)]) == 2
    assert "no built site is here" in capsys.readouterr().out


def test_data_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without data there is nothing to hold the numbers against."""
    assert check_live.main(["https://seamark.example/", "--root", str(tmp_path), "--today", date(2026, 11, 22).isoformat()]) == 2
    assert "nothing was looked at" in capsys.readouterr().out
