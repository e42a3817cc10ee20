"""Numbers are shown and dialled the same, and each country's published contacts are known."""

from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest
from factory import project
from hypothesis import given
from hypothesis import strategies as st

from seamark import contacts
from seamark.loading import Data, load
from seamark.model import Channel, Country
from seamark.yamltext import parse_yaml


def channel(text: str) -> Channel:
    """Return a channel from the YAML of its fields."""
    return Channel.model_validate(parse_yaml(f"{text}\nsource: a\n", "x.yml"))


def country(services: str) -> Country:
    """Return a country with services from YAML."""
    text = f'country: "EE"\nlanguages: et\ntime_zone: Europe/Tallinn\nemergency: []\nservices: {services}\nsources: {{}}\n'
    return Country.model_validate(parse_yaml(text, "x.yml"))


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """The correct project, loaded."""
    project(tmp_path)
    made, problems = load(tmp_path)
    assert made is not None, problems
    return made


# --- digits --------------------------------------------------------------------------------------------


@given(st.text())
def test_digits_are_the_ascii_digits_in_order(text: str) -> None:
    """Only 0 to 9 are digits, none is lost, and their order stays."""
    found = contacts.digits(text)
    assert found == "".join(sign for sign in text if sign in "0123456789")
    assert contacts.digits(found) == found


@given(st.text(alphabet="+0123456789 ()-./\u00a0\u202f٠١٢", max_size=20))
def test_what_is_dialled_is_what_a_telephone_can_dial(number: str) -> None:
    """A dialled number is a plus sign at most and digits, the same when it is asked for again."""
    dialled = contacts.dialled(number)
    assert set(dialled) <= set("+0123456789")
    assert "+" not in dialled[1:]
    assert contacts.dialled(dialled) == dialled


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        # international form
        ("+372 660 7320", "+3726607320"),
        (" +372-660-7320 ", "+3726607320"),
        ("+800 1234 5678", "+80012345678"),
        # short codes
        ("116006", "116006"),
        ("116 006", "116006"),
        ("016", "016"),
        # a plus sign at another place is none
        ("00372+6607320", "003726607320"),
    ],
)
def test_dialled(written: str, dialled: str) -> None:
    """Spaces and hyphens are for reading; a plus sign is dialled where it begins the number."""
    assert contacts.dialled(written) == dialled


# --- numbers of countries ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "region"),
    [
        # whole numbers
        ("+372 660 7320", "EE"),
        ("+47 23 15 50 10", "NO"),
        ("+39 02 1234 5678", "IT"),
        ("+44 20 7946 0018", "GB"),
        ("+800 1234 5678", "001"),
        # one numbering plan, two countries
        ("+7 495 123-45-67", "RU"),
        ("+7 701 123 4567", "KZ"),
        # not numbers
        ("+372 1", None),
        ("+372116006", None),
        ("+47 116006", None),
        ("+999 123 456", None),
        ("660 7320", None),
        ("116006", None),
        ("", None),
        ("+", None),
        ("call us", None),
    ],
)
def test_region_of(number: str, region: str | None) -> None:
    """A valid number belongs to the country of its numbering plan; what is not valid belongs to none."""
    assert contacts.region_of(number) == region


@pytest.mark.parametrize(
    ("number", "local"),
    [
        ("+372 660 7320", "660 7320"),
        ("+49 30 1234567", "030 1234567"),
        ("+48 22 628 01 20", "22 628 01 20"),
        ("+380 44 205 37 36", "044 205 3736"),
        # the zero of Italian numbers stays in both forms
        ("+39 06 6982 1111", "06 6982 1111"),
        # numbers of no country have no local form
        ("+800 1234 5678", None),
        # not numbers
        ("+372 1", None),
        ("116006", None),
    ],
)
def test_local_spelling(number: str, local: str | None) -> None:
    """A number has the spelling of its own country, and only a valid number has one."""
    assert contacts.local_spelling(number) == local


@given(st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)), st.sampled_from([0, 1, 3, 4]))
def test_the_local_spelling_is_the_same_number(region: str, kind: int) -> None:
    """The local spelling of any country's number, read in that country, is the number again."""
    example = phonenumbers.example_number_for_type(region, kind)
    if example is None:
        return
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    local = contacts.local_spelling(number)
    assert local is not None
    again = phonenumbers.parse(local, contacts.region_of(number))
    assert phonenumbers.format_number(again, phonenumbers.PhoneNumberFormat.E164) == contacts.dialled(number)


@pytest.mark.parametrize(("country", "code"), [("EE", "+372"), ("UA", "+380"), ("IT", "+39"), ("GB", "+44"), ("KZ", "+7")])
def test_calling_code(country: str, code: str) -> None:
    """Each country has its telephone prefix, also one that shares it."""
    assert contacts.calling_code(country) == code


# --- channels ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ('phone: "+372 660 7320"', "phone", "+3726607320"),
        ('short: "116 006"', "short", "116006"),
        ('sms: "+372 660 7320"', "sms", "+3726607320"),
        ('whatsapp: "+372 660 7320"', "whatsapp", "+3726607320"),
        ("email: help@example.ee", "email", "help@example.ee"),
        ("chat: https://example.ee/1", "chat", "https://example.ee/1"),
        ("form: https://example.ee/2", "form", "https://example.ee/2"),
        ("web: https://example.ee/3", "web", "https://example.ee/3"),
        ("hours: unknown", "", ""),
    ],
)
def test_a_channel_has_a_kind_and_a_value(written: str, kind: str, value: str) -> None:
    """Numbers are given as they are dialled, addresses as they are written, and nothing as nothing."""
    made = channel(written)
    assert contacts.channel_kind(made) == kind
    assert contacts.channel_value(made) == value


def test_every_kind_of_channel_is_in_one_list() -> None:
    """The lists of kinds fit the model: each kind is a field, and no kind stands in two groups."""
    assert set(contacts.CHANNEL_KINDS) <= set(Channel.model_fields)
    assert len(set(contacts.CHANNEL_KINDS)) == len(contacts.CHANNEL_KINDS)
    assert set(contacts.CALLED) < set(contacts.NUMBERED)
    facts_in_other_statements = {"phone", "short", "email"}
    assert facts_in_other_statements < set(contacts.CHANNEL_KINDS)


# --- what is published ---------------------------------------------------------------------------------------


def test_contacts_are_those_of_active_services(data: Data) -> None:
    """Emergency numbers and every channel of active services are published; those of closed ones are not."""
    found = [(contact.service, contact.kind, contact.value) for contact in contacts.contacts_of(data.countries["ee"])]
    assert found == [
        ("ee-emergency-112", "short", "112"),
        ("ee-thb-helpline", "phone", "+3726607320"),
        ("ee-thb-helpline", "phone", "+3726607320"),
        ("ee-thb-helpline", "whatsapp", "+3726607320"),
        ("ee-thb-helpline", "email", "helpline@example.ee"),
        ("ee-thb-helpline", "chat", "https://chat.example.ee/"),
        ("ee-thb-helpline", "web", "https://www.example.ee/help"),
        ("ee-116006", "short", "116006"),
        ("ee-116006", "sms", "116006"),
        ("ee-116006", "phone", "+3726147393"),
    ]
    assert {contact.country for contact in contacts.contacts_of(data.countries["ee"])} == {"EE"}


def test_active_services_keep_the_order_of_the_file(data: Data) -> None:
    """Closed services are left out and the others stay in their order."""
    assert [service.id for service in contacts.active(data.countries["ee"])] == ["ee-thb-helpline", "ee-116006"]


@pytest.mark.parametrize(
    ("kinds", "audience", "status", "line", "expected"),
    [
        # a line for everybody
        ("trafficking-helpline", "anyone", "active", 'phone: "+372 660 7320"', True),
        ("trafficking-helpline", "unknown", "active", 'short: "116006"', True),
        ("trafficking-helpline", "[professionals, victims-of-trafficking]", "active", 'short: "116006"', True),
        # not for everybody, not now, not by voice, not mainly on trafficking
        ("trafficking-helpline", "professionals", "active", 'short: "116006"', False),
        ("trafficking-helpline", "anyone", "paused", 'short: "116006"', False),
        ("trafficking-helpline", "anyone", "closed", 'short: "116006"', False),
        ("trafficking-helpline", "anyone", "active", 'sms: "116006"', False),
        ("trafficking-helpline", "anyone", "active", "email: a@example.ee", False),
        ("[victim-support, trafficking-helpline]", "anyone", "active", 'short: "116006"', False),
    ],
)
def test_has_public_trafficking_line(kinds: str, audience: str, status: str, line: str, expected: bool) -> None:
    """A public line on trafficking is active, has it as its main kind, answers by voice, and is not for professionals only."""
    made = country(
        f"[{{id: ee-a, kinds: {kinds}, name: {{en: A}}, audience: {audience}, status: {status}, source: a, "
        f"channels: [{{{line}, source: a}}]}}]"
    )
    assert contacts.has_public_trafficking_line(made) is expected


def test_a_country_without_services_has_no_line() -> None:
    """Where there is no service there is no public line, and nothing is published."""
    empty = country("[]")
    assert contacts.has_public_trafficking_line(empty) is False
    assert list(contacts.contacts_of(empty)) == []
    assert contacts.active(empty) == []


def test_a_service_of_addresses_only_is_published() -> None:
    """A service without numbers publishes its addresses."""
    made = country(
        "[{id: ee-a, kinds: shelter, name: {en: A}, audience: anyone, source: a, channels: [{web: 'https://a.ee', source: a}]}]"
    )
    assert [contact.value for contact in contacts.contacts_of(made)] == ["https://a.ee"]
