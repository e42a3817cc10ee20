"""Who is asked before a change of a file is merged: CODEOWNERS, with one line for each country.

Needs only Python's own library: it also runs where the rights to write are, and nothing is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

PATH = ".github/CODEOWNERS"
TEMPLATE = """\
# Who is asked before a change is merged, on GitHub. The last line that fits a file counts.
# The names are places to fill in: put your own teams, each with the right to write, instead of @seamark-editors/...
# `make schema` keeps what you write here; it adds a line for a new country, and takes away that of one which is gone.
*                           @seamark-editors/maintainers
/data/                      @seamark-editors/editors
/locale/                    @seamark-editors/translators
"""
_COUNTRY = re.compile(r"/data/countries/([a-z]{2})\.yml\s")
_ORGANISATION = re.compile(r"^\*\s+(@[\w.-]+/)", re.MULTILINE)


def owners_text(countries: Iterable[str], before: str = "") -> str:
    """Return CODEOWNERS with one line for each country (the stem of its file: "ee").

    `before` is the file as it is: every line of it stays, besides those of countries that are not there. A new
    country gets a team by its code, in the organisation that owns everything.
    """
    lines = (before or TEMPLATE).splitlines()
    known = {match[1]: line for line in lines if (match := _COUNTRY.match(line))}
    others = [line for line in lines if not _COUNTRY.match(line)]
    first = next((number for number, line in enumerate(lines) if _COUNTRY.match(line)), len(others))
    organisation = _ORGANISATION.search(before or TEMPLATE)
    team = organisation[1] if organisation else "@seamark-editors/"
    own = [known.get(code, f"/data/countries/{code}.yml      {team}{code}") for code in sorted(set(countries))]
    return "".join(f"{line}\n" for line in [*others[:first], *own, *others[first:]])


def current_text(root: Path) -> str:
    """Return what CODEOWNERS of a project should be: that which is there, brought up to date with its countries."""
    path = root / PATH
    before = path.read_text("utf-8") if path.exists() else ""
    return owners_text((place.stem for place in (root / "data" / "countries").glob("??.yml")), before)
