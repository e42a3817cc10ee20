"""Texts become HTML in which readers see what was written, and facts stand where the placeholders were."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factory import Edit, project
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown import Markdown
from markupsafe import Markup, escape

from seamark.loading import Data, load
from seamark.model import Phrase
from seamark.translations import Catalogue, Entry, Shown, Translator
from seamark.wording import Wording

UI = (
    "skip: Skip to the content\n"
    "always-open: day and night\n"
    "closed-holidays: closed on public holidays\n"
    "on-holidays: public holidays\n"
    'title-on-site: "{title} · {site}"\n'
)


@cache
def data() -> Data:
    """The correct project with some more texts of the interface, loaded once."""
    with TemporaryDirectory() as folder:
        project(Path(folder), [Edit("data/ui.yml", "skip: Skip to the content\n", UI)])
        made, problems = load(Path(folder))
    assert made is not None, problems
    assert problems == []
    return made


class Plainly(Translator):
    """Shows any phrase as it is, as a text of a language."""

    def __init__(self, language: str, shown_in: str, status: str) -> None:
        super().__init__(data(), Catalogue(language, {}, {}))
        self.shown_in, self.status = shown_in, status

    def show(self, phrase: Phrase) -> Shown:
        return Shown(text=str(phrase), language=self.shown_in, status=self.status)


def wording(language: str = "en", *, shown_in: str = "", status: str = "source") -> Wording:
    """Return the wording of a language that shows any phrase as it is; links lead to "#kind/name"."""
    translator = Plainly(language, shown_in or language, status)
    return Wording(data(), translator, lambda kind, name: f"#{kind}/{name}")


def text(phrase: str, language: str = "en", **values: object) -> str:
    """Return a phrase as HTML."""
    return str(wording(language).text(Phrase(phrase), **values))


# --- marks and placeholders --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # plain
        ("Call for help.", "Call for help."),
        # marks
        ("A **bold** word", "A <strong>bold</strong> word"),
        ("**a** and **b**", "<strong>a</strong> and <strong>b</strong>"),
        ("[Debt bondage](term:debt-bondage) is", '<a href="#term/debt-bondage">Debt bondage</a> is'),
        ("[Help](page:help/index)", '<a href="#page/help/index">Help</a>'),
        ("**[Help](page:help/index)**", '<strong><a href="#page/help/index">Help</a></strong>'),
        ("[**Help** now](page:help/index)", '<a href="#page/help/index"><strong>Help</strong> now</a>'),
        # what looks like a mark and is none
        ("[Help](https://example.org)", "&#91;Help&#93;(https://example.org)"),
        ("[Help](javascript:alert)", "&#91;Help&#93;(javascript:alert)"),
        ("a * b ** c", "a &#42; b &#42;&#42; c"),
        ("snake_case `x` C:\\", "snake&#95;case &#96;x&#96; C:&#92;"),
        # HTML is text
        ("<script>alert(1)</script> & \"more\"", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;more&#34;"),
        ("&copy; &#42;", "&amp;copy; &amp;&#35;42;"),
        # placeholders
        ("Call {emergency}.", 'Call <a href="tel:112"><bdi dir="ltr">112</bdi></a>.'),
        ("{child_helpline}", '<a href="tel:116111"><bdi dir="ltr">116111</bdi></a>'),
        ("{missing_children}", '<a href="tel:116000"><bdi dir="ltr">116000</bdi></a>'),
        ("See {law_slavery_convention}.", "See Slavery Convention."),
        ("**{emergency}**", '<strong><a href="tel:112"><bdi dir="ltr">112</bdi></a></strong>'),
        ("in {language_in_english}", "in English"),
        # brackets that hold no placeholder
        ("{: .class } {Emergency}", "&#123;: .class &#125; &#123;Emergency&#125;"),
    ],
)  # fmt: skip
def test_text(phrase: str, expected: str) -> None:
    """Bold words, links and placeholders become HTML, and all else stays text."""
    assert text(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("A **bold** [word](term:debt-bondage) & more", "A bold word & more"),
        ("Call {emergency} now", "Call 112 now"),
        ("See {law_slavery_convention}", "See Slavery Convention"),
        ("<b> stays", "<b> stays"),
        ("a_b * c", "a_b * c"),
    ],
)
def test_plain(phrase: str, expected: str) -> None:
    """In titles and attributes the text stands without marks and without HTML."""
    assert wording().plain(Phrase(phrase)) == expected


def test_a_law_has_its_number_in_an_element_of_its_own(tmp_path: Path) -> None:
    """The number of a law is marked, so that its digits are known not to be a telephone number."""
    project(
        tmp_path, [Edit("data/laws.yml", '  body: UN\n  adopted: "2000', '  number: "No. <2237>"\n  body: UN\n  adopted: "2000')]
    )
    made, _ = load(tmp_path)
    assert made is not None
    words = Wording(made, Translator(made, Catalogue("en", {}, {})), lambda kind, name: "#")
    law = made.laws["palermo"]  # type: ignore[index]
    expected = 'UN Trafficking Protocol <data class="law" value="No. &lt;2237&gt;">No. &lt;2237&gt;</data>'
    assert words.law(law) == expected


@pytest.mark.parametrize("value", ["Côte d’Ivoire", "Cote d'Ivoire", "a & b", "<b>", '"quoted"', "*_`[", "{emergency}", "\\1"])
def test_values_are_text_wherever_they_stand(value: str) -> None:
    """A value that fills a placeholder is shown as it is: as HTML in pages, as text in titles."""
    phrase = Phrase("Help in {country}.")
    filled = wording().text(phrase, country=value)
    assert html.unescape(str(filled)) == f"Help in {value}."
    assert re.search(r"<(?!b>\.$)", str(filled)) is None
    assert wording().plain(phrase, country=value) == f"Help in {value}."


def test_a_value_that_is_html_stays_html() -> None:
    """A value that is HTML already, such as a link, is not escaped again; in a title only its text stands."""
    link = wording().number("+3726607320")
    assert link == '<a href="tel:+3726607320"><bdi dir="ltr">+3726607320</bdi></a>'
    assert wording().text(Phrase("Call {number}"), number=link) == f"Call {link}"
    assert wording().plain(Phrase("Call {number}"), number=link) == "Call +3726607320"


@pytest.mark.parametrize("phrase", ["{unknown}", "{law_none}", "{law_}", "{country}"])
def test_a_placeholder_that_nothing_fills_is_an_error(phrase: str) -> None:
    """A page is never built with a hole in it: the error names the placeholder and the place of the text."""
    with pytest.raises(ValueError, match=re.escape(f"?:1:1: nothing fills the placeholder {phrase}")):
        text(phrase)
    with pytest.raises(ValueError, match="nothing fills"):
        wording().plain(Phrase(phrase))


def test_a_text_of_the_interface_that_is_not_there_is_an_error() -> None:
    """A template that asks for a text that ui.yml lacks does not get an empty one."""
    with pytest.raises(KeyError):
        wording().ui("no-such-text")


# --- whatever is written -------------------------------------------------------------------------------------

# Texts as data and catalogues hold them: printable signs, single spaces, none at the ends.
SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))
MARKS = ["*", "**", "***", "_a_", "`", "[TOC]", "[a](b)", "[x]:", "![a](b)", "#", "##", "-", "+", "1.", "24."]  # fmt: skip
MARKS += ["1)", "~~~", "---", "===", ">", "|", "\\", "\\*", ":", "!", "<b>", "&amp;", "{:", "}", "{:#id}", "://x.y"]  # fmt: skip
WORDS = st.text(SIGNS, min_size=1, max_size=8) | st.sampled_from(MARKS)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join).filter(lambda words: not re.search(r"\{[a-z_0-9]+\}", words))
FORMS = {
    "paragraph": "{}",
    "list": "- {}",
    "steps": "1. {}",
    "heading": "## {} {{: #part }}",
    "heading with text": "### {} {{: #part }}\n\ntext",
    "HTML": '<p class="lead">{}</p>',
    "HTML block": "<dl>\n<dt>x</dt><dd>{}</dd>\n</dl>",
}


MARKDOWN = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html", "pymdownx.saneheaders"])


MARKDOWN = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html", "pymdownx.saneheaders"])


def as_readers_see(source: str) -> str:
    """Return the signs of Markdown that was built as MkDocs builds it here, without spaces."""
    built = MARKDOWN.reset().convert(source)
    return "".join(lxml_html.fragment_fromstring(built, create_parent="div").text_content().split())


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(phrase=TEXTS)
def test_readers_see_what_was_written(form: str, phrase: str) -> None:
    """Wherever a template puts a text, Markdown shows its very signs and makes nothing else of them."""
    plain = wording().plain(Phrase(phrase))
    expected = as_readers_see(form.format("SEAMARK")).replace("SEAMARK", "".join(plain.split()))
    assert as_readers_see(form.format(wording().text(Phrase(phrase)))) == expected


@given(TEXTS, st.text(max_size=12))
def test_a_placeholder_takes_any_value(phrase: str, value: str) -> None:
    """A value of whatever signs stands where its placeholder was, and is not filled or marked in its turn."""
    filled = str(wording().text(Phrase(f"{phrase} {{value}}"), value=value))
    assert html.unescape(filled).endswith(f" {html.unescape(html.escape(value))}")


# --- other languages -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "shown_in", "expected"),
    [
        ("uk", "uk", "Help"),
        ("uk", "en", '<span lang="en" dir="ltr">Help</span>'),
        ("ar", "en", '<span lang="en" dir="ltr">Help</span>'),
        ("en", "ar", '<span lang="ar" dir="rtl">Help</span>'),
        ("en", "unknown", "Help"),
        ("en", "rom", '<span lang="rom" dir="ltr">Help</span>'),
    ],
)
def test_text_in_another_language_is_marked(language: str, shown_in: str, expected: str) -> None:
    """Text that is not in the page's language says which language it is in, and its direction."""
    assert wording(language, shown_in=shown_in).text(Phrase("Help")) == expected
    assert wording(language).foreign("Help", shown_in) == expected


def test_names_are_text() -> None:
    """A name with signs of HTML is shown as it is."""
    assert wording().foreign("A <b> & Ä", "et") == '<span lang="et" dir="ltr">A &lt;b&gt; &amp; Ä</span>'
    assert wording().foreign("A & B", "en") == "A &amp; B"


def test_statuses_are_collected() -> None:
    """What was shown, as HTML or as plain text, leaves the status of its translation."""
    words = wording("uk", status="machine")
    assert words.statuses == set()
    words.plain(Phrase("x"))
    assert words.statuses == {"machine"}


def test_the_catalogue_gives_the_words() -> None:
    """A phrase of the data is shown by its translation, and a missing one in English, marked."""
    title = data().words["pages/home"].title
    entries = {"pages/home#title": Entry(source="Seamark", text="Морський знак", path="x.po", line=1)}
    words = Wording(data(), Translator(data(), Catalogue("uk", entries, {})), lambda kind, name: "#")
    assert words.text(title) == "Морський знак"
    assert words.text(data().words["pages/help"].title) == '<span lang="en" dir="ltr">Find help</span>'
    assert words.statuses == {"machine", "missing"}


# --- names, dates, lists, hours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "machine", "expected"),
    [
        ("en", "2023", "2023"),
        ("en", "2023-03", "March 2023"),
        ("en", "2023-03-09", "March 9, 2023"),
        ("uk", "2023-03-09", "9 березня 2023 р."),
        ("uk", "2023-03", "березень 2023 р."),
        ("et", "2023-03-09", "9. märts 2023"),
        ("ar", "2023-03-09", "9 مارس 2023"),
    ],
)
def test_dates_are_in_the_language(language: str, machine: str, expected: str) -> None:
    """Full and partial dates stand in the long form of the language, with the date for machines beside them."""
    assert wording(language).date_text(machine).replace("\u00a0", " ").replace("\u202f", " ") == expected
    shown = str(wording(language).date(machine))
    assert shown.startswith(f'<time datetime="{machine}">')
    assert shown.endswith("</time>")


def test_a_date_of_the_program_is_shown_like_one_of_the_data() -> None:
    """A day that was counted is shown as one that was written."""
    assert wording().date(date(2026, 11, 22)) == wording().date("2026-11-22")


@pytest.mark.parametrize(
    ("language", "codes", "expected"),
    [
        ("en", ["et", "ru", "en"], "English, Estonian, Russian"),
        ("uk", ["et", "ru", "uk"], "українська, естонська, російська"),
        ("et", ["ru", "en"], "vene, inglise"),
        ("en", [], ""),
        ("en", ["et"], "Estonian"),
    ],
)
def test_languages_are_listed(language: str, codes: list[str], expected: str) -> None:
    """Languages stand in the order of the source, the reader's own first, joined by commas only."""
    assert wording(language).language_list(codes) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b", "c"], "a, b, c"),
        (["<b>", Markup("<i>x</i>"), "{0}"], "&lt;b&gt;, <i>x</i>, {0}"),
    ],
)
def test_join_and_labels(texts: list[str], expected: str) -> None:
    """A list keeps HTML as HTML and text as text, whatever signs are in it."""
    assert wording().join(texts) == expected
    assert wording().labels(texts) == expected.replace(", ", " · ")


@given(st.lists(st.text(), max_size=5))
def test_no_item_of_a_list_is_lost(texts: list[str]) -> None:
    """Every text of a list stands in it, in its order."""
    assert wording().join(texts) == ", ".join(str(escape(text)) for text in texts)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "24/7", "day and night"),
        ("en", "Mo-Fr 09:00-17:00", 'Mon–Fri <data class="hours" value="9:00–17:00">9:00–17:00</data>'),
        ("uk", "Mo-Fr 09:00-17:00", 'пн–пт <data class="hours" value="09:00–17:00">09:00–17:00</data>'),
        (
            "en",
            "Mo-Th 08:30-16:30; Fr 08:30-12:00,13:00-15:30; PH off",
            'Mon–Thu <data class="hours" value="8:30–16:30">8:30–16:30</data><br>'
            'Fri <data class="hours" value="8:30–12:00, 13:00–15:30">8:30–12:00, 13:00–15:30</data><br>closed on public holidays',
        ),
        (
            "en",
            "Mo-Fr 08:30-16:00; Sa,Su,PH 09:00-15:00",
            'Mon–Fri <data class="hours" value="8:30–16:00">8:30–16:00</data><br>'
            'Sat–Sun <data class="hours" value="9:00–15:00">9:00–15:00</data><br>'
            'public holidays <data class="hours" value="9:00–15:00">9:00–15:00</data>',
        ),
    ],
)
def test_hours(language: str, text: str, expected: str) -> None:
    """Opening hours are lines of days and times, without closed days, and say so when holidays are closed."""
    assert wording(language).hours(text) == expected


# --- the lines that prose may name --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [("  - id: eu-116111\n", "  - id: eu-116117\n"), ('      - short: "116111"\n', '      - phone: "+32 2 123 45 67"\n')],
    ids=["no such service", "no short number"],
)
def test_a_line_that_prose_names_must_be_there(tmp_path: Path, old: str, new: str) -> None:
    """Without its line in eu.yml, a placeholder is an error that says what is missing."""
    project(tmp_path, [Edit("data/countries/eu.yml", old, new)])
    made, _ = load(tmp_path)
    assert made is not None
    words = Wording(made, Plainly("en", "en", "source"), lambda kind, name: "#")
    with pytest.raises(ValueError, match=r"data/countries/eu\.yml: eu-116111 is missing"):
        words.text(Phrase("{child_helpline}"))
