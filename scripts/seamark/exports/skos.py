"""SKOS (W3C Recommendation of 18 August 2009) in Turtle: the glossary as a concept scheme in all languages.

Turtle is written by hand because it needs a dozen lines: the strings of JSON are strings of Turtle 1.1 too
(section 2.5.1), and all addresses are our own. The tests read it back with a library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from . import notes
from .glossary_shape import citation_text
from .shape import Concept, Glossary, Translations

PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
Statement = tuple[str, str]


def turtle(glossary: Glossary, base: str) -> str:
    """Return the scheme; `base` is the address below which the file stands."""
    scheme = f"{base}glossary.ttl"
    blocks = [_block(f"<{scheme}>", "skos:ConceptScheme", list(_scheme(glossary, scheme)))]
    related = _symmetric(glossary)
    for concept in glossary.concepts:
        statements = [*_concept(concept, scheme), *(("skos:related", f"<{scheme}#{name}>") for name in related[concept.id])]
        blocks.append(_block(f"<{scheme}#{concept.id}>", "skos:Concept", statements))
    return PREFIXES + "\n" + "\n".join(blocks)


def _block(subject: str, kind: str, statements: list[Statement]) -> str:
    lines = "".join(f" ;\n    {name} {value}" for name, value in statements)
    return f"{subject} a {kind}{lines} .\n"


def literal(text: str, language: str = "") -> str:
    """Return a string of Turtle, with its language."""
    return json.dumps(text, ensure_ascii=False) + (f"@{language}" if language else "")


def _scheme(glossary: Glossary, scheme: str) -> Iterator[Statement]:
    release = glossary.release
    yield "dct:title", literal("Glossary on trafficking in human beings", "en")
    yield "dct:license", f"<{notes.LICENCE_URL}>"
    yield "dct:rights", literal(release.licence.attribution)
    yield "dct:modified", f'"{release.as_of}"^^xsd:date'
    for language in _machine_languages(glossary):
        yield "skos:editorialNote", literal(f'Texts in "{language}": by machine, not yet checked by a native reader.', "en")
    for concept in glossary.concepts:
        yield "skos:hasTopConcept", f"<{scheme}#{concept.id}>"


def _machine_languages(glossary: Glossary) -> list[str]:
    """Return the languages in which a term or definition was checked by nobody."""
    texts = [item for concept in glossary.concepts for item in (concept.term, concept.definition)]
    return list(dict.fromkeys(code for text in texts for code, said in text.items() if said.status == "machine"))


def _concept(concept: Concept, scheme: str) -> Iterator[Statement]:
    yield "skos:inScheme", f"<{scheme}>"
    yield "skos:topConceptOf", f"<{scheme}>"
    yield "foaf:page", f"<{concept.page}>"
    yield from _labels(concept)
    yield from _in_all("skos:definition", concept.definition)
    for item in concept.legal:
        yield "dct:bibliographicCitation", literal(citation_text(item), "en")
        if item.url:
            yield "dct:source", f"<{item.url}>"
    for reason in concept.avoid:
        for language, said in reason.reason.items():
            if language in reason.term:
                yield "skos:editorialNote", literal(f"{reason.term[language].text}: {said.text}", language)
    for other in concept.confused_with:
        yield from _in_all("skos:scopeNote", other.difference)
    if concept.headline:
        yield from _in_all("skos:example", concept.headline)


def _labels(concept: Concept) -> Iterator[Statement]:
    """Yield the labels; none stands under two properties in one language (SKOS S13), as translations sometimes fall together."""
    taken = {(code, said.text) for code, said in concept.term.items()}
    yield from _in_all("skos:prefLabel", concept.term)
    groups = [("skos:altLabel", term) for term in concept.use] + [("skos:hiddenLabel", item.term) for item in concept.avoid]
    if concept.acronym and ("en", concept.acronym) not in taken:
        taken.add(("en", concept.acronym))
        yield "skos:altLabel", literal(concept.acronym, "en")
    for name, texts in groups:
        for code, said in texts.items():
            if (code, said.text) not in taken:
                taken.add((code, said.text))
                yield name, literal(said.text, code)


def _in_all(name: str, texts: Translations) -> Iterator[Statement]:
    for language, said in texts.items():
        yield name, literal(said.text, language)


def _symmetric(glossary: Glossary) -> dict[str, list[str]]:
    """Return the related concepts of each, in both directions (SKOS S23); what is confused with it is related too."""
    found: dict[str, set[str]] = {concept.id: set() for concept in glossary.concepts}
    for concept in glossary.concepts:
        for other in (*concept.related, *(item.concept for item in concept.confused_with)):
            if other in found and other != concept.id:
                found[concept.id].add(other)
                found[other].add(concept.id)
    return {name: sorted(others) for name, others in found.items()}
