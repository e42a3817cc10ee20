"""Rules that protect people: no street address, because behind it may be a shelter or somebody's home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import UNKNOWN
from .survey import Finding, Survey, found

# A word for "street" in front of a name and a house number, or at the end of a name before the number.
IN_FRONT = (
    r"ul|ulica|ulice|ulici|aleja|al|os|plac|pl|вул|вулиця|вулиці|ул|улица|улице|просп|проспект|пров|провулок|переулок|"
    r"площа|площадь|бул|бульвар|rue|avenue|av|bd|boulevard|place|via|viale|corso|piazza|calle|avda|avenida|plaza|paseo|"
    r"rua|strada|str|bulevardul|bd|calea|utca|οδός|trg|cesta|námestie|náměstí|nám|бул|улица"
)
AT_THE_END = (
    r"straße|strasse|str\.|gasse|platz|allee|weg|gatan|gata|gränd|vägen|väg|torget|gate|gata|gaten|veien|vei|vegen|"
    r"gade|vej|vænge|plads|katu|tie|kuja|tänav|puiestee|mnt|maantee|iela|bulvāris|gatve|gatvė|g\.|prospektas|pr\.|"
    r"straat|laan|plein|weg|utca|út|körút|ulica|ulice|cesta|stræti|gata|vegur|braut"
)
STREET_ADDRESS = re.compile(
    rf"\b(?:{IN_FRONT})\b\.?\s+[^\W\d][\w.’'\- ]{{2,40}}?,?\s+\d{{1,4}}\s?[a-zа-я]?\b"
    rf"|\b[^\W\d]\w{{1,30}}[ -]?(?:{AT_THE_END})\s+\d{{1,4}}\s?[a-zа-я]?\b"
    r"|\b\d{1,4}[a-z]?,?\s+(?:[^\W\d]\w+\s+){1,3}(?:street|st\.|road|rd\.|avenue|lane|square|drive|way)\b"
    r"|\b(?:street|road|avenue|lane)\s+(?:no\.?\s*)?\d{1,4}\b",
    re.IGNORECASE,
)

HAS_DIGIT = re.compile(r"\d")
GUARDED = ("data/countries/", "data/held_back")


def no_street_addresses(survey: Survey) -> Iterator[Finding]:
    """No text of a country's file, and no remark on what is held back, holds a street and a house number."""
    for text in survey.texts:
        if " " in text and text.place.path.startswith(GUARDED) and (address := _street_address(str(text))):
            message = f'"{address}" looks like a street address, which could show where a shelter is'
            yield found(text, message, 'take it out; name the town under "area" if it matters')


@lru_cache(maxsize=100_000)
def _street_address(text: str) -> str | None:
    # Only a text with a digit is worth the long search.
    match = STREET_ADDRESS.search(text) if HAS_DIGIT.search(text) and "://" not in text else None
    return match[0].strip() if match else None


def areas_are_place_names(survey: Survey) -> Iterator[Finding]:
    """The area of a service or channel names places, without house numbers and postal codes; it is not "unknown"."""
    areas = [service.area for _, service in survey.services]
    areas += [channel.area for _, _, channel in survey.channels]
    for text in (text for area in areas for text in area):
        if HAS_DIGIT.search(text):
            yield found(text, f'an area is the name of a place, not "{text}"', "type the name of the town or region")
        elif text == UNKNOWN:
            yield found(text, f'an area is the name of a place, not "{text}"', "leave the field out where no source names one")
