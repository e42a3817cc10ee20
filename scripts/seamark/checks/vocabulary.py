"""Rules on closed lists: what is picked must stand in data/vocabularies.yml."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping

from ..model import UNKNOWN
from ..problems import did_you_mean
from ..yamltext import Text
from .survey import Finding, Survey, found, is_written

SOURCE_TIERS = ("official", "report", "secondary")  # "law" is for references only
ROLES = ("national-coordinator", "national-rapporteur")  # concepts of the glossary
YES = ("yes",)
YES_OR_NO = ("yes", "no")
CALLER_FACTS = ("anonymous", "may_tell_police", "number_shown", "on_phone_bill", "recorded", "calls_back")


def kinds_are_listed(survey: Survey) -> Iterator[Finding]:
    """Every kind of a service stands in the list of kinds, and there is at least one."""
    for _, service in survey.services:
        yield from _listed("kinds", service.kinds, survey.data.vocabularies.kinds)
        if not service.kinds:
            yield found(service.id, "a service needs at least one kind", 'add "kinds: …" from data/vocabularies.yml')


def audiences_are_listed(survey: Survey) -> Iterator[Finding]:
    """Every audience of a service stands in the list of audiences, or the audience is unknown."""
    for _, service in survey.services:
        yield from _listed("audience", service.audience, survey.data.vocabularies.audiences, unknown=True)
        if not service.audience:
            yield found(service.id, "a service needs an audience", 'add "audience: unknown" if no source states it')


def support_is_listed(survey: Survey) -> Iterator[Finding]:
    """Everything that a service offers stands in the list of support; if no source says, the field is left out."""
    for _, service in survey.services:
        yield from _listed("support", service.support, survey.data.vocabularies.support)


def reach_is_listed(survey: Survey) -> Iterator[Finding]:
    """The reach of a channel stands in the list of reach, or is unknown."""
    for _, _, channel in survey.channels:
        also = [other.reach for other in channel.also_stated if other.reach]
        yield from _listed("reach", [channel.reach, *also], survey.data.vocabularies.reach, unknown=True, alone=False)


def cost_is_listed(survey: Survey) -> Iterator[Finding]:
    """The cost of a channel stands in the list of cost, or is unknown."""
    for _, _, channel in survey.channels:
        also = [other.cost for other in channel.also_stated if other.cost]
        yield from _listed("cost", [channel.cost, *also], survey.data.vocabularies.cost, unknown=True, alone=False)


def emergency_reaches_are_listed(survey: Survey) -> Iterator[Finding]:
    """Whom an emergency number reaches stands in the list of reaches, or is unknown."""
    for country in survey.data.countries.values():
        for entry in country.emergency:
            yield from _listed("reaches", entry.reaches, survey.data.vocabularies.reaches, unknown=True)


def statuses_are_listed(survey: Survey) -> Iterator[Finding]:
    """The status of a service stands in the list of statuses."""
    for _, service in survey.services:
        yield from _listed("status", [service.status], survey.data.vocabularies.statuses)


def tiers_are_listed(survey: Survey) -> Iterator[Finding]:
    """The tier of a source is official, report or secondary; a reference may also be a law."""
    listed = survey.data.vocabularies.tiers
    for country in survey.data.countries.values():
        for source in country.sources.values():
            yield from _listed("tier", [source.tier], [tier for tier in SOURCE_TIERS if tier in listed])
    for reference in survey.data.references.values():
        yield from _listed("tier", [reference.tier], listed)


def roles_are_listed(survey: Survey) -> Iterator[Finding]:
    """The role of an institution is that of the national coordinator or of the national rapporteur."""
    for institution in survey.data.institutions:
        yield from _listed("role", [institution.role], ROLES)


def confirmations_are_listed(survey: Survey) -> Iterator[Finding]:
    """How a contact was confirmed stands in the list of confirmations."""
    for _, _, channel in survey.channels:
        for act in channel.confirmed:
            yield from _listed("how", [act.how], survey.data.vocabularies.confirmations)


def reasons_are_listed(survey: Survey) -> Iterator[Finding]:
    """The reason for holding something back, or for never listing it, stands in the list of reasons."""
    reasons = [entry.reason for entry in survey.data.held_back] + [entry.reason for entry in survey.data.do_not_list]
    for reason in reasons:
        yield from _listed("reason", [reason], survey.data.vocabularies.reasons)


def groups_are_listed(survey: Survey) -> Iterator[Finding]:
    """Every kind of service names the part of the country page on which it stands."""
    lists = survey.data.vocabularies
    for name, term in lists.kinds.items():
        if term.group is None:
            fix = f'add "group: …" and {did_you_mean("", lists.groups)}'
            yield found(name, f'the kind "{name}" names no group', fix)
        else:
            yield from _listed("group", [term.group], lists.groups)


def caller_facts_are_yes_or_no(survey: Survey) -> Iterator[Finding]:
    """What happens to a caller is "yes", "no" or unknown."""
    for _, service in survey.services:
        for name in CALLER_FACTS if service.caller else ():
            yield from _listed(name, [getattr(service.caller, name)], YES_OR_NO, unknown=True)


def stated_extras_are_yes(survey: Survey) -> Iterator[Finding]:
    """Interpreters and emergency calls by text are "yes" or unknown."""
    for _, _, channel in survey.channels:
        yield from _listed("interpreters", [channel.interpreters], YES, unknown=True)
    for country in survey.data.countries.values():
        for entry in country.emergency:
            yield from _listed("by_text", [entry.by_text], YES, unknown=True)


def marks_are_known(survey: Survey) -> Iterator[Finding]:
    """The mark `safety` of a page is "critical" and the mark `banned` of a wording is "true", or they are left out."""
    for page in survey.data.words.values():
        yield from _listed("safety", [page.safety] if page.safety is not None else [], ("critical",))
    for concept in survey.data.glossary.values():
        for wording in concept.avoid:
            yield from _listed("banned", [wording.banned] if wording.banned is not None else [], ("true",))


def _listed(
    field: str, values: Collection[Text], allowed: Collection[str], *, unknown: bool = False, alone: bool = True
) -> Iterator[Finding]:
    """Yield a finding for each value that is not allowed, that stands twice, or that stands beside "unknown"."""
    seen: set[str] = set()
    for value in values:
        if value == UNKNOWN and unknown:
            if alone and len(values) > 1:
                yield found(value, f'"unknown" stands alone, not beside other values of "{field}"', "remove it")
        elif value not in allowed:
            choice = [*allowed, UNKNOWN] if unknown else allowed
            yield found(value, f'"{value}" is not in the list for "{field}"', _advice(value, allowed, choice))
        elif alone and value in seen and is_written(value):
            yield found(value, f'"{value}" stands twice in "{field}"', "keep one of the two")
        seen.add(value)


def _advice(value: str, allowed: Collection[str], choice: Collection[str]) -> str:
    """Return what to type instead. Editors also type what they read on a page: a word's label leads to the word."""
    advice = did_you_mean(value, choice)
    if advice.startswith("did you mean"):
        return advice
    labels = {str(entry.label): word for word, entry in allowed.items()} if isinstance(allowed, Mapping) else {}
    close = difflib.get_close_matches(value.replace("-", " ").capitalize(), labels, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{labels[close[0]]}" ({close[0]})?'
    return f"{advice} (data/vocabularies.yml has them all)" if advice.endswith("…") else advice
