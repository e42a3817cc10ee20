"""One polite request: one at a time per host with a pause, bounded in time and size, tried again when it may help."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
from yarl import URL

from .keeping import KeptPage
from .unpacking import Unpacker

REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}
PASSING = {429, 500, 502, 503, 504}  # statuses after which it is worth to ask again
CLOSING = {"timeout", "unreachable", "refused"}  # after these, in vain tried again, a host is left alone
CHUNK = 65_536


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How politely and how long. All times in seconds."""

    page_seconds: float = 30  # for one request, from the name's address to the last byte
    run_seconds: float = 1800  # for the whole run
    reading_seconds: float = 30  # for reading one PDF
    page_bytes: int = 5_000_000  # as sent and as unpacked
    pause: float = 1.5  # between two requests to a host
    longest_wait: float = 60  # a host that asks for a longer one is left alone
    backoff: float = 2  # before the second try; doubled before each further one
    tries: int = 3
    hops: int = 6  # redirects followed
    at_once: int = 16  # requests to different hosts


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A page that was not read: the reason (a key of `reasons.REASONS`) and what else is known."""

    reason: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server answered: a body, or the address to which it redirects."""

    status: int
    content_type: str = ""
    charset: str = ""
    body: bytes = b""
    location: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, kw_only=True)
class _Passing:
    """A failure that may pass, with the wait that the server asks for."""

    failure: Failure
    wait: float | None = None


@dataclass(kw_only=True)
class Host:
    """A host as the run knows it: whose turn it is, when the next request may go out, and if it is left alone."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    pause: float
    closed: Failure | None = None


class Asker:
    """Sends requests. `now` is the time of day, by which a Retry-After with a date is understood."""

    def __init__(self, session: aiohttp.ClientSession, limits: Limits, now: Callable[[], datetime] = lambda: datetime.now(UTC)):
        self.session = session
        self.limits = limits
        self.now = now
        self.slots = asyncio.Semaphore(limits.at_once)
        self.hosts: dict[str, Host] = {}

    def host(self, url: URL) -> Host:
        """Return what is known of the host of an address."""
        return self.hosts.setdefault(url.host or "", Host(pause=self.limits.pause))

    async def ask(self, url: URL, *, kept: KeptPage | None = None, is_sheet: bool = False) -> Answer | Failure:
        """Return what the server of an address answers; tries again when that may help.

        A host that does not answer, or asks to be left alone, is not asked again in this run. `is_sheet` is for
        robots.txt: there a refusal is an answer too.
        """
        host = self.host(url)
        async with host.lock:
            found = host.closed or await self._until_answered(host, url, kept, is_sheet=is_sheet)
            if not isinstance(found, _Passing):
                return found
            if found.wait is not None or found.failure.reason in CLOSING:
                host.closed = found.failure
            return found.failure

    async def _until_answered(self, host: Host, url: URL, kept: KeptPage | None, *, is_sheet: bool) -> Answer | Failure | _Passing:
        """Ask until there is an answer, at most `tries` times, and with the waits that the server asks for."""
        attempt = 0
        while True:
            await asyncio.sleep(max(0.0, host.next_at - _clock()))
            async with self.slots:
                found = await self._once(url, kept, is_sheet=is_sheet)
            host.next_at = _clock() + host.pause
            attempt += 1
            if not isinstance(found, _Passing) or attempt >= self.limits.tries:
                return found
            wait = self.limits.backoff * 2 ** (attempt - 1) if found.wait is None else found.wait
            if wait > self.limits.longest_wait:
                return found
            host.next_at = max(host.next_at, _clock() + wait)

    async def _once(self, url: URL, kept: KeptPage | None, *, is_sheet: bool) -> Answer | Failure | _Passing:
        headers = {}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        try:
            async with (
                asyncio.timeout(self.limits.page_seconds),
                self.session.get(url, headers=headers, allow_redirects=False) as response,
            ):
                return await self._answer(response, kept, is_sheet=is_sheet)
        except TimeoutError:
            return _Passing(failure=Failure(reason="timeout"))
        except (aiohttp.ClientPayloadError, ValueError, zlib.error) as error:
            return _Passing(failure=Failure(reason="broken-off", note=type(error).__name__))
        except (aiohttp.ClientError, OSError) as error:
            return _Passing(failure=Failure(reason="unreachable", note=type(error).__name__))

    async def _answer(
        self, response: aiohttp.ClientResponse, kept: KeptPage | None, *, is_sheet: bool
    ) -> Answer | Failure | _Passing:
        status = response.status
        headers = response.headers
        if status in REDIRECTS and headers.get("Location"):
            return Answer(status=status, location=headers["Location"])
        if status == 304 and kept:
            content_type, charset = _type_of(kept.content_type)
            return Answer(status=200, content_type=content_type, charset=charset, body=kept.body)
        if status in PASSING:
            reason = "refused" if status == 429 else "server-error"
            wait = self._wait(headers.get("Retry-After", ""))
            return _Passing(failure=Failure(reason=reason, note=str(status)), wait=wait)
        if status != 200:
            return Answer(status=status) if is_sheet and status < 500 else _refusal(status)
        body = await self._body(response)
        if body is None:
            return Failure(reason="too-large")
        raw_type = headers.get("Content-Type", "")
        content_type, charset = _type_of(raw_type)
        return Answer(
            status=status,
            content_type=content_type,
            charset=charset,
            body=body,
            etag=headers.get("ETag", ""),
            modified=headers.get("Last-Modified", ""),
        )

    async def _body(self, response: aiohttp.ClientResponse) -> bytes | None:
        """Return the unpacked body, None when it is too large; raises `ValueError` when it is broken off or packed otherwise."""
        most = self.limits.page_bytes
        if (response.content_length or 0) > most:
            return None
        coding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            raise ValueError(f"packed as {coding}, which was not asked for")
        packed = coding.endswith("gzip")
        unpacker, body, sent = Unpacker(most), bytearray(), 0
        async for chunk in response.content.iter_chunked(CHUNK):
            sent += len(chunk)
            if sent > most or (packed and not unpacker.feed(chunk)):
                return None
            if not packed:
                body += chunk
        if packed and not unpacker.is_whole:
            raise ValueError("the packed body broke off")
        return bytes(unpacker.body if packed else body)

    def _wait(self, text: str) -> float | None:
        """Return the seconds of a Retry-After (RFC 9110, 10.2.3): a number, or a date."""
        if text.strip().isdecimal():
            return float(text)
        try:
            then = parsedate_to_datetime(text)
        except ValueError:
            return None
        return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - self.now()).total_seconds())


def _refusal(status: int) -> Failure:
    if status in (404, 410):
        return Failure(reason="gone", note=str(status))
    return Failure(reason="refused" if 400 <= status < 500 else "server-error", note=str(status))


def _type_of(header: str) -> tuple[str, str]:
    """Return the media type of a Content-Type in lower case, and its charset, "" where it names none."""
    kind, *parameters = header.split(";")
    pairs = (parameter.partition("=") for parameter in parameters)
    charset = next((value.strip(" \"'") for name, _, value in pairs if name.strip().lower() == "charset"), "")
    return kind.strip().lower(), charset


def _clock() -> float:
    return asyncio.get_running_loop().time()
