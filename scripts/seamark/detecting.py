"""Which language a text really is in: a detector reads every translation and says where it doubts.

The detector is py3langid, which carries its model (4.6 MB, 140 languages) and asks nothing of the network.
It needs numpy and some six seconds for all catalogues, so it is no part of `check_data.py`: it has a
command of its own, and the tests run it over every real catalogue.

The limits were measured on the catalogues of this project. A sentence is doubted when another language is
ten times as likely: no right sentence of 13,011 reaches nine, and of the sentences of one site language
planted in another 99.4 % are caught (57 % between Danish and Norwegian, whose sentences often are the
same). All texts of a page together are doubted when another language is twice as likely: no page of 1,612
is doubted wrongly, and every swapped one is caught.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .languages import language_name
from .loading import Data
from .problems import Place, Problem
from .translations import PLACEHOLDER, SOURCE_LANGUAGE, Catalogue, Unit, units
from .wording import LINK

RULE = "texts-are-in-their-language"
SENTENCE_LETTERS, SENTENCE_ODDS = 40, 10.0
PAGE_LETTERS, PAGE_ODDS = 200, 2.0
SENTENCE_END = re.compile(r"(?<=[.!?…:;])[»”“\"')]*\s+")
NAMES = "acronyms#"  # names of organisations stay official, in whatever language they are
OTHER_CODES = {"nb": "no"}  # languages that the detector knows by another code

Likelihoods = Mapping[str, float]
Detector = Callable[[str], Likelihoods]


def make_detector() -> Detector:
    """Return a function from a text to the likelihood of each language. Raises `ImportError` without py3langid."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return lambda text: dict(identifier.rank(text))


def find_foreign(data: Data, detector: Detector, only: str | None = None) -> list[Problem]:
    """Return a problem for each text that is in another language than it claims, English texts included.

    `only` is the one language of the site to look at; without it, all are. A language that the detector does
    not know is a problem: its texts were not looked at. Raises `KeyError` when the site has not that language,
    and what `Catalogue.load` raises.
    """
    known = set(detector("a"))
    problems: list[Problem] = []
    languages = {str(language.code): str(language.code) for language in data.site.languages}
    for language in languages.values() if only is None else [languages[only]]:
        code = _detector_code(language)
        if code in known:
            problems += _find(data, language, lambda text, code=code: _other(detector(text), code))  # type: ignore[misc]
        else:
            message = f'the detector of languages does not know "{language}", so nothing was looked at in it'
            problems.append(Problem(place=Place("data/site.yml"), rule=RULE, message=message, fix="have somebody read it"))
    return sorted(set(problems))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text as a reader sees them: without marks, placeholders and targets of links."""
    shown = PLACEHOLDER.sub("", LINK.sub(r"\1", text)).replace("**", "")
    return [part for part in SENTENCE_END.split(shown) if part]


def _find(data: Data, language: str, other: Callable[[str], tuple[str, float]]) -> Iterator[Problem]:
    pages: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for unit, place, text in _texts(data, language):
        pages[unit.id.partition("#")[0]].append((place, text))
        for sentence in sentences(text):
            if len(sentence) >= SENTENCE_LETTERS:
                found, odds = other(sentence)
                if odds > SENTENCE_ODDS:
                    yield _problem(place, f'"{sentence[:60]}"', found, language)
    for page, parts in pages.items():
        whole = " ".join(" ".join(sentences(text)) for _, text in parts)
        if len(whole) >= PAGE_LETTERS:
            found, odds = other(whole)
            if odds > PAGE_ODDS:
                yield _problem(parts[0][0], f"all of {page} together", found, language)


def _texts(data: Data, language: str) -> Iterator[tuple[Unit, Place, str]]:
    """Yield every text in a language with its unit and place; names are passed over."""
    catalogue = Catalogue.load(data.root, language) if language != SOURCE_LANGUAGE else None
    for unit in units(data):
        entry = catalogue.entries.get(unit.id) if catalogue else None
        if unit.id.startswith(NAMES):
            continue
        if catalogue is None:
            yield unit, unit.text.place, unit.text
        elif entry is not None and entry.text:
            yield unit, Place(path=entry.path, line=entry.line), entry.text


def _other(likelihoods: Likelihoods, claimed: str) -> tuple[str, float]:
    """Return the likeliest language, and how many times as likely as the claimed one it is."""
    best = max(likelihoods, key=likelihoods.__getitem__)
    return best, likelihoods[best] / max(likelihoods[claimed], 1e-30)


def _detector_code(language: str) -> str:
    return OTHER_CODES.get(language, language.partition("-")[0])


def _problem(place: Place, what: str, found: str, claimed: str) -> Problem:
    message = f"{what} reads like {language_name(found, 'en')}, not like {language_name(claimed, 'en')}"
    return Problem(place=place, rule=RULE, message=message, fix="write it in that language")
