"""The rules on what the data mean, and the one function that applies them.

A rule is a generator whose docstring is the rule. To add one, write the function and put its name into
`RULES`. The name of a rule, in messages and to switch it off, is the function's name with hyphens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from ..loading import Data
from ..problems import Problem
from . import (
    catalogues,
    channels,
    dates,
    do_not_list,
    english,
    figures,
    identity,
    languages,
    links,
    numbers,
    organisations,
    pages,
    privacy,
    services,
    short_codes,
    site,
    sources,
    terms,
    texts,
    vocabulary,
    words,
)
from .survey import Finding, Survey

Rule = Callable[[Survey], Iterator[Finding]]

RULES: dict[str, tuple[Rule, ...]] = {
    "identity": (
        identity.ids_are_lower_case,
        identity.ids_begin_with_the_country,
        identity.ids_are_unique,
        identity.section_ids_are_unique,
        identity.files_are_named_by_their_id,
    ),
    "vocabulary": (
        vocabulary.kinds_are_listed,
        vocabulary.audiences_are_listed,
        vocabulary.support_is_listed,
        vocabulary.reach_is_listed,
        vocabulary.cost_is_listed,
        vocabulary.emergency_reaches_are_listed,
        vocabulary.statuses_are_listed,
        vocabulary.tiers_are_listed,
        vocabulary.roles_are_listed,
        vocabulary.confirmations_are_listed,
        vocabulary.reasons_are_listed,
        vocabulary.groups_are_listed,
        vocabulary.caller_facts_are_yes_or_no,
        vocabulary.stated_extras_are_yes,
        vocabulary.marks_are_known,
    ),
    "numbers": (
        numbers.phones_are_international,
        numbers.no_short_code_behind_a_country_code,
        numbers.phones_can_be_dialled,
        numbers.phones_belong_to_the_country,
        numbers.one_contact_in_each_channel,
        numbers.contacts_stand_once,
        numbers.no_neighbouring_digits_are_swapped,
    ),
    "short codes": (
        short_codes.short_codes_are_digits,
        short_codes.short_codes_are_reviewed,
        short_codes.reviewed_short_codes_are_used,
        short_codes.reviewed_short_codes_have_sources,
        short_codes.reviewed_short_codes_stand_once,
    ),
    "channels": (
        channels.emails_are_valid,
        channels.addresses_are_secure,
        channels.source_addresses_are_complete,
        channels.exits_are_neutral,
        channels.hours_are_readable,
        channels.facts_fit_the_channel,
    ),
    "sources": (
        sources.sources_exist,
        sources.sources_are_used,
        sources.facts_name_a_source,
        sources.channels_rest_on_more_than_hearsay,
        sources.active_services_are_not_stale,
    ),
    "dates": (
        dates.dates_are_real,
        dates.dates_are_not_in_the_future,
        dates.dates_are_not_too_early,
        dates.acts_have_a_full_day,
        dates.confirmations_have_a_date,
    ),
    "languages": (
        languages.languages_exist,
        languages.unknown_languages_stand_alone,
        languages.countries_exist,
        languages.recognised_countries_have_a_file,
        languages.plates_and_money_are_codes,
        languages.time_zones_exist,
        languages.time_zones_belong_to_the_country,
        languages.country_languages_are_official,
        languages.names_are_in_the_script_of_their_language,
        languages.names_are_in_a_language_readers_know,
        languages.site_languages_can_be_built,
    ),
    "services": (
        services.successors_are_open,
        services.successors_fit,
        services.closed_services_say_why,
        services.substitutes_can_be_called,
        services.substitutes_stand_where_needed,
        services.services_can_be_reached,
        services.held_back_services_are_not_published,
        services.held_back_contacts_are_not_published,
    ),
    "organisations": (
        organisations.operators_have_one_organisation,
        organisations.organisations_have_one_operator,
    ),
    "do not list": (
        do_not_list.marks_are_whole,
        do_not_list.unlisted_stand_nowhere,
    ),
    "links": (
        links.concepts_exist,
        links.concepts_name_others,
        links.laws_exist,
        links.references_exist,
        links.linked_pages_exist,
        links.lines_that_prose_names_exist,
    ),
    "texts": (
        texts.texts_are_not_empty,
        texts.spaces_are_single,
        texts.signs_can_be_seen,
        texts.words_use_one_alphabet,
    ),
    "words": (
        words.words_hold_no_digit_runs,
        words.words_hold_no_addresses,
        words.words_hold_no_opening_hours,
        words.placeholders_are_known,
        words.marks_are_balanced,
        words.words_hold_no_html,
        words.banned_wordings_are_not_used,
        words.interface_texts_fit,
    ),
    "privacy": (
        privacy.no_street_addresses,
        privacy.areas_are_place_names,
    ),
    "figures": (
        figures.figures_are_numbers,
        figures.figures_have_a_dated_source,
        figures.figures_stand_for_years,
        figures.parts_do_not_exceed_totals,
        figures.figure_tables_stand_once,
        figures.other_figures_differ,
    ),
    "English texts": (
        english.files_are_named_by_their_country,
        english.profile_parts_stand_once,
        english.news_are_named_by_their_date,
        english.english_words_are_plain,
    ),
    "pages": (
        pages.docs_are_there,
        pages.country_pages_exist,
        pages.concept_pages_exist,
        pages.pages_show_something,
        pages.words_are_shown,
    ),
    "site": (
        site.stage_is_known,
        site.public_lines_are_confirmed,
        site.public_addresses_are_real,
        site.site_addresses_end_with_a_slash,
        site.old_sites_send_readers_on,
        site.limits_of_age_are_days,
    ),
    "catalogues": (
        catalogues.catalogues_can_be_read,
        catalogues.sign_offs_can_be_trusted,
        catalogues.critical_texts_are_translated,
        catalogues.translations_keep_the_placeholders,
        catalogues.translations_keep_the_marks,
        catalogues.translations_add_no_facts,
        catalogues.translations_use_their_own_letters,
        catalogues.translations_drop_no_sentence,
        catalogues.nothing_is_left_in_english,
        catalogues.translations_fit,
        catalogues.spoken_sentences_agree,
    ),
    "terms": (
        terms.terms_can_be_read,
        terms.preferred_terms_are_among_the_forms,
        terms.concepts_are_called_by_their_terms,
        terms.deprecated_terms_are_not_used,
    ),
}


def rule_name(rule: Rule) -> str:
    """Return the name of a rule as messages show it."""
    return rule.__name__.replace("_", "-")


def rules_by_name() -> dict[str, Rule]:
    """Return every rule under its name."""
    return {rule_name(rule): rule for group in RULES.values() for rule in group}


def check(
    data: Data, today: date, only: Collection[str] | None = None, without: Collection[str] = (), language: str | None = None
) -> list[Problem]:
    """Apply the rules to the data and return the problems, sorted by place.

    `only` names the rules to apply (all of them by default), `without` the rules to leave out, `language` the one
    whose translations are looked at (by default those into every language). Raises `KeyError` for a name that no
    rule has: a check that did not run must not pass for one that did.
    """
    rules = rules_by_name()
    for name in (*(only or ()), *without):
        rules[name]
    survey = Survey(data=data, today=today, language=language)
    chosen = {name: rule for name, rule in rules.items() if (only is None or name in only) and name not in without}
    return sorted(
        {
            Problem(place=finding.place, rule=name, message=finding.message, fix=finding.fix)
            for name, rule in chosen.items()
            for finding in rule(survey)
        }
    )
