"""Look at the page of every source: does each published contact still stand there?

    python scripts/check_sources.py [--report FILE] [--root ROOT] [--today DATE] [--cache FOLDER] [--minutes N]

For a schedule, never for a pull request: it asks other people's servers. It changes no fact. It writes
data/looks.json and, with --report, a report in Markdown for one issue. Ends with 0 when every contact was
confirmed at every source, 1 when something is contradicted or nothing could be confirmed, 3 when something is
unknown, 2 for a wrong option.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from aiohttp.abc import AbstractResolver

from seamark.frame import url_of
from seamark.loading import Data, load
from seamark.looks.asking import Limits
from seamark.looks.looking import look_at, user_agent
from seamark.looks.records import UnreadableRecords, as_json, read_records, remember
from seamark.looks.reporting import FAILED, as_markdown, as_summary, exit_code
from seamark.looks.targets import targets_of
from seamark.looks.writing import write
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent
LOOKS = Path("data") / "looks.json"
CONTACT_PAGE = "about/correct"  # where whoever minds our visits finds whom to write to


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the check, YYYY-MM-DD")
    parser.add_argument("--report", type=Path, help="file for the report in Markdown")
    parser.add_argument("--cache", type=Path, help="folder for pages that did not change (default: .sources/pages in ROOT)")
    parser.add_argument("--minutes", type=float, default=30, help="longest time for the whole run (default: 30)")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    data, problems = load(root)
    if data is None or problems:
        print(as_text(problems), end="")
        print("The data cannot be read whole, so no source was looked at; run: make check")
        return FAILED
    limits = Limits(run_seconds=60 * options.minutes)
    return check(data, limits, options.today, options.cache or root / ".sources" / "pages", options.report)


def check(
    data: Data, limits: Limits, today: date, cache: Path, report: Path | None, resolver: AbstractResolver | None = None
) -> int:
    """Look at the sources of the data, write what was found, print a summary; return the exit code.

    `resolver` finds the machines behind names; tests put their own there.
    """
    place = data.root / LOOKS
    try:
        before = read_records(place)
    except UnreadableRecords as error:
        print(f"{LOOKS.as_posix()}: {error}")
        return FAILED
    agent = user_agent(f"{data.site.url}{url_of(CONTACT_PAGE)}")
    looks = look_at(targets_of(data), agent=agent, limits=limits, cache=cache, resolver=resolver)
    records = remember(before, looks, today)
    write(place, as_json(records))
    if report:
        write(report, as_markdown(records, today).encode())
    print(as_summary(records), end="")
    return exit_code(records)


if __name__ == "__main__":
    sys.exit(main())
