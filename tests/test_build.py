"""A real build: the small site in two languages, parsed; what fails leaves the old site whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest
import small_site
from lxml import etree, html

import build_site
from seamark import building, contacts
from seamark.folders import pages_below
from seamark.loading import Data, load
from seamark.organisations import organisations
from seamark.searching import FILES

AS_OF = "2026-11-22"


@pytest.fixture(scope="module", autouse=True)
def fixed_day() -> object:
    """Builds are made for one day, and without what a surrounding build may have set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", AS_OF)
        for name in ("ONLY", "DATA_CHECKED", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built once into its folder site/."""
    folder = small_site.make(tmp_path_factory.mktemp("build"))
    assert build_site.build(folder, folder / "site") == 0
    return folder


@pytest.fixture(scope="module")
def data(root: Path) -> Data:
    """The data of the small project."""
    made, problems = load(root)
    assert made is not None, problems
    return made


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, html.HtmlElement]:
    """Every built page, parsed, by its path in the site."""
    return {path.relative_to(root / "site").as_posix(): html.parse(str(path)).getroot() for path in (root / "site").rglob("*.html")}


def file_of(path: str, language: str) -> str:
    """Return the file of a page of docs/ in a language."""
    folder = "" if language == "en" else f"{language}/"
    return f"{folder}{path}index.html" if not path or path.endswith("/") else f"{folder}{path}/index.html"


def once(pages: Iterable[str]) -> set[str]:
    """Return the pages that stand in the first language only: those of organisations."""
    return {name for name in pages if re.fullmatch(r"organisations/[a-z0-9-]+/index\.html", name)}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- what was built --------------------------------------------------------------------------------------------


def test_every_page_is_built_in_every_language_and_nothing_else(root: Path, data: Data) -> None:
    """The site holds each page of docs/ in each language, one for each organisation, those for wrong addresses, and files."""
    expected = {
        "sitemap.xml",
        "sitemap-en.xml",
        "sitemap-ar.xml",
        "_headers",
        "_redirects",
        "about/translation.json",
        *building.assets(root),
    }
    expected |= {
        path.relative_to(root / "site").as_posix() for path in (root / "site" / "data" / "v1").rglob("*") if path.is_file()
    }
    for folder in ("", f"{small_site.LANGUAGE}/"):
        expected.add(f"{folder}404.html")
        for path in pages_below(root / "docs"):
            expected.add(f"{folder}{path}.html" if path.endswith("index") else f"{folder}{path}/index.html")
        [index] = (root / "site" / folder).glob(FILES)
        expected.add(f"{folder}search/{index.name}")
    expected |= {f"{item.path}/index.html" for item in organisations(data).values()}
    assert set(snapshot(root / "site")) == expected


@pytest.mark.parametrize(("folder", "language", "direction"), [("", "en", "ltr"), ("ar/", "ar", "rtl")])
def test_pages_say_their_language_and_direction(
    pages: dict[str, html.HtmlElement], folder: str, language: str, direction: str
) -> None:
    """Each page is marked with the language of its folder and the direction of its writing."""
    own = {name: page for name, page in pages.items() if name.startswith("ar/") is (folder == "ar/")}
    alone = len(once(pages))
    assert alone > 5
    assert len(own) == (len(pages) - alone) / 2 + (0 if folder else alone)
    for name, page in own.items():
        assert (page.get("lang"), page.get("dir")) == (language, direction), name


def test_every_page_has_one_heading_and_a_title(pages: dict[str, html.HtmlElement]) -> None:
    """Each page has a title and exactly one main heading, and no sign of a template is left."""
    for name, page in pages.items():
        assert page.findtext("head/title"), name
        assert len(page.findall(".//h1")) == 1, name
        text = page.find("body").text_content()
        assert "{{" not in text, name
        assert "{%" not in text, name


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_contact_stands_on_its_country_page(data: Data, pages: dict[str, html.HtmlElement], language: str) -> None:
    """In both languages, a country's page has every published contact, and its links dial the numbers that they show."""
    for code, country in data.countries.items():
        page = pages[file_of(f"help/{code}/", language)]
        links = {str(link.get("href")): link for link in page.iterfind(".//a")}
        plain = {contacts.dialled(str(item.text)) for item in page.findall(".//bdi[@class='number']")}
        for contact in contacts.contacts_of(country):
            scheme = {"phone": "tel:", "short": "tel:", "sms": "sms:", "email": "mailto:"}.get(contact.kind, "")
            if contact.kind == "whatsapp":
                assert contact.value in plain, contact
            else:
                assert f"{scheme}{contact.value}" in links, contact
        for address, link in links.items():
            if address.startswith(("tel:", "sms:")):
                shown = link.find("bdi")
                assert shown is not None
                assert shown.get("dir") == "ltr"
                assert contacts.dialled(shown.text) == address.partition(":")[2]


def test_the_second_language_is_in_its_own_letters(data: Data, pages: dict[str, html.HtmlElement]) -> None:
    """A translated page shows the translation, and no English text that is not marked as English."""
    page = pages["ar/signs/index.html"]
    assert page.find(".//h1").text_content().strip() == small_site.translated(data.words["pages/signs"].title)
    for element in page.find(".//main").iter():
        for text in (element.text, *(child.tail for child in element)):
            if text and any("a" <= letter.lower() <= "z" for letter in text):
                marked = [other for other in (element, *element.iterancestors()) if other.get("lang")]
                assert marked[0].get("lang") != "ar", text


def test_the_language_menu_leads_to_the_same_page(pages: dict[str, html.HtmlElement]) -> None:
    """From each page, the menu leads to this very page in each language."""
    for name, page in pages.items():
        if name in once(pages):
            assert not page.findall(".//nav[@class='languages']"), name
            continue
        bare = name.removeprefix("ar/")
        links = page.findall(".//nav[@class='languages']//a")
        found = {link.get("hreflang"): urljoin(f"https://seamark.example/{name}", link.get("href")) for link in links}
        expected = {"en": bare, "ar": f"ar/{bare}"}
        assert found == {code: f"https://seamark.example/{path.removesuffix('index.html')}" for code, path in expected.items()}, (
            name
        )


def test_the_exit_comes_first(data: Data, pages: dict[str, html.HtmlElement]) -> None:
    """The first thing on each page that a keyboard reaches is the way out, to the neutral page of the language."""
    exits = {str(language.code): str(language.exit) for language in data.site.languages}
    for name, page in pages.items():
        first = page.find("body").xpath(".//a[@href] | .//button | .//input | .//summary | .//*[@tabindex='0']")[0]
        assert first.get("id") == "exit", name
        assert first.get("href") == exits[page.get("lang")], name


def test_preview_pages_keep_search_engines_away(pages: dict[str, html.HtmlElement]) -> None:
    """As long as the site is a preview, each page says so to readers and to search engines."""
    for name, page in pages.items():
        assert "noindex" in page.xpath("string(.//meta[@name='robots']/@content)"), name
        assert page.xpath("//*[contains(concat(' ', @class, ' '), ' preview ')]"), name


def test_the_sitemaps_list_every_page(root: Path, pages: dict[str, html.HtmlElement]) -> None:
    """The sitemaps of the languages hold the address of each page in each language once, and it is that of the page itself."""
    namespaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    names = etree.parse(str(root / "site" / "sitemap.xml")).xpath("//s:loc/text()", namespaces=namespaces)
    assert names == ["https://seamark.example/sitemap-en.xml", "https://seamark.example/sitemap-ar.xml"]
    files = [root / "site" / name.rpartition("/")[2] for name in names]
    listed = [address for file in files for address in etree.parse(str(file)).xpath("//s:loc/text()", namespaces=namespaces)]
    shown = [page for name, page in pages.items() if not name.endswith("404.html") and name not in once(pages)]
    own = [page.xpath("string(//link[@rel='canonical']/@href)") for page in shown]
    assert sorted(listed) == sorted(own)
    assert len(set(own)) == len(own)


# --- other ways to build -----------------------------------------------------------------------------------------


def mkdocs(root: Path, target: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs itself in a project."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(target)]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_mkdocs_alone_builds_the_same_pages(root: Path, tmp_path: Path) -> None:
    """A plain `mkdocs build`, all languages in one process, gives each page byte for byte as the build does.

    Only the page for wrong addresses is another: the plugin makes one for the whole site, in its last language.
    """
    done = mkdocs(root, tmp_path / "plain")
    assert done.returncode == 0, done.stdout + done.stderr
    built, plain = snapshot(root / "site"), snapshot(tmp_path / "plain")
    pages = {name for name in built if name.endswith(".html")} - {"404.html", "ar/404.html"}
    assert pages == {name for name in plain if name.endswith(".html")} - {"404.html"}
    assert [name for name in sorted(pages) if built[name] != plain[name]] == []


def test_a_language_that_is_not_there_cannot_be_built(root: Path, tmp_path: Path) -> None:
    """MkDocs asked for a language that the site does not have says so and builds nothing."""
    done = mkdocs(root, tmp_path / "none", ONLY="xx")
    assert done.returncode != 0
    assert "ONLY=xx" in done.stdout + done.stderr
    assert not (tmp_path / "none" / "index.html").exists()


# --- what fails --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("data/countries/ee.yml", '"+372 660 7320"', '"+372 660"', "data/countries/ee.yml:"),
        ("overrides/blocks/words.html", "prose.top()", "prose.no_such_block()", "docs/"),
        ("overrides/blocks/macros.html", 'href="tel:{{ entry.number }}"', 'href="tel:113"', "site/ was left as it was"),
    ],
    ids=["wrong data", "broken template", "wrong number on a page"],
)
def test_a_build_that_fails_leaves_the_old_site(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], path: str, old: str, new: str, said: str
) -> None:
    """Whether the data, a template or the proof is at fault: the build fails, says where, and site/ is as it was."""
    copy = tmp_path / "project"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".build"))
    before = snapshot(copy / "site")
    text = (copy / path).read_text("utf-8")
    assert old in text
    (copy / path).write_text(text.replace(old, new), "utf-8")
    assert build_site.build(copy, copy / "site") == 1
    assert said in capfd.readouterr().out
    assert snapshot(copy / "site") == before


def test_the_command_builds_where_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command builds this project into site/, or into the folder that is named."""
    asked: list[tuple[Path, Path]] = []
    monkeypatch.setattr(build_site, "build", lambda root, site, hidden: asked.append((root, site)) or 0)
    for arguments in ([], ["--site", str(tmp_path)]):
        monkeypatch.setattr(sys, "argv", ["build_site.py", *arguments])
        assert build_site.main() == 0
    assert asked == [(small_site.ROOT, small_site.ROOT / "site"), (small_site.ROOT, tmp_path)]
