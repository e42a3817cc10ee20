"""The shape of every file in `data/`: what an editor may write, field by field.

The models say which fields exist and how they nest. What the values must mean (a number that can be
dialled, a source that exists) is checked by `seamark.checks`. The text of each field is the hover text
in editors and the reference page, so it is written for somebody who has never programmed.

`unknown` is a value: it is written when no source states the fact, and never replaced by a guess.
"""

from .base import UNKNOWN, AtLeastOne, ByLanguage, Model, OneOrMany, OrText, Phrase, Words, WordsList
from .countries import Caller, Channel, Confirmation, Country, Emergency, OtherStatement, Service, Source
from .glossary import Acronym, Avoid, Concept, Confusion, LegalSource
from .lists import DoNotList, HeldBack, Institution, Law, Recognition, Reference, ShortCode, Term, Vocabularies
from .site import Freshness, Site, SiteLanguage
from .words import Interface, InterfaceText, Next, Page, Section, Spoken, WordPair

__all__ = [
    "UNKNOWN",
    "Acronym",
    "AtLeastOne",
    "Avoid",
    "ByLanguage",
    "Caller",
    "Channel",
    "Concept",
    "Confirmation",
    "Confusion",
    "Country",
    "DoNotList",
    "Emergency",
    "Freshness",
    "HeldBack",
    "Institution",
    "Interface",
    "InterfaceText",
    "Law",
    "LegalSource",
    "Model",
    "Next",
    "OneOrMany",
    "OrText",
    "OtherStatement",
    "Page",
    "Phrase",
    "Recognition",
    "Reference",
    "Section",
    "Service",
    "ShortCode",
    "Site",
    "SiteLanguage",
    "Source",
    "Spoken",
    "Term",
    "Vocabularies",
    "WordPair",
    "Words",
    "WordsList",
]
