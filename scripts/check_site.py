"""Prove the built site: every number, link and language on every page is what the data say.

    python scripts/check_site.py [DIR] [--root ROOT]

DIR is the folder of the built site (`site` in ROOT if it is not given), ROOT the project's folder. Prints one
line `page: problem` for each problem and exits 1; else prints what was proved.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from seamark.built_site import examine
from seamark.loading import load
from seamark.problems import Problem, as_annotations, as_text

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when all is proved, 1 for any problem."""
    parser = argparse.ArgumentParser(description="Prove that the built site agrees with the data.")
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="folder of the built site (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    options = parser.parse_args(arguments)
    folder: Path = options.folder or options.root / "site"
    if not folder.is_dir():
        print(f"{folder}: there is no such folder; build the site first: make site")
        return 1
    data, problems = load(options.root.resolve())
    if data is None or problems:
        print(as_text(problems), end="")
        print("data: the data cannot be read, so nothing was proved; run scripts/check_data.py")
        return 1
    proof = examine(folder, data)
    if proof.problems:
        tell(proof.problems)
        return 1
    print(f"{proof.pages} pages in {proof.languages} languages proved: {proof.contacts} contacts, {proof.links} links checked")
    return 0


def tell(problems: Sequence[Problem]) -> None:
    """Print the problems, one a line; on GitHub as annotations too."""
    for problem in problems:
        advice = f"; {problem.fix}" if problem.fix else ""
        print(f"{problem.place.path}: {problem.message}{advice} [{problem.rule}]")
    if os.environ.get("GITHUB_ACTIONS"):
        print(as_annotations(problems), end="")


if __name__ == "__main__":
    sys.exit(main())
