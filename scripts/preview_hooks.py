"""MkDocs' events of `make serve`: each asks the package for what it needs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from seamark import building
from seamark.frame import url_of
from seamark.previewing import Preview

ROOT = Path(__file__).resolve().parent.parent
preview = Preview()


def on_startup(command: str, **_: Any) -> None:
    """Build what is looked at in `mkdocs serve`, and everything in `mkdocs build`."""
    preview.is_on = command == "serve"


def on_config(config: MkDocsConfig, **_: Any) -> MkDocsConfig:
    """Check the translations of the one language that is shown, if it is one."""
    config.extra["alone"] = preview.is_on and bool(os.environ.get("ONLY"))
    return config


@event_priority(-300)  # after all pages are there
def on_files(files: Files, **_: Any) -> Files:
    """Leave out the pages that nobody looks at."""
    for file in files.documentation_pages():
        if not preview.wants(url_of(file.src_uri.removesuffix(".md"))):
            files.remove(file)
    return files


def on_build_error(error: Exception, **_: Any) -> None:
    """Keep what is wrong, to be told on the pages."""
    preview.problem = str(error)


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Build again when the data, the catalogues or the templates change, and what is asked for and missing."""
    for folder in building.WATCHED:
        server.watch(str(ROOT / folder))
    languages = [entry["locale"] for entry in building.language_entries(ROOT) if not entry["default"]]
    server.builder = preview.alone(server.builder)
    server.set_app(preview.before(server.get_app(), server.builder, languages))
    return server
