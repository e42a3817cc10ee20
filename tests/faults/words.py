"""Mistakes in the English texts that people read."""

from __future__ import annotations

from .fault import Change, fault
from .files import ACRONYMS, DEBT, EE, EU, HOME, LINES, LISTS, MEDIA, NO, TIPS, UI

HEADING = "heading: In danger now"
NOTE = "note: This line is for adults."

FAULTS = (
    # facts in words
    fault("words-hold-no-digit-runs", "a phone number in a note", NO, NOTE, 'note: §"This line is for adults; children call 116 111."'),
    fault("words-hold-no-digit-runs", "112 in a heading", HOME, HEADING, "heading: §In danger, call 112 now"),
    fault("words-hold-no-digit-runs", "a year in a tip", TIPS, "heading: A job", "heading: §A job in 2026"),
    fault("words-hold-no-addresses", "an e-mail address in a note", NO, NOTE, "note: §This line is for adults; write to rosa@rosanorge.no."),
    fault("words-hold-no-addresses", "a web address in a note", NO, NOTE, "note: §This line is for adults; see rosanorge.no."),
    fault("words-hold-no-opening-hours", "hours in a note", NO, NOTE, "note: §This line is for adults, 9-17."),
    fault("words-hold-no-opening-hours", "24/7 in a text of the interface", UI, "always-open: {text: day and night,", "always-open: {text: §24/7,"),
    fault("words-hold-no-html", "bold type in HTML", HOME, HEADING, "heading: §In <b>danger</b> now"),
    fault("words-hold-no-html", "a hard space in HTML", HOME, HEADING, "heading: §In danger&nbsp;now"),
    fault("words-hold-no-html", "code", HOME, HEADING, "heading: §In `danger` now"),
    # marks
    fault("placeholders-are-known", "a placeholder is misspelt", LINES, '"In danger, call {emergency}, even', '§"In danger, call {emergancy}, even'),
    fault("placeholders-are-known", "a placeholder in the wrong brackets", LINES, '"In danger, call {emergency}, even', '§"In danger, call {emergency), even'),
    fault("placeholders-are-known", "a placeholder in a text that fills none in", NO, NOTE, 'note: §"This line is for adults; children call {child_helpline}."'),
    fault("marks-are-balanced", "bold type is not closed", TIPS, "- Agree on the price before you leave. Ask if anything else is expected of you.", '- §"**Agree on the price before you leave. Ask if anything else is expected of you."'),
    fault("marks-are-balanced", "a link in round brackets only", MEDIA, "- I promise no help, no papers and no safety.", "- §I promise no help [papers(term:debt-bondage) and no safety."),
    fault("marks-are-balanced", "a space between the brackets of a link", HOME, '"[Signs that somebody may need help](page:signs)"', '§"[Signs that somebody may need help] (page:signs)"'),
    fault("marks-are-balanced", "a link of another form", HOME, '"[Signs that somebody may need help](page:signs)"', '§"[Signs that somebody may need help](#signs)"'),
    # what words point to
    fault("linked-pages-exist", "a page that is not there", HOME, '"[Signs that somebody may need help](page:signs)"', '§"[Signs that somebody may need help](page:sings)"'),
    fault("linked-pages-exist", "a page in the wrong folder", HOME, "page: help/index", "page: §helpers/index"),
    fault("concepts-exist", "a concept that is not there", MEDIA, "- >-\n        I do not make the person relive", "- §>-\n        I do not make the person relive",
          Change(MEDIA, "(term:secondary-victimisation)", "(term:secondary-victimization)")),
    fault("concepts-exist", "a related concept is misspelt", DEBT, "related: [practices-similar-to-slavery,", "related: [§practises-similar-to-slavery,"),
    fault("concepts-exist", "an acronym's concept is misspelt", ACRONYMS, "concept: abuse-of-a-position-of-vulnerability", "concept: §abuse-of-vulnerability"),
    fault("concepts-name-others", "a concept is related to itself", DEBT, "recruitment-fee, coercion]", "recruitment-fee, §debt-bondage]"),
    fault("concepts-name-others", "a related concept stands twice", DEBT, "recruitment-fee, coercion]", "recruitment-fee, §forced-labour]"),
    fault("laws-exist", "a law that is not there", DEBT, "{law: supplementary-slavery,", "{law: §slavery-convention-1956,"),
    fault("lines-that-prose-names-exist", "another channel comes before the line of the Union", EU, '      - short: "116111"', "      - web: https://www.childhelplineinternational.org\n        source: ctu-2023\n      - short: \"116111\"", Change(EU, 'country: "EU"', 'country: §"EU"')),
    # wording
    fault("banned-wordings-are-not-used", "a banned wording in a tip", TIPS, "heading: A job", "heading: §A job in the flesh trade"),
    fault("banned-wordings-are-not-used", "a banned wording in a list", LISTS, "label: Child protection", "label: §Children as human cargo"),
    fault("interface-texts-fit", "a button's text is too long", UI, "leave: {text: Leave this page,", "leave: {text: §Leave this page as fast as you can,"),
    fault("interface-texts-fit", "a limit that is no number", UI, 'leave: {text: Leave this page, max: "26"', 'leave: {text: Leave this page, max: §"26 letters"'),
    # signs
    fault("texts-are-not-empty", "a text is emptied", HOME, HEADING, 'heading: §""'),
    fault("texts-are-not-empty", "nothing stands behind the colon", NO, "title: Om ROSA", "title:§"),
    fault("spaces-are-single", "two spaces", HOME, HEADING, "heading: §\"In danger  now\""),
    fault("spaces-are-single", "two spaces in a number", NO, '"+47 22 33 11 60"', '§"+47 22  33 11 60"'),
    fault("spaces-are-single", "a space at the end", HOME, HEADING, "heading: §\"In danger now \""),
    fault("spaces-are-single", "a line break is kept", TIPS, "lead: >-", "lead: §|-"),
    fault("signs-can-be-seen", "a no-break space from a word processor", HOME, HEADING, "heading: §In danger\u00a0now"),
    fault("signs-can-be-seen", "a zero-width space from a web page", NO, "title: Om ROSA", "title: §Om\u200b ROSA"),
    fault("signs-can-be-seen", "a soft hyphen from a PDF", NO, "title: Alarmtelefon barn og unge", "title: §Alarm\u00adtelefon barn og unge"),
    fault("signs-can-be-seen", "a no-break space in a number", NO, '"+47 22 33 11 60"', '§"+47 22 33\u00a011 60"'),
    fault("signs-can-be-seen", "a zero-width space in a number", NO, '"+47 22 33 11 60"', '§"+47 22 33 11\u200b60"'),
    fault("signs-can-be-seen", "a zero-width space in a short code", EE, 'short: "116111"', 'short: §"116\u200b111"'),
    fault("signs-can-be-seen", "a mark for writing from the right in a number", NO, '"+47 22 33 11 60"', '§"\u200f+47 22 33 11 60"'),
    fault("signs-can-be-seen", "a mark that turns the direction of writing", NO, "title: Om ROSA", "title: §Om \u202eROSA"),
    fault("words-use-one-alphabet", "a Cyrillic C in a Latin word", NO, "title: Om ROSA", "title: §Om RОSA"),
    fault("words-use-one-alphabet", "a Latin i in a Ukrainian word", "data/countries/ua.yml", "uk: Урядовий контактний центр", "uk: §Урядовий контактнiй центр"),
)  # fmt: skip
