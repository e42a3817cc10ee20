"""Applying a patch that was made from an issue: it may change a few files of `data/`, and nothing else.

Runs where the rights to write are, so it trusts nothing: not the patch, not the paths in it, not what they become.
Needs only git and Python's own library.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from .. import owners

ALLOWED = re.compile(r"data/(?:countries/([a-z]{2})|short_codes|held_back)\.yml")
MAX_BYTES = 200_000
PAGES = ("help", "show", "card", "poster")  # folders of docs/ in which each country has a page
PLAIN_FILE = "100644"


class PatchRefused(Exception):
    """Raised when a patch holds anything but changes of plain files that it may change."""


def apply_patch(root: Path, patch: Path) -> list[str]:
    """Apply a patch to the files and the index of a clone; return the paths that changed: those of new countries
    too, which are their pages and the line that says who is asked about them.

    Raises `PatchRefused` when the patch does anything else; then nothing was changed.
    """
    if not 0 < patch.stat().st_size <= MAX_BYTES:
        raise PatchRefused(f"the patch is empty, or has more than {MAX_BYTES} bytes")
    listed = _git(root, "apply", "--numstat", "-z", "--", str(patch)).rstrip("\0").split("\0")
    paths = [entry.split("\t", 2)[2] for entry in listed if entry.count("\t") >= 2]
    is_text = not any(entry.startswith("-") for entry in listed)
    if not is_text or len(paths) != len(listed) or not all(map(ALLOWED.fullmatch, paths)):
        raise PatchRefused(f"the patch may change files of data/ only, not {', '.join(map(repr, listed[:5]))}")
    if summary := _forbidden(_git(root, "apply", "--summary", "--", str(patch))):
        raise PatchRefused(f"the patch may not do this: {summary}")
    _git(root, "apply", "--check", "--index", "--", str(patch))
    _git(root, "apply", "--index", "--", str(patch))
    return sorted([*paths, *_add_pages(root, paths), *_add_owners(root)])


def _forbidden(summary: str) -> str:
    """Return the first line that tells of more than a changed or a new plain file: a link, a mode, a deletion, a rename."""
    lines = [line.strip() for line in summary.splitlines()]
    return next((line for line in lines if not line.startswith(f"create mode {PLAIN_FILE} ")), "")


def _add_pages(root: Path, paths: list[str]) -> list[str]:
    """Give a new country its pages: copies of another country's, so that no page comes out of the patch."""
    made = []
    for code in [match[1] for path in paths if (match := ALLOWED.fullmatch(path)) and match[1]]:
        for folder in PAGES:
            page = root / "docs" / folder / f"{code}.md"
            others = sorted(other for other in page.parent.glob("??.md") if other.stem not in ("eu", code))
            if others and not page.exists() and code != "eu":
                text = others[0].read_text("utf-8").replace(f'country: "{others[0].stem}"', f'country: "{code}"')
                page.write_text(text, "utf-8")
                made.append(page.relative_to(root).as_posix())
    if made:
        _git(root, "add", "--", *made)
    return made


def _add_owners(root: Path) -> list[str]:
    """Give new countries their lines in CODEOWNERS, by the names of their files: no line comes out of the patch."""
    path = root / owners.PATH
    if not path.exists() or (text := owners.current_text(root)) == path.read_text("utf-8"):
        return []
    path.write_text(text, "utf-8")
    _git(root, "add", "--", owners.PATH)
    return [owners.PATH]


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PatchRefused(f"git could not read or apply the patch: {done.stderr.strip()[:300]}")
    return done.stdout
