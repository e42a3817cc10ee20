"""Pack the proved site of a clean commit as a release: archive, sums, manifest, changes, list of packages."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from seamark.release.making import ReleaseProblem, make
from seamark.release.repository import RepositoryProblem

ROOT = Path(__file__).resolve().parent.parent
# The code host gives this to a job that may ask for a key-less signature.
CAN_BE_SIGNED = "ACTIONS_ID_TOKEN_REQUEST_URL"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when the release is there, 1 when there can be none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="three numbers, such as 0.2.0")
    parser.add_argument("--site", type=Path, help="the built site (default: site)")
    parser.add_argument("--out", type=Path, help="the folder of the release (default: release)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    out = options.out or root / "release"
    try:
        release = make(root, options.site or root / "site", options.version, out)
    except (ReleaseProblem, RepositoryProblem, OSError, ValueError) as error:
        print(f"{error}\nNo release was made.")
        return 1
    print(f"{out}: {', '.join(release.names)}")
    print(f"Stage: {release.stage}. " + (f"Compared with {release.since}." if release.since else "There was no release before."))
    if release.refused:
        print(f"Look at changes.md: {release.refused} changes since {release.since} are such as the change gate refuses.")
    if os.environ.get(CAN_BE_SIGNED):
        print("Not signed yet: the next step of the workflow signs it, or fails.")
    else:
        print("Not signed: only the workflow of the code host can. SHA256SUMS shows damage, not who made the release.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
