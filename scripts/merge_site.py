"""Join languages that were built apart (build_site.py --only) into the site that one machine builds, and prove it."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from seamark import building, language_parts
from seamark.built_from import origin
from seamark.finishing import finish
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


def merge(root: Path, site: Path, folders: Sequence[Path], *, hidden: bool = False) -> int:
    """Join the parts into `site`; return the exit code. Nothing in `site` changes when a step fails."""
    try:
        renderer = building.renderer(root, "en")
        parts = [language_parts.read(folder) for folder in folders]
    except (building.DataProblems, language_parts.PartProblem) as error:
        print(f"{str(error).rstrip()}\nNothing was joined.")
        return 1
    languages = [str(language.code) for language in renderer.data.site.languages]
    here = origin(root, renderer.as_of)
    if said := language_parts.refusals(parts, languages, here):
        print("\n".join(said), "Nothing was joined.", sep="\n")
        return 1
    by_language = {part.language: part.folder for part in parts}
    shutil.rmtree(root / ".build" / "site", ignore_errors=True)
    (root / ".build").mkdir(exist_ok=True)
    done = finish(
        renderer,
        {name: by_language[name] for name in languages},
        site,
        here,
        clean=all(part.clean for part in parts),
        hidden=hidden,
        keep_parts=True,
    )
    if done.problems:
        print(as_text(done.problems) + "The built pages do not say what the data say, so the site was left as it was.")
        return 1
    print(f"{site}: {done.pages} pages, {len(languages)} languages, joined and proved.")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and join."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", metavar="PART", nargs="+", type=Path, help="the folder of a built language")
    parser.add_argument("--out", type=Path, default=ROOT / "site", help="the folder of the site (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day for which ages are told (default: the commit's)")
    parser.add_argument("--hidden", action="store_true", help="ask search engines to leave the whole site alone")
    options = parser.parse_args(arguments)
    if options.as_of:
        os.environ["AS_OF"] = options.as_of.isoformat()
    return merge(options.root.resolve(), options.out, options.parts, hidden=options.hidden)


if __name__ == "__main__":
    sys.exit(main())
