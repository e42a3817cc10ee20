"""Make the entry of data/do_not_list.yml for a number, an address or a name, and tell where it still stands."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from seamark.checks import check
from seamark.loading import load
from seamark.model import DoNotList
from seamark.problems import as_text
from seamark.unlisted import mark_of, own_form
from seamark.yamltext import Text

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Print the entry and the places; exit with 1 when it cannot be made. Nothing is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--country", default="", help="the country (ISO 3166-1) of a short code: EE; other numbers begin with +")
    parser.add_argument("--reason", default="asked", help="why, from the reasons in data/vocabularies.yml (default: asked)")
    parser.add_argument("--on", type=date.fromisoformat, default=datetime.now(UTC).date(), help="day on which it was asked")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    # Typed in and not given as an argument: what stands on a command line stays in its history.
    what = input("Number, e-mail, web address or name: " if sys.stdin.isatty() else "").strip()
    data, problems = load(options.root)
    if data is None:
        print(as_text(problems), end="")
        return 1
    try:
        form = own_form(what, options.country)
    except ValueError as error:
        print(error)
        return 1
    if options.reason not in data.vocabularies.reasons:
        print(f'"{options.reason}" is no reason of data/vocabularies.yml: {", ".join(data.vocabularies.reasons)}')
        return 1
    entry = DoNotList(mark=Text(mark_of(form)), on=Text(options.on), reason=Text(options.reason))
    print(f'Add this to data/do_not_list.yml:\n\n- mark: "{entry.mark}"\n  on: "{entry.on}"\n  reason: {entry.reason}\n')
    still = check(replace(data, do_not_list=(entry,)), options.on, only=["unlisted-stand-nowhere"])
    print("It still stands here, and must go:" if still else "It stands nowhere in data/ today.")
    for problem in still:
        print(problem.place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
