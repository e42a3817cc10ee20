"""Measure every figure of the reader's side on the built site, beside its limit. Needs Chromium, Node and Java."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from audit import access, layout, leaving, lighthouse, markup, proofs, search, weight, without_script
from audit.built import Site, serving
from audit.figures import Figure, as_faults, as_table
from audit.tools import Missing, find

ROOT = Path(__file__).resolve().parent.parent
# In the order of the table. Another measure is one line here.
MEASURES: dict[str, Callable[[Site], Iterator[Figure]]] = {
    "weight": weight.measure,
    "first-call": weight.measure_first_call,
    "lighthouse": lighthouse.measure,
    "slow-phone": lighthouse.measure_slow,
    "axe": access.measure,
    "markup": markup.measure,
    "without-script": without_script.measure,
    "layout": layout.measure,
    "exit": leaving.measure,
    "proof": proofs.measure,
    "search": search.measure,
}


def main() -> int:
    """Print the table and where limits are broken; return 1 when one is, 2 when the audit could not run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the built site (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder with data/ and docs/")
    parser.add_argument("--tools", type=Path, default=ROOT / ".audit", help="where npm installed the programs")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES), help="measure only these rows")
    parser.add_argument("--languages", nargs="+", default=[], help="measure only the pages of these languages")
    arguments = parser.parse_args()
    figures: list[Figure] = []
    missing: Missing | None = None
    try:
        with serving(arguments.root, arguments.site.resolve(), find(arguments.tools), arguments.languages) as site:
            for name in arguments.only:
                start = time.monotonic()
                found = list(MEASURES[name](site))
                figures += found
                verdict = "holds" if all(figure.holds for figure in found) else "does not hold"
                # What is wrong is told at once: the whole audit takes hours.
                print(f"{name}: {verdict}, {time.monotonic() - start:.0f} s{as_faults(found)}", file=sys.stderr, flush=True)
    except Missing as error:
        missing = error
    if figures:  # what was measured before something was missing took long enough to be told
        print(as_table(figures), end="")
    if missing:
        print(missing, file=sys.stderr)
        return 2
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
