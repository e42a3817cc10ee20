"""Check the data, build every language, prove the result, and put it into site/."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from seamark import assembling, building, language_parts
from seamark.built_from import origin
from seamark.contacts import contacts_of
from seamark.finishing import finish
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


def build_language(root: Path, language: str, target: Path, stamp: int) -> str:
    """Build one language with MkDocs in a process of its own; return what it said if it failed, else ""."""
    environment = {
        **os.environ,
        "ONLY": language,
        "AS_OF": building.as_of_date(root).isoformat(),
        "DATA_CHECKED": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{language}: {done.stdout}{done.stderr}"


def build(root: Path, site: Path, *, hidden: bool = False) -> int:
    """Build, prove and put in place; return the exit code. Nothing in `site` changes when a step fails."""
    begin = time.monotonic()
    try:
        first = building.renderer(root, "en")
    except building.DataProblems as error:
        print(f"{error}The data are not right, so nothing was built.", end="\n")
        return 1
    work = root / ".build"
    shutil.rmtree(work, ignore_errors=True)
    languages = [str(language.code) for language in first.data.site.languages]
    stamp, made_from = building.stamp(root, building.DATA_FOLDERS), origin(root, first.as_of)
    parts = {language: work / language for language in languages}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda language: build_language(root, language, parts[language], stamp), languages))
    if any(said):
        print("\n".join(filter(None, said)))
        return 1
    done = finish(first, parts, site, made_from, clean=True, hidden=hidden)
    if done.problems:
        print(as_text(done.problems) + "The built pages do not say what the data say, so site/ was left as it was.")
        return 1
    contacts = sum(1 for country in first.data.countries.values() for _ in contacts_of(country))
    print(
        f"site/: {done.pages} pages, {len(languages)} languages, {contacts} contacts, "
        f"{time.monotonic() - begin:.0f} seconds. Look at it with: make serve"
    )
    return 0


def build_part(root: Path, language: str, folder: Path) -> int:
    """Check everything, build one language into a folder of its own, for merge_site.py; return the exit code."""
    try:
        first = building.renderer(root, "en")
    except building.DataProblems as error:
        print(f"{error}The data are not right, so nothing was built.")
        return 1
    if language not in (known := [str(each.code) for each in first.data.site.languages]):
        print(f'"{language}" is no language of data/site.yml; choose one of: {", ".join(known)}')
        return 1
    made_from = origin(root, first.as_of)
    new = folder.absolute().with_name(f".{folder.name}-new")
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    if said := build_language(root, language, new, building.stamp(root, building.DATA_FOLDERS)):
        print(said)
        return 1
    language_parts.label(new, language, made_from, clean=True)
    assembling.swap(new, folder)
    print(f"{folder}: the language {language}, to be joined by merge_site.py")
    return 0


def main() -> int:
    """Parse the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the folder to build (default: site)")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day for which ages are told (default: the commit's)")
    parser.add_argument("--only", metavar="LANGUAGE", help="build one language as a part for merge_site.py")
    parser.add_argument("--out", type=Path, metavar="DIR", help="with --only: the folder of the part (default: .build/LANGUAGE)")
    parser.add_argument("--hidden", action="store_true", help="ask search engines to leave the whole site alone: for previews")
    options = parser.parse_args()
    if options.as_of:
        os.environ["AS_OF"] = options.as_of.isoformat()  # each language is built by a process that reads it
    if options.only:
        return build_part(ROOT, options.only, options.out or ROOT / ".build" / options.only)
    return build(ROOT, options.site, hidden=options.hidden)


if __name__ == "__main__":
    sys.exit(main())
