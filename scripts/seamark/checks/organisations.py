"""Rules on organisations: each has one id in its country, and each id is one organisation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Service
from ..organisations import organisation_of, organisations
from .survey import Finding, Survey, found


def operators_have_one_organisation(survey: Survey) -> Iterator[Finding]:
    """Services of a country whose operator bears the same name have the same "organisation", so that it has one page."""
    for country in survey.data.countries.values():
        first: dict[str, Service] = {}
        for service in country.services:
            known = [first[name] for name in service.operator.values() if name in first]
            if known and organisation_of(known[0]) != organisation_of(service):
                message = f'"{known[0].id}" and "{service.id}" have the same operator and not the same organisation'
                fix = f'type "organisation: {organisation_of(known[0])}" at both'
                yield found(service.organisation or service.id, message, fix)
            for name in service.operator.values():
                first.setdefault(name, service)


def organisations_have_one_operator(survey: Survey) -> Iterator[Finding]:
    """Services with the same "organisation" have the same operator, and none bears the id of somebody else's service."""
    for organisation in organisations(survey.data).values():
        first, *others = organisation.services
        for service in others:
            if service.operator.items() != first.operator.items():
                message = f'"{organisation.id}" stands at "{first.id}" with another operator than here'
                at = service.organisation or service.id
                yield found(at, message, "write the operator alike at both, or give one of them another organisation")
