"""Make a large project for measuring: this one with more pages, languages and services, the same for the same seed.

    python bench/generate.py OUT [--languages 14] [--pages 300] [--services 0] [--seed 1]

More pages are copies of pages of words and of concepts, of each in the proportion that there is here, with their
translations; more languages are Babel's, with texts made letter by letter; more services are copies with other valid
numbers. All of it passes the checks, and none of it is true.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import string
import sys
from itertools import product
from pathlib import Path
from typing import Any

import phonenumbers
import polib
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from seamark.catalogues import WRAP, catalogue_texts  # noqa: E402 - found only now
from seamark.loading import load  # noqa: E402
from seamark.yamltext import parse_yaml  # noqa: E402

COPIED = ("data", "docs", "overrides", "scripts", "locale")
# Languages whose letters no rule knows: their made-up texts are English ones with marks on the vowels.
MORE_LANGUAGES = ("fr", "es", "it", "nl", "pt", "cs", "sk", "hu", "ro", "ca", "hr", "el", "ga", "mt", "sq", "tr")
LETTERS = str.maketrans("aeiou", "àèìòù")
# What is the same in every language: placeholders, targets of links, marks.
FIXED = re.compile(r"(\{[a-z_0-9]+\}|\]\([a-z]+:[^)]*\)|\*\*|\[)")
# A page made of one file of data/ alone: of words, or of a concept.
COPYABLE = re.compile(r'---\n.*\n(?:words: pages/|concept: )([a-z-]+)\n---\n\{% include "(words|concept)\.html" %\}\n')
FOLDERS = {"words": "pages", "concept": "glossary"}  # in data/, by the block that shows their files
HEADINGS = {"words": "title", "concept": "term"}
NAME = "measured-"  # how the names of added pages begin


def generate(out: Path, languages: int, pages: int, services: int, seed: int) -> None:
    """Make the project in a folder that must not exist; `pages` and `services` are what it has in all, if that is more."""
    chance = random.Random(seed)
    out.mkdir(parents=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, out / name, ignore=shutil.ignore_patterns("__pycache__", "looks.json"))
    for name in ("mkdocs.yml", "LICENSE-DATA"):
        shutil.copyfile(ROOT / name, out / name)
    set_languages(out, languages)
    copies = add_pages(out, pages, chance)
    add_services(out, services, chance)
    translate(out, copies)


def set_languages(out: Path, count: int) -> None:
    """Take as many languages as are wanted: first those of the site, then others."""
    path = out / "data" / "site.yml"
    site = plain(parse_yaml(path.read_text("utf-8"), path.name))
    more = [{"code": code, "exit": f"https://{code}.wikipedia.org/"} for code in MORE_LANGUAGES]
    site["languages"] = [*site["languages"], *more][:count]
    if len(site["languages"]) < count:
        raise ValueError(f"there are {len(site['languages'])} languages to take, and {count} are wanted")
    write(path, site)
    kept = {item["code"] for item in site["languages"]} | {"templates", "signoff", "terms"}
    for folder in (out / "locale").iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder)
    for file in [*(out / "locale" / "terms").glob("*.yml"), *(out / "locale" / "signoff").glob("*.yml")]:
        if file.stem not in kept:
            file.unlink()


def add_pages(out: Path, count: int, chance: random.Random) -> dict[str, str]:
    """Copy pages until there are `count` of them; return the file of data/ that each added one's was copied from."""
    stubs = sorted((out / "docs").rglob("*.md"))
    sources = [(path, *found.groups()) for path in stubs if (found := COPYABLE.fullmatch(path.read_text("utf-8")))]
    copies: dict[str, str] = {}
    names = ("".join(letters) for letters in product(string.ascii_lowercase, repeat=3))  # of two, a page is a country's
    for _ in range(count - len(stubs)):
        suffix, (path, name, block) = next(names), chance.choice(sources)
        old, new, heading = f"{FOLDERS[block]}/{name}", f"{FOLDERS[block]}/{NAME}{suffix}", HEADINGS[block]
        copies[new] = old
        tree = plain(parse_yaml((out / "data" / f"{old}.yml").read_text("utf-8"), path.name))
        tree[heading] += f" {suffix.upper()}"
        if block == "concept":  # wordings that a concept admits or avoids are of one concept
            tree = {key: value for key, value in tree.items() if key not in {"use", "avoid"}} | {"id": f"{NAME}{suffix}"}
        write(out / "data" / f"{new}.yml", tree)
        stub = path.with_name(f"{NAME}{suffix}.md")
        stub.write_text(path.read_text("utf-8").replace(f"{name}\n", f"{NAME}{suffix}\n"), "utf-8")
    return copies


def add_services(out: Path, count: int, chance: random.Random) -> None:
    """Copy services with a phone number, each with another valid number, until there are `count` services."""
    files = [path for path in sorted((out / "data" / "countries").glob("*.yml")) if path.stem != "eu"]
    trees = {path: plain(parse_yaml(path.read_text("utf-8"), path.name)) for path in files}
    taken = {channel.get("phone") for tree in trees.values() for item in tree["services"] for channel in item["channels"]}
    originals = {path: [item for item in tree["services"] if is_copied(item)] for path, tree in trees.items()}
    usable = [path for path in files if originals[path]]
    missing = count - sum(len(tree["services"]) for tree in trees.values())
    for number in range(missing):
        path = usable[number % len(usable)]
        service = dict(chance.choice(originals[path]))
        phone = other_number(service["channels"][0]["phone"], taken, chance)
        taken.add(phone)
        service |= {"id": f"{service['id']}-copy-{number}", "channels": [service["channels"][0] | {"phone": phone}]}
        trees[path]["services"].append(service)
    for path, tree in trees.items():
        if missing > 0:
            write(path, tree)


def is_copied(service: dict[str, Any]) -> bool:
    """Tell whether a service can be copied: one that is open, with an international number, and with no text of its own."""
    texts = {"note", "reason", "status", "replaced_by", "since"}
    return "phone" in service["channels"][0] and not texts & set(service) and "also_stated" not in service["channels"][0]


def other_number(phone: str, taken: set[Any], chance: random.Random) -> str:
    """Return a valid number like another one, which nobody has."""
    while True:
        found = phonenumbers.parse(phone)
        digits = len(str(found.national_number))
        found.national_number = chance.randrange(10 ** (digits - 1), 10**digits)
        if phonenumbers.is_valid_number(found):
            text = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            # Two numbers that differ by swapped digits are refused as a likely mistake.
            swapped = {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)}
            if not taken & {text, *swapped}:
                return text


def translate(out: Path, copies: dict[str, str]) -> None:
    """Write the catalogues: copies have the translations of what they were copied from, new languages have made-up ones."""
    data, problems = load(out)
    if data is None or problems:
        raise ValueError(f"the generated data cannot be read: {problems[:3]}")
    for name, text in catalogue_texts(data).items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for language in (str(item.code) for item in data.site.languages[1:]):
        catalogues = {path: polib.pofile(str(path), wrapwidth=WRAP) for path in sorted((out / "locale" / language).glob("*.po"))}
        known = {entry.msgctxt: entry for catalogue in catalogues.values() for entry in catalogue if entry.msgstr}
        for path, catalogue in catalogues.items():
            for entry in catalogue:
                if not entry.msgstr and not entry.obsolete:
                    entry.msgstr = translation(entry, known, copies)
            path.write_text(str(catalogue) + "\n", "utf-8")


def translation(entry: polib.POEntry, known: dict[str, polib.POEntry], copies: dict[str, str]) -> str:
    """Return the translation of a text: that of the text from which it was copied, or the same in other letters."""
    file, _, where = entry.msgctxt.partition("#")
    original = known.get(f"{copies.get(file, file)}#{where}")
    if original is None:
        parts = FIXED.split(entry.msgid)
        return "".join(part if number % 2 else part.translate(LETTERS) for number, part in enumerate(parts))
    return str(original.msgstr) + entry.msgid.removeprefix(original.msgid)


def plain(tree: Any) -> Any:
    """Return a tree of the data as plain dicts, lists and texts."""
    if isinstance(tree, dict):
        return {str(key): plain(value) for key, value in tree.items()}
    return [plain(item) for item in tree] if isinstance(tree, list) else str(tree)


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # copies share parts, and our YAML has no anchors


def write(path: Path, tree: Any) -> None:
    """Write a tree as YAML in which every value is text."""
    text = yaml.dump(tree, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False, default_style='"')
    path.write_text(text, "utf-8")


def main() -> int:
    """Parse the arguments and make the project."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", metavar="OUT", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--languages", type=int, default=14)
    parser.add_argument("--pages", type=int, default=300, help="pages in each language, in all")
    parser.add_argument("--services", type=int, default=0, help="services, in all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.out, options.languages, options.pages, options.services, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
