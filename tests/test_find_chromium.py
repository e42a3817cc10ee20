"""Chromium is found where it usually is, or installed, or somebody is told what to do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import find_chromium

WORKS = "#!/bin/sh\nexit 0\n"
FAILS = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the only place for programs, on a system where Playwright has brought nothing."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(find_chromium, "_playwrights_own", lambda: None)
    return folder


def program(folder: Path, name: str, text: str = WORKS) -> str:
    """Make a program and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_environment_comes_first(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that CHROMIUM names is taken before any other."""
    program(programs, "chromium")
    own = program(programs, "my-chromium")
    monkeypatch.setenv("CHROMIUM", own)
    assert find_chromium.find() == own


def test_a_wrong_name_in_the_environment_is_told(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What CHROMIUM names wrongly is quoted, and nothing else is taken or installed in its place."""
    program(programs, "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    for search in (find_chromium.find, find_chromium.find_or_install):
        with pytest.raises(find_chromium.NoBrowser, match="'/nowhere/chromium', which cannot be run"):
            search()


@pytest.mark.parametrize("name", find_chromium.NAMES)
def test_usual_names_are_found(name: str, programs: Path) -> None:
    """Each usual name is found on the PATH."""
    path = program(programs, name)
    assert find_chromium.find() == path


def test_a_program_that_does_not_start_is_none(programs: Path) -> None:
    """A program that only tells how to install another one is passed over."""
    program(programs, "chromium", FAILS)
    path = program(programs, "google-chrome")
    assert find_chromium.find() == path


def test_playwrights_own_comes_last(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any on the PATH, the one that Playwright has brought is taken."""
    monkeypatch.setattr(find_chromium, "_playwrights_own", lambda: "/brought/chromium")
    assert find_chromium.find() == "/brought/chromium"


def test_none_is_installed_with_apt(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where apt may install, it brings one, and Playwright is not asked."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(find_chromium, "PLAYWRIGHT", ["playwright-must-not-run"])
    made = programs / "chromium"
    made_text = f"#!/bin/sh\n[ \"$1\" = update ] || {{ printf '#!/bin/sh\\nexit 0\\n' > {made}; /bin/chmod 755 {made}; }}\n"
    program(programs, "apt-get", made_text)
    assert find_chromium.find_or_install() == str(made)


def test_without_leave_for_apt_playwright_is_asked(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where sudo wants a password apt is not run, and Playwright brings one."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(programs, "sudo", FAILS)
    program(programs, "apt-get", f"#!/bin/sh\n: > {programs}/apt-was-run\n")
    brought = programs / "brought"
    monkeypatch.setattr(find_chromium, "PLAYWRIGHT", [sys.executable, "-c", f"open({str(brought)!r}, 'w').close()"])
    monkeypatch.setattr(find_chromium, "_playwrights_own", lambda: str(brought) if brought.exists() else None)
    assert find_chromium.find_or_install() == str(brought)
    assert not (programs / "apt-was-run").exists()


def test_when_nothing_works_the_advice_is_given(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When neither brings one, the command ends with 1 and says what to type; nothing is printed as a path."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(programs, "apt-get", FAILS)
    monkeypatch.setattr(find_chromium, "PLAYWRIGHT", ["no-such-program"])
    monkeypatch.setattr(sys, "argv", ["find_chromium.py", "--install"])
    assert find_chromium.main() == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "sudo apt-get install chromium" in shown.err
    assert "Trying: apt-get install" in shown.err
