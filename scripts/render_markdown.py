"""Write every page of every language as plain Markdown, without MkDocs: DIR/uk/help/ee.md. The way out of MkDocs."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from seamark import assembling, building, plain

ROOT = Path(__file__).resolve().parent.parent


def render(root: Path, out: Path, only: str | None = None) -> int:
    """Write the Markdown of all languages, or of one, in the place of `out`; return the exit code."""
    new = out.absolute().with_name(f".{out.name}-new")
    shutil.rmtree(new, ignore_errors=True)
    try:
        first = building.renderer(root, "en")
        languages = [str(language.code) for language in first.data.site.languages]
        if only is not None and only not in languages:
            print(f'"{only}" is no language of data/site.yml; choose one of: {", ".join(languages)}')
            return 1
        wanted = [only] if only else languages
        pages = sum(plain.write_language(first.into(language), new / language) for language in wanted)
    except (building.DataProblems, plain.Unreadable) as error:
        shutil.rmtree(new, ignore_errors=True)
        print(f"{str(error).rstrip()}\nNothing was written.")
        return 1
    assembling.swap(new, out)
    print(f"{out}: {pages} pages in {len(wanted)} languages, as Markdown")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write, which is replaced")
    parser.add_argument("--only", metavar="LANGUAGE", help="write one language only")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the project")
    options = parser.parse_args(arguments)
    if options.out.exists() and not options.out.is_dir():
        print(f"{options.out} is a file; name a folder")
        return 1
    return render(options.root.resolve(), options.out, options.only)


if __name__ == "__main__":
    sys.exit(main())
