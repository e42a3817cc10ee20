"""The text of a PDF, read in a process of its own: a broken or hostile file can take neither time nor memory from the run.

Run as a program it reads the PDF from standard input and writes its text in UTF-8, a page after the other.
"""

from __future__ import annotations

import asyncio
import io
import logging
import sys

MEMORY = 768 * 1024 * 1024  # bytes of address space for the reading process


class UnreadablePdf(Exception):
    """Raised when a PDF cannot be read within its limits; its text says why."""


async def text_of_pdf(raw: bytes, seconds: float) -> str:
    """Return the text of a PDF. Raises `UnreadablePdf` when it is broken, locked or takes longer than `seconds`."""
    command = [sys.executable, "-I", "-X", "utf8", __file__]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        async with asyncio.timeout(seconds):
            text, _ = await process.communicate(raw)
    except TimeoutError as error:
        raise UnreadablePdf(f"reading the PDF took longer than {seconds:g} seconds") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise UnreadablePdf("the PDF is broken or locked")
    return text.decode("utf-8", "replace")


def main() -> int:
    """Read a PDF from standard input, write its text; return 1 when it cannot be read."""
    import pypdf  # only the reading process needs it

    _limit_memory()
    logging.disable(logging.CRITICAL)  # a page's oddities are no message for editors
    try:
        reader = pypdf.PdfReader(io.BytesIO(sys.stdin.buffer.read()))
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (Exception, RecursionError):  # whatever a broken file makes the library raise, the page was not read
        return 1
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
