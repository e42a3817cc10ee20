"""Suggestions: a filled-in form becomes a checked change, and whatever else stands in an issue stays text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from factory import GOOD, TODAY, project
from hypothesis import given
from hypothesis import strategies as st

import apply_suggestion
from seamark.editing import forms as form_module
from seamark.editing.draft import Draft, Refused
from seamark.editing.forms import ACTS, KINDS, PROMISE, PROMISE_LABEL, REMARK, UNKNOWN_LABEL, Form, forms
from seamark.editing.patches import PAGES, PatchRefused, apply_patch
from seamark.editing.suggestions import MAX_ANSWER, MAX_BODY, suggest
from seamark.loading import load
from seamark.model import Vocabularies
from suggest import main

ROOT = Path(__file__).resolve().parent.parent
THB = "ee-thb-helpline"
SOURCE = {
    "source_title": "Uus leht", "source_url": "https://www.uus.example/abi", "source_publisher": "Amet",
    "source_language": "et", "source_tier": "Official source", "source_seen": "2026-11-21",
}  # fmt: skip
HOURS = {"country": "ee", "service": "ee-116006", "act": ACTS["correct"], "contact": "+372 614 7393", "hours": "24/7", **SOURCE}
# An example number of the numbering plan, of nobody.
PORTUGAL = {
    "country": "PT", "country_languages": "pt", "time_zone": "Europe/Lisbon", "number": "112", "reaches": "Police, Ambulance",
    "kinds": "Helpline on trafficking", "name_own": "Linha de teste", "operator_own": "Ninguém",
    "audience": "Victims of trafficking, Workers", "kind": KINDS["phone"], "value": "+351 21 234 5678",
    "languages": "pt, en", "cost": UNKNOWN_LABEL, **SOURCE, "source_language": "pt",
}  # fmt: skip


@cache
def lists() -> Vocabularies:
    """The vocabularies of the real data: with them all forms can be filled in."""
    data, _ = load(ROOT)
    assert data is not None
    return data.vocabularies


@cache
def good_lists() -> Vocabularies:
    """The vocabularies of the correct project."""
    data, _ = load(GOOD)
    assert data is not None
    return data.vocabularies


def form(name: str) -> Form:
    """Return a form by name, with the vocabularies of the correct project."""
    return next(each for each in forms(good_lists()) if each.name == name)


def filled(name: str, answers: dict[str, str], *, promise: str = f"- [x] {PROMISE}", remark: str = "") -> str:
    """Return what the code host makes of a filled-in form."""
    keys = {question.key for question in form(name).questions}
    assert set(answers) <= keys, set(answers) - keys
    parts = [(question.label, answers.get(question.key, "")) for question in form(name).questions]
    parts += [(REMARK, remark), (PROMISE_LABEL, promise)]
    return "\n\n".join(f"### {label}\n\n{text or '_No response_'}" for label, text in parts)


def run(root: Path, body: str, *arguments: str) -> int:
    """Run the command on the text of an issue, in an event as the code host writes it."""
    event = root.parent / "event.json"
    event.write_text(json.dumps({"action": "opened", "issue": {"number": 7, "body": body}}), "utf-8")
    return main(["--root", str(root), "--today", TODAY.isoformat(), "--event", str(event), *arguments])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The correct project, with the vocabulary that the answers below use."""
    monkeypatch.delenv("GITHUB_OUTPUT", raising=False)
    project(tmp_path / "project")
    return tmp_path / "project"


# --- what a form does ------------------------------------------------------------------------------------

OFF = {"since": "2026-11", "reason": "It moves."}
SERVICE = {
    "country": "EE", "kinds": "Helpline on violence", "name_own": "Uus liin", "kind": KINDS["phone"], "value": "+372 614 7394",
}  # fmt: skip
PAUSE = {"country": "EE", "service": THB, "act": ACTS["pause"], **OFF}
DONE = [
    ("contact", HOURS, 'hours: "24/7"'),
    ("contact", {**HOURS, "service": ""}, 'hours: "24/7"'),  # found by its number
    ("contact", {"country": "EE", "contact": "116006", "service": "", "act": ACTS["pause"], **OFF},
     "status: paused"),
    ("contact", {"country": "EE", "service": "ee-116006", "act": ACTS["close"], "replaced_by": THB, **OFF}, "status: closed"),
    ("contact", {"country": "EE", "service": THB, "act": ACTS["add"], "kind": KINDS["email"], "value": "uus@example.ee", **SOURCE},
     "email: uus@example.ee"),
    ("contact", {"country": "EE", "contact": "helpline@example.ee", "act": ACTS["source"], **SOURCE}, "source: [ministry, uus]"),
    ("contact", {"country": "EE", "contact": "helpline@example.ee", "act": ACTS["confirm"], "confirmed_on": "2026-11-21",
                 "confirmed_how": "Confirmed by a call", "confirmed_by_role": "Editor"}, "by_role: editor"),
    ("contact", {"country": "EE", "service": THB, "contact": "+372 660 7320", "act": ACTS["source"], **SOURCE},
     "source: [ministry, uus]"),
    ("service", {**SERVICE, **SOURCE}, "id: ee-uus-liin"),
    ("service", {**SERVICE, "name_en": "New line", **SOURCE}, "id: ee-new-line"),
    ("country", {**PORTUGAL, "audience": "Victims of trafficking"}, 'country: "PT"'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answers", "line"), DONE, ids=[f"{number} {row[0]}" for number, row in enumerate(DONE)])
def test_a_form_becomes_a_change(
    name: str, answers: dict[str, str], line: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What people pick and type is written as data, through the writer that the command uses, and every check passes."""
    known = {question.key: question for question in form(name).questions}
    for key, text in answers.items():
        for part in text.split(", ") if known[key].several else [text]:
            assert not known[key].options or part in known[key].options.values(), part
    assert run(root, filled(name, answers)) == 0, capsys.readouterr().out
    assert line in capsys.readouterr().out
    data, problems = load(root)
    assert data is not None
    assert problems == []


def test_the_answer_tells_what_was_done(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer for the issue is written, and the workflow learns whether there is a change."""
    output = tmp_path / "output"
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    assert run(root, filled("contact", HOURS), "--answer", str(tmp_path / "answer.md")) == 0
    answer = (tmp_path / "answer.md").read_text("utf-8")
    assert answer.startswith('- ee-116006: "+372 614 7393" was changed.\n')
    assert "````" not in answer
    assert output.read_text("utf-8") == "changed=true\n"
    assert run(root, filled("contact", HOURS), "--answer", str(tmp_path / "answer.md")) == 1
    assert "the data say this already" in (tmp_path / "answer.md").read_text("utf-8")
    assert output.read_text("utf-8") == "changed=true\nchanged=false\n"


def test_a_number_in_several_places_is_confirmed_in_each(root: Path) -> None:
    """Who confirms a number that stands twice, for other hours, confirms it in both places; not the same number elsewhere."""
    act = {"confirmed_on": "2026-11-21", "confirmed_how": "Confirmed by a call", "confirmed_by_role": "Editor"}
    answers = {"country": "EE", "service": THB, "contact": "+3726607320", "act": ACTS["confirm"], **act}
    assert run(root, filled("contact", answers)) == 0
    data, _ = load(root)
    assert data is not None
    service = data.service(THB)
    assert service is not None
    assert [[str(act.on) for act in channel.confirmed] for channel in service.channels[:3]] == [
        ["2026-10-01", "2026-11-21"],
        ["2026-11-21"],
        [],
    ]


# --- what is refused -------------------------------------------------------------------------------------

PHONES = {"kind": KINDS["phone"], "value": "+372 614 739"}
REFUSED = [
    # not a form
    ("nothing", "", "the headings are not those of a form"),
    ("a letter", "The number is wrong!", "the headings are not those of a form"),
    ("a heading twice", filled("contact", HOURS) + "\n\n### Country\n\nNO", 'the heading "Country" stands twice'),
    ("a heading more", filled("contact", HOURS) + "\n\n### More\n\nx", "not those of a form"),
    ("a heading less", filled("contact", HOURS).replace("### Price\n\n_No response_", ""), "not those of a form"),
    ("no promise", filled("contact", HOURS, promise=f"- [ ] {PROMISE}"), "is not ticked"),
    ("too long", filled("contact", HOURS) + "x" * MAX_BODY, "is the limit"),
    ("a long remark", filled("contact", HOURS, remark="x" * 6000), "is too long"),
    # not an answer
    ("no country", filled("contact", {**HOURS, "country": ""}), '"Country" is empty'),
    ("a long answer", filled("contact", {**HOURS, "hours": "x" * (MAX_ANSWER + 1)}), "is the limit"),
    ("HTML", filled("contact", {**HOURS, "source_title": "<b>Leht</b>"}), "a sign that is not allowed (U+003C)"),
    ("a second line", filled("contact", {**HOURS, "source_title": "Leht\nurl: x"}), "a sign that is not allowed (U+000A)"),
    ("a sign that turns text", filled("contact", {**HOURS, "source_title": "Le\u202eht"}), "a sign that is not allowed (U+202E)"),
    ("a null", filled("contact", {**HOURS, "source_title": "Le\0ht"}), "a sign that is not allowed (U+0000)"),
    ("no choice", filled("contact", {**HOURS, "source_tier": "Official"}), 'did you mean "Official source"'),
    ("a name for a role", filled("contact", {**HOURS, "confirmed_by_role": "Mari"}), '"Mari" is no answer'),
    # no place of ours
    ("a path as country", filled("contact", {**HOURS, "country": "../e"}), '"Country" is two letters'),
    ("a path as service", filled("contact", {**HOURS, "service": "ee-../../etc"}), "there is no service"),
    ("another country's service", filled("contact", {**HOURS, "country": "NO"}), "is not of the country"),
    ("an unknown country", filled("contact", {**HOURS, "country": "FI", "service": ""}), "cannot be read"),
    ("an unknown number", filled("contact", {**HOURS, "service": "", "contact": "+372 1"}), "no service of"),
    ("a number of a country", filled("country", {**PORTUGAL, "audience": "", "number": "112/../x"}), "three to six digits"),
    ("a country that is there", filled("country", {**PORTUGAL, "audience": "", "country": "EE"}), "is there already"),
    # no change
    ("nothing to correct", filled("contact", {**HOURS, "hours": ""}), "nothing to correct"),
    ("several places", filled("contact", {**HOURS, "service": THB, "contact": "+372 660 7320"}), 'say under "Anything else"'),
    ("half a contact", filled("contact", {**HOURS, "value": "116006"}), "needs both"),
    # no fact
    ("a digit missing", filled("contact", {**HOURS, **PHONES}), "no such number can exist"),
    ("hours", filled("contact", {**HOURS, "hours": "always"}), "opening hours"),
    ("an unsafe address", filled("contact", {**HOURS, "kind": KINDS["web"], "value": "javascript:alert(1)"}), "https"),
    ("a template", filled("contact", {**PAUSE, "reason": "{{ 7*7 }}"}), "{"),
    ("a number in words", filled("contact", {**PAUSE, "reason": "Call 5551234 instead."}), "digits"),
    ("a street", filled("service", {**SERVICE, "name_own": "Varjupaik, Pikk tänav 5", **SOURCE}), "street"),
    ("no source", filled("service", SERVICE), '"source" is missing'),
]  # fmt: skip


@pytest.mark.parametrize(("body", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_nonsense_is_answered_and_nothing_is_written(body: str, said: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever cannot be used is answered in plain words with what to type, and no file is touched."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert run(root, body) == 1
    out = capsys.readouterr().out
    assert out.startswith("The suggestion cannot be used yet:\n\n```")
    assert said in out
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


QUOTED = ["@everybody", "```\n# Out", "````` x", "[x](https://x.example)", "![x](https://x.example/a.png)", "$(id)", "`id`"]


@pytest.mark.parametrize("text", QUOTED)
def test_what_was_written_stays_inside_the_answer(text: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text of an issue that is quoted in the answer calls nobody, links nowhere and gets out of no block."""
    assert run(root, filled("contact", {**HOURS, "source_tier": text.replace("\n", " ")})) == 1
    out = capsys.readouterr().out.removeprefix("The suggestion cannot be used yet:\n\n").rstrip("\n").splitlines()
    fence = out[0].removesuffix("text")
    assert set(fence) == {"`"}
    assert out[-1] == fence
    assert all(fence not in line for line in out[1:-1])


def test_a_suggestion_that_is_used_links_nowhere_in_the_answer(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence of the answer that quotes an issue shows its signs as signs."""
    answers = {**HOURS, "hours": "", "kind": KINDS["web"], "value": "https://a.example/@b", "contact": "+372 614 7393"}
    assert run(root, filled("contact", {**answers, "act": ACTS["add"]})) == 0
    sentences = capsys.readouterr().out.partition("```")[0]
    assert "@b" not in sentences.replace("\\@b", "")


@given(st.text(max_size=200), st.sampled_from([question.label for question in forms(lists())[0].questions]))
def test_any_answer_is_used_or_refused(text: str, label: str) -> None:
    """Whatever stands under one of the headings, reading ends, and the draft names no file outside of data/."""
    draft = Draft(GOOD)
    body = filled("contact", HOURS)
    before, _, after = body.partition(f"### {label}\n\n")
    body = f"{before}### {label}\n\n{text}\n\n{'### ' + after.partition('### ')[2] if '### ' in after else ''}"
    try:
        suggest(draft, good_lists(), body)
    except Refused:
        return
    assert all(path.startswith("data/") for path in draft.texts())


# --- the forms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("each", forms(lists()), ids=lambda each: each.name)
def test_a_form_can_be_read_back(each: Form) -> None:
    """No two questions of a form have one label or key, answers to pick are told apart, and several can be split."""
    labels = [question.label for question in each.questions]
    assert len({*labels, REMARK, PROMISE_LABEL}) == len(labels) + 2
    assert len({question.key for question in each.questions}) == len(labels)
    for question in each.questions:
        answers = list(question.options.values())
        assert len(set(answers)) == len(answers), question.key
        assert not question.several or not any(", " in answer for answer in answers), question.key
        assert question.help


def test_forms_are_told_apart_and_warn() -> None:
    """Each form has questions of its own, and says first of all that everybody can read it."""
    sets = [frozenset(question.label for question in each.questions) for each in forms(lists())]
    assert len(set(sets)) == len(sets) == 3
    for text in list(form_module.form_texts(lists()).values())[:3]:
        assert "can be read by everybody" in text.partition("type: input")[0]
        assert PROMISE in text


@pytest.mark.parametrize("key", ["country", "service"])
def test_what_a_link_fills_in_is_a_field_of_text(key: str) -> None:
    """The address of the form fills in text fields: with a list to pick from, the code host shows an empty page."""
    question = next(question for question in form("contact").questions if question.key == key)
    assert not question.options


# --- the patch, where the rights to write are --------------------------------------------------------------


@pytest.fixture
def clone(root: Path) -> Path:
    """The correct project under git, with the pages of a country."""
    for folder in PAGES:
        (root / "docs" / folder).mkdir(exist_ok=True)
        (root / "docs" / folder / "ee.md").write_text('---\ncountry: "ee"\n---\n', "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=x")
    return root


def git(root: Path, *arguments: str) -> str:
    """Run git in a clone and return what it prints."""
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout


def patch_of(root: Path) -> Path:
    """Return the patch of all changes, made as the workflow makes it but of every folder, and take the changes back."""
    git(root, "add", "--intent-to-add", ".")
    patch = root.parent / "change.patch"
    patch.write_text(git(root, "diff", "--no-renames", "--full-index", "--binary", "HEAD"), "utf-8")
    git(root, "reset", "--quiet", "--hard")
    git(root, "clean", "--quiet", "-fd")
    return patch


def test_a_country_comes_out_of_a_patch_with_its_pages(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From form to pull request: the patch of data/ is applied, and the pages are made from ours."""
    assert run(clone, filled("country", {**PORTUGAL, "audience": "Victims of trafficking"})) == 0
    wanted = {path.relative_to(clone).as_posix(): path.read_text("utf-8") for path in (clone / "docs").rglob("pt.md")}
    git(clone, "clean", "--quiet", "-fd", "docs")
    patch = patch_of(clone)
    capsys.readouterr()
    assert apply_suggestion.main([str(patch), "--root", str(clone)]) == 0
    changed = capsys.readouterr().out.split()
    assert changed == sorted(["data/countries/pt.yml", "data/short_codes.yml", *wanted])
    assert {name: (clone / name).read_text("utf-8") for name in wanted} == wanted
    assert len(wanted) == 4
    assert git(clone, "diff", "--cached", "--name-only").split() == changed
    assert load(clone)[1] == []


def test_who_is_asked_about_a_new_country_comes_from_us_and_not_from_the_patch(clone: Path) -> None:
    """CODEOWNERS gets the line of the new country where the right to write is; a patch that changes it itself is refused."""
    owners = clone / ".github" / "CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("* @somebody/all\n", "utf-8")
    git(clone, "add", ".")
    git(clone, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=y")
    assert run(clone, filled("country", {**PORTUGAL, "audience": "Victims of trafficking"})) == 0
    git(clone, "clean", "--quiet", "-fd", "docs")
    patch = patch_of(clone)
    with pytest.raises(PatchRefused, match="CODEOWNERS"):
        apply_patch(clone, patch)
    assert run(clone, filled("country", {**PORTUGAL, "audience": "Victims of trafficking"})) == 0
    git(clone, "add", "--intent-to-add", "data")
    patch.write_text(git(clone, "diff", "--no-renames", "--full-index", "HEAD", "--", "data"), "utf-8")
    git(clone, "reset", "--quiet", "--hard")
    git(clone, "clean", "--quiet", "-fd")
    assert ".github/CODEOWNERS" in apply_patch(clone, patch)
    assert "/data/countries/pt.yml      @somebody/pt\n" in owners.read_text("utf-8")
    assert git(clone, "status", "--porcelain").count("\n") == git(clone, "diff", "--cached", "--name-only").count("\n")


def put(root: Path, name: str) -> None:
    """Write a file."""
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("x", "utf-8")


def link(root: Path) -> None:
    """Put a link that leads out of the folder in the place of a new country's file."""
    os.symlink("/etc/passwd", root / "data/countries/pt.yml")


FORBIDDEN = {
    "a script": lambda root: put(root, "scripts/x.py"),
    "a page": lambda root: put(root, "docs/help/pt.md"),
    "words": lambda root: put(root, "data/ui.yml"),
    "a workflow": lambda root: put(root, ".github/x.yml"),
    "a folder of data": lambda root: put(root, "data/countries/x/pt.yml"),
    "an odd name": lambda root: put(root, "data/countries/p t.yml"),
    "a deletion": lambda root: (root / "data/countries/no.yml").unlink(),
    "rights": lambda root: (root / "data/countries/no.yml").chmod(0o755),
    "a link": link,
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_patch_that_does_more_is_refused(name: str, clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A patch that touches another file, deletes, links or changes rights is refused whole, beside a change that is allowed."""
    (clone / "data/countries/ee.yml").write_text("country: x\n", "utf-8")
    FORBIDDEN[name](clone)
    patch = patch_of(clone)
    assert apply_suggestion.main([str(patch), "--root", str(clone)]) == 1
    assert "Nothing was changed: " in capsys.readouterr().err
    assert git(clone, "status", "--porcelain") == ""


@pytest.mark.parametrize("text", ["", "no patch", "x" * 300_000, "--- a/../x\n+++ b/../x\n@@ -0,0 +1 @@\n+x\n"])
def test_what_is_no_patch_is_refused(text: str, clone: Path, tmp_path: Path) -> None:
    """Nothing, nonsense, too much, and a path out of the folder are refused."""
    (tmp_path / "p").write_text(text, "utf-8")
    with pytest.raises(PatchRefused):
        apply_patch(clone, tmp_path / "p")
    assert git(clone, "status", "--porcelain") == ""


def test_a_renamed_file_is_refused(clone: Path, tmp_path: Path) -> None:
    """A file is not moved to where it may be changed."""
    git(clone, "mv", "data/ui.yml", "data/countries/pt.yml")
    (tmp_path / "p").write_text(git(clone, "diff", "--cached", "-M"), "utf-8")
    git(clone, "reset", "--quiet", "--hard")
    with pytest.raises(PatchRefused):
        apply_patch(clone, tmp_path / "p")


def test_applying_needs_no_library(clone: Path, tmp_path: Path) -> None:
    """Where the rights to write are, nothing has to be installed: Python alone is enough."""
    (clone / "data/countries/ee.yml").write_text("country: x\n", "utf-8")
    patch = patch_of(clone)
    command = [sys.executable, "-S", str(ROOT / "scripts/apply_suggestion.py"), str(patch), "--root", str(clone)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "data/countries/ee.yml\n", "")
