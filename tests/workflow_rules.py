"""The rules that every workflow of the code host keeps: each takes the text of one, and yields what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
# Each was seen with this version in public workflows; another one is looked up there before it is written here.
SEEN = {
    "actions/attest-build-provenance": "a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32 # v4.1.0",
    "actions/cache": "668228422ae6a00e4ad889ee87cd7109ec5666a7 # v5.0.4",
    "actions/checkout": "de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "actions/setup-python": "a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
}
# All that may be filled in: numbers, commits and names that the code host gives, and what steps of ours say. Never
# a title, a text, a branch or a name of a stranger.
OURS = {
    "github.event.before", "github.event.issue.number", "github.event.pull_request.number",
    "github.event.pull_request.number || github.sha", "github.event.repository.default_branch",
    "github.event_name == 'pull_request' && 'HEAD^1' || github.event.before",
    "github.ref", "github.repository", "github.run_id", "github.token", "runner.temp",
    "fromJSON(needs.languages.outputs.codes)", "join(needs.*.result, ' ')", "matrix.language",
    "needs.build.outputs.stage", "needs.read.outputs.changed", "steps.list.outputs.codes", "steps.stage.outputs.stage",
    "steps.suggest.outputs.changed", "steps.upload.outputs.artifact-url",
}  # fmt: skip
Rule = Callable[[str], Iterator[str]]
CODE = r"\b(?:pip|make|python\S*) |scripts/"  # what runs code of a checkout


def parsed(text: str) -> Any:
    """Return a workflow. YAML 1.1 reads its "on" as true."""
    return yaml.safe_load(text)


def jobs(text: str) -> dict[str, Any]:
    """Return the jobs of a workflow by id."""
    found: dict[str, Any] = parsed(text)["jobs"]
    return found


def commands(text: str) -> str:
    """Return all commands of a workflow."""
    return "\n".join(step.get("run", "") for job in jobs(text).values() for step in job.get("steps", ()))


def no_rights_by_default(text: str) -> Iterator[str]:
    """No job has a right that it does not name."""
    if parsed(text).get("permissions") != {}:
        yield "rights are given to every job"
    yield from (f"{name} names no rights" for name, job in jobs(text).items() if not isinstance(job.get("permissions"), dict))


def every_job_ends(text: str) -> Iterator[str]:
    """Every job has a limit of time, and two runs of one workflow do not get into each other's way."""
    yield from (f"{name} has no limit of time" for name, job in jobs(text).items() if "timeout-minutes" not in job)
    if "group" not in parsed(text).get("concurrency", {}):
        yield "several may run at once"


def actions_are_pinned(text: str) -> Iterator[str]:
    """Each action is named by a commit that was seen, with its version beside it."""
    for used in re.findall(r"uses: (.*)", text):
        name, _, at = used.partition("@")
        if SEEN.get(name) != at:
            yield f"{used} was not seen"


def commands_are_ours(text: str) -> Iterator[str]:
    """Commands take what they need from the environment or from files; nothing is filled into them."""
    if "${{" in commands(text):
        yield "something is filled into a command"


def only_ours_is_filled_in(text: str) -> Iterator[str]:
    """What is filled in was written by the code host or by us."""
    yield from (f"{inside} is filled in" for inside in re.findall(r"\$\{\{ *(.*?) *\}\}", text) if inside not in OURS)


def strangers_get_no_rights(text: str) -> Iterator[str]:
    """What builds a pull request may read only, has no secret, keeps no credentials, and is not run with our rights."""
    begun_by = parsed(text)[True]
    if "pull_request_target" in begun_by or "workflow_run" in begun_by:
        yield "it runs with our rights what a stranger sent"
    if "pull_request" not in begun_by:
        return
    if re.search(r"\bsecrets\b", re.sub(r"#.*", "", text)) or "github.token" in text:
        yield "a secret is given to what a stranger sent"
    for name, job in jobs(text).items():
        if set(job.get("permissions", {}).values()) - {"read", "none"}:
            yield f"{name} may write"


def no_credentials_are_kept(text: str) -> Iterator[str]:
    """Only a job that pushes keeps the credentials of its checkout."""
    for name, job in jobs(text).items():
        pushes = any("git push" in step.get("run", "") for step in job["steps"])
        for step in job["steps"]:
            kept = step.get("with", {}).get("persist-credentials") is not False
            if step.get("uses", "").startswith("actions/checkout@") and kept and not pushes:
                yield f"{name} keeps the credentials"


def what_writes_installs_nothing(text: str) -> Iterator[str]:
    """A job that may write runs no code but the commands of ours that are made for it."""
    for name, job in jobs(text).items():
        if "write" not in job.get("permissions", {}).values():
            continue
        told = "\n".join(step.get("run", "") for step in job["steps"])
        left = re.sub(r"python3 (scripts/(apply_suggestion|post_report)\.py|-m json\.tool) ", "", told)
        if re.search(CODE, left) or ".ci/" in left:
            yield f"{name} may write, and runs more than it must"


def commands_exist(text: str) -> Iterator[str]:
    """Every target of make and every script that a workflow names is there."""
    told = commands(text)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = {*re.findall(r"^([a-z-]+):", makefile, re.MULTILINE), ".venv/site-installed", ".venv/dev-installed"}
    yield from (f"make {name}: there is no such target" for name in re.findall(r"\bmake ([\w./-]+)", told) if name not in targets)
    for name in re.findall(r"(?:scripts/|\.ci/)\w[\w./-]*", told):
        if not (ROOT / name).is_file():
            yield f"{name}: there is no such file"


RULES: tuple[Rule, ...] = (
    no_rights_by_default, every_job_ends, actions_are_pinned, commands_are_ours, only_ours_is_filled_in,
    strangers_get_no_rights, no_credentials_are_kept, what_writes_installs_nothing, commands_exist,
)  # fmt: skip
