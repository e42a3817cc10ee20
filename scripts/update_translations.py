"""Bring the catalogues in locale/ up to date with the English texts, or check that they are."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from seamark.catalogues import catalogue_texts
from seamark.loading import load
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write what has changed; with --check, write nothing and exit 1 if anything would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a catalogue is out of date")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    arguments = parser.parse_args()
    data, problems = load(arguments.root)
    if data is None or problems:
        print(as_text(problems), end="")
        return 1
    try:
        texts = catalogue_texts(data)
    except OSError as error:
        print(f"A catalogue cannot be read: {error}. Correct it, or take the last version that works.")
        return 1
    changed = []
    for path, text in texts.items():
        place = arguments.root / path
        if not place.exists() or place.read_text("utf-8") != text:
            changed.append(path)
            if not arguments.check:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, "utf-8")
    for path in changed:
        print(f"{path.as_posix()}: {'out of date; run: make translations' if arguments.check else 'written'}")
    return 1 if arguments.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
