"""The shape of data/glossary/*.yml and acronyms.yml."""

from __future__ import annotations

from pydantic import Field

from ..yamltext import Text
from .base import Model, OneOrMany, Words, WordsList


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
