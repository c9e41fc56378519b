"""Counts and estimates: from a cell to a whole number, and back to text."""

import datetime as dt
import math

from tuyentruyen_cli.model.parsed import CountContext, Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.cells import after_cleaning, refuse_cell
from tuyentruyen_cli.vi.counts import read_count
from tuyentruyen_cli.vi.digits import MAXIMUM
from tuyentruyen_cli.vi.formats import PLAIN, shown
from tuyentruyen_cli.vi.headers import parse_scale, states_rate
from tuyentruyen_cli.vi.written import format_count

__all__ = ["format_count", "parse_count", "parse_scale", "states_rate"]

# Sums of fractions in a spreadsheet miss a whole number by less than this.
_NOISE = 1e-9
# Day 0 of Excel's calendar; a count typed into a cell with a date's format becomes a day soon after it.
_EXCEL_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell's date has no zone
_LATEST_MISTAKEN_DAY = dt.datetime(1950, 1, 1)  # noqa: DTZ001
_SAID_BY_FORMAT = frozenset({"counting-word", "rate-not-total", "ambiguous-number"})
_NUMBER = CellKind.NUMBER
_LONGEST_PLAIN = 15  # digits of a number under 2**53


def parse_count(cell: Cell, context: CountContext) -> Result:
    """The whole number that the cell states under that column; refused with a rule, or None when it states nothing."""
    raw = cell.raw
    as_shown = cell.kind is _NUMBER and cell.number_format in PLAIN and not cell.problem
    if as_shown and type(raw) is int and 0 <= raw <= MAXIMUM and context.scale == 1:
        return Parsed(raw)  # as nearly every cell
    if refused := refuse_cell(cell):
        return refused
    if cell.kind is CellKind.TEXT:
        text = cell.text
        if context.scale == 1 and not cell.cleaned and text.isascii() and text.isdigit() and _is_plain(text):
            return Parsed(int(text))
        return after_cleaning(read_count(text, context), cell)
    if cell.kind is CellKind.NUMBER and isinstance(cell.raw, (int, float)):
        return _refuse_shown(cell.number_format, context) or _from_number(cell.raw, context)
    if isinstance(cell.raw, dt.datetime | dt.timedelta):
        return Refused("date-in-number", _mistaken_for_date(cell.raw))
    return None if cell.kind is CellKind.BLANK else Refused("not-a-number")


def _is_plain(digits: str) -> bool:
    return len(digits) <= _LONGEST_PLAIN and (digits[0] != "0" or len(digits) <= len("00"))


def _from_number(value: float, context: CountContext) -> Parsed | Refused:
    if isinstance(value, int) and context.scale == 1 and 0 <= value <= MAXIMUM:
        return Parsed(value)
    if abs(value) > MAXIMUM or not math.isfinite(value):
        return Refused("malformed-number")
    scaled = value * context.scale
    whole = round(scaled)
    if abs(scaled - whole) > _NOISE * context.scale:
        return Refused("negative") if value < 0 else Refused("fraction-in-count", _lost_thousands(value))
    if whole < 0:
        return Refused("negative")
    if whole > MAXIMUM:
        return Refused("malformed-number")
    return Parsed(whole, notes=("scaled",) if context.scale != 1 else ())


def _lost_thousands(value: float) -> str:
    """``1200`` for 1.2: what was typed when an English-locale Excel took the dot of ``1.200`` for a decimal point."""
    whole = round(value * 1000)
    return str(whole) if 1 <= value < 1000 and abs(value * 1000 - whole) < _NOISE * 1000 else ""  # noqa: PLR2004


def _refuse_shown(number_format: str, context: CountContext) -> Refused | None:
    """A number that its format shows as something else than itself."""
    seen = shown(number_format)
    if seen.hidden:
        return Refused("hidden-figures")
    if seen.percent:
        return Refused("percent")
    if seen.scaled:
        return Refused("ambiguous-number")
    if not seen.text:
        return None
    one = read_count(f"1 {seen.text}", context)
    if isinstance(one, Parsed):
        return Refused("ambiguous-number") if one.value != context.scale else None
    return one if one and one.rule in _SAID_BY_FORMAT else None


def _mistaken_for_date(raw: dt.datetime | dt.timedelta) -> str:
    """What may have been typed: ``5/2`` for a day, ``1:20`` for a time, the number itself for a day before 1950."""
    if isinstance(raw, dt.timedelta):
        hours, minutes = divmod(int(raw.total_seconds()) // 60, 60)
        return f"{hours}:{minutes:02d}" if raw >= dt.timedelta() else ""
    day = raw.replace(tzinfo=None)
    if day < _LATEST_MISTAKEN_DAY:
        return str((day - _EXCEL_EPOCH).days)
    return f"{day.day}/{day.month}"
