"""Each organisation has one page with all that is published about it, at an address that does not change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from factory import Edit, project
from lxml import html

from seamark import contacts
from seamark.building import generated_pages
from seamark.loading import Data, load
from seamark.organisations import organisation_of, organisations, own_language
from seamark.rendering import Renderer
from seamark.translations import Catalogue

ROOT = Path(__file__).parent.parent
EE = "data/countries/ee.yml"
AS_OF = date(2026, 11, 22)
BOARD = "ee-social-insurance-board"


def loaded(root: Path) -> Data:
    """Return the data of a project."""
    data, problems = load(root)
    assert data is not None
    assert problems == []
    return data


@pytest.fixture(scope="module")
def real() -> Data:
    """The real data."""
    return loaded(ROOT)


@pytest.fixture(scope="module")
def english(real: Data) -> Renderer:
    """The renderer of the first language."""
    return Renderer(real, Catalogue.load(ROOT, "en"), AS_OF)


def page_of(renderer: Renderer, name: str) -> Any:
    """Return the page of an organisation, parsed."""
    country = renderer.organisations[name].country
    meta = {"country": country, "organisation": name}
    rendered = renderer.render(f"organisations/{name}", '{% include "organisation.html" %}', meta)
    return html.fragment_fromstring(rendered.markdown, create_parent="main")


# --- who is an organisation ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        # each service for itself, also a closed one
        ([], {"ee-thb-helpline": 1, "ee-116006": 1, "ee-old-line": 1}),
        # by the id that is written, whatever it is
        (
            [
                Edit(EE, "      et: Ohvriabi kriisitelefon\n", "      et: Ohvriabi kriisitelefon\n    organisation: ee-board\n"),
                Edit(EE, "      et: Vana liin\n", "      et: Vana liin\n    organisation: ee-board\n"),
            ],
            {"ee-thb-helpline": 1, "ee-board": 2},
        ),
    ],
)
def test_services_are_gathered_by_their_organisation(tmp_path: Path, edits: list[Edit], expected: dict[str, int]) -> None:
    """Services with the same id of an organisation are one; a service without one stands for itself."""
    project(tmp_path, edits)
    found = organisations(loaded(tmp_path))
    assert {name: len(item.services) for name, item in found.items() if item.country == "ee"} == expected
    assert found["ee-thb-helpline"].names == {"et": "Sotsiaalkindlustusamet"}
    assert found["ee-thb-helpline"].path == "organisations/ee-thb-helpline"


def test_every_service_belongs_to_one_organisation(real: Data) -> None:
    """No service of the real data is left out, and a known operator has an id of its own that a new name cannot change."""
    found = organisations(real)
    services = [service.id for country in real.countries.values() for service in country.services]
    assert sorted(service.id for item in found.values() for service in item.services) == sorted(services)
    for item in found.values():
        assert all(service.organisation for service in item.services if service.operator)


@pytest.mark.parametrize(
    ("name", "language"),
    [(BOARD, "et"), ("fi-victim-support-finland", "fi"), ("eu-european-commission", None), ("be-payoke", None)],
)
def test_own_language(real: Data, name: str, language: str | None) -> None:
    """An organisation reads its country's first language where the site has it, beside English."""
    assert own_language(organisations(real)[name], real) == language


# --- its page ------------------------------------------------------------------------------------------------


def test_pages_are_made_in_the_first_language_only(real: Data, english: Renderer) -> None:
    """One page for each organisation, in one language's build; what they are made of names country and organisation."""
    made = generated_pages(english)
    assert set(made) == {item.path for item in organisations(real).values()}
    assert 'country: "ee"\norganisation: ee-social-insurance-board\n' in made[f"organisations/{BOARD}"]
    assert generated_pages(english.into("uk")) == {}


def test_a_page_shows_all_that_is_published(real: Data, english: Renderer) -> None:
    """On the page of each organisation stand all contacts of its active services, twice where it has its own language."""
    for name, item in organisations(real).items():
        found = page_of(english, name)
        shown = [str(link) for link in found.xpath("//article//a/@href | //article//bdi[@class='number']/text()")]
        for service in item.services:
            for channel in service.channels if service.status == "active" else ():
                value = contacts.channel_value(channel)
                assert any(text.endswith(value) or contacts.dialled(text) == value for text in shown), (name, value)
        assert len(found.xpath("//article[@lang]")) == (len(item.services) if own_language(item, real) else 0)


def test_both_languages_stand_beside_each_other(english: Renderer) -> None:
    """Each card stands in English, with the anchor, and in the organisation's language, marked with it and without."""
    found = page_of(english, BOARD)
    cards = found.xpath("//article")
    assert [card.get("id") for card in cards] == ["ee-thb-helpline", None, "ee-116006", None, "ee-116123", None]
    assert [card.get("lang") for card in cards] == [None, "et"] * 3
    assert "Run by" in cards[0].text_content()
    assert "Teenust pakub" in cards[1].text_content()
    assert "2019" in cards[3].text_content()


def test_answers_begin_a_message(english: Renderer) -> None:
    """Each of the three answers opens a new issue that names the organisation, its page and its lines, and no fact."""
    links = page_of(english, BOARD).xpath("//section[not(@lang)]//a/@href")
    assert len(links) == 3
    for link, title in zip(links, ("Still true", "Something changed", "Please remove us"), strict=True):
        parts = urlsplit(link)
        asked = {key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()}
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://code.example.org/seamark/issues/new"
        assert asked["title"] == f"{title}: {BOARD}"
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / asked["template"]).is_file()
        assert f"https://seamark.example/organisations/{BOARD}/\nee-thb-helpline, ee-116006, ee-116123\n" in asked["body"]
        assert "660" not in asked["body"]


def test_without_an_address_for_issues_there_are_no_answers(english: Renderer) -> None:
    """A site that takes no issues offers no links that lead nowhere."""
    site = english.data.site.model_copy(update={"issues_url": None})
    data = Data(**{**vars(english.data), "site": site})
    made = Renderer(data, Catalogue.load(ROOT, "en"), AS_OF)
    assert not page_of(made, BOARD).xpath("//section//a")


def test_the_title_is_the_name(english: Renderer) -> None:
    """The page's title says whose page it is, in English where the data have the name in English, else in its own."""
    for name, title in ((BOARD, "Social Insurance Board"), ("lv-skalbes", "Skalbes")):
        frame = english.frame(f"organisations/{name}", {"country": name[:2], "organisation": name})
        assert frame.title == f"What we publish about: {title}"
        assert frame.is_once


def test_digits_in_a_name_do_not_stand_in_the_title(english: Renderer) -> None:
    """A name with digits, which nothing can mark there, is left out of title and description and stands on the page."""
    frame = english.frame("organisations/si-zavod-116", {"country": "si", "organisation": "si-zavod-116"})
    assert frame.title == "What we publish about organisations"
    assert not any(sign.isdigit() for sign in frame.full_title + frame.description)
    assert page_of(english, "si-zavod-116").xpath("string(//h1//data[@class='name'])") == "Zavod 116"


def test_organisation_of_a_service(real: Data) -> None:
    """The id that is written counts, else that of the service."""
    found = [organisation_of(service) for service in real.countries["ee"].services]
    assert found == [BOARD, BOARD, BOARD, "ee-116111", "ee-emergency-response-centre"]
