"""The code host's workflows: read by a linter, and by rules of ours on rights, pins, and the text of strangers."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import workflow_rules as rules
from workflow_rules import ROOT, RULES, SEEN, commands, jobs, parsed

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
NAMES = {"check", "due", "preview", "release", "shards", "sources", "suggest"}
UNTRUSTED = "${{ github.event.issue.body }}"


def text_of(name: str) -> str:
    """Return the text of a workflow."""
    return (FOLDER / f"{name}.yml").read_text("utf-8")


def broken(name: str, old: str, new: str) -> str:
    """Return the text of a workflow with a fault planted in its first place."""
    text = text_of(name)
    assert old in text
    return text.replace(old, new, 1)


def lint(paths: list[Path]) -> str:
    """Return what the linter finds in workflows, a line each."""
    linter = str(Path(sys.executable).parent / "actionlint")
    command = [linter, "-no-color", "-oneline", "-shellcheck=", "-pyflakes=", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout


def test_there_are_workflows() -> None:
    """The list that the other tests go through is whole."""
    assert {path.stem for path in WORKFLOWS} == NAMES


def test_the_workflows_pass_the_linter() -> None:
    """The linter for workflows finds nothing."""
    assert lint(WORKFLOWS) == ""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_workflow_keeps_the_rules(rule: rules.Rule, path: Path) -> None:
    """Each workflow keeps each rule."""
    assert list(rule(path.read_text("utf-8"))) == []


FAULTS = [
    (rules.no_rights_by_default, "due", "permissions: {}", "permissions: write-all"),
    (rules.no_rights_by_default, "due", "permissions: {}\n", ""),
    (rules.no_rights_by_default, "check", "    permissions:\n      contents: read\n", ""),
    (rules.no_rights_by_default, "check", "    permissions:\n      contents: read\n", "    permissions: read-all\n"),
    (rules.every_job_ends, "preview", "    timeout-minutes: 30\n", ""),
    (rules.every_job_ends, "preview", "  group: ", "  grope: "),
    (rules.actions_are_pinned, "sources", SEEN["actions/cache"], "v5"),
    (rules.actions_are_pinned, "sources", SEEN["actions/cache"], f"{'0' * 40} # v5.0.4"),
    (rules.actions_are_pinned, "sources", f"actions/cache@{SEEN['actions/cache']}", f"elsewhere/cache@{SEEN['actions/cache']}"),
    (rules.actions_are_pinned, "sources", f"actions/cache@{SEEN['actions/cache']}", "./.github/actions/cache"),
    (rules.commands_are_ours, "due", "run: make tools", "run: make tools ${{ github.ref }}"),
    (rules.only_ours_is_filled_in, "suggest", "${{ github.event.issue.number }}", UNTRUSTED),
    (rules.only_ours_is_filled_in, "preview", "${{ github.event.pull_request.number }}", "${{github.head_ref}}"),
    (rules.strangers_get_no_rights, "preview", "  pull_request:", "  pull_request_target:"),
    (rules.strangers_get_no_rights, "preview", "  pull_request:", "  workflow_run:"),
    (rules.strangers_get_no_rights, "preview", "contents: read", "contents: write"),
    (rules.strangers_get_no_rights, "check", "RESULTS: ${{", "KEY: ${{ secrets.KEY }}\n      RESULTS: ${{"),
    (rules.no_credentials_are_kept, "check", "persist-credentials: false", "persist-credentials: true"),
    (rules.no_credentials_are_kept, "check", "          persist-credentials: false\n", "          fetch-depth: 1\n"),
    (rules.what_writes_installs_nothing, "sources", "python3 scripts/post_report.py", "make tools; python3 scripts/post_report.py"),
    (rules.what_writes_installs_nothing, "suggest", "python3 scripts/apply_suggestion.py", "python3 scripts/suggest.py"),
    (rules.what_writes_installs_nothing, "due", "python3 scripts/post_report.py", "pip install x; python3 scripts/post_report.py"),
    (rules.commands_exist, "check", "make lint", "make lent"),
    (rules.commands_exist, "check", ".ci/run", ".ci/walk"),
    (rules.commands_exist, "due", "scripts/report_due.py", "scripts/report_dew.py"),
]


@pytest.mark.parametrize(("rule", "name", "old", "new"), FAULTS)
def test_a_planted_fault_is_found_by_its_rule(rule: rules.Rule, name: str, old: str, new: str) -> None:
    """A fault in a workflow breaks the rule that is made for it."""
    assert list(rule(broken(name, old, new)))


def test_every_rule_has_a_planted_fault() -> None:
    """No rule is there that was never seen to find something."""
    assert {rule for rule, *_ in FAULTS} == set(RULES)


FOR_THE_LINTER = [
    ("suggest", "runs-on: ubuntu-latest", "runs-on: ubuntu-newest", "label"),
    ("suggest", "timeout-minutes: 10", "timeout-minute: 10", "timeout-minute"),
    ("suggest", '--body-file "$RUNNER_TEMP', f'--body "{UNTRUSTED}" "$RUNNER_TEMP', "untrusted"),
    ("suggest", "steps.suggest.outputs.changed", "steps.sugest.outputs.changed", "sugest"),
    ("check", "needs: [site, ", "needs: [sight, ", "sight"),
    ("due", "41 4 * * 1", "61 4 * * 1", "61"),
    ("release", "needs.build.outputs.stage", "needs.build.outputs.state", "state"),
    ("shards", "matrix.language }}\n    steps", "matrix.tongue }}\n    steps", "tongue"),
    ("sources", "issues: write", "issue: write", "issue"),
    ("preview", "  pull_request:", "  pull_requests:", "pull_requests"),
]


def test_each_planted_fault_is_found_by_the_linter(tmp_path: Path) -> None:
    """The linter runs on each workflow, and finds unknown machines, fields, jobs, steps, rights, events and times."""
    places = [tmp_path / f"{number}-{name}.yml" for number, (name, *_) in enumerate(FOR_THE_LINTER)]
    for place, (name, old, new, _) in zip(places, FOR_THE_LINTER, strict=True):
        place.write_text(broken(name, old, new), "utf-8")
    found = lint(places).splitlines()
    for place, (*_, said) in zip(places, FOR_THE_LINTER, strict=True):
        assert any(place.name in line and said in line for line in found), (place.name, found)
    assert {name for name, *_ in FOR_THE_LINTER} == NAMES


def test_who_reads_the_issue_cannot_write_and_who_writes_runs_nothing_of_it() -> None:
    """The job with the issue's text may read only; the job with rights to write reads no event."""
    found = jobs(text_of("suggest"))
    assert found["read"]["permissions"] == {"contents": "read"}
    told = "\n".join(step.get("run", "") for step in found["answer"]["steps"])
    assert "EVENT_PATH" not in told
    assert re.findall(r"scripts/\w+\.py", told) == ["scripts/apply_suggestion.py"]
    assert not any("GH_TOKEN" in str(step) or "github.token" in str(step) for step in found["read"]["steps"])


def test_the_green_job_waits_for_all_others_and_takes_nothing_else_for_success() -> None:
    """A branch is protected by one job, which fails when any other failed, was skipped or was cancelled."""
    found = jobs(text_of("check"))
    assert set(found["green"]["needs"]) == set(found) - {"green"}
    assert found["green"]["if"] == "always()"
    command = found["green"]["steps"][0]["run"]
    for results, code in (("success success", 0), ("success failure", 1), ("skipped success", 1), ("cancelled success", 1)):
        done = subprocess.run(["bash", "-e", "-c", command], env={"RESULTS": results}, check=False)
        assert done.returncode == code, results


def test_a_check_runs_the_commands_that_people_run() -> None:
    """Site, tests, gate and linters: what a pull request must pass is what anybody can run before."""
    told = commands(text_of("check"))
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert all(f"\nmake {target}\n" in ci for target in ("site", "test"))
    assert all(f"{command}" in told for command in (".ci/run", "make change", "make lint"))


@pytest.mark.parametrize("name", ["sources", "due"])
def test_a_report_begins_by_itself_and_by_hand(name: str) -> None:
    """What looks after the contacts runs once a week, and whenever somebody asks for it; never in a pull request."""
    begun_by = parsed(text_of(name))[True]
    assert set(begun_by) == {"schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", begun_by["schedule"][0]["cron"])


def test_nothing_is_published_without_a_person() -> None:
    """A release is a draft, signed and drafted behind the environment that people guard, and a preview until the site is public."""
    found = jobs(text_of("release"))
    assert [found[name].get("environment") for name in ("build", "sign", "draft")] == [None, "release", "release"]
    told = commands(text_of("release"))
    assert "marks=(--draft --verify-tag)" in told
    assert 'if [ "$STAGE" != public ]; then marks+=(--prerelease); fi' in told


def test_no_other_workflow_may_sign_or_publish() -> None:
    """Only the workflow for releases may sign; only it and the two that open pull requests may write to the repository."""
    rights = {path.stem: [job["permissions"] for job in jobs(path.read_text("utf-8")).values()] for path in WORKFLOWS}
    assert {name for name, given in rights.items() if any("id-token" in each for each in given)} == {"release"}
    assert {name for name, given in rights.items() if any(each.get("contents") == "write" for each in given)} == {
        "release", "sources", "suggest",
    }  # fmt: skip
