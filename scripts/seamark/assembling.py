"""Assembling: one site from the parts that were built for each language, put in place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from .searching import FILES

SITEMAP = "sitemap.xml"


def join(parts: Mapping[str, Path], target: Path, assets: Iterable[str]) -> int:
    """Join the built languages into `target`, which must not exist, and return the number of pages.

    `parts` gives the folder of each language's build; the first one becomes the root and the others
    folders of their own, each with the index of its search page. The sitemap of each language stands at the
    root, with its code in its name. `assets` are the files below the root to
    keep: they are the same in every language, so they stand once, and what the theme brings beside them is
    left out.
    """
    target.mkdir(parents=True)
    pages = 0
    for number, (language, built) in enumerate(parts.items()):
        root = target if number == 0 else target / language
        found = sorted(built.rglob("*.html"))
        for file in (*found, *built.glob(FILES)):
            place = root / file.relative_to(built)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
        pages += len(found)
        shutil.copyfile(built / SITEMAP, target / sitemap_of(language))
        if number == 0:
            for name in sorted(set(assets)):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(built / name, target / name)
    return pages


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
