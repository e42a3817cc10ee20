"""Country profiles: what sources say of a state's situation, laws, authorities and help. English, not translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .model import UNKNOWN, Model
from .yamltext import Text, TextMap

# The parts of a profile, in this order, with their English headings.
PARTS = {
    "situation": "Origin, transit, destination",
    "policy": "Action plans",
    "coordination": "Coordination, monitoring, referral",
    "help": "Who helps victims",
    "stay": "Reflection period and residence permit",
    "practice": "Good practice",
}


def _as_statement(value: Any) -> Any:
    if isinstance(value, Text):
        wrapped = TextMap({Text("text", value.place): value})
        wrapped.place = value.place
        return wrapped
    return value


class Statement(Model):
    """One sentence or two, in our own words, with the source that says so."""

    text: Text = Field(description="The statement in English; years as {2018}.")
    source: Text | None = Field(default=None, description="Id from references.yml, where it is not the source of the file.")


Statements = tuple[Annotated[Statement, BeforeValidator(_as_statement)], ...]


class Part(Model):
    """A part of a profile. Without statements the page says that our sources do not tell."""

    kind: Text = Field(description="situation, policy, coordination, help, stay or practice.")
    statements: Statements = Field(description="The statements, or [] where our sources do not say anything.")


class NationalLaw(Model):
    """A provision of the state's law."""

    name: Text = Field(description="Name of the law in English, without its number.")
    article: Text | None = Field(default=None, description='Article or number as people cite it: "Section 133".')
    in_force: Text = Field(default=UNKNOWN, description="Date of entry into force, or unknown.")
    about: Text = Field(description="What it says on trafficking, in English; years as {2018}.")
    url: Text = Field(default=UNKNOWN, description="Official https address, or unknown.")
    source: Text | None = Field(default=None, description="Id from references.yml, where it is not the source of the file.")


class Institution(Model):
    """An institution to ask first when a person was exploited in another country. Never a person's name."""

    name: Text = Field(description="Name in English.")
    source: Text = Field(description="Id from references.yml.")


class Profile(Model):
    """The profile of one state."""

    country: Text = Field(description='ISO 3166-1 code in quotes: "DK", "NO".')
    source: Text = Field(description="Id from references.yml of the source on which most of the profile rests.")
    ask_first: tuple[Institution, ...] = Field(default=(), description="Whom an institution of another country asks first.")
    sections: tuple[Part, ...] = Field(description="The parts, each kind once.")
    laws: tuple[NationalLaw, ...] = Field(default=(), description="Laws that our sources name.")

    @property
    def named_sources(self) -> Iterator[Text]:
        """Every source that the file names."""
        yield self.source
        yield from (item.source for part in self.sections for item in part.statements if item.source)
        yield from (law.source for law in self.laws if law.source)
        yield from (institution.source for institution in self.ask_first)

    @property
    def sentences(self) -> Iterator[Text]:
        """Every text that readers see outside of dates and articles."""
        yield from (statement.text for part in self.sections for statement in part.statements)
        for law in self.laws:
            yield from (law.name, law.about)
        yield from (institution.name for institution in self.ask_first)
