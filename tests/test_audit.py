"""The audit's own sums: what it says of figures, messages and programs. tests/measures/test_audit.py plants faults."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from audit import lighthouse, markup, tools, weight
from audit.built import BuiltPage
from audit.figures import Figure, as_faults, as_table, at_most, none_of

ROOT = Path(__file__).resolve().parent.parent


def page(address: str = "uk/") -> BuiltPage:
    """Return a page that no test opens."""
    return BuiltPage(path="index", language="uk", address=address, file=Path("x"), shape="x", template="quiet.html")


def test_a_limit_is_held_up_to_its_value() -> None:
    """The limit itself is allowed; the largest value is shown with its place; what is above is named, worst first."""
    assert at_most("x", 3, {"/a/": 3, "/b/": 1}, "B").holds
    broken = at_most("x", 3, {"/a/": 4, "/b/": 1, "/c/": 5}, "B")
    assert not broken.holds
    assert broken.measured == "5 B (/c/)"
    assert broken.faults == ("/c/: 5 B", "/a/: 4 B")


@pytest.mark.parametrize("figure", [at_most("x", 3, {}), none_of("x", [], 0, "pages")], ids=["values", "pages"])
def test_nothing_measured_is_a_broken_limit(figure: Figure) -> None:
    """A figure that nothing was measured for does not hold."""
    assert not figure.holds


def test_the_table_names_every_figure() -> None:
    """Each figure is a row of four columns, and the faults of those that do not hold stand below, some of each."""
    figures = [none_of("cookies", [], 9, "pages"), none_of("violations", [f"f{n}" for n in range(20)], 9, "pages")]
    rows = as_table(figures).splitlines()
    assert [cell.strip() for cell in rows[2].split(" | ")] == ["cookies", "0", "0 in 9 pages", "yes"]
    assert rows[3].endswith("NO")
    assert "f0" in as_faults(figures)
    assert "and 8 more" in as_faults(figures)
    assert "cookies" not in as_faults(figures)


def test_bytes_to_the_first_call_end_where_its_link_begins() -> None:
    """What stands behind the first link to call does not count, and a page without one has no such figure."""
    start = weight.bytes_to_first_call(b'<p>Call <a href="tel:112">112</a>')
    assert start == weight.bytes_to_first_call(b"<p>Call <a href=tel:112>112</a>" + b"more" * 999)
    assert weight.bytes_to_first_call(b'<a href="https://tel:">') is None


def message(text: str) -> dict[str, object]:
    """Return a message as the checker writes it."""
    return {"message": text, "url": "file:/site/uk/index.html", "lastLine": 3, "extract": "<x>"}


def test_markup_errors_are_counted_and_allowed_ones_still_told() -> None:
    """An error breaks the limit unless the list allows it; what is allowed is counted too."""
    messages = [message("Bad value x."), message("Stray y."), message("Stray y.")]
    figure = markup.figure_of(messages, {"Stray y": "because"}, Path("/site"))
    assert not figure.holds
    assert figure.measured == "1, 2 allowed for 1 reasons"
    assert figure.faults == ("1 × Bad value x. First: uk/index.html:3: <x>",)
    assert markup.figure_of(messages[1:], {"Stray y": "because"}, Path("/site")).holds


def test_no_error_is_allowed_without_a_reason(tmp_path: Path) -> None:
    """An entry of the list without a reason stops the audit; the project's own list has reasons."""
    file = tmp_path / "allowed.yml"
    file.write_text("- message: Stray y\n", "utf-8")
    with pytest.raises(tools.Missing, match="reason"):
        markup.allowed(file)
    assert all(markup.allowed().values())


def report(**scores: float) -> dict[str, object]:
    """Return a report as Lighthouse writes it, in which one audit costs points."""
    audits = {"first-contentful-paint": {"score": 1, "numericValue": 1500.0}, "color-contrast": {"score": 0}}
    refs = [{"id": name, "weight": 1} for name in audits]
    names = {name.replace("_", "-"): score for name, score in scores.items()}
    return {"audits": audits, "categories": {name: {"score": score, "auditRefs": refs} for name, score in names.items()}}


def test_lighthouse_reports_are_read() -> None:
    """Scores are of a hundred, times in seconds, and a category without a score counts as nothing."""
    read = lighthouse.read(report(performance=0.985, seo=1))
    assert read.scores == {"performance": 98, "seo": 100}
    assert read.paint == 1.5
    assert read.lost == ("color-contrast", "color-contrast")


def test_the_lowest_page_decides_the_scores() -> None:
    """The row shows the lowest score of each kind among all pages, and names the page that breaks a limit."""
    good = dict.fromkeys(lighthouse.SCORES, 100)
    bad = good | {"accessibility": 99}
    assert lighthouse.figure_of_scores({page(): good}, {page(): set()}).holds
    figure = lighthouse.figure_of_scores({page(): good, page("x/"): bad}, {page(): set(), page("x/"): {"color-contrast"}})
    assert not figure.holds
    assert figure.measured.startswith("100 / 99 / 100 / 100")
    assert figure.faults == ("/x/: accessibility 99 (color-contrast)",)
    assert not lighthouse.figure_of_scores({}, {}).holds


def test_missing_programs_are_all_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its programs the audit fails and says at once what to install, for each of them."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(tools.Missing) as error:
        tools.find(tmp_path)
    for name in ("nodejs", "default-jre", "lighthouse, vnu, axe", "chromium"):
        assert name in str(error.value)


def test_what_runs_apart_has_all_that_it_asks_for() -> None:
    """The tests of tests/measures, which `make test` leaves out, can be set up: `make audit` begins with them."""
    command = [sys.executable, "-m", "pytest", "--setup-plan", "-q", "-p", "no:cacheprovider", "tests/measures"]
    planned = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert planned.returncode == 0, planned.stdout
    assert "chromium" in planned.stdout
