"""Reading a built page: one walk over the tree of a real parser that collects what the rules look at.

Text is collected in flows: what stands between two breaks (block elements, <br>) belongs together, whatever
inline tags are in it. Numbers and typed items whose text other rules prove are replaced by one sign.
"""

from __future__ import annotations

from typing import Any

from lxml import etree, html

from .digits import NUMBER
from .page import Element, Item, Load, Page, Words, shown_address

BREAKS = {
    "address", "article", "aside", "audio", "blockquote", "body", "br", "canvas", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "img", "input", "legend", "li", "link",
    "main", "menu", "meta", "nav", "object", "ol", "optgroup", "option", "p", "picture", "pre", "script", "search",
    "section", "select", "style", "summary", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead",
    "title", "tr", "ul", "video",
}  # fmt: skip
TYPED_ITEM = "\n;\n"  # what stands for a typed item: a break
SILENT = {"script", "style"}
UNSEEN = {"template", "noscript"}
CARDS = {"article", "section"}
# Attributes whose text is read by people, aloud or by search engines.
SPOKEN = {
    "alt", "title", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext",
    "content", "label", "placeholder", "summary", "value",
}  # fmt: skip
# Metadata for machines; their digits are sizes, colours and versions.
MACHINE_METADATA = {"viewport", "theme-color", "generator", "color-scheme"}
LOADING = {
    "src", "srcset", "href", "data", "poster", "action", "formaction", "background", "ping", "xlink:href", "manifest",
    "imagesrcset",
}  # fmt: skip
# <link> that names an address without loading it.
NAMING_RELATIONS = {"canonical", "alternate", "author", "help", "license", "next", "prev", "search"}


class Unreadable(Exception):
    """Raised when a file is not a whole page; its text is a message for editors."""


def read_page(page: Page, raw: bytes) -> None:
    """Read a page from the bytes of its file. Raises `Unreadable`."""
    page.root = parse(raw)
    _Reader(page).walk()


def parse(raw: bytes) -> Element:
    """Return the root element of a page. Raises `Unreadable` for what is not a whole page in UTF-8."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"the page is not UTF-8 (byte {error.start + 1})") from error
    if "\0" in text or "\ufffd" in text:
        raise Unreadable("the page holds a sign that stands for an unreadable letter")
    if not text.rstrip().lower().endswith("</html>"):
        raise Unreadable('the page is cut off or not HTML: it must end in "</html>"')
    try:
        # Our own private sign must not come from the page.
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        root = html.document_fromstring(text.replace(NUMBER, " "), parser)
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"the page cannot be read as HTML: {error}") from error
    if root.tag != "html" or root.find("body") is None:
        raise Unreadable("the page has no <html> with a <body>")
    return root


class _Reader:
    """Walks over the tree of a page once and fills the page. The state belongs to the open elements."""

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
        self.hidden = self.hidden or _is_hidden(element)
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
        sign = TYPED_ITEM
        if element.tag == "bdi":
            self.page.numbers.append(item)
            sign = NUMBER if self.in_call or {"number", "local-number"} & set(item.classes) else ""
        elif element.tag in ("a", "area"):
            if "href" in element.attrib:
                self.page.links.append(item)
            self.in_call = item.target[0] in ("tel", "sms")
            sign = TYPED_ITEM if shown_address(item.text, item.get("href")) else ""
        else:
            self.page.typed.append(item)
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
        elif name in LOADING and tag not in ("a", "area") and not (tag == "link" and _is_naming(element)):
            many = name.endswith("srcset")
            urls = [part.split()[0] for part in value.split(",") if part.split()] if many else [value]
            page.loads.extend(Load(tag, url.strip()) for url in urls)
        elif name in SPOKEN and tag != "data" and not (tag == "meta" and _is_for_machines(element)):
            page.words.append(Words(value, self.country, name))

    def silent(self, element: Element) -> None:
        self.mute = True
        text = element.text or ""
        if element.tag == "style":
            self.page.styles.append(text)
        elif "json" in (element.get("type") or "").lower():
            self.page.scripts.append(Words(text, self.country, "script"))

    def focus(self, element: Element) -> None:
        tabindex = str(element.get("tabindex") or "").strip()
        if tabindex.isdigit() and int(tabindex) > 0:
            self.page.jumps.append(element)
        if self.page.first_focus is None and not self.hidden and _takes_focus(element, tabindex):
            self.page.first_focus = element


def _is_hidden(element: Element) -> bool:
    closed = element.tag == "dialog" and "open" not in element.attrib
    return closed or element.tag in UNSEEN or "hidden" in element.attrib


def _is_naming(element: Element) -> bool:
    relations = set(str(element.get("rel") or "").lower().split())
    return bool(relations) and relations <= NAMING_RELATIONS


def _is_for_machines(element: Element) -> bool:
    return bool(element.get("http-equiv")) or str(element.get("name") or "").lower() in MACHINE_METADATA


def _takes_focus(element: Element, tabindex: str) -> bool:
    if tabindex:
        return not tabindex.startswith("-")
    if element.tag in ("a", "area"):
        return "href" in element.attrib
    fields = ("button", "input", "select", "textarea", "summary", "iframe")
    return element.tag in fields or "contenteditable" in element.attrib
