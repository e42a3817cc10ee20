"""A web of a few pages on this machine, for tests of the source check.

Every host whose name ends in .test leads to one server on 127.0.0.1, by a resolver that only tests use: the
addresses, the redirects and robots.txt are those of different sites.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

FILLER = "".join(
    f"<p>{text}</p>"
    for text in (
        "Inimkaubandus on inimese ärakasutamine tema haavatavat olukorda kasutades, ka siis, kui ta oli esmalt nõus.",
        "Kui vajad abi või tahad nõu küsida, siis räägi meie nõustajaga; keegi ei sunni sind midagi otsustama.",
        "Samuti võib nõuandeliinile helistada siis, kui märkad, et keegi teine vajab abi ja ei tea, kelle poole pöörduda.",
    )
)


class LocalPages:
    """The server: `pages` gives, by address without the scheme, the function that answers."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[Any], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []  # address and headers of every request
        self._lock = threading.Lock()
        pages = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with contextlib.suppress(ConnectionError):
                    pages._answer(self)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                """A client that has gone away is no fault of the server."""

        self.server = Server(("127.0.0.1", 0), Handler)

    @property
    def resolver(self) -> AbstractResolver:
        """The resolver that leads every host to this server."""
        return Resolver(self.server.server_port)

    def times(self, address: str) -> int:
        """Return how often an address was asked for."""
        return sum(asked == address for asked, _ in self.asked)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        host = (request.headers["Host"] or "").partition(":")[0]
        address = f"{host}{request.path}"
        with self._lock:
            self.asked.append((address, dict(request.headers)))
        self.pages.get(address, lambda each: send(each, b"not here", status=404))(request)


@contextlib.contextmanager
def serving() -> Iterator[LocalPages]:
    """Serve pages for as long as the block lasts."""
    pages = LocalPages()
    thread = threading.Thread(target=pages.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield pages
    finally:
        pages.server.shutdown()
        pages.server.server_close()
        thread.join()


class Resolver(AbstractResolver):
    """Leads every host whose name ends in .test to a port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """Return the one place where all hosts are."""
        if not host.endswith(".test"):
            raise OSError(f"no host {host}")
        return [ResolveResult(hostname=host, host="127.0.0.1", port=self.port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is kept open."""


def send(request: Any, body: bytes, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
    """Answer a request; `_` in the name of a header stands for "-"."""
    request.send_response(status)
    headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    for name, value in headers.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)
    request.close_connection = True


def page(contact: str, *, title: str = "Inimkaubanduse nõuandeliin") -> str:
    """Return a page as an authority has it, with a contact somewhere in its middle."""
    return (
        f'<!doctype html><html lang="et"><head><meta charset="utf-8"><title>{title}</title>'
        "<script>window.dataLayer=[];</script></head><body><nav><a href='/'>Avaleht</a> <a href='/uudised'>Uudised</a></nav>"
        f"<main><h1>{title}</h1>{FILLER}<div>{contact}</div></main><footer>Avatud E–R 9–17. © 2026</footer></body></html>"
    )


def html(contact: str) -> Callable[[Any], None]:
    """Return the function that answers with a page."""
    return lambda request: send(request, page(contact).encode())


def redirect(target: str, status: int = 302) -> Callable[[Any], None]:
    """Return the function that answers with a redirect."""
    return lambda request: send(request, b"", status=status, Location=target)


def pdf(lines: list[str]) -> bytes:
    """Return a PDF of one page with lines of ASCII text, made by hand (ISO 32000-1, 7.5)."""
    text = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {text} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(made),
    )  # fmt: skip
