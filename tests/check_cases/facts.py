"""Cases for ids, closed lists, sources, dates and languages."""

from __future__ import annotations

from factory import Edit

from .case import DEBT, EE, EU, HELD, HOME, LAWS, LISTS, NO, REFERENCES, SITE, THB, TIPS, Case, case

CONFIRMED = 'on: "2026-10-01"'
STATED = 'stated: "2023-03-09"'
BOARD = 'source: board-2023\n      - sms: "116006"'
LAST_SOURCE = "  old:\n    title: Aruanne"
MAIN_LANGUAGES = "languages: [et, ru]"


def stated(rule: str, written: str) -> Case:
    """Return a case in which a source bears another date."""
    return case(rule, EE, STATED, f"stated: {written}")


def answered(written: str, rule: str = "languages-exist") -> Case:
    """Return a case in which a line answers in other languages."""
    return case(rule, EE, MAIN_LANGUAGES, f"languages: {written}")


IDENTITY = (
    case("ids-are-lower-case", EE, "id: ee-old-line", "id: §ee-Old_line"),
    case("ids-are-lower-case", EE, "id: ee-old-line", "id: §ee-vana-liin-ö"),
    case(
        "ids-are-lower-case",
        EE,
        LAST_SOURCE,
        "  §Old:\n    title: Aruanne",
        Edit(EE, "vana@example.ee\n        source: old", "vana@example.ee\n        source: Old"),
        Edit(EE, "audience: unknown\n    source: old", "audience: unknown\n    source: Old"),
    ),
    case("ids-are-lower-case", TIPS, "id: journey", "id: §the journey"),
    case(
        "ids-are-lower-case",
        REFERENCES,
        "signs-report:",
        "signs-report:\n  title: Signs\n  publisher: unknown\n  language: en\n  tier: report\n§signs--report:",
    ),
    case(
        "ids-are-lower-case",
        LISTS,
        "  anyone: {",
        "  §Some_one: {label: Someone}\n  anyone: {",
        also=("critical-texts-are-translated",),
    ),
    case("ids-begin-with-the-country", EE, "id: ee-old-line", "id: §old-line"),
    case("ids-begin-with-the-country", EE, "id: ee-old-line", "id: §no-old-line"),
    case("ids-are-unique", EE, "id: ee-old-line", "id: §ee-116006", also=("successors-are-open",)),
    case("ids-are-unique", EE, "id: ee-old-line", "id: §ee-emergency-112"),
    case(
        "section-ids-are-unique",
        TIPS,
        "sections:",
        "sections:\n  - id: journey\n    heading: Before",
        Edit(TIPS, "  - id: journey\n    heading: The journey", "  - id: §journey\n    heading: The journey"),
    ),
    case("files-are-named-by-their-id", DEBT, "id: debt-bondage", "id: §bondage"),
    case(
        "files-are-named-by-their-id",
        NO,
        'country: "NO"',
        'country: §"SE"',
        also=(
            "ids-begin-with-the-country",
            "reviewed-short-codes-are-used",
            "short-codes-are-reviewed",
        ),
    ),
)

LISTED = (
    case(
        "kinds-are-listed",
        EE,
        "kinds: [trafficking-helpline, labour-rights]",
        "kinds: [trafficking-helpline, §labor-rights]",
    ),
    case(
        "kinds-are-listed",
        EE,
        "kinds: [trafficking-helpline, labour-rights]",
        "kinds: [trafficking-helpline, §unknown]",
    ),
    case("kinds-are-listed", EU, "- id: eu-116000\n    kinds: child-helpline", "- id: §eu-116000\n    kinds: []"),
    case("audiences-are-listed", EE, "[victims-of-trafficking, relatives]", "[victims-of-trafficking, §victims]"),
    case("audiences-are-listed", EE, "[victims-of-trafficking, relatives]", "[relatives, §relatives]"),
    case("audiences-are-listed", EE, "[victims-of-trafficking, relatives]", "[relatives, §unknown]"),
    case(
        "audiences-are-listed", NO, "- id: no-116006", "- id: §no-116006", Edit(NO, "audience: anyone", "audience: []")
    ),
    case("support-is-listed", EE, "support: [advice, referral]", "support: [advice, §shelter]"),
    case("support-is-listed", EE, "support: [advice, referral]", "support: §unknown"),
    case("reach-is-listed", EE, "reach: abroad", "reach: §everywhere"),
    case("reach-is-listed", EE, 'hours: "Mo-Fr 09:00-17:00"', "reach: §everywhere"),
    case("cost-is-listed", EE, "cost: standard", "cost: §normal"),
    case("cost-is-listed", EE, 'hours: "Mo-Fr 09:00-17:00"', "cost: §normal"),
    case("emergency-reaches-are-listed", EE, "[police, ambulance]", "[police, §fire]"),
    case("statuses-are-listed", EE, "status: closed", "status: §shut"),
    case("tiers-are-listed", EE, "tier: report", "tier: §law"),
    case("tiers-are-listed", REFERENCES, "tier: report", "tier: §study"),
    case("confirmations-are-listed", EE, "how: called", "how: §phoned"),
    case("reasons-are-listed", HELD, "reason: personal", "reason: §private"),
    case("groups-are-listed", LISTS, "violence, group: support", "violence, group: §help"),
    case(
        "groups-are-listed",
        LISTS,
        "violence: {label: Helpline on violence, group: support}",
        "§violence: {label: Helpline on violence}",
    ),
    case("caller-facts-are-yes-or-no", EE, "recorded: unknown", "recorded: §sometimes"),
    case("stated-extras-are-yes", EE, 'interpreters: "yes"', 'interpreters: §"no"'),
    case("stated-extras-are-yes", EE, 'by_text: "yes"', 'by_text: §"true"'),
    case("marks-are-known", HOME, "safety: critical", "safety: §high"),
    case("marks-are-known", THB, 'banned: "true"', 'banned: §"yes"'),
)

SOURCES = (
    case("sources-exist", EE, BOARD, 'source: §board-2024\n      - sms: "116006"'),
    case("sources-exist", EE, "source: press", "source: [press, §paper]"),
    case("sources-exist", EE, "recorded: unknown\n      source: board-2023", "recorded: unknown\n      source: §board"),
    case("sources-are-used", EE, "source: press", "source: ministry", Edit(EE, "  press:", "  §press:")),
    case(
        "facts-name-a-source",
        EE,
        BOARD,
        'source: []\n      - sms: "116006"',
        Edit(EE, "- id: ee-116006", "- id: §ee-116006"),
    ),
    case("facts-name-a-source", EE, BOARD, 'source: [board-2023, §board-2023]\n      - sms: "116006"'),
    case(
        "channels-rest-on-more-than-hearsay",
        EE,
        '      - chat: https://chat.example.ee/\n        hours: "24/7"\n        source: board-2023',
        '      - chat: §https://chat.example.ee/\n        hours: "24/7"\n        source: press',
    ),
    case(
        "channels-rest-on-more-than-hearsay",
        EE,
        'number: "112"\n    reaches: [police, ambulance]\n    by_text: "yes"\n    source: ministry',
        'number: §"112"\n    reaches: police\n    source: press',
    ),
    case(
        "active-services-are-not-stale",
        EE,
        "  - id: ee-old-line",
        "  - id: §ee-older-line\n    kinds: violence\n    name:\n      et: Liin\n    audience: unknown\n    source: old\n"
        "    channels:\n      - email: liin@example.ee\n        source: old\n  - id: ee-old-line",
    ),
    case(
        "active-services-are-not-stale",
        NO,
        'stated: "2024"',
        'stated: "2017-12-31"',
        Edit(NO, "- id: no-116006", "- id: §no-116006"),
        Edit(
            NO,
            '        confirmed:\n          - on: "2026-09-30"\n            how: operator-confirmed\n            by_role: volunteer\n',
            '      - phone: "+47 22 33 11 60"\n        source: police\n',
        ),
    ),
    case("publishers-are-named", EE, "publisher: Ministeerium", 'publisher: §""', also=("texts-are-not-empty",)),
    case("publishers-are-named", REFERENCES, "title: Signs", 'title: §""', also=("texts-are-not-empty",)),
)

DATES = (
    stated("dates-are-real", '§"2023-02-30"'),
    stated("dates-are-real", '§"09.03.2023"'),
    stated("dates-are-real", '§"2023-3-9"'),
    stated("dates-are-real", '§"2023-13"'),
    stated("dates-are-real", "§recently"),
    case("dates-are-real", EE, 'since: "2020-01"', 'since: §"spring"'),
    stated("dates-are-not-in-the-future", '§"2026-11-23"'),
    stated("dates-are-not-in-the-future", '§"2027"'),
    case("dates-are-not-in-the-future", EE, CONFIRMED, 'on: §"2027-10-01"'),
    case("dates-are-not-too-early", EE, 'stated: "2022-12"', 'stated: §"1999-12"'),
    case("dates-are-not-too-early", LAWS, 'adopted: "1926-09-25"', 'adopted: §"1826-09-25"'),
    case("acts-have-a-full-day", EE, CONFIRMED, 'on: §"2026-10"'),
    case("acts-have-a-full-day", EE, 'seen: "2026-11-01"', 'seen: §"2026"'),
    case("confirmations-have-a-date", EE, CONFIRMED, "on: §unknown"),
)

LANGUAGES = (
    answered("[§ee, ru]"),
    answered("[§ua, ru]"),
    answered("[et, §RU]"),
    answered("[et, §russian]"),
    case("languages-exist", EE, "      et: Vana liin", "      et: Vana liin\n      §se: Gamla linjen"),
    case("languages-exist", NO, "languages: [nb, nn]", "languages: [nb, §no]"),
    case("languages-exist", REFERENCES, "language: en\n  tier: law", "language: §gb\n  tier: law"),
    case("languages-exist", SITE, "code: uk", "code: §ua", also=("catalogues-can-be-read",)),
    case("languages-exist", "data/spoken.yml", "nb: Jeg", "§no: Jeg"),
    answered("[et, §unknown]", "unknown-languages-stand-alone"),
    answered("[et, §et]", "unknown-languages-stand-alone"),
    case("countries-exist", EU, '["AT", "SE"]', '["AT", §"Sweden"]'),
    case("countries-exist", EU, '["AT", "SE"]', '[§"at", "SE"]'),
    case(
        "countries-exist",
        HELD,
        '- country: "EE"\n  service: ee-night-line',
        '- country: §"Estonia"\n  service: ee-night-line',
    ),
    case("recognised-countries-have-a-file", "data/recognition.yml", "EE:", "§ET:"),
    case("time-zones-exist", EE, "Europe/Tallinn", "§Europe/Talinn"),
    case("time-zones-exist", EE, "Europe/Tallinn", "§EET"),
    case("names-are-in-a-language-readers-know", EE, "et: Sotsiaalkindlustusamet", "§fi: Virasto"),
    case(
        "names-are-in-a-language-readers-know",
        EE,
        "id: ee-old-line",
        "id: §ee-old-line",
        Edit(EE, "name:\n      et: Vana liin", "name: {}"),
    ),
    case("site-languages-can-be-built", SITE, "- code: en\n", "- code: §lt\n", also=("catalogues-can-be-read",)),
    case(
        "site-languages-can-be-built",
        SITE,
        "freshness:",
        "  - code: §uk\n    exit: https://uk.wikipedia.org/\nfreshness:",
    ),
    case(
        "site-languages-can-be-built",
        SITE,
        "freshness:",
        "  - code: §tlh\n    exit: https://www.wikipedia.org/\nfreshness:",
        also=("catalogues-can-be-read",),
    ),
)

BAD: tuple[Case, ...] = (*IDENTITY, *LISTED, *SOURCES, *DATES, *LANGUAGES)

GOOD: tuple[Case, ...] = (
    case("ids-are-lower-case", EE, "id: ee-old-line", "id: ee-1-line"),
    case("ids-begin-with-the-country", EE, "id: ee-old-line", "id: ee-no-line"),
    case("ids-are-unique", EE, "id: ee-old-line", "id: ee-116006-old"),
    case("section-ids-are-unique", TIPS, "id: journey", "id: danger"),
    case("files-are-named-by-their-id", DEBT, "term: Debt bondage", "term: Bondage"),
    case("kinds-are-listed", NO, "kinds: violence", "kinds: [violence, victim-support]"),
    case("audiences-are-listed", NO, "audience: anyone", "audience: unknown"),
    case("support-is-listed", EE, "support: [advice, referral]", "support: referral"),
    case("reach-is-listed", EE, "reach: abroad", "reach: inside"),
    case("cost-is-listed", EE, "cost: standard", "cost: unknown"),
    case("emergency-reaches-are-listed", EE, "[police, ambulance]", "unknown"),
    case("statuses-are-listed", EE, "status: closed", "status: paused"),
    case("tiers-are-listed", REFERENCES, "tier: report", "tier: law"),
    case("confirmations-are-listed", EE, "how: called", "how: seen-on-page"),
    case("reasons-are-listed", HELD, "reason: superseded", "reason: duplicate"),
    case(
        "groups-are-listed",
        LISTS,
        "label: Helpline on violence, group: support",
        "label: Helpline on violence, group: trafficking",
    ),
    case("caller-facts-are-yes-or-no", EE, "recorded: unknown", 'recorded: "no"'),
    case("stated-extras-are-yes", EE, 'interpreters: "yes"', "interpreters: unknown"),
    case("marks-are-known", HOME, "safety: critical\n", ""),
    case("sources-exist", EE, "source: press", "source: [press, old]"),
    case("sources-are-used", EE, "recorded: unknown\n      source: board-2023", "recorded: unknown\n      source: old"),
    case("facts-name-a-source", EE, BOARD, 'source: [board-2023, ministry]\n      - sms: "116006"'),
    case("channels-rest-on-more-than-hearsay", EE, BOARD, 'source: [press, board-2023]\n      - sms: "116006"'),
    case("channels-rest-on-more-than-hearsay", NO, "tier: official", "tier: report"),
    # 112 and the harmonised numbers stay, and so does what somebody has confirmed or seen
    case("active-services-are-not-stale", EU, 'stated: "2021"', 'stated: "2011"'),
    case("active-services-are-not-stale", NO, 'stated: "2024"', 'stated: "2012"'),
    case("active-services-are-not-stale", NO, 'stated: "2024"', "stated: unknown"),
    case(
        "active-services-are-not-stale",
        NO,
        'stated: "2024"',
        'stated: "2016"\n    seen: "2026-11-01"',
        Edit(NO, "    channels:", '    channels:\n      - phone: "+47 22 33 11 60"\n        source: police'),
    ),
    case("publishers-are-named", EE, "publisher: Ministeerium", "publisher: unknown"),
    stated("dates-are-real", '"2024-02-29"'),
    stated("dates-are-real", "unknown"),
    stated("dates-are-not-in-the-future", '"2026-11-22"'),
    stated("dates-are-not-in-the-future", '"2026"'),
    case("dates-are-not-too-early", EE, 'stated: "2022-12"', 'stated: "2000"'),
    case("acts-have-a-full-day", EE, 'seen: "2026-11-01"', "seen: unknown"),
    case("confirmations-have-a-date", EE, CONFIRMED, 'on: "2026-11-22"'),
    answered("[et, uk, be, zh-Hans]"),
    answered("unknown"),
    answered("unknown", "unknown-languages-stand-alone"),
    case("countries-exist", EU, '["AT", "SE"]', '["GR", "UA", "XK"]'),
    case("recognised-countries-have-a-file", "data/recognition.yml", "EE:", '"NO":'),
    case("time-zones-exist", EE, "Europe/Tallinn", "Atlantic/Reykjavik"),
    case(
        "names-are-in-a-language-readers-know",
        EE,
        "et: Sotsiaalkindlustusamet",
        "en: Social Insurance Board\n      fi: Virasto",
    ),
    case("site-languages-can-be-built", SITE, "https://uk.wikipedia.org/", "https://uk.wikipedia.org/wiki/Main"),
)
