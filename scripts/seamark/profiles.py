"""Country profiles: what sources say of a state's situation, laws, authorities and help. English, not translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .model import UNKNOWN, Model, OrText
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

    text: Text = Field(description="The statement in English; years as {2018}.", examples=["Mainly a country of origin."])
    source: Text | None = Field(
        default=None, description="Id from references.yml, where it is not the source of the file.", examples=["cbss-round-up-2020"]
    )


Statements = tuple[Annotated[Statement, BeforeValidator(_as_statement), OrText()], ...]


class Part(Model):
    """A part of a profile. Without statements the page says that our sources do not tell."""

    kind: Text = Field(description="situation, policy, coordination, help, stay or practice.", examples=["situation"])
    statements: Statements = Field(description="The statements, or [] where our sources do not say anything.")


class NationalLaw(Model):
    """A provision of the state's law."""

    name: Text = Field(description="Name of the law in English, without its number.", examples=["Penal Code"])
    article: Text | None = Field(
        default=None, description='Article or number as people cite it: "Section 133".', examples=["Section 133"]
    )
    in_force: Text = Field(default=UNKNOWN, description="Date of entry into force, or unknown.", examples=["2017-01-01"])
    about: Text = Field(
        description="What it says on trafficking, in English; years as {2018}.", examples=["Trafficking in human beings."]
    )
    url: Text = Field(default=UNKNOWN, description="Official https address, or unknown.", examples=["https://www.example.org/law"])
    source: Text | None = Field(
        default=None, description="Id from references.yml, where it is not the source of the file.", examples=["cbss-round-up-2020"]
    )


class ReferralInstitution(Model):
    """An institution to ask first when a person was exploited in another country. Never a person's name."""

    name: Text = Field(description="Name in English.", examples=["Penal Code"])
    source: Text = Field(description="Id from references.yml.", examples=["cbss-round-up-2020"])


class Profile(Model):
    """The profile of one state."""

    country: Text = Field(description='ISO 3166-1 code in quotes: "DK", "NO".', examples=["DK"])
    source: Text = Field(
        description="Id from references.yml of the source on which most of the profile rests.", examples=["cbss-round-up-2020"]
    )
    ask_first: tuple[ReferralInstitution, ...] = Field(default=(), description="Whom an institution of another country asks first.")
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
