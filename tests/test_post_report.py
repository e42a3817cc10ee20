"""Reports of workflows: one issue that is brought up to date, with its ticks kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from list_languages import main as list_languages
from post_report import CUT, MOST, main, shortened, ticked

GH = """#!/usr/bin/env python3
import json, pathlib, sys
here = pathlib.Path(__file__).parent
given = sys.argv[1:]
if given[:2] == ["issue", "list"]:
    print((here / "issues.json").read_text())
if "--body-file" in given:
    (here / "body.md").write_text(pathlib.Path(given[given.index("--body-file") + 1]).read_text())
with open(here / "asked.jsonl", "a") as file:
    file.write(json.dumps(given) + "\\n")
if (here / "refuse").exists():
    sys.exit("HTTP 403")
"""


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A code host that notes what it is asked, and has no issue."""
    place = tmp_path / "host"
    place.mkdir()
    (place / "gh").write_text(GH, "utf-8")
    (place / "gh").chmod(0o755)
    (place / "issues.json").write_text("[]", "utf-8")
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    return place


def post(host: Path, report: str) -> list[list[str]]:
    """Post a report; return what the code host was asked besides the label."""
    file = host / "report.md"
    file.write_text(report, "utf-8")
    assert main(["--title", "What is due", "--label", "due", str(file)]) == 0
    asked = [json.loads(line) for line in (host / "asked.jsonl").read_text("utf-8").splitlines()]
    assert asked[0][:3] == ["label", "create", "due"]
    return [each for each in asked[1:] if each[1] != "list"]


def test_the_first_report_opens_an_issue(host: Path) -> None:
    """Where there is none, an issue is opened with title, label and report."""
    (asked,) = post(host, "- [ ] a line\n")
    assert asked[:6] == ["issue", "create", "--title", "What is due", "--label", "due"]
    assert (host / "body.md").read_text("utf-8") == "- [ ] a line\n"


def test_the_next_report_goes_into_the_same_issue(host: Path) -> None:
    """Where one is open, it gets the new report and keeps its ticks; no second one is opened."""
    (host / "issues.json").write_text(json.dumps([{"number": 9, "body": "- [x] a line\r\n- [ ] old\r\n"}]), "utf-8")
    (asked,) = post(host, "- [ ] a line\n- [ ] new\n")
    assert asked[:3] == ["issue", "edit", "9"]
    assert (host / "body.md").read_text("utf-8") == "- [x] a line\n- [ ] new\n"


def test_a_refusal_of_the_code_host_fails(host: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that could not be written is no success, and the host's words are told."""
    (host / "refuse").touch()
    (host / "report.md").write_text("text", "utf-8")
    assert main(["--title", "t", "--label", "l", str(host / "report.md")]) == 1
    assert "The code host refused: HTTP 403" in capsys.readouterr().err


def test_a_tick_stays_when_only_the_place_in_the_file_has_moved() -> None:
    """The number of the line in the file is no part of what was ticked; everything else is."""
    before = "- [X] A (a, data/countries/ee.yml:11): due\n- [x] B (b, data/countries/ee.yml:20): due\n"
    report = "- [ ] A (a, data/countries/ee.yml:15): due\n- [ ] B (b, data/countries/ee.yml:20): due again\nC\n"
    assert ticked(report, before) == report.replace("- [ ] A", "- [x] A")


def test_a_report_that_is_too_long_is_cut_after_a_line_and_says_so() -> None:
    """The code host refuses long texts: the rest is named, and no line is halved."""
    line = "- [ ] Служба\n"
    cut = shortened(line * 9_000)
    assert len(cut.encode()) <= MOST
    assert cut.endswith(CUT)
    assert set(cut.removesuffix(CUT).splitlines()) == {line.strip()}
    assert shortened(line) == line


def test_the_languages_are_those_of_the_site(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The list is JSON in the site's order; without data there is no list."""
    good = Path(__file__).parent / "good"
    assert list_languages(["--root", str(good)]) == 0
    assert json.loads(capsys.readouterr().out) == ["en", "uk"]
    assert list_languages(["--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out == ""
