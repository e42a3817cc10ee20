"""MAPPING.md says where each field stands in each format; it is held against the code, so that no field is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from seamark import model
from seamark.exports import hsds_tables, own_tables, shape
from seamark.exports import skos as skos_module

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = Path(__file__).parent / "schemas"
TEXT = (ROOT / "scripts" / "seamark" / "exports" / "MAPPING.md").read_text("utf-8")
CONTACTS = (
    model.Country, model.Emergency, model.Service, model.Caller, model.Channel, model.OtherStatement, model.Confirmation,
    model.Source,
)  # fmt: skip
GLOSSARY = (model.Concept, model.LegalSource, model.Avoid, model.Confusion, model.Law)
# What is said of every file, and the files' own frames, is no field of the data.
FRAMES = (shape.Contacts, shape.Glossary, shape.Index, shape.File, shape.Release, shape.Licence)


def cells(part: str) -> list[list[str]]:
    """Return the rows of the table below a heading, as texts without backticks."""
    section = TEXT.split(f"## {part}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]


def fields(kinds: tuple[type, ...]) -> list[str]:
    """Return the fields of models as the table names them."""
    return [f"{kind.__name__}.{name}" for kind in kinds for name in kind.model_fields]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("part", "kinds"), [("Contacts", CONTACTS), ("Glossary", GLOSSARY)])
def test_every_field_of_ours_has_a_row(part: str, kinds: tuple[type, ...]) -> None:
    """The first column names exactly the fields of the models, each once."""
    assert sorted(row[0] for row in cells(part)) == sorted(fields(kinds))


def test_every_field_of_our_json_is_named() -> None:
    """Each field of the shapes comes from a field of the data, or stands in the list of those that we make."""
    kinds = [kind for kind in vars(shape).values() if isinstance(kind, type) and issubclass(kind, shape.Shape)]
    known = fields(tuple(kind for kind in kinds if kind not in (*FRAMES, shape.Shape)))
    named = {row[1] for part in ("Contacts", "Glossary") for row in cells(part)} - {"–"}
    made = set(re.findall(r"`(\w+\.\w+)`", TEXT.split("## Made by us")[1])) - {"seamark.freshness", "seamark.hours"}
    made -= {"seamark.translations"}
    assert named | made == set(known)
    assert not named & made


def test_columns_of_our_tables_exist() -> None:
    """Each column that the page names is one of ours."""
    known = {f"{table.name}.{column.name}" for table in _own() for column in table.columns}
    assert {row[2] for part in ("Contacts", "Glossary") for row in cells(part)} - {"–"} <= known


def _own() -> Iterator[own_tables.Table]:
    yield from (own_tables.CONTACTS, own_tables.SOURCES, own_tables.GLOSSARY)


def test_names_of_the_standards_are_written() -> None:
    """Each name of HSDS, schema.org, SKOS and TBX that the page gives is one that the exports write."""
    hsds = {f"{table.name}.{column.name}" for table in hsds_tables.TABLES for column in table.columns}
    assert {row[3] for row in cells("Contacts")} - {"–"} <= hsds
    linked = set(re.findall(r"\bs:(\w+)", (SCHEMAS / "schema-org.shacl.ttl").read_text("utf-8")))
    assert {row[4] for row in cells("Contacts")} - {"–"} <= linked
    written = set(re.findall(r'"((?:skos|dct):\w+)"', Path(skos_module.__file__).read_text("utf-8")))
    assert {row[3] for row in cells("Glossary")} - {"–"} <= written
    grammar = (SCHEMAS / "tbx-basic.rng").read_text("utf-8")
    assert all(f">{name}<" in grammar or f'"{name}"' in grammar for name in {row[4] for row in cells("Glossary")} - {"–"})
