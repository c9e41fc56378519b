"""Which figure a piece of text writes, carried along inside the text while a sentence or a table is put together.

A mark is made of noncharacters of Unicode and of a number that is drawn anew in every process, so that no file can bring one
along. ``words.clean`` takes marks out; ``said`` turns them into places.
"""

import re
import secrets
from typing import Final

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.render.lookup import Key

OPEN, BETWEEN, CLOSE, NONE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_SECRET: Final = str(secrets.randbits(48))
_MARK: Final = re.compile(f"{OPEN}{_SECRET}{BETWEEN}([^{BETWEEN}]*){BETWEEN}([^{CLOSE}]*){CLOSE}")
_OURS: Final = re.compile(f"[{OPEN}{BETWEEN}{CLOSE}]")


def marked(figure: Figure, text: str) -> str:
    """The text that writes a figure's value, with the mark of that figure."""
    return marked_as((figure.measure, figure.unit, figure.dimension, figure.category), text)


def marked_as(key: Key, text: str) -> str:
    """The text that writes the value of the figure with that key, with its mark."""
    parts = (NONE if part is None else _OURS.sub("", part) for part in key)
    return f"{OPEN}{_SECRET}{BETWEEN}{CLOSE.join(parts)}{BETWEEN}{text}{CLOSE}"


def without_marks(text: str) -> str:
    """The text that a reader sees."""
    return _MARK.sub(r"\2", text)


def pieces(text: str) -> list[tuple[str, Key | None]]:
    """The text in pieces, each with the key of the figure that it writes, or None."""
    found: list[tuple[str, Key | None]] = []
    end = 0
    for match in _MARK.finditer(text):
        found += [(text[end : match.start()], None), (match[2], _key(match[1]))]
        end = match.end()
    return [*found, (text[end:], None)]


def _key(written: str) -> Key:
    measure, unit, dimension, category = (None if part == NONE else part for part in written.split(CLOSE))
    return measure or "", unit, dimension, category
