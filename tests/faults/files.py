"""The files in which faults are planted most often."""

EE = "data/countries/ee.yml"
NO = "data/countries/no.yml"
UA = "data/countries/ua.yml"
EU = "data/countries/eu.yml"
ES = "data/countries/es.yml"
IS = "data/countries/is.yml"
DE = "data/countries/de.yml"
SHORT = "data/short_codes.yml"
HELD = "data/held_back.yml"
SITE = "data/site.yml"
LISTS = "data/vocabularies.yml"
UI = "data/ui.yml"
LAWS = "data/laws.yml"
REFERENCES = "data/references.yml"
RECOGNITION = "data/recognition.yml"
SPOKEN = "data/spoken.yml"
ACRONYMS = "data/acronyms.yml"
HOME = "data/pages/home.yml"
LINES = "data/pages/lines.yml"
TIPS = "data/tips/ukraine.yml"
MEDIA = "data/media/guidelines.yml"
THB = "data/glossary/trafficking-in-human-beings.yml"
DEBT = "data/glossary/debt-bondage.yml"
# Texts of these files to plant faults at.
MAIN_PHONE = 'phone: "+372 660 7320"'
ABROAD = 'phone: "+372 614 7393"'
MAIN_HOURS = 'hours: "Mo-Th 08:30-16:30; Fr 08:30-15:30"'
STATED = 'stated: "2023-03-09"'
# The last line of the first channel of Estonia's file, behind which a confirmation may be written.
END_OF_FIRST = "            source: cbss-2020\n      - email"
