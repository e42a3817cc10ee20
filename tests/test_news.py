"""Tests of the news: the feed says what the data say, and every item can be found."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from seamark import news
from seamark.loading import Data, load

ROOT = Path(__file__).resolve().parent.parent
ATOM = {"a": news.NAMESPACE}


def real() -> Data:
    """Return the real data."""
    data, problems = load(ROOT)
    assert data is not None, problems
    return data


def test_the_feed_holds_every_item_in_order() -> None:
    """Each item is one entry with a title, a time and an identity of its own, the latest first."""
    root = etree.fromstring(news.feed(real()).encode())
    entries = root.findall("a:entry", ATOM)
    assert len(entries) == len(real().news)
    times = [entry.findtext("a:updated", None, ATOM) for entry in entries]
    assert times == sorted(times, reverse=True)
    assert root.findtext("a:updated", None, ATOM) == times[0]
    assert len({entry.findtext("a:id", None, ATOM) for entry in entries}) == len(entries)


def test_the_feed_has_what_the_standard_wants() -> None:
    """Feed and entries have the elements that RFC 4287 requires, all with text or an address."""
    root = etree.fromstring(news.feed(real()).encode())
    assert root.tag == f"{{{news.NAMESPACE}}}feed"
    for element in (root, *root.findall("a:entry", ATOM)):
        assert all(element.findtext(f"a:{name}", "", ATOM).strip() for name in ("id", "title", "updated"))
        assert all(link.get("href", "").startswith("https://") for link in element.findall("a:link", ATOM))
    assert root.findtext("a:author/a:name", "", ATOM)


def test_an_entry_says_what_the_item_says() -> None:
    """Text, source and address of an entry are those of its item; years bear no marks."""
    name, item = next(iter(real().news.items()))
    root = etree.fromstring(news.feed(real()).encode())
    entry = next(found for found in root.findall("a:entry", ATOM) if found.findtext("a:id", "", ATOM).endswith(f"#{name}"))
    content = entry.findtext("a:content", "", ATOM)
    assert "{" not in content
    assert all(text.replace("{", "").replace("}", "") in content for text in item.text)
    assert real().references[item.source].title in content
