"""Tests of the proof on numbers: what is dialled is a fact, what is shown is dialled, nothing is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import END, Plant, assert_caught, number

EE = "help/ee/index.html"
NO = "help/no/index.html"
CARD = "uk/card/ee/index.html"
LINES = "uk/help/lines/index.html"
SHOWN = '<bdi dir="ltr">+372 614 7393</bdi>'
LOCAL = '<bdi dir="ltr" class="local-number">614 7393</bdi>'
EMERGENCY = f'<div class="sos">{number("112")}</div>'
MESSENGER = '<p>WhatsApp: <bdi dir="ltr" class="number">+372 5123 4567</bdi></p>'
UK_EE = "uk/help/ee/index.html"
ENGLISH = 'href="../../../help/ee/#ee-crisis"'
STONE = '<article id="ee-old"><p>Closed.</p><a href="#ee-crisis">Instead</a></article>'


def added(name: str, rules: str, new: str, file: str = EE) -> Plant:
    """Return a plant that adds something at the end of a page."""
    return Plant(name, rules, file, END, new)


PLANTS = [
    # what a link reaches
    added("no number", "link-form", '<a href="tel:abc"><bdi dir="ltr">abc</bdi></a>'),
    added("spaces in the address", "link-form", number("+372 660 7320")),
    added("two digits", "link-form", number("12")),
    added("phone context", "link-form", number("116123;phone-context=+372", "116123")),
    added("no plus", "link-form", number("3726607320")),
    added("a subject for an e-mail", "link-form", '<a href="mailto:abi@liin.example?subject=Abi">Kiri</a>'),
    added("two e-mail addresses", "link-form", '<a href="mailto:abi@liin.example,a@b.example">Kiri</a>'),
    added("one digit wrong in both", "contact-fact", number("+3726147394", "+372 614 7394")),
    added("one digit wrong in the address", "contact-fact shown-number", number("+3726147394", "+372 614 7393")),
    added("the Norwegian line in Estonia", "contact-fact", number("116006")),
    added("the Estonian line in Norway", "contact-fact", number("116123"), NO),
    added("a line of a closed service", "contact-fact retired-contact", number("+3726119999", "+372 611 9999")),
    added("a call to a number for messages", "contact-fact", number("1960"), NO),
    added("a message to a number for calls", "contact-fact", number("112", scheme="sms")),
    added("another e-mail address", "contact-fact", '<a href="mailto:info@liin.example">Kiri</a>'),
    added("a line of the Union in Estonia", "contact-fact", number("116111")),
    added("a country's line on a page of none", "contact-fact", number("116006"), "signs/index.html"),
    Plant("a line outside its section", "contact-fact", LINES, "</section>", f"</section>{number('116006')}"),
    Plant("Estonia's line in Norway's section", "contact-fact", LINES, "</section>", f"{number('116123')}</section>"),
    # what a link shows
    Plant("one digit wrong in the text", "shown-number", EE, SHOWN, SHOWN.replace("93", "94")),
    Plant("digits swapped", "shown-number", EE, SHOWN, SHOWN.replace("93", "39")),
    Plant("digits reversed", "shown-number", EE, SHOWN, '<bdi dir="ltr">3937 416 273+</bdi>'),
    Plant("plus left out", "shown-number", EE, SHOWN, SHOWN.replace("+", "")),
    Plant("local spelling shown", "shown-number", EE, SHOWN, '<bdi dir="ltr">614 7393</bdi>'),
    Plant("digits of another script", "shown-number", EE, EMERGENCY, EMERGENCY.replace(">112<", ">١١٢<")),
    Plant("words among the digits", "shown-number", EE, SHOWN, SHOWN.replace("614", "614 or")),
    Plant("a digit outside the number", "shown-number digit-run", EE, f"{SHOWN}</a>", f"{SHOWN} 5</a>"),
    Plant("no direction", "shown-number", EE, SHOWN, SHOWN.replace(' dir="ltr"', "")),
    Plant("direction turned", "shown-number", EE, SHOWN, SHOWN.replace("ltr", "rtl")),
    Plant("no bdi", "shown-number digit-run", EE, SHOWN, "<b>+372 614 7394</b>"),
    Plant("two numbers", "shown-number", EE, SHOWN, f"{SHOWN} {SHOWN}"),
    added("nothing shown", "shown-number", '<a href="tel:112">Call</a>'),
    added("another number said", "shown-number", number("112").replace("<a ", '<a aria-label="116 123" ')),
    Plant("local spelling wrong", "local-number", EE, LOCAL, LOCAL.replace("93", "94")),
    Plant("local spelling of another card", "local-number", EE, LOCAL, LOCAL.replace("614 7393", "660 7320")),
    Plant("local spelling turned", "local-number", EE, LOCAL, LOCAL.replace(' dir="ltr"', "")),
    added("messenger wrong", "plain-number", '<bdi dir="ltr" class="number">+372 5123 4568</bdi>'),
    added("messenger turned", "plain-number", '<bdi class="number">+372 5123 4567</bdi>'),
    # addresses
    added("e-mail shown wrong", "shown-link-address", '<a href="mailto:abi@liin.example">abi@lin.example</a>'),
    added(
        "web address shown wrong",
        "shown-link-address",
        '<a href="https://liin.example/vestlus/24">liin.example/vestlus/25</a>',
    ),
    added("unknown e-mail address in the text", "address-in-text", "<p>abi@<wbr>lin.example</p>"),
    added("unknown web address in the text", "address-in-text", "<p>See www.lin.example.</p>"),
    # what must be there
    Plant("a number missing", "missing-contact card-of-service", EE, MESSENGER, ""),
    Plant("a number hidden", "missing-contact", EE, MESSENGER, MESSENGER.replace("<p>", "<p hidden>")),
    Plant("a number without script only", "missing-contact", EE, MESSENGER, f"<noscript>{MESSENGER}</noscript>"),
    Plant("a number outside its card", "card-of-service", EE, MESSENGER, f"</article>{MESSENGER}<article>"),
    Plant("a chat missing", "missing-contact card-of-service", EE, 'href="https://liin.example/vestlus/24"', ""),
    Plant("an e-mail address not linked", "missing-contact card-of-service", EE, ' href="mailto:abi@liin.example"', ""),
    Plant(
        "an emergency number missing in Ukrainian",
        "missing-contact",
        "uk/help/no/index.html",
        f'<div class="sos">{number("113")}</div>\n<article',
        "<article",
    ),
    Plant(
        "a number in the wrong card",
        "card-of-service",
        EE,
        MESSENGER,
        MESSENGER + number("+3726607320", "+372 660 7320"),
    ),
    # services that are closed
    Plant("no place for a closed service", "tombstone", EE, ' id="ee-old"', ""),
    Plant("a closed service leads nowhere", "tombstone", EE, STONE, '<article id="ee-old"><p>Closed.</p></article>'),
    Plant("a closed service leads to another card", "tombstone", EE, 'href="#ee-crisis"', 'href="#ee-line"'),
    Plant("a closed service leads to English", "tombstone other-language", UK_EE, 'href="#ee-crisis"', ENGLISH),
    Plant("a closed service can be called", "tombstone", EE, STONE, STONE.replace("<p>", f"<p>{number('116123')}")),
    added("the closed number in a comment", "retired-contact", "<!-- 611 9999 -->"),
    added("the closed number in a script", "retired-contact", "<script>call('00372.611.9999')</script>"),
    added("the closed number in an attribute", "retired-contact", '<p data-from="+372 (0) 6119999">Text</p>'),
    added("the closed number on a page of no country", "digit-run retired-contact", "<p>+372 611-9999</p>", "signs/index.html"),
    added("the closed address in a text", "address-in-text retired-contact", "<p>Vana@liin.example</p>"),
    added("the closed page in a link", "external-link retired-contact", '<a href="https://vana.example/abi/">Abi</a>'),
    Plant("the closed number in a style sheet", "retired-contact", "assets/style.css", "a::after", "/* 06119999 */ a::after"),
    Plant("a card without id", "card-of-service export-address", NO, ' id="no-line"', ""),
    Plant("an unknown country", "country-mark", EE, "<main>", '<main><p data-country="XX">Text</p>'),
    Plant("another country's part", "country-mark", EE, "<main>", '<main><p data-country="NO">Text</p>'),
    # sheets
    Plant("no emergency number on a card", "sheet-number", CARD, '<bdi dir="ltr" class="number">112</bdi>', ""),
    Plant("a code that leads to English", "qr-code", CARD, ' d="M4 4.5h7', ' d="M4 4.5h6'),
    # the home page
    Plant("no emergency number", "emergency-number", "index.html", f"{number('112')}<div", "<div"),
    Plant("nothing said on Norway", "emergency-number", "index.html", ' data-not-for="NO"', ""),
    Plant("too much said", "emergency-number", "uk/index.html", '"NO"', '"EE NO"'),
    Plant("said without words", "emergency-number", "index.html", "<p>Not in Norway.</p>", ""),
]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_plant_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault is caught by exactly the rule that is named for it."""
    assert_caught(plant, tmp_path)
