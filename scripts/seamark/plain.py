"""The pages of a language as plain Markdown: what any generator of sites that reads Markdown with HTML can build.

It is what MkDocs is given, without MkDocs. The frame around a page (exit, languages, notices, style) stands in the
templates of overrides/ and is not in it.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml

from . import building
from .edition import FRONT_MATTER
from .rendering import Renderer, url_of

LINK = re.compile(r'\b(href|src)="([^"]*)"')


class Unreadable(Exception):
    """Raised when a page of docs/ cannot be rendered; its text begins with the path of the page."""


def split(source: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter of a page and the text below it. Raises `yaml.YAMLError`."""
    match = FRONT_MATTER.match(source)
    return (yaml.safe_load(match[1]) or {}, source[match.end() :]) if match else ({}, source)


def markdown_pages(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path ("help/ee.md") and Markdown of every page of the renderer's language.

    Title and description stand in the front matter, as JSON strings, which YAML reads. Links lead to files, as is
    usual in Markdown ("../signs.md"). Raises `Unreadable`.
    """
    sources = renderer.edition.sources | building.generated_pages(renderer)
    by_address = {url_of(path): path for path in sources}
    for path, source in sources.items():
        try:
            meta, text = split(source)
            page = renderer.render(path, text, meta)
        except Exception as error:  # whatever a template does wrong, say on which page
            raise Unreadable(f"docs/{path}.md: {error}") from error
        about = {"title": page.title, "description": page.description}
        lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in about.items())
        yield f"{path}.md", f"---\n{lines}---\n{linked_by_file(renderer, path, page.markdown, by_address)}"


def linked_by_file(renderer: Renderer, path: str, markdown: str, by_address: Mapping[str, str]) -> str:
    """Return the Markdown of a page with links to files in place of links to addresses.

    `by_address` gives the path of each page of the language by its address below the language's folder. What stands
    in another language, or is no page, is named by its full address on the site.
    """
    prefix, site = f"/{renderer.prefix(renderer.language)}", str(renderer.data.site.url)

    def replaced(match: re.Match[str]) -> str:
        name, link = match.groups()
        parts = urlsplit(link)
        if parts.scheme or link.startswith(("#", "/")) or not link:
            return match[0]
        address = urlsplit(urljoin(f"{prefix}{url_of(path)}", link))
        mark = f"#{address.fragment}" if address.fragment else ""
        target = by_address.get(address.path.removeprefix(prefix)) if address.path.startswith(prefix) else None
        if target is None:
            return f'{name}="{site}{address.path.removeprefix("/")}{mark}"'
        return f'{name}="{posixpath.relpath(f"{target}.md", posixpath.dirname(path) or ".")}{mark}"'

    return LINK.sub(replaced, markdown)


def write_language(renderer: Renderer, folder: Path) -> int:
    """Write the pages of a language into a folder; return their number. Raises `Unreadable`."""
    pages = dict(markdown_pages(renderer))
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return len(pages)
