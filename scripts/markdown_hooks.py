"""MkDocs' events around Markdown: what our templates have written in HTML goes past it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from seamark.html_blocks import HtmlBlocks, whole


class PageOfBlocks(Page):
    """A page that knows when there is nothing for Markdown to do."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the page's content."""
        html = whole(self.markdown or "")
        if html is None:
            super().render(config, files)
        else:
            self.content, self.toc, self.present_anchor_ids = html, TableOfContents([]), set()


def on_config(config: MkDocsConfig) -> None:
    """Take blocks of HTML past Markdown on pages that have both."""
    if not any(isinstance(item, HtmlBlocks) for item in config.markdown_extensions):
        config.markdown_extensions.append(HtmlBlocks())  # type: ignore[arg-type] # Python-Markdown takes objects too


@event_priority(-250)  # after all pages are there
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Make all pages such that they know; MkDocs takes the page that a file has already."""
    for file in files.documentation_pages():
        PageOfBlocks(None, file, config)
