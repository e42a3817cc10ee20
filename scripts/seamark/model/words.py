"""The shape of the words of pages, tips, guidelines and the interface."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ..yamltext import Text, TextMap
from .base import ByLanguage, Model, OneOrMany, OrText, Words, WordsList


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
