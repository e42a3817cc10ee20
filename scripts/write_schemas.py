"""Write what is made from models and countries: JSON Schemas, list of fields, issue forms, CODEOWNERS; or check them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from seamark import owners
from seamark.field_list import PATH, fields_text
from seamark.loading import load
from seamark.problems import as_text
from seamark.schemas import FOLDER, schema_texts

try:
    from seamark.editing.forms import form_texts
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed. Run: make tools")

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Write what has changed; with --check, write nothing and exit 1 if anything would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is out of date")
    parser.add_argument("--root", type=Path, default=HOME, help="the project's folder")
    options = parser.parse_args(arguments)
    data, problems = load(options.root)
    if data is None:
        print(as_text(problems), end="")
        return 1
    texts = schema_texts() | {PATH: fields_text()} | form_texts(data.vocabularies)
    texts |= {owners.PATH: owners.current_text(options.root)}
    changed = [name for name, text in texts.items() if _text(options.root / name) != text]
    left = [path for path in sorted((options.root / FOLDER).glob("*.json")) if f"{FOLDER}/{path.name}" not in texts]
    for name in changed:
        print(f"{name}: {'out of date; run: make schema' if options.check else 'written'}")
        if not options.check:
            (options.root / name).parent.mkdir(parents=True, exist_ok=True)
            (options.root / name).write_text(texts[name], "utf-8", newline="\n")
    for path in left:
        print(f"{FOLDER}/{path.name}: {'made from no model; run: make schema' if options.check else 'removed'}")
        if not options.check:
            path.unlink()
    return 1 if options.check and (changed or left) else 0


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
