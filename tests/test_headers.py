"""Headers: what is allowed, and that nothing else is."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from seamark import headers


def sha(text: str) -> str:
    """Return a CSP hash."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_inline_blocks_are_allowed_by_their_hash() -> None:
    """Each inline script and style stands in the policy by its own hash, once."""
    page = b"<style>a{}</style><script>x()</script><script>x()</script>"
    assert headers.inline_hashes([page, page]) == {"script": [sha("x()")], "style": [sha("a{}")]}


def test_data_and_files_are_no_inline_scripts() -> None:
    """JSON blocks and scripts from files get no hash."""
    page = b'<script type="application/ld+json">{}</script><script src="a.js"></script>'
    assert headers.inline_hashes([page]) == {"script": [], "style": []}


def test_policy_has_no_unsafe_word() -> None:
    """The policy allows nothing by the words unsafe-inline and unsafe-eval, and nothing from other hosts."""
    text = headers.headers_text([b"<style>a{}</style><script>x()</script>"])
    assert "unsafe" not in text
    assert "http" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("kind", ["script", "style"])
def test_policy_without_inline_blocks_allows_none(kind: str) -> None:
    """A site without scripts or styles of its pages allows none, of files neither."""
    assert f"{kind}-src 'none'" in headers.policy({"script": [], "style": []})
    assert f"{kind}-src '{sha('x')}';" in headers.policy({"script": [sha("x")], "style": [sha("x")]})


@pytest.mark.parametrize("name", ["Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options"])
def test_every_page_gets_the_fixed_headers(name: str) -> None:
    """Every address is answered with the headers that protect its reader."""
    rules = headers.parse(headers.headers_text([]))
    assert headers.headers_for("/uk/help/ee/", rules)[name] == headers.FIXED[name]


def test_assets_are_cached_and_pages_are_not() -> None:
    """Only the icon may be kept by browsers: a page with an old number is asked for again each time."""
    rules = headers.parse(headers.headers_text([]))
    assert headers.headers_for("/assets/icon.svg", rules)["Cache-Control"] == "public, max-age=604800"
    assert "Cache-Control" not in headers.headers_for("/help/ee/", rules)


def test_open_data_are_for_programs_on_other_sites() -> None:
    """Files of the open data may be read from other sites and say what they are; pages may not be."""
    rules = headers.parse(headers.headers_text([], ["contacts.json", "glossary.ttl", "hsds/phones.csv"]))
    found = headers.headers_for("/data/v1/glossary.ttl", rules)
    assert found["Access-Control-Allow-Origin"] == "*"
    assert found["Content-Type"] == "text/turtle; charset=utf-8"
    assert headers.headers_for("/data/v1/hsds/phones.csv", rules)["Content-Type"].startswith("text/csv")
    assert "X-Robots-Tag" not in found
    assert "Access-Control-Allow-Origin" not in headers.headers_for("/help/ee/", rules)


def test_open_data_of_a_preview_are_kept_from_search_engines() -> None:
    """While nobody has confirmed the first lines, search engines are asked to leave the files alone."""
    rules = headers.parse(headers.headers_text([], ["contacts.json"], noindex=True))
    assert headers.headers_for("/data/v1/contacts.json", rules)["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in headers.headers_for("/help/ee/", rules)


def test_a_hidden_site_is_left_alone_as_a_whole() -> None:
    """A preview of a pull request asks search engines to leave every page alone; the site itself does not."""
    hidden = headers.parse(headers.headers_text([], ["contacts.json"], hidden=True))
    shown = headers.parse(headers.headers_text([], ["contacts.json"]))
    for path in ("/", "/uk/help/ee/", "/data/v1/contacts.json", "/assets/icon.svg"):
        assert headers.headers_for(path, hidden)["X-Robots-Tag"] == "noindex"
        assert "X-Robots-Tag" not in headers.headers_for(path, shown)


def test_each_language_has_its_own_page_for_errors() -> None:
    """Addresses below a language's folder show that language's page; the first language takes the rest."""
    assert headers.redirects_text(["", "uk/"]) == "/uk/* /uk/404.html 404\n/* /404.html 404\n"


def test_a_broken_headers_file_is_refused() -> None:
    """A line that is neither a path nor a header is an error, not silently left out."""
    with pytest.raises(ValueError, match="_headers:1"):
        headers.parse("Referrer-Policy: no-referrer\n")


def test_write_covers_every_page(tmp_path: Path) -> None:
    """The policy written into a site allows the blocks of all its pages."""
    (tmp_path / "uk").mkdir()
    (tmp_path / "index.html").write_text("<style>a{}</style>", "utf-8")
    (tmp_path / "uk" / "index.html").write_text("<style>b{}</style>", "utf-8")
    headers.write(tmp_path, ["", "uk/"])
    written = (tmp_path / "_headers").read_text("utf-8")
    assert sha("a{}") in written
    assert sha("b{}") in written
