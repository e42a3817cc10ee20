"""Rules on the words that people read and translators translate.

Facts never stand in words: they enter through placeholders, so that a number is changed in one place
for all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Phrase
from ..problems import did_you_mean
from ..wording import EU_LINES, LINK, PAGE_PLACEHOLDERS, PLACEHOLDER
from .survey import Finding, Survey, found

DIGIT_RUN = re.compile(r"\d(?:[\s.\-–—/()]{0,2}\d){2,}")
# Each begins where a word does: tried within words too, it would take a tenth of the whole check.
ADDRESS = re.compile(
    r"(?<!\S)\S+@\S+|\b\w+://\S*|\bwww\.\S+|\b[a-z0-9-]+\.(?:com|org|net|info|gov|[a-z]{2})(?:/\S*|\b)",
    re.IGNORECASE,
)
HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*[-–—]\s*\d{1,2}\b|\b\d{1,2}\s*[ap]\.?m\b|\b24/7\b", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z!][^>]*>|&[a-zA-Z]+;|&#\d+;|[`\\]")
MARK = re.compile(r"[*\[\]]")
HALF_LINK = re.compile(r"\]\(|\[[^\]]*$|^[^\[]*\]|\]\s*\((?:term|page):")
WORDS_FILES = ("data/pages/", "data/tips/", "data/media/")
INTERFACE_FILE = "data/ui.yml"
SPOKEN_FILE = "data/spoken.yml"
OWN_WORDS = (*WORDS_FILES, INTERFACE_FILE, SPOKEN_FILE, "data/vocabularies.yml", "data/countries/")


def words_hold_no_digit_runs(survey: Survey) -> Iterator[Finding]:
    """A text for readers holds no run of three or more digits, also not with spaces, dots or hyphens between."""
    for phrase, seen in _bare(survey):
        for match in DIGIT_RUN.finditer(seen):
            if HOUR.fullmatch(match[0]):
                continue  # told as an opening hour
            message = f'the text holds the digits "{match[0]}", which nobody would correct in every language'
            yield found(phrase, message, "use a placeholder, or say it without the digits")


def words_hold_no_addresses(survey: Survey) -> Iterator[Finding]:
    """A text for readers holds no e-mail address and no web address."""
    for phrase, seen in _bare(survey):
        if match := ADDRESS.search(seen):
            fix = 'take it out; link to a page of this site with "[words](page:help/index)"'
            yield found(phrase, f'the text holds the address "{match[0].rstrip(".,;:!?")}"', fix)


def words_hold_no_opening_hours(survey: Survey) -> Iterator[Finding]:
    """A text for readers holds no opening hours: these stand with the number that they are for."""
    for phrase, seen in _bare(survey):
        if match := HOUR.search(DIGIT_RUN.sub(_unless_hour, seen)):
            fix = 'write them as "hours:" of the channel, and take them out here'
            yield found(phrase, f'the text holds the time "{match[0]}"', fix)


def placeholders_are_known(survey: Survey) -> Iterator[Finding]:
    """Curly brackets stand in pairs, around the name of a fact that can be filled in there."""
    for phrase in survey.phrases:
        if "{" not in phrase and "}" not in phrase:
            continue
        rest = PLACEHOLDER.sub("", phrase)
        if "{" in rest or "}" in rest:
            message = f'a curly bracket is not closed or not opened in "{phrase[:60]}"'
            yield found(phrase, message, 'write it like "{emergency}"')
        if phrase.place.path == INTERFACE_FILE:
            continue  # what each text of the interface is filled with is known to the templates
        allowed = _placeholders(survey, phrase.place.path)
        for name in PLACEHOLDER.findall(phrase):
            if name not in allowed:
                yield found(phrase, f'nothing can be filled in for "{{{name}}}" here', did_you_mean(name, allowed))


def marks_are_balanced(survey: Survey) -> Iterator[Finding]:
    """Bold text stands between two pairs of stars, and a link is "[words](term:…)" or "[words](page:…)"."""
    for phrase in survey.phrases:
        if not MARK.search(phrase):
            continue
        rest = LINK.sub("", phrase)
        if rest.count("**") % 2 or "*" in rest.replace("**", ""):
            yield found(phrase, f'the stars in "{phrase[:60]}" are not in pairs', 'write bold words like "**this**"')
        if HALF_LINK.search(rest):
            message = f'"{phrase[:60]}" holds a link that cannot be read'
            yield found(phrase, message, 'write "[words](term:debt-bondage)" or "[words](page:help/index)"')


def words_hold_no_html(survey: Survey) -> Iterator[Finding]:
    """A text for readers holds no HTML and no code."""
    for phrase in survey.phrases:
        if match := TAG.search(phrase):
            yield found(phrase, f'the text holds "{match[0]}", which belongs to HTML or code', "take it out")


def banned_wordings_are_not_used(survey: Survey) -> Iterator[Finding]:
    """A wording that the glossary bans stands in no page, tip, guideline, list, profile, news item or text of the interface."""
    concepts = survey.data.glossary.values()
    banned = {str(item.term).lower(): concept for concept in concepts for item in concept.avoid if item.banned}
    if not banned:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(banned, key=len, reverse=True)))})s?\b", re.IGNORECASE)
    quoted = {id(row.avoid) for page in survey.data.words.values() for part in page.sections for row in part.words}
    own = (*survey.english, *(phrase for phrase in survey.phrases if phrase.place.path.startswith(OWN_WORDS)))
    for phrase in own:
        if id(phrase) not in quoted and (match := pattern.search(phrase)):
            concept = banned.get(match[0].lower()) or banned[match[0].lower().removesuffix("s")]
            yield found(phrase, f'"{match[0]}" is banned by data/glossary/{concept.id}.yml', f'write "{concept.term}"')


def interface_texts_fit(survey: Survey) -> Iterator[Finding]:
    """A text of the interface is not longer than its "max", which is a whole number of letters."""
    for item in survey.data.interface.values():
        if item.max is None:
            continue
        if not (item.max.isascii() and item.max.isdigit() and int(item.max)):
            yield found(item.max, f'"{item.max}" is not a number of letters', 'type a whole number: "26"')
        elif len(item.text) > int(item.max):
            message = f'"{item.text}" has {len(item.text)} letters, and only {item.max} fit'
            yield found(item.text, message, "shorten it")


@lru_cache(maxsize=100_000)
def bare(text: str) -> str:
    """Return a text without placeholders and without the targets of links."""
    text = LINK.sub(r"\1", text) if "](" in text else text
    return PLACEHOLDER.sub("…", text) if "{" in text else text


def _bare(survey: Survey) -> Iterator[tuple[Phrase, str]]:
    """Yield every phrase with what a reader sees of it."""
    for phrase in survey.phrases:
        yield phrase, bare(phrase)


def _unless_hour(run: re.Match[str]) -> str:
    """Return a run of digits if it is an hour; a longer one is told as digits."""
    return run[0] if HOUR.fullmatch(run[0]) else "…"


def _placeholders(survey: Survey, path: str) -> set[str]:
    """Return the placeholders that the words of a file may use."""
    if path.startswith(WORDS_FILES):
        return {*EU_LINES, *PAGE_PLACEHOLDERS, *(f"law_{name.replace('-', '_')}" for name in survey.data.laws)}
    return {"language"} if path == SPOKEN_FILE else set()
