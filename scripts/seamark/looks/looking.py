"""The run: every page is fetched once, and each contact that it should state is looked for."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from ..model import UNKNOWN as NO_ADDRESS
from .addresses import is_public
from .asking import Asker, Failure, Limits
from .fetching import ROBOT, Fetcher, Page
from .keeping import Keeper
from .searching import CONFIRMED, UNKNOWN, Verdict, judge
from .targets import Target

ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.8, */*;q=0.1"


@dataclass(frozen=True, order=True, kw_only=True)
class Look:
    """The outcome of looking for one contact at one source: confirmed, contradicted or unknown.

    `read` tells whether the page could be read. `note` is what else is known: a status, a new address.
    """

    target: Target
    outcome: str
    reason: str = ""
    note: str = ""
    others: tuple[str, ...] = ()
    read: bool = False


def user_agent(contact: str) -> str:
    """Return by what name the check says who it is; `contact` is the page for whoever minds its visits."""
    return f"{ROBOT}/1 (+{contact})"


def look_at(
    targets: Iterable[Target],
    *,
    agent: str,
    limits: Limits,
    cache: Path | None = None,
    resolver: AbstractResolver | None = None,
) -> list[Look]:
    """Look for every target on the page of its source; return one look for each, in order.

    `agent` names us to servers. `resolver` finds the machine behind a host's name; the usual one refuses what is
    not on the public internet.
    """
    return asyncio.run(_look_at(sorted(targets), agent, limits, Keeper(cache), resolver))


async def _look_at(
    targets: list[Target], agent: str, limits: Limits, keeper: Keeper, resolver: AbstractResolver | None
) -> list[Look]:
    connector = aiohttp.TCPConnector(
        resolver=resolver or PublicResolver(aiohttp.ThreadedResolver()), limit=limits.at_once, force_close=True
    )
    headers = {"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "gzip"}
    by_url: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        by_url[target.url].append(target)
    numbers = frozenset(target.value for target in targets)
    looks = [Look(target=target, outcome=UNKNOWN, reason="no-address") for target in by_url.pop(NO_ADDRESS, [])]
    async with aiohttp.ClientSession(
        connector=connector,
        headers=headers,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),  # each request has its own
    ) as session:
        fetcher = Fetcher(Asker(session, limits), keeper)
        tasks = {asyncio.create_task(_look_at_page(fetcher, url, wanted, numbers)): wanted for url, wanted in by_url.items()}
        if tasks:
            await asyncio.wait(tasks, timeout=limits.run_seconds)
        for task, wanted in tasks.items():
            looks += task.result() if task.done() else _failed(wanted, Failure(reason="not-reached"))
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(looks)


async def _look_at_page(fetcher: Fetcher, url: str, wanted: list[Target], numbers: frozenset[str]) -> list[Look]:
    try:
        found = await fetcher.page(url)
        if isinstance(found, Failure):
            return _failed(wanted, found)
        return [_look(target, found, numbers) for target in wanted]
    except Exception as error:  # one page that nobody foresaw must not cost the looks at all others
        return _failed(wanted, Failure(reason="fault", note=type(error).__name__))


def _look(target: Target, page: Page, numbers: frozenset[str]) -> Look:
    verdict = judge(target, page.reading, numbers)
    if page.moved_to:
        # What another site says is no word of the source, whoever redirects there: a person decides.
        moved = "moved" if verdict.outcome == CONFIRMED else "moved-absent"
        verdict = Verdict(outcome=UNKNOWN, reason=moved)
    return Look(
        target=target,
        outcome=verdict.outcome,
        reason=verdict.reason,
        note=page.moved_to[:300],
        others=verdict.others,
        read=verdict.reason != "no-text" and not page.moved_to,
    )


def _failed(targets: Iterable[Target], failure: Failure) -> list[Look]:
    return [Look(target=target, outcome=UNKNOWN, reason=failure.reason, note=failure.note) for target in targets]


class PublicResolver(AbstractResolver):
    """Finds the addresses of a host, and refuses those that are not on the public internet.

    A page may redirect anywhere: the check must not become a way into the network on which it runs.
    """

    def __init__(self, usual: AbstractResolver) -> None:
        self.usual = usual

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """Return the public addresses of a host. Raises `OSError` when it has none."""
        found = [each for each in await self.usual.resolve(host, port, family) if is_public(each["host"])]
        if not found:
            raise OSError(f"{host} has no public address")
        return found

    async def close(self) -> None:
        """Nothing is kept open."""
