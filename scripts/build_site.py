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

from seamark import assembling, building, language_parts
from seamark.built_from import origin
from seamark.contacts import contacts_of
from seamark.finishing import finish
from seamark.forking import in_processes
from seamark.problems import as_text
from seamark.rendering import Renderer

ROOT = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def config_of(root: Path) -> MkDocsConfig:
    """Return what mkdocs.yml says. Raises what MkDocs raises."""
    return load_config(config_file=str(root / "mkdocs.yml"), strict=True)


def build_language(language: str, root: Path, parts: Mapping[str, Path], settings: Mapping[str, str]) -> str:
    """Build one language with MkDocs into its folder in `parts`; return what MkDocs said if it failed, else "".

    Changes the process in which it runs, which is to be one of its own.
    """
    os.environ.update(settings, ONLY=language)
    said = io.StringIO()
    logging.getLogger("mkdocs").addHandler(handler := logging.StreamHandler(said))
    handler.setLevel(logging.WARNING)
    with redirect_stdout(said), redirect_stderr(said):
        try:
            config = config_of(root)
            config.site_dir = str(parts[language])
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            return f"{language}: {said.getvalue()}{error}"
    return ""


def build_languages(first: Renderer, parts: Mapping[str, Path]) -> str:
    """Build languages into their folders, from what a renderer has loaded; return what went wrong, else ""."""
    root = first.data.root
    settings = {"AS_OF": first.as_of.isoformat(), "DATA_CHECKED": str(building.stamp(root, building.DATA_FOLDERS))}
    shutil.rmtree(root / building.TEMPLATES, ignore_errors=True)  # nothing is taken from an earlier build
    config_of(root)
    first.prepare()
    return "\n".join(filter(None, in_processes(partial(build_language, root=root, parts=parts, settings=settings), parts)))


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
    made_from = origin(root, first.as_of)
    parts = {language: work / language for language in languages}
    if said := build_languages(first, parts):
        print(said)
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
    if said := build_languages(first, {language: new}):
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
    gc.set_threshold(100_000)  # little becomes garbage in this short run, and looking for it takes time
    sys.exit(main())
