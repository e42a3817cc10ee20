"""Check everything in data/ and say what to type instead. Ends with 1 when anything is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from datetime import date
from pathlib import Path

from seamark.checks import check
from seamark.contacts import contacts_of
from seamark.loading import Data, load
from seamark.problems import Problem, as_annotations, as_text, count_of

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ and docs/ (default: this project)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the check, YYYY-MM-DD")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    data, problems = load(root)
    if data is not None:
        problems += check(data, options.today)
    if data is None or problems:
        return _report(problems)
    print(_summary(root, data))
    return 0


def _report(problems: list[Problem]) -> int:
    print(as_text(problems), end="")
    if os.environ.get("GITHUB_ACTIONS"):
        print(as_annotations(problems), end="")
    print(count_of(len(set(problems))), file=sys.stderr)
    return 1


def _summary(root: Path, data: Data) -> str:
    counts = {
        "files": sum(1 for _ in (root / "data").rglob("*.yml")),
        "countries": len(data.countries),
        "services": sum(len(country.services) for country in data.countries.values()),
        "contacts": sum(1 for country in data.countries.values() for _ in contacts_of(country)),
    }
    return f"No problems: {', '.join(f'{number} {name}' for name, number in counts.items())} checked."


if __name__ == "__main__":
    gc.disable()  # nothing becomes garbage in this short run, and looking for it takes a third of the time
    sys.exit(main())
