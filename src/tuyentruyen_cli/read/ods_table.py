"""One table of an OpenDocument spreadsheet while it is read: cells with their addresses. Repeats are counted before they are
made, so that a blank million of rows costs nothing.
"""

from bisect import bisect_right
from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.cell_content import struck_out
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.ods_cell import content_of, number_format_of
from tuyentruyen_cli.read.ods_names import OFFICE, TABLE
from tuyentruyen_cli.read.ods_styles import OdsStyles
from tuyentruyen_cli.read.preflight import MAX_CELLS, MAX_COLUMN, MAX_ROW
from tuyentruyen_cli.read.xlsx_strings import RichText

ROW_GROUP: Final = TABLE + "table-row-group"
COLUMN_GROUP: Final = TABLE + "table-column-group"
_STYLE_NAME: Final = TABLE + "style-name"
_DEFAULT_STYLE: Final = TABLE + "default-cell-style-name"
_COLUMNS_REPEATED: Final = TABLE + "number-columns-repeated"
_ROWS_REPEATED: Final = TABLE + "number-rows-repeated"
_COLUMNS_SPANNED: Final = TABLE + "number-columns-spanned"
_ROWS_SPANNED: Final = TABLE + "number-rows-spanned"
_FORMULA: Final = TABLE + "formula"
_VALUE_TYPE: Final = OFFICE + "value-type"


class TableContent(NamedTuple):
    """A table as read. ``rows`` and ``columns`` are how far its cells reach, also those with an empty text."""

    name: str
    hidden: bool
    cells: tuple[Cell, ...]
    merges: tuple[Merge, ...]
    rows: int
    columns: int


class _Columns(NamedTuple):
    """Neighbouring columns that are alike, from the column ``first`` on."""

    first: int
    style: str
    hidden: bool


class Found(NamedTuple):
    """A cell with content in the row that is being read."""

    column: int
    attributes: Attributes
    text: RichText | None


class RowContent(NamedTuple):
    """What a row holds, or ``rows`` of them from that one on."""

    row: int
    rows: int
    found: tuple[Found, ...]


class Table:
    """A table that is being read. ``kept`` takes what its rows hold, with the first row and how many, and no cells are made."""

    def __init__(self, styles: OdsStyles, attributes: Attributes, kept: list[RowContent] | None = None) -> None:
        self.name = attributes.get(TABLE + "name", "")
        self.hidden = attributes.get(_STYLE_NAME) in styles.hidden_tables
        self.in_row = False
        self._groups: list[tuple[str, bool]] = []  # the groups that are open, and whether they are folded away
        self._kept = kept
        self._styles = styles
        self._columns: list[_Columns] = []
        self._next_column = self._row = self._column = 1
        self._row_attributes: Attributes = {}
        self._found: list[Found] = []
        self._spans: list[Merge] = []
        self._merges: list[Merge] = []
        self._cells: list[Cell] = []
        self._met = 0  # cells that say something, also an empty text, and spans
        self._reach = (0, 0)

    def add_columns(self, attributes: Attributes) -> None:
        """Columns, before all rows."""
        hidden = self._is_folded(COLUMN_GROUP) or self._is_hidden(attributes, "table-column")
        style = attributes.get(_DEFAULT_STYLE, "")
        self._columns.append(_Columns(self._next_column, style, hidden))
        self._next_column += _repeated(attributes, _COLUMNS_REPEATED)

    def start_group(self, name: str, attributes: Attributes) -> None:
        """A group of rows or columns that can be folded away."""
        self._groups.append((name, attributes.get(TABLE + "display") == "false"))

    def end_group(self) -> None:
        """The end of the group that was opened last."""
        self._groups.pop()

    def start_row(self, attributes: Attributes) -> None:
        """A row, or several that are alike."""
        self._row_attributes = attributes
        self._column = 1
        self.in_row = True

    def end_cell(self, attributes: Attributes, text: RichText | None) -> None:
        """A cell, or several that are alike."""
        count = _repeated(attributes, _COLUMNS_REPEATED)
        is_span = _COLUMNS_SPANNED in attributes or _ROWS_SPANNED in attributes
        is_empty = not text and _VALUE_TYPE not in attributes and _FORMULA not in attributes
        if is_span or not is_empty:
            if self._column + count - 1 > MAX_COLUMN:
                raise unreadable("damaged")
            if len(self._found) + len(self._spans) + count > MAX_CELLS:
                raise unsafe("too-many-cells")
            for column in range(self._column, self._column + count):
                if not is_empty:
                    self._found.append(Found(column, attributes, text))
                if is_span:
                    spanned = _repeated(attributes, _ROWS_SPANNED), _repeated(attributes, _COLUMNS_SPANNED)
                    self._spans.append(Merge(1, column, *spanned))
        self._column += count

    def end_row(self) -> None:
        """The end of a row: now its cells are made."""
        count = _repeated(self._row_attributes, _ROWS_REPEATED)
        if self._found or self._spans:
            if self._row + count - 1 > MAX_ROW:
                raise unreadable("damaged")
            self._met += (len(self._found) + len(self._spans)) * count
            if self._met > MAX_CELLS:
                raise unsafe("too-many-cells")
            furthest = max((found.column for found in self._found), default=0)
            self._reach = (self._row + count - 1, max(self._reach[1], furthest))
            if self._kept is not None:
                self._kept.append(RowContent(self._row, count, tuple(self._found)))
                self._found.clear()
            hidden = self._is_folded(ROW_GROUP) or self._is_hidden(self._row_attributes, "table-row")
            made = [cell for found in self._found if (cell := self._cell(found, hidden))]
            for row in range(self._row, self._row + count):
                self._cells += made if row == self._row else (cell._replace(row=row) for cell in made)
                self._merges += (_merge(row, span) for span in self._spans)
            self._found, self._spans = [], []
        self._row += count
        self.in_row = False

    def result(self) -> TableContent:
        """The whole table."""
        cells = tuple(marked(self._cells, self._merges) if self._merges else self._cells)
        return TableContent(self.name, self.hidden, cells, tuple(self._merges), *self._reach)

    def _cell(self, found: Found, hidden: bool) -> Cell | None:
        columns = self._columns_at(found.column)
        name = found.attributes.get(_STYLE_NAME) or self._row_attributes.get(_DEFAULT_STYLE)
        style = self._styles.cell(name or columns.style)
        formula = found.attributes.get(_FORMULA, "")
        content = content_of(found.attributes, found.text, style)
        if content is None or (content.raw == "" and not formula and not content.problem):
            return None
        if style.struck:
            content = struck_out(content)
        return Cell(
            self._row,
            found.column,
            content.kind,
            content.raw,
            content.text,
            number_format=number_format_of(found.attributes, style),
            formula=formula.partition("=")[2],
            problem=content.problem,
            hidden=hidden or columns.hidden,
            font=content.font,
            cleaned=content.cleaned,
        )

    def _columns_at(self, column: int) -> _Columns:
        index = bisect_right(self._columns, column, key=lambda columns: columns.first)
        return self._columns[index - 1] if index and column < self._next_column else _Columns(1, "", hidden=False)

    def _is_folded(self, name: str) -> bool:
        return any(hidden for group, hidden in self._groups if group == name)

    def _is_hidden(self, attributes: Attributes, family: str) -> bool:
        if attributes.get(TABLE + "visibility", "visible") != "visible":
            return True
        return (family, attributes.get(_STYLE_NAME, "")) in self._styles.flat


def _repeated(attributes: Attributes, name: str) -> int:
    """How often something is repeated, or how many it spans; once when nothing is said."""
    if name not in attributes:
        return 1
    count = int(attributes[name])
    if count < 1:
        raise unreadable("damaged")
    return count


def _merge(row: int, span: Merge) -> Merge:
    """The merge of a cell in that row; ``bottom`` and ``right`` of a span count rows and columns."""
    bottom, right = row + span.bottom - 1, span.left + span.right - 1
    return Merge(row, span.left, min(bottom, MAX_ROW), min(right, MAX_COLUMN))
