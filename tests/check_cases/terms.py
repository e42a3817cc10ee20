"""Cases for terms in translations."""

from __future__ import annotations

from factory import Edit

from .case import HOME, MEDIA, PO, TIPS, Case, case

TERMS = "locale/terms/uk.yml"
GLOSSARY_PO = "locale/uk/glossary.po"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
DEBT_TERM = 'msgctxt "glossary/debt-bondage#term"\nmsgid "Debt bondage"\nmsgstr "Боргова кабала"\n'
CARGO = 'msgctxt "glossary/trafficking-in-human-beings#avoid.1.term"\nmsgid "human cargo"\nmsgstr "живий вантаж"\n'
GLOSSARY = Edit(GLOSSARY_PO, None, f"{HEAD}\n{DEBT_TERM}\n{CARGO}")
POINT = 'msgctxt "pages/home#sections.danger.points.1"'
LEAD = 'msgctxt "pages/home#lead"'
BOLD = "Перелік **номерів телефонів**."
BONDAGE = "[Боргова кабала](term:debt-bondage)"


def forms(use: str = "", avoid: str = "", concept: str = "debt-bondage") -> Edit:
    """Return an edit that makes the file of forms, with one concept."""
    return Edit(TERMS, None, f"{concept}:\n  use: [{use}]\n  avoid: [{avoid}]\n")


def tip(number: str, english: str, ukrainian: str) -> Edit:
    """Return an edit that makes the catalogue of the tips, with one translation."""
    entry = f'msgctxt "tips/ukraine#sections.journey.steps.{number}"\nmsgid "{english}"\nmsgstr "{ukrainian}"\n'
    return Edit("locale/uk/guidance.po", None, f"{HEAD}\n§{entry}")


BAD: tuple[Case, ...] = (
    case("terms-can-be-read", "locale/terms/ua.yml", None, "debt-bondage:\n  use: боргова\n", at=("locale/terms/ua.yml:1:1",)),
    case("terms-can-be-read", "locale/terms/uk.txt", None, "debt-bondage\n", at=("locale/terms/uk.txt:1:1",)),
    case("terms-can-be-read", TERMS, None, "§debt:\n  use: боргова\n"),
    case("terms-can-be-read", TERMS, None, "debt-bondage:\n  §used: боргова\n"),
    case("terms-can-be-read", TERMS, None, "debt-bondage:\n  use: a: b\n", at=(f"{TERMS}:2:9",)),
    case("preferred-terms-are-among-the-forms", TERMS, None, '§debt-bondage:\n  use: ["боргов* рабств*", "кабала"]\n', GLOSSARY,
         Edit(GLOSSARY_PO, "Боргова кабала", "Боргова неволя")),
    # another word, and the right one only in the address of the link
    case("concepts-are-called-by-their-terms", PO, POINT, f"§{POINT}", forms('"боргов* кабал*"'),
         Edit(PO, BONDAGE, "[Рабство](term:debt-bondage)")),
    # the English text uses an admitted term, in another form
    case("concepts-are-called-by-their-terms", TIPS, "Write down the number plate.", "Write human trafficking down.",
         forms('"торгів* людьми"', concept="trafficking-in-human-beings"),
         tip("1", "Write human trafficking down.", "Запишіть це.")),
    # a form that the language avoids, and a wording that the glossary bans, with other endings
    case("deprecated-terms-are-not-used", PO, LEAD, f"§{LEAD}", forms(avoid='"раб* працю*"'),
         Edit(PO, BOLD, "**Рабів працюючих** перелік.")),
    case("deprecated-terms-are-not-used", PO, LEAD, f"§{LEAD}", GLOSSARY, Edit(PO, BOLD, "**Перелік** живого вантажу.")),
    case("deprecated-terms-are-not-used", TIPS, "Write down the number plate.", "Write it down.", GLOSSARY,
         tip("1", "Write it down.", "Не кажіть: живим вантажем.")),
)  # fmt: skip

GOOD: tuple[Case, ...] = (
    case("terms-can-be-read", TERMS, None, "debt-bondage:\n  use: боргов* кабал*\n"),
    case("preferred-terms-are-among-the-forms", TERMS, None, "debt-bondage:\n  use: боргов* кабал*\n", GLOSSARY),
    case("concepts-are-called-by-their-terms", PO, BONDAGE, "[Борговою кабалою](term:debt-bondage)", forms('"боргов* кабал*"')),
    # an outdated translation waits for its own change; a text that only links to the concept need not name it
    case("concepts-are-called-by-their-terms", HOME, "[Debt bondage](term:debt-bondage) is",
         "[Debt bondage](term:debt-bondage) really is", forms('"боргов* рабств*"')),
    case("concepts-are-called-by-their-terms", HOME, "[Debt bondage](term:debt-bondage) is", "[This](term:debt-bondage) is",
         forms('"боргов* рабств*"'), Edit(PO, "[Debt bondage](term:debt-bondage) is", "[This](term:debt-bondage) is")),
    # a table of wordings quotes what not to write, and a part of a longer word is another word
    case("deprecated-terms-are-not-used", MEDIA, "avoid: human cargo", "avoid: human cargo as a word", GLOSSARY,
         Edit("locale/uk/guidance.po", None, f'{HEAD}\nmsgctxt "media/guidelines#sections.words.words.1.avoid"\n'
              'msgid "human cargo as a word"\nmsgstr "живий вантаж"\n')),
    case("deprecated-terms-are-not-used", PO, BOLD, "**Перелік** живого вантажоперевезення.", GLOSSARY),
)  # fmt: skip
