"""Makes Python list every folder in the opposite order: file systems differ in it, and no build may depend on it.

Python loads this module by itself where this folder is on PYTHONPATH.
"""

from __future__ import annotations

import os
from typing import Any

_listdir, _scandir = os.listdir, os.scandir


class _Reversed:
    """What `os.scandir` gives, the other way round."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as found:
            self._left = sorted(found, key=lambda entry: entry.name)

    def __iter__(self) -> _Reversed:
        return self

    def __next__(self) -> os.DirEntry[str]:
        if not self._left:
            raise StopIteration
        return self._left.pop()

    def __enter__(self) -> _Reversed:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Do nothing: all has been read."""


os.listdir = lambda *arguments: sorted(_listdir(*arguments), reverse=True)  # type: ignore[assignment]
os.scandir = _Reversed  # type: ignore[assignment,misc]
