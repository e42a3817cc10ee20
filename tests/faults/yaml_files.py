"""Mistakes of form: what an editor's keyboard, spreadsheet or word processor does to a YAML file."""

from __future__ import annotations

from .fault import Change, fault
from .files import ABROAD, DEBT, EE, HOME, MAIN_PHONE, MEDIA, NO, TIPS

FAULTS = (
    # signs and spaces
    fault("yaml", "indented with a tab", EE, f"      - {MAIN_PHONE}", f"§\t- {MAIN_PHONE}"),
    fault("yaml", "a tab behind the colon's line", NO, "        cost: free\n        languages: unknown\n        hours: \"24/7\"",
          "        cost: free\n        languages: unknown\n§\thours: \"24/7\""),
    fault("yaml", "one space too many", EE, "    support: [advice, information, referral]", "     §support: [advice, information, referral]"),
    fault("yaml", "one space too few", EE, '        cost: unknown\n        languages: unknown\n        hours: "Mo-Th',
          '        cost: unknown\n       §languages: unknown\n        hours: "Mo-Th'),
    fault("yaml", "a control sign from a copied page", NO, "ROSA hjelpetelefon", "ROSA§\x07 hjelpetelefon"),
    fault("yaml", "saved in Latin-1 instead of UTF-8", EE, "\n      et: Häirekeskus", "\n§      et: H\udce4irekeskus"),
    # quotation marks and brackets
    fault("yaml", "a quotation mark is not closed", EE, '"+372 614 7393"', '"+372 614 7393',
          Change(EE, 'hours: "24/7"\n        source: cbss-2020\n      - chat', 'hours: "§24/7"\n        source: cbss-2020\n      - chat')),
    fault("yaml", "quotation marks of a word processor, then a colon", TIPS, "description: >-\n  Short tips", "description: „Tips§: Short tips"),
    fault("yaml", "a square bracket is not closed", EE, "languages: [et, ru, en]\n        hours: \"24/7\"\n        source: cbss-2020\n      - chat",
          "languages: §[et, ru, en\n        hours: \"24/7\"\n        source: cbss-2020\n      - chat"),
    fault("yaml", "round brackets close a square one", NO, "support: [accommodation, referral]", "support: §[accommodation, referral)"),
    fault("yaml", "a title with a colon is not quoted", NO, "title: Om ROSA", "title: Om ROSA§: hjelp"),
    fault("yaml", "a text that begins with a star", TIPS, "heading: The journey", "heading: §*The journey"),
    fault("yaml", "a text that begins with an ampersand", TIPS, "heading: A job", "heading: §&A job"),
    fault("yaml", "a text that begins with an exclamation mark", TIPS, "heading: The journey", "heading: §!The journey"),
    fault("yaml", "a text that begins with a percent sign", HOME, "heading: In danger now", "heading: §%In danger now"),
    fault("yaml", "a text in double curly brackets, unquoted", HOME, "heading: In danger now", "heading: {§{danger}}"),
    # lines
    fault("yaml", "a field stands twice after a merge", EE, f"      - {ABROAD}\n        reach: abroad",
          f"      - {ABROAD}\n        reach: unknown\n        §reach: abroad"),
    fault("yaml", "a service's names are pasted twice", NO, "    operator:\n      nb: Krisesentersekretariatet\n    organisation: no-krisesentersekretariatet\n    audience: victims-of-trafficking",
          "    operator:\n      nb: Krisesentersekretariatet\n    §operator:\n      nb: Krisesentersekretariatet\n    organisation: no-krisesentersekretariatet\n    audience: victims-of-trafficking"),
    fault("yaml", "marks of a merge conflict are left", EE, f"      - {MAIN_PHONE}\n", f"§<<<<<<< HEAD\n      - {MAIN_PHONE}\n=======\n"),
    fault("yaml", "a second document begins", NO, "sources:\n  unhcr-norway", "§---\nsources:\n  unhcr-norway"),
    fault("yaml", "the colon is forgotten", NO, "    audience: children\n    source", "    audience children\n    §source"),
    fault("yaml", "no space behind the colon", NO, "    audience: children\n    source", "    audience:children\n    §source"),
    # fields
    fault("unknown-field", "a field's name is misspelt", EE, f"- {ABROAD}", '- §phnoe: "+372 614 7393"'),
    fault("unknown-field", "a field's name in capitals", EE, f"- {ABROAD}", '- §Phone: "+372 614 7393"'),
    fault("unknown-field", "a field's name has a Cyrillic letter", EE, f"- {ABROAD}", '- §рhone: "+372 614 7393"'),
    fault("unknown-field", "a field of another format", EE, f"- {ABROAD}\n", f'- {ABROAD}\n        §tel: "+372 614 7394"\n'),
    fault("unknown-field", "a field that only a channel has", NO, "    audience: children\n", '    audience: children\n    §hours: "24/7"\n'),
    fault("missing-field", "a service without an audience", NO, "  - id: no-116111", "  - §id: no-116111",
          Change(NO, "    audience: children\n", "")),
    fault("missing-field", "a source without its tier", NO, "    title: Om ROSA", "    §title: Om ROSA",
          Change(NO, "    publisher: ROSA\n    language: nb\n    tier: official\n", "    publisher: ROSA\n    language: nb\n")),
    fault("shape", "two numbers in one field", EE, ABROAD, 'phone: §["+372 614 7393", "+372 660 7320"]'),
    fault("shape", "a list where a name by language belongs", NO, "    operator:\n      nb: Krisesentersekretariatet\n    organisation: no-krisesentersekretariatet\n    audience: victims-of-trafficking",
          "    operator: §Krisesentersekretariatet\n    organisation: no-krisesentersekretariatet\n    audience: victims-of-trafficking"),
    fault("yaml", "the hyphen before a channel is forgotten", NO, "    channels:\n      - phone: \"+47 22 33 11 60\"\n        reach", "    channels:\n      phone: \"+47 22 33 11 60\"\n        §reach"),
    fault("shape", "the hyphen before the only entry is forgotten", NO, '  - id: no-emergency-112\n    number: "112"\n    reaches: police\n    source: unhcr-norway', '  §id: no-emergency-112\n  number: "112"\n  reaches: police\n  source: unhcr-norway'),
    fault("shape", "languages without a language", EE, "cost: free\n        languages: [et, ru, en]\n        hours: \"24/7\"\n        source: justice", "cost: free\n        languages: §[]\n        hours: \"24/7\"\n        source: justice"),
    fault("stray-file", "a file saved as .yaml", "data/countries/cy.yaml", None, 'country: "CY"\n', at=("data/countries/cy.yaml:1:1",)),
    fault("stray-file", "a copy that an editor left", "data/countries/ee.yml~", None, 'country: "EE"\n', at=("data/countries/ee.yml~:1:1",)),
    fault("stray-file", "a country's file in the wrong folder", "data/cy.yml", None, 'country: "CY"\n', at=("data/cy.yml:1:1",)),
    # ids
    fault("ids-are-lower-case", "an id with an underscore", MEDIA, "- id: before", "- id: §before_it"),
    fault("ids-are-lower-case", "an id with a capital", MEDIA, "- id: during", "- id: §During"),
    fault("ids-are-lower-case", "an id with a space", MEDIA, "- id: consent", "- id: §the consent"),
    fault("ids-are-lower-case", "an id with a Cyrillic letter", MEDIA, "- id: before", "- id: §part-с"),
    fault("ids-begin-with-the-country", "a service copied from another country", NO, "- id: no-rosa", "- id: §ee-rosa"),
    fault("ids-begin-with-the-country", "a service without its country", NO, "- id: no-rosa", "- id: §rosa"),
    fault("ids-are-unique", "a service was copied, its id was not changed", EE, "- id: ee-thb-helpline", "- id: ee-116006", Change(EE, "- id: ee-116006\n    kinds: victim", "- id: §ee-116006\n    kinds: victim")),
    fault("section-ids-are-unique", "a part of a page was copied, its id was not changed", TIPS, "- id: lodging", "- id: §journey"),
    fault("files-are-named-by-their-id", "a concept is renamed, its file is not", DEBT, "id: debt-bondage", "id: §bonded-labour"),
)  # fmt: skip
