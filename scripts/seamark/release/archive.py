"""The archive of a release: written the same anywhere, and read without trusting it.

The tar (POSIX ustar) holds plain files in the order of their names, all with one time and no owner. It is packed with
gzip; programs pack a little differently, so the manifest also names the SHA-256 of the tar inside.
Needs the standard library only.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from .files import TOP

LARGEST = 1_000_000_000  # bytes of a whole site; what is larger is no site of ours
DRIVE = re.compile(r"[A-Za-z]:")


class ArchiveProblem(Exception):
    """Raised when an archive cannot be read, or must not be unpacked; the text says why."""


def tar_of(files: Mapping[str, bytes], seconds: int) -> bytes:
    """Return the tar of files by their path; `seconds` since 1970 (UTC) is the time of all of them."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT, encoding="utf-8") as tar:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{TOP}{name}")
            entry.size, entry.mtime, entry.mode = len(content), seconds, 0o644
            tar.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def compress(tar: bytes) -> bytes:
    """Return the tar in gzip, without a name or time of its own."""
    return gzip.compress(tar, compresslevel=9, mtime=0)


def decompress(packed: bytes) -> bytes:
    """Return the tar in an archive. Raises `ArchiveProblem` when it is cut off, damaged or far too large."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as file:
            tar = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise ArchiveProblem("the archive is cut off or damaged") from None
    if len(tar) > LARGEST:
        raise ArchiveProblem(f"the archive unpacks to more than {LARGEST:,} bytes, which is no site")
    return tar


def files_of(tar: bytes) -> dict[str, bytes]:
    """Return the files in a tar by their path below site/.

    Nothing is written. Raises `ArchiveProblem` for whatever could write outside of the folder into which it is
    unpacked, or onto another file of it: links, devices, absolute paths, "..", names that differ in case only.
    """
    found: dict[str, bytes] = {}
    names: set[str] = set()
    try:
        with tarfile.open(fileobj=io.BytesIO(tar), mode="r:") as opened:
            for entry in opened:
                name = _safe_name(entry)
                if name.casefold() in names:
                    raise ArchiveProblem(f'the archive holds "{entry.name}" twice')
                names.add(name.casefold())
                file = opened.extractfile(entry)
                content = file.read() if file else b""
                if len(content) != entry.size:
                    raise ArchiveProblem("the archive is cut off or damaged")
                found[name] = content
    except (tarfile.TarError, EOFError, ValueError, UnicodeError):
        raise ArchiveProblem("the archive is cut off or damaged") from None
    if not tar.endswith(bytes(1024)):  # a tar ends in two empty blocks of 512 bytes
        raise ArchiveProblem("the archive is cut off or damaged")
    return found


def _safe_name(entry: tarfile.TarInfo) -> str:
    """Return the path of an entry below site/. Raises `ArchiveProblem` when it must not be unpacked."""
    if not entry.isreg() or entry.issparse():
        raise ArchiveProblem(f'"{entry.name}" in the archive is no plain file (a link, a folder or a device)')
    parts = entry.name.split("/")
    odd = not entry.name.startswith(TOP) or {"", ".", ".."} & set(parts)
    if (
        odd
        or PurePosixPath(entry.name).is_absolute()
        or "\\" in entry.name
        or DRIVE.match(entry.name)
        or not entry.name.isprintable()
    ):
        raise ArchiveProblem(f'"{entry.name}" in the archive would be written outside of the folder "site"')
    return entry.name.removeprefix(TOP)
