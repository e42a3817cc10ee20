"""Is a contact on a page? Confirmed, contradicted or unknown, and why.

A look says that digits stand on the page, not that they are still this service's. The ways to a false
"confirmed" are closed as far as text allows:

- digits inside a longer row are no number (unknown);
- a short code counts only where a link dials it, or where a word within `NEAR` signs says that one calls, or
  names the service or its operator (else unknown);
- a number counts only on a page that still names the service or its operator, if we know a name in the page's
  language (else unknown); so does a web address that is the front page of the site on which the source lies;
- a link that shows one number and dials another contradicts both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..contacts import NUMBERED, digits
from . import numbers
from .addresses import is_front_page, same_address, same_host
from .cues import announces_number
from .reading import Link, Reading
from .targets import Target

CONFIRMED, CONTRADICTED, UNKNOWN = "confirmed", "contradicted", "unknown"
NEAR = 80  # signs between a short code and the word that says what it is
THIN = 200  # letters; a page with fewer says next to nothing without its scripts
MOST_OTHERS = 3
_TEL = re.compile(r"(?:tel|callto|sms|phone):/*(.*)", re.IGNORECASE | re.DOTALL)
_WHATSAPP = re.compile(r"https?://(?:wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?(?:.*&)?phone=)\+?([0-9]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a look at a readable page found. `others` are the numbers that stand where ours should."""

    outcome: str
    reason: str = ""
    others: tuple[str, ...] = ()


def judge(target: Target, page: Reading, published: Collection[str] = ()) -> Verdict:
    """Return whether a page states a contact; `published` are the numbers of all our services."""
    if target.kind in NUMBERED:
        return _judge_number(target, page, published)
    if _has_email(target.value, page) if target.kind == "email" else _has_address(target.value, page):
        return Verdict(outcome=CONFIRMED)
    if target.kind != "email" and _is_front_page_of(target.value, page):
        # The page lies on the very site. But a name that was given up may belong to a shop today.
        return _if_named(target, page)
    hidden = target.value.casefold() in page.code.casefold()
    return _not_found(page, hidden=hidden, others=())


def _if_named(target: Target, page: Reading) -> Verdict:
    """Confirm what was found, unless the page should name the service or its operator and does not."""
    if target.nameable and not _names(target.names, " ".join(page.blocks)):
        return Verdict(outcome=UNKNOWN, reason="no-name")
    return Verdict(outcome=CONFIRMED)


def _judge_number(target: Target, page: Reading, published: Collection[str]) -> Verdict:
    calls = [(called, link) for link in page.links if (called := _called(link)) is not None]
    conflict = _conflict(target.value, calls)
    if conflict:
        return Verdict(outcome=CONTRADICTED, reason="conflict", others=conflict)
    linked = any(numbers.dials(called, target.value) for called, _ in calls)
    found = _find_long(target, page, linked) if target.value.startswith("+") else _find_short(target, page, linked)
    if found:
        return found
    if any(numbers.has_digits(target.value, block) for block in page.blocks):
        return Verdict(outcome=UNKNOWN, reason="longer-digits")
    hidden = numbers.has_digits(target.value, page.code)
    return _not_found(page, hidden=hidden, others=tuple(_others(target, page, published)))


def _find_long(target: Target, page: Reading, linked: bool) -> Verdict | None:
    if linked or any(numbers.has_number(target.value, block) for block in page.blocks):
        return _if_named(target, page)
    return None


def _find_short(target: Target, page: Reading, linked: bool) -> Verdict | None:
    blocks = [numbers.without_hours(block) for block in page.blocks]
    places = [(index, place) for index, block in enumerate(blocks) for place in numbers.short_code_places(target.value, block)]
    if linked or any(_is_announced(blocks, index, place, target.names) for index, place in places):
        return Verdict(outcome=CONFIRMED)
    return Verdict(outcome=UNKNOWN, reason="no-context") if places else None


def _not_found(page: Reading, *, hidden: bool, others: tuple[str, ...]) -> Verdict:
    """What is not in the text contradicts only if the page has text, and its code does not hold it either."""
    if hidden:
        return Verdict(outcome=UNKNOWN, reason="only-in-code")
    letters = sum(sign.isalpha() for block in page.blocks for sign in block)
    if page.partial or letters < THIN:
        return Verdict(outcome=UNKNOWN, reason="no-text")
    return Verdict(outcome=CONTRADICTED, reason="replaced" if others else "absent", others=others)


def _called(link: Link) -> str | None:
    """Return the number behind a link that calls or writes to one, as it stands there."""
    if found := _WHATSAPP.match(link.href):
        return f"+{found[1]}"
    found = _TEL.match(link.href)
    return re.split(r"[;?]", found[1])[0] if found else None


def _conflict(number: str, calls: Iterable[tuple[str, Link]]) -> tuple[str, ...]:
    """Return the other number of a link of which either the text or the target is ours, but not both."""
    for called, link in calls:
        text = numbers.without_hours(link.text)
        shown = list(numbers.numbers_in(text, numbers.region_for(number))) if number.startswith("+") else [digits(text)]
        dials_ours = numbers.dials(called, number)
        if dials_ours and len(shown[0] if shown else "") >= 3 and not any(number in each for each in shown):
            return (shown[0],)
        if number in shown and not dials_ours and len(digits(called)) >= 3 and not numbers.has_digits(_end_of(called), text):
            return (("+" if "+" in called else "") + digits(called),)
    return ()


def _end_of(called: str) -> str:
    """The last digits of a number, which its spelling with and without a prefix have in common."""
    return digits(called)[-6:]


def _is_announced(blocks: Sequence[str], index: int, place: int, names: Iterable[str]) -> bool:
    """Tell whether words beside a short code, in its block or those around it, say that one calls it, or whose it is."""
    before = " ".join([*blocks[max(0, index - 2) : index], blocks[index][:place]])[-NEAR:]
    after = " ".join([blocks[index][place:], *blocks[index + 1 : index + 2]])[:NEAR]
    beside = f"{before} {after}".casefold()
    return announces_number(beside) or _names(names, beside)


def _names(names: Iterable[str], text: str) -> bool:
    folded = text.casefold()
    return any(name in folded for name in names)


def _others(target: Target, page: Reading, published: Collection[str]) -> Iterator[str]:
    """Yield numbers that stand beside the service's name, are not ours, and are not likely one person's own."""
    region = numbers.region_for(target.value) if target.value.startswith("+") else target.country
    mobile = target.value.startswith("+") and numbers.is_mobile(target.value)
    seen: set[str] = set()
    for index, block in enumerate(page.blocks):
        beside = " ".join(page.blocks[max(0, index - 2) : index + 1])
        if not any(sign.isdigit() for sign in block) or (target.names and not _names(target.names, beside[-2000:])):
            continue
        for number in numbers.numbers_in(numbers.without_hours(block[:2000]), region):
            if number not in published and number not in seen and (mobile or not numbers.is_mobile(number)):
                seen.add(number)
                yield number
                if len(seen) == MOST_OTHERS:
                    return


def _has_email(address: str, page: Reading) -> bool:
    """Tell whether an address stands on a page, in any case, written out or with "(at)" and "(dot)"."""
    local, _, domain = address.partition("@")
    at = r"\s*(?:@|＠|[(\[{<]\s*(?:at|ät|@|a)\s*[)\]}>]|\s(?:at|ät)\s)\s*"
    dot = r"\s*(?:\.|[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>])\s*"
    parts = dot.join(re.escape(part) for part in domain.split("."))
    name = dot.join(re.escape(part) for part in local.split("."))
    pattern = re.compile(rf"(?<![\w.+-]){name}{at}{parts}(?!\w|[.-]\w)", re.IGNORECASE)
    mails = (link.href.partition(":")[2] for link in page.links if link.href.lower().startswith("mailto:"))
    return any(pattern.search(text) for text in (*page.blocks, *mails))


def _has_address(address: str, page: Reading) -> bool:
    """Tell whether a page links to an address or writes it out."""
    if any(same_address(link.href, address) for link in page.links):
        return True
    parts = urlsplit(address)
    host = re.escape(str(parts.hostname).removeprefix("www."))
    path = re.escape(parts.path.rstrip("/"))
    end = r"(?![\w-]|\.\w)" if path else r"(?![\w-]|\.\w|/\w)"
    written = re.compile(rf"(?<![\w.-])(?:https?://)?(?:www\.)?{host}{path}/?{end}", re.IGNORECASE)
    return any(written.search(block) for block in page.blocks)


def _is_front_page_of(address: str, page: Reading) -> bool:
    """Tell whether an address is the front page of the site on which a page lies."""
    return is_front_page(address) and same_host(page.url, address)
