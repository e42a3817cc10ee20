"""Print the path of the Chromium that the browser tests use; with --install, get one when there is none."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = """\
No Chromium was found, and the browser tests need one. Do one of these:
  sudo apt-get install chromium                   on Debian and Ubuntu
  .venv/bin/python -m playwright install chromium on any system
  export CHROMIUM=/path/to/chromium               if you have one elsewhere
"""
PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "chromium"]


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
        # What Ubuntu calls chromium may be a hint to install a snap: only one that starts is one.
        if (path := shutil.which(name)) and _run([path, "--version"]):
            return path
    if own := _playwrights_own():
        return own
    raise NoBrowser(ADVICE)


def find_or_install() -> str:
    """Return the path of a Chromium as `find` does; when there is none, install one with apt, else with Playwright.

    Raises `NoBrowser` when neither brought one.
    """
    for command in _ways_to_install():
        try:
            return find()
        except NoBrowser:
            if os.environ.get("CHROMIUM"):
                raise
            print(f"No Chromium was found. Trying: {' '.join(command)}", file=sys.stderr)
            _run(command)
    return find()


def _ways_to_install() -> Iterator[list[str]]:
    """Yield commands to try, one after the other; apt only for root, or where sudo asks for no password."""
    if shutil.which("apt-get"):
        is_root = os.geteuid() == 0
        if is_root or _run(["sudo", "--non-interactive", "true"]):
            sudo = [] if is_root else ["sudo", "--non-interactive"]
            yield [*sudo, "apt-get", "update", "--quiet"]
            yield [*sudo, "apt-get", "install", "--yes", "--quiet", "chromium"]
    yield PLAYWRIGHT


def _run(command: list[str]) -> bool:
    """Run a command, with what it says on the error stream; tell whether it could be run and went well."""
    try:
        return subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="when there is none, install one")
    try:
        print(find_or_install() if parser.parse_args().install else find())
    except NoBrowser as error:
        print(error, end="", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
