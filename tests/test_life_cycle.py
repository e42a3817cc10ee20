"""A real build, long after the last confirmation, in which one line is paused and two are closed."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import small_site
from lxml import html

import build_site
from seamark import building

EE = "help/ee/index.html"
CONFIRMED = "2026-11-22"
LAST_DAY = "2027-05-21"
# Of the two crisis lines the one is paused; the line on trafficking is closed, and what took over is closed too.
PAUSED, CLOSED, OLDEST = "ee-116006", "ee-1247", "ee-116123"
GONE = ("614 7393", "6147393", "1247", "116006")


def stopped(country: dict[str, Any]) -> dict[str, Any]:
    """Pause one service, close two others, one in favour of the other, and confirm what is left."""
    services = {service["id"]: service for service in country["services"]}
    services[PAUSED] |= {"status": "paused", "since": "2026-11", "reason": "The building has water damage."}
    services[CLOSED] |= {"status": "closed", "since": "2025", "reason": "The office ended the line.", "replaced_by": PAUSED}
    services[OLDEST] |= {"status": "closed", "since": "unknown", "reason": "Another line took over."}
    services[OLDEST]["replaced_by"] = "ee-116111"
    services["ee-116111"]["channels"][0]["confirmed"] = [{"on": CONFIRMED, "how": "called", "by_role": "editor"}]
    return country


def build(folder: Path, as_of: str) -> Path:
    """Build the project for a day and return the site's folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", as_of)
        for name in ("ONLY", "DATA_CHECKED", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        assert build_site.build(folder, folder / as_of) == 0
    return folder / as_of


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with services that cannot be called."""
    folder = small_site.make(tmp_path_factory.mktemp("life"))
    small_site.edit(folder, "countries/ee", stopped)
    small_site.translate(folder)
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The site on the day after the period without a confirmation."""
    return build(root, "2027-05-22")


def parsed(site: Path, name: str = EE) -> html.HtmlElement:
    """Return a page of the site."""
    return html.parse(str(site / name)).getroot()


def card(page: html.HtmlElement, name: str) -> html.HtmlElement:
    """Return the place of a service on its country's page."""
    return page.get_element_by_id(name)


# --- paused and closed -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [PAUSED, CLOSED, OLDEST])
@pytest.mark.parametrize("folder", ["", "ar/"])
def test_a_saved_address_still_answers(site: Path, folder: str, name: str) -> None:
    """A service that cannot be called keeps its place on the page, with nothing to call but the emergency number."""
    place = card(parsed(site, folder + EE), name)
    called = [str(link.get("href")) for link in place.iterfind(".//a") if ":" in str(link.get("href"))]
    assert set(called) <= {"tel:112"}
    assert not place.xpath(".//bdi[not(ancestor::a)]")


def test_it_says_why_since_when_and_where_to_turn(site: Path) -> None:
    """The place of a stopped line says its state, the date, the reason, and where to turn now."""
    page = parsed(site)
    paused = " ".join(card(page, PAUSED).text_content().split())
    assert "Paused · since November 2026" in paused
    assert "The building has water damage." in paused
    assert "Try another line on this page. In danger, call 112." in paused
    assert "Closed · since 2025" in " ".join(card(page, CLOSED).text_content().split())
    assert "since" not in card(page, OLDEST).text_content()


def test_only_a_line_that_answers_is_named_instead(site: Path) -> None:
    """The link leads to the card of the line that took over; where that one is paused too, other lines are named."""
    page = parsed(site)
    (link,) = card(page, OLDEST).findall(".//a")
    assert link.get("href") == "#ee-116111"
    assert card(page, "ee-116111").xpath(".//a[@href='tel:116111']")
    assert "Try another line" in card(page, CLOSED).text_content()


def test_no_number_of_a_stopped_line_is_left_anywhere(site: Path) -> None:
    """On no page of the country does the text, a link or a script hold the number of a line that cannot be called."""
    for name in (EE, f"ar/{EE}", "card/ee/index.html", "show/ee/index.html", "poster/ee/index.html", "help/lines/index.html"):
        text = (site / name).read_text("utf-8")
        for number in GONE:
            assert f"tel:{number}" not in text, name
            assert f">{number}<" not in text, name
        assert "614 7393" not in text, name


# --- sunset --------------------------------------------------------------------------------------------------


def test_every_page_says_that_the_site_is_old(site: Path) -> None:
    """After the period without a confirmation, each page says so and leads to the emergency number and an official list."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 60
    for path in pages:
        page = html.parse(str(path)).getroot()
        (notice,) = page.xpath("//header//*[@data-sunset]")
        assert notice.get("data-sunset") == LAST_DAY, path
        assert notice.get("hidden") is None, path
        assert notice.find(".//time").get("datetime") == CONFIRMED, path
        links = {str(link.get("href")) for link in notice.iterfind(".//a")}
        assert "https://ec.europa.eu/anti-trafficking/member-states-0_en" in links, path
        assert any(link.startswith("tel:") for link in links), path


def test_until_the_last_day_the_notice_waits_for_the_clock(root: Path) -> None:
    """On the last day of the period the notice is there and hidden, and a script shows it when the reader's day is later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", LAST_DAY)
        assert build_site.build_languages(building.renderer(root, "en"), {"en": root / LAST_DAY}) == ""
    page = parsed(root / LAST_DAY)
    (notice,) = page.xpath("//*[@data-sunset]")
    assert notice.get("hidden") is not None
    assert any("data-sunset" in (script.text or "") for script in page.iter("script"))


def test_links_of_stopped_lines_lead_somewhere(site: Path) -> None:
    """A link from a stopped line leads to a page of the site that holds the place it names."""
    address = "https://seamark.example/help/ee/"
    page = parsed(site)
    for name in (PAUSED, CLOSED, OLDEST):
        for link in card(page, name).xpath(".//a[not(starts-with(@href, 'tel:'))]"):
            target, _, place = urljoin(address, link.get("href")).partition("#")
            assert target == address
            assert page.get_element_by_id(place) is not None
