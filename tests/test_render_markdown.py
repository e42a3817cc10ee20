"""The way out of MkDocs: plain Markdown of every page, built by another generator with all numbers, pages and anchors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import small_site
from lxml import html

import render_markdown
from seamark import building, contacts, plain
from seamark.folders import pages_below
from seamark.loading import Data, load
from seamark.release.reading import Reached, Reader
from seamark.release.verifying import WAYS
from seamark.rendering import url_of

LANGUAGES = ("en", "ar")
# What Zensical has to be told of a language; MAINTAINING.md shows the same.
CONFIGURATION = """\
[project]
site_name = "Seamark"
site_url = "https://seamark.example/{prefix}"
docs_dir = "docs"
site_dir = "site"

[project.theme]
language = "{language}"
font = false

[project.markdown_extensions.attr_list]
[project.markdown_extensions.tables]
[project.markdown_extensions.pymdownx.saneheaders]
[project.markdown_extensions.toc]
permalink = false
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project; nobody changes it."""
    return small_site.make(tmp_path_factory.mktemp("markdown"))


@pytest.fixture(scope="module")
def data(root: Path) -> Data:
    """The data of the small project."""
    made, problems = load(root)
    assert made is not None, problems
    return made


@pytest.fixture(scope="module", autouse=True)
def fixed_day() -> object:
    """Pages are made for one day, and without what a surrounding build may have set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", "2026-11-22")
        for name in ("ONLY", "DATA_CHECKED", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Markdown of all languages."""
    out = tmp_path_factory.mktemp("out") / "markdown"
    assert render_markdown.main(["--out", str(out), "--root", str(root)]) == 0
    return out


@pytest.fixture(scope="module")
def built(root: Path, tree: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of each language as Zensical builds it from the Markdown, without a warning."""
    return {language: build(root, tree, tmp_path_factory.mktemp(f"zensical-{language}"), language) for language in LANGUAGES}


def build(root: Path, tree: Path, folder: Path, language: str) -> Path:
    """Build a language with Zensical in a folder; return the folder of the site."""
    shutil.copytree(tree / language, folder / "docs")
    shutil.copytree(root / "docs" / "assets", folder / "docs" / "assets")
    prefix = "" if language == "en" else f"{language}/"
    (folder / "zensical.toml").write_text(CONFIGURATION.format(language=language, prefix=prefix), "utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "HOME": str(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return folder / "site"


def expected(root: Path, language: str) -> list[str]:
    """Return the paths of all pages of a language."""
    renderer = building.renderer(root, language)
    return [*pages_below(root / "docs"), *building.generated_pages(renderer)]


def file_of(path: str) -> str:
    """Return the built file of a page."""
    return f"{url_of(path)}index.html"


# --- the Markdown ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_written(root: Path, tree: Path, language: str) -> None:
    """The folder of a language holds each of its pages, and nothing of templates is left in any."""
    found = {path.relative_to(tree / language).as_posix() for path in (tree / language).rglob("*") if path.is_file()}
    assert found == {f"{path}.md" for path in expected(root, language)}
    for name in found:
        text = (tree / language / name).read_text("utf-8")
        assert text.startswith('---\ntitle: "'), name
        assert "{%" not in text, name
        assert "{{" not in text, name


def test_links_lead_to_files(root: Path) -> None:
    """Links to pages become links to their files; what is no page of the language keeps its address on the site."""
    renderer = building.renderer(root, "ar")
    pages = {url_of(path): path for path in ("index", "help/index", "help/ee", "signs")}
    given = (
        '<a href="../ee/#now">1</a><a href="../../signs/">2</a><a href="../../">3</a><a href="#here">4</a><a href="tel:112">5</a>'
        '<a href="../../../help/ee/#now">6</a><a href="https://a.example/">7</a><img src="../../../assets/icon.svg">'
    )
    wanted = (
        '<a href="ee.md#now">1</a><a href="../signs.md">2</a><a href="../index.md">3</a><a href="#here">4</a>'
        '<a href="tel:112">5</a><a href="https://seamark.example/help/ee/#now">6</a><a href="https://a.example/">7</a>'
        '<img src="https://seamark.example/assets/icon.svg">'
    )
    assert plain.linked_by_file(renderer, "help/ee", given, pages) == wanted


# --- another generator -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_zensical_builds_every_page_at_its_address(root: Path, built: dict[str, Path], language: str) -> None:
    """Each page stands where it stands today, in its language, with one main heading: the addresses that people saved answer."""
    for path in expected(root, language):
        page = html.parse(str(built[language] / file_of(path))).getroot()
        assert page.get("lang") == language, path
        assert len(page.findall(".//h1")) == 1, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contact_is_on_its_page(data: Data, built: dict[str, Path], language: str) -> None:
    """Each country's page has every published contact, and reaches no number that the data do not publish."""
    wanted = {code: set(map(reached, contacts.contacts_of(country))) for code, country in data.countries.items()}
    everything = set().union(*wanted.values())
    for code, here in wanted.items():
        page = Reader((built[language] / file_of(f"help/{code}")).read_text("utf-8"))
        assert here <= page.main, code
        assert {item for item in page.everywhere if item.way in ("tel", "sms", "mailto")} <= everything


def reached(contact: contacts.Contact) -> Reached:
    """Return how a page reaches a contact."""
    return Reached(WAYS.get(contact.kind, "https"), contact.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_ours_leads_somewhere(root: Path, built: dict[str, Path], language: str) -> None:
    """In what we wrote, each link within the language leads to a page that is there, and to a place that is on it."""
    site = built[language]
    pages = {file: html.parse(str(site / file)).getroot() for file in map(file_of, expected(root, language))}
    ids = {file: {str(name) for name in page.xpath("//@id")} for file, page in pages.items()}
    followed = 0
    for file, page in pages.items():
        for link in page.xpath("//article[contains(@class, 'md-content')]//a[@href]"):
            target = urlsplit(urljoin(f"https://here.example/{file}", str(link.get("href"))))
            if target.hostname != "here.example":
                continue
            name = target.path.removeprefix("/")
            name = f"{name}index.html" if not name or name.endswith("/") else name
            assert (site / name).is_file(), (file, link.get("href"))
            assert not target.fragment or target.fragment in ids[name], (file, link.get("href"))
            followed += 1
    assert followed > 100


def test_what_would_be_lost(built: dict[str, Path]) -> None:
    """What MAINTAINING.md says would be lost is lost: when this fails, correct the list there."""
    text = (built["en"] / file_of("help/ee")).read_text("utf-8")
    page = html.fromstring(text)
    assert page.find(".//a[@id='exit']") is None
    assert page.find(".//nav[@class='languages']") is None
    assert "noindex" not in page.xpath("string(.//meta[@name='robots']/@content)")
    assert not page.xpath("//*[contains(concat(' ', @class, ' '), ' preview ')]")
    assert page.findall(".//script[@src]")
    # With font = false no page asks anything of others; without it, the theme would.
    asked = [str(value) for value in page.xpath("//script/@src | //img/@src | //link[not(@rel='canonical')]/@href")]
    assert [value for value in asked if urlsplit(value).scheme] == []


# --- what fails ------------------------------------------------------------------------------------------------


def test_one_language_alone(root: Path, tmp_path: Path) -> None:
    """One language can be written alone, in the place of what was there."""
    out = tmp_path / "out"
    (out / "old").mkdir(parents=True)
    assert render_markdown.main(["--out", str(out), "--only", "ar", "--root", str(root)]) == 0
    assert os.listdir(out) == ["ar"]


def test_a_broken_template_is_told_with_its_page(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in a template names the page, and what was there before is left."""
    copy = tmp_path / "project"
    shutil.copytree(root, copy)
    (copy / "docs" / "signs.md").write_text("---\nwords: pages/signs\n---\n{{ no_such_name }}\n", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.md").write_text("old", "utf-8")
    assert render_markdown.main(["--out", str(out), "--root", str(copy)]) == 1
    assert "docs/signs.md: " in capsys.readouterr().out
    assert os.listdir(out) == ["old.md"]


def test_an_unknown_language(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A language that the site does not have is told, with those that it has."""
    assert render_markdown.main(["--out", str(tmp_path / "out"), "--only", "xx", "--root", str(root)]) == 1
    assert '"xx" is no language of data/site.yml; choose one of: en, ar' in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
