"""From what a ``c`` element says to a Cell: its type, its style and its text together decide what it is."""

import datetime as dt
import re
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.read.cell_content import Content, of_iso_date, of_number, of_text, parsed_number, unknown
from tuyentruyen_cli.read.serial import show_timedelta
from tuyentruyen_cli.read.xlsx_strings import RichText, plain, unescaped
from tuyentruyen_cli.read.xlsx_styles import MISSING, Style

_ISO_TIME: Final = re.compile(r"T?([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6})[0-9]*)?)?Z?")
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
        if style.struck and not content.problem and any(map(str.isdigit, content.text)):
            content = content._replace(problem="hidden-text")  # whether a number that is struck out counts, nobody can tell
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
            return of_text(element.inline, style.font) if kind == "inlineStr" else unknown(plain(element.inline))
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
            return unknown(index)
        return of_text(self.strings[int(index)], font)

    def _number(self, value: str, style: Style, calculated: bool) -> Content:
        number = parsed_number(value)
        if number is None:
            return unknown(value)
        if calculated and self.recalculates and not number:
            # XlsxWriter writes 0 as the result of each formula, and asks Excel to calculate; nobody has yet.
            return Content(CellKind.BLANK, None, "", "uncached-formula")
        return of_number(number, style.kind, self.date1904)


def _typed(kind: str, value: str, font: str) -> Content:
    """A value whose type is neither a number nor an index."""
    if kind == "str":
        return of_text(unescaped(value), font)
    value = value.strip()
    if kind == "e":
        return Content(CellKind.ERROR, value, value, "error-cell")
    if kind == "b" and value.lower() in _BOOLEANS:
        truth = _BOOLEANS[value.lower()]
        return Content(CellKind.BOOLEAN, truth, "TRUE" if truth else "FALSE")
    if kind == "d":
        return _iso(value)
    return unknown(value)


def _iso(value: str) -> Content:
    """A cell of type ``d``: a date, or a time of day alone."""
    time = _ISO_TIME.fullmatch(value)
    if time:
        hours, minutes, seconds = (int(part or 0) for part in time.group(1, 2, 3))
        micro = int((time[4] or "0").ljust(6, "0"))
        length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
        return Content(CellKind.DURATION, length, show_timedelta(length))
    return of_iso_date(value)
