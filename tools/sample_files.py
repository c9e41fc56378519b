"""Writes files as units of the sample campaign make them: workbooks, OpenDocument, Word and CSV, the same bytes each time.

A ``Sheet`` is drawn first; where each figure stands in it is known from the drawing, never from reading it back.
"""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import docx
import xlsxwriter
from docx.shared import Pt
from xlsxwriter.utility import xl_rowcol_to_cell

CREATED = dt.datetime(2021, 2, 1, 8, 0, 0)  # noqa: DTZ001 - document properties have no zone
EPOCH = (2021, 2, 1, 8, 0, 0)
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


@dataclass(frozen=True)
class Formula:
    """A formula and the value that Excel kept of it; an error such as ``#REF!`` is a value too."""

    text: str
    value: int | str


@dataclass(frozen=True)
class Length:
    """A duration as Excel's ``[h]:mm:ss``."""

    seconds: int


@dataclass
class Sheet:
    """A sheet as it is drawn: rows from the first, merges as (first row, first column, last row, last column), from 0."""

    name: str
    rows: list[list[Any]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def put(self, *cells: Any) -> int:
        """A row more; returns its number, from 0."""
        self.rows.append(list(cells))
        return len(self.rows) - 1

    def merge(self, row: int, first: int, last: int, down: int = 0) -> None:
        """One cell over several columns, and rows below."""
        self.merges.append((row, first, row + down, last))


def address(row: int, column: int) -> str:
    """``C7`` of a row and column that count from 0."""
    return str(xl_rowcol_to_cell(row, column))


def workbook(*sheets: Sheet) -> bytes:
    """An Excel workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": CREATED, "author": "Số liệu giả định"})
    text, length = book.add_format({"text_wrap": True}), book.add_format({"num_format": "[h]:mm:ss"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.set_column(1, 1, 34)
        page.set_column(2, 7, 14)
        for r1, c1, r2, c2 in sheet.merges:
            page.merge_range(r1, c1, r2, c2, "", text)
        for r, row in enumerate(sheet.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, Formula):
                    page.write_formula(r, c, cell.text, None, cell.value)
                elif isinstance(cell, Length):
                    page.write_number(r, c, cell.seconds / 86400, length)
                elif isinstance(cell, str):
                    page.write_string(r, c, cell, text)
                elif cell is not None:
                    page.write_number(r, c, cell)
    book.close()
    return out.getvalue()


def opendocument(sheet: Sheet) -> bytes:
    """A LibreOffice workbook of one sheet."""
    spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in sheet.merges}
    covered = {(r, c) for r1, c1, r2, c2 in sheet.merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)} - set(spans)
    width = max(map(len, sheet.rows))
    parts = [ODS_HEAD, f'<table:table table:name="{escape(sheet.name)}">']
    parts.append(f'<table:table-column table:number-columns-repeated="{width}"/>')
    for r, row in enumerate(sheet.rows):
        parts.append("<table:table-row>")
        for c in range(width):
            cell = row[c] if c < len(row) else None
            down, across = spans.get((r, c), (1, 1))
            span = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"' if (r, c) in spans else ""
            if (r, c) in covered:
                parts.append("<table:covered-table-cell/>")
            elif isinstance(cell, int):
                value = f' office:value-type="float" office:value="{cell}"'
                parts.append(f"<table:table-cell{span}{value}><text:p>{cell}</text:p></table:table-cell>")
            elif cell is None:
                parts.append(f"<table:table-cell{span}/>")
            else:
                parts.append(
                    f'<table:table-cell{span} office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
                )
        parts.append("</table:table-row>")
    parts.append("</table:table></office:spreadsheet></office:body></office:document-content>")
    entries = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "".join(parts).encode(),
        "META-INF/manifest.xml": ODS_MANIFEST.encode(),
    }
    return zipped(entries, stored={"mimetype"})


def word(letterhead: list[str], lines: list[str], table: list[list[str]], after: list[str]) -> bytes:
    """A Word report: the letterhead in two columns, lines of text, one table, lines after it."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text, head.rows[0].cells[1].text = letterhead
    for line in lines:
        document.add_paragraph(line)
    made = document.add_table(rows=0, cols=len(table[0]))
    made.style = "Table Grid"
    for row in table:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    for line in ("", *after):
        document.add_paragraph(line)
    properties = document.core_properties
    properties.created = properties.modified = CREATED
    properties.author = properties.last_modified_by = "Số liệu giả định"
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as made_by_docx:
        return zipped({name: made_by_docx.read(name) for name in made_by_docx.namelist()})


def delimited(sheet: Sheet, delimiter: str = ";") -> bytes:
    """A CSV as Excel saves it: a byte order mark, and empty fields to the width of the table."""
    width = max(map(len, sheet.rows))
    lines = []
    for row in sheet.rows:
        cells = ["" if cell is None else str(cell) for cell in [*row, *[None] * (width - len(row))]]
        lines.append(delimiter.join(f'"{c}"' if delimiter in c else c for c in cells))
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def zipped(entries: dict[str, bytes], stored: set[str] = frozenset()) -> bytes:  # type: ignore[assignment]
    """An archive without the time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
