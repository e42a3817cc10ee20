"""Rules on running text: every number in it is a fact, it reads in the right order, nothing is left over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .digits import NUMBER, loose_numbers, may_hold_number
from .folder import Built, Fault
from .page import Page, Words, text_of

ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
CSS_TEXT = re.compile(r"\bcontent\s*:\s*([^;}]*)", re.IGNORECASE)
CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
LEFTOVERS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|\{[A-Za-z_][\w-]*\}|\]\(|\*\*|```|\[object "
    r"|\bNone\b(?! of\b)|\bundefined\b|\bNaN\b"
    r"|\b(?:pages|tips|media|countries|glossary|vocabularies|acronyms|laws|ui)(?:/[\w-]+)*#[a-z][\w.-]*"
)
# A page without any of these has no leftover: looking for them first is ten times as fast.
LEFTOVER_MARKS = ("{", "}", "]", "[", "*", "`", "#", "None", "undefined", "NaN")
BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def digit_run(page: Page, built: Built) -> Iterator[Fault]:
    """Three or more digits in a row are a number of the page's country, or a typed item.

    Digits count in every script, across spaces, dots, hyphens, slashes, brackets and inline tags, in text,
    in attributes that people read or hear, and in data for search engines.
    """
    for words in page.words:
        if may_hold_number(words.text) and not words.text.startswith(built.data.site.url):
            yield from _loose(words, built)
    for script in page.scripts:
        try:
            content = json.loads(script.text)
        except ValueError as error:
            yield Fault(f"the data in a script cannot be read as JSON: {error}", "correct the template")
            continue
        for text in _strings(content):
            if not _is_known(text, script.country, built):
                yield from _loose(Words(text, script.country, "script"), built)


def linked_data(page: Page, built: Built) -> Iterator[Fault]:
    """In data for search engines, the numbers and addresses below a service (an @id that ends in #id) are its own."""
    for script in page.scripts:
        try:
            nodes = list(_services(json.loads(script.text)))
        except ValueError:
            continue  # digit_run tells of it
        for node in nodes:
            name = str(node["@id"]).partition("#")[2]
            own = built.known.service_contacts.get(name) or built.known.emergency_entries.get(name)
            if own is None:
                yield Fault(f'the data for search engines name "{name}", which is no active service', "build the site again")
                continue
            for value in sorted(set(_reached(node)) - own):
                yield Fault(f'the data for search engines give "{value}" for {name}, whose it is not', "build the site again")


def _services(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        if "#" in str(content.get("@id", "")):
            yield content
        content = list(content.values())
    for part in content if isinstance(content, list) else ():
        yield from _services(part)


def _reached(node: Any) -> Iterator[str]:
    """Yield the numbers and addresses in a part of the data."""
    if isinstance(node, dict):
        yield from (str(node[name]).removeprefix("mailto:") for name in ("telephone", "serviceUrl", "email") if name in node)
        node = list(node.values())
    for part in node if isinstance(node, list) else ():
        yield from _reached(part)


def _loose(words: Words, built: Built) -> Iterator[Fault]:
    facts = built.facts_for(words.country)
    for run in loose_numbers(words.text, facts.runs):
        context = " ".join(words.text.replace(NUMBER, "…").split())
        context = context if len(context) <= 60 else f"{context[:57]}…"
        yield Fault(
            f'the {words.source} "{context}" holds "{run}", which is no number of {facts.place}',
            "correct it; a date, opening hours, a law or a name with digits needs its own tag",
        )


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = [*content.keys(), *content.values()]
    if isinstance(content, list):
        for part in content:
            yield from _strings(part)
    elif content is not None and not isinstance(content, bool):
        yield str(content)


def _is_known(text: str, country: str, built: Built) -> bool:
    """Tell whether a text in a script is a date, a time, an address of the site or the data, or an official name."""
    facts = built.facts_for(country)
    if ISO_DATE.fullmatch(text) or text.startswith(built.data.site.url):
        return True
    return text in facts.urls or text in built.known.shared_urls or text in facts.names or text in facts.times


def css_text(page: Page, built: Built) -> Iterator[Fault]:
    """A style sheet writes no number: text from a style sheet is nobody's fact."""
    for style in page.styles:
        yield from numbers_in_style(style)


@lru_cache(maxsize=100)
def numbers_in_style(style: str) -> tuple[Fault, ...]:
    """Return the numbers of three or more digits that a style sheet writes on a page."""
    contents = CSS_TEXT.findall(style) if "content" in style else ()
    written = (CSS_ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text) for text in contents)
    runs = [run for text in written for run in loose_numbers(text, ())]
    return tuple(Fault(f'a style sheet writes "{run}" on the page', "put facts into data/") for run in runs)


def leftover(page: Page, built: Built) -> Iterator[Fault]:
    """No reader sees a template's marks, an empty value of the program, Markdown or the identity of a text."""
    # Texts in data-… are completed by the page's script, so placeholders stand in them rightly.
    seen = [words for words in page.words if not words.source.startswith("data-")]
    everything = "\n".join(words.text for words in seen)
    for words in seen if any(mark in everything for mark in LEFTOVER_MARKS) else ():
        for found in dict.fromkeys(LEFTOVERS.findall(words.text)):
            yield Fault(f'the {words.source} shows "{found}"', "correct the template or the text")


def reading_order(page: Page, built: Built) -> Iterator[Fault]:
    """Nothing turns the order of signs round: no <bdo> and no invisible sign that overrides the direction."""
    for element in page.elements["bdo"]:
        yield Fault(f'<bdo> turns "{text_of(element)}" round', 'use <bdi dir="ltr">')
    for sign in (sign for sign in BIDI_OVERRIDES if sign in page.all_words):
        for words in (words for words in page.words if sign in words.text):
            message = f"the {words.source} holds the invisible sign U+{ord(sign):04X}, which changes its direction"
            yield Fault(message, 'delete it; use <bdi dir="ltr"> for numbers')


RULES = (digit_run, linked_data, css_text, leftover, reading_order)
