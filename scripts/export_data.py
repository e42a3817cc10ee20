"""Write the open data: contacts and glossary in every format.

    python scripts/export_data.py [--out DIR] [--as-of DATE] [--root ROOT]

DIR is the folder to write (`site/data/v1` in ROOT if it is not given), DATE the day for which the data are true
(the day of the commit if it is not given). `make site` does this too, and proves what was written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from seamark import building, exports
from seamark.checks import check
from seamark.loading import load
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


def day(text: str) -> date:
    """Return a date. Raises `argparse.ArgumentTypeError` with what to type instead."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day; type it like 2026-11-22') from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when all is written, 1 when the data are not right."""
    parser = argparse.ArgumentParser(description="Write the open data: contacts and glossary in every format.")
    parser.add_argument("--out", metavar="DIR", type=Path, help="folder to write (default: site/data/v1)")
    parser.add_argument("--as-of", metavar="DATE", type=day, help="day for which the data are true (default: of the commit)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    as_of = options.as_of or building.as_of_date(root)
    data, problems = load(root)
    if data is not None:
        problems += check(data, as_of)
    if data is None or problems:
        print(as_text(problems) + "The data are not right, so nothing was written.")
        return 1
    folder: Path = options.out or root / "site" / exports.FOLDER
    if folder.exists() and any(folder.iterdir()) and not (folder / exports.CHECKSUMS).is_file():
        print(f"{folder}: this folder holds other files, and would be replaced; name an empty or a new folder")
        return 1
    files = exports.export(data, as_of)
    exports.write(folder, files)
    print(f"{folder}: {len(files)} files, {sum(len(text.encode()) for text in files.values()) // 1000} kilobytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
