"""Rolling back: an earlier release takes the place of the site, and no withdrawn number comes back unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
import release_project as small

import roll_back
from seamark.finishing import recorded


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a release, and a site in site/ that is broken."""
    small.released(tmp_path)
    (tmp_path / "site" / "index.html").write_text("broken", "utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_released_site_takes_the_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The site is that of the archive, file by file; what stood there is gone, and so is the record of its build."""
    expected = small.members(root / "release")
    assert roll_back.main([str(root / "release"), "--root", str(root)]) == 0
    assert files(root / "site") == expected
    assert recorded(root) == {}
    assert "not published yet" in capsys.readouterr().out


def test_a_corrected_number_does_not_come_back_unseen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that was corrected since is told, and the site stays until somebody says that it may come back."""
    path = root / "data" / "countries" / "ee.yml"
    path.write_text(path.read_text("utf-8").replace("+372 660 7320", "+372 660 7321"), "utf-8")
    before = files(root / "site")
    assert roll_back.main([str(root / "release"), "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert '- EE, Human trafficking line: phone "+3726607320"' in said
    assert said.count("\n- ") == 1
    assert files(root / "site") == before
    assert roll_back.main([str(root / "release"), "--root", str(root), "--bring-back"]) == 0
    assert files(root / "site") == small.members(root / "release")


def test_a_paused_service_does_not_come_back_unseen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every contact of a service that was paused since is told."""
    path = root / "data" / "countries" / "no.yml"
    pause = 'name: {en: Violence line, nb: Linje 020}\n    status: paused\n    since: "2026-11"\n    reason: It moves.'
    path.write_text(path.read_text("utf-8").replace("name: {en: Violence line, nb: Linje 020}", pause), "utf-8")
    assert roll_back.main([str(root / "release"), "--root", str(root)]) == 1
    assert capsys.readouterr().out.count("\n- NO, Violence line: ") == 3


def test_a_damaged_release_is_not_put_in_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What does not pass the check of releases never becomes the site."""
    before = files(root / "site")
    small.change_page(root / "release", "help/ee/index.html", "+372 660 7320", "+372 660 7321")
    assert roll_back.main([str(root / "release"), "--root", str(root)]) == 1
    assert capsys.readouterr().out.endswith("Nothing was changed.\n")
    assert files(root / "site") == before


@pytest.mark.parametrize(("folder", "said"), [("none", "there is no such folder"), ("docs", "SHA256SUMS is missing")])
def test_no_release(root: Path, capsys: pytest.CaptureFixture[str], folder: str, said: str) -> None:
    """A folder that holds no release is told as such."""
    assert roll_back.main([str(root / folder), "--root", str(root)]) == 1
    assert said in capsys.readouterr().out


def test_data_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the data cannot be read nobody can tell what would come back, so nothing is changed."""
    (root / "data" / "site.yml").write_text("name: x", "utf-8")
    before = files(root / "site")
    assert roll_back.main([str(root / "release"), "--root", str(root)]) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert files(root / "site") == before
