"""The files of a release: their names, their sums. Needs the standard library only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
CHANGES = "changes.md"
SBOM = "sbom.cdx.json"
TOP = "site/"  # the folder in the archive
SIGNATURES = (".sigstore.json", ".jsonl")  # what the code host's tools write beside a file that they attest

LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]*)")


def archive_name(version: str, stage: str) -> str:
    """Return the name of the archive; a release that is no public one bears its stage: seamark-1.2.0-preview.tar.gz."""
    return f"seamark-{version}{'' if stage == 'public' else f'-{stage}'}.tar.gz"


def digest(content: bytes) -> str:
    """Return the SHA-256 (FIPS 180-4) of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def sums_text(files: Mapping[str, bytes]) -> str:
    """Return the text of SHA256SUMS, in the form that `sha256sum --check` reads."""
    return "".join(f"{digest(content)}  {name}\n" for name, content in sorted(files.items()))


def read_sums(text: str) -> dict[str, str]:
    """Return the sum of each file that SHA256SUMS names. Raises `ValueError` for a line that is none."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = LINE.fullmatch(line)
        if match is None or match[2] in found:
            raise ValueError(f"{SUMS}:{number}: this line is no sum of a file of its own: {line[:80]!r}")
        found[match[2]] = match[1]
    return found
