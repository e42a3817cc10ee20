"""Rules on the pages of countries: nothing published is missing, and nothing stands where it does not belong."""

from __future__ import annotations

from collections.abc import Iterator

from .. import cards, contacts
from ..languages import country_name
from .facts import ANYWHERE, UNION
from .folder import Built, Fault
from .page import Element, Item, Page

PLAIN = "text"
WAYS = {"phone": "tel", "short": "tel", "sms": "sms", "email": "mailto", "whatsapp": PLAIN}  # all others are links


def missing_contact(page: Page, built: Built) -> Iterator[Fault]:
    """A country's page shows, in <main> and not hidden, its emergency numbers and all contacts of active services.

    Numbers to call are tel: links, numbers for text messages sms: links, those of messengers plain text.
    """
    if not page.is_directory:
        return
    items = (*page.links, *page.plain_numbers)
    shown = {_reach(item) for item in items if _is_seen(item) and item.country == page.country}
    for contact in sorted(set(contacts.contacts_of(built.known.countries[page.country]))):
        if (WAYS.get(contact.kind, "https"), contact.value) not in shown:
            message = f'the {contact.kind} contact "{contact.value}" of {contact.service} is missing on this page'
            yield Fault(message, f"show every contact of {built.facts_for(page.country).file}")


def _is_seen(item: Item) -> bool:
    """Tell whether an item is content: the notice above <main> names the emergency number on every page."""
    return not item.hidden and bool(list(item.element.iterancestors("main")))


def _reach(item: Item) -> tuple[str, str]:
    """Return how an item reaches somebody and whom, in the words of `WAYS` and the data."""
    if item.element.tag == "bdi":
        return PLAIN, contacts.dialled(item.text)
    scheme, value = item.target
    return (scheme, item.href) if scheme == "https" else (scheme, value)


def card_of_service(page: Page, built: Built) -> Iterator[Fault]:
    """Each active service has, on its country's page, a card (an element with its id) with all its contacts.

    No card on any page holds a number or e-mail address of another service; emergency numbers may stand in all.
    """
    held = _held(page, built)
    for service_id, reached in held.items():
        own = built.known.service_contacts[service_id]
        allowed = own | built.known.emergency_numbers[service_id.partition("-")[0].upper()]
        for way, value in sorted(reached):
            if way in ("tel", "sms", "mailto", PLAIN) and value not in allowed:
                yield Fault(f'the card of {service_id} shows "{value}", which is not its own', "move it there")
        for value in sorted(own - {value for _, value in reached}) if page.is_directory else ():
            yield Fault(f'the card of {service_id} does not show "{value}"', "show each contact in its service's card")
    for service in contacts.active(built.known.countries[page.country]) if page.is_directory else ():
        if service.id not in held:
            yield Fault(f"{service.id} has no card on this page", f'give its card id="{service.id}"')


def tombstone(page: Page, built: Built) -> Iterator[Fault]:
    """Each paused or closed service keeps its place, an element with its id, on its country's page.

    Addresses that people saved answer there. It reaches nobody but the emergency number, and leads to the
    service that took over where one is active.
    """
    for service in contacts.resting(built.known.countries[page.country]) if page.is_directory else ():
        stone = page.by_id.get(service.id)
        if stone is None:
            message = f"{service.id} is {service.status} and has no place on this page"
            yield Fault(message, f'give it an element with id="{service.id}", without its numbers')
            continue
        plain = (each for each in page.items_in(stone, "bdi") if each.is_plain_number)
        reached = {_reach(each) for each in (*page.links_in(stone), *plain)}
        for way, value in sorted(reached):
            if way and value not in built.known.emergency_numbers[page.country]:
                yield Fault(f'{service.id} is {service.status} and shows "{value}"', "take it out")
        successor = cards.successor_of(service, built.data)
        if successor is not None and not _leads_to(successor.id, stone, page, built):
            message = f"{service.id} does not lead to {successor.id}, which took over"
            yield Fault(message, "link to its card")


def _leads_to(service_id: str, element: Element, page: Page, built: Built) -> bool:
    """Tell whether a link in an element leads to the card of a service, on its country's page in this language."""
    target = built.file_of(page.language, f"help/{service_id.partition('-')[0]}")
    links = (item.href for item in page.links_in(element))
    return any(href.endswith(f"#{service_id}") and page.targets.get(href) == target for href in links)


def _held(page: Page, built: Built) -> dict[str, set[tuple[str, str]]]:
    """Return what each card on a page reaches, by the id of its service."""
    held: dict[str, set[tuple[str, str]]] = {name: set() for name in page.by_id.keys() & built.known.service_contacts.keys()}
    for item in (*page.links, *page.plain_numbers) if held else ():
        for ancestor in item.element.iterancestors():
            if ancestor.get("id") in held:
                held[ancestor.get("id")].add(_reach(item))
    return held


def card_hours(page: Page, built: Built) -> Iterator[Fault]:
    """A card shows all opening hours that are stated for its service, each with its days, and no others."""
    if not page.is_directory:
        return
    for service in contacts.active(built.known.countries[page.country]):
        card = page.by_id.get(service.id)
        if card is None:
            continue  # card_of_service tells of it
        rows = built.known.hours_rows(service, page.language)
        text = " ".join(" ".join(card.itertext()).split())
        shown = {item.shown for item in page.items_in(card, "data") if "hours" in item.classes}
        for days, times in rows:
            if f"{days} {times}" not in text:
                yield Fault(f'the card of {service.id} does not show "{days} {times}"', "show all opening hours")
        for times in sorted(shown - {times for _, times in rows}):
            yield Fault(f'the card of {service.id} shows "{times}", which is not stated for it', "show its own hours")


def card_dates(page: Page, built: Built) -> Iterator[Fault]:
    """A date in a card is that of a source or confirmation of its service, or the day after which it is due."""
    for item in page.typed if page.is_directory else ():
        card, stated = item.card, item.get("datetime")
        if card is None or card.get("id") not in built.known.service_dates or item.element.tag != "time" or not stated:
            continue
        due = {card.get("data-check-after"), card.get("data-step-back-after")}
        if stated not in built.known.service_dates[card.get("id")] | due:
            message = f"the card of {card.get('id')} shows the date {stated}, which none of its sources bears"
            yield Fault(message, f"correct the page or {built.facts_for(page.country).file}")


def sheet_number(page: Page, built: Built) -> Iterator[Fault]:
    """Any other page of a country (a card, a poster, a screen to show) shows, in <main>, its first emergency number."""
    if page.is_directory or page.country == ANYWHERE:
        return
    number = contacts.dialled(built.known.countries[page.country].emergency[0].number)
    shown = {_reach(item) for item in (*page.links, *page.plain_numbers) if _is_seen(item)}
    if not {("tel", number), (PLAIN, number)} & shown:
        yield Fault(f"the page does not show the emergency number {number}", "show it as a number")


def country_mark(page: Page, built: Built) -> Iterator[Fault]:
    """data-country names a country of the data; on a country's page only that country or the Union."""
    for code in page.marks:
        if code not in built.known.countries:
            yield Fault(f'data-country="{code}" names no country of data/countries', "write its code in capitals: EE")
        elif page.country not in (ANYWHERE, code) and code != UNION:
            yield Fault(f"a part of the page is marked as {country_name(code, 'en')}", "show only its own country")


def emergency_number(page: Page, built: Built) -> Iterator[Fault]:
    """The home page lets people call, in <main>, the Union's emergency number and says where it is not the one.

    An element with data-not-for and with text names exactly the published countries that have other numbers.
    """
    number = built.known.prose_lines["emergency"]
    if number is None:
        return
    others = " ".join(sorted(code for code, own in built.known.emergency_numbers.items() if number not in own))
    if page.path == "" and not any(item.target == ("tel", number) and _is_seen(item) for item in page.links):
        yield Fault(f"the home page has no link to call {number}", "put the emergency number at its top")
    if page.path == "" and others and not page.notes:
        yield Fault(f"the page does not say that {number} is not for {others}", f'add data-not-for="{others}"')
    for note in page.notes:
        named = " ".join(sorted(note.get("data-not-for").split()))
        if named != others or not note.shown:
            message = f'data-not-for="{named}" must say, with text, where {number} is not the emergency number'
            yield Fault(message, f'the data say "{others}"')


RULES = (missing_contact, card_of_service, tombstone, card_hours, card_dates, sheet_number, country_mark, emergency_number)
