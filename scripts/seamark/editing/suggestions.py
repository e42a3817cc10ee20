"""From a filled-in issue form to a change. The text of an issue comes from anybody: it is data, and nothing else.

It is read line by line, picked answers must be on the list, sizes are limited, and signs that could be HTML or cannot
be seen are refused. No part of it becomes a path or a name of a field; whether the values are right is for the rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from ..contacts import CHANNEL_KINDS
from ..languages import country_code
from ..model import Channel, Confirmation, Model, Service, Source, Vocabularies
from ..problems import did_you_mean
from . import changes, countries
from .changes import Backing, Facts, is_list
from .draft import Draft, Refused, refused
from .forms import PROMISE_LABEL, REMARK, Form, Question, forms
from .roundtrip import Value
from .settling import same_contact

MAX_BODY = 20_000  # letters; the longest form with an answer of ordinary length everywhere has a third of it
MAX_ANSWER = 300  # the longest address in the data has 200 letters
MAX_REMARK = 5_000
EMPTY = "_No response_"  # what the code host writes for an answer that was left empty
HEADING = "### "
PLACE = "issue"
Answers = Mapping[str, str]


def suggest(draft: Draft, lists: Vocabularies, body: str) -> list[str]:
    """Make the change that a filled-in form asks for; return what was done. Raises `Refused` for what cannot be done."""
    if len(body) > MAX_BODY:
        raise _refused(f"the text has {len(body)} letters, {MAX_BODY} is the limit", "leave out what the form does not ask")
    parts = _parts(body)
    form = _form_of(parts, forms(lists))
    answers = _answers(form, parts)
    country = country_code(answers["country"])
    if not country:
        raise _refused(
            f'"Country" is two letters that mean one, not "{answers["country"]}"', 'type "EE" for Estonia, "NO" for Norway'
        )
    act = {"contact": _contact, "service": _service, "country": _country}[form.name]
    return act(draft, country, answers)


def _refused(message: str, fix: str) -> Refused:
    return refused(message, fix, PLACE)


# --- reading ---------------------------------------------------------------------------------------------


def _parts(body: str) -> dict[str, str]:
    """Return the text below each heading of an issue. A heading that stands twice is refused: one could hide the other."""
    found: dict[str, str] = {}
    for part in re.split(rf"^{HEADING}", body.replace("\r\n", "\n"), flags=re.MULTILINE)[1:]:
        label, _, text = part.partition("\n")
        if label.strip() in found:
            raise _refused(f'the heading "{_short(label)}" stands twice', "keep one of the two")
        found[label.strip()] = "" if text.strip() == EMPTY else text.strip()
    return found


def _form_of(parts: Mapping[str, str], known: Iterable[Form]) -> Form:
    """Return the form whose questions, and no others, stand in an issue."""
    for form in known:
        if {question.label for question in form.questions} == set(parts) - {REMARK, PROMISE_LABEL}:
            return form
    raise _refused("the headings are not those of a form", "fill in the form again, and change no heading")


def _answers(form: Form, parts: Mapping[str, str]) -> dict[str, str]:
    """Return the answers by key; an answer to pick becomes what it means, several are joined with commas."""
    if not re.match(r"- \[[xX]\] ", parts.get(PROMISE_LABEL, "")):
        raise _refused(f'"{PROMISE_LABEL}" is not ticked', "read it again and tick it")
    if len(parts.get(REMARK, "")) > MAX_REMARK:
        raise _refused(f'"{REMARK}" is too long', "say it shorter")
    return {question.key: _answer(question, parts[question.label]) for question in form.questions}


def _answer(question: Question, text: str) -> str:
    if not text:
        if question.required:
            raise _refused(f'"{question.label}" is empty', "answer this question")
        return ""
    if len(text) > MAX_ANSWER:
        raise _refused(f'"{question.label}" has {len(text)} letters, {MAX_ANSWER} is the limit', "say it shorter")
    for sign in text:
        if sign in "<>" or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            raise _refused(
                f'"{question.label}" holds a sign that is not allowed (U+{ord(sign):04X})', "write one line of plain text"
            )
    return _picked(question, text) if question.options else text


def _picked(question: Question, text: str) -> str:
    meanings = {label: meaning for meaning, label in question.options.items()}
    chosen = text.split(", ") if question.several else [text]
    for label in chosen:
        if label not in meanings:
            raise _refused(f'"{_short(label)}" is no answer to "{question.label}"', did_you_mean(label, meanings))
    return ",".join(meanings[label] for label in chosen)


def _short(text: str) -> str:
    return "".join(sign for sign in text.strip()[:60] if sign.isprintable())


# --- changing --------------------------------------------------------------------------------------------


def _contact(draft: Draft, country: str, answers: Answers) -> list[str]:
    act, contact = answers["act"], answers["contact"]
    service = answers["service"] or _service_with(draft, country, contact)
    if not service.startswith(f"{country.lower()}-"):
        raise _refused(f'the service "{service}" is not of the country "{country}"', "correct one of the two")
    if act == "correct":
        facts = _channel_facts(answers)
        if not facts:
            raise _refused("nothing to correct was filled in", "fill in what is right: a number, the hours …")
        if len(changes.places_of(draft, service, contact)) > 1:
            message = f'"{contact}" stands on the page several times, with other hours or languages'
            raise _refused(message, f'say under "{REMARK}" which one you mean: an editor will correct it')
        return changes.change_contact(draft, service, contact, facts, _backing(answers))
    if act == "add":
        return changes.add_contact(draft, service, _channel_facts(answers), _backing(answers))
    places = changes.places_of(draft, service, contact) or [0]
    if act == "source":
        return _each(changes.add_source(draft, service, contact, _backing(answers), place) for place in places)
    if act == "confirm":
        named = {name: answers[f"confirmed_{name}"] for name in Confirmation.model_fields}
        given = {name: text for name, text in named.items() if text}
        return _each(changes.confirm(draft, service, contact, given, place) for place in places)
    status = {"pause": "paused", "close": "closed", "reopen": "active"}[act]
    facts_of_status = {name: answers[name] for name in ("since", "reason", "replaced_by") if answers[name]}
    return changes.set_status(draft, service, status, facts_of_status)


def _each(said: Iterable[list[str]]) -> list[str]:
    """Return what was said of one contact in several places, each sentence once."""
    return list(dict.fromkeys(line for lines in said for line in lines))


def _service_with(draft: Draft, country: str, contact: str) -> str:
    """Return the id of the service that publishes a contact."""
    path = changes.path_of(country)
    for service in draft.tree(path)["services"] if contact else ():
        if any(same_contact(value, contact) for _, value, _ in changes.contacts_in(service)):
            return str(service["id"])
    raise refused(f'no service of "{country}" has the contact "{contact}"', "copy it from the page, or name the service", path)


def _service(draft: Draft, country: str, answers: Answers) -> list[str]:
    tree = draft.tree(changes.path_of(country))
    languages = tree["languages"]
    language = languages if isinstance(languages, str) else languages[0]
    service = _id_for(country, answers, {str(item["id"]) for item in tree["services"]})
    facts = _service_facts(answers, str(language))
    return changes.add_service(draft, service, facts, _channel_facts(answers), _backing(answers))


def _country(draft: Draft, country: str, answers: Answers) -> list[str]:
    languages = _as_list(answers["country_languages"])
    facts: Facts = {"languages": languages, "time_zone": answers["time_zone"]}
    emergency: dict[str, str | list[str]] = {"number": answers["number"], "reaches": _as_list(answers["reaches"] or "unknown")}
    if not re.fullmatch("[0-9]{3,6}", answers["number"]):
        raise _refused(f'an emergency number is three to six digits, not "{answers["number"]}"', 'type "112"')
    service = (_id_for(country, answers, set()), _service_facts(answers, languages[0]), _channel_facts(answers))
    return countries.add_country(draft, country, facts, [emergency], service, _backing(answers))


def _id_for(country: str, answers: Answers, taken: set[str]) -> str:
    """Return an id for a new service: the country, and Latin letters of its name."""
    name = answers["name_en"] or answers["name_own"]
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)[:5] or [answers["kinds"]]
    start = "-".join([country.lower(), *words])
    return next(made for number in range(1, 1000) if (made := start if number == 1 else f"{start}-{number}") not in taken)


def _service_facts(answers: Answers, language: str) -> Facts:
    names = {code: answers[key] for code, key in (("en", "name_en"), (language, "name_own")) if answers[key]}
    facts: dict[str, Value] = {"kinds": answers["kinds"], "name": names}
    if answers["operator_own"]:
        facts["operator"] = {language: answers["operator_own"]}
    return facts | _facts(answers, Service, ("audience", "support"))


def _channel_facts(answers: Answers) -> Facts:
    if bool(answers["kind"]) != bool(answers["value"]):
        raise _refused("a contact needs both its kind and its number or address", "fill in both, or neither")
    contact = {answers["kind"]: answers["value"]} if answers["kind"] in CHANNEL_KINDS else {}
    return contact | _facts(answers, Channel, ("hours", "languages", "cost", "reach"))


def _facts(answers: Answers, model: type[Model], names: Iterable[str]) -> dict[str, Value]:
    given = {name: answers[name] for name in names if answers[name]}
    return {name: _as_list(text) if is_list(model, name) else text for name, text in given.items()}


def _backing(answers: Answers) -> Backing:
    facts = {name: answers[f"source_{name}"] for name in Source.model_fields if answers[f"source_{name}"]}
    return Backing(facts=facts)


def _as_list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
