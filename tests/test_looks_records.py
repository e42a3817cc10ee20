"""What is remembered of the looks, and what the report says of them."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from seamark.looks.looking import Look
from seamark.looks.reasons import CONTRADICTIONS, REASONS, UNKNOWNS
from seamark.looks.records import LookRecord, Records, UnreadableRecords, as_json, read_records, remember
from seamark.looks.reporting import MOST, as_markdown, as_summary, exit_code
from seamark.looks.targets import Target
from seamark.looks.writing import write

DAY = date(2026, 11, 22)
NEXT = DAY + timedelta(days=7)
NOTHING = Records()
DAMAGED = ["", "{", "[]", '{"format": 2}', '{"looks": [{}]}', '{"pages": {"x": {"first_tried": "soon"}}}', '{"x": 1}']


def look(
    number: int, outcome: str = "confirmed", reason: str = "", *, url: str = "", value: str = "116006", **more: object
) -> Look:
    """Return the look for a contact; its page is its own unless an address is given."""
    url = url or f"https://amet.test/{number}"
    target = Target(country="EE", service=f"ee-{number}", kind="short", value="116006", source="s", url=url, title="T")
    read = bool(more.pop("read", outcome != "unknown"))
    return Look(target=target, outcome=outcome, reason=reason, read=read, **more)  # type: ignore[arg-type]


def only(records: Records) -> LookRecord:
    """Return the one look of the records."""
    (record,) = records.looks
    return record


MIXED = [
    look(1),
    look(2, "contradicted", "replaced", others=("+3726609999",)),
    look(3, "unknown", "refused", note="403"),
    look(4, "unknown", "no-address", url="unknown"),
]


# --- records -----------------------------------------------------------------------------------------------


def test_the_same_outcomes_give_the_same_bytes() -> None:
    """In whatever order the looks end, and also when what was written is read and remembered again."""
    shuffled = MIXED.copy()
    random.Random(7).shuffle(shuffled)
    first = as_json(remember(NOTHING, MIXED, DAY))
    assert as_json(remember(NOTHING, shuffled, DAY)) == first
    assert as_json(remember(remember(NOTHING, MIXED, DAY), MIXED, DAY)) == first


def test_the_file_is_as_its_description_says(tmp_path: Path) -> None:
    """The fields and their values, sorted; what is read again is what was written."""
    records = remember(NOTHING, [look(3, "unknown", "refused", note="403")], DAY)
    assert json.loads(as_json(records)) == {
        "format": 1,
        "pages": {"https://amet.test/3": {"first_tried": "2026-11-22", "first_read": None, "last_read": None}},
        "looks": [
            {
                "country": "EE", "service": "ee-3", "kind": "short", "value": "116006", "source": "s",
                "url": "https://amet.test/3",
                "outcome": "unknown", "reason": "refused", "note": "403", "others": [],
                "since": "2026-11-22", "last_confirmed": None,
            }
        ],
    }  # fmt: skip
    assert write(tmp_path / "data" / "looks.json", as_json(records))
    assert read_records(tmp_path / "data" / "looks.json") == records


def test_dates_are_kept_across_runs() -> None:
    """When a page was first and last read, since when an outcome holds, and when it was last confirmed."""
    first = remember(NOTHING, [look(1, "unknown", "timeout")], DAY)
    second = remember(first, [look(1)], NEXT)
    third = remember(second, [look(1)], NEXT + timedelta(days=1))
    fourth = remember(third, [look(1, "contradicted", "absent")], NEXT + timedelta(days=2))
    fifth = remember(fourth, [look(1, "unknown", "refused")], NEXT + timedelta(days=3))
    dates = [
        (page.first_tried, page.first_read, page.last_read, only(records).since, only(records).last_confirmed)
        for records in (first, second, third, fourth, fifth)
        for page in records.pages.values()
    ]
    day = {0: NEXT, 1: NEXT + timedelta(days=1), 2: NEXT + timedelta(days=2), 3: NEXT + timedelta(days=3)}
    assert dates == [
        (DAY, None, None, DAY, None),
        (DAY, NEXT, NEXT, NEXT, NEXT),
        (DAY, NEXT, day[1], NEXT, day[1]),
        (DAY, NEXT, day[2], day[2], day[1]),
        (DAY, NEXT, day[2], day[3], day[1]),
    ]


def test_another_page_is_another_look() -> None:
    """When the address of a source is corrected, what was known of the old page is forgotten."""
    before = remember(NOTHING, [look(1, "contradicted", "absent", url="https://amet.test/old")], DAY)
    after = remember(before, [look(1, url="https://amet.test/new")], NEXT)
    assert list(after.pages) == ["https://amet.test/new"]
    assert only(after).since == NEXT


def test_a_page_was_read_if_any_contact_was_looked_for_on_it() -> None:
    """One contact that a page leaves open does not make the page unreadable."""
    page = "https://amet.test/"
    records = remember(NOTHING, [look(1, url=page), look(2, "unknown", "no-text", url=page, read=False)], DAY)
    assert records.pages[page].first_read == DAY


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 2}', '{"looks": [{}]}', '{"pages": {"x": {"first_tried": "soon"}}}', '{"x": 1}']
)
def test_a_damaged_file_is_told(tmp_path: Path, content: str) -> None:
    """It is neither overwritten nor taken for an empty one: its dates would be lost."""
    (tmp_path / "looks.json").write_text(content, "utf-8")
    with pytest.raises(UnreadableRecords, match="last version that works"):
        read_records(tmp_path / "looks.json")


def test_no_file_is_no_memory(tmp_path: Path) -> None:
    """The first run begins with nothing."""
    assert read_records(tmp_path / "looks.json") == NOTHING


# --- writing -----------------------------------------------------------------------------------------------


def test_a_file_is_written_only_if_it_changed(tmp_path: Path) -> None:
    """The same content leaves the file untouched, and nothing is left beside it."""
    place = tmp_path / "a" / "b"
    assert write(place, b"x")
    before = place.stat().st_mtime_ns
    assert not write(place, b"x")
    assert place.stat().st_mtime_ns == before
    assert write(place, b"y")
    assert [path.name for path in place.parent.iterdir()] == ["b"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full, the old file is whole and no part of the new one remains."""
    place = tmp_path / "looks.json"
    place.write_bytes(b"old")

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:1])
        raise OSError("no space")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        write(place, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["looks.json"]
    assert place.read_bytes() == b"old"


# --- report ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("looks", "code"),
    [
        ([look(1)], 0),
        ([look(1), look(2, "unknown", "timeout")], 3),
        ([look(1), look(2, "unknown", "no-address", url="unknown")], 3),
        ([look(1), look(2, "unknown", "timeout"), look(3, "contradicted", "absent")], 1),
        ([look(1, "contradicted", "absent")], 1),
        ([look(1, "unknown", "unreachable"), look(2, "unknown", "unreachable")], 1),
        ([], 1),
    ],
)
def test_the_worst_outcome_gives_the_exit_code(looks: list[Look], code: int) -> None:
    """Only when everything was confirmed is it success; a run that learned nothing has failed."""
    assert exit_code(remember(NOTHING, looks, DAY)) == code


def test_the_summary_shows_what_must_not_be_overlooked() -> None:
    """The split, each contradiction in full, and that unknown is not success."""
    assert as_summary(remember(NOTHING, MIXED, DAY)) == (
        "4 contacts at their sources: 1 confirmed, 1 contradicted, 2 unknown\n"
        "CONTRADICTED: EE, ee-2, short 116006 at https://amet.test/2: "
        f"{CONTRADICTIONS['replaced']} There stands: +3726609999. Since 2026-11-22.\n"
        "UNKNOWN: nothing was learned about 2 of 4; that is not success\n"
        f"     1  {UNKNOWNS['no-address']}\n"
        f"     1  {UNKNOWNS['refused']}\n"
        "NEVER READ: 1 of 3 pages\n"
    )
    assert "NOTHING was confirmed" in as_summary(NOTHING)


def test_the_report_tells_everything_in_order() -> None:
    """First the split, then what contradicts, what is unknown and why, and what was never read or confirmed."""
    report = as_markdown(remember(NOTHING, MIXED, DAY), DAY)
    told = [line for line in report.splitlines() if line.startswith(("#", "- ", "| confirmed", "| contra", "| unknown", "3 pages"))]
    assert [line.rpartition(" | ")[0] if line.startswith("|") else line for line in told] == [
        "# Source check of 2026-11-22",
        "| confirmed | 1",
        "| contradicted | 1",
        "| unknown | 2",
        "3 pages were looked up; 1 of them could never be read. No fact was changed.",
        "## Contradicted",
        f"- [ ] EE, ee-2, short `116006` at <https://amet.test/2>: {CONTRADICTIONS['replaced']} "
        "There stands: `+3726609999`. Since 2026-11-22.",
        "## Unknown",
        f"### {UNKNOWNS['no-address']} (1)",
        "- EE, ee-4, short `116006`",
        f"### {UNKNOWNS['refused']} (1)",
        "- <https://amet.test/3> (`403`): EE, ee-3, short `116006`; never read",
        "## Pages that could never be read",
        "- <https://amet.test/3>, first tried 2026-11-22",
        "## Contacts that no look has ever confirmed",
        "- EE, ee-2, short `116006`",
        "- EE, ee-3, short `116006`",
        "- EE, ee-4, short `116006`",
    ]


def test_a_report_without_findings_says_so() -> None:
    """Each part says that there is nothing, so that a part that is missing is noticed."""
    report = as_markdown(remember(NOTHING, [look(1)], DAY), DAY)
    assert report.count("\nNothing.\n") == 2
    assert report.count("\nNone.\n") == 2


def test_a_page_cannot_write_into_the_report() -> None:
    """What comes from servers stands as code: no mention, link or mark of theirs takes effect."""
    note = "http://x/`@everyone`\n## Heading [x](http://y)\u202e"
    report = as_markdown(remember(NOTHING, [look(1, "unknown", "elsewhere", note=note)], DAY), DAY)
    assert "(`http://x/@everyone## Heading [x](http://y)`)" in report


def test_a_long_report_is_cut_at_a_line_and_says_so() -> None:
    """A code host refuses longer texts; the rest stands in the file of looks."""
    many = [look(number, "unknown", "refused") for number in range(2000)]
    report = as_markdown(remember(NOTHING, many, DAY), DAY)
    assert len(report) <= MOST
    assert report.endswith("stands in `data/looks.json`.\n")
    assert "Source check of" in report
    assert "| unknown | 2000 |" in report


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_can_be_told(reason: str) -> None:
    """Each reason has its sentence in the report and the summary."""
    outcome = "contradicted" if reason in CONTRADICTIONS else "unknown"
    records = remember(NOTHING, [look(1, outcome, reason)], DAY)
    assert REASONS[reason] in as_markdown(records, DAY)
    assert REASONS[reason] in as_summary(records)
