"""Random single edits of the real country files: who catches them, and whether any harms a reader unseen.

Run by `make mutations`, which writes tests/MUTATIONS.md. An edit is harmful when what its file says to
readers (`harm.said_to_readers`) becomes something else. It is seen when the data check finds a problem,
or the change gate refuses it or tells it.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from measures.edits import EDITS
from measures.harm import said_to_readers

from seamark.building import as_of_date
from seamark.changes import compare
from seamark.checks import RULES, check, rule_name
from seamark.loading import Data, fit, load
from seamark.model import Country
from seamark.problems import Problem
from seamark.yamltext import YamlProblem, parse_yaml

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261122
EDITS_MADE = 5_000
# Rules on what no edit of a country's file touches (translations, prose, pages), and slow: they are left out
# at first, and applied to whatever would pass unseen without them.
LEFT_OUT = frozenset(rule_name(rule) for group in ("catalogues", "terms", "links", "pages") for rule in RULES[group])
TRANSLATIONS = frozenset(rule_name(rule) for group in ("catalogues", "terms") for rule in RULES[group])


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one edit. `told` is what the gate said, or the first problem."""

    edit: str
    path: str
    by_check: bool
    by_gate: bool  # refused
    by_report: bool  # told in plain words
    harmful: bool
    told: str
    lines: tuple[str, ...] = ()  # the lines that became others, for one that passes unseen

    @property
    def unseen(self) -> bool:
        """Tell whether neither the data check nor the gate says a word."""
        return not (self.by_check or self.by_gate or self.by_report)


class Judge:
    """Judges edits of the country files of one project."""

    def __init__(self, root: Path, today: date) -> None:
        """Raises `ValueError` when the data are not in order to begin with: every edit would look caught."""
        data, problems = load(root)
        if data is None or problems or check(data, today, without=TRANSLATIONS):
            raise ValueError("the data are not in order; run make check first")
        self.data, self.today = data, today
        self.texts = {stem: (root / f"data/countries/{stem}.yml").read_text("utf-8") for stem in data.countries}
        self._quick = {stem: self._alone(stem) for stem in data.countries}

    def outcomes(self, count: int, seed: int) -> list[Outcome]:
        """Make so many random edits, each of one country file, and return what became of them."""
        chance = Random(seed)
        names, stems = list(EDITS), sorted(self.texts)
        made: list[Outcome] = []
        while len(made) < count:
            name, stem = chance.choice(names), chance.choice(stems)
            lines = self.texts[stem].splitlines()
            changed = EDITS[name](list(lines), chance)
            if changed is not None and changed != lines:
                made.append(self.judge(name, stem, "\n".join(changed) + "\n"))
        return made

    def judge(self, edit: str, stem: str, text: str) -> Outcome:
        """Return what becomes of a country's file with this text."""
        path = f"data/countries/{stem}.yml"
        problems, country = _read(text, path)
        if problems or country is None:
            # check_data prints these problems, and check_change refuses what it cannot read.
            told = str(problems[0]) if problems else "nothing is left of the file"
            return Outcome(edit=edit, path=path, by_check=True, by_gate=True, by_report=False, harmful=True, told=told)
        report = compare(self.data, self._with(self.data, stem, country))
        found = self._problems(self._with(self._quick[stem], stem, country), LEFT_OUT)
        harmful = _said(country, self.data) != _said(self.data.countries[stem], self.data)
        if harmful and not (found or report.changes or report.problems):
            found = self._problems(self._with(self.data, stem, country), TRANSLATIONS)
        told = [change.what for change in report.changes] or [str(problem) for problem in found] or [""]
        return Outcome(
            edit=edit,
            path=path,
            by_check=bool(found),
            by_gate=bool(report.problems),
            by_report=bool(report.changes),
            harmful=harmful,
            told=told[0],
            lines=tuple(sorted(set(text.splitlines()) ^ set(self.texts[stem].splitlines()))),
        )

    def _alone(self, stem: str) -> Data:
        """Return the data of one country without prose and other countries: looking at those takes most of the time.

        What only they could show is not found at first; whatever would pass unseen is judged by all of the data.
        """
        data, country = self.data, self.data.countries[stem]
        alone = dataclasses.replace(
            data,
            countries={stem: country},
            short_codes=tuple(code for code in data.short_codes if code.country == country.country),
            held_back=tuple(held for held in data.held_back if held.country == country.country),
            recognition={code: marks for code, marks in data.recognition.items() if code == country.country},
            **{name: {} for name in ("words", "glossary", "laws", "acronyms", "interface", "spoken")},
        )
        if found := self._problems(alone, LEFT_OUT):
            raise ValueError(f"the rules that are applied to every edit find something in what is in order: {found}")
        return alone

    def _problems(self, data: Data, without: frozenset[str]) -> list[Problem]:
        return check(data, self.today, without=without)

    def _with(self, data: Data, stem: str, country: Country) -> Data:
        return dataclasses.replace(data, countries={**data.countries, stem: country})


def _read(text: str, path: str) -> tuple[list[Problem], Country | None]:
    problems: list[Problem] = []
    try:
        tree = parse_yaml(text, path)
    except YamlProblem as error:
        return [error.problem], None
    return problems, fit(tree, Country, problems)


def _said(country: Country, data: Data) -> object:
    try:
        return said_to_readers(country, data.site.freshness)
    except (KeyError, ValueError, IndexError) as error:  # a source or date that is not there: a page could not be made
        return repr(error)


def as_markdown(outcomes: list[Outcome], seed: int) -> str:
    """Return the report: what was done, the figures, and every edit that harms unseen."""
    unseen = [outcome for outcome in outcomes if outcome.unseen and outcome.harmful]
    changed = [outcome for outcome in outcomes if outcome.harmful]
    silent = sum(outcome.unseen for outcome in outcomes)
    head = f"""# Random edits of the real country files

{len(outcomes)} single edits of the files in `data/countries/`, made by chance from seed {seed}, each judged by the data
check (`scripts/check_data.py`) and the change gate (`scripts/check_change.py`).
An edit is *harmful* when what the file says to readers becomes something else: a number or address, its hours, reach,
price, languages, area or state, an emergency number, what happens when one calls, names, sources or their dates.
The order of services and of channels does not count as something that is said.
What readers are told is worked out in `tests/measures/harm.py`, apart from the gate.
Make this file again with `make mutations`; `tests/test_mutations.py` runs a small part of it.

- Refused by the data check: {_share(outcomes, lambda outcome: outcome.by_check)}.
- Refused by the change gate: {_share(outcomes, lambda outcome: outcome.by_gate)}.
- Refused by one of the two: {_share(outcomes, lambda outcome: outcome.by_check or outcome.by_gate)}.
- Refused by neither, and told by the gate in plain words: {_share(outcomes, _only_told)}.
- Not a word from either: {silent}, of which {len(unseen)} harmful.
- Of the {len(changed)} harmful edits, {len(changed) - len(unseen)} are refused or told.

| edit | made | harmful | refused by the check | refused by the gate | only told by the gate | silent | harmful and silent |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""
    rows = "".join(_row(name, [outcome for outcome in outcomes if outcome.edit == name]) for name in EDITS)
    return head + rows + _row("all", outcomes)


def _row(name: str, outcomes: list[Outcome]) -> str:
    counts = Counter[str]()
    for outcome in outcomes:
        counts["made"] += 1
        counts["harmful"] += outcome.harmful
        counts["check"] += outcome.by_check
        counts["gate"] += outcome.by_gate
        counts["told"] += _only_told(outcome)
        counts["silent"] += outcome.unseen
        counts["bad"] += outcome.unseen and outcome.harmful
    keys = ("made", "harmful", "check", "gate", "told", "silent", "bad")
    return f"| {name} | {' | '.join(str(counts[key]) for key in keys)} |\n"


def _only_told(outcome: Outcome) -> bool:
    return outcome.by_report and not (outcome.by_check or outcome.by_gate)


def _share(outcomes: list[Outcome], caught: object) -> str:
    number = sum(map(caught, outcomes))  # type: ignore[call-overload]
    return f"{number} ({100 * number / max(len(outcomes), 1):.1f} %)"


def main() -> int:
    """Write the report; exit 1 when an edit harms unseen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=EDITS_MADE)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--to", type=Path, default=ROOT / "tests" / "MUTATIONS.md")
    options = parser.parse_args()
    outcomes = Judge(ROOT, as_of_date(ROOT)).outcomes(options.count, options.seed)
    text = as_markdown(outcomes, options.seed)
    if not options.to.exists() or options.to.read_text("utf-8") != text:
        beside = options.to.with_name(f"{options.to.name}.new")
        beside.write_text(text, "utf-8")
        beside.replace(options.to)
    bad = [outcome for outcome in outcomes if outcome.unseen and outcome.harmful]
    for outcome in bad:
        print(f"{outcome.path}: {outcome.edit}: {' / '.join(outcome.lines)}")
    print(f"{len(outcomes)} edits, {len(bad)} harmful and unseen; see {options.to.name}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
