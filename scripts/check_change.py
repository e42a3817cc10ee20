"""Tell what a change of data/ means for readers, and refuse what nobody has looked at. Ends with 1 when it is refused."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from seamark.changes import Report, compare
from seamark.changes.revision import RevisionProblem, data_of
from seamark.changes.summary import as_lines, as_markdown
from seamark.loading import load
from seamark.problems import as_annotations, as_text, count_of

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 merge it, 1 refused, 2 the revision cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True, metavar="REV", help="the revision to compare with, such as origin/main")
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ (default: this project)")
    parser.add_argument("--summary", type=Path, metavar="FILE", help="also write the report as Markdown to this file")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    after, problems = load(root)
    if after is None or problems:  # what cannot be read cannot be compared: nothing may pass for unchanged
        report = Report(changes=(), problems=tuple(sorted(set(problems))), flags=())
        return _tell(report, options.summary, readable=False)
    try:
        before, former = data_of(root, options.base)
    except RevisionProblem as error:
        print(error, file=sys.stderr)
        return 2
    if before is None:
        print(f'data/ cannot be read as it stood at "{options.base}"; name a revision that is in order', file=sys.stderr)
        return 2
    if former:
        print(
            f'{len(former)} parts of data/ at "{options.base}" cannot be read; what stands there now counts as new', file=sys.stderr
        )
    return _tell(compare(before, after), options.summary)


def _tell(report: Report, summary: Path | None, *, readable: bool = True) -> int:
    if summary is not None:
        beside = summary.with_name(f"{summary.name}.new")
        beside.write_text(as_markdown(report, readable=readable), "utf-8")
        beside.replace(summary)
    print(as_lines(report), end="")
    print(as_text(report.problems), end="")
    if os.environ.get("GITHUB_ACTIONS"):
        print(as_annotations(report.problems), end="")
    if report.problems:
        print(count_of(len(report.problems)), file=sys.stderr)
    elif not report.changes:
        print("No fact about a service, number or source changes.")
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
