"""Text as it is compared: digits of all scripts as 0-9, no invisible signs, single spaces.

The proof of the built site has a stricter reading of its own (`proof.digits`): there a raised digit is a digit,
here it is the mark of a footnote behind a number.
"""

from __future__ import annotations

import unicodedata

_INVISIBLE = {"Cf", "Mn", "Me"}  # soft hyphens, zero-width signs, the frame of a keycap
_RAISED = "No"  # superscripts, fractions, digits in circles


class _Plain(dict[int, str]):
    """What stands for each sign, found out when it is first met: pages use few different signs."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        category = unicodedata.category(sign)
        made = "" if category in _INVISIBLE else " " if category == _RAISED else str(unicodedata.decimal(sign, sign))
        self[code] = made
        return made


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Return a text with composed letters (NFC), ASCII digits, single spaces and without invisible signs."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return " ".join(text.split())
