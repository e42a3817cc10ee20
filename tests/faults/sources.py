"""Mistakes in what facts rest on."""

from __future__ import annotations

from .fault import Change, fault
from .files import NO, REFERENCES

FAULTS = (
    fault("sources-exist", "a source's name is misspelt", NO, "hours: \"24/7\"\n        source: rosa-about", "hours: \"24/7\"\n        source: §rosa-abuot"),
    fault("sources-exist", "a source of another country's file", NO, "      anonymous: \"yes\"\n      source: namdalsavisa-2019", "      anonymous: \"yes\"\n      source: §kadrina-help"),
    fault("sources-exist", "a comma is lost between two sources", NO, "source: [rosa-about, cbss-2020]", "source: [§rosa-about cbss-2020, rosa-about, cbss-2020]"),
    fault("sources-are-used", "a source that no fact names", NO, "sources:\n  unhcr-norway:", "sources:\n  §oslo-2024:\n    title: Oslo\n    publisher: Oslo kommune\n    language: nb\n    tier: official\n  unhcr-norway:"),
    fault("sources-are-used", "the last fact of a source was taken out", NO, "source: [krisesenter-2019, namdalsavisa-2019]", "source: krisesenter-2019",
          Change(NO, "    caller:\n      anonymous: \"yes\"\n      source: namdalsavisa-2019\n", ""), Change(NO, "  namdalsavisa-2019:", "  §namdalsavisa-2019:")),
    fault("facts-name-a-source", "an empty list of sources", NO, "      - web: https://rosanorge.no\n        source: rosa-about", "      - web: https://rosanorge.no\n        source: []",
          Change(NO, "- id: no-rosa", "- id: §no-rosa")),
    fault("facts-name-a-source", "a source stands twice", NO, "source: [rosa-about, cbss-2020]", "source: [rosa-about, cbss-2020, §rosa-about]"),
    fault("channels-rest-on-more-than-hearsay", "a number known from a newspaper only", NO, "source: [krisesenter-2019, namdalsavisa-2019]", "source: namdalsavisa-2019",
          Change(NO, 'short: "116006"', 'short: §"116006"')),
    fault("channels-rest-on-more-than-hearsay", "the only official source is really a newspaper", NO, "language: en\n    tier: official\n    stated: unknown", "language: en\n    tier: secondary\n    stated: unknown",
          Change(NO, 'number: "112"', 'number: §"112"')),
    fault("active-services-are-not-stale", "the only recent source is taken out", NO, "publisher: ROSA\n    language: nb\n    tier: official\n    stated: \"2019\"", "publisher: ROSA\n    language: nb\n    tier: official\n    stated: \"2014\"",
          Change(NO, "    source: [rosa-about, cbss-2020]", "    source: rosa-about"),
          Change(NO, "  - id: no-rosa", "  - id: §no-rosa"),
          Change(NO, "  cbss-2020:\n    title: Human Trafficking 2020 – Baltic Sea Region Round-up\n    url: unknown\n    publisher: Council of the Baltic Sea States\n    language: en\n    tier: report\n    stated: \"2020\"\n", "")),
    fault("roles-are-listed", "a role in other words", "data/institutions.yml", 'country: "EE"\n  role: national', 'country: "EE"\n  role: §the-national'),
    fault("tiers-are-listed", "a tier that is not listed", NO, "language: nb\n    tier: secondary", "language: nb\n    tier: §newspaper"),
    fault("tiers-are-listed", "a reference's tier is misspelt", REFERENCES, "language: en\n  tier: law\n  stated: \"2005-05-16\"", "language: en\n  tier: §laws\n  stated: \"2005-05-16\""),
    fault("references-exist", "a page rests on a reference that is not there", "data/pages/lines.yml", "  - uk-helpline-call", "  - §uk-helpline-calls"),
)  # fmt: skip
