"""The languages become one site, and the old site is there until the new one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from seamark.assembling import join, sitemap_index, swap


def write(folder: Path, **files: str) -> Path:
    """Write files into a folder; "__" in a name stands for a slash and "_" for a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def files(folder: Path) -> dict[str, str]:
    """Return all files of a folder with their texts."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


# --- joining -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep_parts", [True, False])
def test_languages_are_joined(tmp_path: Path, keep_parts: bool) -> None:
    """The first language becomes the root, others get folders; assets stand once, sitemaps under their names; nothing else."""
    parts = {
        "en": write(
            tmp_path / "en",
            index_html="en", help__ee__index_html="en ee", **{"404_html": "en 404"},
            sitemap_xml="map", sitemap_xml_gz="packed", assets__icon_svg="icon", assets__bundle_js="bundle",
            help__search__index_html="no index", **{"search__words-1_json": "words", "help__search__words-1_json": "of the theme"},
        ),
        "uk": write(
            tmp_path / "uk",
            index_html="uk", help__ee__index_html="uk ee", **{"404_html": "uk 404"},
            sitemap_xml="other", assets__icon_svg="other", part_json="label", **{"search__words-2_json": "слова"},
        ),
    }  # fmt: skip
    whole = {language: files(part) for language, part in parts.items()}
    target = tmp_path / "work" / "site"
    join(parts, target, ["assets/icon.svg"], keep_parts=keep_parts)
    assert [part.exists() for part in parts.values()] == [keep_parts] * 2
    assert not keep_parts or {language: files(part) for language, part in parts.items()} == whole
    assert not (target / "uk" / "assets").exists()
    assert files(target) == {
        "index.html": "en",
        "help/ee/index.html": "en ee",
        "404.html": "en 404",
        "uk/index.html": "uk",
        "uk/help/ee/index.html": "uk ee",
        "uk/404.html": "uk 404",
        "help/search/index.html": "no index",
        "search/words-1.json": "words",
        "uk/search/words-2.json": "слова",
        "sitemap-en.xml": "map",
        "sitemap-uk.xml": "other",
        "assets/icon.svg": "icon",
    }


def test_one_language_is_a_site(tmp_path: Path) -> None:
    """A site of one language has all at the root, and an asset that is named twice stands there once."""
    part = write(tmp_path / "en", index_html="x", sitemap_xml="map", a_css="a")
    join({"en": part}, tmp_path / "site", ["a.css", "a.css"], keep_parts=False)
    assert sorted(files(tmp_path / "site")) == ["a.css", "index.html", "sitemap-en.xml"]


@pytest.mark.parametrize("missing", ["sitemap.xml", "assets/icon.svg"])
def test_what_a_page_needs_must_be_there(tmp_path: Path, missing: str) -> None:
    """An asset or a sitemap that was not built stops the joining."""
    part = write(tmp_path / "en", index_html="x", sitemap_xml="map", assets__icon_svg="icon")
    (part / missing).unlink()
    with pytest.raises(FileNotFoundError, match=missing.replace(".", r"\.")):
        join({"en": part}, tmp_path / "site", ["assets/icon.svg"], keep_parts=False)


def test_nothing_is_joined_into_what_is_there(tmp_path: Path) -> None:
    """Languages are joined into a new folder only, so that nothing old is left in the site."""
    part = write(tmp_path / "en", index_html="x", sitemap_xml="map")
    (tmp_path / "site").mkdir()
    with pytest.raises(FileExistsError):
        join({"en": part}, tmp_path / "site", [], keep_parts=True)


def test_the_index_names_the_sitemap_of_each_language() -> None:
    """sitemap.xml holds the full address of each language's sitemap, in order."""
    text = sitemap_index("https://seamark.example/a&b/", ["en", "uk"])
    names = etree.fromstring(text.encode()).xpath("//*[local-name()='loc']/text()")
    assert names == ["https://seamark.example/a&b/sitemap-en.xml", "https://seamark.example/a&b/sitemap-uk.xml"]


# --- putting in place ----------------------------------------------------------------------------------------


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """After the swap there is the new site only: no page of the old one is left, and no copy of it."""
    new, site = write(tmp_path / "work" / "new", index_html="new"), write(tmp_path / "site", index_html="old", gone_html="old")
    swap(new, site)
    assert files(tmp_path) == {"site/index.html": "new"}


@pytest.mark.parametrize("place", ["site", "deep/er/site"])
def test_a_first_site_is_put_in_place(tmp_path: Path, place: str) -> None:
    """Where there was no site yet, and not even its folder, the new one is put there."""
    swap(write(tmp_path / "work" / "new", index_html="new"), tmp_path / place)
    assert files(tmp_path) == {f"{place}/index.html": "new"}


def test_what_a_broken_swap_left_is_cleared(tmp_path: Path) -> None:
    """The remains of a swap that was interrupted do not stop the next one."""
    new, site = write(tmp_path / "work" / "new", index_html="new"), write(tmp_path / "site", index_html="old")
    write(tmp_path / "work" / "new-old", index_html="older")
    swap(new, site)
    assert files(tmp_path) == {"site/index.html": "new"}


def test_the_old_site_comes_back_when_the_new_one_cannot_be_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the last step fails, readers still find the old site, whole."""
    new, site = write(tmp_path / "work" / "new", index_html="new"), write(tmp_path / "site", index_html="old", more_html="old")
    rename = Path.rename

    def fail_for_new(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError("disk full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(OSError, match="disk full"):
        swap(new, site)
    assert files(site) == {"index.html": "old", "more.html": "old"}
