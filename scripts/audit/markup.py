"""The Nu HTML checker over every built page; what is allowed stands in allowed_markup.yml, each with its reason."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from .built import Site
from .figures import Figure
from .tools import Missing

ALLOWED = Path(__file__).with_name("allowed_markup.yml")


def measure(site: Site) -> Iterator[Figure]:
    """Errors in all HTML files, less those that are allowed."""
    yield figure_of(check(site), allowed(), site.folder)


def allowed(file: Path = ALLOWED) -> dict[str, str]:
    """Return the beginnings of allowed messages with their reasons. Raises `Missing` for an entry without a reason."""
    entries = yaml.safe_load(file.read_text("utf-8")) or []
    if bad := [entry for entry in entries if not entry.get("message") or not entry.get("reason")]:
        raise Missing(f"{file.name}: every entry has a message and a reason, this one has not: {bad[0]}")
    return {entry["message"]: entry["reason"] for entry in entries}


def check(site: Site) -> list[Mapping[str, Any]]:
    """Return the checker's messages. Raises `Missing` when it did not run."""
    command = [site.tools.java, "-jar", str(site.tools.vnu), "--errors-only", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run([*command, "--format", "json", str(site.folder.resolve())], capture_output=True, text=True, check=False)
    said = done.stderr.partition("{")  # the checker writes its report to stderr, sometimes behind words of Java's
    try:
        return list(json.loads("".join(said[1:]))["messages"])
    except (ValueError, KeyError) as error:
        raise Missing(f"the Nu HTML checker gave no result: {done.stderr.strip()[:500]}") from error


def figure_of(messages: Sequence[Mapping[str, Any]], reasons: Mapping[str, str], folder: Path) -> Figure:
    """Return the row: errors by message and number, the commonest first."""
    found: Counter[str] = Counter()
    places: dict[str, str] = {}
    passed = 0
    for message in messages:
        text = str(message["message"])
        if any(text.startswith(beginning) for beginning in reasons):
            passed += 1
            continue
        place = str(message.get("url", "")).removeprefix(f"file:{folder.resolve()}/")
        found[text] += 1
        places.setdefault(text, f"{place}:{message.get('lastLine', '')}: {message.get('extract', '')}")
    faults = tuple(f"{count} × {text} First: {places[text]}" for text, count in found.most_common())
    beside = f", {passed} allowed for {len(reasons)} reasons" if reasons else ""
    measured = f"{found.total()}{beside}"
    return Figure(name="Nu HTML checker errors", limit="0", measured=measured, holds=not faults, faults=faults)
