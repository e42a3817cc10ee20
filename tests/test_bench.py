"""The benchmark measures what it says, on projects that pass the checks and are the same each time."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from small_site import ROOT

from seamark.checks import check
from seamark.loading import load


@pytest.fixture(scope="module", autouse=True)
def bench() -> object:
    """The modules of the benchmark find each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        yield


def module(name: str) -> ModuleType:
    """Return a module of the benchmark."""
    return importlib.import_module(name)


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- projects --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with more pages and services than this one, in two languages."""
    folder = tmp_path_factory.mktemp("generated") / "project"
    module("generate").generate(folder, languages=2, pages=260, services=400, seed=1)
    return folder


def test_a_generated_project_passes_the_checks(project: Path) -> None:
    """What is generated has as many pages and services as were asked for, and no rule objects to it."""
    data, problems = load(project)
    assert data is not None
    assert problems + check(data, date(2026, 11, 22)) == []
    assert sum(1 for _ in (project / "docs").rglob("*.md")) == 260
    added = [path.read_text("utf-8") for path in (project / "docs").rglob("measured-*.md")]
    assert {'"concept.html"' in text for text in added} == {True, False}  # concepts and pages of words
    assert sum(len(country.services) for code, country in data.countries.items() if code != "eu") == 400


def test_a_project_with_all_languages_passes_the_checks(tmp_path: Path) -> None:
    """The made-up translations into the languages that the site does not have are refused by no rule either."""
    module("generate").generate(tmp_path / "project", languages=30, pages=0, services=0, seed=1)
    data, problems = load(tmp_path / "project")
    assert data is not None
    assert len(data.site.languages) == 30
    assert problems + check(data, date(2026, 11, 22)) == []


def test_the_same_seed_gives_the_same_project(project: Path, tmp_path: Path) -> None:
    """The same seed gives the same bytes, and another one others."""
    for seed, same in ((1, True), (2, False)):
        module("generate").generate(tmp_path / str(seed), languages=2, pages=260, services=400, seed=seed)
        assert (files(tmp_path / str(seed)) == files(project)) is same


def test_there_are_not_enough_languages(tmp_path: Path) -> None:
    """More languages than there are cannot be had, and that is told."""
    with pytest.raises(ValueError, match="31 are wanted"):
        module("generate").generate(tmp_path / "x", languages=31, pages=0, services=0, seed=1)


def test_the_changes_can_be_made(tmp_path: Path) -> None:
    """Each change that is measured changes a file of this project; what cannot be changed is told."""
    run = module("run")
    for file, old, new in run.CHANGES.values():
        path = tmp_path / Path(file).name
        path.write_bytes((ROOT / file).read_bytes())
        run.change(path, old, new)
        assert path.read_bytes() != (ROOT / file).read_bytes()
        with pytest.raises(ValueError, match="does not stand in"):
            run.change(path, "no such text", "")


# --- measuring -------------------------------------------------------------------------------------------------


def test_a_run_is_measured_with_its_children(tmp_path: Path) -> None:
    """Processor time and memory are those of the command and of the processes that it waits for."""
    work = "x = bytearray(200_000_000); sum(range(20_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    measure = module("measuring").measure
    small, large = (measure([sys.executable, "-c", code], tmp_path) for code in ("pass", child))
    assert large.memory > small.memory + 150
    assert large.cpu > small.cpu


def test_a_run_that_fails_is_no_figure(tmp_path: Path) -> None:
    """A command that fails is not measured, and what it said is told."""
    measuring = module("measuring")
    with pytest.raises(measuring.Failed, match="no such page"):
        measuring.measure([sys.executable, "-c", "import sys; sys.exit('no such page')"], tmp_path)


def test_medians() -> None:
    """Of some runs, each figure is the median by itself."""
    measuring = module("measuring")
    runs = [measuring.Figures(1, 30, 2), measuring.Figures(2, 10, 3), measuring.Figures(9, 20, 1)]
    assert measuring.medians(runs) == (2, 20, 2)


def test_cold_builds_take_turns_and_find_nothing_of_an_earlier_one(tmp_path: Path) -> None:
    """Each program runs once before any runs again, each time without its last site, whose pages are counted."""
    code = (
        "from pathlib import Path; Path('site').mkdir(); "
        "Path('site/index.html').write_text(1500 * 'x'); Path('../log').open('a').write('{} ')"
    )
    programs = {name: ([sys.executable, "-c", code.format(name)], tmp_path / name) for name in ("ours", "theirs")}
    for _, folder in programs.values():
        (folder / "site" / "old").mkdir(parents=True)
        (folder / "site" / "old" / "index.html").touch()
    rows = module("run").cold(programs, 2)
    assert (tmp_path / "log").read_text() == "ours theirs ours theirs "
    assert [row[:3] for row in rows] == [("ours", 1, 0.0015), ("theirs", 1, 0.0015)]


def test_the_table_has_the_ratios() -> None:
    """A table has each program's figures, its CPU time a page beside stock MkDocs, and its time beside Hugo."""
    run, measuring = module("run"), module("measuring")
    rows = [
        run.Row("this project, cold", 100, 4.6, measuring.Figures(1.0, 3.0, 100.0)),
        run.Row("stock MkDocs", 200, 50, measuring.Figures(8.0, 9.0, 200.0)),
        run.Row("Hugo", 100, 20, measuring.Figures(0.5, 1.5, 300.0)),
    ]
    lines = run.table(run.Size("the real site"), rows, 1.2).splitlines()
    assert lines[0] == "## The real site"
    assert lines[4] == "| this project, cold | 100 | 5 | 1.0 | 10.0 | 3.0 | 100 | 0.25 | 2.0 |"
    assert lines[5].endswith("| 1.00 | 6.0 |")
    smaller = run.Row(run.SMALLER, 50, 2, measuring.Figures(0.6, 2.0, 90.0))
    large = run.table(run.Size("large"), [rows[0], rows[2], smaller], 1.2).splitlines()
    assert large[4].endswith("| – | 2.0 |")
    assert large[6].endswith("| – | – |")  # other pages than Hugo's
    assert (
        lines[-1]
        == "In the preview of one language a changed phone number shows after 1.2 s, 0.80 times what Hugo takes for all pages."
    )


def test_the_goals_are_judged_by_what_was_measured() -> None:
    """Each goal whose sizes were measured has a line, with its limit, what was measured, and whether that is enough."""
    run, figures = module("run"), module("measuring").Figures
    size = {
        "real": ([run.Row(run.OURS, 100, 2, figures(1, 3, 100)), run.Row(run.STOCK, 100, 9, figures(3, 3, 100))], 0.5),
        "middle": ([run.Row(run.OURS, 100, 2, figures(1, 3, 501)), run.Row(run.STOCK, 100, 9, figures(1.9, 3, 100))], 4.5),
        "many": ([run.Row(run.OURS, 400, 8, figures(9.8, 3, 100)), run.Row(run.SMALLER, 100, 2, figures(2, 3, 100))], 1.0),
        "large": ([run.Row(run.OURS, 400, 30, figures(8.9, 3, 100)), run.Row(run.SMALLER, 50, 2, figures(0.5, 3, 100))], 1.0),
    }
    for rows, _ in size.values():
        rows.append(run.Row(run.HUGO, 100, 3, figures(1, 3, 100)))
    judged = [line.rpartition(": ")[2] for line in run.goals(size).splitlines()[4:]]
    assert judged == [
        "CPU of a cold build a page, as part of stock MkDocs' | 0.333 | 0.333 | yes |",
        "CPU of a cold build a page, as part of stock MkDocs' | 0.5 | 0.526 | no |",
        "a change shows in the preview, as part of Hugo's time for all pages | 1 | 0.167 | yes |",
        "a change shows in the preview, as part of Hugo's time for all pages | 1 | 1.5 | no |",
        "a change shows in the preview, as part of Hugo's time for all pages | 1 | 0.333 | yes |",
        "a change shows in the preview, as part of Hugo's time for all pages | 1 | 0.333 | yes |",
        "MB of the largest process | 500 | 501 | no |",
        "CPU a page, as a multiple of that at 14 × 300 | 1.2 | 1.23 | no |",
        "CPU a megabyte of pages, as a multiple of that at 14 × 300 | 1.2 | 1.19 | yes |",
    ]
    assert len(run.goals({"real": size["real"]}).splitlines()) == 6


def test_a_page_is_waited_for(tmp_path: Path) -> None:
    """The time until a page shows a text is known once it does; a page that never does is a failure."""
    watching = module("watching")
    page = tmp_path / "page"
    page.write_text("+372 660 7320", "utf-8")
    assert 0 <= watching.seen_after(page.as_uri(), "660 7320", patience=1) < 1
    with pytest.raises(TimeoutError, match="660 7321"):
        watching.seen_after(page.as_uri(), "660 7321", patience=0.1)
    with pytest.raises(TimeoutError):
        watching.seen_after((tmp_path / "missing").as_uri(), "660 7320", patience=0.1)
