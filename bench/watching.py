"""Measuring the preview: how long until the page that an editor looks at shows the change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

LANGUAGE = "uk"
PAGE = "help/ee/"  # alone, a language stands at the root
PATIENCE = 300  # seconds until a page that does not come is a failure
PAUSE = 0.02  # seconds between two looks


@contextmanager
def preview(project: Path) -> Iterator[str]:
    """Run the preview of one language of a project while the context lasts; give the address of its page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "ONLY": LANGUAGE, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/{PAGE}"
    finally:
        server.terminate()
        server.wait()


def seen_after(address: str, text: str, patience: float = PATIENCE) -> float:
    """Return the seconds until a page shows a text. Raises `TimeoutError` when it never does."""
    begin = time.monotonic()
    while (took := time.monotonic() - begin) < patience:
        if text in _page(address):
            return took
        time.sleep(PAUSE)
    raise TimeoutError(f'{address} does not show "{text}" after {patience} seconds')


def _page(address: str) -> str:
    """Return the page, or nothing while it cannot be had."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""
