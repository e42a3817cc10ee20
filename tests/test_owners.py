"""Who is asked about a change: one line of CODEOWNERS for each country, and the questions of a pull request."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factory import project

import write_schemas
from seamark import owners
from seamark.editing.countries import add_owner
from seamark.editing.draft import Draft
from seamark.owners import current_text, owners_text

ROOT = Path(__file__).resolve().parent.parent
OWN = """\
# Ours.
*  @help-line/all
/data/countries/lv.yml  @somebody
/data/countries/ee.yml  @help-line/tallinn @somebody
/locale/uk/  @help-line/kyiv
"""


def lines_by_country(text: str) -> list[str]:
    """Return the country of each line that is about one."""
    return re.findall(r"^/data/countries/(\w\w)\.yml +@\S", text, re.MULTILINE)


def test_each_country_file_has_exactly_one_line() -> None:
    """The committed file names every country once, and no country that is not there."""
    text = (ROOT / owners.PATH).read_text("utf-8")
    assert lines_by_country(text) == sorted(path.stem for path in (ROOT / "data" / "countries").glob("*.yml"))
    assert current_text(ROOT) == text


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: text.replace("/data/countries/ee.yml", "/data/countries/xx.yml"),
        lambda text: re.sub(r"/data/countries/ee.*\n", "", text),
        lambda text: text + "/data/countries/ee.yml  @somebody\n",
    ],
)
def test_a_country_that_is_missing_gone_or_named_twice_is_mended(fault: object) -> None:
    """What is committed cannot differ from the list of countries without being found, and made right."""
    text = (ROOT / owners.PATH).read_text("utf-8")
    countries = [path.stem for path in (ROOT / "data" / "countries").glob("*.yml")]
    broken = fault(text)  # type: ignore[operator]
    assert broken != text
    mended = owners_text(countries, broken)
    assert mended != broken
    assert lines_by_country(mended) == sorted(countries)


def test_what_an_adopter_wrote_stays() -> None:
    """Other lines, other teams and comments stay; a new country gets a team of the same organisation; one that is gone goes."""
    assert owners_text(["ee", "pt"], OWN) == """\
# Ours.
*  @help-line/all
/data/countries/ee.yml  @help-line/tallinn @somebody
/data/countries/pt.yml      @help-line/pt
/locale/uk/  @help-line/kyiv
"""  # fmt: skip
    assert owners_text(["ee", "lv"], owners_text(["ee", "lv"], OWN)) == owners_text(["ee", "lv"], OWN)


def test_a_new_country_gets_its_line(tmp_path: Path) -> None:
    """Whoever adds a country with the command or the form need not know of CODEOWNERS."""
    project(tmp_path)
    place = tmp_path / owners.PATH
    add_owner(Draft(tmp_path), "pt")
    assert not place.exists()
    place.parent.mkdir()
    place.write_text(OWN, "utf-8")
    draft = Draft(tmp_path)
    add_owner(draft, "pt")
    assert lines_by_country(draft.texts()[owners.PATH]) == ["ee", "eu", "no", "pt"]


def test_an_outdated_file_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`make schema` writes CODEOWNERS, and its check says when it is out of date."""
    project(tmp_path)
    assert write_schemas.main(["--root", str(tmp_path)]) == 0
    place = tmp_path / owners.PATH
    place.write_text(place.read_text("utf-8").replace("/ee.yml", "/xx.yml"), "utf-8")
    capsys.readouterr()
    assert write_schemas.main(["--root", str(tmp_path), "--check"]) == 1
    assert capsys.readouterr().out == ".github/CODEOWNERS: out of date; run: make schema\n"


def test_a_pull_request_is_asked_what_the_gate_asks() -> None:
    """The template names every field and file in which the gate looks for a reason, and the commands that tell it before."""
    text = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")
    asked = ("`seen:`", "`confirmed:`", "`data/held_back.yml`", "paused with a reason", "Needs two approvals", "`make change`")
    assert [each for each in asked if each not in text] == []
    gate = "".join(path.read_text("utf-8") for path in (ROOT / "scripts" / "seamark" / "changes").glob("*.py"))
    assert [each for each in ("seen:", "confirmed:", "data/held_back.yml", "Needs two approvals") if each not in gate] == []
