"""Rules on what can be dialled, texted or written to: every number is a fact, shown as it is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .. import contacts
from .digits import only_digits
from .folder import Built, Fault
from .page import Item, Page, shown_address

NUMBER_FORM = re.compile(r"\+[1-9]\d{6,14}|\d{3,6}", re.ASCII)
FORMS = {
    "tel": NUMBER_FORM,
    "sms": NUMBER_FORM,
    "mailto": re.compile(r"[^\s@?&<>,;]+@[^\s@?&<>,;]+\.[^\s@?&<>,;.]+"),
}
SHOWN_NUMBER = re.compile(r"\+?\d[\d ().\u00a0\u202f\u2009\u2011/-]*", re.ASCII)
VERBS = {"tel": "calls", "sms": "sends a text message to", "mailto": "writes to"}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
CLOSING_MARKS = "“”’'\"»).,;:…"
_local_spelling = lru_cache(maxsize=5_000)(contacts.local_spelling)


def link_form(page: Page, built: Built) -> Iterator[Fault]:
    """A link to call or text has "+" and digits or a short code of three to six digits behind tel: or sms:.

    A link to write has one e-mail address behind mailto: and nothing more.
    """
    for item in page.links:
        scheme, value = item.target
        if scheme in FORMS and not FORMS[scheme].fullmatch(value):
            want = "mailto:name@example.org" if scheme == "mailto" else f"{scheme}:+3726607320 or {scheme}:116006"
            yield Fault(f'the link "{item.href}" reaches nobody', f"write it like {want}, without spaces")


def _contact_links(page: Page, *schemes: str) -> Iterator[tuple[Item, str, str]]:
    """Yield the well-formed contact links of a page with scheme and value."""
    for item in page.links:
        scheme, value = item.target
        if scheme in schemes and FORMS[scheme].fullmatch(value):
            yield item, scheme, value


def contact_fact(page: Page, built: Built) -> Iterator[Fault]:
    """A number or address in a link is published for the country of the page, or of that part of the page.

    Pages and parts that belong to no country name only lines that are the same in the whole Union.
    """
    for item, scheme, value in _contact_links(page, *FORMS):
        facts = built.facts_for(item.country)
        known = {"tel": facts.calls, "sms": facts.texts, "mailto": facts.emails}[scheme]
        if value not in known:
            belongs = " and ".join(built.known.owners.get(value, [])) or "no country in data/"
            yield Fault(
                f'a link {VERBS[scheme]} "{value}", which is not published for {facts.place}; it belongs to {belongs}',
                f"correct the page or {facts.file}",
            )


def shown_number(page: Page, built: Built) -> Iterator[Fault]:
    """A link to call or text shows the very number that it dials, once, in <bdi dir="ltr">.

    A label for screen readers names no other number.
    """
    isolated = {number.element: number for number in page.numbers}
    for item, _, value in _contact_links(page, "tel", "sms"):
        isolates = [isolated[element] for element in item.element.iter("bdi")]
        if len(isolates) != 1 or isolates[0].get("dir") != "ltr":
            yield Fault(f'the link to "{value}" must show its number once, in <bdi dir="ltr">', "add it")
            continue
        number = isolates[0]
        same = SHOWN_NUMBER.fullmatch(number.text.strip()) and contacts.dialled(number.shown) == value
        if not same or only_digits(item.text) != contacts.digits(value):
            yield Fault(f'a link shows "{item.shown}" and dials "{value}"', "show what is dialled")
        for label in (element.get(name) for element in (item, number) for name in ("aria-label", "title")):
            if only_digits(label) not in ("", contacts.digits(value)):
                yield Fault(f'a link dials "{value}" and its label says "{label}"', "say what is dialled")


def local_number(page: Page, built: Built) -> Iterator[Fault]:
    """The spelling for inside the country (class local-number) is that of a number in the same card."""
    for item in (item for item in page.numbers if "local-number" in item.classes):
        card = item.card if item.card is not None else page.root
        around = page.items_in(card, "a", "bdi")
        numbers = {value for scheme, value in (other.target for other in around) if scheme in ("tel", "sms")}
        numbers |= {contacts.dialled(other.text) for other in around if other.is_plain_number}
        spellings = {" ".join(text.split()) for text in map(_local_spelling, sorted(numbers)) if text}
        if item.shown not in spellings:
            known = " or ".join(f'"{text}"' for text in sorted(spellings)) or "none"
            yield Fault(f'the local spelling "{item.shown}" fits no number in the same card', f"write {known}")
        if item.get("dir") != "ltr":
            yield Fault(f'the local spelling "{item.shown}" has no dir="ltr"', 'add dir="ltr"')


def plain_number(page: Page, built: Built) -> Iterator[Fault]:
    """A number that is text and no link (class number, for messengers) is published for the country."""
    for item in page.plain_numbers:
        facts = built.facts_for(item.country)
        if not SHOWN_NUMBER.fullmatch(item.text.strip()) or contacts.dialled(item.shown) not in facts.numbers:
            yield Fault(f'the number "{item.shown}" is not published for {facts.place}', f"correct {facts.file}")
        if item.get("dir") != "ltr":
            yield Fault(f'the number "{item.shown}" has no dir="ltr"', 'add dir="ltr"')


def shown_link_address(page: Page, built: Built) -> Iterator[Fault]:
    """A link whose text is an e-mail or web address leads to that very address."""
    for item in page.links:
        shown = shown_address(item)
        # Publishers are called after their sites ("News.bg"): a known name is a name.
        if shown and not _same_address(shown, item.href) and item.shown not in built.facts_for(item.country).names:
            yield Fault(f'a link shows "{shown}" and leads to "{item.href}"', "show where it leads")


def address_in_text(page: Page, built: Built) -> Iterator[Fault]:
    """An e-mail or web address in plain text is published for the country of that page, or is one of this site that is there."""
    for words in page.words:
        own = words.text.startswith(built.data.site.url)
        if own or not ("@" in words.text or "http" in words.text or "www." in words.text):
            continue
        facts = built.facts_for(words.country)
        emails = {found.rstrip(".") for found in EMAIL.findall(words.text)} - facts.emails
        addresses = {found.rstrip(CLOSING_MARKS) for found in WEB_ADDRESS.findall(words.text)}
        known = facts.urls | built.known.shared_urls if addresses else ()
        strange = {text for text in addresses if not any(_same_address(text, url) for url in known) and not _is_own(text, built)}
        for shown in sorted(emails | strange):
            message = f'the {words.source} holds the address "{shown}", which is not published for {facts.place}'
            yield Fault(message, f"correct the page or {facts.file}")


def _is_own(address: str, built: Built) -> bool:
    """Tell whether an address is that of a page, a file or a folder of this site."""
    path = address.removeprefix(str(built.data.site.url))
    if path == address:
        return False
    folder = f"{path.rstrip('/')}/"
    return not path or path in built.files or any(file.startswith(folder) for file in built.files)


def _same_address(shown: str, url: str) -> bool:
    if url.lower().startswith("mailto:"):
        return shown == url[len("mailto:") :]
    plain_shown, plain_url = (re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/") for text in (shown, url))
    return plain_url == plain_shown or plain_url.startswith((f"{plain_shown}/", f"{plain_shown}?"))


RULES = (link_form, contact_fact, shown_number, local_number, plain_number, shown_link_address, address_in_text)
