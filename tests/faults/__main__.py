"""Plant every fault and print the score of each group; exits 1 when one is not caught by its rule alone."""

from __future__ import annotations

import contextlib
import io
import sys

from seamark import building

from . import IN_DATA, IN_SITE, bench, site_bench
from .score import GROUPS, ROOT, Benches, benches, uncovered


def main() -> int:
    """Run the command and return its exit code."""
    lost = 0
    with benches(building.as_of_date(ROOT)) as places:
        lost = sum(_score(places, group) for group in GROUPS)
    total = sum(map(len, GROUPS.values()))
    missing = [*uncovered(bench.rules(), IN_DATA), *uncovered(site_bench.rules(), IN_SITE)]
    if missing:
        print(f"No fault is planted for: {', '.join(missing)}")
    print(f"all groups: {total - lost} of {total} faults are caught, each by its one rule")
    return 1 if lost or missing else 0


def _score(places: Benches, group: str) -> int:
    """Plant the faults of a group, print what is wrong and the score, and return how many are not caught."""
    lost = 0
    for fault in GROUPS[group]:
        with contextlib.redirect_stdout(io.StringIO()):  # what the build says
            why = places.judge(group, fault)
        if why:
            lost += 1
            print(f"{group}: {fault}: {why}")
    print(f"{group}: {len(GROUPS[group]) - lost} of {len(GROUPS[group])}", flush=True)
    return lost


if __name__ == "__main__":
    sys.exit(main())
