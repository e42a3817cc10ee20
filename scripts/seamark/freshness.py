"""How old a contact is: from the newest of confirmed, seen and stated to the day on which to look again.

Dates may be partial ("2023", "2023-03"): the earliest day that they can mean is taken, so that age is
never understated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .model import UNKNOWN, Country, Freshness, Service, Site


@dataclass(frozen=True, kw_only=True)
class Age:
    """The newest date on which a service's contacts rest, and the day after which to check them.

    Both are None when no source bears a date. `stated` is the newest date as its source bears it,
    perhaps only a year. `confirmed` tells whether it is that of a confirmation by a person; then,
    after `step_back_after`, twice the limit, the number steps back behind the emergency line.
    """

    newest: date | None
    stated: str
    check_after: date | None
    step_back_after: date | None
    confirmed: bool

    def is_due(self, as_of: date) -> bool:
        """Tell whether the day to check has passed; an unknown age is always due."""
        return self.check_after is None or as_of > self.check_after

    def has_stepped_back(self, as_of: date) -> bool:
        """Tell whether a confirmation is so old that the number steps back behind the emergency line."""
        return self.step_back_after is not None and as_of > self.step_back_after


@dataclass(frozen=True, kw_only=True)
class Sunset:
    """The day on which a person last confirmed any contact, and the day after which the whole site says that it is old."""

    confirmed: date
    after: date

    def has_come(self, as_of: date) -> bool:
        """Tell whether nothing was confirmed for so long that nobody seems to look after the site."""
        return as_of > self.after


def sunset_of(countries: Iterable[Country], site: Site) -> Sunset | None:
    """Return the sunset of the site, counted from the newest confirmation; None before there is a first one.

    Confirmations of paused and closed services count too: somebody was at work.
    """
    services = (service for country in countries for service in country.services)
    acts = (act for service in services for channel in service.channels for act in channel.confirmed)
    newest = max(filter(None, (earliest_day(act.on) for act in acts)), default=None)
    if newest is None or site.sunset is None:
        return None
    return Sunset(confirmed=newest, after=newest + timedelta(days=int(site.sunset)))


def earliest_day(text: str) -> date | None:
    """Return the first day that a date of "2023", "2023-03" or "2023-03-09" can mean; None for unknown."""
    if text == UNKNOWN:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def age_of(service: Service, country: Country, limits: Freshness) -> Age:
    """Return the age of a service, counted over the sources and confirmations of its channels."""
    acts = [str(act.on) for channel in service.channels for act in channel.confirmed]
    used = {source for channel in service.channels for source in channel.source}
    looks = [str(text) for name in used for text in (country.sources[name].seen, country.sources[name].stated)]
    dated = [(day, text) for text in acts + looks if (day := earliest_day(text))]
    newest, stated = max(dated, default=(None, UNKNOWN))
    confirmed = stated in acts
    days = int(limits.kinds.get(service.kinds[0], limits.default))
    return Age(
        newest=newest,
        stated=stated,
        check_after=newest + timedelta(days=days) if newest else None,
        step_back_after=newest + timedelta(days=2 * days) if newest and confirmed else None,
        confirmed=confirmed,
    )
