"""Tests of the proof on running text and typed items: every digit is accounted for, nothing is left over."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_data import make_data
from built_pages import END, Plant, assert_caught, number, write_pages

from seamark.built_site import examine
from seamark.proof.digits import NUMBER, ascii_digits, loose_numbers

EE = "help/ee/index.html"
LINES = "help/lines/index.html"
WORDS = "journalists/glossary/index.html"
UK_EE = "uk/help/ee/index.html"
UK_DATE = '<time datetime="2023-03-09">9 березня 2023 р.</time>'
UK_HOURS = '<data class="hours" value="08:30–15:30">08:30–15:30</data>'
HOURS = '<data class="hours" value="8:30–15:30">8:30–15:30</data>'
CLOCK = "2027-02-01T00:00Z=120 2027-03-28T01:00Z=180"


def added(name: str, rules: str, new: str, file: str = EE) -> Plant:
    """Return a plant that adds something at the end of a page."""
    return Plant(name, rules, file, END, new)


PLANTS = [
    # digits, however they are written
    added("a number in the text", "digit-run", "<p>Call 614 7394.</p>"),
    added("tags between", "digit-run", "<p>61<b>4 73</b><span>94</span></p>"),
    added("a break that may be", "digit-run", "<p>61<wbr>47<wbr>39</p>"),
    added("pairs in isolates", "digit-run", "<p><bdi>61</bdi> <bdi>47</bdi></p>"),
    added("a comment between", "digit-run", "<p>61<!-- -->47</p>"),
    added("no-break spaces", "digit-run", "<p>61&nbsp;47&#8239;39&#8201;4</p>"),
    added("dots and hyphens", "digit-run", "<p>61.47-39</p>"),
    added("dashes", "digit-run", "<p>61–47—39</p>"),
    added("brackets and a slash", "digit-run", "<p>(61) 47/39</p>"),
    added("commas", "digit-run", "<p>61,47,39</p>"),
    added("soft hyphens", "digit-run", "<p>61&shy;47&#8203;39</p>"),
    added("Arabic digits", "digit-run", "<p>٦١٤ ٧٣٩</p>"),
    added("Devanagari digits", "digit-run", "<p>६१४७</p>"),
    added("fullwidth digits", "digit-run", "<p>６１４</p>"),
    added("circled digits", "digit-run", "<p>①①⑥</p>"),
    added("keycaps", "digit-run", "<p>1\ufe0f\u20e31\ufe0f\u20e36\ufe0f\u20e3</p>"),
    added("opening hours without a type", "digit-run", "<p>9:00-17:00</p>"),
    added("a year without a type", "digit-run", "<p>In 2023</p>"),
    added("a national prefix", "digit-run", "<p>00372 614 7393</p>"),
    added("a number of Norway", "digit-run", "<p>Norway has 1960.</p>"),
    added("a plus left out", "digit-run", "<p>372 614 7393</p>"),
    added("a digit beside a number", "digit-run", f"<p>{number('112')} 5</p>"),
    added("a digit glued to a number", "digit-run", f"<p>5{number('112').replace('<small>Call</small> ', '')}</p>"),
    added("in a label", "digit-run", '<p aria-label="Call 614 7394">Call</p>'),
    added("in a picture's text", "digit-run", '<img src="../../assets/icon.svg" alt="614 7394">'),
    added("in a hint", "digit-run", '<p title="614 7394">Call</p>'),
    added("in a field", "digit-run", '<input placeholder="614 7394">'),
    added("in a button", "digit-run", '<input type="button" value="614 7394">'),
    added("in a text for the script", "digit-run", '<p data-label="614 7394">Call</p>'),
    added("in hidden text", "digit-run", "<template><p hidden>614 7394</p></template>"),
    added("in text without script", "digit-run", "<noscript>614 7394</noscript>"),
    added("in a drawing", "digit-run", "<svg><text>614 7394</text></svg>"),
    Plant("in the description", "digit-run", EE, 'content="Page help/ee"', 'content="Call 614 7394"'),
    Plant("in the title", "digit-run", EE, "<title>", "<title>614 7394 "),
    Plant("in data for search engines", "digit-run linked-data", EE, '"telephone": "+3726607320"', '"telephone": "+3726607321"'),
    Plant("a number in data", "digit-run", EE, '"@type": "Service"', '"@type": "Service", "fax": 6147394'),
    Plant("data that are not JSON", "digit-run", EE, '"@type": "Service"', '"@type": Service'),
    added("in a style", "css-text", '<style>p::after{content:"61" "4 7\\0034"}</style>'),
    # typed items
    added("another year shown", "date-item", '<time datetime="2023-03-09">9 March 2024</time>'),
    added("the year left out", "date-item", '<time datetime="2023-03-09">9 March</time>'),
    added("more digits than the date", "date-item", '<time datetime="2023-03-09">9 March 2023, 6147394</time>'),
    added("the day like the month", "date-item", '<time datetime="2023-03-09">3 March 2023</time>'),
    added("another month meant", "date-item", '<time datetime="2023-04-09">9 March 2023</time>'),
    added("a month of another language", "date-item", '<time datetime="2023-03">березень 2023</time>'),
    added("a month of the page in a text of another language", "date-item", f'<p lang="en">{UK_DATE}</p>', UK_EE),
    added("a day that does not exist", "date-item", '<time datetime="2023-02-30">30.2.2023</time>'),
    added("no date", "date-item", "<time>6147394</time>"),
    Plant("hours changed", "hours-item card-hours", EE, HOURS, HOURS.replace("15:30", "16:00")),
    Plant("hours of another language", "hours-item card-hours", UK_EE, UK_HOURS, UK_HOURS.replace("08:30", "8.30")),
    Plant("other hours meant", "hours-item", EE, HOURS, HOURS.replace("8:30–15:30", "8:30–16:30", 1)),
    Plant("hours of another day", "card-hours", EE, HOURS, HOURS.replace("15:30", "16:30")),
    Plant("another day", "card-hours", EE, "Mon–Thu", "Mon–Wed"),
    Plant("a day left out", "card-hours", EE, f"<br>Fri {HOURS}", ""),
    added("hours of another country", "hours-item", HOURS, "help/no/index.html"),
    Plant("another week for the script", "opening-clock", EE, "510-930", "510-990"),
    Plant("other holidays for the script", "opening-clock", EE, 'holiday="unknown"', 'holiday="0-1440"'),
    Plant("another zone for the script", "opening-clock", EE, "Europe/Tallinn", "Europe/Oslo"),
    Plant("another hour for the script", "opening-clock", EE, "00:00Z=120", "00:00Z=60"),
    Plant("summer time an hour late", "opening-clock", EE, "T01:00Z=180", "T02:00Z=180"),
    Plant("no summer time", "opening-clock", EE, " 2027-03-28T01:00Z=180", ""),
    Plant("a clock that begins too late", "opening-clock", EE, "2027-02-01T00", "2027-02-02T00"),
    Plant("no clock", "opening-clock", EE, f'data-offsets="{CLOCK}"', ""),
    Plant("a clock that cannot be read", "opening-clock", EE, "00:00Z=120", "00:00Z=two"),
    Plant("a clock of no zone", "opening-clock", EE, "00:00Z=120", "00:00=120"),
    Plant("a clock beyond all clocks", "opening-clock", EE, "00:00Z=120", "00:00Z=99999999999999999999"),
    Plant("a clock backwards", "opening-clock", EE, CLOCK, " ".join(CLOCK.split()[::-1])),
    Plant("no first day", "opening-clock", EE, 'data-from="2027-02-02"', ""),
    Plant("days that end before they begin", "opening-clock", EE, 'data-to="2027-04-03"', 'data-to="2027-01-03"'),
    added("another country's prefix", "prefix-item", '<data class="prefix" value="+47">+47</data>'),
    Plant("a prefix shown wrong", "prefix-item", LINES, ">+47<", ">+46<"),
    Plant("the number of another law", "law-item", WORDS, ">2011/36/EU<", ">2011/63/EU<"),
    Plant("an unknown law", "law-item", WORDS, 'value="2011/36/EU">2011/36/EU<', 'value="2011/37/EU">2011/37/EU<'),
    Plant("another article", "law-item", WORDS, ">3(a)<", ">3(b)<"),
    Plant("a name changed", "name-item", "help/no/index.html", ">Linje 020<", ">Linje 021<"),
    added("another country's name", "name-item official-names", '<data class="name">Linje 020</data>'),
    added("a figure out of nowhere", "figure-item", '<data class="figure" value="1234">1234</data>'),
    added("no count", "figure-item", '<data class="figure" value="1234">1234</data>', "about/translation/index.html"),
    added("a title changed", "title-item", '<cite lang="et">Abi numbrilt 116 007</cite>'),
    added("a title in the wrong language", "title-item", '<cite lang="en">Abi numbrilt 116 006</cite>'),
    added("a title without its language", "title-item", "<cite>Abi numbrilt 116 006</cite>"),
    added("an unknown type", "known-type", '<data value="1">6147394</data>'),
    # what is left over
    added("a template's mark", "leftover", "<p>{{ name }}</p>"),
    added("a statement of a template", "leftover", "<p>{% if %}</p>"),
    added("a placeholder", "leftover", "<p>Call {emergency}.</p>"),
    added("a placeholder in a label", "leftover", '<p aria-label="{country}">Text</p>'),
    added("an empty value", "leftover", "<p>Open: None</p>"),
    added("an undefined value", "leftover", "<p>Open: undefined</p>"),
    added("a link in Markdown", "leftover", "<p>[Words](page:signs)</p>"),
    added("bold in Markdown", "leftover", "<p>**Words**</p>"),
    added("the identity of a text", "leftover", "<p>pages/home#sections.danger.text</p>"),
    added("text turned round", "reading-order", "<p><bdo dir='rtl'>Text</bdo></p>"),
    added("a sign that turns text round", "reading-order", "<p>\u202eText\u202c</p>"),
]  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_plant_is_caught(plant: Plant, tmp_path: Path) -> None:
    """Each planted fault is caught by exactly the rule that is named for it."""
    assert_caught(plant, tmp_path)


FINE = [
    "<p>24 hours, 7 days. None of us.</p>",
    "<p>Children from 3 to 11 years; 12, 13 or 14.</p>",
    f"<p>{number('112')} (24 hours)</p>",
    f"<p>Call {number('112')}. 24 hours.</p>",
    f"<p>{number('112')} / {number('116123')}</p>",
    "<p>116 123</p>",
    "<p>116&nbsp;<b>123</b></p>",
    "<p>+372 (614) 73-93</p>",
    "<table><tr><td>11</td><td>22</td></tr></table>",
    "<dl><dt>11</dt><dd>22</dd></dl><p>33<br>44</p>",
    '<p id="i1234" class="c1234"><a href="https://amet.example/abi-2023">Source</a></p>',
    '<time datetime="2023">2023</time> <time datetime="2023-03">03.2023</time>',
    '<time datetime="2023-03-09">٩.٣.٢٠٢٣</time>',
    f'<p lang="uk">{UK_DATE}</p>',
    '<data class="hours" value="8:30–16:30, 8:30–15:30">8:30–16:30, 8:30–15:30</data>',
    '<cite><span lang="et">Abi numbrilt 116 006</span></cite><cite lang="en">Round-up 2020</cite>',
    "<script>var a = 614739412;</script>",
    '<p data-until="Open until {time}, None" data-week-of="24">Text</p>',
    '<p>abi@liin.example, www.liin.example/vestlus/24</p>',
]  # fmt: skip


def test_fine_text_is_let_through(tmp_path: Path) -> None:
    """Facts, small numbers and typed items raise no alarm, however they are written."""
    data = make_data(tmp_path)
    page = tmp_path / "site" / EE
    write_pages(data, tmp_path / "site")
    page.write_text(page.read_text("utf-8").replace(END, "\n".join(FINE)), "utf-8")
    assert examine(tmp_path / "site", data).problems == []


def test_numbers_of_a_messenger_are_no_telephone_numbers(tmp_path: Path) -> None:
    """A spelling for inside the country may belong to a number that is text."""
    local = '<bdi dir="ltr" class="number">+372 5123 4567</bdi> <bdi dir="ltr" class="local-number">5123 4567</bdi>'
    data = make_data(tmp_path)
    page = tmp_path / "site" / EE
    write_pages(data, tmp_path / "site")
    old = '<bdi dir="ltr" class="number">+372 5123 4567</bdi>'
    page.write_text(page.read_text("utf-8").replace(old, local), "utf-8")
    assert examine(tmp_path / "site", data).problems == []


@pytest.mark.parametrize(
    ("text", "allowed", "found"),
    [
        ("112", {"112"}, []),
        ("1 1 2", {"112"}, []),
        ("+372 660 7320", {"+3726607320"}, []),
        ("372 660 7320", {"+3726607320"}, ["372 660 7320"]),
        ("112 116", {"112", "116"}, ["112 116"]),
        (f"{NUMBER} ({NUMBER})", set(), []),
        (f"{NUMBER} 5", set(), ["… 5"]),
        (f"{NUMBER} (5)", set(), []),
        (f"{NUMBER} (614)", set(), ["… (614"]),
        (f"{NUMBER} (614)", {"614"}, []),
        ("1/2 3", set(), ["1/2 3"]),
        ("1; 2; 3", set(), []),
    ],
)
def test_loose_numbers(text: str, allowed: set[str], found: list[str]) -> None:
    """Runs of digits are joined as a reader joins them, and beside a proved number none may stand."""
    assert list(loose_numbers(text, allowed)) == found


def test_digits_of_all_scripts() -> None:
    """Digits of every script become 0-9, spaces become plain, invisible signs go."""
    assert ascii_digits("٣\u00a0 ３\u200b③\u00ad³ a") == "3 333 a"
