"""What a change of one thing means for readers, as short sentences in English.

Every field of the model is looked at, so that nothing changes in silence: those that have words of
their own here, and all others by their name. Two spellings of the same fact are no change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from ..contacts import NUMBERED, channel_kind, channel_value, dialled
from ..languages import language_name
from ..model import UNKNOWN, Caller, Channel, Country, Emergency, Model, Service, Source, Vocabularies
from .telling_hours import tell_hours

KIND_WORDS = {
    "phone": "the number", "short": "the short code", "sms": "the number for text messages",
    "whatsapp": "the WhatsApp number", "email": "the e-mail address", "chat": "the chat",
    "form": "the contact form", "web": "the website", "": "the channel",
}  # fmt: skip
LABELS = {
    "reach": "where it works from", "cost": "the price", "area": "the area", "not_in": "where it does not work",
    "networks": "the networks", "source": "its sources", "also_stated": "what other sources say", "kinds": "what it is",
    "audience": "for whom it is", "support": "what it offers", "replaced_by": "the service that took over",
    "reaches": "whom it reaches", "by_text": "whether text messages are answered", "interpreters": "whether interpreters join",
    "stated": "the date that it bears", "seen": "the day when somebody read it", "tier": "the kind of source",
    "caller": "what happens when you call", "may_tell_police": "whether they may tell the police",
    "number_shown": "whether they see your number", "on_phone_bill": "whether the call is on the phone bill",
    "anonymous": "whether you can stay anonymous", "recorded": "whether calls are recorded",
    "calls_back": "whether they call back", "time_zone": "the time zone of all hours",
    "name": "its name", "operator": "who runs it", "organisation": "the organisation behind it", "since": "since when",
    "reason": "the reason", "note": "the sentence about it", "title": "its title", "url": "its address",
    "publisher": "who publishes it", "language": "its language", "languages": "the languages",
    "instead_of_trafficking_line": "whom to call instead of a trafficking line, in this order",
}  # fmt: skip
LISTS = {
    "reach": "reach", "cost": "cost", "kinds": "kinds", "audience": "audiences", "support": "support", "reaches": "reaches",
    "tier": "tiers",
}  # fmt: skip
MODELS: tuple[type[Model], ...] = (Channel, Caller, Service, Emergency, Source)
CAN_BE_UNKNOWN = {"audience", "reaches", "publisher"} | {
    name for kind in MODELS for name, field in kind.model_fields.items() if field.default in (UNKNOWN, (UNKNOWN,))
}
APART = {"channels", "services", "emergency", "sources"}  # compared item by item elsewhere


class Teller:
    """Tells changes in the words of the closed lists of `data/vocabularies.yml`."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        """`vocabularies` gives the words for what is picked from lists."""
        self._lists = vocabularies

    def channel(self, before: Channel | None, after: Channel | None) -> list[str]:
        """Return what changes about a channel, its contact first."""
        told = [_tell_contact(before, after)] if not before or not after or _reached(before) != _reached(after) else []
        if after is None:
            return told
        for name in Channel.model_fields:
            if name == "hours":
                told += tell_hours(str(before.hours) if before else UNKNOWN, str(after.hours))
            elif name == "languages":
                told += _tell_languages(before.languages if before else (UNKNOWN,), after.languages)
            elif name == "confirmed":
                told += _tell_acts(before, after)
            else:
                told += self._field(name, _besides(before, name), _besides(after, name))
        if told and before and _reached(before) == _reached(after):
            told[0] = f"{contact_words(after)}: {told[0]}"
        return told

    def service(self, before: Service, after: Service) -> list[str]:
        """Return what changes about a service besides its channels, its state first."""
        told = _tell_status(before, after)
        if before.id != after.id:
            told.append(f'the id "{before.id}" becomes "{after.id}"; links to the old one lead nowhere')
        for name in Service.model_fields:
            if name == "caller":
                told += self._caller(before.caller, after.caller)
            elif name not in ("id", "status", *APART):
                told += self._field(name, getattr(before, name), getattr(after, name))
        return told

    def new_service(self, after: Service) -> list[str]:
        """Return what is told of a service that is new, besides its channels."""
        told = ["this service is new"]
        if after.status != "active":
            told.append(f"it is {after.status}")
        told += self._field("kinds", None, after.kinds) + self._field("audience", None, after.audience)
        return told + self._caller(None, after.caller)

    def emergency(self, before: Emergency | None, after: Emergency | None) -> list[str]:
        """Return what changes about an emergency number."""
        if after is None:
            return [f"the emergency number {before.number} is taken away" if before else ""]
        told = [] if before else [f"the emergency number {after.number} is new"]
        if before and dialled(before.number) != dialled(after.number):
            told.append(f"the emergency number {before.number} becomes {after.number}")
        for name in Emergency.model_fields:
            if name != "number" and (before or name != "id"):
                told += self._field(name, getattr(before, name, None), getattr(after, name))
        if told and before and dialled(before.number) == dialled(after.number):
            told[0] = f"the emergency number {after.number}: {told[0]}"
        return told

    def country(self, before: Country, after: Country) -> list[str]:
        """Return what changes about a country besides its services, emergency numbers and sources."""
        told = self.fields(before, after)
        if before.languages[0] != after.languages[0]:
            told.append(f'the main language "{before.languages[0]}" becomes "{after.languages[0]}"')
        if before.emergency and after.emergency and _first(before) != _first(after):
            told.append(f"the emergency number to call first is {_first(after)}, no longer {_first(before)}")
        return told

    def source(self, before: Source | None, after: Source | None) -> list[str]:
        """Return what changes about a source."""
        if after is None:
            return ["it is no longer named"]
        if before is None:
            dates = [f'{name} "{text}"' for name, text in (("stated", after.stated), ("seen", after.seen)) if text != UNKNOWN]
            return [f'it is new: "{_flat(after.title)}", {" and ".join(dates) or "without a date"}']
        return self.fields(before, after)

    def fields(self, before: Model, after: Model) -> list[str]:
        """Return what changes about two things of the same model, field by field."""
        names = [name for name in type(after).model_fields if name not in APART]
        return [text for name in names for text in self._field(name, getattr(before, name), getattr(after, name))]

    def _caller(self, before: Caller | None, after: Caller | None) -> list[str]:
        return [
            text
            for name in Caller.model_fields
            for text in self._field(name, getattr(before, name, None), getattr(after, name, None), label=_caller_label(name))
        ]

    def _field(self, name: str, before: Any, after: Any, label: str = "") -> list[str]:
        """Return one sentence when a field means something else than before."""
        if _meaning(name, before) == _meaning(name, after):
            return []
        label = label or LABELS.get(name, f'"{name}"')
        if isinstance(before, dict) and isinstance(after, dict):  # names by language
            codes = sorted({*before, *after})
            return [text for code in codes for text in self._field(code, before.get(code), after.get(code), f"{label} ({code})")]
        old, new = self._shown(name, before), self._shown(name, after)
        if not old:
            return [f"{label}: now {new}"]
        if not new:
            return [f"{label}: no longer said (was {old})"]
        return [f"{label}: {new} instead of {old}"]

    def _shown(self, name: str, value: Any) -> str:
        """Return a value in quotation marks, picked ones in their words; "" for one that says nothing."""
        if _says_nothing(name, value):
            return ""
        if isinstance(value, dict):
            return ", ".join(f"{key} {self._shown(name, text)}" for key, text in sorted(value.items()))
        if isinstance(value, tuple):
            return ", ".join(self._shown(name, item) for item in value)
        if isinstance(value, BaseModel):
            written = [(key, item) for key, item in vars(value).items() if not _says_nothing(key, item)]
            return " ".join(f"{key} {self._shown(key, item)}" for key, item in written)
        listed: Mapping[Any, Any] = getattr(self._lists, LISTS.get(name, ""), {})
        return f'"{_flat(listed[value].label if value in listed else value)}"'


def contact_words(channel: Channel) -> str:
    """Return "the number +372 660 7320", "the chat https://…"."""
    kind = channel_kind(channel)
    return f"{KIND_WORDS[kind]} {_flat(getattr(channel, kind)) if kind else ''}".strip()


def same_facts(before: Channel, after: Channel, names: tuple[str, ...]) -> bool:
    """Tell whether the named fields of two channels mean the same."""
    return all(_meaning(name, getattr(before, name)) == _meaning(name, getattr(after, name)) for name in names)


def _meaning(name: str, value: Any) -> object:
    """Return what a value means, for comparing: order, spaces and what says nothing do not count."""
    if _says_nothing(name, value):
        return None
    if isinstance(value, dict):
        return {str(key): _meaning(name, item) for key, item in value.items()}
    if isinstance(value, tuple):
        items = [_meaning(name, item) for item in value]
        first = items[0] if name == "kinds" else None  # the first kind is the main one, the others have no order
        return items if name == "instead_of_trafficking_line" else (first, sorted(map(repr, items)))
    if isinstance(value, BaseModel):
        return sorted((key, repr(_meaning(key, item))) for key, item in vars(value).items())
    return dialled(value) if name in NUMBERED else _flat(value)


def _says_nothing(name: str, value: Any) -> bool:
    # A page shows "unknown" as a word where the field has no such value, as for an area: then it is told.
    return value is None or value in ((), {}) or (name in CAN_BE_UNKNOWN and value in (UNKNOWN, (UNKNOWN,)))


def _besides(channel: Channel | None, name: str) -> Any:
    """Return a field of a channel, but nothing for the contact itself, which is told apart."""
    return None if channel is None or name == channel_kind(channel) else getattr(channel, name)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _reached(channel: Channel) -> tuple[str, str]:
    return channel_kind(channel), channel_value(channel)


def _first(country: Country) -> str:
    return dialled(country.emergency[0].number)


def _caller_label(name: str) -> str:
    return "the sources on what happens when you call" if name == "source" else ""


def _tell_contact(before: Channel | None, after: Channel | None) -> str:
    if before is None:
        return f"{contact_words(after)} is new" if after else ""
    if after is None:
        return f"{contact_words(before)} is taken away"
    kind = channel_kind(after)
    same_kind = kind == channel_kind(before) and kind
    return f"{contact_words(before)} becomes {_flat(getattr(after, kind)) if same_kind else contact_words(after)}"


def _tell_status(before: Service, after: Service) -> list[str]:
    if before.status == after.status:
        return []
    return [f"it becomes {after.status} again" if after.status == "active" else f"it becomes {after.status}"]


def _tell_languages(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    old, new = (set(map(str, codes)) - {UNKNOWN} for codes in (before, after))
    if old and not new:
        return [f"which languages are spoken is no longer said (was {_names(old)})"]
    told = [f"answers {'also ' if old else ''}in {_names(new - old)} now"] if new - old else []
    return told + ([f"no longer answers in {_names(old - new)}"] if old - new else [])


def _names(codes: set[str]) -> str:
    return ", ".join(sorted(language_name(code, "en") for code in codes))


def _tell_acts(before: Channel | None, after: Channel) -> list[str]:
    """Tell confirmations that are new, and those that are gone."""
    shown: Callable[[Channel | None], list[str]] = lambda channel: [  # noqa: E731
        f"{_flat(act.on)}, {_flat(act.how)}, by role: {_flat(act.by_role)}" for act in (channel.confirmed if channel else ())
    ]
    old, new = shown(before), shown(after)
    told = [f"a confirmation is new ({text})" for text in new if text not in old]
    return told + [f"a confirmation is taken away ({text})" for text in old if text not in new]
