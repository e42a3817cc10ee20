"""The days on which services become due, as a calendar that others can subscribe to (iCalendar, RFC 5545).

Apart from `due`, because only this needs the library icalendar, which a build of the site does not.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from .contacts import channel_kind, channel_value
from .due import Turn, turns
from .escaping import visible
from .loading import Data


def as_calendar(data: Data, as_of: date, country: str | None = None) -> bytes:
    """Return a calendar with one day for every active service: the day on which it becomes due.

    What is due already, or bears no date, stands on the day `as_of`, where somebody sees it. The same
    data and day give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{data.site.name}//contacts to look at again//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{data.site.name}: contacts to look at again")
    for turn in sorted(turns(data, country), key=lambda turn: (_day(turn, as_of), str(turn.service.id))):
        calendar.add_component(_event(turn, data, as_of))
    return bytes(calendar.to_ical())


def _event(turn: Turn, data: Data, as_of: date) -> Event:
    service, day = turn.service, _day(turn, as_of)
    event = Event()
    event.add("uid", f"{service.id}@{urlsplit(data.site.url).hostname or 'localhost'}")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", visible(f"Look again: {turn.name} ({turn.country_name})"))
    event.add("description", "\n".join(_details(turn)))
    event.add("url", f"{data.site.edit_url}{service.id.place.path}")
    event.add("transp", "TRANSPARENT")
    return event


def _details(turn: Turn) -> list[str]:
    lines = [visible(turn.organisation), turn.place, f"newest date: {turn.age.stated}"]
    return lines + [f"{channel_kind(channel)}: {visible(channel_value(channel))}" for channel in turn.service.channels]


def _day(turn: Turn, as_of: date) -> date:
    return max(turn.first_day or as_of, as_of)
