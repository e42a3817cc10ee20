"""Show how far each language is: texts that are reviewed, by machine, outdated or missing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from seamark.loading import load
from seamark.problems import as_text
from seamark.status import State, states_of
from seamark.translations import STATUSES
from seamark.yamltext import YamlProblem

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Print a table of all languages, or the areas of one and each of its texts that is not by machine; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", help="show the areas of one language: uk")
    parser.add_argument("--root", type=Path, default=HOME, help="the project's folder")
    options = parser.parse_args(arguments)
    data, problems = load(options.root.resolve())
    if data is None or problems:
        print(as_text(problems), end="")
        return 1
    try:
        states = {state.language: state for state in states_of(data)}
    except (OSError, YamlProblem) as error:
        print(f"A catalogue cannot be read: {error}. Correct it, or take the last version that works.")
        return 1
    if options.language is None:
        print(_table({language: state.total for language, state in states.items()}), end="")
    elif options.language in states:
        print(_table(states[options.language].areas) + _named(states[options.language]), end="")
    else:
        print(f'"{options.language}" is no language into which this site is translated; use one of {", ".join(states)}')
        return 1
    return 0


def _table(rows: dict[str, dict[str, int]]) -> str:
    width = max(map(len, rows), default=0)
    lines = [f"{'':{width}}" + "".join(f"{status:>10}" for status in STATUSES)]
    lines += [f"{name:{width}}" + "".join(f"{counts[status]:>10}" for status in STATUSES) for name, counts in rows.items()]
    return "\n".join(lines) + "\n"


def _named(state: State) -> str:
    return "".join(f"{status}: {unit}\n" for unit, status in state.units.items() if status in ("stale", "missing"))


if __name__ == "__main__":
    sys.exit(main())
