"""Small mistakes that people make, planted in the real files: each is caught by the one rule that is named for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from faults import IN_DATA, IN_SITE, bench, site_bench
from faults.fault import Change, Fault, fault
from faults.score import GROUPS, ROOT, Benches, benches, uncovered

from seamark import building

PLANTED = [(group, planted) for group, faults in GROUPS.items() for planted in faults]


@pytest.fixture(scope="module")
def places() -> Iterator[Benches]:
    """The places where faults are planted."""
    with benches(building.as_of_date(ROOT)) as made:
        yield made


@pytest.mark.parametrize(("group", "planted"), PLANTED, ids=[f"{group}: {planted}" for group, planted in PLANTED])
def test_a_fault_is_caught_by_its_rule_alone(places: Benches, group: str, planted: Fault) -> None:
    """The rule finds the fault where it is; with the rule switched off nothing finds it."""
    assert places.judge(group, planted) == ""


def test_every_rule_catches_a_fault() -> None:
    """No rule on the data, of loading or of the proof is without a fault that it alone catches."""
    assert uncovered(bench.rules(), IN_DATA) == []
    assert uncovered(site_bench.rules(), IN_SITE) == []


def test_every_fault_has_a_name_of_its_own() -> None:
    """No fault stands twice, and there are enough of them in each group."""
    names = Counter((group, str(planted)) for group, planted in PLANTED)
    assert [name for name, times in names.items() if times > 1] == []
    assert min(map(len, GROUPS.values())) >= 10


@pytest.mark.parametrize(
    ("planted", "why"),
    [
        (fault("yaml", "nothing is changed", "data/site.yml", "stage: preview", "stage: §preview"), "nothing catches it"),
        (fault("yaml", "no place", "data/site.yml", "stage: preview", "stage: draft"), "it does not say where"),
        (fault("texts-are-not-empty", "another rule", "data/site.yml", "stage: preview", "stage: §draft"), "must catch it at"),
        (fault("stage-is-known", "another place", "data/site.yml", "stage: preview", "§stage: draft"), "must catch it at"),
        (fault("stage-is-known", "it is not there", "data/site.yml", "stage: beta", "stage: §draft"), "stands 0 times"),
        (
            fault(
                "stage-is-known",
                "two faults in one",
                "data/site.yml",
                "stage: preview",
                "stage: §draft",
                Change("data/site.yml", 'default: "365"', 'default: "0"'),
            ),
            "it is still caught",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_that_is_not_caught_is_told(places: Benches, planted: Fault, why: str) -> None:
    """A fault that changes nothing, that another rule catches, or that two rules catch does not pass."""
    assert why in places.judge("settings", planted)
    assert places.judge("settings", fault("stage-is-known", "x", "data/site.yml", "stage: preview", "stage: §draft")) == ""
