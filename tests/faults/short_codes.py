"""Mistakes in short codes: the same digits are another line, or none, across the border."""

from __future__ import annotations

from .fault import fault
from .files import EE, IS, NO, SHORT

FAULTS = (
    fault("short-codes-are-digits", "a space as the source prints it", EE, 'short: "116006"', 'short: §"116 006"'),
    fault("short-codes-are-digits", "a hyphen", EE, 'short: "116123"', 'short: §"116-123"'),
    fault("short-codes-are-digits", "an emergency number with dots", IS, 'number: "112"', 'number: §"1.1.2"'),
    fault("short-codes-are-digits", "a full stop behind the number", EE, 'short: "116111"', 'short: §"116111."'),
    fault("short-codes-are-reviewed", "116 006 added in a country where it was not reviewed", "data/countries/si.yml",
          '      - short: "116123"', '      - short: §"116006"\n        source: tvoj-telefon\n      - short: "116123"'),
    fault("short-codes-are-reviewed", "text messages to a neighbouring line's code", EE, '      - short: "1247"', '      - sms: §"116006"\n        source: police-2020\n      - short: "1247"'),
    fault("short-codes-are-reviewed", "112 is added to a helpline", NO, "      - web: https://rosanorge.no", '      - short: §"112"\n        source: rosa-about\n      - web: https://rosanorge.no'),
    fault("short-codes-are-reviewed", "a short code that receives text messages is not reviewed", NO, "      - web: https://rosanorge.no", '      - sms: §"2242"\n        source: rosa-about\n      - web: https://rosanorge.no'),
    fault("reviewed-short-codes-are-used", "reviewed, and published by nobody", SHORT, '- country: "NO"\n  number: "116111"', '- country: "NO"\n  number: §"116000"\n  service: no-116111\n  source: loppa-2009\n- country: "NO"\n  number: "116111"'),
    fault("reviewed-short-codes-are-used", "the line was taken out, its review stays", SHORT, '- country: "EE"\n  number: "1247"', '- country: "EE"\n  number: §"1492"\n  service: ee-1492\n  source: police-2020\n- country: "EE"\n  number: "1247"'),
    fault("reviewed-short-codes-have-sources", "the source is of another country's file", SHORT, "service: no-volinjen\n  source: krisesenter-2019", "service: no-volinjen\n  source: §riku-2020"),
    fault("reviewed-short-codes-have-sources", "the source's name is misspelt", SHORT, "service: ee-1247\n  source: police-2020", "service: ee-1247\n  source: §police-2022"),
    fault("reviewed-short-codes-stand-once", "an entry is pasted twice", SHORT, '- country: "EE"\n  number: "1247"', '- country: "EE"\n  number: "1247"\n  service: ee-1247\n  source: police-2020\n- country: "EE"\n  number: §"1247"'),
)  # fmt: skip
