"""Mistakes in translations, by people, machines and translation programs."""

from __future__ import annotations

from .fault import fault, translation
from .files import SITE, SPOKEN

CALL = "pages/home#sections.danger.text.1"  # "Call {emergency}. In every country …"
SCREEN = "pages/home#sections.watched.text.1"  # ends in a link to the page about the exit
LANGUAGE = "pages/home#sections.language.text.1"
LEAD = "pages/home#lead"
LEAVE = "ui#leave"
SECONDARY = "media/guidelines#sections.during.checklist.3"  # ends in a link to a concept
HEADING = "pages/home#sections.danger.heading"
TERMS = "locale/terms/uk.yml"
SIGNED = "locale/signoff/uk.yml"
SIGN_OFF = 'ui#leave:\n  text: "0123456789abcdef"\n  on: {on}\n  by_role: {role}\n'

FAULTS = (
    # placeholders
    translation("translations-keep-the-placeholders", "a placeholder is translated", "uk/pages", CALL, "{emergency}", "{допомога}"),
    translation("translations-keep-the-placeholders", "a placeholder is misspelt", "pl/pages", CALL, "{emergency}", "{emergecy}"),
    translation("translations-keep-the-placeholders", "a placeholder in capitals", "de/pages", CALL, "{emergency}", "{Emergency}"),
    translation("translations-keep-the-placeholders", "a placeholder is lost", "ru/pages", CALL, "{emergency}", ""),
    translation("translations-keep-the-placeholders", "a placeholder stands twice", "et/pages", CALL, "{emergency}", "{emergency} {emergency}"),
    translation("translations-keep-the-placeholders", "a placeholder in round brackets", "lt/pages", CALL, "{emergency}", "(emergency)"),
    translation("translations-keep-the-placeholders", "a bracket of a placeholder is lost", "lv/pages", CALL, "{emergency}", "{emergency"),
    translation("translations-keep-the-placeholders", "a space inside a placeholder", "fi/pages", CALL, "{emergency}", "{ emergency }"),
    translation("translations-keep-the-placeholders", "another fact is filled in", "sv/pages", CALL, "{emergency}", "{child_helpline}"),
    translation("translations-keep-the-placeholders", "a placeholder where English has none", "nb/pages", LANGUAGE, None, "{emergency}. De fleste oversettelsene er laget av en maskin. [Hva dette betyr](page:about/translation)"),
    # links and bold words
    translation("translations-keep-the-marks", "the target of a link is translated", "uk/pages", SCREEN, "(page:about/exit)", "(page:про/вихід)"),
    translation("translations-keep-the-marks", "the kind of a link is translated", "de/pages", SCREEN, "(page:about/exit)", "(Seite:about/exit)"),
    translation("translations-keep-the-marks", "a link leads to another page", "pl/pages", SCREEN, "(page:about/exit)", "(page:about/index)"),
    translation("translations-keep-the-marks", "a space before the target of a link", "ru/pages", SCREEN, "](page:about/exit)", "] (page:about/exit)"),
    translation("translations-keep-the-marks", "a link is lost", "et/pages", SCREEN, "(page:about/exit)", ""),
    translation("translations-keep-the-marks", "a link to another concept", "fi/guidance", SECONDARY, "(term:secondary-victimisation)", "(term:re-trafficking)"),
    translation("translations-keep-the-marks", "bold words that English has not", "da/pages", LANGUAGE, None, "**De fleste** oversættelser er lavet af en maskine. [Hvad det betyder](page:about/translation)"),
    # facts
    translation("translations-add-no-facts", "the number itself", "uk/pages", "pages/home#sections.danger.heading", None, "У небезпеці телефонуйте 112"),
    translation("translations-add-no-facts", "a number with spaces", "ru/pages", "pages/home#sections.danger.heading", None, "В опасности звоните 116 006"),
    translation("translations-add-no-facts", "a number in another kind of digits", "uk/pages", "pages/home#sections.danger.heading", None, "У небезпеці телефонуйте １１２"),
    translation("translations-add-no-facts", "an e-mail address", "pl/pages", "pages/home#sections.danger.heading", None, "Pisz na pomoc@pomoc.pl"),
    translation("translations-add-no-facts", "a web address", "de/pages", "pages/home#sections.danger.heading", None, "Hilfe auf www.hilfe.de"),
    translation("translations-add-no-facts", "HTML from a translation program", "lt/pages", "pages/home#sections.danger.heading", None, "Dabar <b>pavojuje</b>"),
    translation("translations-add-no-facts", "a sign written as HTML", "sv/pages", "pages/home#sections.danger.heading", None, "I fara&nbsp;nu"),
    # letters
    translation("translations-use-their-own-letters", "Russian letters in Ukrainian", "uk/pages", "pages/home#sections.danger.heading", None, "Сейчас вы в опасности"),
    translation("translations-use-their-own-letters", "Ukrainian letters in Russian", "ru/pages", "pages/home#sections.danger.heading", None, "Небезпека просто зараз, її видно"),
    translation("translations-use-their-own-letters", "an English word in Ukrainian", "uk/pages", "pages/home#sections.danger.heading", None, "Небезпека right зараз"),
    translation("translations-use-their-own-letters", "a Latin i in a Ukrainian word", "uk/pages", "pages/home#sections.country.heading", None, "Виберiть країну"),
    translation("translations-use-their-own-letters", "a Latin o in a Russian word", "ru/pages", "pages/home#sections.country.heading", None, "Выберите стрaну"),
    translation("translations-use-their-own-letters", "a Cyrillic letter in an Estonian word", "et/pages", "pages/home#sections.country.heading", None, "Vаlige riik"),
    translation("translations-use-their-own-letters", "a Russian sentence in the Polish file", "pl/pages", "pages/home#sections.country.heading", None, "Выберите страну"),
    # whole texts
    translation("nothing-is-left-in-english", "the English text is copied", "fi/pages", "pages/home#sections.country.text.1", None, "Choose the country where you are now, not the country you come from."),
    translation("nothing-is-left-in-english", "the English text is copied with another first letter", "is/pages", "pages/home#sections.country.text.1", None, "choose the country where you are now, not the country you come from."),
    translation("translations-fit", "the word for leaving is too long", "de/ui", LEAVE, None, "Diese Seite jetzt sofort verlassen"),
    fault("critical-texts-are-translated", "a text on which somebody acts is emptied", "locale/uk/ui.po", 'msgstr "Вийти з цієї сторінки"', 'msgstr ""', at=("locale/uk/ui.po:1:1",)),
    fault("critical-texts-are-translated", "a file of a language is lost", "locale/is/guidance.po", "", None, at=("locale/is/guidance.po:1:1",)),
    fault("catalogues-can-be-read", "a quotation mark is lost, and a text with it", "locale/et/pages.po", 'msgctxt "pages/home#lead"', '§msgctxt "pages/home#lead'),
    fault("catalogues-can-be-read", "a letter that is not UTF-8", "locale/et/pages.po", 'msgctxt "pages/home#lead"', '§msgctxt "pages/home#l\udce4ad"'),
    fault("catalogues-can-be-read", "marks of a merge conflict are left", "locale/et/pages.po", 'msgctxt "pages/home#lead"', '§<<<<<<< HEAD\nmsgctxt "pages/home#lead"'),
    fault("catalogues-can-be-read", "the sign-offs are broken", "locale/signoff/uk.yml", None, "ui#leave: ab§: cd\n"),
    fault("catalogues-can-be-read", "a language is added before it is translated", SITE, "  - code: is\n", "  - code: tr\n    exit: https://tr.wikipedia.org/\n  - code: is\n", at=("locale/tr:1:1",)),
    translation("translations-drop-no-sentence", "the second sentence is forgotten", "uk/pages", CALL, None, "Телефонуйте за номером {emergency}."),
    fault("sign-offs-can-be-trusted", "signed in advance", SIGNED, None, SIGN_OFF.format(on='§"2126-01-01"', role="native reader")),
    fault("sign-offs-can-be-trusted", "signed with a name", SIGNED, None, SIGN_OFF.format(on='"2026-01-01"', role="§Anna")),
    # terms
    fault("terms-can-be-read", "Ukrainian by the code of the country", "locale/terms/ua.yml", None, "helpline:\n  use: лінія\n", at=("locale/terms/ua.yml:1:1",)),
    fault("terms-can-be-read", "a concept that is not there", TERMS, "\nhelpline:", "\n§help-line:"),
    fault("preferred-terms-are-among-the-forms", "forms of another word", TERMS, "\nhelpline:", '\n§surrogacy-exploitation:\n  use: ["няньк*"]\nhelpline:'),
    translation("concepts-are-called-by-their-terms", "another word for the crime", "uk/pages", "pages/trafficking#lead", "Торгівля людьми", "Примус"),
    translation("deprecated-terms-are-not-used", "a word from the headlines", "uk/pages", HEADING, None, "Работоргівля просто зараз"),
    # sentences to show to somebody
    fault("spoken-sentences-agree", "a number in a sentence", SPOKEN, '"Veszélyben vagyok. Kérem, hívja a rendőrséget."', '§"Veszélyben vagyok. Kérem, hívja: 112."'),
)  # fmt: skip
