"""A small site for tests of the build: this very project with three countries and two languages.

The second language is Arabic, which is written from right to left. Its texts are made from the English ones, letter
by letter, so that the tests do not depend on how far any real translation is.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

import polib
import yaml

from seamark.catalogues import catalogue_texts, fill
from seamark.loading import load
from seamark.yamltext import parse_yaml

ROOT = Path(__file__).resolve().parent.parent
COUNTRIES = {"ee", "ua", "eu"}
LANGUAGE = "ar"
LETTERS = {
    "ar": str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض"),
    "uk": str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефґгіжклмнопкрстувшхиз"),
    "ro": str.maketrans("aiste", "ăîșțâ"),
}
# What is the same in every language: placeholders, targets of links, marks.
FIXED = re.compile(r"(\{[a-z_0-9]+\}|\]\([a-z]+:[^)]*\)|\*\*|\[)")


def make(folder: Path, language: str = LANGUAGE, countries: Collection[str] = COUNTRIES) -> Path:
    """Make the small project in a folder, which is returned, with complete catalogues of its second language.

    Where the second language is one of the site, its real translations stand in them.
    """
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "LICENSE-DATA"):
        shutil.copyfile(ROOT / name, folder / name)
    for path in [*(folder / "data" / "countries").glob("*.yml"), *(folder / "docs").glob("*/??.md")]:
        if path.stem not in countries:
            path.unlink()
    for name in ("held_back", "short_codes"):
        edit(folder, name, lambda items: [item for item in items if item["country"].lower() in countries])
    edit(folder, "recognition", lambda items: {code: item for code, item in items.items() if code.lower() in countries})
    edit(folder, "site", lambda site: site | {"languages": [site["languages"][0], entry_of(language)]})
    if (ROOT / "locale" / language).is_dir():
        shutil.copytree(ROOT / "locale" / language, folder / "locale" / language)
    translate(folder, language)
    return folder


def entry_of(language: str) -> dict[str, str]:
    """Return all that data/site.yml says of a language."""
    return {"code": language, "exit": f"https://{language}.wikipedia.org/"}


def edit(folder: Path, name: str, change: Any) -> None:
    """Read a file of data/, change its tree, and write it."""
    path = folder / "data" / f"{name}.yml"
    tree = change(_plain(parse_yaml(path.read_text("utf-8"), path.name)))
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_style='"'), "utf-8")


def _plain(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {str(key): _plain(value) for key, value in tree.items()}
    return [_plain(item) for item in tree] if isinstance(tree, list) else str(tree)


def translate(folder: Path, language: str = LANGUAGE) -> None:
    """Bring the catalogue of the second language up to date, with all its texts; what is translated stays."""
    update(folder)
    for path in (folder / "locale" / language).glob("*.po"):
        catalogue = polib.pofile(str(path))
        empty = [entry for entry in catalogue if not entry.msgstr or entry.fuzzy]
        fill(catalogue, {entry.msgctxt: translated(entry.msgid, language) for entry in empty})
        catalogue.save()


def update(folder: Path) -> None:
    """Bring the catalogues up to date, as make translations does."""
    data, problems = load(folder)
    assert data is not None, problems
    for path, text in catalogue_texts(data).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def translated(text: str, language: str = LANGUAGE) -> str:
    """Return an English text in the letters of the second language."""
    parts = FIXED.split(text)
    return "".join(part if number % 2 else part.lower().translate(LETTERS[language]) for number, part in enumerate(parts))
