"""Rules on links and loads: nothing is fetched from elsewhere, and every link leads where the data say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from ..organisations import FOLDER
from .folder import Built, Fault
from .page import Page, split_url

LINK_SCHEMES = frozenset({"", "https", "tel", "sms", "mailto"})
CSS_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))|@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@lru_cache(maxsize=100)
def urls_in_style(style: str) -> tuple[str, ...]:
    """Return the addresses that a style sheet loads."""
    plain = CSS_COMMENT.sub("", style)
    return tuple(next(filter(None, groups), "") for groups in CSS_URL.findall(plain))


def _loads(page: Page) -> Iterator[tuple[str, str]]:
    yield from page.loads
    for style in page.styles:
        yield from (("style", url) for url in urls_in_style(style))


def third_party(page: Page, built: Built) -> Iterator[Fault]:
    """The page loads nothing from another site, and no form sends anything there."""
    for tag, url in _loads(page):
        if tag == "base":
            yield Fault(f'<base href="{url}"> turns every link', "delete it")
        elif split_url(url)[0] not in ("", "data"):
            yield Fault(f'<{tag}> loads "{url}" from another site', "put the file into docs/assets")
    for element in page.named("meta", "http-equiv", "refresh"):
        yield Fault(f'<meta http-equiv="refresh" content="{element.get("content")}"> moves readers on', "delete it")


def link_scheme(page: Page, built: Built) -> Iterator[Fault]:
    """A link is https:, tel:, sms:, mailto: or a path inside the site."""
    for item in page.links:
        if item.target[0] not in LINK_SCHEMES:
            yield Fault(f'the link "{item.href}" is not allowed', "link to an https:// address or a page")
    for tag, url in _loads(page):
        if split_url(url)[0] == "javascript":
            yield Fault(f'<{tag}> holds "{url}"', "delete it")


def root_absolute(page: Page, built: Built) -> Iterator[Fault]:
    """Links inside the site are relative: "/help/" would open English, or nothing where the site has a folder.

    On the page for addresses that do not exist it is the other way round: it is shown at any depth.
    """
    links = [*((item.target[0], item.href) for item in page.links), *((split_url(url)[0], url) for _, url in _loads(page))]
    for scheme, url in links:
        if scheme or url.startswith("#"):
            continue
        if page.is_not_found and not url.startswith("/"):
            yield Fault(f'the link "{url}" is relative on a page that stands for any address', "begin it with a slash")
        elif url.startswith("/") and not page.is_not_found:
            yield Fault(f'the link "{url}" begins with a slash', 'make it relative: "../help/"')


def broken_link(page: Page, built: Built) -> Iterator[Fault]:
    """Every page and file to which the page links, and everything that it loads, stands in the folder."""
    loads = {url: built.resolve(page.file, url) for _, url in _loads(page) if not split_url(url)[0]}
    for url, target in (page.targets | loads).items():
        is_skipped = page.is_not_found and not url.startswith("/")  # root_absolute tells of it
        if not is_skipped and target not in built.files:
            yield Fault(f'the link "{url}" leads to nothing', "link to a page or file that is there")


def repeated_id(page: Page, built: Built) -> Iterator[Fault]:
    """No id stands twice on a page: a link to the second would lead to the first."""
    for name in dict.fromkeys(page.repeated_ids):
        yield Fault(f'the id "{name}" stands on the page more than once', "give each part an id of its own")


def anchors_of(page: Page, built: Built) -> Iterator[tuple[str, str]]:
    """Yield the file and the id of every link that names a place on a page."""
    for item in page.links:
        url = item.href
        if "#" in url and (target := page.targets.get(url)) in built.files:
            yield target or "", unquote(url.partition("#")[2])


def external_link(page: Page, built: Built) -> Iterator[Fault]:
    """A link to another site leads to an address of the data.

    Those of a country (its channels and sources) stand on its own page or part of a page; laws, references and
    exits on any; an edit link leads to a file of this project. An organisation's page leads to where issues are opened.
    """
    for item in page.links:
        url = item.href
        if item.target[0] != "https":
            continue
        facts, address = built.facts_for(item.country), unquote(url)
        if address in facts.urls or address in built.known.shared_urls:
            continue
        is_answer = page.path.startswith(f"{FOLDER}/") and url.partition("?")[0] == built.data.site.issues_url
        if not is_answer and not _is_edit_link(url, built):
            yield Fault(f'the link "{url}" is no address of the data for {facts.place}', "link only to what the data name")


def _is_edit_link(url: str, built: Built) -> bool:
    start = str(built.data.site.edit_url)
    name = url.removeprefix(start)
    return url.startswith(start) and ".." not in name.split("/") and (built.data.root / name).is_file()


RULES = (third_party, link_scheme, root_absolute, broken_link, repeated_id, external_link)
