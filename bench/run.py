"""Measure the build beside stock MkDocs and Hugo on the same pages, and write bench/RESULTS.md.

    python bench/run.py [--runs 3] [--size real] [--out bench/RESULTS.md]

Needs bench/requirements.txt. An idle machine gives figures that mean something; the ratios are less in need of one.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import ROOT, generate
from measuring import Figures, measure, medians
from others import pages_of, write_hugo, write_stock
from watching import preview, seen_after

DAY = "2026-11-22"  # the day for which the pages are true, so that each run makes the same ones
# This project changed as editors change it: what, in which file, from what and to what.
CHANGES = {
    "one phone number": ("data/countries/ee.yml", "+372 660 7320", "+372 660 7321"),
    "one text of the glossary": ("data/glossary/receipt.yml", "a trafficker too", "a trafficker as well"),
    "one catalogue": ("locale/uk/pages.po", 'msgstr "Доступність"', 'msgstr "Доступність сайту"'),
    "one template": ("overrides/parts/foot.html", "</footer>", " </footer>"),
}
OURS, STOCK, HUGO = "this project, cold", "stock MkDocs", "Hugo"
SMALLER = "this project at 14 × 300, cold"
DONE = """
| | this project | MkDocs, Material, static-i18n | Hugo |
| --- | --- | --- | --- |
| every language, switcher to the same page, sitemap | yes | yes | yes |
| facts read, checked, and put into the pages | yes | no: it gets finished Markdown | no: it gets finished Markdown |
| index for the search | one a language, with the numbers of the data | one for all languages | one a language, plain texts |
| links and anchors checked | yes, in the built pages | in Markdown only, where few stand here | no |
| every number on every page proved to be of the data | yes | no | no |
| open data, headers and state of the translations written | yes | no | no |
"""


class Size(NamedTuple):
    """A size to measure; nothing but its name stands for the real site."""

    name: str
    languages: int = 0
    pages: int = 0
    services: int = 0
    changes: bool = False  # whether builds after a change are measured, each of which costs what a cold one does
    growth: bool = False  # whether our build at 14 × 300 takes turns with this one's, in place of stock MkDocs (an hour)


SIZES = {
    "real": Size("the real site", changes=True),
    "middle": Size("14 languages × 300 pages", 14, 300),
    "many": Size("30 languages × 600 pages", 30, 600, growth=True),
    "large": Size("30 languages × 600 pages, 5,000 services", 30, 600, 5000, growth=True),
}


class Row(NamedTuple):
    """A line of a table: what was done, how many pages and megabytes of pages came out, and what it took."""

    what: str
    pages: int
    megabytes: float
    figures: Figures

    @property
    def each(self) -> float:
        """The milliseconds of processor time for a page."""
        return 1000 * self.figures.cpu / self.pages

    @property
    def each_megabyte(self) -> float:
        """The seconds of processor time for a megabyte of pages."""
        return self.figures.cpu / self.megabytes


def measured(size: Size, runs: int, work: Path) -> tuple[list[Row], float]:
    """Measure all programs at one size, in a folder of their own, and how many seconds the preview needs for a change."""
    project, stock, hugo = work / "project", work / "stock", work / "hugo"
    made(size, project)
    codes, rendered = pages_of(project)
    write_stock(stock, codes, rendered)
    write_hugo(hugo, codes, rendered)
    python = sys.executable
    ours = [python, "scripts/build_site.py", "--as-of", DAY]
    mkdocs = [python, "-m", "mkdocs", "build", "--quiet"]
    program = shutil.which("hugo", path=str(Path(python).parent)) or "hugo"
    programs = {OURS: (ours, project), STOCK: (mkdocs, stock), HUGO: ([program, "build", "--quiet", "-d", "site"], hugo)}
    if size.growth:
        del programs[STOCK]
        programs[SMALLER] = (ours, work / "smaller")
        made(SIZES["middle"], work / "smaller")
    rows = cold(programs, runs)
    preview_takes = watched(project, runs)
    more = [row("this project, again", ours, project, runs)] if size.changes else []
    for name, (file, old, new) in CHANGES.items() if size.changes else ():
        change(project / file, old, new)
        more.append(row(f"this project, after {name}", ours, project, runs))
    return [rows[0], *more, *rows[1:]], preview_takes


def made(size: Size, project: Path) -> None:
    """Generate the project of a size."""
    generate(project, size.languages or 14, size.pages, size.services, seed=1)


def cold(programs: Mapping[str, tuple[list[str], Path]], runs: int) -> list[Row]:
    """Measure programs, given as command and folder by name, each from nothing.

    They take turns: a machine that becomes slower or faster within minutes does so for all of them.
    """
    found: dict[str, list[Figures]] = {what: [] for what in programs}
    for _ in range(runs):
        for what, (command, folder) in programs.items():
            clear(folder, "site", ".build")
            found[what].append(once(what, command, folder))
    return [Row(what, *pages_in(folder), medians(found[what])) for what, (_, folder) in programs.items()]


def row(what: str, command: list[str], folder: Path, runs: int) -> Row:
    """Measure a command some times, each on what the one before left."""
    figures = medians([once(what, command, folder) for _ in range(runs)])
    return Row(what, *pages_in(folder), figures)


def once(what: str, command: list[str], folder: Path) -> Figures:
    """Measure a command and say what it took."""
    found = measure(command, folder, {"NO_MKDOCS_2_WARNING": "1"})
    print(f"{what}: {found.cpu:.1f} s CPU, {found.wall:.1f} s, {found.memory:.0f} MB", flush=True)
    return found


def pages_in(folder: Path) -> tuple[int, float]:
    """Return how many pages a program left in site/, and how many megabytes they have."""
    sizes = [path.stat().st_size for path in (folder / "site").rglob("*.html")]
    return len(sizes), sum(sizes) / 1_000_000


def watched(project: Path, runs: int) -> float:
    """Return the seconds from the change of a phone number until its page shows it in the preview, the median of some."""
    file, old, new = CHANGES["one phone number"]
    found = []
    with preview(project) as address:
        for _ in range(runs):
            seen_after(address, old)
            change(project / file, old, new)
            found.append(seen_after(address, new))
            print(f"this project, preview: {found[-1]:.1f} s", flush=True)
            change(project / file, new, old)
    return median(found)


def clear(folder: Path, *names: str) -> None:
    """Remove what a build left, so that the next one begins with nothing."""
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)


def change(path: Path, old: str, new: str) -> None:
    """Change a text of a file. Raises `ValueError` when it is not there, since nothing would be measured then."""
    text = path.read_text("utf-8")
    if old not in text:
        raise ValueError(f'"{old}" does not stand in {path}: correct CHANGES in bench/run.py')
    path.write_text(text.replace(old, new), "utf-8")


def table(size: Size, rows: list[Row], preview_takes: float) -> str:
    """Return the table of a size, in Markdown, with the ratios to stock MkDocs and Hugo, and what the preview takes."""
    by_name = {row.what: row for row in rows}
    stock, hugo = by_name.get(STOCK), by_name[HUGO]
    lines = [
        f"## {size.name[0].upper()}{size.name[1:]}",
        "",
        "| | pages | MB of pages | CPU s | CPU ms a page | wall s | largest process MB | CPU : stock | wall : Hugo |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        figures = row.figures
        to_stock = f"{row.each / stock.each:.2f}" if stock else "–"
        to_hugo = f"{figures.wall / hugo.figures.wall:.1f}" if row.what != SMALLER else "–"  # which has other pages
        lines.append(
            f"| {row.what} | {row.pages} | {row.megabytes:.0f} | {figures.cpu:.1f} | {row.each:.1f} | {figures.wall:.1f} "
            f"| {figures.memory:.0f} | {to_stock} | {to_hugo} |"
        )
    preview_row = f"In the preview of one language a changed phone number shows after {preview_takes:.1f} s"
    lines += ["", f"{preview_row}, {preview_takes / hugo.figures.wall:.2f} times what Hugo takes for all pages."]
    return "\n".join(lines)


def goals(found: Mapping[str, tuple[list[Row], float]]) -> str:
    """Return the table of the goals, judged by what was measured: rows and seconds of the preview by name of the size."""
    rows = {name: {row.what: row for row in measured} for name, (measured, _) in found.items()}
    judged: list[tuple[str, float, float]] = []
    for name, limit in (("real", 1 / 3), ("middle", 1 / 2)):
        if name in rows:
            ratio = rows[name][OURS].each / rows[name][STOCK].each
            judged.append((f"{SIZES[name].name}: CPU of a cold build a page, as part of stock MkDocs'", limit, ratio))
    for name, (_, preview_takes) in found.items():
        ratio = preview_takes / rows[name][HUGO].figures.wall
        judged.append((f"{SIZES[name].name}: a change shows in the preview, as part of Hugo's time for all pages", 1, ratio))
    if "middle" in rows:
        judged.append((f"{SIZES['middle'].name}: MB of the largest process", 500, rows["middle"][OURS].figures.memory))
    for name, unit in (("many", "page"), ("large", "megabyte of pages")):  # with many services pages are longer
        if name in rows:
            large, small = rows[name][OURS], rows[name][SMALLER]
            growth = large.each / small.each if name == "many" else large.each_megabyte / small.each_megabyte
            judged.append((f"{SIZES[name].name}: CPU a {unit}, as a multiple of that at 14 × 300", 1.2, growth))
    lines = ["## Goals", "", "| goal | at most | measured | reached |", "| --- | --- | --- | --- |"]
    lines += [f"| {what} | {limit:.3g} | {value:.3g} | {'yes' if value <= limit else 'no'} |" for what, limit, value in judged]
    return "\n".join(lines)


def results(tables: list[str], runs: int) -> str:
    """Return the text of the file of results."""
    now, load = datetime.now(UTC), os.getloadavg()[0]
    head = (
        "# Results of the benchmark\n\n"
        f"Written by `bench/run.py` on {now:%Y-%m-%d}: medians of {runs}, "
        f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load:.1f} at the end.\n"
        "CPU is that of all processes together, memory that of the largest one.\n"
        "The ratio to stock MkDocs is that of the CPU time a page, the ratio to Hugo that of the time on the clock.\n\n"
        "## What each of them does\n"
    )
    return "\n".join([head + DONE, "\n\n".join(tables)]).rstrip() + "\n"


def main() -> int:
    """Parse the arguments, measure, and write the results of each size when it was measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median is taken (default: 3)")
    parser.add_argument("--size", choices=SIZES, action="append", help="measure this size only; can be given again")
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "RESULTS.md")
    options = parser.parse_args()
    found: dict[str, tuple[list[Row], float]] = {}
    for name in options.size or SIZES:
        with tempfile.TemporaryDirectory(prefix="seamark-bench-") as work:
            found[name] = measured(SIZES[name], options.runs, Path(work))
        tables = [goals(found), *(table(SIZES[size], *figures) for size, figures in found.items())]
        options.out.write_text(results(tables, options.runs), "utf-8")  # not lost when a later size fails
    print(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
