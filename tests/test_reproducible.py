"""The same commit and day give the same bytes: in another folder, locale, time zone, order of files, and in parts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import small_site

import build_site
import merge_site
from seamark.finishing import RECORD, recorded

DAY = "2026-11-22"
# Another machine: nothing of it may reach a page. The seconds are those of DAY.
ELSEWHERE = {
    "LC_ALL": "POSIX",
    "LANG": "uk_UA",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1795348800",
    "PYTHONPATH": str(Path(__file__).parent / "reversed_folders"),
    "USER": "somebody",
    "HOME": "/nonexistent",
}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests begin without what a surrounding build may have set."""
    for name in ("ONLY", "DATA_CHECKED", "AS_OF"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ELSEWHERE["SOURCE_DATE_EPOCH"])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built on this machine for the day that SOURCE_DATE_EPOCH names."""
    folder = small_site.make(tmp_path_factory.mktemp("here"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ONLY", "DATA_CHECKED", "AS_OF"):
            patch.delenv(name, raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", ELSEWHERE["SOURCE_DATE_EPOCH"])
        assert build_site.build(folder, folder / "site") == 0
    return folder


@pytest.fixture(scope="module")
def parts(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Both languages, each built alone in a folder of its own, as on other machines; the last one first."""
    return [part_elsewhere(root, tmp_path_factory.mktemp(f"else where {name} ü"), name) for name in ("ar", "en")]


def part_elsewhere(root: Path, folder: Path, language: str) -> Path:
    """Copy the project and build one language of the copy, in a process with other settings; return the part."""
    copy = folder / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".build", "__pycache__"))
    environment = {name: value for name, value in os.environ.items() if name not in ("AS_OF", "ONLY")} | ELSEWHERE
    part = folder / "parts" / language
    command = [sys.executable, str(copy / "scripts" / "build_site.py"), "--only", language, "--out", str(part)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert os.listdir(part.parent) == [language]
    return part


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_other_order_of_folders_is_real(tmp_path: Path) -> None:
    """The planted module does turn round what Python lists, in every way that the build uses."""
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    code = (
        "import os, pathlib; p = pathlib.Path('.');"
        "print(os.listdir(), *[x.name for x in [*p.iterdir(), *p.glob('*'), *p.rglob('*')]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, **ELSEWHERE}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["['c',", "'b',", "'a']", *"cba" * 3]


def test_parts_from_elsewhere_give_the_same_bytes(root: Path, parts: list[Path], tmp_path: Path) -> None:
    """Languages built apart, under other settings, in any order, become exactly the site that one machine builds."""
    copy = tmp_path / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".build"))
    assert merge_site.merge(copy, copy / "site", parts) == 0
    here, joined = files(root / "site"), files(copy / "site")
    assert here.keys() == joined.keys()
    assert [name for name in here if here[name] != joined[name]] == []
    assert (root / RECORD).read_bytes() == (copy / RECORD).read_bytes()


def test_no_page_names_the_machine(root: Path) -> None:
    """No built file holds the folder in which it was built, or that of Python."""
    machine = [str(root).encode(), sys.prefix.encode()]
    assert [name for name, content in files(root / "site").items() if any(path in content for path in machine)] == []


def test_a_damaged_part_is_refused(root: Path, parts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A part in which one digit changed on its way is not joined, and the site stays as it was."""
    part = tmp_path / "part"
    shutil.copytree(parts[1], part)
    page = part / "help" / "ee" / "index.html"
    text = page.read_text("utf-8")
    assert "+372 660 7320" in text
    page.write_text(text.replace("+372 660 7320", "+372 660 7321"), "utf-8")
    before = files(root / "site")
    assert merge_site.merge(root, root / "site", [parts[0], part]) == 1
    assert "not those that were built" in capsys.readouterr().out
    assert files(root / "site") == before


def test_a_wrong_number_in_a_part_is_refused_by_the_proof(
    root: Path, parts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even a part whose label fits its wrong number does not become a site: the joined pages are proved."""
    part = tmp_path / "part"
    shutil.copytree(parts[1], part)
    page = part / "help" / "ee" / "index.html"
    page.write_text(page.read_text("utf-8").replace("tel:+3726607320", "tel:+3726607321"), "utf-8")
    honest = merge_site.language_parts.read(parts[1])
    merge_site.language_parts.label(part, "en", honest.origin, clean=True)
    copy = tmp_path / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".build"))
    before = files(copy / "site")
    assert merge_site.merge(copy, copy / "site", [parts[0], part]) == 1
    assert "help/ee/index.html" in capsys.readouterr().out
    assert files(copy / "site") == before
    assert recorded(copy) == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda parts, root: parts[:1], 'the language "en" is missing; build it with: make site ONLY=en'),
        (lambda parts, root: [*parts, parts[0]], 'the language "ar" is there twice'),
        (lambda parts, root: [*parts, root / "docs"], "docs: this is no built language"),
    ],
    ids=["missing", "twice", "no part"],
)
def test_parts_that_do_not_make_a_site(
    root: Path, parts: list[Path], capsys: pytest.CaptureFixture[str], change: object, said: str
) -> None:
    """A missing, repeated or foreign part is told in plain words, and nothing is joined."""
    before = files(root / "site")
    assert merge_site.merge(root, root / "site", change(parts, root)) == 1  # type: ignore[operator]
    printed = capsys.readouterr().out
    assert said in printed
    assert printed.endswith("Nothing was joined.\n")
    assert files(root / "site") == before


def test_a_language_that_the_site_does_not_have(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A part of a language that is not in data/site.yml is refused with those that are, and nothing is written."""
    assert build_site.build_part(root, "xx", tmp_path / "part") == 1
    assert '"xx" is no language of data/site.yml; choose one of: en, ar' in capsys.readouterr().out
    assert os.listdir(tmp_path) == []


def test_parts_of_another_day_or_other_files_are_refused(
    root: Path, parts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts that were built for another day, or from files that have changed since, are not joined."""
    monkeypatch.setenv("AS_OF", "2026-11-23")
    assert merge_site.merge(root, tmp_path / "site", parts) == 1
    assert capsys.readouterr().out.count("the day for which ages are told; build it again") == 2
    monkeypatch.delenv("AS_OF")
    copy = tmp_path / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".build"))
    with (copy / "overrides" / "main.html").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert merge_site.merge(copy, copy / "site", parts) == 1
    assert capsys.readouterr().out.count("the files of the project; build it again") == 2
    assert not (copy / "site").exists()
    assert not (tmp_path / "site").exists()
