"""scripts/README.md leads to everything: each command, module and package has a row in one of its tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
PACKAGE = SCRIPTS / "seamark"


def missing(guide: str) -> set[str]:
    """Return what stands in scripts/ and has no name in the first column of a row, nor in a sentence."""
    cells = [line.split("|")[1] if line.startswith("|") else line for line in guide.splitlines()]
    named = {name.split()[0].removesuffix("/") for cell in cells for name in re.findall("`([^`]+)`", cell)}
    modules = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return ({path.name for path in SCRIPTS.glob("*.py")} | modules - {"__init__"}) - named


def test_everything_has_a_row() -> None:
    """A newcomer finds each file of scripts/ by what it is for."""
    assert missing((SCRIPTS / "README.md").read_text("utf-8")) == set()


@pytest.mark.parametrize("name", ["make_release.py VERSION", "folders", "proof/"])
def test_a_row_that_is_missing_is_told(name: str) -> None:
    """A command, a module and a package without a row are found; a mention in another row's words is none."""
    guide = (SCRIPTS / "README.md").read_text("utf-8")
    assert f"`{name}`" in guide
    assert missing(guide.replace(f"`{name}`", "")) == {name.split()[0].removesuffix("/")}
