"""Apply a patch that suggest.py led to: it may change files of data/ only. Runs where the rights to write are."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from seamark.editing.patches import PatchRefused, apply_patch

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Apply the patch to the files and the index; return 1, with nothing changed, when it does anything else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patch", type=Path, help="file with the patch")
    parser.add_argument("--root", type=Path, default=HOME, help="the clone (default: this project)")
    options = parser.parse_args(arguments)
    try:
        changed = apply_patch(options.root.resolve(), options.patch.resolve())
    except (PatchRefused, OSError) as error:
        print(f"Nothing was changed: {error}", file=sys.stderr)
        return 1
    print("\n".join(changed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
