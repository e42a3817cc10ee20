"""Rules on the search: its index is whole, quotes the pages, leads to what is there, and has the numbers of the data."""

from __future__ import annotations

import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..frame import CONCEPT_FOLDER
from ..searching import SEARCH_PAGE
from .digits import loose_numbers
from .facts import ANYWHERE
from .folder import Built, Fault, Record
from .page import Element, Page, text_of

ENTRY = re.compile(r"[0-9][^\W\d_]*[0-9]+(?:,[0-9]+)*")
REBUILD = "build the site again"


class Place(NamedTuple):
    """What a search can show: a page by its path, a part of it ("" for the page itself), and the texts shown for it."""

    path: str
    anchor: str
    heading: str
    excerpt: str


class Index(NamedTuple):
    """An index as it was built."""

    file: str
    places: list[Place]
    places_on: dict[str, list[Place]]  # by the path of the page
    words: list[str]
    numbers: dict[str, list[str]]


def files_of(built: Built, language: str) -> list[str]:
    """Return the files beside the search page of a language."""
    folder = f"{built.prefix(language)}{SEARCH_PAGE}/"
    return [file for file in built.files_below(folder) if file != f"{folder}index.html"]


def has_search(built: Built) -> bool:
    """Tell whether the site has a search page."""
    return SEARCH_PAGE in built.paths


@lru_cache(maxsize=100)
def read_index(folder: Any, file: str) -> Index:
    """Read an index. Raises `ValueError`, `LookupError` or `TypeError` for what is none."""
    content = json.loads((folder / file).read_text("utf-8"))
    paths = [str(item[0]).removesuffix("/") for item in content["pages"]]
    titles = [str(item[1]) for item in content["pages"]]
    places = []
    for part in content["parts"]:
        page, anchor, heading, excerpt = [*part[:4], "", "", ""][:4]
        places.append(Place(paths[page], str(anchor), str(heading) if anchor else titles[page], str(excerpt)))
    numbers = {str(number): [paths[page] for page in where] for number, where in content["numbers"].items()}
    places_on: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        places_on[place.path].append(place)
    return Index(file, places, places_on, str(content["words"]).split(" "), numbers)


def _index(built: Built, language: str) -> Index | None:
    """Return the index of a language; None where there is none that can be read, which `search_file` tells."""
    files = files_of(built, language)
    try:
        return read_index(built.folder, files[0]) if len(files) == 1 and has_search(built) else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _indexes(built: Built) -> Iterator[Index]:
    """Yield the indexes that can be read."""
    yield from (index for language in built.languages if (index := _index(built, language)))


def _is_left_out(path: str, built: Built) -> bool:
    if path == SEARCH_PAGE or path.startswith(f"{CONCEPT_FOLDER}/"):
        return True
    return built.country_at(path) != ANYWHERE and not path.startswith("help/")


def search_file(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Beside each search page stands one index that can be read, and no other file."""
    for language in built.languages:
        files = files_of(built, language)
        if len(files) != (1 if has_search(built) else 0):
            folder = f"{built.prefix(language)}{SEARCH_PAGE}"
            found = ", ".join(map(posixpath.basename, files)) or "nothing"
            yield Fault(f'beside the search page stands "{found}", not one index', REBUILD, folder)
        elif files and _index(built, language) is None:
            yield Fault("the index of the search cannot be read", REBUILD, files[0])


def search_place(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Each page and part of a page that a search can show exists in the language, and no page is left out.

    Only the search page itself, the pages for one number of a country, and those of one concept, are not searched.
    """
    ids = {record.file: record.ids for record in records}
    for index in _indexes(built):
        language = built.language_of(index.file)
        for place in index.places:
            file = built.file_of(language, place.path)
            if file not in ids:
                yield Fault(f'the search leads to "{place.path}", which is no page', REBUILD, index.file)
            elif place.anchor and place.anchor not in ids[file]:
                yield Fault(f'the search leads to "#{place.anchor}", which {file} does not have', REBUILD, index.file)
        searched = {place.path for place in index.places}
        for path in (path for path in built.paths if path not in searched and not _is_left_out(path, built)):
            yield Fault(f'the search never finds "{path}"', REBUILD, index.file)


def search_digit(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """No text of an index shows a number, unless it is an official name with digits, and its words are of letters."""
    for index in _indexes(built):
        for place in index.places:
            names = built.facts_for(built.country_at(place.path)).names
            for text in (text for text in (place.heading, place.excerpt) if text not in names):
                for run in loose_numbers(text, ()):
                    yield Fault(f'the search shows "{run}" in "{text}"', "numbers come from the data alone", index.file)
        for entry in index.words:
            if not ENTRY.fullmatch(entry):
                yield Fault(f'the search has the word "{entry}", which is not of letters', REBUILD, index.file)


def search_number(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """The search finds each number of each country on that country's page, and no other number anywhere."""
    want: dict[str, set[str]] = defaultdict(set)
    for code, country in built.data.countries.items():
        for run in built.facts_for(str(country.country)).runs if f"help/{code}" in built.paths else ():
            want[run].add(f"help/{code}")
    for index in _indexes(built):
        for number in sorted(want.keys() | index.numbers.keys()):
            pages = index.numbers.get(number, [])
            if set(pages) != want.get(number, set()) or len(set(pages)) != len(pages):
                wanted = ", ".join(sorted(want.get(number, set()))) or "no page"
                yield Fault(
                    f'the search finds "{number}" on {", ".join(pages) or "no page"}', f"the data have it on {wanted}", index.file
                )


def search_quote(page: Page, built: Built) -> Iterator[Fault]:
    """What a search shows of a page, its title, headings and first words, stands on the page."""
    index = _index(built, page.language)
    quoted = index.places_on.get(page.path, []) if index and not page.is_not_found else []
    if not index or not quoted:
        return
    headings = {_squeezed(heading) for heading in page.root.iter("h1", "h2", "h3")}
    shown = "".join(_squeezed(main) for main in page.root.iter("main"))
    for place in quoted:
        if "".join(place.heading.split()) not in headings:
            yield Fault(f'the search shows "{place.heading}", which is no heading on {page.file}', REBUILD, index.file)
        if "".join(place.excerpt.removesuffix("…").split()) not in shown:
            yield Fault(f'the search shows "{place.excerpt}", which does not stand on {page.file}', REBUILD, index.file)


def search_form(page: Page, built: Built) -> Iterator[Fault]:
    """The form of the search page names the index that stands beside it."""
    if page.path != SEARCH_PAGE:
        return
    named = [element.get("data-index") for element in page.root.iter("form") if element.get("data-index")]
    if [built.resolve(page.file, name) for name in named] != files_of(built, page.language):
        yield Fault(f'the form of the search names "{", ".join(named)}"', "name the index beside the page")


def _squeezed(element: Element) -> str:
    """Return the text of an element without spaces."""
    return "".join(text_of(element).split())


PAGE_RULES = (search_quote, search_form)
SITE_RULES = (search_file, search_place, search_digit, search_number)
