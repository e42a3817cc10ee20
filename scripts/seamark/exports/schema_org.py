"""schema.org as JSON-LD 1.1, for the page of a country: services with their channels, and nothing that is not stated.

The types are Service, ServiceChannel and ContactPoint. EmergencyService is not used: there it is a place to go to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Any

from markupsafe import Markup

from .. import contacts, hours
from ..languages import official_name_language
from ..model import UNKNOWN, Channel, Country, Emergency, Service
from ..organisations import FOLDER, organisation_of

Node = dict[str, Any]
Label = Callable[[str, str], str]  # (list of vocabularies.yml, key) → word in the page's language
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST_MINUTE = "23:59"  # schema.org closes a whole day there


def script(country: Country, page: str, language: str, label: Label, number_label: str) -> Markup:
    """Return the block of data for a country's page.

    `page` is the page's address in English, from which identities are made; `number_label` is what an emergency
    number is called in the page's `language`. Names are those that the page shows, as search engines ask.
    """
    nodes = [_emergency(item, country, page, label, number_label) for item in country.emergency]
    nodes += [_service(item, country, page, language, label) for item in contacts.active(country)]
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    # HTML ends a script at "</script", whatever the string: no "<" may stand in it.
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(safe))


def _emergency(item: Emergency, country: Country, page: str, label: Label, number_label: str) -> Node:
    reached = ", ".join(label("reaches", key) for key in item.reaches if key != UNKNOWN)
    number = contacts.dialled(item.number)
    channels = [{"@type": "ServiceChannel", "servicePhone": {"@type": "ContactPoint", "telephone": number}}]
    if item.by_text == "yes":
        channels.append({"@type": "ServiceChannel", "serviceSmsNumber": {"@type": "ContactPoint", "telephone": number}})
    return _without_gaps({
        "@type": "Service",
        "@id": f"{page}#{item.id}",
        "serviceType": number_label,
        "description": reached,
        "areaServed": _country(country),
        "availableChannel": channels,
    })  # fmt: skip


def _service(service: Service, country: Country, page: str, language: str, label: Label) -> Node:
    audience = [label("audiences", key) for key in service.audience if key != UNKNOWN]
    return _without_gaps({
        "@type": "Service",
        "@id": f"{page}#{service.id}",
        "name": _names(service.name, country, language),
        "provider": _provider(service, country, page, language) if service.operator else None,
        "serviceType": [label("kinds", key) for key in service.kinds],
        "audience": {"@type": "Audience", "audienceType": audience} if audience else None,
        "areaServed": [{"@type": "Place", "name": name} for name in service.area] or _country(country),
        "availableChannel": [_channel(channel) for channel in service.channels],
    })  # fmt: skip


def _provider(service: Service, country: Country, page: str, language: str) -> Node:
    site = page.partition("help/")[0]
    return {
        "@type": "Organization",
        "@id": f"{site}{FOLDER}/{organisation_of(service)}/",
        "name": _names(service.operator, country, language),
    }


def _country(country: Country) -> Node:
    kind = "AdministrativeArea" if country.country == "EU" else "Country"
    return {"@type": kind, "identifier": str(country.country)}


def _names(names: Mapping[Any, Any], country: Country, language: str) -> list[Node]:
    codes = dict.fromkeys((language, official_name_language(names, country.languages)))
    return [{"@language": str(code), "@value": str(names[code])} for code in codes if code in names]


def _channel(channel: Channel) -> Node:
    kind, value = contacts.channel_kind(channel), contacts.channel_value(channel)
    spoken = [str(code) for code in channel.languages if code != UNKNOWN]
    opening = list(_opening(channel.hours)) if channel.hours != UNKNOWN else []
    if kind not in contacts.NUMBERED:
        address = f"mailto:{value}" if kind == "email" else value
        return _without_gaps({"@type": "ServiceChannel", "serviceUrl": address, "availableLanguage": spoken})
    point = _without_gaps({
        "@type": "ContactPoint",
        "telephone": value,
        "contactType": "WhatsApp" if kind == "whatsapp" else None,
        "contactOption": "TollFree" if channel.cost == "free" else None,
        "availableLanguage": spoken,
        "hoursAvailable": opening,
    })  # fmt: skip
    return {"@type": "ServiceChannel", "servicePhone" if kind in contacts.CALLED else "serviceSmsNumber": point}


def _opening(text: str) -> Iterator[Node]:
    for row in hours.week(text):
        yield from (_hours([DAYS[day] for day in row.days], span) for span in row.spans)
    yield from (_hours(["PublicHolidays"], span) for span in hours.on_holidays(text) or ())


def _hours(days: list[str], span: hours.Span) -> Node:
    closes = LAST_MINUTE if span.end == time() else f"{span.end:%H:%M}"
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": f"{span.start:%H:%M}", "closes": closes}


def _without_gaps(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
