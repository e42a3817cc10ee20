"""Loading tells every mistake of shape with its place, and keeps all that can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factory import Edit, project
from hypothesis import given
from hypothesis import strategies as st

from seamark import model
from seamark.loading import SINGLE_FILES, Data, fit, load
from seamark.problems import Problem
from seamark.yamltext import Text, parse_yaml

EE = "data/countries/ee.yml"
ROOT = Path(__file__).parent.parent


def loaded(folder: Path, *edits: Edit) -> tuple[Data | None, list[Problem], set[str]]:
    """Load a changed copy of the correct project; return data, problems and the marked places."""
    marks = project(folder, edits)
    data, problems = load(folder)
    return data, problems, marks


def fitted(text: str, kind: Any) -> tuple[Any, list[str]]:
    """Fit a text to a model and return the model and the problems as lines without the path."""
    problems: list[Problem] = []
    made = fit(parse_yaml(text, "x"), kind, problems)
    return made, [str(problem).removeprefix("x:") for problem in problems]


# --- whole projects --------------------------------------------------------------------------------------


def test_a_correct_project_is_loaded_whole(tmp_path: Path) -> None:
    """Every file of a correct project is in the data, under the name of its file."""
    data, problems, _ = loaded(tmp_path)
    assert data is not None
    assert problems == []
    assert data.root == tmp_path
    assert sorted(data.countries) == ["ee", "eu", "no"]
    assert sorted(data.glossary) == ["debt-bondage", "trafficking-in-human-beings"]
    assert sorted(data.words) == ["media/guidelines", "pages/help", "pages/home", "pages/not-found", "tips/ukraine"]
    assert data.incomplete == frozenset()
    assert data.interface[Text("skip")].text == "Skip to the content"
    assert data.interface[Text("skip")].text.place.path == "data/ui.yml"


def test_the_real_data_fit_their_models() -> None:
    """The data of this project have no mistakes of shape."""
    data, problems = load(ROOT)
    assert problems == []
    assert data is not None
    assert data.incomplete == frozenset()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("ee-116006", True), ("no-116006", True), ("ee-none", False), ("xx-116006", False), ("", False), ("ee", False)],
)
def test_a_service_is_found_by_its_id(tmp_path: Path, wanted: str, found: bool) -> None:
    """A service is found in the country that its id begins with, and nothing else is."""
    data, _, _ = loaded(tmp_path)
    assert data is not None
    service = data.service(wanted)
    assert (service is not None) is found
    assert service is None or service.id == wanted


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        # fields
        ([Edit(EE, "time_zone: Europe", "§time_zon: Europe")], 'unknown field "time_zon"; did you mean "time_zone"?'),
        ([Edit(EE, '- phone: "+372 614 7393"', '- §phon: "+372 614 7393"')], 'unknown field "phon"; did you mean "phone"?'),
        ([Edit(EE, "    interpreters: ", "    §xyzzy: ")], "unknown field"),
        ([Edit(EE, '- on: "2026-10-01"\n            how: called\n            by_role: editor',
               '- §on: "2026-10-01"\n            how: called')], 'the field "by_role" is missing here; add "by_role: …"'),
        ([Edit(EE, "- id: ee-116006\n    kinds", "- §kinds")], 'the field "id" is missing here; add "id: …"'),
        ([Edit("data/ui.yml", '"24", note: Link', '"24", §nota: Link')], 'unknown field "nota"; did you mean "note"?'),
        # shapes
        ([Edit(EE, "      en: Human trafficking helpline\n", "      en: §[Helpline]\n")], 'must be one piece of text'),
        ([Edit(EE, "        confirmed:\n          - on", "        confirmed:\n            §on")], 'must be a list'),
        ([Edit(EE, "caller:\n      anonymous: \"yes\"\n      recorded: unknown\n      source: board-2023", "caller: §yes")],
         "must be a group of fields"),
        ([Edit("data/short_codes.yml", '- {country: "EE", number: "112", service: ee-emergency-112, source: ministry}',
               "- §112")], "must be a group of fields"),
        ([Edit(EE, "reaches: [police, ambulance]", "reaches: §[]")], "must be a list with something in it, not an empty list"),
        ([Edit(EE, "languages: [et, ru]", "languages: §[]")], "write what belongs here, or leave the field out"),
        ([Edit("data/short_codes.yml", "source: board-2023", "source: §[]")], "something in it"),
        # files
        ([Edit("data/countries/fi.yaml", None, "§x: y")], "nothing reads this file"),
        ([Edit("data/countries/old/fi.yml", None, "§x: y")], "nothing reads this file"),
        ([Edit("data/nonsense/x.yml", None, "§x: y")], "nothing reads this file"),
        ([Edit("data/extra.yml", None, "§x: y")], "nothing reads this file"),
        ([Edit("data/countries/notes.txt", None, "§x")], "nothing reads this file"),
        ([Edit(EE, "country: \"EE\"", "country: §&x EE")], "anchor"),
    ],
)  # fmt: skip
def test_a_mistake_of_shape_is_told_once_where_it_is(tmp_path: Path, edits: list[Edit], said: str) -> None:
    """One mistake gives one problem at its line and column, with what to type instead."""
    _, problems, marks = loaded(tmp_path, *edits)
    assert [str(problem.place) for problem in problems] == sorted(marks)
    assert said in str(problems[0])
    assert problems[0].fix


@pytest.mark.parametrize("name", ["ui", *(name for name in SINGLE_FILES if name != "interface")])
def test_a_file_that_is_missing_is_a_problem(tmp_path: Path, name: str) -> None:
    """Without one of the files of data/ there is one problem, and what was in it counts as incomplete."""
    data, problems, _ = loaded(tmp_path, Edit(f"data/{name}.yml", "", None))
    assert [str(problem.place) for problem in problems] == [f"data/{name}.yml:1:1"]
    assert "cannot be read" in problems[0].message
    assert (data is None) is (name in ("site", "vocabularies"))
    if data is not None:
        assert name in data.incomplete


@pytest.mark.parametrize("name", ["site", "vocabularies", "countries/ee", "pages/home", "glossary/debt-bondage"])
def test_an_empty_file_is_a_problem_at_its_first_line(tmp_path: Path, name: str) -> None:
    """A file that somebody emptied is told by the fields that it lacks."""
    path = f"data/{name}.yml"
    project(tmp_path)
    (tmp_path / path).write_text("# to do\n", "utf-8")
    _, problems = load(tmp_path)
    assert problems
    assert {str(problem.place) for problem in problems} == {f"{path}:1:1"}
    assert {problem.rule for problem in problems} == {"missing-field"}


def test_nothing_at_all_is_told_file_by_file(tmp_path: Path) -> None:
    """A folder without data gives a problem for each file that must be there, and no data."""
    data, problems = load(tmp_path)
    assert data is None
    assert len(problems) == len(SINGLE_FILES)


def test_one_mistake_does_not_hide_the_others(tmp_path: Path) -> None:
    """Mistakes in several files and in several parts of one file are all told at once."""
    _, problems, marks = loaded(
        tmp_path,
        Edit(EE, "reach: one-network", "§reich: one-network"),
        Edit(EE, "tier: report", "§teir: report"),
        Edit(EE, "time_zone: Europe/Tallinn", "§time: Europe/Tallinn"),
        Edit("data/countries/no.yml", "cost: free", "cost: §[free]"),
        Edit("data/pages/home.yml", "    heading: In danger now\n", "    §header: In danger now\n"),
        Edit("data/glossary/debt-bondage.yml", "definition: ", "definition: §{a: b} #"),
    )
    assert {str(problem.place) for problem in problems} == marks
    assert len(problems) == len(marks) == 6


# --- what is left out --------------------------------------------------------------------------------------


def test_a_misspelt_field_counts_as_what_it_was_meant_to_be(tmp_path: Path) -> None:
    """A value behind a misspelt name is used, so that checks do not complain that it is missing."""
    data, problems, _ = loaded(tmp_path, Edit(EE, "time_zone: Europe", "tmezone: Europe"))
    assert data is not None
    assert data.countries["ee"].time_zone == "Europe/Tallinn"
    assert data.countries["ee"].time_zone.place.line == 3
    assert len(problems) == 1
    assert data.incomplete == {"countries/ee"}


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        # the smallest item of a list that holds the mistake
        (Edit(EE, '- short: "116006"', '- short: ["116006"]'), "2 channels of ee-116006"),
        (Edit(EE, "audience: [victims-of-trafficking, relatives]", "audience: [[a], relatives]"), "relatives"),
        (Edit(EE, "- id: ee-116006\n    kinds", "- kinds"), "without ee-116006"),
        # an entry that editors name
        (Edit(EE, "    publisher: Nõukogu\n", ""), "without source old"),
        (Edit(EE, "    title: Uudis\n", "    title: [Uudis]\n"), "without source press"),
        (Edit(EE, "      en: Human trafficking helpline\n", "      en: [x]\n"), "name without en"),
    ],
)
def test_only_the_part_with_the_mistake_is_left_out(tmp_path: Path, edit: Edit, left: str) -> None:
    """The smallest part that can be spared is left out, and the rest of the file is loaded."""
    data, problems, _ = loaded(tmp_path, edit)
    assert data is not None
    assert len(problems) == 1
    country = data.countries["ee"]
    services = {str(service.id): service for service in country.services}
    seen = {
        "2 channels of ee-116006": "ee-116006" in services and len(services["ee-116006"].channels) == 2,
        "relatives": services["ee-thb-helpline"].audience == ("relatives",),
        "without ee-116006": sorted(services) == ["ee-old-line", "ee-thb-helpline"],
        "without source old": sorted(country.sources) == ["board-2023", "ministry", "press"],
        "without source press": sorted(country.sources) == ["board-2023", "ministry", "old"],
        "name without en": sorted(services["ee-thb-helpline"].name) == ["et"],
    }
    assert [name for name, true in seen.items() if true] == [left]


@pytest.mark.parametrize(
    ("text", "kind", "kept", "problems"),
    [
        # maps whose names editors choose
        ("a: {meaning: A}\nb: {meening: B}\n", "acronyms", ["a", "b"], 1),
        ("a: {meaning: A}\nb: {}\n", "acronyms", ["a"], 1),
        ("a: {meaning: A}\nb: text\n", "acronyms", ["a"], 1),
        ("a: {meaning: A}\nb: [x]\nc: {meaning: [C]}\n", "acronyms", ["a"], 2),
        ("a: A\nb: {text: [B]}\nc: [C]\n", "interface", ["a"], 2),
        ("a: {title: T, publisher: P, language: et, tier: law}\nb: {title: T}\n", "references", ["a"], 3),
        # lists
        ("- {country: EE, service: a, reason: x}\n- {country: EE}\n- text\n", "held_back", 1, 3),
        ("[]", "held_back", 0, 0),
    ],
)
def test_one_bad_entry_does_not_take_the_file_with_it(text: str, kind: str, kept: Any, problems: int) -> None:
    """Of a file with many entries, those without mistakes are kept."""
    made, told = fitted(text, SINGLE_FILES[kind])
    assert made is not None, told
    assert (sorted(made) if isinstance(made, dict) else len(made)) == kept
    assert len(told) == problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("just text", model.Page),
        ("- a\n- b\n", model.Page),
        ("title: T\n", model.Page),
        ("title: T\ndescription: D\nnext: {text: x}\n", model.Page),
        ("title: T\ndescription: D\nnext: x\n", model.Page),
        ("a: b", tuple[model.HeldBack, ...]),
        ("text", dict[Text, model.Law]),
        ("- a", dict[Text, model.Law]),
    ],
)
def test_what_cannot_be_mended_gives_nothing(text: str, kind: Any) -> None:
    """A file that lacks what it must have gives no model, and says why."""
    made, told = fitted(text, kind)
    assert made is None
    assert told


def test_two_misspelt_fields_become_two_fields() -> None:
    """Two misspelt names next to each other are not taken for the same field."""
    made, told = fitted("titel: T\npublischer: P\nlanguge: et\nteir: law\n", model.Reference)
    assert made is not None, told
    assert (made.title, made.publisher, made.language, made.tier) == ("T", "P", "et", "law")
    assert len(told) == 4


def test_a_field_that_is_there_twice_under_two_spellings_keeps_the_right_one() -> None:
    """A misspelt copy of a field that is there is told and not used."""
    made, told = fitted("title: T\ntitel: U\npublisher: P\nlanguage: et\ntier: law\n", model.Reference)
    assert made is not None
    assert made.title == "T"
    assert len(told) == 1
    assert told[0].startswith('2:1: unknown field "titel"')


# --- whatever stands there ------------------------------------------------------------------------------------

NAMES = st.sampled_from(["title", "titel", "next", "text", "page", "description", "sections", "id", "heading", "x", "lead"])
TREES = st.recursive(
    st.sampled_from(["T", "''", "unknown"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(NAMES, inner, max_size=5).map(lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items.items()) + "}")
    ),
    max_leaves=25,
)


@given(TREES)
def test_any_tree_fits_or_is_told(text: str) -> None:
    """Whatever an editor writes, loading ends, and gives a page, or problems, or both."""
    made, told = fitted(text, model.Page)
    assert made is not None or told
    assert all(line.split(":")[0].isdigit() for line in told)
    assert len(set(told)) == len(told)


@given(TREES)
def test_nothing_is_left_out_in_silence(text: str) -> None:
    """A page that loads without problems holds every text that was written."""
    made, told = fitted(text, model.Page)
    if made is not None and not told:
        assert sorted(texts(made)) == sorted(word for word in ("T", "unknown") for _ in range(text.count(word)))


def texts(item: Any) -> list[str]:
    """Return the texts of a model that are not empty."""
    if isinstance(item, model.Model):
        return [text for name in item.model_fields_set for text in texts(getattr(item, name))]
    if isinstance(item, tuple):
        return [text for part in item for text in texts(part)]
    return [str(item)] if item else []
