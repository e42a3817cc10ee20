"""The audit catches what it is there to catch: a small site with a fault for every row, and the same site without."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from browser.pages import ROOT

import serve_release
from audit import access, layout, leaving, proofs, search, weight, without_script
from audit.built import BuiltPage, Site
from audit.figures import Figure
from audit.tools import Tools
from seamark.loading import load

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self'; connect-src 'self'"
GOOD = """<!doctype html><html lang="en"><head><title>Help</title><meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<style>a{display:inline-block;min-width:48px;min-height:48px}html{background:#fff}
@media (prefers-color-scheme:dark){html{background:#000;color:#fff}a{color:#ccf}}</style></head>
<body><nav aria-label="Leave"><a id="exit" href="https://en.wikipedia.org/wiki/Main_Page" rel="noreferrer">Leave</a></nav>
<header><a hreflang="en" href="./">English</a> <a hreflang="uk" lang="uk" href="uk/">Українська</a></header>
<main><h1>Help</h1><p><a href="tel:+3726607320"><bdi dir="ltr">+372 660 7320</bdi></a></p></main>
<footer><nav aria-label="Menu"><a href="./">Home</a></nav></footer>
<script>document.getElementById('exit').onclick = function (e) {
e.preventDefault(); document.body.textContent = ''; location.replace(this.href) }</script></body></html>"""
# What each fault puts in the place of what, and the row of the table that must break.
FAULTS = {
    "third-party": ("<main>", '<main><img src="https://elsewhere.example/a.png" alt="">', "third-party requests"),
    "storage": ("<script>", "<script>localStorage.setItem('a', 'b');", "cookies and storage entries"),
    "cookie": ("<script>", "<script>document.cookie = 'a=b';", "cookies and storage entries"),
    "requests": ("<main>", "<main>" + "".join(f'<img src="a{n}.png" alt="">' for n in range(4)), "quiet page, cold: requests"),
    "bytes": ("<main>", "<main><!--" + "".join(f"{n * n * 7919:x}" for n in range(9999)) + "-->", "quiet page, cold: bytes"),
    "first call": ("<main>", "<main><!--" + "".join(f"{n * n:x}" for n in range(999)) + "-->", "bytes to the first tel: link"),
    "policy": ("<main>", '<main><iframe src="./uk/" title="x"></iframe>', "Content-Security-Policy"),
    "axe": ("<h1>", '<img src="a.png"><h1>', "axe-core"),
    "contrast": ("<h1>", '<h1 style="color:#999">', "axe-core"),
    "overflow": ("<h1>", '<h1 style="width:400px">', "horizontal overflow at 320 px"),
    "large letters": ("<h1>", '<h1 style="width:11em">', "horizontal overflow at 320 px, 32 px"),
    "target": ("min-height:48px", "line-height:1", "tel:, exit and language links"),
    "focus": ("<h1>", '<a href="./" style="position:absolute;left:-999px">x</a><h1>', "keyboard: focus stops"),
    "covered focus": ("<main>", '<main><div style="position:fixed;inset:0"></div>', "keyboard: focus stops"),
    "shortcut": ("<script>", "<script>onkeydown = e => e.key == 's' && exit.focus();", "keyboard: single-key"),
    "slow exit": ("e.preventDefault();", "e.preventDefault(); for (let t = Date.now(); Date.now() < t + 300;);", "exit: from tap"),
    "referrer": ('"no-referrer"', '"unsafe-url"', "exit: Referer"),
    "elsewhere": ("org/wiki/Main_Page", "org/wiki/Special:Random", "exit: Referer"),
    "hidden number": ("<p>", "<p hidden>", "JavaScript off"),
    "language": ('href="uk/"', 'href="./"', "JavaScript off"),
    "dead link": ('<nav aria-label="Menu"><a href="./', '<nav aria-label="Menu"><a href="gone/', "JavaScript off"),
    "always light": ("prefers-color-scheme:dark", "prefers-color-scheme:none", "JavaScript off"),
    "reversed digits": ('<bdi dir="ltr">+372 660 7320</bdi>', "+372 660 7320", "digits"),
}

SEARCH = """<!doctype html><html lang="en"><title>Search</title>
<link rel="icon" href="icon.svg"><form id="find"><input type="search"></form><ol id="found"></ol><script>
const index = (file = 'index.json') => fetch(file).then(answer => answer.json());
const busy = is => found.setAttribute('aria-busy', is);
document.forms[0].onsubmit = async event => {
    event.preventDefault();
    busy(true);
    const results = await index();
    found.innerHTML = results.map(href => `<li><a href="${href}">Help</a></li>`).join('');
    busy(false);
};</script></html>"""
SEARCH_FAULTS = {
    "it finds nothing": ("await index()", "(await index(), [])", "search: its page among the first"),
    "it never ends": ("found.innerHTML", "await new Promise(Boolean); found.innerHTML", "search: its page among the first"),
    "its page comes sixth": ("results.map", "[...'12345', ...results].map", "search: its page among the first"),
    "it leads to another language": ("results.map", "[...results, 'uk/'].map", "search: results in another language"),
    "it leads elsewhere": ("results.map", "[...results, 'https://a.example/'].map", "search: results in another language"),
    "the index is loaded at once": ("const busy", "index(); const busy", "search: bytes before"),
    "the index is heavy": ("await index()", "await index('heavy.json')", "search: bytes for page and first query"),
}


def measured(folder: Path, html: str, chromium: str, names: tuple[str, ...], path: str = "index") -> Iterator[Figure]:
    """Serve a site of one page, and measure the rows whose names begin so."""
    data, problems = load(ROOT / "tests" / "good")
    assert data is not None, problems
    if "noreferrer" in html and "unsafe-url" in html:
        html = html.replace(' rel="noreferrer"', "")
    (folder / "index.html").write_text(html, "utf-8")
    (folder / "404.html").write_text("Not found", "utf-8")
    (folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n", "utf-8")
    axe = Path(str(resources.files("axe_playwright_python") / "axe.min.js"))
    tools = Tools(chromium=chromium, node="", java="", lighthouse=folder, vnu=folder, axe=axe)
    page = BuiltPage(path=path, language="en", address="", file=folder / "index.html", shape="x", template="quiet.html")
    server = serve_release.server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    addresses = {("index", "en"): base, ("index", "uk"): f"{base}uk/"}
    site = Site(folder=folder, base=base, data=data, pages=(page,), addresses=addresses, tools=tools)
    try:
        for measure in MEASURES:
            if any(name in MEASURES[measure] for name in names):
                yield from measure(site)
    finally:
        server.shutdown()
        server.server_close()


def turned_digits(site: Site) -> Iterator[Figure]:
    """Measure the order of digits alone: the proof needs a whole site."""
    seen, faults = proofs.digits_as_seen(site, site.pages)
    yield Figure(name="digits", limit="", measured=f"{seen}", holds=not faults, faults=tuple(faults))


def searched(site: Site) -> Iterator[Figure]:
    """Measure the search with a list of one search, on an index that is light and one that is heavy."""
    (site.folder / "en.yml").write_text("tuned:\n  help: index\n", "utf-8")
    (site.folder / "index.json").write_text('["./"]', "utf-8")
    noise = "".join(f"{number * number * 7919:x}" for number in range(2_000))
    (site.folder / "heavy.json").write_text(f'["./", "#{noise}"]', "utf-8")
    return search.measure(site, site.folder)


MEASURES = {
    searched: ("search",),
    weight.measure: ("third-party", "cookies", "quiet page", "Content-Security"),
    weight.measure_first_call: ("bytes to",),
    access.measure: ("axe-core",),
    layout.measure: ("horizontal", "tel:", "keyboard"),
    leaving.measure: ("exit",),
    without_script.measure: ("JavaScript",),
    turned_digits: ("digits",),
}
ALL_ROWS = tuple(name for measure, names in MEASURES.items() if measure is not searched for name in names)
# Rows that a site of one page cannot keep: it has no other pages, its policy is lax so that faults can act, and
# a time means something only on a machine that does nothing else.
NOT_HERE = ("other pages", "Content-Security-Policy", "bytes to the first tel: link, other pages", "exit: from tap")


@pytest.mark.parametrize("fault", FAULTS)
def test_every_planted_fault_breaks_its_row(fault: str, tmp_path: Path, chromium: str) -> None:
    """A site with one fault breaks the row that is there for it."""
    old, new, row = FAULTS[fault]
    assert old in GOOD
    beginning = tuple(each for known in MEASURES.values() for each in known if row.startswith(each))
    figures = list(measured(tmp_path, GOOD.replace(old, new, 1), chromium, beginning))
    assert [each.name for each in figures if each.name.startswith(row) and not each.holds]


@pytest.mark.parametrize("fault", SEARCH_FAULTS)
def test_every_planted_fault_of_a_search_breaks_its_row(fault: str, tmp_path: Path, chromium: str) -> None:
    """A search page with one fault breaks the row that is there for it."""
    old, new, row = SEARCH_FAULTS[fault]
    assert SEARCH.count(old) == 1
    figures = list(measured(tmp_path, SEARCH.replace(old, new), chromium, ("search",), "search"))
    assert [each.name for each in figures if each.name.startswith(row) and not each.holds]


def test_a_search_without_faults_keeps_every_limit(tmp_path: Path, chromium: str) -> None:
    """The same search without a fault breaks no row; a site without a search has nothing to measure, which breaks all."""
    assert all(each.holds for each in measured(tmp_path, SEARCH, chromium, ("search",), "search"))
    assert not any(each.holds for each in measured(tmp_path, SEARCH, chromium, ("search",)))


def test_a_site_without_faults_keeps_every_limit(tmp_path: Path, chromium: str) -> None:
    """The same site without a fault breaks no row: the audit gives no false alarm."""
    broken = [each for each in measured(tmp_path, GOOD, chromium, ALL_ROWS) if not each.holds]
    assert [(each.name, each.faults) for each in broken if not each.name.startswith(NOT_HERE)] == []
