"""The command edit_contact: what it takes, what it prints, and that it writes all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import TODAY, project

from edit_contact import main
from seamark.loading import load

THB = "ee-thb-helpline"
SOURCE = [
    "--source-title=Leht", "--source-url=https://www.uus.example/", "--source-publisher=Amet", "--source-language=et",
    "--source-tier=official", "--source-seen=2026-11-21",
]  # fmt: skip
ACTS = [
    (["change", "ee-116006", "+3726147393", "--hours", "24/7", "--source", "board-2023"], 'hours: "24/7"'),
    (["add-contact", THB, "--phone", "+372 660 7321", "--languages", "et,en", *SOURCE], "languages: [et, en]"),
    (["add-service", "ee-new", "--kinds", "violence", "--name", "et=Uus", "--email", "abi@uus.example", *SOURCE], "et: Uus"),
    (["add-source", THB, "helpline@example.ee", "--source", "board-2023"], "source: [ministry, board-2023]"),
    (["add-source", "ee-116006", *SOURCE], "title: Leht"),
    (["confirm", "ee-116006", "+3726147393", "--on", "2026-11-22", "--how", "called", "--by-role", "editor"], "by_role: editor"),
    (["pause", THB, "--since", "2026-11", "--reason", "It moves."], "reason: It moves."),
    (["close", THB, "--since", "2026-11", "--reason", "It ended.", "--replaced-by", "ee-116006"], "replaced_by: ee-116006"),
    (["reopen", "ee-old-line"], "-    status: closed"),
    (
        ["add-country", "PT", "pt-line", "--country-languages", "pt", "--time-zone", "Europe/Lisbon", "--emergency", "112",
         "--kinds", "trafficking-helpline", "--name", "pt=Linha", "--phone", "+351 21 234 5678", *SOURCE],
        'country: "PT"',
    ),
]  # fmt: skip


def run(root: Path, *arguments: str) -> int:
    """Run the command for a project on the day of the tests."""
    return main(["--root", str(root), "--today", TODAY.isoformat(), *arguments])


def files(root: Path) -> dict[str, str]:
    """Return the text of every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("arguments", "line"), ACTS, ids=[f"{number} {row[0][0]}" for number, row in enumerate(ACTS)])
def test_every_act_is_shown_and_written(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each act changes the data so that they load without problems, and prints the lines that come and go."""
    project(tmp_path)
    if arguments[0] == "reopen":  # its only source is too old to send somebody there
        path = tmp_path / "data/countries/ee.yml"
        path.write_text(path.read_text("utf-8").replace('stated: "2016"', 'stated: "2026"'), "utf-8")
    before = files(tmp_path)
    assert run(tmp_path, "--dry-run", *arguments) == 0
    assert line in capsys.readouterr().out
    assert files(tmp_path) == before
    assert run(tmp_path, *arguments) == 0
    out = capsys.readouterr().out
    assert line in out
    changed = {name for name, text in files(tmp_path).items() if text != before.get(name)}
    assert f"Written: {', '.join(sorted(changed))}\n" in out
    assert load(tmp_path)[1] == []


def test_a_refusal_says_what_to_type_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the rules find is printed as check_data prints it; also with --dry-run."""
    project(tmp_path)
    before = files(tmp_path)
    for dry in ([], ["--dry-run"]):
        assert run(tmp_path, *dry, "change", "ee-116006", "+3726147393", "--hours", "9-5") == 1
        printed = capsys.readouterr()
        assert printed.out.startswith("data/countries/ee.yml:72:16: ")
        assert "[hours-are-readable]" in printed.out
        assert "Nothing was written" in printed.err
    assert files(tmp_path) == before


def test_an_emergency_number_can_have_a_source_of_its_own(tmp_path: Path) -> None:
    """The page on a helpline often does not state the emergency number: then that is said of another page."""
    project(tmp_path)
    act = next(arguments for arguments, _ in ACTS if arguments[0] == "add-country")
    page = {"title": "Em perigo", "url": "https://www.example.org/112", "publisher": "X", "language": "pt", "tier": "official"}
    options = [part for name, value in page.items() for part in (f"--emergency-source-{name}", value)]
    assert run(tmp_path, *act, *options, "--emergency-source-seen", "2026-11-22") == 0
    data, problems = load(tmp_path)
    assert data is not None
    assert problems == []
    country = data.countries["pt"]
    [emergency], [service] = country.emergency, country.services
    assert [country.sources[name].url for name in emergency.source] == [page["url"]]  # type: ignore[index]
    assert not set(emergency.source) & {*service.source, *service.channels[0].source}


def test_the_contacts_of_a_country_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is typed behind the other acts can be copied from a list."""
    project(tmp_path)
    assert run(tmp_path, "show", "EE") == 0
    out = capsys.readouterr().out
    assert 'ee-116006  (active)\n    short: "116006"\n    sms: "116006"\n    phone: "+372 614 7393"\nee-old-line  (closed)\n' in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["confirm", THB, "+3726607320", "--on", "2026-11-22"],
        ["pause", THB, "--since", "2026"],
        ["add-service", "ee-x"],
        ["delete", THB],
    ],
)
def test_what_is_missing_is_asked_for(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An act without what it needs, or that there is not, ends with how to use it."""
    project(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        run(tmp_path, *arguments)
    assert "usage:" in capsys.readouterr().err
