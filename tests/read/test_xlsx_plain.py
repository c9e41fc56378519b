"""Plain worksheets are taken without a tree, and come out as their tree would."""

import io
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read import xlsx_sheet
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.read.xlsx_cell import Styles, Workbook
from tuyentruyen_cli.read.xlsx_plain import NotPlainError
from tuyentruyen_cli.read.xlsx_sheet import SheetContent, SheetReader
from tuyentruyen_cli.read.xlsx_styles import GENERAL, Style

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = (GENERAL, Style("[h]:mm", CellKind.DURATION, ""), Style("General", CellKind.NUMBER, ".VnTime", struck=True))
STRINGS = ["Số tin", "12", "", "b\xb8o c\xb8o"]
CELLS = (
    '<c r="@"/>',
    '<c r="@" s="1"/>',
    '<c r="@" s="2"></c>',
    '<c r="@"><v>12</v></c>',
    '<c r="@" s="1"><v>0.5</v></c>',
    '<c r="@" s="9"><v>12</v></c>',
    '<c r="@" t="s" s="2"><v>1</v></c>',
    '<c r="@" s="2" t="s"><v>3</v></c>',
    '<c r="@" t="s"><v>2</v></c>',
    '<c r="@" t="s"><v>99</v></c>',
    '<c r="@" t="str"><v>Bản Hon _x000D_\n2</v></c>',
    '<c r="@" t="str"><f>A1</f><v></v></c>',
    '<c r="@" t="str"><f>A1</f></c>',
    '<c r="@" t="str"><f>A1</f><v/></c>',
    '<c r="@" t="b"><v>1</v></c>',
    '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="@" t="odd"><v>1</v></c>',
    '<c r="@"><v></v></c>',
    '<c r="@"><v> 7 </v></c>',
    '<c r="@"><f aca="false">SUM(A1:A3)</f><v>6</v></c>',
    '<c r="@"><f t="shared" ref="A1:B9" si="0">A1+$B1</f><v>6</v></c>',
    '<c r="@"><f t="shared" si="0"/><v>7</v></c>',
    '<c r="@"><f/></c>',
    '<c r="@"><f>IF(A1&gt;3,&quot;x&quot;,B1&amp;&#39;)</f><v>7</v></c>',
    '<c r="@" t="inlineStr"><is><t xml:space="preserve"> Th&#244;n &#9;&#10;&#13;&#160;b&#7843;n _x0031_ </t></is></c>',
    '<c r="@" s="2" t="inlineStr"><is><t>12</t></is></c>',
    '<c r="@" t="inlineStr"><is><t></t></is></c>',
    '<c r="@" t="inlineStr"/>',
    '<c r="@" t="n"><is><t>12</t></is></c>',
    '<c r="@" t="inlineStr"><v>1</v><is><t>12</t></is></c>',
)
ROWS = ("", ' spans="1:7" ht="20.25"', ' hidden="1"', ' ht="0" customHeight="1"', ' x:descent="0.25"')
AROUND = (
    ("", ""),
    ('<sheetFormatPr defaultRowHeight="0"/><cols><col min="2" max="3" hidden="1"/></cols>', ""),
    ("<!-- <sheetView/> -->", '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'),
)
NAMES = f'xmlns="{MAIN}" xmlns:x="urn:x"'


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {NAMES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def row(number: int, attributes: str, cells: dict[int, str]) -> str:
    inside = "".join(cell.replace("@", f"{'ABCDEFGHI'[column]}{number}") for column, cell in sorted(cells.items()))
    return f'<row r="{number}"{attributes}>{inside}</row>' if inside else f'<row r="{number}"{attributes}/>'


def reader() -> SheetReader:
    return SheetReader(Workbook(Styles(STYLES), STRINGS, date1904=False, recalculates=True))


rows_of_cells = st.dictionaries(
    st.integers(1, 40),
    st.tuples(st.sampled_from(ROWS), st.dictionaries(st.integers(0, 8), st.sampled_from(CELLS), max_size=6)),
    max_size=6,
)


@settings(max_examples=400, deadline=None)
@given(rows_of_cells, st.sampled_from(AROUND))
def test_a_plain_sheet_reads_as_its_tree(found: dict[int, tuple[str, dict[int, str]]], around: tuple[str, str]) -> None:
    content = sheet("".join(row(number, *found[number]) for number in sorted(found)), *around)
    assert reader().read_plain(content) == reader().read_tree(content)


def verdict(read: Callable[[bytes], SheetContent], content: bytes) -> object:
    try:
        return read(content)
    except (FileFault, ValueError) as fault:
        return getattr(fault, "arguments", "damaged")


WHOLE = sheet(
    "".join(row(n + 1, ROWS[n % 3], {0: CELLS[n], 1: CELLS[3], 4: CELLS[10]}) for n in range(len(CELLS))),
    AROUND[1][0],
    AROUND[2][1],
)


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_a_sheet_that_was_tampered_with_is_never_taken_for_another(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    length = data.draw(st.integers(0, 3))
    put = data.draw(
        st.sampled_from(
            (b"", b'"', b"<", b">", b"/", b" ", b"1", b"7", b"&#49;", b"\n", b"<!--", b"-->", b"\xc3", b"x:", b"?>", b"'")
        )
    )
    content = WHOLE[:at] + put + WHOLE[at + length :]
    try:
        plain: object = reader().read_plain(content)
    except (NotPlainError, ValueError):
        return
    except FileFault as fault:
        plain = fault.arguments
    assert plain == verdict(reader().read_tree, content)


@pytest.mark.parametrize(
    "content",
    [
        sheet('<row r="1"><c r="A1"><v>1</v></c><!-- x --></row>'),
        sheet('<row r="1"> <c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>&other;</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>&#55296;</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>&#9999999;</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>&#x31;</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>'),
        sheet('<row r="1"><c r="A1" s="11"><v>1</v></c><c r="A" s="11"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        sheet('<row r="1"><c r="A2"><v>1</v></c></row>'),
        sheet('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>'),
        sheet('<row r="01"><c r="A01"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="inlineStr"><is><r><t>1</t></r></is></c></row>'),
        sheet("<row><c><v>1</v></c></row>"),
        sheet('<row r="1" xmlns="urn:other"><c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1"/>', before="<!-- <sheetData> -->"),
        sheet('<row r="1"/>').replace(b"UTF-8", b"iso-8859-1"),
        b"\xef\xbb\xbf" + sheet('<row r="1"/>'),
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}"><x:sheetData/></x:worksheet>'.encode(),
        f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><!-- <sheetData><row r="1"/></sheetData> --></worksheet>'.encode(),
        b'<worksheet xmlns="urn:other"><sheetData><row r="1"/></sheetData></worksheet>',
    ],
)
def test_what_is_not_plain_is_left_to_the_tree(content: bytes) -> None:
    with pytest.raises(NotPlainError):
        reader().read_plain(content)


@pytest.mark.parametrize("attributes", [' r="2"', ' ht="1" ht="2"', ' y:unbound="1"', ' ht="none"'])
def test_attributes_that_xml_or_numbers_forbid_refuse_the_sheet(attributes: str) -> None:
    content = sheet(f'<row r="1"{attributes}><c r="A1"><v>1</v></c></row>')
    for read in (reader().read_plain, reader().read_tree):
        with pytest.raises(FileFault) as caught:
            read(content)
        assert caught.value.arguments == (("reason", "damaged"),)


def by_openpyxl() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0].append(["Kênh", 12, "=A1", 1.5, True, None])
    book.save(out)
    return out.getvalue()


def by_xlsxwriter() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        page.write_row(2, 1, ["Kênh", 12, "=A1", 1.5, True])
        page.set_row(2, 30, None, {"hidden": True})
        page.write_blank(3, 3, None, book.add_format({"bold": True}))
        page.merge_range("A6:C6", "Cộng")
    return out.getvalue()


@pytest.mark.parametrize("made", [by_openpyxl, by_xlsxwriter])
def test_the_sheets_of_usual_programs_are_plain(made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def not_called(*_: object) -> None:
        raise AssertionError

    archive = Archive(made())
    monkeypatch.setattr(xlsx_sheet.SheetReader, "read_tree", not_called)
    found = xlsx_sheet.read_sheet(
        archive.part("xl/worksheets/sheet1.xml"), Workbook(Styles([GENERAL] * 9), ["?"] * 9, date1904=False, recalculates=False)
    )
    assert [cell.raw for cell in found.cells if cell.kind is CellKind.NUMBER and not cell.formula] == [12, 1.5]
