"""Forking: the same work on many items, each in a process of its own that has what this one has loaded already.

Where the system cannot fork safely, a new process is started instead, which must load all again.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Died(Exception):
    """Raised when a process ended without a result; its text says why, as far as that is known."""


def in_processes(function: Callable[[Item], Result], items: Iterable[Item], most: int | None = None) -> list[Result]:
    """Call a function for each item, in a process of its own each, and return the results in the order of the items.

    At most `most` processes run at the same time, by default as many as there are processors. Function, items and
    results must be such that they can be pickled. Raises `Died` when the function fails for any item; the others are
    ended then.
    """
    context: Any = multiprocessing.get_context(_way_to_start())
    waiting = list(enumerate(items))[::-1]
    running: dict[Any, tuple[int, BaseProcess]] = {}
    results: dict[int, Result] = {}
    gc.collect()
    gc.freeze()  # what is loaded stays untouched, so that processes share its memory
    try:
        while waiting or running:
            while waiting and len(running) < (most or os.cpu_count() or 1):
                number, item = waiting.pop()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_call, args=(theirs, function, item))
                process.start()
                theirs.close()
                running[ours] = number, process
            for pipe in wait(list(running)):
                number, process = running.pop(pipe)
                results[number] = _result(pipe, process)
    finally:
        gc.unfreeze()
        for _, process in running.values():
            process.terminate()
            process.join()
    return [results[number] for number in sorted(results)]


def _way_to_start() -> str:
    # macOS can fork, but its own libraries may fail in the new process.
    can_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return "fork" if can_fork else "spawn"


def _call(pipe: Connection, function: Callable[[Any], Any], item: Any) -> None:
    gc.set_threshold(100_000)  # little becomes garbage in such a short life, and looking for it takes time
    try:
        answer = (True, function(item))
    except BaseException:  # whatever it is, the waiting process must hear of it
        answer = (False, traceback.format_exc())
    pipe.send(answer)
    pipe.close()


def _result(pipe: Any, process: BaseProcess) -> Any:
    try:
        done, answer = pipe.recv()
    except EOFError:
        process.join()
        raise Died(f"a process ended with {process.exitcode} and said nothing") from None
    process.join()
    if not done:
        raise Died(answer)
    return answer
