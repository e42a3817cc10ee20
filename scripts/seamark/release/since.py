"""What changed for readers since the last release, told by the change gate."""

from __future__ import annotations

from pathlib import Path

from ..changes import compare
from ..changes.revision import RevisionProblem, data_of
from ..changes.summary import as_markdown
from ..loading import Data


def changes_text(root: Path, data: Data, tag: str, version: str) -> tuple[str, int]:
    """Return the report as Markdown, and how many changes the gate would not have let through.

    `tag` is that of the last release, "" when there was none. A former state that today's code cannot read is told
    as what could not be compared, never as no change.
    """
    title = f"# {data.site.name} {version}"
    stage = "" if data.site.stage == "public" else f"This is a release of the stage “{data.site.stage}”, not a public one.\n\n"
    if not tag:
        return f"{title}\n\n{stage}This is the first release, so there is nothing to compare it with.\n", 0
    try:
        before, former = data_of(root, tag)
    except RevisionProblem as error:
        before, former = None, []
        stage += f"{error}\n\n"
    if before is None:
        return f"{title}\n\n{stage}The data of {tag} cannot be read any more, so nothing was compared.\n", 0
    report = compare(before, data)
    note = f"{len(former)} parts of the data of {tag} cannot be read any more; what stands there now counts as new.\n\n"
    return f"{title}\n\n{stage}Compared with {tag}.\n\n{note if former else ''}{as_markdown(report)}", len(report.problems)
