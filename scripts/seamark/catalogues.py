"""Writing catalogues: gettext templates and PO files, merged by the identity of each unit.

The merge is ours because `pybabel update` carries translations to other strings by likeness and other
tools drop a text whose English has changed. Here a text keeps its translation as long as its unit
exists; when its English changes it is marked fuzzy, with the English that it was made from.
"""

from __future__ import annotations

import re
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from .languages import locale_of
from .loading import Data
from .po_files import read_po
from .translations import DOMAINS, SOURCE_LANGUAGE, Unit, units

WRAP = 100
# Where a text stands, by the end of its identity: what translators are told of texts without a note of their own.
PLACES = (
    (r"^glossary/[^#]*#term$", "Preferred term of the glossary: as the law of the country names it."),
    (r"^glossary/[^#]*#use\.", "Another admitted term."),
    (r"^glossary/[^#]*#avoid\.\d+\.term$", "Wording not to use: the one that is common in your language, not word by word."),
    (r"#definition$", "Definition in the glossary, one to three sentences."),
    (r"#headline$", "Example of a good headline."),
    (r"\.difference$", "What tells two concepts of the glossary apart."),
    (r"\.(reason|why)$", "Why a wording is not used, or why a service is closed."),
    (r"^acronyms#[^.]*\.meaning$", "What an acronym stands for: the official name in your language where there is one."),
    (r"^laws#[^.]*\.(title|short)$", "Name of a law: the official one in your language, without its number."),
    (r"^vocabularies#.*\.label$", "Word of a list, beside facts of a service: a capital first, no article."),
    (r"^vocabularies#.*\.hint$", "One sentence that explains a word of a list."),
    (r"#title$", "Title of a page: its heading, and in the browser's tab. True, and harmless to be seen."),
    (r"#description$", "One sentence for search engines."),
    (r"#lead$", "One or two sentences at the top of a page."),
    (r"#next\.text$", "Words of the button at the end of a page."),
    (r"\.heading$", "Heading of a part of a page."),
    (r"\.points\.\d+$", "Item of a list."),
    (r"\.steps\.\d+$", "Numbered step: to be done in this order."),
    (r"\.checklist\.\d+$", "Item to tick off."),
    (r"\.words\.\d+\.use$", "Wording to use, in a table."),
    (r"\.words\.\d+\.avoid$", "Wording not to use, in a table."),
    (r"\.(text|after)\.\d+$", "Paragraph."),
    (r"\.note$", "One short sentence beside a service or an acronym."),
)
FUZZY = "fuzzy"  # the flag of a translation made from another English text


def catalogue_texts(data: Data) -> dict[Path, str]:
    """Return what every template and catalogue below `locale/` must hold, by path below the root.

    Raises `PoProblem` when a catalogue that is there is not PO.
    """
    by_domain: dict[str, list[Unit]] = {domain: [] for domain in dict.fromkeys(DOMAINS.values())}
    for unit in units(data):
        by_domain[unit.domain].append(unit)
    texts = {}
    for domain, members in by_domain.items():
        texts[Path("locale") / "templates" / f"{domain}.pot"] = _as_text(_merged(members, None, ""))
        for language in data.site.languages:
            if language.code != SOURCE_LANGUAGE:
                path = Path("locale") / language.code / f"{domain}.po"
                texts[path] = _as_text(_merged(members, _old(data.root / path), str(language.code)))
    return texts


def _old(path: Path) -> polib.POFile | None:
    if not path.exists():
        return None
    read_po(path)  # refuses what polib would read in part
    return polib.pofile(str(path), encoding="utf-8")


def fill(catalogue: polib.POFile, translations: dict[str, str]) -> list[str]:
    """Put translations (text by unit id) into a catalogue; return the ids that it does not have."""
    entries = {entry.msgctxt: entry for entry in catalogue}
    for unit_id, text in translations.items():
        if unit_id in entries:
            entry = entries[unit_id]
            entry.msgstr = text
            entry.flags = [flag for flag in entry.flags if flag != FUZZY]
            entry.previous_msgid = None
    return sorted(set(translations) - set(entries))


def _merged(members: list[Unit], old: polib.POFile | None, language: str) -> polib.POFile:
    merged = polib.POFile(wrapwidth=WRAP)
    merged.metadata = _metadata(language)
    known = {entry.msgctxt: entry for entry in old or () if not entry.obsolete}
    takes = _translations_taken(members, known)
    for unit in members:
        entry = polib.POEntry(msgctxt=unit.id, msgid=str(unit.text), comment=_comment(unit))
        if "{" in unit.text:
            entry.flags.append("python-brace-format")
        before = takes.get(unit.id)
        if before is not None and before.msgstr:
            entry.msgstr = before.msgstr
            entry.tcomment = before.tcomment
            _mark_if_changed(entry, before)
        merged.append(entry)
    return merged


def _translations_taken(members: list[Unit], known: dict[str, polib.POEntry]) -> dict[str, polib.POEntry]:
    """Return, by unit, the entry of the old catalogue whose translation the unit takes.

    It is that of the unit itself, but a text that only moved within its file (another place in a list)
    takes its translation along, and what now stands at its old place does not inherit it.
    """
    kept = {unit.id for unit in members if unit.id in known and known[unit.id].msgid == unit.text}
    translated = [(context, entry) for context, entry in known.items() if entry.msgstr]
    others = {(_file_of(context), entry.msgid): entry for context, entry in translated if context not in kept}
    same = {(_file_of(context), entry.msgid): entry for context, entry in translated if context in kept}
    taken: dict[str, polib.POEntry] = {}
    left: set[str | None] = set()
    for unit in members:
        key = (_file_of(unit.id), str(unit.text))
        if unit.id not in kept and key in others:
            taken[unit.id] = others[key]
            left.add(others[key].msgctxt)
        elif unit.id not in kept and key in same:
            taken[unit.id] = same[key]
    return {context: entry for context, entry in known.items() if context not in left} | taken


def _mark_if_changed(entry: polib.POEntry, before: polib.POEntry) -> None:
    """Mark a translation as made from another English text than today's, or as its translator marked it."""
    made_from = before.previous_msgid if before.fuzzy and before.previous_msgid else before.msgid
    if made_from != entry.msgid:
        entry.flags.append(FUZZY)
        entry.previous_msgid = made_from
    elif before.fuzzy and not before.previous_msgid:
        entry.flags.append(FUZZY)


def _file_of(unit_id: str) -> str:
    return unit_id.partition("#")[0]


def _comment(unit: Unit) -> str:
    place = unit.note or next((words for pattern, words in PLACES if re.search(pattern, unit.id)), "")
    parts = [place, f"At most {unit.limit} letters." if unit.limit else "", "Safety: critical." if unit.critical else ""]
    return " ".join(part for part in parts if part)


def _metadata(language: str) -> dict[str, str]:
    metadata = {
        "Project-Id-Version": "Seamark",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        plural = get_plural(locale_of(language))
        metadata |= {"Language": language, "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"}
    return metadata


def _as_text(catalogue: polib.POFile) -> str:
    return f"{catalogue}\n" if not str(catalogue).endswith("\n") else str(catalogue)
