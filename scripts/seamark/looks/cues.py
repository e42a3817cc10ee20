"""Words that announce a telephone number, in the languages of the sources."""

from __future__ import annotations

import re

_WHOLE = ("tel", "sms", "call", "dial", "line", "number(?! of)", "ring", "bel", "ruf", "τηλ", "тел", "apel", "suna", "volat")
_BEGINNINGS = (
    "phon", "calling", "numer", "númer", "numur", "čísl", "štev", "helista", "puhel", "soita", "anruf", "zadzwo", "dzwon",
    "skamb", "zvan", "zavol", "volajt", "poklič", "pozov", "nazov", "sunaț", "línea", "linea", "llam", "chiam", "appel",
    "ligne", "hívja", "hívás", "hring", "sími", "bellen", "звон", "дзвон", "номер", "позвон", "зателеф", "гаряч", "горяч",
    "τηλέφ", "γραμμ", "καλέσ", "обад",
)  # fmt: skip
# Parts of compounds: "Lasteabitelefon", "Notrufnummer".
_PARTS = (
    "telef", "teléf", "téléph", "puhelin", "nummer", "helpline", "hotline", "linje", "linija", "linka", "liin", "vonal",
    "телеф", "лини", "ліні",
)  # fmt: skip
_CUE = re.compile(rf"\b(?:{'|'.join(_WHOLE)})\b|\b(?:{'|'.join(_BEGINNINGS)})|{'|'.join(_PARTS)}")


def announces_number(text: str) -> bool:
    """Tell whether a text, in small letters, holds a word that announces a telephone number."""
    return _CUE.search(text) is not None
