"""Languages that were built apart: what they say of themselves, and which are refused."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from seamark import language_parts
from seamark.built_from import Origin, commit, digest_of_folder, origin

HERE = Origin(commit="c0ffee", day="2026-11-22", inputs="1f")


def part(folder: Path, language: str, made_from: Origin = HERE) -> language_parts.Part:
    """Make a part with one page and read it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(language, "utf-8")
    language_parts.label(folder, language, made_from, clean=True)
    return language_parts.read(folder)


def test_a_part_says_what_it_is(tmp_path: Path) -> None:
    """What is written into a part is read from it, and to label it again changes nothing."""
    first = part(tmp_path / "uk", "uk")
    assert (first.language, first.origin, first.clean) == ("uk", HERE, True)
    label = (tmp_path / "uk" / language_parts.LABEL).read_bytes()
    assert part(tmp_path / "uk", "uk") == first
    assert (tmp_path / "uk" / language_parts.LABEL).read_bytes() == label


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"commit": "bad"}, "the commit"),
        ({"day": "2026-11-21"}, "the day for which ages are told"),
        ({"inputs": "2f"}, "the files of the project"),
    ],
)
def test_a_part_of_another_origin_is_refused(tmp_path: Path, change: dict[str, str], words: str) -> None:
    """A part of another commit, day or state of the files is refused, and the words say which of them."""
    parts = [part(tmp_path / "en", "en"), part(tmp_path / "uk", "uk", replace(HERE, **change))]
    [said] = language_parts.refusals(parts, ["en", "uk"], HERE)
    assert said == f'{tmp_path / "uk"}: "uk" was built from something else: {words}; build it again'


def test_parts_that_fit_are_not_refused(tmp_path: Path) -> None:
    """One part of each language, in any order, is a site."""
    parts = [part(tmp_path / "uk", "uk"), part(tmp_path / "en", "en")]
    assert language_parts.refusals(parts, ["en", "uk"], HERE) == []


def test_missing_repeated_and_foreign_languages(tmp_path: Path) -> None:
    """Each language that is missing, there twice or not of this site is named."""
    parts = [part(tmp_path / "a", "uk"), part(tmp_path / "b", "uk"), part(tmp_path / "c", "xx")]
    assert language_parts.refusals(parts, ["en", "uk"], HERE) == [
        'the language "en" is missing; build it with: make site ONLY=en',
        '"xx" is no language of data/site.yml; leave this part out',
        'the language "uk" is there twice; name each part once',
    ]


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"language": "uk"}'])
def test_a_folder_that_is_no_part(tmp_path: Path, text: str | None) -> None:
    """A folder without a whole label is told as such."""
    if text is not None:
        (tmp_path / language_parts.LABEL).write_text(text, "utf-8")
    with pytest.raises(language_parts.PartProblem, match="no built language"):
        language_parts.read(tmp_path)


@pytest.mark.parametrize("name", ["index.html", "extra.html", "help/part.json"])
def test_a_part_that_changed_is_refused(tmp_path: Path, name: str) -> None:
    """A file that was changed or added after the build is found, whatever its name."""
    part(tmp_path, "uk")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("other", "utf-8")
    with pytest.raises(language_parts.PartProblem, match="not those that were built"):
        language_parts.read(tmp_path)


def test_a_renamed_file_is_another_folder(tmp_path: Path) -> None:
    """The sum of a folder covers the names of files and not only their bytes."""
    (tmp_path / "a").write_text("x", "utf-8")
    before = digest_of_folder(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert digest_of_folder(tmp_path) != before


@pytest.mark.parametrize("name", ["data/site.yml", "overrides/main.html", "scripts/hooks.py", "mkdocs.yml", "requirements.txt"])
def test_every_input_counts(tmp_path: Path, name: str) -> None:
    """A change of the data, a template, the code, a setting or a pinned package is another origin."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a", "utf-8")
    day = date(2026, 11, 22)
    before = origin(tmp_path, day)
    path.write_text("b", "utf-8")
    assert origin(tmp_path, day).differences(before) == ["the files of the project"]


def test_the_commit_is_that_of_the_project_itself(tmp_path: Path) -> None:
    """A project in a folder of somebody else's repository has no commit; one that is a repository has its own."""
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    assert commit(tmp_path) == ""
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], cwd=tmp_path, check=True)
    assert len(commit(tmp_path)) == 40
    (tmp_path / "project").mkdir()
    assert commit(tmp_path / "project") == ""
