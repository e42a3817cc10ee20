"""Print the path of the Chromium that the browser tests use, or say how to get one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = """\
No Chromium was found, and the browser tests need one. Do one of these:
  sudo apt-get install chromium                   on Debian and Ubuntu
  .venv/bin/python -m playwright install chromium on any system
  export CHROMIUM=/path/to/chromium               if you have one elsewhere
"""


class NoBrowser(Exception):
    """Raised when there is no Chromium; its text says what to do."""


def find() -> str:
    """Return the path of a Chromium.

    Looks at the environment's CHROMIUM, then for the usual names on the PATH, then for Playwright's own.
    Raises `NoBrowser` when there is none, and when CHROMIUM names something that cannot be run.
    """
    if given := os.environ.get("CHROMIUM"):
        if path := shutil.which(given):
            return path
        raise NoBrowser(f"CHROMIUM is {given!r}, which cannot be run.\n{ADVICE}")
    for name in NAMES:
        if path := shutil.which(name):
            return path
    if own := _playwrights_own():
        return own
    raise NoBrowser(ADVICE)


def _playwrights_own() -> str | None:
    """Return the path of the Chromium that `playwright install chromium` brought, if it did."""
    try:
        from playwright.sync_api import sync_playwright  # not needed by those who have a Chromium
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def main() -> int:
    """Print the path and return 0, or print the advice and return 1."""
    try:
        print(find())
    except NoBrowser as error:
        print(error, end="", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
