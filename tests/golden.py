"""Golden pages: a small country and a page of words, as each block renders them, kept in tests/cases/rendering/.

Interface and closed lists say their own names there ("local-number {number}"), so that the pages change when
the structure does and not when somebody finds better words. A translation is the English text behind the
language's code, but for the texts in `MISSING`, `STALE` and `REVIEWED`.

After a wanted change: `python tests/golden.py` writes the pages again. Look at the difference before you keep it.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_origin

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "scripts"))

from seamark import model  # noqa: E402
from seamark.loading import FILE_NAMES, SINGLE_FILES, Data, load  # noqa: E402
from seamark.rendering import Renderer  # noqa: E402
from seamark.translations import PLACEHOLDER, Catalogue, Entry, SignOff, Unit, fingerprint, units  # noqa: E402
from seamark.yamltext import Text  # noqa: E402

CASE = HERE / "cases" / "rendering"
AS_OF = date(2026, 11, 22)
LANGUAGES = ("en", "uk", "ar")
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "help/ee": ('{% include "country.html" %}\n', {"country": "ee"}),
    "help/eu": ('{% include "country.html" %}\n', {"country": "eu"}),
    "case": ('{% include "words.html" %}\n', {"words": "pages/case"}),
    "journalists/term/debt-bondage": ('{% include "concept.html" %}\n', {"concept": "debt-bondage"}),
    "journalists/term/servitude": ('{% include "concept.html" %}\n', {"concept": "servitude"}),
}
MISSING = {"pages/case#sections.lists.points.1", "ui#cost", "vocabularies#cost.free.label"}
STALE = {"pages/case#sections.lists.points.2", "countries/ee#services.ee-full.note", "laws#convention.short"}
REVIEWED = {"pages/case#title", "pages/case#lead"}


def project(folder: Path) -> Data:
    """Make the small project in a folder and load it."""
    shutil.copytree(CASE / "data", folder / "data")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "docs" / "journalists").mkdir(parents=True)
    (folder / "docs" / "journalists" / "glossary.md").write_text("---\nwords: pages/case\n---\n", "utf-8")
    real, _ = load(ROOT)
    assert real is not None
    texts = {"ui": _interface(real), "vocabularies": _vocabularies(real)}
    for name, kind in SINGLE_FILES.items():
        path = folder / "data" / f"{FILE_NAMES.get(name, name)}.yml"
        if not path.exists():
            path.write_text(texts.get(path.stem, "[]\n" if get_origin(kind) is tuple else "{}\n"), "utf-8")
    data, problems = load(folder)
    assert data is not None, problems
    assert problems == []
    return data


def _interface(real: Data) -> str:
    return "".join(f'{key}: "{key}{_placeholders(item.text)}"\n' for key, item in real.interface.items())


def _placeholders(text: str) -> str:
    return "".join(f" {{{name}}}" for name in PLACEHOLDER.findall(text))


def _vocabularies(real: Data) -> str:
    lines = []
    for name in model.Vocabularies.model_fields:
        lines.append(f"{name}:\n")
        for key, term in getattr(real.vocabularies, name).items():
            group = f", group: {term.group}" if term.group else ""
            lines.append(f"  {key}: {{label: {name}-{key}{group}}}\n")
    return "".join(lines)


def catalogue(data: Data, language: str) -> Catalogue:
    """Return the translations into a language."""
    made = {unit.id: _translated(unit, language) for unit in units(data) if unit.id not in MISSING}
    signed = {name: Text(fingerprint(made[name].source, made[name].text)) for name in REVIEWED}
    role, day = Text("native reader"), Text("2026-11-22")
    signoffs = {name: SignOff(text=mark, on=day, by_role=role) for name, mark in signed.items()}
    return Catalogue(language, made, signoffs)


def _translated(unit: Unit, language: str) -> Entry:
    source = f"Old: {unit.text}" if unit.id in STALE else str(unit.text)
    return Entry(source=source, text=f"{language}: {unit.text}", path="", line=1)


def rendered() -> dict[str, str]:
    """Return every page in every language, by its path below tests/cases/rendering/expected/."""
    found: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        data = project(Path(folder))
        _translate_a_term(data)
        for language in LANGUAGES:
            renderer = Renderer(data, catalogue(data, language), AS_OF)
            for path, (source, meta) in PAGES.items():
                found[f"{language}/{path.replace('/', '-')}.md"] = _as_text(renderer.render(path, source, meta))
    return found


def _translate_a_term(data: Data) -> None:
    """Give one concept its term in two languages, as its page looks them up: by a machine, and by a person."""
    term = data.glossary["debt-bondage"].term
    for language in LANGUAGES[1:]:
        folder = data.root / "locale" / language
        folder.mkdir(parents=True)
        po = f'msgctxt "glossary/debt-bondage#term"\nmsgid "{term}"\nmsgstr "{language}: {term}"\n'
        (folder / "glossary.po").write_text(po, "utf-8")
    signoffs = data.root / "locale" / "signoff"
    signoffs.mkdir()
    print_of = fingerprint(term, f"ar: {term}")
    signed = f'{{text: "{print_of}", on: "2026-11-22", by_role: native reader}}'
    (signoffs / "ar.yml").write_text(f'"glossary/debt-bondage#term": {signed}\n', "utf-8")


def _as_text(page: Any) -> str:
    lines = [f"title: {page.title}", f"description: {page.description}", f"statuses: {' '.join(sorted(page.statuses))}", ""]
    # Jinja leaves empty lines and spaces at ends of lines; Markdown does not care for more than one.
    for line in page.markdown.splitlines():
        if line.strip() or lines[-1]:
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Write the golden pages again."""
    if os.environ.get("CI"):
        print("The golden pages are written by people who look at the difference, never by CI.")
        return 1
    shutil.rmtree(CASE / "expected", ignore_errors=True)
    for name, text in rendered().items():
        path = CASE / "expected" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
