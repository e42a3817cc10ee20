"""Rules on typed items: elements that may hold digits because their type says what the digits are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

from babel.dates import get_month_names

from .. import sheets
from ..hours import time_zone
from ..languages import locale_of
from .digits import ascii_digits
from .facts import span_texts
from .folder import Built, Fault
from .page import Item, Page, text_of

MACHINE_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def date_item(page: Page, built: Built) -> Iterator[Fault]:
    """<time datetime> holds a date that exists (YYYY, YYYY-MM or YYYY-MM-DD) and shows its year and month.

    It shows no other digits; the month stands as a number or by its name in the language of the text.
    """
    for item in _items(page, "time"):
        stated = item.get("datetime")
        if not (_exists(stated) and _shows(item.text, stated, _date_language(item, page))):
            yield Fault(f'<time datetime="{stated}"> shows "{item.shown}"', "write the same date in both")


def _date_language(item: Item, page: Page) -> str:
    """Return the language of a date: that of the part of the page around it, else the page's, whatever <html> claims."""
    around = (element.get("lang") for element in (item.element, *item.element.iterancestors()) if element.tag != "html")
    return next((language for language in around if language), page.language)


def _exists(stated: str) -> bool:
    if not MACHINE_DATE.fullmatch(stated):
        return False
    year, month, day = [*(int(part) for part in stated.split("-")), 1, 1][:3]
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


@lru_cache(maxsize=5_000)
def _shows(text: str, stated: str, language: str) -> bool:
    parts = [int(part) for part in stated.split("-")]
    shown = Counter(int(found) for found in re.findall("[0-9]+", ascii_digits(text)))
    if len(parts) == 1 or shown == Counter(parts):
        return shown == Counter(parts)
    named = any(name in text.lower() for name in _month_names(parts[1], language))
    return named and parts[0] in shown and shown <= Counter([parts[0], *parts[2:]])


@cache
def _month_names(month: int, language: str) -> frozenset[str]:
    forms = [(width, context) for width in ("wide", "abbreviated") for context in ("format", "stand-alone")]
    locale = locale_of(language)
    return frozenset(get_month_names(width, context, locale)[month].lower() for width, context in forms)  # type: ignore[arg-type]


def opening_clock(page: Page, built: Built) -> Iterator[Fault]:
    """What the script reads to tell who is open are facts of that country: week, holidays, zone; the zone's clock is right."""
    for item in page.clocks:
        facts = built.facts_for(item.country)
        week = (item.get("data-week"), item.get("data-on-holiday"))
        if week not in facts.weeks or item.get("data-zone") != facts.zone:
            shown = " ".join(f'{name}="{item.get(name)}"' for name in ("data-week", "data-on-holiday", "data-zone"))
            message = f"{shown} is no service's week"
            yield Fault(message, f"correct the page or {facts.file}")
        elif not _tells_time(facts.zone, *(item.get(f"data-{name}") or "" for name in ("offsets", "from", "to"))):
            message = f'data-offsets="{item.get("data-offsets")}" is not the clock of {facts.zone} on the days of the page'
            yield Fault(message, "build the site again, with the time zones of today (package tzdata)")


@lru_cache
def _tells_time(zone: str, offsets: str, first: str, last: str) -> bool:
    """Tell whether offsets give the time in a zone on each quarter of an hour of the days and the week after."""
    try:
        pairs = [step.partition("=")[::2] for step in offsets.split()]
        steps = [(_instant(since), timedelta(minutes=int(minutes))) for since, minutes in pairs]
        own = time_zone(zone)
        begin = datetime.combine(date.fromisoformat(first), time(), own).astimezone(UTC)
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 8
    except (ValueError, OverflowError):
        return False
    shown = None
    for number in range(days * 96):
        moment = begin + number * timedelta(minutes=15)
        while steps and steps[0][0] <= moment:
            shown = steps.pop(0)[1]
        if moment.astimezone(own).utcoffset() != shown:
            return False
    return days > 7


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC)


def qr_code(page: Page, built: Built) -> Iterator[Fault]:
    """A QR code (class qr) leads to the page of its country in the page's language."""
    for drawing in page.elements["svg"]:
        if "qr" in (drawing.get("class") or "").split():
            name = page.path.rpartition("/")[2]
            want = _drawn(built.address(page.language, f"help/{name}"))
            if not page.country or [part.get("d") for part in drawing.iter("path") if part.get("d")] != want:
                yield Fault("the QR code does not lead to the country's page", "make it from that page's address")


@lru_cache(maxsize=1_000)
def _drawn(address: str) -> list[str]:
    return re.findall(r' d="([^"]*)"', sheets.qr_code(address))


def hours_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="hours"> shows opening times of a service of that country, as the page's language writes them."""
    for item in _items(page, "data", "hours"):
        facts = built.facts_for(item.country)
        known = set(item.shown.split(", ")) <= span_texts(facts.spans, item.language_in(page))
        if item.get("value") != item.shown or not known:
            message = f'the opening times "{item.shown}" are those of no service of {facts.place}'
            yield Fault(message, f"correct the page or {facts.file}")


def law_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="law"> shows the number of a law, <data class="article"> an article that the glossary cites."""
    typed = (("law", built.known.law_numbers, "laws.yml"), ("article", built.known.articles, "glossary"))
    for kind, known, file in typed:
        for item in _items(page, "data", kind):
            if item.get("value") != item.shown or item.shown not in known:
                message = f'<data class="{kind}" value="{item.get("value")}"> shows "{item.shown}"'
                yield Fault(message, f"value and text are both the number as data/{file} has it")


def name_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="name"> shows an official name that the country's data hold, letter for letter."""
    for item in _items(page, "data", "name"):
        facts = built.facts_for(item.country)
        if item.shown not in facts.names or item.get("value") not in ("", item.shown):
            yield Fault(f'"{item.shown}" is no official name in {facts.file}', "write the name as the data have it")


def title_item(page: Page, built: Built) -> Iterator[Fault]:
    """<cite> shows the title of a source of that country or of references.yml, marked with the title's language."""
    for item in _items(page, "cite"):
        facts = built.facts_for(item.country)
        if (item.shown, _language(item)) not in facts.titles:
            message = f'<cite lang="{_language(item)}"> shows "{item.shown}", which is no title in {facts.file}'
            yield Fault(message, "copy the title and its language from the source")


def _language(item: Item) -> str:
    """Return the language of an item's text: its own, that of its only child, or that of what surrounds it."""
    children = list(item.element)
    whole = children[:1] if len(children) == 1 and text_of(children[0]) == item.text else []
    languages = (element.get("lang") for element in (*whole, item.element, *item.element.iterancestors()))
    return next((language for language in languages if language), "")


def prefix_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="prefix"> shows the telephone prefix of that country, with its plus sign."""
    for item in _items(page, "data", "prefix"):
        facts = built.facts_for(item.country)
        if item.shown != facts.prefix or item.get("value") != item.shown:
            yield Fault(f'the prefix "{item.shown}" is not that of {facts.place}', f'write "{facts.prefix}"')


def known_type(page: Page, built: Built) -> Iterator[Fault]:
    """A <data> element has one of the known classes; digits in another one would be proved by nobody."""
    for item in _items(page, "data"):
        if len({"law", "article", "name", "figure", "prefix", "hours"} & set(item.classes)) != 1:
            message = f'<data class="{item.get("class")}"> shows "{item.shown}"'
            yield Fault(message, "use class law, article, name, figure, prefix or hours")


def _items(page: Page, tag: str, kind: str = "") -> Iterator[Item]:
    return (item for item in page.typed if item.element.tag == tag and (not kind or kind in item.classes))


RULES = (
    date_item,
    hours_item,
    opening_clock,
    law_item,
    name_item,
    prefix_item,
    title_item,
    qr_code,
    known_type,
)
