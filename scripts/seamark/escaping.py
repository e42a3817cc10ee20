"""Text of the data in Markdown for the code host: it becomes no link, no heading, no HTML, and calls nobody."""

from __future__ import annotations

import re
import unicodedata

# Among them "." and ":", because code hosts make links of www.… and https://… without any mark.
MARKDOWN_SIGN = re.compile(r"[][!#$&*+.:<>@^_`{|}~\\-]")
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@&#8203;", "#": "\\#&#8203;"}


def escaped(text: str) -> str:
    """Return text in which no sign has a meaning in Markdown, in HTML or to the code host."""
    return MARKDOWN_SIGN.sub(lambda found: ENTITIES.get(found[0], f"\\{found[0]}"), text)


def visible(text: str) -> str:
    """Return text in one line without signs that cannot be seen or that turn the direction of others."""
    kept = (sign if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs") else "�" for sign in " ".join(text.split()))
    return "".join(kept)
