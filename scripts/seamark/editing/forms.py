"""The issue forms with which people suggest changes: made from the models and the vocabularies.

A form is a list of questions; each is about one field of a model, and takes its help text from there. The text that
the code host makes of a filled-in form is read by `seamark.editing.suggestions`. Follows GitHub's syntax for issue forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from ..contacts import CHANNEL_KINDS
from ..model import Channel, Confirmation, Country, Emergency, Model, Service, Source, Vocabularies
from . import roundtrip
from .changes import ROLES, is_list

FOLDER = ".github/ISSUE_TEMPLATE"
LABEL = "suggestion"
WARNING = """**Everything that you write here can be read by everybody, at once and for ever.**

- Never write the name, the number or the story of a person who is or was exploited.
- Never write the address of a shelter, and no private number or e-mail address.
- Nobody answers calls for help here. In danger, call 112.

Leave empty what you do not know: nothing is guessed.
"""
PROMISE = "What I wrote names no person, tells no story and shows no shelter."
REMARK = "Anything else"
PROMISE_LABEL = "Before you send it"
ACTS = {
    "correct": "Something is wrong: the facts below are right",
    "confirm": "It is right: I called, I asked, or I run the line",
    "add": "This service has one more number or address",
    "source": "Another page states the same",
    "pause": "Nobody answers for now: take it off",
    "close": "It is closed for good",
    "reopen": "It answers again",
}
KINDS = dict(
    zip(
        CHANNEL_KINDS,
        ("Phone number", "Short number", "Text messages", "WhatsApp", "E-mail", "Chat", "Contact form", "Web page"),
        strict=True,
    )
)
UNKNOWN_LABEL = "Not known: no source says it"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a form. `options` gives the answers to pick from: what they mean, and how they read."""

    key: str
    label: str
    help: str
    example: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    several: bool = False
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form; `name` is the name of its file without .yml."""

    name: str
    title: str
    about: str
    questions: tuple[Question, ...]


def about(model: type[Model], name: str, label: str, prefix: str = "", **more: Any) -> Question:
    """Return the question about a field of a model, with the model's words and example."""
    info = model.model_fields[name]
    example = next(iter(info.examples or ()), "")
    shown = ", ".join(example) if isinstance(example, list) else example if isinstance(example, str) else ""
    hint = " Several: with commas." if is_list(model, name) else ""
    whole = {"help": f"{info.description}{hint}", "example": shown, **more}
    return Question(key=f"{prefix}{name}", label=label, **whole)


def forms(lists: Vocabularies) -> tuple[Form, ...]:
    """Return all forms; the answers to pick from come from the vocabularies."""
    place = (
        Question(key="country", label="Country", help='Two letters, as in the address of its page: "EE".', required=True),
        Question(key="service", label="Service", help="Its id, if you know it. Leave it empty otherwise.", example="ee-116006"),
    )
    act = Question(key="act", label="What do you want to say?", help="Pick one.", options=ACTS, required=True)
    contact = Question(
        key="contact",
        label="The number or address as the page shows it",
        help="Copy it from the page. It may stay empty if you named the service and mean the whole of it.",
        example="+372 660 7320",
    )
    correct = Form(
        name="contact",
        title="Correct or confirm a contact",
        about="A number, its hours or languages are wrong; or they are right, and you know it.",
        questions=(*place, act, contact, *_channel(lists), *_status(), *_confirmation(lists), *_source(lists)),
    )
    add = Form(
        name="service",
        title="Add a helpline or organisation",
        about="It is not in the country's list yet.",
        questions=(place[0], *_service(lists), *_channel(lists), *_source(lists)),
    )
    country = Form(
        name="country",
        title="Add a country",
        about="The country has no page yet. You need its emergency number and one helpline.",
        questions=(place[0], *_country(lists), *_service(lists), *_channel(lists), *_source(lists)),
    )
    return correct, add, country


def _labels(terms: Mapping[Any, Any], *, unknown: bool = False) -> dict[str, str]:
    named = {str(name): str(term.label) for name, term in terms.items()}
    return named | ({"unknown": UNKNOWN_LABEL} if unknown else {})


def _channel(lists: Vocabularies) -> tuple[Question, ...]:
    return (
        Question(key="kind", label="Kind of contact", help="What the next answer is.", options=KINDS),
        Question(
            key="value",
            label="The number or address that is right",
            help='A number with "+" and the country\'s code, a short number as it is dialled, or an address.',
            example="+372 660 7320",
        ),
        about(Channel, "hours", "Opening hours"),
        about(Channel, "languages", "Languages that answer"),
        about(Channel, "cost", "Price", help="What a call costs.", options=_labels(lists.cost, unknown=True)),
        about(
            Channel,
            "reach",
            "Where it can be called from",
            help="As the source says it.",
            options=_labels(lists.reach, unknown=True),
        ),
    )


def _status() -> tuple[Question, ...]:
    return (
        about(Service, "since", "Since when it is off"),
        about(Service, "reason", "Why it is off"),
        about(Service, "replaced_by", "Which service took over"),
    )


def _confirmation(lists: Vocabularies) -> tuple[Question, ...]:
    roles = {role: role.capitalize() for role in ROLES}
    return (
        about(Confirmation, "on", "Day on which you made sure", "confirmed_"),
        about(Confirmation, "how", "How you made sure", "confirmed_", help="Pick one.", options=_labels(lists.confirmations)),
        about(Confirmation, "by_role", "Who you are, never your name", "confirmed_", help="Pick one.", options=roles),
    )


def _source(lists: Vocabularies) -> tuple[Question, ...]:
    tiers = {name: label for name, label in _labels(lists.tiers).items() if name != "law"}
    return (
        about(Source, "title", "Source: its title", "source_"),
        about(Source, "url", "Source: its address", "source_"),
        about(Source, "publisher", "Source: who publishes it", "source_"),
        about(Source, "language", "Source: its language", "source_"),
        about(Source, "tier", "Source: what it is", "source_", help="Pick one.", options=tiers),
        about(Source, "stated", "Source: the date that it bears", "source_"),
        about(Source, "seen", "Source: the day on which you read it", "source_"),
    )


def _service(lists: Vocabularies) -> tuple[Question, ...]:
    return (
        about(Service, "kinds", "What it is", help="The main thing that it is.", options=_labels(lists.kinds), required=True),
        Question(key="name_en", label="Its English name", help="The official one. Empty if there is none."),
        Question(key="name_own", label="Its name in the country's language", help="The official one.", required=True),
        Question(key="operator_own", label="Who runs it", help="Official name, in the country's language."),
        about(
            Service,
            "audience",
            "Whom it serves",
            help="As a source says it.",
            options=_labels(lists.audiences, unknown=True),
            several=True,
        ),
        about(Service, "support", "What it offers", help="As a source says it.", options=_labels(lists.support), several=True),
    )


def _country(lists: Vocabularies) -> tuple[Question, ...]:
    return (
        about(Country, "languages", "Official languages", prefix="country_", required=True),
        about(Country, "time_zone", "Time zone", required=True),
        about(
            Emergency,
            "number",
            "Emergency number",
            help='As it is dialled: "112". The page that you name below must state it. If another page does, write '
            f'the address of that page below "{REMARK}".',
            required=True,
        ),
        about(
            Emergency,
            "reaches",
            "Whom it reaches",
            help="As a source says it.",
            options=_labels(lists.reaches, unknown=True),
            several=True,
        ),
    )


# --- the files -----------------------------------------------------------------------------------------


def form_texts(lists: Vocabularies) -> dict[str, str]:
    """Return the text of every form, and of the settings beside them, by path."""
    made = {f"{FOLDER}/{form.name}.yml": _as_yaml(_form(form)) for form in forms(lists)}
    return made | {f"{FOLDER}/config.yml": _as_yaml({"blank_issues_enabled": True})}


def _form(form: Form) -> dict[str, Any]:
    promise = {
        "type": "checkboxes",
        "id": "promise",
        "attributes": {"label": PROMISE_LABEL, "options": [{"label": PROMISE, "required": True}]},
    }
    remark = {
        "type": "textarea",
        "id": "remark",
        "attributes": {"label": REMARK, "description": "For the editors. Nothing of it goes into the data by itself."},
    }
    body = [{"type": "markdown", "attributes": {"value": WARNING}}, *map(_element, form.questions), remark, promise]
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "labels": [LABEL],
        "body": body,
    }


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": question.help}
    if question.options:
        attributes |= {"options": list(question.options.values())}
        attributes |= {"multiple": True} if question.several else {}
    elif question.example:
        attributes["placeholder"] = question.example
    made = {"type": "dropdown" if question.options else "input", "id": question.key.replace("_", "-"), "attributes": attributes}
    return made | ({"validations": {"required": True}} if question.required else {})


def _as_yaml(tree: Any) -> str:
    return (
        f"# Made from the models by: make schema. Edit scripts/seamark/editing/forms.py instead.\n{roundtrip.write(_styled(tree))}"
    )


def _styled(tree: Any) -> Any:
    """Return a tree as it is written: the code host reads YAML 1.1, in which an unquoted "on" would be true."""
    if isinstance(tree, dict):
        return CommentedMap({name: _styled(value) for name, value in tree.items()})
    if isinstance(tree, list):
        return CommentedSeq(map(_styled, tree))
    if isinstance(tree, str):
        return LiteralScalarString(tree) if "\n" in tree else roundtrip.styled(tree)
    return tree
