"""Every English text is a unit with a lasting identity, and each translation has an honest status."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import Edit, project
from hypothesis import given
from hypothesis import strategies as st

from seamark import model
from seamark.loading import FOLDERS, SINGLE_FILES, Data, load
from seamark.model import Phrase
from seamark.translations import DOMAINS, Catalogue, Entry, SignOff, Translator, fingerprint, units
from seamark.yamltext import Text, YamlProblem

ROOT = Path(__file__).parent.parent
SIGNED = '"pages/home#title": {{text: "{}", on: "2026-11-22", by_role: native reader}}\n'
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def loaded(folder: Path, *edits: Edit) -> Data:
    """Return the data of a changed copy of the correct project."""
    project(folder, edits)
    data, problems = load(folder)
    assert data is not None, problems
    assert problems == []
    return data


def catalogue_of(folder: Path, po: str = "", signoffs: str = "") -> Catalogue:
    """Return the Ukrainian catalogue of a folder that holds these entries and sign-offs."""
    place = folder / "locale" / "uk" / "pages.po"
    place.parent.mkdir(parents=True)
    place.write_text(PO + po, "utf-8")
    if signoffs:
        place = folder / "locale" / "signoff" / "uk.yml"
        place.parent.mkdir()
        place.write_text(signoffs, "utf-8")
    return Catalogue.load(folder, "uk")


def entry(text: str, source: str = "Help", *, doubtful: bool = False) -> Entry:
    """Return a translation of a text."""
    return Entry(source=source, text=text, path="locale/uk/pages.po", line=1, doubtful=doubtful)


def sign_off(mark: str) -> SignOff:
    """Return the sign-off of a pair of texts by its fingerprint."""
    return SignOff(text=Text(mark), on=Text("2026-11-22"), by_role=Text("native reader"))


# --- units -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "domain", "text"),
    [
        ("ui#leave", "ui", "Leave this page"),
        ("ui#skip", "ui", "Skip to the content"),
        ("vocabularies#cost.free.label", "vocabularies", "Free"),
        ("countries/ee#services.ee-thb-helpline.note", "countries", "Outside office hours a machine answers."),
        ("countries/ee#services.ee-old-line.reason", "countries", "Another line took over."),
        ("pages/home#title", "pages", "Seamark"),
        ("pages/home#next.text", "pages", "Find a number to call"),
        ("pages/home#sections.danger.text.1", "pages", "Call {emergency}, or {child_helpline} if you are a child."),
        ("pages/home#sections.danger.points.2", "pages", "[Help by country](page:help/index)"),
        ("tips/ukraine#sections.journey.steps.2", "guidance", "Send it to 1 or 2 friends."),
        ("media/guidelines#sections.words.words.1.avoid", "guidance", "human cargo"),
        ("glossary/debt-bondage#term", "glossary", "Debt bondage"),
        ("laws#palermo.short", "glossary", "UN Trafficking Protocol"),
    ],
)
def test_a_unit_has_an_identity_and_a_domain(tmp_path: Path, name: str, domain: str, text: str) -> None:
    """The identity of a text is its file and the way to it, by the names that its parts bear."""
    found = {unit.id: unit for unit in units(loaded(tmp_path))}
    assert (found[name].domain, found[name].text) == (domain, text)


def test_advice_for_translators_is_kept(tmp_path: Path) -> None:
    """The greatest length and the note of a text of the interface stand with its unit."""
    found = {unit.id: unit for unit in units(loaded(tmp_path))}
    assert (found["ui#leave"].limit, found["ui#leave"].note) == (24, "Link at the top of every page.")
    assert (found["ui#skip"].limit, found["ui#skip"].note) == (None, "")


def test_a_limit_that_is_no_number_is_left_to_the_checks(tmp_path: Path) -> None:
    """A greatest length that is no number breaks nothing here."""
    found = {unit.id: unit for unit in units(loaded(tmp_path, Edit("data/ui.yml", '"24"', '"many"')))}
    assert found["ui#leave"].limit is None


@pytest.mark.parametrize(
    ("name", "critical"),
    [
        # interface, closed lists and country files always are
        ("ui#leave", True),
        ("vocabularies#cost.free.label", True),
        ("countries/ee#services.ee-thb-helpline.note", True),
        # pages are where they say so
        ("pages/home#title", True),
        ("pages/home#sections.danger.points.2", True),
        ("pages/help#title", False),
        ("tips/ukraine#title", False),
        ("glossary/debt-bondage#term", False),
    ],
)
def test_units_on_which_somebody_acts_are_critical(tmp_path: Path, name: str, critical: bool) -> None:
    """Texts on which a person at risk acts are marked as critical."""
    assert {unit.id: unit for unit in units(loaded(tmp_path))}[name].critical is critical


@pytest.mark.parametrize("root", [ROOT, Path(__file__).parent / "good"], ids=["real", "good"])
def test_every_phrase_is_exactly_one_unit(root: Path) -> None:
    """Each text for readers, wherever it stands in the data, is one unit, and no two units share an identity."""
    data, _ = load(root)
    assert data is not None
    found = list(units(data))
    assert len({unit.id for unit in found}) == len(found)
    assert len({id(unit.text) for unit in found}) == len(found)
    assert {id(unit.text) for unit in found} == {id(phrase) for phrase in phrases(data)}
    assert {unit.domain for unit in found} <= set(DOMAINS.values())


def phrases(item: object) -> list[Phrase]:
    """Return every phrase of the data, by going through all of it."""
    if isinstance(item, Phrase):
        return [item]
    if isinstance(item, Data):
        return [phrase for part in vars(item).values() for phrase in phrases(part)]
    if isinstance(item, model.Model):
        return [phrase for name in type(item).model_fields for phrase in phrases(getattr(item, name))]
    if isinstance(item, dict):
        return [phrase for part in item.values() for phrase in phrases(part)]
    return [phrase for part in item for phrase in phrases(part)] if isinstance(item, tuple) else []


def test_every_file_with_words_has_a_domain() -> None:
    """Wherever a model of data/ holds words for readers, its file belongs to a catalogue."""
    files = {("ui" if name == "interface" else name): kind for name, kind in {**SINGLE_FILES, **FOLDERS}.items()}
    with_words = {name for name, kind in files.items() if has_words(kind)}
    assert with_words <= set(DOMAINS), with_words - set(DOMAINS)


def has_words(kind: object) -> bool:
    """Tell whether a type of the models leads to words for readers."""
    if isinstance(kind, type) and issubclass(kind, Phrase):
        return True
    if isinstance(kind, type) and issubclass(kind, model.Model):
        return any(has_words(field.annotation) for field in kind.model_fields.values())
    return any(has_words(part) for part in getattr(kind, "__args__", ()))


def test_the_order_of_units_does_not_change(tmp_path: Path) -> None:
    """Loading twice gives the same units in the same order, so that catalogues do not move."""
    first = [unit.id for unit in units(loaded(tmp_path))]
    again, _ = load(tmp_path)
    assert again is not None
    assert [unit.id for unit in units(again)] == first


def test_another_section_does_not_change_identities(tmp_path: Path) -> None:
    """A part that is put before another leaves the identities of the other's texts as they were."""
    before = {unit.id: str(unit.text) for unit in units(loaded(tmp_path / "a"))}
    added = Edit("data/pages/home.yml", "sections:\n", "sections:\n  - id: first\n    heading: First\n    text: [New.]\n")
    after = {unit.id: str(unit.text) for unit in units(loaded(tmp_path / "b", added))}
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"pages/home#sections.first.heading", "pages/home#sections.first.text.1"}


# --- status ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "signed", "status"),
    [
        (None, None, "missing"),
        (entry(""), None, "missing"),
        (entry("", "Other"), fingerprint("Help", ""), "missing"),
        (entry("Допомога"), None, "machine"),
        (entry("Допомога", "Other"), None, "stale"),
        (entry("Допомога", doubtful=True), None, "stale"),
        # a sign-off counts for this very source and translation only
        (entry("Допомога"), fingerprint("Help", "Допомога"), "reviewed"),
        (entry("Допомога"), fingerprint("Help", "Інша"), "machine"),
        (entry("Допомога"), fingerprint("Other", "Допомога"), "machine"),
        (entry("Допомога", "Other"), fingerprint("Help", "Допомога"), "stale"),
        (entry("Допомога", "Other"), fingerprint("Other", "Допомога"), "stale"),
        (entry("Допомога", doubtful=True), fingerprint("Help", "Допомога"), "stale"),
    ],
)
def test_status(made: Entry | None, signed: str | None, status: str) -> None:
    """A translation is missing, stale, made by a machine, or reviewed, and an edit of either side voids a sign-off."""
    catalogue = Catalogue("uk", {"a": made} if made else {}, {"a": sign_off(signed)} if signed else {})
    assert catalogue.status("a", "Help") == status


@pytest.mark.parametrize(
    ("made", "critical", "expected"),
    [
        (None, True, ("Help", "en", "missing")),
        (None, False, ("Help", "en", "missing")),
        (entry("Допомога"), True, ("Допомога", "uk", "machine")),
        (entry("Стара", "Other"), False, ("Стара", "uk", "stale")),
        # where somebody's safety rests on it, an outdated text is not shown
        (entry("Стара", "Other"), True, ("Help", "en", "stale")),
        (entry("Стара", doubtful=True), True, ("Help", "en", "stale")),
        # nor is one that names other facts than the text does now
        (entry("Стара {law_old}", "Other {law_old}"), False, ("Help", "en", "stale")),
    ],
)
def test_show(made: Entry | None, critical: bool, expected: tuple[str, str, str]) -> None:
    """Readers see the translation, or English where it is missing or must not be outdated."""
    shown = Catalogue("uk", {"a": made} if made else {}, {}).show("a", "Help", critical=critical)
    assert (shown.text, shown.language, shown.status) == expected


def test_an_outdated_text_with_the_same_facts_is_shown() -> None:
    """An outdated text that is not critical stays, in whatever order it names the facts."""
    catalogue = Catalogue("uk", {"a": entry("{b}, {a}", "Old {a} and {b}")}, {})
    shown = catalogue.show("a", "New {a}, {b}", critical=False)
    assert (shown.text, shown.status) == ("{b}, {a}", "stale")


def test_english_is_the_source() -> None:
    """In English every text is the source, whatever stands in a catalogue."""
    shown = Catalogue("en", {"a": entry("Other")}, {}).show("a", "Help", critical=True)
    assert (shown.text, shown.language, shown.status) == ("Help", "en", "source")


@given(st.text(), st.text(), st.text(), st.text())
def test_a_fingerprint_is_of_one_pair_of_texts(source: str, text: str, source2: str, text2: str) -> None:
    """Other texts have another fingerprint, also when letters only move from one to the other."""
    if "\0" not in source + text + source2 + text2:
        assert (fingerprint(source, text) == fingerprint(source2, text2)) is ((source, text) == (source2, text2))
    assert len(fingerprint(source, text)) == 16
    assert set(fingerprint(source, text)) <= set("0123456789abcdef")


def test_fingerprints_stay_as_they_are() -> None:
    """A sign-off that was given stays valid: the fingerprint of a pair never changes."""
    assert fingerprint("Help", "Допомога") == "8cd15d04d31004c5"


def test_moved_letters_change_the_fingerprint() -> None:
    """A letter that moves from the source to the translation voids a sign-off."""
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


# --- catalogues in files -----------------------------------------------------------------------------------


def test_a_catalogue_is_read_with_places(tmp_path: Path) -> None:
    """Each translation is read with its English text, its file and its line."""
    catalogue = catalogue_of(tmp_path, 'msgctxt "a#1"\nmsgid "Help"\nmsgstr "Допомога"\n')
    assert catalogue.language == "uk"
    assert catalogue.entries == {"a#1": Entry(source="Help", text="Допомога", path="locale/uk/pages.po", line=5)}
    assert catalogue.signoffs == {}


@pytest.mark.parametrize(
    ("po", "status"),
    [
        # a text that changed carries the English text that it was made from
        ('#, fuzzy\n#| msgid "Old"\nmsgctxt "a"\nmsgid "Help"\nmsgstr "Стара"\n', "stale"),
        # a translator who marks a text as needing work must be heard
        ('#, fuzzy\nmsgctxt "a"\nmsgid "Help"\nmsgstr "Сумнівна"\n', "stale"),
        # a note on the English text of before counts only while the text is marked
        ('#| msgid "Old"\nmsgctxt "a"\nmsgid "Help"\nmsgstr "Допомога"\n', "machine"),
        # a file that was not brought up to date
        ('msgctxt "a"\nmsgid "Old"\nmsgstr "Стара"\n', "stale"),
        # what is crossed out or has no identity does not count
        ('#~ msgctxt "a"\n#~ msgid "Help"\n#~ msgstr "Стара"\n', "missing"),
        ('msgid "Help"\nmsgstr "Допомога"\n', "missing"),
        ('msgctxt "a"\nmsgid "Help"\nmsgstr ""\n', "missing"),
    ],
    ids=["changed", "doubtful", "no longer changed", "file behind", "obsolete", "without context", "empty"],
)
def test_marks_of_translators_count(tmp_path: Path, po: str, status: str) -> None:
    """What Weblate or Poedit write into a catalogue decides on the status of a text."""
    assert catalogue_of(tmp_path, po).status("a", "Help") == status


def test_sign_offs_are_read(tmp_path: Path) -> None:
    """A sign-off of a source and a translation makes the text a reviewed one."""
    po = 'msgctxt "pages/home#title"\nmsgid "Help"\nmsgstr "Допомога"\n'
    catalogue = catalogue_of(tmp_path, po, SIGNED.format(fingerprint("Help", "Допомога")))
    assert catalogue.status("pages/home#title", "Help") == "reviewed"
    assert catalogue.status("pages/home#title", "Help!") == "stale"


def test_a_language_without_files_is_empty(tmp_path: Path) -> None:
    """A language for which nothing was made has no translations, and breaks nothing."""
    catalogue = Catalogue.load(tmp_path, "xx")
    assert (catalogue.entries, catalogue.signoffs) == ({}, {})


def test_broken_files_are_told(tmp_path: Path) -> None:
    """A catalogue or a sign-off file that cannot be read is an error and never an empty one."""
    with pytest.raises(OSError, match="pages"):
        catalogue_of(tmp_path / "a", "this is no catalogue\n")
    with pytest.raises(YamlProblem, match=r"uk\.yml"):
        catalogue_of(tmp_path / "b", signoffs="a: &b c\n")
    with pytest.raises(YamlProblem, match=r"uk\.yml:1:4.*by_role"):
        catalogue_of(tmp_path / "c", signoffs='a: {text: 8cd15d04d31004c5, on: "2026-11-22"}\n')


# --- phrases ---------------------------------------------------------------------------------------------


def test_equal_texts_are_different_units(tmp_path: Path) -> None:
    """Two places with the same English words can have different translations."""
    data = loaded(tmp_path)
    help_title, next_text = data.words["pages/help"].title, data.words["tips/ukraine"].next.text
    assert help_title == next_text == "Find help"
    entries = {"pages/help#title": entry("Заголовок", "Find help"), "tips/ukraine#next.text": entry("Кнопка", "Find help")}
    translator = Translator(data, Catalogue("uk", entries, {}))
    assert translator.show(help_title).text == "Заголовок"
    assert translator.show(next_text).text == "Кнопка"


def test_a_critical_phrase_is_not_shown_outdated(tmp_path: Path) -> None:
    """A phrase of a critical page is shown in English when its translation is outdated; others are not."""
    data = loaded(tmp_path)
    entries = {"pages/home#title": entry("Старе", "Old"), "pages/help#title": entry("Старе", "Old")}
    translator = Translator(data, Catalogue("uk", entries, {}))
    assert translator.show(data.words["pages/home"].title).language == "en"
    assert translator.show(data.words["pages/help"].title).language == "uk"


def test_a_translator_into_another_language_is_of_the_same_data(tmp_path: Path) -> None:
    """From one translator comes that into another language, and each shows its own."""
    data = loaded(tmp_path)
    title = data.words["pages/help"].title
    first = Translator(data, Catalogue("uk", {"pages/help#title": entry("Допомога", "Find help")}, {}))
    other = first.into(Catalogue("et", {"pages/help#title": entry("Abi", "Find help")}, {}))
    assert (first.show(title).text, other.show(title).text) == ("Допомога", "Abi")
    assert (first.catalogue.language, other.catalogue.language) == ("uk", "et")


def test_a_phrase_of_nowhere_is_an_error(tmp_path: Path) -> None:
    """A text that is not part of the data has no translation, and asking for one is an error."""
    translator = Translator(loaded(tmp_path), Catalogue("uk", {}, {}))
    with pytest.raises(KeyError):
        translator.show(Phrase("Seamark"))
