"""Cases for sources, dates and languages."""

from __future__ import annotations

from factory import Edit

from .case import CONFIRMED, EE, EU, HELD, LAWS, NO, REFERENCES, SITE, Case, case

ACT = 'on: "2026-10-01"'
STATED = 'stated: "2023-03-09"'
BOARD = 'source: board-2023\n      - sms: "116006"'
MAIN_LANGUAGES = "languages: [et, ru]"


def stated(rule: str, written: str) -> Case:
    """Return a case in which a source bears another date."""
    return case(rule, EE, STATED, f"stated: {written}")


def answered(written: str, rule: str = "languages-exist") -> Case:
    """Return a case in which a line answers in other languages."""
    return case(rule, EE, MAIN_LANGUAGES, f"languages: {written}")


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
            CONFIRMED,
            '      - phone: "+47 22 33 11 60"\n        source: police\n',
        ),
    ),
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
    case("dates-are-not-in-the-future", EE, ACT, 'on: §"2027-10-01"'),
    case("dates-are-not-too-early", EE, 'stated: "2022-12"', 'stated: §"1999-12"'),
    case("dates-are-not-too-early", LAWS, 'adopted: "1926-09-25"', 'adopted: §"1826-09-25"'),
    case("acts-have-a-full-day", EE, ACT, 'on: §"2026-10"'),
    case("acts-have-a-full-day", EE, 'seen: "2026-11-01"', 'seen: §"2026"'),
    case("confirmations-have-a-date", EE, ACT, "on: §unknown"),
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
    case("countries-exist", "data/institutions.yml", '"NO"', '§"nb"'),
    case(
        "countries-exist",
        HELD,
        '- country: "EE"\n  service: ee-night-line',
        '- country: §"Estonia"\n  service: ee-night-line',
    ),
    case("recognised-countries-have-a-file", "data/recognition.yml", "EE:", "§ET:"),
    case("plates-and-money-are-codes", "data/recognition.yml", "plate: EST", "plate: §Est"),
    case("plates-and-money-are-codes", "data/recognition.yml", "currency: EUR", "currency: §Euro"),
    case("time-zones-exist", EE, "Europe/Tallinn", "§Europe/Talinn"),
    case("time-zones-exist", EE, "Europe/Tallinn", "§EET"),
    case("time-zones-belong-to-the-country", EE, "Europe/Tallinn", "§Europe/Helsinki"),
    case("time-zones-belong-to-the-country", NO, "Europe/Oslo", "§Europe/Kiev"),
    case("country-languages-are-official", EE, "languages: et\n", "languages: [et, §fi]\n"),
    case("names-are-in-the-script-of-their-language", EE, "et: Vana liin", "et: §Стара лінія"),
    case("names-are-in-the-script-of-their-language", EE, "title: Aruanne", "title: §Отчёт"),
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

BAD: tuple[Case, ...] = (*SOURCES, *DATES, *LANGUAGES)

GOOD: tuple[Case, ...] = (
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
    stated("dates-are-real", '"2024-02-29"'),
    stated("dates-are-real", "unknown"),
    stated("dates-are-not-in-the-future", '"2026-11-22"'),
    stated("dates-are-not-in-the-future", '"2026"'),
    case("dates-are-not-too-early", EE, 'stated: "2022-12"', 'stated: "2000"'),
    case("acts-have-a-full-day", EE, 'seen: "2026-11-01"', "seen: unknown"),
    case("confirmations-have-a-date", EE, ACT, 'on: "2026-11-22"'),
    answered("[et, uk, be, zh-Hans]"),
    answered("unknown"),
    answered("unknown", "unknown-languages-stand-alone"),
    case("countries-exist", EU, '["AT", "SE"]', '["GR", "UA", "XK"]'),
    case("recognised-countries-have-a-file", "data/recognition.yml", "EE:", '"NO":'),
    case("plates-and-money-are-codes", "data/recognition.yml", "currency: EUR", "currency: UAH"),
    case("time-zones-exist", EU, "Europe/Brussels", "Atlantic/Reykjavik"),
    case("country-languages-are-official", NO, "languages: [nb, nn]", "languages: [nn, nb]"),
    case("names-are-in-the-script-of-their-language", EE, "et: Vana liin", 'et: "1414 Допомога, vana liin"'),
    case("time-zones-belong-to-the-country", EU, "Europe/Brussels", "Europe/Kiev"),
    case(
        "names-are-in-a-language-readers-know",
        EE,
        "et: Sotsiaalkindlustusamet",
        "en: Social Insurance Board\n      fi: Virasto",
    ),
    case("site-languages-can-be-built", SITE, "https://uk.wikipedia.org/", "https://uk.wikipedia.org/wiki/Main"),
)
