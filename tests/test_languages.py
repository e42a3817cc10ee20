"""Codes, names, directions and alphabets of languages and countries."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from seamark import languages
from seamark.loading import load

ROOT = Path(__file__).parent.parent
LOADED, _ = load(ROOT)
SITE_LANGUAGES = [str(language.code) for language in LOADED.site.languages] if LOADED else []


# --- codes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # languages
        *[(code, True) for code in ("en", "uk", "et", "nb", "fil", "rom", "ti", "ckb")],
        *[(code, True) for code in ("sr-Latn", "pt-BR", "zh-Hant", "es-419", "fa-AF")],
        # countries written for languages
        *[(code, False) for code in languages.MISTAKEN],
        # no codes
        *[(code, False) for code in ("", "xx", "EN", "Et", "english", "e", "unknown")],
        *[(code, False) for code in ("en ", " en", "en-", "en-XX", "en_GB", "en-gb")],
    ],
)
def test_is_language(code: str, expected: bool) -> None:
    """A BCP 47 code that CLDR knows is a language; the code of a country is none, though it may be a real code."""
    assert languages.is_language(code) is expected


def test_mistaken_codes_name_real_languages() -> None:
    """What the advice proposes instead of a country's code is a language."""
    assert all(languages.is_language(right) for right in languages.MISTAKEN.values())
    assert all(languages.is_territory(code.upper()) for code in languages.MISTAKEN)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("EE", True), ("NO", True), ("EU", True), ("XK", True),
        ("ee", False), ("Ee", False), ("UK", False), ("XX", False), ("EST", False), ("001", False), ("", False), ("E", False),
    ],
)  # fmt: skip
def test_is_territory(code: str, expected: bool) -> None:
    """Two capitals that name a country, or the Union, are a territory; UK is not the code of Britain."""
    assert languages.is_territory(code) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        *[(code, True) for code in ("en", "uk", "ar", "sr-Latn", "ti", "so")],
        # known as names only, or not at all
        *[(code, False) for code in ("rom", "xx", "", "ua", "not a code")],
    ],
)
def test_can_be_site_language(code: str, expected: bool) -> None:
    """A site can be built in a language whose names and dates CLDR has."""
    assert languages.can_be_site_language(code) is expected


@given(st.text(max_size=12))
def test_any_text_can_be_asked_for(code: str) -> None:
    """Whatever an editor writes for a language gets an answer, and what is no language cannot be one of the site."""
    answer = languages.is_language(code)
    assert answer or not languages.can_be_site_language(code)
    assert languages.language_name(code, "en") or not code


@pytest.mark.parametrize(
    ("names", "official", "expected"),
    [
        (["en", "de"], ["de"], "de"),
        (["en", "sv", "fi"], ["fi", "sv"], "fi"),
        (["en", "sv"], ["fi", "sv"], "sv"),
        (["ru", "en"], ["et"], "en"),
        (["ru"], ["et"], "ru"),
    ],
)
def test_the_language_of_an_official_name(names: list[str], official: list[str], expected: str) -> None:
    """The country's first language that has a name comes first, then English, then whatever there is."""
    assert languages.official_name_language(names, official) == expected


# --- names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("uk", "en", "Ukrainian"),
        ("uk", "et", "ukraina"),
        ("et", "uk", "естонська"),
        ("ru", "uk", "російська"),
        # with a script or a territory
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("zh-Hant", "en", "Traditional Chinese"),
        # what has no name is shown as it is
        ("xx", "en", "xx"),
        ("", "en", ""),
    ],
)
def test_language_name(code: str, language: str, name: str) -> None:
    """The name of a language is given in the reader's language, in the form for running text."""
    assert languages.language_name(code, language) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"), ("uk", "Українська"), ("ru", "Русский"), ("et", "Eesti"), ("ar", "العربية"), ("ka", "ქართული"),
    ],
)  # fmt: skip
def test_own_name(code: str, name: str) -> None:
    """A language is called by its own name, with a capital where its letters have capitals."""
    assert languages.own_name(code) == name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("EE", "en", "Estonia"),
        ("EE", "uk", "Естонія"),
        ("UA", "et", "Ukraina"),
        ("EU", "ru", "Европейский союз"),
        ("XX", "en", "XX"),
    ],
)
def test_country_name(code: str, language: str, name: str) -> None:
    """The name of a country is given in the reader's language; a code without a name is shown as it is."""
    assert languages.country_name(code, language) == name


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_every_site_language_names_every_country_and_language(language: str) -> None:
    """In every language of the site, each published country and each language of a helpline has a name."""
    assert LOADED is not None
    for country in LOADED.countries.values():
        assert languages.country_name(country.country, language) != country.country
        spoken = {code for service in country.services for channel in service.channels for code in channel.languages}
        for code in spoken - {"unknown"}:
            assert languages.language_name(code, language) != code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        *[(code, "ltr") for code in ("en", "uk", "ti", "sr-Latn")],
        *[(code, "rtl") for code in ("ar", "fa", "he", "ur", "ckb", "pa-Arab")],
        # known by their names only
        ("rom", "ltr"),
        ("syr", "rtl"),
        ("prd", "rtl"),
        ("xx", "ltr"),
    ],
)
def test_direction(code: str, expected: str) -> None:
    """The direction of writing of a language is known."""
    assert languages.direction(code) == expected


@pytest.mark.parametrize(
    ("zone", "language", "name"),
    [
        ("Europe/Tallinn", "en", "Tallinn"),
        ("Europe/Tallinn", "uk", "Таллінн"),
        # both spellings of a zone
        ("Europe/Kiev", "en", "Kyiv"),
        ("Europe/Kiev", "uk", "Київ"),
        ("Europe/Kyiv", "en", "Kyiv"),
        ("Europe/Kyiv", "uk", "Київ"),
        ("Europe/Chisinau", "uk", "Кишинів"),
        # without a name in the language, the zone's own
        ("America/New_York", "et", "New York"),
    ],
)
def test_city_name(zone: str, language: str, name: str) -> None:
    """A time zone is named by its city in the reader's language, and never by a name with underscores."""
    assert languages.city_name(zone, language) == name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("EUR", "en", "Euro (€)"), ("NOK", "en", "Norwegian Krone (NOK)"), ("UAH", "uk", "українська гривня (₴)")],
)
def test_currency_name(code: str, language: str, name: str) -> None:
    """Money is named in the reader's language, with its sign."""
    assert languages.currency_name(code, language) == name


# --- alphabets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages.ALPHABETS)
def test_letters_are_sorted_as_in_the_alphabet(language: str) -> None:
    """Each letter stands behind the one before it, as a capital too."""
    alphabet = languages.ALPHABETS[language]
    assert len(set(alphabet)) == len(alphabet)
    assert unicodedata.is_normalized("NFC", alphabet)
    assert sorted(alphabet, key=lambda letter: languages.sort_key(letter, language)) == list(alphabet)
    keys = [languages.sort_key(letter.upper(), language) for letter in alphabet]
    assert all(first < second for first, second in pairwise(keys))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", ["Ґанок", "Естонія", "Єгипет", "Ірландія", "Ісландія", "Їжак", "Йорданія", "Україна"]),
        ("ru", ["Европа", "Ёлка", "Жар", "Ирландия", "Италия", "Йемен", "Казахстан", "Эстония"]),
        ("et", ["Austria", "Saksamaa", "Šveits", "Zimbabwe", "Taani", "Ungari", "Venemaa", "Õ", "Äke", "Öö", "Üks", "Xenon"]),
        ("sv", ["Zambia", "Åland", "Ängland", "Österrike"]),
        ("nb", ["Zambia", "Ærlig", "Østerrike", "Åland"]),
        ("pl", ["Laos", "Łotwa", "Malta", "Zambia", "Źródło", "Żory"]),
        ("lt", ["Čekija", "Danija", "Švedija", "Tunisas"]),
        ("en", ["Åland", "Austria", "Côte d’Ivoire", "Croatia", "Türkiye", "Ukraine"]),
        ("fr", ["Écosse", "Égypte", "Espagne", "États-Unis", "Ethiopie"]),
    ],
)
def test_words_are_sorted_as_readers_expect(language: str, words: list[str]) -> None:
    """Names stand in the order of the reader's dictionary, whatever order they come in."""
    for given_words in (words, words[::-1], sorted(words)):
        assert sorted(given_words, key=lambda word: languages.sort_key(word, language)) == words


@pytest.mark.parametrize("language", ["uk", "ru", "et", "en", "ar"])
@given(st.lists(st.text(max_size=6), min_size=3, max_size=3))
def test_any_texts_have_an_order(language: str, texts: list[str]) -> None:
    """Any two texts can be compared, in the same way each time, whatever their letters and capitals."""
    first, second, third = (languages.sort_key(text, language) for text in texts)
    assert (first < second) + (first == second) + (first > second) == 1
    assert not (first <= second <= third) or first <= third
    for text in texts:
        composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        assert languages.sort_key(composed, language) == languages.sort_key(apart, language)


@given(st.text(min_size=1, max_size=6), st.text(max_size=4))
def test_a_shorter_word_stands_first(word: str, rest: str) -> None:
    """A word stands before the longer words that begin with it."""
    text = unicodedata.normalize("NFC", word)
    longer = unicodedata.normalize("NFC", f"{text} {rest}")
    assert languages.sort_key(text, "uk") < languages.sort_key(longer, "uk")


def test_site_languages_have_an_alphabet_where_marks_matter() -> None:
    """A site language whose letters with marks are letters of their own has its alphabet listed."""
    latin_without_such_letters = {"en", "fr", "it", "pt", "nl", "de"}
    for language in SITE_LANGUAGES:
        tag = get_global("likely_subtags").get(language, language)
        if ("_Latn" in tag or "_Cyrl" in tag) and language not in latin_without_such_letters:
            assert language in languages.ALPHABETS, language
