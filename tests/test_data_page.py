"""The page on the open data: every example on it runs, and prints what the data say."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from seamark import exports
from seamark.loading import Data, load
from seamark.rendering import Renderer
from seamark.translations import Catalogue

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r'\{: #([a-z-]+) \}(?:(?!\{: #).)*?<pre dir="ltr"[^>]*><code>(.*?)</code></pre>', re.DOTALL)
# What each example prints of the real data, beside the number of its lines.
SAID = {
    "json": "+3726607320",
    "csv": "+3726607320",
    "hsds": "+3726607320",
    "hsds-tables": "+3726607320",
    "linked-data": "#ee-thb-helpline +3726607320",
    "skos": "Trafficking in human beings",
    "tbx": "Trafficking in human beings trafficking-in-human-beings",
    "feed": "T00:00:00Z Estonia: ",
}


@pytest.fixture(scope="module")
def data() -> Data:
    """The real data."""
    made, problems = load(ROOT)
    assert made is not None, problems
    return made


@pytest.fixture(scope="module")
def examples(data: Data, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The examples as readers copy them from the page, with the folder of a built site in place of its address."""
    site = tmp_path_factory.mktemp("site")
    renderer = Renderer(data, Catalogue.load(ROOT, "en"), date(2026, 11, 22))
    exports.write(site / exports.FOLDER, exports.export(data, date(2026, 11, 22)))
    block = renderer.frame("help/ee", {"country": "ee"}).linked_data
    (site / "help" / "ee").mkdir(parents=True)
    (site / "help" / "ee" / "index.html").write_text(f"<!doctype html><body>{block}</body>", "utf-8")
    page = renderer.render("about/data", '{% include "data.html" %}', {"words": "pages/about-data"}).markdown
    return {name: html.unescape(code).replace(str(data.site.url), f"{site.as_uri()}/") for name, code in EXAMPLE.findall(page)}


def test_every_format_has_an_example(examples: dict[str, str]) -> None:
    """There is an example for each section that names files of a format, and for the data in pages."""
    formats = {"json", "csv", "hsds", "hsds-tables", "linked-data", "skos", "tbx", "feed"}
    assert set(examples) == formats == set(SAID)
    assert formats == {path.stem for path in (ROOT / "overrides" / "blocks" / "examples").glob("*.py")}


@pytest.mark.parametrize("name", SAID)
def test_example_runs(name: str, examples: dict[str, str]) -> None:
    """The example, run as it stands on the page, prints lines with what the data hold."""
    done = subprocess.run([sys.executable, "-c", examples[name]], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert SAID[name] in done.stdout
    assert len(done.stdout.splitlines()) > 3


def test_example_names_the_emergency_number_first(examples: dict[str, str]) -> None:
    """The example for JSON does what the page asks: the emergency number stands before all others."""
    done = subprocess.run([sys.executable, "-c", examples["json"]], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("In danger first: 112\n")
