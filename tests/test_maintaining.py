"""What MAINTAINING.md and netlify.toml say can be done: each command, option, file and link that they name is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "MAINTAINING.md").read_text("utf-8")
CODE = re.findall(r"`([^`\n]+)`", TEXT)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
COMMANDS = [code for code in CODE if code.split()[0] in ("edit", ".venv/bin/python") or code.startswith("scripts/")]
# Files that a release has, or a part of the open data: they are made, and stand in no folder of the project.
MADE = {"manifest.json", "changes.md", "sbom.cdx.json", "release/", "site/", "contacts.atom", "seamark-0.2.0-preview.tar.gz"}
PATH = re.compile(r"(?:[a-z_]+/)+[a-z_.]*|[A-Za-z_-]+\.(?:md|yml|toml|txt|json|atom|gz)")


def options_of(words: list[str]) -> set[str]:
    """Return the long options of a command."""
    return {word.partition("=")[0] for word in words if word.startswith("--")}


@pytest.mark.parametrize("code", sorted({code for code in CODE if code.startswith("make ")}))
def test_targets_exist(code: str) -> None:
    """What is run with make is a target, and the words behind it are variables that the Makefile reads."""
    _, target, *settings = code.split()
    assert target in TARGETS
    for setting in settings:
        assert f"$({setting.partition('=')[0]})" in (ROOT / "Makefile").read_text("utf-8")


def test_there_are_commands() -> None:
    """The page does name commands, so that the tests here look at something."""
    assert len(COMMANDS) > 8
    assert len([code for code in CODE if code.startswith("make ")]) > 8


@pytest.mark.parametrize("code", sorted(set(COMMANDS)))
def test_commands_know_their_options(code: str) -> None:
    """Each command of ours exists, and its help names every option that the page uses."""
    words = code.split()
    if words[:3] == [".venv/bin/python", "-m", "pip"]:
        command = [sys.executable, "-m", "pip", words[3], "--help"]
    else:
        words = words[1:] if words[0] == ".venv/bin/python" else words
        script = "scripts/edit_contact.py" if words[0] == "edit" else words[0]
        acts = words[1:2] if words[0] == "edit" and len(words) > 1 else []
        assert (ROOT / script).is_file()
        command = [sys.executable, str(ROOT / script), *acts, "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert options_of(words) <= {word.rstrip(",") for word in re.findall(r"--[a-z-]+", said)}


@pytest.mark.parametrize("code", sorted({code for code in CODE if PATH.fullmatch(code)} - MADE))
def test_files_exist(code: str) -> None:
    """Each file or folder that the page names is there."""
    assert (ROOT / code).exists()


def test_links_lead_somewhere() -> None:
    """Each link leads to a file of the project, or to a heading of the page."""
    headings = {
        re.sub(r"[^a-z0-9-]", "", line.lstrip("# ").lower().replace(" ", "-")) for line in re.findall(r"^#+ .*$", TEXT, re.M)
    }
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert len(links) > 5
    for link in links:
        assert link[1:] in headings if link.startswith("#") else (ROOT / link).is_file(), link


def test_the_host_builds_as_everyone_does() -> None:
    """The host runs `make site`, publishes the proved folder, hides previews, and has no headers of its own."""
    told = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    assert (told["build"]["command"], told["build"]["publish"]) == ("make site", "site")
    assert {name: context["command"] for name, context in told["context"].items()} == {
        "deploy-preview": "make site HIDDEN=1",
        "branch-deploy": "make site HIDDEN=1",
    }
    assert not {"headers", "redirects"} & told.keys()


def test_hidden_reaches_the_build() -> None:
    """`make site` hands HIDDEN, ONLY, OUT and AS_OF to the build, and without them no option."""
    settings_of_others = {"ONLY", "OUT", "HIDDEN", "AS_OF", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in settings_of_others}

    def said(*settings: str) -> str:
        done = subprocess.run(
            ["make", "--dry-run", "--always-make", "site", *settings],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return " ".join(done.stdout.splitlines()[-1].split())

    assert said() == ".venv/bin/python scripts/build_site.py"
    assert said("HIDDEN=1") == ".venv/bin/python scripts/build_site.py --hidden"
    assert said("AS_OF=2026-12-24") == '.venv/bin/python scripts/build_site.py --as-of "2026-12-24"'
    assert said("ONLY=uk", "OUT=part") == '.venv/bin/python scripts/build_site.py --only "uk" --out "part"'
