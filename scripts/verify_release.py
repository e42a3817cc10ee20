"""Check a downloaded release, offline, and unpack it if asked. Needs Python 3.11 and nothing else."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from seamark.release.verifying import verify


def unpack(site: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a verified site into a folder that must not exist. Raises `OSError`."""
    folder.mkdir(parents=True)
    for name, content in site.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when nothing is wrong, 1 for any problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with all files of the release")
    parser.add_argument("--unpack", type=Path, metavar="DIR", help="write the site into this new folder when nothing is wrong")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"{options.folder}: there is no such folder; put all files of the release into one folder and name it")
        return 1
    found = verify(options.folder)
    if found.problems:
        print("\n".join(found.problems), "Do not publish this release.", sep="\n")
        return 1
    told = found.manifest
    pages = sum(told["pages"].values())
    print(
        f"{told['project']} {told['version']} ({told['stage']}), commit {told['commit'][:12]}, for {told['day']}: "
        f"{told['files']} files, {pages} pages in {len(told['pages'])} languages, {len(told['contacts'])} contacts agree."
    )
    print("Who made it is not checked here: ask the code host, as MAINTAINING.md says (gh attestation verify).")
    if options.unpack:
        try:
            unpack(found.site, options.unpack)
        except FileExistsError:
            print(f"{options.unpack} is there already; name a new folder")
            return 1
        print(f"{options.unpack}: the site")
    return 0


if __name__ == "__main__":
    sys.exit(main())
