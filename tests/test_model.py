"""The models say what an editor may write, and document each field where it is declared."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from seamark import figures, model, news, profiles
from seamark.loading import FOLDERS, SINGLE_FILES
from seamark.problems import Place
from seamark.yamltext import Text, TextList, TextMap, parse_yaml

MODELS = [
    item for module in (model, figures, profiles, news) for _, item in inspect.getmembers(module, inspect.isclass)
    if issubclass(item, model.Model) and item is not model.Model and f"{item.__module__}.".startswith(f"{module.__name__}.")
]  # fmt: skip
FIELDS = [(item, name) for item in MODELS for name in item.model_fields]


def test_there_are_models() -> None:
    """The lists that the other tests go through are not empty."""
    assert len(MODELS) > 25
    assert len(FIELDS) > 120


@pytest.mark.parametrize("item", MODELS, ids=lambda item: item.__name__)
def test_every_model_is_documented_frozen_and_closed(item: type[model.Model]) -> None:
    """Each model says what it is, cannot be changed, and refuses fields that it does not declare."""
    assert item.__doc__
    assert item.model_config["frozen"] is True
    assert item.model_config["extra"] == "forbid"


@pytest.mark.parametrize(("item", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_tells_editors_what_to_write(item: type[model.Model], name: str) -> None:
    """The text that editors see over a field is a sentence, and names no other field by mistake."""
    text = item.model_fields[name].description
    assert text
    assert text.endswith((".", "?"))
    assert text.strip() == text


@pytest.mark.parametrize(("item", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_only_text_lists_and_models_are_used(item: type[model.Model], name: str) -> None:
    """No field has a type that YAML would have to be guessed for: numbers and dates are text too."""
    allowed = (Text, model.Model, dict, tuple, type(None))
    assert all(issubclass(kind, allowed) for kind in kinds_in(item.model_fields[name].annotation)), name


def kinds_in(annotation: Any) -> Iterator[type]:
    """Yield the classes that an annotation is made of."""
    arguments = getattr(annotation, "__args__", ())
    if not arguments:
        if annotation is not ...:
            yield annotation
        return
    origin = getattr(annotation, "__origin__", None)
    if isinstance(origin, type):
        yield origin
    for argument in arguments:
        yield from kinds_in(argument)


@pytest.mark.parametrize("name", [*SINGLE_FILES, *FOLDERS])
def test_every_file_has_a_json_schema(name: str) -> None:
    """Editors' programs can complete every file: its model gives a JSON Schema with descriptions."""
    schema = TypeAdapter((SINGLE_FILES | FOLDERS)[name]).json_schema()
    assert '"description"' in str(schema).replace("'", '"')
    for definition in schema.get("$defs", {}).values():
        assert definition["additionalProperties"] is False
        assert all(field.get("description") for field in definition["properties"].values())


# --- values ------------------------------------------------------------------------------------------


def source(**fields: str) -> TextMap:
    """Return a tree of a source with some fields changed."""
    tree = parse_yaml('title: "T"\npublisher: P\nlanguage: et\ntier: official\n', "x.yml")
    tree.update({Text(name): Text(value) for name, value in fields.items()})
    assert isinstance(tree, TextMap)
    return tree


def test_what_is_left_out_is_unknown() -> None:
    """Facts that nobody wrote are unknown, never guessed."""
    made = model.Source.model_validate(source())
    assert made.url == made.stated == made.seen == "unknown"
    channel = model.Channel.model_validate(parse_yaml("source: a\n", "x.yml"))
    assert channel.hours == channel.cost == channel.reach == channel.interpreters == "unknown"
    assert channel.languages == ("unknown",)
    caller = model.Caller.model_validate(parse_yaml("source: a\n", "x.yml"))
    assert {getattr(caller, name) for name in model.Caller.model_fields if name != "source"} == {"unknown"}


def test_texts_keep_their_places() -> None:
    """A value of a model still knows in which line it stands."""
    made = model.Source.model_validate(source())
    assert made.tier.place == Place(path="x.yml", line=4, column=7)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("source: a", ("a",)),
        ("source: [a, b]", ("a", "b")),
        ("source:\n  - a", ("a",)),
        ("source: []", ()),
        ("source: ''", ("",)),
    ],
)
def test_one_or_many(written: str, expected: tuple[str, ...]) -> None:
    """Where a list may stand, a single value is enough."""
    assert model.Caller.model_validate(parse_yaml(written, "x.yml")).source == expected


@pytest.mark.parametrize("written", ["source: {a: b}", "source: [[a]]", "source: [{a: b}]"])
def test_one_or_many_refuses_other_shapes(written: str) -> None:
    """Where text or a list of texts may stand, nothing deeper may."""
    with pytest.raises(ValidationError):
        model.Caller.model_validate(parse_yaml(written, "x.yml"))


@pytest.mark.parametrize("value", [1, True, None, 1.5, ["a"], "plain string"])
def test_values_that_did_not_come_from_a_file_are_refused(value: Any) -> None:
    """Only texts that know their place are taken, so that every problem can be told with a line."""
    with pytest.raises(ValidationError):
        model.Source.model_validate(source() | {"tier": value})


def test_words_for_readers_become_phrases() -> None:
    """A text that readers see is marked as one to translate; names, codes and dates are not."""
    concept = model.Concept.model_validate(parse_yaml("id: a\nterm: A\ndefinition: D.\nuse: [b, c]\n", "x.yml"))
    assert type(concept.id) is Text
    assert [type(text) for text in (concept.term, concept.definition, *concept.use)] == [model.Phrase] * 4
    assert concept.use[1].place == Place(path="x.yml", line=4, column=10)


def test_models_cannot_be_changed() -> None:
    """Nothing that was loaded and checked can be changed afterwards."""
    made = model.Source.model_validate(source())
    with pytest.raises(ValidationError, match="frozen"):
        made.title = Text("other")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("written", "text", "limit"),
    [
        ("skip: Skip", "Skip", None),
        ("skip: {text: Skip}", "Skip", None),
        ('skip: {text: Skip, max: "30", note: N}', "Skip", "30"),
    ],
)
def test_a_text_of_the_interface_may_stand_alone(written: str, text: str, limit: str | None) -> None:
    """A text of the interface is written alone, or with its limit and a note for translators."""
    made = TypeAdapter(model.Interface).validate_python(parse_yaml(written, "data/ui.yml"))
    entry = made[Text("skip")]
    assert (entry.text, entry.max) == (text, limit)
    assert isinstance(entry.text, model.Phrase)
    assert entry.text.place.line == 1


def test_lists_of_words_must_be_lists() -> None:
    """A paragraph that is not written as a list is refused: otherwise each letter would be one."""
    with pytest.raises(ValidationError):
        model.Section.model_validate(parse_yaml("id: a\nheading: H\ntext: Not a list.\n", "x.yml"))
    assert isinstance(parse_yaml("- a", "x.yml"), TextList)
