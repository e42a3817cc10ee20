"""Loading `data/`: from YAML files to one `Data` object and a list of problems of shape.

A part that does not fit its model is reported and left out, so that one mistake in a file does not
hide the others. Meaning is checked afterwards, by `seamark.checks`, on what could be loaded.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_origin

from pydantic import TypeAdapter, ValidationError

from . import figures, model, news, profiles
from .problems import Place, Problem, did_you_mean
from .yamltext import Text, TextList, TextMap, YamlProblem, parse_bytes, read_bytes


@dataclass(frozen=True, kw_only=True)
class Data:
    """Everything in `data/`. Keys are ids; `words` is keyed by path without .yml ("pages/home").

    `incomplete` names the files ("countries/ee", "laws") of which something could not be read: from what
    is missing in them nothing may be concluded.
    """

    root: Path
    site: model.Site
    vocabularies: model.Vocabularies
    short_codes: tuple[model.ShortCode, ...]
    held_back: tuple[model.HeldBack, ...]
    do_not_list: tuple[model.DoNotList, ...]
    references: dict[Text, model.Reference]
    laws: dict[Text, model.Law]
    acronyms: dict[Text, model.Acronym]
    interface: model.Interface
    recognition: dict[Text, model.Recognition]
    institutions: tuple[model.Institution, ...]
    spoken: dict[Text, model.Spoken]
    countries: dict[str, model.Country] = field(default_factory=dict)
    glossary: dict[str, model.Concept] = field(default_factory=dict)
    words: dict[str, model.Page] = field(default_factory=dict)
    statistics: dict[str, figures.Statistics] = field(default_factory=dict)
    profiles: dict[str, profiles.Profile] = field(default_factory=dict)
    news: dict[str, news.NewsItem] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()

    def service(self, service_id: str) -> model.Service | None:
        """Return the service with this id, or None."""
        country = self.countries.get(service_id.partition("-")[0])
        found = (service for service in country.services if service.id == service_id) if country else iter(())
        return next(found, None)


SINGLE_FILES: dict[str, Any] = {
    "site": model.Site,
    "vocabularies": model.Vocabularies,
    "short_codes": tuple[model.ShortCode, ...],
    "held_back": tuple[model.HeldBack, ...],
    "do_not_list": tuple[model.DoNotList, ...],
    "references": dict[Text, model.Reference],
    "laws": dict[Text, model.Law],
    "acronyms": dict[Text, model.Acronym],
    "interface": model.Interface,
    "recognition": dict[Text, model.Recognition],
    "institutions": tuple[model.Institution, ...],
    "spoken": dict[Text, model.Spoken],
}
FILE_NAMES = {"interface": "ui"}  # the words of the interface stand in ui.yml
MACHINE_WRITTEN = {"looks.json"}  # what the source check found; it holds no facts, and no page shows it
FOLDERS: dict[str, Any] = {
    "countries": model.Country,
    "glossary": model.Concept,
    "pages": model.Page,
    "tips": model.Page,
    "media": model.Page,
    "statistics": figures.Statistics,
    "profiles": profiles.Profile,
    "news": news.NewsItem,
}


def load(root: Path) -> tuple[Data | None, list[Problem]]:
    """Load all of `root/data`.

    Returns the data and the problems of shape. A list that cannot be read is empty in the data and
    named as incomplete; the data are None when site.yml or vocabularies.yml cannot be read.
    """
    problems: list[Problem] = []
    single = {
        name: _load_file(root, root / "data" / f"{FILE_NAMES.get(name, name)}.yml", kind, problems)
        for name, kind in SINGLE_FILES.items()
    }
    folders: dict[str, dict[str, Any]] = {}
    for name, kind in FOLDERS.items():
        folders[name] = {}
        for path in sorted((root / "data" / name).glob("*.yml")):
            loaded = _load_file(root, path, kind, problems)
            if loaded is not None:
                folders[name][path.stem] = loaded
    incomplete = frozenset(problem.place.path.removeprefix("data/").removesuffix(".yml") for problem in problems)
    problems += _stray_files(root)
    if single["site"] is None or single["vocabularies"] is None:
        return None, problems
    for name, kind in SINGLE_FILES.items():
        if single[name] is None:
            single[name] = () if get_origin(kind) is tuple else {}
    words = {f"{name}/{stem}": page for name in ("pages", "tips", "media") for stem, page in folders[name].items()}
    data = Data(
        root=root,
        countries=folders["countries"],
        glossary=folders["glossary"],
        words=words,
        statistics=folders["statistics"],
        profiles=folders["profiles"],
        news=folders["news"],
        incomplete=incomplete,
        **single,
    )
    return data, problems


def load_site(root: Path) -> tuple[model.Site | None, list[Problem]]:
    """Load `root/data/site.yml` alone. Returns the site, None when it cannot be read, and the problems of shape."""
    problems: list[Problem] = []
    site = _load_file(root, root / "data" / "site.yml", model.Site, problems)
    return site, problems


def _stray_files(root: Path) -> Iterator[Problem]:
    """A file in data/ that nothing reads is a mistake: its facts would silently be missing."""
    known = {f"{FILE_NAMES.get(name, name)}.yml" for name in SINGLE_FILES}
    for path in sorted((root / "data").rglob("*")):
        inside = path.relative_to(root / "data")
        if path.is_dir() or inside.parts[0] == "schema" or inside.as_posix() in MACHINE_WRITTEN:
            continue
        expected = inside.name in known if len(inside.parts) == 1 else inside.parts[0] in FOLDERS and len(inside.parts) == 2
        if not expected or path.suffix != ".yml":
            place = Place(path=path.relative_to(root).as_posix())
            yield Problem(
                place=place,
                rule="stray-file",
                message="nothing reads this file",
                fix="move it, or end its name in .yml",
            )


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


@cache
def _schema(kind: Any) -> dict[str, Any]:
    return _adapter(kind).json_schema()


def _load_file(root: Path, path: Path, kind: Any, problems: list[Problem]) -> Any:
    try:
        raw, name = read_bytes(path, root)
    except YamlProblem as error:
        problems.append(error.problem)
        return None
    model, found = _fitted(raw, name, kind)
    problems += found
    return model


@lru_cache(maxsize=1_000)
def _fitted(raw: bytes, name: str, kind: Any) -> tuple[Any, tuple[Problem, ...]]:
    """Return the model of what stands in a file, and its problems; the same text is not read twice."""
    problems: list[Problem] = []
    try:
        return fit(parse_bytes(raw, name), kind, problems), tuple(problems)
    except YamlProblem as error:
        return None, (error.problem,)


def fit(tree: Any, kind: Any, problems: list[Problem]) -> Any:
    """Fit a tree to a model; append what does not fit to `problems` and leave that part out.

    `kind` is a model or a type made of models. Returns the model, or None when nothing is left.
    """
    adapter = _adapter(kind)
    while True:
        try:
            return adapter.validate_python(tree)
        except ValidationError as error:
            errors = [(item["type"], item["loc"]) for item in error.errors(include_url=False, include_input=False)]
            # A misspelt field is also a missing one: tell and mend the first, then look again.
            unknown = [(name, loc) for name, loc in errors if name == "extra_forbidden"]
            problems += [_explain(tree, kind, name, loc) for name, loc in unknown or errors]
            usable = _mend(tree, kind, [loc for _, loc in unknown]) if unknown else _prune(tree, kind, [loc for _, loc in errors])
            if not usable:
                return None


def _mend(tree: Any, kind: Any, locs: list[tuple[Any, ...]]) -> bool:
    """Rename misspelt fields to what they were meant to be; take out the others."""
    for loc in locs:
        parent, _ = _walk(tree, loc[:-1])
        close = difflib.get_close_matches(loc[-1], _missing_fields(parent, kind, loc), n=1)
        value = parent.pop(loc[-1])
        if close:
            parent[Text(close[0], _place_of(value))] = value
    return True


def _missing_fields(parent: Any, kind: Any, loc: tuple[Any, ...]) -> list[str]:
    return sorted(set(_fields_at(kind, loc[:-1])) - set(parent))


def _place_of(value: Any) -> Place:
    return getattr(value, "place", Place(path="?"))


def _prune(tree: Any, kind: Any, locs: list[tuple[Any, ...]]) -> bool:
    """Take out the parts that do not fit; return False when the file cannot be used without them."""
    doomed = {_enclosing_part(tree, kind, loc) for loc in locs}
    if () in doomed:
        return False
    # Later list items first, so that the positions of the earlier ones stay right.
    for loc in sorted(doomed, key=lambda item: [(isinstance(part, int), part) for part in item], reverse=True):
        parent, present = _walk(tree, loc[:-1])
        if present:
            del parent[loc[-1]]
    return True


def _enclosing_part(tree: Any, kind: Any, loc: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the smallest part that can be left out: a list's item, or an entry whose name editors choose."""
    for length in range(len(loc), 0, -1):
        parent, _ = _walk(tree, loc[: length - 1])
        _, present = _walk(tree, loc[:length])
        if present and (isinstance(parent, TextList) or not _fields_at(kind, loc[: length - 1])):
            return loc[:length]
    return ()


def _walk(tree: Any, loc: tuple[Any, ...]) -> tuple[Any, bool]:
    """Follow a location as far as the tree goes; return what stands there and whether all was found."""
    for part in loc:
        if (isinstance(tree, TextMap) and part in tree) or (
            isinstance(tree, TextList) and isinstance(part, int) and part < len(tree)
        ):
            tree = tree[part]
        else:
            return tree, False
    return tree, True


def _explain(tree: Any, kind: Any, error_type: str, loc: tuple[Any, ...]) -> Problem:
    value, present = _walk(tree, loc)
    name = str(loc[-1]) if loc else "the file"
    if error_type == "extra_forbidden":
        parent, _ = _walk(tree, loc[:-1])
        key = next(key for key in parent if key == loc[-1])
        fix = did_you_mean(key, _missing_fields(parent, kind, loc))
        return Problem(place=key.place, rule="unknown-field", message=f'unknown field "{key}"', fix=fix)
    if error_type == "missing":
        return Problem(
            place=_place_of(value),
            rule="missing-field",
            message=f'the field "{name}" is missing here',
            fix=f'add "{name}: …"',
        )
    shape, fix = {
        "is_instance_of": ("one piece of text", "write the value behind the colon, without a list or fields"),
        "tuple_type": ("a list", 'write each value in a line of its own, after "- "'),
        "too_short": ("a list with something in it", "write what belongs here, or leave the field out"),
    }.get(error_type, ("a group of fields", 'write "field: value" lines, indented by two spaces'))
    shown = f", not {_shown(value)}" if present else ""
    return Problem(place=_place_of(value), rule="shape", message=f'"{name}" must be {shape}{shown}', fix=fix)


def _shown(value: Any) -> str:
    if isinstance(value, TextList):
        return "a list" if value else "an empty list"
    return "a group of fields" if isinstance(value, TextMap) else f'the text "{value[:40]}"'


def _fields_at(kind: Any, loc: tuple[Any, ...]) -> list[str]:
    """Return the names of the fields that may stand at a location, from the model's JSON Schema."""
    whole = _schema(kind)
    schemas = [whole]
    for part in loc:
        schemas = [below for schema in _resolved(whole, schemas) for below in _below(schema, part)]
    return [name for schema in _resolved(whole, schemas) for name in schema.get("properties", {})]


def _below(schema: dict[str, Any], part: Any) -> list[dict[str, Any]]:
    if isinstance(part, int):
        return [schema["items"]] if "items" in schema else []
    if part in schema.get("properties", {}):
        return [schema["properties"][part]]
    extra = schema.get("additionalProperties")
    return [extra] if isinstance(extra, dict) else []


def _resolved(whole: dict[str, Any], schemas: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for schema in schemas:
        if "$ref" in schema:
            yield from _resolved(whole, [whole["$defs"][schema["$ref"].rpartition("/")[2]]])
        elif "anyOf" in schema:
            yield from _resolved(whole, schema["anyOf"])
        else:
            yield schema
