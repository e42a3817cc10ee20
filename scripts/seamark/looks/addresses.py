"""Addresses of pages: which are the same, which lie on the same site, and which are refused."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Return the host of an address in lower case without "www.", "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".").removeprefix("www.")
    except ValueError:
        return ""


def same_host(one: str, other: str) -> bool:
    """Tell whether two addresses lie on the same host, with or without "www."."""
    return host_of(one) == host_of(other) != ""


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses lie on the same host, or one host is a part of the other."""
    first, second = host_of(one), host_of(other)
    return same_host(one, other) or (
        min(first.count("."), second.count(".")) > 0 and (first.endswith(f".{second}") or second.endswith(f".{first}"))
    )


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses name the same page: the scheme, "www.", a last "/" and the fragment do not count."""
    try:
        first, second = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    if first.scheme.lower() not in ("http", "https"):
        return False
    return same_host(one, other) and (first.path.rstrip("/"), first.query) == (second.path.rstrip("/"), second.query)


def is_front_page(url: str) -> bool:
    """Tell whether an address is that of a site's front page."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def refusal(url: str) -> str:
    """Return why an address is not fetched, "" if it may be: only public web addresses without a password are."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is not a web address"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "it is not a web address"
    if parts.username or parts.password:
        return "it holds a name or password"
    if port not in (None, 80, 443):
        return "it names an unusual port"
    return "" if is_public(parts.hostname) else "it is not an address of the public internet"


def is_public(host: str) -> bool:
    """Tell whether a host can be one of the public internet: a name with a dot, or a global IP address."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host.strip(".") and not host.lower().endswith((".local", ".internal", ".localhost"))
