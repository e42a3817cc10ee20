"""Making a release: what is in it, that it is the same each time, and what is refused."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import release_project as small
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import make_release
from seamark.contacts import contacts_of
from seamark.loading import load
from seamark.release import files
from seamark.release.making import ReleaseProblem, make
from seamark.release.sbom import Pin, pins, sbom

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def no_code_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on a desk, not on a code host."""
    for name in (make_release.CAN_BE_SIGNED, "SOURCE_DATE_EPOCH", "AS_OF"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the small project; nobody changes it."""
    return small.released(tmp_path_factory.mktemp("released"))


def manifest(release: Path) -> dict[str, object]:
    """Return the manifest of a release."""
    return json.loads((release / files.MANIFEST).read_text("utf-8"))  # type: ignore[no-any-return]


# --- what is in it ---------------------------------------------------------------------------------------------


def test_the_files_of_a_release(release: Path) -> None:
    """A release holds the archive, the manifest, the changes, the list of packages, and the sum of each of them."""
    names = {path.name for path in release.iterdir()}
    assert names == {small.ARCHIVE, files.MANIFEST, files.CHANGES, files.SBOM, files.SUMS}
    done = subprocess.run(["sha256sum", "--check", "--strict", files.SUMS], cwd=release, capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK") == len(names) - 1


def test_the_archive_is_the_proved_site(release: Path) -> None:
    """The archive holds every file of the site, in order, as plain files without an owner, with the commit's time."""
    site = release.parent / "site"
    with tarfile.open(release / small.ARCHIVE) as tar:
        entries = tar.getmembers()
        contents = {entry.name.removeprefix("site/"): tar.extractfile(entry).read() for entry in entries}  # type: ignore[union-attr]
    assert contents == {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)
    about = {(entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname, entry.mode, entry.isreg()) for entry in entries}
    assert about == {(1795334400, 0, 0, "", "", 0o644, True)}
    assert (release / small.ARCHIVE).read_bytes()[3:9] == bytes(5) + b"\x02"  # no name and no time of its own (RFC 1952)


def test_the_manifest_names_every_contact(release: Path) -> None:
    """The manifest has each published contact with country, service, value, sources with dates, and what it was made from."""
    data, _ = load(release.parent)
    assert data is not None
    told = manifest(release)
    entries: list[dict[str, object]] = told["contacts"]  # type: ignore[assignment]
    found = {(entry["country"], entry["service"], entry["kind"], entry["value"]) for entry in entries}
    expected = {c for country in data.countries.values() for c in contacts_of(country)}
    assert found == {(c.country, c.service, c.kind, c.value) for c in expected}
    line = next(entry for entry in entries if entry["value"] == "+3726607320")
    assert line["page"] == "help/ee/"
    assert line["sources"] == [
        {
            "id": "page", "title": "Abi numbrilt 116 006", "url": "https://amet.example/abi-2023", "publisher": "Amet.example",
            "tier": "official", "stated": "2023-03-09", "seen": "unknown",
        }
    ]  # fmt: skip
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=release.parent, capture_output=True, text=True, check=True)
    assert (told["commit"], told["day"], told["version"], told["stage"]) == (head.stdout.strip(), "2026-11-22", "0.2.0", "preview")
    assert told["versions"] == {"jinja2": "3.1.6", "markupsafe": "3.0.4", "mkdocs": "1.6.1"}
    pages: dict[str, int] = told["pages"]  # type: ignore[assignment]
    assert pages.keys() == {"en", "uk"}
    assert sum(pages.values()) == len(list((release.parent / "site").rglob("*.html")))


def test_confirmations_stand_in_the_manifest(tmp_path: Path) -> None:
    """What a person confirmed is told with its day, way and role."""
    root = small.project(tmp_path)
    path = root / "data" / "countries" / "no.yml"
    act = 'confirmed: [{on: "2026-11-20", how: called, by_role: editor}]'
    path.write_text(
        path.read_text("utf-8").replace('{sms: "1960", source: page}', f'{{sms: "1960", source: page, {act}}}'), "utf-8"
    )
    data, problems = load(root)
    assert data is not None, problems
    small.commit(root)
    small.write_pages(data, root / "site")
    small.record(root)
    make(root, root / "site", "0.2.0", root / "release")
    entries: list[dict[str, object]] = manifest(root / "release")["contacts"]  # type: ignore[assignment]
    [told] = [entry["confirmed"] for entry in entries if entry["value"] == "1960"]
    assert told == [{"on": "2026-11-20", "how": "called", "by_role": "editor"}]


def test_the_list_of_packages_is_cyclonedx(release: Path) -> None:
    """The list of packages passes the schema of CycloneDX, and says which package needs which."""
    text = (release / files.SBOM).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.replace('"library"', '"book"')) is not None
    told = json.loads(text)
    assert told["metadata"]["timestamp"] == "2026-11-22T08:00:00+00:00"
    assert {part["purl"] for part in told["components"]} == {
        "pkg:pypi/jinja2@3.1.6", "pkg:pypi/markupsafe@3.0.4", "pkg:pypi/mkdocs@1.6.1",
    }  # fmt: skip
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in told["dependencies"]}
    assert needs == {
        "Seamark@0.2.0": ["pkg:pypi/jinja2@3.1.6", "pkg:pypi/mkdocs@1.6.1"],
        "pkg:pypi/mkdocs@1.6.1": ["pkg:pypi/jinja2@3.1.6"],
        "pkg:pypi/jinja2@3.1.6": ["pkg:pypi/markupsafe@3.0.4"],
        "pkg:pypi/markupsafe@3.0.4": [],
    }


def test_every_pinned_package_of_the_project_is_listed() -> None:
    """The pinned requirements of this project can all be read, with who needs them, and make a list that is in order."""
    text = (ROOT / "requirements.txt").read_text("utf-8")
    found = pins(text)
    assert len(found) == text.count("==")
    assert all(pin.needed_by for pin in found)
    wanted = {line.partition("==")[0] for line in (ROOT / "requirements.in").read_text("utf-8").splitlines() if "==" in line}
    assert {pin.name for pin in found if "-r" in pin.needed_by} == wanted
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom(found, "Seamark", "0.2.0", "c0ffee", 0)) is None


def test_requirements_that_are_not_pinned() -> None:
    """A package without a pinned version would be missing in the list, so it is told with its line."""
    assert pins("a==1\n    # via -r requirements.in\n") == [Pin(name="a", version="1", needed_by=("-r",))]
    with pytest.raises(ValueError, match=r'requirements\.txt:2: no pinned package: "b>=1"'):
        pins("a==1\nb>=1\n")


def test_two_releases_of_one_commit_are_the_same(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same commit gives the same release, byte for byte, in another folder and time zone."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    again = small.released(tmp_path / "else where")
    assert {p.name: p.read_bytes() for p in again.iterdir()} == {p.name: p.read_bytes() for p in release.iterdir()}


def test_source_date_epoch_is_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With SOURCE_DATE_EPOCH, the times in the release are that one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    made = small.released(tmp_path)
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress((made / small.ARCHIVE).read_bytes()))) as tar:
        assert {entry.mtime for entry in tar.getmembers()} == {1000000000}
    assert json.loads((made / files.SBOM).read_text("utf-8"))["metadata"]["timestamp"] == "2001-09-09T01:46:40+00:00"


# --- what changed ----------------------------------------------------------------------------------------------


def test_the_first_release_has_nothing_to_compare(release: Path) -> None:
    """Without a tag the report says that this is the first release, and that it is a preview."""
    text = (release / files.CHANGES).read_text("utf-8")
    assert "first release" in text
    assert "stage “preview”" in text


def test_changes_since_the_last_tag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report tells what changed for readers since the last tag, in the words of the change gate, and what it refuses."""
    root = small.project(tmp_path)
    small.git(root, "tag", "v0.1.0")
    small.git(root, "tag", "unrelated")
    path = root / "data" / "countries" / "ee.yml"
    path.write_text(path.read_text("utf-8").replace("+372 660 7320", "+372 660 7321"), "utf-8")
    small.commit(root)
    data, _ = load(root)
    assert data is not None
    small.write_pages(data, root / "site")
    small.record(root)
    assert make_release.main(["0.2.0", "--root", str(root)]) == 0
    text = (root / "release" / files.CHANGES).read_text("utf-8")
    assert "Compared with v0.1.0." in text
    assert "660 7321" in text
    assert "Cannot be merged as it is" in text
    said = capsys.readouterr().out
    assert "Compared with v0.1.0." in said
    assert "1 changes since v0.1.0 are such as the change gate refuses" in said
    # The tag of this very release is not the last one.
    small.git(root, "tag", "v0.2.0")
    assert make(root, root / "site", "0.2.0", root / "release").since == "v0.1.0"


def test_a_former_state_that_cannot_be_read(tmp_path: Path) -> None:
    """Where the last release cannot be read any more, the report says that nothing was compared."""
    root = small.project(tmp_path)
    site = (root / "data" / "site.yml").read_text("utf-8")
    (root / "data" / "site.yml").unlink()
    small.commit(root)
    small.git(root, "tag", "v0.1.0")
    (root / "data" / "site.yml").write_text(site, "utf-8")
    small.commit(root)
    small.record(root)
    make(root, root / "site", "0.2.0", root / "release")
    assert "nothing was compared" in (root / "release" / files.CHANGES).read_text("utf-8")


# --- what is refused -------------------------------------------------------------------------------------------


def edit_data(root: Path) -> None:
    """Commit a change after the build."""
    (root / "data" / "ui.yml").write_text("call: Ring\nleave: Leave this page at once\n", "utf-8")
    small.commit(root)


def edit_site(root: Path) -> None:
    """Change one digit in the site after the proof."""
    page = root / "site" / "help" / "ee" / "index.html"
    page.write_text(page.read_text("utf-8").replace("660 7320", "660 7321"), "utf-8")


def edit_site_and_record(root: Path) -> None:
    """Change one digit in the site, and make the record fit."""
    edit_site(root)
    small.record(root)


def tag_elsewhere(root: Path) -> None:
    """Release the version from another commit."""
    small.git(root, "tag", "v0.2.0")
    small.commit(root)
    small.record(root)


FAULTS: list[tuple[str, Callable[[Path], object], str]] = [
    ("changed file", lambda root: (root / "data" / "ui.yml").write_text("call: Ring"), "not committed, such as data/ui.yml"),
    ("new file", lambda root: (root / "notes.txt").write_text("x"), "1 files are not committed, such as notes.txt"),
    ("no record", lambda root: (root / ".build" / "built.json").unlink(), "no proved site was built here"),
    ("broken record", lambda root: (root / ".build" / "built.json").write_text("[]"), "no proved site was built here"),
    ("other commit", edit_data, "built from another commit or other files"),
    ("not clean", lambda root: small.record(root, clean=False), "a release is built clean"),
    ("hidden", lambda root: small.record(root, hidden=True), "hidden from search engines"),
    ("changed site", edit_site, "site/ is not the site that was proved"),
    ("added file", lambda root: (root / "site" / "x.html").write_text("x"), "site/ is not the site that was proved"),
    ("wrong number", edit_site_and_record, "do not say what the data say"),
    ("old version", tag_elsewhere, "v0.2.0 was released from another commit"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "said"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_no_release(tmp_path: Path, capsys: pytest.CaptureFixture[str], plant: Callable[[Path], object], said: str) -> None:
    """What is not committed, not proved, not clean or not of this commit is refused, and nothing is written."""
    root = small.project(tmp_path)
    plant(root)
    assert make_release.main(["0.2.0", "--root", str(root)]) == 1
    printed = capsys.readouterr().out
    assert said in printed
    assert printed.endswith("No release was made.\n")
    assert not (root / "release").exists()


@pytest.mark.parametrize("version", ["", "1", "v0.2.0", "0.2", "0.2.0-beta", "0.2.0\n", "../0.2.0", "00.2.0"])
def test_what_is_no_version(tmp_path: Path, version: str) -> None:
    """A version is three numbers; anything else is refused with an example."""
    root = small.project(tmp_path)
    with pytest.raises(ReleaseProblem, match=r"such as: make release VERSION=0\.2\.0"):
        make(root, root / "site", version, root / "release")


def test_no_release_outside_of_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no repository gives a message and no release."""
    root = small.project(tmp_path)
    (root / ".git").rename(tmp_path.parent / f"{tmp_path.name}-git")
    assert make_release.main(["0.2.0", "--root", str(root)]) == 1
    assert "git status failed" in capsys.readouterr().out


def test_what_is_said_of_signatures(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a desk the command says plainly that nothing is signed; in the workflow, that the next step must do it."""
    root = small.project(tmp_path)
    assert make_release.main(["0.2.0", "--root", str(root)]) == 0
    assert "Not signed: only the workflow of the code host can." in capsys.readouterr().out
    monkeypatch.setenv(make_release.CAN_BE_SIGNED, "https://token.example/")
    assert make_release.main(["0.2.0", "--root", str(root)]) == 0
    assert "Not signed yet" in capsys.readouterr().out


def test_the_sum_of_the_tar_is_that_of_the_tar(release: Path) -> None:
    """The manifest's sum is that of what gunzip gives, so that two machines can compare whatever packs for them."""
    tar = gzip.decompress((release / small.ARCHIVE).read_bytes())
    assert manifest(release)["tar_sha256"] == hashlib.sha256(tar).hexdigest()


def test_the_day_is_that_of_the_build(tmp_path: Path) -> None:
    """A site that was built for a later day than the commit's says so in the manifest."""
    root = small.project(tmp_path)
    made = {**json.loads((root / ".build" / "built.json").read_text("utf-8")), "day": date(2026, 12, 24).isoformat()}
    (root / ".build" / "built.json").write_text(json.dumps(made), "utf-8")
    make(root, root / "site", "0.2.0", root / "release")
    assert manifest(root / "release")["day"] == "2026-12-24"
