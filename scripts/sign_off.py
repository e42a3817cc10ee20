"""Sign translations that a native reader has read: make the list to read, then sign what is ticked on it.

    python scripts/sign_off.py --language uk --area pages/signs --list reading.txt
    python scripts/sign_off.py --language uk --role "native reader" --sign reading.txt

Any later edit of the English text or of the translation voids the sign-off.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from seamark import signing
from seamark.loading import Data, load
from seamark.problems import as_text
from seamark.translations import ROLES, SOURCE_LANGUAGE, Catalogue
from seamark.yamltext import YamlProblem

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when the list was written or everything on it signed, else 1 with nothing written."""
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    data, problems = load(root)
    if data is None or problems:
        print(as_text(problems), end="")
        return 1
    languages = [str(language.code) for language in data.site.languages if language.code != SOURCE_LANGUAGE]
    if options.language not in languages:
        print(f'"{options.language}" is no language into which this site is translated; use one of {", ".join(languages)}')
        return 1
    try:
        catalogue = Catalogue.load(root, options.language)
    except (OSError, YamlProblem) as error:
        print(f"A catalogue cannot be read: {error}. Correct it, or take the last version that works.")
        return 1
    return _sign(data, catalogue, options) if options.sign else _list(data, catalogue, options)


def _list(data: Data, catalogue: Catalogue, options: argparse.Namespace) -> int:
    try:
        text = signing.reading_list(data, catalogue, options.area)
    except KeyError as error:
        print(f'There is no area "{options.area}"; {error.args[0]}')
        return 1
    if options.list == "-":
        print(text, end="")
    else:
        signing.write_whole(Path(options.list), text)
        print(f'{options.list}: {text.count("[ ] ")} translations to read. Then: --role "native reader" --sign {options.list}')
    return 0


def _sign(data: Data, catalogue: Catalogue, options: argparse.Namespace) -> int:
    try:
        reading = Path(options.sign).read_text("utf-8")
    except OSError as error:
        print(f"{options.sign} cannot be read: {error}")
        return 1
    signoffs, problems = signing.signed(data, catalogue, reading, options.sign, options.role or "", options.today.isoformat())
    if problems:
        print(as_text(problems) + "Nothing was signed.")
        return 1
    path = signing.signoff_file(catalogue.language)
    signing.write_whole(data.root / path, signing.signoff_text(signoffs))
    print(
        f"{path.as_posix()}: {len(signoffs)} translations are signed, {len(set(signoffs) - set(catalogue.signoffs))} of them now."
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", required=True, help="code of the language: uk")
    parser.add_argument("--area", help="what to read: pages/signs, pages, ui …; everything without it")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--list", metavar="FILE", help='write what is not signed into a file, "-" to print it')
    task.add_argument("--sign", metavar="FILE", help="sign what is ticked in this list")
    parser.add_argument("--role", help=f"the role of who read it, never a name: {', '.join(ROLES)}")
    parser.add_argument("--root", type=Path, default=HOME, help="the project's folder")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the sign-off, YYYY-MM-DD")
    return parser


if __name__ == "__main__":
    sys.exit(main())
