"""Rules on what frames every page: the way out, and what the stage of the site asks for."""

from __future__ import annotations

from collections.abc import Iterator

from .folder import Built, Fault
from .page import Page

PREVIEW = "preview"
HEAD = {"viewport": "width=device-width", "referrer": "no-referrer", "format-detection": "telephone=no"}


def exit_link(page: Page, built: Built) -> Iterator[Fault]:
    """<a id="exit"> stands once, shows text, comes first for the tab key, and leaves for the language's neutral page.

    It sends no address (rel has noreferrer) and leaves no page behind (no target).
    """
    found = [item for item in page.links if item.get("id") == "exit"]
    if len(found) != 1:
        yield Fault(f'the page has {len(found)} links with id="exit"', "put the exit link at its top, once")
        return
    link = found[0]
    want = next(str(item.exit) for item in built.data.site.languages if item.code == page.language)
    if link.href != want:
        yield Fault(f'the exit link leads to "{link.href}"', f'it must lead to "{want}"')
    if "noreferrer" not in link.get("rel").split():
        yield Fault(f'the exit link has rel="{link.get("rel")}"', 'it needs rel="noreferrer nofollow"')
    if link.get("target"):
        yield Fault(f'the exit link has target="{link.get("target")}"', "delete it: this page must go away")
    if page.first_focus is not link.element or page.jumps or link.hidden or not link.shown:
        first = page.jumps[0] if page.jumps else page.first_focus
        before = "" if first is None or first is link.element else f"; <{first.tag}> comes before it"
        yield Fault(f"the exit link is not the first thing that the tab key reaches{before}", "put it first, with text")


def stage(page: Page, built: Built) -> Iterator[Fault]:
    """While the site is a preview, every page says so (class preview) and asks search engines to stay away.

    Once it is public, neither is left; but pages that stand in one language only never are for search engines.
    """
    robots = " ".join(str(meta.get("content")) for meta in page.named("meta", "name", "robots")).lower()
    is_preview = built.data.site.stage == PREVIEW
    is_kept = page.is_not_found or page.path in built.once
    if (is_preview or page.path in built.once) and "noindex" not in robots.replace(",", " ").split():
        reason = "the site is a preview" if is_preview else "the page is not for readers who search"
        yield Fault(f'{reason} and the page has no <meta name="robots" content="noindex">', "add it")
    if is_preview and not any(notice.shown and not notice.hidden for notice in page.previews):
        yield Fault("the site is a preview and the page does not say so", 'add the notice with class="preview"')
    if not is_preview and (page.previews or ("noindex" in robots and not is_kept)):
        yield Fault("the site is public and the page still calls itself a preview", "build it again")


def sunset(page: Page, built: Built) -> Iterator[Fault]:
    """Once a contact has been confirmed, every page holds the notice (data-sunset) that the site is old.

    It bears the last day on which the site is not, lets people call the emergency number, leads to the official
    lists, and is hidden until the day in the page's foot is later. Before the first confirmation there is none.
    """
    want = built.sunset
    days = [item.get("data-sunset") for item in page.sunsets]
    if days != ([want.after.isoformat()] if want else []):
        wanted = f'one with data-sunset="{want.after}"' if want else "none: nothing has been confirmed yet"
        yield Fault(f"the notices that the site is old say {', '.join(days) or 'nothing'}", f"there must be {wanted}")
        return
    for notice in page.sunsets:
        links = page.links_in(notice.element)
        lists = {str(built.data.references[name].url) for name in built.data.site.official_lists}
        if not any(item.target[0] == "tel" for item in links) or not lists <= {item.href for item in links}:
            yield Fault("the notice that the site is old leads nowhere", "link the emergency number and the official lists")
        foot = [item.get("datetime") for item in page.typed if list(item.element.iterancestors("footer"))]
        if foot and notice.hidden is (foot[-1] > notice.get("data-sunset")):
            hidden = "hidden" if notice.hidden else "shown"
            yield Fault(f"the notice that the site is old is {hidden} on {foot[-1]}", "build the site again")


def head(page: Page, built: Built) -> Iterator[Fault]:
    """The head of the page says how to read it and to tell no other site where its reader was.

    It fits the screen of a phone, and no browser makes numbers of its own out of digits.
    """
    said = {str(meta.get("name")).lower(): str(meta.get("content")).replace(" ", "") for meta in page.elements["meta"]}
    if not any((meta.get("charset") or "").lower() == "utf-8" for meta in page.elements["meta"]):
        yield Fault("the page does not say that it is UTF-8", 'add <meta charset="utf-8">')
    for name, wanted in HEAD.items():
        if wanted not in said.get(name, "").split(","):
            message = f'the page has no <meta name="{name}"> with "{wanted}"'
            yield Fault(message, f'add <meta name="{name}" content="{wanted}">')


RULES = (exit_link, stage, sunset, head)
