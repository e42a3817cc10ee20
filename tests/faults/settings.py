"""Mistakes in the settings of the site and in its pages' first lines."""

from __future__ import annotations

from pathlib import Path

from .fault import Change, fault
from .files import SITE

TERM = "docs/journalists/term/debt-bondage.md"
EXIT = "exit: https://uk.wikipedia.org/"

FILES = sorted((Path(__file__).resolve().parent.parent.parent / "data" / "countries").glob("*.yml"))

FAULTS = (
    fault("public-lines-are-confirmed", "published before anybody has called", SITE, "stage: preview\nurl: https://seamark.example/\nedit_url: https://code.example.org/", "stage: public\nurl: https://seamark.eu/\nedit_url: https://code.seamark.eu/",
          Change(SITE, "issues_url: https://code.example.org/", "issues_url: https://code.seamark.eu/"), at=tuple(f"data/countries/{path.name}:1:10" for path in FILES)),
    fault("stage-is-known", "a stage that is not known", SITE, "stage: preview", "stage: §draft"),
    fault("site-addresses-end-with-a-slash", "the last slash is lost", SITE, "url: https://seamark.example/\n", "url: §https://seamark.example\n"),
    fault("limits-of-age-are-days", "a limit in words", SITE, 'refugee-information: "90"', "refugee-information: §\"90 days\""),
    fault("limits-of-age-are-days", "a limit of a kind that is not there", SITE, "    child-helpline:", "    §children-helpline:"),
    fault("limits-of-age-are-days", "a limit of zero days", SITE, 'default: "365"', 'default: §"0"'),
    fault("addresses-are-secure", "the exit without https", SITE, EXIT, "exit: §http://uk.wikipedia.org/"),
    fault("exits-are-neutral", "the exit leads to a search engine", SITE, EXIT, "exit: §https://www.google.com/"),
    fault("exits-are-neutral", "the exit says where the reader was", SITE, EXIT, "exit: §https://uk.wikipedia.org/?from=seamark"),
    fault("limits-of-age-are-days", "the limit of the whole site in words", SITE, 'sunset: "180"', 'sunset: §"half a year"'),
    fault("old-sites-send-readers-on", "an old site sends its readers nowhere", SITE, "official_lists: [eu-trafficking-contacts]\n", "", Change(SITE, 'sunset: "180"', 'sunset: §"180"')),
    # docs/
    fault("docs-are-there", "the first page is renamed", "docs/index.md", "", None, Change("docs/home.md", None, "---\ntemplate: quiet.html\nwords: pages/home\n---\n"),
          Change("data/pages/not-found.yml", "(page:index)", "(page:home)"), Change("data/pages/search.yml", "(page:index)", "(page:home)"), at=("docs/index.md:1:1",)),
    fault("country-pages-exist", "a country has no page", "docs/help/no.md", "", None, Change("data/countries/no.yml", 'country: "NO"', 'country: §"NO"')),
    fault("country-pages-exist", "a page was copied, its country was not changed", "docs/help/no.md", 'country: "no"', 'country: §"ee"'),
    fault("concept-pages-exist", "a concept has no page", TERM, "", None, Change("data/glossary/debt-bondage.yml", "id: debt", "id: §debt")),
    fault("concept-pages-exist", "a page was copied, its concept was not changed", TERM, "concept: debt-bondage", "concept: §consent"),
    fault("pages-show-something", "a page's country is misspelt", "docs/card/ee.md", 'country: "ee"', 'country: §"est"'),
    fault("pages-show-something", "a page's first lines are lost", "docs/card/ee.md", "---\ntemplate", "template", at=("docs/card/ee.md:1:1",)),
    fault("words-are-shown", "words that no page shows", "data/pages/advice.yml", None,
          "title: §Advice\ndescription: Advice.\nnext:\n  text: Find a number\n  page: help/index\n"),
)  # fmt: skip
