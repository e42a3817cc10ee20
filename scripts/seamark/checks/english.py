"""Rules on what is not translated: country profiles, news, and the words beside figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import did_you_mean
from ..profiles import PARTS
from .dates import is_date
from .survey import Finding, Survey, found

YEAR = re.compile(r"\{([0-9]{4})\}")
NO_PROSE = re.compile(r"[0-9]{3,}|[{}<>]|\]\(|\*\*|https?:|[\w.]+@")


def files_are_named_by_their_country(survey: Survey) -> Iterator[Finding]:
    """A file of figures or a country profile is named by the code of its country, in small letters."""
    for folder, items in (("statistics", survey.data.statistics), ("profiles", survey.data.profiles)):
        for stem, item in items.items():
            if stem != item.country.lower():
                message = f'what is said of "{item.country}" does not belong in data/{folder}/{stem}.yml'
                yield found(item.country, message, f"name the file {item.country.lower()}.yml, or correct the country")


def profile_parts_stand_once(survey: Survey) -> Iterator[Finding]:
    """A country profile has each part once; a part of which our sources say nothing has no statements."""
    for profile in survey.data.profiles.values():
        kinds = [part.kind for part in profile.sections]
        for number, kind in enumerate(kinds):
            if kind not in PARTS:
                yield found(kind, f'"{kind}" is no part of a profile', did_you_mean(kind, PARTS))
            elif kind in kinds[:number]:
                yield found(kind, f'the part "{kind}" stands twice in this profile', "join the two")
        if missing := [kind for kind in PARTS if kind not in kinds]:
            message = f'the profile of "{profile.country}" lacks: {", ".join(missing)}'
            yield found(profile.country, message, 'add "- kind: …" with "statements: []" where our sources say nothing')


def news_are_named_by_their_date(survey: Survey) -> Iterator[Finding]:
    """The file of a news item begins with its date, so that the folder is in order."""
    for stem, item in survey.data.news.items():
        if is_date(item.date) and not stem.startswith(f"{item.date}-"):
            message = f'the news item of "{item.date}" stands in data/news/{stem}.yml'
            yield found(item.date, message, f"name the file {item.date}-….yml, or correct the date")


def english_words_are_plain(survey: Survey) -> Iterator[Finding]:
    """A sentence that is not translated holds no marks, addresses or three digits in a row, but years as {2018}."""
    for text in survey.english:
        if run := NO_PROSE.search(YEAR.sub("", text)):
            message = f'"{run[0]}" stands in the words "{text[:40]}"'
            yield found(text, message, "write years as {2018}; figures, dates, articles and addresses have fields of their own")
