"""Cases for translations."""

from __future__ import annotations

from factory import Edit

from .case import HOME, NO, PO, SITE, TIPS, UI, UI_PO, Case, case

ITEM = 'msgctxt "pages/home#sections.danger.text.1"'
CALL = "Телефонуйте {emergency} або, якщо ви дитина, {child_helpline}."
POINT = "[Допомога за країнами](page:help/index)"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
POLISH = HEAD + 'msgctxt "pages/help#title"\nmsgid "Find help"\nmsgstr "Tu jest {}"\n'
STEP = HEAD + (
    '§msgctxt "tips/ukraine#sections.journey.steps.1"\nmsgid "Write down the number. Show it to somebody."\nmsgstr "{}"\n'
)
SIGNOFF = "locale/signoff/uk.yml"
SIGNED = 'text: 0123456789abcdef, on: "2026-11-22", by_role: native reader'
BOLD = "Перелік **номерів телефонів**."


def text(rule: str, item: str, old: str, new: str, *also: str) -> Case:
    """Return a case in which the translation of an item of the first page is another."""
    context = f'msgctxt "pages/home#{item}"'
    return case(rule, PO, context, f"§{context}", Edit(PO, old, new), also=also)


TRANSLATIONS: tuple[Case, ...] = (
    case(
        "catalogues-can-be-read",
        SITE,
        "freshness:",
        "  - code: pl\n    exit: https://pl.wikipedia.org/\nfreshness:",
        at=("locale/pl:1:1",),
    ),
    case("catalogues-can-be-read", PO, 'msgctxt "pages/home#lead"', "§msgctx"),
    case("catalogues-can-be-read", PO, 'msgctxt "pages/home#lead"', '§msgctxt "pages/home#lead'),
    case("catalogues-can-be-read", SIGNOFF, None, "pages/home#lead: a§: b\n"),
    case("catalogues-can-be-read", SIGNOFF, None, "pages/home#lead: §0123456789abcdef\n"),
    case("sign-offs-can-be-trusted", SIGNOFF, None, f"pages/home: {{{SIGNED}}}\n".replace("native reader", "§Olena")),
    case("sign-offs-can-be-trusted", SIGNOFF, None, f"pages/home: {{{SIGNED}}}\n".replace('"2026-11-22"', '§"2026-11-23"')),
    case("sign-offs-can-be-trusted", SIGNOFF, None, f"pages/home: {{{SIGNED}}}\n".replace('"2026-11-22"', '§"2026-13"')),
    case("critical-texts-are-translated", UI_PO, 'msgstr "Перейти до змісту"', 'msgstr ""', at=("locale/uk/ui.po:1:1",)),
    case(
        "critical-texts-are-translated",
        HOME,
        "    text:\n",
        "    text:\n      - Do not wait.\n",
        Edit(PO, CALL, BOLD),
        Edit(PO, "Call {emergency}, or {child_helpline} if you are a child.", "A list of **things**."),
        at=("locale/uk/pages.po:1:1",),
    ),
    text("translations-keep-the-placeholders", "sections.danger.text.1", "{emergency} або", "або"),
    text("translations-keep-the-placeholders", "sections.danger.text.1", "{emergency} або", "{emergency} або {emergency}"),
    text("translations-keep-the-placeholders", "sections.danger.text.1", "{emergency} або", "{negайно} або"),
    text("translations-keep-the-placeholders", "sections.danger.text.1", "{emergency} або", "{missing_children} або"),
    text("translations-keep-the-marks", "sections.danger.points.2", POINT, "[Допомога](page:help/lines)"),
    text("translations-keep-the-marks", "sections.danger.points.2", POINT, "Допомога за країнами"),
    text("translations-keep-the-marks", "sections.danger.points.2", POINT, "[Допомога за країнами] (page:help/index)"),
    text("translations-keep-the-marks", "lead", BOLD, "Перелік номерів телефонів."),
    text("translations-add-no-facts", "lead", BOLD, "Перелік **номерів** 116 006."),
    text("translations-add-no-facts", "lead", BOLD, "Перелік **номерів** на www.ua."),
    text("translations-add-no-facts", "lead", BOLD, "Перелік **номерів**, <b>телефонів</b>."),
    text("translations-use-their-own-letters", "lead", BOLD, "Перелик **телефоны**."),
    text("translations-use-their-own-letters", "lead", BOLD, "Перелік **contacts**."),
    text("translations-use-their-own-letters", "lead", BOLD, "Перелік **номеров, ў**."),
    # Polish, whose letters are Latin: a Czech, a German and an Estonian letter
    *(
        case(
            "translations-use-their-own-letters",
            SITE,
            "code: uk\n    exit: https://uk.",
            "code: pl\n    exit: https://pl.",
            *(Edit(f"locale/uk/{name}.po", "", None) for name in ("pages", "ui", "vocabularies")),
            Edit("locale/pl/acronyms.po", None, POLISH.format(word)),
            at=("locale/pl/acronyms.po:5:1",),
            also=("critical-texts-are-translated",),
        )
        for word in ("pomoc ě", "pomöc", "põmoc")
    ),
    case(
        "translations-drop-no-sentence",
        TIPS,
        "Write down the number plate.",
        "Write down the number. Show it to somebody.",
        Edit("locale/uk/guidance.po", None, STEP.format("Запишіть номер.")),
    ),
    text("translations-use-their-own-letters", "lead", BOLD, "Перелiк **телефонів**."),
    text("nothing-is-left-in-english", "next.text", "Знайти номер", "find a number to call "),
    case(
        "translations-fit",
        UI_PO,
        'msgctxt "ui#leave"',
        '§msgctxt "ui#leave"',
        Edit(UI_PO, "Покинути сторінку", "Негайно покинути цю сторінку"),
    ),
)

SPOKEN = "data/spoken.yml"
OTHERS = (
    case("spoken-sentences-agree", SPOKEN, '"Minu keel: {language}."', '§"Minu keel."'),
    case("spoken-sentences-agree", SPOKEN, "Ma vajan abi.", '§"Ma vajan abi, {language}."'),
    case("spoken-sentences-agree", SPOKEN, "Ma vajan abi.", "§Helista 112."),
)

BAD: tuple[Case, ...] = (*TRANSLATIONS, *OTHERS)

GOOD: tuple[Case, ...] = (
    case("catalogues-can-be-read", SIGNOFF, None, f'"pages/home#lead": {{{SIGNED}}}\n'),
    case("sign-offs-can-be-trusted", SIGNOFF, None, f'"pages/home#lead": {{{SIGNED}}}\n'),
    # a line can be paused at once; its reason is translated later
    case(
        "critical-texts-are-translated",
        NO,
        "audience: anyone",
        "note: Ask for somebody who speaks English.\n    audience: anyone",
    ),
    # who changes the English text leaves the older translation stale, not wrong
    case(
        "translations-keep-the-placeholders",
        HOME,
        "Call {emergency}, or {child_helpline} if you are a child.",
        "Call {emergency}.",
    ),
    case("translations-keep-the-marks", PO, POINT, "Ось [допомога за країнами](page:help/index)"),
    case("translations-add-no-facts", PO, BOLD, "Перелік **номерів**, 2 або 35."),
    case("translations-use-their-own-letters", PO, BOLD, "Перелік **номерів** PDF від Seamark."),
    # two sentences may become one
    case(
        "translations-drop-no-sentence",
        TIPS,
        "Write down the number plate.",
        "Write down the number. Show it to somebody.",
        Edit("locale/uk/guidance.po", None, STEP.format("Запишіть номер і покажіть його комусь.").replace("§", "")),
    ),
    # the accents of a loan word, a name, and a word of the source
    case("translations-use-their-own-letters", PO, BOLD, "Перелік **номе́рів**."),
    case("nothing-is-left-in-english", PO, "Знайти номер", "Find a number"),
    case("translations-fit", UI, 'max: "24"', 'max: "17"'),
    case("spoken-sentences-agree", SPOKEN, "nb: Jeg trenger hjelp.", "lv: Man vajag palīdzību."),
    # a language that has become one of the site: adding one takes an entry and a catalogue, nothing more
    case("spoken-sentences-agree", SPOKEN, "nb: Jeg trenger hjelp.", "uk: Мені потрібна допомога."),
)
