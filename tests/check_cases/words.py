"""Cases for texts, the words that people read, what they point to, and privacy."""

from __future__ import annotations

from factory import Edit

from .case import ACRONYMS, DEBT, EE, EU, HELD, INSTITUTIONS, LAWS, LISTS, MEDIA, THB, TIPS, UI, Case, case

NOTE = "note: Outside office hours a machine answers."
STEP = "- Send it to 1 or 2 friends."
HEADLINE = "headline: Eleven charged with trafficking in human beings"


def note(rule: str, written: str) -> Case:
    """Return a case with another note on a helpline."""
    return case(rule, EE, NOTE, f'note: "{written}"')


def step(rule: str, written: str) -> Case:
    """Return a case with another step in the tips."""
    return case(rule, TIPS, STEP, f'- "{written}"')


def bad_note(rule: str, written: str) -> Case:
    """Return a case with a note that must not be written."""
    return case(rule, EE, NOTE, f'note: §"{written}"')


def bad_step(rule: str, written: str) -> Case:
    """Return a case with a step that must not be written."""
    return case(rule, TIPS, STEP, f'- §"{written}"')


LINKS = (
    case("concepts-exist", THB, "related: debt-bondage", "related: §debt"),
    case("concepts-exist", THB, "concept: debt-bondage", "concept: §slavery"),
    case("concepts-exist", ACRONYMS, "concept: trafficking-in-human-beings", "concept: §trafficking"),
    bad_step("concepts-exist", "This is [debt](term:debt)."),
    case("concepts-exist", MEDIA, "why: It turns people into goods.", "why: It hides people., concept: §people"),
    case("concepts-name-others", DEBT, "avoid:", "related: §debt-bondage\navoid:"),
    case("concepts-name-others", THB, "related: debt-bondage", "related: [debt-bondage, §debt-bondage]"),
    case("laws-exist", THB, "law: palermo", "law: §palermo-protocol"),
    case("references-exist", TIPS, "[law-palermo, signs-report]", "[law-palermo, §sign-report]"),
    case("references-exist", "data/recognition.yml", "signs-report", "§sign-report"),
    case("references-exist", INSTITUTIONS, "source: signs-report", "source: [§sign-report]"),
    case("linked-pages-exist", TIPS, "page: help/index", "page: §help"),
    bad_step("linked-pages-exist", "See [the tips](page:tips/ukraine)."),
    case(
        "lines-that-prose-names-exist",
        EU,
        '"EU"',
        '§"EU"',
        Edit(EU, "id: eu-116000", "id: eu-missing"),
        Edit("data/short_codes.yml", "eu-116000", "eu-missing"),
    ),
    case(
        "lines-that-prose-names-exist",
        EU,
        '"EU"',
        '§"EU"',
        Edit(EU, "id: eu-116000", 'id: eu-116000\n    status: paused\n    since: "2026-10"\n    reason: It is moving.'),
    ),
)

TEXTS = (
    case("texts-are-not-empty", EE, NOTE, 'note: §""'),
    case("texts-are-not-empty", EE, "publisher: Nõukogu", 'publisher: §" "'),
    bad_note("spaces-are-single", "A machine  answers."),
    bad_note("spaces-are-single", " A machine answers."),
    case("spaces-are-single", EE, NOTE, "note: §|-\n      A machine\n      answers."),
    bad_note("signs-can-be-seen", "A ma\u200bchine answers."),
    bad_note("signs-can-be-seen", "A\u00a0machine answers."),
    bad_note("signs-can-be-seen", "A \u202emachine answers."),
    case("signs-can-be-seen", EE, 'phone: "+372 614 7393"', 'phone: §"+372\u00a0614 7393"'),
    case("signs-can-be-seen", EE, 'phone: "+372 614 7393"', 'phone: §"+372 614\u200b7393"'),
    case("spaces-are-single", EE, 'phone: "+372 614 7393"', 'phone: §"+372 614  7393"'),
    bad_note("words-use-one-alphabet", "A mасhine answers."),
    case("words-use-one-alphabet", EE, "et: Vana liin", "et: §Vаna liin"),
)

WORDS = (
    bad_note("words-hold-no-digit-runs", "Say the code 4711."),
    bad_note("words-hold-no-digit-runs", "It exists since 2019."),
    bad_note("words-hold-no-digit-runs", "Call 116 006 first."),
    bad_note("words-hold-no-digit-runs", "Call 1-16-006 first."),
    bad_note("words-hold-no-digit-runs", "Call 11 (60) 06 first."),
    bad_note("words-hold-no-digit-runs", "Call ١١٢ first."),
    case("words-hold-no-digit-runs", LAWS, "title: Slavery Convention", "title: §Slavery Convention of 1926"),
    case("words-hold-no-digit-runs", UI, "Skip to the content", "§Call 112"),
    case("words-hold-no-digit-runs", THB, HEADLINE, "headline: §In 2023 eleven charged"),
    bad_note("words-hold-no-addresses", "Write to help@example.ee."),
    bad_note("words-hold-no-addresses", "See https://example.ee/help."),
    bad_note("words-hold-no-addresses", "See www.example.ee for more."),
    bad_note("words-hold-no-addresses", "See example.ee for more."),
    bad_note("words-hold-no-opening-hours", "A machine answers after 17:00."),
    bad_note("words-hold-no-opening-hours", "They answer 9-17."),
    bad_note("words-hold-no-opening-hours", "They answer until 5 pm."),
    bad_note("words-hold-no-opening-hours", "They answer 24/7."),
    bad_step("placeholders-are-known", "Call {police}."),
    bad_step("placeholders-are-known", "See {law_geneva}."),
    bad_step("placeholders-are-known", "Call {emergency."),
    bad_step("placeholders-are-known", "Call {Emergency}."),
    bad_note("placeholders-are-known", "In danger call {emergency}."),
    case("placeholders-are-known", UI, 'text: "Help in {country}"', 'text: §"Help in {country"'),
    bad_step("marks-are-balanced", "Do **not go."),
    bad_step("marks-are-balanced", "Do *not* go."),
    bad_step("marks-are-balanced", "See [help](https:example)."),
    bad_step("marks-are-balanced", "See [help](page: help/index)."),
    bad_step("marks-are-balanced", "See [help."),
    bad_step("marks-are-balanced", "See help](page:help/index)."),
    bad_step("marks-are-balanced", "See [help] (page:help/index)."),
    bad_step("words-hold-no-html", "Do <b>not</b> go."),
    bad_step("words-hold-no-html", "Do not go.<br>"),
    bad_step("words-hold-no-html", "Salt &amp; pepper."),
    bad_step("words-hold-no-html", "Run `help`."),
    bad_step("banned-wordings-are-not-used", "You are not human cargo."),
    bad_note("banned-wordings-are-not-used", "For Human Cargos."),
    case("banned-wordings-are-not-used", LISTS, "{label: Children}", "{label: §Human cargo}"),
    case("banned-wordings-are-not-used", MEDIA, "use: people", "use: §human cargo"),
    case("interface-texts-fit", UI, "text: Leave this page", "text: §Leave this page at once please"),
    case("interface-texts-fit", UI, 'max: "24"', 'max: §"few"'),
    case("interface-texts-fit", UI, 'max: "24"', 'max: §"0"', also=("translations-fit",)),
)

PRIVACY = (
    bad_note("no-street-addresses", "The house is at Pärnu mnt 12."),
    bad_note("no-street-addresses", "The house is at ul. Długa 7."),
    bad_note("no-street-addresses", "Приходьте на вул. Шевченка, 5."),
    bad_note("no-street-addresses", "Komm in die Hauptstraße 5."),
    bad_note("no-street-addresses", "Come to 12 Baker Street."),
    bad_note("no-street-addresses", "Brīvības iela 34 is the place."),
    case("no-street-addresses", EE, "et: Vana liin", "et: §Liin, Narva maantee 9"),
    case("no-street-addresses", HELD, "detail: The page says that it ended.", "detail: §The house is at Storgatan 3."),
    case("areas-are-place-names", EE, "area: Tallinn", "area: [Tallinn, §Tartu 50]"),
    case("areas-are-place-names", EE, "area: Tallinn", "area: §unknown"),
    case("areas-are-place-names", EE, "    support: [advice", "    area: §Tallinn 10115\n    support: [advice"),
)

BAD: tuple[Case, ...] = (*LINKS, *TEXTS, *WORDS, *PRIVACY)

GOOD: tuple[Case, ...] = (
    step("concepts-exist", "This is [a debt](term:debt-bondage)."),
    case("concepts-exist", MEDIA, "why: It turns people into goods.", "why: It hides people., concept: debt-bondage"),
    case("concepts-name-others", DEBT, "avoid:", "related: trafficking-in-human-beings\navoid:"),
    case("laws-exist", THB, 'article: "3(a)"', 'article: "3(b)"', Edit(THB, "law: palermo", "law: slavery-convention")),
    case("references-exist", TIPS, "sources: [law-palermo, signs-report]\n", ""),
    step("linked-pages-exist", "See [the tips](page:ukraine) and [the start](page:index)."),
    case("lines-that-prose-names-exist", EU, '["AT", "SE"]', '["AT"]'),
    case("texts-are-not-empty", EE, "publisher: Nõukogu", "publisher: Ö"),
    case("spaces-are-single", EE, NOTE, "note: >-\n      Outside office hours\n      a machine answers."),
    note("signs-can-be-seen", "“Naïve” – a “č”, a “ї” and an emoji 🙂."),
    note("words-use-one-alphabet", "Say Допомога or Βοήθεια or help-лінія."),
    note("words-hold-no-digit-runs", "Choose 2, then 35, or 1 or 2."),
    step("words-hold-no-digit-runs", "Article 3(a) and article 18."),
    note("words-hold-no-addresses", "Choose a.m. or p.m., e.g. the U.N. in St. Gallen."),
    note("words-hold-no-opening-hours", "Outside office hours, day and night, for 2 hours."),
    step("placeholders-are-known", "Call {emergency}, {missing_children}, see {law_slavery_convention}."),
    step("placeholders-are-known", "Call {child_helpline}."),
    step("marks-are-balanced", "**Do not** go, [ask](page:help/index) **first**."),
    step("words-hold-no-html", "Is 3 < 5 & true?"),
    step("banned-wordings-are-not-used", "You are no inhuman cargo, human cargoes neither."),
    case("interface-texts-fit", UI, 'max: "24"', 'max: "15"', Edit("locale/uk/ui.po", "Покинути сторінку", "Піти")),
    note("no-street-addresses", "The road is long, choose 2, wait a while, ask for room 5."),
    case("no-street-addresses", EE, "url: https://www.example.ee/liin", "url: https://www.example.ee/p%C3%A4rnu-mnt-12"),
    case("areas-are-place-names", EE, "area: Tallinn", "area: [Tallinn, Ida-Viru maakond]"),
)
