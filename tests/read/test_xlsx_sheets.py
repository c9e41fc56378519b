"""Where cells stand, what hides them, and which sheets there are."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Reading
from tuyentruyen_cli.read.file import read_bytes

Cells = Callable[..., dict[str, Cell]]
Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
WORKBOOK, LINKS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"


def raws(found: Mapping[str, Cell]) -> dict[str, Any]:
    return {address: cell.raw for address, cell in found.items()}


def hidden(found: Mapping[str, Cell]) -> list[str]:
    return [address for address, cell in found.items() if cell.hidden]


def reason(reading: Reading) -> object:
    (finding,) = reading.findings
    return (finding.rule, finding.argument("reason"))


def test_cells_and_rows_without_an_address_follow_the_one_before(cells: Cells) -> None:
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>'
        "<row><c><v>5</v></c></row>"
    )
    assert raws(cells(rows)) == {"A1": 1, "B1": 2, "C4": 3, "D4": 4, "A5": 5}


def test_cells_out_of_order_are_put_in_order(cells: Cells) -> None:
    rows = '<row r="3"><c r="B3"><v>3</v></c></row><row r="1"><c r="C1"><v>2</v></c><c r="A1"><v>1</v></c></row>'
    assert list(raws(cells(rows)).items()) == [("A1", 1), ("C1", 2), ("B3", 3)]


def test_an_address_with_two_cells_is_refused(cells: Cells) -> None:
    assert cells('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>')["A1"].problem == "readings-differ"


def test_a_wrong_dimension_is_not_asked(cells: Cells) -> None:
    rows = '<row r="3"><c r="D3"><v>7</v></c></row>'
    for dimension in ("A1", "A1:B1", "A1:XFD1048576"):
        assert raws(cells(rows, before=f'<dimension ref="{dimension}"/>')) == {"D3": 7}


@pytest.mark.parametrize("row", ['r="0"', 'r="1048577"', 'r="x"'])
def test_rows_that_no_sheet_has(read: Callable[..., Reading], row: str) -> None:
    assert reason(read(f"<row {row}><c><v>1</v></c></row>")) == ("unreadable-file", "damaged")


@pytest.mark.parametrize("address", ["XFE1", "A0", "1", "A", "A2", "Ă1", "AAAAAAAA1", "A1:B1", "$A$1", "A01"])
def test_addresses_that_no_cell_of_the_row_has(read: Callable[..., Reading], address: str) -> None:
    assert reason(read(f'<row r="1"><c r="{address}"><v>1</v></c></row>')) == ("unreadable-file", "damaged")


@pytest.mark.parametrize("far", ["KN1", "XFD1", "A1048576", "XFD1048576"])
def test_the_empty_area_before_a_far_cell_costs_nothing(cells: Cells, far: str) -> None:
    row = far.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    first = '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a &amp; b_x000D_ </t></is></c>'
    if row == "1":
        rows = f'<row r="1">{first}<c r="{far}"><v>9</v></c></row>'
    else:
        rows = f'<row r="1">{first}</row><row r="{row}"><c r="{far}"><f>1+1</f><v>9</v></c></row>'
    found = cells(rows)
    assert raws(found) == {"A1": " a & b\r ", far: 9}
    assert {cell.problem for cell in found.values()} == {""}


def test_far_cells_are_read_twice_too(cells: Cells) -> None:
    rows = "".join(f'<row r="{n}"><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, 140))
    found = cells(f'{rows}<row r="1000000"><c/><c r="XFD1000000"><v>5</v><v>6</v></c></row>')
    assert {address for address, cell in found.items() if cell.problem == "readings-differ"} == {"XFD1000000"}
    assert len(found) == 140


def test_hidden_rows(cells: Cells) -> None:
    marks = ("", 'hidden="1"', 'ht="0" customHeight="1"', 'ht="15"', 'hidden="true"', 'hidden="0"')
    rows = "".join(f'<row r="{n}" {mark}><c r="A{n}"><v>1</v></c></row>' for n, mark in enumerate(marks, 1))
    assert hidden(cells(rows)) == ["A2", "A3", "A5"]


def test_rows_that_are_flat_by_default(cells: Cells) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15"><c r="A2"><v>1</v></c></row>'
    assert hidden(cells(rows, before='<sheetFormatPr defaultRowHeight="0"/>')) == ["A1"]


def test_hiding_unused_rows_hides_no_row_that_is_listed(cells: Cells) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>'
    assert hidden(cells(rows, before='<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>')) == ["A2"]


def test_hidden_columns(cells: Cells) -> None:
    row = '<row r="1">' + "".join(f'<c r="{letter}1"><v>1</v></c>' for letter in "ABCDE") + "</row>"
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="5" max="16384" width="0"/></cols>'
    )
    assert hidden(cells(row, before=columns)) == ["B1", "C1", "E1"]


def test_columns_that_have_no_width_by_default(cells: Cells) -> None:
    row = '<row r="1">' + "".join(f'<c r="{letter}1"><v>1</v></c>' for letter in "ABC") + "</row>"
    before = '<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2" width="9"/><col min="3" max="3"/></cols>'
    assert hidden(cells(row, before=before)) == ["A1", "C1"]


def test_a_value_under_a_merge(read: Callable[..., Reading]) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="D2" s="0"/></row>'
    )
    after = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C1048576"/><mergeCell ref="D4"/></mergeCells>'
    (sheet,) = read(rows, after=after).sheets
    assert sheet.merges == (Merge(1, 1, 2, 2), Merge(1, 3, 1_048_576, 3), Merge(4, 4, 4, 4))
    assert [cell.merged_into for cell in sheet.cells] == [None, (1, 1), None, (1, 1)]


@pytest.mark.parametrize("ref", ["", "A1:B", "B2:A1", "A0:B2", "A1:XFE1"])
def test_merges_that_are_none(read: Callable[..., Reading], ref: str) -> None:
    after = f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    assert reason(read(ROW, after=after)) == ("unreadable-file", "damaged")


def test_strict_workbooks(cells: Cells) -> None:
    assert raws(cells(ROW, main="http://purl.oclc.org/ooxml/spreadsheetml/main")) == {"A1": 1}


def test_prefixed_names(parts: Parts, pack: Pack) -> None:
    made = parts(ROW)
    made[SHEET] = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:y="urn:y">'
        b'<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v><y:v>2</y:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    (sheet,) = read_bytes(pack(made), "a.xlsx").sheets
    assert [cell.raw for cell in sheet.cells] == [1]


def with_target(parts: dict[str, bytes], part: str, target: str) -> dict[str, bytes]:
    made = dict(parts)
    made[part] = made.pop(SHEET)
    made[LINKS] = made[LINKS].replace(b"worksheets/sheet1.xml", target.encode())
    return made


@pytest.mark.parametrize(
    ("part", "target"),
    [
        ("xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
        ("xl/worksheets/Sheet1.xml", "worksheets/sheet1.xml"),
        ("xl/odd/bieu.mau", "odd/bieu.mau"),
    ],
)
def test_where_a_sheet_may_lie(parts: Parts, pack: Pack, part: str, target: str) -> None:
    (sheet,) = read_bytes(pack(with_target(parts(ROW), part, target)), "a.xlsx").sheets
    assert sheet.cells[0].raw == 1


@pytest.mark.parametrize(
    ("part", "target"),
    [
        ("xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml"),
        ("xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml"),
        ("xl/o d/s.xml", "o%20d/s.xml"),
    ],
)
def test_where_only_we_find_a_sheet_the_file_is_refused(parts: Parts, pack: Pack, part: str, target: str) -> None:
    reading = read_bytes(pack(with_target(parts(ROW), part, target)), "a.xlsx")
    assert reason(reading) == ("unreadable-file", "engine")


def test_backslashes_in_member_names(parts: Parts, pack: Pack) -> None:
    made = {name.replace("/", "\\"): content for name, content in parts(ROW).items()}
    reading = read_bytes(pack(made), "a.xlsx")
    assert (reading.content, reading.sheets[0].cells[0].raw) == ("xlsx", 1)


def test_hidden_sheets_and_their_order(parts: Parts, pack: Pack) -> None:
    made = parts(ROW)
    states = (("Một", ""), ("Hai", 'state="hidden"'), ("Ba", 'state="veryHidden"'))
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" {state} r:id="r{n}"/>' for n, (name, state) in enumerate(states, 1))
    links = "".join(f'<Relationship Id="r{n}" Type="/worksheet" Target="worksheets/s{n}.xml"/>' for n in (3, 2, 1))
    made[WORKBOOK] = made[WORKBOOK].replace('<sheet name="Tuần 5" sheetId="1" r:id="r1"/>'.encode(), listed.encode())
    start = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    kind = b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    made[LINKS] = start + links.encode().replace(b'Type="/worksheet"', kind) + b"</Relationships>"
    for n in (1, 2, 3):
        made[f"xl/worksheets/s{n}.xml"] = made[SHEET].replace(b"<v>1</v>", f"<v>{n}</v>".encode())
    reading = read_bytes(pack(made), "a.xlsx")
    assert [(sheet.part, sheet.hidden, sheet.cells[0].raw) for sheet in reading.sheets] == [
        ("Một", False, 1),
        ("Hai", True, 2),
        ("Ba", True, 3),
    ]


def test_a_chart_sheet_holds_no_cells(parts: Parts, pack: Pack) -> None:
    made = parts(ROW)
    made[WORKBOOK] = made[WORKBOOK].replace(b"</sheets>", '<sheet name="Biểu đồ" sheetId="2" r:id="r9"/></sheets>'.encode())
    chart = b'<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>'
    made[LINKS] = made[LINKS].replace(b"</Relationships>", chart + b"</Relationships>")
    made["xl/chartsheets/sheet1.xml"] = b'<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert [sheet.part for sheet in read_bytes(pack(made), "a.xlsx").sheets] == ["Tuần 5"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (WORKBOOK, b'r:id="r1"', b'r:id="r7"'),
        (WORKBOOK, b' r:id="r1"', b""),
        (WORKBOOK, b"</sheets>", '<sheet name="Tuần 5" sheetId="2" r:id="r1"/></sheets>'.encode()),
        (WORKBOOK, b"<sheets>", b"<sheets/><x>"),
        (LINKS, b"worksheets/sheet1.xml", b"worksheets/none.xml"),
        (LINKS, b' Target="worksheets/sheet1.xml"', b' TargetMode="External" Target="file:///etc/passwd"'),
        ("_rels/.rels", b"/officeDocument", b"/thumbnail"),
        (SHEET, b"</worksheet>", b""),
        (SHEET, b"<row", b"\xff<row"),
        (SHEET, b"<worksheet", b'<?xml version="1.0" encoding="shift_jis"?><worksheet'),
        (SHEET, b'<c r="A1"', b'<c r="A1" s="x"'),
        ("xl/styles.xml", b"<xf/>", b'<xf numFmtId="x"/>'),
        ("xl/styles.xml", b"<cellXfs>", b'<numFmts><numFmt formatCode="0"/></numFmts><cellXfs>'),
        (SHEET, b"<sheetData>", b'<cols><col max="2"/></cols><sheetData>'),
    ],
)
def test_damaged_packages(parts: Parts, pack: Pack, part: str, old: bytes, new: bytes) -> None:
    made = parts(ROW)
    assert old in made[part]
    made[part] = made[part].replace(old, new)
    reading = read_bytes(pack(made), "a.xlsx")
    assert (reading.sheets, reason(reading)) == ((), ("unreadable-file", "damaged"))


@pytest.mark.parametrize("name", ["_rels/.rels", LINKS, SHEET, WORKBOOK])
def test_missing_parts(parts: Parts, pack: Pack, name: str) -> None:
    made = {part: content for part, content in parts(ROW).items() if part != name}
    assert reason(read_bytes(pack(made), "a.xlsx")) == ("unreadable-file", "damaged")


def test_a_workbook_without_styles_and_strings(parts: Parts, pack: Pack) -> None:
    made = parts(ROW)
    made[LINKS] = made[LINKS].replace(b"/styles", b"/theme").replace(b"/sharedStrings", b"/theme")
    del made["xl/styles.xml"], made["xl/sharedStrings.xml"]
    assert read_bytes(pack(made), "a.xlsx").sheets[0].cells[0][2:4] == (CellKind.NUMBER, 1)
