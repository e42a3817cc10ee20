"""Planting all faults and counting those that are caught as they must be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from . import IN_CHANGES, IN_DATA, IN_SITE
from .bench import DataBench
from .fault import Fault
from .site_bench import SiteBench

ROOT = Path(__file__).resolve().parent.parent.parent
GROUPS = {**IN_DATA, **IN_CHANGES, **IN_SITE}


@dataclass(frozen=True)
class Benches:
    """The two places where faults are planted; each is made when the first fault needs it."""

    folder: Path
    day: date

    @cached_property
    def data(self) -> DataBench:
        """The place for faults in the data, the pages' first lines and the translations."""
        return DataBench(ROOT, self.folder / "data", self.day)

    @cached_property
    def site(self) -> SiteBench:
        """The place for faults in templates and on built pages."""
        return SiteBench.made(self.folder / "site", self.day)

    def judge(self, group: str, fault: Fault) -> str:
        """Return why a fault of a group is not caught as it must be, or ""."""
        judge = self.data.judge if group in IN_DATA else self.data.judge_change if group in IN_CHANGES else self.site.judge
        try:
            return judge(fault)
        except ValueError as error:
            return str(error)  # what the fault changes is no longer there


@contextmanager
def benches(day: date) -> Iterator[Benches]:
    """Give the benches for a day, in a folder that is taken away in the end."""
    with TemporaryDirectory() as folder:
        yield Benches(Path(folder), day)


def uncovered(rules: set[str], groups: dict[str, tuple[Fault, ...]]) -> list[str]:
    """Return the rules for which no fault of the groups is planted."""
    return sorted(rules - {fault.rule for faults in groups.values() for fault in faults})
