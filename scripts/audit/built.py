"""The built site as the audit sees it: its pages, what kind each is of, and the address at which it is served."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import serve_release
from seamark.folders import page_sources
from seamark.frame import NOT_FOUND, url_of
from seamark.loading import Data, load

from .tools import Missing, Tools

# Pages with these templates are quiet: a reader at risk opens them on a slow phone.
QUIET_TEMPLATES = ("quiet.html", "sheet.html")
TEMPLATE = re.compile(r"^template: *(\S+)$", re.MULTILINE)
# What differs between pages of one shape: whose words, which country or concept.
OWN_FACTS = re.compile(r"^(words|country|concept): .*$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class BuiltPage:
    """A page in a language. `shape` names pages that are made alike: same template, same blocks."""

    path: str
    language: str
    address: str
    file: Path
    shape: str
    template: str

    @property
    def is_quiet(self) -> bool:
        """Whether the budgets of quiet pages bind it."""
        return self.template in QUIET_TEMPLATES

    @cached_property
    def size(self) -> int:
        """The bytes of the page's file after gzip."""
        return len(gzip.compress(self.file.read_bytes(), mtime=0))

    def __str__(self) -> str:
        return f"/{self.address}"


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is measured: a built site, served at `base`, with the programs that measure."""

    folder: Path
    base: str
    data: Data
    pages: tuple[BuiltPage, ...]
    addresses: Mapping[tuple[str, str], str]  # of all pages, by path and language, also of those that are not measured
    tools: Tools

    @property
    def is_preview(self) -> bool:
        """Whether the site asks search engines to leave it alone."""
        return self.data.site.stage == "preview"

    @property
    def exits(self) -> dict[str, str]:
        """The neutral page of each language."""
        return {str(language.code): str(language.exit) for language in self.data.site.languages}

    def examples(self) -> list[BuiltPage]:
        """Return the longest page of each shape in each language, and the shortest of each shape in any."""
        chosen = [_largest(pages) for pages in self._groups(lambda page: (page.shape, page.language))]
        shortest = [min(pages, key=lambda page: page.size) for pages in self._groups(lambda page: page.shape)]
        return list(dict.fromkeys(chosen + shortest))

    def heaviest(self) -> list[BuiltPage]:
        """Return the heaviest page of each shape, in whichever language that is, and of each language."""
        by_shape = [_largest(pages) for pages in self._groups(lambda page: page.shape)]
        by_language = [_largest(pages) for pages in self._groups(lambda page: page.language)]
        return list(dict.fromkeys(by_shape + by_language))

    def _groups(self, key: Callable[[BuiltPage], object]) -> list[list[BuiltPage]]:
        groups: dict[object, list[BuiltPage]] = {}
        for page in self.pages:
            groups.setdefault(key(page), []).append(page)
        return list(groups.values())


def _largest(pages: list[BuiltPage]) -> BuiltPage:
    return max(pages, key=lambda page: page.size)


def pages_of(root: Path, folder: Path, data: Data) -> tuple[BuiltPage, ...]:
    """Return every page of docs/ in every language, and the page for addresses that do not exist.

    Raises `Missing` when the built site lacks one: it was built from other sources.
    """
    sources = page_sources(root / "docs")
    found: list[BuiltPage] = []
    for number, language in enumerate(str(each.code) for each in data.site.languages):
        prefix = f"{language}/" if number else ""
        for path, source in sources.items():
            template = TEMPLATE.search(source)
            address = prefix + url_of(path)
            found.append(
                BuiltPage(
                    path=path,
                    language=language,
                    address=address,
                    file=folder / address / "index.html",
                    shape=OWN_FACTS.sub("", source),
                    template=template[1] if template else "",
                )
            )
        missing = folder / f"{prefix}404.html"
        nowhere = f"{prefix}no/such/page/"
        found.append(BuiltPage(path=NOT_FOUND, language=language, address=nowhere, file=missing, shape=NOT_FOUND, template=""))
    if absent := [str(page.file) for page in found if not page.file.is_file()]:
        raise Missing(f"{absent[0]} is not there ({len(absent)} pages are missing); run: make site")
    return tuple(found)


@contextmanager
def serving(root: Path, folder: Path, tools: Tools, languages: Collection[str] = ()) -> Iterator[Site]:
    """Serve a built site with its own headers on this machine while the context lasts.

    `languages` are those to measure: all of the site if none are named.

    Raises `Missing` when the folder holds no site that was built from the sources in `root`.
    """
    data, problems = load(root)
    if data is None:
        raise Missing("".join(f"{problem}\n" for problem in problems))
    pages = pages_of(root, folder, data)
    try:
        server = serve_release.server(folder)
    except FileNotFoundError as error:
        raise Missing(f"{folder}: no _headers file is here; run: make site") from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}/"
    try:
        measured = tuple(page for page in pages if page.language in languages or not languages)
        addresses = {(page.path, page.language): base + page.address for page in pages}
        yield Site(folder=folder, base=base, data=data, pages=measured, addresses=addresses, tools=tools)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
