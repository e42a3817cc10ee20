"""Fetching a page: robots.txt is obeyed, redirects are followed step by step, and what comes is read."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from protego import Protego
from yarl import URL

from .addresses import is_front_page, refusal, same_site
from .asking import PERMANENT, REDIRECTS, Answer, Asker, Failure
from .keeping import Keeper, KeptPage
from .pdf import UnreadablePdf, text_of_pdf
from .reading import HTML_TYPES, Reading, decode, html_reading, plain_reading

ROBOT = "SeamarkSourceCheck"  # the name by which robots.txt may speak to us (RFC 9309, 2.2.1)
ROBOTS_BYTES = 500_000  # the least that RFC 9309 asks for
PDF = "application/pdf"
READERS = 2  # PDFs read at once: each may take all the memory that is allowed


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page that was read. `moved_to` is its address on another site, if it moved there for good."""

    reading: Reading
    moved_to: str = ""


class Fetcher:
    """Fetches pages with an asker, and keeps what servers allow to ask for again."""

    def __init__(self, asker: Asker, keeper: Keeper) -> None:
        self.asker = asker
        self.keeper = keeper
        self.robots: dict[URL, asyncio.Task[Protego | Failure]] = {}
        self.readers = asyncio.Semaphore(READERS)

    async def page(self, url: str) -> Page | Failure:
        """Return a page as its readers see it, or why it was not read."""
        address, moved_to, seen = _parsed(url), "", set()
        for _ in range(self.asker.limits.hops + 1):
            problem = refusal(str(address)) if address else "it is not a web address"
            if address is None or problem:
                return Failure(reason="bad-address", note=problem)
            if address in seen:
                return Failure(reason="redirects")
            seen.add(address)
            answer = await self._allowed(address)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in REDIRECTS:
                return await self._read(address, answer, moved_to)
            target = _joined(address, answer.location)
            problem_or_move = _judge_redirect(address, target, answer.status)
            if isinstance(problem_or_move, Failure):
                return problem_or_move
            moved_to = str(target) if problem_or_move or moved_to else ""
            address = target
        return Failure(reason="redirects")

    async def _allowed(self, address: URL) -> Answer | Failure:
        """Ask for a page, unless robots.txt forbids it."""
        robots = await self._robots(address.origin())
        if isinstance(robots, Failure):
            return robots
        if not robots.can_fetch(str(address), ROBOT):
            return Failure(reason="robots")
        limits = self.asker.limits
        host = self.asker.host(address)
        host.pause = max(host.pause, min(robots.crawl_delay(ROBOT) or 0.0, limits.longest_wait))
        return await self.asker.ask(address, kept=self.keeper.get(str(address)))

    async def _robots(self, origin: URL) -> Protego | Failure:
        """Return the rules of a site. Pages of the same site wait for the same request."""
        if origin not in self.robots:
            self.robots[origin] = asyncio.create_task(self._ask_robots(origin / "robots.txt"))
        return await asyncio.shield(self.robots[origin])

    async def _ask_robots(self, address: URL | None) -> Protego | Failure:
        """RFC 9309, 2.3.1: no rules (4xx, too many redirects) allow everything, a server that fails allows nothing."""
        for _ in range(self.asker.limits.hops):
            if address is None or refusal(str(address)):
                break
            answer = await self.asker.ask(address, is_sheet=True)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in REDIRECTS:
                return Protego.parse(answer.body[:ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else "")
            address = _joined(address, answer.location)
        return Protego.parse("")

    async def _read(self, address: URL, answer: Answer, moved_to: str) -> Page | Failure:
        url = str(address)
        reading = await self._reading(url, answer)
        if isinstance(reading, Failure):
            return reading
        kind = f"{answer.content_type}; charset={answer.charset}" if answer.charset else answer.content_type
        kept = KeptPage(url=url, content_type=kind, etag=answer.etag, modified=answer.modified, body=answer.body)
        self.keeper.keep(kept)
        return Page(reading=reading, moved_to=moved_to)

    async def _reading(self, url: str, answer: Answer) -> Reading | Failure:
        kind = answer.content_type
        if kind == PDF or answer.body.startswith(b"%PDF-"):
            try:
                async with self.readers:
                    return plain_reading(await text_of_pdf(answer.body, self.asker.limits.reading_seconds), url)
            except UnreadablePdf as error:
                return Failure(reason="unreadable", note=str(error))
        if kind == "text/plain":
            return plain_reading(decode(answer.body, answer.charset), url)
        if kind in HTML_TYPES:
            return html_reading(decode(answer.body, answer.charset), url)
        return Failure(reason="content-type", note=kind[:60])


def _judge_redirect(address: URL, target: URL | None, status: int) -> Failure | bool:
    """Return why a redirect is not followed, or whether it moves the page to another site for good."""
    if target is None:
        return Failure(reason="redirects", note="to what is no address")
    here, there = str(address), str(target)
    if address.scheme == "https" and target.scheme == "http":
        return Failure(reason="insecure", note=there[:300])
    if same_site(here, there):
        # A page that was taken down often leads to the front page: that is not the page that states the contact.
        gone = is_front_page(there) and not is_front_page(here)
        return Failure(reason="gone", note="it leads to the front page") if gone else False
    if status not in PERMANENT:
        return Failure(reason="elsewhere", note=there[:300])
    return True


def _parsed(url: str) -> URL | None:
    try:
        return URL(url)
    except ValueError:
        return None


def _joined(address: URL, location: str) -> URL | None:
    try:
        return address.join(URL(location)).with_fragment(None)
    except ValueError:
        return None
