"""Digits in running text: found in every script, joined as a reader joins them.

In the text of a page, the private-use character `NUMBER` stands for a number that another rule proves
(what a tel: link shows), so that a stray digit beside it is still seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

NUMBER = "\ue000"
# Three digits are the shortest number that somebody could call.
SHORTEST = 3
# Signs that people write between the digits of one number; commas and the like only without a space.
_BETWEEN = r"[ .\-\u2010-\u2015\u2212/\u2044()\[\]{}\u00b7_]{0,4}"
_RUN = re.compile(rf"\+?[0-9{NUMBER}](?:(?:{_BETWEEN}|[,:;'\u2019])[0-9{NUMBER}])*")
# Decimal digits of every script, and superscript, subscript and circled ones.
_ANY_DIGIT = re.compile(r"[\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
_INVISIBLE = {"Cf", "Mn", "Me"}  # soft hyphens, zero-width signs, the frame of a keycap


def ascii_digits(text: str) -> str:
    """Return the text with digits of all scripts as 0-9, without invisible signs, with plain single spaces."""
    if not text.isascii():
        text = "".join(_plain_sign(sign) for sign in text)
    return " ".join(text.split())


def _plain_sign(sign: str) -> str:
    if sign.isascii() or sign == NUMBER:
        return sign
    if unicodedata.category(sign) in _INVISIBLE:
        return ""
    digit = unicodedata.digit(sign, -1)
    return sign if digit < 0 else str(digit)


def only_digits(text: str) -> str:
    """Return the digits of a text, of all scripts, as 0-9 and in order."""
    return re.sub(r"[^0-9]", "", ascii_digits(text))


def may_hold_number(text: str) -> bool:
    """Tell whether there is any digit in a text, of any script: one look, before `loose_numbers` reads it."""
    return _ANY_DIGIT.search(text) is not None


def loose_numbers(text: str, allowed: Container[str]) -> Iterator[str]:
    """Yield every run of three or more digits that is not allowed, as it stands in the text.

    `allowed` holds numbers as digits, with "+" in front where they are in international form. A run that
    touches a proven number without a bracket or the end of a sentence between them is always yielded:
    "112 5" reads as one number.
    """
    found = len(_ANY_DIGIT.findall(text))
    if found < SHORTEST and not (found and NUMBER in text):
        return
    for match in _RUN.finditer(ascii_digits(text)):
        run = match[0]
        if NUMBER in run:
            yield from _beside_number(run, allowed)
        elif _is_loose(run, allowed):
            yield run


def _is_loose(run: str, allowed: Container[str]) -> bool:
    digits = re.sub(r"[^0-9]", "", run)
    sign = "+" if run.lstrip().startswith("+") else ""
    return len(digits) >= SHORTEST and sign + digits not in allowed


def _beside_number(run: str, allowed: Container[str]) -> Iterator[str]:
    pieces = run.split(NUMBER)
    for index, piece in enumerate(pieces):
        digits = re.search(r"[0-9](?:.*[0-9])?", piece)
        if digits is None:
            continue
        before, after = piece[: digits.start()], piece[digits.end() :]
        touches = (index > 0 and _is_tight(before)) or (index < len(pieces) - 1 and _is_tight(after))
        is_fact = len(digits[0]) >= SHORTEST and not _is_loose(digits[0], allowed)
        if not is_fact and (touches or _is_loose(digits[0], allowed)):
            yield run.replace(NUMBER, "…")


def _is_tight(between: str) -> bool:
    return not re.search(r"[()\[\]{}]|\. ", between)
