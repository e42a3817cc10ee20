"""Rules on what can be dialled, texted or written to: every number is a fact, shown as it is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import contacts
from ..languages import country_name
from .digits import only_digits
from .facts import ANYWHERE, UNION, Facts, prose_lines
from .folder import Built, Fault
from .reading import Item, Page, shown_address

FORMS = {
    "tel": re.compile(r"\+[1-9]\d{6,14}|\d{3,6}", re.ASCII),
    "sms": re.compile(r"\+[1-9]\d{6,14}|\d{3,6}", re.ASCII),
    "mailto": re.compile(r"[^\s@?&<>]+@[^\s@?&<>]+\.[^\s@?&<>.]+"),
}
SHOWN_NUMBER = re.compile(r"\+?\d[\d ().\u00a0\u202f\u2009\u2011/-]*", re.ASCII)
VERBS = {"tel": "calls", "sms": "sends a text message to", "mailto": "writes to"}
SCHEME_OF = {"phone": "tel", "short": "tel", "sms": "sms", "email": "mailto"}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
CLOSED_MARKS = "“”’'\"»).,;:…"


def scheme_of(item: Item) -> tuple[str, str]:
    """Return the scheme of a link, in lower case, and what follows its colon."""
    scheme, colon, value = item.get("href").partition(":")
    return (scheme.lower(), value) if colon else ("", item.get("href"))


def _contact_links(page: Page, *schemes: str) -> Iterator[tuple[Item, str, str]]:
    """Yield the well-formed contact links of a page with scheme and value."""
    for item in page.links:
        scheme, value = scheme_of(item)
        if scheme in schemes and FORMS[scheme].fullmatch(value):
            yield item, scheme, value


def _facts(built: Built, country: str) -> Facts:
    return built.facts.get(country, built.facts[ANYWHERE])


def link_form(page: Page, built: Built) -> Iterator[Fault]:
    """A link to call or text is "tel:" or "sms:" with "+" and digits or a short code of three to six digits; one to write is "mailto:" with one address and nothing behind it."""
    for item in page.links:
        scheme, value = scheme_of(item)
        if scheme in FORMS and not FORMS[scheme].fullmatch(value):
            want = "mailto:name@example.org" if scheme == "mailto" else f"{scheme}:+3726607320 or {scheme}:116006"
            yield Fault(f'the link "{item.get("href")}" reaches nobody', f"a link looks like {want}, without spaces")


def contact_fact(page: Page, built: Built) -> Iterator[Fault]:
    """Every number and address in a link is published for the country of that page, or of the part of the page; pages of no country name only the lines that are the same in the whole Union."""
    for item, scheme, value in _contact_links(page, *FORMS):
        facts = _facts(built, item.country)
        known = {"tel": facts.calls, "sms": facts.texts, "mailto": facts.emails}[scheme]
        if value not in known:
            belongs = " and ".join(built.owners.get(value, [])) or "no country in data/"
            yield Fault(
                f'a link {VERBS[scheme]} "{value}", which is not published for {facts.place}; it belongs to {belongs}',
                f"correct the page or {facts.file}",
            )


def shown_number(page: Page, built: Built) -> Iterator[Fault]:
    """A link to call or text shows exactly the number that it dials, in one <bdi dir="ltr">; a spoken label of the link says no other."""
    for item, _, value in _contact_links(page, "tel", "sms"):
        isolates = [inner for inner in page.numbers if inner.element.getparent() is not None and item.element in inner.element.iterancestors()]
        if len(isolates) != 1 or isolates[0].get("dir") != "ltr":
            yield Fault(f'the link to "{value}" must show its number once, in <bdi dir="ltr">', "use the macro for numbers")
            continue
        shown = " ".join(isolates[0].text.split())
        same = SHOWN_NUMBER.fullmatch(isolates[0].text.strip()) and contacts.dialled(shown) == value
        if not same or only_digits(item.text) != contacts.digits(value):
            yield Fault(f'a link shows "{" ".join(item.text.split())}" and dials "{value}"', "show what is dialled")
        for name in ("aria-label", "title"):
            for element in (item.element, isolates[0].element):
                if only_digits(element.get(name) or "") not in ("", contacts.digits(value)):
                    yield Fault(f'a link dials "{value}" and its {name} says "{element.get(name)}"', "say what is dialled")


def local_number(page: Page, built: Built) -> Iterator[Fault]:
    """The spelling for inside the country (class local-number) is that of a number in the same card, and stands in dir="ltr"."""
    for item in (item for item in page.numbers if "local-number" in item.classes):
        card = item.card if item.card is not None else page.root
        in_card = (link for link in page.links if card in link.element.iterancestors())
        numbers = {value for link in in_card for scheme, value in [scheme_of(link)] if scheme in ("tel", "sms")}
        numbers |= {contacts.dialled(other.text) for other in _plain_numbers(page) if card in other.element.iterancestors()}
        spellings = {" ".join(text.split()) for text in map(contacts.local_spelling, sorted(numbers)) if text}
        shown = " ".join(item.text.split())
        if shown not in spellings:
            known = ", ".join(f'"{text}"' for text in sorted(spellings)) or "no such spelling"
            yield Fault(f'the local spelling "{shown}" fits no number in the same card', f"the card's numbers have {known}")
        if item.get("dir") != "ltr":
            yield Fault(f'the local spelling "{shown}" has no dir="ltr"', 'write <bdi dir="ltr" class="local-number">')


def _plain_numbers(page: Page) -> list[Item]:
    return [item for item in page.numbers if "number" in item.classes]


def plain_number(page: Page, built: Built) -> Iterator[Fault]:
    """A number that is text only (class number, for messengers) is published for the country and stands in dir="ltr"."""
    for item in _plain_numbers(page):
        facts = _facts(built, item.country)
        shown = " ".join(item.text.split())
        if not SHOWN_NUMBER.fullmatch(shown) or contacts.dialled(shown) not in facts.numbers:
            yield Fault(f'the number "{shown}" is not published for {facts.place}', f"correct the page or {facts.file}")
        if item.get("dir") != "ltr":
            yield Fault(f'the number "{shown}" has no dir="ltr"', 'write <bdi dir="ltr" class="number">')


def shown_link_address(page: Page, built: Built) -> Iterator[Fault]:
    """A link whose text is an e-mail or web address leads to that very address."""
    for item in page.links:
        shown = shown_address(item.text, item.get("href"))
        if shown is not None and not _same_address(shown, item.get("href")):
            yield Fault(f'a link shows "{shown}" and leads to "{item.get("href")}"', "show the address to which it leads")


def _same_address(shown: str, url: str) -> bool:
    if url.lower().startswith("mailto:"):
        return shown == url[len("mailto:") :]
    plain_shown, plain_url = (re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/") for text in (shown, url))
    return plain_url == plain_shown or plain_url.startswith((f"{plain_shown}/", f"{plain_shown}?"))


def address_in_text(page: Page, built: Built) -> Iterator[Fault]:
    """An e-mail or web address in plain text is published for the country of that page."""
    for words in page.words:
        if words.text.startswith(built.data.site.url):
            continue
        facts = _facts(built, words.country)
        for found in EMAIL.findall(words.text) if "@" in words.text else ():
            if found.rstrip(".") not in facts.emails:
                yield Fault(f'the {words.source} holds the address "{found}", not published for {facts.place}', f"correct {facts.file}")
        for found in WEB_ADDRESS.findall(words.text) if "http" in words.text or "www." in words.text else ():
            shown = found.rstrip(CLOSED_MARKS)
            if not any(_same_address(shown, url) for url in facts.urls | built.shared_urls):
                yield Fault(f'the {words.source} holds the address "{shown}", not published for {facts.place}', f"correct {facts.file}")


def missing_contact(page: Page, built: Built) -> Iterator[Fault]:
    """A country's page shows all its emergency numbers and every contact of all its active services, not hidden: numbers to call as tel: links, text numbers as sms: links, messengers' numbers as text, e-mail as mailto:, other addresses as links."""
    if page.country == ANYWHERE:
        return
    shown = {(scheme, value) for item in page.links if _counts(item, page) for scheme, value in [scheme_of(item)]}
    hrefs = {item.get("href") for item in page.links if _counts(item, page)}
    plain = {contacts.dialled(item.text) for item in _plain_numbers(page) if _counts(item, page)}
    country = next(item for item in built.data.countries.values() if item.country == page.country)
    for contact in sorted(set(contacts.contacts_of(country))):
        scheme = SCHEME_OF.get(contact.kind)
        found = (scheme, contact.value) in shown if scheme else contact.value in hrefs | plain
        if not found and not (contact.kind == "sms" and contact.value in plain):
            file = _facts(built, page.country).file
            yield Fault(
                f'the {contact.kind} contact "{contact.value}" of {contact.service} is not on its country\'s page',
                f"show every contact of {file} on the page",
            )


def _counts(item: Item, page: Page) -> bool:
    return not item.hidden and item.country == page.country


def card_of_service(page: Page, built: Built) -> Iterator[Fault]:
    """On a country's page each active service has a card (the element with its id) that holds all its contacts; no card anywhere holds a contact of another service, emergency numbers apart."""
    own: dict[str, set[str]] = {}
    for country in built.data.countries.values():
        emergency = {contacts.dialled(item.number) for item in country.emergency}
        for service in contacts.active(country):
            own[service.id] = {contacts.channel_value(channel) for channel in service.channels} | emergency
    held: dict[str, set[str]] = {name: set() for name in page.ids if name in own}
    for item in (*page.links, *_plain_numbers(page)):
        scheme, value = scheme_of(item) if item.element.tag in ("a", "area") else ("", contacts.dialled(item.text))
        value = value if scheme in ("", *FORMS) else item.get("href")
        ids = (element.get("id") for element in item.element.iterancestors() if element.get("id") in own)
        for service_id in ids:
            held[service_id].add(value)
            if (scheme in FORMS or not scheme and item.element.tag == "bdi") and value not in own[service_id]:
                yield Fault(f'the card of {service_id} shows "{value}", which is not its own', "move it to the card where it belongs")
    if page.country != ANYWHERE:
        country = next(item for item in built.data.countries.values() if item.country == page.country)
        for service in contacts.active(country):
            if service.id not in held:
                yield Fault(f"{service.id} has no card on its country's page", f'give its card id="{service.id}"')
            for value in sorted({contacts.channel_value(channel) for channel in service.channels} - held.get(service.id, own[service.id])):
                yield Fault(f'the card of {service.id} does not show "{value}"', "show a contact in the card of its service")


def country_mark(page: Page, built: Built) -> Iterator[Fault]:
    """data-country names a country of the data; on a country's page only that country or the Union."""
    for item in page.marks:
        code = item.get("data-country")
        if code not in built.facts or code == ANYWHERE:
            yield Fault(f'data-country="{code}" names no country of data/countries', "write the code in capitals: EE")
        elif page.country not in (ANYWHERE, code) and code != UNION:
            yield Fault(f"a part of the page is marked as {country_name(code, 'en')}", "show only the page's own country and the Union")


def emergency_number(page: Page, built: Built) -> Iterator[Fault]:
    """The home page lets people call the Union's emergency number, and says (data-not-for, with text) in exactly which published countries it is not the emergency number; no page says otherwise."""
    number = prose_lines(built.data)["emergency"]
    if number is None:
        return
    others = {
        str(country.country)
        for country in built.data.countries.values()
        if number not in {contacts.dialled(item.number) for item in country.emergency}
    }
    notes = page.find("//*[@data-not-for]")
    is_home = page.path == ""
    if is_home and not any(scheme_of(item) == ("tel", number) and not item.hidden for item in page.links):
        yield Fault(f"the home page has no link to call {number}", "put the emergency number at its top")
    if is_home and others and not notes:
        yield Fault(f"{number} is not the emergency number of {' '.join(sorted(others))}", "say so in an element with data-not-for")
    for note in notes:
        named = set(note.get("data-not-for").split())
        if named != others or not note.text_content().strip():
            yield Fault(
                f'data-not-for="{" ".join(sorted(named))}" with its text says where {number} is not the emergency number;'
                f' the data say "{" ".join(sorted(others))}"',
                "name exactly these countries",
            )


RULES = (
    link_form,
    contact_fact,
    shown_number,
    local_number,
    plain_number,
    shown_link_address,
    address_in_text,
    missing_contact,
    card_of_service,
    country_mark,
    emergency_number,
)
