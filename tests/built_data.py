"""The data of the small site in `built_pages`: two countries and the Union, two languages.

The numbers of Norway are made to differ: its emergency number is not that of the Union, its 116006 is
not the Estonian line, and it has a number for text messages.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_origin

from seamark import loading
from seamark.loading import Data
from seamark.model import Vocabularies

LISTS = {
    "kinds": "{trafficking-helpline: {label: Helpline}, victim-support: {label: Victim support},"
    " child-helpline: {label: Children}, missing-children: {label: Missing children}}",
    "audiences": "{anyone: {label: Anyone}, children: {label: Children}}",
    "reaches": "{police: {label: Police}, ambulance: {label: Ambulance}}",
    "tiers": "{official: {label: Official}, report: {label: Report}}",
}
DATA = {
    "site.yml": """
name: Seamark
stage: preview
url: https://seamark.example/
edit_url: https://code.example.org/seamark/edit/main/
issues_url: https://code.example.org/seamark/issues/new
corrections: corrections@seamark.example
languages:
  - code: en
    exit: https://en.wikipedia.org/
  - code: uk
    exit: https://uk.wikipedia.org/
freshness: {default: "365"}
""",
    "countries/ee.yml": """
country: "EE"
languages: et
time_zone: Europe/Tallinn
emergency:
  - {id: ee-112, number: "112", reaches: police, source: page}
services:
  - id: ee-line
    kinds: trafficking-helpline
    name: {en: Human trafficking line, et: Nõuandeliin}
    audience: anyone
    source: page
    channels:
      - {phone: "+372 660 7320", hours: "Mo-Th 08:30-16:30; Fr 08:30-15:30", source: page}
      - {email: abi@liin.example, source: page}
      - {chat: "https://liin.example/vestlus/24", source: page}
  - id: ee-crisis
    kinds: victim-support
    name: {en: Crisis line, et: Kriisitelefon}
    audience: anyone
    source: page
    channels:
      - {short: "116123", source: page}
      - {phone: "+372 614 7393", source: page}
      - {whatsapp: "+372 5123 4567", source: page}
  - id: ee-old
    kinds: victim-support
    name: {en: Old line}
    status: closed
    since: "2020"
    reason: It ended.
    replaced_by: ee-crisis
    audience: anyone
    source: page
    channels:
      - {phone: "+372 611 9999", source: page}
      - {email: vana@liin.example, source: page}
      - {web: "https://vana.example/abi", source: page}
sources:
  page:
    title: Abi numbrilt 116 006
    url: https://amet.example/abi-2023
    publisher: Amet.example
    language: et
    tier: official
    stated: "2023-03-09"
""",
    "countries/no.yml": """
country: "NO"
languages: nb
time_zone: Europe/Oslo
emergency:
  - {id: no-113, number: "113", reaches: ambulance, by_text: "yes", source: page}
services:
  - id: no-line
    kinds: victim-support
    name: {en: Violence line, nb: Linje 020}
    audience: anyone
    source: page
    channels:
      - {short: "116006", languages: [nb, en, uk], source: page}
      - {sms: "1960", source: page}
      - {phone: "+47 22 33 11 60", source: page}
sources:
  page: {title: Om linjen, url: "https://linje.example/om", publisher: Linje, language: nb, tier: official}
""",
    "countries/eu.yml": """
country: "EU"
languages: en
time_zone: Europe/Brussels
emergency:
  - {id: eu-112, number: "112", reaches: police, source: page}
services:
  - id: eu-116111
    kinds: child-helpline
    name: {en: Child helpline}
    audience: children
    source: page
    channels: [{short: "116111", source: page}]
  - id: eu-116000
    kinds: missing-children
    name: {en: Missing children}
    audience: anyone
    source: page
    channels: [{short: "116000", source: page}]
sources:
  page: {title: Numbers, url: "https://union.example/numbers", publisher: Union, language: en, tier: official}
""",
    "glossary/trafficking.yml": """
id: trafficking
term: Trafficking in human beings
definition: Recruiting people by force or deception in order to exploit them.
legal: [{law: eu, article: "3(a)"}]
""",
    "laws.yml": """
eu: {title: Directive, short: Directive, number: 2011/36/EU, body: EU, url: "https://law.example/2011/36"}
""",
    "references.yml": """
report:
  {title: Round-up 2020, publisher: Council, url: "https://council.example/", language: en, tier: report, stated: 2020-03-20}
""",
    "statistics/lv.yml": """
country: "LV"
source: report
section: Latvia
counted: Victims
also_stated:
  - {group: total, row: Total, period: "2018", value: "675", where: summary}
groups:
  - kind: total
    rows:
      - {label: Total, values: {"2017": "536", "2018": not-legible}}
  - kind: gender
    rows:
      - {label: Female, values: {"2016-2018": "479"}}
      - {label: Male, values: {"2016-2018": "51"}}
""",
    "vocabularies.yml": "\n".join(f"{name}: {LISTS.get(name, '{}')}" for name in Vocabularies.model_fields),
    "ui.yml": "call: Call\nleave: Leave this page at once",
}
DOCS = (
    "index",
    "help/index",
    "help/ee",
    "help/no",
    "help/eu",
    "help/lines",
    "card/ee",
    "signs",
    "journalists/glossary",
    "journalists/term/trafficking",
    "journalists/figures",
    "about/translation",
)


def make_data(root: Path, **changes: str) -> Data:
    """Write the data and the empty pages of docs/ below a folder, and load them.

    `changes` are whole files in place of those above, by their names without .yml.
    """
    for name, kind in loading.SINGLE_FILES.items():
        empty = "[]" if get_origin(kind) is tuple else "{}"
        _write(root / "data" / f"{loading.FILE_NAMES.get(name, name)}.yml", empty)
    for name, text in DATA.items():
        _write(root / "data" / name, changes.get(Path(name).stem, text))
    for path in DOCS:
        _write(root / "docs" / f"{path}.md", "")
    _write(root / "LICENSE-DATA", "CC BY 4.0")
    data, problems = loading.load(root)
    assert data is not None, problems
    assert not problems, problems
    return data


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip(), "utf-8")
