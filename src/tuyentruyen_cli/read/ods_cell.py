"""From what a ``table-cell`` element says to what is in the cell."""

import datetime as dt
import re
from typing import Final

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read.cell_content import Content, of_iso_date, of_number, of_text, parsed_number, unknown
from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.ods_names import CALC, OFFICE, TABLE
from tuyentruyen_cli.read.serial import show_timedelta
from tuyentruyen_cli.read.xlsx_strings import RichText, plain
from tuyentruyen_cli.read.xlsx_styles import Style

_VALUE: Final = {
    "float": OFFICE + "value",
    "percentage": OFFICE + "value",
    "currency": OFFICE + "value",
    "date": OFFICE + "date-value",
    "time": OFFICE + "time-value",
    "boolean": OFFICE + "boolean-value",
}
# OpenOffice and its heirs before calcext write an error as the number 0 that is shown as one of these. ### is no error but a
# column that is too narrow.
_ERROR: Final = re.compile(r"Err:\d{3}|#(?:REF|NAME|VALUE|DIV/0|NULL|NUM)[!?]|#N/A|#[A-ZÀ-Ỹ][A-ZÀ-Ỹ/0-9]*[!?]")
_LENGTH: Final = re.compile(
    r"P(?:(?P<days>\d{1,9})D)?T?(?:(?P<hours>\d{1,9})H)?(?:(?P<minutes>\d{1,9})M)?(?:(?P<seconds>\d{1,9}(?:\.\d{1,20})?)S)?",
    re.ASCII,
)
_TYPE: Final = OFFICE + "value-type"
_CALC_TYPE: Final = CALC + "value-type"
_FORMULA: Final = TABLE + "formula"
_BOOLEANS: Final = {"true": True, "false": False}


def content_of(attributes: Attributes, text: RichText | None, style: Style) -> Content | None:
    """The content of a cell with these paragraphs, None for an empty one."""
    shown = "" if text is None else plain(text)
    kind = attributes.get(_TYPE, "")
    calculated = _FORMULA in attributes
    is_shown_as_error = ("#" in shown or "Err" in shown) and _ERROR.fullmatch(shown.strip())
    if attributes.get(_CALC_TYPE) == "error" or (is_shown_as_error and (calculated or kind not in {"string", ""})):
        return Content(CellKind.ERROR, shown or "?", shown or "?", "error-cell")
    if calculated and (not kind or (kind in _VALUE and _VALUE[kind] not in attributes)):
        return Content(CellKind.BLANK, None, "", "uncached-formula")
    if kind in _VALUE:
        return _typed(kind, attributes.get(_VALUE[kind], "").strip(), shown, style)
    if kind not in {"string", ""}:
        return unknown(shown)
    return _string(attributes.get(OFFICE + "string-value"), text, style, calculated)


def length_of(value: str) -> dt.timedelta | None:
    """The length of time of ``PT26H30M00S``, rounded to a millisecond; None for a negative one or what is none."""
    match = _LENGTH.fullmatch(value)
    if not match or not any(match.groups()):
        return None
    days, hours, minutes = (int(match[part] or 0) for part in ("days", "hours", "minutes"))
    milliseconds = round(float(match["seconds"] or 0) * 1000)
    try:
        return dt.timedelta(days=days, hours=hours, minutes=minutes, milliseconds=milliseconds)
    except OverflowError:
        return None


def number_format_of(attributes: Attributes, style: Style) -> str:
    """The format code of a cell; a percentage is one whatever its style says."""
    is_percentage = attributes.get(_TYPE) == "percentage"
    return "0%" if is_percentage and "%" not in style.number_format else style.number_format


def _typed(kind: str, value: str, shown: str, style: Style) -> Content:
    if kind == "boolean":
        truth = _BOOLEANS.get(value)
        return unknown(value) if truth is None else Content(CellKind.BOOLEAN, truth, "TRUE" if truth else "FALSE")
    if kind == "date":
        return of_iso_date(value)
    if kind == "time":
        length = length_of(value)
        return unknown(value) if length is None else Content(CellKind.DURATION, length, show_timedelta(length))
    number = parsed_number(value)
    if number is None:
        return unknown(value)
    content = of_number(number, style.kind, date1904=False)
    return content._replace(text=shown) if kind == "percentage" and shown else content


def _string(value: str | None, text: RichText | None, style: Style, calculated: bool) -> Content | None:
    """A text. An attribute holds the text itself, paragraphs how it is shown; both must say the same."""
    if value is None:
        if text is None:
            return of_text("", "") if calculated else None
        return of_text(text, style.font)
    content = of_text(value if text is None or plain(text) != value else text, style.font)
    differs = text is not None and plain(text).split() != value.split()
    return content._replace(problem="readings-differ") if differs else content
