"""Mistakes in what a service is, whom it serves, and what becomes of it."""

from __future__ import annotations

from seamark.unlisted import mark_of

from .fault import Change, fault
from .files import DE, EE, HELD, IS, LISTS, NO, UA

UNLISTED = "data/do_not_list.yml"
CHILDREN = "    audience: children\n    source: [hasvik-2009, loppa-2009]"
PAUSED = '    status: paused\n    since: "2026-10-01"\n    reason: The line is moving.\n'

FAULTS = (
    # closed lists
    fault("kinds-are-listed", "American spelling", NO, "kinds: child-helpline", "kinds: [child-helpline, §labor-rights]"),
    fault("kinds-are-listed", "a kind in capitals", NO, "violence-against-women, victim-support]", "violence-against-women, §Victim-support]"),
    fault("kinds-are-listed", "a kind stands twice", NO, "violence-against-women, victim-support]", "violence-against-women, §violence]"),
    fault("audiences-are-listed", "a word that is not in the list", NO, "audience: [victims-of-violence, relatives]", "audience: [victims-of-violence, §family]"),
    fault("audiences-are-listed", "unknown beside an audience", NO, "audience: [victims-of-violence, relatives]", "audience: [victims-of-violence, §unknown]"),
    fault("support-is-listed", "a word that is not in the list", NO, "support: [accommodation, referral]", "support: [§shelter, referral]"),
    fault("support-is-listed", "unknown instead of nothing", NO, "support: [accommodation, referral]", "support: §unknown"),
    fault("reach-is-listed", "a word that is not in the list", UA, "reach: abroad", "reach: §from-abroad"),
    fault("cost-is-listed", "free of charge in other words", NO, "        cost: free\n        languages: unknown\n        hours: \"24/7\"", "        cost: §gratis\n        languages: unknown\n        hours: \"24/7\""),
    fault("emergency-reaches-are-listed", "a word that is not in the list", NO, "reaches: police", "reaches: [police, §doctor]"),
    fault("statuses-are-listed", "a status that is not listed", NO, CHILDREN, "    status: §open\n    since: \"2026\"\n    reason: It is open.\n" + CHILDREN),
    fault("reasons-are-listed", "a reason that is not listed", HELD, "  reason: not-checkable\n  detail: \"The site is published; the address of the form", "  reason: §uncheckable\n  detail: \"The site is published; the address of the form"),
    fault("groups-are-listed", "a kind in a part of the page that is not there", LISTS, "label: Child protection\n    group: children", "label: Child protection\n    group: §child"),
    fault("groups-are-listed", "a kind in no part of the page", LISTS, "  labour-inspectorate:\n    label: Labour inspectorate\n    group: migrants", "  §labour-inspectorate:\n    label: Labour inspectorate"),
    fault("caller-facts-are-yes-or-no", "a fact that depends", NO, "anonymous: \"yes\"", "anonymous: §depends"),
    fault("caller-facts-are-yes-or-no", "true instead of yes", NO, "anonymous: \"yes\"", "anonymous: §true"),
    fault("stated-extras-are-yes", "a name of a language instead of yes", DE, "interpreters: \"yes\"", "interpreters: §\"Ukrainian\""),
    fault("stated-extras-are-yes", "no where only yes can be stated", IS, "by_text: \"yes\"", "by_text: §\"no\""),
    fault("marks-are-known", "a mark of safety that is not known", "data/pages/lines.yml", "safety: critical", "safety: §crucial"),
    fault("marks-are-known", "a banned wording marked with yes", "data/glossary/trafficking-in-human-beings.yml", "term: live goods\n    banned: \"true\"", "term: live goods\n    banned: §yes"),
    # what becomes of a service
    fault("successors-are-open", "replaced by a service that is not there", NO, CHILDREN, PAUSED + "    replaced_by: §no-116112\n" + CHILDREN),
    fault("successors-are-open", "replaced by itself", NO, CHILDREN, PAUSED + "    replaced_by: §no-116111\n" + CHILDREN),
    fault("closed-services-say-why", "paused without a day", NO, CHILDREN, "    status: §paused\n    reason: The line is moving.\n" + CHILDREN),
    fault("closed-services-say-why", "paused without a reason", NO, CHILDREN, "    status: §paused\n    since: \"2026-10-01\"\n" + CHILDREN),
    fault("closed-services-say-why", "active again, and the reason stays", NO, CHILDREN, "    reason: §The line is moving.\n" + CHILDREN),
    fault("substitutes-can-be-called", "a substitute that is not there", IS, "[is-kvennaathvarf, is-1717]", "[is-kvennaathvarf, §is-1718]"),
    fault("substitutes-can-be-called", "a substitute of another country", IS, "[is-kvennaathvarf, is-1717]", "[is-kvennaathvarf, §no-volinjen]"),
    fault("substitutes-stand-where-needed", "substitutes beside a line on trafficking", NO, "services:\n  - id: no-rosa", "instead_of_trafficking_line: §no-volinjen\nservices:\n  - id: no-rosa"),
    fault("substitutes-stand-where-needed", "the line on trafficking becomes one for professionals", NO, "    audience: victims-of-trafficking", "    audience: professionals", Change(NO, 'country: "NO"', 'country: §"NO"')),
    fault("services-can-be-reached", "a service without a channel", UA, "    channels:\n      - phone: \"+380 800 500 202\"\n        reach: unknown\n        cost: unknown\n        languages: unknown\n        hours: unknown\n        source: tulchyn-2025\n", "    channels: []\n", Change(UA, "- id: ua-police-callcentre", "- id: §ua-police-callcentre")),
    fault("held-back-services-are-not-published", "a service that was held back comes back", HELD, '- country: "EE"\n  service: ee-1492\n', '- country: "EE"\n  service: §ee-116123\n'),
    fault("successors-fit", "replaced by a service of another country", NO, CHILDREN, PAUSED + "    replaced_by: §ee-116111\n" + CHILDREN),
    fault("operators-have-one-organisation", "the id of an organisation is misspelt", NO, "organisation: no-krisesentersekretariatet\n    audience: [victims-of-violence", "organisation: §no-krisesenter\n    audience: [victims-of-violence"),
    fault("organisations-have-one-operator", "the id of a neighbouring organisation is pasted", EE, "organisation: ee-emergency-response-centre", "organisation: §ee-social-insurance-board"),
    # people who are protected
    fault("marks-are-whole", "a number on the list instead of its mark", UNLISTED, "\n[]", '\n- mark: §"+372 660 7320"\n  on: "2026-10-06"\n  reason: personal'),
    fault("unlisted-stand-nowhere", "who asked not to be listed comes back", UNLISTED, "\n[]", f'\n- mark: "{mark_of("+4722331160")}"\n  on: "2026-10-06"\n  reason: personal', Change(NO, '"+47 22 33 11 60"', '§"+47 22 33 11 60"')),
    fault("no-street-addresses", "the street of a shelter in its name", NO, "      nb: ROSA hjelpetelefon", "      nb: §ROSA hjelpetelefon, Storgata 12"),
    fault("no-street-addresses", "the street of a shelter in a note", NO, "note: This line is for adults.", "note: §The shelter is at 12 Market Street."),
    fault("no-street-addresses", "a street in the name of a source, in Ukrainian", UA, "publisher: Тульчинська міська територіальна громада", "publisher: §Тульчинська громада, вул. Миколи Леонтовича 1"),
    fault("areas-are-place-names", "a postal code", NO, "    audience: victims-of-trafficking", "    area: §0155 Oslo\n    audience: victims-of-trafficking"),
)  # fmt: skip
