"""Tests of the command that proves the built site."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_data import DATA, make_data
from built_pages import write_pages

import check_site

EE = "uk/help/ee/index.html"


@pytest.fixture(autouse=True)
def no_code_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on a desk, not on a code host."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a right site in site/."""
    write_pages(make_data(tmp_path), tmp_path / "site")
    return tmp_path


def change(root: Path, file: str, old: str, new: str) -> None:
    """Change a text of the built site."""
    path = root / "site" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_right_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A right site gives one line with what was proved, and exit code 0."""
    assert check_site.main(["--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert said.startswith("32 pages in 2 languages proved: 14 contacts, ")


def test_one_digit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One digit changed in a page gives its path, what is wrong, what to do and the rule; exit code 1."""
    change(root, EE, '<bdi dir="ltr">+372 660 7320</bdi>', '<bdi dir="ltr">+372 660 7321</bdi>')
    assert check_site.main([str(root / "site"), "--root", str(root)]) == 1
    line = f'{EE}: a link shows "Call +372 660 7321" and dials "+3726607320"; show what is dialled [shown-number]\n'
    assert capsys.readouterr().out == line


def test_annotations(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On the code host every problem is an annotation too."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    change(root, EE, ' id="exit"', "")
    assert check_site.main(["--root", str(root)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{EE}: ")
    assert second.startswith(f"::error file={EE},line=1,col=1,title=exit-link::")


def test_no_folder(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is a problem that says what to do."""
    assert check_site.main([str(root / "nothing"), "--root", str(root)]) == 1
    assert "build the site first" in capsys.readouterr().out


def test_broken_data(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the data cannot be read nothing is proved."""
    (root / "data" / "laws.yml").write_text(DATA["laws.yml"].replace("title:", "titel:"), "utf-8")
    assert check_site.main(["--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert "data/laws.yml:" in said
    assert said.endswith("nothing was proved; run scripts/check_data.py\n")


def test_missing_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no project proves nothing."""
    (tmp_path / "site").mkdir()
    assert check_site.main(["--root", str(tmp_path)]) == 1
    assert "data/site.yml" in capsys.readouterr().out
