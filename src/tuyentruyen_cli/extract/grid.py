"""A sheet as rows and columns that can be asked, also turned on its side."""

from functools import cached_property

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


class Grid(Struct, frozen=True, dict=True):
    """Cells by (row, column) of one sheet. With ``turned``, rows are the sheet's columns; addresses stay the sheet's own."""

    sheet: Sheet
    turned: bool = False

    @cached_property
    def cells(self) -> dict[tuple[int, int], Cell]:
        """Every cell by its place in this grid."""
        if self.turned:
            return {(c.column, c.row): c for c in self.sheet.cells}
        return {(c.row, c.column): c for c in self.sheet.cells}

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """The columns with a non-blank cell, by row, both in order."""
        rows: dict[int, list[int]] = {}
        for row, column in sorted(self.filled):
            columns = rows.get(row)
            if columns is None:
                rows[row] = [column]
            else:
                columns.append(column)
        return rows

    @cached_property
    def filled(self) -> dict[tuple[int, int], Cell]:
        """The cells that are not blank, by their place in this grid."""
        return {place: cell for place, cell in self.cells.items() if cell.kind is _NUMBER or not is_blank(cell)}

    @cached_property
    def valuelike(self) -> frozenset[tuple[int, int]]:
        """The places of cells that could be meant as figures, by their looks alone."""
        return frozenset(place for place, cell in self.filled.items() if cell.kind is _NUMBER or is_valuelike(cell))

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
    def _merge_of(self) -> dict[tuple[int, int], Merge]:
        # A merge over a whole column is as large as the sheet; only the part beside cells can matter.
        last = max(self.rows, default=0) + 1
        widest = max((columns[-1] for columns in self.rows.values()), default=0) + 1
        return {
            (row, column): m
            for m in self.merges
            for row in range(m.top, min(m.bottom, last) + 1)
            for column in range(m.left, min(m.right, widest) + 1)
        }

    def merge(self, row: int, column: int) -> Merge | None:
        """The merged range that covers a place, or None."""
        return self._merge_of.get((row, column))

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place itself."""
        return self.cells.get((row, column))

    def effective(self, row: int, column: int) -> Cell | None:
        """The cell that a reader sees at a place: for a merged range its top-left cell."""
        merge = self._merge_of.get((row, column))
        return self.cells.get((merge.top, merge.left)) if merge else self.cells.get((row, column))

    def is_valuelike(self, row: int, column: int) -> bool:
        """Whether what a reader sees at a place could be meant as a figure."""
        merge = self._merge_of.get((row, column))
        return ((merge.top, merge.left) if merge else (row, column)) in self.valuelike

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        texts = {place: text for place, cell in self.cells.items() if (text := cell.text.strip())}
        for (row, column), merge in self._merge_of.items():
            if (row, column) != (merge.top, merge.left):
                texts[row, column] = texts.get((merge.top, merge.left), "")
        return texts

    def text(self, row: int, column: int) -> str:
        """The text that a reader sees at a place, stripped."""
        return self._texts.get((row, column), "")

    def locate(self, row: int, column: int) -> Location:
        """The address in the sheet of a place in this grid."""
        if self.turned:
            row, column = column, row
        return Location(self.sheet.file, self.sheet.part, row, column)
