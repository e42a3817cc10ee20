"""The memory of the looks: `data/looks.json`, written by the source check alone and read by nothing that readers see.

The same outcomes on the same day give the same bytes. JSON with sorted keys:

    {
      "format": 1,
      "pages": {"https://…": {"first_tried": "2026-11-22", "first_read": null, "last_read": null}},
      "looks": [{"country": "EE", "service": "ee-116006", "kind": "short", "value": "116006", "source": "sib-page",
                 "url": "https://…", "outcome": "unknown", "reason": "refused", "note": "403", "others": [],
                 "since": "2026-11-22", "last_confirmed": null}]
    }

`outcome` is confirmed, contradicted or unknown; `reason` is "" or a key of `reasons.REASONS`; `note` is what else
is known (a status, a new address); `others` are numbers that stand where ours should; `since` is the first day of
this outcome with this reason; dates are of days, or null for "never". What is no longer published is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..model import UNKNOWN as NO_ADDRESS
from .looking import Look
from .searching import CONFIRMED

FORMAT = 1


class UnreadableRecords(Exception):
    """Raised when the file of looks is damaged; its text is a message for editors."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageRecord(_Model):
    """What is remembered of a page: when it was first tried, first read and last read."""

    first_tried: date
    first_read: date | None = None
    last_read: date | None = None


class LookRecord(_Model):
    """What is remembered of one contact at one source."""

    country: str
    service: str
    kind: str
    value: str
    source: str
    url: str
    outcome: str
    reason: str
    note: str
    others: tuple[str, ...]
    since: date
    last_confirmed: date | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes this contact at this source; with another page it is another look."""
        return (self.country, self.service, self.kind, self.value, self.source, self.url)


class Records(_Model):
    """Everything in the file of looks."""

    format: int = Field(default=FORMAT, ge=FORMAT, le=FORMAT)
    pages: dict[str, PageRecord] = {}
    looks: tuple[LookRecord, ...] = ()


def read_records(path: Path) -> Records:
    """Return what the file of looks holds; nothing where there is no file. Raises `UnreadableRecords`."""
    if not path.exists():
        return Records()
    try:
        return Records.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadableRecords("the file cannot be read; take its last version that works, or remove it") from error


def remember(before: Records, looks: Iterable[Look], today: date) -> Records:
    """Return what is to be remembered after a run: its looks, with the dates that earlier runs know."""
    known = {record.key: record for record in before.looks}
    made = list(looks)
    records = sorted((_record(look, known, today) for look in made), key=lambda record: record.key)
    was_read: dict[str, bool] = {}
    for look in made:
        was_read[look.target.url] = look.read or was_read.get(look.target.url, False)
    pages: dict[str, PageRecord] = {}
    for url, read in sorted(was_read.items()):
        if url == NO_ADDRESS:
            continue
        old = before.pages.get(url, PageRecord(first_tried=today))
        pages[url] = PageRecord(
            first_tried=old.first_tried,
            first_read=old.first_read or (today if read else None),
            last_read=today if read else old.last_read,
        )
    return Records(pages=pages, looks=tuple(records))


def as_json(records: Records) -> bytes:
    """Return the content of the file of looks."""
    return (json.dumps(records.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _record(look: Look, known: dict[tuple[str, ...], LookRecord], today: date) -> LookRecord:
    target = look.target
    record = LookRecord(
        country=target.country,
        service=target.service,
        kind=target.kind,
        value=target.value,
        source=target.source,
        url=target.url,
        outcome=look.outcome,
        reason=look.reason,
        note=look.note,
        others=look.others,
        since=today,
        last_confirmed=today if look.outcome == CONFIRMED else None,
    )
    old = known.get(record.key)
    if old is None:
        return record
    same = (old.outcome, old.reason) == (record.outcome, record.reason)
    return record.model_copy(
        update={"since": old.since if same else today, "last_confirmed": record.last_confirmed or old.last_confirmed}
    )
