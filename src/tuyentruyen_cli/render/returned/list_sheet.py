"""The sheet CẦN SỬA of a marked workbook: a row for each thing to mend, with a link to its cell."""

import json
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any, Final

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.returned import LIST_SHEET, MARK
from tuyentruyen_cli.render.returned.words import Line, shortened
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say

COLUMNS: Final = ("number", "sheet", "place", "severity", "typed", "found", "allowed", "example", "ask")
_WIDTHS: Final = (5, 12, 9, 11, 14, 33, 23, 20, 33)
_HEAD_ROW: Final = 5
# Hidden: what the marked cell was filled with before, so that a later copy can take the colour off.
_KEY_COLUMN: Final = len(COLUMNS) + 1
_LONGEST: Final = 500
_HEAD_ROWS_SEARCHED: Final = 10
_LINE_HEIGHT: Final = 15.0  # points, of 11 point type
_IN_A_UNIT: Final = 1.05  # characters in a unit of width
_FONT: Final = "Times New Roman"
ERROR_FILL: Final = "FFC7CE"
WARNING_FILL: Final = "FFEB9C"


def is_list(sheet: Any) -> bool:
    """Whether a worksheet of openpyxl is such a list, made before."""
    texts = [
        value
        for row in sheet.iter_rows(max_row=_HEAD_ROWS_SEARCHED, values_only=True)
        for value in row
        if isinstance(value, str)
    ]
    return any(MARK in text for text in texts) and any(LIST_SHEET in text for text in (sheet.title, *texts))


def write_list(book: Any, lines: Sequence[Line], before: Sequence[str], title: str, how: str) -> None:
    """Put the list before all other sheets. ``before`` is for each line what its cell was filled with, as XML, or empty."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - openpyxl is loaded where a copy is made

    sheet = book.create_sheet(LIST_SHEET, 0)
    for row, text in enumerate((title, how, say("replies.list-mark", "vi", mark=MARK)), start=1):
        put(sheet.cell(row, 1), text)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
        sheet.cell(row, 1).font = Font(name=_FONT, size=14 if row == 1 else 11, bold=row == 1, italic=row == 3)  # noqa: PLR2004
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 1.5 * _LINE_HEIGHT, 2 * _LINE_HEIGHT
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), start=1):
        put(sheet.cell(_HEAD_ROW, column), say(f"replies.column-{name}", "vi"))
        _frame(sheet.cell(_HEAD_ROW, column), bold=True, colour="D9D9D9")
        sheet.column_dimensions[sheet.cell(_HEAD_ROW, column).column_letter].width = width
    for number, (line, fill) in enumerate(zip(lines, before, strict=True), start=1):
        _row(sheet, _HEAD_ROW + number, number, line, fill)
    _set_up(sheet, _HEAD_ROW + len(lines))


def put(cell: Any, text: str) -> None:
    """Set a text that stays a text, whatever it begins with."""
    cell.value = clean(text)
    cell.data_type = "s"


def _row(sheet: Any, row: int, number: int, line: Line, fill: str) -> None:
    severity = say(f"replies.severity-{'error' if line.error else 'warning'}", "vi")
    typed = line.typed or (say("replies.blank", "vi") if line.cell else "")
    sheet_name = (line.cell.part if line.cell else line.part) or ""
    texts = (str(number), sheet_name, line.near, severity, typed, line.found, line.allowed, line.example, line.ask)
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column)
        put(cell, shortened(text, _LONGEST))
        _frame(cell, colour=ERROR_FILL if line.error and column == COLUMNS.index("severity") + 1 else "")
    rows = (ceil(len(clean(t)) / (w * _IN_A_UNIT)) for t, w in zip(texts, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(1, *rows)
    link_to(sheet, sheet.cell(row, COLUMNS.index("place") + 1), line)
    if line.cell and fill:
        put(sheet.cell(row, _KEY_COLUMN), json.dumps([line.cell.part, line.cell.row, line.cell.column, fill]))


def link_to(sheet: Any, cell: Any, line: Line) -> None:
    """Make a cell lead to the place of a line; a hidden sheet cannot be gone to."""
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import quote_sheetname  # noqa: PLC0415
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415

    part = line.cell.part if line.cell else line.part
    book = sheet.parent
    if part not in book.sheetnames or book[part].sheet_state != "visible":
        return
    where = line.cell.cell if line.cell else "A1"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(part)}!{where}")
    cell.font = Font(name=_FONT, size=11, color="0563C1", underline="single")


def earlier_fills(sheet: Any) -> dict[Location, str]:
    """What the cells that an earlier list speaks of were filled with before they were marked."""
    found = {}
    for row in sheet.iter_rows(min_row=_HEAD_ROW + 1, min_col=_KEY_COLUMN, max_col=_KEY_COLUMN, values_only=True):
        try:
            part, number, column, fill = json.loads(row[0] or "")
            found[Location("", str(part), int(number), int(column))] = str(fill)
        except (ValueError, TypeError):
            continue
    return found


def _frame(cell: Any, *, bold: bool = False, colour: str = "") -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    side = Side(style="thin", color="808080")
    cell.font = Font(name=_FONT, size=11, bold=bold)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if bold else None)
    if colour:
        cell.fill = PatternFill("solid", fgColor=colour)


def _set_up(sheet: Any, last_row: int) -> None:
    """Where the view stands still, how it prints, and that nobody types here what belongs in a cell of the report."""
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 1)
    sheet.column_dimensions[sheet.cell(_HEAD_ROW, _KEY_COLUMN).column_letter].hidden = True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.print_area = f"A1:{sheet.cell(last_row, len(COLUMNS)).coordinate}"
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows"):
        setattr(sheet.protection, allowed, False)  # false: not forbidden


def select_alone(book: Any) -> None:
    """Open the workbook on its first sheet alone: what is typed into several selected sheets goes into all of them."""
    for sheet in book.worksheets:
        for view in sheet.views.sheetView:
            view.tabSelected = sheet is book.worksheets[0]
    book.active = 0
    for view in book.views:
        view.activeTab = view.firstSheet = 0


def lists_of(book: Any) -> Iterable[Any]:
    """The lists that stand in a workbook."""
    return [sheet for sheet in book.worksheets if is_list(sheet)]
