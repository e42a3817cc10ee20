"""All of the real data: nothing that was found is lost, nothing is added unseen, and every page can be made of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from lxml import html
from markupsafe import Markup
from opening_hours import OpeningHours

from seamark import building, contacts, hours, languages, sheets
from seamark.checks import check
from seamark.checks.stubs import read_stubs
from seamark.loading import Data, load
from seamark.model import UNKNOWN, Caller, Channel, Country, Service
from seamark.rendering import Rendered, Renderer
from seamark.translations import PLACEHOLDER, Catalogue, units

ROOT = Path(__file__).resolve().parent.parent
RESEARCH = Path(__file__).parent / "cases" / "research_contacts.tsv"
Row = tuple[str, str, str, str]


@cache
def data() -> Data:
    """The real data, loaded once."""
    made, problems = load(ROOT)
    assert made is not None, problems
    assert problems == []
    return made


DATA = data()
LANGUAGES = [str(language.code) for language in DATA.site.languages]
STUBS = read_stubs(ROOT)


def channels() -> Iterator[tuple[Country, Service, Channel]]:
    """Yield every channel of the real data."""
    for country in DATA.countries.values():
        for service in country.services:
            for channel in service.channels:
                yield country, service, channel


# --- what was found: published, or held back with a reason ----------------------------------------------------

# Research rows that are published as another kind of contact, or in another entry.
REFILED = {
    ("EE", "ee-116006", "web", "https://www.palunabi.ee"): ("EE", "ee-116006", "chat", "https://www.palunabi.ee"),
    ("ES", "es-016", "phone", "+34600000016"): ("ES", "es-016", "whatsapp", "+34600000016"),
    ("IS", "is-emergency-112", "chat", "https://www.112.is"): ("IS", "is-112-chat", "chat", "https://www.112.is"),
    ("IS", "is-emergency-112", "web", "https://www.112.is/en/human-trafficking"): (
        "IS", "is-112-chat", "web", "https://www.112.is/en/human-trafficking",
    ),
}  # fmt: skip
# The research row says that text messages to the emergency number are answered.
TEXTED = {("IS", "is-emergency-112", "sms", "112")}
# Published rows that the research lacks: found when the country's file was written, with the sources named there.
FOUND_LATER = {
    ("AT", "at-opfer-notruf", "service", ""),
    ("AT", "at-opfer-notruf", "phone", "+43800112112"),
    ("IS", "is-112-chat", "service", ""),
    ("MD", "md-emergency-112", "service", ""),
    ("MD", "md-emergency-112", "short", "112"),
    ("SI", "si-emergency-112", "service", ""),
    ("SI", "si-emergency-112", "short", "112"),
}
# Held back under a remark, because no source gives an address that could stand here.
HELD_BY_REMARK = {
    ("FI", "fi-assistance-system", "contact form on ihmiskauppa.fi"),
    ("IS", "is-1717", "webchat (URL not given in the excerpt)"),
    ("IS", "is-bjarkarhlid", "staff e-mail addresses"),
    ("LV", "lv-patverums", "PatverumsDM"),
    ("NO", "no-116111", "24h chat since April 2020 (news)"),
}


def research() -> set[Row]:
    """Return the rows of the research: country, service, field, value; the service itself has an empty value."""
    with RESEARCH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    assert rows[0] == ["country", "service", "field", "value"]
    made = {(country, service, field, value) for country, service, field, value in rows[1:]}
    assert len(made) == len(rows) - 1, "a row stands twice"
    return made


def published() -> set[Row]:
    """Return what the data publish, in the form of the research."""
    made: set[Row] = set()
    for country in DATA.countries.values():
        code = str(country.country)
        for emergency in country.emergency:
            made |= {
                (code, str(emergency.id), "service", ""),
                (code, str(emergency.id), "short", contacts.dialled(emergency.number)),
            }
        made |= {(code, str(service.id), "service", "") for service in country.services}
    return made | {
        (str(country.country), str(service.id), contacts.channel_kind(channel), contacts.channel_value(channel))
        for country, service, channel in channels()
    }


def superseded() -> set[tuple[str, str, str]]:
    """Return the single contacts that were published and then replaced by others."""
    return {
        (str(item.country), str(item.service), str(item.contact))
        for item in DATA.held_back
        if item.contact is not None and item.reason == "superseded"
    }


def held_back() -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """Return the services and the single contacts that are held back."""
    services = {(str(item.country), str(item.service)) for item in DATA.held_back if item.contact is None}
    single = {(str(item.country), str(item.service), str(item.contact)) for item in DATA.held_back if item.contact is not None}
    return services, single


def test_everything_that_was_found_is_published_or_held_back() -> None:
    """Each service and contact of the research is published, or stands in held_back.yml with a reason."""
    services, single = held_back()
    shown = published()
    texted = {
        (str(c.country), str(e.id), "sms", str(e.number))
        for c in DATA.countries.values()
        for e in c.emergency
        if e.by_text == "yes"
    }
    lost = {
        row
        for row in research() - shown
        if (row[0], row[1]) not in services
        and (row[0], row[1], row[3]) not in single
        and REFILED.get(row) not in shown
        and not (row in TEXTED and row in texted)
    }
    assert sorted(lost) == []


def looked_at() -> set[Row]:
    """Return what is published on a source whose live page somebody has read, or confirmed by somebody."""
    rows: set[Row] = set()
    for country in DATA.countries.values():
        code = str(country.country)
        seen = {name for name, source in country.sources.items() if source.seen != UNKNOWN}
        for entry in country.emergency:
            if seen & set(entry.source):
                rows |= {(code, str(entry.id), "service", ""), (code, str(entry.id), "short", contacts.dialled(entry.number))}
        for service in country.services:
            for channel in service.channels:
                if channel.confirmed or seen & set(channel.source):
                    kind, value = contacts.channel_kind(channel), contacts.channel_value(channel)
                    rows |= {(code, str(service.id), "service", ""), (code, str(service.id), kind, value)}
    return rows


def test_everything_that_is_published_was_found_or_looked_at() -> None:
    """Each published service and contact is in the research, is named here, or somebody has read its source or confirmed it."""
    assert sorted(published() - research() - set(REFILED.values()) - FOUND_LATER - looked_at()) == []


def test_everything_that_is_held_back_was_found() -> None:
    """Each entry of held_back.yml is about something in the research, or about a contact that was replaced."""
    services, single = held_back()
    rows = research()
    assert sorted(services - {(row[0], row[1]) for row in rows}) == []
    assert sorted(single - {(row[0], row[1], row[3]) for row in rows} - HELD_BY_REMARK - superseded()) == []


def test_nothing_is_both_published_and_held_back() -> None:
    """What is held back is not published."""
    services, single = held_back()
    assert [row for row in sorted(published()) if (row[0], row[1]) in services or (row[0], row[1], row[3]) in single] == []


def test_the_exceptions_are_needed() -> None:
    """No exception above is left over: each is about a row that is, or is not, in the research, and is published or held back."""
    rows, shown, (_, single) = research(), published(), held_back()
    assert set(REFILED) | TEXTED <= rows - shown
    assert set(REFILED.values()) <= shown
    assert shown - rows >= FOUND_LATER
    assert single >= HELD_BY_REMARK


# --- rules ---------------------------------------------------------------------------------------------------


def test_no_rule_finds_a_problem() -> None:
    """Every rule on the data passes on the real data, for the day of the commit."""
    assert [str(problem) for problem in check(DATA, building.as_of_date(ROOT))] == []


# --- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["phone", "sms", "whatsapp"])
def test_every_international_number_is_one_number_in_all_its_forms(kind: str) -> None:
    """What is dialled, the form with spaces, and the local spelling of each number are one valid number of its country."""
    numbers = [
        (str(country.country), str(getattr(channel, kind)))
        for country, _, channel in channels()
        if str(getattr(channel, kind) or "").startswith("+")
    ]
    assert numbers or kind == "sms"
    for code, written in numbers:
        dialled = contacts.dialled(written)
        parsed = contacts.parse_phone(dialled)
        assert parsed is not None, written
        assert phonenumbers.is_valid_number(parsed), written
        assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == dialled
        region = contacts.region_of(written)
        assert code in (region, "EU"), written
        local = contacts.local_spelling(written)
        if local is not None:
            again = phonenumbers.parse(local, region)
            assert phonenumbers.format_number(again, phonenumbers.PhoneNumberFormat.E164) == dialled, local


def test_every_contact_is_what_a_phone_or_browser_understands() -> None:
    """The value of every published contact is international digits, a short code, an address of mail, or a secure address."""
    forms = {
        "phone": r"\+[1-9]\d{6,14}", "whatsapp": r"\+[1-9]\d{6,14}", "short": r"\d{3,6}", "sms": r"\+[1-9]\d{6,14}|\d{3,6}",
        "email": r"[^\s@<>\"]+@[a-z0-9.-]+\.[a-z]{2,}", "chat": r"https://\S+", "form": r"https://\S+", "web": r"https://\S+",
    }  # fmt: skip
    found = [contact for country in DATA.countries.values() for contact in contacts.contacts_of(country)]
    assert len(found) > 200
    assert [contact for contact in found if not re.fullmatch(forms[contact.kind], contact.value)] == []


def test_every_country_has_a_number_to_call() -> None:
    """In each country there is an emergency number, and a line on trafficking for everybody or one to call instead."""
    for code, country in DATA.countries.items():
        assert country.emergency, code
        assert code == "eu" or contacts.has_public_trafficking_line(country) or country.instead_of_trafficking_line, code


# --- hours ---------------------------------------------------------------------------------------------------

HOURS = sorted(
    {str(text) for _, _, channel in channels() for text in (channel.hours, *(other.hours for other in channel.also_stated)) if text}
    - {UNKNOWN}
)


@pytest.mark.parametrize("text", HOURS)
def test_hours_are_laid_out_as_they_are(text: str) -> None:
    """The week that pages show is open in exactly the minutes of a usual week in which the syntax says so."""
    parsed, monday = OpeningHours(text), datetime.combine(hours.REFERENCE_MONDAY, time())
    shown: set[int] = set()
    for row in hours.week(text):
        for day in row.days:
            for span in row.spans:
                start, end = (moment.hour * 60 + moment.minute for moment in (span.start, span.end))
                shown |= {(day * 1440 + minute) % 10_080 for minute in range(start, end if end > start else end + 1440)}
    for minute in [*range(0, 10_080, 15), *range(1, 10_080, 30), *range(29, 10_080, 30)]:
        assert (minute in shown) is parsed.is_open(monday + timedelta(minutes=minute)), (text, divmod(minute, 60))


@pytest.mark.parametrize("text", HOURS)
def test_hours_are_the_same_in_every_language(text: str) -> None:
    """Whatever the language, hours are shown with the same digits."""
    spans = [span for row in hours.week(text) for span in row.spans]
    digits = {language: [re.findall(r"\d+", hours.span_text(span, language)) for span in spans] for language in LANGUAGES}
    for found in digits.values():
        assert [[int(part) for part in parts] for parts in found] == [[int(part) for part in parts] for parts in digits["en"]]


def test_every_time_zone_is_real() -> None:
    """The hours of each country are meant in a time zone that exists, and that has a city to name in every language."""
    for country in DATA.countries.values():
        assert ZoneInfo(str(country.time_zone)).key == country.time_zone
        for language in LANGUAGES:
            assert languages.city_name(country.time_zone, language)


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def quick_pages() -> Iterator[None]:
    """For all pages of all languages, each catalogue is read once, and no QR code is drawn: they have a test of their own."""
    read = cache(Catalogue.load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalogue, "load", lambda root, language: read(root, str(language)))
        patch.setattr(sheets, "qr_code", lambda address: Markup('<svg class="qr"></svg>'))
        yield


@cache
def renderer(language: str) -> Renderer:
    """Return the renderer of a language, for the day of the commit."""
    return Renderer(DATA, Catalogue.load(ROOT, language), building.as_of_date(ROOT))


@cache
def source_of(path: str) -> tuple[str, dict[str, str]]:
    """Return the structure and the front matter of a page of docs/."""
    stub = STUBS[path]
    text = (ROOT / "docs" / f"{path}.md").read_text("utf-8")
    return text.split("\n---\n", 1)[1], {str(name): str(value) for name, value in stub.fields.items()}


@cache
def rendered(language: str, path: str) -> tuple[Rendered, html.HtmlElement]:
    """Return a page in a language, and its HTML parsed."""
    page = renderer(language).render(path, *source_of(path))
    return page, html.fragment_fromstring(page.markdown, create_parent="div")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_rendered_in_every_language(language: str) -> None:
    """Each page of docs/ is rendered in each language, whole: with a title, a heading, and nothing unfilled."""
    for path in STUBS:
        page, built = rendered(language, path)
        text = " ".join(built.xpath("//text()[not(ancestor::*[@hidden])]"))
        assert page.title, path
        assert page.description, path
        assert "{" not in PLACEHOLDER.sub("{", text).replace("{: #", ""), path
        assert "None" not in text.split(), path
        assert built.findall(".//h1"), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_page_has_every_contact(language: str) -> None:
    """In each language, each country's page has each published contact of the country, and no contact of another."""
    for code, country in DATA.countries.items():
        _, built = rendered(language, f"help/{code}")
        shown = {
            str(link).partition(":")[2] if str(link).startswith(("tel:", "sms:", "mailto:")) else str(link)
            for link in built.xpath("//a/@href")
        }
        shown |= {contacts.dialled(str(item)) for item in built.xpath("//bdi[@class='number']/text()")}
        expected = {contact.value for contact in contacts.contacts_of(country)}
        assert expected <= shown, (code, sorted(expected - shown))
        dialled = {value for value in shown if re.fullmatch(r"\+?\d+", value)}
        assert dialled <= expected, (code, sorted(dialled - expected))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_page_says_how_old_it_is(language: str) -> None:
    """In each language, each card names its sources and says whether somebody confirmed it, and until when to trust it."""
    for code in DATA.countries:
        _, built = rendered(language, f"help/{code}")
        for card in built.xpath("//article"):
            lines = [line.text_content().strip() for line in card.xpath(".//div[@class='src']/p")]
            assert len(lines) >= 2, card.get("id")
            assert all(lines), card.get("id")


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_text_is_translated(language: str) -> None:
    """In each language of the site, each English text has a translation that was made from it as it is now.

    Why a line is paused may wait: it must be paused at once, and readers see the English sentence until then.
    """
    catalogue = Catalogue.load(ROOT, language)
    behind = [
        f"{unit.id}: {status}"
        for unit in units(DATA)
        if not unit.id.endswith("#reason") and (status := catalogue.status(unit.id, unit.text)) in ("missing", "stale")
    ]
    assert behind == [], f"{len(behind)} texts"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_translation_belongs_to_a_text(language: str) -> None:
    """No catalogue holds a translation, and no sign-off stands, for a text that is no more."""
    catalogue = Catalogue.load(ROOT, language)
    known = {unit.id for unit in units(DATA)}
    assert sorted(set(catalogue.entries) - known) == []
    assert sorted(set(catalogue.signoffs) - known) == []


def test_every_catalogue_is_of_a_language() -> None:
    """Each folder of catalogues bears the code of a language that a site can have, and every site language has one."""
    found = {path.name for path in (ROOT / "locale").iterdir() if path.is_dir()} - {"templates", "signoff", "terms"}
    assert [code for code in sorted(found) if not languages.can_be_site_language(code)] == []
    assert set(LANGUAGES[1:]) <= found


def test_every_answer_of_the_data_has_its_words() -> None:
    """Whatever fact about a call a file can state, and whatever can be unknown, the interface has the words for it."""
    facts = [name for name in Caller.model_fields if name != "source"]
    needed = {f"caller-{name}-{answer}" for name in facts for answer in ("yes", "no")}
    needed |= {f"unknown-{name}" for name in ("hours", "languages", "cost", "reach", "anonymous")}
    needed |= {kind for kind in contacts.CHANNEL_KINDS if kind in (*contacts.LINKED, "email", "whatsapp")}
    assert sorted(needed - set(DATA.interface)) == []


def sources(*folders: str) -> str:
    """Return the text of all templates, modules and pages in folders of the project."""
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.suffix in (".html", ".py", ".md")]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_every_text_of_the_interface_is_used() -> None:
    """A text of the interface is named by a template or a module, or is put together from a fact and an answer."""
    files = [
        path
        for folder in ("overrides", "scripts", "docs")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py", ".md")
    ]
    named = set(re.findall(r"['\" ]([a-z][a-z_-]+)['\"\n]", "\n".join(path.read_text("utf-8") for path in files)))
    unused = {key for key in DATA.interface if key not in named and not key.startswith(("caller-", "unknown-"))}
    assert sorted(unused) == []


def test_every_text_that_a_template_asks_for_is_there() -> None:
    """Each text of the interface that a template or a module names by its key exists."""
    files = [
        path
        for folder in ("overrides", "scripts/seamark")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py")
    ]
    asked = {key for path in files for key in re.findall(r"\bui(?:_plain|_raw)?\('([a-z_-]+)'", path.read_text("utf-8"))}
    assert len(asked) > 50
    assert sorted(asked - set(DATA.interface)) == []
