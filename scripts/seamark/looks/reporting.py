"""The report of a run: Markdown for one issue, a summary for the terminal, and the exit code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..model import UNKNOWN as NO_ADDRESS
from .reasons import REASONS, UNKNOWNS
from .records import LookRecord, PageRecord, Records
from .searching import CONFIRMED, CONTRADICTED, UNKNOWN

MOST = 60_000  # signs; a code host cuts or refuses the text of an issue above 65,536
ALL_CONFIRMED, FAILED, SOME_UNKNOWN = 0, 1, 3  # 2 is a wrong option
_CUT = "\n\nThe report is longer than an issue may be; the rest stands in `data/looks.json`.\n"


def exit_code(records: Records) -> int:
    """Return how the run ended: the worst that was found.

    0: every contact was confirmed at every source. 1: something is contradicted, or not one page could be read,
    so that nothing was checked at all. 3: nothing is contradicted, but something is unknown: a workflow reports it
    and may go on, yet no script can take it for success.
    """
    outcomes = Counter(look.outcome for look in records.looks)
    if outcomes[CONTRADICTED] or not outcomes[CONFIRMED]:
        return FAILED
    return SOME_UNKNOWN if outcomes[UNKNOWN] else ALL_CONFIRMED


def as_summary(records: Records) -> str:
    """Return the lines for the terminal: the split, and in capitals what must not be overlooked."""
    outcomes = Counter(look.outcome for look in records.looks)
    total = len(records.looks)
    lines = [f"{total} contacts at their sources: " + ", ".join(f"{outcomes[name]} {name}" for name in _OUTCOMES)]
    lines += [f"CONTRADICTED: {_in_words(look)}" for look in records.looks if look.outcome == CONTRADICTED]
    if outcomes[UNKNOWN]:
        lines.append(f"UNKNOWN: nothing was learned about {outcomes[UNKNOWN]} of {total}; that is not success")
        reasons = Counter(look.reason for look in records.looks if look.outcome == UNKNOWN)
        lines += [
            f"  {count:4}  {UNKNOWNS[reason]}" for reason, count in sorted(reasons.items(), key=lambda each: (-each[1], each[0]))
        ]
    never = sum(page.first_read is None for page in records.pages.values())
    lines += [f"NEVER READ: {never} of {len(records.pages)} pages"] if never else []
    if not outcomes[CONFIRMED]:
        lines.append("NOTHING was confirmed: is there a way to the internet from here?")
    return "".join(f"{line}\n" for line in lines)


def as_markdown(records: Records, today: date) -> str:
    """Return the report as the text of an issue, at most `MOST` signs long."""
    parts = [_split(records, today), _contradicted(records), _unknown(records), _never_read(records), _unconfirmed(records)]
    text = "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"
    return text if len(text) <= MOST else text[: text.rindex("\n", 0, MOST - len(_CUT))] + _CUT


_OUTCOMES = {
    CONFIRMED: "The contact still stands on the page of the source. This is no confirmation by a person.",
    CONTRADICTED: "The page can be read, and says otherwise. A person must look.",
    UNKNOWN: "Nothing was learned. This is not success.",
}


def _split(records: Records, today: date) -> Iterator[str]:
    outcomes = Counter(look.outcome for look in records.looks)
    yield f"# Source check of {today.isoformat()}"
    yield ""
    yield "| outcome | contacts at their sources | what it means |"
    yield "| --- | ---: | --- |"
    for name, meaning in _OUTCOMES.items():
        yield f"| {name} | {outcomes[name]} | {meaning} |"
    yield f"| all | {len(records.looks)} | |"
    never = sum(page.first_read is None for page in records.pages.values())
    yield ""
    yield f"{len(records.pages)} pages were looked up; {never} of them could never be read. No fact was changed."


def _contradicted(records: Records) -> Iterator[str]:
    yield "## Contradicted"
    yield ""
    found = [look for look in records.looks if look.outcome == CONTRADICTED]
    yield from (f"- [ ] {_in_words(look, code=True)}" for look in found)
    if not found:
        yield "Nothing."


def _in_words(look: LookRecord, *, code: bool = False) -> str:
    """One contradiction in a line: whose contact, where, what is wrong, what stands there, since when."""
    quote = _code if code else str
    others = f" There stands: {', '.join(quote(number) for number in look.others)}." if look.others else ""
    address = f"<{look.url}>" if code else look.url
    return f"{_contact(look, code=code)} at {address}: {REASONS[look.reason]}{others} Since {look.since.isoformat()}."


def _contact(look: LookRecord, *, code: bool = True) -> str:
    value = _code(look.value) if code else look.value
    return f"{look.country}, {look.service}, {look.kind} {value}"


def _unknown(records: Records) -> Iterator[str]:
    """What was not learned, by reason; the pages of a reason once each, with the contacts that rest on them."""
    by_reason: dict[str, dict[str, list[LookRecord]]] = defaultdict(lambda: defaultdict(list))
    for look in records.looks:
        if look.outcome == UNKNOWN:
            by_reason[look.reason][look.url].append(look)
    yield "## Unknown"
    yield ""
    if not by_reason:
        yield "Nothing."
    for reason in UNKNOWNS:
        if reason not in by_reason:
            continue
        pages = by_reason[reason]
        yield f"### {UNKNOWNS[reason]} ({sum(map(len, pages.values()))})"
        yield ""
        for url, looks in pages.items():
            if url == NO_ADDRESS:
                yield from (f"- {_contact(look)}" for look in looks)
            else:
                contacts = "; ".join(_contact(look) for look in looks)
                yield f"- <{url}>{_note(looks)}: {contacts}{_last_read(records.pages[url])}"
        yield ""


def _note(looks: Sequence[LookRecord]) -> str:
    notes = sorted({look.note for look in looks if look.note})
    return f" ({', '.join(_code(note) for note in notes)})" if notes else ""


def _last_read(page: PageRecord) -> str:
    return f"; last read {page.last_read.isoformat()}" if page.last_read else "; never read"


def _never_read(records: Records) -> Iterator[str]:
    yield "## Pages that could never be read"
    yield ""
    never = {url: page for url, page in records.pages.items() if page.first_read is None}
    yield from (f"- <{url}>, first tried {page.first_tried.isoformat()}" for url, page in never.items())
    if not never:
        yield "None."


def _unconfirmed(records: Records) -> Iterator[str]:
    """Contacts that no look has ever confirmed, at any of their sources: only a person can."""
    yield "## Contacts that no look has ever confirmed"
    yield ""
    dates: dict[str, bool] = {}
    for look in records.looks:
        dates[_contact(look)] = dates.get(_contact(look), False) or look.last_confirmed is not None
    never = [contact for contact, confirmed in dates.items() if not confirmed]
    yield from (f"- {contact}" for contact in never)
    if not never:
        yield "None."


def _code(text: str) -> str:
    """A text from elsewhere as code, in which a code host sees neither mentions, links nor marks."""
    return f"`{''.join(sign for sign in text if sign.isprintable() and sign != '`')}`"
