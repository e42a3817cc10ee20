"""The shape of data/countries/*.yml: services, their channels, and the sources that state them."""

from __future__ import annotations

from pydantic import Field

from ..yamltext import Text
from .base import UNKNOWN, AtLeastOne, ByLanguage, Model, OneOrMany, Words


class Source(Model):
    """Where a fact stands, so that anybody can look again."""

    title: Text = Field(description="Title of the page or document, in its own language.", examples=["Human trafficking"])
    url: Text = Field(
        default=UNKNOWN,
        description='Address of the page, or "unknown" for a document without one.',
        examples=["https://www.example.org/help"],
    )
    publisher: Text = Field(
        description='Official name of who publishes it, in its own language; "unknown" if not named.',
        examples=["Sotsiaalkindlustusamet"],
    )
    language: Text = Field(description="Language of the title and publisher's name, as a BCP 47 code: et, uk, nb.", examples=["et"])
    tier: Text = Field(
        description="official: the operator or an authority; report: a published study; secondary: press and others.",
        examples=["official"],
    )
    stated: Text = Field(
        default=UNKNOWN,
        description='Date that the page itself bears: "2023-03-09", "2023-03" or "2023"; "unknown" if it bears none.',
        examples=["2023-03-09"],
    )
    seen: Text = Field(
        default=UNKNOWN,
        description="Date on which somebody read the live page; written only when that happened.",
        examples=["2026-11-22"],
    )


class Confirmation(Model):
    """A dated human act that confirmed a channel. Written only when it happened."""

    on: Text = Field(description='Day of the act: "2026-11-22".', examples=["2026-11-22"])
    how: Text = Field(description="called, operator-confirmed or seen-on-page.", examples=["called"])
    by_role: Text = Field(description="The role of who did it (editor, volunteer, operator), never a name.", examples=["editor"])


class OtherStatement(Model):
    """A fact as another source states it, kept beside the one that is published."""

    phone: Text | None = Field(
        default=None, description="Another number for this channel, in E.164 form.", examples=["+372 660 7320"]
    )
    short: Text | None = Field(default=None, description="Another short code for this channel.", examples=["116006"])
    email: Text | None = Field(default=None, description="Another address for this channel.", examples=["help@example.org"])
    hours: Text | None = Field(default=None, description="Other opening hours.", examples=["Mo-Fr 09:00-17:00"])
    cost: Text | None = Field(default=None, description="Another cost.", examples=["free"])
    reach: Text | None = Field(default=None, description="Another reach.", examples=["inside"])
    languages: OneOrMany | None = Field(default=None, description="Other languages.", examples=[["et", "ru"]])
    source: OneOrMany = Field(description="The source or sources that say so.", examples=["cbss-2020"])


class Channel(Model):
    """One way to reach a service: exactly one of phone, short, sms, whatsapp, email, chat, form, web."""

    phone: Text | None = Field(
        default=None,
        description='Number in international form (E.164), spaces allowed: "+372 660 7320".',
        examples=["+372 660 7320"],
    )
    short: Text | None = Field(
        default=None,
        description='Short code as dialled inside the country: "116006". It must be in short_codes.yml.',
        examples=["116006"],
    )
    sms: Text | None = Field(
        default=None, description="Number for text messages: international form or a reviewed short code.", examples=["116111"]
    )
    whatsapp: Text | None = Field(
        default=None, description="Number for WhatsApp messages, in international form.", examples=["+372 660 7320"]
    )
    email: Text | None = Field(
        default=None, description="E-mail address of the service, never of one person.", examples=["help@example.org"]
    )
    chat: Text | None = Field(
        default=None, description="https address of the page with the chat.", examples=["https://chat.example.org/"]
    )
    form: Text | None = Field(
        default=None, description="https address of a page with a contact form.", examples=["https://www.example.org/write"]
    )
    web: Text | None = Field(
        default=None, description="https address of the service's own page.", examples=["https://www.example.org/help"]
    )
    area: OneOrMany = Field(
        default=(),
        description="Place names (official spelling) that this channel serves, if not the whole country.",
        examples=["Tallinn"],
    )
    reach: Text = Field(
        default=UNKNOWN,
        description="Where it can be dialled from: inside, abroad, anywhere, inside-eu, one-network, unknown.",
        examples=["inside"],
    )
    networks: OneOrMany = Field(default=(), description="The telephone networks, when reach is one-network.", examples=[["Telia"]])
    not_in: OneOrMany = Field(
        default=(),
        description="EU-wide numbers: countries (ISO 3166 codes) in which the source says it does not work.",
        examples=[["IE", "GB"]],
    )
    cost: Text = Field(default=UNKNOWN, description="free, standard (a normal call), premium, or unknown.", examples=["free"])
    languages: AtLeastOne = Field(
        default=(UNKNOWN,), description="Languages that answer, as BCP 47 codes: [et, ru, en]; or unknown.", examples=[["et", "ru"]]
    )
    interpreters: Text = Field(
        default=UNKNOWN, description='"yes" when the source says that interpreters join the call.', examples=["yes"]
    )
    hours: Text = Field(
        default=UNKNOWN,
        description='Opening hours in OSM opening_hours syntax, local time: "Mo-Fr 09:00-17:00; PH off"; "24/7"; or unknown.',
        examples=["Mo-Fr 09:00-17:00; PH off"],
    )
    source: OneOrMany = Field(
        description="The source or sources (ids from this file) that state this channel.", examples=["sib-page"]
    )
    also_stated: tuple[OtherStatement, ...] = Field(default=(), description="What other sources say differently.")
    confirmed: tuple[Confirmation, ...] = Field(default=(), description="Dated human acts that confirmed this channel.")


class Caller(Model):
    """What happens to a person who calls: each yes, no or unknown, as the source states."""

    anonymous: Text = Field(default=UNKNOWN, description="Can one call without giving a name?", examples=["yes"])
    may_tell_police: Text = Field(
        default=UNKNOWN, description="May the service tell the police without being asked to?", examples=["no"]
    )
    number_shown: Text = Field(default=UNKNOWN, description="Does the service see the caller's number?", examples=["unknown"])
    on_phone_bill: Text = Field(default=UNKNOWN, description="Does the call stand on the phone bill?", examples=["no"])
    recorded: Text = Field(default=UNKNOWN, description="Are calls recorded?", examples=["unknown"])
    calls_back: Text = Field(default=UNKNOWN, description="Does the service call back?", examples=["yes"])
    source: OneOrMany = Field(description="The source or sources that state this.", examples=["cbss-2020"])


class Service(Model):
    """A helpline, an organisation or an authority that helps."""

    id: Text = Field(
        description="Lower-case, begins with the country: ee-thb-helpline. Never changes.", examples=["ee-thb-helpline"]
    )
    kinds: OneOrMany = Field(
        description="What it is, from vocabularies.yml; the first is the main kind.", examples=["trafficking-helpline"]
    )
    name: ByLanguage = Field(
        description="Official name by language: {en: …, et: …}; the country's own language where known.",
        examples=[{"en": "Victim support crisis line", "et": "Ohvriabi kriisitelefon"}],
    )
    operator: ByLanguage = Field(
        default={}, description="Official name of who runs it, by language.", examples=[{"et": "Sotsiaalkindlustusamet"}]
    )
    organisation: Text | None = Field(
        default=None,
        description="Id of who runs it: ee-social-insurance-board. It is the address of the organisation's page and never "
        "changes; services with the same operator bear the same one. Without it, the service stands for itself.",
        examples=["ee-social-insurance-board"],
    )
    status: Text = Field(default=Text("active"), description="active, paused or closed.", examples=["paused"])
    since: Text = Field(default=UNKNOWN, description="Since when it is paused or closed.", examples=["2026-11"])
    reason: Words | None = Field(
        default=None,
        description="Why it is paused or closed, in one sentence.",
        examples=["The operator is moving to another office."],
    )
    replaced_by: Text | None = Field(default=None, description="The id of the service that took over.", examples=["ee-116006"])
    audience: OneOrMany = Field(
        description="Whom it serves, from vocabularies.yml; unknown if no source says.",
        examples=[["victims-of-trafficking", "relatives"]],
    )
    support: OneOrMany = Field(default=(), description="What it offers, from vocabularies.yml.", examples=[["advice", "referral"]])
    area: OneOrMany = Field(
        default=(), description="Place names (official spelling) it serves, if not the whole country.", examples=["Tallinn"]
    )
    caller: Caller | None = Field(default=None, description="What happens when one calls.")
    note: Words | None = Field(
        default=None,
        description="One short sentence that a caller must know and no field can say.",
        examples=["Outside office hours a machine answers."],
    )
    source: OneOrMany = Field(
        description="The source or sources that state who this is, whom it serves and what it offers.",
        examples=[["sib-page", "cbss-2020"]],
    )
    channels: tuple[Channel, ...] = Field(description="The ways to reach it, the best one first.")


class Emergency(Model):
    """An emergency number of the country."""

    id: Text = Field(description="Lower-case, begins with the country: ee-emergency-112.", examples=["ee-emergency-112"])
    number: Text = Field(description='The number as dialled: "112". It must be in short_codes.yml.', examples=["112"])
    reaches: AtLeastOne = Field(description="police, ambulance, fire, rescue, or unknown.", examples=[["police", "ambulance"]])
    by_text: Text = Field(
        default=UNKNOWN, description='"yes" when the source says that text messages are answered.', examples=["yes"]
    )
    source: OneOrMany = Field(description="The source or sources that state it.", examples=["emergency-centre"])


class Country(Model):
    """A country's file: its emergency numbers, helplines and organisations."""

    country: Text = Field(description='ISO 3166-1 code in quotes: "EE", "NO"; "EU" for lines of the whole Union.', examples=["EE"])
    languages: AtLeastOne = Field(description="Official languages as BCP 47 codes, the main one first.", examples=["et"])
    time_zone: Text = Field(
        description="IANA time zone in which the opening hours are meant: Europe/Tallinn.", examples=["Europe/Tallinn"]
    )
    emergency: tuple[Emergency, ...] = Field(description="Emergency numbers, the one to call first at the top.")
    instead_of_trafficking_line: OneOrMany = Field(
        default=(),
        description="Services to call, in this order, where no line on trafficking is open to everybody.",
        examples=[["ee-116006"]],
    )
    services: tuple[Service, ...] = Field(description="Helplines, organisations and authorities.")
    sources: dict[Text, Source] = Field(description="The sources of this file, by short names.")
