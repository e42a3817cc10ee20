"""What a site generator needs to know of the data: languages, renderers, the sitemap, stamps."""

from __future__ import annotations

import os
import subprocess
import zlib
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader

from . import languages, searching
from .checks import check
from .folders import files_below
from .frame import NOT_FOUND
from .loading import load, load_site
from .news import FEED
from .problems import as_text
from .rendering import Renderer, url_of
from .translations import SOURCE_LANGUAGE, Catalogue

DATA_FOLDERS = ("data", "docs", "locale")
WATCHED = (*DATA_FOLDERS, "overrides")
TEMPLATES = Path(".build") / "templates"


class DataProblems(Exception):
    """Raised when the data do not pass the checks; its text is the list of problems."""


def renderer(root: Path, language: str, *, alone: bool = False) -> Renderer:
    """Load and check everything, and return the renderer of a language.

    While the files and the day stay the same, they are loaded and checked once, for all languages. With `alone`
    the translations into other languages are not checked: for a preview, which must be quick.
    Raises `DataProblems` when any check fails.
    """
    return _first(root, as_of_date(root), stamp(root, DATA_FOLDERS), language if alone else None).into(language)


@lru_cache(maxsize=32)
def kept_renderer(root: Path, language: str, stamp: int, *, alone: bool) -> Renderer:
    """Return the renderer of a language, the same one while `stamp` is: it changes with the files, so nothing is stale."""
    return renderer(root, language, alone=alone)


@lru_cache(maxsize=1)
def _first(root: Path, as_of: date, files: int, alone: str | None) -> Renderer:
    data, problems = load(root)
    # A process that is not forked from the one that checked is told by the stamp that these very files were checked.
    if data is not None and os.environ.get("DATA_CHECKED") != str(files):
        problems += check(data, as_of, language=alone)
    if problems or data is None:
        raise DataProblems(as_text(problems))
    return Renderer(data, Catalogue(SOURCE_LANGUAGE, {}, {}), as_of)


def as_of_date(root: Path) -> date:
    """Return the day for which the site is true.

    It is AS_OF (YYYY-MM-DD) or SOURCE_DATE_EPOCH (seconds) from the environment, else the day of the
    commit, so that the same commit gives the same site; without either, today.
    """
    if given := os.environ.get("AS_OF"):
        return date.fromisoformat(given)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    git = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
    try:
        return date.fromisoformat(subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return datetime.now(UTC).date()


def language_entries(root: Path, only: str | None = None) -> list[dict[str, Any]]:
    """Return the languages of the site as mkdocs-static-i18n configures them; the first is the default.

    With `only`, the code of one of them, it is returned alone: each one more is work for each file.
    Raises `DataProblems` when the data cannot be read at all.
    """
    site, problems = load_site(root)
    if site is None:
        raise DataProblems(as_text(problems))
    codes = [str(language.code) for language in site.languages]
    codes = [only] if only in codes else codes
    return [{"locale": code, "name": languages.own_name(code), "default": code == codes[0]} for code in codes]


def generated_pages(renderer: Renderer) -> dict[str, str]:
    """Return the pages of a language that stand in no file of docs/: their sources, by path without .md.

    Organisations have one page each, in English and their own language, so only the first language has them.
    """
    if renderer.prefix(renderer.language):
        return {}
    text = '---\ntemplate: quiet.html\ncountry: "{}"\norganisation: {}\n---\n{{% include "organisation.html" %}}\n'
    return {item.path: text.format(item.country, item.id) for item in renderer.organisations.values()}


def sitemap(renderer: Renderer) -> list[dict[str, str]]:
    """Return, for each page, its full address by language."""
    codes = [str(language.code) for language in renderer.data.site.languages]
    site = str(renderer.data.site.url)
    return [{code: f"{site}{renderer.prefix(code)}{url_of(path)}" for code in codes} for path in renderer.edition.sources]


def is_searched(meta: Mapping[str, Any]) -> bool:
    """Tell by its settings whether a page is in the index: not what says again what another page says."""
    # Sheets and organisations repeat their country's page, concepts the glossary.
    return not {"sheet", "organisation", "concept"} & set(meta)


def write_search_index(renderer: Renderer, contents: Mapping[str, str], places: Mapping[str, Path]) -> str:
    """Write the index beside the search page and return its file's name; nothing where no search page is built.

    `contents` are the pages' HTML and `places` their files, both by path. The search page is not in its own index.
    """
    if searching.SEARCH_PAGE not in places:
        return ""
    pages = {url_of(path): html for path, html in sorted(contents.items()) if path != searching.SEARCH_PAGE}
    index = searching.index(pages, renderer.edition.numbers)
    return searching.write(places[searching.SEARCH_PAGE].parent, index)


def names_for_static_templates(renderer: Renderer) -> dict[str, Any]:
    """Return the names for templates without a page: the frame of the page for wrong addresses, the sitemap's rows."""
    return {"seamark": renderer.frame(NOT_FOUND, {"words": "pages/not-found"}), "seamark_sitemap": partial(sitemap, renderer)}


class _OwnFiles(FileSystemLoader):
    """Finds templates in all folders, and lists those of the first one, which is overrides/."""

    def list_templates(self) -> list[str]:
        """Return the names of our templates."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


def own_files(make: Callable[[], Environment]) -> Callable[[], Environment]:
    """Return what makes the theme's environment such that it lists none of the theme's own files.

    The files that a theme lists are copied into the site. Our pages load none of them, and Material holds 14,500
    icons, which are searched through for each language.
    """

    def made() -> Environment:
        env = make()
        env.loader = _OwnFiles(env.loader.searchpath)  # type: ignore[union-attr] # MkDocs' loader is one of folders
        return env

    return made


def compiled_templates(root: Path) -> BytecodeCache:
    """Return where compiled templates are kept, by the checksums of their sources, so that all languages share them."""
    folder = root / TEMPLATES
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def stamp(root: Path, folders: Iterable[str]) -> int:
    """Return a number that changes when any file below the folders does; the same in every process."""
    paths = (root / folder / name for folder in folders for name in files_below(root / folder))
    found = ((str(path), path.stat()) for path in paths)
    return zlib.crc32(repr([(name, state.st_mtime_ns, state.st_size) for name, state in found]).encode())


def assets(root: Path) -> list[str]:
    """Return the files that are the same for all languages, docs/assets and the feed, as paths below the site's root."""
    return [*(f"assets/{name}" for name in files_below(root / "docs" / "assets")), FEED]
