"""What a change must not do: publish a contact that nobody has looked at, or take one away in silence.

A new look is a later date of a source that the contact names ("stated" or "seen"), a new source that
bears a date, or a new entry under "confirmed". To stop saying something needs no look: an entry can
always be paused, and a fact can always become unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..checks.survey import contact_of
from ..contacts import channel_kind, channel_value, dialled
from ..freshness import earliest_day
from ..loading import Data
from ..model import UNKNOWN, Caller, Channel, Confirmation, Country, Emergency, Service, Source
from ..problems import Place, Problem
from ..yamltext import Text
from . import pairs
from .pairs import Pair
from .telling import LABELS, contact_words, same_facts
from .telling_hours import tell_hours

# Facts of a channel that somebody acts on; a change of one needs a new look.
FACTS = ("area", "reach", "networks", "not_in", "cost", "languages", "interpreters")
WITHDRAWABLE = ("reach", "networks", "cost", "languages", "interpreters")  # without them the page says that it is not known
ANSWERS = tuple(name for name in Caller.model_fields if name != "source")


class Looks:
    """Whether somebody looked again at a country's sources in a change."""

    def __init__(self, before: Country | None, after: Country) -> None:
        """Both are the same country, before and after the change."""
        self._before = before.sources if before else {}
        self._after = after.sources

    def at_one_of(self, names: Iterable[str]) -> bool:
        """Tell whether one of these sources bears a later date than before, or is new and bears one."""
        return any(self._is_newer(self._former(name), self._after[name]) for name in names if name in self._after)  # type: ignore[index]

    def _former(self, name: str) -> Source | None:
        source = self._after[name]  # type: ignore[index]
        # A source that only got another name is not a new one.
        same = (old for old in self._before.values() if (old.title, old.url) == (source.title, source.url))
        return self._before.get(name) or next(same, None)  # type: ignore[call-overload]

    def _is_newer(self, before: Source | None, after: Source) -> bool:
        dates = [(str(getattr(before, name, UNKNOWN)), str(getattr(after, name))) for name in ("stated", "seen")]
        return any(_is_later(old, new) for old, new in dates)


def refusals(before: Data, after: Data) -> Iterator[Problem]:
    """Yield what must not be merged as it is."""
    for stem in sorted({*before.countries, *after.countries}):
        old, new = before.countries.get(stem), after.countries.get(stem)
        if old is not new:
            yield from _of_country(stem, old, new, after)


def _of_country(stem: str, old: Country | None, new: Country | None, data: Data) -> Iterator[Problem]:
    missing = Place(path=f"data/countries/{stem}.yml")
    looks = Looks(old, new) if new else None
    for entry in pairs.emergency(old, new):
        if entry.after is None:
            yield from _taken_emergency(entry, new.country.place if new else missing, data)
        elif looks and not looks.at_one_of(entry.after.source):
            yield from _changed_emergency(entry)
    for pair in pairs.services(old, new):
        if pair.after is None:
            yield from _taken_service(pair, new.country.place if new else missing, data)
        elif looks:
            yield from _kept_service(pair, looks, data)


def _kept_service(pair: Pair[Service], looks: Looks, data: Data) -> Iterator[Problem]:
    before, after = pair.before, pair.after
    assert after is not None
    if after.status != "active":
        if (before is None or before.status == "active") and not (after.reason and after.reason.strip()):
            message = f'"{after.id}" becomes {after.status} without a reason'
            yield _problem(after.status, "paused-without-a-reason", message, 'add "reason: …" in one sentence')
        return
    again = before is not None and before.status != "active"
    for channel in pairs.channels(before, after):
        if channel.after is None:
            yield from _taken_channel(channel, pair, looks, data)
        elif (said := _needs_a_look(channel, again)) and not (_has_new_act(channel) or looks.at_one_of(channel.after.source)):
            message = f'{said}, and nothing in this change says that somebody looked (in "{after.id}")'
            yield _problem(contact_of(channel.after), "changed-without-a-look", message, _advice(channel.after.source))
        if channel.after is not None:
            yield from _inherited_acts(channel)
    yield from _changed_answers(pair, again, looks)


def _needs_a_look(pair: Pair[Channel], again: bool) -> str:
    """Return what a reader is told anew by a channel, or "" where nothing is."""
    before, after = pair.before, pair.after
    assert after is not None
    if before is None or again:
        return f'"{_quoted(after)}" is {"published again" if again else "new"}'
    if _reached(before) != _reached(after):
        return f'"{_quoted(before)}" becomes "{_quoted(after)}"'
    changed = [LABELS[name] for name in FACTS if not same_facts(before, after, (name,)) and not _is_withdrawn(after, name)]
    if after.hours != UNKNOWN and tell_hours(str(before.hours), str(after.hours)):
        changed.append("the hours")
    return f'what is said about "{_quoted(after)}" changes ({", ".join(changed)})' if changed else ""


def _is_withdrawn(channel: Channel, name: str) -> bool:
    return name in WITHDRAWABLE and getattr(channel, name) in (UNKNOWN, (UNKNOWN,), ())


def _inherited_acts(pair: Pair[Channel]) -> Iterator[Problem]:
    """What was confirmed is the number of then: another one must not stand on the page as confirmed by that act."""
    before, after = pair.before, pair.after
    if before is None or after is None or _reached(before) == _reached(after):
        return
    for act in after.confirmed:
        if act in before.confirmed:
            message = f'the confirmation of "{act.on}" was for "{_quoted(before)}", not for "{_quoted(after)}"'
            yield _problem(act.on, "confirmed-for-another", message, "take it out; write a new one when somebody has confirmed it")


def _changed_answers(pair: Pair[Service], again: bool, looks: Looks) -> Iterator[Problem]:
    """What happens to a person who calls is a fact like a number."""
    before, after = pair.before, pair.after
    caller = after.caller if after else None
    if after is None or caller is None:
        return
    known = before.caller if before and not again else None
    changed = [name for name in ANSWERS if getattr(caller, name) not in (UNKNOWN, getattr(known, name, UNKNOWN))]
    acted = any(_has_new_act(channel) for channel in pairs.channels(before, after) if channel.after)
    if changed and not acted and not looks.at_one_of(caller.source):
        message = f'"{changed[0]}: {getattr(caller, changed[0])}" is new or changed, and nothing says that somebody looked'
        yield _problem(getattr(caller, changed[0]), "changed-without-a-look", message, _advice(caller.source))


def _changed_emergency(pair: Pair[Emergency]) -> Iterator[Problem]:
    before, after = pair.before, pair.after
    assert after is not None
    if before is None or dialled(before.number) != dialled(after.number):
        was = f' (was "{before.number}")' if before else ""
        message = f'the emergency number "{after.number}" is new{was}, and nothing says that somebody looked'
        yield _problem(after.number, "changed-without-a-look", message, _advice(after.source, act=False))
        return
    gained = set(after.reaches) - {UNKNOWN} != set(before.reaches) - {UNKNOWN} and set(after.reaches) != {UNKNOWN}
    if gained or after.by_text not in (UNKNOWN, before.by_text):
        message = f'what the emergency number "{after.number}" does changes, and nothing says that somebody looked'
        yield _problem(after.number, "changed-without-a-look", message, _advice(after.source, act=False))


def _taken_emergency(pair: Pair[Emergency], place: Place, data: Data) -> Iterator[Problem]:
    gone = pair.before
    if gone is not None and not _is_held(data, str(gone.id), dialled(gone.number)):
        message = f'the emergency number "{gone.number}" ("{gone.id}") is taken away without a word'
        yield _problem(place, "removed-without-a-pause", message, _hold(gone.id))


def _taken_service(pair: Pair[Service], place: Place, data: Data) -> Iterator[Problem]:
    gone = pair.before
    if gone is not None and gone.status == "active" and not _is_held(data, str(gone.id), None):
        message = f'the service "{gone.id}" is taken away while it is active'
        fix = 'leave it there with "status: paused", "since: …" and "reason: …"'
        yield _problem(place, "removed-without-a-pause", message, f"{fix}; or {_hold(gone.id)}")


def _taken_channel(pair: Pair[Channel], services: Pair[Service], looks: Looks, data: Data) -> Iterator[Problem]:
    """A channel has no status: to pause it is to name it in data/held_back.yml with a reason."""
    gone, service = pair.before, services.after
    assert gone is not None
    assert service is not None
    rest = [channel for channel in service.channels if _reached(channel) == _reached(gone)]
    if rest:  # the number stays, with other hours or languages: that is a change of what is said about it
        known = services.before.channels if services.before else ()
        acted = any(_is_newest(act, known) for channel in rest for act in channel.confirmed)
        if not acted and not looks.at_one_of(name for channel in rest for name in channel.source):
            message = f'hours or languages of "{_quoted(gone)}" are taken away, and nothing says that somebody looked'
            yield _problem(contact_of(rest[0]), "changed-without-a-look", message, _advice(rest[0].source))
    elif not _is_held(data, str(service.id), channel_value(gone)):
        message = f'{contact_words(gone)} of "{service.id}" is taken away without a word'
        yield _problem(service.id, "removed-without-a-pause", message, _hold(service.id, channel_value(gone)))


def _has_new_act(pair: Pair[Channel]) -> bool:
    """Tell whether a channel has a confirmation later than all that it had before."""
    known = (pair.before,) if pair.before else ()
    return any(_is_newest(act, known) for act in (pair.after.confirmed if pair.after else ()))


def _is_newest(act: Confirmation, known: Iterable[Channel]) -> bool:
    before = [str(old.on) for channel in known for old in channel.confirmed]
    return _day(str(act.on)) is not None and all(_is_later(on, str(act.on)) for on in before)


def _is_later(before: str, after: str) -> bool:
    """Tell whether a date is later than another; a year that is now told to the day is not."""
    old, new = _day(before), _day(after)
    return new is not None and (old is None or (new > old and not after.startswith(before)))


def _day(text: str) -> date | None:
    try:
        return earliest_day(text)
    except ValueError:  # what is no date is told by the checks
        return None


def _is_held(data: Data, service: str, contact: str | None) -> bool:
    """Tell whether data/held_back.yml gives a reason for a service or for one contact of it."""
    return any(
        held.service == service and held.reason and (held.contact is None or (contact and _same(held.contact, contact)))
        for held in data.held_back
    )


def _same(written: str, contact: str) -> bool:
    return contact in (str(written), dialled(written)) or written.lower().rstrip("/") == contact.lower().rstrip("/")


def _quoted(channel: Channel) -> str:
    return " ".join(contact_of(channel).split())


def _advice(names: tuple[Text, ...], *, act: bool = True) -> str:
    fix = f'read the page and write the day as "seen:" at its source ({", ".join(names)}), or name another page with its day'
    return f'{fix}, or write under "confirmed:" who made sure, by role, and when' if act else fix


def _hold(service: str, contact: str = "") -> str:
    entry = f"service: {service}" + (f', contact: "{contact}"' if contact else "")
    return f"name it in data/held_back.yml ({entry}) with its reason"


def _reached(channel: Channel) -> tuple[str, str]:
    return channel_kind(channel), channel_value(channel)


def _problem(at: Text | Place, rule: str, message: str, fix: str) -> Problem:
    return Problem(place=at if isinstance(at, Place) else at.place, rule=rule, message=message, fix=fix)
