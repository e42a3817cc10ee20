"""HTML blocks: a Python-Markdown extension that takes whole blocks of HTML out of Markdown's sight.

Most of a page is HTML from our own templates, between empty lines. Markdown reads it letter by letter to find where
it ends, MkDocs does so again, and together that takes half the time of a build. A run of lines that begins with a tag
of a block and in which each such tag is closed needs no such reading; all else is left to Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

PRIORITY = 25  # after Markdown has made line ends the same (30), before it or MkDocs looks for HTML (21, 20)
# One element to a name: what Markdown holds for a block and our templates write.
TAGS = "h1|h2|h3|p|div|article|section|nav|ul|ol|dl|table|form"
FIRST = re.compile(rf"<(?:{TAGS})[ >]")
TAG = re.compile(rf"<(/?)({TAGS}|script|style|textarea|pre)(?=[ >])[^<>]*>")
EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
GAP = re.compile(r"\n+|\Z")  # between two elements, or after the last one
UNUSUAL = re.compile(r"[\t\r\x02\x03]|\n +\n")  # what Markdown replaces, or uses itself, wherever it stands


class HtmlBlocks(Extension):
    """Puts whole blocks of HTML beside the text until Markdown is done with it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the preprocessor in its place."""
        md.preprocessors.register(_Stasher(md), "seamark_html_blocks", PRIORITY)


class _Stasher(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return "\n\n".join(self._parts("\n".join(lines))).split("\n")

    def _parts(self, text: str) -> Iterator[str]:
        parts = EMPTY_LINE.split(text)
        whole: list[str] = []  # elements in a row, which are put beside the text as one
        still_open = 0  # what stands between empty lines may stand inside an element that began before
        for number, part in enumerate(parts, start=1):
            elements = None if still_open else elements_of(part)
            if elements is None:
                still_open += sum(-1 if tag[1] else 1 for tag in TAG.finditer(part))
                yield from self._stored(whole)
                yield part
                continue
            if number < len(parts):
                elements[-1] += "\n"  # as Markdown leaves it before an empty line
            whole += elements
        yield from self._stored(whole)

    def _stored(self, whole: list[str]) -> Iterator[str]:
        if whole:
            yield self.md.htmlStash.store("\n".join(whole))
            whole.clear()


def whole(text: str) -> str | None:
    """Return the HTML that Markdown makes of a page in which there is nothing for it to do; None where there may be."""
    elements = None if UNUSUAL.search(text) else elements_of(text.strip("\n"))
    return None if elements is None else "\n".join(elements)


def elements_of(text: str) -> list[str] | None:
    """Return the elements side by side of which a text consists, each from a line's start to a line's end.

    Where empty lines follow one, it ends in a line end, so that one of them is left when they are joined by line ends.
    None where the text is something else, or may be: then Markdown must read it.
    """
    if not FIRST.match(text):
        return None
    open_tags: list[str] = []
    found: list[str] = []
    start = 0
    for tag in TAG.finditer(text):
        closes, name = tag[1], tag[2]
        if not closes:
            if not open_tags and tag.start() != start:
                return None
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return None
        if not open_tags:
            gap = GAP.match(text, tag.end())
            if gap is None:
                return None
            found.append(text[start : tag.end()] + gap[0][1:2])
            start = gap.end()
    return found if start == len(text) and not open_tags else None
