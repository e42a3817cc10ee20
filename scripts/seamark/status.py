"""The state of the translations: how many texts of each area are reviewed, by machine, outdated or missing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .languages import own_name
from .loading import Data
from .translations import SOURCE_LANGUAGE, STATUSES, Catalogue, units

FILE = "about/translation.json"  # below the site's root, beside the page that shows it
MACHINE = "machine"


@dataclass(frozen=True, kw_only=True)
class State:
    """The state of one language. `units` holds the status by unit, `areas` the counts by file ("pages/signs")."""

    language: str
    units: dict[str, str]

    @property
    def total(self) -> dict[str, int]:
        """How many texts have which status."""
        return _counts(self.units.values())

    @property
    def areas(self) -> dict[str, dict[str, int]]:
        """How many texts of each file of data/ have which status."""
        by_area: dict[str, list[str]] = {}
        for unit, status in self.units.items():
            by_area.setdefault(unit.partition("#")[0], []).append(status)
        return {area: _counts(statuses) for area, statuses in by_area.items()}


def states_into(data: Data, catalogues: Iterable[Catalogue]) -> list[State]:
    """Return the states of the translations into the languages of catalogues, in their order."""
    every = list(units(data))
    return [
        State(language=catalogue.language, units={unit.id: catalogue.status(unit.id, unit.text) for unit in every})
        for catalogue in catalogues
    ]


def states_of(data: Data) -> list[State]:
    """Return the state of every language but English, in the order of the site. Raises what `Catalogue.load` raises."""
    codes = [str(language.code) for language in data.site.languages if language.code != SOURCE_LANGUAGE]
    return states_into(data, (Catalogue.load(data.root, code) for code in codes))


def as_tree(states: Iterable[State]) -> dict[str, Any]:
    """Return the states as a tree for JSON: texts by machine, which are most, are counted and not named."""
    return {
        "about": "State of the translations from English. A text that is not named under texts is translated by machine.",
        "languages": {
            state.language: {
                "name": own_name(state.language),
                "total": state.total,
                "areas": state.areas,
                "texts": {unit: status for unit, status in state.units.items() if status != MACHINE},
            }
            for state in states
        },
    }


def write(site: Path, data: Data) -> None:
    """Write the state of all languages into a built site, as JSON."""
    path = site / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_tree(states_of(data)), ensure_ascii=False, indent=1) + "\n", "utf-8")


def _counts(statuses: Iterable[str]) -> dict[str, int]:
    found = list(statuses)
    return {status: found.count(status) for status in STATUSES}
