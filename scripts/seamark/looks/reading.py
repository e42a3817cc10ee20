"""From the bytes of a page to what its readers see: blocks of text, links, and apart from them its code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin

from lxml import etree

from .signs import plain

HTML_TYPES = ("text/html", "application/xhtml+xml", "")
# Elements that do not end a block: a number may be split over them.
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "nobr", "noscript", "output", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
}  # fmt: skip
# What no reader sees, and what stands there struck out: it no longer holds.
_UNSEEN = {"script", "style", "template", "del", "s", "strike", "head"}
_CODE = {"script", "template"}
_SPOKEN = ("alt", "aria-label")
# The empty element that pages made by a script fill.
_SHELLS = {"root", "app", "__next", "__nuxt", "app-root", "main-app"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link: its whole address, and the text that it shows."""

    href: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a page says. `code` is what only programs read; `partial` tells that the page has more than
    could be read: a script fills it, or it is broken."""

    url: str
    blocks: tuple[str, ...]
    links: tuple[Link, ...] = ()
    code: str = ""
    partial: bool = False


def decode(raw: bytes, declared: str) -> str:
    """Return the text of a page; the declared encoding is believed only where the bytes allow it.

    Bytes that are valid UTF-8 are UTF-8, whatever was declared: in no other encoding does that happen by chance.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if raw[:400].count(b"\0") > len(raw[:400]) // 4:
        return raw.decode("utf-16-be" if raw[:1] == b"\0" else "utf-16-le", "replace")
    meta = _META_CHARSET.search(raw[:4096])
    for name in ("utf-8", declared, meta[1].decode("ascii") if meta else ""):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeError):
            continue
    return raw.decode("cp1252", "replace")


def plain_reading(text: str, url: str) -> Reading:
    """Return the reading of a text without marks: each line is a block."""
    return Reading(url=url, blocks=_blocks(_CONTROL.sub(" ", text).split("\n")))


def html_reading(text: str, url: str) -> Reading:
    """Return the reading of a page in HTML."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(_CONTROL.sub(" ", text).encode("utf-8"), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        return Reading(url=url, blocks=(), partial=True)
    # The parser mends almost everything, but what is nested too deep it silently leaves out.
    broken = any(error.level_name == "FATAL" for error in parser.error_log)
    return _Walk(url, partial=broken).reading(root)


def _blocks(lines: list[str]) -> tuple[str, ...]:
    return tuple(block for line in lines if (block := plain(line)))


@dataclass
class _Walk:
    """One walk over the tree of a page. It does not recurse: a page may nest deeper than Python can call."""

    url: str
    parts: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unseen: int = 0
    partial: bool = False

    def reading(self, root: etree._Element) -> Reading:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self.start(element)
            else:
                self.end(element)
        blocks = _blocks("".join(self.parts).split("\n"))
        return Reading(url=self.url, blocks=blocks, links=tuple(self.links), code="\n".join(self.code), partial=self.partial)

    def start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag not in _INLINE:
            self.parts.append("\n")
        if tag in _UNSEEN:
            self.unseen += 1
        if tag == "title":
            self.parts.append("\n" + " ".join(str(part) for part in element.itertext()) + "\n")
        if element.items():
            self.attributes(element, tag)
        if not self.unseen:
            self.parts.append(_one_line(element.text))
        elif tag in _CODE:
            self.code.append(element.text or "")

    def attributes(self, element: etree._Element, tag: str) -> None:
        """Take in what the attributes of an element say to readers, to programs, or as the target of a link."""
        if element.get("id") in _SHELLS and not len(element) and not (element.text or "").strip():
            self.partial = True
        hidden = element.get("data-cfemail")
        address = _unveiled(hidden) if hidden else ""
        if self.unseen:
            self.code.extend(str(value) for value in element.values())
            return
        href = element.get("href")
        if tag in ("a", "area") and href is not None:
            veiled = href.partition("/email-protection#")[2]
            self.links.append(_link(self.url, f"mailto:{_unveiled(veiled)}" if veiled else href, element))
        self.parts.extend(f"\n{_one_line(element.get(name))}\n" for name in _SPOKEN if element.get(name))
        self.parts.append(address)
        self.code.extend(str(value) for name, value in element.items() if name not in ("href", *_SPOKEN))

    def end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _UNSEEN:
            self.unseen -= 1
        if tag not in _INLINE:
            self.parts.append("\n")
        if not self.unseen:
            self.parts.append(_one_line(element.tail))


def _one_line(text: str | None) -> str:
    """Line ends in HTML are spaces; ours divide blocks."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def _link(url: str, href: str, element: etree._Element) -> Link:
    try:
        target = urljoin(url, href.strip())
    except ValueError:  # an address that is none, such as "http://["
        target = ""
    return Link(href=unquote(target), text=plain("".join(str(part) for part in element.itertext())))


def _unveiled(veiled: str) -> str:
    """Return an e-mail address that a common shield against harvesters has veiled: each byte XOR the first one."""
    try:
        key, *signs = bytes.fromhex(veiled)
    except ValueError:
        return ""
    return bytes(sign ^ key for sign in signs).decode("utf-8", "replace")
