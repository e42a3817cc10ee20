"""Rules on what words point to: concepts, laws, references, pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..contacts import active
from ..problems import did_you_mean
from ..wording import EU_LINES, LINK
from ..yamltext import Text
from .survey import Finding, Survey, found


def concepts_exist(survey: Survey) -> Iterator[Finding]:
    """A concept that another concept, an acronym, a pair of wordings or a link names has a file in data/glossary/."""
    named = [name for concept in survey.data.glossary.values() for name in concept.related]
    named += [item.concept for concept in survey.data.glossary.values() for item in concept.confused_with]
    named += [acronym.concept for acronym in survey.data.acronyms.values() if acronym.concept is not None]
    pairs = [pair for page in survey.data.words.values() for part in page.sections for pair in part.words]
    named += [pair.concept for pair in pairs if pair.concept is not None]
    for text in named:
        yield from _missing(survey, text, text, "concept", "glossary", survey.data.glossary)
    for text, kind, target in _links(survey):
        if kind == "term":
            yield from _missing(survey, text, target, "concept", "glossary", survey.data.glossary)


def concepts_name_others(survey: Survey) -> Iterator[Finding]:
    """A concept is neither related to itself nor confused with itself, and names each other concept once."""
    for concept in survey.data.glossary.values():
        for names in (concept.related, tuple(item.concept for item in concept.confused_with)):
            for number, name in enumerate(names):
                if name == concept.id or name in names[:number]:
                    what = "this concept itself" if name == concept.id else "named already"
                    yield found(name, f'a concept names others, each once; "{name}" is {what}', "remove it")


def laws_exist(survey: Survey) -> Iterator[Finding]:
    """A law that a concept names as its legal source stands in data/laws.yml."""
    for concept in survey.data.glossary.values():
        for source in concept.legal:
            yield from _missing(survey, source.law, source.law, "law", "laws", survey.data.laws)


def references_exist(survey: Survey) -> Iterator[Finding]:
    """The sources of pages, institutions, figures, profiles, news and of what shows where one is, and the official
    lists, stand in data/references.yml.
    """
    named = [text for page in survey.data.words.values() for text in page.sources]
    named += survey.data.site.official_lists
    named += [text for marks in survey.data.recognition.values() for text in marks.source]
    named += [text for institution in survey.data.institutions for text in institution.source]
    named += [item.source for item in survey.data.statistics.values()]
    named += [item.source for item in survey.data.news.values()]
    named += [text for profile in survey.data.profiles.values() for text in profile.named_sources]
    for text in named:
        yield from _missing(survey, text, text, "reference", "references", survey.data.references)


def linked_pages_exist(survey: Survey) -> Iterator[Finding]:
    """A page that words link to, or that is the next step, has a file in docs/."""
    if not survey.stubs:
        return  # that docs/ is missing is told once, by another rule
    named = [(page.next.page, str(page.next.page)) for page in survey.data.words.values()]
    named += [(text, target) for text, kind, target in _links(survey) if kind == "page"]
    for text, target in named:
        if target not in survey.stubs:
            message = f'there is no page "{target}": docs/{target}.md is missing'
            yield found(text, message, did_you_mean(target, survey.stubs))


def lines_that_prose_names_exist(survey: Survey) -> Iterator[Finding]:
    """The lines of the whole Union that texts name by a placeholder stand in data/countries/eu.yml and are active."""
    union = survey.data.countries.get("eu")
    if union is None or not survey.is_whole("countries/eu"):
        return
    known = {entry.id for entry in union.emergency}
    known |= {service.id for service in active(union) if service.channels and service.channels[0].short}
    for placeholder, service in EU_LINES.items():
        if service not in known:
            message = f'texts use "{{{placeholder}}}", but no short code of an active "{service}" stands here'
            yield found(union.country, message, f'add "{service}" with its short code as first channel')


def _links(survey: Survey) -> Iterator[tuple[Text, str, str]]:
    """Yield every link in the words: the text it stands in, "term" or "page", and its target."""
    for phrase in survey.phrases:
        if "](" in phrase:
            yield from ((phrase, kind, target) for _, kind, target in LINK.findall(phrase))


def _missing(survey: Survey, at: Text, name: str, what: str, file: str, known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding when a name is not known, unless the file in which it should stand could not be read."""
    whole = survey.is_whole(file, f"{file}/{name}")
    if name not in known and whole:
        yield found(at, f'there is no {what} "{name}"', did_you_mean(name, known))
