"""From the data to the shape of glossary.json."""

from __future__ import annotations

from datetime import date

from .. import model
from ..loading import Data
from . import notes, shape
from .texts import Texts, known, plain

PAGE = "journalists/glossary/"


def glossary_shape(data: Data, texts: Texts, as_of: date) -> shape.Glossary:
    """Return all concepts in all languages."""
    return shape.Glossary(
        **{"$schema": f"{notes.base(data)}glossary.schema.json"},
        release=notes.release(data, as_of),
        concepts=[_concept(concept, data, texts) for _, concept in sorted(data.glossary.items())],
    )


def _concept(concept: model.Concept, data: Data, texts: Texts) -> shape.Concept:
    return shape.Concept(
        id=str(concept.id),
        page=f"{data.site.url}{PAGE}#{concept.id}",
        term=texts.of(concept.term),
        acronym=str(concept.acronym) if concept.acronym else None,
        definition=texts.of(concept.definition),
        legal=[_citation(item, data) for item in concept.legal],
        use=[texts.of(term) for term in concept.use],
        avoid=[
            shape.Avoid(term=texts.of(item.term), reason=texts.of(item.reason), banned=item.banned == "true")
            for item in concept.avoid
        ],
        confused_with=[
            shape.Confusion(concept=str(item.concept), difference=texts.of(item.difference)) for item in concept.confused_with
        ],
        headline=texts.maybe(concept.headline),
        related=plain(concept.related),
    )


def _citation(item: model.LegalSource, data: Data) -> shape.Citation:
    law = data.laws[item.law]
    return shape.Citation(
        law=str(law.short),
        number=str(law.number) if law.number else None,
        article=str(item.article) if item.article else None,
        url=known(law.url),
    )


def citation_text(item: shape.Citation) -> str:
    """Return a citation as one line: "EU Anti-Trafficking Directive 2011/36/EU, article 2(1)"."""
    name = f"{item.law} {item.number}" if item.number else item.law
    return f"{name}, article {item.article}" if item.article else name
