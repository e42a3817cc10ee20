"""Cases for the list of those who asked not to be listed."""

from __future__ import annotations

from factory import Edit

from seamark.unlisted import mark_of

from .case import EE, HELD, NO, Case, case

LIST = "data/do_not_list.yml"
MARK = '"0a1b2c"'


def asked(path: str, old: str, new: str, form: str, also: tuple[str, ...] = ()) -> Case:
    """Return a case in which somebody, in the form in which it is compared, is on the list."""
    return case("unlisted-stand-nowhere", path, old, new, Edit(LIST, MARK, f'"{mark_of(form)}"'), also=also)


BAD: tuple[Case, ...] = (
    # what is no mark
    case("marks-are-whole", LIST, MARK, '§"+372 660 7320"'),
    case("marks-are-whole", LIST, MARK, '§"0A1B2C"'),
    case("marks-are-whole", LIST, MARK, '§"0a1b2c3d"'),
    case("marks-are-whole", LIST, MARK, '§"0a1b2"'),
    case(
        "marks-are-whole",
        LIST,
        "reason: personal",
        'reason: personal\n- mark: §"0a1b2c"\n  on: "2026-10-06"\n  reason: personal',
    ),
    # contacts, wherever they stand
    asked(EE, '"+372 614 7393"', '§"+372 614 7393"', "+3726147393"),
    asked(EE, '"+372 614 7393"', '§"+372 6147-393"', "+3726147393"),
    asked(NO, 'short: "116006"', 'short: §"116006"', "NO 116006"),
    asked(EE, "vana@example.ee", "§Vana@example.ee", "vana@example.ee"),
    asked(EE, '- hours: "Mo-Fr 09:00-17:00"', '- phone: §"+372 660 7329"', "+3726607329"),
    asked(HELD, "maja.tamm@example.ee", "§maja.tamm@example.ee", "maja.tamm@example.ee"),
    asked(EE, "https://chat.example.ee/", "§https://chat.example.ee/", "chat.example.ee"),
    asked(EE, "https://www.example.ee/liin", "§https://www.example.ee/liin", "example.ee/liin"),
    # a whole domain
    asked(NO, "https://www.example.no/hjelp", "§https://www.example.no/hjelp", "example.no"),
    # names
    asked(EE, "et: Vana liin", "et: §„Vana liin“", "vana liin"),
    asked(NO, "publisher: Politiet", "publisher: §POLITIET", "politiet"),
    asked(HELD, "service: ee-night-line", "service: §ee-night-line", "night line"),
)

GOOD: tuple[Case, ...] = (
    case("marks-are-whole", LIST, "reason: personal", 'reason: personal\n- mark: "000000"\n  on: "2026-10-06"\n  reason: personal'),
    # the same short code of another country, a part of a name, and our own wording
    case("unlisted-stand-nowhere", LIST, MARK, f'"{mark_of("EE 116007")}"'),
    case("unlisted-stand-nowhere", LIST, MARK, f'"{mark_of("vana")}"'),
    case("unlisted-stand-nowhere", LIST, MARK, f'"{mark_of("helpline for children")}"'),
)
