"""The shape of every file in `data/`: what an editor may write, field by field.

The models say which fields exist and how they nest. What the values must mean (a number that can be
dialled, a source that exists) is checked by `seamark.checks`. The text of each field is the hover text
in editors and the reference page, so it is written for somebody who has never programmed.

`unknown` is a value: it is written when no source states the fact, and never replaced by a guess.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from .yamltext import Text, TextMap

UNKNOWN = Text("unknown")


class Phrase(Text):
    """English text that people read and translators translate: becomes a unit in a catalogue."""


def _as_phrase(value: Any) -> Any:
    return Phrase(value, value.place) if isinstance(value, Text) and not isinstance(value, Phrase) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, Text) else value


class OrText:
    """Marks a value that may also be written as one piece of text, so that the JSON Schema says so too."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Words = Annotated[Phrase, BeforeValidator(_as_phrase)]
WordsList = tuple[Words, ...]
OneOrMany = Annotated[tuple[Text, ...], BeforeValidator(_as_list), OrText()]
AtLeastOne = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_as_list), OrText()]
ByLanguage = dict[Text, Text]


class Model(BaseModel):
    """Base of all models: frozen, and a field that is not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- countries/*.yml -------------------------------------------------------------------------------


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


# --- site.yml, vocabularies.yml, short_codes.yml, held_back.yml, do_not_list.yml, references.yml, laws.yml -


class SiteLanguage(Model):
    """A language of the site."""

    code: Text = Field(description="BCP 47 code: uk, nb, et.", examples=["uk"])
    exit: Text = Field(
        description="Neutral https page in that language, to which the exit link leads.", examples=["https://uk.wikipedia.org/"]
    )


class Freshness(Model):
    """After how many days a contact of a kind should be looked at again."""

    default: Text = Field(description="Days for kinds that are not listed.", examples=["365"])
    kinds: dict[Text, Text] = Field(default={}, description="Days by kind of service.", examples=[{"trafficking-helpline": "180"}])


class Site(Model):
    """Identity and limits of the site."""

    name: Text = Field(description="Name of the site, the same in all languages.", examples=["Seamark"])
    stage: Text = Field(description="preview or public.", examples=["preview"])
    url: Text = Field(description="Address of the published site, with a slash at the end.", examples=["https://seamark.example/"])
    edit_url: Text = Field(
        description="Address before a file's path at which an editor can change that file.",
        examples=["https://code.example.org/seamark/edit/main/"],
    )
    issues_url: Text | None = Field(
        default=None,
        description="Address at which a new issue is opened; “Something wrong here?” leads to its form. Without it, to the file.",
        examples=["https://code.example.org/seamark/issues/new"],
    )
    corrections: Text | None = Field(
        default=None,
        description="E-mail address for corrections, for people without an account. Write it only if somebody reads it.",
        examples=["corrections@seamark.example"],
    )
    languages: tuple[SiteLanguage, ...] = Field(
        min_length=1, description="Languages of the site; the first is the source language."
    )
    freshness: Freshness = Field(description="Limits of age for contacts.")
    sunset: Text | None = Field(
        default=None,
        description="Days after the newest confirmation of any contact. When they have passed, every page says that "
        "nobody looks after the numbers any more.",
        examples=["180"],
    )
    official_lists: OneOrMany = Field(
        default=(),
        description="Ids from references.yml: official pages to which a site that is out of date sends its readers.",
        examples=[["eu-hotlines"]],
    )


class Recognition(Model):
    """What shows in which country one is."""

    plate: Text = Field(description='Letters of the country on number plates: "EST".', examples=["EST"])
    police: AtLeastOne = Field(description="Words on police cars, as they stand there.", examples=["Politsei"])
    pharmacy: AtLeastOne = Field(description="Words over pharmacies, as they stand there.", examples=["Apteek"])
    currency: Text = Field(description="Money of the country, as an ISO 4217 code: EUR, NOK.", examples=["EUR"])
    source: AtLeastOne = Field(description="Ids from references.yml.", examples=[["unece-vehicle-signs"]])


class Institution(Model):
    """An institution that journalists can ask about a country: an office or a body, never a person or a direct line."""

    country: Text = Field(description='ISO 3166-1 code in quotes: "EE".', examples=["EE"])
    role: Text = Field(
        description="national-coordinator or national-rapporteur, as the glossary calls them.", examples=["national-coordinator"]
    )
    name: ByLanguage = Field(
        description="Official name by language, as the source gives it: {en: …, nb: …}.", examples=[{"en": "Ministry of Justice"}]
    )
    source: AtLeastOne = Field(description="Ids from references.yml.", examples=[["cbss-round-up-2020"]])


class Term(Model):
    """A word of a closed list."""

    label: Words = Field(description="The word as people read it, without an article, capital first.", examples=["Legal advice"])
    hint: Words | None = Field(
        default=None,
        description="One sentence that explains it, where the label is not enough.",
        examples=["Advice on rights and papers."],
    )
    group: Text | None = Field(
        default=None, description="Part of the country page on which services of this kind stand.", examples=["migrants"]
    )


class Vocabularies(Model):
    """Closed lists: what is picked from them is translated once."""

    groups: dict[Text, Term] = Field(description="Parts of a country page, in this order.")
    kinds: dict[Text, Term] = Field(description="Kinds of service.")
    audiences: dict[Text, Term] = Field(description="Whom a service serves.")
    support: dict[Text, Term] = Field(description="What a service offers.")
    reach: dict[Text, Term] = Field(description="From where a number can be dialled.")
    cost: dict[Text, Term] = Field(description="What a call costs.")
    reaches: dict[Text, Term] = Field(description="Whom an emergency number reaches.")
    statuses: dict[Text, Term] = Field(description="State of a service.")
    tiers: dict[Text, Term] = Field(description="Kinds of source.")
    confirmations: dict[Text, Term] = Field(description="How a contact was confirmed.")
    reasons: dict[Text, Term] = Field(description="Why something found is not published.")


class ShortCode(Model):
    """A short number that was reviewed: what it is in one country, and who says so."""

    country: Text = Field(description="ISO 3166-1 code in quotes, or EU.", examples=["EE"])
    number: Text = Field(description='The digits as dialled: "116006".', examples=["116006"])
    service: Text = Field(
        description="The id of the service or emergency entry that it reaches in that country.", examples=["ee-116006"]
    )
    source: AtLeastOne = Field(description="Source ids of that country's file.", examples=["cbss-2020"])


class HeldBack(Model):
    """Something that was found and is not published."""

    country: Text = Field(description="ISO 3166-1 code in quotes, or EU.", examples=["EE"])
    service: Text = Field(description="Id of the service.", examples=["ee-1492"])
    contact: Text | None = Field(
        default=None, description="The one number or address held back; without it, the whole service.", examples=["+3726001247"]
    )
    reason: Text = Field(description="From vocabularies.yml.", examples=["doubtful"])
    detail: Text | None = Field(
        default=None, description="One sentence for editors.", examples=["Known from one newspaper of 2018."]
    )


class DoNotList(Model):
    """Somebody who asked not to be listed. What it is cannot be read from here: only a mark of it is kept."""

    mark: Text = Field(description="Six signs in quotes that scripts/unlist_contact.py makes.", examples=["0a1b2c"])
    on: Text = Field(description="Day on which it was asked.", examples=["2026-11-22"])
    reason: Text = Field(description="From vocabularies.yml; never words that tell who it is.", examples=["asked"])


class Reference(Model):
    """A document on which prose pages rest."""

    title: Text = Field(description="Title in its own language.", examples=["Directive 2011/36/EU"])
    publisher: Text = Field(description="Official name of who publishes it.", examples=["European Union"])
    url: Text = Field(default=UNKNOWN, description="https address, or unknown.", examples=["https://eur-lex.europa.eu/"])
    language: Text = Field(description="Language of the title, as a BCP 47 code.", examples=["en"])
    tier: Text = Field(description="official, report, secondary or law.", examples=["law"])
    stated: Text = Field(default=UNKNOWN, description="Date that it bears, or unknown.", examples=["2011-04-05"])


class Law(Model):
    """A law or international document."""

    title: Words = Field(
        description="Full title without its number.", examples=["Convention on Action against Trafficking in Human Beings"]
    )
    short: Words = Field(description="Short name without its number.", examples=["Council of Europe Convention"])
    number: Text | None = Field(default=None, description='Its number: "2011/36/EU", "CETS No. 197".', examples=["CETS No. 197"])
    body: Text = Field(description="EU, UN, CoE or ILO.", examples=["CoE"])
    adopted: Text = Field(default=UNKNOWN, description="Date of adoption.", examples=["2005-05-16"])
    in_force: Text = Field(default=UNKNOWN, description="Date of entry into force.", examples=["2008-02-01"])
    url: Text = Field(default=UNKNOWN, description="Official https address, or unknown.", examples=["https://www.coe.int/"])


# --- glossary/*.yml, acronyms.yml ----------------------------------------------------------------------


class LegalSource(Model):
    """Where a law defines a concept."""

    law: Text = Field(description="Id from laws.yml.", examples=["palermo"])
    article: Text | None = Field(default=None, description='Article: "3(a)".', examples=["3(a)"])


class Avoid(Model):
    """Wording not to use, with the reason."""

    term: Words = Field(description="The wording.", examples=["illegal migrant"])
    reason: Words = Field(description="Why not.", examples=["A person is not illegal."])
    banned: Text | None = Field(default=None, description='"true" when it must never stand in our own pages.', examples=["true"])


class Confusion(Model):
    """A concept that is often taken for this one."""

    concept: Text = Field(description="Id of the other concept.", examples=["smuggling-of-migrants"])
    difference: Words = Field(description="What tells them apart.", examples=["Smuggling crosses a border and ends there."])


class Concept(Model):
    """A concept of the field (one file each); follows the concept orientation of ISO 30042 and SKOS."""

    id: Text = Field(
        description="The file's name without .yml; lower-case. It is the page's anchor and never changes.",
        examples=["debt-bondage"],
    )
    term: Words = Field(description="Preferred term, as the law names it.", examples=["Debt bondage"])
    acronym: Text | None = Field(default=None, description="Acronym in English.", examples=["THB"])
    definition: Words = Field(
        description="Definition in our own words, one to three sentences.", examples=["Work that pays off a debt which never ends."]
    )
    legal: tuple[LegalSource, ...] = Field(default=(), description="Where law defines it.")
    use: WordsList = Field(default=(), description="Other admitted terms.", examples=[["human trafficking"]])
    avoid: tuple[Avoid, ...] = Field(default=(), description="What not to write.")
    confused_with: tuple[Confusion, ...] = Field(default=(), description="What it is often confused with.")
    headline: Words | None = Field(
        default=None,
        description="An example of good wording in a headline.",
        examples=["Four people convicted of labour exploitation"],
    )
    related: OneOrMany = Field(default=(), description="Ids of related concepts.", examples=[["forced-labour"]])


class Acronym(Model):
    """An acronym of the field."""

    meaning: Words = Field(description="What it stands for.", examples=["trafficking in human beings"])
    concept: Text | None = Field(
        default=None, description="Id of the concept in the glossary.", examples=["trafficking-in-human-beings"]
    )
    note: Words | None = Field(default=None, description="One sentence more.", examples=["Used by the Council of Europe."])


# --- pages/*.yml, tips/*.yml, media/*.yml, ui.yml --------------------------------------------------------


class Spoken(Model):
    """A sentence that a reader shows to somebody, in the reader's and in the country's language."""

    text: Words = Field(
        description="The sentence in English; translated in the catalogues for the languages of the site.",
        examples=["I need help."],
    )
    note: Text | None = Field(default=None, description="Where it stands, for translators.", examples=["On the screen to show."])
    other_languages: ByLanguage = Field(
        default={},
        description="The sentence in official languages that are not languages of the site; by machine until signed.",
        examples=[{"pl": "Potrzebuję pomocy."}],
    )


class Next(Model):
    """What the reader does next: one answer."""

    text: Words = Field(description="Words of the button.", examples=["Find a number to call"])
    page: Text = Field(description="Path in docs/ without .md: help/index.", examples=["help/index"])


class WordPair(Model):
    """A row of a table: write this, not that, because."""

    use: Words = Field(description="What to write.", examples=["a person who was exploited"])
    avoid: Words = Field(description="What not to write.", examples=["a case"])
    why: Words = Field(description="The reason.", examples=["People are not cases."])
    concept: Text | None = Field(
        default=None, description="Id of the concept in the glossary that says more.", examples=["victim-of-trafficking"]
    )


class Section(Model):
    """A part of a page."""

    id: Text = Field(description="Lower-case; the anchor; never changes.", examples=["papers"])
    heading: Words = Field(description="Heading.", examples=["Your papers"])
    text: WordsList = Field(default=(), description="Paragraphs.", examples=[["Keep your passport with you."]])
    points: WordsList = Field(default=(), description="Bulleted list.", examples=[["A copy of your contract"]])
    steps: WordsList = Field(
        default=(), description="Numbered list, to be done in this order.", examples=[["Call from a phone that is yours."]]
    )
    checklist: WordsList = Field(
        default=(), description="Things to tick off.", examples=[["I know the address where I will work."]]
    )
    words: tuple[WordPair, ...] = Field(default=(), description="Table of wordings.")
    after: WordsList = Field(default=(), description="Closing paragraphs.", examples=[["You can stop at any time."]])


class Page(Model):
    """The words of one page."""

    title: Words = Field(
        description="Title and first heading; true, and harmless to be seen in a browser's history.", examples=["Signs"]
    )
    description: Words = Field(
        description="One sentence for search engines.", examples=["What may show that somebody is exploited."]
    )
    safety: Text | None = Field(
        default=None, description='"critical" where a person at risk acts on the words.', examples=["critical"]
    )
    lead: Words | None = Field(
        default=None, description="One or two sentences at the top.", examples=["One sign alone proves nothing."]
    )
    next: Next = Field(description="What the reader does next.")
    sections: tuple[Section, ...] = Field(default=(), description="The parts of the page.")
    sources: OneOrMany = Field(
        default=(), description="Ids from references.yml on which the page rests.", examples=[["ilo-indicators"]]
    )


class InterfaceText(Model):
    """A text of the interface with advice for translators."""

    text: Words = Field(description="The text; facts stand as {placeholders}.", examples=["Leave this page"])
    max: Text | None = Field(default=None, description="Greatest number of letters that fit.", examples=["26"])
    note: Text | None = Field(
        default=None, description="Where it stands, for translators.", examples=["Link at the top of every page."]
    )


def _as_interface_text(value: Any) -> Any:
    if isinstance(value, Text):
        wrapped = TextMap({Text("text", value.place): value})
        wrapped.place = value.place
        return wrapped
    return value


Interface = dict[Text, Annotated[InterfaceText, BeforeValidator(_as_interface_text), OrText()]]
