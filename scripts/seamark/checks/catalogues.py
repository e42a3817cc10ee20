"""Rules on translations: a translation says what the English text says, with the same facts and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

from ..languages import ALPHABETS, script_of
from ..problems import Place, Problem
from ..translations import ROLES, Catalogue, Entry, Unit
from ..wording import LINK, PLACEHOLDER
from .survey import Finding, Survey, found
from .words import ADDRESS, DIGIT_RUN, TAG, bare

# Letters with marks that a language has besides its alphabet, in loan words or to tell words apart; without a line
# here and an alphabet in `languages` the letters of a language are not looked at.
MORE_LETTERS = {"da": "áéó", "de": "äöüß", "fi": "šž", "nb": "éèêóòôâ", "ru": "ё", "sv": "áàéèü"}
SENTENCE_END = re.compile(r"[.!?…]+[»«”“\"')]*(?=\s|$)")
SHORTER = 0.85  # a translation with fewer sentences that is also this much shorter than the English text lacks something
LETTERS = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z]")
LONG_LATIN_WORD = re.compile(r"[A-Za-z]{4,}")
# Without one of these there can be no run of digits, address or tag: looking for them first is much faster.
FACT_HINTS = re.compile(r"[\d<&`\\@:]"), re.compile(r"\.\S")
MIXED_WORD = re.compile(r"[^\W\d_]*(?:[A-Za-z](?=[\u0400-\u052f])|[\u0400-\u052f](?=[A-Za-z]))[^\W\d_]*")
IN_BRACKETS = re.compile(r"\{[^}]*\}")
CYRILLIC = re.compile(r"[\u0400-\u052f]+")


def catalogues_can_be_read(survey: Survey) -> Iterator[Finding]:
    """Every language of the site except English has catalogues in locale/, and they can be read."""
    for language, catalogue in survey.catalogues.items():
        if isinstance(catalogue, Problem):
            yield found(catalogue.place, f"the file cannot be read: {catalogue.message}", catalogue.fix)
        elif not _is_begun(catalogue):
            message = f'"{language}" is a language of the site, and there are no translations into it'
            fix = "add its catalogues, or take the language out of data/site.yml"
            yield found(Place(path=f"locale/{language}"), message, fix)


def sign_offs_can_be_trusted(survey: Survey) -> Iterator[Finding]:
    """A sign-off was given on a day that has been, by one of the roles that may sign; no person is named."""
    for catalogue in _readable(survey):
        for item in catalogue.signoffs.values():
            if item.by_role not in ROLES:
                yield found(item.by_role, f'"{item.by_role}" is no role that can sign', f"write one of {', '.join(ROLES)}")
            day = _day(item.on)
            if day is None or day > survey.today:
                yield found(item.on, f'"{item.on}" is no day on which somebody can have signed', 'write it like "2026-11-22"')


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def critical_texts_are_translated(survey: Survey) -> Iterator[Finding]:
    """A text on which a person at risk acts is translated into every language of the site.

    Texts of country files are excepted: a line must be paused at once, not after fourteen translations.
    Until then readers see the English text.
    """
    for catalogue in filter(_is_begun, _readable(survey)):
        missing: dict[str, list[str]] = {}
        for unit in survey.units:
            if unit.critical and unit.domain != "countries" and catalogue.status(unit.id, unit.text) == "missing":
                missing.setdefault(unit.domain, []).append(unit.id)
        for domain, names in missing.items():
            message = f"texts on which a person at risk acts are not translated ({len(names)}): {', '.join(names[:3])}"
            message += ", …" if len(names) > 3 else ""
            place = Place(path=f"locale/{catalogue.language}/{domain}.po")
            yield found(place, message, "translate them, or take the language out of data/site.yml until they are")


def translations_keep_the_placeholders(survey: Survey) -> Iterator[Finding]:
    """A translation holds the same placeholders as the English text, each as often."""
    for _, _, entry in _entries(survey):
        if "{" not in entry.source + entry.text:
            continue
        wanted, held = (Counter(PLACEHOLDER.findall(text)) for text in (entry.source, entry.text))
        if wanted != held or entry.text.count("{") != entry.source.count("{"):
            yield _finding(entry, "placeholders", _in_brackets(held), _in_brackets(wanted))


def translations_keep_the_marks(survey: Survey) -> Iterator[Finding]:
    """A translation links to the same pages and concepts as the English text, and has as many bold words."""
    for _, _, entry in _entries(survey):
        if not any(mark in text for mark in ("](", "**") for text in (entry.text, entry.source)):
            continue  # most texts hold none
        wanted, held = (sorted(target for _, *target in LINK.findall(text)) for text in (entry.source, entry.text))
        if wanted != held or entry.text.count("](") != entry.source.count("]("):
            shown = [", ".join(":".join(target) for target in targets) for targets in (held, wanted)]
            yield _finding(entry, "links", *shown)
        stars = [str(text.count("**")) for text in (entry.text, entry.source)]
        if stars[0] != stars[1]:
            yield _finding(entry, 'marks "**"', *stars)


def translations_add_no_facts(survey: Survey) -> Iterator[Finding]:
    """A translation holds no run of digits, no address and no HTML that the English text lacks."""
    for _, _, entry in _entries(survey):
        if not any(hint.search(entry.text) for hint in FACT_HINTS):
            continue
        text = bare(entry.text)
        for pattern in (DIGIT_RUN, ADDRESS, TAG):
            for match in pattern.finditer(text):
                if match[0].lower() not in entry.source.lower():
                    message = f'the translation holds "{match[0]}", which the English text does not'
                    yield found(_place(entry), message, "take it out: facts enter through placeholders")


def translations_use_their_own_letters(survey: Survey) -> Iterator[Finding]:
    """A translation holds no letters of another language, and no word of another alphabet than the source has.

    In Latin letters, words with a capital may be names and are passed over, as are words of the English text.
    """
    for catalogue, unit, entry in _entries(survey):
        foreign = _foreign_letters(catalogue.language, entry) if not unit.id.startswith("acronyms#") else []
        if foreign:
            message = f'"{", ".join(foreign)}" is no letter of the language "{catalogue.language}"'
            yield found(_place(entry), message, "correct the word")
        for word in _words_of_another_alphabet(catalogue.language, entry, survey.data.site.name):
            message = f'the word "{word}" is not in the alphabet of "{catalogue.language}"'
            yield found(_place(entry), message, "translate it, or type it with the right keyboard")


def translations_drop_no_sentence(survey: Survey) -> Iterator[Finding]:
    """A translation that has fewer sentences than the English text is not much shorter, too: then one is missing.

    Two sentences may become one; of our own translations, no right one is refused, and of those from which one
    sentence was taken out 93 of 100 are.
    """
    for _, unit, entry in _entries(survey):
        if len(entry.text) < SHORTER * len(entry.source) and entry.source == unit.text:
            held, wanted = (len(SENTENCE_END.findall(text)) for text in (entry.text, entry.source))
            if held < wanted > 1:
                message = f"the translation has {held} of {wanted} sentences, and is much shorter than the English text"
                yield found(_place(entry), message, "translate every sentence")


def nothing_is_left_in_english(survey: Survey) -> Iterator[Finding]:
    """A translation of more than three words differs from the English text; names behind an acronym may stay."""
    for _, unit, entry in _entries(survey):
        if unit.id.startswith("acronyms#"):
            continue  # names of organisations stay official
        if entry.text.strip().lower() == entry.source.strip().lower() and len(re.findall(r"[^\W\d_]+", entry.text)) > 3:
            yield found(_place(entry), f'"{entry.text[:60]}" is still English', "translate it, or leave it empty")


def translations_fit(survey: Survey) -> Iterator[Finding]:
    """A translation of the interface is not longer than the "max" of its text in data/ui.yml."""
    for _, unit, entry in _entries(survey):
        if unit.limit is not None and len(entry.text) > unit.limit:
            message = f'"{entry.text}" has {len(entry.text)} letters, and only {unit.limit} fit'
            yield found(_place(entry), message, "shorten it")


def spoken_sentences_agree(survey: Survey) -> Iterator[Finding]:
    """A sentence in another official language holds the placeholders of the English one, and nothing that it lacks.

    Once that language is one of the site, its catalogue goes before, and the sentence here may stay.
    """
    for sentence in survey.data.spoken.values():
        wanted = Counter(PLACEHOLDER.findall(sentence.text))
        for text in sentence.other_languages.values():
            if Counter(PLACEHOLDER.findall(text)) != wanted or text.count("{") != sentence.text.count("{"):
                message = f'"{text}" has not the placeholders of "{sentence.text}"'
                yield found(text, message, f"write {_in_brackets(wanted) or 'no placeholder'} in it")
            for pattern in (DIGIT_RUN, ADDRESS, TAG):
                if match := pattern.search(bare(text)):
                    yield found(text, f'"{text}" holds "{match[0]}"', "take it out: facts enter through placeholders")


def _readable(survey: Survey) -> Iterator[Catalogue]:
    for catalogue in survey.catalogues.values():
        if isinstance(catalogue, Catalogue):
            yield catalogue


def _is_begun(catalogue: Catalogue) -> bool:
    return any(entry.text for entry in catalogue.entries.values())


def _entries(survey: Survey) -> Iterator[tuple[Catalogue, Unit, Entry]]:
    """Yield every translation of a unit, with its catalogue and unit."""
    units = {unit.id: unit for unit in survey.units}
    for catalogue in _readable(survey):
        for name, entry in catalogue.entries.items():
            if entry.text and name in units:
                yield catalogue, units[name], entry


def _foreign_letters(language: str, entry: Entry) -> list[str]:
    """Return letters with marks, or Cyrillic ones, that a language does not have, in order."""
    odd = _odd_letter(language)
    if not odd or not odd.search(entry.text):
        return []
    source = entry.source.lower()
    words = [word for word in LETTERS.findall(entry.text) if odd.search(word) and word.lower() not in source]
    if script_of(language) == "Latn":
        words = [word for word in words if word[0].islower()]
    return sorted({letter.lower() for word in words for letter in odd.findall(word)})


@cache
def _odd_letter(language: str) -> re.Pattern[str] | None:
    """Return what finds a letter that is neither plain Latin nor of the language; None for one without an alphabet."""
    small = ALPHABETS.get(language, "") + MORE_LETTERS.get(language, "")
    return re.compile(rf"[^\W\d_a-zA-Z{small}{small.upper()}]") if small else None


def _words_of_another_alphabet(language: str, entry: Entry, site: str) -> list[str]:
    """Return words of a Latin text in Cyrillic letters or the other way round; names in the source may stay."""
    strange, pattern = {"Cyrl": (LATIN, LONG_LATIN_WORD), "Latn": (CYRILLIC, CYRILLIC)}.get(script_of(language), (None, None))
    if not strange or not pattern or not strange.search(entry.text):
        return []
    seen = IN_BRACKETS.sub("…", bare(entry.text))  # what stands in curly brackets is told by another rule
    words = [*pattern.findall(seen), *MIXED_WORD.findall(seen)]
    source = f"{entry.source} {site}".lower() if words else ""
    return [word for word in words if word.lower() not in source]


def _finding(entry: Entry, what: str, held: str, wanted: str) -> Finding:
    message = f"the translation has the {what} {held or 'none'}, the English text {wanted or 'none'}"
    return found(_place(entry), message, f"write the same {what} as in the English text")


def _in_brackets(names: Counter[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names.elements()))


def _place(entry: Entry) -> Place:
    return Place(path=entry.path, line=entry.line)
