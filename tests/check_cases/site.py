"""Cases for the pages in docs/ and for the site's own settings."""

from __future__ import annotations

from factory import Edit

from .case import CONFIRMED, DEBT, EE, NO, REFERENCES, SITE, Case, case

PUBLIC = "stage: public"
REAL = (
    Edit(SITE, "https://seamark.example/", "https://seamark.eu/"),
    Edit(SITE, "https://code.example.org/seamark/", "https://code.seamark.eu/"),
)
UKRAINE = "docs/ukraine.md"
HELP_NO = "docs/help/no.md"
TERM = "docs/journalists/term/debt-bondage.md"

SUNSET = 'sunset: "90"\nofficial_lists: [official-list]\nfreshness:\n'
LIST_OF_PRESS = Edit(REFERENCES, "tier: official", "tier: secondary")

BAD: tuple[Case, ...] = (
    case(
        "docs-are-there",
        "docs/index.md",
        None,
        None,
        also=("linked-pages-exist", "words-are-shown"),
        at=("docs/index.md:1:1",),
    ),
    case("country-pages-exist", HELP_NO, None, None, Edit(NO, '"NO"', '§"NO"')),
    case("country-pages-exist", HELP_NO, '"no"', '§"ee"'),
    case("country-pages-exist", "docs/help/oslo.md", None, '---\ncountry: §"no"\n---\n'),
    case("concept-pages-exist", TERM, None, None, Edit(DEBT, "id: debt-bondage", "id: §debt-bondage")),
    case("concept-pages-exist", TERM, "concept: debt-bondage", "concept: §trafficking-in-human-beings"),
    case("concept-pages-exist", "docs/debts.md", None, "---\nconcept: §debt-bondage\n---\n"),
    case("pages-show-something", TERM, "concept: debt-bondage", "concept: §debts"),
    case("pages-show-something", UKRAINE, "words: tips/ukraine", "words: §tips/ukrain", also=("words-are-shown",)),
    case(
        "pages-show-something",
        HELP_NO,
        '"no"',
        '§"nb"',
    ),
    case("pages-show-something", UKRAINE, "---\nwords: tips/ukraine\n---", "§# Tips", also=("words-are-shown",)),
    case("pages-show-something", UKRAINE, "---\nwords", '§---\ncountry: "ee"\nwords', also=("country-pages-exist",)),
    case("pages-show-something", UKRAINE, "words: tips/ukraine", "words: tips§: ukraine", also=("words-are-shown",)),
    case(
        "words-are-shown",
        "data/tips/winter.yml",
        None,
        "title: §Winter\ndescription: Tips.\nnext:\n  text: Help\n  page: index\n",
    ),
    case("stage-is-known", SITE, "stage: preview", "stage: §live"),
    case(
        "public-lines-are-confirmed",
        SITE,
        "stage: preview",
        PUBLIC,
        *REAL,
        Edit(NO, CONFIRMED, ""),
        Edit(NO, '"NO"', '§"NO"'),
    ),
    case(
        "public-lines-are-confirmed",
        SITE,
        "stage: preview",
        PUBLIC,
        *REAL,
        Edit(EE, '"EE"', '§"EE"'),
        Edit(
            EE,
            "    channels:\n      - phone",
            '    channels:\n      - phone: "+372 660 7321"\n        source: ministry\n      - phone',
        ),
    ),
    case(
        "public-addresses-are-real",
        SITE,
        "stage: preview",
        PUBLIC,
        REAL[1],
        Edit(SITE, "https://seamark.example/", "§https://seamark.example/"),
    ),
    case(
        "public-addresses-are-real",
        SITE,
        "stage: preview",
        PUBLIC,
        REAL[0],
        Edit(SITE, "https://code.example.org/", "§https://code.example.org/"),
    ),
    case(
        "public-addresses-are-real",
        SITE,
        "stage: preview",
        f"{PUBLIC}\nissues_url: §https://issues.example.org/new",
        *REAL,
    ),
    case("site-addresses-end-with-a-slash", SITE, "https://seamark.example/", "§https://seamark.example"),
    case("limits-of-age-are-days", SITE, 'default: "365"', 'default: §"a year"'),
    case("limits-of-age-are-days", SITE, '"180"', '§"1001"'),
    case("limits-of-age-are-days", SITE, '"180"', '§"0"'),
    case("limits-of-age-are-days", SITE, '"180"', '§"3.5"'),
    case("limits-of-age-are-days", SITE, "freshness:\n", SUNSET.replace('"90"', '§"three months"')),
    case("old-sites-send-readers-on", SITE, "freshness:\n", 'sunset: §"90"\nfreshness:\n'),
    case("old-sites-send-readers-on", SITE, "freshness:\n", SUNSET.replace("[", "[§"), LIST_OF_PRESS),
    case(
        "old-sites-send-readers-on",
        SITE,
        "freshness:\n",
        SUNSET.replace("[", "[§"),
        Edit(REFERENCES, "url: https://europa.example.eu/list", "url: unknown"),
    ),
    case("references-exist", SITE, "freshness:\n", SUNSET.replace("official-list", "§official-lists")),
    case("limits-of-age-are-days", SITE, "trafficking-helpline:", "§trafficking-hotline:"),
)

GOOD: tuple[Case, ...] = (
    case("docs-are-there", "docs/assets/readme.md", None, "---\nwords: pages/help\n---\n"),
    case("country-pages-exist", HELP_NO, '"no"', "no"),
    case("country-pages-exist", "docs/help/no/card.md", None, '---\ncountry: "no"\nsheet: card\n---\n'),
    case("concept-pages-exist", TERM, "---\nconcept", "---\ntemplate: term.html\nconcept"),
    case("pages-show-something", UKRAINE, "---\nwords", "---\ntemplate: quiet.html\nwords"),
    case("words-are-shown", UKRAINE, "words: tips/ukraine", "words: tips/ukraine "),
    case("stage-is-known", SITE, "stage: preview", PUBLIC, *REAL),
    case(
        "public-lines-are-confirmed",
        EE,
        "how: called",
        "how: seen-on-page",
        Edit(SITE, "stage: preview", PUBLIC),
        *REAL,
    ),
    case("public-addresses-are-real", SITE, "stage: preview", PUBLIC, *REAL),
    case("site-addresses-end-with-a-slash", SITE, "https://seamark.example/", "https://seamark.example/a/"),
    case("limits-of-age-are-days", SITE, '"180"', '"1000"'),
    case("limits-of-age-are-days", SITE, "freshness:\n", SUNSET.replace("90", "1")),
    case("old-sites-send-readers-on", SITE, "freshness:\n", SUNSET),
)
