"""Which figure a piece of text writes, carried along inside the text while a sentence or a table is put together.

A mark is made of noncharacters of Unicode and of a number that is drawn anew in every process, so that no file can bring one
along. ``words.clean`` takes marks out; ``said`` turns them into places.
"""

import re
import secrets
from enum import StrEnum
from typing import Final, NamedTuple

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.render.lookup import Key

OPEN, BETWEEN, CLOSE, NONE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_SECRET: Final = str(secrets.randbits(48))
_MARK: Final = re.compile(f"{OPEN}{_SECRET}{BETWEEN}([^{BETWEEN}]*){BETWEEN}([^{CLOSE}]*){CLOSE}")
_OURS: Final = re.compile(f"[{OPEN}{BETWEEN}{CLOSE}]")


class Share(StrEnum):
    """Which number of a fact a text writes: its value, or one that goes with it."""

    VALUE = ""
    COVERED = "covered"  # how many units are in it, of how many
    PARTIAL = "partial"  # how many have told only a part
    REST = "rest"  # how many of the units that are not in it are not named
    THEN = "then"  # the figure that it is held against
    DIFFERENCE = "difference"
    PERCENT = "percent"
    WEEKS = "weeks"  # of how many weeks a unit's figure is


class Tie(NamedTuple):
    """What ties a text to a fact. Without a key the text was given to the program, and its numbers are nobody's figures."""

    key: Key | None
    share: Share = Share.VALUE


def marked(figure: Figure, text: str, share: Share = Share.VALUE) -> str:
    """The text that writes a figure's value, with the mark of that figure."""
    return marked_as((figure.measure, figure.unit, figure.dimension, figure.category), text, share)


def marked_as(key: Key, text: str, share: Share = Share.VALUE) -> str:
    """The text that writes the value of the fact with that key, or the number that goes with it, with its mark."""
    parts = [NONE if part is None else part for part in (*key, share)]
    written = CLOSE.join(parts)
    if OPEN in written or BETWEEN in written or written.count(CLOSE) >= len(parts):
        written = CLOSE.join(_OURS.sub("", part) for part in parts)
    return f"{OPEN}{_SECRET}{BETWEEN}{written}{BETWEEN}{text}{CLOSE}"


def given(text: str) -> str:
    """A text inside a sentence that the program was given (a name, a reason, what a file says), marked as such."""
    if not any(map(str.isdigit, text)):
        return text
    return f"{OPEN}{_SECRET}{BETWEEN}{BETWEEN}{_OURS.sub('', text)}{CLOSE}"


def start_of(text: str) -> int:
    """Where what a reader sees begins."""
    match = _MARK.match(text)
    return match.start(2) if match else 0


def without_marks(text: str) -> str:
    """The text that a reader sees."""
    return _MARK.sub(r"\2", text)


def pieces(text: str) -> list[tuple[str, Tie | None]]:
    """The text in pieces, each with the tie of its mark, or None."""
    found: list[tuple[str, Tie | None]] = []
    end = 0
    for match in _MARK.finditer(text):
        found += [(text[end : match.start()], None), (match[2], _tie(match[1]))]
        end = match.end()
    return [*found, (text[end:], None)]


def alone(text: str) -> tuple[str, Tie] | None:
    """The text and the tie of a figure where it is all that there is; else None."""
    match = _MARK.fullmatch(text)
    return (match[2], _tie(match[1])) if match and match[1] else None


def _tie(written: str) -> Tie:
    if not written:
        return Tie(None)
    measure, unit, dimension, category, share = [None if part == NONE else part for part in written.split(CLOSE)]
    return Tie((measure or "", unit, dimension, category), Share(share) if share else Share.VALUE)
