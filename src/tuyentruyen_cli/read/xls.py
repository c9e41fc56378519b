"""Reads a workbook of Excel 97–2003 (.xls): xlrd and python-calamine over the same bytes.

The format stores the last result of each formula, never that there is none: see ``xls_records`` for what is made of that. Both
engines take their text and values from the same records, so they guard against each other's faults, not against a file that
lies about its results.
"""

from typing import Any, Final

import xlrd

from tuyentruyen_cli.model.sheet import Cell, Merge, Sheet
from tuyentruyen_cli.read.agree import agreed
from tuyentruyen_cli.read.engine import second_reading
from tuyentruyen_cli.read.fault import FileFault, unreadable, unsafe
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.preflight import MAX_CELLS
from tuyentruyen_cli.read.source import Contents, Source
from tuyentruyen_cli.read.xls_cell import XlsCells
from tuyentruyen_cli.read.xls_records import Formulas, Silence, formulas

# Rows times columns that the second engine lays out: 32 bytes a cell there, and a list's slot here.
_MAX_AREA: Final = 2_000_000


def read_xls(source: Source) -> Contents:
    """The worksheets of a workbook in its order, each cell as both engines read it. Chart and macro sheets hold no cells."""
    sheets = _first_reading(source)
    if sum(len(sheet.cells) for sheet in sheets) > MAX_CELLS or sum(map(_area, sheets)) > _MAX_AREA:
        raise unsafe("too-many-cells")
    return Contents(agreed(sheets, second_reading(source.data, [sheet.part for sheet in sheets])))


def _first_reading(source: Source) -> list[Sheet]:
    """What xlrd says. Whatever it raises on a damaged file is a fault of the file: it has no exceptions of its own for most."""
    try:
        found = formulas(source.data)
        book = xlrd.open_workbook(file_contents=source.data, logfile=Silence(), formatting_info=True, ragged_rows=True)
        sheets = book.sheets()
        cells = XlsCells(book)
        read = [_sheet(source.name, sheet, cells, of_sheet) for sheet, of_sheet in zip(sheets, found, strict=True)]
    except (FileFault, MemoryError):
        raise
    except Exception as error:
        raise unreadable("engine", engine="xlrd") from error
    if not read or len({sheet.part for sheet in read}) != len(read):
        raise unreadable("damaged")
    return read


def _sheet(file: str, sheet: Any, maker: XlsCells, found: Formulas) -> Sheet:
    made: list[Cell] = []
    for row in range(sheet.nrows):
        hidden = _is_hidden_row(sheet, row)
        for column in range(sheet.row_len(row)):
            cell = maker.make(sheet, row, column, found)
            if cell is not None:
                made.append(cell._replace(hidden=True) if hidden or _is_hidden_column(sheet, column) else cell)
    ranges = ((top, bottom, left, right) for top, bottom, left, right in sheet.merged_cells if top < bottom and left < right)
    merges = tuple(Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in ranges)
    return Sheet(file, sheet.name, tuple(marked(made, merges) if merges else made), merges, sheet.visibility != 0)


def _is_hidden_row(sheet: Any, row: int) -> bool:
    """Also one without height. A row that the file does not describe is as the sheet's default says."""
    info = sheet.rowinfo_map.get(row)
    if info is None:
        return bool(sheet.default_row_hidden)
    return bool(info.hidden) or (info.height == 0 and not info.has_default_height)


def _is_hidden_column(sheet: Any, column: int) -> bool:
    """Also one without width."""
    info = sheet.colinfo_map.get(column)
    if info is None:
        return bool(sheet.standardwidth == 0 or (sheet.standardwidth is None and sheet.defcolwidth == 0))
    return bool(info.hidden) or info.width == 0


def _area(sheet: Sheet) -> int:
    """How large a rectangle the cells need."""
    rows = max((cell.row for cell in sheet.cells), default=0)
    return rows * max((cell.column for cell in sheet.cells), default=0)
