"""Sheets: the one number that a card, a poster or a screen held up to somebody shows, and its QR code."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

from . import contacts
from .cards import Card, Number
from .model import Country

FIRST_KIND = "trafficking-helpline"
PROFESSIONALS = {"professionals"}


def first_line(country: Country, cards: list[Card]) -> tuple[Card, Number] | None:
    """Return the line to call first, with its first number: that on trafficking, else the one named instead.

    None when a country has neither with a number that a voice answers.
    """
    by_id = {card.service.id: card for card in cards}
    own = [card for card in cards if card.service.kinds[0] == FIRST_KIND and set(card.service.audience) != PROFESSIONALS]
    named = [by_id[name] for name in country.instead_of_trafficking_line if name in by_id]
    for card in own + named:
        number = next((number for number in card.numbers if number.kind in contacts.CALLED), None)
        if number:
            return card, number
    return None


@lru_cache(maxsize=1_000)  # the card and the poster of a country lead to the same page
def qr_code(address: str) -> Markup:
    """Return a QR code (ISO/IEC 18004) of an address as inline SVG: dark on light in every colour scheme."""
    out = io.BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, nl=False, omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr"
    )
    return Markup(out.getvalue().decode("utf-8"))
