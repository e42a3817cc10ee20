"""Blocks of HTML that Markdown need not read come out as they would if it had read them."""

from __future__ import annotations

import markdown
import pytest
from markdown import Extension, Markdown
from pymdownx.slugs import slugify
from small_site import ROOT

from seamark import building
from seamark.folders import pages_below
from seamark.html_blocks import HtmlBlocks, elements_of, whole

NAMED = ["attr_list", "tables", "pymdownx.saneheaders", "toc"]
TEXT = "Some *words* and <b>more</b>."


def converted(text: str, *more: Extension) -> tuple[str, object]:
    """Return the HTML that Markdown makes of a text as mkdocs.yml sets it up, and its table of contents."""
    settings = {"toc": {"permalink": False, "slugify": slugify(case="lower")}}
    md = Markdown(extensions=[*NAMED, *more], extension_configs=settings)
    return md.convert(text), md.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("block", "elements"),
    [
        # whole: one element, several, nested ones, with inline tags, over lines
        ("<p>One</p>", ["<p>One</p>"]),
        ('<h1>One</h1>\n<p class="lead">Two</p>', ["<h1>One</h1>", '<p class="lead">Two</p>']),
        ("<div><p>One</p>\n<ul>\n<li>Two</li>\n</ul></div>", ["<div><p>One</p>\n<ul>\n<li>Two</li>\n</ul></div>"]),
        ("<div><div>a</div><div>b</div></div>", ["<div><div>a</div><div>b</div></div>"]),
        ("<p>One</p>\n\n\n<p>Two\n\n\nThree</p>", ["<p>One</p>\n", "<p>Two\n\n\nThree</p>"]),
        ('<p><a href="x">One</a><br>\nTwo</p>', ['<p><a href="x">One</a><br>\nTwo</p>']),
        # not whole, not closed in order, or not alone
        ("<div><p>One</p>", None),
        ("<p>One</p></div>", None),
        ("<div><p>One</div></p>", None),
        ("<p>One</p> and more", None),
        ("<p>One</p>\n## Two", None),
        ("<p>One</p>\nTwo\n<p>Three</p>", None),
        ("<p>One</p><p>Two</p>", None),
        ("<p>One</p>\n <p>Two</p>", None),
        # nothing that begins with a tag of a block
        ("One", None),
        ("", None),
        ('<a href="x">One</a>', None),
        (" <p>One</p>", None),
        ("<para>One</para>", None),
        ("<pre>One</pre>", None),
        ("<P>One</P>", None),
    ],
)
def test_elements_of(block: str, elements: list[str] | None) -> None:
    """Only a run of whole elements, each in lines of its own, is taken out of Markdown's sight."""
    assert elements_of(block) == elements


@pytest.mark.parametrize(
    "text",
    [
        "<p>One</p>",
        "<p>One</p>\n\n",
        "<h1>One</h1>\n<p>Two</p>\n\n## Three {: #three }\n\n<p>Four</p>\n\n\n\n<p>Five</p>\n",
        f"{TEXT}\n\n<div><p>One</p></div>\n\n{TEXT}",
        f"{TEXT}\n<p>One</p>\n\n{TEXT}",
        "- One\n- Two\n\n<ul>\n<li>Three</li>\n</ul>\n\n1. Four",
        # what Markdown must not touch in HTML: its own signs, entities, lines that look like lists or headings
        "<p>*One* _two_ `three` [four](five) &amp; &#42;</p>\n\n<div>\n- One\n## Two\n    Three\n</div>",
        # elements with empty lines in them, and whole ones between those
        '<div lang="en">\n<p>One</p>\n\n<p>Two</p>\n\n</div>\n\n<p>Three</p>',
        "<pre><code>One\n\n<p>Two</p>\n\nThree</code></pre>\n\n<p>Four</p>",
        '<svg><style>\np {}\n\n</style></svg>\n\n<p>One</p>',
        "<div>\n\nOne *two*\n\n</div>\n\n<p>Three</p>",
        # code by indentation or between fences of Markdown's own
        "    <p>One</p>\n\n<p>Two</p>",
        "> <p>One</p>\n\n<p>Two</p>",
        "<p>One</p>\n    \n\t\n<p>Two</p>",
    ],
)  # fmt: skip
def test_a_page_comes_out_the_same(text: str) -> None:
    """Whatever a page holds, its HTML and its table of contents are those that Markdown makes alone."""
    assert converted(text, HtmlBlocks()) == converted(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>One</p>",
        "\n<h1>One</h1>\n<p>Two</p>\n\n\n\n<ul>\n\n<li>*Three* &amp; &#42;</li>\n</ul>\n\n",
        "<div>\n<p>One</p>\n\n<a>Two</a>\n\n\n## Three\n\n- Four\n\n    Five\n</div>\n<p>Six</p>\n",
    ],
)
def test_a_page_of_html_is_whole(text: str) -> None:
    """Where a page holds elements alone, Markdown would change nothing but the empty lines around them."""
    html = whole(text)
    assert html
    assert (html, []) == converted(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One",
        "<p>One</p>\n\nTwo",
        "<p>One</p>\n\n## Two\n\n<p>Three</p>",
        "<div>\n<p>One</p>",
        # what Markdown replaces in HTML too
        "<p>One\tTwo</p>",
        "<div>\n  \n<p>One</p></div>",
        "<p>One</p>\r\n<p>Two</p>",
        "<p>\x02One\x03</p>",
    ],
)
def test_a_page_with_work_for_markdown_is_not_whole(text: str) -> None:
    """Where Markdown may change something, it must read the page."""
    assert whole(text) is None


def test_every_page_comes_out_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages of docs/ in English, rendered from the real data, come out byte for byte as Markdown makes them alone."""
    monkeypatch.setenv("DATA_CHECKED", str(building.stamp(ROOT, building.DATA_FOLDERS)))
    renderer = building.renderer(ROOT, "en")
    is_whole = set()
    for path in pages_below(ROOT / "docs"):
        front, source = (ROOT / "docs" / f"{path}.md").read_text("utf-8").removeprefix("---\n").split("---\n", 1)
        meta = dict(line.split(": ") for line in front.splitlines())
        text = renderer.render(path, source, {name: value.strip('"') for name, value in meta.items()}).markdown
        alone = converted(text)
        assert converted(text, HtmlBlocks()) == alone, path
        html = whole(text)
        assert html is None or (html, []) == alone, path
        is_whole.add(html is not None)
    assert is_whole == {True, False}


def test_blocks_are_taken() -> None:
    """Markdown does not see a whole block: the extension has put it aside before Markdown looks for HTML."""
    md = markdown.Markdown(extensions=[HtmlBlocks()])
    place = md.preprocessors.get_index_for_name
    assert place("seamark_html_blocks") < place("html_block")
    lines = md.preprocessors["seamark_html_blocks"].run(["<p>One</p>", "", "Two"])
    assert "<p>" not in "".join(lines)
    assert md.htmlStash.rawHtmlBlocks == ["<p>One</p>\n"]
