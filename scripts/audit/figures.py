"""Figures: what was measured, the limit that it must keep, and where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SHOWN_FAULTS = 12


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row of the table. `faults` say where the limit is broken, one a line, worst first."""

    name: str
    limit: str
    measured: str
    holds: bool
    faults: tuple[str, ...] = ()


def at_most(name: str, limit: int, values: Mapping[str, int], unit: str = "", where: str = "") -> Figure:
    """Return the figure whose largest value must not exceed a limit; `values` are by place.

    Nothing measured breaks the limit: a check that could not run has failed.
    """
    unit = f" {unit}" if unit else ""
    worst = sorted(values.items(), key=lambda item: -item[1])
    over = tuple(f"{place}: {value:,}{unit}" for place, value in worst if value > limit)
    measured = f"{worst[0][1]:,}{unit} ({worst[0][0]}){where}" if worst else "nothing"
    return Figure(name=name, limit=f"≤ {limit:,}{unit}", measured=measured, holds=bool(worst) and not over, faults=over)


def none_of(name: str, faults: Sequence[str], looked_at: int, what: str) -> Figure:
    """Return the figure of faults of which there must be none, among `looked_at` of `what`.

    Nothing looked at breaks the limit: a check that could not run has failed.
    """
    measured = f"{len(faults)} in {looked_at:,} {what}"
    return Figure(name=name, limit="0", measured=measured, holds=not faults and looked_at > 0, faults=tuple(faults))


def as_table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines of "figure | limit | measured | holds?", columns aligned."""
    rows = [("figure", "limit", "measured", "holds?")]
    rows += [(each.name, each.limit, each.measured, "yes" if each.holds else "NO") for each in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "-|-".join("-" * width for width in widths))
    return "".join(f"{line}\n" for line in lines)


def as_faults(figures: Iterable[Figure]) -> str:
    """Return the faults of the figures that do not hold, some of each."""
    text = ""
    for figure in figures:
        if not figure.holds:
            left = len(figure.faults) - SHOWN_FAULTS
            text += f"\n{figure.name}: {figure.measured}, the limit is {figure.limit}\n"
            text += "".join(f"  {' '.join(fault.split())[:400]}\n" for fault in figure.faults[:SHOWN_FAULTS])
            text += f"  … and {left} more\n" if left > 0 else ""
    return text
