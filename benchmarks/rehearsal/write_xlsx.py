"""Workbooks by XlsxWriter; formulas that keep no value are made by taking the value out afterwards."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import xlsxwriter

from rehearsal.canvas import Book, Content, Day, Fault, Formula, Length, Page

NO_VALUE = 987654321012
MADE = datetime(2021, 2, 3, 8, 0)  # noqa: DTZ001 — XlsxWriter wants it naive; a fixed time gives the same bytes


def to_xlsx(book: Book) -> bytes:
    """The file's bytes."""
    held = io.BytesIO()
    made = xlsxwriter.Workbook(
        held, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made.set_properties({"created": MADE})
    names: set[str] = set()
    styles: dict[tuple[str, str], Any] = {}
    bare = False
    for page in book.pages:
        name = page.name
        while name.casefold() in names:
            name += "1"
        names.add(name.casefold())
        sheet = made.add_worksheet(re.sub(r"[\[\]:*?/\\]", "-", name)[:31])
        bare |= put_page(made, sheet, page, styles)
    made.close()
    return without_values(held.getvalue()) if bare else held.getvalue()


def put_page(made: Any, sheet: Any, page: Page, styles: dict[tuple[str, str], Any]) -> bool:
    """Write one sheet; whether it has a formula that keeps no value."""

    def style(shown: str = "General") -> Any:
        if (page.font, shown) not in styles:
            styles[page.font, shown] = made.add_format({"font_name": page.font, "num_format": shown})
        return styles[page.font, shown]

    bare = False
    for r1, c1, r2, c2 in page.merges:
        sheet.merge_range(r1, c1, r2, c2, "", style())
    for (r, c), value in sorted(page.cells.items()):
        bare |= put_cell(sheet, r, c, value, style)
    for r in page.hidden_rows:
        sheet.set_row(r, None, None, {"hidden": True})
    for c in page.hidden_columns:
        sheet.set_column(c, c, None, None, {"hidden": True})
    if page.hidden:
        sheet.hide()
    return bare


def put_cell(sheet: Any, r: int, c: int, value: Content, style: Any) -> bool:
    """Write one cell; whether it is a formula that keeps no value."""
    match value:
        case str():
            sheet.write_string(r, c, value, style())
        case Length(seconds=seconds, shown=shown):
            sheet.write_number(r, c, seconds / 86400, style(shown))
        case Day(iso=iso):
            sheet.write_number(r, c, (date.fromisoformat(iso) - date(1899, 12, 30)).days, style("dd/mm/yyyy"))
        case Fault(code=code):
            sheet.write_formula(r, c, "=1/0" if code == "#DIV/0!" else "=Sheet9!A1", style(), code)
        case Formula(text=text, cached=Length(seconds=seconds, shown=shown)):
            sheet.write_formula(r, c, f"={text}", style(shown), seconds / 86400)
        case Formula(text=text, cached=cached):
            sheet.write_formula(r, c, f"={text}", style(), NO_VALUE if cached is None else cached)
            return cached is None
        case _:
            sheet.write_number(r, c, value, style())
    return False


def without_values(packed: bytes) -> bytes:
    """The package with the marked values taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part, data.replace(f"<v>{NO_VALUE}</v>".encode(), b"") if "worksheets/" in part.filename else data)
    return out.getvalue()
