"""Pages kept on disk with what their server said of their version, so that an unchanged page is not sent again.

A file holds one page: a line of JSON (address, type, ETag, Last-Modified), then the body in gzip. What cannot
be read is as if it were not there.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from .writing import write


@dataclass(frozen=True, kw_only=True)
class KeptPage:
    """A page as it was sent. `etag` and `modified` are "" where the server said none (RFC 9110, 8.8)."""

    url: str
    content_type: str
    etag: str
    modified: str
    body: bytes


class Keeper:
    """The folder of kept pages; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, url: str) -> KeptPage | None:
        """Return the kept page of an address, or None."""
        if self.folder is None:
            return None
        try:
            head, body = self._place(url).read_bytes().split(b"\n", 1)
            page = KeptPage(**json.loads(head), body=gzip.decompress(body))
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return page if page.url == url else None

    def keep(self, page: KeptPage) -> None:
        """Keep a page, if its server said by what to ask for a newer one."""
        if self.folder is None or not (page.etag or page.modified):
            return
        head = {name: value for name, value in asdict(page).items() if name != "body"}
        write(self._place(page.url), json.dumps(head).encode() + b"\n" + gzip.compress(page.body, mtime=0))

    def _place(self, url: str) -> Path:
        assert self.folder is not None
        return self.folder / sha256(url.encode()).hexdigest()
