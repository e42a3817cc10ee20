"""Look at a published site: headers, pages for wrong addresses, every country's numbers, the age of the release."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from seamark.fetching import asker
from seamark.live import NoAnswer, look
from seamark.loading import load
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when all is right, 1 for any problem, 2 when nothing could be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="where the site is published: https://seamark.example/")
    parser.add_argument("--site", type=Path, help="the site that was proved, to compare with (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    parser.add_argument("--oldest", type=int, default=10, metavar="DAYS", help="age of a release that is still right (default: 10)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the check, YYYY-MM-DD")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    site = options.site or root / "site"
    data, problems = load(root)
    if data is None or problems:
        print(as_text(problems) + "The data cannot be read, so nothing was looked at.")
        return 2
    if not (site / "_headers").is_file():
        print(f"{site}: no built site is here to compare with; run make site, or unpack the release and name it with --site")
        return 2
    try:
        found = list(look(asker(options.address), site, data, options.today, options.oldest))
    except (NoAnswer, ValueError) as error:
        print(f"{error}\nNot everything could be looked at, so nothing counts as right.")
        return 2
    if found:
        print("\n".join(found), f"{len(found)} problems at {options.address}", sep="\n")
        return 1
    count = len(data.countries) * len(data.site.languages)
    print(
        f"{options.address}: headers, {len(data.site.languages)} pages for wrong addresses, {count} pages of countries are right."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
