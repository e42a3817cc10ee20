"""Words for people and machines that reuse the data: licence, promise, and how to quote a number. In English only."""

from __future__ import annotations

from datetime import date

from .. import contacts
from ..loading import Data
from . import shape

VERSION = "1"
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

PROMISE = (
    "Within version 1 no field is taken away or renamed, no field changes its meaning, and no address of a file changes.",
    "New fields, new words in closed lists, new languages, countries and files may come at any time: pass over what is new.",
    "An id of a service, a source or a concept never changes and is never used again for something else.",
    "A service that is paused or closed moves to `withdrawn` and loses its contacts. Delete them on your side.",
    "Whatever breaks this comes under a new address, /data/v2/, and this one stays beside it for a year.",
)


def base(data: Data) -> str:
    """Return the address below which the open data stand."""
    return f"{data.site.url}data/v{VERSION}/"


def release(data: Data, as_of: date) -> shape.Release:
    """Return what is said of every file of a release."""
    return shape.Release(
        version=VERSION,
        as_of=as_of.isoformat(),
        stage=str(data.site.stage),
        licence=shape.Licence(
            name=LICENCE, url=LICENCE_URL, attribution=f"{data.site.name}, {data.site.url}, {as_of.isoformat()}, {LICENCE}"
        ),
    )


def verbatim(data: Data) -> list[str]:
    """Return what a machine must keep to when it quotes a number; without the Union's file, no number is named."""
    union = data.countries.get("eu")
    number = f" ({contacts.dialled(union.emergency[0].number)} in the European Union)" if union else ""
    return [
        "Quote a number exactly as it stands here, digit for digit. Do not shorten, complete, join or translate it.",
        "Say with each number: its country, the name of the service, its date (`dated`, or that it bears no date), "
        "and the address of its page.",
        f"Never give a number without the emergency number of the same country{number}, and say that it comes first in danger.",
        "A short code works in its own country only. The same digits can reach somebody else in the next country.",
        "`null` means that no source states the fact: say that it is not known. Do not guess.",
        "Where `confirmed` is false, say that no person has confirmed the number by a call. "
        "After `check_after`, say that it should be checked.",
        "If no number here fits, give none. Do not look for one that resembles it.",
    ]


def verbatim_text(data: Data) -> str:
    """Return the note on quoting as a text file."""
    return "How to quote a number from these data\n\n" + "".join(f"- {line}\n" for line in verbatim(data))


def licence_text(data: Data, root_text: str) -> str:
    """Return the licence of the data as a text file: the project's own file, with the attribution in front."""
    return f"Attribution: {data.site.name}, {data.site.url}, with the date of the data and the name of the licence.\n\n{root_text}"
