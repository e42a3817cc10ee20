"""A case for the checks: changes of the correct project, and what must be found in it."""

from __future__ import annotations

from dataclasses import dataclass

from factory import Edit

EE = "data/countries/ee.yml"
NO = "data/countries/no.yml"
EU = "data/countries/eu.yml"
SHORT = "data/short_codes.yml"
HELD = "data/held_back.yml"
SITE = "data/site.yml"
LISTS = "data/vocabularies.yml"
UI = "data/ui.yml"
LAWS = "data/laws.yml"
REFERENCES = "data/references.yml"
ACRONYMS = "data/acronyms.yml"
HOME = "data/pages/home.yml"
TIPS = "data/tips/ukraine.yml"
INSTITUTIONS = "data/institutions.yml"
MEDIA = "data/media/guidelines.yml"
THB = "data/glossary/trafficking-in-human-beings.yml"
DEBT = "data/glossary/debt-bondage.yml"
PO = "locale/uk/pages.po"
UI_PO = "locale/uk/ui.po"
# The confirmation in the file of Norway.
CONFIRMED = """        confirmed:
          - on: "2026-09-30"
            how: operator-confirmed
            by_role: volunteer
"""


@dataclass(frozen=True, kw_only=True)
class Case:
    """`rule` must find problems at the marked places and `at`; besides it only the rules `also` find any."""

    rule: str
    edits: tuple[Edit, ...]
    also: tuple[str, ...] = ()
    at: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule}: {' '.join((self.edits[0].new or 'no file').split())[:50]}"


def case(
    rule: str,
    path: str,
    old: str | None,
    new: str | None,
    *more: Edit,
    also: tuple[str, ...] = (),
    at: tuple[str, ...] = (),
) -> Case:
    """Return a case with a first change of `path` from `old` to `new`, and with `more` changes."""
    return Case(rule=rule, edits=(Edit(path, old, new), *more), also=also, at=at)
