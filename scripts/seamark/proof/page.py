"""A built page as the rules see it: what stands on it, sorted by kind."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from lxml import etree

Element = Any  # lxml has no types of its own
WHOLE_TEXT = etree.XPath("string()", smart_strings=False)
NOT_FOUND = "404"

SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)

# The text of a link that shows its own address: host, then perhaps a path.
LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/:?#]\S*)?")


class Item(NamedTuple):
    """An element with its text, the country whose facts it may show, and the card in which it stands.

    `href` is "" where there is none; `target` is its scheme ("" for a path) and what follows.
    """

    element: Element
    text: str
    country: str
    card: Element | None
    hidden: bool
    href: str
    target: tuple[str, str]

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
    def is_plain_number(self) -> bool:
        """Whether this is a number that is text and no link."""
        return "number" in self.classes

    def language_in(self, page: Page) -> str:
        """The language in which facts are written here: that of the card in which it stands, or else the page's."""
        own = self.card.get("lang") if self.card is not None else None
        return str(own or page.language)


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
    elements: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))  # some kinds, by tag
    links: list[Item] = field(default_factory=list)
    targets: dict[str, str | None] = field(default_factory=dict)  # the file to which each link without a scheme leads
    numbers: list[Item] = field(default_factory=list)  # every <bdi>
    typed: list[Item] = field(default_factory=list)  # every <time>, <data> and <cite>
    words: list[Words] = field(default_factory=list)
    pieces: list[tuple[str, Element]] = field(default_factory=list)  # texts between two tags of the body, with what is around
    scripts: list[Words] = field(default_factory=list)  # data in JSON
    styles: list[str] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)  # attribute and value
    marks: list[str] = field(default_factory=list)  # values of data-country
    clocks: list[Item] = field(default_factory=list)  # elements with data-week
    sunsets: list[Item] = field(default_factory=list)  # elements with data-sunset
    notes: list[Item] = field(default_factory=list)  # elements with data-not-for
    previews: list[Item] = field(default_factory=list)  # elements with class preview
    by_id: dict[str, Element] = field(default_factory=dict)
    repeated_ids: list[str] = field(default_factory=list)  # those that another element has already
    first_focus: Element | None = None
    jumps: list[Element] = field(default_factory=list)  # what the tab key reaches out of order

    @property
    def is_not_found(self) -> bool:
        """Whether this is the page for addresses that do not exist."""
        return self.path == NOT_FOUND

    @property
    def is_directory(self) -> bool:
        """Whether this is the page on which all contacts of a country stand."""
        return bool(self.country) and self.path.startswith("help/")

    @property
    def plain_numbers(self) -> list[Item]:
        """Numbers that are text and no link."""
        return [item for item in self.numbers if item.is_plain_number]

    @cached_property
    def _items(self) -> dict[Element, Item]:
        return {item.element: item for item in (*self.links, *self.numbers, *self.typed)}

    def items_in(self, element: Element, *tags: str) -> list[Item]:
        """Return the links, numbers and typed items with one of some tags that stand inside an element, in their order."""
        return [self._items[inner] for inner in element.iterdescendants(*tags) if inner in self._items]

    def links_in(self, element: Element) -> list[Item]:
        """Return the links that stand inside an element, in their order."""
        return self.items_in(element, "a", "area")

    @cached_property
    def all_words(self) -> str:
        """All that people read, a flow in each line: what does not stand here stands in no `words`."""
        return "\n".join(words.text for words in self.words)

    def named(self, tag: str, attribute: str, value: str) -> list[Element]:
        """Return the elements of a kind whose attribute has a value, in any case of letters."""
        return [element for element in self.elements[tag] if (element.get(attribute) or "").lower() == value]


def text_of(element: Element) -> str:
    """Return all text inside an element as it stands."""
    return str(WHOLE_TEXT(element))


def split_url(url: str) -> tuple[str, str]:
    """Return the scheme of an address in lower case and what follows its colon.

    The scheme is "" for a path, and "//" for an address of another site that takes the page's own scheme.
    """
    if url.startswith((".", "#")):  # most links: neither can begin with a scheme or a host
        return "", url
    if url.lstrip().startswith(("//", "\\\\", "/\\", "\\/")):
        return "//", url
    found = SCHEME.match(url)
    return (found[1].lower(), url[found.end() :]) if found else ("", url)


def shown_address(item: Item) -> str | None:
    """Return the address that a link's text shows, or None where the text is words."""
    text = item.text.strip()
    if item.target[0] == "mailto":
        return text if "@" in text else None
    return text if "." in text and LOOKS_LIKE_ADDRESS.fullmatch(text) else None
