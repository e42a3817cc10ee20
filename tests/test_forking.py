"""Work in processes of its own gives its results in order, and tells of every failure."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from seamark import forking
from seamark.forking import Died, in_processes

LOADED: list[str] = []


def slow_first(number: int) -> tuple[int, int]:
    """Return the number and the process, the greatest number soonest."""
    time.sleep(0.05 * (3 - number))
    return number, os.getpid()


def seen(_: int) -> list[str]:
    """Return what the process that asked had loaded."""
    return list(LOADED)


def large(size: int) -> bytes:
    """Return more than a pipe holds at a time."""
    return b"x" * size


def failing(number: int) -> int:
    """Fail for a number in one of three ways, or take an hour."""
    if number == 1:
        raise ValueError("no such helpline")
    if number == 2:
        os._exit(3)
    if number == 3:
        raise SystemExit(4)
    time.sleep(3600)
    return number


def test_results_come_in_the_order_of_the_items() -> None:
    """Each item has a process of its own, and whichever ends first, the results stand in the order of the items."""
    found = in_processes(slow_first, range(4), most=4)
    assert [number for number, _ in found] == [0, 1, 2, 3]
    assert len({os.getpid(), *(process for _, process in found)}) == 5


def test_nothing_to_do() -> None:
    """No items give no results."""
    assert in_processes(slow_first, []) == []


def test_results_may_be_large() -> None:
    """A result that is larger than a pipe comes whole."""
    assert in_processes(large, [5_000_000, 1]) == [b"x" * 5_000_000, b"x"]


@pytest.mark.skipif(forking._way_to_start() != "fork", reason="this system starts new processes")
def test_what_is_loaded_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process has what the one that asks for it has loaded, so that nothing is loaded twice."""
    monkeypatch.setattr(f"{__name__}.LOADED", ["data"])
    assert in_processes(seen, [0]) == [["data"]]


def test_where_a_system_cannot_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that cannot fork, a new process does the work."""
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert forking._way_to_start() == "spawn"
    assert in_processes(large, [2]) == [b"xx"]


@pytest.mark.parametrize(("number", "said"), [(1, "no such helpline"), (2, "ended with 3"), (3, "SystemExit: 4")])
def test_a_failure_is_told_and_ends_the_others(number: int, said: str) -> None:
    """When one process fails, however it does, the reason is told, and the others are ended."""
    with pytest.raises(Died, match=said):
        in_processes(failing, [0, number], most=2)
    assert multiprocessing.active_children() == []
