"""The list of all fields for editors (FIELDS.md), made from the models: what each file of `data/` may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .loading import FOLDERS
from .schemas import kinds_by_schema, schema_of

PATH = "FIELDS.md"
INTRODUCTION = """# All fields

What may stand in each file of `data/`, field by field.
This page is made from the models in `scripts/seamark/` by `make schema`; edit it there.

- "needed" means that the file is refused without the field.
- Every value is text. Put numbers, dates and opening hours in quotes: `"+372 660 7320"`, `"2026-11-22"`.
- `unknown` is a value: write it when no source states the fact, and never guess.
- Words that are picked from a list stand in `data/vocabularies.yml`.
"""
Schema = dict[str, Any]


def fields_text() -> str:
    """Return the whole page as Markdown."""
    parts = [INTRODUCTION]
    told: set[str] = set()
    for name, kind in kinds_by_schema().items():
        whole = schema_of(kind)
        place = f"data/{name}/*.yml" if name in FOLDERS else f"data/{name}.yml"
        parts.append(f"\n## `{place}`\n\n{_outline(whole)}\n")
        for title, schema in _groups(whole):
            parts.append("" if title in told else _table(title, schema))
            told.add(title)
    return "".join(parts)


def _outline(whole: Schema) -> str:
    """Return one sentence on what the file is as a whole."""
    if "properties" in whole:
        return f"A group of fields: {_link(whole['title'])}."
    if whole.get("type") == "array":
        return f"A list; each item is a group {_type(whole['items'])}, and begins with `- `."
    return f"Names that you choose, each followed by {_type(whole['additionalProperties'])}."


def _groups(whole: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield the groups of fields of a file: the whole first, then the parts as they are declared."""
    if "properties" in whole:
        yield whole["title"], whole
    yield from whole.get("$defs", {}).items()


def _table(title: str, schema: Schema) -> str:
    rows = "".join(_row(name, field, name in schema.get("required", ())) for name, field in schema["properties"].items())
    head = "| field | | holds | what to write | example |\n| --- | --- | --- | --- | --- |\n"
    return f"\n### {title}\n\n{schema['description']}\n\n{head}{rows}"


def _row(name: str, field: Schema, needed: bool) -> str:
    example = next(iter(field.get("examples", ())), None)
    shown = f"`{_as_yaml(example)}`" if example is not None else ""
    cells = [f"`{name}`", "needed" if needed else "", _type(field), field["description"], shown]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _as_yaml(example: Any) -> str:
    """Return an example as it is typed: texts in quotes, lists in brackets."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{name}: {_as_yaml(value)}" for name, value in example.items()) + "}"
    return json.dumps(example, ensure_ascii=False)


def _type(field: Schema) -> str:
    if "$ref" in field:
        return _link(field["$ref"].rpartition("/")[2])
    if "anyOf" in field:
        return " or ".join(_type(choice) for choice in field["anyOf"])
    if field["type"] == "array":
        return "a list" if field["items"].get("type") == "string" else f"a list of {_type(field['items'])}"
    if field["type"] == "object":
        return f"names, each with {_type(field['additionalProperties'])}"
    return "text"


def _link(title: str) -> str:
    return f"[{title}](#{title.lower()})"
