"""Check that every text, English and translated, really is in the language that it claims to be in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from seamark.detecting import find_foreign, make_detector
from seamark.loading import load
from seamark.problems import as_text
from seamark.yamltext import YamlProblem

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when every text is in its language, 1 when one is not or could not be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HOME, help="the project's folder")
    root = parser.parse_args(arguments).root.resolve()
    data, problems = load(root)
    if data is None or problems:
        print(as_text(problems), end="")
        return 1
    try:
        problems = find_foreign(data, make_detector())
    except ImportError as error:
        print(f"The detector of languages is not installed ({error}), so nothing was looked at. Run: make check-languages")
        return 1
    except (OSError, YamlProblem) as error:
        print(f"A catalogue cannot be read: {error}. Correct it, or take the last version that works.")
        return 1
    print(as_text(problems) or f"No problems: the texts of {len(data.site.languages)} languages are in their languages.\n", end="")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
