"""Rules on terms: translations call a concept as the glossary of their language does, and use no wording it bans."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate

from ..problems import Place, did_you_mean
from ..terms import Wording, inflected, pattern, terms_file, wording_of
from ..translations import Catalogue, Entry, Unit
from .survey import Finding, Survey, found
from .words import bare

# The glossary and the laws name wordings to explain them, acronyms stand for official names, and a table of
# wordings quotes what not to write.
QUOTING = re.compile(r"(?:laws|acronyms)#|glossary/.*#(?:term|use\.\d+|avoid\.\d+\.term|headline)$|.*\.words\.\d+\.avoid$")
EXPLAINING = re.compile(r"(?:glossary/|laws#|acronyms#)|.*\.words\.\d+\.avoid$")


def terms_can_be_read(survey: Survey) -> Iterator[Finding]:
    """A file of locale/terms/ belongs to a language of the site, and lists forms for concepts of the glossary."""
    languages = {str(language.code) for language in survey.data.site.languages[1:]}
    for path in sorted((survey.data.root / "locale" / "terms").glob("*")):
        if path.stem not in languages or path.suffix != ".yml":
            place = Place(path=path.relative_to(survey.data.root).as_posix())
            yield found(place, f'"{path.name}" is the file of no language of the site', did_you_mean(path.stem, languages))
    for terms, problems in survey.terms.values():
        for problem in problems:
            yield found(problem.place, problem.message, problem.fix)
        for concept in terms:
            if concept not in survey.data.glossary and survey.is_whole(f"glossary/{concept}"):
                message = f'there is no concept "{concept}" in data/glossary/'
                yield found(concept, message, did_you_mean(concept, survey.data.glossary))


def preferred_terms_are_among_the_forms(survey: Survey) -> Iterator[Finding]:
    """The translated term of a concept is one of the forms that its language lists in locale/terms/."""
    for language, (terms, _) in survey.terms.items():
        for name, forms in terms.items():
            entry = _entry(survey, language, f"glossary/{name}#term")
            if forms.use and entry is not None and not pattern(forms.use).search(entry.text):
                message = f'none of the forms of "{name}" finds its preferred term "{entry.text}"'
                yield found(name, message, f'add a form that finds it, with "*" for endings: "{entry.text.lower()}*"')


def concepts_are_called_by_their_terms(survey: Survey) -> Iterator[Finding]:
    """Where the English text names a concept, the translation names it by a form that its language lists.

    Only concepts with forms in locale/terms/ are looked at; a translation that is outdated waits for its own change.
    """
    naming = _units_by_concept(survey)
    for language, (terms, _) in survey.terms.items():
        for name, forms in terms.items():
            for unit in naming.get(str(name), ()) if forms.use else ():
                entry = _entry(survey, language, unit.id)
                if entry is not None and entry.source == unit.text and not pattern(forms.use).search(bare(entry.text)):
                    message = f'the English text speaks of "{name}", and the translation has none of its forms'
                    fix = f"write one of {', '.join(forms.use)}, or add the form to {terms_file(language).as_posix()}"
                    yield found(_place(entry), message, fix)


def deprecated_terms_are_not_used(survey: Survey) -> Iterator[Finding]:
    """No translation of a page, tip, list or text of the interface holds a wording that its language avoids.

    These are the translations of the wordings that the glossary bans, with other endings too, and the forms under
    "avoid" in locale/terms/.
    """
    units = [unit for unit in survey.units if not EXPLAINING.match(unit.id)]
    for language in survey.terms:
        entries = [entry for unit in units if (entry := _entry(survey, language, unit.id))]
        texts = [bare(entry.text) for entry in entries]
        holding = _finder([text.lower() for text in texts])
        for wording, concept in _deprecated(survey, language):
            for number in holding(wording.hint):
                if match := re.search(wording.expression, texts[number]):
                    entry = entries[number]
                    term = _entry(survey, language, f"glossary/{concept}#term")
                    fix = f'write "{term.text}", or say it in other words' if term else "say it in other words"
                    yield found(_place(entry), f'"{match[0]}" is to be avoided: see the concept "{concept}"', fix)


def _finder(texts: list[str]) -> Callable[[str], list[int]]:
    """Return a function that tells which of the texts hold some letters: all are searched at once, which is quick."""
    whole = "\0".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def holding(letters: str) -> list[int]:
        found: list[int] = []
        place = whole.find(letters)
        while place >= 0:
            found.append(bisect(starts, place) - 1)
            place = whole.find(letters, starts[found[-1] + 1])
        return found

    return holding


def _deprecated(survey: Survey, language: str) -> Iterator[tuple[Wording, str]]:
    """Yield each wording that a language avoids, with its concept."""
    for name, concept in survey.data.glossary.items():
        for number, item in enumerate(concept.avoid, start=1):
            entry = _entry(survey, language, f"glossary/{name}#avoid.{number}.term") if item.banned else None
            if entry is not None:
                yield inflected(entry.text), name
    for concept_id, forms in survey.terms[language][0].items():
        for form in forms.avoid:
            yield wording_of(form), str(concept_id)


def _units_by_concept(survey: Survey) -> dict[str, list[Unit]]:
    """Return, by concept for which some language lists forms, the units whose English text names it."""
    wanted = {str(name) for terms, _ in survey.terms.values() for name, forms in terms.items() if forms.use}
    texts = [(unit, bare(unit.text)) for unit in survey.units if not QUOTING.match(unit.id)] if wanted else []
    named = {}
    for name in wanted & set(survey.data.glossary):
        concept = survey.data.glossary[name]
        words = "|".join(map(re.escape, (concept.term, *concept.use)))
        english = re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)
        named[name] = [unit for unit, text in texts if english.search(text)]
    return named


def _entry(survey: Survey, language: str, unit: str) -> Entry | None:
    """Return the translation of a unit, None where there is none."""
    catalogue = survey.catalogues.get(language)
    entry = catalogue.entries.get(unit) if isinstance(catalogue, Catalogue) else None
    return entry if entry is not None and entry.text else None


def _place(entry: Entry) -> Place:
    return Place(path=entry.path, line=entry.line)
