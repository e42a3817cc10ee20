"""Atom (RFC 4287): for each service, the newest date on which its contacts rest, newest first.

The feed is made of the dates in the data and of nothing else, so that every build of a release makes the same
one. A number is never changed without a new source or confirmation, so a change moves its entry to the top
wherever that source bears a date. Services without any date have no entry: Atom has no word for "unknown".
No number stands in the feed: whoever reads it is led to the page, where the number stands as it is today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from ..freshness import earliest_day
from .own_tables import own_name
from .shape import Contacts, Country

NAMESPACE = "http://www.w3.org/2005/Atom"
NAMESPACES: dict[Any, str] = {None: NAMESPACE}  # the library's types do not know a namespace without prefix
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(contacts: Contacts, base: str, site: str) -> str:
    """Return the feed; `base` is the address below which it stands, `site` that of the site."""
    root = etree.Element(f"{{{NAMESPACE}}}feed", {LANGUAGE: "en"}, nsmap=NAMESPACES)
    _add(root, "id", f"{base}contacts.atom")
    _add(root, "title", "Contacts by the date of their newest source or confirmation")
    _add(root, "subtitle", "Numbers stand on the pages only. Services without any date are not in this feed.")
    _add(root, "updated", _moment(contacts.release.as_of))
    _add(_add(root, "author"), "name", contacts.release.licence.attribution.partition(",")[0])
    _add(root, "rights", contacts.release.licence.attribution)
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{base}contacts.atom")
    _add(root, "link", rel="alternate", type="text/html", href=f"{site}help/")
    ordered = sorted(_entries(contacts), key=lambda item: (-item[0].toordinal(), item[1]))
    for day, name, title, text, page in ordered:
        _entry(root, base, day, name, title, text, page)
    etree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _entries(contacts: Contacts) -> Iterator[tuple[date, str, str, str, str]]:
    """Yield day, id, title, text and page of every service that is dated, and of those withdrawn."""
    for country in contacts.countries:
        where = country.names["en"]
        for service in country.services:
            if service.dated and (day := earliest_day(service.dated)):
                act = "Confirmed by a person" if service.confirmed else "Stated by a source"
                text = f"{act}: {service.dated}. The contacts stand on the page."
                yield day, service.id, f"{where}: {own_name(service.names, country)}", text, service.page
        yield from _withdrawn(country)


def _withdrawn(country: Country) -> Iterator[tuple[date, str, str, str, str]]:
    for item in country.withdrawn:
        if item.since and (day := earliest_day(item.since)):
            reason = item.reason["en"].text if item.reason else "No reason is given."
            text = f"Do not use its contacts any more. {reason}"
            yield day, item.id, f"{country.names['en']}: {item.id} is {item.status}", text, country.page


def _entry(root: etree._Element, base: str, day: date, name: str, title: str, text: str, page: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"{base}contacts.atom#{name}")
    _add(entry, "title", title)
    _add(entry, "updated", _moment(day.isoformat()))
    _add(entry, "link", rel="alternate", type="text/html", href=page)
    _add(entry, "summary", text)


def _add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
