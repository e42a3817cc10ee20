"""Reading the open data of a built site: every text in a file, whatever its format, and the contacts that it publishes.

Nothing here comes from the package that writes the files, so that a mistake there cannot hide itself.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

TURTLE = re.compile(r'("(?:[^"\\\n]|\\.)*")|<([^<>\s]*)>')
SCHEME = re.compile(r"(?:tel|sms|mailto):")
NUMBERED = ("phone", "short", "sms", "whatsapp")


class Published(NamedTuple):
    """A contact as an export publishes it; `hours` is "" where it names none."""

    service: str
    kind: str
    value: str
    hours: str = ""


def texts_of(name: str, raw: bytes) -> Iterator[str]:
    """Yield every text of a file. Raises `ValueError` for a file that is not what its name says."""
    text = raw.decode("utf-8")
    if name.endswith(".json"):
        yield from _strings(json.loads(text))
    elif name.endswith(".csv"):
        for row in csv.reader(io.StringIO(text), strict=True):
            yield from row
    elif name.endswith((".tbx", ".atom")):
        yield from _xml(raw)
    elif name.endswith(".ttl"):
        yield from _turtle(text)
    else:
        yield from text.splitlines()


def of_table(raw: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table as they were before they were guarded from spreadsheets, headings first."""
    for row in csv.reader(io.StringIO(raw.decode("utf-8")), strict=True):
        yield tuple(cell.removeprefix("'") for cell in row)


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = [*content.keys(), *content.values()]
    if isinstance(content, list):
        for part in content:
            yield from _strings(part)
    elif content is not None and not isinstance(content, bool):
        yield str(content)


def _xml(raw: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    for element in root.iter():
        yield from (str(value) for value in element.attrib.values())
        yield element.text or ""
        yield element.tail or ""


def _turtle(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for found in TURTLE.finditer(line):
            yield json.loads(found[1]) if found[1] else found[2]
        yield TURTLE.sub(" ; ", line)


def of_own_json(raw: bytes) -> Iterator[Published]:
    """Yield the contacts of contacts.json."""
    for country in json.loads(raw)["countries"]:
        for item in country["emergency"]:
            yield Published(item["id"], "short", item["number"])
        for service in country["services"]:
            for channel in service["channels"]:
                yield Published(service["id"], channel["kind"], channel["value"], channel["hours"] or "")


def of_own_table(raw: bytes) -> Iterator[Published]:
    """Yield the contacts of contacts.csv."""
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8")), strict=True):
        kind = "short" if row["channel"] == "emergency" else row["channel"]
        yield Published(row["service"], kind, SCHEME.sub("", row["contact"], count=1), row["hours"])


def of_hsds(raw: bytes, ids: dict[str, str]) -> Iterator[Published]:
    """Yield the contacts of hsds/services.json; `ids` are ours by their UUID. Kinds are number, email or link."""
    for service in json.loads(raw):
        name = ids.get(service["id"], service["id"])
        yield from (Published(name, "number", phone["number"]) for phone in service.get("phones", ()))
        emails = [service.get("email"), *(contact.get("email") for contact in service.get("contacts", ()))]
        yield from (Published(name, "email", email) for email in emails if email)
        links = [item for item in service.get("attributes", ()) if item["link_type"] == "channel"]
        yield from (Published(name, "link", item["value"]) for item in links)


def of_hsds_tables(files: dict[str, bytes], ids: dict[str, str]) -> Iterator[Published]:
    """Yield the contacts of the tables of HSDS (phones, services, contacts, attributes), as `of_hsds` does."""
    columns = {"phones": ("service_id", "number"), "services": ("id", "email"), "contacts": ("service_id", "email")}
    for table, (owner, value) in columns.items():
        for row in csv.DictReader(io.StringIO(files[table].decode("utf-8")), strict=True):
            if row[value]:
                yield Published(ids.get(row[owner], row[owner]), value, row[value])
    for row in csv.DictReader(io.StringIO(files["attributes"].decode("utf-8")), strict=True):
        if row["link_type"] == "channel":
            yield Published(ids.get(row["link_id"], row["link_id"]), "link", row["value"])


def as_hsds(contact: Published) -> Published:
    """Return a contact with the kinds that HSDS tells apart, without hours."""
    kind = "number" if contact.kind in NUMBERED else "email" if contact.kind == "email" else "link"
    return Published(contact.service, kind, contact.value)
