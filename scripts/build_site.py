"""Check the data, build every language, prove the result, and put it into site/."""

from __future__ import annotations

import argparse
import gc
import io
import logging
import os
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from seamark import assembling, building, exports, headers, status
from seamark.built_site import examine
from seamark.contacts import contacts_of
from seamark.forking import in_processes
from seamark.problems import as_text

ROOT = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def config_of(root: Path) -> MkDocsConfig:
    """Return what mkdocs.yml says. Raises what MkDocs raises."""
    return load_config(config_file=str(root / "mkdocs.yml"), strict=True)


def build_language(language: str, root: Path, work: Path, settings: Mapping[str, str]) -> str:
    """Build one language with MkDocs into its folder in `work`; return what MkDocs said if it failed, else "".

    Changes the process in which it runs, which is to be one of its own.
    """
    os.environ.update(settings, ONLY=language)
    said = io.StringIO()
    logging.getLogger("mkdocs").addHandler(handler := logging.StreamHandler(said))
    handler.setLevel(logging.WARNING)
    with redirect_stdout(said), redirect_stderr(said):
        try:
            config = config_of(root)
            config.site_dir = str(work / language)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            return f"{language}: {said.getvalue()}{error}"
    return ""


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
    settings = {"AS_OF": first.as_of.isoformat(), "DATA_CHECKED": str(building.stamp(root, building.DATA_FOLDERS))}
    config_of(root)
    first.prepare()
    said = in_processes(partial(build_language, root=root, work=work, settings=settings), languages)
    if any(said):
        print("\n".join(filter(None, said)))
        return 1
    new = work / "site"
    parts = {language: work / language for language in languages}
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
    gc.set_threshold(100_000)  # little becomes garbage in this short run, and looking for it takes time
    sys.exit(main())
