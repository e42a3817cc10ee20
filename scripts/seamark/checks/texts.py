"""Rules on every text of the data: nothing empty, no signs that cannot be seen or that look like others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .survey import Finding, Survey, found

WRONG_SPACE = re.compile(r"\s{2,}|[\n\t]|^\s|\s$")
# Control signs, signs without width or that turn the direction of writing, and spaces of other widths.
INVISIBLE = {"Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"}
LATIN_AND_OTHERS = re.compile(r"[^\W\d_]+")
TWINS = ("LATIN", "CYRILLIC", "GREEK")  # alphabets with letters that look the same


def texts_are_not_empty(survey: Survey) -> Iterator[Finding]:
    """A field that is written holds text; a fact that no source states is written as unknown or left out."""
    for text in survey.texts:
        if not text or text.isspace():
            yield found(text, "this text is empty", 'write it, write "unknown", or leave the field out')


def spaces_are_single(survey: Survey) -> Iterator[Finding]:
    """A text has no space at its ends, no two spaces in a row, and no line break."""
    for text in survey.texts:
        if " ".join(text.split()) == text or not text.strip():
            continue  # the quick way past almost every text
        if match := WRONG_SPACE.search(text):
            what = "a line break" if "\n" in match[0] else "a tab" if "\t" in match[0] else "a space too many"
            where = (
                f'behind "{_short(text[max(0, match.start() - 40) : match.start()])}"'
                if match.start()
                else f'before "{_short(text)}"'
            )
            fix = "keep one space between words; begin long texts with >- behind the colon"
            yield found(text, f"{what} stands {where}", fix)


def signs_can_be_seen(survey: Survey) -> Iterator[Finding]:
    """A text holds no invisible signs: no zero-width or control signs, only the plain space."""
    for text in survey.texts:
        if text.isascii() and text.isprintable():
            continue
        for sign in text:
            if sign not in " \n\t" and unicodedata.category(sign) in INVISIBLE:
                name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
                message = f'"{_short(text)}" holds a sign that cannot be seen ({name})'
                yield found(text, message, "type the text again by hand, with plain spaces")
                break


def words_use_one_alphabet(survey: Survey) -> Iterator[Finding]:
    """No word mixes Latin, Cyrillic and Greek letters: they look alike and are different signs."""
    for text in survey.texts:
        if text.isascii():
            continue
        for word in LATIN_AND_OTHERS.findall(text):
            if not word.isascii() and len(_alphabets(word)) > 1:
                message = f'the word "{word}" mixes {" and ".join(_alphabets(word))} letters'
                yield found(text, message, "type the word again with one keyboard")
                break


def as_it_looks(text: str) -> str:
    """Return a text with single plain spaces and without signs that cannot be seen: those are told by rules above."""
    if text.isascii() and "  " not in text:
        return text.strip()
    return " ".join("".join(sign for sign in text if unicodedata.category(sign) != "Cf").split())


def _alphabets(word: str) -> list[str]:
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return [name.capitalize() for name in TWINS if name in names]


def _short(text: str) -> str:
    return text.strip()[:40].replace("\n", " ")
