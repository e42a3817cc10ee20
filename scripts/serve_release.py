"""Serve a built site on this machine exactly as the host does: same headers, compression and pages for errors."""

from __future__ import annotations

import argparse
import gzip
import sys
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from seamark import headers

ROOT = Path(__file__).resolve().parent.parent
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}


class Handler(BaseHTTPRequestHandler):
    """Answers requests for files of a built site."""

    def __init__(self, site: Path, *arguments: object) -> None:
        self.site = site
        self.rules = headers.parse((site / "_headers").read_text("utf-8"))
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, or the language's page for addresses that do not exist."""
        path = self.path.partition("?")[0].partition("#")[0]
        target = (self.site / path.lstrip("/")).resolve()
        if target.is_dir():
            target /= "index.html"
        status = 200
        if not target.is_relative_to(self.site) or not target.is_file() or target.name.startswith("_"):
            status = 404
            first = path.lstrip("/").partition("/")[0]
            target = self.site / first / "404.html"
            if not first or not target.is_file():
                target = self.site / "404.html"
        body = gzip.compress(target.read_bytes(), mtime=0)
        self.send_response(status)
        kind = {"Content-Type": TYPES.get(target.suffix, "application/octet-stream")}
        for name, value in {**kind, **headers.headers_for(path, self.rules)}.items():
            self.send_header(name, value)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        with suppress(ConnectionError):  # whoever asked has left the page before it came
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the addresses that somebody looks at are nobody's business."""


def server(site: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of a built site on this machine; port 0 takes any free one.

    Raises `FileNotFoundError` when `site` has no `_headers`, that is, was not built.
    """
    site = site.resolve()
    headers.parse((site / "_headers").read_text("utf-8"))
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, site))


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the built site (default: site)")
    parser.add_argument("--port", type=int, default=8001)
    arguments = parser.parse_args()
    try:
        running = server(arguments.site, arguments.port)
    except FileNotFoundError:
        print(f"{arguments.site}: no built site is here; run: make site")
        return 1
    print(f"http://127.0.0.1:{running.server_port}/ (stop with Ctrl+C)")
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
