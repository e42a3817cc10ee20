"""Cases for what is not translated: country profiles, news, and the words beside figures."""

from __future__ import annotations

from factory import Edit

from .case import Case, case

FIGURES = "data/statistics/ee.yml"
PROFILE = "data/profiles/ee.yml"
NEWS = "data/news/2013-05-22-conference.yml"
COUNTED = "counted: Victims who were identified"
SENTENCE = "- A ministry coordinates."
FIGURES_OF_LATVIA = """country: "LV"
source: law-palermo
section: Latvia
counted: Victims
groups: [{kind: total, rows: [{label: Total, values: {"2016": "1"}}]}]
"""


def sentence(rule: str, text: str) -> Case:
    """Return a case with another sentence in a country profile."""
    return case(rule, PROFILE, SENTENCE, f"- {text}")


BAD: tuple[Case, ...] = (
    case("files-are-named-by-their-country", FIGURES, '"EE"', '§"LV"'),
    case("files-are-named-by-their-country", PROFILE, '"EE"', '§"FI"'),
    case("profile-parts-stand-once", PROFILE, "kind: stay", "kind: §stays", Edit(PROFILE, '"EE"', '§"EE"')),
    case("profile-parts-stand-once", PROFILE, "kind: stay", "kind: §help", Edit(PROFILE, '"EE"', '§"EE"')),
    case("profile-parts-stand-once", PROFILE, "  - kind: practice\n    statements: []\n", "", Edit(PROFILE, '"EE"', '§"EE"')),
    case("news-are-named-by-their-date", NEWS, '"2013-05-22"', '§"2013-05-23"'),
    case("english-words-are-plain", FIGURES, COUNTED, "counted: §Victims of 2016"),
    case("english-words-are-plain", FIGURES, COUNTED, "counted: §Victims of {number}"),
    case("english-words-are-plain", FIGURES, "- The way of", "- §In 669 situations the way of"),
    case("english-words-are-plain", FIGURES, "label: Registered crimes", "label: §Crimes of article 133"),
    sentence("english-words-are-plain", "§Call 6607320."),
    sentence("english-words-are-plain", "§See [the page](page:index)."),
    sentence("english-words-are-plain", "§See https://example.org."),
    sentence("english-words-are-plain", "§A <b>ministry</b> coordinates."),
    case("english-words-are-plain", NEWS, "title: Conference", "title: §Conference 2013"),
    # rules that look at other files too
    sentence("banned-wordings-are-not-used", "§A ministry counts human cargo."),
    case("references-exist", FIGURES, "source: law-palermo", "source: §law-palermoo"),
    case("references-exist", PROFILE, 'EE"\nsource: law-palermo', 'EE"\nsource: §law-palermoo'),
    case("references-exist", PROFILE, "at work., source: signs-report", "at work., source: §signs"),
    case("references-exist", PROFILE, "Help, source: signs-report", "Help, source: §signs"),
    case("references-exist", PROFILE, "133\n    source: law-palermo", "133\n    source: §palermo"),
    case("references-exist", NEWS, "source: signs-report", "source: §signs"),
    case("dates-are-real", PROFILE, '"2017-01-01"', '§"2017-02-30"'),
    case("dates-are-real", NEWS, '"2013-05-22"', '§"22 May"'),
    case("addresses-are-secure", PROFILE, "url: https:", "url: §http:"),
)
PRACTICE = "  - kind: practice\n    statements: []\n"
MAY = 'date: "2013-05"\ntitle: T\ntext: [T]\nsource: law-palermo\n'
GOOD: tuple[Case, ...] = (
    case("files-are-named-by-their-country", "data/statistics/lv.yml", None, FIGURES_OF_LATVIA),
    case("profile-parts-stand-once", PROFILE, PRACTICE, "", Edit(PROFILE, "sections:\n", f"sections:\n{PRACTICE}")),
    case("news-are-named-by-their-date", "data/news/2013-05-tallinn.yml", None, MAY),
    case("english-words-are-plain", FIGURES, COUNTED, "counted: Victims of {2016}, 21 of them men"),
    sentence("english-words-are-plain", "In {2016}–{2018} a ministry “coordinated”, in 16 regions."),
)
