"""Open data: every file below data/v1/ of the site, made from the same objects.

`export` returns the texts, `write` puts them into a folder. MAPPING.md says where each field of ours stands in
each format.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .. import assembling
from ..loading import Data
from . import feed, hsds, hsds_tables, notes, own_tables, skos, tables, tbx
from .contact_shape import contacts_shape
from .glossary_shape import glossary_shape
from .shape import Contacts, File, Glossary, Index, Shape
from .texts import Texts

FOLDER = f"data/v{notes.VERSION}"
LICENCE_FILE = "LICENSE-DATA"
CHECKSUMS = "checksums.txt"  # in the form that sha256sum reads
# By the ending of a file's name; text is UTF-8.
MEDIA_TYPES = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".ttl": "text/turtle; charset=utf-8",
    ".tbx": "application/xml",
    ".atom": "application/atom+xml",
    ".txt": "text/plain; charset=utf-8",
}


# By the section of the page about the data; other files belong to no format.
FILES: Mapping[str, tuple[str, ...]] = {
    "licence": ("LICENSE.txt",),
    "rules": ("verbatim.txt",),
    "promise": ("index.json", CHECKSUMS),
    "json": ("contacts.json", "contacts.schema.json", "glossary.json", "glossary.schema.json"),
    "csv": ("contacts.csv", "sources.csv", "glossary.csv", "figures.csv", "datapackage.json"),
    "hsds": ("hsds/services.json",),
    "hsds-tables": ("hsds/datapackage.json",),
    "skos": ("glossary.ttl",),
    "tbx": ("glossary.tbx",),
    "feed": ("contacts.atom",),
}


def export(data: Data, as_of: date) -> dict[str, str]:
    """Return the text of every file by its path below data/v1/.

    `as_of` is the day for which the data are true. Raises `OSError` when LICENSE-DATA or a catalogue cannot be read.
    """
    texts = Texts(data)
    contacts, glossary = contacts_shape(data, texts, as_of), glossary_shape(data, texts, as_of)
    base = notes.base(data)
    files = {
        "contacts.json": _json(contacts),
        "glossary.json": _json(glossary),
        "contacts.atom": feed.atom(contacts, base, str(data.site.url)),
        "glossary.ttl": skos.turtle(glossary, base),
        "glossary.tbx": tbx.document(glossary, texts.languages),
        "verbatim.txt": notes.verbatim_text(data),
        "LICENSE.txt": notes.licence_text(data, (data.root / LICENCE_FILE).read_text("utf-8")),
        **_own_tables(contacts, glossary, data),
        **_hsds(contacts),
        **{f"{name}.schema.json": _schema(kind, base, name) for name, kind in SCHEMAS.items()},
    }
    files["index.json"] = _json(_index(files, contacts, base))
    files[CHECKSUMS] = "".join(f"{_digest(text)}  {name}\n" for name, text in sorted(files.items()))
    return dict(sorted(files.items()))


SCHEMAS: Mapping[str, type[Shape]] = {"contacts": Contacts, "glossary": Glossary, "index": Index}


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Put the files in the place of a folder, which is whole at any time: the old one or the new one.

    Raises `OSError` when they cannot be written; the old folder is in its place then.
    """
    new = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(new, ignore_errors=True)
    for name, text in files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assembling.swap(new, folder)


def media_type(name: str) -> str:
    """Return the media type of a file by its name. Raises `KeyError` for an ending that no export has."""
    return MEDIA_TYPES[Path(name).suffix]


def _own_tables(contacts: Contacts, glossary: Glossary, data: Data) -> dict[str, str]:
    rows = {
        own_tables.CONTACTS: own_tables.contact_rows(contacts),
        own_tables.SOURCES: own_tables.source_rows(contacts),
        own_tables.GLOSSARY: own_tables.glossary_rows(glossary),
        own_tables.FIGURES: own_tables.figure_rows(data),
    }
    described = tables.package("seamark", "Seamark: contacts, glossary and figures", "\n".join(contacts.verbatim), list(rows))
    return {
        **{table.path: tables.csv_text(table, items) for table, items in rows.items()},
        "datapackage.json": _dump(described),
    }


def _hsds(contacts: Contacts) -> dict[str, str]:
    services = hsds.services(contacts)
    rows = hsds_tables.rows(services)
    described = tables.package("seamark-hsds", "Seamark: services (HSDS 3.0)", "\n".join(contacts.verbatim), hsds_tables.TABLES)
    return {
        "hsds/services.json": _dump(services),
        "hsds/datapackage.json": _dump(described),
        **{f"hsds/{table.path}": tables.csv_text(table, rows[table.name]) for table in hsds_tables.TABLES},
    }


def _index(files: Mapping[str, str], contacts: Contacts, base: str) -> Index:
    return Index(
        **{"$schema": f"{base}index.schema.json"},
        release=contacts.release,
        promise=list(notes.PROMISE),
        verbatim=contacts.verbatim,
        files=[
            File(path=name, media_type=media_type(name), bytes=len(text.encode()), sha256=_digest(text))
            for name, text in sorted(files.items())
        ],
    )


def _schema(kind: type[Shape], base: str, name: str) -> str:
    made = kind.model_json_schema(mode="serialization")
    return _dump({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{base}{name}.schema.json", **made
    })  # fmt: skip


def _json(item: Shape) -> str:
    return _dump(item.model_dump(by_alias=True))


def _dump(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, indent=1) + "\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
