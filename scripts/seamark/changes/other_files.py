"""What changes in the files beside the countries': reviewed short codes, what is held back, the site's settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..loading import Data
from ..model import HeldBack, ShortCode, Site
from ..problems import Place
from ..yamltext import Text
from .flags import limits_of

Told = tuple[Place, str, list[str]]  # where it stands, what it is about, what changes
SITE, SHORT, HELD = (Place(path=f"data/{name}.yml") for name in ("site", "short_codes", "held_back"))


def tell_other_files(before: Data, after: Data) -> Iterator[Told]:
    """Yield what changes in data/short_codes.yml, data/held_back.yml and data/site.yml."""
    if before.short_codes != after.short_codes:
        yield from _tell_short_codes(before.short_codes, after.short_codes)
    if before.held_back != after.held_back:
        yield from _tell_held_back(before.held_back, after.held_back)
    if before.site != after.site:
        yield SITE, "The site", _tell_site(before.site, after.site)


def _tell_short_codes(before: Iterable[ShortCode], after: Iterable[ShortCode]) -> Iterator[Told]:
    def keyed(codes: Iterable[ShortCode]) -> dict[tuple[str, str, str], ShortCode]:
        return {(str(code.country), str(code.number), str(code.service)): code for code in codes}

    old, new = keyed(before), keyed(after)
    for key in sorted({*old, *new}):
        where = f'Short code {key[1]} of "{key[2]}" in {key[0]}'
        place = new[key].number.place if key in new else SHORT
        if key not in old:
            yield place, where, [f"it is reviewed now, by {_listed(new[key].source)}"]
        elif key not in new:
            yield place, where, ["it is no longer among the reviewed short codes"]
        elif set(old[key].source) != set(new[key].source):
            yield place, where, [f"its sources {_listed(old[key].source)} become {_listed(new[key].source)}"]


def _tell_held_back(before: Iterable[HeldBack], after: Iterable[HeldBack]) -> Iterator[Told]:
    def keyed(entries: Iterable[HeldBack]) -> dict[tuple[str, str], HeldBack]:
        return {(str(entry.service), str(entry.contact or "")): entry for entry in entries}

    old, new = keyed(before), keyed(after)
    for key in sorted({*old, *new}):
        entry = new.get(key) or old[key]
        # What belongs to one person, or shows where a shelter is, is not repeated in a report.
        contact = "a contact" if entry.reason in ("personal", "shelter-address") else f'"{key[1]}"'
        where = f'{contact if key[1] else "The whole service"} of "{key[0]}"'
        if key not in old:
            yield entry.service.place, where, [f"it is held back now ({entry.reason})"]
        elif key not in new:
            yield HELD, where, [f"it is no longer held back ({entry.reason})"]
        elif old[key] != entry:
            reasons = f' ("{old[key].reason}", now "{entry.reason}")' if old[key].reason != entry.reason else ""
            yield entry.service.place, where, [f"what is said about why it is held back changes{reasons}"]


def _tell_site(before: Site, after: Site) -> list[str]:
    """Tell every setting that changes; limits that become weaker are flagged besides."""
    told = []
    for name in ("name", "stage", "url", "edit_url"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            told.append(f'"{name}" "{old}" becomes "{new}"')
    exits = [{str(language.code): str(language.exit) for language in site.languages} for site in (before, after)]
    for code in sorted({*exits[0], *exits[1]}):
        if code not in exits[1]:
            told.append(f'the site is no longer in the language "{code}"')
        elif code not in exits[0]:
            told.append(f'the site is now also in the language "{code}"')
        elif exits[0][code] != exits[1][code]:
            told.append(f'the link to leave, in "{code}", leads to {exits[1][code]}, no longer to {exits[0][code]}')
    limits = [limit for limit in limits_of(before, after) if limit[1] != limit[2]]
    return told + [f"{what}: to be looked at again after {new} days, no longer after {old}" for what, old, new in limits]


def _listed(names: Iterable[Text]) -> str:
    return ", ".join(f'"{name}"' for name in sorted(names))
