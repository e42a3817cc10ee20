"""Cards, posters and the screen to show bear the one line to call first, and a code that leads to the country's page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno
from factory import Edit, project
from lxml import etree

from seamark import contacts, sheets
from seamark.cards import cards_of
from seamark.loading import load

ROOT = Path(__file__).resolve().parent.parent
EE = "data/countries/ee.yml"
INSTEAD = Edit(EE, "services:\n", "instead_of_trafficking_line: [ee-none, ee-old-line, ee-116006]\nservices:\n")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        # the line on trafficking comes first, even where others are named
        ([], ("ee-thb-helpline", "+3726607320")),
        ([INSTEAD], ("ee-thb-helpline", "+3726607320")),
        # without one, or with one for professionals only, that which is named instead, if it can be called
        ([INSTEAD, Edit(EE, "kinds: [trafficking-helpline, labour-rights]", "kinds: labour-rights")], ("ee-116006", "116006")),
        ([INSTEAD, Edit(EE, "[victims-of-trafficking, relatives]", "professionals")], ("ee-116006", "116006")),
        # none at all
        ([Edit(EE, "kinds: [trafficking-helpline, labour-rights]", "kinds: labour-rights")], None),
    ],
)
def test_first_line(tmp_path: Path, edits: list[Edit], expected: tuple[str, str] | None) -> None:
    """The line to call first is one that everybody can call and a voice answers."""
    project(tmp_path, edits)
    data, problems = load(tmp_path)
    assert data is not None, problems
    found = sheets.first_line(data.countries["ee"], cards_of(data.countries["ee"], data))
    assert (found and (str(found[0].service.id), found[1].dialled)) == expected


def test_every_country_has_a_first_line() -> None:
    """In the real data, each country has a line to print, and it is one of the country's published numbers."""
    data, _ = load(ROOT)
    assert data is not None
    for code, country in data.countries.items():
        if code != "eu":
            found = sheets.first_line(country, cards_of(country, data))
            assert found is not None, code
            assert found[1].dialled in {contact.value for contact in contacts.contacts_of(country)}


@pytest.mark.parametrize("address", ["https://seamark.example/help/ee/", "https://seamark.example/uk/help/ua/?a=1&b=<2>"])
def test_a_qr_code_holds_the_address(address: str) -> None:
    """The code is drawn dark on light with a quiet zone of four modules, as the standard asks, module for module."""
    svg = etree.fromstring(str(sheets.qr_code(address)))
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert (svg.get("width"), svg.get("height")) == (None, None)
    light, dark = svg.findall("{*}path")
    assert (light.get("fill"), dark.get("stroke")) == ("#fff", "#000")
    expected = [list(row) for row in segno.make(address, error="m").matrix]
    size = len(expected) + 8
    assert svg.get("viewBox") == f"0 0 {size} {size}"
    assert drawn(str(dark.get("d")), size) == [[0] * size] * 4 + [[0] * 4 + row + [0] * 4 for row in expected] + [[0] * size] * 4


def drawn(path: str, size: int) -> list[list[int]]:
    """Return the modules that a path of moves and horizontal lines draws, row by row."""
    rows = [[0] * size for _ in range(size)]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if command == "h":
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = 1
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return rows


def test_other_addresses_have_other_codes() -> None:
    """Each address has its own code, and the same address the same one."""
    codes = [sheets.qr_code(f"https://seamark.example/{folder}help/ee/") for folder in ("", "uk/", "ru/", "")]
    assert len(set(codes)) == 3
    assert codes[0] == codes[3]
