"""Call sheets: whom to ring, what to ask in the language of the country, and where to write the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from .contacts import CALLED, channel_kind, channel_value
from .due import Turn, name_in, turns
from .escaping import escaped, visible
from .languages import language_name
from .loading import Data
from .model import UNKNOWN, Channel, Country
from .translations import SOURCE_LANGUAGE, Catalogue, Translator
from .wording import Wording

LINE = "_" * 30
# Fact of a number → the question, and the words for "we do not know …".
QUESTIONS = {
    "hours": ("ring-hours", "unknown-hours"),
    "languages": ("ring-languages", "unknown-languages"),
    "cost": ("ring-cost", "unknown-cost"),
    "reach": ("ring-reach", "unknown-reach"),
}
CONFIRMED = 'confirmed:\n  - on: "{day}"\n    how: called\n    by_role: editor'


def sheet_language(data: Data, country: Country) -> str:
    """Return the country's main language where the site is translated into it, else English."""
    main = str(country.languages[0])
    return main if main in {str(language.code) for language in data.site.languages} else SOURCE_LANGUAGE


def call_sheet(data: Data, country: Country, language: str, as_of: date, *, markdown: bool = False) -> str:
    """Return the sheet for what is due in a country on a day, as text or as Markdown.

    Emergency numbers are not on it: nobody rings them to ask. Raises what `Catalogue.load` raises.
    """
    words = Words(data, language)
    due = [turn for turn in turns(data, str(country.country)) if turn.is_due(as_of)]
    sheet = Sheet(words=words, shown=(lambda text: escaped(visible(text))) if markdown else visible)
    lines = list(sheet.lines(country, due, as_of))
    notes = [*_language_notes(country, language), *words.notes()]
    return "".join(f"{line}\n" for line in (*lines[:2], *(f"({note})" for note in notes), *lines[2:]))


class Words:
    """The site's words in one language, as plain text."""

    def __init__(self, data: Data, language: str) -> None:
        """`language` is a language of the site."""
        self._wording = Wording(data, Translator(data, Catalogue.load(data.root, language)), lambda kind, name: "")
        self._data = data
        self.language = language

    def ui(self, key: str, **values: object) -> str:
        """Return a text of the interface."""
        return self._wording.ui_plain(key, **values)

    def country(self, country: Country) -> str:
        """Return the name of a country."""
        return self._wording.country(country.country)

    def fact(self, channel: Channel, name: str) -> str:
        """Return what the site says about a number: hours, languages, cost or reach; or that it is not known."""
        value = getattr(channel, name)
        if value in (UNKNOWN, (UNKNOWN,)):
            return self.unknown(QUESTIONS[name][1])
        if name == "hours":
            said: Markup = self._wording.hours(value)
        elif name == "languages":
            said = self._wording.language_list(value)  # type: ignore[assignment]
        else:
            said = self._wording.text(getattr(self._data.vocabularies, name)[value].label)
        return self.ui("ring-now", facts=Markup(said).replace(Markup("<br>"), Markup("; ")).striptags())

    def unknown(self, key: str) -> str:
        """Return "We do not know: …" for one fact."""
        return self.ui("unknown-facts", facts=self.ui(key))

    def notes(self) -> list[str]:
        """Return what a reader of the sheet should know about its translation."""
        keys = (("missing", "translation-partly"), ("machine", "translation-machine"))
        shown = set(self._wording.statuses)
        return [self.ui(key) for status, key in keys if status in shown]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Writes the lines; `shown` makes text of the data safe for the format."""

    words: Words
    shown: Callable[[str], str]

    def lines(self, country: Country, due: list[Turn], as_of: date) -> Iterator[str]:
        """Yield the sheet line by line: heading, what to say, then every organisation with its questions."""
        yield f"# {self.shown(self.words.ui('ring-title', country=self.words.country(country)))} ({as_of})"
        yield f"\n{self.shown(self.words.ui('ring-say'))}"
        for turn in due:
            yield from self._service(turn)
        if due:
            yield f"\n{self.shown(self.words.ui('ring-after'))}\n\n```yaml\n{CONFIRMED.format(day=as_of)}\n```"

    def _service(self, turn: Turn) -> Iterator[str]:
        languages = (self.words.language, *map(str, turn.country.languages), "en")
        names = [name_in(turn.service.operator, *languages), name_in(turn.service.name, *languages)]
        yield f"\n## {self.shown(' · '.join(filter(None, names)))}\n\n{self.shown(f'{turn.service.id}, {turn.place}')}\n"
        for channel in turn.service.channels:
            yield from self._channel(channel)
        if any(channel_kind(channel) in CALLED for channel in turn.service.channels):
            known = turn.service.caller.anonymous if turn.service.caller else UNKNOWN
            said = f"caller-anonymous-{known}"
            now = (
                self.words.unknown("unknown-anonymous")
                if known == UNKNOWN
                else self.words.ui("ring-now", facts=self.words.ui(said))
            )
            yield from self._question("ring-anonymous", now, f"{turn.place}, caller: anonymous")
        yield from self._question("ring-else", "", turn.place)

    def _channel(self, channel: Channel) -> Iterator[str]:
        kind = channel_kind(channel)
        at = getattr(channel, kind).place
        place = f"{at.path}:{at.line}, "
        yield from self._question("ring-contact", "", f"{place}{kind}", contact=channel_value(channel))
        for name, (question, _) in QUESTIONS.items() if kind in CALLED else ():
            fields = f"{name}, interpreters" if name == "languages" else name
            yield from self._question(question, self.words.fact(channel, name), f"{place}{fields}")

    def _question(self, key: str, now: str, place: str, **values: object) -> Iterator[str]:
        yield f"- [ ] {self.shown(self.words.ui(key, **values))}"
        if now:
            yield f"  {self.shown(now)}  "
        yield f"  {self.shown(self.words.ui('ring-answer'))} {self.shown(LINE)}  "
        yield f"  {self.shown(self.words.ui('ring-write', place=place))}"


def _language_notes(country: Country, language: str) -> Iterator[str]:
    main = str(country.languages[0])
    if language != main:
        names = [language_name(code, "en") for code in (language, main)]
        yield f"This sheet is in {names[0]}; the country's main language is {names[1]}."
