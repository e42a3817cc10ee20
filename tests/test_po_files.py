"""Reading PO files: the quick way and polib agree, and what is in no usual form is left to polib."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from seamark.po_files import PoEntry, PoProblem, read_po

ROOT = Path(__file__).resolve().parent.parent
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\n#. For translators.\nmsgctxt "ui#a"\nmsgid "One"\nmsgstr "Üks"\n'


def in_file(content: str, folder: Path) -> Path:
    """Write a catalogue and return its path."""
    path = folder / "ui.po"
    path.write_text(content, "utf-8")
    return path


def by_polib(path: Path) -> list[PoEntry]:
    """Return what polib reads in a file."""
    return [
        PoEntry(entry.msgctxt, entry.msgid, entry.msgstr, entry.linenum, entry.fuzzy, entry.previous_msgid)
        for entry in polib.pofile(str(path), encoding="utf-8")
        if not entry.obsolete and entry.msgctxt
    ]


@pytest.mark.parametrize("path", sorted(ROOT.glob("locale/*/*.po*")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_catalogue_is_read_as_polib_reads_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each catalogue of the project is read the quick way, with the contexts, texts and lines that polib finds."""
    expected = by_polib(path)
    monkeypatch.setattr(polib, "pofile", None)
    assert read_po(path) == expected
    assert expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        # texts over several lines, and signs that are escaped
        ('msgctxt "a"\nmsgid ""\n"One "\n"two"\nmsgstr "x"\n', PoEntry("a", "One two", "x", 5)),
        ('msgctxt "a"\nmsgid "q\\"q"\nmsgstr "b\\\\n\\nc\\t\\\\"\n', PoEntry("a", 'q"q', "b\\n\nc\t\\", 5)),
        ('msgctxt "a"\nmsgid "1"\nmsgstr ""\n', PoEntry("a", "1", "", 5)),
        # flags
        ('#, fuzzy\nmsgctxt "a"\nmsgid "1"\nmsgstr "2"\n', PoEntry("a", "1", "2", 5, fuzzy=True)),
        ('#, python-brace-format, fuzzy\nmsgctxt "a"\nmsgid "1"\nmsgstr "2"\n', PoEntry("a", "1", "2", 5, fuzzy=True)),
        ('#, not-fuzzy\nmsgctxt "a"\nmsgid "1"\nmsgstr "2"\n', PoEntry("a", "1", "2", 5)),
        ('#. not fuzzy\nmsgctxt "a"\nmsgid "1"\nmsgstr "2"\n', PoEntry("a", "1", "2", 5)),
    ],
)
def test_the_quick_way_reads_what_polib_reads(
    entry: str, expected: PoEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long texts, escaped signs, flags and comments are read the quick way, and as polib reads them."""
    path = in_file(f"{HEADER}\n{entry}", tmp_path)
    assert by_polib(path) == [expected]
    monkeypatch.setattr(polib, "pofile", None)
    assert read_po(path) == [expected]


@pytest.mark.parametrize(
    "content",
    [
        # other forms that are PO
        HEADER + '\n#, fuzzy\n#| msgid "Before"\nmsgctxt "ui#a"\nmsgid "One"\nmsgstr "Üks"\n',
        HEADER + ENTRY + '\n#~ msgctxt "ui#b"\n#~ msgid "Two"\n#~ msgstr "Kaks"\n',
        HEADER + '\n# A translator.\nmsgctxt "ui#a"\nmsgid "One"\nmsgstr "Üks"\n',
        HEADER + '\n#: ui.yml:3\nmsgctxt "ui#a"\nmsgid "One"\nmsgstr "Üks"\n',
        HEADER + '\nmsgid "without a context"\nmsgstr "x"\n' + ENTRY,
        HEADER + '\nmsgctxt ""\nmsgid "an empty context"\nmsgstr "x"\n' + ENTRY,
        HEADER + "\n" + ENTRY,
        HEADER + ENTRY.replace('msgstr "Üks"', 'msgid_plural "Ones"\nmsgstr[0] "Üks"\nmsgstr[1] "Ühed"'),
        HEADER + ENTRY.rstrip("\n"),
        HEADER + ENTRY.replace('msgid "', 'msgid  "'),
        HEADER.replace("\n", "\r\n") + ENTRY.replace("\n", "\r\n"),
        # nothing
        "",
        HEADER,
    ],
)
def test_other_forms_are_read_as_polib_reads_them(content: str, tmp_path: Path) -> None:
    """What Poedit, Weblate or a hand writes otherwise is read as polib reads it, too."""
    path = in_file(content, tmp_path)
    assert read_po(path) == by_polib(path)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        # a quotation mark forgotten, which polib takes for the last letter
        (HEADER + ENTRY.replace('"Üks"', '"Üks'), 8, 'the quotation mark at the end is missing in msgstr "Üks'),
        (HEADER + ENTRY.replace('"Üks"', '""\n"Üks '), 9, 'the quotation mark at the end is missing in "Üks '),
        (HEADER + ENTRY.replace('"Üks"', '"Üks\\"'), 8, 'the quotation mark at the end is missing in msgstr "Üks\\"'),
        # what a merge leaves behind, and another file
        (HEADER + ENTRY + "<<<<<<< yours\n", 9, "this is no line of a PO file"),
        ("no catalogue\n", 1, "this is no line of a PO file"),
        (HEADER + ENTRY.replace('"Üks"', '"Üks" "kaks"'), 8, "unescaped double quote found"),
    ],
)
def test_what_is_no_catalogue_is_refused(content: str, line: int, reason: str, tmp_path: Path) -> None:
    """A broken string, what a merge leaves behind and other files are refused with their line, and nothing is read."""
    with pytest.raises(PoProblem) as caught:
        read_po(in_file(content, tmp_path))
    assert (caught.value.path, caught.value.line, caught.value.reason) == (tmp_path / "ui.po", line, reason)
    assert str(caught.value) == f"ui.po, line {line}: {reason}"


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    """A letter that is not stored as UTF-8 is told with its line."""
    path = tmp_path / "ui.po"
    path.write_bytes((HEADER + ENTRY).encode("latin-1"))
    with pytest.raises(PoProblem, match="line 8: a letter is not stored as UTF-8"):
        read_po(path)
