"""Units, catalogues and the status of every translation.

A unit is one English text with an identity, such as `pages/signs#sections.at-work.points.2`. Catalogues
are gettext PO files, one per language and domain, in which the identity is the context (msgctxt), so
that Weblate and Poedit can be used. Sign-offs stand apart, keyed by unit and by a hash of source and
translation: whoever edits either voids them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from .loading import Data, fit
from .model import InterfaceText, Model, Page, Phrase
from .po_files import read_po
from .problems import Problem
from .yamltext import Text, YamlProblem, read_yaml

DOMAINS = {
    "ui": "ui",
    "vocabularies": "vocabularies",
    "countries": "countries",
    "pages": "pages",
    "tips": "guidance",
    "media": "guidance",
    "glossary": "glossary",
    "laws": "glossary",
    "acronyms": "glossary",
    "spoken": "ui",
}
SOURCE_LANGUAGE = "en"
PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")
STATUSES = ("reviewed", "machine", "stale", "missing")
# Who may sign a translation: roles, so that no name of a person is ever asked for.
ROLES = ("native reader", "native editor", "native interpreter", "native lawyer")
# Every text of the interface and the closed lists stands on the pages that people at risk act on.
CRITICAL_DOMAINS = {"ui", "vocabularies", "countries"}


class SignOff(Model):
    """What a native reader signed: `text` is the fingerprint of source and translation, so that any edit voids it."""

    text: Text = Field(description="Fingerprint of source and translation.")
    on: Text = Field(description='Day on which it was signed: "2026-11-22".')
    by_role: Text = Field(description="The role of who signed, never a name: native reader.")


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One English text to translate. `limit` is the greatest number of letters, `note` is for translators."""

    id: str
    domain: str
    text: Phrase
    critical: bool = False
    limit: int | None = None
    note: str = ""


def units(data: Data) -> Iterator[Unit]:
    """Yield every unit of the data, in a stable order."""
    for path, item in _files(data):
        domain = DOMAINS[path.partition("/")[0]]
        critical = domain in CRITICAL_DOMAINS or (isinstance(item, Page) and item.safety == "critical")
        for where, phrase, limit, note in _phrases(item, ""):
            yield Unit(id=f"{path}#{where}", domain=domain, text=phrase, critical=critical, limit=limit, note=note)


def _files(data: Data) -> Iterator[tuple[str, Any]]:
    yield "ui", data.interface
    yield "vocabularies", data.vocabularies
    for code, country in data.countries.items():
        yield f"countries/{code}", country
    yield from data.words.items()
    for name, concept in data.glossary.items():
        yield f"glossary/{name}", concept
    yield "laws", data.laws
    yield "acronyms", data.acronyms
    yield "spoken", data.spoken


def _phrases(item: Any, where: str) -> Iterator[tuple[str, Phrase, int | None, str]]:
    if isinstance(item, str):
        if isinstance(item, Phrase):
            yield where, item, None, ""
    elif isinstance(item, InterfaceText):
        yield where, item.text, int(item.max) if item.max and item.max.isdecimal() else None, item.note or ""
    elif isinstance(item, BaseModel):
        for name, value in vars(item).items():
            if _may_hold_words(value):
                yield from _phrases(value, f"{where}.{name}" if where else name)
    elif isinstance(item, dict):
        for name, value in item.items():
            if _may_hold_words(value):
                yield from _phrases(value, f"{where}.{name}" if where else name)
    elif isinstance(item, tuple):
        for number, value in enumerate(item, start=1):
            if _may_hold_words(value):
                name = getattr(value, "id", None) or str(number)
                yield from _phrases(value, f"{where}.{name}")


def _may_hold_words(value: Any) -> bool:
    """Tell whether to look into a value: most are facts or lists of facts, which are passed quickly."""
    return bool(value) and type(value[0] if type(value) is tuple else value) is not Text


def fingerprint(source: str, translation: str) -> str:
    """Return the hash that a sign-off carries: 16 hex digits of SHA-256 over source and translation."""
    return hashlib.sha256(f"{source}\0{translation}".encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A text as a reader sees it: the text, the language it is in, and its status.

    `status` is source, reviewed, machine, stale or missing.
    """

    text: str
    language: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A translation in a catalogue, with the English text that it was made from.

    `doubtful` is one that a translator marked as needing work while its English text did not change.
    """

    source: str
    text: str
    path: str
    line: int
    doubtful: bool = False


class Catalogue:
    """All translations into one language."""

    def __init__(self, language: str, entries: dict[str, Entry], signoffs: dict[str, SignOff]) -> None:
        """`entries` and `signoffs` by unit id."""
        self.language = language
        self.entries = entries
        self.signoffs = signoffs

    @classmethod
    def load(cls, root: Path, language: str, domains: Collection[str] = ()) -> Catalogue:
        """Read `locale/<language>/*.po` and `locale/signoff/<language>.yml`; what is not there is empty.

        `domains` names the catalogues to read; without it, all are read.
        Raises `PoProblem` for a catalogue that is not PO and `YamlProblem` for a broken sign-off file.
        """
        entries: dict[str, Entry] = {}
        for path in sorted((root / "locale" / language).glob("*.po")):
            if domains and path.stem not in domains:
                continue
            entries.update(_read_entries(path, path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).digest()))
        return cls(language, entries, _read_signoffs(root, language))

    def show(self, unit: str, source: str, *, critical: bool) -> Shown:
        """Return what a reader of this language sees for a unit.

        A missing text is shown in English; so is a stale one on which somebody's safety rests, or that
        names other facts than the English text does now.
        """
        if self.language == SOURCE_LANGUAGE:
            return Shown(text=source, language=SOURCE_LANGUAGE, status="source")
        status = self.status(unit, source)
        if status == "missing" or (status == "stale" and (critical or not self._names_the_facts_of(source, unit))):
            return Shown(text=source, language=SOURCE_LANGUAGE, status=status)
        return Shown(text=self.entries[unit].text, language=self.language, status=status)

    def status(self, unit: str, source: str) -> str:
        """Return missing, stale, machine or reviewed."""
        entry = self.entries.get(unit)
        if entry is None or not entry.text:
            return "missing"
        if entry.source != source or entry.doubtful:
            return "stale"
        signed = self.signoffs.get(unit)
        return "reviewed" if signed and signed.text == fingerprint(source, entry.text) else "machine"

    def _names_the_facts_of(self, source: str, unit: str) -> bool:
        return set(PLACEHOLDER.findall(source)) == set(PLACEHOLDER.findall(self.entries[unit].text))


@lru_cache(maxsize=200)
def _read_entries(path: Path, name: str, content: bytes) -> dict[str, Entry]:
    """Return the entries of a catalogue, by unit id; what was read before is not read again.

    `content` is the hash of what stands in the file, so that nothing stale is ever returned.
    """
    entries: dict[str, Entry] = {}
    for entry in read_po(path):
        before = entry.previous if entry.fuzzy else None
        entries[entry.context] = Entry(
            source=before or entry.source,
            text=entry.text,
            path=name,
            line=entry.line,
            doubtful=entry.fuzzy and not before,
        )
    return entries


def _read_signoffs(root: Path, language: str) -> dict[str, SignOff]:
    path = root / "locale" / "signoff" / f"{language}.yml"
    if not path.exists():
        return {}
    problems: list[Problem] = []
    signoffs: dict[str, SignOff] | None = fit(read_yaml(path, root), dict[Text, SignOff], problems)
    if problems:
        raise YamlProblem(problems[0])  # the rest of a file that does not fit is not worth guessing at
    return signoffs or {}


class Translator:
    """Shows phrases of the data in one language."""

    def __init__(self, data: Data, catalogue: Catalogue) -> None:
        """`data` gives the units, `catalogue` their translations."""
        self.catalogue = catalogue
        self._data = data
        self._shown: dict[int, Shown] = {}

    @cached_property
    def _units(self) -> dict[int, Unit]:
        # A phrase is found by its identity as an object: equal texts may be different units.
        return {id(unit.text): unit for unit in units(self._data)}

    def into(self, catalogue: Catalogue) -> Translator:
        """Return the translator of the same data into another language."""
        other = Translator(self._data, catalogue)
        other.__dict__["_units"] = self._units  # the units are those of the data, whatever the language
        return other

    def show(self, phrase: Phrase) -> Shown:
        """Return what a reader sees for a phrase of the data. Raises `KeyError` for a phrase of other data."""
        shown = self._shown.get(id(phrase))
        if shown is None:
            unit = self._units[id(phrase)]
            shown = self._shown[id(phrase)] = self.catalogue.show(unit.id, phrase, critical=unit.critical)
        return shown
