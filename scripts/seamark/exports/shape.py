"""The shape of our own JSON, version 1: what stands in contacts.json, glossary.json and index.json.

The JSON Schemas beside the files are made from these models, and every other format is made from the same
objects, so that what is published is chosen in one place. `null` means that no source states the fact: it
is neither yes nor no. The promise on what may change stands in `notes.PROMISE`.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Base of all shapes: frozen. A reader must accept fields that it does not know."""

    model_config = ConfigDict(frozen=True)


class Said(Shape):
    """A text in one language."""

    text: str = Field(description="The text, plain.")
    status: str = Field(
        description="source: written by us; reviewed: signed by a native reader; machine: translated by a machine and "
        "checked by nobody."
    )


Translations = dict[str, Said]


class Source(Shape):
    """Where a fact stands."""

    title: str = Field(description="Title of the page or document, in its own language.")
    url: str | None = Field(description="Address of the page.")
    publisher: str | None = Field(description="Who publishes it.")
    language: str = Field(description="Language of title and publisher (BCP 47).")
    tier: str = Field(description="official, report or secondary.")
    stated: str | None = Field(description="Date that the source itself bears: a day, a month or a year (ISO 8601).")
    seen: str | None = Field(description="Day on which somebody read the live page.")


class Times(Shape):
    """From when to when, in local time."""

    opens: str = Field(description='Time: "08:30".')
    closes: str = Field(description='Time; "24:00" is midnight at the end, and a time before `opens` is that of the next day.')


class Open(Times):
    """Days with the same opening hours, in local time."""

    days: list[str] = Field(description="MO to SU (RFC 5545).")


class OtherStatement(Shape):
    """What other sources state differently. Other numbers and addresses are not published."""

    hours: str | None = Field(description="Opening hours (OSM opening_hours syntax).")
    cost: str | None = Field(description="A key of vocabularies.cost.")
    reach: str | None = Field(description="A key of vocabularies.reach.")
    languages: list[str] | None = Field(description="Languages that answer (BCP 47).")
    sources: list[str] = Field(description="Keys of the country's sources.")


class Confirmation(Shape):
    """A dated act by which a person confirmed a channel."""

    on: str = Field(description="Day.")
    how: str = Field(description="A key of vocabularies.confirmations.")
    by_role: str = Field(description="Role of who did it, never a name.")


class Channel(Shape):
    """One way to reach a service."""

    kind: str = Field(description="phone, short (a short code), sms, whatsapp, email, chat, form or web.")
    value: str = Field(description="What is dialled (E.164 with +, or the digits of a short code), or the address.")
    local: str | None = Field(description="How the number is written inside the country.")
    area: list[str] = Field(description="Places that it serves, if not the whole country.")
    reach: str | None = Field(description="From where it can be dialled: a key of vocabularies.reach.")
    networks: list[str] = Field(description="Telephone networks, where it works in some only.")
    not_in: list[str] = Field(description="Countries (ISO 3166-1) in which the source says that it does not work.")
    cost: str | None = Field(description="A key of vocabularies.cost.")
    languages: list[str] | None = Field(description="Languages that answer (BCP 47).")
    interpreters: str | None = Field(description='"yes" where interpreters join the call.')
    hours: str | None = Field(description="Opening hours (OSM opening_hours syntax), in the country's time zone.")
    week: list[Open] | None = Field(description="The same hours as rows of a usual week without public holidays.")
    on_holidays: list[Times] | None = Field(
        description="When it is open on public holidays; empty: closed; null: the source says nothing of them."
    )
    sources: list[str] = Field(description="Keys of the country's sources.")
    also_stated: list[OtherStatement] = Field(description="What other sources state differently.")
    confirmed: list[Confirmation] = Field(description="Acts by which people confirmed it; empty: nobody did.")


class Caller(Shape):
    """What happens to a person who calls: yes, no, or null where no source states it."""

    anonymous: str | None = Field(description="Can one call without giving a name?")
    may_tell_police: str | None = Field(description="May the service tell the police without being asked to?")
    number_shown: str | None = Field(description="Does the service see the caller's number?")
    on_phone_bill: str | None = Field(description="Does the call stand on the phone bill?")
    recorded: str | None = Field(description="Are calls recorded?")
    calls_back: str | None = Field(description="Does the service call back?")
    sources: list[str] = Field(description="Keys of the country's sources.")


class Service(Shape):
    """A helpline, an organisation or an authority that can be reached now."""

    id: str = Field(description="Never changes and is never used again.")
    page: str = Field(description="Address at which the service stands on the site.")
    kinds: list[str] = Field(description="Keys of vocabularies.kinds; the first is the main one.")
    names: dict[str, str] = Field(description="Official name by language, as the sources give it; never translated by us.")
    operators: dict[str, str] = Field(description="Official name of who runs it, by language.")
    organisation: str = Field(description="Id of who runs it; its own id where no source names an operator. Never changes.")
    audience: list[str] | None = Field(description="Whom it serves: keys of vocabularies.audiences.")
    support: list[str] = Field(description="What it offers: keys of vocabularies.support.")
    area: list[str] = Field(description="Places that it serves, if not the whole country.")
    caller: Caller | None = Field(description="What happens when one calls.")
    note: Translations | None = Field(description="What a caller must know, by language.")
    sources: list[str] = Field(description="Keys of the country's sources.")
    dated: str | None = Field(description="Newest date on which the contacts rest; null: no source bears a date.")
    confirmed: bool = Field(description="Whether that date is the day of a confirmation by a person.")
    check_after: str | None = Field(description="Day after which to say that the contact should be checked again.")
    channels: list[Channel] = Field(description="The ways to reach it, the best one first.")


class Withdrawn(Shape):
    """A service that is paused or closed: delete its contacts. They are not published any more."""

    id: str = Field(description="Id of the service.")
    status: str = Field(description="paused or closed.")
    since: str | None = Field(description="Since when.")
    reason: Translations | None = Field(description="Why, by language.")
    replaced_by: str | None = Field(description="Id of the service that took over.")


class Emergency(Shape):
    """An emergency number of a country."""

    id: str = Field(description="Never changes and is never used again.")
    number: str = Field(description="What is dialled.")
    reaches: list[str] | None = Field(description="Whom it reaches: keys of vocabularies.reaches.")
    by_text: str | None = Field(description='"yes" where text messages are answered.')
    sources: list[str] = Field(description="Keys of the country's sources.")


class Country(Shape):
    """A country, or the European Union as a whole (EU)."""

    country: str = Field(description="ISO 3166-1 code, or EU.")
    names: dict[str, str] = Field(description="Name by language, from CLDR.")
    page: str = Field(description="Address of the country's page.")
    languages: list[str] = Field(description="Official languages (BCP 47).")
    time_zone: str = Field(description="IANA time zone of all opening hours of the country.")
    emergency: list[Emergency] = Field(description="Emergency numbers, the one to call first at the top.")
    instead_of_trafficking_line: list[str] = Field(
        description="Ids of services to call where no line on trafficking is open to everybody."
    )
    services: list[Service] = Field(description="Services that can be reached now.")
    withdrawn: list[Withdrawn] = Field(description="Services that are paused or closed, without their contacts.")
    sources: dict[str, Source] = Field(description="The sources, by short names.")


class Licence(Shape):
    """What one may do with the data."""

    name: str = Field(description="Name of the licence.")
    url: str = Field(description="Its text.")
    attribution: str = Field(description="Whom to name, and how.")


class Release(Shape):
    """What is said of every file."""

    version: str = Field(description="Version of the shape: 1.")
    as_of: str = Field(description="Day for which the data are true.")
    stage: str = Field(description="preview: nobody has confirmed the first lines yet; public: somebody has.")
    licence: Licence = Field(description="Licence of the data.")


class Contacts(Shape):
    """contacts.json: everything that the pages on countries show."""

    schema_: str = Field(alias="$schema", description="Address of the JSON Schema of this file.")
    release: Release = Field(description="Version, date and licence.")
    verbatim: list[str] = Field(description="What a machine must keep to when it quotes a number.")
    vocabularies: dict[str, dict[str, Translations]] = Field(description="Closed lists: labels by list, key and language.")
    countries: list[Country] = Field(description="The countries, by code.")


class Citation(Shape):
    """Where law defines a concept."""

    law: str = Field(description="Short name of the law, in English.")
    number: str | None = Field(description="Number of the law.")
    article: str | None = Field(description='Article: "3(a)".')
    url: str | None = Field(description="Official address.")


class Avoid(Shape):
    """Wording not to use."""

    term: Translations = Field(description="The wording.")
    reason: Translations = Field(description="Why not.")
    banned: bool = Field(description="Whether it never stands on our own pages.")


class Confusion(Shape):
    """A concept that is often taken for this one."""

    concept: str = Field(description="Id of the other concept.")
    difference: Translations = Field(description="What tells them apart.")


class Concept(Shape):
    """A concept of the field."""

    id: str = Field(description="Never changes and is never used again.")
    page: str = Field(description="Address at which the concept stands on the site.")
    term: Translations = Field(description="Preferred term.")
    acronym: str | None = Field(description="Acronym in English.")
    definition: Translations = Field(description="Definition in our own words.")
    legal: list[Citation] = Field(description="Where law defines it.")
    use: list[Translations] = Field(description="Other admitted terms.")
    avoid: list[Avoid] = Field(description="What not to write.")
    confused_with: list[Confusion] = Field(description="What it is often confused with.")
    headline: Translations | None = Field(description="Example of good wording in a headline.")
    related: list[str] = Field(description="Ids of related concepts.")


class Glossary(Shape):
    """glossary.json: every concept in all languages of the site."""

    schema_: str = Field(alias="$schema", description="Address of the JSON Schema of this file.")
    release: Release = Field(description="Version, date and licence.")
    concepts: list[Concept] = Field(description="The concepts, by id.")


class File(Shape):
    """A file of this release."""

    path: str = Field(description="Path below the address of index.json.")
    media_type: str = Field(description="Media type (RFC 6838).")
    bytes: int = Field(description="Size.")
    sha256: str = Field(description="Checksum (FIPS 180-4), 64 hexadecimal digits.")


class Index(Shape):
    """index.json: all files of the release with their checksums."""

    schema_: str = Field(alias="$schema", description="Address of the JSON Schema of this file.")
    release: Release = Field(description="Version, date and licence.")
    promise: list[str] = Field(description="What may change within this version, and what not.")
    verbatim: list[str] = Field(description="What a machine must keep to when it quotes a number.")
    files: list[File] = Field(description="The files, by path.")
