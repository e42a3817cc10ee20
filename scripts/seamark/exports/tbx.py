"""TBX-Basic (ISO 30042:2019, second edition, style DCA): the glossary for translators' programs."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .glossary_shape import citation_text
from .shape import Concept, Glossary, Said

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
NAMESPACES: dict[Any, str] = {None: NAMESPACE}  # the library's types do not know a namespace without prefix
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PREFERRED, ADMITTED, DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
SUBJECT = "trafficking in human beings"
MACHINE = "Translated by machine; not yet checked by a native reader."


def document(glossary: Glossary, languages: list[str]) -> str:
    """Return the glossary as XML, with a section for each language in which a concept has a term."""
    attributes = {"type": "TBX-Basic", "style": "dca", LANGUAGE: languages[0]}
    root = etree.Element(f"{{{NAMESPACE}}}tbx", attributes, nsmap=NAMESPACES)
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", "Glossary on trafficking in human beings")
    licence = glossary.release.licence
    _add(_add(description, "publicationStmt"), "p", f"{licence.attribution} ({licence.url})")
    _add(_add(description, "sourceDesc"), "p", "Definitions in our own words; each names the law in which the concept stands.")
    body = _add(_add(root, "text"), "body")
    for concept in glossary.concepts:
        _concept(body, concept, languages)
    etree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text
    return element


def _concept(body: etree._Element, concept: Concept, languages: list[str]) -> None:
    entry = _add(body, "conceptEntry", id=concept.id)
    _add(entry, "descrip", SUBJECT, type="subjectField")
    for name in concept.related:
        _add(entry, "ref", name, type="crossReference", target=name)
    _add(entry, "xref", concept.id, type="externalCrossReference", target=concept.page)
    for language in languages:
        if language in concept.term:
            _language(entry, concept, language)


def _language(entry: etree._Element, concept: Concept, language: str) -> None:
    section = _add(entry, "langSec")
    section.set(LANGUAGE, language)
    if definition := concept.definition.get(language):
        group = _add(section, "descripGrp")
        _add(group, "descrip", definition.text, type="definition")
        for item in concept.legal:
            _add(group, "admin", citation_text(item), type="source")
    for other in concept.confused_with:
        if difference := other.difference.get(language):
            _add(section, "note", difference.text)
    example = concept.headline.get(language) if concept.headline else None
    _term(section, concept.term[language], PREFERRED, example=example)
    if concept.acronym and language == "en":
        _term(section, Said(text=concept.acronym, status="source"), ADMITTED, kind="acronym")
    for term in concept.use:
        if language in term:
            _term(section, term[language], ADMITTED)
    for avoided in concept.avoid:
        if language in avoided.term:
            reason = avoided.reason.get(language)
            _term(section, avoided.term[language], DEPRECATED, note=reason.text if reason else "")


def _term(section: etree._Element, said: Said, status: str, *, kind: str = "", note: str = "", example: Said | None = None) -> None:
    term = _add(section, "termSec")
    _add(term, "term", said.text)
    _add(term, "termNote", status, type="administrativeStatus")
    if kind:
        _add(term, "termNote", kind, type="termType")
    if example:
        _add(term, "descrip", example.text, type="context")
    for text in (note, MACHINE if said.status == "machine" else ""):
        if text:
            _add(term, "note", text)
