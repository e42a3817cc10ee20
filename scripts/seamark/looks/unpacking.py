"""Unpacking gzip (RFC 1952) as it comes in, never beyond a limit, whatever a small body claims to hold."""

from __future__ import annotations

import zlib


class Unpacker:
    """Unpacks a body that may consist of several parts ("members"). `most` is the limit in bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.body = bytearray()
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False

    def feed(self, chunk: bytes) -> bool:
        """Take in a chunk; return False when the body is larger than the limit. Raises `zlib.error`."""
        while chunk:
            if self._member.eof:
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._begun = True
            self.body += self._member.decompress(chunk, self.most + 1 - len(self.body))
            if len(self.body) > self.most:
                return False
            chunk = self._member.unused_data
        return True

    @property
    def is_whole(self) -> bool:
        """Whether the last part has come to its end; nothing at all is whole too."""
        return self._member.eof or not self._begun
