"""Marks of those who asked not to be listed: they can be recognised, and not be read.

A registry of numbers and names that must not be published would publish them, since everybody can read
this project. So it holds marks only: the first 24 bits of the SHA-256 of what is not to be listed.

A whole hash would hide no telephone number, with or without a salt: a plan of numbers has so few that a
computer tries them all in minutes, and a salt that the checks know is known to everybody. Cut to 24 bits,
each mark is shared by one in 17 million: of all numbers of the countries on this site some hundred bear the
same one, and nobody can tell which was meant. What is compared with the list are some thousand texts, so
that a false alarm is about one in a thousand for each entry.

What this cannot hide: whoever already has a certain number or name in mind can ask whether its mark stands
here, because that is what the checks do. Short codes, which are known to all, and names of organisations,
of which there are few, are no secret from somebody who tries a list of them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from .contacts import dialled, digits

MARK = re.compile(r"[0-9a-f]{6}")
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./\u00a0-]*")
_LETTERS = re.compile(r"[^\w]+")
_ID = re.compile(r"[a-z]{2}-([a-z0-9]+(?:-[a-z0-9]+)*)")
SHORTEST, LONGEST_CODE = 3, 6  # digits of a short code


def mark_of(form: str) -> str:
    """Return the mark of one form of a contact or a name, as `forms_of` gives it."""
    return hashlib.sha256(f"seamark\0do not list\0{form}".encode()).hexdigest()[:6]


def own_form(text: str, country: str = "") -> str:
    """Return the one form under which something is put on the list.

    International numbers are compared as dialled, short codes together with their country (ISO 3166-1, in
    any case of letters), e-mail addresses in lower case, web addresses without https, www and the last
    slash, names by their letters and digits alone. Raises `ValueError` for a text without any, and for a
    number without "+" when no country is named.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if _NUMBER.fullmatch(text) and len(digits(text)) >= SHORTEST:
        if text.startswith("+"):
            return dialled(text.replace("(0)", ""))
        if not country or len(digits(text)) > LONGEST_CODE:
            raise ValueError("a short code needs its country; any other number is written with +, like +372 660 7320")
        return f"{country.upper()} {digits(text)}"
    if "@" in text:
        return text.casefold().removeprefix("mailto:")
    if "://" in text:
        parts = urlsplit(text.casefold())
        return f"{_bare_host(parts.hostname)}{parts.path}".rstrip("/") + (f"?{parts.query}" if parts.query else "")
    name = " ".join(_LETTERS.sub(" ", text.replace("_", " ")).casefold().split())
    if not name:
        raise ValueError(f'"{text}" holds no letter and no digit')
    return name


def forms_of(text: str, country: str = "") -> set[str]:
    """Return every form in which a text of the data can stand on the list.

    Besides its own form that is the domain of an address, so that one mark covers all pages and mailboxes
    of an organisation, and for an id ("be-payoke") the name in it.
    """
    try:
        own = own_form(text, country)
    except ValueError:
        return set()
    forms = {own}
    if "@" in own:
        forms.add(own.rpartition("@")[2])
    elif "://" in text:
        forms.add(_bare_host(urlsplit(text.casefold()).hostname))
    elif found := _ID.fullmatch(text):
        forms.add(found[1].replace("-", " "))
    return forms


def _bare_host(host: str | None) -> str:
    return (host or "").removeprefix("www.")
