"""Where faults in templates and built pages are planted: a real build of this project, four countries in two languages.

The pages are built once. For a fault in a template only the page on which it must be caught is built again, and only
what a fault touches is proved again; everything goes through MkDocs, the project's own hooks and the real proof.
"""

from __future__ import annotations

import logging
import os
import shutil
import warnings
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from unittest.mock import patch

import small_site
from mkdocs.commands.build import build
from mkdocs.config import load_config

import build_site
from seamark import building
from seamark.built_site import READABLE, examine_page, examine_whole, rule_names
from seamark.loading import Data, load
from seamark.problems import Problem
from seamark.proof import search_rules
from seamark.proof.folder import Built, Record

from .bench import found, planted, verdict
from .fault import Fault, once

COUNTRIES = {"ee", "no", "ua", "eu"}
LANGUAGE = "uk"
BUILD = "build"  # stands for the build that fails: what could not be rendered has no page
OF_OPEN_DATA = ("export-contact", "export-figure", "export-number", "export-checksum")
NEVER_OFF = (BUILD, READABLE)


@dataclass
class SiteBench:
    """A small project, built into its folder site/."""

    root: Path
    day: date
    records: dict[str, Record] = field(default_factory=dict)

    @classmethod
    def made(cls, folder: Path, day: date) -> SiteBench:
        """Make the project in a folder and build it for a day. Raises `AssertionError` when it cannot be built."""
        with patch.dict(os.environ, {"AS_OF": day.isoformat()}):
            bench = cls(_with_a_paused_line(small_site.make(folder, LANGUAGE, COUNTRIES)), day)
            assert build_site.build(bench.root, bench.site) == 0
        for file in bench.built().pages():
            problems, record, _ = examine_page(bench.built(), file)
            assert record is not None, problems
            bench.records[file] = record
        return bench

    def __post_init__(self) -> None:
        """Read the data of the project."""
        data, problems = load(self.root)
        assert data is not None, problems
        self.data: Data = data
        self._known = Built(folder=self.site, data=data).known

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.root / "site"

    def built(self) -> Built:
        """Return the built site as it is now; what the data say is laid out once."""
        built = Built(folder=self.site, data=self.data)
        built.__dict__["known"] = self._known
        return built

    def judge(self, fault: Fault) -> str:
        """Plant a fault and return why it is not caught as it must be, or ""."""
        expected = {found(self.site, path).relative_to(self.site).as_posix() for path in fault.at or (fault.page,)}
        if not fault.page:
            with planted(self.site, fault.changes):
                touched = [found(self.site, change.path).relative_to(self.site).as_posix() for change in fault.changes]
                return self._judge(fault, touched, expected)
        with planted(self.root, fault.changes):
            try:
                text = self._built_again(fault.page)
            except Exception as error:  # whatever a broken template does, it ends the build
                wrong = verdict(fault, expected, [(BUILD, fault.page)], [])
                return f"{wrong}: {error}" if wrong else ""
        page = self.site / fault.page
        before = page.read_text("utf-8")
        assert text != before, f"the fault changes nothing on {fault.page}"
        page.write_text(text, "utf-8")
        try:
            return self._judge(fault, [fault.page], expected)
        finally:
            page.write_text(before, "utf-8")

    def _judge(self, fault: Fault, touched: Collection[str], expected: set[str]) -> str:
        blind = set(_blind(fault, touched)) - {fault.rule}
        told, left = self._problems(touched, blind), self._problems(touched, blind | {fault.rule} - set(NEVER_OFF))
        if fault.rule in NEVER_OFF:
            left = [problem for problem in left if problem.rule != fault.rule]
        return verdict(fault, expected, *([(p.rule, p.place.path) for p in some] for some in (told, left)))

    def _problems(self, touched: Collection[str], without: Collection[str] = ()) -> list[Problem]:
        """Prove the pages that a fault touches, all of them when a file is gone, and the site as a whole."""
        built = self.built()
        has_all = all((self.site / path).exists() for path in touched)
        search_rules.read_index.cache_clear()  # the name of an index holds its hash, and here it stays the same
        of_search = any("/words-" in path for path in touched)  # what it quotes is proved on each page
        pages = [file for file in built.pages() if file in touched or not has_all or of_search]
        records = {file: record for file, record in self.records.items() if file in built.files and file not in pages}
        problems: list[Problem] = []
        for file in pages:
            told, record, _ = examine_page(built, file, without)
            problems += told
            records |= {file: record} if record else {}
        return problems + examine_whole(built, [records[file] for file in sorted(records)], without)

    def _built_again(self, file: str) -> str:
        """Build one page with MkDocs and return its text. Raises what MkDocs raises."""
        language = self.built().language_of(file)
        name = file.removeprefix(f"{language}/")
        docs, target = self.root / ".docs", self.root / ".page"
        for folder in (docs, target):
            shutil.rmtree(folder, ignore_errors=True)
        source = "index.md" if name == "404.html" else self._source_of(name)
        (docs / source).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.root / "docs" / source, docs / source)
        settings = {"ONLY": language, "DATA_CHECKED": str(building.stamp(self.root, building.DATA_FOLDERS))}
        with (
            patch.dict(os.environ, {**settings, "AS_OF": self.day.isoformat()}),
            patch.object(building, "load", lambda _: (self.data, [])),  # the data are as they were
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")  # those of MkDocs are not ours
            logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
            config = load_config(str(self.root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(target), strict=False)
            build(config)
        return (target / name).read_text("utf-8")

    def _source_of(self, name: str) -> str:
        """Return the file in docs/ from which a page is made."""
        path = name.removesuffix("index.html").rstrip("/")
        return f"{path}.md" if (self.root / "docs" / f"{path}.md").exists() else f"{path}/index.md".lstrip("/")


def _with_a_paused_line(root: Path) -> Path:
    """Pause a line in the small project, because the real data have none yet."""
    path = root / "data" / "countries" / "ua.yml"
    text = path.read_text("utf-8")
    line = once("  - id: ua-police-callcentre\n", text, path.name)
    paused = '    status: paused\n    since: "2026-10-01"\n    reason: The line is moving.\n'
    path.write_text(text.replace(line, line + paused), "utf-8")
    return root


def _blind(fault: Fault, touched: Collection[str]) -> tuple[str, ...]:
    """Return the rules that in truth would see nothing of a fault, because what they compare with is made after it."""
    if fault.page:  # the index of the search is made of the pages
        return (*OF_OPEN_DATA, "search-quote", "search-place")
    # The open data are written with their checksums, and do not depend on the pages.
    return ("export-checksum",) if any(path.startswith("data/v1/") for path in touched) else OF_OPEN_DATA


def rules() -> set[str]:
    """Return the names of all rules of the proof."""
    return {READABLE, *rule_names()}
