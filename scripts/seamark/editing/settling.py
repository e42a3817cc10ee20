"""What follows from a change: short codes are registered, unused sources go, the page names lines to call instead.

The rules on the data ask for all of this; an editor who corrects one number should not have to know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..contacts import CALLED, active, channel_kind, dialled, digits, has_public_trafficking_line
from ..loading import fit
from ..model import Country, Service
from ..problems import Problem
from ..yamltext import parse_yaml
from . import roundtrip
from .draft import Draft

SHORT_CODES = "data/short_codes.yml"
HELD_BACK = "data/held_back.yml"
INSTEAD = "instead_of_trafficking_line"
# Who helps a person best where no line on trafficking is open to everybody, by main kind.
HELPFUL = (
    "trafficking-assistance", "victim-support", "violence", "violence-against-women", "social-emergency",
    "organisation", "emotional-support",
)  # fmt: skip
MOST_INSTEAD = 2


def settle(draft: Draft, path: str, sources_before: set[str]) -> list[str]:
    """Bring what depends on a country's file in order; return what was done, one sentence each.

    `sources_before` are the sources that facts named before the change: those that nothing names now are taken out.
    """
    said = list(_settle_sources(draft.tree(path), sources_before))
    country = _country(draft, path)
    if country is not None:  # a file with a mistake of shape is told by the checks
        said += _settle_short_codes(draft, country)
        said += _settle_instead(draft.tree(path), country)
    return said


def named_sources(tree: Any) -> set[str]:
    """Return the sources that the facts in a tree name."""
    return set(_named(tree))


def hold_back(draft: Draft, code: str, service: str, contact: str, detail: str) -> None:
    """Note that a contact was replaced, so that nobody publishes it again; a number is noted as it is dialled."""
    bare = contact if _has_letters(contact) else dialled(contact)
    entry = {"country": code, "service": service, "contact": bare, "reason": "superseded", "detail": detail}
    _add_entry(draft.tree(HELD_BACK), roundtrip.mapping(entry))


def _named(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == "source":
                yield from [value] if isinstance(value, str) else value
            elif name != "sources":
                yield from _named(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _named(item)


def _country(draft: Draft, path: str) -> Country | None:
    problems: list[Problem] = []
    country = fit(parse_yaml(roundtrip.write(draft.tree(path)), path), Country, problems)
    return country if not problems else None


def _settle_sources(tree: CommentedMap, before: set[str]) -> Iterator[str]:
    for name in sorted(before - named_sources(tree)):
        if name in tree["sources"]:
            del tree["sources"][name]
            yield f'No fact names the source "{name}" any more, so it was taken out.'


def _settle_short_codes(draft: Draft, country: Country) -> Iterator[str]:
    """Let data/short_codes.yml hold exactly the short codes that the country publishes, with sources of its file."""
    published = dict(_short_numbers(country))
    entries: CommentedSeq = draft.tree(SHORT_CODES)
    for entry in [item for item in entries if item["country"] == country.country]:
        key = (digits(entry["number"]), str(entry["service"]))
        if key not in published:
            entries.remove(entry)
            yield f'"{key[0]}" of "{key[1]}" was taken out of {SHORT_CODES}.'
        elif not set(_named(entry)) <= set(country.sources):
            entry["source"] = roundtrip.styled(published[key])
        published.pop(key, None)
    for (number, service), sources in published.items():
        fields = {"country": str(country.country), "number": number, "service": service, "source": sources}
        _add_entry(entries, roundtrip.mapping(fields))
        yield f'"{number}" was added to {SHORT_CODES}: it means "{service}" in {country.country} only.'


def _short_numbers(country: Country) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for entry in country.emergency:
        yield (digits(entry.number), str(entry.id)), list(map(str, entry.source))
    for service in country.services:
        for channel in service.channels:
            for text in (channel.short, channel.sms):
                if text is not None and not text.startswith("+"):
                    yield (digits(text), str(service.id)), list(map(str, channel.source))


def _add_entry(entries: CommentedSeq, entry: CommentedMap) -> None:
    """Put an entry behind the last one of its country, else at the end."""
    same = [number for number, item in enumerate(entries) if item["country"] == entry["country"]]
    if not same or same[-1] == len(entries) - 1:
        roundtrip.append(entries, entry)
    else:
        entries.insert(same[-1] + 1, entry)


def _settle_instead(tree: CommentedMap, country: Country) -> Iterator[str]:
    """Name services to call instead where no line on trafficking is open to everybody, and only there."""
    named = [str(name) for name in country.instead_of_trafficking_line]
    if country.country == "EU" or has_public_trafficking_line(country):
        if tree.pop(INSTEAD, None) is not None:
            yield "A line on trafficking is open to everybody: the page no longer names lines to call instead of one."
        return
    usable = [str(service.id) for service in sorted(active(country), key=_helpfulness) if _can_stand_in(service)]
    kept = [name for name in named if name in usable] or usable[:MOST_INSTEAD]
    if kept and kept != named:
        roundtrip.put(tree, INSTEAD, roundtrip.styled(kept), before=("services", "sources"))
        names = " and ".join(kept)
        yield f"No line on trafficking is open to everybody here: the page names {names} to call instead. Please check."


def _can_stand_in(service: Service) -> bool:
    is_open = set(service.audience) != {"professionals"}
    return is_open and any(channel_kind(channel) in CALLED for channel in service.channels)


def _helpfulness(service: Service) -> int:
    kind = str(service.kinds[0]) if service.kinds else ""
    return HELPFUL.index(kind) if kind in HELPFUL else len(HELPFUL)


def same_contact(one: str, other: str) -> bool:
    """Tell whether two spellings are one contact: numbers are compared as dialled, addresses without the last slash."""
    if _has_letters(one + other):
        return one.lower().rstrip("/") == other.lower().rstrip("/")
    return dialled(one) == dialled(other)


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
