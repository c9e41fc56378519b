"""Word documents written as XML by hand: a borderless title table or paragraphs, the table with its spans, the signature."""

import io
import random
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape

from rehearsal.canvas import Page, Spot, as_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = {
    "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
FIXED = (2021, 2, 3, 8, 0, 0)


def to_docx(page: Page, rng: random.Random) -> bytes:
    """The file's bytes."""
    first, after = page.table
    body = around(page, range(first), rng) + tables(page, first, after, rng) + around(page, range(after, page.height), rng)
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**PARTS, "word/document.xml": document}.items():
            package.writestr(zipfile.ZipInfo(name, FIXED), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def around(page: Page, rows: range, rng: random.Random) -> str:
    """Paragraphs; rows of two cells side by side as a table without borders."""
    res, pair = "", ""
    for r in rows:
        texts = [as_text(page.cells[r, c]) for c in range(page.width) if (r, c) in page.cells]
        if len(texts) == 2:
            pair += "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(t, rng)}</w:tc>" for t in texts) + "</w:tr>"
            continue
        if pair:
            res += f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{pair}</w:tbl>"
            pair = ""
        res += paragraph(" ".join(texts), rng)
    return res + (f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{pair}</w:tbl><w:p/>" if pair else "")


def tables(page: Page, first: int, after: int, rng: random.Random) -> str:
    """The table; in two where it goes on under the same header after a blank row."""
    if first == after:
        return ""
    columns = [c for r, c in page.cells if first <= r < after]
    left, right = min(columns), max(columns) + 1
    head = [page.cells.get((first, c)) for c in range(left, right)]
    cuts = [first]
    for r in range(first + 1, after):
        blank = not any((r - 1, c) in page.cells for c in range(left, right))
        if blank and [page.cells.get((r, c)) for c in range(left, right)] == head:
            cuts.append(r)
    res = ""
    for top, bottom in zip(cuts, [*cuts[1:], after], strict=True):
        while not any((bottom - 1, c) in page.cells for c in range(left, right)):
            bottom -= 1  # noqa: PLW2901
        grid = "<w:gridCol/>" * (right - left)
        rows = "".join(row(page, r, left, right, rng) for r in range(top, bottom))
        res += f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>'
    return res


def row(page: Page, r: int, left: int, right: int, rng: random.Random) -> str:
    """One row, with grid spans and vertical merges."""
    starts: dict[Spot, tuple[int, int]] = {}
    for r1, c1, r2, c2 in page.merges:
        for k in range(r1, r2 + 1):
            starts[k, c1] = (c2 - c1 + 1, 1 if r1 == r2 else 2 if k == r1 else 3)
    res, c = "", left
    while c < right:
        span, down = starts.get((r, c), (1, 1))
        merge = {1: "", 2: '<w:vMerge w:val="restart"/>', 3: "<w:vMerge/>"}[down]
        grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        text = "" if down == 3 else as_text(page.cells.get((r, c), ""))
        res += f"<w:tc><w:tcPr>{grid}{merge}</w:tcPr>{paragraph(text, rng)}</w:tc>"
        c += span
    return f"<w:tr>{res}</w:tr>"


def paragraph(text: str, rng: random.Random) -> str:
    """A paragraph whose text lies in one or several runs, lines with breaks, as Word leaves them."""
    if not text:
        return "<w:p/>"
    cuts = sorted({0, len(text), *(rng.randint(0, len(text)) for _ in range(rng.choice((0, 0, 1, 2))))})
    runs = [text[a:b] for a, b in pairwise(cuts)]
    mark = '<w:proofErr w:type="spellStart"/>' if rng.random() < 0.1 else ""
    return f"<w:p>{mark.join(run(t) for t in runs)}</w:p>"


def run(text: str) -> str:
    """One run; line breaks and tabs as their elements."""
    lines = (
        escape(text)
        .replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        .replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    )
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{lines}</w:t></w:r>'
