"""Rules on figures: each is a number or says that it is missing, has a source, and parts fit their totals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import KINDS, MISSING, PARTS_OF_TOTAL, TOTAL, FigureGroup, FigureRow, Statistics
from ..problems import did_you_mean
from .survey import Finding, Survey, found

NUMBER = re.compile(r"0|[1-9][0-9]*")
PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
FIRST_YEAR = 2000  # the UN protocol is of that year
WRITE = f"write the digits only, or {' or '.join(MISSING)}"


def figures_are_numbers(survey: Survey) -> Iterator[Finding]:
    """A figure is a whole number in digits, without spaces, or says that it is not given or not legible."""
    for item in survey.data.statistics.values():
        for value in item.values:
            if not NUMBER.fullmatch(value) and value not in MISSING:
                yield found(value, f'the figure "{value}" is no number', WRITE)


def figures_have_a_dated_source(survey: Survey) -> Iterator[Finding]:
    """The source of figures bears a date: a figure without a year cannot be quoted."""
    for item in survey.data.statistics.values():
        reference = survey.data.references.get(item.source)
        if reference and not PERIOD.match(reference.stated):
            yield found(item.source, f'the source "{item.source}" bears no date', 'add "stated: …" in data/references.yml')


def figures_stand_for_years(survey: Survey) -> Iterator[Finding]:
    """A period is a year ("2017") or two ("2016-2018"), not in the future, and all rows of a table have the same ones."""
    for _, group, row in _rows(survey):
        for period in row.values:
            if not _is_period(period, survey.today.year):
                yield found(period, f'"{period}" is no year or span of years', 'write "2017" or "2016-2018"')
        if tuple(row.values) != group.periods:
            message = f'the row "{row.label}" has other years than the first row of its table'
            yield found(row.label, message, f"write a figure for each of: {', '.join(group.periods)}")


def parts_do_not_exceed_totals(survey: Survey) -> Iterator[Finding]:
    """The figures of a table come to no more than the total of their period, or its note says why."""
    for item in survey.data.statistics.values():
        totals = item.group(TOTAL)
        for group in item.groups:
            for period, total in totals.rows[0].values.items() if totals and group.note is None else ():
                parts = _parts(group, period)
                if NUMBER.fullmatch(total) and parts > int(total):
                    message = f'the figures of "{group.kind}" for {period} come to {parts}, more than the total {total}'
                    yield found(group.kind, message, 'correct them, or say why in "note: …"')


def _parts(group: FigureGroup, period: str) -> int:
    """Return what must not exceed the total: the sum of parts, or the largest of figures that are no parts."""
    written = [row.values[period] for row in group.rows if period in row.values]  # type: ignore[index]
    figures = [int(value) for value in written if NUMBER.fullmatch(value)]
    if group.kind in PARTS_OF_TOTAL:
        return sum(figures)
    return max(figures, default=0) if group.kind == "children" else 0


def figure_tables_stand_once(survey: Survey) -> Iterator[Finding]:
    """A state has one table of each kind, from the known kinds, with a name for each row that stands there once."""
    for item in survey.data.statistics.values():
        for number, group in enumerate(item.groups):
            if group.kind not in KINDS:
                yield found(group.kind, f'"{group.kind}" is no kind of table', did_you_mean(group.kind, KINDS))
            if group.kind in [other.kind for other in item.groups[:number]]:
                yield found(group.kind, f'the table "{group.kind}" stands twice in this file', "join the two")
            labels = [row.label for row in group.rows]
            for place, label in enumerate(labels):
                if label in labels[:place]:
                    yield found(label, f'the row "{label}" stands twice in this table', "join the two")


def other_figures_differ(survey: Survey) -> Iterator[Finding]:
    """A figure that is also stated belongs to a row of a table and differs from the figure there."""
    for item in survey.data.statistics.values():
        for other in item.also_stated:
            group = item.group(other.group)
            row = next((row for row in group.rows if row.label == other.row), None) if group else None
            if row is None:
                yield found(other.row, f'no table "{other.group}" has a row "{other.row}"', "copy both names from the tables")
            elif row.values.get(other.period) == other.value:
                yield found(other.value, f'"{other.value}" is the figure in the table too', "remove it here")


def _is_period(text: str, this_year: int) -> bool:
    match = PERIOD.fullmatch(text)
    years = [int(year) for year in match.groups() if year] if match else []
    return bool(years) and years[0] >= FIRST_YEAR and years[-1] <= this_year and sorted(set(years)) == years


def _rows(survey: Survey) -> Iterator[tuple[Statistics, FigureGroup, FigureRow]]:
    for item in survey.data.statistics.values():
        for group in item.groups:
            yield from ((item, group, row) for row in group.rows)
