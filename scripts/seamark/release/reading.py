"""What a published page lets people call or write to, read with the standard library's parser."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

SCHEMES = ("tel", "sms", "mailto")
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reached(NamedTuple):
    """What a page reaches: how ("tel", "sms", "mailto", "https" or "text") and whom."""

    way: str
    value: str


class Reader(HTMLParser):
    """Reads one page; `main` is what stands in its content, `everywhere` also what stands around it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.main: set[Reached] = set()
        self.everywhere: set[Reached] = set()
        self.language = ""
        self._open: list[str] = []
        self._number: list[str] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element: a link, a number as text, the language of the page."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag not in EMPTY:
            self._open.append(tag)
        if tag in ("a", "area") and "href" in attributes:
            way, _, value = attributes["href"].partition(":")
            self._note(Reached(way, value) if way in SCHEMES else Reached("https", attributes["href"]))
        elif tag == "bdi" and "number" in attributes.get("class", "").split():
            self._number = []

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._number is not None:
            self._number.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag == "bdi" and self._number is not None:
            shown = "".join(self._number).strip()
            self._note(Reached("text", ("+" if shown.startswith("+") else "") + "".join(filter(str.isdigit, shown))))
            self._number = None
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def _note(self, reached: Reached) -> None:
        self.everywhere.add(reached)
        if "main" in self._open:
            self.main.add(reached)
