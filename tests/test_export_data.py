"""The command that writes the open data."""

from __future__ import annotations

from pathlib import Path

import built_data
import pytest

import export_data
from seamark import exports
from seamark.checks import check


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, whose data pass (it has no texts of the interface, which the checks would miss)."""
    built_data.make_data(tmp_path / "project")
    monkeypatch.setattr(export_data, "check", lambda data, today: [])
    return tmp_path / "project"


def test_files_are_written_into_the_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without options the files stand in site/data/v1, and the command says how many there are."""
    assert export_data.main(["--root", str(root), "--as-of", "2026-11-22"]) == 0
    folder = root / "site" / "data" / "v1"
    assert (folder / "contacts.json").read_text("utf-8").count('"as_of": "2026-11-22"') == 1
    assert f"{sum(1 for path in folder.rglob('*') if path.is_file())} files" in capsys.readouterr().out


def test_a_second_run_takes_old_files_away(root: Path) -> None:
    """What an earlier version wrote does not stay."""
    assert export_data.main(["--root", str(root), "--out", str(root / "out"), "--as-of", "2026-11-22"]) == 0
    (root / "out" / "old.csv").write_text("old", "utf-8")
    assert export_data.main(["--root", str(root), "--out", str(root / "out"), "--as-of", "2026-11-22"]) == 0
    assert not (root / "out" / "old.csv").exists()
    assert sorted(path.name for path in root.iterdir()) == ["LICENSE-DATA", "data", "docs", "out"]


def test_a_folder_with_other_files_is_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that no export wrote is not replaced."""
    (root / "mine").mkdir()
    (root / "mine" / "letter.txt").write_text("Dear", "utf-8")
    assert export_data.main(["--root", str(root), "--out", str(root / "mine")]) == 1
    assert [path.name for path in (root / "mine").iterdir()] == ["letter.txt"]
    assert "name an empty or a new folder" in capsys.readouterr().out


def test_wrong_data_are_not_written(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """When a check finds a problem, it is printed and nothing is written."""
    monkeypatch.setattr(export_data, "check", check)
    assert export_data.main(["--root", str(root), "--as-of", "2026-11-22"]) == 1
    assert "so nothing was written" in capsys.readouterr().out
    assert not (root / "site").exists()


def test_a_date_that_is_none_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """A date that cannot be read is quoted, with what to type instead."""
    with pytest.raises(SystemExit):
        export_data.main(["--as-of", "22.11.2026"])
    assert '"22.11.2026" is not a day; type it like 2026-11-22' in capsys.readouterr().err


def test_a_failed_write_keeps_the_old_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full, the old files stay whole."""
    assert export_data.main(["--root", str(root), "--out", str(root / "out"), "--as-of", "2026-11-22"]) == 0
    before = {path: path.read_bytes() for path in (root / "out").rglob("*") if path.is_file()}

    def full(path: Path, raw: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            exports.write(root / "out", {"contacts.json": "{}"})
    assert {path: path.read_bytes() for path in (root / "out").rglob("*") if path.is_file()} == before
