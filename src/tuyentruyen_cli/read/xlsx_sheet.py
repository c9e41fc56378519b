"""Streams through one worksheet's XML: cells with their addresses, hidden rows and columns, merges."""

import re
from collections.abc import Mapping
from operator import lt
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.cell_content import struck_out
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import Complete, flag, in_spreadsheet, names_in_spreadsheet, take, whole
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.preflight import MAX_CELLS, MAX_COLUMN, MAX_ROW
from tuyentruyen_cli.read.xlsx_cell import Workbook
from tuyentruyen_cli.read.xlsx_formula import SharedFormula, column_number
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
    reader = _SheetReader(workbook)
    take(content, in_spreadsheet(reader.handlers()))
    return reader.result()


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


class _SheetReader:
    """What has been met of a worksheet. Merges and columns may come after all rows."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._position = Position()
        self._cells: list[Cell] = []
        self._merges: list[Merge] = []
        self._hidden_columns: list[range] = []
        self._listed_columns: list[range] = []
        self._columns_hidden = False
        self._rows_flat = False
        self._rows = self._columns = 0
        self._shared: dict[str, SharedFormula] = {}

    def handlers(self) -> dict[str, Complete]:
        """What is done with each element, by local name."""
        return {"sheetFormatPr": self._defaults, "col": self._column, "row": self._row, "mergeCell": self._merge}

    def result(self) -> SheetContent:
        """Everything that was met."""
        cells = _in_order(self._cells)
        if self._hidden_columns or self._columns_hidden:
            cells = [cell._replace(hidden=True) if self._is_hidden(cell.column) else cell for cell in cells]
        if self._merges:
            cells = marked(cells, self._merges)
        return SheetContent(tuple(cells), tuple(self._merges), self._rows, self._columns)

    def _is_hidden(self, column: int) -> bool:
        if self._columns_hidden and not any(column in listed for listed in self._listed_columns):
            return True
        return any(column in hidden for hidden in self._hidden_columns)

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

    def _row(self, element: Element) -> None:
        position = self._position
        position.start_row(element.attrib)
        height = element.get("ht")
        hidden = flag(element.attrib, "hidden") or _is_zero(height) or (height is None and self._rows_flat)
        place = position.start_cell
        cells = [(column, part) for part in element if part.tag in _C and (column := place(part.get("r"))) and len(part)]
        for column, part in cells:
            self._cell(part, position.row, column, hidden)
        if cells:
            self._rows = max(self._rows, position.row)
            self._columns = max(self._columns, *(column for column, _ in cells))
        element.clear()
        if len(self._cells) > MAX_CELLS:
            raise unsafe("too-many-cells")

    def _cell(self, element: Element, row: int, column: int, hidden: bool) -> None:
        value = formula = inline = None
        for part in element:
            tag = part.tag
            if tag in _V:
                # A second v goes on where the first ended: 5 and 6 become 56, which the other engine does not say.
                value = part.text or "" if value is None else value + (part.text or "")
            elif tag in _F:
                formula = part
            elif tag in _IS:
                inline = rich_text(part)
        style = self._workbook.styles[element.get("s", "0")]
        content = self._workbook.content(element.get("t", "n"), value, formula is not None, inline, style)
        if content is None:
            return
        kind, raw, text, problem, font, cleaned = struck_out(content) if style.struck else content
        if raw != "" or problem or formula is not None:
            written = "" if formula is None else self._formula_text(formula, row, column)
            made = Cell(row, column, kind, raw, text, style.number_format, written, problem, hidden, None, font, cleaned)
            self._cells.append(made)

    def _formula_text(self, formula: Element, row: int, column: int) -> str:
        text = formula.text or ""
        if formula.get("t") == "shared":
            name = formula.get("si", "")
            if text:
                self._shared[name] = SharedFormula(text, row, column)
            elif name in self._shared:
                return self._shared[name].at(row, column)
        elif formula.get("t") == "dataTable":
            return f"TABLE({formula.get('r1', '')},{formula.get('r2', '')})"
        return text

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
