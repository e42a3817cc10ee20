"""Cards put the services of a country in order, and say of each number what is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import Edit, project

from seamark import cards, contacts
from seamark.cards import Card, by_group, cards_of, emergency_exceptions, tombstones_of
from seamark.loading import Data, load
from seamark.model import Channel

EE = "data/countries/ee.yml"
ROOT = Path(__file__).parent.parent


def loaded(folder: Path, *edits: Edit) -> Data:
    """Return the data of a changed copy of the correct project."""
    project(folder, edits)
    data, problems = load(folder)
    assert data is not None, problems
    assert problems == []
    return data


def cards_in(folder: Path, *edits: Edit) -> dict[str, Card]:
    """Return the cards of Estonia by the ids of their services."""
    data = loaded(folder, *edits)
    return {str(card.service.id): card for card in cards_of(data.countries["ee"], data)}


def service(name: str, kind: str, source: str, audience: str = "anyone") -> str:
    """Return a service in YAML."""
    return (
        f"  - {{id: ee-{name}, kinds: {kind}, name: {{et: {name}}}, audience: {audience}, source: {source}, "
        f'channels: [{{phone: "+372 655 4191", source: {source}}}]}}\n'
    )


# --- order ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("services", "order"),
    [
        # the order of the file
        ([("a", "violence", "press"), ("b", "victim-support", "press")], "a b"),
        # a kind stands together, where its first service stands
        ([("a", "violence", "press"), ("b", "victim-support", "press"), ("c", "violence", "press")], "a c b"),
        # those without a date stand below the dated ones of their kind, and only of their kind
        ([("a", "violence", "undated"), ("b", "violence", "press")], "b a"),
        ([("a", "violence", "undated"), ("b", "victim-support", "press"), ("c", "violence", "press")], "c a b"),
        ([("a", "violence", "undated"), ("b", "victim-support", "press")], "a b"),
        ([("a", "violence", "undated"), ("b", "violence", "undated"), ("c", "violence", "press")], "c a b"),
    ],
)
def test_order(tmp_path: Path, services: list[tuple[str, str, str]], order: str) -> None:
    """Cards keep the order of the file by kind, and those of unknown age stand behind the others of their kind."""
    written = "".join(service(*parts) for parts in services)
    undated = "  undated:\n    title: T\n    publisher: P\n    language: et\n    tier: official\n  press:\n"
    found = cards_in(tmp_path, Edit(EE, "services:\n", f"services:\n{written}"), Edit(EE, "  press:\n", undated))
    ids = [name.removeprefix("ee-") for name in found if len(name) == 4]
    assert " ".join(ids) == order


def contact(channel: Channel) -> tuple[str, str]:
    """Return the kind and the value of a channel."""
    return contacts.channel_kind(channel), contacts.channel_value(channel)


def test_closed_services_have_no_card(tmp_path: Path) -> None:
    """Only services that can be called now have cards."""
    assert sorted(cards_in(tmp_path)) == ["ee-116006", "ee-thb-helpline"]


def test_groups_stand_in_the_order_of_the_vocabulary(tmp_path: Path) -> None:
    """Cards stand under the groups of the closed list, in its order; empty groups are left out."""
    data = loaded(tmp_path, Edit(EE, "services:\n", f"services:\n{service('a', 'labour-rights', 'press')}"))
    found = [
        (group, [str(card.service.id) for card in members])
        for group, members in by_group(cards_of(data.countries["ee"], data), data)
    ]
    assert found == [("trafficking", ["ee-thb-helpline"]), ("support", ["ee-a", "ee-116006"])]
    assert by_group([], data) == []


@pytest.mark.parametrize(
    ("audience", "group"),
    [
        ("professionals", "professionals"),
        ("[professionals]", "professionals"),
        ("[professionals, anyone]", "support"),
        ("anyone", "support"),
    ],
)
def test_lines_for_professionals_stand_apart(tmp_path: Path, audience: str, group: str) -> None:
    """A line that is for professionals only stands in their group, whatever its kind."""
    written = service("a", "violence", "press", audience)
    assert cards_in(tmp_path, Edit(EE, "services:\n", f"services:\n{written}"))["ee-a"].group == group


PAUSED = '    status: paused\n    since: "2026-11"\n    reason: The staff is ill.\n'
CRISIS = "    audience: unknown\n    source: board-2023"
OTHER = """  - id: ee-other-line
    kinds: violence
    name: {{en: Other}}
    status: closed
    since: unknown
    reason: It ended.
    replaced_by: {successor}
    audience: professionals
    source: old
    channels: [{{email: teine@example.ee, source: old}}]
sources:
"""


@pytest.mark.parametrize(
    ("edits", "stones"),
    [
        # a closed line and the one that took over
        ([], [("ee-old-line", "support", "ee-116006")]),
        # along a chain, and for professionals
        (
            [Edit(EE, "sources:\n", OTHER.format(successor="ee-old-line"))],
            [("ee-old-line", "support", "ee-116006"), ("ee-other-line", "professionals", "ee-116006")],
        ),
        # to the Union's file
        ([Edit(EE, "replaced_by: ee-116006", "replaced_by: eu-116111")], [("ee-old-line", "support", "eu-116111")]),
        # the successor is paused: neither can be called
        ([Edit(EE, CRISIS, PAUSED + CRISIS)], [("ee-116006", "support", None), ("ee-old-line", "support", None)]),
        # no successor, one that is not there, and a circle, which the checks refuse
        ([Edit(EE, "    replaced_by: ee-116006\n", "")], [("ee-old-line", "support", None)]),
        ([Edit(EE, "replaced_by: ee-116006", "replaced_by: ee-none")], [("ee-old-line", "support", None)]),
        ([Edit(EE, "replaced_by: ee-116006", "replaced_by: ee-old-line")], [("ee-old-line", "support", None)]),
    ],
)
def test_what_cannot_be_called_tells_who_took_over(
    tmp_path: Path, edits: list[Edit], stones: list[tuple[str, str, str | None]]
) -> None:
    """A paused or closed service keeps its place, and names a successor only where that one answers today."""
    data = loaded(tmp_path, *edits)
    found = tombstones_of(data.countries["ee"], data)
    assert [(item.service.id, item.group, item.successor and item.successor.id) for item in found] == stones


# --- numbers -------------------------------------------------------------------------------------------


def test_a_number_stands_once_with_all_its_channels(tmp_path: Path) -> None:
    """Channels with the same number, for other languages or hours, are one number on the card."""
    card = cards_in(tmp_path)["ee-thb-helpline"]
    assert [(number.kind, number.dialled, len(number.channels)) for number in card.numbers] == [
        ("phone", "+3726607320", 2),
        ("whatsapp", "+3726607320", 1),
    ]
    assert [channel.hours for channel in card.numbers[0].channels] == ["Mo-Th 08:30-16:30; Fr 08:30-15:30", "We 10:00-12:00"]
    assert tuple(map(contact, card.addresses)) == (
        ("email", "helpline@example.ee"),
        ("chat", "https://chat.example.ee/"),
        ("web", "https://www.example.ee/help"),
    )


@pytest.mark.parametrize(
    ("place", "link", "shown", "local"),
    [
        (("ee-thb-helpline", 0), "tel:+3726607320", "+372 660 7320", "660 7320"),
        (("ee-thb-helpline", 1), None, "+372 660 7320", "660 7320"),
        (("ee-116006", 0), "tel:116006", "116006", None),
        (("ee-116006", 1), "sms:116006", "116006", None),
        # the spelling for inside is no use from abroad
        (("ee-116006", 2), "tel:+3726147393", "+372 614 7393", None),
    ],
    ids=["phone", "WhatsApp", "short code", "text message", "from abroad"],
)
def test_how_a_number_is_shown(tmp_path: Path, place: tuple[str, int], link: str | None, shown: str, local: str | None) -> None:
    """A number has the link that a telephone understands, its written form, and its local spelling where that helps."""
    number = cards_in(tmp_path)[place[0]].numbers[place[1]]
    assert (number.link, number.shown, number.local) == (link, shown, local)


@pytest.mark.parametrize(
    ("written", "shown"),
    [('"+372 614 7393"', "+372 614 7393"), ('" +372  614\n          7393 "', "+372 614 7393"), ('"+3726147393"', "+3726147393")],
)
def test_spaces_are_single_in_what_is_shown(tmp_path: Path, written: str, shown: str) -> None:
    """A number is shown as the editor wrote it, with single spaces."""
    number = cards_in(tmp_path, Edit(EE, '"+372 614 7393"', written))["ee-116006"].numbers[2]
    assert (number.shown, number.dialled) == (shown, "+3726147393")


# --- what is not known --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "name", "unknown"),
    [
        ([], "ee-thb-helpline", ("reach",)),
        ([], "ee-116006", ("languages", "anonymous")),
        # one channel that knows is enough
        ([Edit(EE, 'hours: "We 10:00-12:00"', "reach: inside")], "ee-thb-helpline", ()),
        ([Edit(EE, 'anonymous: "yes"', "anonymous: unknown")], "ee-thb-helpline", ("reach", "anonymous")),
        ([Edit(EE, 'anonymous: "yes"', 'anonymous: "no"')], "ee-thb-helpline", ("reach",)),
    ],
)  # fmt: skip
def test_what_no_source_states_is_named(tmp_path: Path, edits: list[Edit], name: str, unknown: tuple[str, ...]) -> None:
    """The card names the facts that no channel with a voice states, and no others."""
    assert cards_in(tmp_path, *edits)[name].unknown == unknown


def test_a_service_without_a_voice_asks_for_no_facts(tmp_path: Path) -> None:
    """Of a service that is only reached by writing, nothing is said to be unknown of its calls."""
    written = service("a", "violence", "press").replace('phone: "+372 655 4191"', "web: https://example.ee/")
    card = cards_in(tmp_path, Edit(EE, "services:\n", f"services:\n{written}"))["ee-a"]
    assert card.unknown == ()
    assert card.numbers == ()


def test_sources_stand_once_in_their_order(tmp_path: Path) -> None:
    """The sources of the channels are listed once each, in the order in which the channels name them."""
    assert [str(source.title) for source in cards_in(tmp_path)["ee-thb-helpline"].sources] == ["Abi", "Nõuandeliin"]


# --- countries -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "number", "exceptions"),
    [
        ([], "112", []),
        ([], "911", ["EE", "EU", "NO"]),
        ([Edit("data/countries/no.yml", 'number: "112"', 'number: "113"')], "112", ["NO"]),
        ([Edit("data/countries/no.yml", 'number: "112"', 'number: "11 2"')], "112", []),
    ],
)
def test_emergency_exceptions(tmp_path: Path, edits: list[Edit], number: str, exceptions: list[str]) -> None:
    """Countries whose file does not list an emergency number are those in which it is not known to work."""
    assert emergency_exceptions(loaded(tmp_path, *edits), number) == exceptions


def test_every_contact_of_the_real_data_is_on_a_card() -> None:
    """No contact of an active service is lost between the data and the cards, and none is added."""
    data, _ = load(ROOT)
    assert data is not None
    for country in data.countries.values():
        shown = set()
        for card in cards_of(country, data):
            shown |= {(str(card.service.id), number.kind, number.dialled) for number in card.numbers}
            shown |= {(str(card.service.id), kind, value) for kind, value in map(contact, card.addresses)}
        emergency = {str(entry.id) for entry in country.emergency}
        published = {(found.service, found.kind, found.value) for found in contacts.contacts_of(country)}
        assert shown == {item for item in published if item[0] not in emergency}


def test_every_real_card_has_its_group() -> None:
    """Each card of the real data stands in exactly one group of its country's page."""
    data, _ = load(ROOT)
    assert data is not None
    for country in data.countries.values():
        made = cards_of(country, data)
        grouped = [card for _, members in cards.by_group(made, data) for card in members]
        assert sorted(str(card.service.id) for card in grouped) == sorted(str(card.service.id) for card in made)
