"""The proof: the built HTML of all languages agrees with the data.

Read `RULES` for what is proved. Adding a rule is one generator, whose docstring is the rule, and one line in its
module's list. Rules on a page take the page and what it must agree with; rules on the site take the records of all
pages. The name of a rule is that of its function.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .contacts import contacts_of
from .forking import in_processes
from .loading import Data
from .problems import Place, Problem
from .proof import (
    contact_rules,
    country_rules,
    export_rules,
    figure_rules,
    frame_rules,
    language_rules,
    link_rules,
    search_rules,
    site_rules,
    text_rules,
    typed_rules,
)
from .proof.folder import Built, Fault, Record
from .proof.page import Page
from .proof.reading import Unreadable

PageRule = Callable[[Page, Built], Iterator[Fault]]
SiteRule = Callable[[Built, Sequence[Record]], Iterator[Fault]]
Looked = tuple[list[Problem], Record | None, int]
SHARE = 100  # pages; fewer are proved sooner by one process than by another one too
READABLE = "readable"  # the one rule that cannot be switched off: what cannot be read has not been proved

PAGE_RULES: tuple[PageRule, ...] = (
    *contact_rules.RULES,
    *country_rules.RULES,
    *text_rules.RULES,
    *typed_rules.RULES,
    *figure_rules.RULES,
    *language_rules.RULES,
    *link_rules.RULES,
    *frame_rules.RULES,
    *search_rules.PAGE_RULES,
)
SITE_RULES: tuple[SiteRule, ...] = (*site_rules.RULES, *search_rules.SITE_RULES, *export_rules.RULES)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was proved: the problems, and how many pages, languages, published contacts and links were looked at."""

    problems: list[Problem]
    pages: int
    languages: int
    contacts: int
    links: int


def name_of(rule: PageRule | SiteRule) -> str:
    """Return the name of a rule as problems show it: `contact_fact` is "contact-fact"."""
    return rule.__name__.replace("_", "-")


def rule_names() -> list[str]:
    """Return the names of all rules that can be switched off."""
    return [*map(name_of, PAGE_RULES), *map(name_of, SITE_RULES)]


def prove(folder: Path, data: Data) -> list[Problem]:
    """Prove the site in a folder against the data; return the problems, whose places are paths in the folder."""
    return examine(folder, data).problems


def examine(folder: Path, data: Data, without: Collection[str] = ()) -> Proof:
    """Prove all pages in all languages and count what was looked at.

    `without` names rules to leave out, which only tests do. Raises `ValueError` for a name that is no rule.
    """
    if unknown := set(without) - set(rule_names()):
        raise ValueError(f"no such rule: {', '.join(sorted(unknown))}")
    built = Built(folder=folder, data=data)
    looked = _examine_pages(built, without)
    records = [record for _, record, _ in looked if record]
    problems = [problem for found, _, _ in looked for problem in found]
    problems += examine_whole(built, records, without)
    published = {contact for country in data.countries.values() for contact in contacts_of(country)}
    return Proof(
        problems=sorted(set(problems)),
        pages=len(records),
        languages=len({record.language for record in records}),
        contacts=len(published),
        links=sum(links for _, _, links in looked),
    )


def _examine_pages(built: Built, without: Collection[str]) -> list[Looked]:
    files = built.pages()
    shares = min(os.cpu_count() or 1, len(files) // SHARE)  # each works out anew what pages have in common
    if shares < 2:
        return [examine_page(built, file, without) for file in files]
    built.prepare()
    parts = in_processes(partial(_examine_part, built, without), [files[number::shares] for number in range(shares)])
    looked = {file: found for part in parts for file, found in part}
    return [looked[file] for file in files]


def _examine_part(built: Built, without: Collection[str], files: Sequence[str]) -> list[tuple[str, Looked]]:
    return [(file, examine_page(built, file, without)) for file in files]


def examine_page(built: Built, file: str, without: Collection[str] = ()) -> Looked:
    """Prove one page of the folder by itself.

    Returns the problems, what the rules on the whole site need to know of the page (None when it cannot be read),
    and how many links were looked at.
    """
    try:
        page = built.read(file)
    except (Unreadable, OSError) as error:
        return [_problem(file, READABLE, Fault(str(error), "build the site again"))], None, 0
    rules = (rule for rule in PAGE_RULES if not without or name_of(rule) not in without)
    problems = [_problem(file, name_of(rule), fault) for rule in rules for fault in rule(page, built)]
    return problems, _record(page, built), len(page.links) + len(page.loads)


def examine_whole(built: Built, records: Sequence[Record], without: Collection[str] = ()) -> list[Problem]:
    """Prove what the pages must be together, from the records of all of them."""
    rules = ((name_of(rule), rule) for rule in SITE_RULES if name_of(rule) not in without)
    problems = [_problem(".", name, fault) for name, rule in rules for fault in rule(built, records)]
    if not records:
        problems.append(_problem(".", READABLE, Fault("the folder holds no page", "build the site first: make site")))
    return problems


def _problem(file: str, rule: str, fault: Fault) -> Problem:
    return Problem(place=Place(path=fault.file or file), rule=rule, message=fault.message, fix=fault.fix)


def _record(page: Page, built: Built) -> Record:
    return Record(
        file=page.file,
        language=page.language,
        path=page.path,
        title=next(iter(language_rules.titles_of(page)), ""),
        description=next(iter(language_rules.descriptions_of(page)), ""),
        items=language_rules.items_of(page),
        ids=frozenset(page.by_id),
        anchors=frozenset(link_rules.anchors_of(page, built)),
    )
