"""Turn a filled-in issue form into a change of the data. The issue's text is data: it is never run, and never a path."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from datetime import date
from pathlib import Path

from seamark.loading import load
from seamark.problems import Place, Problem, as_text

try:
    from seamark.editing.draft import Draft, Refused
    from seamark.editing.suggestions import suggest
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed. Run: make tools")

HOME = Path(__file__).resolve().parent.parent
MAX_BYTES = 2_000_000  # of the file that holds the issue


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when the change was written, 1 when it was refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--event", type=Path, help="file with the event of the code host (JSON), which holds the issue")
    given.add_argument("--body", type=Path, help="file with the text of the issue")
    parser.add_argument("--answer", type=Path, help="write the answer for the issue here, as Markdown")
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ and docs/ (default: this project)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the check, YYYY-MM-DD")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    try:
        said, diff = _suggest(root, _body(options), options.today)
    except Refused as error:
        return _tell(options, 1, "The suggestion cannot be used yet:", as_text(error.problems))
    return _tell(options, 0, "\n".join(f"- {_plain(line)}" for line in said), diff)


def _body(options: argparse.Namespace) -> str:
    path: Path = options.event or options.body
    if path.stat().st_size > MAX_BYTES:
        raise Refused(_problem(f"the file has more than {MAX_BYTES} bytes", "send less"))
    text = path.read_text("utf-8", errors="replace")
    if options.body:
        return text
    body = json.loads(text)["issue"]["body"]
    return body if isinstance(body, str) else ""


def _suggest(root: Path, body: str, today: date) -> tuple[list[str], str]:
    data, problems = load(root)
    if data is None:
        raise Refused(*problems)
    draft = Draft(root)
    said = suggest(draft, data.vocabularies, body)
    diff = draft.diff()
    if not diff:
        raise Refused(_problem("the data say this already", "nothing is to do"))
    draft.save(today)
    return said, diff


def _problem(message: str, fix: str) -> Problem:
    return Problem(place=Place(path="issue"), rule="request", message=message, fix=fix)


def _tell(options: argparse.Namespace, code: int, words: str, block: str) -> int:
    answer = f"{words}\n\n{_fenced(block)}"
    print(answer, end="")
    if options.answer:
        options.answer.write_text(answer, "utf-8")
    if output := os.environ.get("GITHUB_OUTPUT"):
        with open(output, "a", encoding="utf-8") as file:
            file.write(f"changed={'false' if code else 'true'}\n")
    return code


def _plain(line: str) -> str:
    """Return a sentence in which nothing that came from the issue acts as Markdown, a mention or a link."""
    return re.sub(r"([\\`*_{}\[\]<>()#!|@~])", r"\\\1", line)


def _fenced(block: str) -> str:
    """Return a block of code; its fence is longer than any row of backticks in it, so that nothing gets out of it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block)), default=0))
    return f"{fence}text\n{block}{'' if block.endswith(chr(10)) else chr(10)}{fence}\n"


if __name__ == "__main__":
    sys.exit(main())
