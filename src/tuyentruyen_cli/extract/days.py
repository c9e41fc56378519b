"""Rows that carry the day of their broadcast: those outside of the week are not of the week."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.doubts import touched, without_rows
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.lexicon import Role, all_words, key
from tuyentruyen_cli.extract.row_kind import RowKind, names_days, names_times
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.values import typed
from tuyentruyen_cli.extract.week import week_in
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.dates import parse_dates

_LINES = frozenset({RowKind.EMPTY, RowKind.GROUP})
_NAMING = frozenset({Role.UNIT, Role.TITLE})


def refuse_other_days(figures: Figures, context: Context) -> Figures:
    """Refuse what rows state whose day is not in the week: a log may be the whole month's."""
    period = context.period
    if period is None:
        return figures
    others: list[Row] = []
    dates = figures.table.header.by_role(Role.DATE)
    headed = _headed(figures)
    for row in figures.data_rows if dates or headed else ():
        for column in dates:
            cell = figures.grid.effective(row.row, column.index)
            if cell is not None and not all(map(period.holds, _days(cell, period))):
                place = figures.grid.sheet.locate(cell)
                figures.refuse("wrong-period", place, touched(figures, row), typed=typed(cell), period="")
                others.append(row)
        for column in _times(figures, row, period, headed):
            place, said = figures.grid.locate(row.row, column.index), figures.grid.text(row.row, column.index)
            figures.refuse("wrong-period", place, touched(figures, row), typed=said, period="")
            others.append(row)
    elsewhen = _labels_of_other_times(figures, context, period)
    for row in (r for r in figures.data_rows if elsewhen and r not in others):
        named = next((c for c, label in row.labels if label in elsewhen), None)
        if named is not None:
            place = figures.grid.locate(row.row, named.index)
            figures.refuse("wrong-period", place, touched(figures, row), typed=row.label, period="")
            others.append(row)
    for row, line in _under_other_days(figures, period):
        place = figures.grid.locate(line.row, line.labels[0][0].index)
        figures.refuse("wrong-period", place, touched(figures, row), typed=line.label, period="")
        others.append(row)
    return without_rows(figures, others)


def _labels_of_other_times(figures: Figures, context: Context, period: Period) -> set[str]:
    """The labels that name another week, or beside a known category another time or days outside of the week."""
    texts = {text for row in figures.data_rows for column, text in row.labels if column.role not in _NAMING}
    found = set()
    for label in (t for t in texts if any(map(str.isdigit, t))):
        week = week_in([label], context.calendar)
        if week is not None and week.period is not None:
            found |= {label} if week.period != period.id else set()
        elif names_times(label, figures.table.lexicon) and _outside(label, period):
            found.add(label)
    return found


def _outside(label: str, period: Period) -> bool:
    days = parse_dates(label, period.year)
    return not all(map(period.holds, days)) if days else words.LONGER.search(all_words(label)) is not None


def _under_other_days(figures: Figures, period: Period) -> Iterator[tuple[Row, Row]]:
    """The rows under a line without figures that names days outside of the week (II. Từ ngày 22/01 đến 28/01), each with it."""
    line: Row | None = None
    for row in figures.rows:
        if row.kind is RowKind.DATA and line is not None:
            yield row, line
        elif row.kind in _LINES and row.label and names_days(row.label) and (days := parse_dates(row.label, period.year)):
            line = None if all(map(period.holds, days)) else row


class _Headed(NamedTuple):
    """A column before the figures that is headed Tuần, Tháng or Năm (``of``), and whether its rows name several of them."""

    column: Column
    of: str
    several: bool


def _headed(figures: Figures) -> tuple[_Headed, ...]:
    left = min((c.index for c in figures.table.header.measures), default=0)
    columns = [c for c in figures.table.header.columns if c.index < left and c.role is None and c.path]
    said = ((c, words.TIMES.fullmatch(key(c.path[-1]))) for c in columns)
    return tuple(_Headed(c, match["of"], len(_texts(figures, c)) > 1) for c, match in said if match)


def _texts(figures: Figures, column: Column) -> set[str]:
    return {figures.grid.text(r.row, column.index) for r in figures.data_rows}


def _times(figures: Figures, row: Row, period: Period, headed: Iterable[_Headed]) -> Iterator[Column]:
    """The columns in which a row names another week, month or year than the week's."""
    for column, of, several in headed:
        numbers = re.findall(r"[0-9]+", figures.grid.text(row.row, column.index))
        if not numbers:
            continue
        mine = {
            "tuan": {int(period.id.rpartition("W")[2])},
            "thang": {period.start.month, period.end.month},
            "nam": {period.start.year, period.end.year},
        }
        if len(numbers) > 1 or int(numbers[0]) not in mine[of] or (several and of != "tuan"):
            yield column


def _days(cell: Cell, period: Period) -> Iterator[dt.date]:
    if cell.kind is CellKind.DATE and isinstance(cell.raw, dt.datetime):
        yield cell.raw.date()
    elif cell.kind is CellKind.TEXT:
        yield from parse_dates(cell.text, period.year)
