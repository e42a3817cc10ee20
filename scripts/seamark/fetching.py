"""Fetching from one host, for the look at a published site: no redirects, no other host, no waiting without end."""

from __future__ import annotations

import gzip
import zlib
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from .live import Answer, Ask, NoAnswer

SECONDS = 30
LARGEST = 10_000_000  # bytes of one page
ON_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class _NoRedirect(HTTPRedirectHandler):
    """Leaves redirects as they are: a page that answers elsewhere is not the page."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def asker(address: str) -> Ask:
    """Return what fetches paths below an address that ends in "/".

    Raises `ValueError` for an address that is not https, unless it is on this machine.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in ON_THIS_MACHINE):
        raise ValueError(f'"{address}" is no https address; type it whole, such as https://seamark.example/')
    base = address if address.endswith("/") else f"{address}/"
    opener = build_opener(_NoRedirect)
    return lambda path: _ask(opener, f"{base}{path}")


def _ask(opener: OpenerDirector, address: str) -> Answer:
    request = Request(address, headers={"Accept-Encoding": "gzip", "User-Agent": "seamark-check-live"})
    try:
        try:
            reply = opener.open(request, timeout=SECONDS)
        except HTTPError as error:  # any status but 200 is an answer too
            reply = error
        with reply:
            body = reply.read(LARGEST)
            found = {name.lower(): value for name, value in reply.headers.items()}
            packed = found.get("content-encoding") == "gzip"
            return Answer(status=reply.status, headers=found, body=gzip.decompress(body) if packed else body)
    except (OSError, URLError, HTTPException, EOFError, zlib.error) as error:
        raise NoAnswer(f"{address} cannot be fetched: {getattr(error, 'reason', None) or error}") from error
