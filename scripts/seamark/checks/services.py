"""Rules on how services refer to each other, and on services that are closed or held back."""

from __future__ import annotations

from collections.abc import Iterator

from ..contacts import (
    CALLED,
    channel_kind,
    channel_value,
    dialled,
    has_public_trafficking_line,
    is_public_trafficking_line,
)
from ..model import HeldBack, Service
from ..problems import did_you_mean
from ..yamltext import Text
from .survey import Finding, Survey, contact_of, entries_of, found, is_written


def successors_are_open(survey: Survey) -> Iterator[Finding]:
    """The service in "replaced_by" exists, and whoever follows such names arrives at one that is not closed."""
    services = {service.id: service for _, service in survey.services}
    for _, service in survey.services:
        if service.replaced_by is None or not survey.is_whole(_file_of(service.replaced_by)):
            continue
        if service.replaced_by not in services:
            message = f'there is no service "{service.replaced_by}"'
            yield found(service.replaced_by, message, did_you_mean(service.replaced_by, services))
        elif not _leads_to_open(service, services):
            message = f'following "replaced_by" from "{service.id}" leads to no open service'
            yield found(service.replaced_by, message, "name the service that answers today, or leave the field out")


def successors_fit(survey: Survey) -> Iterator[Finding]:
    """The service in "replaced_by" is one of the same country or of the whole Union.

    Whoever may call the old line may call the new one: it is not for professionals only, unless the old one was.
    """
    services = {service.id: service for _, service in survey.services}
    for country, service in survey.services:
        successor = services.get(service.replaced_by) if service.replaced_by is not None else None
        if successor is None or service.replaced_by is None:
            continue
        if successor.id.partition("-")[0] not in (country.country.lower(), "eu"):
            message = f'"{successor.id}" is a service of another country, where "{service.id}" sends its callers'
            yield found(service.replaced_by, message, "name a service of the same country, or leave the field out")
        elif _only_professionals(successor) and not _only_professionals(service):
            message = f'"{successor.id}" is for professionals only, and "{service.id}" was for others too'
            yield found(service.replaced_by, message, "name a service that they may call, or leave the field out")


def closed_services_say_why(survey: Survey) -> Iterator[Finding]:
    """A paused or closed service has "since" and "reason"; an active one has neither, and no successor."""
    for _, service in survey.services:
        extras = [(name, getattr(service, name)) for name in ("since", "reason", "replaced_by")]
        written = [(name, text) for name, text in extras if text is not None and is_written(text)]
        if service.status == "active":
            for name, text in written:
                message = f'"{name}" belongs to a paused or closed service; this one is active'
                yield found(text, message, f'remove "{name}", or add "status: paused"')
        else:
            for name in {"since", "reason"} - {name for name, _ in written}:
                message = f'the service is {service.status}, and "{name}" is missing'
                yield found(service.status, message, f'add "{name}: …"')


def substitutes_can_be_called(survey: Survey) -> Iterator[Finding]:
    """The services in "instead_of_trafficking_line" are in the same file, not closed, and can be called.

    One that is paused may stay: pausing is always allowed, and until it is over the page leaves it out.
    """
    for country in survey.whole_countries:
        services = {service.id: service for service in country.services}
        for text in country.instead_of_trafficking_line:
            service = services.get(text)
            if service is None:
                yield found(text, f'there is no service "{text}" in this file', did_you_mean(text, services))
            elif service.status == "closed":
                yield found(text, f'"{text}" is closed', "name a service that is active")
            elif not any(channel_kind(channel) in CALLED for channel in service.channels):
                yield found(text, f'"{text}" has no number to call', "name a service with a phone number or short code")


def substitutes_stand_where_needed(survey: Survey) -> Iterator[Finding]:
    """A country without a trafficking line open to everybody names services to call instead; no other does.

    While such a line is paused, both are right: pausing is always allowed.
    """
    for country in survey.whole_countries:
        if country.country == "EU":
            continue
        needed = not any(is_public_trafficking_line(service) for service in country.services if service.status != "closed")
        if needed and not country.instead_of_trafficking_line:
            message = "no active trafficking helpline here is open to everybody, so the page must name services to call"
            yield found(country.country, message, 'add "instead_of_trafficking_line:" with ids of services, best first')
        if has_public_trafficking_line(country) and country.instead_of_trafficking_line:
            message = '"instead_of_trafficking_line" stands here although a trafficking helpline is open to everybody'
            yield found(country.instead_of_trafficking_line[0], message, "remove the field")


def services_can_be_reached(survey: Survey) -> Iterator[Finding]:
    """A service has at least one channel, and a country at least one emergency number (except the Union's file)."""
    for country in survey.whole_countries:
        if not country.emergency and country.country != "EU":
            yield found(country.country, "the country has no emergency number", 'add it under "emergency"')
        for service in country.services:
            if not service.channels:
                fix = "add one, or move the service to data/held_back.yml with the reason no-contact"
                yield found(service.id, f'"{service.id}" has no channel', fix)


def held_back_services_are_not_published(survey: Survey) -> Iterator[Finding]:
    """A service that is held back as a whole does not stand in the country's file."""
    ids = {entry.id: entry.id for country in survey.data.countries.values() for entry in entries_of(country)}
    for held in survey.data.held_back:
        if held.contact is None and held.service in ids:
            place = ids[held.service].place
            message = f'"{held.service}" is held back as a whole, but stands in {place.path}, line {place.line}'
            yield found(held.service, message, "remove it there, or remove this entry")


def held_back_contacts_are_not_published(survey: Survey) -> Iterator[Finding]:
    """A number or address that is held back is not published by that service; unless a duplicate, by no other."""
    held: dict[str, list[HeldBack]] = {}
    for entry in survey.data.held_back:
        if entry.contact is not None:
            held.setdefault(_comparable(entry.contact), []).append(entry)
    for country, service, channel in survey.channels:
        for entry in held.get(_comparable(channel_value(channel)), ()):
            elsewhere = entry.country == country.country and entry.reason != "duplicate"
            if entry.service == service.id or elsewhere or entry.reason == "personal":
                text = contact_of(channel)
                line = entry.service.place.line
                message = f'"{text}" is held back ({entry.reason}) in data/held_back.yml, line {line}'
                yield found(text, message, "remove this channel, or the entry there")


def _only_professionals(service: Service) -> bool:
    return set(service.audience) == {"professionals"}


def _file_of(service: str) -> str:
    return f"countries/{service.partition('-')[0]}"


def _leads_to_open(service: Service, services: dict[Text, Service]) -> bool:
    passed: set[str] = set()
    following: Service | None = service
    while following and following.replaced_by is not None:
        if following.id in passed:
            return False
        passed.add(following.id)
        following = services.get(following.replaced_by)
    return following is None or following.status != "closed"


def _comparable(contact: str) -> str:
    """Return a contact as it is compared: numbers as dialled, addresses in lower case without the last slash."""
    is_number = not any(letter.isalpha() for letter in contact)
    return dialled(contact) if is_number else contact.lower().rstrip("/")
