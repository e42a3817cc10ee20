"""JSON Schemas, the list of fields and the issue forms are made from the models, and say what the loader says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from check_cases import BAD, GOOD
from factory import GOOD as GOOD_PROJECT
from factory import Edit, project
from test_model import FIELDS

from seamark.editing.forms import FOLDER as FORM_FOLDER
from seamark.field_list import fields_text
from seamark.loading import fit, load
from seamark.model import Model
from seamark.schemas import kinds_by_schema, schema_of
from seamark.yamltext import YamlProblem, parse_yaml
from write_schemas import main

ROOT = Path(__file__).resolve().parent.parent
KINDS = kinds_by_schema()
# Shapes that no check case has. Each is put into a file of the correct project.
ODD = [
    ("countries", 'country: "EE"', "country: [EE]"),
    ("countries", 'country: "EE"', "countri: EE"),
    ("countries", "languages: et", "languages: []"),
    ("countries", "languages: et", "languages: [[et]]"),
    ("countries", "languages: et", "languages: {et: x}"),
    ("countries", "reaches: [police, ambulance]", "reaches: []"),
    ("countries", "support: [advice, referral]", "support: []"),
    ("countries", "      et: Inimkaubanduse nõuandeliin\n", "      et: [x]\n"),
    ("countries", "    kinds: [trafficking-helpline, labour-rights]\n", ""),
    ("countries", "    publisher: Nõukogu\n", ""),
    ("countries", "    publisher: Nõukogu\n", "    publisher:\n"),
    ("countries", "            how: called\n", ""),
    ("countries", "            by_role: editor\n", "            by_role: editor\n            name: x\n"),
    ("countries", "    operator:\n      et: Sotsiaalkindlustusamet\n", "    operator:\n      - et: Sotsiaalkindlustusamet\n"),
]


def schema_kind(name: str) -> str:
    """Return the name of the schema for a file of data/."""
    parts = Path(name).relative_to("data").parts
    return parts[0] if len(parts) > 1 else Path(parts[0]).stem


@cache
def validator(kind: str) -> Any:
    """Return the validator of the committed schema of a kind of file."""
    schema = json.loads((ROOT / "data" / "schema" / f"{kind}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def fits_the_loader(text: str, kind: str) -> bool:
    """Tell whether the loader finds no mistake of shape in a text."""
    problems: list[Any] = []
    fit(parse_yaml(text, "x"), KINDS[kind], problems)
    return problems == []


def is_yaml(text: str) -> bool:
    """Tell whether a text is the plain YAML that our reader reads."""
    try:
        parse_yaml(text, "x")
    except YamlProblem:
        return False
    return True


def agree(text: str, kind: str) -> bool:
    """Tell whether loader and schema say the same of a text; one that is no plain YAML is for neither."""
    if not is_yaml(text):
        return True
    return bool(validator(kind).is_valid(parse_yaml(text, "x"))) == fits_the_loader(text, kind)


def data_files(root: Path) -> Iterator[Path]:
    """Yield every file of data/ that has a schema."""
    yield from (path for path in sorted((root / "data").rglob("*.yml")) if schema_kind(str(path.relative_to(root))) in KINDS)


# --- schemas ---------------------------------------------------------------------------------------------


def test_every_real_file_fits_its_schema() -> None:
    """All of the real data fit, read as our reader reads them and as editors' programs do, with types guessed."""
    paths = list(data_files(ROOT))
    assert len(paths) > 140
    for path in paths:
        kind = schema_kind(str(path.relative_to(ROOT)))
        text = path.read_text("utf-8")
        for tree in (parse_yaml(text, path.name), yaml.load(text, yaml.CSafeLoader)):
            errors = [f"{path.name} {list(error.path)}: {error.message}" for error in validator(kind).iter_errors(tree)]
            assert errors == []


@pytest.mark.parametrize("case", [*BAD, *GOOD], ids=str)
def test_schema_and_loader_agree_on_every_case(case: Any, tmp_path: Path) -> None:
    """Of each file that a case of the checks changes, schema and loader say the same."""
    project(tmp_path, case.edits)
    for name in {edit.path for edit in case.edits if edit.path.startswith("data/") and edit.path.endswith(".yml")}:
        if (tmp_path / name).exists() and schema_kind(name) in KINDS:
            assert agree((tmp_path / name).read_text("utf-8"), schema_kind(name)), name


def test_schema_and_loader_agree_on_the_broken_project() -> None:
    """Of the broken project's files some fit and some do not, for both alike."""
    broken = ROOT / "tests" / "broken"
    said = {}
    for path in data_files(broken):
        kind = schema_kind(str(path.relative_to(broken)))
        text = path.read_text("utf-8")
        assert agree(text, kind), path
        said[path.name] = is_yaml(text) and fits_the_loader(text, kind)
    assert set(said.values()) == {True, False}


@pytest.mark.parametrize(("kind", "old", "new"), ODD)
def test_schema_and_loader_agree_on_odd_shapes(kind: str, old: str, new: str, tmp_path: Path) -> None:
    """What is a list, one text, a group or missing where something else belongs is the same mistake for both."""
    project(tmp_path, [Edit(f"data/{kind}/ee.yml", old, new)])
    assert agree((tmp_path / f"data/{kind}/ee.yml").read_text("utf-8"), kind)


def test_odd_shapes_are_wrong_and_right_ones() -> None:
    """The odd shapes above hold mistakes and shapes that are allowed, so that agreeing on them says something."""
    text = (GOOD_PROJECT / "data/countries/ee.yml").read_text("utf-8")
    said = [fits_the_loader(text.replace(old, new, 1), kind) for kind, old, new in ODD]
    assert all(old in text for _, old, _ in ODD)
    assert said.count(False) >= 10
    assert said.count(True) >= 2


@pytest.mark.parametrize(("item", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_has_an_example(item: type[Model], name: str) -> None:
    """A field that holds text has an example where it is declared, and the example fits the field."""
    field = schema_of(item)["properties"][name]
    if "$ref" in str(field):  # a group of fields, each with its own example
        return
    assert field.get("examples"), f'add examples=["…"] to {item.__name__}.{name} in seamark/model/'
    for example in field["examples"]:
        jsonschema.validate(example, {key: value for key, value in field.items() if key != "examples"})


# --- what is generated -----------------------------------------------------------------------------------


def test_what_is_made_from_the_models_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """Schemas, list of fields and forms are those that the models make; `make schema` writes them."""
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_what_is_out_of_date_is_told_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --check a missing, changed or left-over file is told and left alone; without, all is put right."""
    project(tmp_path)
    assert main(["--root", str(tmp_path), "--check"]) == 1
    assert "FIELDS.md: out of date; run: make schema" in capsys.readouterr().out
    assert not (tmp_path / "FIELDS.md").exists()
    assert main(["--root", str(tmp_path)]) == 0
    assert main(["--root", str(tmp_path), "--check"]) == 0
    (tmp_path / "data/schema/countries.json").write_text("{}", "utf-8")
    (tmp_path / "data/schema/old.json").write_text("{}", "utf-8")
    assert main(["--root", str(tmp_path), "--check"]) == 1
    assert "old.json: made from no model" in capsys.readouterr().out
    assert main(["--root", str(tmp_path)]) == 0
    assert not (tmp_path / "data/schema/old.json").exists()
    assert load(tmp_path)[1] == []


def test_the_list_of_fields_names_every_field() -> None:
    """Each field of each model stands in the list once, with its words."""
    text = fields_text()
    for item, name in FIELDS:
        part = text.partition(f"### {item.__name__}\n")[2].partition("\n#")[0]
        rows = [row for row in part.splitlines() if row.startswith(f"| `{name}` |")]
        assert len(rows) == 1, (item, name)
        assert str(item.model_fields[name].description) in rows[0]
    assert text.count("\n### ") == len({item for item, _ in FIELDS})


@pytest.mark.parametrize("path", sorted((ROOT / FORM_FOLDER).glob("*.yml")), ids=lambda path: path.stem)
def test_the_forms_fit_the_code_hosts_schema(path: Path) -> None:
    """Each form fits the schema of GitHub issue forms, read as YAML 1.1, in which "on" and "no" are no words."""
    assert schema_errors(yaml.safe_load(path.read_text("utf-8")), path.stem) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("type: input", "type: text"), ("      label: Country\n", ""), ("validations:", "validation:"), ("name: ", "nam: ")],
)
def test_a_form_with_a_fault_does_not_fit(old: str, new: str) -> None:
    """A planted fault in a form is found by the schema."""
    text = (ROOT / FORM_FOLDER / "contact.yml").read_text("utf-8")
    assert old in text
    assert schema_errors(yaml.safe_load(text.replace(old, new, 1)), "contact")


def schema_errors(tree: Any, name: str) -> list[str]:
    """Return what the vendored schema of GitHub's forms finds in a form."""
    kind = "github-issue-config" if name == "config" else "github-issue-forms"
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{kind}.json"
    schema = json.loads(vendored.read_text("utf-8"))
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(tree)]
