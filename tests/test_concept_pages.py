"""The pages of the glossary's concepts: each is whole, in the right languages, and can be cited by its address."""

from __future__ import annotations

from functools import cache

import golden
import pytest
from lxml import html

from seamark.checks.stubs import read_stubs
from seamark.frame import CONCEPT_FOLDER, first_sentence
from seamark.loading import Data, load
from seamark.rendering import Rendered, Renderer
from seamark.translations import Catalogue

LANGUAGES = ("en", "uk")


@cache
def data() -> Data:
    """The real data, loaded once."""
    made, problems = load(golden.ROOT)
    assert made is not None, problems
    return made


CONCEPTS = sorted(data().glossary)
CODES = [str(language.code) for language in data().site.languages]


@cache
def renderer(language: str) -> Renderer:
    """The renderer of a language with the real catalogues."""
    return Renderer(data(), Catalogue.load(golden.ROOT, language), golden.AS_OF)


def rendered(concept: str, language: str) -> Rendered:
    """Render the page of a concept as its file in docs/ says."""
    path = f"{CONCEPT_FOLDER}/{concept}"
    text = (golden.ROOT / "docs" / f"{path}.md").read_text("utf-8")
    return renderer(language).render(path, text.split("---\n", 2)[2], {"concept": concept})


def parsed(page: Rendered) -> html.HtmlElement:
    """Return what the page shows, parsed."""
    return html.fragment_fromstring(page.markdown, create_parent="div")


def test_every_concept_has_the_same_short_file() -> None:
    """A file of docs/ names its concept and template, and holds nothing that differs from the others."""
    stubs = {path.removeprefix(f"{CONCEPT_FOLDER}/"): stub for path, stub in read_stubs(golden.ROOT).items() if "/term/" in path}
    assert sorted(stubs) == CONCEPTS
    for name in CONCEPTS:
        text = (golden.ROOT / "docs" / CONCEPT_FOLDER / f"{name}.md").read_text("utf-8")
        assert text == f'---\ntemplate: term.html\nconcept: {name}\n---\n{{% include "concept.html" %}}\n'


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concepts_page_says_all_that_the_file_says(concept: str, language: str) -> None:
    """The page shows each part that the concept's file has, once, and its headings follow each other."""
    item = data().glossary[concept]
    page = rendered(concept, language)
    shown = parsed(page)
    assert [element.tag for element in shown.iter("h1", "h2", "h3")] == ["h1", "h2", "h2"]
    assert page.title in shown.findtext("h1")
    assert len(shown.xpath(".//s")) == len(item.avoid)
    assert len(shown.xpath(".//q")) == (1 if item.headline else 0)
    assert [element.get("value") for element in shown.xpath(".//data[@class='article']")] == [
        str(source.article) for source in item.legal if source.article
    ]
    laws = [data().laws[source.law].url for source in item.legal]
    assert shown.xpath(".//a[@rel='noreferrer']/@href") == [url for url in laws if url != "unknown"]
    others = [f"../{name}/" for name in [*(other.concept for other in item.confused_with), *item.related]]
    assert [link for link in shown.xpath(".//dl//a/@href") if link.startswith("../")] == others


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concepts_page_has_the_term_in_every_language(concept: str) -> None:
    """The term stands in each language that has it translated, marked with that language, as its catalogue has it."""
    terms = parsed(rendered(concept, "en")).xpath(".//dd/span[@lang and @dir and not(@class)]")
    found = {str(term.get("lang")): term.text_content() for term in terms if term.getprevious() is None}
    unit, term = f"glossary/{concept}#term", data().glossary[concept].term
    expected = {code: renderer_text(code, unit, term) for code in CODES}
    assert found == {code: text for code, text in expected.items() if text}


@cache
def catalogue(language: str) -> Catalogue:
    """The translations into a language."""
    return Catalogue.load(golden.ROOT, language)


def renderer_text(language: str, unit: str, term: str) -> str | None:
    """Return what a catalogue holds for a term; None where it is missing."""
    if language == CODES[0]:
        return str(term)
    entry = catalogue(language).entries.get(unit)
    return entry.text or None if entry else None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_can_be_cited(concept: str, language: str) -> None:
    """The line to cite names the site, the term, the day of the data and the page's own full address, as plain text."""
    page = rendered(concept, language)
    [quotable] = parsed(page).find_class("quotable")
    assert quotable.xpath(".//time/@datetime") == [golden.AS_OF.isoformat()]
    assert not quotable.xpath(".//a | .//input | .//button")
    line, address = [part.strip() for part in (quotable.text + quotable.find("time").text, quotable.find("br").tail)]
    assert line.startswith(f"{data().site.name} · {page.title} · ")
    prefix = "" if language == CODES[0] else f"{language}/"
    assert address == f"{data().site.url}{prefix}{CONCEPT_FOLDER}/{concept}/"


def test_a_term_in_running_text_leads_to_its_page() -> None:
    """Words marked with a term lead to the page of that concept, from any depth of the site."""
    page = renderer("uk").frame("journalists/guidelines", {"words": "media/guidelines"})
    assert page.concept_link("debt-bondage") == "../term/debt-bondage/"
    assert renderer("en").frame("index", {"words": "pages/home"}).concept_link("greta") == "journalists/term/greta/"


def test_an_editor_is_led_to_the_concepts_file() -> None:
    """The link to suggest a change leads to the file of the concept."""
    page = renderer("en").frame(f"{CONCEPT_FOLDER}/greta", {"concept": "greta"})
    assert page.edit_link == f"{data().site.edit_url}data/glossary/greta.yml"
    assert page.title == "Group of Experts on Action against Trafficking in Human Beings"
    assert page.description == "Independent experts who monitor how states carry out the Council of Europe treaty on trafficking."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One sentence. Another.", "One sentence."),
        ("Signs, e.g. a debt, count. Others too.", "Signs, e.g. a debt, count."),
        ("Is it? It is.", "Is it? It is."),
        ("Одне речення. Друге.", "Одне речення."),
        ("Without an end", "Without an end"),
        ("", ""),
    ],
)
def test_the_first_sentence_describes_a_concept(text: str, first: str) -> None:
    """The description is one sentence, which an abbreviation does not end; a text without one stays whole."""
    assert first_sentence(text) == first


def test_acronyms_of_the_list_belong_to_their_concept() -> None:
    """A reader who types an acronym of the list finds the concept that it names, besides the concept's own acronym."""
    page = renderer("en").frame("journalists/glossary", {"words": "pages/glossary"})
    assert page.other_acronyms(data().glossary["supply-chain-due-diligence"]) == ["CSR"]
    assert page.other_acronyms(data().glossary["greta"]) == []
