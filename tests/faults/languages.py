"""Mistakes in codes of languages, countries, time zones, plates and money."""

from __future__ import annotations

from .fault import Change, Fault, fault
from .files import EE, EU, NO, RECOGNITION, SITE, SPOKEN, UA

ANSWERED = 'cost: free\n        languages: [et, ru, en]\n        hours: "24/7"\n        source: [cbss-2020'


def answered(name: str, written: str, rule: str = "languages-exist") -> Fault:
    """Return a fault in the languages of the Estonian crisis line."""
    return fault(rule, name, EE, ANSWERED, ANSWERED.replace("[et, ru, en]", written))


FAULTS = (
    answered("Ukrainian by the code of the country", "[et, ru, §ua]"),
    answered("Estonian by the code of the country", "[§ee, ru, en]"),
    answered("a language by its name", "[et, ru, §english]"),
    answered("a code in capitals", "[et, §RU, en]"),
    answered("a space instead of a comma", "[et, §ru en]"),
    answered("a code in Cyrillic letters", "[et, ru, §ен]"),
    answered("a slip in a code", "[et, ru, §rn-]"),
    fault("languages-exist", "Swedish by the code of the country in a name", EE, "      et: Lasteabitelefon", "      et: Lasteabitelefon\n      §se: Barnens hjälptelefon"),
    fault("languages-exist", "Norwegian of no written form", NO, "title: Om ROSA\n    url: http://rosa-help.no/om-rosa/\n    publisher: ROSA\n    language: nb",
          "title: Om ROSA\n    url: http://rosa-help.no/om-rosa/\n    publisher: ROSA\n    language: §no"),
    fault("languages-exist", "a sentence under the code of a country", SPOKEN, '    cs: "Potřebuji pomoc.', '    §cz: "Potřebuji pomoc.'),
    answered("a language stands twice", "[et, ru, §et]", "unknown-languages-stand-alone"),
    answered("unknown beside a language", "[et, §unknown]", "unknown-languages-stand-alone"),
    fault("countries-exist", "Greece by its telephone's habit", EU, '"CY", "GR"', '"CY", §"EL"'),
    fault("countries-exist", "a country by its name", EU, '"CY", "GR"', '"CY", §"Greece"'),
    fault("countries-exist", "a country in small letters", EU, '"CY", "GR"', '§"cy", "GR"'),
    fault("recognised-countries-have-a-file", "a country by the code of its language", RECOGNITION, '"EE":\n', '§"ET":\n'),
    fault("plates-and-money-are-codes", "a plate in small letters", RECOGNITION, '  plate: "EST"', '  plate: §"Est"'),
    fault("plates-and-money-are-codes", "money by its name", RECOGNITION, "  currency: NOK", "  currency: §Kroner"),
    fault("time-zones-exist", "a capital is misspelt", EE, "Europe/Tallinn", "§Europe/Talinn"),
    fault("time-zones-exist", "an abbreviation", EE, "Europe/Tallinn", "§EET"),
    fault("time-zones-exist", "a difference from Greenwich", EE, "Europe/Tallinn", "§UTC+2"),
    fault("time-zones-belong-to-the-country", "the neighbour's time zone", NO, "Europe/Oslo", "§Europe/Helsinki"),
    fault("time-zones-belong-to-the-country", "a file was copied, its time zone was not changed", UA, "Europe/Kiev", "§Europe/Warsaw"),
    fault("country-languages-are-official", "a file was copied, its languages were not changed", NO, "languages: nb\ntime_zone", "languages: [nb, §et]\ntime_zone"),
    fault("names-are-in-the-script-of-their-language", "a source was copied, its language was not changed", UA, "publisher: Тульчинська міська територіальна громада\n    language: uk", "publisher: Тульчинська міська територіальна громада\n    language: en",
          Change(UA, "title: Торгівля людьми – проблема", "title: §Торгівля людьми – проблема")),
    fault("names-are-in-the-script-of-their-language", "a name in Ukrainian stands as English", UA, "en: Government Contact Centre", "en: §Урядовий контактний центр"),
    fault("names-are-in-a-language-readers-know", "a name in the neighbour's language only", "data/countries/lv.yml", "    operator:\n      lv: Skalbes\n", "    operator:\n      §lt: Skalbes\n"),
    fault("site-languages-can-be-built", "a language of the site stands twice", SITE, "  - code: is\n    exit: https://is.wikipedia.org/\n", "  - code: is\n    exit: https://is.wikipedia.org/\n  - code: §uk\n    exit: https://uk.wikipedia.org/\n"),
    fault("site-languages-can-be-built", "another language stands first", SITE, "  - code: en\n    exit: https://en.wikipedia.org/wiki/Main_Page\n  - code: uk\n    exit: https://uk.wikipedia.org/\n", "  - code: §uk\n    exit: https://uk.wikipedia.org/\n  - code: en\n    exit: https://en.wikipedia.org/wiki/Main_Page\n",
          Change("locale/terms/uk.yml", None, None)),  # the first language needs none
)  # fmt: skip
