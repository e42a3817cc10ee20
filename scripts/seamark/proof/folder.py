"""The folder of the built site: which pages must be there, their addresses, and where links lead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..folders import files_below, pages_below
from ..freshness import Sunset, sunset_of
from ..loading import Data
from ..organisations import organisations
from .facts import ANYWHERE, Facts, Known
from .page import NOT_FOUND, Page
from .reading import read_page

PAGE_ENDINGS = (".html", ".htm", ".xhtml")


class Fault(NamedTuple):
    """What a rule found: the requirement with the value quoted, what to do, and the file if not the page's."""

    message: str
    fix: str = ""
    file: str = ""


class Record(NamedTuple):
    """What is kept of a page until all pages have been read. `anchors` are (file, id) to which it links.

    `items` counts the points and the numbered steps of its lists.
    """

    file: str
    language: str
    path: str
    title: str
    description: str
    items: tuple[int, int]
    ids: frozenset[str]
    anchors: frozenset[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Built:
    """A built site and the data that it must agree with. Files are named by their path in the folder."""

    folder: Path
    data: Data

    @cached_property
    def known(self) -> Known:
        """The data laid out for look-up."""
        return Known(self.data)

    def prepare(self) -> None:
        """Work out now what the rules will ask for, so that processes that are forked from this one find it done."""
        _ = self.known.translation_counts, self.known.catalogues
        _ = self.sorted_files, self.languages, self.paths, self.once_files, self.sunset

    def facts_for(self, country: str) -> Facts:
        """Return what may be shown for a country's code; an unknown code has no facts of its own."""
        return self.known.facts.get(country, self.known.facts[ANYWHERE])

    @cached_property
    def files(self) -> frozenset[str]:
        """All files of the folder."""
        return frozenset(files_below(self.folder))

    @cached_property
    def sorted_files(self) -> list[str]:
        """All files of the folder, in order."""
        return sorted(self.files)

    def files_below(self, folder: str) -> list[str]:
        """Return the files below a folder, whose name ends in a slash, in order."""
        after = f"{folder[:-1]}0"  # the sign after the slash
        return self.sorted_files[bisect_left(self.sorted_files, folder) : bisect_left(self.sorted_files, after)]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site; the first stands at the root."""
        return tuple(str(language.code) for language in self.data.site.languages)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of all pages that every language must have: "" for the home page, "help/ee"."""
        found = pages_below(self.data.root / "docs")
        return tuple("" if path == "index" else path.removesuffix("/index") for path in found)

    @cached_property
    def sunset(self) -> Sunset | None:
        """When every page says that nobody looks after the site; None before the first confirmation."""
        return sunset_of(self.data.countries.values(), self.data.site)

    @cached_property
    def once(self) -> dict[str, str]:
        """The pages that stand in the first language only, by path, with the name of their country's file."""
        return {item.path: item.country for item in organisations(self.data).values()}

    @cached_property
    def once_files(self) -> frozenset[str]:
        """The files of the pages that stand in the first language only."""
        return frozenset(self.file_of(self.languages[0], path) for path in self.once)

    def prefix(self, language: str) -> str:
        """Return the folder of a language: "" for the first, else "uk/"."""
        return "" if language == self.languages[0] else f"{language}/"

    def address(self, language: str, path: str) -> str:
        """Return the full address of a page."""
        return f"{self.data.site.url}{self.prefix(language)}{path}{'/' if path else ''}"

    def file_of(self, language: str, path: str) -> str:
        """Return the file of a page."""
        if path == NOT_FOUND:
            return f"{self.prefix(language)}{NOT_FOUND}.html"
        return f"{self.prefix(language)}{path}/index.html" if path else f"{self.prefix(language)}index.html"

    def language_of(self, file: str) -> str:
        """Return the language of a file from its folder."""
        first, slash, _ = file.partition("/")
        return first if slash and first in self.languages[1:] else self.languages[0]

    def expected(self) -> Iterator[tuple[str, str, str]]:
        """Yield file, language and path of every page that must be there."""
        for language in self.languages:
            for path in (*self.paths, NOT_FOUND):
                yield self.file_of(language, path), language, path
        for path in self.once:
            yield self.file_of(self.languages[0], path), self.languages[0], path

    def pages(self) -> list[str]:
        """Return all pages that stand in the folder."""
        return sorted(file for file in self.files if file.lower().endswith(PAGE_ENDINGS))

    def read(self, file: str) -> Page:
        """Read a page of the folder. Raises `Unreadable` and `OSError`."""
        language = self.language_of(file)
        path = file.removeprefix(self.prefix(language)).removesuffix(".html")
        path = "" if path == "index" else path.removesuffix("/index")
        page = Page(file=file, language=language, path=path, country=self.country_at(path))
        read_page(page, (self.folder / file).read_bytes())
        for item in page.links:
            if not item.target[0]:
                page.targets[item.href] = self.resolve(file, item.href)
        return page

    def country_at(self, path: str) -> str:
        """Return the code of the country to which a path belongs ("help/ee", "organisations/ee-x"); "" for all others."""
        folder, _, name = path.rpartition("/")
        name = self.once.get(path, name)
        country = self.data.countries.get(name) if folder else None
        return str(country.country) if country else ANYWHERE

    def resolve(self, file: str, link: str) -> str | None:
        """Return the file to which a link without scheme and host leads; None if it leads out of the folder.

        Addresses from the root of the host are read below the path of the site's own address.
        """
        path = link.split("#", 1)[0].split("?", 1)[0]
        if not path:
            return file
        if not path.startswith("/"):
            return _walk_to(f"{file.rpartition('/')[0]}/{unquote(path)}")
        return _walk_to(unquote(path).removeprefix(self._base)) if path.startswith(self._base) else None

    @cached_property
    def _base(self) -> str:
        return urlsplit(self.data.site.url).path


def _walk_to(path: str) -> str | None:
    """Return the file at a path with dots in it; None if it climbs out of the folder."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == ".." and not steps:
            return None
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    is_folder = path.endswith(("/", "/.", "/..")) or not steps
    return "/".join([*steps, "index.html"] if is_folder else steps)
