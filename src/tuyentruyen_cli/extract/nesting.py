"""Which rows belong to which: groups over their rows, details under theirs, and rows of which neither is clear."""

from collections.abc import Sequence
from itertools import pairwise

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.lexicon import Role, key
from tuyentruyen_cli.extract.row_kind import RowKind, names_other_time
from tuyentruyen_cli.extract.rows import DASH, Row, rows_of
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.vi.text import fold

_LINES = frozenset({RowKind.PLAN, RowKind.CUMULATIVE, RowKind.EMPTY, RowKind.DOUBTFUL})
_NESTED = frozenset({RowKind.DATA, RowKind.EMPTY, RowKind.UNLABELLED, RowKind.DETAIL, RowKind.DOUBTFUL})


def classify(table: Table) -> tuple[Row, ...]:
    """The rows of a table with their kinds, from top to bottom."""
    rows = rows_of(table)
    if table.header.is_log:
        return _nest(table, rows)
    nested = _nest(table, _without_context(table, _after_gaps(table, _details(_other_times(table, rows)))))
    return _without_second_split(_without_dash(_without_number(table, nested)))


def _other_times(table: Table, rows: list[Row]) -> list[Row]:
    """Rows under a line that names another time (Tuần trước), or under several that name times (Tuần 4, Tuần 5)."""
    lines = [r for r in rows if r.kind in _LINES and not _states(table, r)]
    others = [r.row for r in lines if r.kind in {RowKind.PLAN, RowKind.CUMULATIVE} or names_other_time(r.label)]
    weeks = [r.row for r in lines if r.row not in others and words.OF_WEEK.search(key(r.label))]
    first = min(weeks if len(weeks) > 1 else others, default=None)
    if first is None:
        return rows
    return [_doubted(r) if r.kind is RowKind.DATA and r.row > first else r for r in rows]


def _doubted(row: Row) -> Row:
    return row._replace(kind=RowKind.DOUBTFUL)


def _states(table: Table, row: Row) -> bool:
    return any(table.grid.is_filled(row.row, c.index) for c in table.header.figures)


def _details(rows: list[Row]) -> list[Row]:
    """What follows ``Trong đó`` is a detail too, until a row of the kind that the details are of the last one."""
    result: list[Row] = []
    whole: Row | None = None
    inside = False
    for row in rows:
        kind = row.kind
        inside = kind is RowKind.DETAIL or (inside and kind in {RowKind.DATA, RowKind.EMPTY})
        if inside and whole is not None and kind in {RowKind.DATA, RowKind.EMPTY}:
            kind = _beside_detail(whole, row)
            inside = kind is not RowKind.DATA
            kind = row.kind if not inside else kind
        if kind is RowKind.DATA:
            whole = row
        result.append(row if kind is row.kind else row._replace(kind=kind))
    return result


def _beside_detail(whole: Row, row: Row) -> RowKind:
    """What a row under the details of another one is: one more of them, the next row, or either."""
    if row.level is not None and whole.level is not None:
        return RowKind.DETAIL if row.level > whole.level else RowKind.DATA
    if row.about & whole.about:
        return RowKind.DATA
    known = bool(row.about and whole.about) or whole.level is not None
    return RowKind.DETAIL if known else RowKind.DOUBTFUL


def _after_gaps(table: Table, rows: list[Row]) -> list[Row]:
    """A row whose label means nothing, after an empty line under rows whose labels do, may be no row of the table at all."""
    if table.grid.turned:
        return rows
    result = rows[:1]
    known = False
    for before, row in pairwise(rows):
        known = known or bool(before.about)
        unknown = row.kind is RowKind.DATA and not row.about
        lost = unknown and known and row.row > before.row + 1
        result.append(_doubted(row) if lost or (unknown and result[-1].kind is RowKind.DOUBTFUL) else row)
    return result


def _without_context(table: Table, rows: list[Row]) -> list[Row]:
    """A row among known labels that names none and is a count of something else (Số hộ, Dân số): beside what is reported, not
    of it. Of an estimate alone (listeners) it may be any number of people.
    """
    schema = table.lexicon.schema
    estimates = {c.index for c in table.header.measures if schema.measure(c.id).kind is MeasureKind.ESTIMATE}
    if table.header.is_log or not any(r.about for r in rows):
        return rows
    result = []
    for row in rows:
        beside = row.kind is RowKind.DATA and not row.about and not _names_unit(row)
        stated = {c.index for c in table.header.measures if table.grid.is_filled(row.row, c.index)} if beside else set()
        context = beside and ((bool(stated) and stated <= estimates) or words.COUNT_OF.match(fold(row.label)) is not None)
        result.append(_doubted(row) if context else row)
    return result


def _names_unit(row: Row) -> bool:
    return any(column.role is Role.UNIT and text for column, text in row.labels)


def _without_number(table: Table, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """A row without a number and without a known label, among numbered ones, may be a part of the row above it."""
    if table.grid.turned or not table.header.by_role(Role.ORDER) or table.header.by_role(Role.UNIT):
        return rows
    numbered = {r.group for r in rows if r.kind is RowKind.DATA and r.level is not None}
    return tuple(
        _doubted(r) if r.kind is RowKind.DATA and r.level is None and not r.about and r.group in numbered else r for r in rows
    )


def _without_dash(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """A dash and a label that means nothing (- Tiếng Thái), under a row of figures without one, may be a part of that row."""
    result = []
    above: Row | None = None
    for row in rows:
        dashed = row.level == DASH
        if row.kind is RowKind.DATA and not dashed:
            above = row
        part = dashed and row.kind is RowKind.DATA and not row.about and above is not None and above.group == row.group
        result.append(_doubted(row) if part else row)
    return tuple(result)


def _without_second_split(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows by topic beside rows by channel, of one level: most likely the same items, split a second time."""
    first: dict[tuple[int | None, int | None], frozenset[str]] = {}
    result = []
    for row in rows:
        stated = row.kind is RowKind.DATA and bool(row.about)
        again = stated and not row.about & first.setdefault((row.group, row.level), row.about)
        result.append(_doubted(row) if again else row)
    return tuple(result)


def _nest(table: Table, rows: list[Row]) -> tuple[Row, ...]:
    """Find which rows are groups, those that rows of a deeper level follow, and what belongs to them."""
    deepest = max((r.level for r in rows if r.level is not None), default=None)
    result: list[Row] = []
    open_groups: list[Row] = []
    for row, following in zip(rows, _following(rows), strict=True):
        if row.kind not in _NESTED:
            if row.kind is RowKind.TOTAL:
                open_groups.clear()
            result.append(row)
            continue
        while open_groups and _closes(open_groups[-1], row):
            open_groups.pop()
        parent = open_groups[-1].row if open_groups else None
        if row.kind in {RowKind.DATA, RowKind.EMPTY} and _leads(table, row, following, deepest, open_groups):
            group = row._replace(kind=RowKind.GROUP, group=parent)
            open_groups = [group] if row.level is None else [*open_groups, group]
            result.append(group)
        else:
            result.append(row if parent is None else row._replace(group=parent))
    return tuple(result)


def _following(rows: Sequence[Row]) -> list[Row | None]:
    """For each row the next one that has a label."""
    result: list[Row | None] = []
    following: Row | None = None
    for row in reversed(rows):
        result.append(following)
        following = row if row.label else following
    return result[::-1]


def _closes(group: Row, row: Row) -> bool:
    """Whether a row stands beside an open group, not in it: its number says so, or its label is of the group's own kind."""
    if row.level is not None and (group.level is not None or row.level == 0):
        return row.level <= (group.level or 0)
    return bool(group.about) and group.about == row.about


def _leads(table: Table, row: Row, following: Row | None, deepest: int | None, open_groups: list[Row]) -> bool:
    """Whether a row is a group: the next row lies deeper, has no number where others do, or is of another kind.

    A channel with topics under it is their sum; were they beside each other, they would be one thing counted twice.
    """
    if following is None or following.kind not in {RowKind.DATA, RowKind.EMPTY}:
        return False
    if row.level is not None and following.level is not None and following.level != row.level:
        return following.level > row.level
    if any(_closes(group, following) for group in open_groups):
        return False
    beside = row.level is not None and row.level == following.level
    if row.about and following.about and not row.about & following.about and not beside and not table.header.is_log:
        return True
    if row.level is None:
        return row.kind is RowKind.EMPTY and _is_wide(table, row)
    if following.level is not None:
        return False
    # Rows without a number under a numbered one: its parts when it states nothing itself, or when it is a Roman heading.
    return row.kind is RowKind.EMPTY or (row.level == 0 and deepest == 0)


def _is_wide(table: Table, row: Row) -> bool:
    """A line without figures whose only text is merged over the figures is a heading inside the table."""
    columns = table.columns_in(row.row)
    merge = table.grid.merge(row.row, columns[0]) if columns else None
    return len(columns) == 1 and merge is not None and merge.right >= min((c.index for c in table.header.measures), default=0)
