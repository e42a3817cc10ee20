"""What all models are made of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ..yamltext import Text

UNKNOWN = Text("unknown")


class Phrase(Text):
    """English text that people read and translators translate: becomes a unit in a catalogue."""


def _as_phrase(value: Any) -> Any:
    return Phrase(value, value.place) if isinstance(value, Text) and not isinstance(value, Phrase) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, Text) else value


class OrText:
    """Marks a value that may also be written as one piece of text, so that the JSON Schema says so too."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Words = Annotated[Phrase, BeforeValidator(_as_phrase)]
WordsList = tuple[Words, ...]
OneOrMany = Annotated[tuple[Text, ...], BeforeValidator(_as_list), OrText()]
AtLeastOne = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_as_list), OrText()]
ByLanguage = dict[Text, Text]


class Model(BaseModel):
    """Base of all models: frozen, and a field that is not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
