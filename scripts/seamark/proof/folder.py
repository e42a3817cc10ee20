"""The folder of the built site: which pages must be there, their addresses, and where links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from ..loading import Data
from . import facts
from .reading import Page

NOT_FOUND = "404"
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_BASE = "https://site.invalid/root/"


class Fault(NamedTuple):
    """What a rule found: the requirement with the value quoted, what to do, and the file if not the page."""

    message: str
    fix: str = ""
    file: str = ""


class Record(NamedTuple):
    """What is kept of a page until all pages have been read."""

    file: str
    language: str
    path: str
    title: str
    ids: frozenset[str]
    anchors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Built:
    """A built site and the data that it must agree with. Files are named by their path in the folder."""

    folder: Path
    data: Data

    @cached_property
    def files(self) -> frozenset[str]:
        """All files of the folder."""
        return frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @property
    def pages(self) -> list[str]:
        """All pages of the folder."""
        return sorted(file for file in self.files if file.lower().endswith(PAGE_ENDINGS))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site; the first stands at the root."""
        return tuple(str(language.code) for language in self.data.site.languages)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of all pages that every language must have: "" for the home page, "help/ee"."""
        docs = self.data.root / "docs"
        found = sorted(path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
        return tuple("" if path == "index" else path.removesuffix("/index") for path in found)

    @cached_property
    def facts(self) -> dict[str, facts.Facts]:
        """What the pages of each country may show, by its code; "" for those of no country."""
        return facts.facts_of_all(self.data)

    @cached_property
    def owners(self) -> dict[str, list[str]]:
        """Whose each number and address is."""
        return facts.owners(self.data)

    @cached_property
    def shared_urls(self) -> frozenset[str]:
        """Addresses to which any page may link."""
        return frozenset(unquote(url) for url in facts.shared_urls(self.data))

    def prefix(self, language: str) -> str:
        """Return the folder of a language: "" for the first, else "uk/"."""
        return "" if language == self.languages[0] else f"{language}/"

    def address(self, language: str, path: str) -> str:
        """Return the full address of a page."""
        return f"{self.data.site.url}{self.prefix(language)}{path}{'/' if path else ''}"

    def file_of(self, language: str, path: str) -> str:
        """Return the file of a page."""
        name = "404.html" if path == NOT_FOUND else posixpath.join(path, "index.html")
        return self.prefix(language) + name

    def whereabouts(self, file: str) -> tuple[str, str]:
        """Return language and path of a page from its file's name."""
        first = file.partition("/")[0]
        language = first if first in self.languages[1:] else self.languages[0]
        path = file.removeprefix(self.prefix(language)).removesuffix(".html")
        return language, "" if path == "index" else path.removesuffix("/index")

    def expected(self) -> Iterator[tuple[str, str, str]]:
        """Yield file, language and path of every page that must be there."""
        for language in self.languages:
            for path in (*self.paths, NOT_FOUND):
                yield self.file_of(language, path), language, path

    def country_at(self, path: str) -> str:
        """Return the code of the country whose page a path is; "" for pages of no country."""
        folder, _, name = path.partition("/")
        country = self.data.countries.get(name) if folder == "help" else None
        return str(country.country) if country else facts.ANYWHERE

    def resolve(self, file: str, link: str) -> str | None:
        """Return the file to which a link without scheme and host leads; None if it leads out of the folder.

        Addresses from the site's root are read below the path of the site's own address.
        """
        path = link.split("#", 1)[0].split("?", 1)[0]
        if not path:
            return file
        if path.startswith("/"):
            base = urlsplit(self.data.site.url).path
            path = _BASE + path.removeprefix(base) if path.startswith(base) else "/.."
        target = unquote(urlsplit(urljoin(_BASE + file, path)).path)
        if not target.startswith("/root/"):
            return None
        target = target.removeprefix("/root/")
        return f"{target}index.html" if target == "" or target.endswith("/") else target


def read(built: Built, file: str) -> Page:
    """Read a page of the folder. Raises `reading.Unreadable` with a message for editors."""
    language, path = built.whereabouts(file)
    page = Page(file=file, language=language, path=path, country=built.country_at(path))
    page.read((built.folder / file).read_bytes())
    return page
