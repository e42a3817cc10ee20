"""Planted faults: small mistakes that people make, each with the one rule that must catch it. See README.md."""

from __future__ import annotations

from . import (
    beside_pages,
    built_pages,
    change_gate,
    dates,
    figures,
    hours,
    languages,
    numbers,
    services,
    settings,
    short_codes,
    sources,
    templates,
    translations,
    words,
    yaml_files,
)
from .fault import Fault

IN_DATA: dict[str, tuple[Fault, ...]] = {
    "YAML": yaml_files.FAULTS,
    "numbers": numbers.FAULTS,
    "short codes": short_codes.FAULTS,
    "hours": hours.FAULTS,
    "languages": languages.FAULTS,
    "dates": dates.FAULTS,
    "figures and news": figures.FAULTS,
    "sources": sources.FAULTS,
    "services": services.FAULTS,
    "words": words.FAULTS,
    "settings": settings.FAULTS,
    "translations": translations.FAULTS,
}
# Faults that no check of the data can see: what stands there is possible, and is not what stood there before.
IN_CHANGES: dict[str, tuple[Fault, ...]] = {"change gate": change_gate.FAULTS}
# Faults that are caught only on built pages.
IN_SITE: dict[str, tuple[Fault, ...]] = {
    "templates": templates.FAULTS,
    "built pages": built_pages.FAULTS,
    "open data and search": beside_pages.FAULTS,
}
