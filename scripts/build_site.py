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

from seamark import assembling, building, exports, headers, status
from seamark.built_site import examine
from seamark.contacts import contacts_of
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


def build(root: Path, site: Path) -> int:
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
    stamp = building.stamp(root, building.DATA_FOLDERS)
    parts = {language: work / language for language in languages}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda language: build_language(root, language, parts[language], stamp), languages))
    if any(said):
        print("\n".join(filter(None, said)))
        return 1
    new = work / "site"
    pages = assembling.join(parts, new, building.assets(root))
    exports.write(new / exports.FOLDER, exports.export(first.data, first.as_of))
    (new / assembling.SITEMAP).write_text(assembling.sitemap_index(str(first.data.site.url), languages), "utf-8")
    status.write(new, first.data)
    headers.write(new, [first.prefix(language) for language in languages], first.data.site.stage == "preview")
    problems = examine(new, first.data).problems
    if problems:
        print(as_text(problems) + "The built pages do not say what the data say, so site/ was left as it was.")
        return 1
    assembling.swap(new, site)
    contacts = sum(1 for country in first.data.countries.values() for _ in contacts_of(country))
    print(
        f"site/: {pages} pages, {len(languages)} languages, {contacts} contacts, "
        f"{time.monotonic() - begin:.0f} seconds. Look at it with: make serve"
    )
    return 0


def main() -> int:
    """Parse the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the folder to build (default: site)")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day for which ages are told (default: the commit's)")
    options = parser.parse_args()
    if options.as_of:
        os.environ["AS_OF"] = options.as_of.isoformat()  # each language is built by a process that reads it
    return build(ROOT, options.site)


if __name__ == "__main__":
    sys.exit(main())
