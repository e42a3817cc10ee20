"""The command for catalogues writes what changed, or says that something would change."""

from __future__ import annotations

import sys
from pathlib import Path

import polib
import pytest
from factory import Edit, project

import update_translations


def run(root: Path, *arguments: str) -> int:
    """Run the command on a project and return its exit code."""
    old = sys.argv
    sys.argv = ["update_translations.py", "--root", str(root), *arguments]
    try:
        return update_translations.main()
    finally:
        sys.argv = old


def texts(root: Path) -> dict[str, str]:
    """Return all files below locale/ with their texts."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "locale").rglob("*") if path.is_file()}


def test_the_command_writes_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Templates and catalogues are written, each that changed is named, and a second run has nothing to do."""
    project(tmp_path)
    assert run(tmp_path) == 0
    named = capsys.readouterr().out.splitlines()
    assert "locale/templates/pages.pot: written" in named
    assert "locale/uk/pages.po: written" in named
    before = texts(tmp_path)
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == ""
    assert texts(tmp_path) == before


def test_translations_are_kept(tmp_path: Path) -> None:
    """What was translated before the command ran is translated afterwards."""
    project(tmp_path)
    before = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(tmp_path / "locale/uk/pages.po")) if entry.msgstr}
    assert run(tmp_path) == 0
    after = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(tmp_path / "locale/uk/pages.po")) if entry.msgstr}
    assert before == after
    assert before


def test_check_writes_nothing_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --check nothing is written; what is out of date is named, with what to do, and the command fails."""
    project(tmp_path)
    before = texts(tmp_path)
    assert run(tmp_path, "--check") == 1
    assert "locale/templates/pages.pot: out of date; run: make translations" in capsys.readouterr().out
    assert texts(tmp_path) == before


def test_check_passes_when_all_is_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After an update, and until an English text changes, --check passes in silence."""
    project(tmp_path)
    run(tmp_path)
    capsys.readouterr()
    assert run(tmp_path, "--check") == 0
    assert capsys.readouterr().out == ""
    page = tmp_path / "data" / "pages" / "help.yml"
    page.write_text(page.read_text("utf-8").replace("title: Find help", "title: Find somebody"), "utf-8")
    assert run(tmp_path, "--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "locale/templates/pages.pot: out of date; run: make translations",
        "locale/uk/pages.po: out of date; run: make translations",
    ]


def test_problems_of_the_data_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data that cannot be read change no catalogue: a text that is not there would seem to be removed."""
    project(tmp_path, [Edit("data/pages/home.yml", "title: Seamark\n", "titel: [Seamark]\n")])
    before = texts(tmp_path)
    assert run(tmp_path) == 1
    assert "data/pages/home.yml:1:1: unknown field" in capsys.readouterr().out
    assert texts(tmp_path) == before


def test_a_broken_catalogue_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalogue that cannot be read is named and not written over."""
    project(tmp_path)
    path = tmp_path / "locale" / "uk" / "pages.po"
    path.write_text('msgctxt "a\nthis is broken\n', "utf-8")
    before = texts(tmp_path)
    assert run(tmp_path) == 1
    assert "pages.po" in capsys.readouterr().out
    assert texts(tmp_path) == before
