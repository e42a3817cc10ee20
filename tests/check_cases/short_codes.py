"""Cases for short codes."""

from __future__ import annotations

from factory import Edit

from .case import EE, NO, SHORT, Case, case

OTHER_HOURS = 'hours: "Mo-Fr 09:00-17:00"'
ENTRY = '- {country: "NO", number: "112"'
AMBULANCE = """  - id: ee-ambulance-112
    number: "112"
    reaches: ambulance
    source: ministry
"""

BAD: tuple[Case, ...] = (
    case("short-codes-are-digits", EE, 'short: "116006"', 'short: §"116 006"'),
    case("short-codes-are-digits", EE, OTHER_HOURS, 'short: §"116-006"'),
    case(
        "short-codes-are-digits",
        EE,
        'number: "112"',
        'number: §"12"',
        also=("reviewed-short-codes-are-used",),
    ),
    case(
        "short-codes-are-digits",
        SHORT,
        '"EE", number: "116006"',
        '"EE", number: §"6607321"',
        also=("short-codes-are-reviewed",),
    ),
    case("short-codes-are-reviewed", EE, 'sms: "116006"', 'sms: §"116111"'),
    case("short-codes-are-reviewed", EE, "      - email: helpline@example.ee", '      - short: §"112"'),
    case("short-codes-are-reviewed", NO, "        cost: free", '        source: police\n      - short: §"116111"'),
    case(
        "reviewed-short-codes-are-used",
        SHORT,
        ENTRY,
        '- {country: "NO", number: §"113", service: no-emergency-112, source: police}\n' + ENTRY,
    ),
    case(
        "reviewed-short-codes-are-used",
        SHORT,
        ENTRY,
        '- {country: "NO", number: §"116006", service: no-night-line, source: police}\n' + ENTRY,
    ),
    case(
        "reviewed-short-codes-have-sources",
        SHORT,
        "ee-emergency-112, source: ministry",
        "ee-emergency-112, source: §police",
    ),
    case(
        "reviewed-short-codes-have-sources",
        SHORT,
        ENTRY,
        '- {country: §"SE", number: "112", service: se-112, source: police}\n' + ENTRY,
        also=("reviewed-short-codes-are-used",),
    ),
    case(
        "reviewed-short-codes-stand-once",
        SHORT,
        ENTRY,
        '- {country: "EE", number: §"112", service: ee-emergency-112, source: press}\n' + ENTRY,
    ),
)

GOOD: tuple[Case, ...] = (
    case("short-codes-are-digits", EE, OTHER_HOURS, 'short: "116006"'),
    case("short-codes-are-reviewed", EE, 'sms: "116006"', 'sms: "+372 614 7393"'),
    case(
        "reviewed-short-codes-are-used",
        EE,
        "reach: abroad\n        area: Tallinn\n        source: board-2023",
        'source: board-2023\n      - short: "1247"\n        source: board-2023',
        Edit(
            SHORT,
            ENTRY,
            '- {country: "EE", number: "1247", service: ee-116006, source: press}\n' + ENTRY,
        ),
    ),
    case(
        "reviewed-short-codes-have-sources",
        SHORT,
        "ee-emergency-112, source: ministry",
        "ee-emergency-112, source: [ministry, press]",
    ),
    # one number may reach two services of a country, if each is reviewed
    case(
        "reviewed-short-codes-stand-once",
        EE,
        "emergency:\n",
        f"emergency:\n{AMBULANCE}",
        Edit(
            SHORT,
            ENTRY,
            '- {country: "EE", number: "112", service: ee-ambulance-112, source: ministry}\n' + ENTRY,
        ),
    ),
)
