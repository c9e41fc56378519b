"""Stated totals against their rows. A total is never added; where it contradicts its rows, the measure is refused."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column, splits_of
from tuyentruyen_cli.extract.doubts import ENOUGH, refuse_doubtful, refuse_left_below, refuse_typed_in_labels
from tuyentruyen_cli.extract.figures import Figures, states
from tuyentruyen_cli.extract.gap import explain
from tuyentruyen_cli.extract.lexicon import Role, key
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.splits import check_parts_of_total, check_splits
from tuyentruyen_cli.extract.values import cell_finding
from tuyentruyen_cli.model.value import ValueState


def check_totals(figures: Figures, others: Iterable[Figures] = ()) -> Figures:
    """The figures with an unlabelled last row settled, and every total, sub-total and total column checked.

    ``others`` are further tables of the same unit and week: where their heading is the same, a total may be of all together.
    """
    same = [o for o in others if o is not figures and _heading(o) == _heading(figures)]
    figures = _settle_unlabelled(_unnamed_last(figures))
    figures = refuse_doubtful(figures)
    refuse_left_below(figures)
    refuse_typed_in_labels(figures)
    totals = [r for r in figures.rows if r.kind is RowKind.TOTAL]
    groups = _groups(figures)
    for column in (c for c in figures.table.header.by_role(Role.MEASURE, Role.TOTAL) if c.id):
        for row, children in groups:
            _check(figures, column, row, children, [figures.sum_of(column, children)])
            check_parts_of_total(figures, row, column, children)
        for row in totals:
            scopes = _scopes(figures, column, row, totals)
            _check(figures, column, row, figures.data_rows, [*scopes, *_together(column, scopes[0], same)])
            check_parts_of_total(figures, row, column, figures.data_rows)
    _check_total_columns(figures)
    check_splits(figures)
    return figures


def _unnamed_last(figures: Figures) -> Figures:
    """In a table without labels the last row may be the total: it is looked at like any row that lacks its label."""
    last = figures.rows[-1] if figures.rows else None
    if last is None or last.kind is not RowKind.DATA or last.label or len(figures.data_rows) < 2:  # noqa: PLR2004
        return figures
    if not _states_sums(figures, last, figures.data_rows[:-1]):
        return figures
    return replace(figures, rows=(*figures.rows[:-1], last._replace(kind=RowKind.UNLABELLED)))


def _settle_unlabelled(figures: Figures) -> Figures:
    """A last row without a label is the total when its figures are the sums of the rows; elsewhere it is refused."""
    unlabelled = [r for r in figures.rows if r.kind is RowKind.UNLABELLED]
    if not unlabelled:
        return figures
    last = unlabelled[-1]
    enough = len(figures.data_rows) > 1 or (len(figures.data_rows) == 1 and _states_much_or_nothing(figures, last))
    if last is figures.rows[-1] and enough and _states_sums(figures, last, figures.data_rows):
        rows = (*figures.rows[:-1], last._replace(kind=RowKind.TOTAL))
        figures = replace(figures, rows=rows)
        unlabelled = unlabelled[:-1]
    for row in unlabelled:
        stated = [c for c in figures.table.header.measures if states(figures.read(row.row, c.index))]
        if stated:
            location = figures.grid.locate(row.row, stated[0].index)
            figures.refuse("unlabelled-row", location, (c.id for c in stated), row=row.row)
    return figures


def _states_much_or_nothing(figures: Figures, row: Row) -> bool:
    """Whether a row that repeats the only other one is no further one: so many equal figures are no chance, zeros add none."""
    if not figures.data_rows[0].label:
        return False
    values = [
        read.value.value for c in figures.table.header.measures if (read := figures.read(row.row, c.index)) and states(read)
    ]
    return len(values) >= ENOUGH or not any(values)


def _states_sums(figures: Figures, row: Row, others: Sequence[Row]) -> bool:
    """Whether all that a row states are the sums of the others. Two that are may stand for what cannot be compared: formulas
    without values, and columns in which another row is refused.
    """
    pairs = [
        (read.value, figures.sum_of(c, others))
        for c in figures.table.header.measures
        if (read := figures.read(row.row, c.index)) and states(read)
    ]
    clear = [(value.value, total) for value, (total, sure) in pairs if sure and value.rule != "uncached-formula"]
    enough = len(clear) == len(pairs) > 0 or sum(bool(stated) for stated, _ in clear) > 1
    return enough and all(stated is not None and stated == total for stated, total in clear)


def _groups(figures: Figures) -> list[tuple[Row, list[Row]]]:
    """Each group with the rows that its figures must be the sum of: rows of figures at any depth below it."""
    by_number = {r.row: r for r in figures.rows}
    groups: dict[int, list[Row]] = {r.row: [] for r in figures.rows if r.kind is RowKind.GROUP}
    for row in figures.data_rows if groups else ():
        above = row.group
        while above is not None:
            if above in groups:
                groups[above].append(row)
            above = by_number[above].group
    return [(by_number[number], children) for number, children in groups.items()]


def _scopes(figures: Figures, column: Column, total: Row, totals: list[Row]) -> list[tuple[int | None, bool]]:
    """The sums that a total may stand for: all rows; with several totals also those since the one before or up to the next."""
    every = figures.sum_of(column, figures.data_rows)
    if len(totals) == 1 and key(total.label) in words.TOTAL:
        return [every]
    before = max((t.row for t in totals if t.row < total.row), default=-1)
    after = min((t.row for t in totals if t.row > total.row), default=10**9)
    since = figures.sum_of(column, [r for r in figures.data_rows if before < r.row < total.row])
    until = figures.sum_of(column, [r for r in figures.data_rows if total.row < r.row < after])
    return [every, *(s for s in (since, until) if s[0] is not None)]


def _heading(figures: Figures) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(id_, categories) for _, id_, categories in figures.table.header.signature]


def _together(column: Column, own: tuple[int | None, bool], others: Sequence[Figures]) -> list[tuple[int | None, bool]]:
    """The sum of a column over this table and others; nothing where there are none."""
    about = (column.role, column.id, column.categories)
    sums = [own]
    for other in others:
        sums += [other.sum_of(c, other.data_rows) for c in other.table.header.columns if (c.role, c.id, c.categories) == about]
    stated = [total for total, _ in sums if total is not None]
    return [(sum(stated), all(clear for _, clear in sums))] if others and stated else []


def _check(figures: Figures, column: Column, row: Row, parts: Sequence[Row], scopes: list[tuple[int | None, bool]]) -> None:
    read = figures.read(row.row, column.index)
    if read is None or not states(read):
        return
    location = figures.grid.locate(row.row, column.index)
    measure = figures.schema.measure(column.id)
    stated = read.value.value
    if stated is None or (read.value.state is ValueState.APPROXIMATE and all(stated != s for s, _ in scopes)):
        figures.findings.append(cell_finding("total-unchecked", location, measure, read.value.raw))
        return
    if any(not clear or stated == total for total, clear in scopes):
        return
    total = scopes[0][0]
    if total is None:
        figures.refuse("total-without-rows", location, (column.id,), stated=stated, kind=measure.kind.value)
        return
    gap = explain(figures, column, row, parts, stated - total)
    figures.refuse(
        "subtotal-mismatch" if row.kind is RowKind.GROUP else "total-mismatch",
        location,
        (column.id,),
        stated=stated,
        sum=total,
        kind=measure.kind.value,
        typed=read.value.raw,
        reason=gap.reason,
        explains=gap.cells,
        formula=gap.formula,
    )


def _check_total_columns(figures: Figures) -> None:
    """A total over categories (topics over the measures) against the columns that it sums, row by row."""
    for total in (c for c in figures.table.header.by_role(Role.TOTAL) if c.id):
        parts = splits_of(figures.schema, figures.table.header.columns, total)
        for row in figures.data_rows:
            read = figures.read(row.row, total.index)
            if read is None or not states(read) or read.value.value is None:
                continue
            reads = [r for c in parts if (r := figures.read(row.row, c.index)) and states(r)]
            if any(r.value.value is None for r in reads):
                continue
            value = sum(r.value.value or 0 for r in reads)
            location = figures.grid.locate(row.row, total.index)
            kind = figures.schema.measure(total.id).kind.value
            if not reads:
                figures.refuse("total-without-rows", location, (total.id,), stated=read.value.value, kind=kind)
            elif value != read.value.value:
                figures.refuse(
                    "total-mismatch", location, (total.id,), stated=read.value.value, sum=value, kind=kind, explains=""
                )
