"""The shape of the lists that countries share: vocabularies, short codes, references, laws, institutions and more."""

from __future__ import annotations

from pydantic import Field

from ..yamltext import Text
from .base import UNKNOWN, AtLeastOne, ByLanguage, Model, Words


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
