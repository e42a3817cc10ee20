"""Write a report into one issue of the code host: into the open one with this label, or into a new one.

    python scripts/post_report.py --title TITLE --label LABEL REPORT

For workflows: it runs `gh`, which takes GH_TOKEN and GH_REPO from the environment, and it needs nothing besides
Python. What people ticked off stays ticked, where the report still has that line.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 60_000  # bytes; the code host refuses the text of an issue above 65,536 signs
CUT = "\n\nThe report is longer than an issue may be. All of it is among the files of the workflow's run.\n"
_BOX = re.compile(r"- \[[ x]\] ", re.IGNORECASE)


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 1 when the code host refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="file with the report in Markdown")
    parser.add_argument("--title", required=True, help="title of the issue")
    parser.add_argument("--label", required=True, help="label by which the issue is found again; nothing else should bear it")
    options = parser.parse_args(arguments)
    try:
        return _post(options.title, options.label, options.report.read_text("utf-8"))
    except subprocess.CalledProcessError as error:
        print(f"The code host refused: {error.stderr.strip()}", file=sys.stderr)
        return 1


def _post(title: str, label: str, report: str) -> int:
    _gh("label", "create", label, "--force", "--description", "A report that a workflow keeps up to date")
    found = json.loads(_gh("issue", "list", "--label", label, "--state", "open", "--json", "number,body", "--limit", "1"))
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder) / "body.md"
        body.write_text(shortened(ticked(report, found[0]["body"] if found else "")), "utf-8")
        if found:
            _gh("issue", "edit", str(found[0]["number"]), "--title", title, "--body-file", str(body))
        else:
            _gh("issue", "create", "--title", title, "--label", label, "--body-file", str(body))
    print(f"Issue {found[0]['number']} was brought up to date." if found else "An issue was opened.")
    return 0


def ticked(report: str, before: str) -> str:
    """Return the report with a tick at each line that was ticked in `before`, the text of the issue until now."""
    done = {_meaning(line) for line in before.splitlines() if line.lower().startswith("- [x] ")}
    lines = (_BOX.sub("- [x] ", line, count=1) if _meaning(line) in done else line for line in report.splitlines())
    return "".join(f"{line}\n" for line in lines)


def _meaning(line: str) -> str | None:
    """Return what a line to tick off says, without the number of the line in the file, which other changes move."""
    return re.sub(r"\.yml:\d+", "", _BOX.sub("", line, count=1)).strip() if _BOX.match(line) else None


def shortened(text: str) -> str:
    """Return the text, cut after a whole line where it is longer than an issue may be."""
    if len(text.encode()) <= MOST:
        return text
    kept = text.encode()[: MOST - len(CUT)].decode("utf-8", "ignore")
    return kept[: kept.rindex("\n")] + CUT


def _gh(*arguments: str) -> str:
    return subprocess.run(["gh", *arguments], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
