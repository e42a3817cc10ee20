"""The command check_data: what it prints, and that it fails whenever it could not check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from factory import GOOD, TODAY, Edit, project

from check_data import main

BROKEN = Path(__file__).parent / "broken"


@pytest.fixture(autouse=True)
def _no_code_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on an editor's computer, also where the tests run on the code host."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def run(root: Path) -> int:
    """Run the command for a project on the day of the tests."""
    return main(["--root", str(root), "--today", TODAY.isoformat()])


def test_the_broken_project_has_exactly_these_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """Every fault of the broken project is told in its line, and nothing else is."""
    assert run(BROKEN) == 1
    assert capsys.readouterr().out == (BROKEN / "expected.txt").read_text("utf-8")


def test_a_correct_project_ends_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What is right ends with 0 and the figures of what was checked."""
    assert run(GOOD) == 0
    out = capsys.readouterr().out
    assert out == "No problems: 25 files, 3 countries, 6 services, 15 contacts checked.\n"


def test_the_code_host_gets_annotations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the code host each problem is printed twice: as a line, and as a mark beside the line of the file."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    project(tmp_path, [Edit("data/site.yml", "stage: preview", "stage: live")])
    assert run(tmp_path) == 1
    out = capsys.readouterr().out
    assert "data/site.yml:2:8: the stage is preview or public" in out
    assert "::error file=data/site.yml,line=2,col=8,title=stage-is-known::" in out


@pytest.mark.parametrize("name", ["site", "vocabularies", "short_codes", "references", "spoken"])
def test_a_missing_file_is_a_failure(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without which something cannot be checked makes the command fail."""
    project(tmp_path)
    (tmp_path / "data" / f"{name}.yml").unlink()
    assert run(tmp_path) == 1
    assert f"data/{name}.yml:1:1: the file cannot be read" in capsys.readouterr().out


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    """Where there is nothing to check, nothing is found to be right."""
    assert run(tmp_path) == 1


def test_a_folder_without_pages_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without docs/ the facts would be shown nowhere: this is told once, not for every link."""
    project(tmp_path)
    shutil.rmtree(tmp_path / "docs")
    assert run(tmp_path) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_a_day_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt --today is an error, not today."""
    with pytest.raises(SystemExit, match="2"):
        main(["--root", str(GOOD), "--today", "2026-02-30"])
    assert "--today" in capsys.readouterr().err
