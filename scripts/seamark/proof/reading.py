"""Reading a built page: one walk over the tree of a real parser that collects what the rules look at.

Text is collected in flows: what stands between two breaks (block elements, <br>) belongs together, whatever
inline tags are in it. Numbers and typed items whose text other rules prove are replaced by one sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree, html

from .digits import NUMBER

Element = Any  # lxml has no types of its own

BREAKS = frozenset(
    "address article aside audio blockquote body br canvas caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input legend li link"
    " main menu meta nav object ol optgroup option p picture pre script search section select style summary table tbody"
    " td template textarea tfoot th thead title tr ul video".split()
)
SILENT = frozenset({"script", "style"})
UNSEEN = frozenset({"template", "noscript"})
CARDS = frozenset({"article", "section"})
# Attributes whose text is read by people, aloud or by search engines.
SPOKEN = frozenset(
    "alt title aria-label aria-description aria-placeholder aria-roledescription aria-valuetext content label placeholder"
    " summary value".split()
)
# Metadata for machines; their digits are sizes, colours and versions.
MACHINE_METADATA = frozenset({"viewport", "theme-color", "generator", "color-scheme"})
LOADING = frozenset("src srcset href data poster action formaction background ping xlink:href manifest imagesrcset".split())
# <link> that names an address without loading it.
NAMING_RELATIONS = frozenset("canonical alternate author help license next prev search".split())
# The text of a link that shows its own address: host, then perhaps a path.
LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/:?#]\S*)?")


class Unreadable(Exception):
    """Raised when a file is not a whole page; its text is a message for editors."""


class Item(NamedTuple):
    """An element with its text, the country whose facts it may show, and the card that it stands in."""

    element: Element
    text: str
    country: str
    card: Element | None
    hidden: bool

    def get(self, name: str) -> str:
        """Return an attribute, "" if it is not there."""
        return str(self.element.get(name) or "")

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.get("class").split()


class Words(NamedTuple):
    """Text that people read, with the country whose facts it may show; `source` says where it stands."""

    text: str
    country: str
    source: str


class Load(NamedTuple):
    """Something that the browser fetches by itself, or a form's destination."""

    tag: str
    url: str


@dataclass(kw_only=True)
class Page:
    """A page as the rules see it; `read` fills everything below the first four fields."""

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
    jumps: list[Element] = field(default_factory=list)  # elements that the tab key reaches out of order

    @property
    def is_not_found(self) -> bool:
        """Whether this is the page for addresses that do not exist."""
        return self.path == "404"

    def read(self, raw: bytes) -> None:
        """Read the page from its bytes. Raises `Unreadable`."""
        self.root = parse(raw)
        _Reader(self).walk()

    def find(self, xpath: str) -> list[Element]:
        """Return the elements that an XPath expression names."""
        return list(self.root.xpath(xpath))


def parse(raw: bytes) -> Element:
    """Return the root element of a page. Raises `Unreadable` for what is not a whole page in UTF-8."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"the page is not UTF-8 (byte {error.start + 1})") from error
    if "\0" in text or "\ufffd" in text:
        raise Unreadable("the page holds a sign that stands for unreadable letters")
    if not text.rstrip().lower().endswith("</html>"):
        raise Unreadable('the page is cut off or not HTML: it must end in "</html>"')
    try:
        # A private sign of ours must not come from the page.
        root = html.document_fromstring(text.replace(NUMBER, " "), html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"the page cannot be read as HTML: {error}") from error
    if root.tag != "html" or root.find("body") is None:
        raise Unreadable("the page has no <html> with a <body>")
    return root


def is_naming(element: Element) -> bool:
    """Tell whether a <link> names an address without loading it."""
    relations = set(str(element.get("rel") or "").lower().split())
    return bool(relations) and relations <= NAMING_RELATIONS


def shown_address(text: str, url: str) -> str | None:
    """Return the address that a link's text shows, or None where the text is words."""
    text = text.strip()
    if url.lower().startswith("mailto:"):
        return text if "@" in text else None
    return text if LOOKS_LIKE_ADDRESS.fullmatch(text) else None


class _Reader:
    """Walks over the tree of a page once and fills the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parts: list[str] = []
        self.country = page.country
        self.card: Element | None = None
        self.hidden = False
        self.mute = False
        self.in_call = False

    def walk(self) -> None:
        stack: list[tuple[Any, ...]] = []
        for event, element in etree.iterwalk(self.page.root, events=("start", "end")):
            if event == "start":
                breaks = element.tag in BREAKS or "data-country" in element.attrib
                if breaks:
                    self.flush()
                stack.append((breaks, self.country, self.card, self.hidden, self.mute, self.in_call))
                self.start(element)
                continue
            breaks, country, card, hidden, mute, in_call = stack.pop()
            if breaks:
                self.flush()
            self.country, self.card, self.hidden, self.mute, self.in_call = country, card, hidden, mute, in_call
            if element.tail and not self.mute:
                self.parts.append(element.tail)
        self.flush()

    def flush(self) -> None:
        """End a flow of text."""
        text = "".join(self.parts).strip()
        self.parts.clear()
        if text:
            self.page.words.append(Words(text, self.country, "text"))

    def start(self, element: Element) -> None:
        tag, attributes = element.tag, element.attrib
        self.hidden = self.hidden or tag in UNSEEN or "hidden" in attributes or (tag == "dialog" and "open" not in attributes)
        if tag in CARDS:
            self.card = element
        if "data-country" in attributes:
            self.country = attributes["data-country"]
            self.page.marks.append(self.item(element))
        for name, value in attributes.items():
            self.attribute(element, name, value)
        if tag in SILENT:
            self.silent(element)
        elif tag in ("a", "area", "bdi", "time", "data", "cite"):
            self.keep(element)
        self.focus(element)
        if element.text and not self.mute:
            self.parts.append(element.text)

    def item(self, element: Element) -> Item:
        return Item(element, str(element.text_content()), self.country, self.card, self.hidden)

    def keep(self, element: Element) -> None:
        """Keep an element that rules look at; where a rule proves its whole text, put one sign for it."""
        item = self.item(element)
        sign = ""
        if element.tag == "bdi":
            self.page.numbers.append(item)
            proved = self.in_call or {"number", "local-number"} & set(item.classes)
            sign = NUMBER if proved else ""
        elif element.tag in ("a", "area"):
            if "href" in element.attrib:
                self.page.links.append(item)
            self.in_call = item.get("href").lower().startswith(("tel:", "sms:"))
            sign = "\n;\n" if shown_address(item.text, item.get("href")) else ""
        else:
            self.page.typed.append(item)
            sign = "\n;\n"
        if sign and not self.mute:
            self.parts.append(sign)
            self.mute = True

    def attribute(self, element: Element, name: str, value: str) -> None:
        page, tag = self.page, element.tag
        if name == "id" or (name == "name" and tag == "a"):
            page.ids.add(value)
        elif name in ("lang", "xml:lang", "hreflang"):
            page.languages.append((name, value))
        elif name == "style":
            page.styles.append(value)
        elif name in LOADING and tag not in ("a", "area") and not (tag == "link" and is_naming(element)):
            urls = [part.split()[0] for part in value.split(",") if part.split()] if name.endswith("srcset") else [value]
            page.loads.extend(Load(tag, url.strip()) for url in urls)
        elif name in SPOKEN and not (tag == "meta" and _is_machine_metadata(element)) and tag != "data":
            page.words.append(Words(value, self.country, name))

    def silent(self, element: Element) -> None:
        self.mute = True
        text = element.text or ""
        if element.tag == "style":
            self.page.styles.append(text)
        elif "json" in (element.get("type") or "").lower():
            self.page.scripts.append(Words(text, self.country, "script"))

    def focus(self, element: Element) -> None:
        tabindex = element.get("tabindex")
        if tabindex is not None and tabindex.strip().isdigit() and int(tabindex) > 0:
            self.page.jumps.append(element)
        if self.page.first_focus is None and not self.hidden and _takes_focus(element, tabindex):
            self.page.first_focus = element


def _takes_focus(element: Element, tabindex: str | None) -> bool:
    if tabindex is not None:
        return not tabindex.strip().startswith("-")
    if element.tag in ("a", "area"):
        return "href" in element.attrib
    return element.tag in ("button", "input", "select", "textarea", "summary", "iframe") or "contenteditable" in element.attrib


def _is_machine_metadata(element: Element) -> bool:
    return bool(element.get("http-equiv")) or str(element.get("name") or "").lower() in MACHINE_METADATA
