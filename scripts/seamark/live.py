"""What is really published at an address, beside the site that was proved and the data: the look after a deployment.

Pages of countries are read by the rules of the proof, so a number that changed on its way is found as it would be
in a build. `ask` fetches; everything here is told which day it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from . import headers
from .built_site import READABLE, examine_page, name_of, rule_names
from .exports import FOLDER
from .loading import Data
from .proof import contact_rules, country_rules
from .proof.folder import Built
from .proof.reading import Unreadable, parse

NO_PAGE = "no-such-page-here/"
INDEX = f"{FOLDER}/index.json"
RULES = {name_of(rule) for rule in (*contact_rules.RULES, *country_rules.RULES)} | {READABLE}
AT_ONCE = 4  # requests at one time: enough to be quick, and few enough to be no burden


class NoAnswer(Exception):
    """Raised when an address cannot be fetched; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the host answered. The names of `headers` are in small letters; `body` is unpacked."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


Ask = Callable[[str], Answer]  # takes a path without its first slash; raises NoAnswer


def look(ask: Ask, site: Path, data: Data, today: date, oldest: int) -> Iterator[str]:
    """Yield what is wrong at an address, in plain words.

    `site` is the folder of the site that was proved, `oldest` the age of a release in days that is still right.
    Raises `NoAnswer` when the address cannot be fetched at all.
    """
    built = Built(folder=site, data=data)
    yield from release_problems(ask, site, today, oldest)
    yield from header_problems(ask, built)
    yield from lost_problems(ask, built)
    yield from country_problems(ask, built)


def release_problems(ask: Ask, site: Path, today: date, oldest: int) -> Iterator[str]:
    """The release is the one that was proved here, and not older than it may be."""
    answer = ask(INDEX)
    try:
        day = date.fromisoformat(json.loads(answer.body)["release"]["as_of"])
    except (ValueError, KeyError, TypeError):
        yield f"/{INDEX}: it says of no day (status {answer.status}); is this a site of ours?"
        return
    if (age := (today - day).days) > oldest:
        yield f"/{INDEX}: the release is of {day}, {age} days old, and {oldest} are allowed; publish a new one"
    if answer.body != (site / INDEX).read_bytes():
        here = json.loads((site / INDEX).read_bytes())["release"]["as_of"]
        yield f"/{INDEX}: another release is published, of {day}; the one that was proved here is of {here}"


def header_problems(ask: Ask, built: Built) -> Iterator[str]:
    """Each kind of file is answered with the headers of `_headers`."""
    rules = headers.parse((built.folder / "_headers").read_text("utf-8"))
    styles = sorted(name for name in built.files if name.endswith(".css"))
    prefixes = [built.prefix(language) for language in built.languages]
    first = next(iter(sorted(built.data.countries)))
    paths = [*prefixes, f"help/{first}/", *styles[:1], f"{FOLDER}/contacts.json", f"{FOLDER}/contacts.csv"]
    for path in paths:
        answer = ask(path)
        if answer.status != 200:
            yield f"/{path}: the host answers with status {answer.status}; it should be 200"
            continue
        for name, value in headers.headers_for(f"/{path}", rules).items():
            found = answer.headers.get(name.lower())
            if found != value:
                told = f'is "{found}"' if found is not None else "is missing"
                yield f'/{path}: the header {name} {told}; _headers says "{value}"'


def lost_problems(ask: Ask, built: Built) -> Iterator[str]:
    """An address that does not exist gives, in each language, the page for it in that language, with status 404."""
    for language in built.languages:
        path = f"{built.prefix(language)}{NO_PAGE}"
        answer = ask(path)
        if answer.status != 404:
            yield f"/{path}: an address that does not exist gives status {answer.status}; it should be 404"
        try:
            found = str(parse(answer.body).get("lang"))
        except Unreadable as error:
            yield f"/{path}: {error}"
            continue
        if found != language:
            yield f'/{path}: the page for addresses that do not exist is in "{found}"; it should be in "{language}"'


def country_problems(ask: Ask, built: Built) -> Iterator[str]:
    """Each country's page, in each language, shows the numbers of the data and no others, and is what was proved."""
    files = [built.file_of(language, f"help/{name}") for language in built.languages for name in sorted(built.data.countries)]
    with TemporaryDirectory() as name, ThreadPoolExecutor(AT_ONCE) as pool:
        fetched = Built(folder=Path(name), data=built.data)
        for file, answer in zip(files, pool.map(lambda file: ask(file.removesuffix("index.html")), files), strict=True):
            if answer.status != 200:
                yield f"/{file.removesuffix('index.html')}: the host answers with status {answer.status}; it should be 200"
                continue
            path = Path(name) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer.body)
            yield from _page_problems(fetched, file, answer.body == (built.folder / file).read_bytes())


def _page_problems(fetched: Built, file: str, as_proved: bool) -> Iterator[str]:
    problems, _, _ = examine_page(fetched, file, without=set(rule_names()) - RULES)
    for problem in problems:
        yield f"/{file}: {problem.message}"
    if not problems and not as_proved:
        yield f"/{file}: its numbers are right, and yet it is not, byte for byte, the page that was proved here"
