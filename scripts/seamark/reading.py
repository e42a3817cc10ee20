"""Reading: what pages to read take from the data: concepts, institutions, laws, figures, profiles, news, open data."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from . import figures, languages, news
from .exports import FILES, FOLDER, own_tables
from .frame import DIGITS, Frame
from .model import Concept, Institution, Law, Reference
from .profiles import Profile
from .translations import Shown
from .yamltext import Text


class Reading(Frame):
    """A page's frame with what is not about a line to call."""

    def concepts(self) -> list[tuple[str, list[Concept]]]:
        """Return the glossary's concepts in alphabetical order of the language, under their first letters."""
        named = sorted(
            ((self.wording.plain(concept.term), concept) for concept in self.data.glossary.values()),
            key=lambda item: languages.sort_key(item[0], self.language),
        )
        letters: dict[str, list[Concept]] = {}
        for name, concept in named:
            letters.setdefault(name[:1].upper(), []).append(concept)
        return list(letters.items())

    def equivalents(self, concept: Concept) -> list[Shown]:
        """Return the concept's term in every language of the site that has it, in the order of the languages."""
        shown = (self.renderer.shown_in(str(language.code), concept.term) for language in self.data.site.languages)
        return [term for term in shown if term]

    def other_acronyms(self, concept: Concept) -> list[str]:
        """Return the acronyms that the list of acronyms has for a concept besides the concept's own."""
        named = (name for name, acronym in self.data.acronyms.items() if acronym.concept == concept.id)
        return [str(name) for name in named if name != concept.acronym]

    def institutions(self) -> list[tuple[str, list[Institution]]]:
        """Return the institutions to ask, under the names of their countries in the language's alphabetical order."""
        found: dict[str, list[Institution]] = {}
        for item in self.data.institutions:
            found.setdefault(self.wording.country(item.country), []).append(item)
        return sorted(found.items(), key=lambda row: languages.sort_key(row[0], self.language))

    @property
    def institution_sources(self) -> list[Reference]:
        """The sources that name the institutions, each once."""
        named = dict.fromkeys(name for item in self.data.institutions for name in item.source)
        return [self.data.references[name] for name in named]

    def institution_name(self, item: Institution) -> Markup:
        """Return the name of an institution in the reader's language where the source gives it, else in English."""
        language = self.language if self.language in item.name else next(iter(item.name))
        return self._name(item.name[language], language)  # type: ignore[index]

    def laws_of(self, body: str) -> list[tuple[str, Law, list[tuple[Text, Concept]]]]:
        """Return the laws of a body ("un"), newest last, each with its id and the articles that the glossary cites."""
        cited: dict[str, list[tuple[Text, Concept]]] = {}
        for concept in self.data.glossary.values():
            for legal in concept.legal:
                if legal.article:
                    cited.setdefault(legal.law, []).append((legal.article, concept))
        laws = ((str(id), law) for id, law in self.data.laws.items() if law.body.lower() == body)
        ordered = sorted(laws, key=lambda item: (item[1].adopted, item[0]))
        return [(id, law, sorted(cited.get(id, ()), key=_article_order)) for id, law in ordered]

    def statistics(self) -> list[tuple[str, figures.Statistics]]:
        """Return the figures of every state, with the name of its file, by the state's name in the language."""
        return sorted(self.data.statistics.items(), key=self._country_order)

    def profiles(self) -> list[tuple[str, Profile]]:
        """Return the profile of every state, with the name of its file, by the state's name in the language."""
        return sorted(self.data.profiles.items(), key=self._country_order)

    def news(self) -> list[tuple[str, news.NewsItem]]:
        """Return the news, the latest first, with the names of their files."""
        return news.latest_first(self.data)

    @property
    def news_feed(self) -> str:
        """The news as an Atom feed."""
        return news.feed(self.data)

    def _country_order(self, item: tuple[str, figures.Statistics | Profile]) -> Any:
        return languages.sort_key(self.wording.country(item[1].country), self.language)

    @property
    def open_data_address(self) -> str:
        """The full address below which the open data stand."""
        return f"{self.data.site.url}{FOLDER}/"

    def open_data(self, section: str) -> list[str]:
        """Return the files of the open data, below the site's root, that a section of the page about them names."""
        return [f"{FOLDER}/{name}" for name in FILES.get(section, ())]

    @property
    def figures_file(self) -> str:
        """The table of all figures to download, below the site's root."""
        return f"{FOLDER}/{own_tables.FIGURES.path}"

    @property
    def examples(self) -> frozenset[str]:
        """The sections of the page about the data that have an example in a programming language."""
        folder = self.data.root / "overrides" / "blocks" / "examples"
        return frozenset(path.stem for path in folder.glob("*.py"))

    def _name(self, name: str, language: str) -> Markup:
        """Return an official name; digits in it are marked as part of a name, so that nobody takes them for a number."""
        shown = self.wording.foreign(name, language)
        return Markup('<data class="name" value="{}">{}</data>').format(name, shown) if DIGITS.search(name) else shown


def _article_order(cited: tuple[Text, Concept]) -> list[tuple[bool, int, str]]:
    """Return what sorts articles as people count: 3(a) before 3(b) before 10."""
    article, concept = cited
    parts = re.findall(r"\d+|\D+", f"{article} {concept.id}")
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]
