"""What the content of a cell comes to, whatever the format of its file: a number by its number format, a text by its fonts."""

import datetime as dt
import math
import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import CellKind, Raw
from tuyentruyen_cli.read.serial import show_datetime, show_timedelta, to_datetime, to_timedelta
from tuyentruyen_cli.read.xlsx_strings import RichText, Run, plain
from tuyentruyen_cli.vi.legacy import decode, encoding_of_font
from tuyentruyen_cli.vi.text import clean

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?Z?")
# xsd:double as numbers are written in it; float() also takes nan, inf, 1_000 and foreign digits.
_DOUBLE: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
# Above this, neighbouring whole numbers share a double.
_EXACT: Final = 2**53
# Labels, headings and small numbers repeat from file to file; paragraphs do not.
_REMEMBERED: Final = 8192
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_REMEMBERED: Final = 200  # characters


class Content(NamedTuple):
    """What the content of a cell comes to."""

    kind: CellKind
    raw: Raw
    text: str
    problem: str = ""
    font: str = ""
    cleaned: tuple[str, ...] = ()


def of_number(number: float, kind: CellKind | None, date1904: bool) -> Content:
    """A number under a format of that kind, as ``kind_of_format`` says."""
    if kind is CellKind.NUMBER:
        return Content(CellKind.NUMBER, number, repr(number))
    if kind is CellKind.DATE:
        moment = to_datetime(number, date1904)
        if moment is not None:
            return Content(CellKind.DATE, moment, show_datetime(moment))
    if kind is CellKind.DURATION:
        length = to_timedelta(number)
        if length is not None:
            return Content(CellKind.DURATION, length, show_timedelta(length))
    # A date that no sheet can show, or a format of which it is not settled what it shows: no figure.
    return Content(CellKind.NUMBER, number, repr(number), "readings-differ")


@lru_cache(maxsize=_REMEMBERED)
def of_written_number(value: str, kind: CellKind | None, date1904: bool) -> Content:
    """``of_number`` for a number as XML spells it. The small numbers of reports are the same in every file."""
    number = parsed_number(value)
    return unknown(value) if number is None else of_number(number, kind, date1904)


def of_text(text: RichText, cell_font: str) -> Content:
    """A text, decoded run by run before anything is cleaned away: TCVN3 writes ư as a soft hyphen."""
    if isinstance(text, str) and len(text) <= _LONGEST_REMEMBERED:
        return _remembered_text(text, cell_font)
    return _of_text(text, cell_font)


def _of_text(text: RichText, cell_font: str) -> Content:
    raw = plain(text)
    encodings = problem = ""
    if isinstance(text, str):
        decoded, encodings = _decoded(text, cell_font)
    else:
        decoded = ""
        for run in _joined(text, cell_font):
            piece, encoding = _decoded(run.text, run.font)
            # 6 with a raised 2 is no 62, whether the 2 is a note's number or a power.
            decoded += piece.translate(_RAISED) if run.raised else piece
            encodings = encodings or encoding
            problem = problem or ("hidden-text" if run.struck and any(map(str.isdigit, piece)) else "")
    cleaned, removed = clean(decoded)
    return Content(CellKind.TEXT, raw, cleaned, problem, encodings, removed)


_remembered_text = lru_cache(maxsize=_REMEMBERED)(_of_text)


def struck_out(content: Content) -> Content:
    """The content of a cell that is struck out: whether a number in it counts, nobody can tell."""
    return content._replace(problem=content.problem or "hidden-text") if any(map(str.isdigit, content.text)) else content


def of_iso_date(value: str) -> Content:
    """A date, maybe with a time of day, as XML formats write it."""
    if not _ISO_DATE.fullmatch(value):
        return unknown(value)
    try:
        moment = dt.datetime.fromisoformat(value.removesuffix("Z"))
    except ValueError:
        return unknown(value)
    return Content(CellKind.DATE, moment, show_datetime(moment))


def parsed_number(value: str) -> int | float | None:
    """The number; int where it is whole and exact."""
    if not _DOUBLE.fullmatch(value):
        return None
    return exact(float(value))


def exact(number: float) -> int | float | None:
    """An int where the number is whole and exact; None for what is no number or has no end."""
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def unknown(value: str) -> Content:
    """A value that its type does not allow; Excel would call the file damaged, and what it would show is not known."""
    return Content(CellKind.BLANK, None, value, "unknown-content")


def _joined(runs: tuple[Run, ...], cell_font: str) -> list[Run]:
    """Neighbours of one font as one run: VNI writes a letter and its marks as two characters, and Excel splits anywhere."""
    joined: list[Run] = []
    for text, own_font, raised, struck in runs:
        font = own_font or cell_font
        if joined and joined[-1][1:] == (font, raised, struck):
            joined[-1] = Run(joined[-1].text + text, font, raised, struck)
        else:
            joined.append(Run(text, font, raised, struck))
    return joined


def _decoded(text: str, font: str) -> tuple[str, str]:
    """The text as its font draws it, and the encoding when that changed anything."""
    encoding = encoding_of_font(font)
    if not encoding:
        return text, ""
    decoded = decode(text, font)
    return decoded, "" if decoded == unicodedata.normalize("NFC", text) else encoding
