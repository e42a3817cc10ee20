"""MkDocs' events, and nothing else: each asks the package for what it needs, and changes what it is given in place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from seamark import building
from seamark.rendering import Renderer

ROOT = Path(__file__).resolve().parent.parent


def renderer(config: MkDocsConfig) -> Renderer:
    """Return the renderer of the language that is being built."""
    language, stamp, alone = config.plugins["i18n"].current_language, config.extra["stamp"], config.extra.get("alone", False)
    try:
        return building.kept_renderer(ROOT, language, stamp, alone=alone)
    except building.DataProblems as error:
        raise PluginError(f"\n{error}") from error


def on_config(config: MkDocsConfig) -> None:
    """Give the languages of data/site.yml to static-i18n, before it first looks at them, and leave out the theme's files."""
    plugin = config.plugins["i18n"]
    if plugin.current_language is None:
        only = os.environ.get("ONLY") or None
        plugin.config.load_dict({"languages": building.language_entries(ROOT, only), "build_only_locale": only})
        failed, _ = plugin.config.validate()
        if failed:
            raise PluginError(f"ONLY={only}: {failed[0][1]}")
    if "stamp" not in config.extra:  # all languages of a run have the same theme
        config.theme.get_env = building.own_files(config.theme.get_env)  # type: ignore[method-assign]
    config.extra["stamp"] = building.stamp(ROOT, building.WATCHED)


@event_priority(-200)  # after static-i18n, which makes every file anew from docs/
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages that stand in no file of docs/."""
    for path, text in building.generated_pages(renderer(config)).items():
        files.append(File.generated(config, f"{path}.md", content=text))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Render the page's structure with the words and facts of the language."""
    path = page.file.src_uri.removesuffix(".md")
    try:
        rendered = renderer(config).render(path, markdown, page.meta)
    except Exception as error:  # whatever a template does wrong, say on which page
        raise PluginError(f"docs/{path}.md: {error}") from error
    page.meta.update(title=rendered.title, statuses=rendered.statuses)
    return rendered.markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the index of the search page, now that all pages have their content, and tell the templates its name."""
    env.bytecode_cache = building.compiled_templates(ROOT)
    built = {file.src_uri.removesuffix(".md"): file for file in files.documentation_pages() if file.page}
    contents = {path: file.page.content or "" for path, file in built.items() if building.is_searched(file.page.meta)}
    places = {path: Path(file.abs_dest_path) for path, file in built.items()}
    env.globals["search_index"] = building.write_search_index(renderer(config), contents, places)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the page's frame to the theme's templates."""
    context["seamark"] = renderer(config).frame(page.file.src_uri.removesuffix(".md"), page.meta)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Give their frame to the page for addresses that do not exist, and its list to the sitemap."""
    context.update(building.names_for_static_templates(renderer(config)))
