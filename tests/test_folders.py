"""The files of a folder are found, all of them, under names that are the same on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from seamark.folders import files_below, pages_below


def test_all_files_are_found_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files at the top, in deep folders and hidden ones are named from the folder on, however that is written."""
    for name in ("b.md", "a/index.md", "a/b/c.txt", "a.md", "_headers", ".hidden/x", "a/.y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty" / "one").mkdir(parents=True)
    expected = [".hidden/x", "_headers", "a.md", "a/.y", "a/b/c.txt", "a/index.md", "b.md"]
    assert files_below(tmp_path) == expected
    monkeypatch.chdir(tmp_path)
    assert files_below(Path()) == expected
    assert files_below(Path("a")) == [".y", "b/c.txt", "index.md"]


def test_pages_are_the_markdown_files(tmp_path: Path) -> None:
    """Every Markdown file is a page, in order; other files are none."""
    for name in ("b.md", "a/index.md", "a/b.md", "assets/icon.svg", "a/b.md.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert pages_below(tmp_path) == ["a/b", "a/index", "b"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A link to a file is a file, a link to a folder is none and is not entered, and one that leads nowhere is none."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x").touch()
    (tmp_path / "real" / "again").symlink_to(tmp_path)
    (tmp_path / "file").symlink_to(tmp_path / "real" / "x")
    (tmp_path / "lost").symlink_to(tmp_path / "nothing")
    assert files_below(tmp_path) == ["file", "real/x"]


def test_no_folder_holds_no_file(tmp_path: Path) -> None:
    """A folder that does not exist holds no file."""
    assert files_below(tmp_path / "none") == []
