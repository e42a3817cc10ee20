"""Reading YAML as text: every scalar stays the text that stands in the file, and knows its place.

YAML's own types destroy contact data (`NO` becomes false, `0800…` loses its zero, `22:30` becomes
1350), so no type is ever guessed. Tags, anchors, aliases, repeated keys, tabs and several documents
in a file are refused: an editor who has never programmed does not expect what they do.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from .problems import Place, Problem

MAX_BYTES = 1_000_000  # The largest country file is below 60 KB; a larger file is a mistake.

PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


class Text(str):
    """A piece of text from a YAML file that remembers its place. Compares and hashes as `str`."""

    place: Place

    def __new__(cls, value: str, place: Place | None = None) -> Text:
        text = super().__new__(cls, value)
        text.place = place or Place(path="?")
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        return {"type": "string"}


class TextMap(dict[Text, Any]):
    """A YAML mapping with its place."""

    place: Place


class TextList(list[Any]):
    """A YAML sequence with its place."""

    place: Place


class YamlProblem(Exception):
    """Raised when a file cannot be read as the plain YAML that this project uses; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_yaml(path: Path, root: Path) -> Any:
    """Read one YAML file (UTF-8) as `TextMap`, `TextList` and `Text`.

    `root` is the project's root: places are told relative to it. An empty file gives an empty map.
    Raises `YamlProblem` for anything that is not plain YAML of text.
    """
    name = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _problem(Place(path=name), f"the file cannot be read: {error.strerror}", "put the file there") from error
    if len(raw) > MAX_BYTES:
        raise _problem(Place(path=name), f"the file has {len(raw)} bytes; {MAX_BYTES} is the limit", "split it")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _problem(
            Place(path=name, line=line),
            f"a letter is not stored as UTF-8 (byte {raw[error.start]:#04x})",
            "save the file as UTF-8",
        ) from error
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Any:
    """Read YAML from `text`; `name` is the path that places show. Raises `YamlProblem`."""
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
        anchors = _anchors(text)
    except yaml.MarkedYAMLError as error:
        raise _problem(_place(name, error.problem_mark), *_explain(error, text)) from error
    except yaml.YAMLError as error:
        raise _problem(Place(path=name), f"a character is not allowed: {error}", "delete it") from error
    if anchors:
        raise _problem(
            _place(name, anchors[0].start_mark),
            f'"&{anchors[0].value}" starts an anchor, which is not used here',
            "put the text in quotes, or write the value out",
        )
    if root is None:
        empty = TextMap()
        empty.place = Place(path=name)
        return empty
    return _convert(root, name)


def _anchors(text: str) -> list[yaml.AnchorToken]:
    if "&" not in text:  # A second scan of the file is only worth it where an anchor is possible.
        return []
    return [token for token in yaml.scan(text, Loader=yaml.CBaseLoader) if isinstance(token, yaml.AnchorToken)]


def _convert(node: yaml.Node, name: str) -> Any:
    place = _place(name, node.start_mark)
    if node.tag not in PLAIN_TAGS:
        raise _problem(place, f'"{node.tag}" is a YAML tag, which is not used here', "put the text in quotes")
    if isinstance(node, yaml.ScalarNode):
        return Text(node.value, place)
    if isinstance(node, yaml.SequenceNode):
        items = TextList(_convert(item, name) for item in node.value)
        items.place = place
        return items
    return _convert_map(node, name, place)


def _convert_map(node: yaml.Node, name: str, place: Place) -> TextMap:
    mapping = TextMap()
    mapping.place = place
    for key_node, value_node in node.value:
        key_place = _place(name, key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            raise _problem(key_place, "a field's name must be a word", "put text with brackets in quotes")
        key = Text(key_node.value, key_place)
        if key in mapping:
            first = next(known for known in mapping if known == key)
            raise _problem(
                key_place,
                f'"{key}" stands twice here, first in line {first.place.line}',
                "keep one of the two",
            )
        mapping[key] = _convert(value_node, name)
    return mapping


def _place(name: str, mark: yaml.Mark | None) -> Place:
    if mark is None:
        return Place(path=name)
    return Place(path=name, line=mark.line + 1, column=mark.column + 1)


def _problem(place: Place, message: str, fix: str) -> YamlProblem:
    return YamlProblem(Problem(place=place, rule="yaml", message=message, fix=fix))


def _explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Put the parser's words into words for editors: what is wrong, what to type instead."""
    mark = error.problem_mark
    line = text.splitlines()[mark.line] if mark is not None and mark.line < len(text.splitlines()) else ""
    said = str(error.problem or error)
    if "\t" in line:
        return f'the line "{line.strip()[:40]}" holds a tab', "indent with spaces"
    if "alias" in said:
        return f'"{line.strip()[:40]}" uses an alias, which is not used here', "put the text in quotes"
    if "mapping values are not allowed" in said:
        return (
            f'the line "{line.strip()[:40]}" has a second colon, or its indent does not fit',
            "put text with a colon in quotes; indent like the line above",
        )
    if "block end" in said or "did not find expected key" in said:
        return f'the line "{line.strip()[:40]}" does not fit the lines above', "indent it like its neighbours"
    if "unexpected end of stream" in said or "quoted scalar" in said:
        return "a quotation mark is opened and not closed", "close it at the end of the text"
    if "but found another document" in said:
        return 'a second document begins here with "---"', "keep one document in a file"
    return f'the line "{line.strip()[:40]}" cannot be read ({said})', "compare it with a file that works"
