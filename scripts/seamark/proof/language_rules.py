"""Rules on languages and addresses: each page says truly which it is and leads to itself in the others."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..languages import MISTAKEN, direction, is_language, language_name, own_name
from .folder import Built, Fault
from .page import Element, Item, Page, text_of

FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4|\U0001f3f3")  # letters of countries, black and white flag
FLAG_SIGNS = (*map(chr, range(0x1F1E6, 0x1F200)), "\U0001f3f4", "\U0001f3f3")  # looked for first, since that is fast


def page_language(page: Page, built: Built) -> Iterator[Fault]:
    """<html lang> is the language of the folder in which the page stands."""
    lang = page.root.get("lang")
    if lang != page.language:
        name = language_name(page.language, "en")
        yield Fault(f'<html lang="{lang or ""}"> stands in the folder of {name}', f'write lang="{page.language}"')


def text_direction(page: Page, built: Built) -> Iterator[Fault]:
    """<html dir> is the direction in which the page's language is written."""
    found, want = page.root.get("dir") or "", direction(page.language)
    if found != want:
        yield Fault(f'<html dir="{found}"> is not the direction of the language', f'write dir="{want}"')


def language_code(page: Page, built: Built) -> Iterator[Fault]:
    """Every lang and hreflang is the code of a language (BCP 47), not that of a country."""
    for name, code in dict.fromkeys(page.languages):
        if not is_language(code) and (name, code) != ("hreflang", "x-default"):
            meant = MISTAKEN.get(code.lower())
            yield Fault(f'{name}="{code}" is no language', f'write "{meant}"' if meant else "write a code like et or uk")


def canonical(page: Page, built: Built) -> Iterator[Fault]:
    """<link rel="canonical"> stands once and is the page's own full address."""
    found = [link.get("href") for link in page.named("link", "rel", "canonical")]
    own = built.address(page.language, page.path)
    if not page.is_not_found and found != [own]:
        yield Fault(f'rel="canonical" is "{" ".join(map(str, found))}"', f'it must be "{own}", once')


def alternates(page: Page, built: Built) -> Iterator[Fault]:
    """<link rel="alternate" hreflang>, where there are any, are the full addresses of the page in that language."""
    for link in page.named("link", "rel", "alternate"):
        code = link.get("hreflang")
        if code is None:
            continue
        language = built.languages[0] if code == "x-default" else code
        if language not in built.languages or link.get("href") != built.address(language, page.path):
            yield Fault(f'the alternate "{link.get("href")}" is not this page in "{code}"', "write its full address")


def switcher(page: Page, built: Built) -> Iterator[Fault]:
    """The header holds one language menu with a link to this very page in each language; the own one is marked.

    The page for addresses that do not exist may do without, or lead to the home pages; a page that stands in one
    language only has none.
    """
    menus = [nav for nav in page.elements["nav"] if _is_menu(nav) and list(nav.iterancestors("header"))]
    if page.path in built.once:
        if menus:
            yield Fault("the page stands in one language only and has a language menu", "take the menu out")
        return
    if len(menus) != 1:
        if menus or not page.is_not_found:
            yield Fault(f'the header holds {len(menus)} <nav class="languages">', "one is needed")
        return
    links = page.links_in(menus[0])
    if sorted(item.get("hreflang") for item in links) != sorted(built.languages):
        yield Fault(f"the language menu offers {_codes(links)}", f"offer once each: {' '.join(built.languages)}")
    for item in links:
        code = item.get("hreflang")
        want = {built.file_of(code, page.path)} | ({built.file_of(code, "")} if page.is_not_found else set())
        if code in built.languages and page.targets.get(item.href) not in want:
            yield Fault(f'the language menu leads to "{item.href}" for "{code}"', "lead to the same page")
        if item.get("lang") != code or not item.shown:
            yield Fault(f'the language menu shows "{item.shown}" without lang="{code}"', "write both")
        elif code in built.languages and item.shown != own_name(code):
            yield Fault(f'the language menu shows "{item.shown}" for "{code}"', f'write its own name: "{own_name(code)}"')
        if (item.get("aria-current") == "true") != (code == page.language):
            message = f'the language menu marks or misses "{code}" as the language of this page'
            yield Fault(message, 'give aria-current="true" to that of the page and to no other')


def no_flags(page: Page, built: Built) -> Iterator[Fault]:
    """No flag stands for a language or a country, in text or as a picture in the language menu: many share one flag."""
    for words in page.words if any(sign in page.all_words for sign in FLAG_SIGNS) else ():
        if flag := FLAG.search(words.text):
            yield Fault(f'the {words.source} shows the flag "{flag[0]}"', "write the name of the language or country")
    for menu in filter(_is_menu, page.elements["nav"]):
        for picture in menu.iter("img", "svg", "picture"):
            yield Fault(f"the language menu shows a picture, <{picture.tag}>", "show names of languages only")


def _is_menu(nav: Element) -> bool:
    return "languages" in (nav.get("class") or "").split()


def _codes(links: list[Item]) -> str:
    return " ".join(item.get("hreflang") or "(none)" for item in links) or "nothing"


def other_language(page: Page, built: Built) -> Iterator[Fault]:
    """No link leads to a page of another language, but one marked with hreflang.

    That one leads to this page in that language, or to a page that stands in one language only.
    """
    for item in page.links:
        target = page.targets.get(item.href)
        if target is None or target not in built.files or not target.endswith(".html"):
            continue
        language = built.language_of(target)
        if language == page.language:
            continue
        same = item.get("hreflang") == language and (target == built.file_of(language, page.path) or target in built.once_files)
        if not same and not any(map(_is_menu, item.element.iterancestors("nav"))):
            name = language_name(language, "en")
            yield Fault(f'the link "{item.href}" leads to a page in {name}', "lead to the page in this language")


def title(page: Page, built: Built) -> Iterator[Fault]:
    """The page has one <title>, with text."""
    found = titles_of(page)
    if len(found) != 1 or not found[0]:
        yield Fault(f"the page has {len([text for text in found if text])} titles", "give it one <title> with text")


def titles_of(page: Page) -> list[str]:
    """Return the texts of the page's titles; a drawing has titles too, which do not count."""
    titles = (element for element in page.elements["title"] if element.getparent().tag == "head")
    return [" ".join(text_of(element).split()) for element in titles]


def description(page: Page, built: Built) -> Iterator[Fault]:
    """The page has one description for search engines, with text."""
    found = descriptions_of(page)
    if len(found) != 1 or not found[0]:
        yield Fault(f"the page has {len([text for text in found if text])} descriptions", "give it one, with text")


def descriptions_of(page: Page) -> list[str]:
    """Return the texts of the page's descriptions."""
    return [" ".join((meta.get("content") or "").split()) for meta in page.named("meta", "name", "description")]


def english_words(page: Page, built: Built) -> Iterator[Fault]:
    """On a translated page, what stands in English is marked so: the words of no text of the data stand there bare."""
    if page.language != built.languages[0]:
        for text, element in _pieces_among(page, built.known.english_texts):
            if _language_at(element) == page.language:
                yield Fault(f'"{text[:60]}" is English and not marked so', 'translate it, or put it into <span lang="en">')


def official_names(page: Page, built: Built) -> Iterator[Fault]:
    """An official name of more than one word is marked with a language in which the data have that name."""
    names = built.known.names_by_text
    for text, element in _pieces_among(page, names):
        language = _language_at(element)
        if language not in names[text]:
            wanted = " or ".join(f'lang="{code}"' for code in sorted(names[text]))
            yield Fault(f'the name "{text}" is marked as "{language}"', f"put it into an element with {wanted}")


def _pieces_among(page: Page, wanted: Container[str]) -> Iterator[tuple[str, Element]]:
    """Yield each wanted piece of text between two tags on the page's body, with the element in which it stands."""
    return ((text, element) for text, element in page.pieces if text in wanted)


def _language_at(element: Element) -> str:
    around = (other.get("lang") for other in (element, *element.iterancestors()))
    return next((language for language in around if language), "")


def items_of(page: Page) -> tuple[int, int]:
    """Return how many points (<ul>) and how many numbered steps (<ol>) the page has, without its table of contents."""
    items = [item for main in page.root.iter("main") for item in main.iter("li") if next(item.iterancestors("nav"), None) is None]
    lists = [str(item.getparent().tag) for item in items]
    return lists.count("ul"), lists.count("ol")


def main_heading(page: Page, built: Built) -> Iterator[Fault]:
    """The page has exactly one <h1>, with text."""
    found = [text_of(element).strip() for element in page.elements["h1"]]
    if len(found) != 1 or not found[0]:
        yield Fault(f"the page has {len([text for text in found if text])} headings <h1>", "give it one <h1> with text")


RULES = (
    page_language,
    text_direction,
    language_code,
    canonical,
    alternates,
    switcher,
    other_language,
    title,
    description,
    english_words,
    official_names,
    no_flags,
    main_heading,
)
