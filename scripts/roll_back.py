"""Put the site of an earlier release into site/, after checking it and telling which contacts would come back with it."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import verify_release
from seamark import assembling
from seamark.contacts import contacts_of
from seamark.finishing import RECORD
from seamark.loading import Data, load
from seamark.problems import as_text
from seamark.release.verifying import verify

ROOT = Path(__file__).resolve().parent.parent


def coming_back(told: Mapping[str, Any], data: Data) -> Iterator[str]:
    """Yield, for people, every contact of a release that the data do not publish any more."""
    known = {
        (contact.country, contact.service, contact.kind, contact.value)
        for country in data.countries.values()
        for contact in contacts_of(country)
    }
    for entry in told["contacts"]:
        if (entry["country"], entry["service"], entry["kind"], entry["value"]) not in known:
            yield f'{entry["country"]}, {entry["name"]}: {entry["kind"]} "{entry["value"]}"'


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 when the site is in place, 1 when it was left as it was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with all files of the release")
    parser.add_argument("--site", type=Path, help="the folder of the site (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    parser.add_argument(
        "--bring-back", action="store_true", help="do it although contacts come back that were withdrawn or changed"
    )
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    data, problems = load(root)
    if data is None or problems:
        print(as_text(problems) + "The data cannot be read, so nobody knows which contacts would come back. Nothing was changed.")
        return 1
    if not options.folder.is_dir():
        print(f"{options.folder}: there is no such folder; put all files of the release into one folder and name it")
        return 1
    found = verify(options.folder)
    if found.problems:
        print("\n".join(found.problems), "Nothing was changed.", sep="\n")
        return 1
    if withdrawn := list(coming_back(found.manifest, data)):
        print("These contacts were changed or withdrawn since and would come back:", *withdrawn, sep="\n- ")
        if not options.bring_back:
            print("Nothing was changed. If that is better than the site as it is, add --bring-back.")
            return 1
    site = options.site or root / "site"
    new = root / ".build" / "rolled-back"
    shutil.rmtree(new, ignore_errors=True)
    verify_release.unpack(found.site, new)
    (root / RECORD).unlink(missing_ok=True)
    assembling.swap(new, site)
    told = found.manifest
    print(
        f"{site}: the site of {told['project']} {told['version']}, for {told['day']}. It is not published yet: see MAINTAINING.md."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
