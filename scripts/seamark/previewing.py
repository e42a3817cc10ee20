"""Preview: only the pages that somebody looks at are built, so that a change shows at once.

It stands between a server and what builds the site: a page that was not built yet is built when it is asked for,
and while the data have a problem every page tells it.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Collection, Iterable
from html import escape
from threading import RLock
from typing import Any

from .frame import url_of
from .searching import SEARCH_PAGE

App = Callable[[dict[str, Any], Any], Iterable[bytes]]  # an application of WSGI, PEP 3333
HOME = ""
SEARCH = url_of(SEARCH_PAGE)
MOST = 8  # pages that are kept up to date: those asked for last
PROBLEM = "<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=1><title>Problem</title><pre>{}</pre>\n"


class Preview:
    """Which pages are looked at, by address below the root of their language ("help/ee/"), and what is wrong."""

    def __init__(self) -> None:
        """Every page is built until `is_on` is set."""
        self.is_on = False
        self.problem = ""  # what stopped the last build; empty when nothing did
        self._looked_at = [HOME]
        self._try_again = False
        self._lock = RLock()  # a request and a change of files may both want to build

    def wants(self, address: str) -> bool:
        """Tell whether a page is to be built: all are while somebody looks at the search page, which finds them."""
        return not self.is_on or address in self._looked_at or SEARCH in self._looked_at

    def alone(self, build: Callable[[], None]) -> Callable[[], None]:
        """Return a function that builds, never twice at a time, and leaves to the pages to tell why it failed.

        What it raises without a `problem` of the data, such as a file that went while it was read, is told too, and
        the next look tries again.
        """

        def build_alone() -> None:
            with self._lock:
                self.problem, self._try_again = "", False
                try:
                    build()
                except (Exception, SystemExit):
                    if not self.problem:
                        self.problem, self._try_again = traceback.format_exc(), True
                        print(self.problem, file=sys.stderr)

        return build_alone

    def before(self, app: App, build: Callable[[], None], languages: Collection[str]) -> App:
        """Return an application that builds what is asked for and missing, and then lets another one answer.

        `languages` are the folders of languages other than the first.
        """

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"]
            if not path.endswith("/"):
                return app(environ, start_response)  # no page, but a file that a page is made of
            with self._lock:
                self._look_at(_address(path, languages), build)
            if not self.problem:
                return app(environ, start_response)
            start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [PROBLEM.format(escape(self.problem)).encode()]

        return answer

    def _look_at(self, address: str, build: Callable[[], None]) -> None:
        was_wanted = self.wants(address)
        others = [each for each in self._looked_at if each not in (address, HOME)]
        self._looked_at = [HOME, *others[-MOST:], address]
        if not was_wanted or self._try_again:
            build()


def _address(path: str, languages: Collection[str]) -> str:
    """Return the address of a page below the root of its language."""
    address = path.removeprefix("/")
    first, _, rest = address.partition("/")
    return rest if first in languages else address
