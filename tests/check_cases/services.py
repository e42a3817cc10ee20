"""Cases for services that are closed, replaced, missing or held back."""

from __future__ import annotations

from factory import Edit

from .case import EE, EU, HELD, NO, Case, case

CLOSED = '    status: closed\n    since: "2020-01"\n    reason: Another line took over.\n    replaced_by: ee-116006\n'
INSTEAD = "instead_of_trafficking_line: no-116006\n"
NIGHT = '- country: "EE"\n  service: ee-night-line\n'
CHAIN = """  - id: ee-oldest-line
    kinds: victim-support
    name:
      et: Esimene liin
    status: closed
    since: unknown
    reason: It moved.
    replaced_by: {mark}ee-old-line
    audience: unknown
    source: old
    channels:
      - email: esimene@example.ee
        source: old
sources:
"""


def chain(mark: str) -> Edit:
    """Return a change that adds a service which the closed line of the correct project followed."""
    return Edit(EE, "sources:\n", CHAIN.format(mark=mark))


def circle(mark: str) -> Edit:
    """Return a change that adds two services; the second leads back to the closed line of the correct project."""
    first = CHAIN.format(mark=mark).replace("ee-old-line", "ee-lost-line").removesuffix("sources:\n")
    second = CHAIN.format(mark=mark).replace("ee-oldest-line", "ee-lost-line").replace("esimene@", "kadunud@")
    return Edit(EE, "sources:\n", first + second)


BAD: tuple[Case, ...] = (
    case("successors-are-open", EE, "replaced_by: ee-116006", "replaced_by: §ee-116007"),
    case("successors-are-open", EE, "replaced_by: ee-116006", "replaced_by: §ee-old-line"),
    case("successors-are-open", EE, "replaced_by: ee-116006", "replaced_by: §ee-oldest-line", chain("§")),
    case("successors-are-open", EE, "    replaced_by: ee-116006\n", "", chain("§")),
    # three that lead in a circle
    case("successors-are-open", EE, "replaced_by: ee-116006", "replaced_by: §ee-oldest-line", circle("§")),
    # along a chain to one that is closed for good
    case(
        "successors-are-open",
        EE,
        "replaced_by: ee-116006",
        "replaced_by: §ee-oldest-line",
        Edit(EE, "sources:\n", CHAIN.format(mark="").replace("    replaced_by: ee-old-line\n", "")),
    ),
    case(
        "successors-fit",
        EE,
        "replaced_by: ee-116006",
        "replaced_by: §no-116006",
    ),
    case(
        "successors-fit",
        EE,
        "replaced_by: ee-116006",
        "replaced_by: §ee-116006",
        Edit(EE, "audience: unknown\n    source: board-2023", "audience: professionals\n    source: board-2023"),
    ),
    case("closed-services-say-why", EE, 'status: closed\n    since: "2020-01"', "status: §closed"),
    case(
        "closed-services-say-why",
        EE,
        "status: closed",
        "status: §closed",
        Edit(EE, "    reason: Another line took over.\n", ""),
    ),
    case("closed-services-say-why", EE, "    audience: [victims", '    since: §"2020"\n    audience: [victims'),
    case("closed-services-say-why", EE, "    audience: [victims", "    reason: §It is new.\n    audience: [victims"),
    case("closed-services-say-why", EE, "    audience: [victims", "    replaced_by: §ee-116006\n    audience: [victims"),
    case("substitutes-can-be-called", NO, INSTEAD, "instead_of_trafficking_line: §no-116007\n"),
    case("substitutes-can-be-called", NO, INSTEAD, "instead_of_trafficking_line: [no-116006, §ee-116006]\n"),
    case(
        "substitutes-can-be-called",
        NO,
        INSTEAD,
        "instead_of_trafficking_line: §no-116006\n",
        Edit(
            NO,
            "audience: anyone",
            "status: closed\n    since: unknown\n    reason: Nobody answers.\n    audience: anyone",
        ),
    ),
    case(
        "substitutes-can-be-called",
        NO,
        INSTEAD,
        "instead_of_trafficking_line: §no-116006\n",
        Edit(NO, 'short: "116006"\n        cost: free', 'sms: "116006"'),
    ),
    case("substitutes-stand-where-needed", NO, INSTEAD, "", Edit(NO, '"NO"', '§"NO"')),
    case("substitutes-stand-where-needed", EE, "kinds: [trafficking-helpline, ", "kinds: [", Edit(EE, '"EE"', '§"EE"')),
    case(
        "substitutes-stand-where-needed",
        EE,
        "audience: [victims-of-trafficking, relatives]",
        "audience: professionals",
        Edit(EE, '"EE"', '§"EE"'),
    ),
    case(
        "substitutes-stand-where-needed",
        EE,
        "    audience: [victims-of-trafficking",
        '    status: closed\n    since: "2026"\n    reason: It ended.\n    audience: [victims-of-trafficking',
        Edit(EE, '"EE"', '§"EE"'),
    ),
    case("substitutes-stand-where-needed", EE, "services:", "instead_of_trafficking_line: §ee-116006\nservices:"),
    case(
        "services-can-be-reached",
        EE,
        "id: ee-old-line",
        "id: §ee-old-line",
        Edit(EE, "channels:\n      - email: vana@example.ee\n        source: old", "channels: []"),
    ),
    case(
        "services-can-be-reached",
        NO,
        'emergency:\n  - id: no-emergency-112\n    number: "112"\n    reaches: police\n    source: police',
        "emergency: []",
        Edit(NO, '"NO"', '§"NO"'),
        Edit("data/short_codes.yml", '- {country: "NO", number: "112", service: no-emergency-112, source: police}\n', ""),
    ),
    case("held-back-services-are-not-published", HELD, "ee-night-line", "§ee-old-line"),
    case("held-back-services-are-not-published", HELD, "ee-night-line", "§ee-emergency-112"),
    case("held-back-contacts-are-not-published", EE, "vana@example.ee", "§Maja.Tamm@example.ee"),
    case(
        "held-back-contacts-are-not-published",
        EE,
        'phone: "+372 614 7393"',
        "email: §maja.tamm@example.ee",
        also=("facts-fit-the-channel",),
    ),
    case(
        "held-back-contacts-are-not-published",
        NO,
        "    channels:",
        "    channels:\n      - email: §maja.tamm@example.ee\n        source: police",
    ),
    case(
        "held-back-contacts-are-not-published",
        HELD,
        NIGHT,
        f'{NIGHT}  contact: "+3726147393"\n',
        Edit(EE, '"+372 614 7393"', '§"+372 614 7393"'),
    ),
    case(
        "held-back-contacts-are-not-published",
        HELD,
        NIGHT,
        f"{NIGHT}  contact: https://www.example.ee/help/\n",
        Edit(EE, "https://www.example.ee/help", "§https://www.example.ee/help"),
    ),
)

GOOD: tuple[Case, ...] = (
    case("successors-are-open", EE, "sources:\n", CHAIN.format(mark="")),
    # a paused line may stand at the end of a chain: pausing is always allowed
    case(
        "successors-are-open",
        EE,
        "    audience: unknown\n    source: board-2023",
        "    status: paused\n    since: unknown\n    reason: The staff is ill.\n    audience: unknown\n    source: board-2023",
    ),
    case("successors-fit", EE, "replaced_by: ee-116006", "replaced_by: eu-116111"),
    case("successors-fit", EE, "replaced_by: ee-116006", "replaced_by: ee-thb-helpline"),
    case("closed-services-say-why", EE, CLOSED, "    status: paused\n    since: unknown\n    reason: The staff is ill.\n"),
    # pausing is always allowed: the substitute of a country, and the only line on trafficking
    case(
        "substitutes-can-be-called",
        NO,
        "audience: anyone",
        "status: paused\n    since: unknown\n    reason: Nobody answers.\n    audience: anyone",
    ),
    case(
        "substitutes-stand-where-needed",
        EE,
        "    audience: [victims-of-trafficking",
        '    status: paused\n    since: "2026"\n    reason: The staff is ill.\n    audience: [victims-of-trafficking',
    ),
    case(
        "substitutes-can-be-called",
        NO,
        'short: "116006"\n',
        'phone: "+47 22 33 11 60"\n        source: police\n      - short: "116006"\n',
    ),
    case(
        "substitutes-stand-where-needed",
        EU,
        'audience: children\n    source: commission\n    channels:\n      - short: "116111"',
        'audience: anyone\n    source: commission\n    channels:\n      - short: "116111"',
    ),
    case("services-can-be-reached", EU, "reaches: unknown", "reaches: [police, ambulance]"),
    case("held-back-services-are-not-published", HELD, "ee-night-line", "ee-116007"),
    case("held-back-contacts-are-not-published", HELD, NIGHT, f'{NIGHT}  contact: "+372 614 7392"\n'),
    # the same short code is something else in another country
    case(
        "held-back-contacts-are-not-published",
        HELD,
        NIGHT,
        '- country: "SE"\n  service: se-116006\n  contact: "116006"\n',
    ),
)
