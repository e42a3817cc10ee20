"""Reading YAML as text: every scalar stays the text that stands in the file, and knows its place.

YAML's own types destroy contact data (`NO` becomes false, `0800…` loses its zero, `22:30` becomes
1350), so no type is ever guessed. Tags, anchors, aliases, repeated keys, tabs and several documents
in a file are refused: an editor who has never programmed does not expect what they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from .problems import Place, Problem

MAX_BYTES = 1_000_000  # The largest country file is below 60 KB; a larger file is a mistake.
MAX_DEPTH = 20  # The deepest file has nine levels; no limit at all would overflow the stack.

CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)


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


Node = TypeVar("Node", TextMap, TextList)


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
    return parse_bytes(*read_bytes(path, root))


def read_bytes(path: Path, root: Path) -> tuple[bytes, str]:
    """Return what stands in a file, and the name by which places show it. Raises `YamlProblem`."""
    name = path.relative_to(root).as_posix()
    try:
        return path.read_bytes(), name
    except OSError as error:
        raise _problem(Place(path=name), f"the file cannot be read: {error.strerror}", "put the file there") from error


def parse_bytes(raw: bytes, name: str) -> Any:
    """Read YAML from bytes in UTF-8; `name` is the path that places show. Raises `YamlProblem`."""
    if len(raw) > MAX_BYTES:
        raise _problem(Place(path=name), f"the file has {len(raw)} bytes; {MAX_BYTES} is the limit", "split it")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        line = error.object[: error.start].count(b"\n") + 1
        raise _problem(
            Place(path=name, line=line),
            f"a letter is not stored as UTF-8 (byte {error.object[error.start]:#04x})",
            "save the file as UTF-8",
        ) from error
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Any:
    """Read YAML from `text`; `name` is the path that places show. Raises `YamlProblem`."""
    try:
        return _document(yaml.parse(text, Loader=yaml.CBaseLoader), name)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, text, name) from error
    except yaml.YAMLError as error:
        raise _refused_sign(text, name) from error


def _document(events: Iterator[Any], name: str) -> Any:
    """Return the tree of a stream of events, which may hold one document or none."""
    next(events)  # the start of the stream
    if isinstance(next(events), yaml.StreamEndEvent):
        return _placed(TextMap(), Place(path=name))
    tree = _tree(next(events), events, name, MAX_DEPTH)
    next(events)  # the end of the document
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        fix = "keep one document in a file"
        raise _problem(_place(name, after.start_mark), 'a second document begins here with "---"', fix)
    if tree == "" and type(tree) is Text:  # a document of comments only
        return _placed(TextMap(), Place(path=name))
    return tree


def _tree(event: Any, events: Iterator[Any], name: str, depth: int) -> Any:
    """Return the part of the tree that begins with an event; refuse what is not plain YAML of text."""
    place = _place(name, event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        raise _problem(place, f'"*{event.anchor}" uses an alias, which is not used here', "put the text in quotes")
    if event.anchor is not None:
        fix = "put the text in quotes, or write the value out"
        raise _problem(place, f'"&{event.anchor}" starts an anchor, which is not used here', fix)
    if event.tag is not None:
        raise _problem(place, f'"{event.tag}" is a YAML tag, which is not used here', "put the text in quotes")
    if isinstance(event, yaml.ScalarEvent):
        return Text(event.value, place)
    if depth == 0:
        raise _problem(place, "lists and fields stand too deep in one another here", "put text with brackets in quotes")
    if isinstance(event, yaml.MappingStartEvent):
        return _map(place, events, name, depth)
    items = TextList()
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_tree(event, events, name, depth - 1))
    return _placed(items, place)


def _map(place: Place, events: Iterator[Any], name: str, depth: int) -> TextMap:
    mapping = _placed(TextMap(), place)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _tree(event, events, name, depth - 1)
        if not isinstance(key, Text):
            raise _problem(key.place, "a field's name must be a word", "put text with brackets in quotes")
        if key in mapping:
            first = next(known for known in mapping if known == key)
            message = f'"{key}" stands twice here, first in line {first.place.line}'
            raise _problem(key.place, message, "keep one of the two")
        mapping[key] = _tree(next(events), events, name, depth - 1)
    return mapping


def _placed(node: Node, place: Place) -> Node:
    node.place = place
    return node


def _refused_sign(text: str, name: str) -> YamlProblem:
    """Return the problem of a text with a sign that YAML does not allow, such as a control character."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    place = Place(path=name, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
    shown = f" (U+{ord(found[0]):04X})" if found else ""
    return _problem(place, f"a sign{shown} stands here that is not allowed", "delete it, or type the text again")


def _place(name: str, mark: Any) -> Place:
    if mark is None:
        return Place(path=name)
    return Place(path=name, line=mark.line + 1, column=mark.column + 1)


def _problem(place: Place, message: str, fix: str) -> YamlProblem:
    return YamlProblem(Problem(place=place, rule="yaml", message=message, fix=fix))


def _unreadable(error: yaml.MarkedYAMLError, text: str, name: str) -> YamlProblem:
    """Return the problem of a text that the parser cannot read."""
    if conflict := CONFLICT.search(text):
        place = Place(path=name, line=text.count("\n", 0, conflict.start()) + 1)
        message = f'the line "{conflict[0]}" was left by a merge: two versions of the lines around it stand here'
        return _problem(place, message, 'keep one version, and delete the lines with "<<<<<<<", "=======" and ">>>>>>>"')
    # A bracket or quotation mark that is not closed is told where it was opened, not at the end of the file.
    left_open = "flow" in str(error.context) or "quoted scalar" in str(error.context)
    mark = error.context_mark if left_open and error.context_mark else error.problem_mark
    lines = text.rstrip().splitlines() or [""]
    if mark is None or mark.line >= len(lines):
        place, line = Place(path=name, line=len(lines)), lines[-1]
    else:
        place, line = _place(name, mark), lines[mark.line]
    return _problem(place, *_explain(error, line, left_open))


def _explain(error: yaml.MarkedYAMLError, line: str, left_open: bool) -> tuple[str, str]:
    """Put the parser's words into words for editors: what is wrong, what to type instead."""
    shown = line.strip()[:40]
    said = str(error.problem or error)
    if "\t" in line:
        return f'the line "{shown}" holds a tab', "indent with spaces"
    if "quoted scalar" in str(error.context):
        return f'in the line "{shown}" a quotation mark is opened and not closed', "close it at the end of the text"
    if left_open:
        return f'in the line "{shown}" a bracket is opened and not closed', "close it, or put the text in quotes"
    if "mapping values are not allowed" in said:
        return (
            f'the line "{shown}" has a second colon, or its indent does not fit',
            "put text with a colon in quotes; indent like the line above",
        )
    if "block end" in said or "did not find expected key" in said or "'-' indicator" in said:
        return f'the line "{shown}" does not fit the lines above', "indent it like its neighbours"
    return f'the line "{shown}" cannot be read ({said})', "compare it with a file that works"
