"""HSDS 3.0 as a tabular data package: the tables and columns that our data fill, and their rows.

Numbers stand as HSDS writes them, with a plus sign in front: import the tables with a program, as text. For
spreadsheets there is contacts.csv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .hsds import Object
from .tables import Column, Row, Table


def _id(name: str = "id", *, required: bool = True) -> Column:
    return Column(name=name, description="Identity (UUID).", format="uuid", required=required)


def _text(name: str, description: str, *, required: bool = False) -> Column:
    return Column(name=name, description=description, required=required)


ORGANIZATIONS = Table(
    name="organizations",
    path="organizations.csv",
    description="Who runs the services.",
    key=("id",),
    columns=(
        _id(),
        _text("name", "Official name.", required=True),
        _text("alternate_name", "Official name in another language."),
        _text("description", "Whether the sources name it.", required=True),
    ),
)
SERVICES = Table(
    name="services",
    path="services.csv",
    description="Services and emergency numbers.",
    key=("id",),
    foreign=(("organization_id", "organizations"),),
    columns=(
        _id(),
        _id("organization_id"),
        _text("name", "Official name.", required=True),
        _text("alternate_name", "Official name in another language."),
        _text("description", "What a caller must know."),
        Column(name="url", description="Address at which it stands on our site.", format="uri"),
        Column(name="email", description="E-mail address.", format="email"),
        Column(
            name="status",
            description="Always active: others are not published.",
            required=True,
            enum=("active", "inactive", "defunct", "temporarily closed"),
        ),
        _text("interpretation_services", "Whether interpreters join the call."),
        _text("eligibility_description", "Whom it serves."),
        Column(name="assured_date", description="Day of the newest confirmation by a person.", type="date"),
        _text("alert", "Says that nobody has confirmed the contacts."),
    ),
)
PHONES = Table(
    name="phones",
    path="phones.csv",
    description="Numbers of services.",
    key=("id",),
    foreign=(("service_id", "services"),),
    bare=frozenset({"number"}),
    columns=(
        _id(),
        _id("service_id"),
        _text("number", "What is dialled. Import it as text.", required=True),
        Column(name="type", description="voice, or text for messages.", enum=("voice", "text")),
        _text("description", "From where it can be dialled, what it costs."),
    ),
)
LANGUAGES = Table(
    name="languages",
    path="languages.csv",
    description="Languages that answer at a number.",
    key=("id",),
    foreign=(("phone_id", "phones"),),
    columns=(_id(), _id("phone_id"), _text("name", "Name in English."), _text("code", "BCP 47 code.")),
)
SCHEDULES = Table(
    name="schedules",
    path="schedules.csv",
    description="Opening hours of a usual week, in local time; the description holds them as they are stated.",
    key=("id",),
    foreign=(("service_id", "services"),),
    columns=(
        _id(),
        _id("service_id"),
        Column(name="wkst", description="First day of the week.", enum=("MO",)),
        Column(name="freq", description="How often.", enum=("WEEKLY",)),
        _text("byday", "Days (RFC 5545)."),
        _text("description", "Hours as stated, time zone, channel."),
        Column(name="opens_at", description="Local time.", type="time"),
        Column(name="closes_at", description="Local time; before opens_at: on the next day.", type="time"),
        _text("notes", "What other sources state."),
    ),
)
AREAS = Table(
    name="service_areas",
    path="service_areas.csv",
    description="Where services help.",
    key=("id",),
    foreign=(("service_id", "services"),),
    columns=(_id(), _id("service_id"), _text("name", "Country or place.")),
)
CONTACTS = Table(
    name="contacts",
    path="contacts.csv",
    description="Further e-mail addresses of services; never of a person.",
    key=("id",),
    foreign=(("service_id", "services"),),
    columns=(_id(), _id("service_id"), Column(name="email", description="E-mail address.", format="email")),
)
TERMS = Table(
    name="taxonomy_terms",
    path="taxonomy_terms.csv",
    description="Words of our closed lists.",
    key=("id",),
    columns=(
        _id(),
        _text("code", "List and word.", required=True),
        _text("name", "Label in English.", required=True),
        _text("description", "Label in English.", required=True),
        _text("taxonomy", "Our list."),
        _text("language", "Language of the name."),
    ),
)
ATTRIBUTES = Table(
    name="attributes",
    path="attributes.csv",
    description="Kinds, audiences, support, web addresses and sources of services.",
    key=("id",),
    foreign=(("link_id", "services"), ("taxonomy_term_id", "taxonomy_terms")),
    columns=(
        _id(),
        _id("link_id"),
        _id("taxonomy_term_id"),
        _text("link_type", "kind, audience, support, channel or source."),
        _text("link_entity", "The table of link_id.", required=True),
        _text("value", "Address, or the source with its date."),
    ),
)
TABLES = (ORGANIZATIONS, SERVICES, PHONES, LANGUAGES, SCHEDULES, AREAS, CONTACTS, TERMS, ATTRIBUTES)
CHILDREN = (("phones", PHONES), ("schedules", SCHEDULES), ("service_areas", AREAS), ("contacts", CONTACTS))


def rows(services: Iterable[Object]) -> dict[str, list[Row]]:
    """Return the rows of every table, by its name."""
    found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    once: dict[tuple[str, str], Row] = {}
    for service in services:
        for table, row in _rows_of(service):
            if table in (ORGANIZATIONS, TERMS):
                if (table.name, row["id"]) in once:
                    continue
                once[table.name, str(row["id"])] = row
            found[table.name].append({column.name: row.get(column.name) for column in table.columns})
    return found


def _rows_of(service: Object) -> Iterator[tuple[Table, Object]]:
    organization = service["organization"]
    yield ORGANIZATIONS, organization
    yield SERVICES, {**service, "organization_id": organization["id"]}
    for name, table in CHILDREN:
        for item in service.get(name, ()):
            yield table, {**item, "service_id": service["id"]}
    for phone in service.get("phones", ()):
        for language in phone.get("languages", ()):
            yield LANGUAGES, {**language, "phone_id": phone["id"]}
    for item in service.get("attributes", ()):
        yield TERMS, item["taxonomy_term"]
        yield ATTRIBUTES, {**item, "taxonomy_term_id": item["taxonomy_term"]["id"]}
