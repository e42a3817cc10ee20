"""Catalogues follow the English texts: nothing a translator wrote is lost, and what is outdated is marked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from factory import Edit, project
from hypothesis import given, settings
from hypothesis import strategies as st

from seamark.catalogues import _comment, catalogue_texts, fill
from seamark.loading import load
from seamark.translations import DOMAINS, Catalogue, units

ROOT = Path(__file__).parent.parent
HOME = "data/pages/home.yml"
PLACE = re.compile(r"^[A-Z].{5,}?[.]( |$)")
LIST = '    points: [Alpha one., Beta two., Gamma three.]\n    checklist: ["Call {emergency}."]\n'
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1)


def update(root: Path) -> dict[str, polib.POFile]:
    """Bring the catalogues of a project up to date and return them, parsed, by path."""
    data, problems = load(root)
    assert data is not None, problems
    assert problems == []
    for path, text in catalogue_texts(data).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return {path.relative_to(root).as_posix(): polib.pofile(str(path)) for path in sorted((root / "locale").rglob("*.po*"))}


def change(root: Path, old: str, new: str) -> None:
    """Replace a text in data/pages/home.yml."""
    path = root / HOME
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def translated_project(folder: Path) -> Path:
    """Make a project whose home page has a list of three points, translated as "uk: " and the English text."""
    project(folder, [Edit(HOME, "sources: signs-report", f"  - id: more\n    heading: More\n{LIST}sources: signs-report")])
    shutil.rmtree(folder / "locale", ignore_errors=True)
    for path, catalogue in update(folder).items():
        if path.endswith(".po"):
            fill(catalogue, {entry.msgctxt: f"uk: {entry.msgid}" for entry in catalogue})
            catalogue.save(str(folder / path))
    update(folder)
    return folder


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translated project, made once."""
    return translated_project(tmp_path_factory.mktemp("catalogues") / "project")


@pytest.fixture
def root(made_once: Path, tmp_path: Path) -> Path:
    """A copy of the translated project."""
    return Path(shutil.copytree(made_once, tmp_path / "project"))


def pages(root: Path) -> dict[str, polib.POEntry]:
    """Update a project and return the entries of its Ukrainian pages by identity."""
    return {entry.msgctxt: entry for entry in update(root)["locale/uk/pages.po"]}


def state(entry: polib.POEntry) -> tuple[str, str, bool, str | None]:
    """Return what matters of an entry: English, translation, whether it is marked, and the English of before."""
    return entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid


def point(number: int, *, part: str = "points") -> str:
    """Return the identity of an item of the list."""
    return f"pages/home#sections.more.{part}.{number}"


# --- what is written -----------------------------------------------------------------------------------------


def test_there_is_a_template_and_a_catalogue_for_each_domain(root: Path) -> None:
    """Every domain has one template, and one catalogue in each language but English."""
    domains = set(DOMAINS.values())
    assert set(update(root)) == {f"locale/templates/{name}.pot" for name in domains} | {f"locale/uk/{name}.po" for name in domains}


def test_catalogues_hold_every_unit_once_in_order(root: Path) -> None:
    """Together the templates, and the catalogues, hold each unit once, with its English text, in the order of the data."""
    data, _ = load(root)
    assert data is not None
    made = update(root)
    for folder, ending in (("templates", "pot"), ("uk", "po")):
        for domain in set(DOMAINS.values()):
            expected = [(unit.id, str(unit.text)) for unit in units(data) if unit.domain == domain]
            assert [(entry.msgctxt, entry.msgid) for entry in made[f"locale/{folder}/{domain}.{ending}"]] == expected


def test_templates_hold_no_translation(root: Path) -> None:
    """A template has English texts only and names no language."""
    for path, catalogue in update(root).items():
        if path.endswith(".pot"):
            assert not any(entry.msgstr for entry in catalogue)
            assert "Language" not in catalogue.metadata


def test_comments_tell_translators_what_they_must_know(root: Path) -> None:
    """Note, greatest length and importance stand with each text, and placeholders are marked for the tools."""
    ui = {entry.msgctxt: entry for entry in update(root)["locale/uk/ui.po"]}
    assert ui["ui#leave"].comment == "Link at the top of every page. At most 24 letters. Safety: critical."
    assert ui["ui#leave"].flags == []
    assert ui["ui#help-in"].flags == ["python-brace-format"]
    title = "Title of a page: its heading, and in the browser's tab. True, and harmless to be seen."
    assert pages(root)["pages/help#title"].comment == title
    assert pages(root)[point(1)].comment == "Item of a list. Safety: critical."


def test_every_real_text_tells_where_it_stands() -> None:
    """No text of the pages, lists and glossary goes to translators without a word on where it stands."""
    data, _ = load(ROOT)
    assert data is not None
    mute = [unit.id for unit in units(data) if unit.domain != "ui" and not PLACE.search(_comment(unit))]
    assert mute == []
    long = [unit.id for unit in units(data) if unit.limit and f"At most {unit.limit} letters." not in _comment(unit)]
    assert long == []


@pytest.mark.parametrize(
    ("language", "plural"),
    [
        ("uk", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
        ("ar", "nplurals=6; "),
        ("pt-BR", "nplurals=2; "),
        ("zh-Hant", "nplurals=1; plural=0;"),
    ],
)
def test_the_head_names_language_and_plurals(tmp_path: Path, language: str, plural: str) -> None:
    """The head of a catalogue has what tools need, for any language that a site can have, and names no person."""
    project(tmp_path, [Edit("data/site.yml", "code: uk", f"code: {language}")])
    head = update(tmp_path)[f"locale/{language}/ui.po"].metadata
    assert head["Language"] == language
    assert head["Plural-Forms"].startswith(plural)
    assert head["Content-Type"] == "text/plain; charset=UTF-8"
    assert set(head) == {
        "Project-Id-Version", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms",
    }  # fmt: skip


def test_updating_twice_changes_nothing(root: Path) -> None:
    """What is up to date stays as it is, to the byte."""
    before = {path: path.read_bytes() for path in (root / "locale").rglob("*.po*")}
    update(root)
    assert {path: path.read_bytes() for path in (root / "locale").rglob("*.po*")} == before


def test_the_real_catalogues_are_up_to_date() -> None:
    """The templates and catalogues of this project hold every text as the data have it now."""
    data, _ = load(ROOT)
    assert data is not None
    behind = [path.as_posix() for path, text in catalogue_texts(data).items() if (ROOT / path).read_text("utf-8") != text]
    assert behind == []


@pytest.fixture
def msgfmt() -> str:
    """The program of gettext that reads catalogues as Weblate does.

    Who has none is told, and goes without; CI may only where it could not be installed, and says so by a name.
    """
    found = shutil.which("msgfmt")
    if found is None:
        assert os.environ.get("WITHOUT_GETTEXT") or not os.environ.get("CI"), "msgfmt is missing: install gettext"
        pytest.skip("msgfmt is missing, so the catalogues were read by polib only; to be sure: apt install gettext")
    return found


@pytest.mark.parametrize("of", ["small", "real"])
def test_gettext_reads_every_catalogue(root: Path, of: str, msgfmt: str) -> None:
    """The program msgfmt, which Weblate and translators use, finds no fault in any catalogue, the real ones included."""
    folder = (root if of == "small" else ROOT) / "locale"
    told = []
    for path in sorted(folder.rglob("*.po")):
        done = subprocess.run([msgfmt, "-c", "-o", os.devnull, str(path)], capture_output=True, text=True, check=False)
        told += [line for line in done.stderr.splitlines() if not line.endswith("missing in header")]
        assert done.returncode == 0, told
    assert told == []
    assert len(list(folder.rglob("*.po"))) >= 6


def test_gettext_would_find_a_fault(root: Path, msgfmt: str) -> None:
    """A placeholder that was lost is a fault for msgfmt, so that the test above can fail."""
    path = root / "locale/uk/ui.po"
    catalogue = update(root)["locale/uk/ui.po"]
    catalogue.find("ui#help-in", by="msgctxt").msgstr = "Допомога {land}"
    catalogue.save(str(path))
    done = subprocess.run([msgfmt, "-c", "-o", os.devnull, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "format specification for argument 'country'" in done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "locale").rglob("*.po*")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_real_catalogue_is_fit_for_tools(path: Path) -> None:
    """Without gettext too: each file has the head that tools need and names no tool, and marks every placeholder once."""
    catalogue = polib.pofile(str(path), check_for_duplicates=False)
    contexts = [entry.msgctxt for entry in catalogue]
    assert len(set(contexts)) == len(contexts)
    assert None not in contexts
    assert [entry.msgctxt for entry in catalogue if ("python-brace-format" in entry.flags) is not ("{" in entry.msgid)] == []
    assert catalogue.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert not {"X-Generator", "Last-Translator", "PO-Revision-Date"} & set(catalogue.metadata)
    if path.suffix == ".po":
        assert catalogue.metadata["Language"] == path.parent.name
        assert catalogue.metadata["Plural-Forms"].startswith("nplurals=")


# --- merging: one text --------------------------------------------------------------------------------------


def test_an_unchanged_text_keeps_its_translation(root: Path) -> None:
    """Where nothing changed, nothing is marked."""
    assert all(state(entry) == (entry.msgid, f"uk: {entry.msgid}", False, None) for entry in pages(root).values())


def test_a_changed_text_is_marked_with_the_english_of_before(root: Path) -> None:
    """When the English changes, the translation stays, marked as made from the text of before."""
    change(root, "Find a number to call", "Find a number")
    assert state(pages(root)["pages/home#next.text"]) == (
        "Find a number", "uk: Find a number to call", True, "Find a number to call",
    )  # fmt: skip
    assert Catalogue.load(root, "uk").status("pages/home#next.text", "Find a number") == "stale"


def test_the_english_of_before_is_that_of_the_translation(root: Path) -> None:
    """After a second change, the text that the translation was made from is still known."""
    change(root, "Find a number to call", "Find a number")
    update(root)
    change(root, "Find a number", "Numbers to call")
    assert state(pages(root)["pages/home#next.text"]) == (
        "Numbers to call", "uk: Find a number to call", True, "Find a number to call",
    )  # fmt: skip


def test_a_change_that_is_taken_back_leaves_no_mark(root: Path) -> None:
    """When the English is again what the translation was made from, the translation is good again."""
    before = state(pages(root)["pages/home#next.text"])
    change(root, "Find a number to call", "Find a number")
    update(root)
    change(root, "Find a number", "Find a number to call")
    assert state(pages(root)["pages/home#next.text"]) == before


def test_a_text_that_was_removed_is_removed(root: Path) -> None:
    """A unit that is no more has no entry, also not a crossed-out one."""
    change(root, "lead: A list of **phone numbers**.\n", "")
    assert "pages/home#lead" not in pages(root)
    assert polib.pofile(str(root / "locale/uk/pages.po")).obsolete_entries() == []


def test_a_new_text_waits_for_its_translation(root: Path) -> None:
    """A new unit is empty and not marked, and no text that looks like it lends its translation."""
    change(
        root, "description: Phone numbers and plain facts.", "description: Phone numbers and plain facts.\nlead: x"
    ) if False else None
    change(root, "  - id: more\n", "  - id: new\n    heading: Find a number to calls\n  - id: more\n")
    assert state(pages(root)["pages/home#sections.new.heading"]) == ("Find a number to calls", "", False, None)


def test_a_text_that_was_not_translated_is_not_marked(root: Path) -> None:
    """A change of a text without translation leaves it empty."""
    catalogue = polib.pofile(str(root / "locale/uk/pages.po"))
    catalogue.find("pages/home#next.text", by="msgctxt").msgstr = ""
    catalogue.save()
    change(root, "Find a number to call", "Find a number")
    assert state(pages(root)["pages/home#next.text"]) == ("Find a number", "", False, None)


def test_marks_and_remarks_of_translators_stay(root: Path) -> None:
    """What a translator marked as needing work stays marked, and their remarks stay with the text."""
    catalogue = polib.pofile(str(root / "locale/uk/pages.po"))
    entry = catalogue.find("pages/home#next.text", by="msgctxt")
    entry.flags.append("fuzzy")
    entry.tcomment = "Better ask a lawyer."
    catalogue.save()
    made = pages(root)["pages/home#next.text"]
    assert (made.fuzzy, made.previous_msgid, made.tcomment) == (True, None, "Better ask a lawyer.")
    change(root, "Find a number to call", "Find a number")
    assert state(pages(root)["pages/home#next.text"])[2:] == (True, "Find a number to call")


def test_heads_of_tools_do_not_stay(root: Path) -> None:
    """Names and times that a tool wrote into the head of a catalogue are taken out."""
    path = root / "locale/uk/pages.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"Language: uk', '"Last-Translator: Somebody <a@example.org>\\n"\n"Language: uk'), "utf-8")
    update(root)
    assert path.read_text("utf-8") == text


# --- merging: lists --------------------------------------------------------------------------------------------

KEPT = ("Alpha one.", "Beta two.", "Gamma three.")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # moved
        (["Gamma three.", "Alpha one.", "Beta two."], ["Gamma three.", "Alpha one.", "Beta two."]),
        (["Beta two.", "Alpha one.", "Gamma three."], ["Beta two.", "Alpha one.", "Gamma three."]),
        # a new item pushes the others on, and inherits nothing
        (["New zero.", "Alpha one.", "Beta two.", "Gamma three."], ["", "Alpha one.", "Beta two.", "Gamma three."]),
        (["Alpha one.", "New zero.", "Beta two.", "Gamma three."], ["Alpha one.", "", "Beta two.", "Gamma three."]),
        (["Alpha one.", "Beta two.", "Gamma three.", "New zero."], ["Alpha one.", "Beta two.", "Gamma three.", ""]),
        # one is taken out
        (["Beta two.", "Gamma three."], ["Beta two.", "Gamma three."]),
        (["Alpha one."], ["Alpha one."]),
        # one is changed where it stands
        (["Alpha one.", "Beta 2.", "Gamma three."], ["Alpha one.", "Beta two.?", "Gamma three."]),
        # one is changed, and the others move
        (["Beta two.", "Gamma three.", "Alpha 1."], ["Beta two.", "Gamma three.", ""]),
        # one stands twice now
        (["Alpha one.", "Alpha one.", "Gamma three."], ["Alpha one.", "Alpha one.", "Gamma three."]),
    ],
)
def test_an_item_of_a_list_takes_its_translation_along(root: Path, items: list[str], expected: list[str]) -> None:
    """A text that only moved keeps its translation unmarked; what stands at its old place does not get it ("?" is a mark)."""
    change(root, "[Alpha one., Beta two., Gamma three.]", f"[{', '.join(items)}]")
    made = pages(root)
    found = []
    for number, item in enumerate(items, start=1):
        entry = made[point(number)]
        assert entry.msgid == item
        found.append(entry.msgstr.removeprefix("uk: ") + ("?" if entry.fuzzy else ""))
    assert found == expected
    assert point(len(items) + 1) not in made


def test_a_text_that_moves_to_another_part_keeps_its_translation(root: Path) -> None:
    """A text that becomes an item of another list of the same page keeps its translation."""
    change(root, LIST, '    points: [Alpha one., Gamma three.]\n    checklist: [Beta two., "Call {emergency}."]\n')
    made = pages(root)
    assert state(made[point(1, part="checklist")]) == ("Beta two.", "uk: Beta two.", False, None)
    assert state(made[point(2, part="checklist")]) == ("Call {emergency}.", "uk: Call {emergency}.", False, None)
    assert state(made[point(2)]) == ("Gamma three.", "uk: Gamma three.", False, None)


def test_a_marked_text_stays_marked_when_it_moves(root: Path) -> None:
    """A translation that was outdated before its text moved is outdated afterwards too."""
    change(root, "Beta two.", "Beta 2.")
    update(root)
    change(root, "[Alpha one., Beta 2., Gamma three.]", "[Beta 2., Alpha one., Gamma three.]")
    assert state(pages(root)[point(1)]) == ("Beta 2.", "uk: Beta two.", True, "Beta two.")


def test_translations_do_not_move_between_files(root: Path) -> None:
    """Equal English words in another file get no translation from here: they may mean something else."""
    change(root, "[Alpha one., Beta two., Gamma three.]", "[Alpha one., Beta two., Choose the country you are in.]")
    assert state(pages(root)[point(3)]) == ("Choose the country you are in.", "uk: Gamma three.", True, "Gamma three.")


@pytest.fixture(scope="module")
def lists(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A copy of the translated project, the text of its home page, and that of its catalogue."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("lists") / "project"))
    return folder, (folder / HOME).read_text("utf-8"), (folder / "locale/uk/pages.po").read_text("utf-8")


@settings(max_examples=25)
@given(order=st.permutations([*KEPT, "Delta 4.", "Eta 5."]), length=st.integers(0, 5))
def test_no_list_ever_shows_a_wrong_translation_unmarked(lists: tuple[Path, str, str], order: list[str], length: int) -> None:
    """However the items of a list change places, a translation that is not marked is that of its own text."""
    root, home, catalogue = lists
    (root / HOME).write_text(home, "utf-8")
    (root / "locale/uk/pages.po").write_text(catalogue, "utf-8")
    change(root, "[Alpha one., Beta two., Gamma three.]", f"[{', '.join(order[:length])}]")
    made = pages(root)
    for number, item in enumerate(order[:length], start=1):
        entry = made[point(number)]
        assert entry.fuzzy or entry.msgstr == (f"uk: {item}" if item in KEPT else "")
        assert entry.msgstr == f"uk: {item}" or item not in KEPT


# --- texts of any kind -------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(texts=st.lists(TEXT, min_size=1, max_size=3))
def test_any_translation_survives_an_update(lists: tuple[Path, str, str], texts: list[str]) -> None:
    """Whatever signs a translation holds, it is read, merged and written as it was."""
    root, home, start = lists
    (root / HOME).write_text(home, "utf-8")
    path = root / "locale/uk/pages.po"
    path.write_text(start, "utf-8")
    catalogue = polib.pofile(str(path))
    names = [entry.msgctxt for entry in catalogue][: len(texts)]
    assert fill(catalogue, dict(zip(names, texts, strict=True))) == []
    catalogue.save()
    made = pages(root)
    assert [made[name].msgstr for name in names] == texts
    assert [Catalogue.load(root, "uk").entries[name].text for name in names] == texts


def test_fill_puts_translations_in_and_tells_what_it_does_not_know(root: Path) -> None:
    """Translations are put in, marks are taken away, and identities that do not exist are told in order."""
    change(root, "Find a number to call", "Find a number")
    catalogue = update(root)["locale/uk/pages.po"]
    unknown = fill(catalogue, {"pages/home#next.text": "Новий", "pages/z": "x", "pages/a": "x"})
    assert unknown == ["pages/a", "pages/z"]
    assert state(catalogue.find("pages/home#next.text", by="msgctxt")) == ("Find a number", "Новий", False, None)
