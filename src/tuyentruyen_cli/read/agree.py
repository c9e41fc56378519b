"""Where two engines that read the same bytes must say the same; a figure they disagree on is refused."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.read.engine import NAME, SecondSheet
from tuyentruyen_cli.read.fault import unreadable

PROBLEM: Final = "readings-differ"
# How the engines show a time of day or a length of time as a moment: after the day that serial 0 stands for.
_DAYS_ZERO: Final = (dt.datetime(1899, 12, 31), dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1))  # noqa: DTZ001
# Both round to a millisecond, from floats a step apart.
_TOLERANCE: Final = dt.timedelta(milliseconds=1)
_PLAIN: Final = frozenset({str, int, float})
_NO_SHEET: Final = SecondSheet("", {})
_INVISIBLE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x20\x7f\ufeff\ufffd]+")


def agreed(sheets: Sequence[Sheet], others: Sequence[SecondSheet]) -> tuple[Sheet, ...]:
    """The sheets, each cell that the other engine reads otherwise marked ``readings-differ``.

    Raises FileFault when the order of the sheets differs, or the other engine lacks one that has cells.
    """
    by_name = {other.name: other for other in others}
    both = [sheet.part for sheet in sheets if sheet.part in by_name]
    if both != [other.name for other in others] or any(sheet.cells and sheet.part not in by_name for sheet in sheets):
        raise unreadable("engine", engine=NAME)
    return tuple(_agreed_sheet(sheet, by_name.get(sheet.part, _NO_SHEET)) for sheet in sheets)


def _agreed_sheet(sheet: Sheet, other: SecondSheet) -> Sheet:
    open_cells, values = _open(sheet, other)
    wrong = [index for index, cell in open_cells if not _agrees(cell, values.pop(cell[:2], "")) and not cell.problem]
    missed = [place for place, value in values.items() if not _is_empty(value)]
    if not wrong and not missed:
        return sheet
    cells = list(sheet.cells)
    for index in wrong:
        cells[index] = cells[index]._replace(problem=PROBLEM)
    cells += (Cell(row, column, CellKind.BLANK, None, "", problem=PROBLEM) for row, column in missed)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Sheet(sheet.file, sheet.part, tuple(cells), sheet.merges, sheet.hidden)


def _open(sheet: Sheet, other: SecondSheet) -> tuple[list[tuple[int, Cell]], dict[tuple[int, int], Any]]:
    """What is to be compared cell by cell: ours with their indexes, and the other engine's values.

    Nearly all rows hold the same texts and numbers in both, and are done with as a whole.
    """
    cells: list[tuple[int, Cell]] = []
    values = dict(other.values)
    index = last = 0
    for row, group in groupby(sheet.cells, itemgetter(0)):
        ours, theirs = [*group], other.rows[row - 1] if row <= len(other.rows) else ()
        if not _is_same_row(ours, theirs):
            cells += enumerate(ours, index)
            values.update(_placed(row, theirs))
        for between in range(last + 1, min(row, len(other.rows) + 1)):
            values.update(_placed(between, other.rows[between - 1]))
        index, last = index + len(ours), row
    for below in range(last + 1, len(other.rows) + 1):
        values.update(_placed(below, other.rows[below - 1]))
    return cells, values


def _is_same_row(ours: Sequence[Cell], theirs: Sequence[Any]) -> bool:
    """Whether a row plainly says the same in both: its texts and numbers at their places, and nothing else. True is no 1."""
    raws: list[Any] = [""] * len(theirs)
    for cell in ours:
        if cell.column > len(theirs):
            return False
        raws[cell.column - 1] = cell.raw
    return raws == theirs and _PLAIN.issuperset(map(type, raws)) and _PLAIN.issuperset(map(type, theirs))


def _placed(row: int, values: Sequence[Any]) -> Iterator[tuple[tuple[int, int], Any]]:
    return (((row, column), value) for column, value in enumerate(values, 1) if value != "")


def _agrees(cell: Cell, other: Any) -> bool:
    """Whether the other engine's value is this cell's. Errors and blanks are refused anyway."""
    kind, raw = cell.kind, cell.raw
    if kind is CellKind.TEXT:
        return raw == other or (isinstance(other, str) and isinstance(raw, str) and _same_text(raw, other))
    if kind is CellKind.NUMBER:
        return raw == other and type(other) in {int, float}
    if kind is CellKind.BOOLEAN:
        return raw is other
    if isinstance(raw, dt.datetime):
        return _is_near(raw, _moments(other))
    if isinstance(raw, dt.timedelta):
        return _is_near(raw, _lengths(other))
    return True


def _same_text(one: str, other: str) -> bool:
    """Line ends, marks of byte order, control characters (also ``_x000D_``) and spaces at the ends do not tell texts apart."""
    return _INVISIBLE.sub(" ", one).strip() == _INVISIBLE.sub(" ", other).strip()


def _is_empty(value: Any) -> bool:
    return isinstance(value, str) and not _INVISIBLE.sub("", value)


def _is_near(raw: Any, candidates: Iterable[Any]) -> bool:
    return any(abs(raw - candidate) <= _TOLERANCE for candidate in candidates)


def _moments(other: Any) -> Iterable[dt.datetime]:
    """The moments that a value may stand for; a time of day stands on the day of serial 0."""
    if isinstance(other, dt.datetime):
        yield other
    elif isinstance(other, dt.date):
        yield dt.datetime.combine(other, dt.time())
    elif isinstance(other, dt.time):
        for zero in _DAYS_ZERO:
            yield zero + _since_midnight(other)


def _lengths(other: Any) -> Iterable[dt.timedelta]:
    """The lengths of time that a value may stand for."""
    if isinstance(other, dt.timedelta):
        yield other
    elif isinstance(other, dt.time):
        yield _since_midnight(other)
    else:
        for moment in _moments(other):
            for zero in _DAYS_ZERO:
                yield moment - zero


def _since_midnight(time: dt.time) -> dt.timedelta:
    return dt.timedelta(hours=time.hour, minutes=time.minute, seconds=time.second, microseconds=time.microsecond)
