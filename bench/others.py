"""The same pages for the programs that ours is compared with: rendered Markdown, with their configuration and theme."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from seamark import building, languages, plain  # noqa: E402 - found only now
from seamark.rendering import Renderer  # noqa: E402

HEADING_ID = re.compile(r" \{: (#[\w-]+) \}$", re.MULTILINE)  # Hugo writes {#id}
SINGLE = """<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} – {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav>{{ range .AllTranslations }}
<a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">{{ .Language.Label }}</a>
{{ end }}</nav>
</header><aside>{{ .TableOfContents }}</aside><main>{{ .Content }}</main></body></html>
"""
SEARCH = """[{{ range $i, $page := site.RegularPages }}{{ if $i }},{{ end }}
{{ dict "title" .Title "url" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
"""


def pages_of(project: Path) -> tuple[list[str], list[tuple[str, str, str, str]]]:
    """Return the languages of a project, and of each page language, path without .md, title and Markdown."""
    os.environ["DATA_CHECKED"] = str(building.stamp(project, building.DATA_FOLDERS))  # the build checks them
    first = building.renderer(project, "en")
    codes = [str(language.code) for language in first.data.site.languages]
    return codes, [page for code in codes for page in _pages(first.into(code))]


def _pages(renderer: Renderer) -> list[tuple[str, str, str, str]]:
    found = []
    for path, source in (renderer.edition.sources | building.generated_pages(renderer)).items():
        meta, text = plain.split(source)
        rendered = renderer.render(path, text, meta)
        found.append((renderer.language, path, rendered.title, rendered.markdown))
    return found


def write_stock(folder: Path, codes: list[str], pages: list[tuple[str, str, str, str]]) -> None:
    """Write a project of MkDocs with Material and static-i18n as they come, and their search."""
    entries = [{"locale": code, "name": languages.own_name(code), "default": code == codes[0]} for code in codes]
    config = {
        "site_name": "Seamark",
        "site_url": "https://seamark.example/",
        "theme": {"name": "material"},
        # The fallback would put an English page wherever a language has none, and the others make no such pages.
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "fallback_to_default": False, "languages": entries}}],
        "markdown_extensions": ["attr_list", "tables", "pymdownx.saneheaders", "toc"],
    }
    _write(folder / "mkdocs.yml", yaml.safe_dump(config, allow_unicode=True))
    for language, path, title, text in pages:
        _write(folder / "docs" / language / f"{path}.md", f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}")


def write_hugo(folder: Path, codes: list[str], pages: list[tuple[str, str, str, str]]) -> None:
    """Write a project of Hugo with a theme that has what ours has of a frame, and an index for a search."""
    # Hugo has fewer names of languages in front of paths than we have languages, so each has its own folder.
    config = {
        "baseURL": "https://seamark.example/",
        "title": "Seamark",
        "defaultContentLanguage": codes[0],
        "disableKinds": ["taxonomy", "term", "rss"],
        "outputs": {"home": ["html", "json"]},
        "markup": {"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True, "title": True}}}},
        "languages": {
            code: {"contentDir": f"content/{code}", "label": languages.own_name(code), "weight": number}
            for number, code in enumerate(codes, start=1)
        },
    }
    _write(folder / "hugo.json", json.dumps(config, ensure_ascii=False))
    for name in ("single.html", "list.html", "home.html"):
        _write(folder / "layouts" / name, SINGLE)
    _write(folder / "layouts" / "home.json", SEARCH)
    for language, path, title, text in pages:
        file = re.sub(r"(^|/)index$", r"\1_index", path)
        front = json.dumps({"title": title}, ensure_ascii=False)
        hugo = HEADING_ID.sub(r" {\1}", text)
        _write(folder / "content" / language / f"{file}.md", f"{front}\n\n{hugo}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
