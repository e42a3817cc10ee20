"""Reading gettext PO files: quickly what stands in the form in which we write it, with polib all else.

Polib reads a file line by line, which for more than 20,000 translations was the longest part of a check.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import polib

_STRING = r'((?:"[^"\\\n]*(?:\\.[^"\\\n]*)*"\n)+)'
# Comments other than those for translators ("#. ") and flags ("#, "), such as "#| msgid", are left to polib.
_HEADER = re.compile(rf'(?:#.*\n)*msgid ""\nmsgstr {_STRING}')
_ENTRY = re.compile(rf"\n((?:#[.,] .*\n)*)msgctxt {_STRING}msgid {_STRING}msgstr {_STRING}")
# Polib would read such a line without its last letter.
_OPEN_STRING = re.compile(r'^(?:msg\S+[ \t]+)?"(?:[^"\\\n]|\\.)*$', re.MULTILINE)
# What polib says of a file that it cannot read.
_TOLD = re.compile(r"\(line (\d+)\)(?:: (.*))?$")


class PoProblem(OSError):
    """Raised for a file that is not PO: in which file and line, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path.name}, line {line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class PoEntry(NamedTuple):
    """An entry with a context. `line` is where it begins; `previous` is the text that a fuzzy one was made from."""

    context: str
    source: str
    text: str
    line: int
    fuzzy: bool = False
    previous: str | None = None


def read_po(path: Path) -> list[PoEntry]:
    """Return the entries of a PO file (UTF-8) that have a context and are not obsolete, in the order of the file.

    Raises `PoProblem` for a file that is not PO or not UTF-8, `OSError` for one that cannot be opened.
    """
    raw = path.read_bytes()
    try:
        content = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PoProblem(path, raw.count(b"\n", 0, error.start) + 1, "a letter is not stored as UTF-8") from error
    entries = _in_usual_form(content)
    if entries is None and (broken := _OPEN_STRING.search(content)):
        line = content.count("\n", 0, broken.start()) + 1
        raise PoProblem(path, line, f"the quotation mark at the end is missing in {broken[0]}")
    return _by_polib(path) if entries is None else entries


def _in_usual_form(content: str) -> list[PoEntry] | None:
    """Return the entries, or None when anything in the file has another form than that in which we write."""
    entries = []
    header = _HEADER.match(content)
    end = header.end() if header else len(content)
    line = content.count("\n", 0, end) + 1
    while entry := _ENTRY.match(content, end):
        comments, context, source, text = entry.groups()
        entries.append(PoEntry(_unquoted(context), _unquoted(source), _unquoted(text), line + 1, _is_fuzzy(comments)))
        line += content.count("\n", end, entry.end())
        end = entry.end()
    return [each for each in entries if each.context] if header and end == len(content) else None


def _unquoted(string: str) -> str:
    joined = string[1:-2].replace('"\n"', "")
    return polib.unescape(joined) if "\\" in joined else joined


def _is_fuzzy(comments: str) -> bool:
    flags = (line.removeprefix("#,").split(",") for line in comments.splitlines() if line.startswith("#,"))
    return any("fuzzy" in (flag.strip() for flag in line) for line in flags)


def _by_polib(path: Path) -> list[PoEntry]:
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except OSError as error:
        told = _TOLD.search(str(error))
        raise PoProblem(path, int(told[1]) if told else 1, (told and told[2]) or "this is no line of a PO file") from error
    return [
        PoEntry(entry.msgctxt, entry.msgid, entry.msgstr, entry.linenum or 1, entry.fuzzy, entry.previous_msgid)
        for entry in entries
        if not entry.obsolete and entry.msgctxt
    ]
