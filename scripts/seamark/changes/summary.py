"""The report as text, and as Markdown for the summary of a pull request.

What stands in the data is text and nothing else: it becomes no link, no heading, no HTML, and it
calls nobody by an "@".
"""

from __future__ import annotations

from collections.abc import Iterable

from ..escaping import escaped, visible
from . import Report

TWO_APPROVALS = "Needs two approvals"


def as_lines(report: Report) -> str:
    """Return the changes and flags as lines for a terminal; the problems have a printer of their own."""
    # The mark in front keeps text of the data from being read as a command by the code host.
    lines = [f"- {visible(change.where)}: {visible(change.what)}" for change in report.changes]
    lines += [f"! {TWO_APPROVALS}: {visible(flag.subject)}: {visible(flag.why)}" for flag in report.flags]
    return "".join(f"{line}\n" for line in lines)


def as_markdown(report: Report, *, readable: bool = True) -> str:
    """Return the report as Markdown (GitHub Flavored); not `readable` are data that could not be compared."""
    parts = ["## What this change means for readers\n"]
    if report.flags:
        parts.append(f"**{TWO_APPROVALS}**\n")
        parts.append(_list(f"{visible(flag.subject)}: {visible(flag.why)}" for flag in report.flags))
    if report.problems:
        parts.append("**Cannot be merged as it is**\n")
        parts.append(_list(visible(str(problem)) for problem in report.problems))
    if report.changes:
        parts.append("**Changes**\n")
        parts.append(_list(f"{visible(change.where)}: {visible(change.what)}" for change in report.changes))
    elif not readable:
        parts.append("The data cannot be read, so nothing could be compared.\n")
    else:
        parts.append("No fact about a service, number or source changes.\n")
    return "\n".join(parts)


def _list(lines: Iterable[str]) -> str:
    return "".join(f"- {escaped(line)}\n" for line in lines)
