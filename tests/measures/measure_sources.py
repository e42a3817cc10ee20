"""Measure the source check against a web on this machine, beside its limits: time and memory for 1,000 contacts.

    python tests/measures/measure_sources.py

As many contacts per page and pages per host as this project's own sources have; pages of the size that authorities'
pages have, some PDF, some slow, some failing at first; with the manners of a real run, pauses included. Prints a line
for each figure and ends with 1 when a limit is broken. The server is a process of its own, so that only the check's
memory is measured.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from local_pages import FILLER, LocalPages, Resolver, page, pdf, send, serving  # noqa: E402

from seamark.looks.asking import Limits  # noqa: E402
from seamark.looks.looking import look_at, user_agent  # noqa: E402
from seamark.looks.targets import Target, stems  # noqa: E402

CONTACTS, PAGES, HOSTS = 1000, 600, 500
SECONDS, MEGABYTES = 60, 200
NAMES = stems(["Inimkaubanduse nõuandeliin"])
# What the pages are, in turns of a hundred: the rest are pages of 60 KB.
PDFS, SLOW, FAILING, GONE, HUGE = range(3), range(3, 8), range(8, 11), range(11, 14), range(14, 15)


def url_of(number: int) -> str:
    """Return the address of a page; some hosts have two."""
    return f"http://h{number % HOSTS}.test/{number}"


def number_on(contact: int) -> str:
    """Return the phone number of a contact: a valid Estonian one."""
    return f"+372660{contact:04}"


def serve(ready: Connection) -> None:
    """Serve the pages until the process is ended; send the port first."""
    with serving() as web:
        for number in range(PAGES):
            web.pages[url_of(number).partition("://")[2]] = answer(web, number)
        ready.send(web.server.server_port)
        ready.recv()


def answer(web: LocalPages, number: int) -> Any:
    """Return the function that answers for a page, which states the numbers of its contacts."""
    numbers = [number_on(contact)[4:] for contact in range(number, CONTACTS, PAGES)]
    turn, address = number % 100, url_of(number).partition("://")[2]
    body = page("".join(f"<p>Nõuandeliin {each[:3]} {each[3:]}</p>" for each in numbers) + FILLER * 170).encode()

    def plain(request: Any) -> None:
        if turn in PDFS:
            send(request, pdf(["Inimkaubandus", *numbers, *["Tekst " * 12] * 300]), kind="application/pdf")
        elif turn in GONE:
            send(request, b"", status=404)
        elif turn in HUGE:
            send(request, b"x" * 10_000_000)
        elif turn in FAILING and web.times(address) == 1:
            send(request, b"", status=503, Retry_After="1")
        else:
            time.sleep(1 if turn in SLOW else 0)
            send(request, body)

    return plain


def main() -> int:
    """Run the check once and print what it took; return 1 when a limit is broken."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    resolver = Resolver(here.recv())
    targets = [
        Target(
            country="EE", service=f"ee-{number}", kind="phone", value=number_on(number), source="s",
            url=url_of(number % PAGES), title="", names=NAMES, nameable=True,
        )
        for number in range(CONTACTS)
    ]  # fmt: skip
    began = time.monotonic()
    looks = look_at(targets, agent=user_agent("https://seamark.example/"), limits=Limits(), resolver=resolver)
    seconds, cpu = time.monotonic() - began, time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    here.send("end")  # only now: what has ended counts among the helpers
    server.join()
    split = Counter(f"{look.outcome} {look.reason}".strip() for look in looks)
    not_read = len(GONE) + len(HUGE)
    expected = sum(number % PAGES % 100 not in (*GONE, *HUGE) for number in range(CONTACTS))
    rows = [
        ("time", f"<= {SECONDS} s", f"{seconds:.1f} s", seconds <= SECONDS),
        ("memory of the check", f"<= {MEGABYTES} MB", f"{memory:.0f} MB", memory <= MEGABYTES),
        ("memory of its PDF reader", f"<= {MEGABYTES} MB", f"{reader:.0f} MB", reader <= MEGABYTES),
        ("confirmed", f"{expected}", f"{split['confirmed']}", split["confirmed"] == expected),
    ]
    print(f"{CONTACTS} contacts on {PAGES} pages of {HOSTS} hosts; {not_read} of 100 pages are gone or too large")
    print(f"of the time, this process computed for {cpu:.1f} s; the rest is waiting, for servers and for a busy machine")
    for name, limit, measured, holds in rows:
        print(f"{name:30} {limit:12} {measured:10} {'holds' if holds else 'BROKEN'}")
    print(", ".join(f"{count} {name}" for name, count in sorted(split.items())))
    return 0 if all(holds for *_, holds in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
