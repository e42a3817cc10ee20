"""Our own tables: contacts.csv, sources.csv, glossary.csv and figures.csv."""

from __future__ import annotations

from collections.abc import Iterator

from .. import figures
from ..languages import official_name_language
from ..loading import Data
from .glossary_shape import citation_text
from .shape import Channel, Concept, Contacts, Country, Emergency, Glossary, Service, Translations
from .tables import LIST_SIGN, Column, Row, Table

SCHEMES = {"phone": "tel:", "short": "tel:", "sms": "sms:", "whatsapp": "tel:", "email": "mailto:"}
SEVERAL = f'Several are joined by "{LIST_SIGN}".'

CONTACTS = Table(
    name="contacts",
    path="contacts.csv",
    description="One row for each way to reach a service or an emergency number.",
    columns=(
        Column(name="country", description="ISO 3166-1 code, or EU.", required=True),
        Column(name="country_name", description="Name of the country in English."),
        Column(name="service", description="Id of the service or of the emergency number.", required=True),
        Column(name="name", description="Official name in the first language of the country that is known."),
        Column(name="name_en", description="Official name in English."),
        Column(name="operator", description="Who runs it, in the first language of the country that is known."),
        Column(name="organisation", description="Id of who runs it; empty for an emergency number."),
        Column(name="kinds", description=f"Kinds of service, the main one first. {SEVERAL}", required=True),
        Column(name="audience", description=f"Whom it serves; empty: unknown. {SEVERAL}"),
        Column(name="support", description=f"What it offers. {SEVERAL}"),
        Column(name="area", description=f"Places, if not the whole country. {SEVERAL}"),
        Column(
            name="channel",
            description="How it is reached.",
            required=True,
            enum=("phone", "short", "sms", "whatsapp", "email", "chat", "form", "web", "emergency"),
        ),
        Column(name="contact", description="The number as a tel: or sms: address, or another address.", required=True),
        Column(name="reach", description="From where it can be dialled; empty: unknown."),
        Column(name="cost", description="Empty: unknown."),
        Column(name="languages", description=f"Languages that answer (BCP 47); empty: unknown. {SEVERAL}"),
        Column(name="hours", description="Opening hours (OSM opening_hours syntax); empty: unknown."),
        Column(name="time_zone", description="IANA time zone of the hours.", required=True),
        Column(name="dated", description="Newest date on which the contact rests; empty: no source bears a date."),
        Column(name="confirmed", description="Whether that date is the day of a confirmation by a person.", type="boolean"),
        Column(name="check_after", description="Day after which it should be checked again.", type="date"),
        Column(name="sources", description=f"Ids in sources.csv. {SEVERAL}", required=True),
        Column(name="page", description="Address at which it stands on the site.", required=True, format="uri"),
    ),
)
SOURCES = Table(
    name="sources",
    path="sources.csv",
    description="The sources of all contacts.",
    key=("source",),
    columns=(
        Column(name="source", description="Country and short name.", required=True),
        Column(name="country", description="ISO 3166-1 code, or EU.", required=True),
        Column(name="title", description="Title in its own language.", required=True),
        Column(name="url", description="Address; empty: unknown.", format="uri"),
        Column(name="publisher", description="Who publishes it; empty: not named."),
        Column(name="language", description="Language of title and publisher (BCP 47).", required=True),
        Column(name="tier", description="official, report or secondary.", required=True),
        Column(name="stated", description="Date that it bears; empty: none."),
        Column(name="seen", description="Day on which somebody read the live page; empty: nobody did.", type="date"),
    ),
)
GLOSSARY = Table(
    name="glossary",
    path="glossary.csv",
    description="One row for each text of the glossary in each language.",
    key=("concept", "field", "number", "language"),
    columns=(
        Column(name="concept", description="Id of the concept.", required=True),
        Column(
            name="field",
            description="What the text is.",
            required=True,
            enum=("term", "acronym", "definition", "use", "avoid", "reason", "difference", "headline", "legal"),
        ),
        Column(
            name="number",
            description="Which one of its kind; a reason has the number of the wording to avoid.",
            type="integer",
            required=True,
        ),
        Column(name="language", description="BCP 47 code.", required=True),
        Column(name="text", description="The text.", required=True),
        Column(name="status", description="source, reviewed or machine.", required=True),
        Column(name="page", description="Address at which the concept stands on the site.", required=True, format="uri"),
    ),
)
FIGURES = Table(
    name="figures",
    path="figures.csv",
    description="One row for each figure on victims and criminal justice that a report gives, and for each that it leaves out.",
    columns=(
        Column(name="country", description="ISO 3166-1 code. States count differently: do not compare them.", required=True),
        Column(name="table", description="What the table is about.", required=True, enum=tuple(figures.KINDS)),
        Column(name="row", description="What is counted, in English.", required=True),
        Column(name="period", description="Year, or first and last year joined by a hyphen.", required=True),
        Column(name="value", description="The figure; empty where the report gives none. Empty is not zero.", type="integer"),
        Column(name="status", description="Why a figure is empty.", required=True, enum=("given", *figures.MISSING)),
        Column(name="stated_in", description="Where in the report it stands: the table, or another part.", required=True),
        Column(name="source", description="Short name of the report.", required=True),
        Column(name="source_date", description="Date of the report.", required=True),
        Column(name="note", description="What to know about the table; empty: nothing."),
    ),
)


def contact_rows(contacts: Contacts) -> Iterator[Row]:
    """Yield the rows of contacts.csv."""
    for country in contacts.countries:
        for emergency in country.emergency:
            yield _emergency_row(emergency, country)
        for service in country.services:
            for channel in service.channels:
                yield _channel_row(channel, service, country)


def _emergency_row(item: Emergency, country: Country) -> Row:
    return {
        "country": country.country,
        "country_name": country.names["en"],
        "service": item.id,
        "kinds": ["emergency"],
        "channel": "emergency",
        "contact": f"tel:{item.number}",
        "time_zone": country.time_zone,
        "confirmed": "false",
        "sources": _source_ids(item.sources, country),
        "page": country.page,
    }


def _channel_row(channel: Channel, service: Service, country: Country) -> Row:
    return {
        "country": country.country,
        "country_name": country.names["en"],
        "service": service.id,
        "name": own_name(service.names, country),
        "name_en": service.names.get("en"),
        "operator": own_name(service.operators, country),
        "organisation": service.organisation,
        "kinds": service.kinds,
        "audience": service.audience,
        "support": service.support,
        "area": channel.area or service.area,
        "channel": channel.kind,
        "contact": uri(channel),
        "reach": channel.reach,
        "cost": channel.cost,
        "languages": channel.languages,
        "hours": channel.hours,
        "time_zone": country.time_zone,
        "dated": service.dated,
        "confirmed": "true" if service.confirmed else "false",
        "check_after": service.check_after,
        "sources": _source_ids(channel.sources, country),
        "page": service.page,
    }


def uri(channel: Channel) -> str:
    """Return the address of a channel: tel:, sms:, mailto: or https:."""
    return SCHEMES.get(channel.kind, "") + channel.value


def own_name(names: dict[str, str], country: Country) -> str | None:
    """Return an official name in the first language of the country that is known, else in another one."""
    return names[official_name_language(names, country.languages)] if names else None


def _source_ids(names: list[str], country: Country) -> list[str]:
    return [f"{country.country.lower()}/{name}" for name in names]


def source_rows(contacts: Contacts) -> Iterator[Row]:
    """Yield the rows of sources.csv."""
    for country in contacts.countries:
        for name, source in country.sources.items():
            yield {"source": _source_ids([name], country)[0], "country": country.country, **source.model_dump()}


def glossary_rows(glossary: Glossary) -> Iterator[Row]:
    """Yield the rows of glossary.csv."""
    for concept in glossary.concepts:
        for field, number, texts in _texts_of(concept):
            for language, said in texts.items():
                yield _glossary_row(concept, field, number, language, said.text, said.status)
        if concept.acronym:
            yield _glossary_row(concept, "acronym", 1, "en", concept.acronym, "source")
        for number, item in enumerate(concept.legal, start=1):
            yield _glossary_row(concept, "legal", number, "en", citation_text(item), "source")


def _texts_of(concept: Concept) -> Iterator[tuple[str, int, Translations]]:
    yield "term", 1, concept.term
    yield "definition", 1, concept.definition
    for number, term in enumerate(concept.use, start=1):
        yield "use", number, term
    for number, item in enumerate(concept.avoid, start=1):
        yield "avoid", number, item.term
        yield "reason", number, item.reason
    for number, other in enumerate(concept.confused_with, start=1):
        yield "difference", number, other.difference
    if concept.headline:
        yield "headline", 1, concept.headline


def _glossary_row(concept: Concept, field: str, number: int, language: str, text: str, status: str) -> Row:
    return {
        "concept": concept.id,
        "field": field,
        "number": number,
        "language": language,
        "text": text,
        "status": status,
        "page": concept.page,
    }


def figure_rows(data: Data) -> Iterator[Row]:
    """Yield the rows of figures.csv."""
    return (dict(zip(figures.FIELDS, row, strict=True)) for row in figures.rows(data))
