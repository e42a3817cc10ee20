"""Texts of the data in all languages of the site, plain, each with the status of its translation."""

from __future__ import annotations

from ..loading import Data
from ..model import UNKNOWN, Phrase
from ..translations import DOMAINS as DOMAIN_OF
from ..translations import Catalogue, Translator
from ..wording import Wording
from .shape import Said, Translations

# Catalogues of the texts that are exported: reading them all would take twice as long.
DOMAINS = {DOMAIN_OF[name] for name in ("vocabularies", "countries", "glossary", "laws")}
# What is outdated or missing is left out: a text in another language than it says would mislead a program.
GOOD = {"source", "reviewed", "machine"}


class Texts:
    """Shows phrases of the data in every language at once."""

    def __init__(self, data: Data) -> None:
        """Read all catalogues. Raises `PoProblem` for one that is not PO and `YamlProblem` for a broken sign-off file."""
        self.languages = [str(language.code) for language in data.site.languages]
        catalogues = [Catalogue.load(data.root, code, DOMAINS) for code in self.languages]
        first = Translator(data, catalogues[0])
        self._translators = [first, *(first.into(catalogue) for catalogue in catalogues[1:])]
        self._wordings = [Wording(data, translator, lambda kind, name: "") for translator in self._translators]

    def of(self, phrase: Phrase) -> Translations:
        """Return a phrase by language, as far as it is translated and up to date; links and bold words are plain."""
        found = {}
        for language, translator, wording in zip(self.languages, self._translators, self._wordings, strict=True):
            shown = translator.show(phrase)
            if shown.status in GOOD and shown.language == language:
                found[language] = Said(text=wording.plain(phrase), status=shown.status)
        return found

    def maybe(self, phrase: Phrase | None) -> Translations | None:
        """Return a phrase by language, or None where there is none."""
        return None if phrase is None else self.of(phrase)


def known(text: str) -> str | None:
    """Return a fact as plain text, or None where it is unknown."""
    return None if text == UNKNOWN else str(text)


def known_list(texts: tuple[str, ...]) -> list[str] | None:
    """Return facts as plain texts, or None where they are unknown."""
    return None if UNKNOWN in texts else [str(text) for text in texts]


def plain(texts: tuple[str, ...]) -> list[str]:
    """Return texts without their places."""
    return [str(text) for text in texts]
