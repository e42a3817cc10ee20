"""Looking for a contact in a page: found in every spelling, never in digits that are something else."""

from __future__ import annotations

import unicodedata

import pytest
from local_pages import FILLER, page

from seamark.looks.reading import decode, html_reading, plain_reading
from seamark.looks.searching import Verdict, judge
from seamark.looks.targets import Target, stems

NAMES = stems(["Inimkaubanduse nõuandeliin", "Sotsiaalkindlustusamet"])
ADDRESS = "https://amet.test/liin"


def target(value: str, kind: str = "", *, country: str = "EE", named: bool = True) -> Target:
    """Return a target; its kind is guessed from its value."""
    kind = kind or ("phone" if value.startswith("+") else "short" if value.isdigit() else "email" if "@" in value else "web")
    return Target(
        country=country, service="ee-x", kind=kind, value=value, source="s", url=ADDRESS, title="", names=NAMES, nameable=named
    )


def verdict(value: str, contact: str, **options: str) -> Verdict:
    """Judge a page with a contact in its middle."""
    return judge(target(value, **options), html_reading(page(contact), ADDRESS), {"+3726147393"})


def outcome(value: str, contact: str, **options: str) -> tuple[str, str]:
    """Return outcome and reason for a page with a contact in its middle."""
    found = verdict(value, contact, **options)
    return found.outcome, found.reason


CONFIRMED = ("confirmed", "")
PHONE = "+3726607320"


@pytest.mark.parametrize(
    "contact",
    [
        "+372 660 7320", "+3726607320", "00372 660 7320", "(+372) 660 7320", "+372 (660) 73-20", "372 6607320",
        "660 7320", "6607320", "660-7320", "660.7320", "66 07 320", "660\u00a07320", "660\u202f7320", "660\u20117320",
        "660\u00ad7320",
        "tel:660 7320", "Tel. 660 7320.", "660 7320, 614 7393", "660 7320 / 614 7393", "660 7320; 116 006",
        # hours and dates beside it are no part of it
        "E–R 9–17 660 7320", "8.30-16.30 660 7320", "660 7320 24/7", "660 7320 (24 h)", "09:00-17:00 660 7320",
        "22.11.2026 660 7320",
        # split over tags, and in a link alone
        "<b>+372</b> <span>660</span><span>73</span>20", "660<wbr>7320", "6<b>6</b>07320", "<td>660&nbsp;7320</td>",
        "660&#55;320",
        "<a href='tel:+372-660-7320'>Helista</a>", "<a href='tel:6607320'><img src=x.png></a>",
        "<a href='tel:00372%206607320'>Helista</a>",
        "<a href='tel:+3726607320'>660 7320</a>", "<a href='callto:+3726607320'>Skype</a>",
        "<a href='https://wa.me/3726607320'>Kirjuta</a>",
        "<a href='tel:+3726607320'>Helista E-R 9-17</a>", "<img alt='Helista 660 7320' src=x.png>",
        "<button aria-label='660 7320'>☎</button>",
        # digits of other scripts
        "٦٦٠ ٧٣٢٠", "６６０ ７３２０", "660 7320²", "6\ufe0f\u20e360 7320",
    ],
)  # fmt: skip
def test_a_number_is_found_in_every_spelling(contact: str) -> None:
    """International and local, with any signs between, in text or in a link."""
    assert outcome(PHONE, contact) == CONFIRMED


@pytest.mark.parametrize(
    ("value", "country", "contact"),
    [
        ("+498000116016", "DE", "08000 116 016"), ("+498000116016", "DE", "08000-116016"),
        ("+493012345678", "DE", "030/12345678"),
        ("+4722331160", "NO", "22 33 11 60"), ("+4722331160", "NO", "22.33.11.60"), ("+48226280120", "PL", "(22) 628-01-20"),
        ("+380800500335", "UA", "0 (800) 500 335"), ("+358717744600", "FI", "+358 (0)71 774 4600"),
        ("+37061691119", "LT", "8 616 91119"),
        ("+37061691119", "LT", "0 616 91119"), ("+3680205520", "HU", "06 80 205 520"), ("+39800290290", "IT", "800 290 290"),
    ],
)  # fmt: skip
def test_local_spellings_of_other_countries_are_known(value: str, country: str, contact: str) -> None:
    """With the prefix of each country inside it."""
    assert outcome(value, contact, country=country) == CONFIRMED


@pytest.mark.parametrize(
    "contact",
    [
        "+358 660 7320", "09 660 7320", "12 660 7320", "1660 7320", "660 73201", "660 7320 12", "660 7320-1", "16607320",
        "Isikukood 46607320123", "Arve 0006607320", "ID6607320", "660 7320 614 7393", "+372 660 7320 ext. 12", "+3726607320999",
    ],
)  # fmt: skip
def test_digits_within_a_longer_row_are_no_number(contact: str) -> None:
    """They may be part of another number: that is neither found nor contradicted."""
    assert outcome(PHONE, contact) == ("unknown", "longer-digits")


@pytest.mark.parametrize(
    "contact", ["", "Helista meile!", "<del>660 7320</del>", "<s>660 7320</s>", "<!-- 660 7320 -->", "660 <p>7320"]
)
def test_a_number_that_is_gone_is_contradicted(contact: str) -> None:
    """Also if it is struck out, stands in a comment, or only its pieces stand in different paragraphs."""
    assert outcome(PHONE, contact) == ("contradicted", "absent")


def test_the_number_in_its_place_is_named() -> None:
    """A number beside the service's name is told, unless it is published elsewhere or may be one person's own."""
    found = verdict(PHONE, "Inimkaubanduse nõuandeliin: 660 7321, 614 7393, nõustaja 5123 4567")
    assert found == Verdict(outcome="contradicted", reason="replaced", others=("+3726607321",))


def test_a_number_far_from_the_name_is_not_told() -> None:
    """The number of a canteen is not in the place of the helpline's."""
    text = f"<h1>Inimkaubandus</h1>{FILLER * 3}<p>Muu</p><p>Veel</p><p>Söökla 660 7321</p>"
    assert judge(target(PHONE), html_reading(text, ADDRESS)) == Verdict(outcome="contradicted", reason="absent")


@pytest.mark.parametrize(
    ("contact", "others"),
    [
        ("<a href='tel:+3726607320'>660 9999</a>", ("+3726609999",)),
        ("<a href='tel:+3726609999'>660 7320</a>", ("+3726609999",)),
        ("<p>660 7320</p><a href='tel:6609999'>+372 660 7320</a>", ("6609999",)),
    ],
)
def test_a_link_that_shows_one_number_and_dials_another_contradicts(contact: str, others: tuple[str, ...]) -> None:
    """Whichever of both is ours: a reader of that page would reach one of two lines."""
    assert verdict(PHONE, contact) == Verdict(outcome="contradicted", reason="conflict", others=others)


def test_a_link_may_show_more_than_it_dials() -> None:
    """Two numbers in the text of one link are no contradiction while one of them is dialled."""
    assert outcome(PHONE, "<a href='tel:116006'>116 006 (välismaalt +372 660 7320)</a>") == CONFIRMED


@pytest.mark.parametrize(
    "place", ["<script>var tel='660 7320'</script>", "<p data-tel='+3726607320'></p>", "<template>660 7320</template>"]
)
def test_a_number_only_in_the_code_is_unknown(place: str) -> None:
    """A script may show it, or not: a program cannot tell."""
    assert outcome(PHONE, place) == ("unknown", "only-in-code")


@pytest.mark.parametrize("text", ["", "<p>Laadin…</p>", "<div id='root'></div>" + FILLER, "<noscript>Luba JavaScript.</noscript>"])
def test_a_page_with_next_to_no_text_is_unknown(text: str) -> None:
    """A page that a script or a picture fills says nothing, so it contradicts nothing."""
    found = judge(target(PHONE), html_reading(f"<html><body>{text}<script src=app.js></script></body></html>", ADDRESS))
    assert found == Verdict(outcome="unknown", reason="no-text")


def test_a_name_is_known_in_every_way_of_writing_its_letters() -> None:
    """Letters may be composed of parts, and words may hold soft hyphens."""
    text = unicodedata.normalize("NFD", "<p>NÕUANDE\u00adLIINILE 660 7320</p>")
    assert judge(target(PHONE), html_reading(text, ADDRESS)).outcome == "confirmed"


def test_a_page_that_no_longer_names_the_service_is_unknown() -> None:
    """The number may be another service's now; without a name in the page's language nothing can be said of that."""
    text = "<p>Meie uus veebipood müüb jalgrattaid. Tellimused: 660 7320.</p>"
    assert judge(target(PHONE), html_reading(text, ADDRESS)) == Verdict(outcome="unknown", reason="no-name")
    assert judge(target(PHONE, named=False), html_reading(text, ADDRESS)).outcome == "confirmed"


# --- short codes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("116006", "Ohvriabi kriisitelefon 116 006"), ("116006", "Helista 116006!"), ("116006", "tel. 116-006"),
        ("116006", "helistada numbril 116\u00a0006 (24/7)"), ("116006", "Kriisitelefon</p><p>116 006</p>"),
        ("11414", "ring 114 14"),
        ("116006", "116 006, kriisitelefon 24 h"), ("112", "Notrufnummer 112"), ("112", "call 112."),
        ("112", "110 / 112: Notruf-Hotline"),
        ("112", "телефон 112"), ("112", "зателефонуйте 112"), ("1247", "helista 1247"),
        ("116006", "<a href='tel:116006'>Küsi</a>"),
        ("116006", "<a href='tel:116%20006'>116 006</a>"), ("112", "hätänumero 112, puhelin"),
    ],
)  # fmt: skip
def test_a_short_code_is_found_where_words_announce_it(value: str, contact: str) -> None:
    """Beside a word for calling, or dialled by a link."""
    assert outcome(value, f"<p>{contact}</p>") == CONFIRMED


def test_a_short_code_is_found_beside_the_name_of_the_service() -> None:
    """The name of the service or its operator says whose it is, also in another form of the word."""
    assert outcome("116006", "<p>Sotsiaalkindlustusameti 116 006</p>") == CONFIRMED


@pytest.mark.parametrize(
    ("value", "contact", "reason"),
    [
        ("112", "Osales 112 inimest.", "no-context"), ("112", "112 inimest", "no-context"),
        ("112", "112 24/7", "no-context"), ("116006", "Lepingu kood on 116006.", "no-context"),
        ("112", "the number of people was 112", "no-context"),
        ("112", "telefon 1123", "longer-digits"), ("112", "helista 660 112", "longer-digits"),
        ("116006", "+372 116 006", "longer-digits"),
        ("112", "helista 112 5", "longer-digits"), ("112", "telefoni hind 112,50", "longer-digits"),
        ("112", "telefon A112", "longer-digits"),
        ("116006", "tel 1160060", "longer-digits"), ("112", "tel 2.112", "longer-digits"),
        ("116006", "tel 11:60:06", "longer-digits"),
    ],
)  # fmt: skip
def test_digits_that_are_something_else_are_no_short_code(value: str, contact: str, reason: str) -> None:
    """A count, a price, a part of a number: the digits are there, but nobody says that one dials them."""
    assert outcome(value, f"<p>{'Tekst. ' * 30}</p><p>{contact}</p><p>{'Tekst. ' * 30}</p>") == ("unknown", reason)


@pytest.mark.parametrize("contact", ["Kriisitelefon 116 111", "telefon 116</p><p>006"])
def test_a_short_code_that_is_gone_is_contradicted(contact: str) -> None:
    """Another code, or its digits in pieces, are not this code."""
    assert outcome("116006", f"<p>{contact}</p>")[0] == "contradicted"


def test_a_link_that_dials_another_short_code_contradicts() -> None:
    """The text says one, the telephone dials the other."""
    found = verdict("116006", "<a href='tel:116111'>116 006</a>")
    assert found == Verdict(outcome="contradicted", reason="conflict", others=("116111",))


# --- addresses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "contact",
    [
        "abi@amet.ee", "ABI@Amet.EE", "abi (at) amet.ee", "abi[at]amet[dot]ee", "abi at amet.ee", "abi @ amet.ee",
        "abi{at}amet.ee",
        "<a href='mailto:abi@amet.ee?subject=x'>Kirjuta</a>", "<a href='mailto:abi%40amet.ee'>Kirjuta</a>",
        "<b>abi</b>@<i>amet.ee</i>",
        "Kirjuta: abi@amet.ee.", "<span class=__cf_email__ data-cfemail='4223202b02232f27366c2727'>[email&#160;protected]</span>",
        "<a href='/cdn-cgi/l/email-protection#4223202b02232f27366c2727'>Kirjuta</a>",
    ],
)  # fmt: skip
def test_an_email_address_is_found_in_every_spelling(contact: str) -> None:
    """In any case, in a link, split over tags, or written against harvesters."""
    assert outcome("abi@amet.ee", contact) == CONFIRMED


@pytest.mark.parametrize(
    "contact", ["info@amet.ee", "kriisiabi@amet.ee", "x.abi@amet.ee", "abi@amet.ee.com", "abi@amet.eesti", "abi@ametx.ee"]
)
def test_another_email_address_is_not_taken_for_it(contact: str) -> None:
    """An address within a longer one is another address; none is named, as it may be a person's."""
    assert verdict("abi@amet.ee", contact) == Verdict(outcome="contradicted", reason="absent")


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("https://www.palunabi.ee", "<a href='http://palunabi.ee/'>Palun abi</a>"),
        ("https://www.palunabi.ee", "vaata palunabi.ee."),
        ("https://www.palunabi.ee", "https://www.palunabi.ee/"),
        ("https://palunabi.ee/kirjuta", "<a href='https://www.palunabi.ee/kirjuta/#x'>x</a>"),
        ("https://amet.test/vestlus", "<a href='/vestlus'>Vestlus</a>"), ("https://www.amet.test/", ""),
    ],
)  # fmt: skip
def test_a_web_address_is_found_as_a_link_or_in_the_text(value: str, contact: str) -> None:
    """Also when the page that was read lies on the very site whose front page is published."""
    assert outcome(value, contact) == CONFIRMED


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("https://www.palunabi.ee", "<a href='https://palunabi.ee.example.com/'>x</a>"),
        ("https://palunabi.ee", "minupalunabi.ee"),
        ("https://palunabi.ee", "palunabi.ee/vana"), ("https://palunabi.ee/kirjuta", "<a href='https://palunabi.ee/'>x</a>"),
        ("https://amet.test/vestlus", "<a href='/muu'>x</a>"), ("https://palunabi.ee", "<a href='http://[x'>x</a>"),
    ],
)  # fmt: skip
def test_another_web_address_is_not_taken_for_it(value: str, contact: str) -> None:
    """A longer host or another page of the site is another address."""
    assert outcome(value, contact) == ("contradicted", "absent")


def test_a_site_that_names_nobody_does_not_confirm_its_own_address() -> None:
    """A name that was given up may show advertisements; that its pages can be read says nothing."""
    text = f"<p>{'See domeen on müüa. ' * 20}</p>"
    assert judge(target("https://www.amet.test/"), html_reading(text, ADDRESS)) == Verdict(outcome="unknown", reason="no-name")


# --- encodings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"), ("utf-8", ""), ("utf-8-sig", "windows-1257"), ("cp1257", "windows-1257"), ("cp1257", "utf-8"),
        ("cp1252", "no-such-encoding"), ("utf-16", ""), ("utf-16-le", "utf-16"), ("utf-16-be", ""),
    ],
)  # fmt: skip
def test_a_wrong_declared_encoding_does_not_hide_a_number(encoding: str, declared: str) -> None:
    """The number and the name of the service are read from the bytes as they are."""
    text = page("Sotsiaalkindlustusamet 660 7320").replace("<meta charset", "<meta data-x").replace("–", "-")
    raw = text.encode(encoding)
    read = html_reading(decode(raw, declared), ADDRESS)
    assert "Inimkaubanduse nõuandeliin" in read.blocks
    assert judge(target(PHONE), read).outcome == "confirmed"


def test_the_encoding_that_the_page_declares_is_used() -> None:
    """Where the server names none and the bytes are not UTF-8, the page's own word counts."""
    raw = page("Õ").replace('charset="utf-8"', 'charset="windows-1257"').encode("cp1257")
    assert "Inimkaubanduse nõuandeliin" in decode(raw, "")


@pytest.mark.parametrize(
    "text", ["", "\0", "<", "<!-- ", FILLER + "<div>" * 20_000 + "660 7320", "\ud800", '<?xml version="1.0" encoding="x"?>']
)
def test_a_broken_page_is_no_contradiction(text: str) -> None:
    """No page makes the reading fail, and what could not be read contradicts nothing."""
    assert judge(target(PHONE), html_reading(text, ADDRESS)) == Verdict(outcome="unknown", reason="no-text")


def test_a_page_that_nests_deep_is_read() -> None:
    """Hundreds of elements in each other are common on pages made by programs."""
    assert judge(target(PHONE), html_reading(page("<div>" * 900 + "660 7320"), ADDRESS)).outcome == "confirmed"


def test_lines_of_a_plain_text_are_kept_apart() -> None:
    """A number does not reach over the end of a line of a PDF: two columns are no number."""
    assert judge(target(PHONE), plain_reading("660\n7320\n" + "tekst " * 60, ADDRESS)).outcome == "contradicted"
