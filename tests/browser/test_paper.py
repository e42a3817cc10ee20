"""Printed pages: one sheet where one is meant, nothing cut off, and a square code that leads where it says."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
import zxingcpp
from browser.conftest import NewContext
from browser.pages import DATA, LANGUAGES, address
from playwright.sync_api import Page

from seamark import contacts

COUNTRIES = [code for code in DATA.countries if code != "eu"]
# Every country and every language is printed; every pair is measured below.
PAIRS = [(code, LANGUAGES[number % len(LANGUAGES)]) for number, code in enumerate(COUNTRIES)]
A4 = (595, 842)  # points
# What sticks out of its card or poster, or out of the paper: a page of A4 within margins of 10 mm is 190 mm wide.
CUT_OFF = """() => [...document.querySelectorAll('.wallet, .wallet *, .poster, .poster *')].filter(e => {
    const card = e.closest('.wallet, .poster').getBoundingClientRect(), box = e.getBoundingClientRect();
    return box.right > card.right + 1 || box.bottom > card.bottom + 1 || box.left < card.left - 1
        || e.matches('.wallet, .poster') && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
}).map(e => e.outerHTML.slice(0, 90))"""
HEIGHT = "document.documentElement.getBoundingClientRect().height / 96 * 25.4"  # mm
PRINTABLE = (718, 1047)  # px: 190 mm by 277 mm


def printed(page: Page) -> pypdfium2.PdfDocument:
    """Return the page as Chromium prints it by the page's own rules."""
    return pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(document: pypdfium2.PdfDocument) -> str:
    """Return the text on the paper, every white space as one space."""
    return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())


def letters(text: str) -> str:
    """Return the letters and digits of a text: on paper lines break elsewhere, also behind hyphens."""
    return re.sub(r"[\W_]+|\ufffe", "", text)


def codes(document: pypdfium2.PdfDocument) -> list[str]:
    """Return what a phone's camera reads on the first sheet, at 150 dots per inch."""
    sheet = document[0].render(scale=150 / 72).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(sheet, formats=zxingcpp.BarcodeFormat.QRCodeModel2)]


@pytest.mark.parametrize(("code", "language"), PAIRS)
@pytest.mark.parametrize(("kind", "copies"), [("card", 8), ("poster", 1)])
def test_a_sheet_is_one_page_with_its_code(kind: str, copies: int, code: str, language: str, new_context: NewContext) -> None:
    """Cards and poster are one page of A4 in black on white, with the emergency number, a date, and codes that lead home."""
    page = new_context(color_scheme="dark").new_page()
    page.goto(address(f"{kind}/{code}", language))
    document = printed(page)
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == pytest.approx(A4, abs=1)
    text = words(document)
    number = contacts.dialled(DATA.countries[code].emergency[0].number)
    assert len(re.findall(rf"(?<!\d){number}(?!\d)", text)) >= copies
    assert re.search(r"20\d\d", text), "no date"
    home = f"{DATA.site.url}{address(f'help/{code}', language)}"
    assert codes(document) == [home] * copies


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sheet_is_cut_off(language: str, new_context: NewContext) -> None:
    """In every language and country the words fit the card and the poster, and the poster fits the paper."""
    page = new_context(*PRINTABLE).new_page()
    page.emulate_media(media="print")
    cut = {}
    for path in (f"{kind}/{code}" for kind in ("card", "poster") for code in COUNTRIES):
        page.goto(address(path, language), wait_until="domcontentloaded")
        if found := page.evaluate(CUT_OFF):
            cut[path] = found
        elif (height := page.evaluate(HEIGHT)) > 277:
            cut[path] = [f"{height:.0f} mm high"]
    assert cut == {}


@pytest.mark.parametrize("code", DATA.countries)
def test_a_countrys_page_prints_whole(code: str, new_context: NewContext) -> None:
    """Each number, source date and "check after" sentence of a country's page is on the paper, and no card is split."""
    page = new_context(color_scheme="dark").new_page()
    page.goto(address(f"help/{code}", "en"))
    shown = page.locator("main .call bdi").all_inner_texts()
    assert shown
    dates = page.locator("main .src").all_inner_texts()
    text = words(printed(page))
    for number in {*shown}:
        assert " ".join(number.split()) in text, number
    for sentence in dates:
        assert "".join(sentence.split())[-40:] in text.replace(" ", ""), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_media_guidelines_fit_the_paper(language: str, new_context: NewContext) -> None:
    """The checklists take one sheet of A4 in English and at most two in other languages, with every box to tick."""
    page = new_context(color_scheme="dark").new_page()
    page.goto(address("journalists/guidelines", language))
    document = printed(page)
    assert len(document) <= (1 if language == "en" else 2)
    assert [round(side) for side in document[0].get_size()] == pytest.approx(A4, abs=1)
    text = letters(words(document))
    for item in page.locator("main li, main td, main dd").all_inner_texts():
        assert letters(item) in text, item
