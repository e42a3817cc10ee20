"""Checking a downloaded release, offline and with the standard library only. Nothing in it is believed or run.

What this can show: that nothing is damaged, missing or added, that the archive may be unpacked, and that archive,
manifest and list of packages tell the same. Whoever changes all of them together is found by the signature only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import archive, files
from .archive import ArchiveProblem
from .reading import Reached, Reader

WAYS = {"phone": "tel", "short": "tel", "sms": "sms", "email": "mailto", "whatsapp": "text"}  # all others are links
CONTACTS = "data/v1/contacts.json"
FIELDS = ("format", "project", "version", "stage", "commit", "day", "files", "pages", "corrections", "contacts", "tar_sha256")
ENTRY = ("country", "page", "service", "kind", "value", "sources", "confirmed")
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was found in a release: what is wrong, the site's files by path, the manifest, whether a signature lies beside it."""

    problems: list[str]
    site: Mapping[str, bytes]
    manifest: Mapping[str, Any]
    signatures: list[str]


def verify(folder: Path) -> Verified:
    """Check the release in a folder. Never raises for what stands in it; each problem is a line for people."""
    contents = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file() and not path.is_symlink()}
    odd = sorted(path.name for path in folder.iterdir() if path.name not in contents)
    signatures = [name for name in contents if name.endswith(files.SIGNATURES)]
    problems = [f'"{name}" is no plain file and belongs to no release; take it away' for name in odd]
    problems += _sums(contents, signatures)
    told, said = _manifest(contents)
    problems += said
    site: dict[str, bytes] = {}
    try:
        if told:
            problems += _sbom(contents, told)
            site, said = _site(contents, told)
            problems += said
        if site:
            problems += _pages(site, told)
    except (KeyError, TypeError, AttributeError, ValueError) as error:  # a field of another kind than it must be
        problems.append(f"{files.MANIFEST} or {files.SBOM} is not written as it is in a release: {error!r}")
    return Verified(problems=problems, site=site, manifest=told, signatures=signatures)


def _sums(contents: Mapping[str, bytes], signatures: list[str]) -> Iterator[str]:
    """Each file has its sum, each sum its file."""
    if files.SUMS not in contents:
        yield f"{files.SUMS} is missing; download it again"
        return
    try:
        sums = files.read_sums(contents[files.SUMS].decode("utf-8"))
    except ValueError as error:
        yield f"{error}"
        return
    for name in sorted({*sums, files.MANIFEST, files.CHANGES, files.SBOM} - contents.keys()):
        yield f"{name} is missing; download it again"
    for name in sorted(contents.keys() - {files.SUMS, *signatures}):
        if name not in sums:
            yield f"{name} does not belong to the release: {files.SUMS} does not name it; take it away"
        elif files.digest(contents[name]) != sums[name]:
            yield f"{name} is not the file that was released: its SHA-256 differs from {files.SUMS}; download it again"


def _json(contents: Mapping[str, bytes], name: str) -> Any:
    """Return what a JSON file holds; None when it is not there or cannot be read."""
    try:
        return json.loads(contents[name].decode("utf-8"))
    except (KeyError, ValueError, RecursionError):
        return None


def _manifest(contents: Mapping[str, bytes]) -> tuple[dict[str, Any], list[str]]:
    """Return the manifest, {} when it cannot be used, and what is wrong with it."""
    told = _json(contents, files.MANIFEST)
    if not isinstance(told, dict):
        return {}, [f"{files.MANIFEST} cannot be read as JSON, so nothing else could be checked; download it again"]
    if missing := [name for name in FIELDS if name not in told]:
        return {}, [f"{files.MANIFEST} lacks {', '.join(missing)}, so nothing else could be checked"]
    fits = isinstance(told["version"], str) and VERSION.fullmatch(told["version"]) and told["stage"] in ("preview", "public")
    entries = told["contacts"] if isinstance(told["contacts"], list) else [None]
    whole = all(isinstance(entry, dict) and all(name in entry for name in ENTRY) for entry in entries)
    if not fits or not whole or not isinstance(told["pages"], dict):
        return {}, [f"{files.MANIFEST} is not written as a manifest is, so nothing else could be checked; download it again"]
    return told, []


def _sbom(contents: Mapping[str, bytes], told: Mapping[str, Any]) -> Iterator[str]:
    """The list of packages is CycloneDX, of this version, and names the packages of the manifest."""
    listed = _json(contents, files.SBOM)
    if not isinstance(listed, dict) or listed.get("bomFormat") != "CycloneDX":
        yield f"{files.SBOM} is no CycloneDX list of packages in JSON; download it again"
        return
    itself = listed.get("metadata", {}).get("component", {})
    if itself.get("version") != told["version"]:
        yield f'{files.SBOM} is of version "{itself.get("version")}" and {files.MANIFEST} of "{told["version"]}"'
    packages = {part.get("name"): part.get("version") for part in listed.get("components", [])}
    if packages != told.get("versions"):
        yield f"{files.SBOM} and {files.MANIFEST} name different packages"


def _site(contents: Mapping[str, bytes], told: Mapping[str, Any]) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of the site, {} when it must not be unpacked, and what is wrong with the archive."""
    name = files.archive_name(told["version"], told["stage"])
    if name not in contents:
        return {}, [f"{name}: the archive that {files.MANIFEST} names is missing; download it again"]
    try:
        tar = archive.decompress(contents[name])
        site = archive.files_of(tar)
    except ArchiveProblem as error:
        return {}, [f"{error}; do not unpack it, download it again"]
    problems = []
    if files.digest(tar) != told["tar_sha256"]:
        problems.append(f"the archive does not hold what {files.MANIFEST} says: the SHA-256 of the tar in it differs")
    if len(site) != told["files"]:
        problems.append(f"the archive holds {len(site)} files, and {files.MANIFEST} names {told['files']}")
    return site, problems


def _pages(site: Mapping[str, bytes], told: Mapping[str, Any]) -> Iterator[str]:
    """What the site publishes is what the manifest says: contacts, sources, dates, pages in each language."""
    yield from _open_data(site, told)
    folders = {language: "" if number == 0 else f"{language}/" for number, language in enumerate(told["pages"])}
    for language, count in told["pages"].items():
        others = tuple(folder for folder in folders.values() if folder and folder != folders[language])
        own = [
            name for name in site if name.endswith(".html") and name.startswith(folders[language]) and not name.startswith(others)
        ]
        if len(own) != count:
            yield f'the site has {len(own)} pages in "{language}", and {files.MANIFEST} names {count}'
        yield from _contacts(site, told, language, folders[language])
    known = {_reached(entry) for entry in told["contacts"]} | {Reached("mailto", str(told["corrections"]))}
    for name in sorted(name for name in site if name.endswith(".html")):
        for way, value in sorted(_read(site, name).everywhere - known):
            if way not in ("https", "text"):
                yield f'{name}: the page reaches "{way}:{value}", which {files.MANIFEST} does not name'


def _contacts(site: Mapping[str, bytes], told: Mapping[str, Any], language: str, folder: str) -> Iterator[str]:
    """Each contact stands in the content of its country's page, in the language."""
    readers: dict[str, Reader] = {}
    for entry in told["contacts"]:
        name = f"{folder}{entry['page']}index.html"
        if name not in site:
            yield f"{name} is missing in the archive"
            return
        reader = readers.setdefault(name, _read(site, name)) if name not in readers else readers[name]
        if reader.language != language:
            yield f'{name}: the page is in "{reader.language}" and should be in "{language}"'
        if _reached(entry) not in reader.main:
            yield f'{name}: the contact "{entry["value"]}" of {entry["service"]}, which {files.MANIFEST} names, is not on the page'


def _read(site: Mapping[str, bytes], name: str) -> Reader:
    return Reader(site[name].decode("utf-8", "replace"))


def _reached(entry: Mapping[str, Any]) -> Reached:
    return Reached(WAYS.get(entry["kind"], "https"), entry["value"])


def _open_data(site: Mapping[str, bytes], told: Mapping[str, Any]) -> Iterator[str]:
    """The open data in the archive publish the same contacts, on the same sources and confirmations, for the same day."""
    data = _json(site, CONTACTS)
    try:
        theirs = sorted(map(repr, _published(data)))
        release = data["release"]
        day, stage = release["as_of"], release["stage"]
    except (KeyError, TypeError, AttributeError):
        yield f"{CONTACTS} in the archive is missing or cannot be read"
        return
    if (day, stage) != (told["day"], told["stage"]):
        yield f"the site is of {day} ({stage}), and {files.MANIFEST} says {told['day']} ({told['stage']})"
    mine = sorted(map(repr, _told(told["contacts"])))
    for entry in sorted({*mine} - {*theirs})[:5]:
        yield f"{files.MANIFEST} names a contact, source or date that the open data do not: {entry}"
    for entry in sorted({*theirs} - {*mine})[:5]:
        yield f"the open data name a contact, source or date that {files.MANIFEST} does not: {entry}"
    if len(mine) != len(theirs):
        yield f"the open data hold {len(theirs)} contacts, and {files.MANIFEST} {len(mine)}"


def _published(data: Any) -> Iterator[tuple[Any, ...]]:
    for country in data["countries"]:
        for item in country["emergency"]:
            yield _fact(country["country"], item["id"], "short", item["number"], item["sources"], country["sources"], [])
        for service in country["services"]:
            for channel in service["channels"]:
                yield _fact(
                    country["country"], service["id"], channel["kind"], channel["value"],
                    channel["sources"], country["sources"], channel["confirmed"],
                )  # fmt: skip


def _told(entries: Any) -> Iterator[tuple[Any, ...]]:
    for entry in entries:
        sources = {source["id"]: source for source in entry["sources"]}
        yield _fact(entry["country"], entry["service"], entry["kind"], entry["value"], list(sources), sources, entry["confirmed"])


def _fact(
    country: str, service: str, kind: str, value: str, names: list[str], sources: Mapping[str, Any], confirmed: list[dict[str, str]]
) -> tuple[Any, ...]:
    """Return a contact with its sources, their dates and confirmations, in one form for both files."""
    dates = [(name, *(sources[name][field] or "unknown" for field in ("title", "url", "tier", "stated", "seen"))) for name in names]
    return country, service, kind, value, dates, [(act["on"], act["how"], act["by_role"]) for act in confirmed]
