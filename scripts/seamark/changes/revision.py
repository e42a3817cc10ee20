"""The data as they stood at a revision of git, read without touching the files in the folder."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..loading import Data, load
from ..problems import Problem

FILES = ("100644", "100755")  # modes of plain files; a link or a submodule is no data


class RevisionProblem(Exception):
    """Raised when a revision cannot be read; the text says why, and what to do."""


def data_of(root: Path, revision: str) -> tuple[Data | None, list[Problem]]:
    """Return what `load` returns for `root/data` as it stood at a revision of git ("origin/main", "HEAD~1").

    The files are written to a temporary folder by their objects' names, so that neither the work tree,
    nor the index, nor a setting of the repository has a part in it. Raises `RevisionProblem`.
    """
    commit = _commit(root, revision)
    with tempfile.TemporaryDirectory() as folder:
        for path, content in _files(root, commit):
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return load(Path(folder))


def _commit(root: Path, revision: str) -> str:
    if not _git(root, "rev-parse", "--is-inside-work-tree", check=False).startswith(b"true"):
        raise RevisionProblem(f'"{root.name}" is not in a git repository; run this in a clone of the project')
    # Without "--end-of-options" a revision such as "--help" would be taken for an option.
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if not found:
        raise RevisionProblem(f'git knows no revision "{revision}"; fetch it first, as with: git fetch origin main')
    return found.decode().strip()


def _files(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the path and the bytes of every file below data/."""
    wanted: list[tuple[str, PurePosixPath]] = []
    for entry in _git(root, "ls-tree", "-r", "-z", commit, "--", "data").split(b"\0"):
        about, _, written = entry.partition(b"\t")
        path = PurePosixPath(written.decode("utf-8", "replace"))
        if about.decode().startswith(FILES) and ".." not in path.parts:
            wanted.append((about.decode().split()[2], path))
    answer = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name, _ in wanted).encode())
    at = 0
    for _, path in wanted:
        # An answer is "<name> blob <size>", a line end, the bytes, and a line end.
        start = answer.index(b"\n", at) + 1
        size = int(answer[at:start].split()[2])
        yield path, answer[start : start + size]
        at = start + size + 1


def _git(root: Path, *arguments: str, given: bytes | None = None, check: bool = True) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=False)
    except OSError as error:
        raise RevisionProblem(f"git cannot be run ({error.strerror}); install it, then try again") from error
    if check and done.returncode:
        raise RevisionProblem(f"git cannot read the revision: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout if not done.returncode else b""
