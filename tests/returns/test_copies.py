"""A marked copy is the sender's own workbook and nothing is missing in it; where something would be, there is no copy."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tuyentruyen_cli.model.finding import Severity

ROW = (1, "Phát thanh", 6, 30, 20, 1.2)
GOOD = (2, "Loa kéo", 5, 20, 22, 330)
SHEET = "Tuần 5"
RED, YELLOW = "FFC7CE", "FFEB9C"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc00000030101001863e1c50000000049454e44ae426082"
)


def begun() -> tuple[io.BytesIO, Any, Any]:
    """A report of Bản Bo as XlsxWriter writes it, up to its heading: where it goes, the workbook, the sheet."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = workbook.add_worksheet(SHEET)
    sheet.write("A1", "Đơn vị: Xã Bản Bo")
    sheet.write_row(2, 0, ["Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước số người nghe"])
    return out, workbook, sheet


@pytest.fixture
def returned(week_of: Any) -> Callable[[bytes], Any]:
    """What comes back for one workbook of Bản Bo."""

    def back(data: bytes, name: str = "ban-bo.xlsx") -> Any:
        week = week_of({name: data})
        week.report()
        (one,) = week.returns().returned
        return one

    return back


@pytest.fixture
def copy(returned: Any) -> Callable[..., Any]:
    """The marked copy, opened."""

    def opened(data: bytes, name: str = "ban-bo.xlsx") -> Any:
        (file,) = returned(data, name).files
        assert file.copy is not None, (file.reason, file.detail)
        return openpyxl.load_workbook(file.copy, rich_text=True)

    return opened


def test_the_list_names_each_cell_and_leads_to_it(copy: Any, book: Any, saved: Any) -> None:
    marked = copy(saved(book(ROW, (2, "Loa kéo", 5, 20, "20-30 lượt", 330))))
    sheet = marked["CẦN SỬA"]
    assert marked.sheetnames == ["CẦN SỬA", SHEET]
    assert marked.active is sheet
    assert [s.sheet_view.tabSelected for s in marked] == [True, False], "typing must not go into both"
    assert sheet["A1"].value == "CẦN SỬA - Báo cáo tuần 05, xã Bản Bo"
    heads = ["STT", "Trang", "Ô", "Mức", "Đang ghi", "Vấn đề", "Được ghi", "Ví dụ đúng", "Cách sửa"]
    assert [c.value for c in sheet[5]][:9] == heads
    assert [[c.value for c in row][:9] for row in sheet.iter_rows(min_row=6)] == [
        [
            "1", SHEET, "F4", "Phải sửa", "1,2", "Ước số lượt người nghe phải là số nguyên, ô này là “1,2”.",
            "Số nguyên từ 0 trở lên, ví dụ 350 hoặc 1.200", "Ước số lượt người nghe: 1200", "Nếu là 1.200 xin gõ 1200.",
        ],
        [
            "2", SHEET, "E5", "Phải sửa", "20-30 lượt", "Số lượt phát sóng: “20-30 lượt” là một khoảng, không phải một số.",
            "Số nguyên từ 0 trở lên, ví dụ 12 hoặc 1.200", "Số lượt phát sóng: 12", "Xin ghi một số, không ghi khoảng.",
        ],
    ]  # fmt: skip
    assert [sheet[c].hyperlink.location for c in ("C6", "C7")] == ["'Tuần 5'!F4", "'Tuần 5'!E5"]
    assert sheet.protection.sheet, "what belongs in the report is not typed here"


def test_the_cells_are_coloured_and_their_notes_say_what_to_type(copy: Any, book: Any, saved: Any) -> None:
    sheet = copy(saved(book(ROW, (2, "Loa kéo", 5, 20, "", 330))))[SHEET]
    assert sheet["F4"].fill.fgColor.rgb[-6:] == RED
    assert sheet["E5"].fill.fgColor.rgb[-6:] == YELLOW
    assert sheet["F5"].fill.fill_type is None
    assert sheet["F4"].comment.text == (
        "CẦN SỬA\nĐang ghi: 1,2\nVấn đề: Ước số lượt người nghe phải là số nguyên, ô này là “1,2”.\n"
        "Được ghi: Số nguyên từ 0 trở lên, ví dụ 350 hoặc 1.200\nVí dụ đúng: Ước số lượt người nghe: 1200\n"
        "Cách sửa: Nếu là 1.200 xin gõ 1200."
    )
    assert sheet["E5"].comment.text.startswith("CẦN SỬA\nĐang ghi: (trống)\n")


def test_everything_else_stays_as_the_sender_made_it(returned: Any, book: Any, saved: Any) -> None:
    made = decorated(book(ROW, GOOD))
    data = saved(made)
    (file,) = returned(data).files
    before, after = openpyxl.load_workbook(io.BytesIO(data)), openpyxl.load_workbook(file.copy)
    assert looks(before[SHEET], {"F4"}) == looks(after[SHEET], {"F4"})
    assert [d.attr_text for d in before.defined_names.values()] == [d.attr_text for d in after.defined_names.values()]
    assert after["Ẩn"].sheet_state == "hidden"
    assert after["Ẩn"]["A1"].value == "=1+1"
    assert (after.properties.creator, after.properties.modified) == (before.properties.creator, before.properties.modified)
    assert after.security.lockStructure
    for address in ("A1", "F4"):
        old, new = before[SHEET][address], after[SHEET][address]
        kinds = ("font", "border", "number_format", "alignment", "protection")
        assert [repr(getattr(old, kind)) for kind in kinds] == [repr(getattr(new, kind)) for kind in kinds]


def decorated(made: Any) -> Any:
    sheet = made[SHEET]
    sheet["F4"].number_format, sheet["F4"].alignment = "0.0", Alignment(horizontal="right")
    sheet["F4"].border = Border(bottom=Side(style="double", color="FF0000"))
    sheet["A1"].font, sheet["A1"].fill = Font(name="Arial", size=15, bold=True), PatternFill("solid", fgColor="00B050")
    sheet["C4"].protection = Protection(locked=False)
    sheet["C5"].comment = Comment("Ghi chú của xã", "Cán bộ")
    sheet["B9"].hyperlink = "https://example.org/bieu-mau"
    sheet["B9"].value = "Biểu mẫu"
    sheet["H1"] = "=SUM(C4:C5)"
    sheet.merge_cells("A7:F7")
    sheet["A7"] = "Người lập"
    for validation in (
        DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", sqref="C4:C6", errorTitle="Sai"),
        DataValidation(type="list", formula1='"Phát thanh,Loa kéo"', sqref="B4:B6"),
    ):
        sheet.add_data_validation(validation)
    low: Any = Rule(
        type="cellIs", operator="lessThan", formula=["1"], dxf=DifferentialStyle(fill=PatternFill(bgColor="FF0000"))
    )
    sheet.conditional_formatting.add("C4:C6", low)
    sheet.protection.sheet, sheet.protection.password = True, "mật khẩu"
    sheet.freeze_panes, sheet.print_title_rows, sheet.print_area = "C4", "3:3", "A1:F9"
    sheet.column_dimensions["B"].width, sheet.row_dimensions[4].height = 31, 22
    sheet.page_setup.orientation, sheet.oddHeader.center.text = "landscape", "UBND xã Bản Bo"
    sheet.sheet_properties.tabColor, sheet.auto_filter.ref = "00B050", "A3:F5"
    hidden = made.create_sheet("Ẩn")
    hidden.sheet_state, hidden["A1"] = "hidden", "=1+1"
    made.defined_names["TongTin"] = DefinedName("TongTin", attr_text=f"'{SHEET}'!$C$4:$C$5")
    made.security.lockStructure = True
    made.properties.creator = "UBND xã Bản Bo"
    return made


def looks(sheet: Any, marked: set[str]) -> dict[str, object]:
    """Everything that a sheet is besides its list, notes and colours at the marked cells."""
    return {
        "cells": {
            c.coordinate: (
                c.value, c.number_format, c.font.b, c.font.name, c.border.bottom.style,
                None if c.coordinate in marked else (c.fill.fgColor.rgb, c.comment.text if c.comment else ""),
                c.hyperlink.target if c.hyperlink else None, c.protection.locked,
            )
            for row in sheet.iter_rows() for c in row
        },
        "merges": sorted(map(str, sheet.merged_cells.ranges)),
        "validation": sorted((str(v.sqref), v.type, v.formula1, v.operator, v.errorTitle) for v in sheet.data_validations.dataValidation),
        "conditional": [(str(c.sqref), [(r.type, r.formula, r.dxf.fill.bgColor.rgb) for r in c.rules]) for c in sheet.conditional_formatting],
        "protection": (sheet.protection.sheet, sheet.protection.hashValue, sheet.protection.password),
        "view": (sheet.freeze_panes, sheet.print_title_rows, sheet.print_area, sheet.page_setup.orientation, sheet.oddHeader.center.text),
        "sizes": (sheet.column_dimensions["B"].width, sheet.row_dimensions[4].height),
        "more": (sheet.sheet_properties.tabColor.rgb, sheet.auto_filter.ref),
    }  # fmt: skip


def test_results_of_formulas_stay(returned: Any) -> None:
    """openpyxl writes formulas without their results; what is read of the copy would then be refused."""
    out, workbook, sheet = begun()
    sheet.write_row(3, 0, ["Phát thanh", 6, 30, 20, 1.2])
    sheet.write_row(4, 0, ["Loa kéo", 5, 20, 22, 330])
    sheet.write_row(5, 0, ["Tổng cộng"])
    for column, (letter, total) in enumerate((("B", 11), ("C", 50), ("D", 42)), start=1):
        sheet.write_formula(5, column, f"=SUM({letter}4:{letter}5)", None, total)
    sheet.write_formula("H1", '="Tuần "&5', None, "Tuần 5")
    sheet.write_formula("H2", "=1/3", None, 0.3333333333333333)
    workbook.close()
    data = shared(out.getvalue())
    (file,) = returned(data).files
    values = openpyxl.load_workbook(file.copy, data_only=True)[SHEET]
    assert [values[c].value for c in ("B6", "C6", "D6", "H1", "H2")] == [11, 50, 42, "Tuần 5", 0.3333333333333333]
    assert [openpyxl.load_workbook(file.copy)[SHEET][c].value for c in ("B6", "C6")] == ["=SUM(B4:B5)", "=SUM(C4:C5)"]


def shared(data: bytes) -> bytes:
    """The totals as Excel writes a formula that was dragged: spelled out in the first cell alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<f>SUM(B4:B5)</f>", b'<f t="shared" ref="B6:D6" si="0">SUM(B4:B5)</f>')
                for column in (b"C", b"D"):
                    content = content.replace(b"<f>SUM(" + column + b"4:" + column + b"5)</f>", b'<f t="shared" si="0"/>')
                assert content.count(b"shared") == 3
            new.writestr(name, content)
    return out.getvalue()


def test_what_lies_under_a_merged_cell_stays_and_its_top_is_marked(returned: Any) -> None:
    out, workbook, sheet = begun()
    sheet.write_row(3, 0, ["Phát thanh", 6, 30, 20, 100])
    sheet.write_row(4, 0, ["Loa kéo", 5, 20, 22, 330])
    sheet.merge_range("E4:E5", 100)
    sheet.write("E5", 330)
    workbook.close()
    one = returned(out.getvalue())
    with zipfile.ZipFile(one.files[0].copy) as archive:
        text = archive.read("xl/worksheets/sheet2.xml").decode()
    assert '<mergeCell ref="E4:E5"/>' in text
    assert "<v>330</v>" in text
    marked = openpyxl.load_workbook(one.files[0].copy)
    assert marked[SHEET]["E4"].fill.fgColor.rgb[-6:] == RED
    assert marked["CẦN SỬA"]["C6"].value == "E5"


def test_macros_stay_in_a_workbook_that_has_some(returned: Any) -> None:
    out, workbook, sheet = begun()
    sheet.write_row(3, 0, ["Phát thanh", 6, 30, 20, 1.2])
    sheet.write_comment("B4", "Ghi chú của xã")
    workbook.add_vba_project(io.BytesIO(b"a macro"), is_stream=True)
    workbook.set_vba_name("ThisWorkbook")
    workbook.close()
    (file,) = returned(out.getvalue(), "ban-bo.xlsm").files
    assert file.copy is not None, (file.reason, file.detail)
    assert file.copy.name == "ban-bo.xlsm"
    with zipfile.ZipFile(file.copy) as archive:
        assert archive.read("xl/vbaProject.bin") == b"a macro"
        assert b"macroEnabled" in archive.read("[Content_Types].xml")
        notes = [n for n in archive.namelist() if n.endswith(".vml")]
        assert len(notes) == 1, "the old drawing of notes is not left beside the new one"
    sheet = openpyxl.load_workbook(file.copy, keep_vba=True)[SHEET]
    assert sheet["B4"].comment.text == "Ghi chú của xã"
    assert sheet["E4"].comment.text.startswith("CẦN SỬA")


def chart(workbook: Any, sheet: Any) -> None:
    made = workbook.add_chart({"type": "bar"})
    made.add_series({"values": f"='{SHEET}'!$C$4:$C$4"})
    sheet.insert_chart("H1", made)


LOST: dict[str, tuple[str, Callable[[Any, Any], object]]] = {
    "chart": ("drawing", chart),
    "picture": ("drawing", lambda _, s: s.insert_image("H1", "a.png", {"image_data": io.BytesIO(PIXEL)})),
    "text box": ("drawing", lambda _, s: s.insert_textbox("H1", "ghi chú")),
    "picture in a header": ("drawing", lambda _, s: s.set_header("&L&G", {"image_left": "a.png", "image_data_left": io.BytesIO(PIXEL)})),
    "sparkline": ("extension", lambda _, s: s.add_sparkline("H1", {"range": f"'{SHEET}'!C4:F4"})),
    "data bar of 2010": ("extension", lambda _, s: s.conditional_format("C4", {"type": "data_bar", "data_bar_2010": True})),
    "button": ("control", lambda _, s: s.insert_button("H1", {"caption": "Gửi"})),
    "dynamic array": ("part", lambda _, s: s.write_dynamic_array_formula("H1:H3", "=LEN(A1:A3)")),
    "range that may be edited": ("part", lambda _, s: (s.protect("x"), s.unprotect_range("C4"))),
}  # fmt: skip


@pytest.mark.parametrize(("reason", "adds"), LOST.values(), ids=LOST)
def test_where_something_would_be_lost_there_is_a_list_in_word(reason: str, adds: Any, returned: Any) -> None:
    out, workbook, sheet = begun()
    sheet.write_row(3, 0, ["Phát thanh", 6, 30, 20, 1.2])
    adds(workbook, sheet)
    workbook.close()
    one = returned(out.getvalue())
    assert [(f.copy, f.reason) for f in one.files] == [(None, reason)]
    assert one.listed is not None
    assert one.listed.is_file()


PARTS = {
    "xl/pivotTables/pivotTable1.xml": ("application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml", "pivot"),
    "xl/slicers/slicer1.xml": ("application/vnd.ms-excel.slicer+xml", "pivot"),
    "xl/connections.xml": ("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml", "pivot"),
    "xl/externalLinks/externalLink1.xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
        "external",
    ),
    "xl/threadedComments/threadedComment1.xml": ("application/vnd.ms-excel.threadedcomments+xml", "threaded"),
    "xl/ctrlProps/ctrlProp1.xml": ("application/vnd.ms-excel.controlproperties+xml", "control"),
    "xl/activeX/activeX1.xml": ("application/vnd.ms-office.activeX+xml", "control"),
    "_xmlsignatures/sig1.xml": (
        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
        "macro-signature",
    ),
    "customXml/item1.xml": ("application/xml", "part"),
}


@pytest.mark.parametrize(("name", "kind", "reason"), [(n, k, r) for n, (k, r) in PARTS.items()], ids=PARTS)
def test_a_part_that_openpyxl_drops_is_seen_before(
    name: str, kind: str, reason: str, returned: Any, book: Any, saved: Any
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book(ROW)))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "[Content_Types].xml":
                override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
                content = content.replace(b"</Types>", override)
            new.writestr(part, content)
        new.writestr(name, b"<a/>")
    assert [(f.copy, f.reason) for f in returned(out.getvalue()).files] == [(None, reason)]


def test_a_copy_that_would_read_otherwise_is_not_given_out(returned: Any, book: Any, saved: Any) -> None:
    """A cell that stands twice in a sheet: openpyxl would keep one and nobody would know of the other."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book(ROW, GOOD)))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(
                    b'<c r="C4" t="n"><v>6</v></c>', b'<c r="C4" t="n"><v>6</v></c><c r="C4" t="n"><v>7</v></c>'
                )
                assert content.count(b'r="C4"') == 2
            new.writestr(part, content)
    assert [(f.copy, f.reason) for f in returned(out.getvalue()).files] == [(None, "differs")]


def test_hostile_texts_stay_texts(copy: Any, book: Any, saved: Any) -> None:
    """What a sender typed is shown and never run; marks that turn the reading order around are not carried over."""
    made = book(ROW, (2, "Loa kéo", '=cmd|"/c calc"!A1', 20, "\u202e12\u202c lượt?", 330))
    made[SHEET]["C5"].data_type = "s"
    made[SHEET].title = "Tuần '5' =1+1"
    marked = copy(saved(made))
    sheet = marked["CẦN SỬA"]
    rows = [list(row)[:9] for row in sheet.iter_rows(min_row=6)]
    assert {c.data_type for row in rows for c in row if c.value} == {"s"}
    assert any("=cmd|" in str(c.value) for row in rows for c in row)
    assert not any("\u202e" in str(c.value) for row in rows for c in row)
    assert rows[0][2].hyperlink.location == "'Tuần ''5'' =1+1'!F4"
    assert marked.worksheets[1]["C5"].data_type == "s"


def test_five_hundred_things_to_mend_in_one_file(returned: Any, book: Any, saved: Any) -> None:
    rows = [(n, f"Loa kéo {n}", "nhiều" * 3000 if n == 7 else "nhiều", 30, 20, 50 + n) for n in range(1, 501)]
    one = returned(saved(book(*rows)))
    assert one.errors == 500
    assert len(one.chat) <= 300
    assert "Còn 497 chỗ nữa" in one.chat
    sheet = openpyxl.load_workbook(one.files[0].copy)["CẦN SỬA"]
    assert sheet["C505"].value == "C503"
    assert max(len(str(c.value)) for row in sheet.iter_rows() for c in row) <= 500


def test_a_copy_that_comes_back_half_mended_is_marked_anew(week_of: Any, book: Any, saved: Any, typed_into: Any) -> None:
    """What was mended loses its colour and note and gets back what it was filled with; the old list is not doubled."""
    made = book(ROW, (2, "Loa kéo", 5, 20, "20-30 lượt", 330))
    made[SHEET]["F4"].fill = PatternFill("solid", fgColor="00B050")
    made[SHEET]["F4"].comment = Comment("Ghi chú của xã", "Cán bộ")
    week = week_of({"ban-bo.xlsx": saved(made)})
    week.report()
    (file,) = week.returns().returned[0].files
    first = openpyxl.load_workbook(file.copy)[SHEET]
    assert first["F4"].comment.text.startswith("Ghi chú của xã\n\nCẦN SỬA\n")
    week.put("ban-bo.xlsx", typed_into(file.copy.read_bytes(), {(SHEET, "F4"): 1200}))
    report = week.report()
    assert [f.location.cell for f in report.findings if f.severity is Severity.ERROR] == ["E5"]
    (file,) = week.returns().returned[0].files
    again = openpyxl.load_workbook(file.copy)
    assert again.sheetnames == ["CẦN SỬA", SHEET]
    assert again["CẦN SỬA"].max_row == 6
    assert again[SHEET]["F4"].fill.fgColor.rgb[-6:] == "00B050"
    assert again[SHEET]["F4"].comment.text == "Ghi chú của xã"
    assert again[SHEET]["E5"].fill.fgColor.rgb[-6:] == RED
    assert again[SHEET]["E5"].comment.text.count("CẦN SỬA") == 1


def test_a_sheet_of_the_senders_own_with_that_name_is_data(week_of: Any, book: Any, saved: Any) -> None:
    """The name alone does not set a sheet aside: the mark tells."""
    made = book(GOOD)
    made[SHEET].title = "CẦN SỬA"
    week = week_of({"ban-bo.xlsx": saved(made)})
    report = week.report()
    found = report.figure("items", "ban-bo")
    assert found is not None
    assert found.value == 5
    assert [f for f in report.findings if f.severity is Severity.ERROR] == []
