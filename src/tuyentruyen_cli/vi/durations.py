"""Durations: from a cell to whole seconds, and back to text."""

import datetime as dt
import math
import re
from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from tuyentruyen_cli.model.parsed import DurationContext, Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.cells import after_cleaning, refuse_cell
from tuyentruyen_cli.vi.digits import MAXIMUM
from tuyentruyen_cli.vi.formats import shown, shows_whole
from tuyentruyen_cli.vi.headers import header_context
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.spans import SECONDS_OF_HOUR, SECONDS_OF_MINUTE, by_header, read_span, whole_seconds
from tuyentruyen_cli.vi.written import format_clock, format_duration_words, format_minutes

__all__ = ["format_clock", "format_duration_words", "format_minutes", "has_seconds", "header_context", "parse_duration"]

_REMEMBERED = 8192  # lengths; most of a report's are the whole minutes of a programme
_MINUTES_OF_DAY = 24 * 60
_NOISE = Fraction(1, 100_000)  # of minutes: binary fractions of a day are that near to whole minutes

_MINUTES_AND_SECONDS = regex(r"(?P<total>\[m{1,2}\])?(?:m{1,2})?:ss(?:[.,]0+)?")
_NO_PART_OF_TIME = regex(r'\[\$[^\]]*\]|"[^"]*"|\\.|[_*].|[;@ ].*', re.DOTALL)


def parse_duration(cell: Cell, context: DurationContext) -> Result:
    """The whole seconds that the cell states under that column; refused with a rule, or None when it states nothing."""
    if refused := refuse_cell(cell):
        return refused
    if cell.kind is CellKind.TEXT:
        return after_cleaning(read_span(cell.text, context), cell)
    if cell.kind is CellKind.NUMBER and isinstance(cell.raw, (int, float)):
        return _from_number(cell.raw, cell.number_format, context)
    if cell.kind is CellKind.DURATION and isinstance(cell.raw, dt.timedelta):
        return _from_time(cell.raw, cell.number_format, context)
    if isinstance(cell.raw, dt.datetime | dt.timedelta):
        return Refused("date-in-number")
    return None if cell.kind is CellKind.BLANK else Refused("not-a-number")


def has_seconds(cell: Cell) -> bool:
    """Whether it is a time or duration cell whose seconds are not zero: then no one typed two parts into it."""
    return cell.kind is CellKind.DURATION and isinstance(cell.raw, dt.timedelta) and _seconds(cell.raw) % SECONDS_OF_MINUTE != 0


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _from_number(value: float, number_format: str, context: DurationContext) -> Parsed | Refused:
    if abs(value) > MAXIMUM or not math.isfinite(value):
        return Refused("malformed-number")
    seen = shown(number_format)
    if seen.hidden:
        return Refused("hidden-figures")
    if seen.percent:
        return Refused("percent")
    if seen.scaled:
        return Refused("ambiguous-number")
    # As a person reads the figure: 0.1 is a tenth, not the nearest binary fraction.
    amount = value if isinstance(value, int) else Fraction(repr(value))
    if seen.text:
        one = read_span(f"1 {seen.text}", context)
        if isinstance(one, Refused) and one.rule == "rate-not-total":
            return one
        if isinstance(one, Parsed):
            return whole_seconds(amount * one.value)
    seconds = amount * (context.measured_in or SECONDS_OF_MINUTE)
    result = Refused("ambiguous-duration") if _is_part_of_day(amount, seconds) else by_header(seconds, context)
    if isinstance(result, Parsed) and amount.denominator != 1 and shows_whole(number_format):
        # A person sees 21 where 20.5 is used.
        return replace(result, notes=(*result.notes, "computed"))
    return result


def _is_part_of_day(amount: Fraction | int, seconds: Fraction | int) -> bool:
    """Whether the number is a time that lost its format (``0.0208333`` is 0:30): whole minutes of a day, no whole seconds."""
    if isinstance(amount, int):
        return False
    minutes = amount * _MINUTES_OF_DAY
    return 0 < amount < 1 and seconds.denominator != 1 and round(minutes) > 0 and abs(minutes - round(minutes)) < _NOISE


def _from_time(raw: dt.timedelta, number_format: str, context: DurationContext) -> Parsed | Refused:
    """A time cell is exact only where nothing suggests that its hours and minutes were typed for minutes and seconds."""
    seconds = _seconds(raw)
    if seconds < 0:
        return Refused("negative")
    exact = (
        seconds % SECONDS_OF_MINUTE != 0
        or seconds == 0
        or number_format in context.formats_with_seconds
        or context.names_hours
        or _shows_minutes_and_seconds(number_format, seconds)
    )
    return Parsed(seconds) if exact else Refused("ambiguous-duration")


def _seconds(raw: dt.timedelta) -> int:
    """Whole seconds, half to even: a time of day in binary misses its second by a little."""
    return round(Fraction(raw // dt.timedelta(microseconds=1), 1_000_000))


def _shows_minutes_and_seconds(number_format: str, seconds: int) -> bool:
    """Whether a person sees all of the value as minutes and seconds; ``mm:ss`` hides the hours, ``[mm]:ss`` does not."""
    match = _MINUTES_AND_SECONDS.fullmatch(_NO_PART_OF_TIME.sub("", number_format.lower()))
    return bool(match) and (bool(match and match["total"]) or seconds < SECONDS_OF_HOUR)
