"""Response headers and redirects of the published site, in Netlify's syntax: their only home.

The Content-Security-Policy allows exactly the inline scripts and styles that the built pages hold, each
by its SHA-256 hash (CSP level 3), so that nothing that was not built here can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from . import exports
from .folders import files_below

# A page has many kilobytes of style: going from "<" to "<" is six times as fast as looking at each byte.
INLINE = re.compile(rb"<(script|style)(\s[^>]*)?>([^<]*(?:<(?!/\1>)[^<]*)*)</\1>")
# Blocks of data are not run: browsers leave these types alone.
DATA_TYPES = (b"application/json", b"application/ld+json")
WEEK, YEAR = 604_800, 31_536_000  # seconds

FIXED = {
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": f"max-age={2 * YEAR}; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        # What could tell who or where the reader is. No foreign script runs, and each answer carries this line.
        for feature in ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
    ),
}


def inline_hashes(pages: Iterable[bytes]) -> dict[str, list[str]]:
    """Return the CSP hashes ("sha256-…") of all inline scripts and styles of built pages, by "script" and "style"."""
    found: dict[str, set[bytes]] = {"script": set(), "style": set()}  # most are the same on all pages
    for page in pages:
        for tag, attributes, content in INLINE.findall(page):
            if b"src=" not in attributes and not any(kind in attributes for kind in DATA_TYPES):
                found[tag.decode()].add(content)
    return {tag: sorted(map(_hash, contents)) for tag, contents in found.items()}


def _hash(content: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def policy(hashes: dict[str, list[str]]) -> str:
    """Return the Content-Security-Policy that allows these inline blocks, and the site's own pictures and data."""
    quoted = {tag: " ".join(f"'{value}'" for value in values) or "'none'" for tag, values in hashes.items()}
    rules = (
        "default-src 'none'",
        f"script-src {quoted['script']}",
        f"style-src {quoted['style']}",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(rules)


def headers_text(pages: Iterable[bytes], open_data: Iterable[str] = (), noindex: bool = False, hidden: bool = False) -> str:
    """Return the text of `_headers` for built pages (bytes of HTML).

    `open_data` are the files below the folder of the open data; `noindex` asks search engines to leave them alone,
    `hidden` asks that for the whole site.
    """
    lines = ["/*", f"  Content-Security-Policy: {policy(inline_hashes(pages))}"]
    lines += [f"  {name}: {value}" for name, value in FIXED.items()]
    lines += ["  X-Robots-Tag: noindex"] if hidden else []
    # The icon keeps its name when it changes: a browser may keep it for a week.
    lines += ["/assets/*", f"  Cache-Control: public, max-age={WEEK}"]
    # Programs on pages of other sites may read the data (Fetch standard): they are for everybody.
    lines += [f"/{exports.FOLDER}/*", "  Access-Control-Allow-Origin: *"]
    lines += ["  X-Robots-Tag: noindex"] if noindex else []
    for name in sorted(open_data):
        lines += [f"/{exports.FOLDER}/{name}", f"  Content-Type: {exports.media_type(name)}"]
    return "\n".join(lines) + "\n"


def redirects_text(prefixes: Iterable[str]) -> str:
    """Return the text of `_redirects`: addresses that do not exist show the page for them in their language.

    `prefixes` are the folders of the languages: "" for the first one, "uk/" for others.
    """
    ordered = sorted(prefixes, key=len, reverse=True)
    return "".join(f"/{prefix}* /{prefix}404.html 404\n" for prefix in ordered)


def write(site: Path, prefixes: Iterable[str], noindex: bool = False, hidden: bool = False) -> None:
    """Write `_headers` and `_redirects` into a built site.

    `noindex` keeps search engines from its open data, `hidden` from all of it.
    """
    pages = ((site / name).read_bytes() for name in files_below(site) if name.endswith(".html"))
    open_data = files_below(site / exports.FOLDER)
    (site / "_headers").write_text(headers_text(pages, open_data, noindex, hidden), "utf-8")
    (site / "_redirects").write_text(redirects_text(prefixes), "utf-8")


def parse(text: str) -> list[tuple[str, dict[str, str]]]:
    """Read the text of a `_headers` file: patterns with their headers, in order.

    Raises `ValueError` for a line that is neither a pattern nor a header.
    """
    rules: list[tuple[str, dict[str, str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("/"):
            rules.append((line.strip(), {}))
        elif line.startswith(" ") and ":" in line and rules:
            name, _, value = line.strip().partition(":")
            rules[-1][1][name] = value.strip()
        elif line.strip():
            raise ValueError(f"_headers:{number}: neither a path nor a header: {line!r}")
    return rules


def headers_for(path: str, rules: list[tuple[str, dict[str, str]]]) -> dict[str, str]:
    """Return the headers that the rules give to an address; `*` at the end of a pattern stands for anything."""
    merged: dict[str, str] = {}
    for pattern, headers in rules:
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            merged |= headers
    return merged
