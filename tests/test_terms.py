"""Forms of terms find what they are meant to find, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factory import Edit, project

from seamark.loading import load
from seamark.terms import Wording, inflected, load_terms, pattern, terms_file, wording_of

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("торгів* людьми", "Торгівлею людьми", True),
        ("торгів* людьми", "торгівля дітьми", False),
        ("menneskehandel*", "menneskehandelsofre", True),
        ("menneskehandel", "menneskehandelsofre", False),
        ("*opfer", "Menschenhandelsopfer", True),
        ("*opfer", "Opferhilfe", False),
        # a star alone is one word, no more
        ("neteisėt* * gabenim*", "neteisėtą migrantų gabenimą", True),
        ("neteisėt* * gabenim*", "neteisėtą gabenimą", False),
        # signs of regular expressions are only signs
        ("a.b", "a.b", True),
        ("a.b", "axb", False),
        ("prac* (przymusow*", "praca przymusowa", False),
    ],
)
def test_a_form_finds_what_it_says(form: str, text: str, found: bool) -> None:
    """A star is the rest of a word; capitals do not matter; words are found whole."""
    assert bool(pattern((form,)).search(text)) is found
    assert is_found(wording_of(form), text) is found


def is_found(wording: Wording, text: str) -> bool:
    """Tell whether a wording is in a text; fails when its hint would have hidden it."""
    found = bool(re.search(wording.expression, text))
    assert wording.hint in text.lower() or not found
    return found


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("легка здобич", "стала легкою здобиччю", True),
        ("живий вантаж", "живого вантажу", True),
        ("sekso vergė", "sekso vergių", True),
        ("illegaler Migrant", "die illegalen Migranten", True),
        ("legal", "legally", True),
        # one word only is not cut: its stem would find too much
        ("Illegale", "Illegalen", True),
        ("Illegale", "eine illegale Adoption", False),
        ("laittomat", "laittoman", False),
        ("laittomat", "Laittomat", True),
        ("slave", "slavery", True),
        ("slave", "enslave", False),
        ("easy prey", "uneasy preying", False),
    ],
)
def test_a_wording_is_found_with_other_endings(wording: str, text: str, found: bool) -> None:
    """A banned wording of several words is found in every case and number; a single word nearly as it is written."""
    assert is_found(inflected(wording), text) is found


def test_a_language_without_a_file_has_no_forms(tmp_path: Path) -> None:
    """A new language needs no list of forms."""
    assert load_terms(tmp_path, "ro") == ({}, [])


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    """What cannot be read is a problem with its place."""
    project(tmp_path, [Edit("locale/terms/uk.yml", None, "a: &b c\n")])
    terms, problems = load_terms(tmp_path, "uk")
    assert terms == {}
    assert [problem.place.path for problem in problems] == ["locale/terms/uk.yml"]


def test_every_language_of_this_site_lists_the_most_important_concepts() -> None:
    """Each language says how it calls trafficking, victims, exploitation, forced labour and helplines."""
    data, _ = load(ROOT)
    assert data is not None
    wanted = {"trafficking-in-human-beings", "victim-of-trafficking", "exploitation", "forced-labour", "helpline"}
    for language in data.site.languages[1:]:
        terms, problems = load_terms(ROOT, language.code)
        assert problems == []
        assert {str(name) for name, forms in terms.items() if forms.use} >= wanted, terms_file(language.code)
        assert any(forms.avoid for forms in terms.values()), terms_file(language.code)
