"""The command check_change: it compares the folder with a revision of a real git repository, and fails closed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from factory import Edit, project

from check_change import main
from seamark.changes.revision import RevisionProblem, data_of

EE = "data/countries/ee.yml"
NUMBER = Edit(EE, '- phone: "+372 614 7393"', '- phone: "+372 616 1199"')
NOTHING = "No fact about a service, number or source changes.\n"


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on an editor's computer, with no settings of git but the defaults."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a repository in which the good project is committed."""
    project(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def edit(folder: Path, *edits: Edit) -> None:
    """Change files of a repository."""
    for item in edits:
        path = folder / item.path
        text = path.read_text("utf-8")
        assert item.old is not None
        assert item.old in text
        path.write_text(text.replace(item.old, item.new or ""), "utf-8")


def run(folder: Path, *arguments: str, base: str = "HEAD") -> int:
    """Run the command for a folder."""
    return main(["--root", str(folder), f"--base={base}", *arguments])


def test_nothing_changed(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder as it was committed, or with other comments and prose, ends with 0 and one line."""
    assert run(clone) == 0
    edit(clone, Edit(EE, "services:\n", "# Services of Estonia\nservices:\n"))
    (clone / "docs/index.md").write_text("Other words", "utf-8")
    assert run(clone) == 0
    assert capsys.readouterr().out == NOTHING * 2


def test_what_nobody_looked_at_is_refused(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that becomes another is told and refused; with a new date of its source it passes."""
    edit(clone, NUMBER)
    assert run(clone) == 1
    out = capsys.readouterr().out
    assert out.startswith("- Estonia, Ohvriabi kriisitelefon: the number +372 614 7393 becomes +372 616 1199\n")
    assert f"{EE}:69:16: " in out
    edit(clone, Edit(EE, 'stated: "2023-03-09"', 'stated: "2026-05-01"'))
    assert run(clone) == 0
    assert "becomes +372 616 1199" in capsys.readouterr().out


def test_a_committed_change_is_compared_with_any_revision(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The base is a name of a commit, a branch, or what git understands."""
    git(clone, "branch", "start")
    edit(clone, NUMBER)
    git(clone, "commit", "--quiet", "--all", "--message", "Change a number")
    for base in ("start", "HEAD~1", git(clone, "rev-parse", "start").strip()):
        assert run(clone, base=base) == 1
    capsys.readouterr()
    assert run(clone) == 0
    assert capsys.readouterr().out == NOTHING


def test_the_work_tree_is_not_touched(clone: Path) -> None:
    """Neither the files, nor the index, nor the branch are changed by a comparison."""
    edit(clone, NUMBER)
    git(clone, "add", EE)
    (clone / "draft.txt").write_text("mine", "utf-8")
    before = git(clone, "status", "--porcelain"), git(clone, "rev-parse", "HEAD"), (clone / EE).read_bytes()
    run(clone)
    assert (git(clone, "status", "--porcelain"), git(clone, "rev-parse", "HEAD"), (clone / EE).read_bytes()) == before


def test_a_project_below_the_root_of_a_repository(tmp_path: Path) -> None:
    """The project may be a folder of a larger repository."""
    project(tmp_path / "sites" / "seamark")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    assert run(tmp_path / "sites" / "seamark") == 0
    edit(tmp_path / "sites" / "seamark", NUMBER)
    assert run(tmp_path / "sites" / "seamark") == 1


def test_attributes_of_git_hide_nothing(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A setting in the repository cannot keep a file out of the comparison, or change its bytes."""
    (clone / ".gitattributes").write_text("data/countries/* export-ignore\n*.yml text eol=crlf\n", "utf-8")
    git(clone, "add", ".gitattributes")
    git(clone, "commit", "--quiet", "--message", "Hide")
    assert run(clone) == 0
    assert capsys.readouterr().out == NOTHING


@pytest.mark.parametrize("base", ["nowhere", "--help", "HEAD:data", "", "HEAD; touch x"])
def test_a_revision_that_is_none_is_an_error(clone: Path, base: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What git does not know as a commit ends with 2 and advice; it is never an option or a command."""
    assert run(clone, base=base) == 2
    assert f'git knows no revision "{base}"' in capsys.readouterr().err


def test_a_revision_without_data_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the base holds no data, nothing is called new or unchanged."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    project(tmp_path)
    assert run(tmp_path) == 2
    assert "name a revision that is in order" in capsys.readouterr().err


def test_outside_of_git_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no clone cannot be compared."""
    project(tmp_path)
    assert run(tmp_path) == 2
    assert "is not in a git repository" in capsys.readouterr().err


def test_without_git_is_an_error(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, the command says so."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RevisionProblem, match="git cannot be run"):
        data_of(clone, "HEAD")


def test_data_that_cannot_be_read_are_refused(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that does not fit its model is told as check_data tells it, and nothing passes for unchanged."""
    edit(clone, Edit(EE, "        reach: abroad\n", "        reech: abroad\n"))
    assert run(clone, "--summary", str(clone / "summary.md")) == 1
    out = capsys.readouterr().out
    assert 'unknown field "reech"; did you mean "reach"?' in out
    assert "No fact" not in out + (clone / "summary.md").read_text("utf-8")


def test_what_could_not_be_read_before_counts_as_new(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A base with a fault can be compared; what stood in the faulty part needs a look."""
    edit(clone, Edit(EE, '- phone: "+372 614 7393"', '- phone: ["+372 614 7393"]'))
    git(clone, "commit", "--quiet", "--all", "--message", "Break a channel")
    edit(clone, Edit(EE, '- phone: ["+372 614 7393"]', '- phone: "+372 614 7393"'))
    assert run(clone) == 1
    output = capsys.readouterr()
    assert "1 parts of data/" in output.err
    assert '"+372 614 7393" is new' in output.out


def test_the_summary_is_written_whole(clone: Path) -> None:
    """The summary holds what is told and what is refused, replaces an old one, and leaves nothing beside it."""
    target = clone / "summary.md"
    target.write_text("old", "utf-8")
    edit(clone, NUMBER)
    assert run(clone, "--summary", str(target)) == 1
    text = target.read_text("utf-8")
    assert text.startswith("## What this change means for readers\n")
    assert "**Cannot be merged as it is**" in text
    assert [path.name for path in clone.glob("summary*")] == ["summary.md"]


def test_the_code_host_gets_annotations(clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On the code host a refusal is also a mark beside the line; text of the data begins no command there."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(clone, NUMBER, Edit(EE, "      et: Ohvriabi kriisitelefon", '      et: "::stop-commands::x"'))
    assert run(clone) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines if line.startswith("::")] == ["::error"]
