"""The index of the search page: which words stand in which part of which page, in one language.

Nothing that a reader types is sent anywhere: the browser loads the whole index at the first search and looks the
words up itself (overrides/parts/matcher.html, which folds words as `folded` does). The index takes no digit from a
text: numbers come from the data alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from . import contacts
from .loading import Data

SEARCH_PAGE = "search"
FILES = "search/words-*.json"  # below the folder of a language
# Pages for people who work with others or with this site stand behind those for people who look for help.
FOR_FEWER = ("about/", "organisations/", "professionals/")

# Letters that Unicode does not take apart, as people type them on another keyboard.
SPELLED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ı": "i", "ґ": "г"})


class _Folding(dict[int, Any]):
    """What becomes of each sign: marks go, some letters are spelled, all others stay. It learns signs as they come."""

    def __missing__(self, sign: int) -> Any:
        self[sign] = None if unicodedata.category(chr(sign)).startswith("M") else SPELLED.get(sign, sign)
        return self[sign]


FOLDING = _Folding()
WORD = re.compile(r"[^\W\d_]+")
INVISIBLE = re.compile(r"['\u2018\u2019\u02bc\u00ad\u200b]")
# People write one letter for two, and endings double letters: Finnish "kauppa" and "kaupan".
DOUBLED = re.compile(r"(.)\1+")

HEADINGS = ("h1", "h2", "h3")
BLOCKS = {*HEADINGS, "article", "dd", "div", "dl", "li", "ol", "p", "section", "table", "td", "th", "tr", "ul"}
# What nobody searches for: numbers and dates, labels, lists of links on the page, sources, texts for scripts.
SILENT = {"bdi", "dt", "nav", "script", "style", "svg", "time"}
SILENT_CLASSES = {"next", "now", "src", "translations", "vh"}
# A text with one of these cannot be quoted as it stands: a link's words, another language, a word to avoid.
UNQUOTABLE = {*SILENT, "data", "s"}
LONGEST_EXCERPT = 90
SHORTEST_EXCERPT = 25
MOST_SHARED = 9  # letters that a word shares with the one before it are counted by one digit


class Text(NamedTuple):
    """A text of a page; `quotable` tells whether it can be shown to readers by itself."""

    text: str
    quotable: bool


@dataclass(kw_only=True)
class Part:
    """A part of a page below one heading; the first part of a page has no `anchor` and bears the page's title.

    `language` is that of the heading where it is not the page's, else "".
    """

    anchor: str
    heading: str
    language: str = ""
    texts: list[Text] = field(default_factory=list)

    @property
    def excerpt(self) -> str:
        """The first text that says something by itself, cut at a word; "" where there is none."""
        text = next((item.text for item in self.texts if item.quotable), "")
        return text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_EXCERPT].rpartition(' ')[0]}…"

    @property
    def words(self) -> set[str]:
        """The folded words below the heading, those of one letter left out."""
        return {word for item in self.texts for word in words_of(item.text) if len(word) > 1}


def folded(text: str) -> str:
    """Return a text in small letters without accents and doubled letters: "Žmonių" → "zmoniu"."""
    plain = unicodedata.normalize("NFD", INVISIBLE.sub("", text.lower()))
    return DOUBLED.sub(r"\1", plain.translate(FOLDING))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; whatever is no letter parts them."""
    return WORD.findall(folded(text))


def parts_of(html: str) -> list[Part]:
    """Return the parts of a page's content, in order; the first one bears its title."""
    parts = [Part(anchor="", heading="")]
    _walk(etree.HTML(f"<html><body>{html}</body></html>").find("body"), parts)
    return parts


def _walk(element: Any, parts: list[Part]) -> None:
    for child in element:
        if _is_silent(child):
            continue
        if child.tag in HEADINGS:
            _take_heading(child, parts)
        elif next(child.iterdescendants(*BLOCKS), None) is not None:
            _walk(child, parts)
        elif text := text_of(child):
            parts[-1].texts.append(Text(text, _is_quotable(child, text)))


def _take_heading(heading: Any, parts: list[Part]) -> None:
    text = text_of(heading)
    parent = heading.getparent()
    anchor = heading.get("id") or (parent.get("id") if parent.tag == "article" else None)
    foreign = [item.get("lang") for item in heading.iterdescendants() if item.get("lang") and text_of(item) == text]
    language = foreign[0] if foreign else ""
    if heading.tag == "h1":
        parts[0].heading, parts[0].language = text, language
    elif anchor:
        parts.append(Part(anchor=anchor, heading=text, language=language))
    else:
        parts[-1].texts.append(Text(text, quotable=False))


def text_of(element: Any) -> str:
    """Return on one line what an element says, without what is left out of the index."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif not _is_silent(child):
            yield from _texts(child)
        yield child.tail or ""


def _is_silent(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in SILENT or element.get("hidden") is not None:
        return True
    return not SILENT_CLASSES.isdisjoint((element.get("class") or "").split())


def _is_quotable(element: Any, text: str) -> bool:
    if element.tag not in ("p", "li", "dd") or len(text) < SHORTEST_EXCERPT or re.search(r"\d", text):
        return False
    everything = list(element.iter())
    return not any(item.tag in UNQUOTABLE or item.get("lang") or _is_silent(item) for item in everything)


def numbers_of(data: Data) -> dict[str, list[str]]:
    """Return every number of the data, as it is dialled and written inside its country, with the pages it stands on.

    Pages are those of the countries, by their address below the language's root; the Union's comes first.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for code, country in sorted(data.countries.items(), key=lambda item: (item[0] != "eu", item[0])):
        dialled = {item.value for item in contacts.contacts_of(country) if item.kind in contacts.NUMBERED}
        local = {contacts.digits(text) for text in map(contacts.local_spelling, dialled) if text}
        for number in dialled | local:
            found[number].append(f"help/{code}/")
    return dict(sorted(found.items()))


def index(pages: Mapping[str, str], numbers: Mapping[str, Iterable[str]]) -> str:
    """Return the index of one language as JSON.

    `pages` gives the content of each page as HTML by its address below the language's root ("help/ee/"), `numbers`
    the addresses of the pages for each number. In the index, pages and parts are called by their place in the lists
    `pages` (address, title, language of the title) and `parts` (page, anchor, heading, excerpt, language of the
    heading). `words` are entries with a space between them, see `entries`. `fewer` are the pages for fewer readers.
    """
    parts = [(place, part) for place, html in enumerate(pages.values()) for part in parts_of(html)]
    firsts = [part for _, part in parts if not part.anchor]
    found: dict[str, list[int]] = defaultdict(list)
    for place, (_, part) in enumerate(parts):
        for word in part.words:
            found[word].append(place)
    place_of = {address: place for place, address in enumerate(pages)}
    content = {
        "pages": [_short(address, part.heading, part.language) for address, part in zip(pages, firsts, strict=True)],
        "parts": [
            _short(page, part.anchor, part.heading if part.anchor else "", part.excerpt, part.language) for page, part in parts
        ],
        "words": " ".join(entries(found)),
        "fewer": [place for address, place in place_of.items() if address.startswith(FOR_FEWER)],
        "numbers": {number: [place_of[page] for page in where if page in place_of] for number, where in numbers.items()},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _short(*values: object) -> list[object]:
    """Return values as a list without empty texts at its end."""
    found = list(values)
    while found and found[-1] == "":
        found.pop()
    return found


def entries(found: Mapping[str, list[int]]) -> Iterator[str]:
    """Yield an entry for each word, in order, from ascending parts by word.

    An entry is one digit, how many letters the word shares with the one before; its other letters; and where it
    stands, as the distance of each part from the one before, comma between them: "zmogus" in the parts 3 and 5,
    "zmogaus" in 4 are "0zmogaus4" and "4us3,2" in this order.
    """
    before = ""
    for word in sorted(found):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(sum(1 for _ in same), MOST_SHARED)
        distances = (now - last for last, now in zip([0, *found[word]], found[word], strict=False))
        yield f"{shared}{word[shared:]}{','.join(map(str, distances))}"
        before = word


def file_name(index_text: str) -> str:
    """Return the name of an index's file, which changes with its content."""
    return f"words-{hashlib.sha256(index_text.encode()).hexdigest()[:10]}.json"


def write(folder: Path, index_text: str) -> str:
    """Write an index into the folder of the search page and return its file's name."""
    name = file_name(index_text)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(index_text, "utf-8")
    return name
