"""The hooks before a commit and a push: the commands that people run, and nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / ".pre-commit-config.yaml"
REPOSITORIES: list[dict[str, Any]] = yaml.safe_load(CONFIG.read_text("utf-8"))["repos"]
HOOKS = {hook["id"]: hook for hook in REPOSITORIES[0]["hooks"]}


def said_of(path: Path) -> str:
    """Return what pre-commit says of a configuration; "" when it is in order."""
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_hooks_are_valid() -> None:
    """pre-commit itself accepts the file."""
    assert said_of(CONFIG) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("entry: make lint", "entri: make lint", "entry"),
        ("language: system", "language: systemd", "systemd"),
        ("stages: [pre-push]", "stages: [pre-pull]", "pre-pull"),
        (r"files: ^data/", "files: ^data/(", "regex"),
    ],
)
def test_a_planted_fault_is_found(old: str, new: str, said: str, tmp_path: Path) -> None:
    """A field, a language, a stage or a pattern that does not exist is refused."""
    text = CONFIG.read_text("utf-8")
    assert old in text
    broken = tmp_path / CONFIG.name
    broken.write_text(text.replace(old, new, 1), "utf-8")
    assert said in said_of(broken)


def test_nothing_is_fetched_and_every_hook_is_a_command_for_people() -> None:
    """All hooks are of this project, and each is a target of make."""
    assert [each["repo"] for each in REPOSITORIES] == ["local"]
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {hook["entry"].removeprefix("make ") for hook in HOOKS.values()} <= set(targets)
    assert {hook["language"] for hook in HOOKS.values()} == {"system"}
    assert not any(hook["pass_filenames"] for hook in HOOKS.values())


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("data/countries/ee.yml", {"check", "schema", "change"}),
        ("data/ui.yml", {"check", "change"}),
        ("locale/uk/ui.po", {"check"}),
        ("scripts/seamark/model/countries.py", {"lint", "schema"}),
        ("tests/test_model.py", {"lint"}),
        (".github/CODEOWNERS", {"schema"}),
        ("README.md", set()),
    ],
)
def test_a_hook_runs_for_the_files_that_it_looks_at(path: str, hooks: set[str]) -> None:
    """A change of a file starts the hooks that can find something in it, and no others."""
    assert {name for name, hook in HOOKS.items() if re.search(hook["files"], path)} == hooks
