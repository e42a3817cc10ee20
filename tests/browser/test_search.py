"""The search finds the page in every language, and leaves nothing behind of what was typed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from browser.conftest import NewContext
from browser.pages import DATA, LANGUAGES, PATHS, ROOT, address
from playwright.sync_api import Page, expect

from seamark import languages
from seamark.searching import FILES, SEARCH_PAGE, words_of
from seamark.yamltext import parse_yaml

KB = 1024
LISTS = {language: ROOT / "tests" / "search" / f"{language}.yml" for language in LANGUAGES}
HALVES = ("tuned", "held")
FIRST = 5
RECALL = 0.95
MOST_PAGES = 300
STORED = "() => localStorage.length + sessionStorage.length + document.cookie.length + history.length"


def searches(language: str) -> dict[str, str]:
    """Return what is searched for in a language, with the page that must be found, by its path in docs/."""
    return {typed: page for half in halves(language).values() for typed, page in half.items()}


def halves(language: str) -> dict[str, dict[str, str]]:
    """Return the two halves of the list of a language."""
    file = LISTS[language]
    assert file.exists(), f"write tests/search/{file.name}: at least twenty searches, as in the other languages"
    tree = parse_yaml(file.read_text("utf-8"), file.name)
    assert list(tree) == list(HALVES)
    return {str(half): {str(typed): str(page) for typed, page in tree[half].items()} for half in tree}


def find(page: Page, typed: str) -> list[str]:
    """Search, and return the addresses of the pages that were found, without the place on the page."""
    page.get_by_role("searchbox").fill(typed)
    page.keyboard.press("Enter")
    wait_for_results(page)
    links = page.locator("#found a").evaluate_all("links => links.map(link => link.href)")
    return [str(link).partition("#")[0] for link in links]


def wait_for_results(page: Page) -> None:
    """Wait until the list is that for the text in the field, and not for one before it."""
    expect(page.locator("#found")).to_have_attribute("aria-busy", "false")


def open_search(new_context: NewContext, language: str) -> Page:
    """Open the search page of a language."""
    page = new_context().new_page()
    page.goto(address(SEARCH_PAGE, language))
    return page


# --- it finds ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_among_the_first(language: str, new_context: NewContext, base: str) -> None:
    """Of the searches in the list 95 in 100 find their page among the first five, and all pages are of the language."""
    page = open_search(new_context, language)
    wanted = searches(language)
    missed, foreign = [], []
    for typed, path in wanted.items():
        found = find(page, typed)
        if urljoin(base, address(path, language)) not in found[:FIRST]:
            missed.append(f"{typed}: {path} is not among {found[:FIRST]}")
        foreign += [link for link in found if language_of(link.removeprefix(base)) != language]
    assert foreign == []
    assert len(missed) <= len(wanted) * (1 - RECALL), "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_long_enough(language: str) -> None:
    """At least twenty searches in each language, half of them held, all for pages that there are."""
    assert len(searches(language)) >= 20
    assert len(halves(language)["held"]) >= len(halves(language)["tuned"])
    assert set(searches(language).values()) <= set(PATHS)


def test_nothing_is_found_for_nonsense(new_context: NewContext) -> None:
    """What stands on no page finds nothing, and the page says so."""
    page = open_search(new_context, "en")
    for typed in ("qqwwxxzz", "999999999"):
        assert find(page, typed) == []
        expect(page.get_by_role("status")).to_have_text(page.locator("#find").get_attribute("data-none") or "?")


def test_a_result_leads_to_its_place(new_context: NewContext) -> None:
    """A result opens the page at the part that was found."""
    page = open_search(new_context, "en")
    find(page, "debt bondage")
    page.locator("#found a").first.click()
    assert page.url.endswith("#debt-bondage")
    expect(page.locator("#debt-bondage")).to_be_in_viewport()


def test_the_browser_folds_words_as_the_index_does(new_context: NewContext) -> None:
    """A word becomes the same letters in the browser as in the index, in every language's words and in odd ones."""
    matcher = (ROOT / "overrides" / "parts" / "matcher.html").read_text("utf-8")
    script = re.sub(r"\{#.*?#\}", "", matcher, flags=re.DOTALL)
    texts = [
        *(typed for language in LANGUAGES for typed in searches(language)),
        "Straße İstanbul ﬁn’s co\u00adop",
        "Ёж ґанок їжа Łódź",
    ]
    texts += [languages.country_name(str(country.country), code) for code in LANGUAGES for country in DATA.countries.values()]
    page = open_search(new_context, "en")
    found = page.evaluate(f"texts => {{ {script} return texts.map(words) }}", texts)
    assert dict(zip(texts, found, strict=True)) == {text: words_of(text) for text in texts}


# --- it is light and quiet -----------------------------------------------------------------------------------


def test_the_index_is_loaded_by_the_first_search(new_context: NewContext) -> None:
    """Nothing is loaded before the reader searches; then one file, once; and no request holds what was typed."""
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(SEARCH_PAGE, "en"))
    page.wait_for_load_state("networkidle")
    before = list(asked)
    assert not [url for url in before if url.endswith(".json")]
    for typed in ("passports", "shelter", "police"):
        find(page, typed)
    [index] = asked[len(before) :]
    assert index.endswith(".json")


def test_what_is_typed_is_kept_nowhere(new_context: NewContext) -> None:
    """Neither the address, the browser's history, its storage nor the field hold what was typed after leaving."""
    page = open_search(new_context, "en")
    url, stored = page.url, page.evaluate(STORED)
    find(page, "passports")
    assert (page.url, page.evaluate(STORED)) == (url, stored)
    page.locator("#found a").first.click()
    page.reload()
    assert "passports" not in page.url
    page.goto(url)
    expect(page.get_by_role("searchbox")).to_have_value("")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_search_is_light(language: str, site: Path) -> None:
    """Page and index take at most 150 KB compressed, also if the site grows as it is to 300 pages in a language."""
    folder = site / address("index", language)
    [index] = folder.glob(FILES)
    found = len(gzip.compress(index.read_bytes()))
    here = len(gzip.compress((folder / SEARCH_PAGE / "index.html").read_bytes()))
    assert here <= 14 * KB
    assert here + found * max(1, MOST_PAGES / len(PATHS)) <= 150 * KB


def test_the_script_is_small(site: Path) -> None:
    """The script of the search takes at most 6 KB."""
    html = (site / SEARCH_PAGE / "index.html").read_text("utf-8")
    script = html[html.index("<script>", html.index("<form")) :].partition("</script>")[0]
    assert "function fit(" in script
    assert len(script.encode()) <= 6 * KB


# --- everybody can use it ------------------------------------------------------------------------------------


def test_the_keyboard_reaches_the_results(new_context: NewContext) -> None:
    """By the keyboard alone one goes to the field, searches, hears how many pages there are, and opens the first."""
    page = open_search(new_context, "uk")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "search":
            break
    page.keyboard.type("Естонія")
    page.keyboard.press("Enter")
    wait_for_results(page)
    results = page.locator("#found a")
    expect(page.get_by_role("status")).to_contain_text(str(results.count()))
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/uk/help/ee/**")


def test_without_javascript_the_page_leads_on(new_context: NewContext) -> None:
    """Without JavaScript there is no form, a note says why, and links lead to the countries and the terms."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address("index", "en"))
    page.locator("header .home + a").click()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.locator("#no-script")).to_be_visible()
    for path in ("help/index", "journalists/glossary"):
        expect(page.locator(f'main a[href="../{address(path, "en")}"]').last).to_be_visible()


def test_with_javascript_the_note_is_gone(new_context: NewContext) -> None:
    """Where the search works, the field has a name and the note is not shown."""
    page = open_search(new_context, "en")
    expect(page.locator("#no-script")).to_be_hidden()
    expect(page.get_by_label(page.locator("label[for=words]").inner_text())).to_be_visible()


def test_a_search_that_cannot_load_says_so(new_context: NewContext) -> None:
    """When the index does not come, the page says so, and the next search tries again."""
    page = open_search(new_context, "en")
    page.route("**/*.json", lambda route: route.abort())
    assert find(page, "passports") == []
    expect(page.get_by_role("status")).to_have_text(page.locator("#find").get_attribute("data-failed") or "?")
    page.unroute("**/*.json")
    assert find(page, "passports")


def language_of(path: str) -> str:
    """Return the language of an address below the site's root."""
    first = path.partition("/")[0]
    return first if first in LANGUAGES[1:] else LANGUAGES[0]
