"""Rules on typed items: elements that may hold digits because their type says what the digits are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from .digits import ascii_digits
from .facts import span_texts
from .folder import Built, Fault
from .page import Item, Page

MACHINE_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
COUNTS_PAGE = "about/translation"


def date_item(page: Page, built: Built) -> Iterator[Fault]:
    """<time datetime> holds a date that exists (YYYY, YYYY-MM or YYYY-MM-DD), shows its year and no other digits."""
    for item in _items(page, "time"):
        stated = item.get("datetime")
        if "hours" not in item.classes and not (_exists(stated) and _shows(item.text, stated)):
            yield Fault(f'<time datetime="{stated}"> shows "{item.shown}"', "write the same date in both")


def _exists(stated: str) -> bool:
    if not MACHINE_DATE.fullmatch(stated):
        return False
    year, month, day = [*(int(part) for part in stated.split("-")), 1, 1][:3]
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _shows(text: str, stated: str) -> bool:
    parts = [int(part) for part in stated.split("-")]
    shown = [int(found) for found in re.findall("[0-9]+", ascii_digits(text))]
    return parts[0] in shown and not Counter(shown) - Counter(parts)


def hours_item(page: Page, built: Built) -> Iterator[Fault]:
    """<time class="hours"> shows opening times of a service of that country, as the page's language writes them."""
    for item in _items(page, "time", "hours"):
        facts = built.facts_for(item.country)
        if not set(item.shown.split(", ")) <= span_texts(facts.spans, page.language):
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


def figure_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="figure"> stands on the page about translation and shows a count of texts by their status."""
    for item in _items(page, "data", "figure"):
        known = built.known.translation_counts if page.path == COUNTS_PAGE else frozenset()
        if item.get("value") != item.shown or item.shown not in known:
            yield Fault(f'the figure "{item.shown}" is in no data', "show only figures that the data hold")


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
    whole = children[:1] if len(children) == 1 and "".join(children[0].itertext()) == item.text else []
    languages = (element.get("lang") for element in (*whole, item.element, *item.element.iterancestors()))
    return next((language for language in languages if language), "")


def known_type(page: Page, built: Built) -> Iterator[Fault]:
    """A <data> element has one of the known classes; digits in another one would be proved by nobody."""
    for item in _items(page, "data"):
        if len({"law", "article", "name", "figure"} & set(item.classes)) != 1:
            message = f'<data class="{item.get("class")}"> shows "{item.shown}"'
            yield Fault(message, "use class law, article, name or figure")


def _items(page: Page, tag: str, kind: str = "") -> Iterator[Item]:
    return (item for item in page.typed if item.element.tag == tag and (not kind or kind in item.classes))


RULES = (date_item, hours_item, law_item, name_item, figure_item, title_item, known_type)
