"""What a site generator is told of the data: renderers of checked data, the day, languages, pages, assets."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from factory import Edit, project
from jinja2 import DictLoader, Environment

from seamark import building
from seamark.folders import pages_below
from seamark.loading import load
from seamark.yamltext import parse_yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests begin without the settings that a build sets, on a fixed day."""
    for name in ("AS_OF", "SOURCE_DATE_EPOCH", "DATA_CHECKED", "ONLY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AS_OF", "2026-11-22")


# --- renderers -----------------------------------------------------------------------------------------------


def test_a_renderer_of_good_data(tmp_path: Path) -> None:
    """Data without problems give a renderer of the language that is asked for, for the day of the build."""
    project(tmp_path)
    made = building.renderer(tmp_path, "uk")
    assert (made.language, made.as_of, made.data.root) == ("uk", date(2026, 11, 22), tmp_path)
    assert made.translator.catalogue.entries["pages/home#title"].text == "Seamark"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        # shape, meaning, and what cannot be read at all
        (Edit("data/countries/ee.yml", "time_zone", "time_zon"), 'unknown field "time_zon"'),
        (Edit("data/countries/ee.yml", '"+372 614 7393"', '"+372 614"'), "614"),
        (Edit("data/site.yml", "", None), "cannot be read"),
        # of another language than the one that is built
        (Edit("locale/uk/pages.po", "Небезпека зараз", "Ыы"), "ы"),
    ],
)
def test_no_renderer_of_data_with_problems(tmp_path: Path, edit: Edit, said: str) -> None:
    """Data with a problem of any kind, in any language, give no page in any language, and every problem is told."""
    project(tmp_path, [edit])
    with pytest.raises(building.DataProblems, match=r"\[.+\]\n") as caught:
        building.renderer(tmp_path, "en")
    assert said in str(caught.value)


def test_a_preview_checks_the_translations_into_its_language_alone(tmp_path: Path) -> None:
    """A fault in a translation stops a preview of that language and no other; one in the facts stops each."""
    project(tmp_path, [Edit("locale/uk/pages.po", "Небезпека зараз", "Ыы")])
    with pytest.raises(building.DataProblems, match="ы"):
        building.renderer(tmp_path, "uk", alone=True)
    assert building.renderer(tmp_path, "en", alone=True).language == "en"
    (tmp_path / "data" / "countries" / "ee.yml").write_text("country: Estonia\n", "utf-8")
    with pytest.raises(building.DataProblems, match=r"data/countries/ee\.yml"):
        building.renderer(tmp_path, "en", alone=True)


def test_the_day_of_the_build_is_the_day_of_the_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A date that lies in the future on the day of the build is a problem."""
    project(tmp_path)
    monkeypatch.setenv("AS_OF", "2026-01-01")
    with pytest.raises(building.DataProblems, match="future"):
        building.renderer(tmp_path, "en")


# --- checked once -----------------------------------------------------------------------------------------------


def test_data_that_were_checked_are_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the stamp of these very files, the checks are left out; a mistake of shape is told all the same."""
    project(tmp_path, [Edit("data/countries/ee.yml", '"+372 614 7393"', '"+372 614"')])
    stamp = building.stamp(tmp_path, building.DATA_FOLDERS)
    monkeypatch.setenv("DATA_CHECKED", str(stamp))
    assert building.renderer(tmp_path, "en").language == "en"
    (tmp_path / "data" / "stray.txt").write_text("x", "utf-8")
    monkeypatch.setenv("DATA_CHECKED", str(building.stamp(tmp_path, building.DATA_FOLDERS)))
    with pytest.raises(building.DataProblems, match=r"stray\.txt"):
        building.renderer(tmp_path, "en")


@pytest.mark.parametrize("stamp", ["", "0", "yes", "12345"])
def test_another_stamp_is_no_excuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str) -> None:
    """With any other stamp than that of these files, the data are checked."""
    project(tmp_path, [Edit("data/countries/ee.yml", '"+372 614 7393"', '"+372 614"')])
    monkeypatch.setenv("DATA_CHECKED", stamp)
    with pytest.raises(building.DataProblems):
        building.renderer(tmp_path, "en")


@pytest.mark.parametrize(
    "change",
    [
        "data/countries/ee.yml", "data/site.yml", "docs/index.md", "locale/uk/pages.po", "data/countries/new.yml",
        "locale/signoff/uk.yml",
    ],
)  # fmt: skip
def test_the_stamp_changes_with_the_files(tmp_path: Path, change: str) -> None:
    """A file that changes, appears or goes away in data/, docs/ or locale/ changes the stamp; reading does not."""
    project(tmp_path)
    before = building.stamp(tmp_path, building.DATA_FOLDERS)
    load(tmp_path)
    assert building.stamp(tmp_path, building.DATA_FOLDERS) == before
    path = tmp_path / change
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "# x\n", "utf-8")
    changed = building.stamp(tmp_path, building.DATA_FOLDERS)
    path.unlink()
    assert len({before, changed, building.stamp(tmp_path, building.DATA_FOLDERS)}) >= 2
    assert changed != before


def test_the_stamp_changes_with_the_time_of_a_file(tmp_path: Path) -> None:
    """A change that keeps the size of a file changes the stamp too."""
    project(tmp_path)
    before = building.stamp(tmp_path, ["data"])
    os.utime(tmp_path / "data" / "site.yml", ns=(1, 1))
    assert building.stamp(tmp_path, ["data"]) != before


def test_a_folder_that_is_not_there_has_a_stamp(tmp_path: Path) -> None:
    """A project without catalogues yet has a stamp."""
    assert building.stamp(tmp_path, ["locale"]) == building.stamp(tmp_path, ["locale"])


def test_a_page_that_repeats_another_is_not_searched() -> None:
    """Of the real pages the index leaves out sheets and pages of a concept, and takes the glossary and the countries."""
    settings = {path: (ROOT / "docs" / f"{path}.md").read_text("utf-8").split("---")[1] for path in pages_below(ROOT / "docs")}
    searched = {path for path, text in settings.items() if building.is_searched(parse_yaml(text, path))}
    repeated = ("card/", "poster/", "show/", "journalists/term/")
    assert set(settings) - searched == {path for path in settings if path.startswith(repeated)} - {"show/index"}


def test_all_languages_share_what_is_loaded(tmp_path: Path) -> None:
    """While nothing changes, the renderers of all languages show the same data, loaded and checked once."""
    project(tmp_path)
    english, ukrainian = (building.renderer(tmp_path, language) for language in ("en", "uk"))
    assert english.data is ukrainian.data
    assert english.edition is ukrainian.edition
    assert (english.language, ukrainian.language) == ("en", "uk")


@pytest.mark.parametrize(
    ("path", "old", "new", "shown"),
    [
        ("data/countries/ee.yml", "+372 614 7393", "+372 614 7394", lambda made: made.data.countries["ee"].services),
        ("data/pages/home.yml", "In danger now", "In danger", lambda made: made.data.words["pages/home"].sections),
        ("locale/uk/pages.po", "Небезпека зараз", "Небезпека тепер", lambda made: made.translator.catalogue.entries),
    ],
)
def test_nothing_stale_is_shown(tmp_path: Path, path: str, old: str, new: str, shown: Any) -> None:
    """After a change of a number, a text or a translation, the very next renderer shows the new one and not the old."""
    project(tmp_path)
    before = building.renderer(tmp_path, "uk")
    assert old in str(shown(before))
    text = (tmp_path / path).read_text("utf-8")
    (tmp_path / path).write_text(text.replace(old, new), "utf-8")
    os.utime(tmp_path / path, ns=(1, 1))  # the size is the same, so the time must tell
    after = building.renderer(tmp_path, "uk")
    assert new in str(shown(after))
    assert old not in str(shown(after))


def test_another_day_is_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files on another day give pages that are true on that day."""
    project(tmp_path)
    first = building.renderer(tmp_path, "en")
    monkeypatch.setenv("AS_OF", "2026-11-23")
    assert (first.as_of, building.renderer(tmp_path, "en").as_of) == (date(2026, 11, 22), date(2026, 11, 23))


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    """A block that changes while the preview runs is shown as it is now, though no data changed."""
    project(tmp_path)
    block = tmp_path / "overrides" / "blocks" / "changed.html"
    block.parent.mkdir(parents=True, exist_ok=True)
    made = building.renderer(tmp_path, "en")
    for moment, text in enumerate(("one", "two"), start=1):
        block.write_text(text, "utf-8")
        os.utime(block, ns=(moment, moment))
        assert made.render("index", '{% include "changed.html" %}', {"words": "pages/home"}).markdown == text


# --- the day ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "day"),
    [
        ({"AS_OF": "2025-02-03"}, date(2025, 2, 3)),
        ({"SOURCE_DATE_EPOCH": "0"}, date(1970, 1, 1)),
        ({"SOURCE_DATE_EPOCH": "1763769599"}, date(2025, 11, 21)),
        ({"AS_OF": "2025-02-03", "SOURCE_DATE_EPOCH": "0"}, date(2025, 2, 3)),
        ({"AS_OF": "", "SOURCE_DATE_EPOCH": "0"}, date(1970, 1, 1)),
    ],
)
def test_the_day_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], day: date) -> None:
    """The day can be given as a date, or as seconds in universal time; a date comes first."""
    monkeypatch.delenv("AS_OF")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert building.as_of_date(tmp_path) == day


@pytest.mark.parametrize(("name", "value"), [("AS_OF", "tomorrow"), ("AS_OF", "2025-02-30"), ("SOURCE_DATE_EPOCH", "x")])
def test_a_day_that_is_none_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A day that cannot be read is an error, and never today in silence."""
    monkeypatch.delenv("AS_OF")
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=r".+"):
        building.as_of_date(tmp_path)


def test_the_day_is_that_of_the_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a given day, it is the day of the last commit; without one, today."""
    monkeypatch.delenv("AS_OF")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert building.as_of_date(tmp_path) == datetime.now(UTC).date()
    who = {f"GIT_{role}_{part}": "x" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": "2024-05-06T12:00:00Z", "GIT_COMMITTER_DATE": "2024-07-08T12:00:00Z"}
    for command in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], env={**os.environ, **who, **days}, check=True)
    assert building.as_of_date(tmp_path) == date(2024, 7, 8)


def test_the_day_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no git, the day is today."""
    monkeypatch.delenv("AS_OF")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert building.as_of_date(ROOT) == datetime.now(UTC).date()


# --- languages, pages, assets -------------------------------------------------------------------------------------


def test_language_entries(tmp_path: Path) -> None:
    """The languages of site.yml are those of the site, each by its own name, the first as the default."""
    project(tmp_path)
    assert building.language_entries(tmp_path) == [
        {"locale": "en", "name": "English", "default": True},
        {"locale": "uk", "name": "Українська", "default": False},
    ]


def test_languages_of_data_that_cannot_be_read(tmp_path: Path) -> None:
    """Without a site.yml that can be read there are no languages, and the reason is told."""
    project(tmp_path, [Edit("data/site.yml", "", None)])
    with pytest.raises(building.DataProblems, match=r"data/site\.yml"):
        building.language_entries(tmp_path)


def test_the_sitemap_names_every_page_in_every_language(tmp_path: Path) -> None:
    """For each page the sitemap has its full address in each language, the first language at the root."""
    project(tmp_path)
    found = building.sitemap(building.renderer(tmp_path, "uk"))
    assert len(found) == len(pages_below(tmp_path / "docs"))
    assert {"en": "https://seamark.example/", "uk": "https://seamark.example/uk/"} in found
    assert {"en": "https://seamark.example/help/ee/", "uk": "https://seamark.example/uk/help/ee/"} in found


def test_assets_are_those_of_the_project() -> None:
    """The files kept once are those of docs/assets and the feed of news, and nothing of the theme."""
    own = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "assets").rglob("*") if path.is_file()}
    assert "assets/icon.svg" in own
    assert set(building.assets(ROOT)) == {*own, "news.xml"}


def test_compiled_templates_are_shared_and_never_stale(tmp_path: Path) -> None:
    """What one environment compiled another one takes, and a template that has changed is compiled again."""
    shown = []
    for source in ("one", "one", "two"):
        templates = Environment(loader=DictLoader({"page": source}), bytecode_cache=building.compiled_templates(tmp_path))
        shown.append(templates.get_template("page").render())
    assert shown == ["one", "one", "two"]
    assert len(list((tmp_path / building.TEMPLATES).iterdir())) == 1
