"""Rules on figures: each stands in its own table, row and column, as data/statistics/ has it."""

from __future__ import annotations

from collections.abc import Iterator

from ..figures import MISSING, FigureGroup, Statistics
from .folder import Built, Fault
from .page import Element, Page, text_of

COUNTS_PAGE = "about/translation"
FIGURES_PAGE = "journalists/figures"
Grid = list[tuple[str, ...]]


def figure_item(page: Page, built: Built) -> Iterator[Fault]:
    """<data class="figure"> shows a count of texts by status or a figure of the statistics, on the page for each."""
    known = {COUNTS_PAGE: "translation_counts", FIGURES_PAGE: "statistics"}.get(page.path)
    figures: frozenset[str] = getattr(built.known, known) if known else frozenset()
    for item in page.typed:
        if "figure" in item.classes and not (item.get("value") == item.shown and item.shown in figures):
            yield Fault(f'the figure "{item.shown}" is in no data', "show only figures that the data hold")


def figure_tables(page: Page, built: Built) -> Iterator[Fault]:
    """The page of figures shows every table of the statistics: same periods, rows, figures and gaps, and no other figure."""
    if page.path != FIGURES_PAGE:
        return
    for stem, statistics in built.data.statistics.items():
        for group in statistics.groups:
            name = f"{stem}-{group.kind}"
            yield from _compare(name, _wanted(group), _grid(page.by_id.get(name)), stem)
        yield from _compare(f"{stem}-also", _wanted_others(statistics), _others(page.by_id.get(f"{stem}-also")), stem)
    shown = sum("figure" in item.classes for item in page.typed)
    held = sum(value.isdecimal() for statistics in built.data.statistics.values() for value in statistics.values)
    if shown != held:
        yield Fault(f"the page shows {shown} figures where the data hold {held}", "show each figure once, in its table")


def figure_sources(page: Page, built: Built) -> Iterator[Fault]:
    """Each table on the page of figures names in its caption the title of its source, and its year."""
    if page.path != FIGURES_PAGE:
        return
    for stem, statistics in built.data.statistics.items():
        reference = built.data.references[statistics.source]
        for group in statistics.groups:
            table = page.by_id.get(f"{stem}-{group.kind}")
            caption = table.find("caption") if table is not None else None
            inside = page.items_in(caption, "cite", "time") if caption is not None else []
            titles = {item.shown for item in inside if item.element.tag == "cite"}
            years = {item.get("datetime") for item in inside if item.element.tag == "time"}
            if not {" ".join(reference.title.split())} <= titles or reference.stated[:4] not in years:
                yield Fault(f'the table "{stem}-{group.kind}" does not name its source and year', "name them in its caption")


def _wanted(group: FigureGroup) -> Grid:
    head = ("", *(period.replace("-", "–") for period in group.periods))
    return [head, *((str(row.label), *(MISSING.get(value, str(value)) for value in row.values.values())) for row in group.rows)]


def _wanted_others(statistics: Statistics) -> Grid:
    return [(other.period.replace("-", "–"), str(other.value)) for other in statistics.also_stated]


def _compare(name: str, want: Grid, found: Grid, stem: str) -> Iterator[Fault]:
    if want != found:
        wrong = next((" | ".join(row) for row in found if row not in want), "a row is missing or stands elsewhere")
        yield Fault(f'"{name}" differs from data/statistics/{stem}.yml: {wrong}', "build the page from the data")


def _grid(table: Element | None) -> Grid:
    """Return the text of a table's cells, row by row."""
    return [] if table is None else [tuple(_text(cell) for cell in row) for row in table.iter("tr")]


def _others(items: Element | None) -> Grid:
    """Return period and figure of each item of a list."""
    return [] if items is None else [(_all(item, "time"), _all(item, "data")) for item in items.iter("li")]


def _all(element: Element, tag: str) -> str:
    return "–".join(_text(part) for part in element.iter(tag))


def _text(element: Element) -> str:
    return " ".join(text_of(element).split())


RULES = (figure_item, figure_tables, figure_sources)
