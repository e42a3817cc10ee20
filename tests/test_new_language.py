"""A language is added by one entry and one catalogue; what is not translated up to date in it is told truly."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from pathlib import Path

import polib
import pytest
import small_site
from lxml import html

import build_site
from seamark.loading import load
from seamark.organisations import FOLDER
from seamark.status import FILE

CRITICAL = "pages/signs#sections.first.text.1"
OTHER = "glossary/debt-bondage#definition"


@pytest.fixture(scope="module", autouse=True)
def fixed_day() -> object:
    """Builds are made for one day, and without what a surrounding build may have set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", "2026-11-22")
        for name in ("ONLY", "DATA_CHECKED", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project in English and Romanian, built; two English texts changed after they were translated."""
    folder = small_site.make(tmp_path_factory.mktemp("romanian"), "ro")
    for name, part in (("pages/signs", "sections"), ("glossary/debt-bondage", "definition")):
        small_site.edit(folder, name, lambda page, part=part: page | {part: changed(page[part])})  # type: ignore[misc]
    small_site.update(folder)
    assert build_site.build(folder, folder / "site") == 0
    return folder


def changed(part: object) -> object:
    """Return a text with another one behind it; of sections, the first text of the first one."""
    if isinstance(part, str):
        return f"{part} This is new."
    assert isinstance(part, list)
    first = part[0] | {"text": [f"{part[0]['text'][0]} This is new.", *part[0]["text"][1:]]}
    return [first, *part[1:]]


def page(root: Path, name: str) -> html.HtmlElement:
    """Return a built page, parsed."""
    return html.parse(str(root / "site" / name / "index.html")).getroot()


def english_of(root: Path, unit: str) -> str:
    """Return the English text of a unit."""
    found = polib.pofile(str(root / f"locale/ro/{unit.partition('/')[0]}.po")).find(unit, by="msgctxt")
    assert found.fuzzy
    return str(found.msgid)


def test_only_an_entry_and_a_catalogue_were_added(root: Path) -> None:
    """The Romanian site is made by the very program, templates and pages of this project, the proof included."""
    for folder in ("scripts", "overrides"):
        compared = filecmp.dircmp(small_site.ROOT / folder, root / folder, ignore=["__pycache__", ".mypy_cache"])
        assert same(compared), folder
    data, _ = load(root)
    assert data is not None
    assert [str(language.code) for language in data.site.languages] == ["en", "ro"]
    assert {path.name for path in (root / "locale").iterdir()} == {"ro", "templates"}


def same(compared: filecmp.dircmp[str]) -> bool:
    """Tell whether two folders hold the same files."""
    left = compared.left_only + compared.right_only + compared.diff_files
    return not left and all(map(same, compared.subdirs.values()))


def test_the_new_language_is_whole(root: Path) -> None:
    """Every page stands in it, marked, with its own title, and names of countries, days and months come along."""
    pages = sorted((root / "site" / "ro").rglob("*.html"))
    everywhere = [path for path in (root / "site").rglob("*.html") if path.parent.parent.name != FOLDER]
    assert len(pages) == len(everywhere) / 2
    for path in pages:
        tree = html.parse(str(path)).getroot()
        assert (tree.get("lang"), tree.get("dir")) == ("ro", "ltr"), path
    help_page = page(root, "ro/help/ee")
    assert "Estonia" in help_page.text_content()
    assert "noiembrie 2026" in help_page.text_content()
    menu = help_page.findall(".//nav[@class='languages']//a")
    assert [(link.get("lang"), link.text, link.get("aria-current")) for link in menu] == [
        ("en", "English", None), ("ro", "Română", "true"),
    ]  # fmt: skip


# --- safety parity -------------------------------------------------------------------------------------------


def test_an_outdated_critical_text_is_shown_in_english(root: Path) -> None:
    """Where somebody's safety rests on it, readers see today's English text, marked, and at the top that some is in English."""
    signs = page(root, "ro/signs")
    marked = [" ".join(item.text_content().split()) for item in signs.findall(".//main//*[@lang='en']")]
    assert english_of(root, CRITICAL) in marked
    data, _ = load(root)
    assert data is not None
    notice = small_site.translated(data.interface["translation-partly"].text, "ro")  # type: ignore[index]
    notes = [" ".join(item.text_content().split()) for item in signs.findall(".//p[@class='note']")]
    assert any(note.startswith(notice) for note in notes)
    link = next(item for item in signs.findall(".//p[@class='note']/a") if "about/translation" in item.get("href"))
    assert link.get("lang") is None


def test_an_outdated_other_text_stays_in_the_language(root: Path) -> None:
    """What is not critical stays as it was translated; the notice tells that there."""
    glossary = page(root, "ro/journalists/glossary")
    text = " ".join(glossary.text_content().split())
    old = english_of(root, OTHER).removesuffix(" This is new.")
    assert small_site.translated(old, "ro") in text
    assert english_of(root, OTHER) not in text


def test_the_state_of_both_is_told(root: Path) -> None:
    """The file of the state names both texts as outdated, and no others."""
    tree = json.loads((root / "site" / FILE).read_text("utf-8"))
    assert tree["languages"]["ro"]["texts"] == {CRITICAL: "stale", OTHER: "stale"}
    assert tree["languages"]["ro"]["total"]["stale"] == 2


def test_pages_that_are_up_to_date_have_no_such_notice(root: Path) -> None:
    """The notice stands only where something is missing or outdated; the line that a machine translated is at the foot."""
    home = page(root, "ro/myself")
    assert len(home.xpath("//p[contains(concat(' ', @class, ' '), ' note ')]")) == 1  # that of the preview
    assert home.find(".//footer//a[@href='../about/translation/']") is not None


@pytest.mark.parametrize("unit", ["pages/signs#title", "ui#leave", "vocabularies#cost.free.label"])
def test_a_missing_critical_text_stops_the_build(root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], unit: str) -> None:
    """A text on which a person at risk acts and that is not translated: nothing is built, and the place is told."""
    copy = tmp_path / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".build", "site"))
    path = copy / f"locale/ro/{unit.partition('/')[0].partition('#')[0]}.po"
    catalogue = polib.pofile(str(path))
    catalogue.find(unit, by="msgctxt").msgstr = ""
    catalogue.save()
    assert build_site.build(copy, copy / "site") == 1
    assert f"({1}): {unit}" in capfd.readouterr().out
    assert not (copy / "site").exists()
    assert os.listdir(copy).count(".build") == 0
