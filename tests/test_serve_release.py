"""Tests of the server for a built site that need no browser; the browser tests run on it."""

from __future__ import annotations

import socket
from pathlib import Path

import serve_release


def answer(site: Path, *, is_there: bool) -> bytes:
    """Ask for the first page, and return what comes; who is not there closes the line before the answer."""
    here, there = socket.socketpair()
    here.sendall(b"GET / HTTP/1.0\r\n\r\n")
    if not is_there:
        here.close()
    with there:
        serve_release.Handler(site, there, ("here", 0), None)
    if not is_there:
        return b""
    with here:
        return here.makefile("rb").read()


def test_a_reader_who_leaves_is_no_fault(tmp_path: Path) -> None:
    """A browser that closes the line before the page comes breaks nothing; one that waits gets the page."""
    (tmp_path / "_headers").write_text("/*\n  Referrer-Policy: no-referrer\n", "utf-8")
    (tmp_path / "index.html").write_text("<p>Help</p>", "utf-8")
    assert answer(tmp_path, is_there=False) == b""
    said = answer(tmp_path, is_there=True)
    assert b" 200 " in said.splitlines()[0]
    assert b"Referrer-Policy: no-referrer" in said
