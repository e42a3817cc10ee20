"""Rules on the site as a whole: all pages are there, in all languages, and the files beside them are right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from .. import status
from ..assembling import SITEMAP, sitemap_of
from ..frame import CONCEPT_FOLDER
from ..languages import country_name
from .folder import Built, Fault, Record
from .link_rules import urls_in_style
from .retired import retired_contacts
from .text_rules import numbers_in_style

# As lxml writes a name: the namespace in braces. Looking names up in a table of prefixes takes longer than the rest.
LOC, URL, OTHER_SITEMAP = (f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}" for name in ("loc", "url", "sitemap"))
LINK = "{http://www.w3.org/1999/xhtml}link"
Alternates = dict[str, list[tuple[str, str]]]  # by the address of a page: language and address of the same page, in order


def every_language(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Every page of docs/ and the page for addresses that do not exist stand in every language.

    A page for each organisation stands in the first language only; nothing else stands there.
    """
    if not built.paths:
        yield Fault("docs/ has no pages, so nothing can be proved", "give the project's folder with --root", "docs")
    expected = {file for file, _, _ in built.expected()}
    for file in sorted(expected - built.files):
        yield Fault("the page is missing", "build the site again, in all languages", file)
    for file in sorted(set(built.pages()) - expected):
        yield Fault("nothing in docs/ or data/ makes this page, so it may hold old facts", "build the site again", file)


def broken_anchor(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """A link to a place on a page (#…) names an id that the page has."""
    ids = {record.file: record.ids for record in records}
    for record in records:
        for target, anchor in sorted(record.anchors):
            if target in ids and anchor not in ids[target] | {"top"}:
                message = f'a link leads to "#{anchor}", which {target} does not have'
                yield Fault(message, "correct the link or the id", record.file)


def translated_title(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """The title of a translated page is not the English one, unless it is only names, or a term that both share."""
    english = {record.path: record.title for record in records if record.language == built.languages[0]}
    for record in records:
        if record.language == built.languages[0] or record.title != english.get(record.path) or not record.title:
            continue
        country = built.country_at(record.path)
        names = {str(built.data.site.name), country_name(country, record.language) if country else ""}
        if {part.strip() for part in record.title.split("·")} - names and not _is_shared_term(built, record):
            yield Fault(f'the title "{record.title}" is the English one', "translate it", record.file)


def _is_shared_term(built: Built, record: Record) -> bool:
    folder, _, concept = record.path.rpartition("/")
    return folder == CONCEPT_FOLDER and built.known.is_same_word(record.language, concept)


def translated_description(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """The description of a translated page is not the English one."""
    english = {record.path: record.description for record in records if record.language == built.languages[0]}
    for record in records:
        if record.language != built.languages[0] and record.description == english.get(record.path) != "":
            yield Fault(f'the description "{record.description[:60]}" is the English one', "translate it", record.file)


def same_steps(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """A page has as many list items and numbered steps in each language as in English: none is dropped."""
    english = {record.path: record.items for record in records if record.language == built.languages[0]}
    for record in records:
        want = english.get(record.path)
        if want is not None and record.items != want:
            message = f"the page has {record.items[0]} points and {record.items[1]} steps, in English {want[0]} and {want[1]}"
            yield Fault(message, "translate every item of every list", record.file)


def sitemap(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """sitemap.xml names the sitemap of each language, and that lists every page of the language once.

    Each page stands there with its full address in every language, and its first one for all others (x-default).
    """
    wanted = {sitemap_of(language): language for language in built.languages}
    try:
        index = [address.rpartition("/") for address in map(_location, _xml(built, SITEMAP).iterfind(OTHER_SITEMAP))]
        if [(f"{folder}/", name) for folder, _, name in index] != [(str(built.data.site.url), name) for name in wanted]:
            yield Fault("sitemap.xml does not name the sitemap of each language once", "build the site again", SITEMAP)
    except (etree.XMLSyntaxError, OSError) as error:
        yield Fault(f"the sitemap cannot be read: {error}", "build the site again", SITEMAP)
    alternates = _wanted_alternates(built)
    for file, language in wanted.items():
        try:
            yield from _listed(file, alternates[language], _xml(built, file))
        except (etree.XMLSyntaxError, OSError) as error:
            yield Fault(f"the sitemap cannot be read: {error}", "build the site again", file)


def _listed(file: str, want: Alternates, root: Any) -> Iterator[Fault]:
    seen: Counter[str] = Counter()
    for url in root.iterfind(URL):
        seen[address := _location(url)] += 1
        found = sorted((link.get("hreflang", ""), link.get("href", "")) for link in url.iterchildren(LINK))
        if address not in want:
            yield Fault(f'"{address}" is no page of the site in this language', "delete it", file)
        elif found != want[address]:
            yield Fault(f'the alternates of "{address}" are not its pages in all languages', "list them all", file)
    for address in sorted(want.keys() - seen.keys()):
        yield Fault(f'"{address}" is missing', "list every page", file)
    for address in sorted(address for address, times in seen.items() if times > 1):
        yield Fault(f'"{address}" stands twice', "list every page once", file)


def _location(item: Any) -> str:
    return (item.findtext(LOC) or "").strip()


def _xml(built: Built, file: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring((built.folder / file).read_bytes(), parser)


def translation_status(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """about/translation.json says of every language what the catalogues and sign-offs say."""
    try:
        found = json.loads((built.folder / status.FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        yield Fault(f"the state of the translations cannot be read: {error}", "build the site again", status.FILE)
        return
    if found != status.as_tree(built.known.translation_states):
        message = "the state of the translations is not that of the catalogues in locale/"
        yield Fault(message, "build the site again", status.FILE)


def _wanted_alternates(built: Built) -> dict[str, Alternates]:
    """Return for each language its pages with their alternates."""
    want: dict[str, Alternates] = {language: {} for language in built.languages}
    for path in built.paths:
        addresses = {language: built.address(language, path) for language in built.languages}
        links = sorted([*addresses.items(), ("x-default", addresses[built.languages[0]])])
        for language, address in addresses.items():
            want[language][address] = links
    return want


def style_sheet(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """A style sheet loads only files that stand in the folder, by relative paths, and writes no numbers."""
    for file in sorted(name for name in built.files if name.lower().endswith(".css")):
        style = (built.folder / file).read_text("utf-8", errors="replace")
        for url in urls_in_style(style):
            if url.startswith(("data:", "#")):
                continue
            if ":" in url or url.startswith(("/", "\\")) or built.resolve(file, url) not in built.files:
                yield Fault(f'the style sheet loads "{url}"', "load only files of the site, by relative paths", file)
        yield from (fault._replace(file=file) for fault in numbers_in_style(style))


def retired_contact(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """No file of the site holds a number or an address of a service that is paused or closed.

    It is looked for in any spelling, in text, attributes, comments, scripts, styles and files that are no pages.
    """
    retired = retired_contacts(built.data)
    for file in sorted(built.files) if retired else ():
        content = (built.folder / file).read_bytes()
        for item in retired:
            if item.pattern.search(content):
                message = f'"{item.value}" belongs to {item.service}, which is {item.status}'
                yield Fault(message, "take it out: somebody may call it", file)


def assets_once(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """assets/ stands at the root only: a copy for each language would be fetched again after a switch."""
    for language in built.languages[1:]:
        start = f"{language}/assets/"
        if any(file.startswith(start) for file in built.files):
            yield Fault("the language has its own copy of the assets", "keep them at the root only", start.rstrip("/"))


RULES = (
    every_language,
    broken_anchor,
    translated_title,
    translated_description,
    same_steps,
    sitemap,
    translation_status,
    style_sheet,
    retired_contact,
    assets_once,
)
