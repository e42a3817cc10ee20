"""The code host's workflows: read by a linter, with pinned actions, no rights by default, and no text of strangers in commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# All that the code host fills into the workflow for suggestions: numbers, names of ours, and what a step of ours says.
FILLED_IN = {
    "github.event.issue.number", "github.event.repository.default_branch", "github.repository", "github.token",
    "runner.temp", "steps.suggest.outputs.changed",
}  # fmt: skip
SUGGEST = ROOT / ".github" / "workflows" / "suggest.yml"


def lint(path: Path) -> str:
    """Return what the linter finds in a workflow."""
    command = [str(Path(sys.executable).parent / "actionlint"), "-no-color", "-shellcheck=", "-pyflakes=", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout


def parsed(path: Path) -> Any:
    """Return a workflow; YAML 1.1 reads its "on" as true."""
    return yaml.safe_load(path.read_text("utf-8"))


def commands(path: Path) -> str:
    """Return all commands of a workflow."""
    return "\n".join(step.get("run", "") for job in parsed(path)["jobs"].values() for step in job.get("steps", ()))


def test_there_are_workflows() -> None:
    """The list that the other tests go through is not empty."""
    assert SUGGEST in WORKFLOWS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_passes_the_linter(path: Path) -> None:
    """The linter for workflows finds nothing."""
    assert lint(path) == ""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_rights_by_default_and_pins_its_actions(path: Path) -> None:
    """Rights are given job by job, and each action is named by a commit with its version beside it."""
    assert parsed(path)["permissions"] == {}
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert all(PINNED.fullmatch(action) for action in used if not action.startswith("./")), used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_of_strangers_is_put_into_a_command(path: Path) -> None:
    """Commands take what they need from the environment or from files; nothing is filled into them."""
    assert "${{" not in commands(path)


def test_nothing_that_strangers_wrote_is_filled_in() -> None:
    """The workflow for suggestions is filled in with numbers and names of ours only, never with a title, a text or a name."""
    assert set(re.findall(r"\$\{\{ (.*?) \}\}", SUGGEST.read_text("utf-8"))) == FILLED_IN


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("runs-on: ubuntu-latest", "runs-on: ubuntu-newest", "label"),
        ("timeout-minutes: 10", "timeout-minute: 10", "timeout-minute"),
        ('--body-file "$RUNNER_TEMP', '--body "${{ github.event.issue.body }}" "$RUNNER_TEMP', "untrusted"),
        ("steps.suggest.outputs.changed", "steps.sugest.outputs.changed", "sugest"),
    ],
)
def test_a_planted_fault_is_found_by_the_linter(old: str, new: str, said: str, tmp_path: Path) -> None:
    """The linter runs, and finds an unknown machine, an unknown field, text of strangers in a command, an unknown step."""
    text = SUGGEST.read_text("utf-8")
    assert old in text
    broken = tmp_path / "suggest.yml"
    broken.write_text(text.replace(old, new, 1), "utf-8")
    assert said in lint(broken)


def test_who_reads_the_issue_cannot_write_and_who_writes_runs_nothing_of_it() -> None:
    """The job with the issue's text may read only; the job with rights to write reads no event and installs nothing."""
    jobs = parsed(SUGGEST)["jobs"]
    assert jobs["read"]["permissions"] == {"contents": "read"}
    assert jobs["read"]["steps"][0]["with"] == {"persist-credentials": False}
    told = "\n".join(step.get("run", "") for step in jobs["answer"]["steps"])
    assert "EVENT_PATH" not in told
    assert "pip" not in told
    assert "make" not in told
    assert re.findall(r"scripts/\w+\.py", told) == ["scripts/apply_suggestion.py"]
    assert not any("GH_TOKEN" in str(step) or "github.token" in str(step) for step in jobs["read"]["steps"])
