"""Cases for organisations: one id for one operator."""

from __future__ import annotations

from factory import Edit

from .case import EE, NO, Case, case

BOARD = "      et: Sotsiaalkindlustusamet\n    audience"
CRISIS = "      et: Ohvriabi kriisitelefon\n"
SAME = "    operator:\n      et: Sotsiaalkindlustusamet\n"
OTHER = "    operator:\n      et: Päästeamet\n"


def named(name: str) -> str:
    """Return the operator of the first service with an organisation."""
    return BOARD.replace("\n    audience", f"\n    organisation: {name}\n    audience")


BAD: tuple[Case, ...] = (
    case("ids-begin-with-the-country", EE, BOARD, named("§no-board")),
    case("ids-are-lower-case", EE, BOARD, named("§ee-Board")),
    # one operator and two organisations, written or not
    case("operators-have-one-organisation", EE, CRISIS, f"{CRISIS}{SAME}    organisation: §ee-board\n"),
    case("operators-have-one-organisation", EE, "id: ee-116006\n", "id: §ee-116006\n", Edit(EE, CRISIS, CRISIS + SAME)),
    # one organisation and two operators
    case(
        "organisations-have-one-operator",
        EE,
        BOARD,
        named("ee-board"),
        Edit(EE, CRISIS, f"{CRISIS}{OTHER}    organisation: §ee-board\n"),
    ),
    case("organisations-have-one-operator", EE, CRISIS, f"{CRISIS}    organisation: §ee-thb-helpline\n"),
)

GOOD: tuple[Case, ...] = (
    case(
        "operators-have-one-organisation",
        EE,
        BOARD,
        named("ee-board"),
        Edit(EE, CRISIS, f"{CRISIS}{SAME}    organisation: ee-board\n"),
    ),
    # the same organisation in two countries has a page for each
    case("operators-have-one-organisation", NO, "      nb: VO-linjen\n", f"      nb: VO-linjen\n{SAME.replace('et:', 'en:')}"),
    case("organisations-have-one-operator", EE, BOARD, named("ee-board")),
)
