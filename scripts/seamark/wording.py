"""Wording: every text of the data in one reader's language, as HTML that is safe to put on a page.

Facts enter texts only here, through `{placeholders}`. Text in another language than the page's is
marked with `lang`, as WCAG 2.2 (3.1.2) asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, reduce
from typing import Any

from babel.dates import format_date, format_skeleton
from markupsafe import Markup, escape

from . import hours, languages
from .hours import Span
from .loading import Data
from .model import UNKNOWN, Law, Phrase
from .translations import PLACEHOLDER as PLACEHOLDER
from .translations import Shown, Translator

LINK = re.compile(r"\[([^\]]+)\]\((term|page):([a-z0-9/-]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
# Lines that are the same in many countries, which prose may name: placeholder → service in eu.yml.
EU_LINES = {"emergency": "eu-112", "child_helpline": "eu-116111", "missing_children": "eu-116000"}
# Signs that would mean something else to Markdown, outside tags, placeholders and entities: everywhere, and at
# the beginning of a line, where "24. veebruar" would be the first item of a list.
MARKDOWN = re.compile(r"<[^>]*>|\{[a-z_0-9]+\}|&#?\w+;|([*_`\\\[\]{}#]|^[-+~]|(?<=^\d)\.|(?<=^\d\d)\.)")
YEAR = re.compile(r"\{(\d{4})\}", re.ASCII)
# Placeholders that every page can fill from its own language.
PAGE_PLACEHOLDERS = frozenset({"language_in_english"})
LinkTo = Callable[[str, str], str]


class Wording:
    """Texts, names, dates and hours in one language.

    `statuses` collects the status of every text that was shown, so that a page can say how it was
    translated.
    """

    def __init__(self, data: Data, translator: Translator, link_to: LinkTo) -> None:
        """`link_to` gives the address of ("term", concept id) or ("page", path in docs/)."""
        self.data = data
        self.language = translator.catalogue.language
        self.statuses: set[str] = set()
        self._translator = translator
        self._link_to = link_to

    def text(self, phrase: Phrase, **values: object) -> Markup:
        """Return a phrase as HTML, with its links, bold words and placeholders filled.

        Raises `ValueError` for a placeholder that nothing fills.
        """
        shown = self._show(phrase)
        html = str(escape(shown.text))
        html = _html(LINK.sub(self._linked, html) if "](" in html else html)
        if "{" in html:
            html = PLACEHOLDER.sub(lambda found: str(self._value(phrase, found[1], values)), html)
        return self._marked(html, shown.language)

    def plain(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase as plain text, for titles and attributes."""
        text = _unmarked(self._show(phrase).text)
        if "{" not in text:
            return text
        # A value is HTML; only its text can stand in a title or an attribute, where it is escaped again.
        return PLACEHOLDER.sub(lambda found: Markup(self._value(phrase, found[1], values)).striptags(), text)

    def ui(self, key: str, **values: object) -> Markup:
        """Return a text of the interface (ui.yml) as HTML. Raises `KeyError` for a key that is not there."""
        return self.text(self.data.interface[key].text, **values)  # type: ignore[index]

    def ui_plain(self, key: str, **values: object) -> str:
        """Return a text of the interface as plain text."""
        return self.plain(self.data.interface[key].text, **values)  # type: ignore[index]

    def ui_raw(self, key: str) -> str:
        """Return a text of the interface with its placeholders unfilled, for the scripts that fill them."""
        return self._show(self.data.interface[key].text).text  # type: ignore[index]

    def foreign(self, text: str, language: str) -> Markup:
        """Return a name in another language as HTML, marked with that language where it is not the page's."""
        return self._marked(str(escape(text)), language)

    def number(self, dialled: str) -> Markup:
        """Return a link that dials a number; its text is what is dialled."""
        return Markup('<a href="tel:{0}"><bdi dir="ltr">{0}</bdi></a>').format(dialled)

    def law(self, law: Law) -> Markup:
        """Return the short name of a law with its number."""
        if law.number is None:
            return self.text(law.short)
        return Markup('{} <data class="law" value="{}">{}</data>').format(self.text(law.short), law.number, law.number)

    def date(self, text: str | date, language: str | None = None) -> Markup:
        """Return a full or partial date as a time element in the long form of the page's or another language."""
        machine = text.isoformat() if isinstance(text, date) else str(text)
        return Markup('<time datetime="{}">{}</time>').format(machine, self.date_text(machine, language))

    def dated(self, text: str) -> Markup:
        """Return an English sentence that is not translated as HTML; its years, written as {2018}, become time elements."""
        return Markup(YEAR.sub(lambda found: str(self.date(found[1])), str(escape(text))))

    def period(self, text: str) -> Markup:
        """Return a year ("2016") or a span of years ("2016-2018") as time elements."""
        return Markup("–").join(self.date(year) for year in text.split("-"))

    def date_text(self, machine: str, language: str | None = None) -> str:
        """Return a full or partial date ("2023", "2023-03", "2023-03-09") in a language's long form."""
        return _date_text(machine, language or self.language)

    def country(self, code: str) -> str:
        """Return the name of a country in the language."""
        return languages.country_name(code, self.language)

    def language_list(self, codes: Iterable[str]) -> str:
        """Return names of languages as a list in running text, the reader's own first."""
        ordered = sorted(codes, key=lambda code: code != self.language)
        return self.join(languages.language_name(code, self.language) for code in ordered)

    def join(self, texts: Iterable[str | Markup]) -> Markup:
        """Return texts as a list in running text; HTML stays HTML.

        Only the language's comma is used: an "and" would need other forms before some sounds.
        """
        comma = languages.locale_of(self.language).list_patterns["standard"]["middle"]
        items = [str(escape(text)) for text in texts]
        return Markup(reduce(comma.format, items) if items else "")

    def labels(self, texts: Iterable[str | Markup]) -> Markup:
        """Return words of closed lists beside each other; each begins with a capital, so no comma joins them."""
        return Markup(" · ").join(texts)

    def hours(self, text: str) -> Markup:
        """Return opening hours as lines of days and times, open days only."""
        if text == hours.ALWAYS:
            return self.ui("always-open")
        week = [(hours.days_text(row.days, self.language), row.spans) for row in hours.week(text)]
        on_holidays = hours.on_holidays(text)
        rows = [*week, (self.ui("on-holidays"), on_holidays or ())]
        lines = [self._times(days, spans) for days, spans in rows if spans]
        if on_holidays == ():
            lines.append(self.ui("closed-holidays"))
        return Markup("<br>").join(lines)

    @property
    def clock_pattern(self) -> str:
        """Return how the language writes a time of day, for the script: "H:mm"."""
        return hours.clock_pattern(self.language)

    @property
    def day_names(self) -> list[str]:
        """Return the names of the days from Monday, for the script."""
        return hours.day_names(self.language)

    def _times(self, days: str, spans: Iterable[Span]) -> Markup:
        times = ", ".join(hours.span_text(span, self.language) for span in spans)
        return Markup('{0} <data class="hours" value="{1}">{1}</data>').format(days, times)

    def _show(self, phrase: Phrase) -> Shown:
        shown = self._translator.show(phrase)
        self.statuses.add(shown.status)
        return shown

    def _marked(self, html: str, language: str) -> Markup:
        if language == self.language or language == UNKNOWN:
            return Markup(html)
        return Markup(f'<span lang="{escape(language)}" dir="{languages.direction(language)}">{html}</span>')

    def _linked(self, found: re.Match[str]) -> str:
        return f'<a href="{escape(self._link_to(found[2], found[3]))}">{found[1]}</a>'

    def _value(self, phrase: Phrase, name: str, values: Mapping[str, object]) -> Any:
        if name in values:
            return escape(values[name])
        if name == "language_in_english":
            return self.foreign(languages.language_name(self.language, "en"), "en")
        if name in EU_LINES:
            return self.number(self._eu_number(EU_LINES[name]))
        if name.startswith("law_") and (law := self.data.laws.get(name[4:].replace("_", "-"))):  # type: ignore[call-overload]
            return self.law(law)
        raise ValueError(f"{phrase.place}: nothing fills the placeholder {{{name}}}")

    def _eu_number(self, service_id: str) -> str:
        country = self.data.countries["eu"]
        for emergency in country.emergency:
            if emergency.id == service_id:
                return str(emergency.number)
        service = self.data.service(service_id)
        number = service.channels[0].short if service else None
        if number is None:
            raise ValueError(f"data/countries/eu.yml: {service_id} is missing, which pages name")
        return str(number)


# Most texts and dates stand on many pages, so these are worked out once.


@lru_cache(maxsize=20_000)
def _html(html: str) -> str:
    """Return HTML with its bold words, and with each sign that would mean something to Markdown as an entity."""
    html = BOLD.sub(r"<strong>\1</strong>", html)
    return MARKDOWN.sub(lambda found: f"&#{ord(found[1])};" if found[1] else found[0], html)


@lru_cache(maxsize=20_000)
def _unmarked(text: str) -> str:
    """Return a text without the signs for links and bold words."""
    return BOLD.sub(r"\1", LINK.sub(r"\1", text))


@lru_cache(maxsize=20_000)
def _date_text(machine: str, language: str) -> str:
    """Return a full or partial date in the long form of a language."""
    locale = languages.locale_of(language)
    parts = [int(part) for part in machine.split("-")]
    if len(parts) == 1:
        return machine
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=locale))
    return str(format_date(date(*parts), "long", locale=locale))
