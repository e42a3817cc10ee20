"""News: dated items about action against trafficking, in English, not translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pydantic import Field

from .figures import plain
from .freshness import earliest_day
from .model import Model
from .yamltext import Text

if TYPE_CHECKING:
    from .loading import Data

FEED = "news.xml"
PAGE = "journalists/news/"
NAMESPACE = "http://www.w3.org/2005/Atom"


class NewsItem(Model):
    """One item; its file is named by its date and a few words: 2013-05-22-conference-in-tallinn.yml."""

    date: Text = Field(
        description='When it happened or was announced: "2013-05-22"; a month or year if no day is known.', examples=["2013-05-22"]
    )
    title: Text = Field(description="Title in English; years as {2018}.", examples=["Conference in Tallinn"])
    text: tuple[Text, ...] = Field(
        min_length=1,
        description="Paragraphs in English, in our own words; years as {2018}.",
        examples=[["Experts met at the end of May {2013}."]],
    )
    source: Text = Field(description="Id from references.yml.", examples=["cbss-round-up-2020"])

    @property
    def sentences(self) -> Iterator[Text]:
        """Every text that readers see besides the date."""
        yield from (self.title, *self.text)


def latest_first(data: Data) -> list[tuple[str, NewsItem]]:
    """Return the items with the names of their files, the latest first."""
    return sorted(data.news.items(), key=lambda item: (_time(item[1]), item[0]), reverse=True)


def feed(data: Data) -> str:
    """Return the news as an Atom feed (RFC 4287), the latest first.

    Atom wants a full time: an item of which only the year or month is known bears the first day of it.
    """
    site = str(data.site.url)
    items = latest_first(data)
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _add(root, "id", f"{site}{FEED}")
    _add(root, "title", f"{data.site.name}: {data.words['pages/news'].title}")
    _add(root, "updated", max((_time(item) for _, item in items), default="1970-01-01T00:00:00Z"))
    _add(root, "link", rel="self", href=f"{site}{FEED}")
    _add(root, "link", rel="alternate", href=f"{site}{PAGE}")
    _add(_add(root, "author"), "name", str(data.site.name))
    for name, item in items:
        entry = _add(root, "entry")
        _add(entry, "id", f"{site}{PAGE}#{name}")
        _add(entry, "title", plain(item.title))
        _add(entry, "updated", _time(item))
        _add(entry, "link", rel="alternate", href=f"{site}{PAGE}#{name}")
        reference = data.references[item.source]
        text = "\n\n".join(map(plain, item.text))
        _add(entry, "content", f"{text}\n\nSource: {reference.publisher}: {reference.title} ({reference.stated})")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _time(item: NewsItem) -> str:
    return f"{earliest_day(item.date)}T00:00:00Z"
