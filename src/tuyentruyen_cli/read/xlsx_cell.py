"""From what a ``c`` element says to its content: its type, its style and its text together decide what it is."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read.cell_content import Content, of_iso_date, of_text, of_written_number, parsed_number, unknown
from tuyentruyen_cli.read.serial import show_timedelta
from tuyentruyen_cli.read.xlsx_formula import Formula
from tuyentruyen_cli.read.xlsx_strings import RichText, plain, unescaped
from tuyentruyen_cli.read.xlsx_styles import MISSING, Style

_ISO_TIME: Final = re.compile(r"T?([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6})[0-9]*)?)?Z?")
_UNCACHED: Final = Content(CellKind.BLANK, None, "", "uncached-formula")
_BOOLEANS: Final = {"1": True, "true": True, "0": False, "false": False}


class Styles(dict[str, Style]):
    """Styles by the number that a cell names them with, as it spells it. Raises ValueError for what is no number."""

    def __init__(self, styles: Sequence[Style]) -> None:
        self._styles = styles

    def __missing__(self, name: str) -> Style:
        number = int(name)
        style = self[name] = self._styles[number] if 0 <= number < len(self._styles) else MISSING
        return style


class Said(NamedTuple):
    """What a ``c`` says: its ``s`` and ``t``, and its ``v``, ``f`` and ``is``, None where there is none."""

    style: str
    kind: str
    value: str | None
    formula: Formula | None
    inline: RichText | None = None


class Workbook(NamedTuple):
    """What the cells of one workbook share.

    ``recalculates``: the file asks to be calculated when it is opened, so it never was since it was written.
    """

    styles: Styles
    strings: Sequence[RichText]
    date1904: bool
    recalculates: bool

    def content(self, said: Said, style: Style) -> Content | None:
        """What a cell holds; None for one that holds nothing. An empty text is content."""
        _, kind, value, formula, inline = said
        if inline is not None:
            return of_text(inline, style.font) if kind == "inlineStr" else unknown(plain(inline))
        if value is not None and kind == "str":
            return of_text(unescaped(value), style.font)
        value = value.strip() if value else ""
        if not value:
            return _UNCACHED if formula is not None else None
        if kind == "n":
            # XlsxWriter writes 0 as the result of each formula, and asks Excel to calculate; nobody has yet.
            uncached = formula is not None and self.recalculates and parsed_number(value) == 0
            return _UNCACHED if uncached else of_written_number(value, style.kind, self.date1904)
        if kind == "s":
            known = value.isascii() and value.isdigit() and int(value) < len(self.strings)
            return of_text(self.strings[int(value)], style.font) if known else unknown(value)
        return _typed(kind, value)


def _typed(kind: str, value: str) -> Content:
    """A value whose type is neither a number nor a text."""
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
