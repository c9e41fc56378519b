"""Streams through one worksheet's XML: cells with their addresses, hidden rows and columns, merges."""

import re
from collections.abc import Mapping
from operator import lt
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import Complete, flag, in_spreadsheet, names_in_spreadsheet, take, whole
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.preflight import MAX_CELLS, MAX_COLUMN, MAX_ROW
from tuyentruyen_cli.read.xlsx_cell import Said, Workbook
from tuyentruyen_cli.read.xlsx_formula import Formula, column_number
from tuyentruyen_cli.read.xlsx_maker import COLUMNS, SILENT, CellMaker
from tuyentruyen_cli.read.xlsx_plain import NotPlainError, PlainRows
from tuyentruyen_cli.read.xlsx_strings import rich_text

_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?", re.IGNORECASE)
_C: Final = names_in_spreadsheet("c")
_V: Final = names_in_spreadsheet("v")
_F: Final = names_in_spreadsheet("f")
_IS: Final = names_in_spreadsheet("is")


class SheetContent(NamedTuple):
    """What a worksheet holds. ``rows`` and ``columns`` are how far its cells reach, also those whose value is an empty text."""

    cells: tuple[Cell, ...]
    merges: tuple[Merge, ...]
    rows: int
    columns: int


def read_sheet(content: bytes, workbook: Workbook) -> SheetContent:
    """The cells of a worksheet in row order. Its ``dimension`` is not asked: WPS writes wrong ones."""
    try:
        return SheetReader(workbook).read_plain(content)
    except (NotPlainError, ValueError):
        return SheetReader(workbook).read_tree(content)


class Position:
    """Where the next row and cell stand; those without an address follow the one before."""

    def __init__(self) -> None:
        self.row = 0
        self.column = 0
        self._row_text = "0"
        self._numbers: dict[str, int] = {}

    def start_row(self, attributes: Mapping[str, str]) -> None:
        """Moves to a row."""
        number = attributes.get("r")
        self.row = self.row + 1 if number is None else int(number)
        self._row_text = str(self.row)
        self.column = 0
        if not 1 <= self.row <= MAX_ROW:
            raise unreadable("damaged")

    def start_cell(self, reference: str | None) -> int:
        """Moves to a cell and returns its column. One that claims to stand in another row makes the sheet damaged: it would be
        hidden, or not, with the row around it.
        """
        if reference is None:
            self.column += 1
        else:
            letters = reference.removesuffix(self._row_text)
            if letters == reference:
                raise unreadable("damaged")
            column = self._numbers.get(letters)
            if column is None:
                column = self._numbers[letters] = column_number(letters)
            self.column = column
        if self.column > MAX_COLUMN:
            raise unreadable("damaged")
        return self.column


class SheetReader:
    """What has been met of a worksheet. Merges and columns may come after all rows."""

    def __init__(self, workbook: Workbook) -> None:
        self._maker = CellMaker(workbook)
        self._position = Position()
        self._cells: list[Cell] = []
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[range] = []
        self._listed_columns: list[range] = []
        self._columns_hidden = False
        self._rows_flat = False
        self._rows = self._columns = 0

    def read_tree(self, content: bytes) -> SheetContent:
        """Any worksheet."""
        take(content, in_spreadsheet({**self._around(), "row": self._row}))
        return self._result(_in_order(self._cells))

    def read_plain(self, content: bytes) -> SheetContent:
        """The same of a worksheet whose rows are plain and in order. Raises NotPlainError, ValueError for another one."""
        rows = PlainRows(content)
        for row, number, pieces in rows:
            if pieces:
                self._plain_cells(row, number + b'"', pieces)
        are_hidden: list[bool] = []
        sheets: list[Element] = []

        def form(element: Element) -> None:
            are_hidden.append(self._is_hidden_row(element))

        take(rows.frame(), in_spreadsheet({**self._around(), "row": form, "sheetData": sheets.append}))
        if [len(sheet) for sheet in sheets] != [len(rows.attributes)] or len(are_hidden) != len(rows.attributes):
            raise NotPlainError
        for numbers, is_hidden in zip(rows.attributes.values(), are_hidden, strict=True):
            if is_hidden:
                self._hidden_rows.update(numbers)
        return self._result(self._cells)

    def _around(self) -> dict[str, Complete]:
        """What is done with each element but the rows, by local name."""
        return {"sheetFormatPr": self._defaults, "col": self._column, "mergeCell": self._merge}

    def _result(self, cells: list[Cell]) -> SheetContent:
        """Everything that was met."""
        if self._hidden_rows or self._hidden_columns or self._columns_hidden:
            cells = [cell._replace(hidden=True) if self._is_hidden(cell) else cell for cell in cells]
        if self._merges:
            cells = marked(cells, self._merges)
        return SheetContent(tuple(cells), tuple(self._merges), self._rows, self._columns)

    def _is_hidden(self, cell: Cell) -> bool:
        if cell.row in self._hidden_rows:
            return True
        if self._columns_hidden and not any(cell.column in listed for listed in self._listed_columns):
            return True
        return any(cell.column in hidden for hidden in self._hidden_columns)

    def _defaults(self, element: Element) -> None:
        # zeroHeight hides the rows that the file does not list; those have no cells. Listed rows say for themselves whether
        # they are hidden ("hide unused rows" in XlsxWriter and Excel leaves the used ones without any mark).
        self._rows_flat = _is_zero(element.get("defaultRowHeight"))
        self._columns_hidden = _is_zero(element.get("defaultColWidth"))

    def _column(self, element: Element) -> None:
        attributes = element.attrib
        columns = range(whole(attributes, "min"), whole(attributes, "max") + 1)
        self._listed_columns.append(columns)
        width = attributes.get("width")
        if flag(attributes, "hidden") or _is_zero(width) or (width is None and self._columns_hidden):
            self._hidden_columns.append(columns)

    def _is_hidden_row(self, row: Element) -> bool:
        height = row.get("ht")
        return flag(row.attrib, "hidden") or _is_zero(height) or (height is None and self._rows_flat)

    def _row(self, element: Element) -> None:
        position = self._position
        position.start_row(element.attrib)
        if self._is_hidden_row(element):
            self._hidden_rows.add(position.row)
        place = position.start_cell
        cells = [(column, part) for part in element if part.tag in _C and (column := place(part.get("r"))) and len(part)]
        for column, part in cells:
            self._cell(part, position.row, column)
        if cells:
            self._reach(position.row, max(column for column, _ in cells))
        element.clear()

    def _cell(self, element: Element, row: int, column: int) -> None:
        value = formula = inline = None
        for part in element:
            tag = part.tag
            if tag in _V:
                # A second v goes on where the first ended: 5 and 6 become 56, which the other engine does not say.
                value = part.text or "" if value is None else value + (part.text or "")
            elif tag in _F:
                inputs = (part.get("r1", ""), part.get("r2", ""))
                formula = Formula(part.text or "", part.get("t", ""), part.get("si", ""), inputs)
            elif tag in _IS:
                inline = rich_text(part)
        about = self._maker.about(row, column, Said(element.get("s", "0"), element.get("t", "n"), value, formula, inline))
        if about is not SILENT:
            self._cells.append(Cell(row, column, *about))

    def _plain_cells(self, row: int, address_end: bytes, pieces: list[bytes]) -> None:
        known, append, made = self._maker.known, self._cells.append, tuple.__new__
        column = reached = 0
        for piece in pieces:
            # A cell that says another row has more than letters before this row's number, wherever that stands.
            letters, _, inside = piece.partition(address_end)
            before, column = column, COLUMNS[letters]
            if column <= before:
                raise NotPlainError
            about = known.get(inside)
            if about is None:
                about = self._maker.learned(row, column, inside)
            if about:
                reached = column
                if about is not SILENT:
                    append(made(Cell, (row, column, *about)))
        if reached:
            self._reach(row, reached)

    def _reach(self, row: int, column: int) -> None:
        self._rows = max(self._rows, row)
        self._columns = max(self._columns, column)
        if len(self._cells) > MAX_CELLS:
            raise unsafe("too-many-cells")

    def _merge(self, element: Element) -> None:
        match = _RANGE.fullmatch(element.get("ref", ""))
        if not match:
            raise unreadable("damaged")
        left, top = column_number(match[1]), int(match[2])
        right, bottom = column_number(match[3] or match[1]), int(match[4] or match[2])
        if not (1 <= top <= bottom <= MAX_ROW and 1 <= left <= right <= MAX_COLUMN):
            raise unreadable("damaged")
        self._merges.append(Merge(top, left, bottom, right))


def _is_zero(length: str | None) -> bool:
    return length is not None and float(length) == 0


def _in_order(cells: list[Cell]) -> list[Cell]:
    """By row and column. An address that holds two cells is refused: programs disagree which of them counts."""
    places = [(cell.row, cell.column) for cell in cells]
    if all(map(lt, places, places[1:])):
        return cells
    by_place: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        place = (cell.row, cell.column)
        by_place[place] = cell._replace(problem="readings-differ") if place in by_place else cell
    return [by_place[place] for place in sorted(by_place)]
