"""Tests of the proof on the open data: every number in every file is a fact, in its place, and the files are whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from built_pages import Plant, assert_caught, right_site, write_files

from seamark.built_site import examine

FOLDER = "data/v1"
EE = "help/ee/index.html"
LINKED = '"telephone": "+3726607320"'


# Checksums are told at the files that list them, so these plants are looked at by hand: rules, file, old, new.
FAULTS = [
    # a number that is no fact, in every format
    ("export-contact export-number", "contacts.json", '"value": "+3726147393"', '"value": "+3726147394"'),
    ("export-contact export-number", "contacts.csv", "tel:+3726147393", "tel:+3726147394"),
    ("export-contact export-number", "hsds/services.json", '"number": "+3726147393"', '"number": "+3726147394"'),
    ("export-contact export-number", "hsds/phones.csv", '"+3726147393"', '"+3726147394"'),
    ("export-number", "glossary.json", '"text": "Recruiting people', '"text": "Call 0800 500 225. Recruiting people'),
    # not a month: no year begins with 0
    ("export-number", "glossary.json", '"text": "Recruiting people', '"text": "Call 0411-55. Recruiting people'),
    ("export-number", "glossary.ttl", '"Recruiting people', '"Call 0800500225. Recruiting people'),
    ("export-number", "glossary.ttl", " .\n\n", " . # 0800500225\n\n"),
    ("export-number", "glossary.tbx", ">Recruiting people", ">Call 0800 500 225. Recruiting people"),
    ("export-number", "contacts.atom", "Stated by a source: 2023-03-09.", "Stated by a source: 2023-03-09, +372 661 1111."),
    ("export-number", "verbatim.txt", "(112 in", "(911 in"),
    ("export-number", "index.json", "(112 in", "(911 in"),
    ("export-number", "datapackage.json", "(112 in", "(911 in"),
    ("export-number", "LICENSE.txt", "CC BY 4.0", "CC BY 4.0, call 5551234"),
    ("export-number", "sources.csv", '"Abi numbrilt 116 006"', '"Abi numbrilt 116 007"'),
    ("export-number", "contacts.schema.json", '"description": "Day."', '"description": "Day 12345."'),
    # a fact in the wrong place
    ("export-contact", "contacts.json", '"value": "+3726147393"', '"value": "+3726607320"'),
    ("export-contact", "contacts.csv", "tel:+3726147393", "tel:+3726607320"),
    ("export-contact", "hsds/services.json", '"number": "+3726147393"', '"number": "+3726607320"'),
    ("export-contact", "contacts.json", '"hours": "Mo-Th 08:30-16:30; Fr 08:30-15:30"', '"hours": null'),
    ("export-contact", "contacts.json", '"kind": "whatsapp"', '"kind": "phone"'),
    ("export-contact", "contacts.csv", "mailto:abi@liin.example", "mailto:info@liin.example"),
    ("export-contact", "hsds/services.csv", "abi@liin.example", "info@liin.example"),
    # figures: another one, a gap that became a zero, and a note that nobody wrote
    ("export-figure", "figures.csv", '"2018","675","given"', '"2018","676","given"'),
    ("export-figure", "figures.csv", '"","not-legible"', '"0","given"'),
    ("export-figure", "figures.csv", '"2020-03-20",""', '"2020-03-20","Call 5551234."'),
    # a closed line
    ("export-contact export-number retired-contact", "contacts.json", '"value": "+3726607320"', '"value": "+3726119999"'),
    # addresses of the site
    ("export-address", "contacts.csv", "help/ee/#ee-line", "help/ee/#ee-gone"),
    ("export-address", "contacts.atom", 'href="https://seamark.example/help/"', 'href="https://seamark.example/hlp/"'),
    # files that cannot be read
    ("export-contact export-number", "contacts.json", '"countries": [', '"countries": [['),
    ("export-contact", "contacts.json", '"emergency": [', '"urgency": ['),
    ("export-number", "glossary.tbx", "</tbx>", ""),
]


@pytest.mark.parametrize(("rules", "file", "old", "new"), FAULTS, ids=lambda value: value[:40])
def test_fault_in_the_open_data_is_caught(rules: str, file: str, old: str, new: str, tmp_path: Path) -> None:
    """Each planted fault is caught by the rules named for it, in its file, and by the checksums."""
    data, files = right_site()
    text = files[f"{FOLDER}/{file}"]
    assert old in text
    write_files({**files, f"{FOLDER}/{file}": text.replace(old, new, 1)}, tmp_path)
    found = examine(tmp_path, data).problems
    assert {problem.rule for problem in found} == {*rules.split(), "export-checksum"}, found
    named = {problem.place.path for problem in found if problem.rule != "export-checksum"}
    # The tables of HSDS go by the name of one; a place that is missing is told at its page.
    assert named <= {f"{FOLDER}/{file}", f"{FOLDER}/hsds/phones.csv", EE}, found
    assert examine(tmp_path, data, without={*rules.split(), "export-checksum"}).problems == []


def test_right_open_data_have_no_fault(tmp_path: Path) -> None:
    """The right site has no problem at all."""
    data, files = right_site()
    write_files(files, tmp_path)
    assert examine(tmp_path, data).problems == []


@pytest.mark.parametrize("name", ["contacts.json", "figures.csv", "hsds/phones.csv", "index.json", "checksums.txt"])
def test_a_missing_file_is_caught(name: str, tmp_path: Path) -> None:
    """A file of the open data that is not there is a problem."""
    data, files = right_site()
    write_files({path: text for path, text in files.items() if path != f"{FOLDER}/{name}"}, tmp_path)
    assert "export-checksum" in {problem.rule for problem in examine(tmp_path, data).problems}


def test_a_file_that_nobody_lists_is_caught(tmp_path: Path) -> None:
    """A file that stands in no list of checksums is a problem, even when all in it is right."""
    data, files = right_site()
    write_files({**files, f"{FOLDER}/old.csv": '"a"\r\n'}, tmp_path)
    found = examine(tmp_path, data).problems
    assert {problem.rule for problem in found} == {"export-checksum"}


def test_right_checksums_of_wrong_data_do_not_help(tmp_path: Path) -> None:
    """Whoever changes a number and all the checksums is still found out."""
    data, files = right_site()
    changed = {path.removeprefix(f"{FOLDER}/"): text for path, text in files.items() if path.startswith(FOLDER)}
    changed["contacts.csv"] = changed["contacts.csv"].replace("tel:+3726147393", "tel:+3726147394")
    index = json.loads(changed["index.json"])
    for item in index["files"]:
        raw = changed[item["path"]].encode()
        item |= {"sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}
    changed["index.json"] = json.dumps(index)
    sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in changed.items() if name != "checksums.txt"}
    changed["checksums.txt"] = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    write_files({**files, **{f"{FOLDER}/{name}": text for name, text in changed.items()}}, tmp_path)
    assert {problem.rule for problem in examine(tmp_path, data).problems} == {"export-contact", "export-number"}


LINKED_PLANTS = [
    Plant("one digit wrong", "linked-data digit-run", EE, LINKED, LINKED.replace("20", "21")),
    Plant("another service's number", "linked-data", EE, LINKED, '"telephone": "+3726147393"'),
    Plant("no such service", "linked-data", EE, '/#ee-line"', '/#ee-gone"'),
    Plant("a time at which nobody opens", "digit-run", EE, '"opens": "08:30"', '"opens": "08:31"'),
    Plant(
        "an address of the site that is not there",
        "address-in-text",
        "signs/index.html",
        "24 hours",
        "see https://seamark.example/x",
    ),
]


@pytest.mark.parametrize("plant", LINKED_PLANTS, ids=lambda plant: plant.name)
def test_fault_on_a_page_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault in the data for search engines, or in an address of the site, is caught by its rule."""
    assert_caught(plant, tmp_path)
