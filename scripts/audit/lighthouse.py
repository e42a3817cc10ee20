"""Lighthouse: its four scores on a phone, and performance on a slow phone with a slow line."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from .browsing import FLAGS
from .built import BuiltPage, Site
from .figures import Figure
from .tools import Missing

RUNS = 3
ATTEMPTS = 6  # Chromium sometimes loses the start of a recording on a busy machine; that run counts for nothing
SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PREVIEW_ONLY = "is-crawlable"
SLOW = (
    "--only-categories=performance",
    "--throttling-method=simulate",
    "--throttling.rttMs=400",
    "--throttling.throughputKbps=400",
    "--throttling.cpuSlowdownMultiplier=6",
)
SLOW_LIMITS = {True: (95, 2.0), False: (80, 4.0)}  # by whether the page is quiet: performance, FCP in seconds


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run said: scores of 0 to 100, first contentful paint in seconds, audits that cost points."""

    scores: Mapping[str, int]
    paint: float
    lost: tuple[str, ...]


def measure(site: Site) -> Iterator[Figure]:
    """The heaviest page of each shape, median of three runs, on the phone that Lighthouse takes by default."""
    without = (f"--skip-audits={PREVIEW_ONLY}",) if site.is_preview else ()
    medians: dict[BuiltPage, Mapping[str, int]] = {}
    lost: dict[BuiltPage, set[str]] = {}
    for page in pages_for(site):
        runs = [run(site, page, without) for _ in range(RUNS)]
        medians[page] = {name: int(median(each.scores[name] for each in runs)) for name in SCORES}
        lost[page] = {audit for each in runs for audit in each.lost}
    yield figure_of_scores(medians, lost)


def figure_of_scores(medians: Mapping[BuiltPage, Mapping[str, int]], lost: Mapping[BuiltPage, set[str]]) -> Figure:
    """Return the row of the four scores: the lowest median of each among the pages."""
    lowest = {name: min((scores[name] for scores in medians.values()), default=0) for name in SCORES}
    faults = [
        f"{page}: {name} {scores[name]} ({', '.join(sorted(lost[page]))})"
        for page, scores in medians.items()
        for name, limit in SCORES.items()
        if scores[name] < limit
    ]
    return Figure(
        name="Lighthouse, mobile: performance / accessibility / best practices / SEO",
        limit="≥ " + " / ".join(map(str, SCORES.values())),
        measured=f"{' / '.join(map(str, lowest.values()))} (lowest of {len(medians)} pages)",
        holds=not faults and bool(medians),
        faults=tuple(faults),
    )


def measure_slow(site: Site) -> Iterator[Figure]:
    """The same pages on a slow phone: 400 ms and 400 kbit/s, a processor six times slower."""
    seen: dict[BuiltPage, tuple[int, float]] = {}
    for page in pages_for(site):
        runs = [run(site, page, SLOW) for _ in range(RUNS)]
        seen[page] = int(median(each.scores["performance"] for each in runs)), median(each.paint for each in runs)
    for quiet, name in ((True, "slow phone, quiet pages"), (False, "slow phone, others")):
        score, paint = SLOW_LIMITS[quiet]
        group = {page: values for page, values in seen.items() if page.is_quiet is quiet}
        faults = [f"{page}: P {p}, FCP {s:.1f} s" for page, (p, s) in group.items() if p < score or s > paint]
        lowest = min((p for p, _ in group.values()), default=0)
        latest = max((s for _, s in group.values()), default=99.0)
        yield Figure(
            name=name,
            limit=f"P ≥ {score} and FCP ≤ {paint:.0f} s",
            measured=f"P {lowest}, FCP {latest:.1f} s (worst of {len(group)} pages)",
            holds=not faults and bool(group),
            faults=tuple(faults),
        )


def pages_for(site: Site) -> Sequence[BuiltPage]:
    """Return the pages to run on: Lighthouse refuses those that answer with an error, as the 404 page must."""
    return [page for page in site.heaviest() if page.template]


def run(site: Site, page: BuiltPage, options: Sequence[str]) -> Run:
    """Run Lighthouse once on a page. Raises `Missing` when it gives no result in several attempts."""
    command = [site.tools.node, str(site.tools.lighthouse), site.base + page.address, "--quiet", "--output=json"]
    command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS)}", *options]
    said = ""
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=os.environ | {"CHROME_PATH": site.tools.chromium}
        )
        try:
            report = json.loads(done.stdout)
            if "runtimeError" not in report:
                return read(report)
            said = report["runtimeError"]["message"]
        except ValueError:
            said = done.stderr
    raise Missing(f"Lighthouse gave no result for {page}: {said.strip()}")


def read(report: Mapping[str, Any]) -> Run:
    """Return what a report says; a category without a score counts as 0."""
    audits, lost = report["audits"], []
    for category in report["categories"].values():
        scored = [ref["id"] for ref in category["auditRefs"] if ref["weight"]]
        lost += [name for name in scored if audits[name]["score"] is not None and audits[name]["score"] < 0.9]
    scores = {name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}
    return Run(scores=scores, paint=audits["first-contentful-paint"]["numericValue"] / 1000, lost=tuple(lost))
