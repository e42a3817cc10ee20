"""YAML is read as text with places, and everything that would surprise an editor is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from seamark.problems import Place
from seamark.yamltext import MAX_BYTES, Text, TextList, TextMap, YamlProblem, parse_yaml, read_yaml

# What YAML files may hold, and what survives a quoted scalar: no control signs, no lone surrogates.
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff\u2028\u2029\ufffe\uffff"))


def problem_of(text: str) -> tuple[int, int, str]:
    """Return line, column and message with advice of the problem for which a text is refused."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(text, "data/x.yml")
    problem = caught.value.problem
    assert problem.rule == "yaml"
    assert problem.place.path == "data/x.yml"
    assert problem.fix
    assert "\n" not in str(problem)
    return problem.place.line, problem.place.column, f"{problem.message}; {problem.fix}"


# --- text stays text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        # YAML 1.1 would make booleans or nothing of these
        "NO", "no", "yes", "on", "off", "true", "null", "~",
        # numbers of several kinds
        "0800123456", "112", "22:30", "1_000", "0x10", "1e3", ".5", ".inf", "1:30:00", "+372",
        # dates
        "2023-03-09", "2023-03",
        # others
        "=", "<<", "24/7",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["value: {}", 'value: "{}"', "value: '{}'"])
def test_a_scalar_is_the_text_that_stands_there(written: str, form: str) -> None:
    """No type is guessed, with quotes and without."""
    tree = parse_yaml(form.format(written), "x.yml")
    assert tree == {"value": written}
    assert type(tree["value"]) is Text


def test_an_empty_value_is_empty_text() -> None:
    """A field without a value holds empty text, not nothing."""
    assert parse_yaml("note:\nname: x\n", "x.yml") == {"note": "", "name": "x"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_map(text: str) -> None:
    """A file without content gives a map without fields, with a place."""
    tree = parse_yaml(text, "x.yml")
    assert tree == {}
    assert isinstance(tree, TextMap)
    assert tree.place.path == "x.yml"


def test_every_part_knows_its_place() -> None:
    """Maps, lists, fields and texts tell line and column where they begin, counted from 1."""
    tree = parse_yaml('a: x\nb:\n  - "y"\n  - c:   z\n    d: >-\n      long\n      text\n', "data/x.yml")
    assert str(tree.place) == "data/x.yml:1:1"
    assert str(tree["a"].place) == "data/x.yml:1:4"
    assert [str(key.place) for key in tree] == ["data/x.yml:1:1", "data/x.yml:2:1"]
    assert isinstance(tree["b"], TextList)
    assert str(tree["b"].place) == "data/x.yml:3:3"
    assert str(tree["b"][0].place) == "data/x.yml:3:5"
    assert str(tree["b"][1].place) == "data/x.yml:4:5"
    assert str(tree["b"][1]["c"].place) == "data/x.yml:4:10"
    assert str(tree["b"][1]["d"].place) == "data/x.yml:5:8"
    assert tree["b"][1]["d"] == "long text"


@given(st.lists(PRINTABLE, min_size=1, max_size=6))
def test_any_quoted_text_comes_back_with_its_line(texts: list[str]) -> None:
    """Whatever text an editor puts between quotation marks is read as it is, in the line in which it stands."""
    # JSON's quoted strings are YAML's; letters beyond the first plane stand as themselves in a file.
    lines = [json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f") for text in texts]
    tree = parse_yaml("".join(f"- {line}\n" for line in lines), "x.yml")
    assert tree == texts
    assert [item.place.line for item in tree] == list(range(1, len(texts) + 1))
    assert {item.place.column for item in tree} == {3}


@given(st.dictionaries(PRINTABLE, st.lists(PRINTABLE, max_size=3), max_size=4))
def test_what_a_yaml_writer_writes_is_read_back(tree: dict[str, list[str]]) -> None:
    """Trees of text written by a YAML library, in whatever style it chooses, are read as they were."""
    written = yaml.safe_dump(tree, allow_unicode=True)
    assume("!!" not in written and "&" not in written)
    assert parse_yaml(written, "x.yml") == tree


@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@` \n\t,?\\0", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    """A file is either read as maps, lists and texts, or refused by a problem in one of its lines."""
    problem = None
    try:
        tree = parse_yaml(text, "x.yml")
    except YamlProblem as error:
        problem = error.problem
    if problem is None:
        assert isinstance(tree, Text | TextList | TextMap)
    else:
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.message
        assert problem.fix
        assert "\n" not in str(problem)


def test_text_compares_and_hashes_as_text() -> None:
    """A text with a place equals the same text at another place, and finds it in a map."""
    here, there = Text("a", Place(path="x")), Text("a", Place(path="y"))
    assert here == there == "a"
    assert {here: 1}["a"] == {"a": 1}[there] == 1
    assert str(Text("a").place) == "?:1:1"


# --- what is refused -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        # what YAML can do and editors do not expect
        ("a: &x 1\n", 1, 4, '"&x" starts an anchor'),
        ("a: &x 1\nb: *x\n", 1, 4, '"&x" starts an anchor'),
        ("a: &x {b: *x}\n", 1, 4, '"&x" starts an anchor'),
        ("a: *x\n", 1, 4, "uses an alias"),
        ("a: !!int 5\n", 1, 4, "is a YAML tag"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, 4, "is a YAML tag"),
        ("a: !secret x\n", 1, 4, "is a YAML tag"),
        ("a: !!str 5\n", 1, 4, "is a YAML tag"),
        ("a: ! 5\n", 1, 4, "is a YAML tag"),
        ("a: !!set {b}\n", 1, 4, "is a YAML tag"),
        # fields
        ("a: 1\nb: 2\na: 3\n", 3, 1, '"a" stands twice here, first in line 1'),
        ("x:\n  a: 1\n  'a': 2\n", 3, 3, '"a" stands twice here, first in line 2'),
        ("{a: 1, a: 2}\n", 1, 8, '"a" stands twice'),
        ("? [a, b]\n: c\n", 1, 3, "a field's name must be a word"),
        ("{a: b}: c\n", 1, 1, "a field's name must be a word"),
        # slips
        ("a:\n\tb: 1\n", 2, 1, "holds a tab"),
        ("a: b: c\n", 1, 5, "second colon"),
        ("a: 1\n  b: 2\n", 2, 4, "second colon, or its indent"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "does not fit the lines above"),
        ("- a\nb: 1\n", 2, 1, "does not fit the lines above"),
        ('a: 1\nb: "c\n', 2, 4, 'in the line "b: "c" a quotation mark is opened and not closed'),
        ("a: 'b\nc: d\n", 1, 4, "a quotation mark is opened and not closed"),
        ("a: [b, c\n", 1, 4, 'in the line "a: [b, c" a bracket is opened and not closed'),
        ("a: {b: c\nd: e\n", 1, 4, "a bracket is opened and not closed"),
        ("a: [b, c\nd: 1\n", 1, 4, "a bracket is opened and not closed"),
        ("{", 1, 1, "a bracket is opened and not closed"),
        ("a: @b\n", 1, 4, "cannot be read"),
        ("a: %b\n", 1, 4, "cannot be read"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n", 2, 1, "left by a merge"),
        # signs that no text holds
        ("a: 1\nb: c\x00d\n", 2, 5, "U+0000) stands here that is not allowed"),
        ("a: 1\nb: \x1b[0m\n", 2, 4, "U+001B) stands here that is not allowed"),
    ],
)  # fmt: skip
def test_what_is_not_plain_yaml_is_refused(text: str, line: int, column: int, said: str) -> None:
    """Each thing that is not plain YAML of text is refused where it stands, in words for editors."""
    found_line, found_column, message = problem_of(text)
    assert said in message
    assert (found_line, found_column) == (line, column)


def test_nesting_without_end_is_refused() -> None:
    """A file of brackets within brackets is refused and breaks nothing."""
    line, _, message = problem_of("[" * 100_000)
    assert line == 1
    assert message


def test_a_bomb_of_aliases_is_refused() -> None:
    """A small file that would grow without end is refused before it grows."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert "anchor" in problem_of("\n".join(lines))[2]


def test_an_ampersand_inside_text_is_no_anchor() -> None:
    """Names with "&" and "*" and "!" between other signs are read as they are."""
    assert parse_yaml("a: Bed & Breakfast\nb: a*b!\nc: '&x'\nd: \"!y\"\n", "x.yml") == {
        "a": "Bed & Breakfast", "b": "a*b!", "c": "&x", "d": "!y",
    }  # fmt: skip


# --- files ---------------------------------------------------------------------------------------------


def read(folder: Path, content: bytes) -> Any:
    """Write bytes into data/x.yml and read the file."""
    path = folder / "data" / "x.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return read_yaml(path, folder)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: b\n", {"a": "b"}),
        (b"\xef\xbb\xbfa: b\n", {"a": "b"}),
        ("a: Häirekeskus\r\nb: Україна\r\n".encode(), {"a": "Häirekeskus", "b": "Україна"}),
        (b"a: b", {"a": "b"}),
        (b"", {}),
    ],
    ids=["plain", "byte order mark", "Windows line ends", "no line end", "empty"],
)
def test_files_are_read_as_editors_save_them(tmp_path: Path, content: bytes, expected: dict[str, str]) -> None:
    """A file may have a byte order mark, line ends of Windows, or no line end at all."""
    assert read(tmp_path, content) == expected


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        ("a: 1\nb: Õ\n".encode("latin-1"), 2, "0xd5"),
        (b"\xef\xbb\xbfa: 1\nb: 2\nc: \xd5\n", 3, "0xd5"),
        ("a: b\n".encode("utf-16"), 1, "0xff"),
    ],
    ids=["Latin letters", "behind a byte order mark", "UTF-16"],
)
def test_other_encodings_are_refused(tmp_path: Path, content: bytes, line: int, byte: str) -> None:
    """A file that is not UTF-8 is refused with the line and the byte that do not fit."""
    with pytest.raises(YamlProblem) as caught:
        read(tmp_path, content)
    problem = caught.value.problem
    assert str(problem.place) == f"data/x.yml:{line}:1"
    assert byte in problem.message
    assert problem.fix == "save the file as UTF-8"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """A missing file is told by its path below the project."""
    with pytest.raises(YamlProblem, match=r"data/none\.yml:1:1: the file cannot be read"):
        read_yaml(tmp_path / "data" / "none.yml", tmp_path)


@pytest.mark.parametrize(("size", "refused"), [(MAX_BYTES, False), (MAX_BYTES + 1, True)])
def test_a_huge_file_is_refused(tmp_path: Path, size: int, refused: bool) -> None:
    """A file is read up to the limit of bytes and refused above it."""
    content = b"a: b\n".ljust(size, b"#")
    if refused:
        with pytest.raises(YamlProblem, match="is the limit"):
            read(tmp_path, content)
    else:
        assert read(tmp_path, content) == {"a": "b"}
