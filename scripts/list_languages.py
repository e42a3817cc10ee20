"""Print the languages of the site as JSON, in its order: what builds each language on a machine of its own."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from seamark.building import DataProblems, language_entries

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Print one line such as ["en", "uk"] and return 0; return 1 when the data cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ (default: this project)")
    options = parser.parse_args(arguments)
    try:
        print(json.dumps([entry["locale"] for entry in language_entries(options.root.resolve())]))
    except DataProblems as error:
        print(error, end="", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
