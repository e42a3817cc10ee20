"""YAML that comes back as it was: comments, order and quoting are kept, and what is new is quoted as it must be.

As in `seamark.yamltext`, every scalar stays the text that stands in the file. What was not changed comes back
byte for byte, if the file is laid out as all files of `data/countries/` are (a test proves that).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from ..yamltext import YamlProblem, parse_yaml

LETTER = re.compile(r"[^\W\d_]")
TIME = re.compile(r"\d:\d|\d/\d")
CODE = re.compile(r"[A-Z]{2}")
# What programs that follow YAML 1.1 take for true, false or nothing: Norway's code is the famous one.
TAKEN_FOR_OTHERS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n", "~"}
COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
GUESSED = ("int", "float", "bool", "null", "timestamp", "merge", "value")
MAX_WIDTH = 10_000  # no line is broken: a line break in a text would be a change that nobody asked for
Value = str | list[str] | dict[str, str]


class Plain(str):
    """An unquoted scalar that programs would take for a number, a date or nothing; kept as it stands."""

    tag: str


class _Constructor(RoundTripConstructor):
    """Reads every scalar as text."""


class _Representer(RoundTripRepresenter):
    """Writes every scalar as it was read."""


def _construct(constructor: Any, node: ScalarNode) -> Plain:
    plain = Plain(node.value)
    plain.tag = str(node.tag)
    return plain


for _name in GUESSED:
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_name}", _construct)
_Representer.add_representer(Plain, lambda representer, plain: representer.represent_scalar(plain.tag, str(plain)))


def _yaml(is_list: bool) -> YAML:
    yaml = YAML()
    yaml.Constructor = _Constructor
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = MAX_WIDTH
    # Lists stand two spaces in, except in a file that is a list itself.
    yaml.indent(mapping=2, sequence=2 if is_list else 4, offset=0 if is_list else 2)
    return yaml


def read(text: str) -> Any:
    """Return the tree of a file that `seamark.yamltext` can read: maps and lists that remember their looks."""
    return _yaml(is_list=False).load(text)


def write(tree: Any) -> str:
    """Return the text of a tree."""
    stream = StringIO()
    _yaml(is_list=isinstance(tree, CommentedSeq)).dump(tree, stream)
    return stream.getvalue()


def styled(value: Value) -> Any:
    """Return a value as it is written into a file: numbers, dates and hours in quotes, several texts in brackets."""
    if isinstance(value, dict):
        return mapping(value)
    if isinstance(value, str):
        return _scalar(value)
    if len(value) == 1:
        return _scalar(value[0])
    items = CommentedSeq(_scalar(item) for item in value)
    items.fa.set_flow_style()
    return items


def mapping(fields: Mapping[str, Any]) -> CommentedMap:
    """Return a group of fields in the order given; values of plain Python are styled, trees are left alone."""
    made = CommentedMap()
    for name, value in fields.items():
        made[name] = value if isinstance(value, CommentedMap | CommentedSeq) else styled(value)
    return made


def _scalar(text: str) -> str:
    return DoubleQuotedScalarString(text) if _needs_quotes(text) else text


def _needs_quotes(text: str) -> bool:
    """Tell whether a text must be quoted to be read as this text by every program, or is by habit."""
    if not LETTER.search(text) or TIME.search(text) or CODE.fullmatch(text) or text.lower() in TAKEN_FOR_OTHERS:
        return True
    try:
        return bool(parse_yaml(f"x: {text}", "x") != {"x": text} or parse_yaml(f"[{text}]", "x") != [text])
    except YamlProblem:
        return True


def append(items: CommentedSeq, item: Any) -> None:
    """Put an item at the end of a list; a comment below the list stays below it."""
    below = _take_comment_below(items)
    items.append(item)
    if below is not None:
        _put_comment_below(items, below)


def put(fields: CommentedMap, name: str, value: Any, before: Iterable[str] = ()) -> None:
    """Set a field; a new one stands before the first of the fields `before` that is there, else at the end."""
    if name in fields:
        fields[name] = value
        return
    names = list(fields)
    place = next((names.index(other) for other in before if other in names), None)
    if place is not None:
        fields.insert(place, name, value)
        return
    below = _take_comment_below(fields)
    fields[name] = value
    if below is not None:
        _put_comment_below(fields, below)


def comments_of(text: str) -> list[str]:
    """Return the lines of a file that are comments, in order."""
    return [line.strip() for line in COMMENT.findall(text)]


def _last(node: Any) -> tuple[Any, Any, int]:
    """Return the innermost last map or list below a node, the key of its last entry, and where ruamel keeps its comment."""
    while True:
        key = (list(node)[-1] if isinstance(node, CommentedMap) else len(node) - 1) if len(node) else None
        if key is None or not isinstance(node[key], CommentedMap | CommentedSeq) or not len(node[key]) or node[key].fa.flow_style():
            return node, key, 2 if isinstance(node, CommentedMap) else 0
        node = node[key]


def _take_comment_below(node: Any) -> Any:
    """Take off the comment lines that stand below the last entry, and return them; None without any."""
    inner, key, slot = _last(node)
    kept = inner.ca.items.get(key)
    token = kept[slot] if kept else None
    if token is None:
        return None
    beside, newline, below = token.value.partition("\n")
    if not below.strip():  # at most a comment behind the value, which stays there
        return None
    kept[slot] = None
    if beside:
        inner.yaml_add_eol_comment(beside, key, column=token.start_mark.column)
    token.value = newline + below
    return token


def _put_comment_below(node: Any, token: Any) -> None:
    inner, key, slot = _last(node)
    kept = inner.ca.items.setdefault(key, [None, None, None, None])
    kept[slot] = token
