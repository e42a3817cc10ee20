"""The change gate: every change is told, what nobody looked at is refused, what looks like a slip is flagged."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_cases.case import CONFIRMED, EE, EU, HELD, NO, SHORT, SITE
from factory import GOOD, Edit, project
from hypothesis import given, settings
from hypothesis import strategies as st

from seamark.changes import Report, compare
from seamark.changes.flags import likeness
from seamark.changes.summary import as_lines, as_markdown
from seamark.changes.telling_hours import tell_hours
from seamark.escaping import escaped
from seamark.loading import Data, load
from seamark.model import Caller, Channel, Country, Emergency, Phrase, Service, Source
from seamark.yamltext import Text

ROOT = Path(__file__).parent.parent
# A look at the two sources of Estonia's helpline on trafficking, and one at the source of all others.
LOOK = Edit(EE, 'seen: "2026-11-01"', 'seen: "2026-11-20"')
LATER = Edit(EE, 'stated: "2023-03-09"', 'stated: "2026-05-01"')
HELPLINE = "Estonia, Human trafficking helpline: "
CRISIS_LINE = "Estonia, Ohvriabi kriisitelefon: "
SERVICE = """  - id: no-new-line
    kinds: victim-support
    name: {en: New line}
    audience: anyone
    source: police
    channels:
      - phone: "+47 22 33 11 60"
        source: NEW
sources:
  NEW:
    title: Ny
    url: unknown
    publisher: Politiet
    language: nb
    tier: official
    stated: STATED
"""


@cache
def loaded(root: Path) -> Data:
    """Return the data of a project, which must be readable."""
    data, problems = load(root)
    assert data is not None, problems
    assert problems == []
    return data


def report(folder: Path, *edits: Edit, before: tuple[Edit, ...] = ()) -> Report:
    """Return the report on edits of the good project, which may be edited before."""
    project(folder / "after", (*before, *edits))
    if before:
        project(folder / "before", before)
    return compare(loaded(folder / "before" if before else GOOD), loaded(folder / "after"))


def held(entry: str) -> Edit:
    """Return an edit that holds something back."""
    first = '- country: "EE"\n  service: ee-night-line'
    return Edit(HELD, first, f"- {entry}\n{first}")


def rules(found: Report) -> list[str]:
    """Return the names of the rules that refuse a change."""
    return [problem.rule for problem in found.problems]


# --- nothing changes -----------------------------------------------------------------------------------------


def test_data_compared_with_themselves_give_nothing() -> None:
    """The real data, loaded twice, are no change at all."""
    again, _ = load(ROOT)
    assert again is not None
    assert compare(loaded(ROOT), again) == Report(changes=(), problems=(), flags=())


def shuffled(tree: Any, chance: random.Random, name: str = "") -> Any:
    """Return YAML in another order, except where the model says that the order counts."""
    if isinstance(tree, dict):
        items = [(key, shuffled(value, chance, key)) for key, value in tree.items()]
        return dict(chance.sample(items, len(items)))
    if isinstance(tree, list):
        items = [shuffled(item, chance) for item in tree]
        fixed = {"instead_of_trafficking_line": len(items), "emergency": 1, "kinds": 1, "languages": 1}.get(name, 0)
        return items[:fixed] + chance.sample(items[fixed:], len(items) - fixed)
    return tree


@settings(max_examples=12)
@given(st.integers(0, 10_000))
def test_another_order_or_form_is_no_change(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """A country's file in another order, written in another style and with comments, says the same."""
    chance = random.Random(seed)
    stem = chance.choice(sorted(loaded(ROOT).countries))
    tree = yaml.load((ROOT / f"data/countries/{stem}.yml").read_text("utf-8"), yaml.BaseLoader)
    folder = tmp_path_factory.mktemp("again")
    style = {"default_flow_style": chance.choice([True, False]), "width": chance.choice([40, 400]), "default_style": '"'}
    text = "# The same\n" + yaml.safe_dump(shuffled(tree, chance), allow_unicode=True, sort_keys=False, **style)
    for name in (
        "site",
        "vocabularies",
        "short_codes",
        "held_back",
        "references",
        "laws",
        "acronyms",
        "ui",
        "recognition",
        "spoken",
    ):
        (folder / "data").mkdir(exist_ok=True)
        (folder / f"data/{name}.yml").symlink_to(ROOT / f"data/{name}.yml")
    (folder / "data/countries").mkdir()
    (folder / f"data/countries/{stem}.yml").write_text(text, "utf-8")
    after, problems = load(folder)
    assert after is not None, problems
    before = Data(**{**vars(loaded(ROOT)), "countries": {stem: loaded(ROOT).countries[stem]}})
    assert compare(before, after) == Report(changes=(), problems=(), flags=())


def test_another_spelling_is_no_change(tmp_path: Path) -> None:
    """Spaces in a number, another order of hours, and a list written otherwise mean the same."""
    found = report(
        tmp_path,
        Edit(EE, '- phone: "+372 614 7393"', '- phone: "+372 6147 393"'),
        Edit(EE, '"Mo-Th 08:30-16:30; Fr 08:30-15:30"', '"Fr 08:30-15:30; Mo-Th 08:30-16:30"'),
        Edit(EE, "languages: [et, ru]", "languages:\n          - ru\n          - et"),
        Edit(EE, "networks: [Telia]", "networks: Telia"),
    )
    assert found == Report(changes=(), problems=(), flags=())


# --- everything is told --------------------------------------------------------------------------------------

TEXT = Text("no-other-line")
OTHER: dict[str, Any] = {
    "also_stated": (), "confirmed": (), "name": {Text("en"): Text("Another")}, "operator": {Text("en"): Text("Another")},
    "reason": Phrase("Another."), "note": Phrase("Another."), "caller": None, "channels": (), "emergency": (), "services": (),
    "sources": {}, "replaced_by": TEXT,
}  # fmt: skip
LISTS = {
    "source", "area", "networks", "not_in", "languages", "kinds", "audience", "support", "reaches",
    "instead_of_trafficking_line",
}  # fmt: skip


def changed(item: Any, field: str) -> Any:
    """Return a thing of the model in which one field means something else."""
    value = OTHER.get(field, (TEXT,) if field in LISTS else Text("+372 614 0000"))
    if getattr(item, field) in (value, None) and field in ("also_stated", "confirmed", "caller"):
        full = loaded(GOOD).countries["ee"].services[0]
        value = full.caller if field == "caller" else getattr(full.channels[0], field)
    return item.model_copy(update={field: value})


def country_with(country: Country, at: int, service: Service) -> Country:
    """Return a country with another service in one place."""
    services = tuple(service if number == at else known for number, known in enumerate(country.services))
    return country.model_copy(update={"services": services})


def data_with(data: Data, stem: str, country: Country) -> Data:
    """Return data with another file of a country."""
    return Data(**{**vars(data), "countries": {**data.countries, stem: country}})


@pytest.mark.parametrize("field", Channel.model_fields)
def test_every_change_of_a_field_of_a_channel_is_told(field: str) -> None:
    """Whatever field of whatever real channel changes, a line about its service says so."""
    data, made = loaded(ROOT), 0
    for stem, country in data.countries.items():
        for number, service in enumerate(country.services):
            for at, channel in enumerate(service.channels):
                channels = (*service.channels[:at], changed(channel, field), *service.channels[at + 1 :])
                if channels == service.channels:
                    continue
                after = country_with(country, number, service.model_copy(update={"channels": channels}))
                assert compare(data, data_with(data, stem, after)).changes, (service.id, at)
                made += 1
    assert made > 100


@pytest.mark.parametrize("field", [name for name in Service.model_fields if name != "channels"])
def test_every_change_of_a_field_of_a_service_is_told(field: str) -> None:
    """Whatever field of a service changes, a line says so."""
    data = loaded(GOOD)
    for stem, country in data.countries.items():
        for number, service in enumerate(country.services):
            after = data_with(data, stem, country_with(country, number, changed(service, field)))
            assert compare(data, after).changes, service.id


@pytest.mark.parametrize("field", Caller.model_fields)
def test_every_change_of_what_happens_to_callers_is_told(field: str) -> None:
    """Whatever field of "caller" changes, a line says so."""
    data = loaded(GOOD)
    service = data.countries["ee"].services[0]
    assert service.caller is not None
    after = service.model_copy(update={"caller": changed(service.caller, field)})
    assert compare(data, data_with(data, "ee", country_with(data.countries["ee"], 0, after))).changes


@pytest.mark.parametrize("field", [name for name in Country.model_fields if name not in ("services", "sources")])
def test_every_change_of_a_field_of_a_country_is_told(field: str) -> None:
    """Whatever field of a country changes, its emergency numbers among them, a line says so."""
    data = loaded(GOOD)
    assert compare(data, data_with(data, "no", changed(data.countries["no"], field))).changes


@pytest.mark.parametrize("field", Emergency.model_fields)
def test_every_change_of_a_field_of_an_emergency_number_is_told(field: str) -> None:
    """Whatever field of an emergency number changes, a line says so."""
    data = loaded(GOOD)
    for stem, country in data.countries.items():
        entries = tuple(changed(entry, field) for entry in country.emergency)
        assert compare(data, data_with(data, stem, country.model_copy(update={"emergency": entries}))).changes, stem


@pytest.mark.parametrize("field", Source.model_fields)
def test_every_change_of_a_field_of_a_source_is_told(field: str) -> None:
    """Whatever field of a source changes, a line says so."""
    data = loaded(GOOD)
    for stem, country in data.countries.items():
        for name, source in country.sources.items():
            sources = {**country.sources, name: changed(source, field)}
            assert compare(data, data_with(data, stem, country.model_copy(update={"sources": sources}))).changes, name


def test_a_change_is_told_in_plain_words(tmp_path: Path) -> None:
    """A number and its hours that become others are told in one line, with the country and the service."""
    found = report(
        tmp_path,
        Edit(EE, '- phone: "+372 660 7320"\n        reach: unknown', '- phone: "+372 660 7399"\n        reach: unknown'),
        Edit(EE, "Fr 08:30-15:30", "Fr 08:30-15:00"),
        LOOK,
    )
    assert as_lines(found).splitlines()[0] == (
        f"- {HELPLINE}the number +372 660 7320 becomes +372 660 7399; "
        "hours on Friday end 30 minutes earlier (8:30–15:00 instead of 8:30–15:30)"
    )


# Old text, new text, what is told behind the name.
TOLD = [
    # channels
    (
        "languages: [et, ru]",
        "languages: [et, uk]",
        "the number +372 660 7320: answers also in Ukrainian now; no longer answers in Russian",
    ),
    ("languages: [et, ru]", "languages: unknown", "which languages are spoken is no longer said (was Estonian, Russian)"),
    ('        interpreters: "yes"\n', "", 'the number +372 660 7320: whether interpreters join: no longer said (was "yes")'),
    ("cost: standard", "cost: free", 'the number +372 660 7320: the price: "Free" instead of "Price of a normal call"'),
    ("- email: helpline@", "- email: line@", "the e-mail address helpline@example.ee becomes line@example.ee"),
    ("- whatsapp:", "- sms:", "the WhatsApp number +372 660 7320 becomes the number for text messages +372 660 7320"),
    (
        "        cost: standard",
        "        area: unknown\n        cost: standard",
        'the number +372 660 7320: the area: now "unknown"',
    ),
    # services
    ("audience: [victims-of-trafficking, relatives]", "audience: relatives", "for whom it is"),
    ("      anonymous:", "      calls_back:", "whether you can stay anonymous: no longer said"),
    (
        "Outside office hours a machine answers.",
        "Nobody answers at night.",
        'the sentence about it: "Nobody answers at night." instead of "Outside office hours',
    ),
    ("kinds: [trafficking-helpline, labour-rights]", "kinds: [labour-rights, trafficking-helpline]", "what it is"),
]


@pytest.mark.parametrize(("old", "new", "told"), TOLD, ids=[row[2][:60] for row in TOLD])
def test_what_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    """Each kind of change has words that readers of the report understand."""
    lines = as_lines(report(tmp_path, Edit(EE, old, new)))
    assert told in lines
    assert lines.startswith(f"- {HELPLINE}")


def test_a_renamed_id_is_told_as_such(tmp_path: Path) -> None:
    """The same number under a new id is the same service: nothing is new, and nothing is taken away."""
    found = report(tmp_path, Edit(EE, "  - id: ee-thb-helpline", "  - id: ee-helpline"))
    assert [change.what for change in found.changes] == [
        'the id "ee-thb-helpline" becomes "ee-helpline"; links to the old one lead nowhere'
    ]
    assert found.problems == ()


def test_short_codes_and_what_is_held_back_are_told(tmp_path: Path) -> None:
    """A change of the reviewed short codes, or of what is held back, is told; what is personal is not repeated."""
    found = report(
        tmp_path,
        Edit(SHORT, "ee-116006, source: board-2023", "ee-116006, source: ministry"),
        Edit(SHORT, '- {country: "EU", number: "116000", service: eu-116000, source: commission}\n', ""),
        Edit(HELD, "  reason: superseded", "  reason: too-old"),
        Edit(HELD, '- country: "EE"\n  service: ee-116006\n  contact: maja.tamm@example.ee\n  reason: personal\n', ""),
    )
    told = as_lines(found)
    assert 'Short code 116006 of "ee-116006" in EE: its sources "board-2023" become "ministry"' in told
    assert 'Short code 116000 of "eu-116000" in EU: it is no longer among the reviewed short codes' in told
    assert 'The whole service of "ee-night-line": what is said about why it is held back changes' in told
    assert 'a contact of "ee-116006": it is no longer held back (personal)' in told
    assert "maja" not in told + as_markdown(found)


# Before, after, what is told of the hours.
HOURS = [
    ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", []),
    ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH closed", []),
    ("Mo-Fr 09:00-17:00", "Mo,Tu,We,Th,Fr 09:00-17:00", []),
    ("24/7", "Mo-Su 00:00-24:00", []),
    (
        "Mo-Fr 09:00-17:00",
        "Mo-Fr 10:30-17:00",
        ["hours on Monday to Friday begin 1 hour 30 minutes later (10:30–17:00 instead of 9:00–17:00)"],
    ),
    ("Mo-Fr 09:00-17:00", "Mo-Th 09:00-17:00", ["closed on Friday (was open 9:00–17:00)"]),
    ("Mo-Fr 09:00-17:00", "Mo-Sa 09:00-17:00", ["now also open on Saturday, 9:00–17:00"]),
    (
        "Mo,We 09:00-17:00",
        "Mo,We 09:00-12:00,13:00-17:00",
        ["hours on Monday and Wednesday are 9:00–12:00, 13:00–17:00 instead of 9:00–17:00"],
    ),
    ("Mo-Fr 20:00-02:00", "Mo-Fr 20:00-01:00", ["hours on Monday to Friday end 1 hour earlier (20:00–1:00 instead of 20:00–2:00)"]),
    ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; PH off", ['on public holidays: not said becomes "closed"']),
    (
        "Mo-Fr 09:00-17:00; PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH 10:00-13:00",
        ['on public holidays: "10:00–12:00" becomes "10:00–13:00"'],
    ),
    ("Mo-Fr,PH 09:00-17:00", "Mo-Fr 09:00-17:00; PH 09:00-17:00", []),
    ("24/7", "Mo-Fr 09:00-17:00", ['hours "day and night" become "Mo-Fr 09:00-17:00"']),
    ("unknown", "24/7", ['hours are now "day and night"']),
    ("24/7", "unknown", ['hours are no longer said (were "day and night")']),
    ("Mo-Fr 9-5", "Mo-Fr 09:00-17:00", ['hours "Mo-Fr 9-5" become "Mo-Fr 09:00-17:00"']),
]


@pytest.mark.parametrize(("before", "after", "told"), HOURS)
def test_hours_are_told_by_days_and_minutes(before: str, after: str, told: list[str]) -> None:
    """A change of hours is told as a caller meets it; the same hours in other signs are no change."""
    assert tell_hours(before, after) == told


# --- what is refused -----------------------------------------------------------------------------------------

PHONE = Edit(EE, '- phone: "+372 614 7393"', '- phone: "+372 616 1199"')
LONE_CRISIS = '      - phone: "+372 614 7393"\n        reach: abroad\n        area: Tallinn\n        source: board-2023\n'
EMAIL = "      - email: helpline@example.ee\n        source: ministry\n"
ACT = '        confirmed:\n          - on: "2026-11-21"\n            how: called\n            by_role: editor\n'
NEW_CHANNEL = Edit(
    EE, "      - email: helpline@", "      - email: more@example.ee\n        source: ministry\n      - email: helpline@"
)
IN_ENGLISH = '      - phone: "+372 660 7320"\n        languages: en\n        hours: "We 10:00-12:00"\n        source: ministry\n'
MISSING_CHILDREN = """  - id: eu-116000
    kinds: child-helpline
    name:
      en: Hotline for missing children
    audience: children
    source: commission
    channels:
      - short: "116000"
        source: commission
"""
POLICE = """sources:
  police:
    title: Hjelp
    url: https://www.example.no/hjelp
    publisher: Politiet
    language: nb
    tier: official
    stated: "2024"
"""
SMS = '      - sms: "116006"\n        source: board-2023\n'
KINDS = "    kinds: [trafficking-helpline, labour-rights]\n"
PAUSE = Edit(NO, "    kinds: violence\n", '    kinds: violence\n    status: paused\n    since: "2026-11"\n    reason: It moves.\n')
EMERGENCY = '  - id: no-emergency-112\n    number: "112"\n    reaches: police\n    source: police\n'
WITHOUT_LOOK = "changed-without-a-look"
SEEN = Edit(NO, '    stated: "2024"', '    stated: "2024"\n    seen: "2026-11-20"')


def act_in_norway(day: str) -> Edit:
    """Return an edit that adds a confirmation to the one in the file of Norway."""
    known = '          - on: "2026-09-30"'
    return Edit(NO, known, f'          - {{on: "{day}", how: called, by_role: editor}}\n{known}')


# What is changed, and which rule refuses it; then what must be added so that it passes.
REFUSED: dict[str, tuple[tuple[Edit, ...], str, Edit]] = {
    "a changed number": ((PHONE,), WITHOUT_LOOK, LATER),
    "a changed short code": (
        (Edit(NO, '- short: "116006"', '- short: "116111"'), Edit(NO, CONFIRMED, "")),
        WITHOUT_LOOK,
        SEEN,
    ),
    "a changed address": ((Edit(EE, "- email: helpline@", "- email: line@"),), WITHOUT_LOOK, LOOK),
    "changed hours": ((Edit(EE, "Fr 08:30-15:30", "Fr 08:30-15:00"),), WITHOUT_LOOK, LOOK),
    "a language more": ((Edit(EE, "languages: [et, ru]", "languages: [et, ru, uk]"),), WITHOUT_LOOK, LATER),
    "a language less": ((Edit(EE, "languages: [et, ru]", "languages: et"),), WITHOUT_LOOK, LOOK),
    "another price": ((Edit(NO, "cost: free", "cost: premium"),), WITHOUT_LOOK, SEEN),
    "another reach": ((Edit(EE, "reach: abroad", "reach: anywhere"),), WITHOUT_LOOK, LATER),
    "an area that becomes the whole country": ((Edit(EE, "        area: Tallinn\n", ""),), WITHOUT_LOOK, LATER),
    "a country in which it works again": (
        (Edit(EU, 'not_in: ["AT", "SE"]', 'not_in: ["AT"]'),),
        WITHOUT_LOOK,
        Edit(EU, 'stated: "2021"', 'stated: "2025"'),
    ),
    "a new channel": ((NEW_CHANNEL,), WITHOUT_LOOK, LOOK),
    "hours of a language that are taken away": (
        (Edit(EE, IN_ENGLISH, ""),),
        WITHOUT_LOOK,
        LOOK,
    ),
    "an answer about callers": ((Edit(EE, '      anonymous: "yes"', '      anonymous: "no"'),), WITHOUT_LOOK, LATER),
    "an emergency number": ((Edit(NO, '    number: "112"', '    number: "110"'),), WITHOUT_LOOK, SEEN),
    "whom an emergency number reaches": ((Edit(NO, "reaches: police", "reaches: [police, fire]"),), WITHOUT_LOOK, SEEN),
    "messages to an emergency number": ((Edit(NO, "reaches: police", 'reaches: police\n    by_text: "yes"'),), WITHOUT_LOOK, SEEN),
    "an emergency number that is taken away": (
        (Edit(NO, EMERGENCY, ""), Edit(NO, "emergency:\n", "emergency: []\n")),
        "removed-without-a-pause",
        held('{country: "NO", service: no-emergency-112, reason: doubtful}'),
    ),
    "a number that is taken away": (
        (Edit(EE, LONE_CRISIS, ""),),
        "removed-without-a-pause",
        held('{country: "EE", service: ee-116006, contact: "+372 614 7393", reason: doubtful}'),
    ),
    "an address that is taken away": (
        (Edit(EE, EMAIL, ""),),
        "removed-without-a-pause",
        held('{country: "EE", service: ee-thb-helpline, contact: Helpline@example.ee, reason: personal}'),
    ),
    "a service that is taken away": (
        (Edit(EU, MISSING_CHILDREN, ""),),
        "removed-without-a-pause",
        held('{country: "EU", service: eu-116000, reason: doubtful}'),
    ),
    "a pause without a reason": (
        (Edit(EU, "  - id: eu-116000\n", "  - id: eu-116000\n    status: paused\n"),),
        "paused-without-a-reason",
        Edit(EU, "      en: Hotline for missing children\n", "      en: Hotline for missing children\n    reason: It moves.\n"),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_nobody_looked_at_is_refused(name: str, tmp_path: Path) -> None:
    """The change alone is refused once, by one rule; with a look, an act or a reason beside it, it passes. Both are told."""
    edits, rule, remedy = REFUSED[name]
    bad = report(tmp_path / "bad", *edits)
    assert rules(bad) == [rule]
    assert bad.changes
    good = report(tmp_path / "good", *edits, remedy)
    assert good.problems == ()
    assert good.changes


@pytest.mark.parametrize("name", ["a changed number", "another price", "a new channel"])
def test_a_confirmation_is_as_good_as_a_look(name: str, tmp_path: Path) -> None:
    """A new entry under "confirmed" of the channel lets its change pass."""
    acts = {
        "a changed number": (PHONE, Edit(EE, "        area: Tallinn\n", f"        area: Tallinn\n{ACT}")),
        "another price": (
            Edit(NO, "cost: free", "cost: premium"),
            act_in_norway("2026-11-21"),
        ),
        "a new channel": (
            Edit(EE, NEW_CHANNEL.old, f"      - email: more@example.ee\n        source: ministry\n{ACT}      - email: helpline@"),
        ),
    }[name]
    assert report(tmp_path, *acts).problems == ()


def test_a_confirmation_stays_with_its_number(tmp_path: Path) -> None:
    """A number that becomes another, with a look, must not keep the confirmation of the former one."""
    other = Edit(NO, '- short: "116006"', '- short: "116111"')
    assert rules(report(tmp_path / "bad", other, SEEN)) == ["confirmed-for-another"]
    assert report(tmp_path / "good", other, SEEN, Edit(NO, CONFIRMED, "")).problems == ()


# What looks like a new look and is none.
NO_LOOKS: dict[str, tuple[Edit, ...]] = {
    "an old act": (
        Edit(NO, "cost: free", "cost: premium"),
        act_in_norway("2025-01-01"),
    ),
    "an act for another channel": (PHONE, Edit(EE, SMS, SMS + ACT)),
    "an earlier date": (PHONE, Edit(EE, 'stated: "2023-03-09"', 'stated: "2022-03-09"')),
    "a date that is told to the day": (Edit(NO, "cost: free", "cost: premium"), Edit(NO, 'stated: "2024"', 'stated: "2024-11-05"')),
    "the date of another source": (PHONE, LOOK),
    "a date that is taken away": (PHONE, Edit(EE, 'stated: "2023-03-09"', "stated: unknown")),
    "a date that is no date": (PHONE, Edit(EE, 'stated: "2023-03-09"', 'stated: "soon"')),
    "another source of the file, as old as before": (
        PHONE,
        Edit(EE, "Tallinn\n        source: board-2023", "Tallinn\n        source: ministry"),
    ),
    "another name for the source": (
        Edit(NO, "cost: free\n        source: police", "cost: premium\n        source: politiet"),
        Edit(NO, POLICE, POLICE + POLICE.removeprefix("sources:\n").replace("police:", "politiet:")),
    ),
}


@pytest.mark.parametrize("name", NO_LOOKS)
def test_what_is_no_look_changes_nothing(name: str, tmp_path: Path) -> None:
    """An old date, a date elsewhere, or a new name for the same source do not let a changed contact pass."""
    assert rules(report(tmp_path, *NO_LOOKS[name])) == [WITHOUT_LOOK]


@pytest.mark.parametrize(("stated", "refused"), [("unknown", [WITHOUT_LOOK]), ('"2026-02"', [])])
def test_a_new_service_needs_a_source_with_a_date(stated: str, refused: list[str], tmp_path: Path) -> None:
    """A service that is added with a new source passes when that source bears a date."""
    new = SERVICE.replace("NEW", "ny").replace("STATED", stated)
    found = report(tmp_path, Edit(NO, "sources:\n", new))
    assert rules(found) == refused
    assert any(change.what.startswith("this service is new") for change in found.changes)


def test_a_pause_needs_only_a_reason(tmp_path: Path) -> None:
    """A line is paused without a look and without a second approval, also when it is the only one, and edited meanwhile."""
    found = report(
        tmp_path,
        Edit(EE, KINDS, f'{KINDS}    status: paused\n    since: "2026-11"\n    reason: Nobody answers.\n'),
        PAUSE,
    )
    assert found.problems == ()
    assert found.flags == ()
    assert "it becomes paused" in as_lines(found)


def test_a_line_that_is_active_again_needs_a_look(tmp_path: Path) -> None:
    """To publish a paused line again needs a look at each of its channels; its old confirmation is not enough."""
    again = Edit(NO, '    status: paused\n    since: "2026-11"\n    reason: It moves.\n', "")
    assert rules(report(tmp_path / "bad", again, before=(PAUSE,))) == [WITHOUT_LOOK]
    assert report(tmp_path / "good", again, SEEN, before=(PAUSE,)).problems == ()


def test_a_closed_service_may_go(tmp_path: Path) -> None:
    """What was closed before may be taken out; it is told."""
    text = (GOOD / EE).read_text("utf-8")
    start, end = text.index("  - id: ee-old-line"), text.index("sources:\n  ministry")
    found = report(tmp_path, Edit(EE, text[start:end], ""))
    assert found.problems == ()
    assert "this service is taken away" in as_lines(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("languages: [et, ru]", "languages: unknown"),
        ('        hours: "Mo-Th 08:30-16:30; Fr 08:30-15:30"\n', ""),
        ("cost: standard", "cost: unknown"),
        ("reach: abroad", "reach: unknown"),
        ('      anonymous: "yes"', "      anonymous: unknown"),
    ],
)
def test_what_becomes_unknown_needs_no_look(old: str, new: str, tmp_path: Path) -> None:
    """To stop saying something is always allowed, and told."""
    found = report(tmp_path, Edit(EE, old, new))
    assert found.problems == ()
    assert found.changes


def test_a_country_that_goes_is_refused(tmp_path: Path) -> None:
    """A whole file cannot go: each of its active services, and its emergency number, is refused."""
    found = report(tmp_path, Edit(NO, None, None))
    assert rules(found) == ["removed-without-a-pause"] * 2
    assert "Norway: the country is taken away" in as_lines(found)


def test_a_problem_says_where_and_what_to_type(tmp_path: Path) -> None:
    """A refusal has the shape of all problems: place, what is wrong with the quoted value, what to type."""
    [problem] = report(tmp_path, PHONE).problems
    assert str(problem) == (
        'data/countries/ee.yml:69:16: "+372 614 7393" becomes "+372 616 1199", and nothing in this change says that somebody '
        'looked (in "ee-116006"); read the page and write the day as "seen:" at its source (board-2023), or name another '
        'page with its day, or write under "confirmed:" who made sure, by role, and when [changed-without-a-look]'
    )


# --- what is flagged -----------------------------------------------------------------------------------------

ONLY_LINE = "it is the only line on trafficking of its country that is open to everybody"
# What is changed, and how each flag ends; the same with a harmless change instead is not flagged.
FLAGGED: dict[str, tuple[tuple[Edit, ...], str]] = {
    "the only line": ((Edit(EE, "languages: [et, ru]", "languages: et"),), ONLY_LINE),
    "the only line is for others": (
        (Edit(EE, "audience: [victims-of-trafficking, relatives]", "audience: professionals"),),
        ONLY_LINE,
    ),
    "swapped digits": (
        (Edit(EE, '"+372 614 7393"', '"+372 614 3793"'),),
        'is like +372614 7393 ("ee-116006" before), with two digits swapped',
    ),
    "one digit changed": ((Edit(EE, '"+372 614 7393"', '"+372 614 7394"'),), "with one digit changed"),
    "a short code": ((Edit(NO, '- short: "116006"', '- short: "116060"'),), "with two digits swapped"),
    "near another line": (
        (Edit(EE, '"+372 614 7393"', '"+372 660 7321"'),),
        'is like +372660 7320 ("ee-thb-helpline"), with one digit changed',
    ),
    "near what is held back": (
        (Edit(EE, '"+372 614 7393"', '"+372 622 1111"'),),
        'is like +372622 1112 ("ee-116006, held back"), with one digit changed',
    ),
    "an address like a person's": (
        (Edit(EE, "- email: helpline@", "- email: mari-liis.tamm@"),),
        "mari-liis.tamm@example.ee may be the address of one person",
    ),
    "a longer limit": ((Edit(SITE, 'default: "365"', 'default: "900"'),), "after 900 days, no longer after 365"),
    "a limit that goes": ((Edit(SITE, '\n  kinds:\n    trafficking-helpline: "180"', ""),), "after 365 days, no longer after 180"),
    "whom to call instead": (
        (Edit(NO, "instead_of_trafficking_line: no-116006", "instead_of_trafficking_line: [no-116006, no-116006]"),),
        "others are named to call where there is no line on trafficking for everybody",
    ),
    "the time zone": ((Edit(EE, "Europe/Tallinn", "Europe/Stockholm"),), "all opening hours of the country mean other times"),
    "the stage": ((Edit(SITE, "stage: preview", "stage: public"),), "goes from every page"),
}
HELD_NUMBER = held('{country: "EE", service: ee-116006, contact: "+372 622 1112", reason: doubtful}')  # fmt: skip


@pytest.mark.parametrize("name", FLAGGED)
def test_what_needs_two_approvals_is_flagged(name: str, tmp_path: Path) -> None:
    """A change that looks like a slip, or weighs much, is marked in the lines and in the summary."""
    edits, why = FLAGGED[name]
    found = report(tmp_path, *edits, before=(HELD_NUMBER,))
    assert any(why.replace(" ", "") in flag.why.replace(" ", "") for flag in found.flags), found.flags
    assert "! Needs two approvals: " in as_lines(found)
    assert "**Needs two approvals**" in as_markdown(found)


@pytest.mark.parametrize(
    "edit",
    [
        PHONE,
        Edit(EE, '"+372 614 7393"', '"+372 6147393"'),
        Edit(EE, "- email: helpline@", "- email: help-line@"),
        Edit(SITE, 'default: "365"', 'default: "90"'),
        Edit(EE, "      en: Human trafficking helpline", "      en: Helpline on trafficking"),
        Edit(NO, '- short: "116006"', '- short: "116111"'),
    ],
)
def test_what_is_ordinary_is_not_flagged(edit: Edit, tmp_path: Path) -> None:
    """Another number, a stricter limit and a better name are told, and need no second approval."""
    assert report(tmp_path, edit).flags == ()


@pytest.mark.parametrize(
    ("number", "other", "said"),
    [
        ("+3726607320", "+3726607320", ""),
        ("+3726607320", "+3726607230", "two digits swapped"),
        ("+3726607320", "+3726607321", "one digit changed"),
        ("+3726607320", "+372660732", "one digit more"),
        ("+372667320", "+3726607320", "one digit less"),
        ("+3726607320", "+3726606320", "one digit changed"),
        ("+3726607320", "+3726608330", ""),
        ("+3726607320", "+37266073", ""),
        ("116006", "116060", "two digits swapped"),
    ],
)
def test_likeness(number: str, other: str, said: str) -> None:
    """Numbers that one slip of the hand makes of each other are alike; others are not."""
    assert likeness(number, other) == said


# --- the summary ---------------------------------------------------------------------------------------------


def test_text_of_the_data_stays_text_in_the_summary(tmp_path: Path) -> None:
    """A name that holds Markdown, HTML, a mention or a direction mark becomes none of these in the summary."""
    evil = "'<img src=x> @someone #1 [a](https://evil.example) **b** `c` | <!-- www.evil.example \u202egnp'"
    found = report(tmp_path, Edit(EE, "      en: Human trafficking helpline", f"      en: {evil}"))
    text = as_markdown(found)
    for sign in ("<img", "<!--", "@someone", "[a]", "https://", "www.evil", "**b**", "`c`", "\u202e"):
        assert sign not in text.replace("**Needs two approvals**", ""), sign
    assert "&lt;img" in text


def test_every_sign_of_markdown_is_escaped() -> None:
    """No sign that Markdown, HTML or the code host reads stands bare."""
    assert escaped("<&>") == "&lt;&amp;&gt;"
    assert escaped("@a #1") == "@&#8203;a \\#&#8203;1"
    for sign in "*_`[]|\\~$!:.{}+-^":
        assert escaped(sign) == f"\\{sign}"


def test_the_summary_of_nothing_says_so() -> None:
    """Without a change the summary says so, and data that cannot be read are not called unchanged."""
    empty = Report(changes=(), problems=(), flags=())
    assert "No fact about a service, number or source changes." in as_markdown(empty)
    assert "nothing could be compared" in as_markdown(empty, readable=False)
