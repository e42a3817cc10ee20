"""Cases for numbers and the other facts of a channel."""

from __future__ import annotations

from factory import Edit

from .case import EE, EU, HELD, LAWS, NO, REFERENCES, SITE, Case, case

ABROAD = 'phone: "+372 614 7393"'
MAIN_HOURS = 'hours: "Mo-Th 08:30-16:30; Fr 08:30-15:30"'
OTHER_HOURS = 'hours: "Mo-Fr 09:00-17:00"'
SECOND = '        languages: en\n        hours: "We 10:00-12:00"\n'
AND = "\n        source: commission\n      "
POLICE = "\n        source: police"
EXIT = "exit: https://en.wikipedia.org/wiki/Main_Page"


def phone(rule: str, written: str) -> Case:
    """Return a case in which the number for calls from abroad is written otherwise, and wrongly."""
    return case(rule, EE, ABROAD, f'phone: §"{written}"')


def right_phone(rule: str, written: str) -> Case:
    """Return a case in which that number is written otherwise, and right."""
    return case(rule, EE, ABROAD, f'phone: "{written}"')


def hours(written: str) -> Case:
    """Return a case with opening hours that cannot be read."""
    return case("hours-are-readable", EE, MAIN_HOURS, f'hours: §"{written}"')


def web(written: str) -> Case:
    """Return a case with an address that readers must not be sent to like that."""
    return case("addresses-are-secure", EE, "https://www.example.ee/help", f"§{written}")


def email(written: str) -> Case:
    """Return a case with an address to which no mail can be sent."""
    return case("emails-are-valid", EE, "helpline@example.ee", f"§{written}")


def leave_to(written: str) -> Case:
    """Return a case in which the exit link leads where somebody knows who asks."""
    return case("exits-are-neutral", SITE, EXIT, f"exit: §{written}")


NUMBERS = (
    # how a number is written
    phone("phones-are-international", "614 7393"),
    phone("phones-are-international", "00372 614 7393"),
    phone("phones-are-international", "+372 (0)614 7393"),
    phone("phones-are-international", "+372 614 7393/7"),
    phone("phones-are-international", "+372 614 7393 ext 2"),
    phone("phones-are-international", "+372 614 7393, +372 660 7320"),
    phone("phones-are-international", "+372 614 73O3"),
    phone("phones-are-international", "+372 614.7393"),
    phone("phones-are-international", "+372 -614 7393"),
    case("phones-are-international", EE, 'whatsapp: "+372 660 7320"', 'whatsapp: §"660 7320"'),
    case("phones-are-international", EE, OTHER_HOURS, 'phone: §"660 7321"'),
    case("phones-are-international", EE, 'sms: "116006"', 'sms: §"660 7321"'),
    # numbers that nobody can dial, or that are somebody else's
    phone("no-short-code-behind-a-country-code", "+372 116006"),
    phone("no-short-code-behind-a-country-code", "+372 116 123"),
    phone("no-short-code-behind-a-country-code", "+47 116 006"),
    phone("phones-can-be-dialled", "+372 614 73"),
    phone("phones-can-be-dialled", "+372 614 7393 93"),
    phone("phones-can-be-dialled", "+999 614 7393"),
    phone("phones-belong-to-the-country", "+358 29 546 3177"),
    phone("phones-belong-to-the-country", "+800 6789 1011"),
    phone("no-neighbouring-digits-are-swapped", "+372 660 7302"),
    # one contact in a channel, and each once
    case(
        "one-contact-in-each-channel",
        EE,
        "helpline@example.ee",
        "helpline@example.ee\n        web: §https://example.ee/",
    ),
    case("one-contact-in-each-channel", EE, "- email: vana@example.ee\n        source: old", "- source: §old"),
    case(
        "contacts-stand-once",
        EE,
        ABROAD,
        'phone: §"+372 660 7320"',
        Edit(HELD, '"+372 660 7320"', '"+372 660 7321"'),
    ),
    case(
        "contacts-stand-once",
        EE,
        f'phone: "+372 660 7320"\n{SECOND}',
        f'phone: §"+372 660 7320"\n        languages: [ru, et]\n        {MAIN_HOURS}\n',
    ),
    case("contacts-stand-once", EE, "web: https://www.example.ee/help", "email: §helpline@example.ee"),
)

ADDRESSES = (
    email("helpline@example"),
    email("helpline"),
    email("helpline@Example.EE"),
    email("help line@example.ee"),
    email("a@example.ee, b@example.ee"),
    email("mailto:helpline@example.ee"),
    case("emails-are-valid", EE, OTHER_HOURS, "email: §helpline@@example.ee"),
    case("emails-are-valid", SITE, "stage: preview", "stage: preview\ncorrections: §corrections"),
    web("http://www.example.ee/help"),
    web("www.example.ee/help"),
    web("https://x"),
    web("https://www.example.ee/help me"),
    web("https://editor:word@www.example.ee/help"),
    web("https://www.example.ee/help?utm_source=news"),
    web("https://www.example.ee/help?id=2&fbclid=x"),
    case("addresses-are-secure", EE, "https://chat.example.ee/", "§http://chat.example.ee/"),
    case("addresses-are-secure", SITE, "https://seamark.example/", "§http://seamark.example/"),
    case("addresses-are-secure", SITE, "stage: preview", "stage: preview\nissues_url: §http://code.example.org/new"),
    case("addresses-are-secure", SITE, EXIT, "exit: §http://en.wikipedia.org/"),
    case("addresses-are-secure", LAWS, "https://www.example.org/palermo", "§http://www.example.org/palermo"),
    case("addresses-are-secure", REFERENCES, "https://www.example.org/palermo", "§ftp://www.example.org/palermo"),
    case("source-addresses-are-complete", EE, "http://www.example.ee/abi", "§www.example.ee/abi"),
    case("source-addresses-are-complete", EE, "http://www.example.ee/abi", "§http://www.example.ee/abi?gclid=1"),
    case("source-addresses-are-complete", EE, "http://www.example.ee/abi", '§"http://[www.example.ee/abi"'),
    leave_to("https://www.google.com/"),
    leave_to("https://duckduckgo.com/"),
    leave_to("https://m.facebook.com/"),
    leave_to("https://en.wikipedia.org/wiki/Main_Page?from=seamark"),
)

FACTS = (
    hours("Mo-Fr 9-17"),
    hours("9am-5pm"),
    hours("Mo-Fr 09.00-17.00"),
    hours("Mo-Fr 09:00–17:00"),
    hours("weekdays"),
    hours("Mo-Fr 8:30-16:30"),
    hours("Mo-Fr 20:00-27:00"),
    hours("off"),
    hours("Mo-Fr 09:00-05:00"),
    hours("Mo-Su 20:00-18:00"),
    hours("Mo-Fr 09:00-13:00,12:00-17:00"),
    hours("Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00"),
    case("hours-are-readable", EE, OTHER_HOURS, 'hours: §"Mo-Fr 9-17"'),
    case("facts-fit-the-channel", EE, "helpline@example.ee", "helpline@example.ee\n        cost: §free"),
    case("facts-fit-the-channel", EE, "https://chat.example.ee/", "https://chat.example.ee/\n        reach: §inside"),
    case("facts-fit-the-channel", EE, "reach: one-network\n        networks: [Telia]", "reach: §one-network"),
    case("facts-fit-the-channel", EE, "reach: one-network\n        networks: [Telia]", "networks: [§Telia]"),
    case("facts-fit-the-channel", EE, "reach: abroad", 'not_in: [§"AT"]'),
)

BAD: tuple[Case, ...] = (*NUMBERS, *ADDRESSES, *FACTS)

GOOD: tuple[Case, ...] = (
    right_phone("phones-are-international", "+372-614-7393"),
    right_phone("phones-are-international", "+3726147393"),
    right_phone("phones-can-be-dialled", "+372 660 7321"),
    case("phones-are-international", EE, 'sms: "116006"', 'sms: "+372 614 7393"'),
    # the Union's numbers belong to no country, an island's to its mainland
    case("phones-belong-to-the-country", EU, '  - short: "116000"', f'  - short: "116000"{AND}- phone: "+800 6789 1011"'),
    case("phones-belong-to-the-country", EU, '  - short: "116000"', f'  - short: "116000"{AND}- phone: "+372 614 7393"'),
    case("phones-belong-to-the-country", NO, "    channels:", f'    channels:\n      - phone: "+47 79 02 43 00"{POLICE}'),
    right_phone("no-short-code-behind-a-country-code", "+372 611 6006"),
    # real lines have neighbouring numbers
    right_phone("no-neighbouring-digits-are-swapped", "+372 660 7321"),
    case("one-contact-in-each-channel", EE, "- email: vana@example.ee", "- form: https://www.example.ee/form"),
    case("contacts-stand-once", EE, SECOND, "        area: Tallinn\n"),
    case("contacts-stand-once", EE, "vana@example.ee", "helpline@example.ee"),
    case("emails-are-valid", EE, "helpline@example.ee", "abi.Tallinn+liin@gmail.com"),
    case("emails-are-valid", SITE, "stage: preview", "stage: preview\ncorrections: corrections@seamark.eu"),
    case("addresses-are-secure", EE, "https://www.example.ee/help", "https://www.example.ee:443/help?id=2&page=sources"),
    case("addresses-are-secure", LAWS, "https://www.example.org/palermo", "unknown"),
    case("source-addresses-are-complete", EE, "http://www.example.ee/abi", "unknown"),
    case("exits-are-neutral", SITE, EXIT, "exit: https://www.googleville.example/"),
    case("hours-are-readable", EE, MAIN_HOURS, 'hours: "Mo-Fr 22:00-06:00; Sa,Su 00:00-24:00; PH off"'),
    case("hours-are-readable", EE, MAIN_HOURS, "hours: unknown"),
    case("hours-are-readable", EE, MAIN_HOURS, 'hours: "Mo-Fr 15:00-08:00; Sa,Su 08:00-12:00,18:00-02:00"'),
    case("facts-fit-the-channel", EE, "https://chat.example.ee/", "https://chat.example.ee/\n        languages: et"),
)
