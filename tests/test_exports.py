"""The open data, made of all the real data: each format is held against a grammar and read back by another library."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import built_data
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from seamark import contacts, exports, hours
from seamark.exports import shape, tables
from seamark.freshness import age_of
from seamark.loading import Data, load
from seamark.model import UNKNOWN, Channel, Country, Service
from seamark.proof import export_rules
from seamark.proof.folder import Built
from seamark.rendering import Renderer
from seamark.translations import Catalogue, units

with warnings.catch_warnings():  # what these libraries import is not ours to correct
    warnings.simplefilter("ignore")
    import feedparser
    import frictionless
    import pyshacl
    import rdflib
    from dateutil.rrule import rrulestr

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = Path(__file__).parent / "schemas"
AS_OF = date(2026, 11, 22)
NUMBERS = ("phone", "short", "sms", "whatsapp")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")


@cache
def data() -> Data:
    """The real data, loaded once."""
    made, problems = load(ROOT)
    assert made is not None, problems
    return made


@cache
def files() -> dict[str, str]:
    """Every file of the open data."""
    return exports.export(data(), AS_OF)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files of the open data."""
    made = tmp_path_factory.mktemp("site") / "data" / "v1"
    exports.write(made, files())
    return made


def loaded(name: str) -> Any:
    """Return a JSON file of the open data."""
    return json.loads(files()[name])


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, without the apostrophes before formulas."""
    found = csv.DictReader(io.StringIO(files()[name], newline=""), strict=True)
    return [{key: tables.unguarded(value) for key, value in row.items()} for row in found]


def published() -> Iterator[tuple[Country, Service, Channel]]:
    """Yield every channel that is published, from the data themselves."""
    for country in data().countries.values():
        for service in country.services:
            if service.status == "active":
                for channel in service.channels:
                    yield country, service, channel


def or_none(value: Any) -> Any:
    """Return a fact of the data as JSON has it: unknown is null."""
    if value in (UNKNOWN, (UNKNOWN,)):
        return None
    return list(value) if isinstance(value, tuple) else value


# --- our own JSON ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["contacts", "glossary", "index"])
def test_json_fits_its_published_schema(name: str) -> None:
    """Each file of JSON fits the JSON Schema that stands beside it and that it names."""
    schema = loaded(f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(loaded(f"{name}.json"))] == []
    assert loaded(f"{name}.json")["$schema"] == schema["$id"]


def test_json_holds_every_channel_as_the_data_state_it() -> None:
    """What is read back from contacts.json are all channels of all active services, fact by fact."""
    same = ("reach", "cost", "languages", "interpreters", "hours", "area", "networks", "not_in")
    found = [
        (service["id"], channel["kind"], channel["value"], channel["sources"], {name: channel[name] for name in same})
        for country in loaded("contacts.json")["countries"]
        for service in country["services"]
        for channel in service["channels"]
    ]
    want = [
        (
            service.id,
            contacts.channel_kind(channel),
            contacts.channel_value(channel),
            list(channel.source),
            {name: or_none(getattr(channel, name)) for name in same},
        )
        for _, service, channel in published()
    ]
    assert found == want


def test_json_holds_every_service_as_the_data_state_it() -> None:
    """Names, operators, lists, caller's facts, sources and dates of every active service are those of the data."""
    found = [
        {name: value for name, value in service.items() if name not in ("channels", "page", "note")}
        for country in loaded("contacts.json")["countries"]
        for service in country["services"]
    ]
    assert found == [
        _service(service, country)
        for country in data().countries.values()
        for service in country.services
        if service.status == "active"
    ]


def _service(service: Service, country: Country) -> dict[str, Any]:
    age = age_of(service, country, data().site.freshness)
    answers = service.caller.model_dump() if service.caller else {}
    told = {("sources" if name == "source" else name): or_none(value) for name, value in answers.items()}
    return {
        "id": service.id,
        "kinds": list(service.kinds),
        "names": service.name,
        "operators": service.operator,
        "organisation": service.organisation or service.id,
        "audience": or_none(service.audience),
        "support": list(service.support),
        "area": list(service.area),
        "caller": told or None,
        "sources": list(service.source),
        "dated": or_none(age.stated),
        "confirmed": age.confirmed,
        "check_after": age.check_after.isoformat() if age.check_after else None,
    }


def test_json_holds_every_country_with_its_emergency_numbers_and_sources() -> None:
    """Emergency numbers, languages, time zones and sources of every country are those of the data."""
    found = loaded("contacts.json")["countries"]
    assert [item["country"] for item in found] == [str(country.country) for _, country in sorted(data().countries.items())]
    for item, (_, country) in zip(found, sorted(data().countries.items()), strict=True):
        assert [(entry["id"], entry["number"]) for entry in item["emergency"]] == [
            (entry.id, contacts.dialled(entry.number)) for entry in country.emergency
        ]
        assert (item["languages"], item["time_zone"]) == (list(country.languages), country.time_zone)
        assert item["sources"] == {
            name: {key: or_none(" ".join(value.split())) for key, value in source.model_dump().items()}
            for name, source in country.sources.items()
        }


def test_json_holds_what_other_sources_state_but_no_other_number() -> None:
    """Hours, cost, reach and languages of other sources are published; their other numbers and addresses are not."""
    found = [
        other
        for country in loaded("contacts.json")["countries"]
        for service in country["services"]
        for channel in service["channels"]
        for other in channel["also_stated"]
    ]
    stated = [other for _, _, channel in published() for other in channel.also_stated]
    want = [other for other in stated if other.hours or other.cost or other.reach or other.languages]
    assert [(item["hours"], item["sources"]) for item in found] == [(other.hours, list(other.source)) for other in want]
    assert all(set(item) == {"hours", "cost", "reach", "languages", "sources"} for item in found)


def test_weeks_are_those_of_the_opening_hours() -> None:
    """The rows of a week hold the same days and times as the opening hours from which they are made."""
    for country in loaded("contacts.json")["countries"]:
        for service in country["services"]:
            for channel in service["channels"]:
                if channel["hours"] is None:
                    assert channel["week"] is None
                    continue
                assert _spans_of_rows(channel["week"]) == _spans_of(channel["hours"])


def _spans_of_rows(week: list[dict[str, Any]]) -> Counter[tuple[str, str, str]]:
    return Counter((day, row["opens"], row["closes"]) for row in week for day in row["days"])


def _spans_of(text: str) -> Counter[tuple[str, str, str]]:
    return Counter(
        (DAYS[day], f"{span.start:%H:%M}", "24:00" if f"{span.end:%H:%M}" == "00:00" else f"{span.end:%H:%M}")
        for row in hours.week(text)
        for span in row.spans
        for day in row.days
    )


def test_public_holidays_are_those_of_the_opening_hours() -> None:
    """Hours on public holidays are a list, an empty list where it is closed, and null where the source is silent."""
    found = {
        channel["hours"]: channel["on_holidays"]
        for country in loaded("contacts.json")["countries"]
        for service in country["services"]
        for channel in service["channels"]
        if channel["hours"]
    }
    assert found["Mo-Fr 08:30-16:00; Sa,Su,PH 09:00-15:00"] == [{"opens": "09:00", "closes": "15:00"}]
    assert found["Mo-Fr 09:00-20:00; PH off"] == []
    assert {text for text, times in found.items() if times is None} == {text for text in found if "PH" not in text}


def test_glossary_holds_every_text_in_every_language_with_its_status() -> None:
    """What is read back from glossary.json are all texts of the glossary and their translations that are up to date."""
    found = {
        (concept["id"], where, language): (said["text"], said["status"])
        for concept in loaded("glossary.json")["concepts"]
        for where, texts in _texts(concept)
        for language, said in texts.items()
    }
    want = {}
    catalogues = {str(item.code): Catalogue.load(ROOT, item.code) for item in data().site.languages}
    for unit in units(data()):
        if unit.id.startswith("glossary/"):
            name, _, where = unit.id.removeprefix("glossary/").partition("#")
            for language, catalogue in catalogues.items():
                shown = catalogue.show(unit.id, unit.text, critical=True)
                if shown.language == language:
                    want[name, where, language] = (shown.text, shown.status)
    assert found == want


def _texts(concept: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((name, concept[name]) for name in ("term", "definition", "headline") if concept[name])
    yield from ((f"use.{number}", item) for number, item in enumerate(concept["use"], start=1))
    for name, parts in (("avoid", ("term", "reason")), ("confused_with", ("difference",))):
        for number, item in enumerate(concept[name], start=1):
            yield from ((f"{name}.{number}.{part}", item[part]) for part in parts)


# --- tables ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["datapackage.json", "hsds/datapackage.json"])
def test_tables_are_valid_packages(folder: Path, name: str) -> None:
    """Both tabular data packages are valid: types, keys, foreign keys, required and listed values of every row."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.Package(str(folder / name)).validate()
    assert report.flatten(["code", "type", "message"]) == []
    assert report.stats["tasks"] == len(loaded(name)["resources"])


def test_contact_table_equals_the_data() -> None:
    """contacts.csv has one row for each emergency number and channel, with what the data state."""
    schemes = {"phone": "tel:", "short": "tel:", "sms": "sms:", "whatsapp": "tel:", "email": "mailto:"}
    found = [
        (row["service"], row["channel"], row["contact"], row["hours"], row["languages"], row["cost"], row["reach"])
        for row in rows("contacts.csv")
        if row["channel"] != "emergency"
    ]
    assert found == [
        (
            service.id,
            kind := contacts.channel_kind(channel),
            schemes.get(kind, "") + contacts.channel_value(channel),
            or_none(channel.hours) or "",
            ";".join(or_none(channel.languages) or ()),
            or_none(channel.cost) or "",
            or_none(channel.reach) or "",
        )
        for _, service, channel in published()
    ]
    emergency = [(row["service"], row["contact"]) for row in rows("contacts.csv") if row["channel"] == "emergency"]
    assert emergency == [(item.id, f"tel:{item.number}") for country in data().countries.values() for item in country.emergency]


def test_source_table_equals_the_data() -> None:
    """sources.csv holds every source with all its fields."""
    assert [{key: value or None for key, value in row.items()} for row in rows("sources.csv")] == [
        {
            "source": f"{country.country.lower()}/{name}",
            "country": country.country,
            **{key: or_none(" ".join(value.split())) for key, value in source.model_dump().items()},
        }
        for country in data().countries.values()
        for name, source in country.sources.items()
    ]


def test_glossary_table_equals_the_glossary() -> None:
    """glossary.csv holds each text of glossary.json in each language."""
    parts = {"term": "term", "definition": "definition", "headline": "headline", "use": "use"}
    parts |= {"avoid.term": "avoid", "avoid.reason": "reason", "confused_with.difference": "difference"}
    want = Counter()
    for concept in loaded("glossary.json")["concepts"]:
        for where, texts in _texts(concept):
            steps = where.split(".")
            field = parts[".".join(step for step in steps if not step.isdecimal())]
            number = next((step for step in steps if step.isdecimal()), "1")
            want.update((concept["id"], field, number, language, said["text"], said["status"]) for language, said in texts.items())
    names = ("concept", "field", "number", "language", "text", "status")
    found = Counter(tuple(row[name] for name in names) for row in rows("glossary.csv") if row["field"] not in ("acronym", "legal"))
    assert found == want


def test_tables_hold_no_formula() -> None:
    """No cell begins like a formula, but for the numbers of HSDS, which are international numbers or short codes."""
    for name in (name for name in files() if name.endswith(".csv")):
        for row in csv.DictReader(io.StringIO(files()[name], newline=""), strict=True):
            for column, value in row.items():
                if (name, column) == ("hsds/phones.csv", "number"):
                    assert value.removeprefix("+").isdecimal()
                else:
                    assert not value.startswith(("=", "+", "-", "@", "\t", "\r")), (name, column, value)


@given(st.text())
def test_guarded_texts_come_back(text: str) -> None:
    """A guarded text is no formula, and the text is what it was when the guard is taken away."""
    assert not tables.guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert tables.unguarded(tables.guarded(text)) == text


def test_tables_follow_the_rules_for_csv() -> None:
    """Lines end in CR and LF, every cell is quoted, and quotation marks are doubled (RFC 4180)."""
    table = tables.Table(name="t", path="t.csv", description="", columns=(tables.Column(name="a", description=""),))
    assert tables.csv_text(table, [{"a": 'x"y\n'}, {"a": "=1+1"}, {"a": None}]) == '"a"\r\n"x""y\n"\r\n"\'=1+1"\r\n""\r\n'


# --- HSDS --------------------------------------------------------------------------------------------------------


def test_hsds_fits_its_schema() -> None:
    """Every service fits the objects of HSDS 3.0: no unknown field, no wrong type or format, nothing required missing."""
    schema = json.loads((SCHEMAS / "hsds.json").read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = [
        (service["name"], error.message) for service in loaded("hsds/services.json") for error in validator.iter_errors(service)
    ]
    assert found == []


def test_hsds_schema_refuses_what_hsds_does_not_have() -> None:
    """The schema of the tests can fail: an unknown field, a missing name and a wrong status are errors."""
    validator = Draft202012Validator(json.loads((SCHEMAS / "hsds.json").read_text("utf-8")))
    right = loaded("hsds/services.json")[0]
    assert validator.is_valid(right)
    for wrong in ({**right, "colour": "blue"}, {**right, "status": "open"}, {key: right[key] for key in right if key != "name"}):
        assert not validator.is_valid(wrong)


def test_hsds_holds_every_contact() -> None:
    """What is read back from HSDS are all numbers, addresses and emergency numbers that are published."""
    found: Counter[tuple[str, str]] = Counter()
    for service in loaded("hsds/services.json"):
        values = [phone["number"] for phone in service.get("phones", ())]
        values += [service["email"]] if "email" in service else []
        values += [contact["email"] for contact in service.get("contacts", ())]
        values += [item["value"] for item in service.get("attributes", ()) if item["link_type"] == "channel"]
        found.update((service["url"], value) for value in values)
    want: Counter[tuple[str, str]] = Counter()
    for name, country in data().countries.items():
        page = f"{data().site.url}help/{name}/"
        want.update((page, str(item.number)) for item in country.emergency)
        services = [service for service in country.services if service.status == "active"]
        want.update((f"{page}#{item.id}", contacts.channel_value(channel)) for item in services for channel in item.channels)
    assert found == want


def test_hsds_schedules_are_recurrence_rules_of_the_opening_hours() -> None:
    """Each schedule is a rule of RFC 5545, and together they open on the days and at the times that are stated."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for service in loaded("hsds/services.json"):
        for row in service.get("schedules", ()):
            rule = rrulestr(f"DTSTART:20260309T000000\nRRULE:FREQ={row['freq']};WKST={row['wkst']};BYDAY={row['byday']};COUNT=7")
            assert {DAYS[day.weekday()] for day in rule} == set(row["byday"].split(","))
            closes = "24:00" if row["closes_at"] == "23:59:59" else row["closes_at"][:5]
            found.update((service["url"], day, row["opens_at"][:5], closes) for day in row["byday"].split(","))
    want: Counter[tuple[str, str, str, str]] = Counter()
    for country, service, channel in published():
        if channel.hours != UNKNOWN:
            url = f"{data().site.url}help/{country.country.lower()}/#{service.id}"
            for span, times in _spans_of(channel.hours).items():
                want[(url, *span)] += times
    assert found == want


def test_hsds_tables_equal_the_objects() -> None:
    """Each row of the tables is an object of services.json, and each object has its row."""
    services = {service["id"]: service for service in loaded("hsds/services.json")}
    assert {row["id"] for row in rows("hsds/services.csv")} == set(services)
    for row in rows("hsds/services.csv"):
        service = services[row["id"]]
        assert {name: value for name, value in row.items() if value and name != "organization_id"} == {
            name: service[name] for name in row if name in service
        }
        assert row["organization_id"] == service["organization"]["id"]
    for name, key in (
        ("phones", "phones"),
        ("schedules", "schedules"),
        ("service_areas", "service_areas"),
        ("contacts", "contacts"),
    ):
        found = [{key: value for key, value in row.items() if value} for row in rows(f"hsds/{name}.csv")]
        want = [
            {field: value for field, value in item.items() if field != "languages"} | {"service_id": service["id"]}
            for service in services.values()
            for item in service.get(name, ())
        ]
        assert found == want, name
    attributes = [item for service in services.values() for item in service.get("attributes", ())]
    assert [row["id"] for row in rows("hsds/attributes.csv")] == [item["id"] for item in attributes]


def test_identities_are_unique_and_stay() -> None:
    """Each object has an identity of its own, and the identity of a service is what it was in the first release."""
    for name in ("services", "phones", "schedules", "service_areas", "attributes", "organizations", "taxonomy_terms", "languages"):
        found = [row["id"] for row in rows(f"hsds/{name}.csv")]
        assert len(found) == len(set(found)), name
    first = next(service for service in loaded("hsds/services.json") if service["url"].endswith("#ee-thb-helpline"))
    assert first["id"] == "4b378fb9-cff7-56cc-86ed-67521f7ef856"


# --- SKOS and TBX ------------------------------------------------------------------------------------------------


@cache
def graph() -> rdflib.Graph:
    """The glossary as an RDF graph."""
    return rdflib.Graph().parse(data=files()["glossary.ttl"], format="turtle")


def shapes_fail(found: rdflib.Graph, name: str) -> str:
    """Return what the shapes of a file find wrong with a graph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        conforms, _, text = pyshacl.validate(found, shacl_graph=str(SCHEMAS / name), shacl_graph_format="turtle")
    return "" if conforms else text


def test_skos_keeps_the_integrity_conditions() -> None:
    """The scheme keeps the conditions of the SKOS Reference, and holds nothing that the shapes do not name."""
    assert shapes_fail(graph(), "skos.shacl.ttl") == ""


def test_skos_shapes_find_a_label_under_two_properties() -> None:
    """The shapes can fail: a preferred label that is a hidden label too is found."""
    wrong = rdflib.Graph() + graph()
    concept, label = next(iter(wrong.subject_objects(SKOS.prefLabel)))
    wrong.add((concept, SKOS.hiddenLabel, label))
    assert "prefLabel" in shapes_fail(wrong, "skos.shacl.ttl")


def test_skos_holds_every_term_definition_and_relation() -> None:
    """What is read back are all terms, definitions and wordings in all languages, and all relations."""
    base = f"{data().site.url}data/v1/glossary.ttl#"
    for concept in loaded("glossary.json")["concepts"]:
        node = rdflib.URIRef(base + concept["id"])
        assert _by_language(node, SKOS.prefLabel) == _said(concept["term"])
        assert _by_language(node, SKOS.definition) == _said(concept["definition"])
        assert _by_language(node, SKOS.example) == _said(concept["headline"] or {})
        labels = _by_language(node, SKOS.prefLabel) | _by_language(node, SKOS.altLabel) | _by_language(node, SKOS.hiddenLabel)
        acronym = {("en", concept["acronym"])} if concept["acronym"] else set()
        texts = [concept["term"], *concept["use"], *(item["term"] for item in concept["avoid"])]
        assert labels == acronym.union(*map(_said, texts))
        related = {str(other).removeprefix(base) for other in graph().objects(node, SKOS.related)}
        assert related >= {*concept["related"], *(item["concept"] for item in concept["confused_with"])}
    assert len(set(graph().subjects(SKOS.inScheme))) == len(data().glossary)


def _by_language(node: rdflib.URIRef, name: rdflib.URIRef) -> set[tuple[str, str]]:
    return {(str(item.language), str(item)) for item in graph().objects(node, name)}


def _said(texts: dict[str, Any]) -> set[tuple[str, str]]:
    return {(language, said["text"]) for language, said in texts.items()}


def test_tbx_fits_its_grammar_and_holds_every_term() -> None:
    """The TBX file fits the grammar; its terms with their status, and its definitions, are those of the glossary."""
    root = etree.fromstring(files()["glossary.tbx"].encode())
    grammar = etree.RelaxNG(etree.parse(str(SCHEMAS / "tbx-basic.rng")))
    assert grammar.validate(root), grammar.error_log
    entries = {entry.get("id"): entry for entry in root.iterfind(".//{*}conceptEntry")}
    assert set(entries) == set(data().glossary)
    for concept in loaded("glossary.json")["concepts"]:
        found = [item for section in entries[concept["id"]].iterfind("{*}langSec") for item in _tbx_texts(section)]
        assert Counter(found) == Counter(_tbx_wanted(concept))


def _tbx_texts(section: etree._Element) -> Iterator[tuple[str, str, str]]:
    language = section.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    yield from ((language, "definition", item.text or "") for item in section.iterfind("{*}descripGrp/{*}descrip"))
    for term in section.iterfind("{*}termSec"):
        yield language, term.findtext("{*}termNote") or "", term.findtext("{*}term") or ""


def _tbx_wanted(concept: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    groups = [("definition", concept["definition"]), ("preferredTerm-admn-sts", concept["term"])]
    groups += [("admittedTerm-admn-sts", item) for item in concept["use"]]
    groups += [("deprecatedTerm-admn-sts", item["term"]) for item in concept["avoid"]]
    for status, texts in groups:
        yield from ((language, status, said["text"]) for language, said in texts.items())
    if concept["acronym"]:
        yield "en", "admittedTerm-admn-sts", concept["acronym"]


# --- Atom --------------------------------------------------------------------------------------------------------


def test_feed_is_read_and_holds_every_dated_service() -> None:
    """A reader of feeds finds an entry for every service that bears a date, newest first, each with its own id."""
    feed = feedparser.parse(files()["contacts.atom"].encode())
    assert not feed.bozo
    assert feed.version == "atom10"
    for needed in ("id", "title", "updated", "author", "rights"):
        assert feed.feed[needed]
    dated = {
        f"{data().site.url}data/v1/contacts.atom#{service.id}"
        for country in data().countries.values()
        for service in contacts.active(country)
        if age_of(service, country, data().site.freshness).newest
    }
    assert sorted(entry.id for entry in feed.entries) == sorted(dated)
    updated = [entry.updated_parsed for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert all(entry.title and entry.link.startswith(str(data().site.url)) and entry.summary for entry in feed.entries)


# --- schema.org --------------------------------------------------------------------------------------------------


def linked_data(language: str, code: str) -> list[dict[str, Any]]:
    """Return the services in the block of data on a country's page."""
    text = str(renderer(language).frame(f"help/{code}", {"country": code}).linked_data)
    assert text.startswith('<script type="application/ld+json">')
    assert text.count("<") == 2
    return json.loads(text.partition(">")[2].removesuffix("</script>"))["@graph"]


@cache
def renderer(language: str) -> Renderer:
    """Return the renderer of a language."""
    return Renderer(data(), Catalogue.load(ROOT, language), AS_OF)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # what the reader of JSON-LD uses inside
def test_linked_data_fits_the_types_of_schema_org() -> None:
    """The data on all country pages are of the types and properties that the shapes name, and of no others."""
    nodes = [node for code in data().countries for node in linked_data("en", code)]
    content = json.dumps({"@context": {"@vocab": "https://schema.org/"}, "@graph": nodes})
    found = rdflib.Graph().parse(data=content, format="json-ld")
    assert shapes_fail(found, "schema-org.shacl.ttl") == ""


@pytest.mark.parametrize("language", [str(item.code) for item in data().site.languages])
def test_linked_data_hold_the_contacts_of_every_service(language: str) -> None:
    """On each country's page in each language the data hold the channels of each service, and nothing else."""
    for code, country in data().countries.items():
        found = {node["@id"].partition("#")[2]: list(_channels(node)) for node in linked_data(language, code)}
        want: dict[str, list[tuple[str, str]]] = {}
        for entry in country.emergency:
            want[entry.id] = [("servicePhone", entry.number)] + [("serviceSmsNumber", entry.number)] * (entry.by_text == "yes")
        for service in contacts.active(country):
            want[service.id] = [(_property(channel), _address(channel)) for channel in service.channels]
        assert found == want


@pytest.mark.parametrize("language", [str(item.code) for item in data().site.languages])
def test_linked_data_name_services_as_the_page_does(language: str) -> None:
    """A name in the data is one that the page shows: in its own language, and the official one."""
    for code, country in data().countries.items():
        frame = renderer(language).frame(f"help/{code}", {"country": code})
        found = {node["@id"].partition("#")[2]: node["name"] for node in linked_data(language, code) if "name" in node}
        services = {service.id: service for service in contacts.active(country)}
        assert found.keys() == services.keys()
        for name, service in services.items():
            shown = {text.striptags() for text in (frame.service_name(service), frame.official_name(service))}
            assert {" ".join(item["@value"].split()) for item in found[name]} == shown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2023-06", ""),
        ("2023-06-28", ""),
        ("2023-06-28T00:00:00Z", ""),
        ("0939-54 339", "0939-54 339"),  # a number as it is written in Sweden
        ("2023-54", "2023-54"),
    ],
)
def test_what_the_proof_takes_for_a_date_in_the_open_data(text: str, left: str) -> None:
    """Days and months are no numbers that somebody could dial; a local number with a dash is one."""
    assert export_rules.MACHINE.sub("", text) == left


def _channels(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for channel in node["availableChannel"]:
        for name in ("servicePhone", "serviceSmsNumber", "serviceUrl"):
            if name in channel:
                yield name, channel[name] if name == "serviceUrl" else channel[name]["telephone"]


def _property(channel: Channel) -> str:
    kind = contacts.channel_kind(channel)
    return {"phone": "servicePhone", "short": "servicePhone", "sms": "serviceSmsNumber", "whatsapp": "serviceSmsNumber"}.get(
        kind, "serviceUrl"
    )


def _address(channel: Channel) -> str:
    value = contacts.channel_value(channel)
    return f"mailto:{value}" if channel.email else value


def test_sheets_hold_no_linked_data() -> None:
    """Cards, posters and pages of words hold no block of data."""
    assert renderer("en").frame("card/ee", {"country": "ee", "sheet": "print-card"}).linked_data == ""
    assert renderer("en").frame("signs", {"words": "pages/signs"}).linked_data == ""


# --- all together ------------------------------------------------------------------------------------------------


def test_what_is_withdrawn_leaves_no_number(tmp_path: Path) -> None:
    """A closed service stands in contacts.json with its id alone; its number is in no file."""
    small = built_data.make_data(tmp_path)
    found = exports.export(small, AS_OF)
    estonia = next(item for item in json.loads(found["contacts.json"])["countries"] if item["country"] == "EE")
    reason = {"en": {"text": "It ended.", "status": "source"}}
    stone = {"id": "ee-old", "status": "closed", "since": "2020", "reason": reason, "replaced_by": "ee-crisis"}
    assert estonia["withdrawn"] == [stone]
    gone = ("6119999", "611 9999", "vana@liin.example", "vana.example/abi")
    assert not [name for name, text in found.items() for value in gone if value in text]
    assert [name for name, text in found.items() if "6607320" in text]


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """Another process, with another order of hashes, writes the very same files."""
    code = "import sys; from datetime import date; from pathlib import Path; from seamark import exports, loading; "
    code += "data, _ = loading.load(Path(sys.argv[1])); exports.write(Path(sys.argv[2]), exports.export(data, date(2026, 11, 22)))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT / "scripts")}
    out = tmp_path / "v1"
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(out)], check=True, env=environment)
    written = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert written == {name: text.encode() for name, text in files().items()}


def test_the_proof_finds_nothing_in_the_files(folder: Path) -> None:
    """The rules of the proof that need no pages find no fault in the files made of the real data."""
    built = Built(folder=folder.parent.parent, data=data())
    rules = (export_rules.export_contact, export_rules.export_number, export_rules.export_checksum)
    assert [fault for rule in rules for fault in rule(built, [])] == []


def test_page_names_every_file_but_single_tables() -> None:
    """The page on the data names each file; the tables of HSDS and two schemas stand in their package and in the index."""
    named = {name for names in exports.FILES.values() for name in names}
    hsds = {name for name in files() if name.startswith("hsds/") and name.endswith(".csv")}
    assert named == set(files()) - hsds - {"index.schema.json"}


def test_every_file_has_a_media_type() -> None:
    """The server is told what each file is."""
    assert {exports.media_type(name) for name in files()} == set(exports.MEDIA_TYPES.values())


def test_shapes_are_described() -> None:
    """Each field of our own JSON says what it holds."""
    kinds = [kind for kind in vars(shape).values() if isinstance(kind, type) and issubclass(kind, shape.Shape)]
    bare = [f"{kind.__name__}.{name}" for kind in kinds for name, field in kind.model_fields.items() if not field.description]
    assert bare == []
