"""The office's check sheet: what must be mended, where, by whom, and what is outside each figure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.docx import render_check_sheet
from tuyentruyen_cli.render.explain import Explain


def test_the_check_sheet(week: Report, sheet_template: Path, explain: Explain, word: Callable[[bytes], Any]) -> None:
    doc = word(render_check_sheet(week, sheet_template, explain))
    assert doc.texts("TieuDePhieu")[0] == "PHIẾU KIỂM TRA SỐ LIỆU"
    assert doc.texts("DongPhieu")[1:] == [
        "Gửi muộn: Xã Nà Tăm (nhận lúc 08 giờ 20 phút ngày 05/02/2021).",
        "Chưa gửi: Xã Nùng Nàng.",
        "3 lỗi phải sửa, 1 điểm cần xem.",
    ]
    figures, findings = (doc.rows(table) for table in doc.tables())
    assert figures[1] == ["Tin, bài", "304", "13/14", "Chưa gửi báo cáo: xã Nùng Nàng"]
    assert figures[3][:3] == ["Lượt phát", "617", "12/14"]
    assert figures[3][3] == (
        "Chưa gửi báo cáo: xã Nùng Nàng"
        "Xã Bản Hon: số liệu chưa rõ tại ban-hon.xlsx, trang Sheet1, ô E9 (đọc được ít nhất 1.250, còn 1 ô chưa rõ)"
    )
    assert findings[1] == [
        "1",
        "Xã Giang Ma",
        "Phải sửa",
        "giang-ma.xlsx, trang Sheet1, ô D9",
        "Lỗi rate-not-total: “15-20”.",
        "Đề nghị đơn vị ghi lại số liệu rồi gửi lại báo cáo.",
        "Xã Giang Ma",
    ]
    assert findings[4][1:4] == ["Xã Bản Bo", "Cần xem", "bc_tuan5_banbo (sua).xlsx"]
    assert findings[4][-1] == "Cán bộ tổng hợp"


def test_what_was_approximate_is_shown_and_other_notes_are_not(
    week: Report, sheet_template: Path, explain: Explain, word: Callable[[bytes], Any]
) -> None:
    where = Location("ban-bo.docx", "table 1", 3, 2)
    notes = tuple(Finding(rule, Severity.NOTE, where, (), "ban-bo", "listeners") for rule in ("approximate", "scaled"))
    doc = word(render_check_sheet(replace(week, findings=notes), sheet_template, explain))
    [row] = doc.rows(doc.tables()[1])[1:]
    assert row[2:5] == ["Ghi nhận", "ban-bo.docx, bảng 1, ô B3", "Lỗi approximate: “None”."]


def test_a_week_without_faults_has_no_table_of_them(
    make: Callable[..., Report], sheet_template: Path, explain: Explain, word: Callable[[bytes], Any]
) -> None:
    report = replace(make((("ban-bo", "Xã Bản Bo", (1, 60, 1, 1)),)), findings=())
    doc = word(render_check_sheet(report, sheet_template, explain))
    [figures] = doc.tables()
    assert doc.rows(figures)[1] == ["Tin, bài", "1", "1/1", "Không có"]
    assert "Không có lỗi phải sửa, không có điểm cần xem." in doc.texts("DongPhieu")


def test_same_report_same_bytes(province: Report, sheet_template: Path, explain: Explain) -> None:
    first, second = (render_check_sheet(province, sheet_template, explain) for _ in range(2))
    assert first == second


def test_one_fault_in_many_cells_is_one_row(
    week: Report, sheet_template: Path, explain: Explain, word: Callable[[bytes], Any]
) -> None:
    found = tuple(
        Finding("range", Severity.ERROR, Location("ban-bo.xlsx", "Sheet1", row, 5), (("raw", "20-30"),), "ban-bo", "broadcasts")
        for row in (*range(7, 20), 22)
    )
    doc = word(render_check_sheet(replace(week, findings=found), sheet_template, explain))
    [row] = doc.rows(doc.tables()[1])[1:]
    assert row[3:5] == ["ban-bo.xlsx, trang Sheet1, ô E7", "Lỗi range: “20-30”. Cùng lỗi ở 13 ô khác: E8:E19, E22."]
    assert "1 lỗi phải sửa." in doc.texts("DongPhieu")
