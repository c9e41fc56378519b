"""A sheet as rows and columns that can be asked, also turned on its side."""

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Sheet
from tuyentruyen_cli.vi.regex import regex

# 1. Số tin, bài
_NUMBERED = regex(r"\d{1,2}\s?[.)]\s+[^\W\d_]")
# Looked up once: each cell is asked for its kind many times.
_NUMBER, _TEXT, _BLANK = CellKind.NUMBER, CellKind.TEXT, CellKind.BLANK


def is_blank(cell: Cell | None) -> bool:
    """Whether a cell states nothing: no cell, or only white space. A cell with a problem states something."""
    if cell is None:
        return True
    kind = cell.kind
    if kind is _NUMBER or cell.problem:
        return False
    return kind is _BLANK or (kind is _TEXT and (not cell.text or cell.text.isspace()))


def is_valuelike(cell: Cell | None) -> bool:
    """Whether a cell could be meant as a figure (also one that will be refused), by its looks alone."""
    if cell is None:
        return False
    kind = cell.kind
    if kind is not _TEXT:
        return kind is not _BLANK or bool(cell.problem)
    text = cell.text.strip()
    if not text:
        return False
    if text[0].isdigit():
        return _NUMBERED.match(text) is None
    return text in {"-", "–", "—"} or (text[0] in "~+-(−≈" and text[1:2].isdigit())


Line: TypeAlias = Mapping[int, Cell]
"""The cells of one row by their column, from left to right."""

_NOTHING: Line = {}


class Grid(Struct, frozen=True, dict=True):
    """Cells by (row, column) of one sheet. With ``turned``, rows are the sheet's columns; addresses stay the sheet's own."""

    sheet: Sheet
    turned: bool = False

    @cached_property
    def lines(self) -> Mapping[int, Line]:
        """Every row that has cells, from top to bottom."""
        if not self.turned:
            whole = {row: {cell.column: cell for cell in cells} for row, cells in groupby(self.sheet.cells, itemgetter(0))}
            if sum(map(len, whole.values())) == len(self.sheet.cells):
                return whole
        lines: dict[int, dict[int, Cell]] = {}
        for cell in self.sheet.cells:  # of a sheet on its side, or in no order
            row, column = (cell.column, cell.row) if self.turned else (cell.row, cell.column)
            lines.setdefault(row, {})[column] = cell
        return dict(sorted(lines.items()))

    @cached_property
    def filled(self) -> Mapping[int, Line]:
        """Every row that has cells which are not blank, with these alone, from top to bottom."""
        if not any(cell.kind is not _NUMBER and is_blank(cell) for cell in self.sheet.cells):
            return self.lines
        said = ((row, {c: cell for c, cell in line.items() if not is_blank(cell)}) for row, line in self.lines.items())
        return {row: line for row, line in said if line}

    @cached_property
    def seen(self) -> Mapping[int, Line]:
        """The rows as a reader sees them: at each place that a merged range covers stands its top-left cell."""
        seen = dict(self.lines)
        for row, merges in self._merges_in.items():
            covered = ((column, self.at(merge.top, merge.left)) for column, merge in merges.items())
            own = ((column, cell) for column, cell in seen.get(row, _NOTHING).items() if column not in merges)
            seen[row] = {column: cell for column, cell in (*own, *covered) if cell is not None}
        return seen

    @cached_property
    def unusual(self) -> bool:
        """Whether some cell is hidden, has a problem, a legacy font or something that was removed from it."""
        return any(c.hidden or c.problem or c.font or c.cleaned for c in self.sheet.cells)

    @cached_property
    def merges(self) -> tuple[Merge, ...]:
        """The merged ranges in this grid's own rows and columns."""
        if not self.turned:
            return self.sheet.merges
        return tuple(Merge(m.left, m.top, m.right, m.bottom) for m in self.sheet.merges)

    @cached_property
    def _merges_in(self) -> dict[int, dict[int, Merge]]:
        # A merge over a whole column is as large as the sheet; only the part beside cells can matter.
        last = max(self.filled, default=0) + 1
        widest = max(map(max, self.filled.values()), default=0) + 1 if self.merges else 0
        found: dict[int, dict[int, Merge]] = {}
        for m in self.merges:
            columns = range(m.left, min(m.right, widest) + 1)
            for row in range(m.top, min(m.bottom, last) + 1):
                found.setdefault(row, {}).update(dict.fromkeys(columns, m))
        return found

    def merge(self, row: int, column: int) -> Merge | None:
        """The merged range that covers a place, or None."""
        merges = self._merges_in.get(row)
        return merges.get(column) if merges else None

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place itself."""
        return self.lines.get(row, _NOTHING).get(column)

    def is_filled(self, row: int, column: int) -> bool:
        """Whether the cell at a place itself states anything."""
        return not is_blank(self.at(row, column))

    def effective(self, row: int, column: int) -> Cell | None:
        """The cell that a reader sees at a place: for a merged range its top-left cell."""
        return self.seen.get(row, _NOTHING).get(column)

    def is_valuelike(self, row: int, column: int) -> bool:
        """Whether what a reader sees at a place could be meant as a figure."""
        return is_valuelike(self.effective(row, column))

    def text(self, row: int, column: int) -> str:
        """The text that a reader sees at a place, stripped."""
        cell = self.seen.get(row, _NOTHING).get(column)
        return "" if cell is None else cell.text.strip()

    def locate(self, row: int, column: int) -> Location:
        """The address in the sheet of a place in this grid."""
        if self.turned:
            row, column = column, row
        return Location(self.sheet.file, self.sheet.part, row, column)
