"""Measuring a command: processor time of all its processes, time on the clock, memory of its largest process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Failed(Exception):
    """Raised when a command that is measured fails; its text is what the command said."""


class Figures(NamedTuple):
    """What a run took: seconds of processor time and on the clock, and megabytes of its largest process."""

    cpu: float
    wall: float
    memory: float


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Figures:
    """Run a command in a folder and measure it and all processes that it waits for. Raises `Failed`."""
    # A process begins with the memory of the one that starts it, which counts as its own: so a small one starts it.
    starter = [sys.executable, "-I", "-S", __file__, *command]
    done = subprocess.run(
        starter, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    return Figures(**json.loads(done.stdout.rpartition("\n")[2]))


def _start(command: Sequence[str]) -> int:
    """Run a command, print what it took as the last line, and return its exit code; what it says goes to stderr."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps(Figures(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)._asdict()), end="")
    return abs(process.returncode)


def medians(runs: Iterable[Figures]) -> Figures:
    """Return the median of each figure."""
    return Figures(*map(median, zip(*runs, strict=True)))


if __name__ == "__main__":
    sys.exit(_start(sys.argv[1:]))
