"""What a table states as cumulative: never added, but it must fit what was reported in the weeks before."""

from collections.abc import Iterable, Iterator, Sequence

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.lexicon import Role, contains, key
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.values import Read, read_cell, reader
from tuyentruyen_cli.model.submission import Cumulative, Since
from tuyentruyen_cli.model.value import ValueState

_SINCE = {
    **dict.fromkeys(("tu dau thang", "luy ke thang", "cong don thang", "luy ke trong thang"), Since.MONTH),
    **dict.fromkeys(("tu dau nam", "luy ke nam", "cong don nam", "luy ke trong nam"), Since.YEAR),
    **dict.fromkeys(("tu dau chien dich", "tu dau dot"), Since.START),
}
_CERTAIN = frozenset({ValueState.STATED, ValueState.NIL})


def stated_cumulative(figures: Figures) -> Iterator[Cumulative]:
    """The cumulative figures of a table about one unit, one for each measure: of a row, else of a column with its total."""
    rows = [r for r in figures.rows if r.kind is RowKind.CUMULATIVE]
    found = [*(c for row in rows for c in _of_row(figures, row)), *_of_columns(figures)]
    first: dict[str, Cumulative] = {}
    for one in found:
        first.setdefault(one.measure, one)
    yield from first.values()


def _of_row(figures: Figures, row: Row) -> Iterator[Cumulative]:
    for column in figures.table.header.measures:
        read = _read(figures, column, row.row, [row.row])
        if read is not None and read.value.value is not None and not column.categories:
            yield Cumulative(column.id, read.value.value, _since((row.label,)), read.value.source)


def _of_columns(figures: Figures) -> Iterator[Cumulative]:
    """The total of each cumulative column; without a total row the one row of figures that there is."""
    totals = [r for r in figures.rows if r.kind is RowKind.TOTAL]
    wanted = totals[-1:] if totals else figures.data_rows if len(figures.data_rows) == 1 else ()
    for column in figures.table.header.by_role(Role.CUMULATIVE):
        rows = [r.row for r in figures.rows]
        for row in wanted if column.id and not column.categories else ():
            read = _read(figures, column, row.row, rows)
            if read is not None and read.value.value is not None:
                yield Cumulative(column.id, read.value.value, _since(column.path), read.value.source)


def _read(figures: Figures, column: Column, row: int, rows: Sequence[int]) -> Read | None:
    """A cell as a figure of the column's measure, where there is no doubt about it."""
    cell = figures.grid.at(row, column.index)
    if cell is None or cell.hidden:
        return None
    cells = [c for r in rows if (c := figures.grid.at(r, column.index)) is not None]
    how = reader(figures.schema, figures.schema.measure(column.id), column.heading, cells)
    read = read_cell(figures.grid.sheet, cell, how)
    return read if read.value.state in _CERTAIN and not read.findings else None


def _since(texts: Iterable[str]) -> Since:
    said = " ".join(key(t) for t in texts)
    return next((since for phrase, since in _SINCE.items() if contains(phrase, said)), Since.UNSAID)
