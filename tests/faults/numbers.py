"""Mistakes in telephone numbers, e-mail and web addresses."""

from __future__ import annotations

from .fault import Change, Fault, fault
from .files import ABROAD, EE, LAWS, NO

EMAIL = "email: inimkaubandus@sotsiaalkindlustusamet.ee"
WEB = "web: https://www.palunabi.ee"


def abroad(rule: str, name: str, written: str) -> Fault:
    """Return a fault in the Estonian number for calls from abroad."""
    return fault(rule, name, EE, ABROAD, f'phone: §"{written}"')


def rosa(rule: str, name: str, written: str) -> Fault:
    """Return a fault in the Norwegian helpline's number."""
    return fault(rule, name, NO, '"+47 22 33 11 60"', f'§"{written}"')


FAULTS = (
    # how a number is typed
    abroad("phones-are-international", "the country's code is dropped", "614 7393"),
    abroad("phones-are-international", "the plus is dropped", "372 614 7393"),
    abroad("phones-are-international", "two zeros instead of the plus", "00372 614 7393"),
    abroad("phones-are-international", "a zero in brackets", "+372 (0)614 7393"),
    abroad("phones-are-international", "the letter O for a zero", "+372 614 73O3"),
    abroad("phones-are-international", "the letter l for a one", "+372 6l4 7393"),
    abroad("phones-are-international", "a space behind the plus", "+ 372 614 7393"),
    abroad("phones-are-international", "dots between the digits", "+372.614.7393"),
    abroad("phones-are-international", "a slash for a second last digit", "+372 614 7393/94"),
    abroad("phones-are-international", "two numbers in one line", "+372 614 7393, +372 660 7320"),
    abroad("phones-are-international", "an extension", "+372 614 7393 ext 2"),
    abroad("phones-are-international", "a word before the number", "tel +372 614 7393"),
    abroad("phones-are-international", "a link instead of a number", "tel:+3726147393"),
    abroad("phones-are-international", "Arabic digits", "+372 614 ٧٣٩٣"),
    abroad("phones-are-international", "full-width digits", "+372 614 ７３９３"),
    abroad("phones-are-international", "the plus of another width", "＋372 614 7393"),
    fault("phones-are-international", "another source's number without its country's code", EE, 'hours: "Mo-Fr 09:00-17:00"\n            source: cbss-2020', 'phone: §"660 7321"\n            source: cbss-2020'),
    # digits
    abroad("phones-can-be-dialled", "the last digit is dropped", "+372 614 739"),
    abroad("phones-can-be-dialled", "a digit is typed twice", "+372 614 73933"),
    rosa("phones-can-be-dialled", "a digit in the middle is dropped", "+47 22 33 1 60"),
    rosa("phones-can-be-dialled", "the first digit of the country's code is dropped", "+7 22 33 11 60"),
    rosa("phones-can-be-dialled", "the domestic zero behind the country's code", "+47 022 33 11 60"),
    abroad("phones-belong-to-the-country", "a neighbour's number is pasted", "+358 29 546 3177"),
    abroad("phones-belong-to-the-country", "two digits of the country's code are swapped", "+371 61 473 930"),
    rosa("phones-belong-to-the-country", "the neighbour's code before a right number", "+46 22 33 11 60"),
    fault("no-short-code-behind-a-country-code", "the code before a short code", EE, ABROAD, 'phone: §"+372 116006"'),
    rosa("no-short-code-behind-a-country-code", "the code before a short code with spaces", "+47 116 006"),
    fault("no-neighbouring-digits-are-swapped", "a second number, a slip of the first", EE, ABROAD, 'phone: §"+372 660 7230"'),
    fault("no-neighbouring-digits-are-swapped", "the last two digits are swapped", EE, ABROAD, 'phone: §"+372 660 7302"'),
    fault("contacts-stand-once", "a neighbouring line's number is pasted", EE, ABROAD, 'phone: §"+372 660 7320"'),
    fault("contacts-stand-once", "a channel is pasted twice", NO, "      - web: https://rosanorge.no\n        source: rosa-about\n",
          "      - web: https://rosanorge.no\n        source: rosa-about\n      - web: §https://rosanorge.no\n        source: rosa-about\n"),
    fault("one-contact-in-each-channel", "number and address in one channel", NO, '"+47 22 33 11 60"\n', '"+47 22 33 11 60"\n        web: §https://rosanorge.no\n',
          Change(NO, "      - web: https://rosanorge.no\n        source: rosa-about\n", "")),
    fault("one-contact-in-each-channel", "the number is taken out, its channel stays", EE, f"      - {ABROAD}\n        reach: abroad\n        cost: unknown\n        languages: [et, ru, en]\n        hours: \"24/7\"\n        source: cbss-2020",
          "      - languages: [et, ru, en]\n        source: §cbss-2020"),
    fault("held-back-contacts-are-not-published", "a number that was held back comes back", EE, '      - short: "1247"\n', '      - phone: §"+372 600 1247"\n        source: police-2020\n      - short: "1247"\n'),
    fault("held-back-contacts-are-not-published", "an address that was held back comes back", EE, f"      - {EMAIL}", f"      - web: §https://www.facebook.com/inimkaubandus/\n        source: sib-page\n      - {EMAIL}"),
    fault("facts-fit-the-channel", "an e-mail address that is free of charge", EE, f"{EMAIL}\n", f"{EMAIL}\n        cost: §free\n"),
    fault("facts-fit-the-channel", "a website that can be reached from inside only", NO, "web: https://rosanorge.no\n", "web: https://rosanorge.no\n        reach: §inside\n"),
    fault("facts-fit-the-channel", "a network without its reach", NO, '"+47 22 33 11 60"\n', '"+47 22 33 11 60"\n        networks: [§Telenor]\n'),
    fault("facts-fit-the-channel", "only one network, and no word which", NO, '"+47 22 33 11 60"\n        reach: unknown', '"+47 22 33 11 60"\n        reach: §one-network'),
    # e-mail
    fault("emails-are-valid", "a full stop behind the address", EE, EMAIL, "email: §inimkaubandus@sotsiaalkindlustusamet.ee."),
    fault("emails-are-valid", "a space in the address", EE, EMAIL, "email: §inimkaubandus @sotsiaalkindlustusamet.ee"),
    fault("emails-are-valid", "a comma for a dot", EE, EMAIL, "email: §inimkaubandus@sotsiaalkindlustusamet,ee"),
    fault("emails-are-valid", "hidden from robots", EE, EMAIL, 'email: §"inimkaubandus[at]sotsiaalkindlustusamet.ee"'),
    fault("emails-are-valid", "a link instead of an address", EE, EMAIL, "email: §mailto:inimkaubandus@sotsiaalkindlustusamet.ee"),
    fault("emails-are-valid", "the ending is dropped", EE, EMAIL, "email: §inimkaubandus@sotsiaalkindlustusamet"),
    fault("emails-are-valid", "capitals from a letterhead", EE, EMAIL, "email: §inimkaubandus@Sotsiaalkindlustusamet.EE"),
    fault("emails-are-valid", "two addresses", EE, EMAIL, 'email: §"inimkaubandus@sotsiaalkindlustusamet.ee, info@sotsiaalkindlustusamet.ee"'),
    # web addresses
    fault("addresses-are-secure", "http instead of https", NO, "https://rosanorge.no", "§http://rosanorge.no"),
    fault("addresses-are-secure", "the scheme is left out", NO, "https://rosanorge.no", "§rosanorge.no"),
    fault("addresses-are-secure", "a comma for a dot", NO, "https://rosanorge.no", '§"https://rosanorge,no"'),
    fault("addresses-are-secure", "one slash is lost", NO, "https://rosanorge.no", "§https:/rosanorge.no"),
    fault("addresses-are-secure", "tracking from a newsletter", NO, "https://rosanorge.no", "§https://rosanorge.no/?utm_source=newsletter"),
    fault("addresses-are-secure", "tracking from a social network", NO, "https://rosanorge.no", "§https://rosanorge.no/?id=1&fbclid=abc"),
    fault("addresses-are-secure", "a space in the address", NO, "https://rosanorge.no", '§"https://rosanorge.no/om oss"'),
    fault("addresses-are-secure", "a law's address without https", LAWS, '"https://eur-lex.europa.eu/eli/dir/2011/36"', '§"http://eur-lex.europa.eu/eli/dir/2011/36"'),
    fault("source-addresses-are-complete", "a source's address without its scheme", NO, "url: http://rosa-help.no/om-rosa/", "url: §rosa-help.no/om-rosa/"),
    fault("source-addresses-are-complete", "a source's address with tracking", NO, "url: http://rosa-help.no/om-rosa/", "url: §http://rosa-help.no/om-rosa/?gclid=abc"),
    fault("source-addresses-are-complete", "a file of somebody's own computer", NO, "url: http://rosa-help.no/om-rosa/", "url: §file:///home/rosa.html"),
)  # fmt: skip
