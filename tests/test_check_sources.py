"""The command check_sources: what it looks at, writes and prints, and that it changes no fact."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factory import TODAY, Edit, project
from local_pages import FILLER, LocalPages, html, serving

from check_sources import check, main
from seamark.freshness import age_of
from seamark.loading import Data, load
from seamark.looks.asking import Limits
from seamark.looks.targets import stems, targets_of

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Limits(pause=0, backoff=0.01, longest_wait=0.1)
EE = "data/countries/ee.yml"
HOSTS = [
    Edit(EE, "http://www.example.ee/abi", "http://amet.test/abi"),
    Edit(EE, "https://www.example.ee/liin", "http://amet.test/liin"),
]
ALL = (
    f"{FILLER}<p>Inimkaubanduse nõuandeliin: <b>660 7320</b>, HELPLINE@example.ee</p><p>Ohvriabi kriisitelefon 116 006</p>"
    "<p>Välismaalt +372 614 7393</p><a href='https://chat.example.ee'>Vestlus</a> "
    "<a href='https://example.ee/help/'>Abi</a> Häda korral helista 112."
)


@pytest.fixture
def web() -> Iterator[LocalPages]:
    """Serve a web in which no page exists yet."""
    with serving() as pages:
        yield pages


def loaded(folder: Path) -> Data:
    """Load a project in which the pages of Estonia are on the local web, and no other country has sources there."""
    if not (folder / "data").exists():
        project(folder, HOSTS)
        for name in ("eu", "no"):
            place = folder / "data" / "countries" / f"{name}.yml"
            place.write_text("\n".join(_without_address(line) for line in place.read_text("utf-8").split("\n")), "utf-8")
    data, problems = load(folder)
    assert data is not None
    assert problems == []
    return data


def _without_address(line: str) -> str:
    return "    url: unknown" if line.startswith("    url: ") else line


def run(folder: Path, web: LocalPages, **limits: Any) -> int:
    """Check the sources of a project in a folder."""
    return check(loaded(folder), replace(LIMITS, **limits), TODAY, folder / "cache", folder / "report.md", web.resolver)


def outcomes(folder: Path) -> dict[tuple[str, str, str], str]:
    """Return what was written of Estonia: the outcome by service, value and source."""
    looks = json.loads((folder / "data" / "looks.json").read_text("utf-8"))["looks"]
    return {(each["service"], each["value"], each["source"]): each["outcome"] for each in looks if each["country"] == "EE"}


def test_every_published_contact_is_looked_at_once_per_source(tmp_path: Path) -> None:
    """Emergency numbers and channels of active services, each with each of its sources; closed services are not."""
    targets = [target for target in targets_of(loaded(tmp_path)) if target.country == "EE"]
    assert [(target.kind, target.value, target.source) for target in targets] == [
        ("phone", "+3726147393", "board-2023"),
        ("short", "116006", "board-2023"),
        ("sms", "116006", "board-2023"),
        ("short", "112", "ministry"),
        ("chat", "https://chat.example.ee/", "board-2023"),
        ("email", "helpline@example.ee", "ministry"),
        ("phone", "+3726607320", "board-2023"),
        ("phone", "+3726607320", "ministry"),
        ("web", "https://www.example.ee/help", "board-2023"),
        ("whatsapp", "+3726607320", "ministry"),
    ]


def test_names_are_known_by_the_beginnings_of_their_words() -> None:
    """Two thirds of a longer word, five letters at least, so that its declined forms are known too."""
    assert stems(["Inimkaubanduse nõuandeliin", "Amet"]) == ("inimkauba", "nõuande")


def test_what_is_found_is_written_and_no_fact_changes(tmp_path: Path, web: LocalPages) -> None:
    """The looks and the report are written; every file of facts has the same bytes as before, and the same age."""
    web.pages |= {"amet.test/abi": html(ALL), "amet.test/liin": html(ALL.replace("116 006", "116 111"))}
    before = loaded(tmp_path)
    facts = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*.yml")}
    assert run(tmp_path, web) == 1
    found = outcomes(tmp_path)
    assert {key for key, outcome in found.items() if outcome == "contradicted"} == {("ee-116006", "116006", "board-2023")}
    assert set(found.values()) == {"confirmed", "contradicted"}
    assert {path: path.read_bytes() for path in (tmp_path / "data").rglob("*.yml")} == facts
    assert "- [ ] EE, ee-116006, short `116006`" in (tmp_path / "report.md").read_text("utf-8")
    after = loaded(tmp_path)
    service, country = after.countries["ee"].services[0], after.countries["ee"]
    assert age_of(service, country, after.site.freshness) == age_of(
        before.countries["ee"].services[0], before.countries["ee"], before.site.freshness
    )


def test_a_second_run_on_the_same_day_writes_the_same_bytes(tmp_path: Path, web: LocalPages) -> None:
    """The file of looks is stable, so that a change of it is a change of what was found."""
    web.pages |= {"amet.test/abi": html(ALL), "amet.test/liin": html(ALL)}
    assert run(tmp_path, web) == 3  # the other countries' sources have no address
    first = (tmp_path / "data" / "looks.json").read_bytes()
    assert run(tmp_path, web) == 3
    assert (tmp_path / "data" / "looks.json").read_bytes() == first


def test_a_web_that_is_away_is_a_failure(tmp_path: Path, web: LocalPages, capsys: pytest.CaptureFixture[str]) -> None:
    """When nothing could be looked at, nothing was checked, and the run fails."""
    assert run(tmp_path, web) == 1
    out = capsys.readouterr().out
    assert "NOTHING was confirmed" in out
    assert "UNKNOWN: nothing was learned about" in out
    assert set(outcomes(tmp_path).values()) == {"unknown"}


def test_the_file_of_looks_is_no_stray_file(tmp_path: Path) -> None:
    """The data are loaded with it, and a file of that name elsewhere is told as before."""
    loaded(tmp_path)
    (tmp_path / "data" / "looks.json").write_text("{}", "utf-8")
    assert load(tmp_path)[1] == []
    (tmp_path / "data" / "countries" / "looks.json").write_text("{}", "utf-8")
    assert [problem.rule for problem in load(tmp_path)[1]] == ["stray-file"]


def test_a_damaged_file_of_looks_stops_the_run(tmp_path: Path, web: LocalPages, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told and left as it is; no server is asked."""
    loaded(tmp_path)
    (tmp_path / "data" / "looks.json").write_text("{", "utf-8")
    assert run(tmp_path, web) == 1
    assert capsys.readouterr().out.startswith("data/looks.json: the file cannot be read")
    assert web.asked == []
    assert (tmp_path / "data" / "looks.json").read_text("utf-8") == "{"


def test_broken_data_stop_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts that cannot be read cannot be looked at, so the run fails."""
    project(tmp_path, [Edit("data/site.yml", "stage: preview", "stage: [")])
    assert main(["--root", str(tmp_path)]) == 1
    assert "no source was looked at" in capsys.readouterr().out
    assert not (tmp_path / "data" / "looks.json").exists()


def test_the_real_sources_can_all_be_asked(tmp_path: Path) -> None:
    """Every source of this project has an address that may be fetched, or none; and every contact is a target."""
    from seamark.looks.addresses import refusal

    data, _ = load(ROOT)
    assert data is not None
    targets = targets_of(data)
    assert len(targets) > 200
    assert [target for target in targets if target.url != "unknown" and refusal(target.url)] == []


def test_building_the_site_needs_no_library_of_the_check() -> None:
    """Nothing that builds or proves the site imports the source check or its libraries."""
    code = (
        "import sys; import hooks, build_site, check_data, check_site, update_translations;"
        "print(sorted({'aiohttp', 'protego', 'pypdf', 'seamark.looks'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
