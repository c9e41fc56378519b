"""Rows that could be something else than they seem: refused with their address, since adding them might count twice."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.model.value import ValueState

# Fewer figures than these are the sums of others by chance.
ENOUGH = 3
_NUMBERS = re.compile(r"(?<![\w.])\d[\d.]*")


def refuse_doubtful(figures: Figures) -> Figures:
    """Refuse the measures of rows whose place in the table is not clear, and of rows that look like totals of others.

    Such rows are left out: what the others state is known at least.
    """
    doubtful = [r for r in figures.rows if r.kind is RowKind.DOUBTFUL]
    suspect = [] if figures.table.header.is_log else list(_sums(figures))
    for row, reason in (*((r, None) for r in doubtful), *((r, "sum") for r in suspect)):
        first = next((c for c, _ in stated_measures(figures, row)), figures.table.header.columns[0].index)
        figures.refuse(
            "row-unclear", figures.grid.locate(row.row, first), touched(figures, row), typed=row.label, reason=reason
        )
    return without_rows(figures, suspect)


def without_rows(figures: Figures, rows: Sequence[Row]) -> Figures:
    """The figures with some rows no longer added up."""
    if not rows:
        return figures
    numbers = {r.row for r in rows}
    return replace(figures, rows=tuple(r._replace(kind=RowKind.DOUBTFUL) if r.row in numbers else r for r in figures.rows))


def refuse_left_below(figures: Figures) -> None:
    """Refuse a table under whose signature or note a row begins that names a channel or topic: it may be a row of it."""
    table = figures.table
    place = table.unread
    if place is None or place.row is None or table.grid.turned:
        return
    texts = [table.grid.text(place.row, c) for c in table.columns_in(place.row)]
    named = next((t for t in texts if table.lexicon.dimensions_of(t)), "")
    if named:
        figures.refuse("row-unclear", place, (c.id for c in table.header.measures), typed=named)


def stated_measures(figures: Figures, row: Row) -> Iterator[tuple[int, str]]:
    """The columns and measures that a row states something of."""
    for column in figures.table.header.measures:
        read = figures.read(row.row, column.index)
        if read is not None and read.value.state is not ValueState.NOT_STATED:
            yield column.index, column.id


def refuse_typed_in_labels(figures: Figures) -> None:
    """Refuse a table of which a row's figures stand in the cell of its label, as of a line that was pasted."""
    table = figures.table
    columns = {c.index for c in table.label_columns}
    most = max(ENOUGH, len({c.id for c in table.header.measures}))
    below = [(c.row, c.column, c.text) for c in table.footers if c.column in columns and not table.grid.turned]
    inside = [(row, c, table.grid.text(row, c)) for row in table.rows for c in sorted(columns)]
    texts = {text for _, _, text in (*inside, *below)}
    telling = {text for text in texts if len(_NUMBERS.findall(text)) >= most and table.lexicon.dimensions_of(text)}
    for row, column, text in (*inside, *below) if telling else ():
        if text in telling and not any(table.grid.is_filled(row, c.index) for c in table.header.measures):
            figures.refuse("row-unclear", figures.grid.locate(row, column), (c.id for c in table.header.measures), typed=text)


def touched(figures: Figures, row: Row) -> Iterator[str]:
    """The measures that a row states something of, in a log also the item that it is."""
    yield from (measure for _, measure in stated_measures(figures, row))
    if figures.table.header.is_log:
        yield from (m for part in figures.schema.measures if part.split_of for m in (part.split_of, part.id))


def _sums(figures: Figures) -> Iterator[Row]:
    """Rows of figures that all are the sums of rows beside them, and whose labels do not say that they are more of the same."""
    rows = figures.data_rows
    values = [_values(figures, r) for r in rows]
    enough = min(ENOUGH, len(figures.table.header.measures))
    unlabelled = [i for i, r in enumerate(rows) if not r.about]
    for i, (row, mine) in enumerate(zip(rows, values, strict=True)):
        if mine is None or sum(map(bool, mine.values())) < enough:
            continue
        whole = unlabelled == [i] and _is_whole(mine, values[:i] + values[i + 1 :])
        runs = (range(i + 1, len(rows)), range(i - 1, -1, -1))
        if whole or any(_is_sum(row, mine, run, rows, values) for run in runs):
            yield row


def _values(figures: Figures, row: Row) -> dict[int, int] | None:
    """What a row states by column, or None where something of it could not be read."""
    result = {}
    reads, not_stated = figures.reads[row.row], ValueState.NOT_STATED
    for column in figures.table.header.measures:
        read = reads.get(column.index)
        if read is not None and (value := read.value).state is not not_stated:
            if value.value is None:
                return None
            result[column.index] = value.value
    return result


def _is_sum(row: Row, mine: dict[int, int], run: range, rows: Sequence[Row], values: Sequence[dict[int, int] | None]) -> bool:
    """Whether two or more rows from the first of a run on add up to this one."""
    total = dict.fromkeys(mine, 0)
    for other in run:
        theirs = values[other]
        if theirs is None or row.about & rows[other].about:
            return False
        for column, most in mine.items():
            total[column] += theirs.get(column, 0)
            if total[column] > most:
                return False
        if other != run[0] and total == mine and len(mine) > 1:
            return True
    return False


def _is_whole(mine: dict[int, int], others: Sequence[dict[int, int] | None]) -> bool:
    """Whether all other rows add up to this one, whose label is the only one that says nothing."""
    known = [v for v in others if v is not None]
    return bool(known) and len(known) == len(others) and mine == {c: sum(v.get(c, 0) for v in known) for c in mine}
