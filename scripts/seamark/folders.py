"""Folders: which files stand in one, named the same on every system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> list[str]:
    """Return the files in a folder and in all folders below it, in order, with "/" between folders: "help/ee.md".

    Links to folders are not followed. A folder that does not exist holds nothing.
    """
    return sorted(_walk(str(folder), ""))


def pages_below(folder: Path) -> list[str]:
    """Return the Markdown files below a folder without their ending, in order: "help/ee"."""
    return sorted(name.removesuffix(".md") for name in files_below(folder) if name.endswith(".md"))


def page_sources(folder: Path) -> dict[str, str]:
    """Return the texts of the Markdown files below a folder, front matter and structure, as `pages_below` names them."""
    return {path: (folder / f"{path}.md").read_text("utf-8") for path in pages_below(folder)}


def _walk(folder: str, start: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{start}{entry.name}/")
        elif entry.is_file():
            yield start + entry.name
