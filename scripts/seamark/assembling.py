"""Assembling: one site from the parts that were built for each language, put in place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from .searching import FILES

SITEMAP = "sitemap.xml"


def join(parts: Mapping[str, Path], target: Path, assets: Collection[str], *, keep_parts: bool) -> None:
    """Join the built languages into `target`, which must not exist.

    `parts` gives the folder of each language's build; the first one becomes the root and the others
    folders of their own, each with the index of its search page. The sitemap of each language stands at the
    root, with its code in its name. `assets` are the files below the root to keep: they are the same in every
    language, so they stand once, and what the theme brings beside them is left out. The parts are copied with
    `keep_parts`; without, they are moved, which takes no time, and are used up.
    Raises `FileExistsError` when `target` is there, and `FileNotFoundError` when a part lacks a file that is kept.
    """
    if target.exists():
        raise FileExistsError(f"{target} is there already")
    target.parent.mkdir(parents=True, exist_ok=True)
    for language, built in parts.items():
        root = target / language if target.exists() else target
        if keep_parts:
            shutil.copytree(built, root, copy_function=shutil.copyfile)
        else:
            built.rename(root)
        _leave_only(root, {root / SITEMAP, *root.glob(FILES), *(root / name for name in assets if root == target)})
        (root / SITEMAP).rename(target / sitemap_of(language))
    if missing := [name for name in assets if not (target / name).is_file()]:
        raise FileNotFoundError(f"the first language was built without {', '.join(missing)}")


def _leave_only(root: Path, kept: Collection[Path]) -> None:
    """Delete what is neither a page nor kept, and folders in which nothing is left."""
    for folder, _, names in os.walk(root, topdown=False):
        for file in (Path(folder, name) for name in names if not name.endswith(".html")):
            if file not in kept:
                file.unlink()
        with suppress(OSError):  # something in it is kept
            os.rmdir(folder)


def sitemap_of(language: str) -> str:
    """Return the name of the file that lists the pages of a language."""
    return f"sitemap-{language}.xml"


def sitemap_index(site: str, languages: Iterable[str]) -> str:
    """Return the text of sitemap.xml, which names the sitemap of each language (sitemaps.org); `site` is the address."""
    rows = "".join(f"<sitemap><loc>{escape(site)}{sitemap_of(language)}</loc></sitemap>\n" for language in languages)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{rows}</sitemapindex>\n"


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`: the old site stays whole until the new one is there.

    Raises `OSError` when the new one cannot be put there; the old one is in its place then.
    """
    old = new.with_name(f"{new.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
