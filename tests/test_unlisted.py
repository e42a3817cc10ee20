"""Who asked not to be listed can be recognised in every spelling, and not be read from the list."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from factory import project
from hypothesis import given
from hypothesis import strategies as st

import unlist_contact
from seamark.unlisted import MARK, forms_of, mark_of, own_form

PHONE = "+3726607320"


@pytest.mark.parametrize(
    ("text", "country", "form"),
    [
        # numbers
        ("+372 660 7320", "", PHONE),
        ("+372 (0)660-7320", "", PHONE),
        ("+372\u00a0660\u00a07320", "EE", PHONE),
        ("116 006", "ee", "EE 116006"),
        # addresses
        ("Abi@Amet.EE", "", "abi@amet.ee"),
        ("mailto:abi@amet.ee", "", "abi@amet.ee"),
        ("https://www.Amet.ee/Abi/", "", "amet.ee/abi"),
        ("http://amet.ee", "", "amet.ee"),
        ("https://amet.ee/?id=5", "", "amet.ee?id=5"),
        # names
        ("Фондация „Асоциация Анимус“", "", "фондация асоциация анимус"),
        ("  LEFÖ –  IBF ", "", "lefö ibf"),
        ("La Strada, o.p.s.", "", "la strada o p s"),
    ],
)
def test_one_form_for_all_spellings(text: str, country: str, form: str) -> None:
    """What is the same contact or name has the same form, however it is written."""
    assert own_form(text, country) == form
    assert form in forms_of(text, country)


@pytest.mark.parametrize(
    ("text", "country"), [("116006", ""), ("660 7320", ""), ("0660 7320", "AT"), ("", ""), (" – ", "EE"), ("„“", "")]
)
def test_what_says_nothing_is_refused(text: str, country: str) -> None:
    """A number of no country, and a text without a letter, cannot be put on the list; in the data they are passed over."""
    with pytest.raises(ValueError, match=r"country|letter"):
        own_form(text, country)
    assert forms_of(text, country) == set()


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("https://www.amet.ee/abi/vihje", {"amet.ee/abi/vihje", "amet.ee"}),
        ("abi@amet.ee", {"abi@amet.ee", "amet.ee"}),
        ("be-payoke", {"be payoke", "payoke"}),
        ("Payoke", {"payoke"}),
        ("+372 660 7320", {PHONE}),
    ],
)
def test_a_domain_and_a_name_in_an_id_count_too(text: str, forms: set[str]) -> None:
    """The domain of an organisation covers its pages and mailboxes, its name the id that is made from it."""
    assert forms_of(text) == forms


@given(st.text())
def test_any_text_of_the_data_can_be_compared(text: str) -> None:
    """No text makes the check fail; each form has a mark of the shape that the list wants."""
    assert all(MARK.fullmatch(mark_of(form)) for form in forms_of(text, "EE"))


def test_a_mark_says_too_little_to_be_read_back() -> None:
    """Among the numbers of one small part of one country's plan several bear the same mark: nobody can tell which was meant."""
    marks = [mark_of(f"+49151{number:08d}") for number in range(20_000)]
    assert len(set(marks)) < len(marks)
    assert mark_of(PHONE) == mark_of(own_form("+372 660 7320"))
    assert PHONE not in mark_of(PHONE)


# --- the command -----------------------------------------------------------------------------------------------


def run(root: Path, monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str) -> int:
    """Run the command with what somebody types."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    return unlist_contact.main(["--root", str(root), "--on", "2026-11-22", "--reason", "personal", *arguments])


def test_the_entry_is_made_and_what_stands_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints the entry, without the number, and each place at which the number still stands."""
    project(tmp_path)
    assert run(tmp_path, monkeypatch, "+372 6147 393") == 0
    out = capsys.readouterr().out
    assert f'- mark: "{mark_of("+3726147393")}"\n  on: "2026-11-22"\n  reason: personal\n' in out
    assert "must go:\ndata/countries/ee.yml:69:16\n" in out
    assert "6147" not in out


def test_what_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing of it is published, the command says that."""
    project(tmp_path)
    assert run(tmp_path, monkeypatch, "116007", "--country", "EE") == 0
    assert capsys.readouterr().out.endswith("It stands nowhere in data/ today.\n")


@pytest.mark.parametrize(
    ("typed", "arguments", "said"),
    [
        ("116006", [], "needs its country"),
        ("", [], "holds no letter"),
        ("Amet", ["--reason", "secret"], "no reason of data/vocabularies.yml"),
    ],
)
def test_what_cannot_be_listed_is_an_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    arguments: list[str],
    said: str,
) -> None:
    """The command says in plain words what is missing."""
    project(tmp_path)
    assert run(tmp_path, monkeypatch, typed, *arguments) == 1
    assert said in capsys.readouterr().out


def test_data_that_cannot_be_read_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without data nothing can be said about where a number stands."""
    assert run(tmp_path, monkeypatch, "+372 660 7320") == 1
