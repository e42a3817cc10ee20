"""MkDocs' events get what the package knows, and a fault is told with the page that it is on."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import small_site
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from seamark import building
from seamark.html_blocks import HtmlBlocks


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project."""
    return small_site.make(tmp_path_factory.mktemp("hooks"))


@pytest.fixture(scope="module")
def hooks(root: Path) -> ModuleType:
    """The hooks of the small project, loaded as MkDocs loads them."""
    return load_hooks(root, "hooks")


@pytest.fixture
def markdown_hooks(root: Path) -> ModuleType:
    """The hooks around Markdown."""
    return load_hooks(root, "markdown_hooks")


@pytest.fixture
def preview_hooks(root: Path) -> ModuleType:
    """The hooks of the preview, in a preview."""
    module = load_hooks(root, "preview_hooks")
    module.on_startup(command="serve", dirty=False)
    return module


def load_hooks(root: Path, name: str) -> ModuleType:
    """Return a module of hooks, without a trace of one that was loaded before."""
    spec = importlib.util.spec_from_file_location(f"small_{name}", root / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def config(root: Path, hooks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[MkDocsConfig]:
    """The configuration of the small project, on a fixed day, before any event."""
    monkeypatch.setenv("AS_OF", "2026-11-22")
    monkeypatch.delenv("ONLY", raising=False)
    # These very files are right, as the build of the small site shows; a test that changes them voids the stamp.
    monkeypatch.setenv("DATA_CHECKED", str(building.stamp(root, building.DATA_FOLDERS)))
    building.kept_renderer.cache_clear()
    yield load_config(config_file=str(root / "mkdocs.yml"))
    building.kept_renderer.cache_clear()


def building_in(config: MkDocsConfig, hooks: ModuleType, language: str) -> MkDocsConfig:
    """Bring the configuration to where a language is being built."""
    hooks.on_config(config)
    config.plugins["i18n"].current_language = language
    return config


def page(path: str, **meta: Any) -> Any:
    """Return a page of MkDocs, as far as the hooks look at it."""
    return SimpleNamespace(file=SimpleNamespace(src_uri=f"{path}.md"), meta=dict(meta))


# --- languages -----------------------------------------------------------------------------------------------


def test_the_languages_are_those_of_the_data(config: MkDocsConfig, hooks: ModuleType) -> None:
    """The languages of site.yml are given to the plugin, each with its own name, the first as the default."""
    hooks.on_config(config)
    found = config.plugins["i18n"].config.languages
    assert [(language.locale, language.name, language.default) for language in found] == [
        ("en", "English", True),
        ("ar", "العربية", False),
    ]
    assert config.plugins["i18n"].config.build_only_locale is None


def test_one_language_can_be_built_alone(config: MkDocsConfig, hooks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """ONLY names the one language to build, and the plugin looks for files of no other one; empty means all."""
    monkeypatch.setenv("ONLY", "ar")
    hooks.on_config(config)
    plugin = config.plugins["i18n"].config
    assert (plugin.build_only_locale, [language.locale for language in plugin.languages]) == ("ar", ["ar"])


def test_a_language_that_the_site_does_not_have_is_refused(
    config: MkDocsConfig, hooks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language that is not in site.yml cannot be built, and the message says what was asked for."""
    monkeypatch.setenv("ONLY", "xx")
    with pytest.raises(PluginError, match="ONLY=xx"):
        hooks.on_config(config)


def test_the_languages_are_given_once(config: MkDocsConfig, hooks: ModuleType) -> None:
    """While a language is being built, the languages are not given again."""
    building_in(config, hooks, "ar")
    config.plugins["i18n"].config.languages = []
    hooks.on_config(config)
    assert config.plugins["i18n"].config.languages == []


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "meta", "language", "title"),
    [
        ("help/ee", {"country": "ee"}, "en", "Estonia"),
        ("help/ee", {"country": "ee"}, "ar", "إستونيا"),
        ("index", {"words": "pages/home"}, "en", None),
    ],
)
def test_a_page_gets_its_words(
    config: MkDocsConfig, hooks: ModuleType, path: str, meta: dict[str, str], language: str, title: str | None
) -> None:
    """The structure of a page becomes Markdown in the language, and title and statuses stand in its front matter."""
    made = page(path, **meta)
    markdown = hooks.on_page_markdown("{{ page.title }} {{ ui('call') }}", made, building_in(config, hooks, language), files=None)
    assert markdown.startswith(made.meta["title"])
    assert "{" not in markdown
    assert title is None or title in made.meta["title"]
    assert made.meta["statuses"] == ({"source"} if language == "en" else {"machine"})


@pytest.mark.parametrize(
    ("markdown", "content", "ids"),
    [
        ('<h1 id="one">*One*</h1>\n', '<h1 id="one">*One*</h1>', []),
        ("## Two {: #two }\n\n<p>One</p>", '<h2 id="two">Two</h2>\n<p>One</p>', ["two"]),
        ("", "", []),
    ],
)
def test_html_goes_past_markdown(
    config: MkDocsConfig, markdown_hooks: ModuleType, markdown: str, content: str, ids: list[str]
) -> None:
    """A page that is HTML alone is its own content; of any other, Markdown makes the content and the table of contents."""
    files = Files([File("signs.md", config.docs_dir, config.site_dir, use_directory_urls=True)])
    markdown_hooks.on_files(files, config=config)
    made = next(iter(files)).page
    made.markdown = markdown
    made.render(config, files)
    assert (made.content, [item.id for item in made.toc]) == (content, ids)


def test_blocks_are_taken_past_markdown_once(config: MkDocsConfig, markdown_hooks: ModuleType) -> None:
    """However often the event comes, Markdown gets one extension of ours, and keeps those of mkdocs.yml."""
    before = list(config.markdown_extensions)
    markdown_hooks.on_config(config)
    markdown_hooks.on_config(config)
    *others, ours = config.markdown_extensions
    assert (others, type(ours)) == (before, HtmlBlocks)


def test_markdown_is_not_even_begun_for_html(config: MkDocsConfig, markdown_hooks: ModuleType) -> None:
    """Of a page that is HTML alone Markdown hears nothing: it would stop at an extension that does not exist."""
    files = Files([File("signs.md", config.docs_dir, config.site_dir, use_directory_urls=True)])
    markdown_hooks.on_files(files, config=config)
    config.markdown_extensions.append("none.such")
    made = next(iter(files)).page
    made.markdown = "<p>One</p>"
    made.render(config, files)
    assert made.content == "<p>One</p>"
    made.markdown = "One"
    with pytest.raises(ModuleNotFoundError, match="none"):
        made.render(config, files)


@pytest.mark.parametrize(
    ("markdown", "meta"),
    [
        ("{{ nothing }}", {"words": "pages/home"}),
        ("{% include 'none.html' %}", {"words": "pages/home"}),
        ("{{ broken", {"words": "pages/home"}),
        ("x", {"words": "pages/none"}),
        ("x", {"country": "xx"}),
        ("x", {}),
    ],
)
def test_a_fault_is_told_with_its_page(config: MkDocsConfig, hooks: ModuleType, markdown: str, meta: dict[str, str]) -> None:
    """Whatever is wrong with a page, the message begins with the page's file."""
    with pytest.raises(PluginError, match=r"^docs/some/page\.md: "):
        hooks.on_page_markdown(markdown, page("some/page", **meta), building_in(config, hooks, "en"))


def test_data_with_problems_stop_the_build(root: Path, config: MkDocsConfig, hooks: ModuleType) -> None:
    """While the data have a problem no page is built, and the problem is told with its place."""
    path = root / "data" / "site.yml"
    before = path.read_text("utf-8")
    path.write_text(before.replace('"preview"', '"privat"'), "utf-8")
    try:
        with pytest.raises(PluginError, match=r"data/site\.yml:2:\d+: "):
            hooks.on_page_context({}, page("index", words="pages/home"), building_in(config, hooks, "en"))
    finally:
        path.write_text(before, "utf-8")


# --- templates -----------------------------------------------------------------------------------------------


def test_the_files_of_the_theme_are_not_listed(config: MkDocsConfig, hooks: ModuleType) -> None:
    """MkDocs lists our templates only, finds those of the theme, and keeps its filters, for however many languages."""
    before = config.theme.get_env()
    assert len(before.list_templates()) > 10_000  # Material's icons among them
    for _ in range(3):
        hooks.on_config(config)
    environment = config.theme.get_env()
    assert set(environment.filters) == set(before.filters)
    assert environment.get_template("base.html").filename == before.get_template("base.html").filename
    listed = environment.list_templates()
    assert {"news.xml", "quiet.html", "blocks/country.html"} <= set(listed)
    overrides = Path(config.theme.dirs[0])
    assert all((overrides / name).is_file() for name in listed)


def test_the_index_is_written_beside_the_search_page(config: MkDocsConfig, hooks: ModuleType, tmp_path: Path) -> None:
    """The contents of all pages but sheets make the index; the template of the search page learns its name."""
    site_dir = str(tmp_path)
    found = [File(f"{path}.md", config.docs_dir, site_dir, use_directory_urls=True) for path in ("search", "signs", "card/ee")]
    for file in found:
        made = Page(None, file, config)
        made.content, made.meta = "<h1>Signs</h1><p>Police</p>", {"sheet": "print-card"} if "card" in file.src_uri else {}
    environment = Environment(autoescape=True)
    hooks.on_env(environment, building_in(config, hooks, "en"), files=Files(found))
    text = (tmp_path / "search" / environment.globals["search_index"]).read_text("utf-8")
    assert [page[0] for page in json.loads(text)["pages"]] == ["signs/"]


def test_without_the_search_page_there_is_no_index(config: MkDocsConfig, hooks: ModuleType, tmp_path: Path) -> None:
    """A preview that builds other pages only writes no index."""
    file = File("signs.md", config.docs_dir, str(tmp_path), use_directory_urls=True)
    Page(None, file, config).content = "<h1>Signs</h1>"
    environment = Environment(autoescape=True)
    hooks.on_env(environment, building_in(config, hooks, "en"), files=Files([file]))
    assert environment.globals["search_index"] == ""
    assert list(tmp_path.iterdir()) == []


def test_templates_get_the_frame_of_the_page(config: MkDocsConfig, hooks: ModuleType) -> None:
    """A page's template gets its frame, in the language that is being built."""
    context: dict[str, Any] = {"kept": 1}
    hooks.on_page_context(context, page("help/ee", country="ee"), building_in(config, hooks, "ar"), nav=None)
    assert context["kept"] == 1
    assert (context["seamark"].path, context["seamark"].language) == ("help/ee", "ar")


def test_other_templates_get_the_page_for_no_address_and_the_sitemap(config: MkDocsConfig, hooks: ModuleType) -> None:
    """The template for wrong addresses gets its frame, and that of the sitemap the addresses of all pages."""
    context: dict[str, Any] = {}
    hooks.on_template_context(context, template_name="404.html", config=building_in(config, hooks, "ar"))
    assert context["seamark"].path == "404"
    assert context["seamark"].canonical == ""
    assert {"en": "https://seamark.example/help/ee/", "ar": "https://seamark.example/ar/help/ee/"} in context["seamark_sitemap"]()


# --- preview -------------------------------------------------------------------------------------------------


def test_a_changed_file_gives_a_new_renderer(root: Path, config: MkDocsConfig, hooks: ModuleType) -> None:
    """In the preview, a text that was changed is shown at the next build, and one renderer serves a build."""
    path = root / "data" / "pages" / "home.yml"
    before = path.read_text("utf-8")
    building_in(config, hooks, "en")
    first = hooks.renderer(config)
    assert hooks.renderer(config) is first
    try:
        path.write_text(before.replace("safety: critical", 'safety: "critical"'), "utf-8")
        hooks.on_config(config)
        assert hooks.renderer(config) is not first
    finally:
        path.write_text(before, "utf-8")


# --- the preview ---------------------------------------------------------------------------------------------


def test_the_preview_watches_what_pages_are_made_of(root: Path, config: MkDocsConfig, preview_hooks: ModuleType) -> None:
    """The preview looks at the data, the catalogues and the templates, and stands before the server's own answers."""
    watched: list[str] = []
    apps: list[Any] = [lambda environ, _: [environ["PATH_INFO"].encode()]]
    server = SimpleNamespace(watch=watched.append, builder=lambda: None, get_app=lambda: apps[0], set_app=apps.append)
    assert preview_hooks.on_serve(server, config=config, builder=None) is server
    assert watched == [str(root / name) for name in ("data", "docs", "locale", "overrides")]
    assert apps[1]({"PATH_INFO": "/ar/help/ee/"}, None) == [b"/ar/help/ee/"]
    assert preview_hooks.preview.wants("help/ee/")


@pytest.mark.parametrize(
    ("command", "left"), [("serve", ["index", "signs"]), ("build", ["help/ee", "help/index", "index", "signs"])]
)
def test_the_preview_leaves_out_what_nobody_looks_at(
    config: MkDocsConfig, preview_hooks: ModuleType, command: str, left: list[str]
) -> None:
    """In a preview the home page and what was asked for are built, in a build everything."""
    preview_hooks.on_startup(command=command, dirty=False)
    preview_hooks.preview._looked_at.append("signs/")
    paths = ("index", "signs", "help/index", "help/ee")
    files = Files([File(f"{path}.md", config.docs_dir, config.site_dir, use_directory_urls=True) for path in paths])
    found = preview_hooks.on_files(files, config=config)
    assert sorted(file.src_uri.removesuffix(".md") for file in found) == left


@pytest.mark.parametrize(("command", "only", "alone"), [("serve", "ar", True), ("serve", "", False), ("build", "ar", False)])
def test_a_preview_of_one_language_checks_its_translations_alone(
    config: MkDocsConfig, preview_hooks: ModuleType, monkeypatch: pytest.MonkeyPatch, command: str, only: str, alone: bool
) -> None:
    """A build checks every language, and so does a preview of all."""
    monkeypatch.setenv("ONLY", only)
    preview_hooks.on_startup(command=command, dirty=False)
    assert preview_hooks.on_config(config).extra["alone"] is alone


def test_the_preview_keeps_what_stopped_a_build(preview_hooks: ModuleType) -> None:
    """The text of the error is what the pages tell."""
    preview_hooks.on_build_error(error=PluginError("data/countries/ee.yml:3:1: wrong"))
    assert preview_hooks.preview.problem == "data/countries/ee.yml:3:1: wrong"


def test_the_hooks_are_an_adapter_only(root: Path) -> None:
    """The hooks know MkDocs, the package does not: no module of it imports MkDocs or parses arguments."""
    for path in (root / "scripts" / "seamark").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "import mkdocs" not in text, path
        assert "from mkdocs" not in text, path
        assert "argparse" not in text, path
