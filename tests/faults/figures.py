"""Mistakes in figures, country profiles and news."""

from __future__ import annotations

from .fault import Change, fault

DK = "data/statistics/dk.yml"
IS = "data/statistics/is.yml"
PROFILE = "data/profiles/dk.yml"
NEWS = "data/news/2013-05-22-conference-in-tallinn.yml"
TOTAL = '{"2016": "121", "2017": "98", "2018": "97"}'
MEN = '      - label: Male\n        values: {"2016": "7", "2017": "8", "2018": "51"}'

FAULTS = (
    fault("figures-are-numbers", "a comma from a spreadsheet", DK, TOTAL, TOTAL.replace('"98"', '§"98,0"')),
    fault("figures-are-numbers", "a dash for a figure that is not given", DK, '{"2016": "3", "2017": not-given, "2018": "2"}', '{"2016": "3", "2017": §"–", "2018": "2"}'),
    fault("figures-stand-for-years", "a year of two digits", DK, TOTAL, TOTAL.replace('"2018"', '§"18"')),
    fault("figures-stand-for-years", "a year is lost from a row", DK, MEN, '      - label: §Male\n        values: {"2016": "7", "2017": "8"}'),
    fault("figure-tables-stand-once", "a kind of table misspelt", DK, "kind: origin", "kind: §orign"),
    fault("figure-tables-stand-once", "a row was copied, its label was not changed", DK, "label: Uganda", "label: §Nigeria"),
    fault("parts-do-not-exceed-totals", "a digit typed wrongly in a part", DK, '{"2016": "112", "2017": "86", "2018": "31"}', '{"2016": "172", "2017": "86", "2018": "31"}',
          Change(DK, "- kind: form", "- kind: §form")),
    fault("other-figures-differ", "the row of the other figure misspelt", IS, 'row: "Investigations", period: "2016"', 'row: §"Investigation", period: "2016"'),
    fault("figures-have-a-dated-source", "a page without a date as the source", DK, "source: cbss-round-up-2020", "source: §slovenia-tips"),
    fault("files-are-named-by-their-country", "a file was copied, its country was not changed", DK, 'country: "DK"', 'country: §"SI"'),
    fault("news-are-named-by-their-date", "the date was put right, the file not named again", NEWS, '"2013-05-22"', '§"2013-05-23"'),
    fault("profile-parts-stand-once", "a part of a profile misspelt", PROFILE, "kind: stay", "kind: §stays", Change(PROFILE, 'country: "DK"', 'country: §"DK"')),
    fault("profile-parts-stand-once", "a part of a profile is lost", PROFILE, "  - kind: stay\n    statements: []\n", "", Change(PROFILE, 'country: "DK"', 'country: §"DK"')),
    fault("english-words-are-plain", "a year typed into the words", DK, "counted: Victims who were identified", "counted: §Victims who were identified by 2016"),
)  # fmt: skip
