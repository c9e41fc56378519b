"""Wholes against their parts: in cells that are merged over rows, and in texts that state the split (12 tin, 5 bài)."""

from collections.abc import Sequence

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.figures import Figures, states
from tuyentruyen_cli.extract.rows import Row


def check_splits(figures: Figures) -> None:
    """Refuse wholes and parts that contradict each other over several rows, or a text and the columns beside it."""
    if figures.table.merged:
        _check_merged(figures)
    for column in figures.table.header.measures if figures.compound else ():
        for row in figures.data_rows:
            _check_text(figures, row, column)


def check_parts_of_total(figures: Figures, row: Row, column: Column, rows: Sequence[Row]) -> None:
    """Refuse the parts that a total states in a text (19 tin, 15 bài) and its rows do not add up to."""
    read = figures.read(row.row, column.index)
    if read is None or not read.parts or read.value.value != figures.sum_of(column, rows)[0]:
        return
    place = figures.grid.locate(row.row, column.index)
    for part, value in read.parts:
        total = _beneath(figures, part, column, rows)
        if total is not None and total != value.value:
            kind = figures.schema.measure(part).kind.value
            figures.refuse("total-mismatch", place, (part,), stated=value.value, sum=total, kind=kind, explains="")


def _beneath(figures: Figures, part: str, column: Column, rows: Sequence[Row]) -> int | None:
    """What rows state of a part in texts, or in columns of its own; None unless all of them do."""
    texts = [read.parts for r in rows if (read := figures.read(r.row, column.index)) and read.value.value]
    if texts and all(texts):
        return sum(value.value or 0 for parts in texts for p, value in parts if p == part)
    return _own(figures, part, column, rows)


def _check_text(figures: Figures, row: Row, column: Column) -> None:
    """A text that states the split, where a part has a column of its own: what the two say must be one."""
    read = figures.read(row.row, column.index)
    for part, value in read.parts if read is not None else ():
        total = _own(figures, part, column, figures.rows_under(row, column))
        if total is not None and value.value is not None and total != value.value:
            place, kind = figures.grid.locate(row.row, column.index), figures.schema.measure(part).kind.value
            figures.refuse("split-mismatch", place, (column.id, part), stated=value.value, sum=total, kind=kind)


def _own(figures: Figures, part: str, whole: Column, rows: Sequence[Row]) -> int | None:
    """What the part's own columns say in some rows; None where they say nothing, or something that cannot be read."""
    columns = [c for c in figures.table.header.measures if c.id == part and c.categories == whole.categories]
    sums = [figures.sum_of(c, rows) for c in columns]
    stated = [total for total, _ in sums if total is not None]
    return sum(stated) if stated and all(clear for _, clear in sums) else None


def _check_merged(figures: Figures) -> None:
    """A whole or a part merged over several rows (Số tin, bài beside Tin and Bài) against the others in all of these rows."""
    header, schema = figures.table.header, figures.schema
    for whole in header.measures:
        parts = [c for c in header.measures if schema.measure(c.id).split_of == whole.id]
        for column in (whole, *parts) if parts else ():
            for row in figures.data_rows:
                merge = figures.grid.merge(row.row, column.index)
                over = figures.rows_under(row, column)
                if merge is not None and merge.top == row.row and len(over) > 1:
                    _check_split(figures, over, whole, parts)


def _check_split(figures: Figures, rows: Sequence[Row], whole: Column, parts: Sequence[Column]) -> None:
    """The whole in some rows against its parts in them. A whole that only some of them state is not clear."""
    location, measure = figures.grid.locate(rows[0].row, whole.index), figures.schema.measure(whole.id)
    stated, clear = figures.sum_of(whole, rows)
    sums = [figures.sum_of(c, rows) for c in parts]
    total = sum(s or 0 for s, _ in sums)
    if stated is None or not clear or all(s is None and sure for s, sure in sums):
        return
    merges = {figures.grid.merge(r.row, whole.index) for r in rows}
    covered = len(merges) == 1 and None not in merges
    if not covered and any(not states(figures.read(r.row, whole.index)) for r in rows):
        figures.refuse("row-unclear", location, (whole.id,), typed=whole.heading)
        return
    whole_known = all(s is not None and sure for s, sure in sums) and not _blanks_in(figures, rows, parts)
    if total > stated or (whole_known and total != stated):
        figures.refuse("split-mismatch", location, (whole.id,), stated=stated, sum=total, kind=measure.kind.value)


def _blanks_in(figures: Figures, rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether some row leaves a column blank that no merged cell fills."""
    return any(
        not states(figures.read(r.row, c.index)) and figures.grid.merge(r.row, c.index) is None for r in rows for c in columns
    )
