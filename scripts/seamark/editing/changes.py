"""The changes of a contact that editors make: correct it, add one, pause and reopen a service, confirm, name a source.

Each function changes a `Draft` and returns what it did, one plain sentence each; what was asked for wrongly is
refused with `Refused`. Whether the result is right is for the rules on the data: `Draft.save` applies them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_origin

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..contacts import CHANNEL_KINDS
from ..model import UNKNOWN, Channel, Confirmation, Model, Service, Source
from ..problems import did_you_mean
from . import roundtrip
from .draft import Draft, refused
from .roundtrip import Value
from .settling import hold_back, named_sources, same_contact, settle

ROLES = ("editor", "volunteer", "operator")  # who confirms is told by role: a list, so that no name can be written
STATUSES = ("active", "paused", "closed")
COUNTRY = re.compile(r"[a-z]{2}")
SERVICE = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)+")
Facts = Mapping[str, Value]
CHANNEL_FACTS = tuple(name for name in Channel.model_fields if name not in ("source", "also_stated", "confirmed"))


@dataclass(frozen=True, kw_only=True)
class Backing:
    """What a change rests on: names of sources of the country's file, and facts of the first, if it is new or renewed."""

    names: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def is_list(model: type[Model], name: str) -> bool:
    """Tell whether a field of a model may hold several texts."""
    return get_origin(model.model_fields[name].annotation) is tuple


def path_of(service_or_country: str) -> str:
    """Return the path of the country's file in which a service stands, from its id ("ee-116006") or the code."""
    code = service_or_country.partition("-")[0].lower()
    if not COUNTRY.fullmatch(code):
        raise refused(f'a country is two letters, not "{code[:40]}"', 'type "EE", "NO"')
    return f"data/countries/{code}.yml"


def put_in_order(fields: CommentedMap, model: type[Model], name: str, value: Any) -> None:
    """Set a field in the place that the model gives it."""
    order = list(model.model_fields)
    roundtrip.put(fields, name, value, before=order[order.index(name) + 1 :])


# --- finding -------------------------------------------------------------------------------------------


def find_service(draft: Draft, service: str) -> tuple[str, CommentedMap]:
    """Return the path of the file and the tree of a service. Raises `Refused` when there is none."""
    path = path_of(service)
    tree = draft.tree(path)
    by_id = {str(item["id"]): item for item in tree["services"]}
    if service not in by_id:
        raise refused(f'there is no service "{service[:60]}"', did_you_mean(service, by_id), path)
    return path, by_id[service]


def contacts_in(service: CommentedMap) -> Iterator[tuple[str, str, CommentedMap]]:
    """Yield the kind, the number or address, and the tree of every channel of a service."""
    for channel in service["channels"]:
        for kind in CHANNEL_KINDS:
            if kind in channel:
                yield kind, str(channel[kind]), channel


def find_contact(path: str, service: CommentedMap, contact: str, which: int = 0) -> tuple[str, CommentedMap]:
    """Return the kind and the tree of the channel with this number or address.

    `which` says which one, counted from 1, when it stands there several times; 0 when it stands there once.
    """
    found = [(kind, channel) for kind, value, channel in contacts_in(service) if same_contact(value, contact)]
    if not found:
        known = [value for _, value, _ in contacts_in(service)]
        raise refused(f'"{service["id"]}" has no contact "{contact[:80]}"', did_you_mean(contact, known), path)
    if (len(found) > 1 and not which) or which > len(found):
        message = f'"{contact}" stands {len(found)} times in "{service["id"]}"'
        raise refused(message, f"say which one, from 1 to {len(found)}", path)
    return found[max(which, 1) - 1]


def places_of(draft: Draft, service: str, contact: str) -> list[int]:
    """Return which of the channels with this number or address are of one kind, the first one's, counted from 1."""
    _, tree = find_service(draft, service)
    kinds = [kind for kind, value, _ in contacts_in(tree) if same_contact(value, contact)]
    return [number for number, kind in enumerate(kinds, 1) if kind == kinds[0]]


# --- sources -------------------------------------------------------------------------------------------


def lay_source(draft: Draft, path: str, backing: Backing) -> list[str]:
    """Put a new source into a country's file, or renew the facts of one; return the names that the change rests on.

    A source is new unless it is named, or one of this address (without an address: of this title) is there already.
    """
    sources = draft.tree(path)["sources"]
    names = list(backing.names)
    if backing.facts and not names:
        names = [_same_source(backing.facts, sources) or _source_name(backing.facts, sources)]
    if backing.facts:
        _write_source(sources, names[0], backing.facts)
    return names


def _same_source(facts: Mapping[str, str], sources: CommentedMap) -> str | None:
    key = "url" if facts.get("url", UNKNOWN) != UNKNOWN else "title"
    return next((str(name) for name, source in sources.items() if key in facts and str(source.get(key)) == facts[key]), None)


def _write_source(sources: CommentedMap, name: str, facts: Mapping[str, str]) -> None:
    if name in sources:
        for key, value in facts.items():
            put_in_order(sources[name], Source, key, roundtrip.styled(value))
        return
    whole = {"url": str(UNKNOWN), "stated": str(UNKNOWN), **facts}
    ordered = {key: whole[key] for key in Source.model_fields if key in whole}
    roundtrip.put(sources, name, roundtrip.mapping(ordered))


def _source_name(facts: Mapping[str, str], taken: Collection[str]) -> str:
    """Return a short name for a source: from its address or publisher, and the year that it bears."""
    host = re.sub(r"^https?://(?:www\.)?|[/?#].*$", "", facts.get("url", ""))
    words = host.rpartition(".")[0] or facts.get("publisher", "")
    year = re.findall(r"^\d{4}", facts.get("stated", ""))
    start = "-".join([*re.findall(r"[a-z0-9]+", words.lower())[:4], *year]) or "source"
    return next(name for number in range(1, 1000) if (name := start if number == 1 else f"{start}-{number}") not in taken)


# --- contacts ------------------------------------------------------------------------------------------


def change_contact(draft: Draft, service: str, contact: str, facts: Facts, backing: Backing, which: int = 0) -> list[str]:
    """Change facts of a contact. A new number or address replaces the old one, which is held back from now on."""
    path, tree = find_service(draft, service)
    kind, channel = find_contact(path, tree, contact, which)
    before = named_sources(draft.tree(path))
    new_kind = next((name for name in CHANNEL_KINDS if name in facts), None)
    moved = new_kind is not None and not (new_kind == kind and same_contact(str(facts[new_kind]), contact))
    if moved and not (backing.names or backing.facts):
        raise refused(f'"{contact}" becomes another contact', "name the source that states the new one", path)
    old = str(channel[kind])
    if new_kind is not None and new_kind != kind:
        del channel[kind]
        channel.insert(0, new_kind, "")
    for name, value in facts.items():
        put_in_order(channel, Channel, name, roundtrip.styled(value))
    _rest_on(channel, lay_source(draft, path, backing), replace=moved)
    said = [f'{service}: "{old}" was changed.']
    if moved:
        said += _replaced(draft, tree, channel, old)
    return said + settle(draft, path, before)


def _rest_on(channel: CommentedMap, names: list[str], *, replace: bool) -> None:
    """Let a channel rest on sources: on these alone where they replace the old ones, else on these too."""
    if names:
        old = channel.get("source", [])
        kept = [] if replace else ([old] if isinstance(old, str) else list(old))
        channel["source"] = roundtrip.styled(list(dict.fromkeys([*map(str, kept), *names])))


def _replaced(draft: Draft, service: CommentedMap, channel: CommentedMap, old: str) -> Iterator[str]:
    """Take off what was true of the old contact only, and hold the old one back."""
    if channel.pop("confirmed", None) is not None:
        yield "The confirmations were taken off: they were of the old contact."
    if channel.pop("also_stated", None) is not None:
        yield "What other sources say of the old contact was taken off."
    if not any(same_contact(value, old) for _, value, _ in contacts_in(service)):
        name = str(service["id"])
        hold_back(draft, name[:2].upper(), name, old, "Replaced by the contact that is published.")
        yield f'"{old}" is held back from now on, so that nobody publishes it again.'


def add_contact(draft: Draft, service: str, facts: Facts, backing: Backing) -> list[str]:
    """Add a contact to a service; `facts` hold its number or address and what is known of it."""
    path, tree = find_service(draft, service)
    before = named_sources(draft.tree(path))
    roundtrip.append(tree["channels"], channel_of(facts, lay_source(draft, path, backing)))
    return [f"{service}: a contact was added.", *settle(draft, path, before)]


def channel_of(facts: Facts, sources: list[str]) -> CommentedMap:
    """Return the tree of a new channel, its fields in the order of the model."""
    whole = {**facts, "source": sources} if sources else dict(facts)
    return roundtrip.mapping({name: whole[name] for name in Channel.model_fields if name in whole})


def add_service(draft: Draft, service: str, facts: Facts, contact: Facts, backing: Backing) -> list[str]:
    """Add a helpline or organisation with its first contact."""
    path = path_of(service)
    if not SERVICE.fullmatch(service):
        raise refused(f'"{service[:60]}" is no id', 'type the country and a short name: "ee-new-line"', path)
    tree = draft.tree(path)
    before = named_sources(tree)
    roundtrip.append(tree["services"], service_of(service, facts, contact, lay_source(draft, path, backing)))
    return [f"{service}: the service was added.", *_to_translate(facts), *settle(draft, path, before)]


def service_of(service: str, facts: Facts, contact: Facts, sources: list[str]) -> CommentedMap:
    """Return the tree of a new service, its fields in the order of the model."""
    whole: dict[str, Any] = {"audience": str(UNKNOWN), **facts, "id": service, "source": sources}
    whole["channels"] = CommentedSeq([channel_of(contact, sources)])
    return roundtrip.mapping({name: whole[name] for name in Service.model_fields if name in whole})


# --- status, confirmations, sources ----------------------------------------------------------------------


def set_status(draft: Draft, service: str, status: str, facts: Mapping[str, str]) -> list[str]:
    """Pause, close or reopen a service; `facts` are since, reason and replaced_by, for one that is not active."""
    if status not in STATUSES:
        raise refused(f'"{status}" is no status', did_you_mean(status, STATUSES))
    path, tree = find_service(draft, service)
    before = named_sources(draft.tree(path))
    for name in ("status", "since", "reason", "replaced_by"):
        tree.pop(name, None)
    if status != "active":
        for name, value in {"status": status, **facts}.items():
            put_in_order(tree, Service, name, roundtrip.styled(value))
    return [f"{service}: the service is {status} now.", *_to_translate(facts), *settle(draft, path, before)]


def _to_translate(facts: Facts) -> list[str]:
    """Say that a sentence was written that readers of other languages see in English until it is translated."""
    return ["A sentence is new and to be translated: run make translations."] if {"reason", "note"} & set(facts) else []


def confirm(draft: Draft, service: str, contact: str, act: Mapping[str, str], which: int = 0) -> list[str]:
    """Add a dated human act that confirmed a contact; `act` holds on, how and by_role, which is never a name."""
    path, tree = find_service(draft, service)
    _, channel = find_contact(path, tree, contact, which)
    role = act.get("by_role", "")
    if role not in ROLES:
        raise refused(f'"{role[:40]}" is no role', f"never type a name; {did_you_mean(role, ROLES)}", path)
    made = roundtrip.mapping({name: act[name] for name in Confirmation.model_fields if name in act})
    if "confirmed" in channel:
        roundtrip.append(channel["confirmed"], made)
    else:
        put_in_order(channel, Channel, "confirmed", CommentedSeq([made]))
    return [f'{service}: "{contact}" was confirmed.']


def add_source(draft: Draft, service: str, contact: str, backing: Backing, which: int = 0) -> list[str]:
    """Let one more source stand behind a contact; without a contact, behind what is said of the service."""
    path, tree = find_service(draft, service)
    before = named_sources(draft.tree(path))
    at = find_contact(path, tree, contact, which)[1] if contact else tree
    _rest_on(at, lay_source(draft, path, backing), replace=False)
    return [f"{service}: a source was added.", *settle(draft, path, before)]
