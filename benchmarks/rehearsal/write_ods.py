"""OpenDocument spreadsheets written as XML by hand: repeated cells, covered cells, typed values, hidden rows."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from rehearsal.canvas import Book, Content, Day, Fault, Formula, Length, Page, as_text

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"'
    for k, v in {"office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle", "of": "of"}.items()
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
STYLES = (
    '<number:time-style style:name="N1" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/>'
    '<number:text>:</number:text><number:seconds number:style="long"/></number:time-style>'
    '<number:time-style style:name="N2" number:truncate-on-overflow="false"><number:minutes/><number:text>:</number:text>'
    '<number:seconds number:style="long"/></number:time-style>'
    '<number:time-style style:name="N3"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>'
    '<number:time-style style:name="N4" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text>'
    '<number:minutes number:style="long"/></number:time-style>'
    '<number:date-style style:name="N5"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/></number:date-style>'
    + "".join(f'<style:style style:name="ce{n}" style:family="table-cell" style:data-style-name="N{n}"/>' for n in range(1, 6))
    + '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)  # fmt: skip
SHOWN = {"[h]:mm:ss": "ce1", "[mm]:ss": "ce2", "h:mm": "ce3", "[h]:mm": "ce4"}
FIXED = (2021, 2, 3, 8, 0, 0)


def to_ods(book: Book) -> bytes:
    """The file's bytes."""
    sheets = "".join(sheet(page, n) for n, page in enumerate(book.pages))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} office:version="1.2"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype", FIXED), KIND, zipfile.ZIP_STORED)
        package.writestr(zipfile.ZipInfo("content.xml", FIXED), content, zipfile.ZIP_DEFLATED)
        package.writestr(zipfile.ZipInfo("META-INF/manifest.xml", FIXED), MANIFEST, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def sheet(page: Page, number: int) -> str:
    """One table element."""
    columns = "".join(
        f"<table:table-column{' table:visibility=' + quoteattr('collapse') if c in page.hidden_columns else ''}/>"
        for c in range(page.width)
    )
    covered = {
        (r, c) for r1, c1, r2, c2 in page.merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1) if (r, c) != (r1, c1)
    }
    spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in page.merges}
    rows = []
    for r in range(page.height):
        cells, blank = [], 0
        for c in range(page.width):
            if (r, c) not in page.cells and (r, c) not in covered and (r, c) not in spans:
                blank += 1
                continue
            if blank:
                cells.append(f'<table:table-cell table:number-columns-repeated="{blank}"/>')
                blank = 0
            tag = "table:covered-table-cell" if (r, c) in covered else "table:table-cell"
            span = (
                f' table:number-rows-spanned="{spans[r, c][0]}" table:number-columns-spanned="{spans[r, c][1]}"'
                if (r, c) in spans
                else ""
            )
            cells.append(cell(tag, span, page.cells.get((r, c))))
        rest = f'<table:table-cell table:number-columns-repeated="{16384 - page.width + blank}"/>'
        hidden = ' table:visibility="collapse"' if r in page.hidden_rows else ""
        rows.append(f"<table:table-row{hidden}>{''.join(cells)}{rest}</table:table-row>")
    style = "ta2" if page.hidden else "ta1"
    name = page.name if number == 0 or page.name != "Sheet1" else f"Sheet{number + 1}"
    end = f'<table:table-row table:number-rows-repeated="{1048576 - page.height}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f'<table:table table:name={quoteattr(name)} table:style-name="{style}">{columns}{"".join(rows)}{end}</table:table>'


def cell(tag: str, span: str, value: Content | None) -> str:
    """One cell with its type, value and text."""
    if value is None:
        return f"<{tag}{span}/>"
    formula = ""
    if isinstance(value, Formula):
        formula = f" table:formula={quoteattr('of:=' + value.text)}"
        if value.cached is None:
            return f"<{tag}{span}{formula}/>"
        value = value.cached
    text = "".join(f"<text:p>{words(line)}</text:p>" for line in as_text(value).split("\n"))
    return f"<{tag}{span}{formula} {typed(value)}>{text}</{tag}>"


def words(line: str) -> str:
    """Text with its runs of spaces and tabs as their elements."""
    return escape(line).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')


def typed(value: Content) -> str:
    """The attributes that say what a cell holds."""
    match value:
        case Length(seconds=s, shown=shown):
            style = SHOWN.get(shown, "ce1")
            return f'table:style-name="{style}" office:value-type="time" office:time-value="PT{s // 3600:02d}H{s // 60 % 60:02d}M{s % 60:02d}S"'
        case Day(iso=iso):
            return f'table:style-name="ce5" office:value-type="date" office:date-value="{iso}"'
        case Fault():
            return 'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"'
        case str():
            return 'office:value-type="string"'
        case _:
            return f'office:value-type="float" office:value="{value!r}"'
