"""What each row of a table is: figures, a total, a group, something cumulative, or nothing to read."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.grid import is_blank, is_valuelike
from tuyentruyen_cli.extract.lexicon import REMEMBERED, Role, all_words, key
from tuyentruyen_cli.extract.row_kind import RowKind, is_structure, kind_by_label, kind_by_title, names_days, says_example
from tuyentruyen_cli.extract.table import Table, says_again
from tuyentruyen_cli.vi.regex import regex


class Row(NamedTuple):
    """One row of a table. ``labels`` are the texts in its label columns.

    ``level`` is how deep its numbering lies, None without. ``group`` is the row (number) of the group that it belongs to.
    ``about`` are the dimensions that its labels name categories of.
    """

    row: int
    kind: RowKind
    labels: tuple[tuple[Column, str], ...] = ()
    level: int | None = None
    group: int | None = None
    about: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The first label that is not empty."""
        for _, text in self.labels:
            if text:
                return text
        return ""


# What a text beside the label says of a row that is not of this week.
_ASIDE = frozenset((*words.OTHER_TIME, *words.CUMULATIVE, *words.PLAN))
_NAMING = frozenset({Role.UNIT, Role.TITLE})  # columns whose texts are names of something else than a category
_THOUSANDS = regex(r"\d{1,3}(?:[., ]\d{3})+[.)/]?|\d+[.)/]")
DASH = 3
_LEVELS = {"roman": 0, "capital": 0, "number": 1, "nested": 2, "letter": 2, "dash": DASH}


def rows_of(table: Table) -> list[Row]:
    """The rows of a table, each by itself, from top to bottom."""
    rows = list(_each(table))
    data = [r for r in rows if r.kind is RowKind.DATA]
    dated = {label for label in {r.label for r in data} if words.PERIOD.fullmatch(key(label))}
    if dated and len(data) > 1:
        # Tuần 4 beside Tuần 5: which of them is asked for stands nowhere in the table.
        rows = [r._replace(kind=RowKind.DOUBTFUL) if r.kind is RowKind.DATA and r.label in dated else r for r in rows]
    return _with_lines(table, rows) if table.header.is_log else _without_structure(rows)


def _each(table: Table) -> Iterator[Row]:
    """The rows. Those that look alike beside their figures and numbers are alike: a long table has few kinds of rows."""
    alike: dict[object, Row] = {}
    by_looks = not (table.grid.turned or table.grid.unusual or table.merged)
    for i, row in enumerate(table.rows):
        if i == 0 and _is_numbers(table, row):
            yield Row(row, RowKind.NUMBERS)
        elif _is_heading_again(table, row):
            yield Row(row, RowKind.HEADING)
        elif by_looks:
            looks = _looks(table, row)
            like = alike.get(looks)
            if like is None:
                if len(alike) >= REMEMBERED:
                    alike.clear()
                like = alike[looks] = _row(table, row)
            yield Row(row, *like[1:])
        else:
            yield _row(table, row)


def _looks(table: Table, row: int) -> object:
    """What ``_row`` goes by where no cell is merged, hidden or has a problem: a cell then is its kind and text."""
    cell_at = table.grid.lines[row].get
    seen = [
        None if cell is None else "" if numbers and cell.text.isdecimal() else (cell.kind, cell.text)
        for cell, numbers in [(cell_at(index), numbers) for index, numbers in table.naming]
    ]
    return *seen, _has_figures(table, row)


def _has_figures(table: Table, row: int) -> bool:
    return not all(map(is_blank, map(table.grid.lines[row].get, table.figure_places)))


def _without_structure(rows: list[Row]) -> list[Row]:
    """The rows, those doubtful that stand beside others and whose label names nothing (Ước cả tháng).

    A unit may be called by such words (Thạnh Chung); what is no unit under that heading belongs to nobody.
    """
    data = [r for r in rows if r.kind is RowKind.DATA]
    structure = {label for label in {r.label for r in data} if is_structure(label)} if len(data) > 1 else set()
    if not structure:
        return rows
    doubtful = {r.row for r in data if r.label in structure and not _names_unit(r)}
    return [r._replace(kind=RowKind.DOUBTFUL) if r.row in doubtful else r for r in rows]


def _names_unit(row: Row) -> bool:
    return next((column.role is Role.UNIT for column, text in row.labels if text), False)


def _with_lines(table: Table, rows: list[Row]) -> list[Row]:
    """The rows of a log, its lines told from its items: I. Phát thanh, or a channel without a number where items have one."""
    said = table.header.by_role(Role.GENRE, Role.DATE, *(c.role for c in table.header.figures if c.role))
    bare = [r for r in rows if r.kind is RowKind.DATA and all(is_blank(table.grid.effective(r.row, c.index)) for c in said)]
    levels = {r.row: _level(table, r.row, r.label) for r in rows if r.kind is RowKind.DATA}
    if all(level == 0 for level in levels.values()):
        return rows
    numbered = any(levels[r] for r in levels)
    lines = {r.row for r in bare if levels[r.row] == 0}
    unnumbered = [r for r in bare if numbered and levels[r.row] is None]
    lines |= {r.row for r in unnumbered if table.lexicon.dimensions_of(r.label) or names_days(r.label)}
    return [r._replace(kind=RowKind.EMPTY, level=0) if r.row in lines else r for r in rows]


def _row(table: Table, row: int) -> Row:
    labels = tuple((c, _label(table, row, c)) for c in table.label_columns)
    stray = _stray_label(table, row)
    if not any(t for _, t in labels) and stray and (not table.label_columns or table.lexicon.dimensions_of(stray[1])):
        labels = (stray,)
    text = next((t for _, t in labels if t), stray[1] if stray else "")
    kind = _kind_by_words(table, row, labels, stray[1] if stray else "")
    if kind is None and table.grid.turned:
        kind = _turned_kind(table, row, key(text))
    kind = kind or _plain_kind(table, labels, _has_figures(table, row))
    level = None if table.header.is_log and kind is RowKind.DATA else _level(table, row, text)
    return Row(row, kind, labels or ((table.header.columns[0], text),) if text else labels, level, about=_about(table, labels))


def _kind_by_words(table: Table, row: int, labels: tuple[tuple[Column, str], ...], stray: str) -> RowKind | None:
    """What the words of a row say that it is. An item of a log may be called anything: where it has a number it is an item."""
    if table.header.is_log and any(table.grid.is_valuelike(row, c.index) for c in table.header.order):
        return None
    # A remark in a column that is not read (tăng 3 so với tuần trước) says nothing of a row that has its label.
    named = not stray or any(key(t).strip("0123456789 ") for _, t in labels)
    if any(says_example(t) for t in ("" if named else stray, *(t for c, t in labels if c.role is not Role.TITLE))):
        return RowKind.EXAMPLE
    return _kind_by_labels(table, ("" if named else stray), labels) or _kind_beside(table, row)


def _kind_by_labels(table: Table, stray: str, labels: tuple[tuple[Column, str], ...]) -> RowKind | None:
    said = [kind_by_label(stray, table.lexicon)] if stray else []
    for column, text in labels:
        if text and column.role is Role.TITLE:
            kind = kind_by_title(text, table.lexicon)
            said.append(RowKind.DOUBTFUL if kind is RowKind.DETAIL and table.header.is_log else kind)
        elif text:
            said.append(kind_by_label(text, table.lexicon))
    return next(filter(None, said), None)


def _kind_beside(table: Table, row: int) -> RowKind | None:
    """What a row's number (VD) or a column that is not read (Kỳ: Tuần trước) says that it is."""
    numbers = (table.grid.text(row, c.index) for c in table.header.order)
    if any(all_words(n) in words.EXAMPLE_NUMBERS for n in numbers if not n.isdigit()):
        return RowKind.EXAMPLE
    texts = {key(text) for place in table.beside if (text := table.grid.text(row, place))}
    if not texts.isdisjoint(_ASIDE):
        return RowKind.PLAN
    return None if texts.isdisjoint(words.SUM) or table.header.is_log else RowKind.TOTAL


def _about(table: Table, labels: tuple[tuple[Column, str], ...]) -> frozenset[str]:
    found: set[str] = set()
    for column, text in labels:
        named = table.lexicon.dimensions_of(text) if text and column.role not in _NAMING else frozenset()
        found |= {column.id} if column.id in named and key(text) not in table.lexicon.shared else named
    return frozenset(found)


def _plain_kind(table: Table, labels: tuple[tuple[Column, str], ...], figures: bool) -> RowKind:
    if table.header.is_log:
        titled = any(t for c, t in labels if c.role is Role.TITLE)
        return RowKind.DATA if titled else RowKind.UNLABELLED if figures else RowKind.EMPTY
    if not figures:
        return RowKind.EMPTY
    return RowKind.DATA if any(t for _, t in labels) or not table.label_columns else RowKind.UNLABELLED


def _label(table: Table, row: int, column: Column) -> str:
    """The label of a row in one column. A label merged over several rows, or standing over blanks, holds for each of them."""
    text = table.grid.text(row, column.index)
    # The days of a log are often lines over its whole width.
    if column.role is Role.TITLE:
        merge = table.grid.merge(row, column.index)
        if merge is not None and merge.right > column.index and merge.left < column.index:
            return ""
    return "" if text in {"-", "–"} and is_valuelike(table.grid.at(row, column.index)) else text


def _stray_label(table: Table, row: int) -> tuple[Column, str] | None:
    """A text that stands before the figures and in no label column, such as Tổng cộng where a clerk merged the first cells."""
    for index, column in table.unlabelled_columns:
        text = table.grid.text(row, index)
        if text and table.grid.is_filled(row, index) and not table.grid.is_valuelike(row, index):
            return column, text
    return None


def _turned_kind(table: Table, row: int, label: str) -> RowKind | None:
    if label in words.MEASURED_IN or (not label and _is_measured_in(table, row)):
        return RowKind.MEASURED_IN
    return RowKind.ASIDE if label in words.NOTE or label in words.ORDER else None


def _is_measured_in(table: Table, row: int) -> bool:
    """Whether all that stands under the measures is what they are measured in (tin, phút, lượt)."""
    texts = [key(text) for c in table.header.measures if (text := table.grid.text(row, c.index))]
    return len(texts) > 1 and all(text in words.MEASURED_IN_ONLY for text in texts)


def _is_numbers(table: Table, row: int) -> bool:
    """A row of column letters or numbers (``A B 1 2 3``, ``(1) (2)``): no label, each cell the next in order."""
    texts = [table.grid.text(row, c).strip("() ") for c in table.columns_in(row)]
    if len(texts) < 3:  # noqa: PLR2004
        return False
    numbers = [int(t) for t in texts if t.isascii() and t.isdigit()]
    others = [t for t in texts if not (t.isascii() and t.isdigit())]
    short = all(len(t) <= 1 or "=" in t for t in others)
    consecutive = all(b == a + 1 for a, b in pairwise(numbers))
    return short and consecutive and (not numbers or numbers[0] <= 3)  # noqa: PLR2004


def _is_heading_again(table: Table, row: int) -> bool:
    if says_again(table.grid, table.header, row):
        return True
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
    order = table.grid.text(row, table.header.order[0].index) if table.header.order else ""
    level = _level_of_number(order) if order else None
    return _level_of(label) if level is None else level


def _level_of_number(order: str) -> int | None:
    """The level of a cell that holds a number alone. The thousands of a long table go on with its numbers: 999, 1.000."""
    if order.isdecimal() or _THOUSANDS.fullmatch(order):
        return _LEVELS["number"]
    return _level_of(order + ". .")


@lru_cache(maxsize=REMEMBERED)
def _level_of(text: str) -> int | None:
    match = words.MARKER.match(text)
    return _LEVELS[_marker_kind(match[1] or "", match[2] or "")] if match else None


def _marker_kind(number: str, dash: str) -> str:
    if dash:
        return "dash"
    if "." in number or "," in number:
        return "nested"
    if number.isdigit():
        return "number"
    if set(number) <= set("IVX"):
        return "roman"
    return "capital" if number.isupper() else "letter"
