"""What git knows of the project: the commit, its time, whether everything is committed, the tags of releases."""

from __future__ import annotations

import subprocess
from pathlib import Path

TAGS = "v[0-9]*"


class RepositoryProblem(Exception):
    """Raised when git cannot say what a release needs to know; the text says why, and what to do."""


def uncommitted(root: Path) -> list[str]:
    """Return the files that are changed, added or taken away and not committed."""
    return [line[3:] for line in _git(root, "status", "--porcelain", "--untracked-files=all", "--no-renames").splitlines()]


def commit_time(root: Path) -> int:
    """Return the time of the commit that is checked out, in seconds since 1970 (UTC)."""
    return int(_git(root, "log", "-1", "--format=%ct"))


def commit_of(root: Path, tag: str) -> str:
    """Return the commit of a tag; "" when there is no such tag."""
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^{{commit}}").strip()
    except RepositoryProblem:
        return ""


def last_tag(root: Path, but: str) -> str:
    """Return the newest tag of a release among the ancestors of the commit, leaving out `but`; "" when there is none."""
    if not _git(root, "tag", "--merged", "HEAD", "--list", TAGS).split():
        return ""
    try:
        return _git(root, "describe", "--tags", "--abbrev=0", "--match", TAGS, "--exclude", but, "HEAD").strip()
    except RepositoryProblem:
        return ""


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        raise RepositoryProblem(f"git cannot be run ({error.strerror}); install it, then try again") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()[:1]
        raise RepositoryProblem(f"git {arguments[0]} failed in {root.name}: {''.join(said) or 'it said nothing'}")
    return done.stdout
