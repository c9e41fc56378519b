"""What each row of a table is: figures, a total, a group, something cumulative, or nothing to read."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.grid import is_blank, is_valuelike
from tuyentruyen_cli.extract.header import Column
from tuyentruyen_cli.extract.lexicon import Role, key
from tuyentruyen_cli.extract.table import Table


class RowKind(StrEnum):
    """What a row is for."""

    DATA = "data"
    TOTAL = "total"
    GROUP = "group"  # names what the rows below are about; its figures, if any, are their sum
    CUMULATIVE = "cumulative"
    PLAN = "plan"
    ASIDE = "aside"  # turned tables: order numbers, notes
    MEASURED_IN = "measured-in"  # turned tables: what each measure is measured in
    DETAIL = "detail"  # trong đó: already in the row above
    NUMBERS = "numbers"  # column numbers under the heading
    HEADING = "heading"  # the heading again, after a page break
    UNLABELLED = "unlabelled"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. ``labels`` are the texts in its label columns.

    ``level`` is how deep its numbering lies, None without. ``group`` is the row (number) of the group that it belongs to.
    """

    row: int
    kind: RowKind
    labels: tuple[tuple[Column, str], ...] = field(default=())
    level: int | None = None
    group: int | None = None

    @property
    def label(self) -> str:
        """The first label that is not empty."""
        return next((text for _, text in self.labels if text), "")


_LEVELS = {"roman": 0, "capital": 0, "number": 1, "nested": 2, "letter": 2, "dash": 3}


def classify(table: Table) -> tuple[Row, ...]:
    """The rows of a table with their kinds, from top to bottom."""
    rows = [_row(table, number, i == 0) for i, number in enumerate(table.rows)]
    return _nest(table, rows)


def _row(table: Table, row: int, first: bool) -> Row:
    grid = table.grid
    labels = tuple((c, _label(table, row, c)) for c in table.label_columns)
    text = next((t for _, t in labels if t), "") or _stray_label(table, row)
    if first and _is_numbers(table, row):
        return Row(row, RowKind.NUMBERS)
    if _is_heading_again(table, row):
        return Row(row, RowKind.HEADING)
    figures = any(not is_blank(grid.at(row, c.index)) for c in table.header.figures)
    kind = next((k for t in (*(t for _, t in labels), text) if (k := _kind_by_label(key(t)))), None)
    if kind is None and table.grid.turned:
        kind = _turned_kind(key(text))
    kind = kind or _plain_kind(table, labels, text, figures)
    level = None if table.header.is_log and kind is RowKind.DATA else _level(table, row, text)
    return Row(row, kind, labels or ((table.header.columns[0], text),) if text else labels, level)


def _plain_kind(table: Table, labels: tuple[tuple[Column, str], ...], text: str, figures: bool) -> RowKind:
    if table.header.is_log:
        titled = any(t for c, t in labels if c.role is Role.TITLE)
        return RowKind.DATA if titled else RowKind.UNLABELLED if figures else RowKind.EMPTY
    if not figures:
        return RowKind.EMPTY
    return RowKind.DATA if text or not table.label_columns else RowKind.UNLABELLED


def _label(table: Table, row: int, column: Column) -> str:
    """The label of a row in one column. A label merged over several rows, or standing over blanks, holds for each of them."""
    text = table.grid.text(row, column.index)
    return "" if text and is_valuelike(table.grid.at(row, column.index)) and text in {"-", "–"} else text


def _stray_label(table: Table, row: int) -> str:
    """A word such as Tổng cộng that stands beside the label column, where a clerk merged the first cells."""
    left = min((c.index for c in table.header.measures), default=0)
    for column in table.grid.rows.get(row, ()):
        text = table.grid.text(row, column)
        if column < left and text and not is_valuelike(table.grid.effective(row, column)):
            return text
    return ""


def _kind_by_label(label: str) -> RowKind | None:
    if label in words.TOTAL or label.startswith(words.TOTAL_START):
        return RowKind.TOTAL
    if label.startswith(words.SUBTOTAL_START):
        return RowKind.TOTAL
    if label.startswith(words.CUMULATIVE):
        return RowKind.CUMULATIVE
    if label in words.PLAN or label in words.PREVIOUS:
        return RowKind.PLAN
    if label.startswith(words.DETAIL_START):
        return RowKind.DETAIL
    return None


def _turned_kind(label: str) -> RowKind | None:
    if label in words.MEASURED_IN:
        return RowKind.MEASURED_IN
    return RowKind.ASIDE if label in words.NOTE or label in words.ORDER else None


def _is_numbers(table: Table, row: int) -> bool:
    """A row of column letters or numbers (``A B 1 2 3``, ``(1) (2)``): no label, each cell the next in order."""
    texts = [table.grid.text(row, c).strip("() ") for c in table.grid.rows[row]]
    if len(texts) < 3:  # noqa: PLR2004
        return False
    numbers = [int(t) for t in texts if t.isascii() and t.isdigit()]
    others = [t for t in texts if not (t.isascii() and t.isdigit())]
    short = all(len(t) <= 1 or "=" in t for t in others)
    consecutive = all(b == a + 1 for a, b in pairwise(numbers))
    return short and consecutive and (not numbers or numbers[0] <= 3)  # noqa: PLR2004


def _is_heading_again(table: Table, row: int) -> bool:
    said = 0
    for column in table.header.columns:
        text = table.grid.text(row, column.index)
        if text and column.path:
            if text not in column.path:
                return False
            said += 1
    return said >= 2  # noqa: PLR2004 - one could be a label that is a heading's word


def _level(table: Table, row: int, label: str) -> int | None:
    """How deep a row lies by its number: I. above 1. above 1.1, a) or a dash."""
    order = next((table.grid.text(row, c.index) for c in table.header.by_role(Role.ORDER)), "")
    for text in (order + ". ." if order else "", label):
        match = words.MARKER.match(text)
        if match:
            return _LEVELS[_marker_kind(match[1] or "", match[2] or "")]
    return None


def _marker_kind(number: str, dash: str) -> str:
    if dash:
        return "dash"
    if "." in number:
        return "nested"
    if number.isdigit():
        return "number"
    if set(number) <= set("IVX"):
        return "roman"
    return "capital" if number.isupper() else "letter"


def _nest(table: Table, rows: list[Row]) -> tuple[Row, ...]:
    """Find which rows are groups, those that rows of a deeper level follow, and what belongs to them."""
    deepest = max((r.level for r in rows if r.level is not None), default=None)
    result: list[Row] = []
    open_groups: list[Row] = []
    for i, row in enumerate(rows):
        if row.kind not in {RowKind.DATA, RowKind.EMPTY, RowKind.UNLABELLED, RowKind.DETAIL}:
            if row.kind is RowKind.TOTAL:
                open_groups.clear()
            result.append(row)
            continue
        while open_groups and row.level is not None and row.level <= (open_groups[-1].level or 0):
            open_groups.pop()
        parent = open_groups[-1].row if open_groups else None
        if row.kind in {RowKind.DATA, RowKind.EMPTY} and _leads(table, rows, i, deepest):
            group = replace(row, kind=RowKind.GROUP, group=parent)
            open_groups = [group] if row.level is None else [*open_groups, group]
            result.append(group)
        else:
            result.append(replace(row, group=parent))
    return tuple(result)


def _leads(table: Table, rows: list[Row], i: int, deepest: int | None) -> bool:
    """Whether the row at ``i`` is a group: the next row with a label lies deeper, or has no number where others do."""
    row = rows[i]
    following = next((r for r in rows[i + 1 :] if r.kind is not RowKind.DETAIL and r.label), None)
    if following is None or following.kind not in {RowKind.DATA, RowKind.EMPTY}:
        return False
    if row.level is None:
        return row.kind is RowKind.EMPTY and _is_wide(table, row)
    if following.level is not None:
        return following.level > row.level
    # Rows without a number under a numbered one: its parts when it states nothing itself, or when it is a Roman heading.
    return row.kind is RowKind.EMPTY or (row.level == 0 and deepest == 0)


def _is_wide(table: Table, row: Row) -> bool:
    """A line without figures whose only text is merged over the figures is a heading inside the table."""
    columns = table.grid.rows[row.row]
    merge = table.grid.merge(row.row, columns[0])
    return len(columns) == 1 and merge is not None and merge.right >= min((c.index for c in table.header.measures), default=0)
