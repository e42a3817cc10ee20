"""Tables of cases for the checks: what each rule must find (BAD) and must let pass (GOOD)."""

from __future__ import annotations

from . import (
    catalogues,
    contacts,
    do_not_list,
    english,
    facts,
    figures,
    lists,
    organisations,
    services,
    short_codes,
    site,
    terms,
    words,
)
from .case import Case

MODULES = (
    *(contacts, short_codes, lists, facts, services, words, site, catalogues, terms, do_not_list, organisations),
    *(figures, english),
)
BAD: tuple[Case, ...] = tuple(case for module in MODULES for case in module.BAD)
GOOD: tuple[Case, ...] = tuple(case for module in MODULES for case in module.GOOD)
