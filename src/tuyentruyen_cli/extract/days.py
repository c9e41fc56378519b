"""Rows that carry the day of their broadcast: those outside of the week are not of the week."""

import datetime as dt
import re
from collections.abc import Iterator

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.doubts import touched, without_rows
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.lexicon import Role, key
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.values import typed
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.dates import parse_dates


def refuse_other_days(figures: Figures, period: Period | None) -> Figures:
    """Refuse what rows state whose day is not in the week: a log may be the whole month's."""
    if period is None:
        return figures
    others: list[Row] = []
    for row in figures.data_rows:
        for column in figures.table.header.by_role(Role.DATE):
            cell = figures.grid.effective(row.row, column.index)
            if cell is not None and not all(map(period.holds, _days(cell, period))):
                place = figures.grid.sheet.locate(cell)
                figures.refuse("wrong-period", place, touched(figures, row), typed=typed(cell), period="")
                others.append(row)
        for column in _times(figures, row, period):
            place, said = figures.grid.locate(row.row, column.index), figures.grid.text(row.row, column.index)
            figures.refuse("wrong-period", place, touched(figures, row), typed=said, period="")
            others.append(row)
    return without_rows(figures, others)


def _times(figures: Figures, row: Row, period: Period) -> Iterator[Column]:
    """The columns headed Tuần, Tháng or Năm in which a row names another one than the week's."""
    left = min((c.index for c in figures.table.header.measures), default=0)
    for column in (c for c in figures.table.header.columns if c.index < left):
        headed = words.TIMES.fullmatch(key(column.path[-1])) if column.role is None and column.path else None
        numbers = re.findall(r"[0-9]+", figures.grid.text(row.row, column.index)) if headed else []
        if headed is None or not numbers:
            continue
        mine = {
            "tuan": {int(period.id.rpartition("W")[2])},
            "thang": {period.start.month, period.end.month},
            "nam": {period.start.year, period.end.year},
        }
        several = len({figures.grid.text(r.row, column.index) for r in figures.data_rows}) > 1
        if len(numbers) > 1 or int(numbers[0]) not in mine[headed["of"]] or (several and headed["of"] != "tuan"):
            yield column


def _days(cell: Cell, period: Period) -> Iterator[dt.date]:
    if cell.kind is CellKind.DATE and isinstance(cell.raw, dt.datetime):
        yield cell.raw.date()
    elif cell.kind is CellKind.TEXT:
        yield from parse_dates(cell.text, period.year)
