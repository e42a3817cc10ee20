"""Organisations: who runs the services, each with all that the site publishes about it, under an id that never changes.

The id is written down in the data and not made from the name: a name is spelled anew, and the address of the
organisation's page must not change then. A service whose operator no source names stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from .loading import Data
from .model import ByLanguage, Service

FOLDER = "organisations"


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation of a country: `country` is the name of the country's file."""

    id: str
    country: str
    services: tuple[Service, ...]

    @property
    def path(self) -> str:
        """The path of its page, as if it stood in docs/."""
        return f"{FOLDER}/{self.id}"

    @property
    def names(self) -> ByLanguage:
        """Its name by language: that of the operator, and for a service that stands for itself its own."""
        return next((service.operator for service in self.services if service.operator), self.services[0].name)


def organisation_of(service: Service) -> str:
    """Return the id of the organisation that runs a service."""
    return str(service.organisation or service.id)


def organisations(data: Data) -> dict[str, Organisation]:
    """Return the organisations of all services by id, in the order of the files; also those whose services are closed."""
    found: dict[str, tuple[str, list[Service]]] = {}
    for code, country in data.countries.items():
        for service in country.services:
            found.setdefault(organisation_of(service), (code, []))[1].append(service)
    return {name: Organisation(id=name, country=code, services=tuple(items)) for name, (code, items) in found.items()}


def own_language(organisation: Organisation, data: Data) -> str | None:
    """Return the language of the site in which the organisation works, beside English; None where there is none.

    It is the first official language of its country: which of several an organisation speaks no source says.
    """
    language = data.countries[organisation.country].languages[0]
    codes = [str(item.code) for item in data.site.languages]
    return str(language) if language in codes[1:] else None
