"""Reading a built page: one walk over the tree of a real parser that collects what the rules look at.

Text is collected in flows: what stands between two breaks (block elements, <br>) belongs together, whatever
inline tags are in it. Numbers and typed items whose text other rules prove are replaced by one sign.
"""

from __future__ import annotations

from lxml import etree

from .digits import NUMBER
from .page import Element, Item, Load, Page, Words, shown_address, split_url, text_of

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
ITEMS = {"a", "area", "bdi", "time", "data", "cite"}
KEPT = {"title", "h1", "meta", "link", "nav", "bdo", "svg"}
FIELDS = {"button", "input", "select", "textarea", "summary", "iframe"}
SPECIAL = {"body", *SILENT, *UNSEEN, *CARDS, *ITEMS, *KEPT, *FIELDS, "dialog"}
STATEFUL = {"hidden", "data-country", "data-not-for", "data-week", "data-on-holiday", "data-sunset", "tabindex"}
# Values for the script of the page, which rules prove or which no reader sees.
MACHINE_DATA = {
    "data-country", "data-not-for", "data-week", "data-on-holiday", "data-zone", "data-offsets", "data-holidays", "data-from",
    "data-to", "data-check-after", "data-step-back-after", "data-index", "data-sunset",
}  # fmt: skip
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
    reader = _Reader(page)
    reader.visit(page.root)


def parse(raw: bytes) -> Element:
    """Return the root element of a page. Raises `Unreadable` for what is not a whole page in UTF-8."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"the page is not UTF-8 (byte {error.start + 1})") from error
    if "\0" in text or "\ufffd" in text:
        raise Unreadable("the page holds a sign that stands for an unreadable letter")
    if not text[-100:].rstrip().lower().endswith("</html>"):
        raise Unreadable('the page is cut off or not HTML: it must end in "</html>"')
    try:
        # Our own private sign must not come from the page.
        parser = etree.HTMLParser(remove_comments=True, remove_pis=True)
        root = etree.fromstring(text.replace(NUMBER, " "), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(f"the page cannot be read as HTML: {error}") from error
    if root is None or root.tag != "html" or root.find("body") is None:
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
        self.in_body = False

    def visit(self, element: Element) -> None:
        """Take in an element and all that stands in it, without the text behind it."""
        tag, attributes = element.tag, element.items()
        breaks = tag in BREAKS or (attributes and element.get("data-country") is not None)
        if breaks:
            self.flush()
        before = (self.country, self.card, self.hidden, self.mute, self.in_call)
        if attributes or tag in SPECIAL:
            self.start(element, tag, attributes)
        if text := element.text:
            self.take(text, element)
        for child in element:
            self.visit(child)
            if tail := child.tail:
                self.take(tail, element)
        if breaks:
            self.flush()
        self.country, self.card, self.hidden, self.mute, self.in_call = before

    def take(self, text: str, element: Element) -> None:
        """Take in a text between two tags."""
        if not self.mute:
            self.parts.append(text)
        if self.in_body and (piece := text.strip()):
            self.page.pieces.append((piece, element))

    def flush(self) -> None:
        """End a flow of text."""
        if self.parts:
            text = "".join(self.parts).strip()
            self.parts.clear()
            if text:
                self.page.words.append(Words(text, self.country, "text"))

    def start(self, element: Element, tag: str, attributes: list[tuple[str, str]]) -> None:
        """Note what an element is, and change the state for what stands in it."""
        if tag in UNSEEN or (tag == "dialog" and element.get("open") is None):
            self.hidden = True
        for name, value in attributes:
            self.attribute(element, tag, name, value)
        if tag == "body":
            self.in_body = True
        elif tag in CARDS:
            self.card = element
        elif tag in KEPT:
            self.page.elements[tag].append(element)
        elif tag in ITEMS:
            self.keep(element, tag)
        elif tag in SILENT:
            self.silent(element, tag)
        if self.page.first_focus is None and not self.hidden and _takes_focus(element, tag):
            self.page.first_focus = element

    def attribute(self, element: Element, tag: str, name: str, value: str) -> None:
        page = self.page
        if name == "class":
            if "preview" in value.split():
                page.previews.append(self.item(element))
        elif name == "id" or (name == "name" and tag == "a"):
            if page.by_id.setdefault(value, element) is not element:  # links lead to the first
                page.repeated_ids.append(value)
        elif name in ("lang", "xml:lang", "hreflang"):
            page.languages.append((name, value))
        elif name == "style":
            page.styles.append(value)
        elif name in LOADING and not (name == "href" and tag in ("a", "area")) and not (tag == "link" and _is_naming(element)):
            many = name.endswith("srcset")
            urls = [part.split()[0] for part in value.split(",") if part.split()] if many else [value]
            page.loads.extend(Load(tag, url.strip()) for url in urls)
        elif name in SPOKEN and tag != "data" and not (tag == "meta" and _is_for_machines(element)):
            page.words.append(Words(value, self.country, name))
        elif name in STATEFUL:
            self.state(element, name, value)
        elif name.startswith("data-") and name not in MACHINE_DATA:
            page.words.append(Words(value, self.country, name))  # what a script may put on the page

    def state(self, element: Element, name: str, value: str) -> None:
        """Take in an attribute that says something of all that stands in the element."""
        if name == "hidden":
            self.hidden = True
        elif name == "data-country":
            self.country = value
            self.page.marks.append(value)
        elif name == "data-not-for":
            self.page.notes.append(self.item(element))
        elif name == "data-week":
            self.page.clocks.append(self.item(element))
        elif name == "data-sunset":
            hidden = self.hidden or element.get("hidden") is not None  # that attribute may come later
            self.page.sunsets.append(self.item(element)._replace(hidden=hidden))
        elif value.strip().isdigit() and int(value) > 0:  # tabindex
            self.page.jumps.append(element)

    def item(self, element: Element) -> Item:
        href = element.get("href") or ""
        text = text_of(element) if len(element) else element.text or ""  # most have no other inside
        return Item(element, text, self.country, self.card, self.hidden, href, split_url(href))

    def keep(self, element: Element, tag: str) -> None:
        """Keep an element that rules look at; where a rule proves its whole text, put one sign for it."""
        item = self.item(element)
        sign = TYPED_ITEM
        if tag == "bdi":
            self.page.numbers.append(item)
            sign = NUMBER if self.in_call or {"number", "local-number"} & set(item.classes) else ""
        elif tag in ("a", "area"):
            if element.get("href") is not None:
                self.page.links.append(item)
            self.in_call = item.target[0] in ("tel", "sms")
            sign = TYPED_ITEM if shown_address(item) else ""
        else:
            self.page.typed.append(item)
        if sign and not self.mute:
            self.parts.append(sign)
            self.mute = True

    def silent(self, element: Element, tag: str) -> None:
        self.mute = True
        text = element.text or ""
        if tag == "style":
            self.page.styles.append(text)
        elif "json" in (element.get("type") or "").lower():
            self.page.scripts.append(Words(text, self.country, "script"))


def _is_naming(element: Element) -> bool:
    relations = set(str(element.get("rel") or "").lower().split())
    return bool(relations) and relations <= NAMING_RELATIONS


def _is_for_machines(element: Element) -> bool:
    return bool(element.get("http-equiv")) or str(element.get("name") or "").lower() in MACHINE_METADATA


def _takes_focus(element: Element, tag: str) -> bool:
    tabindex = str(element.get("tabindex") or "").strip()
    if tabindex:
        return not tabindex.startswith("-")
    if tag in ("a", "area"):
        return element.get("href") is not None
    return tag in FIELDS or element.get("contenteditable") is not None
