import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tuyentruyen_cli.model.sheet import Cell, Reading
from tuyentruyen_cli.read.file import read_bytes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def parts_of(
    rows: str,
    *,
    strings: str = "",
    styles: str = "<cellXfs><xf/></cellXfs>",
    settings: str = "",
    before: str = "",
    after: str = "",
    main: str = MAIN,
) -> dict[str, bytes]:
    """The parts of a workbook with one sheet, ``Tuần 5``; ``rows`` are the children of its sheetData."""
    links = "".join(
        f'<Relationship Id="r{number}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")), 1
        )
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{LINKS}">{settings}'
        '<sheets><sheet name="Tuần 5" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    return {name: text.encode() for name, text in texts.items()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def parts() -> Callable[..., dict[str, bytes]]:
    return parts_of


@pytest.fixture
def pack() -> Callable[[Mapping[str, bytes]], bytes]:
    return zipped


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Reads a workbook whose one sheet has these rows; further words as in ``parts_of``."""

    def reading(rows: str, **words: str) -> Reading:
        return read_bytes(zipped(parts_of(rows, **words)), "a.xlsx")

    return reading


@pytest.fixture
def cells(read: Callable[..., Reading]) -> Callable[..., dict[str, Cell]]:
    """The cells of a workbook's one sheet by address; the file must be readable."""

    def by_address(rows: str, **words: str) -> dict[str, Cell]:
        reading = read(rows, **words)
        assert reading.findings == ()
        (sheet,) = reading.sheets
        return {str(sheet.locate(cell).cell): cell for cell in sheet.cells}

    return by_address


@pytest.fixture
def one(cells: Callable[..., dict[str, Cell]]) -> Callable[..., Cell]:
    """The one cell of a sheet, given as the inside and attributes of its ``c`` element at A1."""

    def cell(inside: str, attributes: str = "", **words: str) -> Cell:
        found = cells(f'<row r="1"><c r="A1" {attributes}>{inside}</c></row>', **words)
        assert list(found) == ["A1"]
        return found["A1"]

    return cell


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def written(data: bytes) -> Path:
        path = tmp_path / "báo cáo.xlsx"
        path.write_bytes(data)
        return path

    return written


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_NAMES = (
    f'xmlns:r="{LINKS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_parts_of(body: str, *, styles: str = "", main: str = WORD, kind: str = _WORD_TYPE) -> dict[str, bytes]:
    """The parts of a Word document; ``body`` and ``styles`` are the children of those elements, with the prefix ``w``."""
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{LINKS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}" {_WORD_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{main}">{styles}</w:styles>',
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.fixture
def word_parts() -> Callable[..., dict[str, bytes]]:
    return word_parts_of


@pytest.fixture
def word() -> Callable[..., Reading]:
    """Reads a Word document with this body; further words as in ``word_parts_of``."""

    def reading(body: str, **words: str) -> Reading:
        return read_bytes(zipped(word_parts_of(body, **words)), "a.docx")

    return reading


@pytest.fixture
def table(word: Callable[..., Reading]) -> Callable[..., dict[str, Cell]]:
    """The cells of a document's one table by address, given as the inside of its ``tbl``."""

    def by_address(rows: str, **words: str) -> dict[str, Cell]:
        reading = word(f"<w:tbl>{rows}</w:tbl><w:p/>", **words)
        assert reading.findings == ()
        (sheet,) = reading.sheets
        assert sheet.part == "table 1"
        return {str(sheet.locate(cell).cell): cell for cell in sheet.cells}

    return by_address


@pytest.fixture
def inside(table: Callable[..., dict[str, Cell]]) -> Callable[..., Cell | None]:
    """The one cell of a document, given as the inside of its one paragraph; None when it is empty."""

    def cell(content: str, **words: str) -> Cell | None:
        return table(f"<w:tr><w:tc><w:p>{content}</w:p></w:tc></w:tr>", **words).get("A1")

    return cell
