"""The state of the translations is counted truly, as a file beside the page and on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factory import Edit, project

import translation_status
from seamark import status
from seamark.loading import Data, load
from seamark.translations import Catalogue, Entry, SignOff, fingerprint, units
from seamark.yamltext import Text

HOME = "pages/home#"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """The data of the correct project."""
    project(tmp_path)
    made, problems = load(tmp_path)
    assert made is not None, problems
    return made


def entry(source: str, text: str) -> Entry:
    """Return a translation."""
    return Entry(source=source, text=text, path="locale/uk/pages.po", line=1)


def test_every_text_is_counted_once_in_its_area(data: Data) -> None:
    """The counts of all areas together are those of the language, and each area counts the texts of its file."""
    title, lead, heading = "Seamark", "A list of **phone numbers**.", "In danger now"
    entries = {
        f"{HOME}title": entry(title, "Сімарк"),
        f"{HOME}lead": entry("Older", "Перелік"),
        f"{HOME}sections.danger.heading": entry(heading, "Небезпека"),
    }
    signed = SignOff(text=Text(fingerprint(title, "Сімарк")), on=Text("2026-11-22"), by_role=Text("native reader"))
    (state,) = status.states_into(data, [Catalogue("uk", entries, {f"{HOME}title": signed})])
    in_home = sum(1 for unit in units(data) if unit.id.startswith(HOME))
    everything = sum(1 for _ in units(data))
    assert state.areas["pages/home"] == {"reviewed": 1, "machine": 1, "stale": 1, "missing": in_home - 3}
    assert state.total == {"reviewed": 1, "machine": 1, "stale": 1, "missing": everything - 3}
    assert sum(sum(counts.values()) for counts in state.areas.values()) == everything
    assert {lead} < {str(unit.text) for unit in units(data)}


def test_the_file_names_every_text_that_is_not_by_machine(data: Data, tmp_path: Path) -> None:
    """The JSON has each language by its own name, with totals, areas, and the texts that are no machine's."""
    status.write(tmp_path / "site", data)
    tree = json.loads((tmp_path / "site" / "about" / "translation.json").read_text("utf-8"))
    assert list(tree["languages"]) == ["uk"]
    found = tree["languages"]["uk"]
    state = status.states_of(data)[0]
    assert (found["name"], found["total"], found["areas"]) == ("Українська", state.total, state.areas)
    assert found["texts"] == {unit: value for unit, value in state.units.items() if value != "machine"}
    assert set(found["texts"].values()) == {"missing"}


# --- the command ---------------------------------------------------------------------------------------------


def test_the_command_shows_all_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a language, with its four counts."""
    project(tmp_path)
    assert translation_status.main(["--root", str(tmp_path)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["reviewed", "machine", "stale", "missing"]
    data, _ = load(tmp_path)
    assert data is not None
    assert row.split() == ["uk", *(str(number) for number in status.states_of(data)[0].total.values())]


def test_the_command_names_what_is_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For one language, each area has a line, and each text that is outdated or missing is named."""
    project(tmp_path, [Edit("data/pages/home.yml", "In danger now", "In danger")])
    assert translation_status.main(["--root", str(tmp_path), "--language", "uk"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "stale: pages/home#sections.danger.heading" in lines
    assert "missing: glossary/debt-bondage#term" in lines
    assert any(line.split()[0] == "pages/home" for line in lines)


@pytest.mark.parametrize(
    ("path", "text", "arguments", "said"),
    [
        ("data/site.yml", "name: [\n", [], "data/site.yml:"),
        ("locale/uk/pages.po", 'msgctxt "a\nbroken\n', [], "A catalogue cannot be read"),
        ("x.txt", "", ["--language", "ua"], '"ua" is no language into which this site is translated; use one of uk'),
    ],
)
def test_what_cannot_be_told_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, arguments: list[str], said: str
) -> None:
    """Broken data, a broken catalogue and an unknown language end the command with 1."""
    project(tmp_path)
    (tmp_path / path).write_text(text, "utf-8")
    assert translation_status.main(["--root", str(tmp_path), *arguments]) == 1
    assert said in capsys.readouterr().out
