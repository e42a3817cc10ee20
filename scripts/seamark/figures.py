"""Figures on victims and on criminal justice, as a report gives them: their shape, and the rows of the table to download.

A figure is a whole number in digits, or one of two words: `not-given` where the report has no figure, and
`not-legible` where it has one that our copy does not show. Neither is ever zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from .model import Model
from .yamltext import Text

if TYPE_CHECKING:
    from .loading import Data

NOT_GIVEN = "not-given"
NOT_LEGIBLE = "not-legible"
MISSING = {NOT_GIVEN: "not given", NOT_LEGIBLE: "not legible"}
TOTAL = "total"
# Kinds of tables, with their English headings; the parts of the first ones make up the total of a period.
PARTS_OF_TOTAL = {"status", "form", "gender", "age", "origin"}
KINDS = {
    TOTAL: "victims by year",
    "status": "victims by identification",
    "form": "victims by form of exploitation",
    "gender": "victims by gender",
    "age": "victims by age",
    "children": "children among the victims",
    "origin": "victims by nationality or origin",
    "crimes": "recorded crimes",
    "justice": "criminal justice",
}
STEPS = 20  # lengths that the bar behind a figure can have
FIELDS = ("country", "table", "row", "period", "value", "status", "stated_in", "source", "source_date", "note")


class FigureRow(Model):
    """A row of a table: one thing that is counted, in each period."""

    label: Text = Field(description="What is counted, in English: Sexual exploitation.", examples=["Sexual exploitation"])
    values: dict[Text, Text] = Field(
        description='Figure by period: {"2016": "112", "2017": not-given, "2016-2018": not-legible}; never 0 where none is given.',
        examples=[{"2016": "112", "2017": "not-given"}],
    )


class FigureGroup(Model):
    """A table of figures."""

    kind: Text = Field(description="total, status, form, gender, age, children, origin, crimes or justice.", examples=["form"])
    note: Text | None = Field(
        default=None,
        description="Footnote in English; it says why, where the parts exceed the total. Years as {2018}.",
        examples=["For {2018} the forms come to one more than the total."],
    )
    rows: tuple[FigureRow, ...] = Field(min_length=1, description="The rows, in the order of the report.")

    @property
    def periods(self) -> tuple[str, ...]:
        """The columns: "2016" or "2016-2018"."""
        return tuple(str(period) for period in self.rows[0].values)

    @property
    def largest(self) -> int:
        """The greatest figure, 0 without any."""
        return max((int(value) for row in self.rows for value in row.values.values() if value.isdecimal()), default=0)


class OtherFigure(Model):
    """A figure as another part of the same report gives it."""

    group: Text = Field(description="Kind of the table: total.", examples=["total"])
    row: Text = Field(description="Label of the row.", examples=["Total"])
    period: Text = Field(description='Period: "2017" or "2016-2018".', examples=["2017"])
    value: Text = Field(description='The other figure: "669".', examples=["669"])
    where: Text = Field(description="Where it stands, in English: summary of the report.", examples=["summary of the report"])


class Statistics(Model):
    """The figures of one state from one report. Its words are English and are not translated."""

    country: Text = Field(description='ISO 3166-1 code in quotes: "DK", "NO".', examples=["DK"])
    source: Text = Field(description="Id from references.yml.", examples=["cbss-round-up-2020"])
    section: Text = Field(
        description="Where in the source, in English; years as {2018}.", examples=["Denmark: statistics {2016}–{2018}"]
    )
    counted: Text = Field(
        description="Who is counted as a victim, in English, without a full stop.", examples=["Victims who were identified"]
    )
    notes: tuple[Text, ...] = Field(
        default=(),
        description="What a reader must know of the figures; years as {2018}.",
        examples=[["The way of counting changed in {2017}."]],
    )
    also_stated: tuple[OtherFigure, ...] = Field(default=(), description="Where the report gives other figures too.")
    groups: tuple[FigureGroup, ...] = Field(min_length=1, description="The tables.")

    @property
    def sentences(self) -> Iterator[Text]:
        """Every text that readers see besides the figures."""
        yield from (self.section, self.counted, *self.notes, *(other.where for other in self.also_stated))
        for group in self.groups:
            yield from (text for text in (group.note, *(row.label for row in group.rows)) if text is not None)

    def group(self, kind: str) -> FigureGroup | None:
        """Return the table of a kind, or None."""
        return next((group for group in self.groups if group.kind == kind), None)

    @property
    def values(self) -> Iterator[Text]:
        """Every figure and word for a missing one, those that are also stated too."""
        for group in self.groups:
            for row in group.rows:
                yield from row.values.values()
        for other in self.also_stated:
            yield other.value


def bar(value: str, largest: int) -> int:
    """Return the length of the bar behind a figure, 0 to `STEPS`; a figure above zero has one that can be seen."""
    if not value.isdecimal() or largest == 0:
        return 0
    return max(round(STEPS * int(value) / largest), int(value != "0"))


def rows(data: Data) -> Iterator[tuple[str, ...]]:
    """Yield every figure as a row of `FIELDS`; `value` is empty where `status` is not "given"."""
    for item in data.statistics.values():
        source = (str(item.source), str(data.references[item.source].stated))
        for group in item.groups:
            note = plain(group.note or "")
            for row in group.rows:
                for period, value in row.values.items():
                    yield _row(item.country, group.kind, row.label, period, value, "table", *source, note)
        for other in item.also_stated:
            yield _row(item.country, other.group, other.row, other.period, other.value, other.where, *source, "")


def _row(*cells: str) -> tuple[str, ...]:
    *key, value, where, source, date, note = map(str, cells)
    status = value if value in MISSING else "given"
    return (*key, "" if value in MISSING else value, status, where, source, date, note)


def plain(text: str) -> str:
    """Return a note without the marks around its years."""
    return text.replace("{", "").replace("}", "")
