"""HSDS 3.0 (Human Services Data Specification, docs.openreferral.org): full service objects as JSON.

Identities are UUIDs (RFC 9562, version 5) of our own ids, so they are the same in every release. What no source
states is left out. HSDS has no word for some of our facts: they stand in descriptions, see MAPPING.md.
"""

from __future__ import annotations

import uuid
from typing import Any

from ..languages import language_name
from .own_tables import own_name
from .shape import Channel, Contacts, Country, Emergency, Open, Service, Source

# Never to be changed: every identity in the world that rests on our data would change with it.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "seamark.example")
PHONE_TYPES = {"phone": "voice", "short": "voice", "sms": "text", "whatsapp": "text"}
LINKED = ("web", "chat", "form")
UNCONFIRMED = "No person has confirmed these contacts by a call. In danger, call the emergency number first."
TAXONOMIES = {"kind": "kinds", "audience": "audiences", "support": "support", "source": "tiers"}
CHANNEL_TERMS = {"web": "Web page", "chat": "Chat", "form": "Contact form", "email": "E-mail"}
Object = dict[str, Any]


def uuid_of(*parts: str) -> str:
    """Return the identity of something by our own ids."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def services(contacts: Contacts) -> list[Object]:
    """Return all emergency numbers and services as HSDS services with what belongs to them."""
    found = []
    for country in contacts.countries:
        found += [_emergency(item, country, contacts) for item in country.emergency]
        found += [_Writer(service, country, contacts).service() for service in country.services]
    return found


def _emergency(item: Emergency, country: Country, contacts: Contacts) -> Object:
    labels = [contacts.vocabularies["reaches"][key]["en"].text for key in item.reaches or ()]
    own = uuid_of(item.id)
    name = f"Emergency services ({country.names['en']})"
    return _without_gaps({
        "id": own,
        "organization": {
            "id": uuid_of(country.country, "emergency"),
            "name": name,
            "description": "Whoever answers the emergency number. The sources name the number, not the organisation.",
        },
        "name": f"Emergency number ({country.names['en']})",
        "description": f"Reaches: {', '.join(labels)}." if labels else None,
        "url": country.page,
        "status": "active",
        "phones": [{"id": uuid_of(item.id, "phone"), "number": item.number, "type": "voice"}],
        "service_areas": [{"id": uuid_of(item.id, "area"), "name": country.names["en"]}],
    })  # fmt: skip


class _Writer:
    """Writes one service."""

    def __init__(self, service: Service, country: Country, contacts: Contacts) -> None:
        self.item, self.country, self.lists = service, country, contacts.vocabularies

    def service(self) -> Object:
        """Return the service object."""
        item = self.item
        emails = self.channels("email")
        confirmed = [act.on for channel in item.channels for act in channel.confirmed]
        name = own_name(item.names, self.country)
        return _without_gaps({
            "id": uuid_of(item.id),
            "organization": self.organization(),
            "name": name,
            "alternate_name": _other_name(item.names, name),
            "description": item.note["en"].text if item.note else None,
            "url": item.page,
            "email": emails[0].value if emails else None,
            "status": "active",
            "interpretation_services": self.interpreters(),
            "eligibility_description": ", ".join(self.labels("audiences", item.audience or [])),
            "assured_date": max(confirmed, default=None),
            "alert": None if confirmed else UNCONFIRMED,
            "phones": [self.phone(index, channel) for index, channel in self.numbers()],
            "schedules": [row for index, channel in enumerate(item.channels) for row in self.schedules(index, channel)],
            "service_areas": self.areas(),
            "contacts": [
                {"id": uuid_of(item.id, "contact", channel.value), "email": channel.value} for channel in emails[1:]
            ],
            "attributes": self.attributes(),
        })  # fmt: skip

    def channels(self, *kinds: str) -> list[Channel]:
        return [channel for channel in self.item.channels if channel.kind in kinds]

    def numbers(self) -> list[tuple[int, Channel]]:
        return [(index, channel) for index, channel in enumerate(self.item.channels) if channel.kind in PHONE_TYPES]

    def labels(self, name: str, keys: list[str]) -> list[str]:
        return [self.lists[name][key]["en"].text for key in keys]

    def organization(self) -> Object:
        """Return who runs the service; where nobody states it, the service stands for its organisation."""
        names = self.item.operators or self.item.names
        name = own_name(names, self.country)
        country = self.country.names["en"]
        stated = f"Named as the operator of a service ({country})."
        unstated = f"The sources name no operator apart from the service itself ({country})."
        return _without_gaps({
            "id": uuid_of("organization", self.item.organisation),
            "name": name,
            "alternate_name": _other_name(names, name),
            "description": stated if self.item.operators else unstated,
        })  # fmt: skip

    def interpreters(self) -> str | None:
        joined = any(channel.interpreters == "yes" for channel in self.item.channels)
        return "Interpreters join the call." if joined else None

    def phone(self, index: int, channel: Channel) -> Object:
        return _without_gaps({
            "id": uuid_of(self.item.id, "channel", str(index)),
            "number": channel.value,
            "type": PHONE_TYPES[channel.kind],
            "description": " ".join(self.phone_notes(channel)),
            "languages": [
                {"id": uuid_of(self.item.id, "channel", str(index), code), "name": language_name(code, "en"), "code": code}
                for code in channel.languages or ()
            ],
        })  # fmt: skip

    def phone_notes(self, channel: Channel) -> list[str]:
        """Return what HSDS has no field for, as sentences."""
        found = []
        if channel.kind == "whatsapp":
            found.append("WhatsApp messages.")
        if not channel.value.startswith("+"):
            found.append(f"Short code: dial it as it stands, in {self.country.names['en']}.")
        for name, key in (("reach", channel.reach), ("cost", channel.cost)):
            found += [f"{label}." for label in self.labels(name, [key] if key else [])]
        if channel.networks:
            found.append(f"Networks: {', '.join(channel.networks)}.")
        if channel.not_in:
            found.append(f"Not in: {', '.join(channel.not_in)}.")
        return found + ([f"Area: {', '.join(channel.area)}."] if channel.area else [])

    def schedules(self, index: int, channel: Channel) -> list[Object]:
        zone = self.country.time_zone
        others = [other.hours for other in channel.also_stated if other.hours]
        return [
            _without_gaps({
                "id": uuid_of(self.item.id, "channel", str(index), "hours", str(number)),
                "freq": "WEEKLY",
                "wkst": "MO",
                "byday": ",".join(row.days),
                "opens_at": f"{row.opens}:00",
                "closes_at": _closes(row),
                "description": f"{channel.hours} ({zone}), {channel.kind}: {channel.value}",
                "notes": f"Other sources state: {' / '.join(others)}" if others else None,
            })
            for number, row in enumerate(channel.week or (), start=1)
        ]  # fmt: skip

    def areas(self) -> list[Object]:
        names = self.item.area or [self.country.names["en"]]
        return [{"id": uuid_of(self.item.id, "area", name), "name": name} for name in names]

    def attributes(self) -> list[Object]:
        item = self.item
        found = [self.term("kind", key) for key in item.kinds]
        found += [self.term("audience", key) for key in item.audience or ()]
        found += [self.term("support", key) for key in item.support]
        found += [self.link(channel) for channel in self.channels(*LINKED)]
        used = dict.fromkeys(name for channel in item.channels for name in channel.sources)
        return found + [self.source(name, self.country.sources[name]) for name in used]

    def term(self, link_type: str, key: str, value: str | None = None, of: str = "") -> Object:
        label = self.lists[TAXONOMIES[link_type]][key]["en"].text
        return self.attribute(link_type, key, label, value, of)

    def link(self, channel: Channel) -> Object:
        return self.attribute("channel", channel.kind, CHANNEL_TERMS[channel.kind], channel.value, channel.value)

    def source(self, name: str, source: Source) -> Object:
        dated = source.stated or "no date"
        parts = (source.publisher, source.title, dated, source.url)
        return self.term("source", source.tier, " | ".join(part for part in parts if part), of=name)

    def attribute(self, link_type: str, key: str, label: str, value: str | None, of: str) -> Object:
        return _without_gaps({
            "id": uuid_of(self.item.id, link_type, key, of),
            "link_id": uuid_of(self.item.id),
            "link_type": link_type,
            "link_entity": "service",
            "value": value,
            "taxonomy_term": {
                "id": uuid_of("term", link_type, key),
                "code": f"{link_type}:{key}",
                "name": label,
                "description": label,
                "taxonomy": f"seamark:{link_type}",
                "language": "en",
            },
        })  # fmt: skip


def _other_name(names: dict[str, str], name: str | None) -> str | None:
    """Return another official name, the English one first."""
    others = [names[code] for code in ("en", *names) if code in names and names[code] != name]
    return others[0] if others else None


def _closes(row: Open) -> str:
    # A time of day ends at 23:59:59; the description holds the hours as they are stated.
    return "23:59:59" if row.closes == "24:00" else f"{row.closes}:00"


def _without_gaps(item: Object) -> Object:
    """Leave out what is not known."""
    return {key: value for key, value in item.items() if value not in (None, "", [])}
