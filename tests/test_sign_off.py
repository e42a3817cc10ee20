"""A native reader signs what was read, as it was read, and any edit afterwards voids it."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from factory import TODAY, Edit, project

import sign_off
from seamark.checks import check
from seamark.loading import load
from seamark.signing import signoff_file
from seamark.translations import Catalogue

HOME = "data/pages/home.yml"
PO = "locale/uk/pages.po"
LEAD = "pages/home#lead"
ENGLISH, UKRAINIAN = "A list of **phone numbers**.", "Перелік **номерів телефонів**."


def run(root: Path, *arguments: str) -> int:
    """Run the command on a project for Ukrainian, on the day of the tests."""
    return sign_off.main(["--root", str(root), "--language", "uk", "--today", TODAY.isoformat(), *arguments])


def status(root: Path, unit: str = LEAD) -> str:
    """Return the status of a unit."""
    data, _ = load(root)
    assert data is not None
    text = next(unit_.text for unit_ in sign_off.signing.units_of(data, None) if unit_.id == unit)
    return Catalogue.load(root, "uk").status(unit, text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The correct project."""
    project(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def listed(root: Path, tmp_path: Path) -> Path:
    """The list of all that can be signed, with nothing ticked."""
    path = tmp_path / "reading.txt"
    assert run(root, "--list", str(path)) == 0
    return path


def tick(path: Path, *units: str) -> None:
    """Put an x into the boxes of units, or of all."""
    text = path.read_text("utf-8")
    for unit in units:
        assert text.count(f"[ ] {unit} ") == 1
        text = text.replace(f"[ ] {unit} ", f"[x] {unit} ")
    path.write_text(text if units else text.replace("[ ] ", "[x] "), "utf-8")


def signed(root: Path, listed: Path, *units: str) -> int:
    """Tick units on a list and sign them."""
    tick(listed, *units)
    return run(root, "--role", "native reader", "--sign", str(listed))


# --- reading -------------------------------------------------------------------------------------------------


def test_the_list_shows_what_is_to_be_read(listed: Path) -> None:
    """Each translation stands under its English text, with its identity and an empty box, in the order of the data."""
    text = listed.read_text("utf-8")
    assert f"    en: {ENGLISH}\n    uk: {UKRAINIAN}\n" in text
    boxes = [line.split()[2] for line in text.splitlines() if line.startswith("[ ]")]
    catalogues = (Path(__file__).parent / "good/locale/uk").glob("*.po")
    entries = [entry for path in catalogues for entry in polib.pofile(str(path)) if entry.msgstr]
    assert sorted(boxes) == sorted(entry.msgctxt for entry in entries)


def test_an_area_can_be_chosen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of data/ or a folder is an area, and one that does not exist is told."""
    for area in ("pages/home", "pages"):
        assert run(root, "--area", area, "--list", "-") == 0
        listed = capsys.readouterr().out
        assert f"] {LEAD} " in listed
        assert "] ui#" not in listed
    assert run(root, "--area", "pages/hom", "--list", "-") == 1
    assert 'There is no area "pages/hom"; did you mean "pages/home"?' in capsys.readouterr().out


def test_what_cannot_be_signed_is_not_on_the_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is missing, outdated or signed already is not to be read."""
    edit(root, PO, UKRAINIAN, "")
    edit(root, PO, 'msgid "Find a number to call"', 'msgid "Find a number"')
    assert run(root, "--list", "-") == 0
    text = capsys.readouterr().out
    assert "pages/home#title" in text
    assert LEAD not in text
    assert "pages/home#next.text" not in text


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), "utf-8")


# --- signing -------------------------------------------------------------------------------------------------


def test_what_is_ticked_is_signed_and_nothing_else(root: Path, listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A ticked translation is reviewed from then on, with day and role; the others are what they were; all rules pass."""
    assert signed(root, listed, LEAD) == 0
    assert capsys.readouterr().out.endswith("locale/signoff/uk.yml: 1 translations are signed, 1 of them now.\n")
    assert (status(root), status(root, "pages/home#title")) == ("reviewed", "machine")
    item = Catalogue.load(root, "uk").signoffs[LEAD]
    assert (item.on, item.by_role) == (TODAY.isoformat(), "native reader")
    data, _ = load(root)
    assert data is not None
    assert check(data, TODAY) == []


def test_more_can_be_signed_later(root: Path, listed: Path, tmp_path: Path) -> None:
    """A second sign-off keeps the first one, with its day, and leaves no other file behind."""
    assert signed(root, listed, LEAD) == 0
    assert run(root, "--list", str(tmp_path / "second.txt"), "--area", "pages/home") == 0
    tick(tmp_path / "second.txt")
    later = ["--today", "2026-11-30", "--role", "native editor", "--sign", str(tmp_path / "second.txt")]
    assert sign_off.main(["--root", str(root), "--language", "uk", *later]) == 0
    signoffs = Catalogue.load(root, "uk").signoffs
    assert (signoffs[LEAD].on, signoffs["pages/home#title"].on) == ("2026-11-22", "2026-11-30")
    assert {name.partition("#")[0] for name in signoffs} == {"pages/home"}
    assert [path.name for path in (root / "locale/signoff").iterdir()] == ["uk.yml"]


@pytest.mark.parametrize(
    ("path", "old", "new", "after"),
    [
        (PO, UKRAINIAN, "Список **номерів телефонів**.", "machine"),
        (PO, UKRAINIAN, f"{UKRAINIAN} ", "machine"),
        (HOME, ENGLISH, "A list of **numbers**.", "stale"),
    ],
    ids=["another translation", "one space", "another English text"],
)
def test_any_edit_voids_a_sign_off(root: Path, listed: Path, path: str, old: str, new: str, after: str) -> None:
    """Whoever changes the translation or the English text, by one sign, makes the text one that nobody has read."""
    assert signed(root, listed, LEAD) == 0
    edit(root, path, old, new)
    assert status(root) == after
    edit(root, path, new, old)
    assert status(root) == "reviewed"


def test_a_void_sign_off_is_dropped(root: Path, listed: Path, tmp_path: Path) -> None:
    """When the file is written again, what an edit has voided is no longer in it."""
    assert signed(root, listed, LEAD, "pages/home#title") == 0
    edit(root, PO, UKRAINIAN, "Список **номерів телефонів**.")
    assert run(root, "--list", str(tmp_path / "second.txt"), "--area", "ui") == 0
    assert signed(root, tmp_path / "second.txt") == 0
    assert LEAD not in Catalogue.load(root, "uk").signoffs
    assert "pages/home#title" in Catalogue.load(root, "uk").signoffs


# --- what is refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Edit(PO, UKRAINIAN, ""), "is not translated; translate it first"),
        (Edit(HOME, ENGLISH, "A list of **numbers**."), "was translated from another English text"),
        (Edit(PO, f'msgctxt "{LEAD}"', f'#, fuzzy\nmsgctxt "{LEAD}"'), "or is marked as needing work"),
        (Edit(PO, UKRAINIAN, "Список **номерів телефонів**."), "is not the text any more that stood on the list"),
        (Edit(HOME, f"lead: {ENGLISH}\n", ""), "is no text of this project"),
    ],
    ids=["missing", "stale", "doubtful", "changed since", "removed"],
)
def test_what_was_not_read_as_it_stands_is_refused(
    root: Path, listed: Path, capsys: pytest.CaptureFixture[str], change: Edit, said: str
) -> None:
    """One unit that cannot be signed is told with its line of the list, and then nothing at all is signed."""
    edit(root, change.path, str(change.old), str(change.new))
    line = next(number for number, text in enumerate(listed.read_text("utf-8").splitlines(), 1) if f" {LEAD} " in text)
    assert signed(root, listed) == 1
    told = capsys.readouterr().out
    assert f"{listed}:{line}:1: {LEAD} " in told
    assert said in told
    assert told.endswith("Nothing was signed.\n")
    assert not (root / signoff_file("uk")).exists()


@pytest.mark.parametrize("role", [None, "", "Olena Kovalenko", "native"])
def test_only_roles_can_sign(root: Path, listed: Path, capsys: pytest.CaptureFixture[str], role: str | None) -> None:
    """The name of a person, or no role, is refused."""
    tick(listed)
    assert run(root, *(["--role", role] if role is not None else []), "--sign", str(listed)) == 1
    assert "names of persons are never written down; write one of native reader" in capsys.readouterr().out
    assert not (root / signoff_file("uk")).exists()


def test_a_list_without_a_tick_signs_nothing(root: Path, listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who forgot to tick is told so."""
    assert run(root, "--role", "native reader", "--sign", str(listed)) == 1
    assert "no box on the list is ticked" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"), [("en", "no language into which"), ("xx", "no language into which"), ("pl", "no language into which")]
)
def test_other_languages_are_refused(root: Path, capsys: pytest.CaptureFixture[str], language: str, said: str) -> None:
    """English is the source, and what is no language of the site has no catalogue."""
    assert sign_off.main(["--root", str(root), "--language", language, "--list", "-"]) == 1
    assert said in capsys.readouterr().out


def test_what_cannot_be_read_signs_nothing(root: Path, listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that is not there, a broken catalogue or broken data end the command."""
    assert run(root, "--role", "native reader", "--sign", str(tmp_path / "none.txt")) == 1
    assert "none.txt cannot be read" in capsys.readouterr().out
    (root / PO).write_text('msgctxt "a\nbroken\n', "utf-8")
    assert signed(root, listed) == 1
    assert "A catalogue cannot be read" in capsys.readouterr().out
    (root / "data/site.yml").write_text("name: [\n", "utf-8")
    assert run(root, "--list", "-") == 1
    assert "data/site.yml:" in capsys.readouterr().out
