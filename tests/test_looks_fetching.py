"""Fetching the pages of sources from a web on this machine: politely, within limits, and never taking silence for success."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from local_pages import FILLER, LocalPages, html, page, pdf, redirect, send, serving

from seamark.looks.addresses import refusal, same_site
from seamark.looks.asking import Limits
from seamark.looks.looking import Look, PublicResolver, look_at, user_agent
from seamark.looks.reasons import REASONS, UNKNOWNS
from seamark.looks.targets import Target, stems
from seamark.looks.unpacking import Unpacker

LIMITS = Limits(pause=0, backoff=0.01, longest_wait=0.5)
AGENT = user_agent("https://seamark.example/about/correct/")
RIGHT, WRONG = html("+372 660 7320"), html("Inimkaubanduse nõuandeliin +372 660 9999")
Answer = Callable[[Any], None]


@pytest.fixture
def web() -> Iterator[LocalPages]:
    """Serve a web in which no page exists yet."""
    with serving() as pages:
        yield pages


def target(url: str, number: int = 0) -> Target:
    """Return a phone number that a page should state."""
    names = stems(["Inimkaubanduse nõuandeliin"])
    return Target(
        country="EE",
        service=f"ee-{number}",
        kind="phone",
        value="+3726607320",
        source="s",
        url=url,
        title="",
        names=names,
        nameable=True,
    )


def looks(web: LocalPages, *urls: str, limits: Limits = LIMITS, cache: Path | None = None) -> list[Look]:
    """Look for the number on pages; the looks are in the order of the addresses."""
    wanted = [target(url, number) for number, url in enumerate(urls)]
    return look_at(wanted, agent=AGENT, limits=limits, cache=cache, resolver=web.resolver)


def look(web: LocalPages, answer: Answer | None, *, limits: Limits = LIMITS, url: str = "http://amet.test/liin") -> tuple[str, str]:
    """Look for the number on a page that answers so; return outcome and reason."""
    if answer:
        web.pages[url.partition("://")[2]] = answer
    (found,) = looks(web, url, limits=limits)
    return found.outcome, found.reason


def once_then(first: Answer, later: Answer) -> Answer:
    """Answer the first request in one way, and all others in another."""
    answers = iter([first])
    return lambda request: next(answers, later)(request)


def status(code: int, **headers: str) -> Answer:
    """Answer with a status and a page that looks like any other."""
    return lambda request: send(request, page("+372 660 7320").encode(), status=code, **headers)


def sent(body: bytes | str, kind: str = "text/html; charset=utf-8") -> Answer:
    """Answer with a body of a kind."""
    return lambda request: send(request, body if isinstance(body, bytes) else body.encode(), kind=kind)


def dropped(request: Any) -> None:
    """Promise a whole page, send half of it and hang up."""
    body = page("+372 660 7320").encode()
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", str(2 * len(body)))
    request.end_headers()
    request.wfile.write(body)
    request.close_connection = True


def packed(body: bytes, **headers: str) -> Answer:
    """Answer with a packed page."""
    return lambda request: send(request, body, Content_Encoding="gzip", **headers)


# --- what stands on pages ----------------------------------------------------------------------------------

PAGES: dict[str, tuple[Answer, tuple[str, str]]] = {
    "unchanged": (RIGHT, ("confirmed", "")),
    "reformatted": (html("Telefon: (372)&nbsp;660-73-20"), ("confirmed", "")),
    "removed": (html("Helista meile!"), ("contradicted", "absent")),
    "replaced": (WRONG, ("contradicted", "replaced")),
    "split over tags": (html("<span>660</span> <b>73</b><b>20</b>"), ("confirmed", "")),
    "in a tel: link only": (html("<a href='tel:+3726607320'>Helista</a>"), ("confirmed", "")),
    "script only": (sent(b"<div id=app></div><script src=a.js></script>"), ("unknown", "no-text")),
    "packed": (packed(gzip.compress(page("660 7320").encode())), ("confirmed", "")),
    "packed in two parts": (packed(gzip.compress(FILLER.encode()) + gzip.compress(page("660 7320").encode())), ("confirmed", "")),
    "packed and broken off": (packed(gzip.compress(page("660 7320").encode())[:-9]), ("unknown", "broken-off")),
    "packed as was not asked": (lambda request: send(request, b"x", Content_Encoding="br"), ("unknown", "broken-off")),
    "not packed at all": (packed(page("660 7320").encode()), ("unknown", "broken-off")),
    "gzip bomb": (packed(zlib.compress(bytes(300_000_000), 9, wbits=31)), ("unknown", "too-large")),
    "10 MB, and says so": (sent(page("660 7320" + "x" * 10_000_000)), ("unknown", "too-large")),
    "wrong encoding": (sent(page("660 7320").encode("cp1257"), "text/html; charset=utf-8"), ("confirmed", "")),
    "unknown encoding": (sent(page("660 7320"), "text/html; charset=x-none"), ("confirmed", "")),
    "plain text": (sent(b"Inimkaubandus: 660 7320", "text/plain"), ("confirmed", "")),
    "no content type": (sent(page("660 7320"), ""), ("confirmed", "")),
    "picture": (sent(b"660 7320", "image/png"), ("unknown", "content-type")),
    "PDF": (sent(pdf(["Inimkaubandus", "Tel. 660 7320"]), "application/pdf"), ("confirmed", "")),
    "PDF by another name": (sent(pdf(["Inimkaubandus 660 7320"]), "application/octet-stream"), ("confirmed", "")),
    "PDF without it": (sent(pdf(["Inimkaubandus " * 9] * 9), "application/pdf"), ("contradicted", "absent")),
    "PDF of pictures": (sent(pdf([""]), "application/pdf"), ("unknown", "no-text")),
    "broken PDF": (sent(b"%PDF-1.7\nxxx", "application/pdf"), ("unknown", "unreadable")),
    # what servers answer
    "403": (status(403), ("unknown", "refused")),
    "401": (status(401), ("unknown", "refused")),
    "404": (status(404), ("unknown", "gone")),
    "410": (status(410), ("unknown", "gone")),
    "451": (status(451), ("unknown", "refused")),
    "202": (status(202), ("unknown", "server-error")),
    "500": (status(500), ("unknown", "server-error")),
    "503": (status(503), ("unknown", "server-error")),
    "503, then well": (once_then(status(503), RIGHT), ("confirmed", "")),
    "429": (status(429), ("unknown", "refused")),
    "429 with Retry-After, then well": (once_then(status(429, Retry_After="0"), RIGHT), ("confirmed", "")),
    "429 that asks for a long wait": (once_then(status(429, Retry_After="3600"), RIGHT), ("unknown", "refused")),
    "304 that was not asked for": (lambda request: send(request, b"", status=304), ("unknown", "server-error")),
    "dropped midway": (dropped, ("unknown", "broken-off")),
    "dropped, then well": (once_then(dropped, RIGHT), ("confirmed", "")),
    # where pages lead
    "to another site for now": (redirect("http://muu.test/liin"), ("unknown", "elsewhere")),
    "moved domain": (redirect("http://muu.test/liin", 301), ("unknown", "moved")),
    "moved domain, number gone": (redirect("http://muu.test/vale", 308), ("unknown", "moved-absent")),
    "moved within the site": (redirect("/uus", 301), ("confirmed", "")),
    "moved to www": (redirect("http://www.amet.test/uus"), ("confirmed", "")),
    "to the front page": (redirect("/", 301), ("unknown", "gone")),
    "in a circle": (redirect("/liin"), ("unknown", "redirects")),
    "endless": (redirect("/r/1"), ("unknown", "redirects")),
    "into this network": (redirect("http://169.254.169.254/latest", 301), ("unknown", "bad-address")),
    "to a file": (redirect("file:///etc/passwd", 301), ("unknown", "bad-address")),
    "to no address": (redirect("http://[x", 301), ("unknown", "redirects")),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_outcome(web: LocalPages, name: str) -> None:
    """Each page that an authority's server could send ends as confirmed, contradicted or unknown, with its reason."""
    answer, expected = PAGES[name]
    web.pages |= {
        "amet.test/uus": RIGHT,
        "www.amet.test/uus": RIGHT,
        "amet.test/": RIGHT,
        "muu.test/liin": RIGHT,
        "muu.test/vale": html("x"),
    }
    web.pages |= {f"amet.test/r/{step}": redirect(f"/r/{step + 1}") for step in range(1, 20)}
    assert look(web, answer) == expected


def test_every_reason_has_words() -> None:
    """No look ends for a reason that the report cannot explain."""
    assert {reason for _, (_, reason) in PAGES.values() if reason} <= set(REASONS)
    assert {reason for _, (outcome, reason) in PAGES.values() if outcome == "unknown"} <= set(UNKNOWNS)


def test_a_page_without_length_is_cut(web: LocalPages) -> None:
    """A server that never stops sending is left at the limit, though the number stood at the beginning."""
    stop = threading.Event()

    def endless(request: Any) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        request.wfile.write(page("660 7320").encode())
        while not stop.is_set():
            request.wfile.write(b"x" * 100_000)

    try:
        assert look(web, endless) == ("unknown", "too-large")
    finally:
        stop.set()


def test_a_page_that_says_it_is_too_large_is_not_read(web: LocalPages) -> None:
    """The length that a server names is enough; its body is not waited for."""
    stop = threading.Event()

    def huge(request: Any) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "10000000")
        request.end_headers()
        stop.wait(60)

    try:
        assert look(web, huge, limits=replace(LIMITS, tries=1)) == ("unknown", "too-large")
    finally:
        stop.set()


@pytest.mark.parametrize("begin", [False, True])
def test_a_slow_page_is_unknown(web: LocalPages, begin: bool) -> None:
    """A server that is silent, or falls silent within its answer, is not waited for beyond the limit of a page."""
    stop = threading.Event()

    def slow(request: Any) -> None:
        if begin:
            request.send_response(200)
            request.send_header("Content-Length", "9999")
            request.end_headers()
            request.wfile.write(page("660 7320").encode())
        stop.wait(60)

    web.pages["amet.test/robots.txt"] = status(404)
    try:
        assert look(web, slow, limits=replace(LIMITS, page_seconds=0.3, tries=1)) == ("unknown", "timeout")
    finally:
        stop.set()


def test_the_run_ends_in_time(web: LocalPages) -> None:
    """Pages whose turn has not come when the time of the run is over are unknown, not forgotten."""
    web.pages["amet.test/liin"] = RIGHT
    found = looks(web, "http://amet.test/liin", "http://amet.test/2", limits=replace(LIMITS, run_seconds=0.01, pause=5))
    assert {(each.outcome, each.reason) for each in found} == {("unknown", "not-reached")}


def test_a_host_that_does_not_exist_is_unknown(web: LocalPages) -> None:
    """Nothing is said of a contact because a name was not found."""
    assert look(web, None, url="http://nowhere.invalid/x") == ("unknown", "unreachable")


def test_a_source_without_an_address_is_unknown(web: LocalPages) -> None:
    """A document that is not on the web cannot be looked at, and that is told."""
    assert look(web, None, url="unknown") == ("unknown", "no-address")
    assert web.asked == []


def test_a_pdf_that_takes_too_long_is_given_up(web: LocalPages) -> None:
    """Reading a PDF has its own limit of time."""
    answer = PAGES["PDF"][0]
    assert look(web, answer, limits=replace(LIMITS, reading_seconds=0.001)) == ("unknown", "unreadable")


def test_a_mistake_of_this_program_is_unknown_and_costs_no_other_look(web: LocalPages, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which the program fails is told as such, and the others are looked at."""
    web.pages |= {"amet.test/a": RIGHT, "amet.test/b": RIGHT}
    from seamark.looks import looking

    def judge(wanted: Target, *rest: Any) -> Any:
        if wanted.url.endswith("a"):
            raise ZeroDivisionError
        return usual(wanted, *rest)

    usual = looking.judge
    monkeypatch.setattr(looking, "judge", judge)
    found = looks(web, "http://amet.test/a", "http://amet.test/b")
    assert [(each.outcome, each.reason, each.note) for each in found] == [
        ("unknown", "fault", "ZeroDivisionError"),
        ("confirmed", "", ""),
    ]


# --- manners -----------------------------------------------------------------------------------------------


def test_the_check_says_who_it_is(web: LocalPages) -> None:
    """Every request names the check and the page where its keepers can be written to, and brings no cookie."""
    web.pages["amet.test/liin"] = lambda request: send(request, page("660 7320").encode(), Set_Cookie="a=b; Path=/")
    looks(web, "http://amet.test/liin")
    assert {headers["User-Agent"] for _, headers in web.asked} == {"SeamarkSourceCheck/1 (+https://seamark.example/about/correct/)"}
    assert not any("Cookie" in headers for _, headers in web.asked)


def test_a_host_gets_one_request_at_a_time_and_a_page_only_one(web: LocalPages) -> None:
    """Contacts that share a page share its request; robots.txt is asked for once per site."""
    urls = [f"http://{host}.test/{number % 4}" for number in range(8) for host in ("a", "b", "c")]
    now: Counter[str] = Counter()
    most: Counter[str] = Counter()

    def busy(request: Any) -> None:
        host = request.headers["Host"]
        now[host] += 1
        most[host] = max(most[host], now[host])
        threading.Event().wait(0.05)  # long enough for another request to come in meanwhile, if it were sent
        now[host] -= 1
        RIGHT(request)

    web.pages |= {url.partition("://")[2]: busy for url in urls}
    assert {each.outcome for each in looks(web, *urls)} == {"confirmed"}
    assert set(most.values()) == {1}
    assert len(web.asked) == 3 * 4 + 3
    assert all(web.times(f"{host}.test/robots.txt") == 1 for host in "abc")


def test_a_circle_is_noticed_at_once(web: LocalPages) -> None:
    """A page that leads to itself is asked for once."""
    assert look(web, redirect("/liin")) == ("unknown", "redirects")
    assert web.times("amet.test/liin") == 1


def test_a_bomb_is_not_unpacked_beyond_the_limit() -> None:
    """A small body that claims to hold a lot takes no more memory than the limit, whatever comes at once."""
    unpacker = Unpacker(1000)
    assert not unpacker.feed(zlib.compress(bytes(10_000_000), 9, wbits=31))
    assert len(unpacker.body) == 1001


def robots(text: str, code: int = 200) -> Answer:
    """Answer with a robots.txt."""
    return lambda request: send(request, text.encode(), status=code, kind="text/plain")


@pytest.mark.parametrize(
    ("answer", "expected", "asked"),
    [
        (robots("User-agent: *\nDisallow: /"), ("unknown", "robots"), 0),
        (robots("User-agent: SeamarkSourceCheck\nDisallow: /liin"), ("unknown", "robots"), 0),
        (robots("User-agent: *\nDisallow: /*n$"), ("unknown", "robots"), 0),
        (robots("User-agent: *\nDisallow: /\n\nUser-agent: seamarksourcecheck\nAllow: /"), ("confirmed", ""), 1),
        (robots("User-agent: *\nDisallow: /private"), ("confirmed", ""), 1),
        (robots("no rules", 404), ("confirmed", ""), 1),
        (robots("", 403), ("confirmed", ""), 1),
        (redirect("/rules"), ("unknown", "robots"), 0),
        (robots("", 500), ("unknown", "server-error"), 0),
        (robots("", 501), ("unknown", "server-error"), 0),
        (robots("", 429), ("unknown", "refused"), 0),
        (dropped, ("unknown", "broken-off"), 0),
        (robots("#" * 6_000_000), ("unknown", "too-large"), 0),
    ],
)
def test_robots_are_obeyed(web: LocalPages, answer: Answer, expected: tuple[str, str], asked: int) -> None:
    """RFC 9309: no rules allow everything; rules that cannot be read allow nothing, and the page is not asked for."""
    web.pages |= {"amet.test/robots.txt": answer, "amet.test/rules": robots("User-agent: *\nDisallow: /")}
    assert look(web, RIGHT) == expected
    assert web.times("amet.test/liin") == asked


def test_robots_of_the_site_to_which_a_page_moved_are_obeyed(web: LocalPages) -> None:
    """A redirect does not lead around the rules of another site."""
    web.pages |= {"muu.test/robots.txt": robots("User-agent: *\nDisallow: /"), "muu.test/liin": RIGHT}
    assert look(web, redirect("http://muu.test/liin", 301)) == ("unknown", "robots")
    assert web.times("muu.test/liin") == 0


@pytest.mark.parametrize("answer", [status(429), status(503, Retry_After="3600")])
def test_a_host_that_asks_for_rest_is_left_alone(web: LocalPages, answer: Answer) -> None:
    """After a refusal that says "later", no other page of the host is asked for in this run."""
    web.pages |= {"amet.test/a": answer, "amet.test/b": RIGHT, "muu.test/c": RIGHT}
    found = looks(web, "http://amet.test/a", "http://amet.test/b", "http://muu.test/c")
    assert [each.outcome for each in found] == ["unknown", "unknown", "confirmed"]
    assert web.times("amet.test/b") == 0


def test_a_wait_until_a_date_is_understood(web: LocalPages) -> None:
    """Retry-After may hold a date: one that has passed means now, a far one means not in this run."""
    past, future = (format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True) for hours in (-1, 1))
    assert look(web, once_then(status(503, Retry_After=past), RIGHT)) == ("confirmed", "")
    assert look(web, once_then(status(503, Retry_After=future), RIGHT)) == ("unknown", "server-error")


def test_a_page_is_tried_three_times(web: LocalPages) -> None:
    """Not more often: a server with a fault is not to be tired."""
    look(web, status(500))
    assert web.times("amet.test/liin") == 3


def test_a_refused_page_is_not_asked_for_again(web: LocalPages) -> None:
    """No means no."""
    look(web, status(403))
    assert web.times("amet.test/liin") == 1


# --- pages that are kept -----------------------------------------------------------------------------------


def versioned(request: Any) -> None:
    """Send a page with its version, or only say that it did not change."""
    if request.headers["If-None-Match"] == '"v1"' and request.headers["If-Modified-Since"]:
        send(request, b"", status=304)
    else:
        send(request, page("660 7320").encode(), ETag='"v1"', Last_Modified="Sun, 22 Nov 2026 10:00:00 GMT")


def test_an_unchanged_page_is_not_sent_again(web: LocalPages, tmp_path: Path) -> None:
    """The second run asks whether the page changed, and reads the kept one."""
    web.pages["amet.test/liin"] = versioned
    first = looks(web, "http://amet.test/liin", cache=tmp_path)
    assert looks(web, "http://amet.test/liin", cache=tmp_path) == first
    assert first[0].outcome == "confirmed"
    assert [headers.get("If-None-Match") for address, headers in web.asked if address == "amet.test/liin"] == [None, '"v1"']


def test_a_changed_page_is_read_anew(web: LocalPages, tmp_path: Path) -> None:
    """A kept page never outlives the one that its server sends."""
    web.pages["amet.test/liin"] = versioned
    looks(web, "http://amet.test/liin", cache=tmp_path)
    web.pages["amet.test/liin"] = WRONG
    assert looks(web, "http://amet.test/liin", cache=tmp_path)[0].outcome == "contradicted"


def test_a_kept_page_says_nothing_when_its_server_is_silent(web: LocalPages, tmp_path: Path) -> None:
    """What was read last week is no look of today."""
    web.pages["amet.test/liin"] = versioned
    looks(web, "http://amet.test/liin", cache=tmp_path)
    web.pages["amet.test/liin"] = status(503)
    assert looks(web, "http://amet.test/liin", cache=tmp_path)[0].outcome == "unknown"


@pytest.mark.parametrize("content", [b"", b"{}\nx", b"x", b'{"url": 1}\n'])
def test_a_damaged_kept_page_is_fetched_again(web: LocalPages, tmp_path: Path, content: bytes) -> None:
    """A broken file in the folder of kept pages is as if it were not there."""
    web.pages["amet.test/liin"] = versioned
    first = looks(web, "http://amet.test/liin", cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(content)
    assert looks(web, "http://amet.test/liin", cache=tmp_path) == first


# --- addresses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "ftp://amet.test/x", "http://127.0.0.1/x", "http://10.0.0.1/", "http://[::1]/", "http://localhost/", "https://a:b@amet.test/",
        "http://amet.test:8080/", "http://printer.local/", "http://169.254.169.254/", "http://2130706433/", "http://[x", "/x", "http://",
    ],
)  # fmt: skip
def test_what_is_not_on_the_public_web_is_not_fetched(web: LocalPages, url: str) -> None:
    """Neither machines of this network nor files, whatever a source or a redirect says."""
    assert refusal(url)
    assert look(web, None, url=url)[0] == "unknown"
    assert web.asked == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://amet.ee/x", "https://www.amet.ee/y", True), ("https://abi.amet.ee", "https://amet.ee", True),
        ("https://amet.ee", "https://ametx.ee", False), ("https://amet.ee", "https://amet.ee.example", False),
        ("https://a.amet.ee", "https://b.amet.ee", False), ("https://amet.ee", "https://ee", False), ("x", "y", False),
    ],
)  # fmt: skip
def test_hosts_of_one_site(one: str, other: str, same: bool) -> None:
    """A host and its parts are one site; what only begins or ends alike is another."""
    assert same_site(one, other) is same
    assert same_site(other, one) is same


def test_a_name_that_leads_into_this_network_is_refused(web: LocalPages) -> None:
    """The usual resolver does not connect to machines that are not public, whatever name leads to them."""
    web.pages["amet.test/liin"] = RIGHT
    resolver = PublicResolver(web.resolver)
    (found,) = look_at([target("http://amet.test/liin")], agent=AGENT, limits=LIMITS, resolver=resolver)
    assert (found.outcome, found.reason) == ("unknown", "unreachable")
    assert web.asked == []
