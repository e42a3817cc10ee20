"""The manifest of a release: what it was made from, and every contact that it publishes with its sources and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from .. import contacts
from ..built_from import Origin
from ..loading import Data
from ..model import Confirmation, Country, Source
from ..yamltext import Text

FORMAT = "1"


def manifest(
    data: Data, origin: Origin, version: str, site: Mapping[str, bytes], requirements: Mapping[str, str]
) -> dict[str, Any]:
    """Return the manifest of a release as plain values for JSON.

    `site` are the files of the built site by path, `requirements` the versions of the packages that built it.
    """
    languages = [str(language.code) for language in data.site.languages]
    pages = Counter(_language_of(name, languages) for name in site if name.endswith(".html"))
    return {
        "format": FORMAT,
        "project": str(data.site.name),
        "version": version,
        "stage": str(data.site.stage),
        "address": str(data.site.url),
        "commit": origin.commit,
        "day": origin.day,
        "inputs_sha256": origin.inputs,
        "versions": dict(sorted(requirements.items())),
        "files": len(site),
        "pages": {language: pages[language] for language in languages},
        "corrections": str(data.site.corrections) if data.site.corrections else None,
        "contacts": [entry for name, country in sorted(data.countries.items()) for entry in _of_country(name, country)],
    }


def _language_of(file: str, languages: list[str]) -> str:
    first, slash, _ = file.partition("/")
    return first if slash and first in languages[1:] else languages[0]


def _of_country(name: str, country: Country) -> list[dict[str, Any]]:
    page = f"help/{name}/"
    entries = [
        _entry(country, page, item.id, item.id, "short", contacts.dialled(item.number), item.source, ())
        for item in country.emergency
    ]
    for service in contacts.active(country):
        called = str(service.name.get("en") or next(iter(service.name.values()), service.id))  # type: ignore[call-overload]
        for channel in service.channels:
            kind, value = contacts.channel_kind(channel), contacts.channel_value(channel)
            entries.append(_entry(country, page, service.id, called, kind, value, channel.source, channel.confirmed))
    return entries


def _entry(
    country: Country, page: str, service: str, name: str, kind: str, value: str,
    sources: Iterable[Text], confirmed: Iterable[Confirmation],
) -> dict[str, Any]:  # fmt: skip
    return {
        "country": str(country.country),
        "page": page,
        "service": str(service),
        "name": str(name),
        "kind": kind,
        "value": value,
        "sources": [_source(str(key), country.sources[key]) for key in sources],
        "confirmed": [{"on": str(act.on), "how": str(act.how), "by_role": str(act.by_role)} for act in confirmed],
    }


def _source(key: str, source: Source) -> dict[str, str]:
    fields = {
        name: " ".join(str(getattr(source, name)).split()) for name in ("title", "url", "publisher", "tier", "stated", "seen")
    }
    return {"id": key, **fields}
