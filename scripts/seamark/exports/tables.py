"""Tables: CSV by RFC 4180 in UTF-8, described as a tabular data package (Frictionless, specs.frictionlessdata.io).

Spreadsheets take a cell that begins with = + - or @ for a formula, and turn +372… into a bare number without
its plus sign. Therefore numbers stand as `tel:` addresses (RFC 3966), and any other text that begins with such
a sign gets an apostrophe in front, as OWASP advises; `unguarded` takes it away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .notes import LICENCE, LICENCE_URL

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
LIST_SIGN = ";"
Row = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, its type in the sense of Table Schema, and whether it is never empty."""

    name: str
    description: str
    type: str = "string"
    required: bool = False
    format: str = "default"
    enum: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: where it stands, its columns, its key, and which columns name rows of which other table.

    `bare` columns are not guarded: another standard says what stands in them.
    """

    name: str
    path: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()
    bare: frozenset[str] = frozenset()


def csv_text(table: Table, rows: Iterable[Row]) -> str:
    """Return a table as CSV. Raises `ValueError` for a row with a column that the table does not have."""
    out = io.StringIO()
    names = [column.name for column in table.columns]
    writer = csv.DictWriter(out, names, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value, name in table.bare) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object, bare: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = LIST_SIGN.join(value)
    return str(value) if bare else guarded(str(value))


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text.removeprefix("'")


def package(name: str, title: str, description: str, tables: Sequence[Table]) -> dict[str, Any]:
    """Return the descriptor of a tabular data package (version 1 of the specification)."""
    by_name = {table.name: table for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "description": description,
        "licenses": [{"name": "CC-BY-4.0", "title": LICENCE, "path": LICENCE_URL}],
        "resources": [_resource(table, by_name) for table in tables],
    }


def _resource(table: Table, by_name: Mapping[str, Table]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.foreign:
        schema["foreignKeys"] = [
            {"fields": [own], "reference": {"resource": other, "fields": list(by_name[other].key)}} for own, other in table.foreign
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.enum:
        constraints["enum"] = list(column.enum)
    described: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.format != "default":
        described["format"] = column.format
    return described | ({"constraints": constraints} if constraints else {})
