"""Streams through one worksheet's XML: cells with their addresses, hidden rows and columns, merges."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import Attributes, End, Start, attach, flag, in_spreadsheet, parser, run, whole
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.preflight import MAX_CELLS, MAX_COLUMN, MAX_ROW
from tuyentruyen_cli.read.xlsx_cell import CellMaker, Element
from tuyentruyen_cli.read.xlsx_formula import SharedFormula, column_number
from tuyentruyen_cli.read.xlsx_strings import RichText, TextCollector

_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?", re.IGNORECASE)
_DIGITS: Final = "0123456789"


class SheetContent(NamedTuple):
    """What a worksheet holds. ``rows`` and ``columns`` are how far its cells reach, also those whose
    value is an empty text.
    """

    cells: tuple[Cell, ...]
    merges: tuple[Merge, ...]
    rows: int
    columns: int


def read_sheet(content: bytes, maker: CellMaker) -> SheetContent:
    """The cells of a worksheet in row order. Its ``dimension`` is not asked: WPS writes wrong ones."""
    reader = _SheetReader(maker)
    run(reader.parser, content)
    return reader.result()


class Position:
    """Where the next row and cell stand; those without an address follow the one before."""

    def __init__(self) -> None:
        self.row = 0
        self.column = 0
        self._numbers: dict[str, int] = {}

    def start_row(self, attributes: Attributes) -> None:
        """Moves to a row."""
        number = attributes.get("r")
        self.row = self.row + 1 if number is None else int(number)
        self.column = 0
        if not 1 <= self.row <= MAX_ROW:
            raise unreadable("damaged")

    def start_cell(self, attributes: Attributes) -> None:
        """Moves to a cell. One that claims to stand in another row makes the sheet damaged: it would be hidden, or not, with
        the row around it.
        """
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            number = self._numbers.get(letters)
            if number is None:
                number = self._numbers[letters] = column_number(letters)
            self.column = number
            if reference[len(letters) :] != str(self.row):
                raise unreadable("damaged")
        if not 1 <= self.column <= MAX_COLUMN:
            raise unreadable("damaged")


class _SheetReader:
    """The state of reading one worksheet. Cells are made as they end; merges and columns may come after them."""

    def __init__(self, maker: CellMaker) -> None:
        self.parser = parser()
        self._maker = maker
        self._position = Position()
        self._texts = TextCollector(self.parser)
        self._cells: list[Cell] = []
        self._merges: list[Merge] = []
        self._hidden_columns: list[range] = []
        self._listed_columns: list[range] = []
        self._columns_hidden = False
        self._rows_flat = False
        self._row_hidden = False
        self._reach = (0, 0)
        self._shared: dict[str, SharedFormula] = {}
        self._start_of_cell()
        starts: dict[str, Start] = {
            "sheetFormatPr": self._defaults,
            "col": self._column,
            "row": self._row,
            "c": self._cell,
            "v": self._value_start,
            "f": self._formula_start,
            "mergeCell": self._merge,
            **self._texts.starts(),
        }
        ends: dict[str, End] = {
            "c": self._cell_end,
            "v": self._value_end,
            "f": self._formula_end,
            "is": self._inline_end,
            **self._texts.ends(),
        }
        attach(self.parser, in_spreadsheet(starts), in_spreadsheet(ends))

    def result(self) -> SheetContent:
        """Everything that was met."""
        cells = _in_order(self._cells)
        if self._hidden_columns or self._columns_hidden:
            cells = [cell._replace(hidden=True) if self._is_hidden(cell.column) else cell for cell in cells]
        if self._merges:
            cells = marked(cells, self._merges)
        return SheetContent(tuple(cells), tuple(self._merges), *self._reach)

    def _is_hidden(self, column: int) -> bool:
        if self._columns_hidden and not any(column in listed for listed in self._listed_columns):
            return True
        return any(column in hidden for hidden in self._hidden_columns)

    def _defaults(self, attributes: Attributes) -> None:
        # zeroHeight hides the rows that the file does not list; those have no cells. Listed rows say for themselves whether
        # they are hidden ("hide unused rows" in XlsxWriter and Excel leaves the used ones without any mark).
        self._rows_flat = _is_zero(attributes.get("defaultRowHeight"))
        self._columns_hidden = _is_zero(attributes.get("defaultColWidth"))

    def _column(self, attributes: Attributes) -> None:
        columns = range(whole(attributes, "min"), whole(attributes, "max") + 1)
        self._listed_columns.append(columns)
        width = attributes.get("width")
        if flag(attributes, "hidden") or _is_zero(width) or (width is None and self._columns_hidden):
            self._hidden_columns.append(columns)

    def _row(self, attributes: Attributes) -> None:
        self._position.start_row(attributes)
        height = attributes.get("ht")
        self._row_hidden = flag(attributes, "hidden") or _is_zero(height) or (height is None and self._rows_flat)

    def _cell(self, attributes: Attributes) -> None:
        self._position.start_cell(attributes)
        self._start_of_cell()
        self._type = attributes.get("t", "n")
        self._style = int(attributes.get("s", "0"))

    def _start_of_cell(self) -> None:
        self._type = "n"
        self._style = 0
        self._value: list[str] | None = None
        self._inline: RichText | None = None
        self._formula: list[str] | None = None
        self._formula_attributes: Attributes = {}

    def _value_start(self, _: Attributes) -> None:
        # A second v goes on in the same list: 5 and 6 become 56, which the other engine does not say.
        self._value = [] if self._value is None else self._value
        self.parser.CharacterDataHandler = self._value.append

    def _value_end(self) -> None:
        self.parser.CharacterDataHandler = None

    def _formula_start(self, attributes: Attributes) -> None:
        self._formula = []
        self._formula_attributes = attributes
        self.parser.CharacterDataHandler = self._formula.append

    def _formula_end(self) -> None:
        self.parser.CharacterDataHandler = None

    def _inline_end(self) -> None:
        self._inline = self._texts.take()

    def _cell_end(self) -> None:
        if self._value is None and self._formula is None and self._inline is None:
            return
        row, column = self._position.row, self._position.column
        self._reach = (max(self._reach[0], row), max(self._reach[1], column))
        value = None if self._value is None else "".join(self._value)
        formula = None if self._formula is None else self._formula_text(row, column)
        element = Element(row, column, self._type, self._style, value, formula, self._inline)
        cell = self._maker.make(element, self._row_hidden)
        if cell is not None:
            self._cells.append(cell)
            if len(self._cells) > MAX_CELLS:
                raise unsafe("too-many-cells")

    def _formula_text(self, row: int, column: int) -> str:
        text = "".join(self._formula or ())
        attributes = self._formula_attributes
        if attributes.get("t") == "shared":
            name = attributes.get("si", "")
            if text:
                self._shared[name] = SharedFormula(text, row, column)
            elif name in self._shared:
                return self._shared[name].at(row, column)
        elif attributes.get("t") == "dataTable":
            return f"TABLE({attributes.get('r1', '')},{attributes.get('r2', '')})"
        return text

    def _merge(self, attributes: Attributes) -> None:
        match = _RANGE.fullmatch(attributes.get("ref", ""))
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
    if all(before < after for before, after in pairwise(places)):
        return cells
    by_place: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        place = (cell.row, cell.column)
        by_place[place] = cell._replace(problem="readings-differ") if place in by_place else cell
    return [by_place[place] for place in sorted(by_place)]
