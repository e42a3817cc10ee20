"""Rules on the open data: each file holds exactly the contacts that are published, and no other number."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from .. import contacts, figures
from ..model import UNKNOWN
from .digits import loose_numbers
from .export_reading import Published, as_hsds, of_hsds, of_hsds_tables, of_own_json, of_own_table, of_table, texts_of
from .folder import Built, Fault, Record

FOLDER = "data/v1/"
CHECKSUMS = "checksums.txt"
INDEX = "index.json"
FIGURES = "figures.csv"
HSDS_TABLES = ("phones", "services", "contacts", "attributes")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "seamark.example")
DIGITS = re.compile(r"\d+")
THREE_DIGITS = re.compile(r"\d\D{0,4}\d\D{0,4}\d")
# What no telephone dials: dates, times, identities, checksums, and the numbers of standards in descriptions.
MACHINE = re.compile(
    r"\b[12]\d{3}-[01]\d(?:-[0-3]\d(?:T00:00:00Z)?)?\b|\b\d\d:\d\d(?::\d\d)?\b"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b"
    r"|\b(?:RFC|ISO|FIPS|BCP|UTF) ?\d+(?:-\d+)?\b|\bE\.164\b|\b[Ss]ha256\b"
)
STANDARDS = frozenset({
    "https://json-schema.org/draft/2020-12/schema",
    "http://www.w3.org/2004/02/skos/core#",
    "http://www.w3.org/2001/XMLSchema#",
})  # fmt: skip


def export_contact(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Every export holds each published contact of each service, with its hours, as often as the data, and no other.

    Services that are paused or closed have none, and what is held back stands in none.
    """
    want = Counter(_wanted(built))
    ids = {str(uuid.uuid5(NAMESPACE, contact.service)): contact.service for contact in want}
    plain = Counter(as_hsds(contact) for contact in want.elements())
    for name, expected in (
        ("contacts.json", want),
        ("contacts.csv", want),
        ("hsds/services.json", plain),
        ("hsds/phones.csv", plain),
    ):
        try:
            found = Counter(_published(built, name, ids))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            yield _fault(name, f"the open data cannot be read: {error!r}")
            continue
        yield from _differences(name, found, expected)


def _published(built: Built, name: str, ids: dict[str, str]) -> Iterator[Published]:
    """Return the contacts of one export; the tables of HSDS belong together and go by the name of phones.csv."""
    if name == "contacts.json":
        return of_own_json(_raw(built, name))
    if name == "contacts.csv":
        return of_own_table(_raw(built, name))
    if name == "hsds/services.json":
        return of_hsds(_raw(built, name), ids)
    return of_hsds_tables({table: _raw(built, f"hsds/{table}.csv") for table in HSDS_TABLES}, ids)


def _wanted(built: Built) -> Iterator[Published]:
    for country in built.known.countries.values():
        for emergency in country.emergency:
            yield Published(str(emergency.id), "short", contacts.dialled(emergency.number))
        for service in contacts.active(country):
            for channel in service.channels:
                opening = "" if channel.hours == UNKNOWN else str(channel.hours)
                yield Published(str(service.id), contacts.channel_kind(channel), contacts.channel_value(channel), opening)


def _differences(name: str, found: Counter[Published], want: Counter[Published]) -> Iterator[Fault]:
    for contact in sorted(want - found):
        yield _fault(name, f'"{contact.value}" of {contact.service} is missing, or its hours are others')
    for contact in sorted(found - want):
        yield _fault(name, f'"{contact.value}" ({contact.kind}) of {contact.service} is not published, or its hours are others')


def export_number(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Three or more digits in a row, in any text of any export, are a published number or another fact of the data."""
    facts = _Facts(built)
    good: set[str] = set()  # the same texts stand in many formats
    for name in _names(built):
        if name in (CHECKSUMS, FIGURES):
            continue  # export_checksum and export_figure prove all that stands in them
        try:
            texts = [text for text in dict.fromkeys(texts_of(name, _raw(built, name))) if text not in good]
        except (OSError, ValueError) as error:
            yield _fault(name, f"the file cannot be read: {error}")
            continue
        for text in texts:
            if name == INDEX and text.isdecimal():
                continue  # sizes, which export_checksum proves
            runs = facts.loose(text)
            good |= set() if runs else {text}
            for run in runs:
                shown = text if len(text) <= 60 else f"{text[:57]}…"
                yield _fault(name, f'"{shown}" holds "{run}", which is no number of the data')


def export_figure(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """figures.csv holds every figure of the data as it is given, and nothing else; none that is missing became a zero."""
    try:
        found = Counter(of_table(_raw(built, FIGURES)))
    except (OSError, ValueError) as error:
        yield _fault(FIGURES, f"the figures cannot be read: {error!r}")
        return
    want = Counter([figures.FIELDS, *figures.rows(built.data)])
    for row in sorted(want - found):
        yield _fault(FIGURES, f'the line "{", ".join(row[:5])}" is missing, or not as in the data')
    for row in sorted(found - want):
        yield _fault(FIGURES, f'the line "{", ".join(row[:5])}" is not in the data')


class _Facts:
    """What may stand in exports, besides published numbers."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self.site = str(built.data.site.url)
        facts = built.known.facts.values()
        self.runs = frozenset().union(*(item.runs for item in facts))

    @cached_property
    def whole(self) -> frozenset[str]:
        """Texts with digits that are facts: names, titles, addresses, hours, ids, numbers of laws, articles."""
        known, data = self.built.known, self.built.data
        found = set(STANDARDS) | set(known.law_numbers | known.articles | known.shared_urls)
        for facts in known.facts.values():
            found |= facts.urls | facts.names | {title for title, _ in facts.titles}
        for country in known.countries.values():
            found |= {str(text) for service in country.services for text in (service.id, service.since, service.organisation)}
            found |= {str(entry.id) for entry in country.emergency}
            found |= {str(name) for name in country.sources}
            found |= {str(day) for source in country.sources.values() for day in (source.stated, source.seen)}
            for channel in (channel for service in contacts.active(country) for channel in service.channels):
                found |= {str(channel.hours), *(str(other.hours) for other in channel.also_stated)}
        return frozenset(text for text in found | {str(name) for name in data.glossary} if THREE_DIGITS.search(text))

    @cached_property
    def by_digits(self) -> dict[str, list[str]]:
        """The same by the longest run of digits in each: what stands in a text has a run of the text."""
        found: dict[str, list[str]] = defaultdict(list)
        for text in self.whole:
            found[max(DIGITS.findall(text), key=len)].append(text)
        return found

    def without_parts(self, text: str) -> str:
        """Return a text without the facts that stand in it, the longest first, and without addresses of the site."""
        near = {fact for run in DIGITS.findall(text) for fact in self.by_digits.get(run, ())}
        parts = map(_as_part, sorted(near, key=lambda fact: (-len(fact), fact)))
        return re.sub("|".join([re.escape(self.site) + r"[^\s|\"<>]*", *parts]), " ; ", text)

    def loose(self, text: str) -> list[str]:
        """Return the runs of digits in a text that are no facts."""
        if not THREE_DIGITS.search(text) or text in self.whole or unquote(text) in self.whole or text.startswith(self.site):
            return []
        # Looking for facts inside longer texts is slow, and seldom needed.
        if not list(loose_numbers(MACHINE.sub(" ; ", text), self.runs)):
            return []
        return list(loose_numbers(MACHINE.sub(" ; ", self.without_parts(unquote(text))), self.runs))


def _as_part(text: str) -> str:
    """Return the pattern of a fact inside a longer text: no digit or letter touches it."""
    return rf"(?<![\w+]){re.escape(text)}(?!\w)"


def export_address(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """Every address of this site in an export leads to a page, a place on it, or a file of the open data that is there."""
    ids = {record.file: record.ids for record in records}
    pages = {file for file, _, _ in built.expected()}  # of those that are missing, every_language tells
    for link, name in sorted(_own_links(built).items()):
        address = f"{built.data.site.url}{link}"
        file = built.resolve("index.html", link) if link else "index.html"
        anchor = link.partition("#")[2]
        if file not in built.files and file not in pages:
            yield _fault(name, f'the address "{address}" leads to nothing')
        elif file in ids and anchor and anchor not in ids[file]:
            message = f'the page has no place "#{anchor}", to which {FOLDER}{name} leads'
            yield Fault(message, "correct the id on the page, or write the open data again", file)


def _own_links(built: Built) -> dict[str, str]:
    """Return the addresses of this site in the open data, without its beginning, each with a file in which it stands."""
    address = re.compile(re.escape(str(built.data.site.url)) + r"([^\s|\"<>,()]*)")
    texts = ((name, _raw(built, name).decode("utf-8", errors="replace")) for name in reversed(_names(built)))
    return {link: name for name, text in texts for link in address.findall(text)}


def export_checksum(built: Built, records: Sequence[Record]) -> Iterator[Fault]:
    """checksums.txt and index.json list every file of the open data with its checksum and size, and nothing else."""
    names = set(_names(built))
    for needed in sorted({CHECKSUMS, INDEX} - names):
        yield _fault(needed, "the file is missing")
        names.discard(needed)
    if {CHECKSUMS, INDEX} - set(_names(built)):
        return
    sums = {name: _digest(built, name) for name in names - {CHECKSUMS}}
    listed = dict(line.split("  ", 1)[::-1] for line in _raw(built, CHECKSUMS).decode().splitlines() if "  " in line)
    if listed != sums:
        yield _fault(CHECKSUMS, f"the checksums of {_odd(listed, sums)} do not fit")
    try:
        files = json.loads(_raw(built, INDEX))["files"]
        found = {item["path"]: (item["sha256"], item["bytes"]) for item in files}
    except (ValueError, KeyError, TypeError) as error:
        yield _fault(INDEX, f"the file cannot be read: {error!r}")
        return
    want = {name: (sums[name], len(_raw(built, name))) for name in sums.keys() - {INDEX}}
    if found != want:
        yield _fault(INDEX, f"checksums or sizes of {_odd(found, want)} do not fit")


def _odd(found: Mapping[str, object], want: Mapping[str, object]) -> str:
    return ", ".join(sorted(name for name in found.keys() | want.keys() if found.get(name) != want.get(name)))


def _names(built: Built) -> list[str]:
    return sorted(file.removeprefix(FOLDER) for file in built.files if file.startswith(FOLDER))


def _digest(built: Built, name: str) -> str:
    return hashlib.sha256(_raw(built, name)).hexdigest()


def _raw(built: Built, name: str) -> bytes:
    return (built.folder / FOLDER / name).read_bytes()


def _fault(name: str, message: str) -> Fault:
    return Fault(message, "write the open data again: scripts/export_data.py", f"{FOLDER}{name}")


RULES = (export_contact, export_figure, export_number, export_address, export_checksum)
