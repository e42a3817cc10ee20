"""Cases for ids and closed lists."""

from __future__ import annotations

from factory import Edit

from .case import DEBT, EE, EU, HELD, HOME, INSTITUTIONS, LISTS, NO, REFERENCES, THB, TIPS, Case, case

LAST_SOURCE = "  old:\n    title: Aruanne"

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
    case("ids-begin-with-the-country", HELD, "service: ee-night-line", "service: §no-night-line"),
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
            "country-languages-are-official",
            "time-zones-belong-to-the-country",
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
    case("audiences-are-listed", NO, "- id: no-116006", "- id: §no-116006", Edit(NO, "audience: anyone", "audience: []")),
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
    case("roles-are-listed", INSTITUTIONS, "role: national-coordinator", "role: §coordinator"),
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

BAD: tuple[Case, ...] = (*IDENTITY, *LISTED)

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
    case("roles-are-listed", INSTITUTIONS, "role: national-coordinator", "role: national-rapporteur"),
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
)
