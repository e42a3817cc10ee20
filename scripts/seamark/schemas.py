"""JSON Schemas of the files in `data/`, made from the models: editors' programs complete and explain fields with them.

A schema says what the loader says about shape, no more: which fields exist, how they nest, what must be there.
What the values must mean is checked by `seamark.checks`. Follows JSON Schema 2020-12.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .loading import FILE_NAMES, FOLDERS, SINGLE_FILES

FOLDER = "data/schema"


class _Shape(GenerateJsonSchema):
    """Makes schemas without what the files cannot hold: YAML's null is the empty text here."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {name: value for name, value in made.items() if name != "default" or value not in (None, [], {})}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the JSON Schema of a model, or of a type made of models."""
    made = TypeAdapter(kind).json_schema(schema_generator=_Shape)
    return {"$schema": _Shape.schema_dialect, **made}


def kinds_by_schema() -> dict[str, Any]:
    """Return what each schema is for, by the name of its file without .json: "country" is for countries/*.yml."""
    single = {FILE_NAMES.get(name, name): kind for name, kind in SINGLE_FILES.items()}
    return FOLDERS | single  # the countries first: they are what most editors come for


def schema_texts() -> dict[str, str]:
    """Return the text of every schema by path below the project's folder."""
    return {
        f"{FOLDER}/{name}.json": json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
        for name, kind in kinds_by_schema().items()
    }
