"""What a build was made from: the commit, the day and every file that has a part in it.

Two builds with the same `Origin` give the same bytes, so parts that were built on different machines can be joined
when it agrees, and a release can be traced back.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from .folders import files_below

# Everything that a page is made of.
INPUTS = ("data", "docs", "locale", "overrides", "scripts", "mkdocs.yml", "requirements.txt", "LICENSE-DATA")


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a build was made from: `commit` is "" outside of git, `day` is YYYY-MM-DD, `inputs` a SHA-256 in hexadecimal."""

    commit: str
    day: str
    inputs: str

    def differences(self, other: Origin) -> list[str]:
        """Return what is not the same, in words: "the commit", "the day for which ages are told"."""
        words = {"commit": "the commit", "day": "the day for which ages are told", "inputs": "the files of the project"}
        mine, theirs = asdict(self), asdict(other)
        return [words[name] for name in words if mine[name] != theirs[name]]


def origin(root: Path, as_of: date) -> Origin:
    """Return what a build of the project in `root` for a day is made from, as the files are now."""
    return Origin(commit=commit(root), day=as_of.isoformat(), inputs=digest(root, input_files(root)))


def commit(root: Path) -> str:
    """Return the name of the commit that is checked out; "" where `root` is not the top of a git repository."""
    git = ["git", "-C", str(root), "rev-parse", "--show-prefix", "HEAD"]
    try:
        said = subprocess.run(git, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said[1] if said[0] == "" else ""


def input_files(root: Path) -> list[str]:
    """Return every file below `root` that has a part in a build; what Python keeps of compiled modules has none."""
    found = [name for name in INPUTS if (root / name).is_file()]
    found += [f"{name}/{file}" for name in INPUTS if (root / name).is_dir() for file in files_below(root / name)]
    return [name for name in found if "__pycache__" not in name.split("/")]


def digest(folder: Path, names: Iterable[str]) -> str:
    """Return one SHA-256 (FIPS 180-4, hexadecimal) of the names below `folder` and the bytes of files, in any order."""
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def digest_of_folder(folder: Path, without: Iterable[str] = ()) -> str:
    """Return one SHA-256 of all files of a folder; `without` names files at its top to leave out."""
    left_out = set(without)
    return digest(folder, (name for name in files_below(folder) if name not in left_out))
