"""Every text is in the language that it claims; one in another language is found, also between neighbours."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path

import polib
import pytest
from factory import Edit, project

import check_languages
from seamark.detecting import Detector, find_foreign, make_detector, sentences
from seamark.loading import Data, load

ROOT = Path(__file__).parent.parent
SIGNS = "pages/signs"
# Longer than forty letters, and unlike any neighbour.
FINNISH = "Voit soittaa tähän numeroon milloin tahansa ja kertoa, mitä sinulle on tapahtunut."


@pytest.fixture(scope="module")
def detector() -> Detector:
    """The detector, whose model is loaded once."""
    return make_detector()


def loaded(root: Path) -> Data:
    """Return the data of a project."""
    data, problems = load(root)
    assert data is not None, problems
    return data


def plant(root: Path, name: str, unit: str, text: str) -> int:
    """Put a text into a catalogue and return the line of its entry."""
    path = root / name
    catalogue = polib.pofile(str(path))
    catalogue.find(unit, by="msgctxt").msgstr = text
    catalogue.save()
    return int(polib.pofile(str(path)).find(unit, by="msgctxt").linenum)


def test_every_real_text_is_in_its_language(detector: Detector) -> None:
    """No text of this project, in any of its languages, is taken for one of another language."""
    assert find_foreign(loaded(ROOT), detector) == []


@pytest.mark.parametrize("language", ["uk", "ru", "nb"])
def test_a_sentence_of_another_language_is_found_where_it_stands(detector: Detector, tmp_path: Path, language: str) -> None:
    """One foreign sentence among right ones is told with its place, its language and the claimed one."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    unit = f"{SIGNS}#description"
    catalogue = polib.pofile(str(tmp_path / f"locale/{language}/pages.po"))
    line = plant(tmp_path, f"locale/{language}/pages.po", unit, f"{catalogue.find(unit, by='msgctxt').msgstr} {FINNISH}")
    found = find_foreign(loaded(tmp_path), detector, only=language)
    assert [str(problem.place) for problem in found] == [f"locale/{language}/pages.po:{line}:1"]
    assert "reads like Finnish, not like " in found[0].message
    assert FINNISH[:60] in found[0].message


def test_a_page_of_any_other_language_of_the_site_is_found(detector: Detector) -> None:
    """Whichever two languages are mistaken for each other, the words of a page together show it."""
    data = loaded(ROOT)
    texts = {
        str(language.code): " ".join(
            " ".join(sentences(entry.msgstr))
            for entry in polib.pofile(str(ROOT / f"locale/{language.code}/pages.po"))
            if entry.msgctxt.startswith(f"{SIGNS}#")
        )
        for language in data.site.languages[1:]
    }
    codes = {language: "no" if language == "nb" else language for language in texts}
    likely = {language: detector(text) for language, text in texts.items()}
    missed = [
        (real, claimed) for real, claimed in permutations(texts, 2) if likely[real][codes[real]] <= 2 * likely[real][codes[claimed]]
    ]
    assert missed == []
    assert len(texts) == 13


def test_a_swapped_catalogue_of_a_neighbour_is_found(detector: Detector, tmp_path: Path) -> None:
    """Danish in the place of Norwegian, the hardest pair, is told for every page and for most sentences."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    shutil.copyfile(ROOT / "locale/da/pages.po", tmp_path / "locale/nb/pages.po")
    found = find_foreign(loaded(tmp_path), detector, only="nb")
    assert {problem.place.path for problem in found} == {"locale/nb/pages.po"}
    whole = {problem.message.split()[2] for problem in found if problem.message.startswith("all of ")}
    assert whole >= {SIGNS, "pages/home", "pages/help", "pages/myself", "pages/helpers"}


def test_english_is_looked_at_too(detector: Detector, tmp_path: Path) -> None:
    """A foreign sentence in the English texts is told at its line of data/."""
    marks = project(tmp_path, [Edit("data/pages/home.yml", "lead: A list", f"lead: §{FINNISH} A list")])
    found = find_foreign(loaded(tmp_path), detector)
    assert {str(problem.place) for problem in found} == marks
    assert "reads like Finnish, not like English" in found[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call {emergency}. Then wait.", ["Call .", "Then wait."]),
        ("Read [the **page**](page:help/index)", ["Read the page"]),
        ("„Was brauchen Sie?“ Warten Sie.", ["„Was brauchen Sie?", "Warten Sie."]),
    ],
)
def test_sentences_are_what_a_reader_sees(text: str, expected: list[str]) -> None:
    """A text is cut behind its sentences, and marks, facts and addresses do not count."""
    assert sentences(text) == expected


def test_a_language_that_the_detector_does_not_know_is_told() -> None:
    """What was not looked at is a problem, never a pass."""
    found = find_foreign(loaded(Path(__file__).parent / "good"), lambda text: {"en": 1.0})
    assert [problem.message for problem in found] == [
        'the detector of languages does not know "uk", so nothing was looked at in it'
    ]


def test_a_language_that_the_site_lacks_is_an_error(detector: Detector) -> None:
    """Who asks for a language that is not there is told so, instead of that all is right."""
    with pytest.raises(KeyError):
        find_foreign(loaded(Path(__file__).parent / "good"), detector, only="nb")


# --- the command ---------------------------------------------------------------------------------------------


def test_the_command_passes_what_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A right project is said to be right."""
    project(tmp_path)
    assert check_languages.main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "No problems: the texts of 2 languages are in their languages.\n"


def test_the_command_fails_with_the_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A foreign sentence fails the command, which names file and line."""
    project(tmp_path)
    line = plant(tmp_path, "locale/uk/pages.po", "pages/home#lead", FINNISH)
    assert check_languages.main(["--root", str(tmp_path)]) == 1
    assert f"locale/uk/pages.po:{line}:1: " in capsys.readouterr().out


def test_without_the_detector_the_command_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that could not run has failed, and says how to install what it lacks."""

    def missing() -> Detector:
        raise ImportError("No module named 'py3langid'")

    monkeypatch.setattr(check_languages, "make_detector", missing)
    project(tmp_path)
    assert check_languages.main(["--root", str(tmp_path)]) == 1
    assert "nothing was looked at. Run: make check-languages" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("locale/uk/pages.po", 'msgctxt "a\nbroken\n', "A catalogue cannot be read"),
        ("data/site.yml", "name: [\n", "data/site.yml:"),
    ],
)
def test_what_cannot_be_read_fails_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, said: str
) -> None:
    """A broken catalogue or broken data fail the command."""
    project(tmp_path)
    (tmp_path / path).write_text(text, "utf-8")
    assert check_languages.main(["--root", str(tmp_path)]) == 1
    assert said in capsys.readouterr().out
