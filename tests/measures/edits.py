"""Small random edits of a data file, as a slip of the hand or of a merge makes them.

An edit takes the lines of a file and a source of chance, and returns the lines with one thing changed,
or None where it finds nothing to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Lines = list[str]
Edit = Callable[[Lines, Random], Lines | None]

NUMBER_LINE = re.compile(r"^\s*(?:- )?(?:phone|short|sms|whatsapp|number): ")
ADDRESS_LINE = re.compile(r"^\s*(?:- )?(?:email|web|chat|form): ")
HOURS_LINE = re.compile(r"^\s*(?:- )?hours: .*\d\d:\d\d")
LANGUAGES_LINE = re.compile(r"^\s*(?:- )?languages: (?!unknown)")
FIELD_LINE = re.compile(r"^(\s*(?:- )?)([a-z_]+)(:.*)$")
DATE_LINE = re.compile(r'^\s*(?:stated|seen|since|- on): "')
PICKED_LINE = re.compile(r"^\s*(?:kinds|audience|support|reach|cost|reaches|tier|status): (?!unknown)")
YES_LINE = re.compile(r'^\s*\w+: "(?:yes|no)"')
SOURCE_LINE = re.compile(r"^\s*(?:- )?source: ")
NAME_LINE = re.compile(r"^\s*(?:[a-z]{2}|title|publisher|note|reason): ")
ITEM_LINE = re.compile(r"^\s*- [a-z_]+: ")
LISTED = {
    "cost": ["free", "standard", "premium"],
    "reach": ["inside", "abroad", "anywhere", "inside-eu"],
    "audience": ["anyone", "women", "men", "children", "professionals", "migrants", "workers"],
    "kinds": ["trafficking-helpline", "victim-support", "police", "organisation", "child-helpline", "authority"],
    "support": ["advice", "information", "counselling", "accommodation", "referral", "legal-help"],
    "reaches": ["police", "ambulance", "fire", "rescue"],
    "tier": ["official", "report", "secondary"],
    "status": ["active", "paused", "closed"],
}
FIELDS = [
    "phone", "short", "sms", "whatsapp", "email", "chat", "form", "web", "area", "reach", "networks", "not_in", "cost",
    "languages", "interpreters", "hours", "source", "also_stated", "confirmed", "audience", "support", "note", "operator",
]  # fmt: skip
LANGUAGES = ["et", "ru", "en", "uk", "de", "fr", "pl", "ro", "bg", "es", "it", "ar", "tr"]
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"]


def _pick(lines: Lines, pattern: re.Pattern[str], chance: Random) -> int | None:
    places = [at for at, line in enumerate(lines) if pattern.search(line)]
    return chance.choice(places) if places else None


def _with(lines: Lines, at: int, *new: str) -> Lines:
    return [*lines[:at], *new, *lines[at + 1 :]]


def _in_value(pattern: re.Pattern[str], inner: str, change: Callable[[re.Match[str], Random], str]) -> Edit:
    """Return an edit that changes one match of `inner` behind the colon of one line that fits `pattern`."""

    def edit(lines: Lines, chance: Random) -> Lines | None:
        at = _pick(lines, pattern, chance)
        if at is None:
            return None
        start = lines[at].index(":") + 1
        found = list(re.finditer(inner, lines[at][start:]))
        if not found:
            return None
        match = chance.choice(found)
        begin, end = match.start() + start, match.end() + start
        return _with(lines, at, lines[at][:begin] + change(match, chance) + lines[at][end:])

    return edit


def _other(value: str, chance: Random, values: list[str]) -> str:
    return chance.choice([item for item in values if item != value])


def _shifted(match: re.Match[str], chance: Random) -> str:
    minutes = (int(match[1]) * 60 + int(match[2]) + chance.choice([-120, -60, -30, -15, 15, 30, 60, 120])) % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _picked_otherwise(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, PICKED_LINE, chance)
    if at is None:
        return None
    field = re.search(r"(\w+):", lines[at])[1]  # type: ignore[index]
    words = re.findall(r"[a-z-]+", lines[at].split(":", 1)[1])
    old = chance.choice(words)
    new = _other(old, chance, LISTED[field])
    head, tail = lines[at].split(":", 1)
    return _with(lines, at, f"{head}:{re.sub(rf'(?<![a-z-]){old}(?![a-z-])', new, tail, count=1)}")


def _language_removed(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, re.compile(r"^\s*(?:- )?languages: \[.*,"), chance)
    if at is None:
        return None
    head, inner = lines[at].split("[", 1)
    codes = [code.strip() for code in inner.rstrip("] ").split(",")]
    codes.remove(chance.choice(codes))
    return _with(lines, at, f"{head}[{', '.join(codes)}]")


def _field_misspelt(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, FIELD_LINE, chance)
    if at is None:
        return None
    start, name, rest = FIELD_LINE.match(lines[at]).groups()  # type: ignore[union-attr]
    cut = chance.randrange(len(name))
    return _with(lines, at, f"{start}{name[:cut]}{name[cut + 1 :]}{rest}")


def _field_renamed(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, re.compile(rf"^\s*(?:- )?(?:{'|'.join(FIELDS)}):"), chance)
    if at is None:
        return None
    start, name, rest = FIELD_LINE.match(lines[at]).groups()  # type: ignore[union-attr]
    return _with(lines, at, f"{start}{_other(name, chance, FIELDS)}{rest}")


def _made_unknown(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, FIELD_LINE, chance)
    if at is None or not lines[at].split(":", 1)[1].strip():
        return None
    return _with(lines, at, f"{lines[at].split(':', 1)[0]}: unknown")


def _emptied(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, re.compile(r": ."), chance)
    return None if at is None else _with(lines, at, f"{lines[at].split(':', 1)[0]}:")


def _line_deleted(lines: Lines, chance: Random) -> Lines | None:
    return _with(lines, chance.randrange(len(lines)))


def _line_doubled(lines: Lines, chance: Random) -> Lines | None:
    at = chance.randrange(len(lines))
    return _with(lines, at, lines[at], lines[at])


def _lines_swapped(lines: Lines, chance: Random) -> Lines | None:
    at = chance.randrange(len(lines) - 1)
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def _indented(lines: Lines, chance: Random) -> Lines | None:
    at = chance.randrange(len(lines))
    out = lines[at].removeprefix("  ") if chance.random() < 0.5 else f"  {lines[at]}"
    return _with(lines, at, out)


def _block(lines: Lines, at: int) -> int:
    """Return where the list item that begins in a line ends."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (len(lines[end]) - len(lines[end].lstrip()) > indent or not lines[end].strip()):
        end += 1
    return end


def _item_deleted(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, ITEM_LINE, chance)
    return None if at is None else lines[:at] + lines[_block(lines, at) :]


def _items_swapped(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, ITEM_LINE, chance)
    if at is None:
        return None
    middle = _block(lines, at)
    if middle >= len(lines) or not ITEM_LINE.search(lines[middle]) or lines[middle].index("-") != lines[at].index("-"):
        return None
    end = _block(lines, middle)
    return lines[:at] + lines[middle:end] + lines[at:middle] + lines[end:]


def _service_paused(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, re.compile(r"^    kinds: "), chance)
    status = chance.choice(["paused", "closed"])
    return (
        None if at is None else _with(lines, at, lines[at], f"    status: {status}", "    reason: They moved.", '    since: "2024"')
    )


def _comment_added(lines: Lines, chance: Random) -> Lines | None:
    at = chance.randrange(len(lines))
    return _with(lines, at, "# looked at", lines[at])


def _spaces_added(lines: Lines, chance: Random) -> Lines | None:
    at = _pick(lines, re.compile(r"[\[,]"), chance)
    return None if at is None else _with(lines, at, re.sub(r"([\[,])", r"\1 ", lines[at]))


EDITS: dict[str, Edit] = {
    # numbers and addresses
    "digit changed": _in_value(NUMBER_LINE, r"\d", lambda found, chance: _other(found[0], chance, list("0123456789"))),
    "digit dropped": _in_value(NUMBER_LINE, r"\d", lambda found, chance: ""),
    "digit doubled": _in_value(NUMBER_LINE, r"\d", lambda found, chance: found[0] * 2),
    "digits swapped": _in_value(NUMBER_LINE, r"(\d)(?!\1)(\d)", lambda found, chance: found[2] + found[1]),
    "letter of an address changed": _in_value(
        ADDRESS_LINE, r"[a-z]", lambda found, chance: _other(found[0], chance, list("abcdefghijklmnoprstuvz"))
    ),
    # hours
    "hour shifted": _in_value(HOURS_LINE, r"(\d\d):(\d\d)", _shifted),
    "day changed": _in_value(HOURS_LINE, "|".join(DAYS), lambda found, chance: _other(found[0], chance, DAYS)),
    # languages and lists
    "language removed": _language_removed,
    "language changed": _in_value(LANGUAGES_LINE, r"\b[a-z]{2}\b", lambda found, chance: _other(found[0], chance, LANGUAGES)),
    "word of a list changed": _picked_otherwise,
    "yes and no exchanged": _in_value(YES_LINE, "yes|no", lambda found, chance: "no" if found[0] == "yes" else "yes"),
    # state, sources, dates, names
    "service paused or closed": _service_paused,
    "source changed": _in_value(SOURCE_LINE, r"[a-z]", lambda found, chance: _other(found[0], chance, list("abcdefghij"))),
    "digit of a date changed": _in_value(DATE_LINE, r"\d", lambda found, chance: _other(found[0], chance, list("0123456789"))),
    "letter of a name changed": _in_value(NAME_LINE, r"[a-z]", lambda found, chance: _other(found[0], chance, list("aeioutnsrl"))),
    # lines and fields
    "field misspelt": _field_misspelt,
    "field renamed": _field_renamed,
    "value made unknown": _made_unknown,
    "value emptied": _emptied,
    "line deleted": _line_deleted,
    "line doubled": _line_doubled,
    "neighbouring lines swapped": _lines_swapped,
    "indent changed": _indented,
    "entry deleted": _item_deleted,
    "entries swapped": _items_swapped,
    # no change of meaning: the gate must not cry wolf
    "comment added": _comment_added,
    "spaces added": _spaces_added,
}
