"""Rules on data/do_not_list.yml: who asked not to be listed stands nowhere in the data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..model import Phrase
from ..unlisted import MARK, forms_of, mark_of
from ..yamltext import Text
from .survey import Finding, Survey, found

FILE = "data/do_not_list.yml"
_mark_of = cache(mark_of)


def marks_are_whole(survey: Survey) -> Iterator[Finding]:
    """A mark of the do-not-list is six signs from 0-9 and a-f, as the command makes it, and stands there once."""
    seen: dict[str, Text] = {}
    for entry in survey.data.do_not_list:
        if not MARK.fullmatch(entry.mark):
            message = f'"{entry.mark}" is not a mark: it would hide nobody'
            yield found(entry.mark, message, "make it with scripts/unlist_contact.py, and write no number or name here")
        elif (first := seen.setdefault(entry.mark, entry.mark)) is not entry.mark:
            yield found(entry.mark, f'the mark "{entry.mark}" stands already in line {first.place.line}', "remove one of them")


def unlisted_stand_nowhere(survey: Survey) -> Iterator[Finding]:
    """Nothing in data/ bears a mark of the do-not-list: no number, address, name or id of who asked not to be listed.

    Our own wording is not looked at; facts may not stand in it.
    """
    entries = {str(entry.mark): entry for entry in survey.data.do_not_list}
    if not entries:
        return
    for text in survey.texts:
        if isinstance(text, Phrase) or text.place.path == FILE:
            continue
        for mark in {_mark_of(form) for form in forms_of(text, _country_at(text, survey))} & entries.keys():
            entry = entries[mark]
            message = f'"{text}" asked not to be listed ({entry.reason}, {entry.on}): {FILE}, line {entry.mark.place.line}'
            yield found(text, message, "remove it, and what belongs to it")


def _country_at(text: Text, survey: Survey) -> str:
    """Return the country in whose file a text stands: a short code means something only with it."""
    folder, _, name = text.place.path.removesuffix(".yml").rpartition("/")
    country = survey.data.countries.get(name) if folder == "data/countries" else None
    return str(country.country) if country else ""
