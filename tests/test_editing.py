"""Changes of contacts: each does what was asked for, brings along what follows from it, and is checked before it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from factory import TODAY, Edit, project

from seamark.contacts import has_public_trafficking_line
from seamark.editing import changes, countries
from seamark.editing import draft as drafts
from seamark.editing.changes import Backing
from seamark.editing.draft import Draft, Refused
from seamark.loading import Data, load
from seamark.model import Channel

EE = "data/countries/ee.yml"
THB = "ee-thb-helpline"
PHONE = "+372 660 7320"
NEW = Backing(
    facts={"title": "Uus leht", "url": "https://www.uus.example/abi", "publisher": "Amet", "language": "et", "tier": "official"}
)
OLD = Backing(names=("board-2023",))
# Estonia's second line is not on trafficking and not for everybody: what a change leaves open shows there.
Change = Callable[[Draft], list[str]]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A draft of the correct project."""
    project(tmp_path)
    return Draft(tmp_path)


def saved(draft: Draft) -> Data:
    """Write a draft and return the data as they are read afterwards, without any problem."""
    draft.save(TODAY)
    data, problems = load(draft.root)
    assert data is not None
    assert problems == []
    return data


def channel(data: Data, service: str, number: int = 0) -> Channel:
    """Return a channel of a service."""
    found = data.service(service)
    assert found is not None
    return found.channels[number]


# --- correcting ------------------------------------------------------------------------------------------


def test_an_hour_is_corrected_and_nothing_else(draft: Draft) -> None:
    """Changing one fact changes its line and the source behind it, and no other line of any file."""
    before = (draft.root / EE).read_text("utf-8")
    changes.change_contact(draft, "ee-116006", "+372 614 7393", {"hours": "Sa 06:00-07:00"}, Backing())
    assert channel(saved(draft), "ee-116006", 2).hours == "Sa 06:00-07:00"
    line = "        area: Tallinn\n"
    assert before.count(line) == 1
    assert (draft.root / EE).read_text("utf-8") == before.replace(line, f'{line}        hours: "Sa 06:00-07:00"\n')


def test_one_of_several_equal_contacts_is_meant(draft: Draft) -> None:
    """A number that stands three times, for other hours and languages, is changed only when it is said which one."""
    with pytest.raises(Refused, match=r"stands 3 times.*say which one, from 1 to 3"):
        changes.change_contact(draft, THB, PHONE, {"cost": "free"}, Backing())
    changes.change_contact(draft, THB, PHONE, {"cost": "free"}, Backing(), which=2)
    data = saved(draft)
    assert [channel(data, THB, number).cost for number in range(3)] == ["standard", "free", "unknown"]


def test_a_new_number_replaces_the_old_one_for_good(draft: Draft) -> None:
    """A corrected number rests on its own source, loses what was confirmed of the old one, and the old one is held back."""
    said = changes.change_contact(draft, "ee-116006", "+3726147393", {"phone": "+372 614 7394"}, NEW)
    data = saved(draft)
    changed = channel(data, "ee-116006", 2)
    assert (changed.phone, changed.source, changed.confirmed) == ("+372 614 7394", ("uus",), ())
    held = data.held_back[-1]
    assert (held.country, held.service, held.contact, held.reason) == ("EE", "ee-116006", "+3726147393", "superseded")
    assert any("is held back from now on" in line for line in said)
    again = Draft(draft.root)
    changes.change_contact(again, "ee-116006", "+372 614 7394", {"phone": "+372 614 7393"}, NEW)
    with pytest.raises(Refused, match="is held back"):
        again.save(TODAY)


def test_a_number_in_several_channels_is_not_held_back_while_one_of_them_shows_it(draft: Draft) -> None:
    """What is still published is not held back."""
    changes.change_contact(draft, THB, PHONE, {"phone": "+372 660 7324"}, NEW, which=1)
    data = saved(draft)
    assert "superseded" not in {str(item.reason) for item in data.held_back if item.service == THB}


def test_confirmations_and_other_statements_are_of_the_old_number(draft: Draft) -> None:
    """With the number goes what people confirmed of it, and what other sources say of it."""
    said = changes.change_contact(draft, THB, PHONE, {"phone": "+372 660 7324"}, NEW, which=1)
    changed = channel(saved(draft), THB)
    assert (changed.confirmed, changed.also_stated) == ((), ())
    assert sum("taken off" in line for line in said) == 2
    assert any('"press"' in line and "taken out" in line for line in said)  # its only fact went


def test_a_new_number_needs_a_source(draft: Draft) -> None:
    """A number cannot be replaced by one that no source states."""
    with pytest.raises(Refused, match="name the source"):
        changes.change_contact(draft, "ee-116006", "+372 614 7393", {"phone": "+372 614 7394"}, Backing())


def test_a_short_code_is_registered_for_its_country(draft: Draft) -> None:
    """A changed short code changes the reviewed list along with it."""
    changes.change_contact(draft, "ee-116006", "116006", {"short": "116123"}, NEW, which=1)
    changes.change_contact(draft, "ee-116006", "116006", {"sms": "116123"}, Backing(names=("uus",)))
    entries = [item for item in saved(draft).short_codes if item.country == "EE"]
    assert ("116123", "ee-116006", ("uus",)) in {(item.number, item.service, item.source) for item in entries}
    assert "116006" not in {str(item.number) for item in entries}


# --- adding ------------------------------------------------------------------------------------------------


def test_a_contact_is_added(draft: Draft) -> None:
    """A new contact stands behind the others, its number in quotes, its fields in the order of the model."""
    changes.add_contact(draft, THB, {"hours": "24/7", "languages": ["et", "en"], "phone": "+372 660 7321"}, OLD)
    assert channel(saved(draft), THB, -1).languages == ("et", "en")
    added = '      - phone: "+372 660 7321"\n        languages: [et, en]\n        hours: "24/7"\n        source: board-2023\n'
    assert added in (draft.root / EE).read_text("utf-8")


def test_a_service_is_added(draft: Draft) -> None:
    """A new service stands behind the others, with its contact; what no source says of it is unknown."""
    facts = {"kinds": "child-helpline", "name": {"et": "Lasteabi"}}
    changes.add_service(draft, "ee-children", facts, {"short": "116111"}, NEW)
    data = saved(draft)
    service = data.countries["ee"].services[-1]
    assert (service.id, service.audience, service.source) == ("ee-children", ("unknown",), ("uus",))
    assert any(item.number == "116111" and item.service == "ee-children" for item in data.short_codes)


def test_a_source_stands_behind_a_contact_or_a_service(draft: Draft) -> None:
    """One more source is named where it is asked for, and a source that is there can be read again."""
    changes.add_source(draft, THB, "helpline@example.ee", Backing(names=("board-2023",), facts={"seen": "2026-11-21"}))
    changes.add_source(draft, "ee-116006", "", NEW)
    data = saved(draft)
    assert channel(data, THB, 3).source == ("ministry", "board-2023")
    assert data.countries["ee"].sources["board-2023"].seen == "2026-11-21"  # type: ignore[index]
    assert data.service("ee-116006").source == ("board-2023", "uus")  # type: ignore[union-attr]


def test_a_source_is_known_by_its_address(draft: Draft) -> None:
    """Another page of one host and year has a name of its own; the page that is there already is renewed, not repeated."""
    for facts in ({"stated": "2025-03"}, {"stated": "2025", "url": "https://www.uus.example/liin"}, {"seen": "2026-11-21"}):
        changes.add_source(draft, THB, "", Backing(facts={**NEW.facts, **facts}))
    sources = saved(draft).countries["ee"].sources
    assert {name: (source.stated, source.seen) for name, source in sources.items() if name.startswith("uus")} == {
        "uus-2025": ("2025-03", "2026-11-21"),
        "uus-2025-2": ("2025", "unknown"),
    }


def test_a_confirmation_is_added_by_role(draft: Draft) -> None:
    """A confirmation stands behind the earlier ones."""
    changes.confirm(draft, THB, PHONE, {"on": "2026-11-22", "how": "called", "by_role": "volunteer"}, which=1)
    changes.confirm(draft, THB, "helpline@example.ee", {"on": "2026-11-22", "how": "operator-confirmed", "by_role": "operator"})
    data = saved(draft)
    assert [act.on for act in channel(data, THB).confirmed] == ["2026-10-01", "2026-11-22"]
    assert channel(data, THB, 3).confirmed[0].by_role == "operator"


@pytest.mark.parametrize("role", ["Mari Maasikas", "mari", "", "Editor", "editor Mari"])
def test_who_confirmed_is_never_a_name(draft: Draft, role: str) -> None:
    """Roles are picked from a list, so that no name can stand there."""
    with pytest.raises(Refused, match="is no role; never type a name"):
        changes.confirm(draft, THB, PHONE, {"on": "2026-11-22", "how": "called", "by_role": role}, which=1)


# --- status ------------------------------------------------------------------------------------------------


def test_a_service_is_paused_and_reopened(draft: Draft) -> None:
    """Pausing the only line on trafficking names others to call instead; reopening it brings the file back as it was."""
    before = (draft.root / EE).read_text("utf-8")
    said = changes.set_status(draft, THB, "paused", {"since": "2026-11", "reason": "The operator is moving."})
    data = saved(draft)
    assert not has_public_trafficking_line(data.countries["ee"])
    assert data.countries["ee"].instead_of_trafficking_line == ("ee-116006",)
    assert any("ee-116006 to call instead" in line for line in said)
    again = Draft(draft.root)
    changes.set_status(again, THB, "active", {})
    saved(again)
    assert (draft.root / EE).read_text("utf-8") == before


def test_a_service_to_call_instead_that_is_paused_makes_way(draft: Draft) -> None:
    """A service that nobody answers is not named to call instead of another."""
    changes.add_contact(draft, "ee-116006", {"phone": "+372 614 7395"}, OLD)
    changes.add_service(draft, "ee-other", {"kinds": "violence", "name": {"et": "Muu"}}, {"phone": "+372 614 7396"}, OLD)
    changes.set_status(draft, THB, "closed", {"since": "2026", "reason": "It ended."})
    assert saved(draft).countries["ee"].instead_of_trafficking_line == ("ee-116006", "ee-other")
    again = Draft(draft.root)
    changes.set_status(again, "ee-116006", "paused", {"since": "2026-11", "reason": "It moves."})
    assert saved(again).countries["ee"].instead_of_trafficking_line == ("ee-other",)


# --- a new country -------------------------------------------------------------------------------------------

# An example number of the numbering plan, of nobody; addresses that are reserved for examples.
PORTUGAL = ("pt-test-line", {"kinds": "trafficking-helpline", "name": {"pt": "Linha de teste"}}, {"phone": "+351 21 234 5678"})


def portugal(draft: Draft, code: str = "PT") -> list[str]:
    """Add a country with a fictional line."""
    facts = {"languages": ["pt"], "time_zone": "Europe/Lisbon"}
    source = Backing(facts={**NEW.facts, "language": "pt", "seen": "2026-11-22"})
    return countries.add_country(draft, code, facts, [{"number": "112", "reaches": ["police", "ambulance"]}], PORTUGAL, source)


def test_a_country_is_added_with_all_that_it_needs(draft: Draft) -> None:
    """A new country has its file, its reviewed emergency number and its pages, and every check passes."""
    for folder in ("show", "card", "poster"):
        (draft.root / "docs" / folder).mkdir()
        (draft.root / "docs" / folder / "ee.md").write_text('---\ncountry: "ee"\n---\n', "utf-8")
    portugal(draft)
    data = saved(draft)
    assert data.countries["pt"].emergency[0].id == "pt-emergency-112"
    assert any(item.country == "PT" and item.number == "112" for item in data.short_codes)
    assert (draft.root / "docs/card/pt.md").read_text("utf-8") == '---\ncountry: "pt"\n---\n'
    assert (draft.root / "docs/help/pt.md").read_text("utf-8") == (draft.root / "docs/help/ee.md").read_text("utf-8").replace(
        "ee", "pt"
    )


@pytest.mark.parametrize(
    ("code", "said"), [("EE", "this file is there already"), ("XX", "is not the code"), ("pt", "is not the code")]
)
def test_only_a_country_that_is_not_there_is_added(draft: Draft, code: str, said: str) -> None:
    """A country's file is never overwritten, and only countries have files."""
    with pytest.raises(Refused, match=said):
        portugal(draft, code)


# --- refusing ------------------------------------------------------------------------------------------------

ACT = {"on": "2026-11-22", "how": "called", "by_role": "editor"}
WRONG: list[tuple[str, Change, str]] = [
    # what does not exist
    ("service", lambda d: changes.set_status(d, "ee-116007", "active", {}), 'did you mean "ee-116006"'),
    ("contact", lambda d: changes.change_contact(d, THB, "+372 660 7329", {}, Backing()), "has no contact"),
    ("which", lambda d: changes.change_contact(d, THB, PHONE, {"cost": "free"}, Backing(), 4), "say which one, from 1 to 3"),
    ("country", lambda d: changes.set_status(d, "../x", "active", {}), "a country is two letters"),
    ("file", lambda d: changes.set_status(d, "fi-x", "active", {}), "cannot be read"),
    ("id", lambda d: changes.add_service(d, "ee-Ü/../x", {}, {}, OLD), "is no id"),
    ("status", lambda d: changes.set_status(d, THB, "activ", {}), 'did you mean "active"'),
    # what the rules refuse
    ("digit", lambda d: changes.add_contact(d, THB, {"phone": "+372 660 732"}, OLD), "no such number can exist"),
    ("own form", lambda d: changes.add_contact(d, THB, {"phone": "6607321"}, OLD), 'type "+372 660 7321"'),
    ("hours", lambda d: changes.add_contact(d, THB, {"phone": "+372 660 7321", "hours": "9-17"}, OLD), "hours"),
    ("language", lambda d: changes.add_contact(d, THB, {"phone": "+372 660 7321", "languages": ["ee"]}, OLD), 'type "et"'),
    ("source", lambda d: changes.add_contact(d, THB, {"phone": "+372 660 7321"}, Backing(names=("board",))), "did you mean"),
    ("no source", lambda d: changes.add_contact(d, THB, {"phone": "+372 660 7321"}, Backing()), 'the field "source" is missing'),
    ("field", lambda d: changes.add_source(d, THB, "", Backing(facts={"title": "T"})), 'the field "tier" is missing'),
    ("street", lambda d: changes.set_status(d, THB, "paused", {"since": "2026", "reason": "Moved to Pikk tänav 5."}), "street"),
    ("future", lambda d: changes.confirm(d, "ee-116006", "+372 614 7393", {**ACT, "on": "2027-01-01"}), "lies in the future"),
    ("twice", lambda d: changes.add_contact(d, "ee-116006", {"phone": PHONE}, OLD), "is already the number"),
    ("reason", lambda d: changes.set_status(d, THB, "paused", {"since": "2026-11"}), '"reason" is missing'),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_told_and_nothing_is_written(draft: Draft, change: Change, said: str) -> None:
    """A change that cannot be made, or that a rule refuses, is told in plain words, and no file is touched."""
    before = {path: path.read_bytes() for path in draft.root.rglob("*") if path.is_file()}
    with pytest.raises(Refused) as caught:  # noqa: PT012 - some are refused at once, others when they are checked
        change(draft)
        draft.save(TODAY)
    assert said in str(caught.value)
    assert all(problem.fix for problem in caught.value.problems)
    assert {path: path.read_bytes() for path in draft.root.rglob("*") if path.is_file()} == before


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A file that is no plain YAML of text is told by its place, as the check tells it."""
    project(tmp_path, [Edit(EE, 'country: "EE"', "country: &x EE")])
    with pytest.raises(Refused, match=f"{EE}:1:10: .* anchor"):
        changes.set_status(Draft(tmp_path), THB, "active", {})


def test_a_comment_is_never_lost(tmp_path: Path) -> None:
    """Where a change would take a comment along, it is refused instead."""
    project(tmp_path, [Edit(EE, "    status: closed\n", "    # Closed in spring.\n    status: closed\n")])
    draft = Draft(tmp_path)
    changes.set_status(draft, "ee-old-line", "active", {})
    tree = draft.tree(EE)
    del tree["services"][2]
    with pytest.raises(Refused, match="would be lost"):
        draft.save(TODAY)


def test_half_a_change_is_never_left(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second of two files cannot be written, the first is put back."""
    changes.change_contact(draft, "ee-116006", "+372 614 7393", {"phone": "+372 614 7394"}, NEW)
    assert len(draft.texts()) == 2
    before = {path: path.read_bytes() for path in draft.root.rglob("*") if path.is_file()}
    write, written = drafts._write, []

    def failing(path: Path, text: str) -> None:
        if path.is_relative_to(draft.root):
            written.append(path)
            if len(written) == 2:
                raise OSError("no space left")
        write(path, text)

    monkeypatch.setattr(drafts, "_write", failing)
    with pytest.raises(OSError, match="no space"):
        draft.save(TODAY)
    assert {path: path.read_bytes() for path in draft.root.rglob("*") if path.is_file()} == before
