"""List the contacts that somebody should look at again, or print a call sheet for one country."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from seamark.call_sheets import call_sheet, sheet_language
from seamark.due import as_markdown, as_text
from seamark.loading import Data, load
from seamark.problems import as_text as problems_as_text
from seamark.problems import did_you_mean

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 also when something is due, 1 when the data cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--as-of", type=date.fromisoformat, default=date.today(), metavar="DATE", help="day, YYYY-MM-DD (default: today)"
    )
    parser.add_argument("--format", choices=("text", "markdown", "ics"), default="text", help="text, markdown for an issue, ics")
    parser.add_argument("--country", metavar="EE", help="only this country, by its ISO 3166-1 code")
    parser.add_argument("--call-sheet", metavar="EE", help="whom to ring in this country, what to ask, where to write it")
    parser.add_argument("--language", metavar="et", help="language of the call sheet (default: the country's main one)")
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ (default: this project)")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    data, problems = load(root)
    if data is None or problems:
        print(problems_as_text(problems), end="")
        return 1
    _refuse_what_is_not_there(parser, data, options)
    try:
        report = _report(data, options)
    except ModuleNotFoundError as error:
        print(f"The calendar needs the library {error.name}. Run: make tools", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(report)
    sys.stdout.flush()
    return 0


def _report(data: Data, options: argparse.Namespace) -> bytes:
    as_of: date = options.as_of
    if options.call_sheet:
        country = data.countries[options.call_sheet.lower()]
        language = options.language or sheet_language(data, country)
        return call_sheet(data, country, language, as_of, markdown=options.format == "markdown").encode()
    if options.format == "ics":
        from seamark.due_calendar import as_calendar  # its library is not needed for a build, and not installed with it

        return as_calendar(data, as_of, options.country)
    write = as_markdown if options.format == "markdown" else as_text
    return write(data, as_of, options.country).encode()


def _refuse_what_is_not_there(parser: argparse.ArgumentParser, data: Data, options: argparse.Namespace) -> None:
    codes = [str(country.country) for country in data.countries.values()]
    for name in ("country", "call_sheet"):
        value = getattr(options, name)
        if value is not None and value not in codes:
            parser.error(f'there is no country "{value}" in data/countries/: {did_you_mean(value.upper(), codes)}')
    languages = [str(language.code) for language in data.site.languages]
    if options.language is not None and options.language not in languages:
        parser.error(f'"{options.language}" is no language of the site: {did_you_mean(options.language, languages)}')
    if options.call_sheet and options.format == "ics":
        parser.error("a call sheet is text or markdown, not ics")


if __name__ == "__main__":
    sys.exit(main())
