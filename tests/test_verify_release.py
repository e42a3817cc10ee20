"""Checking a downloaded release: whatever is damaged, missing, added or does not agree is found, and told plainly."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import release_project as small

import check_site
import verify_release
from seamark.release import archive, files
from seamark.release.reading import Reached, Reader

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "verify_release.py"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the small project; nobody changes it."""
    return small.released(tmp_path_factory.mktemp("released"))


def test_a_right_release(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A right release is told in one line, and what was not checked in another."""
    assert verify_release.main([str(release)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Seamark 0.2.0 (preview), commit ")
    assert first.endswith("14 contacts agree.")
    assert "Who made it is not checked here" in second


def test_the_standard_library_is_enough(release: Path) -> None:
    """The check runs where no package is installed at all."""
    command = [sys.executable, "-S", "-E", "-W", "error", str(SCRIPT), str(release)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_asks_no_network_and_writes_nothing(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check opens no connection and leaves the folder of the release as it was."""
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in release.iterdir()}
    monkeypatch.setattr("socket.socket", None)
    assert verify_release.main([str(release)]) == 0
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in release.iterdir()} == before


def test_what_is_unpacked_is_the_proved_site(release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The unpacked site is the one that was built, passes the whole proof, and overwrites nothing."""
    assert verify_release.main([str(release), "--unpack", str(tmp_path / "site")]) == 0
    site = release.parent / "site"
    unpacked = {path.relative_to(tmp_path / "site"): path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert unpacked == {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert check_site.main([str(tmp_path / "site"), "--root", str(release.parent)]) == 0
    capsys.readouterr()
    assert verify_release.main([str(release), "--unpack", str(tmp_path / "site")]) == 1
    assert "is there already; name a new folder" in capsys.readouterr().out


def test_a_signature_may_lie_beside(release: Path, tmp_path: Path) -> None:
    """What the code host's tools write beside the files that they attest is no fault."""
    copy = small.copy(release, tmp_path / "r")
    (copy / f"{small.ARCHIVE}.sigstore.json").write_text("{}", "utf-8")
    (copy / "sha256_c0ffee.jsonl").write_text("{}", "utf-8")
    assert verify_release.main([str(copy)]) == 0


# --- planted faults --------------------------------------------------------------------------------------------


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change a text file of the release, and make the sums fit."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    small.resum(folder)


def flip(folder: Path) -> None:
    """Change one byte in the middle of the archive."""
    content = bytearray((folder / small.ARCHIVE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / small.ARCHIVE).write_bytes(content)


def cut(folder: Path, left: Callable[[bytes], bytes]) -> None:
    """Leave a part of the archive only, and make the sums fit."""
    path = folder / small.ARCHIVE
    path.write_bytes(left(path.read_bytes()))
    small.resum(folder)


def cut_tar(folder: Path) -> None:
    """End the tar in the archive after some whole entries, in order as gzip."""
    tar = gzip.decompress((folder / small.ARCHIVE).read_bytes())
    small.repack(folder, tar[: 512 * 4])
    small.resum(folder)


def entry(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    """Make an entry of an archive."""
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    return made


def added(made: tarfile.TarInfo, content: bytes = b"x") -> Callable[[Path], None]:
    """Return what adds an entry to the archive, with sums that fit."""

    def plant(folder: Path) -> None:
        small.with_entry(folder, made, content if made.isreg() else b"")
        small.resum(folder)

    return plant


def page(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what changes a page in the archive, with sums that fit."""

    def plant(folder: Path) -> None:
        small.change_page(folder, name, old, new)
        small.resum(folder)

    return plant


def first_contact(**changes: Any) -> Callable[[Path], None]:
    """Return what changes the Estonian helpline in the manifest, with sums that fit."""

    def plant(folder: Path) -> None:
        told = json.loads((folder / files.MANIFEST).read_text("utf-8"))
        [line] = [item for item in told["contacts"] if item["value"] == "+3726607320"]
        line.update(changes)
        small.change_manifest(folder, contacts=told["contacts"])
        small.resum(folder)

    return plant


def field(**changes: Any) -> Callable[[Path], None]:
    """Return what changes fields of the manifest, with sums that fit."""

    def plant(folder: Path) -> None:
        small.change_manifest(folder, **changes)
        small.resum(folder)

    return plant


def without_page(folder: Path) -> None:
    """Take a country's page out of the archive, with sums and a number of files that fit."""
    site = small.members(folder)
    del site["help/no/index.html"]
    small.repack(folder, archive.tar_of(site, 0))
    small.change_manifest(folder, files=len(site))
    small.resum(folder)


def seen(name: str) -> list[dict[str, str]]:
    """Return the source of the Estonian helpline as somebody might forge it."""
    about = {"id": "page", "title": "Abi numbrilt 116 006", "url": "https://amet.example/abi-2023", "publisher": "Amet.example"}
    return [{**about, "tier": "official", "stated": "2023-03-09", "seen": name}]


DAMAGED = "cut off or damaged"
OUTSIDE = "would be written outside"
FAULTS: list[tuple[str, Callable[[Path], Any], str]] = [
    # on the way
    ("changed byte", flip, f"{small.ARCHIVE} is not the file that was released"),
    ("missing file", lambda folder: (folder / files.SBOM).unlink(), f"{files.SBOM} is missing"),
    ("missing archive", lambda folder: (folder / small.ARCHIVE).unlink(), f"{small.ARCHIVE} is missing"),
    ("missing sums", lambda folder: (folder / files.SUMS).unlink(), f"{files.SUMS} is missing"),
    ("missing manifest", lambda folder: (folder / files.MANIFEST).unlink(), f"{files.MANIFEST} is missing"),
    ("extra file", lambda folder: (folder / "extra.sh").write_text("x"), "extra.sh does not belong to the release"),
    ("folder", lambda folder: (folder / "more").mkdir(), '"more" is no plain file'),
    ("link", lambda folder: (folder / "more").symlink_to("/etc/passwd"), '"more" is no plain file'),
    ("changed report", lambda folder: (folder / files.CHANGES).write_text("x"), f"{files.CHANGES} is not the file"),
    ("broken sums", lambda folder: (folder / files.SUMS).write_text("x  y"), "SHA256SUMS:1: this line is no sum"),
    ("sum of another folder", lambda folder: (folder / files.SUMS).write_text("0" * 64 + "  ../x\n"), "SHA256SUMS:1"),
    ("taken out of the sums", lambda folder: (folder / files.SUMS).write_text(""), "does not belong to the release"),
    # the archive, with sums that fit
    ("half an archive", lambda folder: cut(folder, lambda content: content[: len(content) // 2]), DAMAGED),
    ("no end", lambda folder: cut(folder, lambda content: content[:-8]), DAMAGED),
    ("empty archive", lambda folder: cut(folder, lambda content: b""), DAMAGED),
    ("no archive at all", lambda folder: cut(folder, lambda content: b"<html>Not found</html>"), DAMAGED),
    ("something behind", lambda folder: cut(folder, lambda content: content + b"more"), DAMAGED),
    ("half a tar", cut_tar, DAMAGED),
    ("path upwards", added(entry("site/../../outside.html")), OUTSIDE),
    ("only upwards", added(entry("../outside.html")), OUTSIDE),
    ("absolute path", added(entry("/etc/cron.d/x")), OUTSIDE),
    ("other folder", added(entry("elsewhere/x.html")), OUTSIDE),
    ("backslash", added(entry("site/..\\x.html")), OUTSIDE),
    ("line end in a name", added(entry("site/a\nb.html")), OUTSIDE),
    ("symbolic link", added(entry("site/x", tarfile.SYMTYPE, "/etc/passwd")), "is no plain file"),
    ("hard link", added(entry("site/x", tarfile.LNKTYPE, "site/index.html")), "is no plain file"),
    ("device", added(entry("site/x", tarfile.CHRTYPE)), "is no plain file"),
    ("folder in the archive", added(entry("site/x", tarfile.DIRTYPE)), "is no plain file"),
    ("file twice", added(entry("site/index.html")), "twice"),
    ("file twice but for case", added(entry("site/INDEX.html")), "twice"),
    ("extra page", added(entry("site/extra.html"), b"<html lang=en>"), "the archive holds"),
    ("missing page", without_page, "help/no/index.html is missing in the archive"),
    # a digit, with sums that fit
    ("number of a link", page("uk/help/ee/index.html", "tel:+3726607320", "tel:+3726607321"), '"tel:+3726607321", which manifest'),
    ("number taken away", page("help/ee/index.html", "tel:+3726607320", "tel:112"), '"+3726607320" of ee-line'),
    ("number on any page", page("signs/index.html", "tel:112", "tel:113113"), 'signs/index.html: the page reaches "tel:113113"'),
    ("e-mail", page("help/ee/index.html", "mailto:abi@liin.example", "mailto:abi@1iin.example"), "mailto:abi@1iin.example"),
    ("number as text", page("help/ee/index.html", "+372 5123 4567", "+372 5123 4568"), '"+37251234567" of ee-crisis'),
    ("chat", page("help/ee/index.html", "https://liin.example/vestlus/24", "https://1iin.example/"), "vestlus/24"),
    ("language", page("uk/help/ee/index.html", 'lang="uk"', 'lang="ru"'), 'the page is in "ru" and should be in "uk"'),
    ("open data", page("data/v1/contacts.json", "+3726607320", "+3726607321"), "the open data name a contact"),
    # the manifest and the list of packages, with sums that fit
    ("number in the manifest", first_contact(value="+3726607321"), "manifest.json names a contact, source or date"),
    ("country in the manifest", first_contact(country="LV"), "manifest.json names a contact, source or date"),
    ("date of a source", first_contact(sources=seen("2026-11-21")), "manifest.json names a contact, source or date"),
    ("invented confirmation", first_contact(confirmed=[{"on": "2026-11-21", "how": "called", "by_role": "editor"}]), "called"),
    ("no contacts", field(contacts=[]), "the open data hold 14 contacts"),
    ("day", field(day="2026-11-23"), "the site is of 2026-11-22 (preview)"),
    ("version", field(version="0.3.0"), f"seamark-0.3.0-preview.tar.gz: the archive that {files.MANIFEST} names is missing"),
    ("stage", field(stage="public"), "seamark-0.2.0.tar.gz: the archive"),
    ("pages", field(pages={"en": 1, "uk": 14}), 'pages in "en", and manifest.json names 1'),
    ("packages", field(versions={"jinja2": "3.1.5"}), "name different packages"),
    ("sum of the tar", field(tar_sha256="0" * 64), "the SHA-256 of the tar in it differs"),
    ("no JSON", lambda folder: edit(folder, files.MANIFEST, "{", ""), "cannot be read as JSON"),
    ("lacking field", lambda folder: edit(folder, files.MANIFEST, '"pages"', '"page"'), "manifest.json lacks pages"),
    ("path as version", field(version="../../x"), "is not written as a manifest is"),
    ("contacts of another kind", field(contacts=5), "is not written as a manifest is"),
    ("sources of another kind", first_contact(sources=5), "is not written as it is in a release"),
    ("pages of another kind", field(pages={"en": None}), 'pages in "en", and manifest.json names None'),
    ("no list of packages", lambda folder: edit(folder, files.SBOM, "{", ""), "no CycloneDX list"),
    ("other list of packages", lambda folder: edit(folder, files.SBOM, "CycloneDX", "SPDX"), "no CycloneDX list"),
    ("package", lambda folder: edit(folder, files.SBOM, '"version": "3.1.6"', '"version": "3.1.5"'), "name different packages"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "said"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], plant: Callable[[Path], Any], said: str
) -> None:
    """Each fault is told in plain words, nothing is unpacked, and nothing is written outside of the folder."""
    copy = small.copy(release, tmp_path / "release")
    plant(copy)
    assert verify_release.main([str(copy), "--unpack", str(tmp_path / "site")]) == 1
    printed = capsys.readouterr().out
    assert said in printed
    assert printed.endswith("Do not publish this release.\n")
    assert "Traceback" not in printed
    assert os.listdir(tmp_path) == ["release"]


def test_an_archive_that_grows_without_end(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than a site can be is refused before it is read whole."""
    monkeypatch.setattr(archive, "LARGEST", 10_000)
    with pytest.raises(archive.ArchiveProblem, match="more than 10,000 bytes"):
        archive.decompress((release / small.ARCHIVE).read_bytes())


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is told as such."""
    assert verify_release.main([str(tmp_path / "none")]) == 1
    assert "there is no such folder" in capsys.readouterr().out


def test_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a release is refused."""
    assert verify_release.main([str(tmp_path)]) == 1
    assert f"{files.SUMS} is missing" in capsys.readouterr().out


# --- reading a page --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "main", "around"),
    [
        ('<html lang="uk"><main><a href="tel:112">112</a></main>', {Reached("tel", "112")}, set()),
        ('<html lang="uk"><a href="sms:112">x</a><main></main>', set(), {Reached("sms", "112")}),
        ('<main><br><a href="mailto:a@b.example">x</a></main><a href="tel:1">', {Reached("mailto", "a@b.example")},
         {Reached("tel", "1")}),
        ('<main><bdi class="number x">+372 <b>5</b>12</bdi><bdi>99</bdi></main>', {Reached("text", "+372512")}, set()),
        ('<main><a href="https://a.example/b">x</a></main>', {Reached("https", "https://a.example/b")}, set()),
        ('<main><a href="tel:&#x2b;372">x</a></main>', {Reached("tel", "+372")}, set()),
        ('<!-- <main><a href="tel:112"> --><script>"<a href=\'tel:1\'>"</script>', set(), set()),
    ],
)  # fmt: skip
def test_reading_a_page(page: str, main: set[Reached], around: set[Reached]) -> None:
    """Links and numbers as text are read, in the content and around it; comments and scripts are not."""
    reader = Reader(page)
    assert (reader.main, reader.everywhere - reader.main) == (main, around)
