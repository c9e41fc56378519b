"""The text of a PDF, page by page, in the order in which it was printed."""

import io
import logging
from typing import Final

from tuyentruyen_cli.read.fault import ENCRYPTED, FileFault, unreadable

MAX_PAGES: Final = 2_000


def text_of(data: bytes) -> list[str]:
    """The text of each page, without a page number at its head or foot. Raises FileFault.

    A scanned page has none. Anything may happen to who reads a hostile file: ask for this in a process that can be ended.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - slow to load, and only a PDF is worth it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages[:MAX_PAGES]]
    except Exception as error:  # of a damaged file pypdf raises whatever its parts raise
        raise unreadable("damaged") from error
    if locked:
        raise FileFault(ENCRYPTED)
    return [_without_number(text, number) for number, text in enumerate(pages, 1)]


def _without_number(text: str, page: int) -> str:
    lines = text.strip().split("\n")
    for end in (0, -1):
        if lines and lines[end].strip() == str(page):
            del lines[end]
    return "\n".join(lines)
