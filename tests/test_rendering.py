"""Pages are rendered as they were approved, and what a template does wrong is an error and never a hole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

import golden
import jinja2
import pytest
from lxml import html
from markdown import Markdown

from seamark import languages
from seamark.edition import Edition
from seamark.hours import HOLIDAY_DAYS, WEEK_AHEAD
from seamark.loading import Data, load
from seamark.rendering import Rendered, Renderer
from seamark.translations import Catalogue, units

EXPECTED = golden.CASE / "expected"
NAMES = [f"{language}/{path.replace('/', '-')}.md" for language in golden.LANGUAGES for path in golden.PAGES]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The small project's pages in every language."""
    return golden.rendered()


@pytest.fixture(scope="module")
def data() -> Iterator[Data]:
    """The small project, loaded."""
    with TemporaryDirectory() as folder:
        yield golden.project(Path(folder))


def renderer(data: Data, language: str = "en") -> Renderer:
    """Return the renderer of a language of the small project."""
    return Renderer(data, golden.catalogue(data, language), golden.AS_OF)


def render(data: Data, source: str, language: str = "en", path: str = "case", **meta: str) -> Rendered:
    """Render a page of the small project."""
    return renderer(data, language).render(path, source, meta or {"words": "pages/case"})


# --- golden pages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_rendered_as_it_was_approved(pages: dict[str, str], name: str) -> None:
    """A page is what the kept one says; after a wanted change, run: python tests/golden.py."""
    approved = (EXPECTED / name).read_text("utf-8")
    # Long lines: compared as texts, pytest would look for half a minute for what to show.
    assert list(unified_diff(approved.splitlines(True), pages[name].splitlines(True), n=0)) == []


def test_no_golden_page_is_left_over(pages: dict[str, str]) -> None:
    """Every kept page is compared with one that is rendered."""
    kept = {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*") if path.is_file()}
    assert kept == set(NAMES) == set(pages)


def test_golden_pages_are_never_written_by_ci(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where tests run by themselves, the golden pages cannot be made to fit."""
    before = {path: path.stat().st_mtime_ns for path in EXPECTED.rglob("*")}
    monkeypatch.setenv("CI", "true")
    assert golden.main() == 1
    assert "never by CI" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in EXPECTED.rglob("*")} == before


@pytest.mark.parametrize("name", NAMES)
def test_markdown_keeps_the_structure(pages: dict[str, str], name: str) -> None:
    """Built by Markdown, a page has one main heading, and no tag is closed or lost on the way."""
    source = pages[name].partition("\n\n")[2]
    built = html.fragment_fromstring(
        Markdown(extensions=["toc", "tables", "attr_list", "md_in_html", "pymdownx.saneheaders"]).convert(source),
        create_parent="div",
    )
    assert len(built.findall(".//h1")) == 1
    raw = html.fragment_fromstring(source, create_parent="div")
    for tag in ("article", "a", "bdi", "dl", "dt", "dd", "time", "h3"):
        assert len(built.findall(f".//{tag}")) == len(raw.findall(f".//{tag}")), tag
    assert "{" not in "".join(built.xpath("//*[not(@id='open-texts')]/text()"))


@pytest.mark.parametrize("language", golden.LANGUAGES)
def test_facts_are_the_same_in_every_language(pages: dict[str, str], language: str) -> None:
    """Numbers, addresses and dates of a country's page do not depend on the language."""
    for page in ("help-ee", "help-eu"):
        assert facts(pages[f"{language}/{page}.md"]) == facts(pages[f"en/{page}.md"])


def facts(page: str) -> list[str]:
    """Return the links that are dialled or opened and the dates of a page."""
    built = html.fragment_fromstring(page.partition("\n\n")[2], create_parent="div")
    links = [str(link) for link in built.xpath("//a/@href") if ":" in link]
    return links + [str(day) for day in built.xpath("//time/@datetime")] + [text.text or "" for text in built.iter("bdi")]


# --- services that cannot be called ----------------------------------------------------------------------------

INSTEAD = "instead_of_trafficking_line: [ee-short, ee-organisation]\n"
REST = "    status: paused\n    since: unknown\n    reason: The staff is ill.\n"


def changed(folder: Path, *edits: tuple[str, str]) -> str:
    """Return Estonia's page of the small project in which some texts are changed."""
    golden.project(folder)
    path = folder / "data" / "countries" / "ee.yml"
    text = path.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    made, problems = load(folder)
    assert made is not None, problems
    return renderer(made).render("help/ee", '{% include "country.html" %}', {"country": "ee"}).markdown


def test_a_paused_line_on_trafficking_stands_first(tmp_path: Path) -> None:
    """Where the only line on trafficking is paused, the page says so before all others; else that part stands last."""
    paused = changed(tmp_path / "a", ("    audience: professionals\n", f"{REST}    audience: anyone\n"), (INSTEAD, ""))
    assert paused.index('id="not-in-service"') < paused.index('<h2 id="support"')
    other = changed(tmp_path / "b", (INSTEAD, ""))
    assert other.index('id="not-in-service"') > other.index('<h2 id="support"')


def test_a_paused_substitute_is_left_out(tmp_path: Path) -> None:
    """Among the services to call where there is no line on trafficking, only those that answer are named."""
    page = changed(tmp_path, ("      et: Lühike number\n    audience", f"      et: Lühike number\n{REST}    audience"))
    note = page[page.index('<div class="note">') : page.index("</ul></div>")]
    assert "#ee-organisation" in note
    assert "#ee-short" not in note


# --- statuses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "language", "statuses"),
    [
        ("{{ t(words.title) }}", "en", {"source"}),
        ("{{ t(words.title) }}", "uk", {"reviewed"}),
        ("{{ t(words.sections[0].text[0]) }}", "uk", {"machine"}),
        ("{{ t(words.sections[0].points[0]) }}", "uk", {"missing"}),
        ("{{ t(words.sections[0].points[1]) }}", "uk", {"stale"}),
        ("{{ ui('call') }}", "uk", {"machine"}),
    ],
)
def test_statuses_are_those_of_the_texts_shown(data: Data, source: str, language: str, statuses: set[str]) -> None:
    """A page knows how the texts that it shows were translated, its title and description among them."""
    shown = {"source"} if language == "en" else {"reviewed", "machine"}
    assert render(data, source, language).statuses == statuses | shown


# --- faults --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{{ no_such_name }}", jinja2.UndefinedError),
        ("{{ words.no_such_field }}", jinja2.UndefinedError),
        ("{{ t(words.sections[9].heading) }}", jinja2.UndefinedError),
        ("{% if no_such_name %}x{% endif %}", jinja2.UndefinedError),
        ("{% include 'no-such-block.html' %}", jinja2.TemplateNotFound),
        ("{{ unclosed", jinja2.TemplateSyntaxError),
        ("{{ ui('no-such-text') }}", KeyError),
        ("{{ ui('help-in') }}", ValueError),
        ("{{ page.title_of('help/ee') }}", KeyError),
    ],
)
def test_a_fault_in_a_template_is_an_error(data: Data, source: str, error: type[Exception]) -> None:
    """A name, a block or a value that is not there stops the page."""
    with pytest.raises(error):
        render(data, source)


@pytest.mark.parametrize(
    ("meta", "error"),
    [({}, ValueError), ({"words": "pages/none"}, KeyError), ({"country": "xx"}, KeyError), ({"other": "x"}, ValueError)],
)
def test_a_page_must_say_what_it_shows(data: Data, meta: dict[str, str], error: type[Exception]) -> None:
    """A page whose first lines name neither words nor a country, or none that exist, is an error."""
    with pytest.raises(error):
        renderer(data).render("case", "x", meta)


def test_text_is_escaped_wherever_a_template_puts_it(data: Data) -> None:
    """A value of the data that a template shows without more ado is text, not HTML."""
    made = render(data, "{{ country.services[1].operator.en }}", country="ee", path="help/ee")
    assert made.markdown == "Board &lt;of&gt; Examples"


# --- lists -----------------------------------------------------------------------------------------------------


def test_countries_are_in_the_order_of_the_language() -> None:
    """In every language, all countries of the data but the Union are listed by their names in that language."""
    data, _ = load(golden.ROOT)
    assert data is not None
    for language in ("en", "uk", "et", "ar"):
        found = Renderer(data, Catalogue(language, {}, {}), golden.AS_OF).countries
        assert sorted(code for code, _ in found) == sorted(set(data.countries) - {"eu"})
        names = [name for _, name in found]
        assert names == sorted(names, key=lambda name: languages.sort_key(name, language))
        assert len(set(names)) == len(names)


def test_holidays_are_worked_out_around_the_day_of_the_build(data: Data) -> None:
    """They begin on the day before the build and end a week behind the last day that a page tells of; the Union has none."""
    made = Renderer(data, Catalogue("en", {}, {}), date(2026, 12, 25))
    assert made.holidays("EE")[:3] == [date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)]
    assert made.holidays("EU") == []
    last = date(2027, 2, 24) - timedelta(days=WEEK_AHEAD + HOLIDAY_DAYS)
    assert date(2027, 2, 24) in Edition(data, last).holidays("EE")
    assert date(2027, 2, 24) not in Edition(data, last - timedelta(days=1)).holidays("EE")


def test_progress_counts_every_unit_once(tmp_path: Path) -> None:
    """The state of a language counts each text once, as missing, outdated, made by a machine, or reviewed."""
    data = golden.project(tmp_path)
    place = tmp_path / "locale" / "uk" / "ui.po"
    place.parent.mkdir(parents=True)
    place.write_text('msgctxt "ui#call"\nmsgid "call"\nmsgstr "x"\n\nmsgctxt "ui#chat"\nmsgid "old"\nmsgstr "x"\n', "utf-8")
    total = sum(1 for _ in units(data))
    assert renderer(data).progress == [
        ("uk", {"missing": total - 2, "stale": 1, "machine": 1, "reviewed": 0}),
        ("ar", {"missing": total, "stale": 0, "machine": 0, "reviewed": 0}),
    ]


@pytest.mark.parametrize(("language", "prefix"), [("en", ""), ("uk", "uk/"), ("ar", "ar/")])
def test_the_first_language_stands_at_the_root(data: Data, language: str, prefix: str) -> None:
    """Each language but the first has a folder of its own."""
    assert renderer(data).prefix(language) == prefix


def test_words_of_another_page_are_found_by_its_file(tmp_path: Path) -> None:
    """The words of a page are those that the first lines of its file name."""
    data = golden.project(tmp_path)
    (tmp_path / "docs" / "a").mkdir()
    (tmp_path / "docs" / "a" / "index.md").write_text("---\ntemplate: main.html\nwords: pages/case\n---\nx\n", "utf-8")
    (tmp_path / "docs" / "b.md").write_text('---\ncountry: "ee"\n---\nx\n', "utf-8")
    made = renderer(data)
    assert made.words_of("a/index").title == "Words & signs"
    for path in ("b", "none"):
        with pytest.raises(KeyError):
            made.words_of(path)


@contextmanager
def other_language(data: Data, po: str) -> Iterator[None]:
    """Give the small project a Ukrainian catalogue for a while."""
    place = data.root / "locale" / "uk" / "pages.po"
    place.parent.mkdir(parents=True)
    place.write_text(po, "utf-8")
    try:
        yield
    finally:
        place.unlink()
        place.parent.rmdir()


def test_a_text_in_another_language_of_the_site(data: Data) -> None:
    """A page can show a text in another language; where it is not translated, or no such language is built, there is none."""
    title, lead = data.words["pages/case"].title, data.words["pages/case"].lead
    assert lead is not None
    with other_language(data, 'msgctxt "pages/case#title"\nmsgid "Words & signs"\nmsgstr "Слова"\n'):
        made = renderer(data)
        assert made.text_in("uk", title) == "Слова"
        assert made.text_in("uk", lead) is None
        assert made.text_in("en", title) == "Words & signs"
        assert made.text_in("et", title) is None
