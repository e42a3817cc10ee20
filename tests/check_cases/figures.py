"""Cases for the figures on victims and on criminal justice."""

from __future__ import annotations

from factory import Edit

from .case import REFERENCES, Case, case

FIGURES = "data/statistics/ee.yml"
TOTALS = 'values: {"2016": "10", "2017": not-legible, "2018": "12"}'
WOMEN = 'values: {"2016": "8", "2017": "0", "2018": "10"}'
NOTE = "    note: For {2018} the forms come to one more than the total.\n"
COUNTED = "counted: Victims who were identified"
CRIMES = 'values: {"2016": "150", "2017": "90", "2018": "4"}'


def crimes(rule: str, values: str, also: tuple[str, ...] = ()) -> Case:
    """Return a case with other figures of registered crimes."""
    return case(rule, FIGURES, CRIMES, f"values: {values}", also=also)


def other(old: str, new: str) -> Case:
    """Return a case with another figure that is also stated."""
    return case("other-figures-differ", FIGURES, old, new)


BAD: tuple[Case, ...] = (
    crimes("figures-are-numbers", '{"2016": §"1 500", "2017": "90", "2018": "4"}'),
    crimes("figures-are-numbers", '{"2016": §"007", "2017": "90", "2018": "4"}'),
    crimes("figures-are-numbers", '{"2016": §none, "2017": "90", "2018": "4"}'),
    crimes("figures-are-numbers", '{"2016": §"-", "2017": "90", "2018": "4"}'),
    case("figures-are-numbers", FIGURES, 'value: "11"', 'value: §"about ten"'),
    case("figures-have-a-dated-source", FIGURES, "source: law-palermo", "source: §signs-report"),
    case(
        "figures-stand-for-years",
        FIGURES,
        f"- label: Registered crimes\n        {CRIMES}",
        '- label: Registered crimes\n        values: {§"16": "1", §"2027": "1", §"2018-2016": "1", §"1999": "1", §"2016-": "1"}',
    ),
    case(
        "figures-stand-for-years",
        FIGURES,
        '- label: Male\n        values: {"2016": "2", "2017": "0", "2018": "2"}',
        '- label: §Male\n        values: {"2016": "2", "2018": "2"}',
    ),
    case("parts-do-not-exceed-totals", FIGURES, NOTE, "", Edit(FIGURES, "- kind: form", "- kind: §form")),
    case("parts-do-not-exceed-totals", FIGURES, WOMEN, WOMEN.replace('"8"', '"9"'), Edit(FIGURES, ": gender", ": §gender")),
    case(
        "parts-do-not-exceed-totals",
        FIGURES,
        'values: {"2016": "10", "2017": "3", "2018": "7"}',
        'values: {"2016": "11", "2017": "3", "2018": "7"}',
        Edit(FIGURES, "- kind: children", "- kind: §children"),
    ),
    case("figure-tables-stand-once", FIGURES, "kind: justice", "kind: §justise"),
    case(
        "figure-tables-stand-once",
        FIGURES,
        "kind: justice",
        "kind: §children",
        Edit(FIGURES, CRIMES, CRIMES.replace("150", "5").replace("90", "5")),
    ),
    case("figure-tables-stand-once", FIGURES, "label: Male", "label: §Female"),
    other("row: Total,", "row: §Totals,"),
    other('period: "2017", value: "11"', 'period: "2018", value: §"12"'),
)
GOOD: tuple[Case, ...] = (
    crimes("figures-are-numbers", '{"2016": "0", "2017": not-given, "2018": not-legible}'),
    case("figures-have-a-dated-source", REFERENCES, 'stated: "2000-11-15"', 'stated: "2000"'),
    case(
        "figures-stand-for-years",
        FIGURES,
        f"- label: Registered crimes\n        {CRIMES}",
        '- label: Registered crimes\n        values: {"2016-2018": "1", "2026": "1"}',
    ),
    case("parts-do-not-exceed-totals", FIGURES, TOTALS, TOTALS.replace('"12"', "not-given")),
    case("parts-do-not-exceed-totals", FIGURES, WOMEN, WOMEN.replace('"8"', '"1"')),
    case("figure-tables-stand-once", FIGURES, "kind: justice", "kind: crimes"),
    other('period: "2017", value: "11"', 'period: "2016-2018", value: "33"'),
)
