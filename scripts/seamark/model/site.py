"""The shape of data/site.yml."""

from __future__ import annotations

from pydantic import Field

from ..yamltext import Text
from .base import Model, OneOrMany


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
