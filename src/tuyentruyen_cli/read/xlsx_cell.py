"""From what a ``c`` element says to a Cell: its type, its style and its text together decide what it is."""

import datetime as dt
import re
import unicodedata
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import Cell, CellKind, Raw
from tuyentruyen_cli.read.serial import show_datetime, show_timedelta, to_datetime, to_timedelta
from tuyentruyen_cli.read.xlsx_strings import RichText, Run, plain, unescaped
from tuyentruyen_cli.read.xlsx_styles import MISSING, Style
from tuyentruyen_cli.vi.legacy import decode, encoding_of_font
from tuyentruyen_cli.vi.text import clean

# xsd:double as numbers are written in it; float() also takes nan, inf, 1_000 and foreign digits.
_DOUBLE: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?Z?")
_ISO_TIME: Final = re.compile(r"T?([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6})[0-9]*)?)?Z?")
# Above this, neighbouring whole numbers share a double.
_EXACT: Final = 2**53
_BOOLEANS: Final = {"1": True, "true": True, "0": False, "false": False}


class Element(NamedTuple):
    """A ``c`` element. ``type`` is its ``t``; ``value``, ``formula``, ``inline`` are None without ``v``, ``f``, ``is``."""

    row: int
    column: int
    type: str
    style: int
    value: str | None
    formula: str | None
    inline: RichText | None


class Content(NamedTuple):
    """What an element comes to."""

    kind: CellKind
    raw: Raw
    text: str
    problem: str = ""
    font: str = ""
    cleaned: tuple[str, ...] = ()


class CellMaker(NamedTuple):
    """What the cells of one workbook share.

    ``recalculates``: the file asks to be calculated when it is opened, so it never was since it was written.
    """

    styles: tuple[Style, ...]
    strings: list[RichText]
    date1904: bool
    recalculates: bool

    def make(self, element: Element, hidden: bool) -> Cell | None:
        """The cell, or None for one that holds nothing."""
        style = self.styles[element.style] if 0 <= element.style < len(self.styles) else MISSING
        content = self._content(element, style)
        if content is None or (content.raw == "" and element.formula is None and not content.problem):
            return None
        return Cell(
            element.row,
            element.column,
            content.kind,
            content.raw,
            content.text,
            number_format=style.number_format,
            formula=element.formula or "",
            problem=content.problem,
            hidden=hidden,
            font=content.font,
            cleaned=content.cleaned,
        )

    def _content(self, element: Element, style: Style) -> Content | None:
        kind, value = element.type, element.value
        if element.inline is not None:
            return _text(element.inline, style.font) if kind == "inlineStr" else _unknown(plain(element.inline))
        if element.formula is not None and (value is None or (not value and kind != "str")):
            return Content(CellKind.BLANK, None, "", "uncached-formula")
        if value is None or (not value.strip() and kind != "str"):
            return None
        if kind == "n":
            return self._number(value.strip(), style, element.formula is not None)
        if kind == "s":
            return self._shared(value.strip(), style.font)
        return _typed(kind, value, style.font)

    def _shared(self, index: str, font: str) -> Content:
        if not (index.isascii() and index.isdigit() and int(index) < len(self.strings)):
            return _unknown(index)
        return _text(self.strings[int(index)], font)

    def _number(self, value: str, style: Style, calculated: bool) -> Content:
        number = _parsed(value)
        if number is None:
            return _unknown(value)
        if calculated and self.recalculates and not number:
            # XlsxWriter writes 0 as the result of each formula, and asks Excel to calculate; nobody has yet.
            return Content(CellKind.BLANK, None, "", "uncached-formula")
        if style.kind is CellKind.NUMBER:
            return Content(CellKind.NUMBER, number, repr(number))
        if style.kind is CellKind.DATE:
            moment = to_datetime(number, self.date1904)
            if moment is not None:
                return Content(CellKind.DATE, moment, show_datetime(moment))
        if style.kind is CellKind.DURATION:
            length = to_timedelta(number)
            if length is not None:
                return Content(CellKind.DURATION, length, show_timedelta(length))
        # A date that no sheet can show, or a format of which it is not settled what it shows: no figure.
        return Content(CellKind.NUMBER, number, repr(number), "readings-differ")


def _typed(kind: str, value: str, font: str) -> Content:
    """A value whose type is neither a number nor an index."""
    if kind == "str":
        return _text(unescaped(value), font)
    value = value.strip()
    if kind == "e":
        return Content(CellKind.ERROR, value, value, "error-cell")
    if kind == "b" and value.lower() in _BOOLEANS:
        truth = _BOOLEANS[value.lower()]
        return Content(CellKind.BOOLEAN, truth, "TRUE" if truth else "FALSE")
    if kind == "d":
        return _iso(value)
    return _unknown(value)


def _text(text: RichText, cell_font: str) -> Content:
    """A text, decoded run by run before anything is cleaned away: TCVN3 writes ư as a soft hyphen."""
    raw = plain(text)
    encodings = ""
    if isinstance(text, str):
        decoded, encodings = _decoded(text, cell_font)
    else:
        decoded = ""
        for run in _joined(text, cell_font):
            piece, encoding = _decoded(run.text, run.font)
            decoded += piece
            encodings = encodings or encoding
    cleaned, removed = clean(decoded)
    return Content(CellKind.TEXT, raw, cleaned, font=encodings, cleaned=removed)


def _joined(runs: tuple[Run, ...], cell_font: str) -> list[Run]:
    """Neighbours of one font as one run: VNI writes a letter and its marks as two characters, and Excel splits anywhere."""
    joined: list[Run] = []
    for run in runs:
        font = run.font or cell_font
        if joined and joined[-1].font == font:
            joined[-1] = Run(joined[-1].text + run.text, font)
        else:
            joined.append(Run(run.text, font))
    return joined


def _decoded(text: str, font: str) -> tuple[str, str]:
    """The text as its font draws it, and the encoding when that changed anything."""
    encoding = encoding_of_font(font)
    if not encoding:
        return text, ""
    decoded = decode(text, font)
    return decoded, "" if decoded == unicodedata.normalize("NFC", text) else encoding


def _parsed(value: str) -> int | float | None:
    """The number; int where it is whole and exact."""
    if not _DOUBLE.fullmatch(value):
        return None
    number = float(value)
    if number in {float("inf"), float("-inf")}:
        return None
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def _iso(value: str) -> Content:
    """A cell of type ``d``: a date, or a time of day alone."""
    time = _ISO_TIME.fullmatch(value)
    if time:
        hours, minutes, seconds = (int(part or 0) for part in time.group(1, 2, 3))
        micro = int((time[4] or "0").ljust(6, "0"))
        length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
        return Content(CellKind.DURATION, length, show_timedelta(length))
    if not _ISO_DATE.fullmatch(value):
        return _unknown(value)
    try:
        moment = dt.datetime.fromisoformat(value.removesuffix("Z"))
    except ValueError:
        return _unknown(value)
    return Content(CellKind.DATE, moment, show_datetime(moment))


def _unknown(value: str) -> Content:
    """A value that its type does not allow; Excel would call the file damaged, and what it would show is not known."""
    return Content(CellKind.BLANK, None, value, "unknown-content")
