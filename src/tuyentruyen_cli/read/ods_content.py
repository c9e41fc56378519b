"""Streams through ``content.xml`` of an OpenDocument spreadsheet, past all that is no table."""

from typing import Final

from tuyentruyen_cli.read.markup import Attributes, parser, run
from tuyentruyen_cli.read.ods_names import OFFICE, TABLE, TEXT
from tuyentruyen_cli.read.ods_styles import OdsStyles
from tuyentruyen_cli.read.ods_table import COLUMN_GROUP, ROW_GROUP, RowContent, Table, TableContent
from tuyentruyen_cli.read.ods_text import BESIDE, Paragraphs

_WITH_STYLES: Final = frozenset({OFFICE + "font-face-decls", OFFICE + "automatic-styles", OFFICE + "styles"})
_CELLS: Final = (TABLE + "table-cell", TABLE + "covered-table-cell")
# What only holds the elements that matter; all else is passed over with what is inside it (old versions of cells in
# tracked-changes, notes, drawings, links to other files).
_PASSED_THROUGH: Final = frozenset(
    {OFFICE + "document-content", OFFICE + "body", OFFICE + "spreadsheet"}
    | {TABLE + local for local in ("table-columns", "table-header-columns", "table-rows", "table-header-rows")}
)


def read_tables(content: bytes, styles: OdsStyles, kept: list[list[RowContent]] | None = None) -> list[TableContent]:
    """The tables of a spreadsheet in order. Takes the automatic styles of the part first.

    With ``kept`` the rows of each table are put there as they are, and tables have no cells.
    """
    reader = _ContentReader(styles, kept)
    run(reader.parser, content)
    return reader.tables


class _ContentReader:
    """Where in ``content.xml`` the parser is."""

    def __init__(self, styles: OdsStyles, kept: list[list[RowContent]] | None) -> None:
        self._kept = kept
        self.tables: list[TableContent] = []
        self.parser = parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._styles = styles
        self._paragraphs = Paragraphs(styles.span)
        self._table: Table | None = None
        self._cell: Attributes | None = None
        self._passed_over = 0
        self._depth_of_styles = 0
        self._in_paragraph = 0

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._passed_over:
            self._passed_over += 1
        elif self._depth_of_styles or name in _WITH_STYLES:
            self._depth_of_styles += 1
            self.parser.CharacterDataHandler = self._styles.text
            self._styles.start(name, attributes)
        elif self._in_paragraph:
            self._start_in_paragraph(name, attributes)
        elif self._cell is not None and name == TEXT + "p":
            self._in_paragraph = 1
            self._paragraphs.start_paragraph()
            self.parser.CharacterDataHandler = self._paragraphs.text
        elif not self._start_in_table(name, attributes):
            self._passed_over = 1

    def _start_in_paragraph(self, name: str, attributes: Attributes) -> None:
        if not name.startswith(TEXT) or name in BESIDE:
            self._passed_over = 1
            self.parser.CharacterDataHandler = None
            return
        self._in_paragraph += 1
        self._paragraphs.start(name, attributes)

    def _start_in_table(self, name: str, attributes: Attributes) -> bool:
        """Whether what is inside the element matters."""
        table = self._table
        if self._cell is not None:
            return False
        if table is None:
            if name == TABLE + "table":
                rows: list[RowContent] | None = None if self._kept is None else []
                if self._kept is not None and rows is not None:
                    self._kept.append(rows)
                self._table = Table(self._styles, attributes, rows)
            return name == TABLE + "table" or name in _PASSED_THROUGH
        if name in _CELLS and table.in_row:
            self._cell = attributes
        elif name == TABLE + "table-row" and not table.in_row:
            table.start_row(attributes)
        elif name == TABLE + "table-column":
            table.add_columns(attributes)
        elif name == TABLE + "scenario":
            table.hidden = True  # kept beside the sheet that it would replace
            return False
        elif name in {ROW_GROUP, COLUMN_GROUP}:
            table.start_group(name, attributes)
        else:
            return name in _PASSED_THROUGH
        return True

    def _end(self, name: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
            if not self._passed_over and self._in_paragraph:
                self.parser.CharacterDataHandler = self._paragraphs.text
        elif self._depth_of_styles:
            self._depth_of_styles -= 1
            self._styles.end(name)
            if not self._depth_of_styles:
                self.parser.CharacterDataHandler = None
        elif self._in_paragraph:
            self._end_in_paragraph()
        elif self._table is not None:
            self._end_in_table(name, self._table)

    def _end_in_paragraph(self) -> None:
        self._in_paragraph -= 1
        if self._in_paragraph:
            self._paragraphs.end()
        else:
            self.parser.CharacterDataHandler = None

    def _end_in_table(self, name: str, table: Table) -> None:
        if name in _CELLS and self._cell is not None:
            table.end_cell(self._cell, self._paragraphs.take())
            self._cell = None
        elif name == TABLE + "table-row":
            table.end_row()
        elif name in {ROW_GROUP, COLUMN_GROUP}:
            table.end_group()
        elif name == TABLE + "table":
            self.tables.append(table.result())
            self._table = None
