"""Mistakes that look right: only who compares with what stood there before can see them."""

from __future__ import annotations

from .fault import Change, fault
from .files import ABROAD, EE, MAIN_HOURS, MAIN_PHONE, NO, UA

LOOK = "changed-without-a-look"
GONE = "removed-without-a-pause"
CRISIS_LINE = 'short: "116006"\n        reach: unknown\n        cost: free\n        languages: [et, ru, en]'
ROSA = "      - web: https://rosanorge.no\n        source: rosa-about\n"
POLICE = """  - id: ua-police-callcentre
    kinds: police
    name:
      en: National Police call centre
      uk: Call-центр Національної поліції України
    operator:
      en: National Police of Ukraine
      uk: Національна поліція України
    organisation: ua-national-police-of-ukraine
    audience: unknown
    source: tulchyn-2025
    channels:
      - phone: "+380 800 500 202"
        reach: unknown
        cost: unknown
        languages: unknown
        hours: unknown
        source: tulchyn-2025
"""

FAULTS = (
    # numbers and addresses
    fault(LOOK, "the last digit of a number", EE, ABROAD, 'phone: §"+372 614 7394"'),
    fault(LOOK, "two digits of the only trafficking line are swapped", EE, MAIN_PHONE, 'phone: §"+372 660 7230"'),
    fault(LOOK, "a digit of a number is typed for its neighbour", NO, '"+47 22 33 11 60"', '§"+47 22 33 41 60"'),
    fault(LOOK, "a letter of an e-mail address", EE, "email: inimkaubandus@sotsiaalkindlustusamet.ee", "email: §inimkaubandus@sotsiaalkindlustusamet.eu"),
    fault(LOOK, "another ending of a web address", NO, "web: https://rosanorge.no", "web: §https://rosanorge.com"),
    fault(LOOK, "a new address that no source of today names", NO, ROSA, ROSA + "      - form: §https://rosanorge.no/kontakt\n        source: rosa-about\n"),
    # what is said of them
    fault(LOOK, "Friday ends earlier", EE, f"{MAIN_PHONE}\n", 'phone: §"+372 660 7320"\n', Change(EE, MAIN_HOURS, 'hours: "Mo-Th 08:30-16:30; Fr 08:30-15:00"')),
    fault(LOOK, "an hour is shifted", EE, f"{MAIN_PHONE}\n", 'phone: §"+372 660 7320"\n', Change(EE, MAIN_HOURS, 'hours: "Mo-Th 09:30-17:30; Fr 08:30-15:30"')),
    fault(LOOK, "a language is lost", EE, CRISIS_LINE, CRISIS_LINE.replace('"116006"', '§"116006"').replace("[et, ru, en]", "[et, ru]")),
    fault(LOOK, "a language too many", EE, CRISIS_LINE, CRISIS_LINE.replace('"116006"', '§"116006"').replace("[et, ru, en]", "[et, ru, en, uk]")),
    fault(LOOK, "free of charge, by a guess", NO, '"+47 22 33 11 60"\n        reach: unknown\n        cost: unknown', '§"+47 22 33 11 60"\n        reach: unknown\n        cost: free'),
    fault(LOOK, "it works from abroad, by a guess", NO, '"+47 22 33 11 60"\n        reach: unknown', '§"+47 22 33 11 60"\n        reach: anywhere'),
    fault(LOOK, "a caller must give a name after all", NO, 'anonymous: "yes"', 'anonymous: §"no"'),
    fault(LOOK, "an emergency number sends an ambulance too, by a guess", NO, 'number: "112"\n    reaches: police', 'number: §"112"\n    reaches: [police, ambulance]'),
    # what is taken away
    fault(GONE, "an address is taken away", NO, ROSA, "", Change(NO, "- id: no-rosa", "- id: §no-rosa")),
    fault(GONE, "a service is taken away", UA, POLICE, "", Change(UA, 'country: "UA"', 'country: §"UA"')),
)  # fmt: skip
