"""A built page as the rules see it: what stands on it, sorted by kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Element = Any  # lxml has no types of its own
NOT_FOUND = "404"

# The text of a link that shows its own address: host, then perhaps a path.
LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/:?#]\S*)?")


class Item(NamedTuple):
    """An element with its text, the country whose facts it may show, and the card in which it stands."""

    element: Element
    text: str
    country: str
    card: Element | None
    hidden: bool

    def get(self, name: str) -> str:
        """Return an attribute, "" if it is not there."""
        return str(self.element.get(name) or "")

    @property
    def shown(self) -> str:
        """The text with single plain spaces."""
        return " ".join(self.text.split())

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.get("class").split()

    @property
    def target(self) -> tuple[str, str]:
        """The scheme of a link in lower case ("" if it has none) and what follows the colon."""
        scheme, colon, value = self.get("href").partition(":")
        return (scheme.lower(), value) if colon and scheme.isalpha() else ("", self.get("href"))

    def is_in(self, element: Element) -> bool:
        """Tell whether the element stands inside another one."""
        return any(ancestor is element for ancestor in self.element.iterancestors())


class Words(NamedTuple):
    """Text that people read, with the country whose facts it may show; `source` says where it stands."""

    text: str
    country: str
    source: str


class Load(NamedTuple):
    """Something that the browser fetches by itself, or the destination of a form."""

    tag: str
    url: str


@dataclass(kw_only=True)
class Page:
    """A page of the site. `file` is its path in the folder, `path` that of docs/ ("help/ee", "" for home).

    `country` is the code of the country whose page it is, "" for all others.
    """

    file: str
    language: str
    path: str
    country: str
    root: Element = None
    links: list[Item] = field(default_factory=list)
    numbers: list[Item] = field(default_factory=list)  # every <bdi>
    typed: list[Item] = field(default_factory=list)  # every <time>, <data> and <cite>
    words: list[Words] = field(default_factory=list)
    scripts: list[Words] = field(default_factory=list)  # data in JSON
    styles: list[str] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)  # attribute and value
    marks: list[Item] = field(default_factory=list)  # elements with data-country
    ids: set[str] = field(default_factory=set)
    first_focus: Element | None = None
    jumps: list[Element] = field(default_factory=list)  # what the tab key reaches out of order

    @property
    def is_not_found(self) -> bool:
        """Whether this is the page for addresses that do not exist."""
        return self.path == NOT_FOUND

    @property
    def plain_numbers(self) -> list[Item]:
        """Numbers that are text and no link."""
        return [item for item in self.numbers if "number" in item.classes]

    def find(self, xpath: str) -> list[Element]:
        """Return the elements that an XPath expression names."""
        return list(self.root.xpath(xpath))


def shown_address(text: str, url: str) -> str | None:
    """Return the address that a link's text shows, or None where the text is words."""
    text = text.strip()
    if url.lower().startswith("mailto:"):
        return text if "@" in text else None
    return text if LOOKS_LIKE_ADDRESS.fullmatch(text) else None
