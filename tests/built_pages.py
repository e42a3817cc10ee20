"""A small built site for tests of the proof, in two languages.

The pages are written here by the contract for HTML and not by the project's own templates, so that a
mistake in those cannot hide a mistake in the proof.
"""

from __future__ import annotations

import atexit
import json
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from built_data import DOCS, make_data

from seamark import contacts, hours, languages, sheets
from seamark.built_site import examine
from seamark.exports import export
from seamark.freshness import sunset_of
from seamark.loading import Data
from seamark.model import Channel, Country, Service
from seamark.organisations import FOLDER, organisations
from seamark.translations import units

DATES = {"en": "9 March 2023", "uk": "9 березня 2023 р."}
NOT_FOUND = "404"
HOST = "https://seamark.example/"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
QR_CODE = cache(sheets.qr_code)
CORRECTIONS = "corrections@seamark.example"
CAPTION = '<caption>Table. <cite lang="en">Round-up 2020</cite>, <time datetime="2020">2020</time></caption>'
FIGURES = f"""<h2>Latvia</h2><table id="lv-total">{CAPTION}
<tr><td></td><th><time datetime="2017">2017</time></th><th><time datetime="2018">2018</time></th></tr>
<tr><th>Total</th><td><data class="figure" value="536">536</data></td><td>not legible</td></tr></table>
<table id="lv-gender">{CAPTION.replace("Table", "Gender")}
<tr><td></td><th><time datetime="2016">2016</time>–<time datetime="2018">2018</time></th></tr>
<tr><th>Female</th><td><data class="figure" value="479">479</data></td></tr>
<tr><th>Male</th><td><data class="figure" value="51">51</data></td></tr></table>
<ul id="lv-also"><li>Total, <time datetime="2018">2018</time>: <data class="figure" value="675">675</data></li></ul>"""
END = "<!--end-->"  # where a test can add something to a page, outside all cards


@dataclass(frozen=True)
class Plant:
    """A fault to plant: in a file, `old`, which stands there once, becomes `new`. `rules` are to catch it."""

    name: str
    rules: str
    file: str
    old: str
    new: str


def assert_caught(plant: Plant, folder: Path) -> None:
    """Assert that exactly the rules of a plant catch it, in its file, and that none does when switched off."""
    data, files = right_site()
    text = files[plant.file]
    assert text.count(plant.old) == 1, f"{plant.old!r} stands {text.count(plant.old)} times in {plant.file}"
    write_files({**files, plant.file: text.replace(plant.old, plant.new)}, folder)
    rules = set(plant.rules.split())
    found = examine(folder, data).problems
    assert {problem.rule for problem in found} == rules, found
    assert {problem.place.path for problem in found} == {plant.file}
    assert not {problem.rule for problem in examine(folder, data, without=rules).problems}


@cache
def right_site() -> tuple[Data, dict[str, str]]:
    """Return the data, which are kept until the tests end, and all files of the right site."""
    root = Path(mkdtemp())
    atexit.register(rmtree, root)
    data = make_data(root)
    return data, dict(pages(data))


def write_pages(data: Data, folder: Path) -> dict[str, str]:
    """Write the site into a folder; return the text of every file by its path."""
    files = dict(pages(data))
    write_files(files, folder)
    return files


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Write files, by their paths, into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def pages(data: Data) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the site."""
    yield (
        "assets/style.css",
        'a::after{content:"\\2192"} body{background:url("icon.svg"),url(data:image/png;base64,AA)}',
    )
    yield "assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'
    rows = "".join(f"<sitemap><loc>{HOST}sitemap-{language}.xml</loc></sitemap>\n" for language in ("en", "uk"))
    yield "sitemap.xml", f'{XML}<sitemapindex xmlns="{SITEMAPS}">\n{rows}</sitemapindex>\n'
    for language in ("en", "uk"):
        yield f"sitemap-{language}.xml", sitemap(data, language)
    yield from ((f"data/v1/{name}", text) for name, text in open_data(data).items())
    yield "about/translation.json", translation_state(data)
    for language in ("en", "uk"):
        for path in (*DOCS, NOT_FOUND):
            page = PageOf(data, language, path)
            yield page.file, page.text()
    for path in (item.path for item in organisations(data).values()):
        page = PageOf(data, "en", path)
        yield page.file, page.text()


def open_data(data: Data) -> dict[str, str]:
    """Return the files of the open data."""
    return export(data, date(2026, 11, 22))


def sitemap(data: Data, own: str) -> str:
    """Return the sitemap of a language."""
    entries = []
    for path in DOCS:
        addresses = {language: PageOf(data, language, path).address for language in ("en", "uk")}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>\n'
            for code, address in {**addresses, "x-default": addresses["en"]}.items()
        )
        entries.append(f"<url><loc>{addresses[own]}</loc>\n{links}</url>\n")
    spaces = f'xmlns="{SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{XML}<urlset {spaces}>\n{''.join(entries)}</urlset>\n"


def translation_state(data: Data) -> str:
    """Return the state of the translations: of all texts none is translated."""
    names = [unit.id for unit in units(data)]
    empty = {"reviewed": 0, "machine": 0, "stale": 0}
    areas = Counter(name.partition("#")[0] for name in names)
    ukrainian = {
        "name": "Українська",
        "total": {**empty, "missing": len(names)},
        "areas": {area: {**empty, "missing": count} for area, count in areas.items()},
        "texts": dict.fromkeys(names, "missing"),
    }
    about = "State of the translations from English. A text that is not named under texts is translated by machine."
    return json.dumps({"about": about, "languages": {"uk": ukrainian}})


class PageOf:
    """One page in one language."""

    def __init__(self, data: Data, language: str, path: str) -> None:
        self.data, self.language, self.path = data, language, path

    def url(self, language: str, path: str) -> str:
        """Return the path of a page below the root."""
        prefix = "" if language == "en" else f"{language}/"
        inside = "" if path == "index" else path.removesuffix("/index") + "/"
        return prefix + inside

    @property
    def file(self) -> str:
        """The path of the page's file."""
        prefix = "" if self.language == "en" else f"{self.language}/"
        return f"{prefix}404.html" if self.path == NOT_FOUND else f"{self.url(self.language, self.path)}index.html"

    @property
    def address(self) -> str:
        """The full address of the page."""
        return f"https://seamark.example/{self.url(self.language, self.path)}"

    def link(self, path: str, language: str = "", asset: str = "") -> str:
        """Return the link from this page to another one, or to a file below the root."""
        target = asset or self.url(language or self.language, path)
        if self.path == NOT_FOUND:
            return f"/{target}"
        relative = posixpath.relpath(target or ".", posixpath.dirname(self.file) or ".")
        return relative if asset else f"{relative}/"

    def text(self) -> str:
        """Return the whole page."""
        exit_to = next(item.exit for item in self.data.site.languages if item.code == self.language)
        same = "index" if self.path == NOT_FOUND else self.path
        current = {self.language: ' aria-current="true"'}
        menu = "".join(
            f'<a hreflang="{code}" lang="{code}" href="{self.link(same, code)}"{current.get(code, "")}>'
            f"{languages.own_name(code)}</a>\n"
            for code in ("en", "uk")
        )
        languages_menu = "" if self.path.startswith(FOLDER) else f'<nav class="languages">{menu}</nav>'
        emergency = number("113" if self.path in ("help/no", f"{FOLDER}/no-line") else "112")
        title = ("Сторінка " if self.language == "uk" else "Page ") + self.path.replace(NOT_FOUND, "not found")
        return f"""<!doctype html>
<html lang="{self.language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1000">
<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<meta name="description" content="{title}"><meta name="robots" content="noindex">
<link rel="canonical" href="{self.address}">
<link rel="icon" href="{self.link("", asset="assets/icon.svg")}">
<link rel="stylesheet" href="{self.link("", asset="assets/style.css")}">
<title>{title} · Seamark</title>
<style>body{{margin:1000px}}</style></head>
<body><p><a id="exit" href="{exit_to}" rel="noreferrer nofollow">Leave</a></p>
<header><a href="{self.link("index")}">Seamark</a>{languages_menu}
<p class="preview">Nobody has called. In danger call {emergency}.</p>{self.sunset(emergency)}</header>
<main><h1>{title}</h1>
{self.main()}
{END}</main>
<footer><a href="{self.link("help/index")}">Help</a>
<a href="{self.link("journalists/glossary")}#trafficking">Word</a>
<a href="{self.link("journalists/term/trafficking")}">Word</a></footer>
<script>var wait=12345;</script></body></html>
"""

    def sunset(self, emergency: str) -> str:
        """Return the notice that the site is old, which waits for its day, where a contact has been confirmed."""
        end = sunset_of(self.data.countries.values(), self.data.site)
        links = [f'<a href="{self.data.references[name].url}">List</a>' for name in self.data.site.official_lists]
        return f'<div data-sunset="{end.after}" hidden>Old. In danger call {emergency}. {" ".join(links)}</div>' if end else ""

    def main(self) -> str:
        """Return what the page says."""
        folder, _, name = self.path.rpartition("/")
        if folder == "help" and name in self.data.countries:
            return self.country_page(self.data.countries[name])
        if folder == FOLDER:
            return self.organisation_page(name)
        if self.path == "index":
            return f'{number("112")}<div data-not-for="NO"><p>Not in Norway.</p></div>'
        if self.path == "help/lines":
            prefix = '<data class="prefix" value="+47"><bdi dir="ltr">+47</bdi></data>'
            line = f"<article><h3>Line</h3>{number('116006')}</article>"
            return f'<section data-country="NO"><h2>Norway</h2>{prefix}{line}</section>'
        if self.path == "card/ee":
            code = QR_CODE(PageOf(self.data, self.language, "help/ee").address)
            return f'<p>Danger: <bdi dir="ltr" class="number">112</bdi></p>{code}'
        if self.path == "signs":
            return f'<p id="first">Call {number("112")} or {number("116111")}, 24 hours.</p><a href="#first">Up</a>'
        if self.path == "journalists/glossary":
            law = '<data class="law" value="2011/36/EU">2011/36/EU</data>'
            article = '<data class="article" value="3(a)">3(a)</data>'
            link = '<a href="https://law.example/2011/36">Text</a>'
            return f'<h2 id="trafficking">Trafficking</h2><p>{law}, article {article}. {link}</p>'
        if self.path == "journalists/figures":
            return FIGURES
        count = sum(1 for _ in units(self.data))
        figure = f'<p><data class="figure" value="{count}">{count}</data></p>'
        return figure if self.path == "about/translation" else "<p>Words.</p>"

    def country_page(self, country: Country) -> str:
        """Return the emergency numbers and the cards of a country."""
        boxes = [f'<div class="sos">{number(contacts.dialled(item.number))}</div>' for item in country.emergency]
        edit = f"https://code.example.org/seamark/edit/main/data/countries/{self.path.removeprefix('help/')}.yml"
        first = contacts.channel_value(contacts.active(country)[0].channels[0])
        name = f"{self.address}#{contacts.active(country)[0].id}"
        opens = {"opens": "08:30"} if country.country == "EE" else {}
        linked = json.dumps({"@type": "Service", "@id": name, "telephone": first, **opens, "seen": "2023-03-09"})
        cards = [self.card(country, service) for service in contacts.active(country)]
        stones = [
            f'<article id="{service.id}"><p>Closed.</p><a href="#{service.replaced_by}">Instead</a></article>'
            for service in contacts.resting(country)
        ]
        script = f'<script type="application/ld+json">{linked}</script>'
        form = escape(contacts.correction_form(self.data.site, country.country) or "")
        corrected = f'<a href="{edit}">Edit</a> <a href="{form}">Form</a> <a href="mailto:{CORRECTIONS}">{CORRECTIONS}</a>'
        return "\n".join([*boxes, *cards, *stones, corrected, script])

    def organisation_page(self, name: str) -> str:
        """Return the cards of an organisation's services in English and, as if it worked in it, in Ukrainian."""
        organisation = organisations(self.data)[name]
        country = self.data.countries[organisation.country]
        active = [service for service in organisation.services if service.status == "active"]
        cards = [self.card(country, service) for service in active]
        beside = [PageOf(self.data, "uk", self.path).card(country, service) for service in active]
        beside = [card.replace(f' id="{service.id}"', ' lang="uk"') for card, service in zip(beside, active, strict=True)]
        answer = f'<a href="https://code.example.org/seamark/issues/new?title=True%3A%20{name}">True</a>'
        back = f'<a href="{self.link("help/index")}">Help</a>'
        return "\n".join([*cards, *beside, answer, back, number(contacts.dialled(country.emergency[0].number))])

    def card(self, country: Country, service: Service) -> str:
        """Return the card of a service."""
        name = next(iter(reversed(service.name.items())))
        source = country.sources["page"]  # type: ignore[index]
        heading = f'<data class="name" value="{name[1]}">{name[1]}</data>' if "0" in name[1] else name[1]
        channels = "\n".join(self.channel(channel) for channel in service.channels)
        stated = f'<time datetime="2023-03-09">{DATES[self.language]}</time>,' if source.stated == "2023-03-09" else ""
        return f"""<article class="card" id="{service.id}"><h3 lang="{name[0]}">{heading}</h3>
{channels}
<p>Source: <a href="{source.url}">{source.publisher}</a> ({stated}
<cite lang="{source.language}">{source.title}</cite>)
<a href="{escape(contacts.correction_form(self.data.site, country.country, service.id) or "")}">Correct</a></p></article>"""

    def channel(self, channel: Channel) -> str:
        """Return a number or address with what is known of it."""
        kind, value = contacts.channel_kind(channel), contacts.channel_value(channel)
        if kind == "email":
            return f'<p><a href="mailto:{value}">{value.replace("@", "@<wbr>")}</a></p>'
        if kind in contacts.LINKED:
            return f'<p><a href="{value}">{value.removeprefix("https://")}</a></p>'
        if kind == "whatsapp":
            return f'<p>WhatsApp: <bdi dir="ltr" class="number">{getattr(channel, kind)}</bdi></p>'
        local = contacts.local_spelling(value)
        beside = f'<p>Inside: <bdi dir="ltr" class="local-number">{local}</bdi></p>' if local else ""
        scheme = "sms" if kind == "sms" else "tel"
        opening = self.clock(channel) + self.week(channel) if channel.hours != "unknown" else ""
        return number(value, getattr(channel, kind), scheme) + beside + opening

    @staticmethod
    def clock(channel: Channel) -> str:
        """Return what the script reads to tell whether a line is open."""
        week, holiday = hours.minutes_of_week(channel.hours), hours.minutes_on_holidays(channel.hours)
        clock = 'data-zone="Europe/Tallinn" data-offsets="2027-02-01T00:00Z=120 2027-03-28T01:00Z=180"'
        days = 'data-from="2027-02-02" data-to="2027-04-03"'
        return f'<p hidden data-week="{week}" data-on-holiday="{holiday}" {clock} {days}></p>'

    def week(self, channel: Channel) -> str:
        """Return the opening hours."""
        lines = []
        for row in hours.week(channel.hours):
            if row.spans:
                times = ", ".join(hours.span_text(span, self.language) for span in row.spans)
                lines.append(f'{hours.days_text(row.days, self.language)} <data class="hours" value="{times}">{times}</data>')
        return f"<p>{'<br>'.join(lines)}</p>"


def number(dialled: str, shown: str = "", scheme: str = "tel") -> str:
    """Return a link that calls, or sends a text message to, a number."""
    return f'<a class="call" href="{scheme}:{dialled}"><small>Call</small> <bdi dir="ltr">{shown or dialled}</bdi></a>'
