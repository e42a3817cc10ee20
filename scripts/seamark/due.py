"""What is due: the services that somebody should look at again, by the limits in `data/site.yml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from .contacts import active
from .escaping import escaped, visible
from .freshness import Age, age_of
from .languages import country_name
from .loading import Data
from .model import ByLanguage, Country, Service

HOW = (
    "",
    "1. What to ask, in the language of the country: `scripts/report_due.py --call-sheet EE`, with the country's code.",
    "2. Where the answer goes: the link below the contact on its page, or `scripts/edit_contact.py confirm` (CONTRIBUTING.md).",
    "3. Tick it off here. From the next report on, what was confirmed is no longer listed.",
)
Shown = Callable[[str], str]  # makes text of the data safe for a format


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The turn of a service to be looked at. `organisation` is who runs it, or its own name where nobody is named.

    `first_day` is the day from which it is due; None when no source bears a date, so that it is due always.
    """

    country: Country
    service: Service
    organisation: str
    age: Age
    first_day: date | None

    @property
    def place(self) -> str:
        """Return the file and line at which the service stands."""
        return f"{self.service.id.place.path}:{self.service.id.place.line}"

    @property
    def name(self) -> str:
        """Return the service's name, in English where it has one."""
        return name_in(self.service.name, "en")

    @property
    def country_name(self) -> str:
        """Return the country's name in English."""
        return country_name(self.country.country, "en")

    def is_due(self, as_of: date) -> bool:
        """Tell whether it is due on a day."""
        return self.age.is_due(as_of)


def turns(data: Data, country: str | None = None) -> list[Turn]:
    """Return the turn of every active service, of one country (ISO code) or of all, by country and organisation."""
    found = [
        _turn(service, item, data)
        for item in data.countries.values()
        if country in (None, str(item.country))
        for service in active(item)
    ]
    return sorted(found, key=lambda turn: (turn.country_name, turn.organisation, turn.name, str(turn.service.id)))


def as_text(data: Data, as_of: date, country: str | None = None) -> str:
    """Return what is due on a day as text with indents."""
    return "".join(f"{line}\n" for line in _lines(data, as_of, country, ("{}", "  {}", "    {}"), visible))


def as_markdown(data: Data, as_of: date, country: str | None = None) -> str:
    """Return what is due on a day as Markdown for an issue: a list to tick off."""
    marks = ("\n### {}", "\n**{}**\n", "- [ ] {}")
    first, *rest = _lines(data, as_of, country, marks, lambda text: escaped(visible(text)))
    return "".join(f"{line}\n" for line in (first, *(HOW if rest else ()), *rest))


def name_in(names: ByLanguage, *languages: str) -> str:
    """Return an official name in the first of these languages that it has, else in any."""
    return next((str(names[code]) for code in languages if code in names), str(next(iter(names.values()), "")))  # type: ignore[index]


def _turn(service: Service, country: Country, data: Data) -> Turn:
    age = age_of(service, country, data.site.freshness)
    return Turn(
        country=country,
        service=service,
        organisation=name_in(service.operator, "en") or name_in(service.name, "en"),
        age=age,
        first_day=age.check_after + timedelta(days=1) if age.check_after else None,
    )


def _lines(data: Data, as_of: date, country: str | None, marks: tuple[str, str, str], shown: Shown) -> Iterator[str]:
    every = turns(data, country)
    due = [turn for turn in every if turn.is_due(as_of)]
    yield f"On {as_of}, {len(due)} of {len(every)} services are due to be looked at again."
    for name, of_country in groupby(due, key=lambda turn: turn.country_name):
        yield marks[0].format(shown(name))
        for organisation, own in groupby(of_country, key=lambda turn: turn.organisation):
            yield marks[1].format(shown(organisation))
            for turn in own:
                yield marks[2].format(shown(f"{turn.name} ({turn.service.id}, {turn.place}): {_since(turn, as_of)}"))


def _since(turn: Turn, as_of: date) -> str:
    if turn.first_day is None:
        return "no source bears a date and nobody has confirmed it"
    how = f"confirmed on {turn.age.stated}" if turn.age.confirmed else f"newest source of {turn.age.stated}, not confirmed since"
    back = "; its number has stepped back behind the emergency line" if turn.age.has_stepped_back(as_of) else ""
    return f"{how}; due since {turn.first_day}{back}"
