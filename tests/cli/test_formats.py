"""Findings on the screen, as a table for Excel, as a page for a browser, and in JSON."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.cli.findings import MOST, findings_text
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.render.findings_view import Line

Run = Callable[..., Any]
NOW = ("--now", "2021-02-05T09:00+07:00")
HEADING = ["TT", "Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước số người nghe"]


def book(path: Path, *rows: list[object], heading: list[str] = HEADING) -> Path:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    for row in (["Đơn vị: Xã Bản Bo"], heading, *rows):
        sheet.append(row)
    made.save(path)
    return path


def test_one_wrong_heading_is_one_message(tuyentruyen: Run, campaign: Path) -> None:
    heading = ["Số lượt phát/ngày" if name == "Số lượt phát" else name for name in HEADING]
    rows = [[n, channel, 3, 9, "3 lần/ngày", 200] for n, channel in enumerate(("Loa kéo", "Phát thanh", "Zalo"), 1)]
    path = book(campaign / "week-05" / "ban bo.xlsx", *rows, heading=heading)
    assert tuyentruyen("validate", path, *NOW).out == (
        "ban bo.xlsx: Xã Bản Bo, tuần 2021-W05: dùng được một phần\n"
        "    Số tin, bài: 9\n"
        "    Thời lượng tin, bài (phút): 27\n"
        "    Số lượt phát sóng: chưa rõ\n"
        "    Ước số lượt người nghe: 600\n"
        "\n"
        "ban bo.xlsx (Xã Bản Bo)\n"
        "  ✗ LỖI Sheet!E2: Tiêu đề cột “Số lượt phát/ngày” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần; "
        "cả cột chưa được dùng. [rate-not-total]\n"
        "      Kéo theo 3 phát hiện khác ở E3:E5: sửa chỗ này thì hết.\n"
        "      → Ghi vào cột này tổng của cả tuần (mỗi ngày 3 trong 7 ngày thì ghi 21), và sửa tiêu đề thành “Số lượt phát sóng”.\n"
    )


def test_the_same_fault_in_several_cells_is_one_message_with_each(tuyentruyen: Run, campaign: Path) -> None:
    rows: list[list[object]] = [[1, "Loa kéo", 3, 9, 9, 1.2], [2, "Phát thanh", 3, 9, 9, 2.45], [3, "Zalo", 2.5, 9, 9, 800]]
    out = tuyentruyen("validate", book(campaign / "week-05" / "ban bo.xlsx", *rows), *NOW).out
    assert out.endswith(
        "ban bo.xlsx (Xã Bản Bo)\n"
        "  ✗ LỖI Sheet!F3: Ước số lượt người nghe phải là số nguyên, ô này là “1.2”. [fraction-in-count]\n"
        "      Cùng lỗi ở 2 ô khác: F4 “2.45” → 2450, C5 “2.5” → 2500.\n"
        "      → Nếu là 1200 thì gõ 1200: Excel đã hiểu dấu chấm là dấu thập phân.\n"
    )


def test_a_file_that_cannot_be_read_says_only_that(tuyentruyen: Run, campaign: Path) -> None:
    for name in ("ban-bo.xlsx", "ban-bo-moi.xlsx"):
        (campaign / "week-05" / name).write_bytes(b"PK\x03\x04")
    (campaign / "week-05" / "received.csv").write_text(
        "file,received_at\nban-bo.xlsx,2021-02-04T10:00\nban-bo-moi.xlsx,2021-02-04T11:00\n", encoding="utf-8"
    )
    out = tuyentruyen("aggregate", campaign / "week-05", *NOW).out
    said = [line for line in out.splitlines() if "LỖI" in line and "dừng" not in line and "ban-bo" not in line]
    assert [line.rpartition("[")[2] for line in said if "unreadable" in line or "final" in line] == ["unreadable-file]"] * 2


def test_a_file_of_no_known_unit_is_named_beside_those_that_sent_nothing(tuyentruyen: Run, campaign: Path) -> None:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.append(HEADING)
    sheet.append([1, "Loa kéo", 3, 9, 9, 200])
    made.save(campaign / "week-05" / "bao cao.xlsx")
    out = tuyentruyen("aggregate", campaign / "week-05", *NOW).out
    assert "Có 1 tệp chưa rõ của đơn vị nào, có thể là của đơn vị nêu trên: bao cao.xlsx." in out


@pytest.fixture
def faulty(campaign: Path) -> Path:
    """A file whose texts would be formulas in Excel and markup in a page."""
    rows: list[list[object]] = [
        [1, "@LEN(1)", 3, 9, 9, "nhiều <b>&amp;</b>"],
        [2, "<script>alert(1)</script>", 3, 9, 9, 200],
        [3, "Zalo", 3, 9, 9, "x"],
    ]
    path = book(campaign / "week-05" / "ban bo.xlsx", *rows)
    changed = openpyxl.load_workbook(path)
    cell: Any = changed.active
    cell = cell["F5"]
    cell.value, cell.data_type = '=HYPERLINK("http://a.b","x")', "s"
    changed.save(path)
    return path


def test_a_table_for_excel_holds_no_formula(tuyentruyen: Run, faulty: Path) -> None:
    said = tuyentruyen("validate", faulty, "--format", "csv", *NOW)
    assert said.out.startswith("\ufeff")
    heads, *rows = csv.reader(io.StringIO(said.out.removeprefix("\ufeff"), newline=""))
    assert heads[:3] == ["Mức", "Đơn vị", "Tệp"]
    assert [row for row in rows for field in row if field.startswith(("=", "+", "-", "@"))] == []
    typed = {row[heads.index("Đã ghi")] for row in rows}
    assert {"'@LEN(1)", "nhiều <b>&amp;</b>"} <= typed
    assert all(len(row) == len(heads) for row in rows)
    assert said.code == 1


def test_a_page_is_one_file_that_asks_for_nothing_and_holds_no_markup_of_others(tuyentruyen: Run, faulty: Path) -> None:
    page = tuyentruyen("validate", faulty, "--format", "html", *NOW).out
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "nhiều &lt;b&gt;&amp;amp;&lt;/b&gt;" in page
    assert re.search(r'(?:src|href|action|url)\s*[=(]\s*["\']?\s*(?:https?:)?//', page) is None
    assert "default-src 'none'" in page
    assert page.count("<script>") == 1
    assert '<html lang="vi">' in page


def test_json_names_what_a_finding_is_folded_under(tuyentruyen: Run, campaign: Path) -> None:
    rows: list[list[object]] = [[1, "Loa kéo", 3, 9, 9, 1.2], [2, "Phát thanh", 3, 9, 9, 2.45]]
    path = book(campaign / "week-05" / "ban bo.xlsx", *rows)
    document = json.loads(tuyentruyen("validate", path, "--format", "json", *NOW).out)
    assert document == json.loads(tuyentruyen("validate", path, "--json", *NOW).out)
    first, second = document["findings"]
    assert "folded_under" not in first
    assert second["folded_under"] == document["findings"].index(first)


@pytest.mark.parametrize("ending", ["html", "csv", "json"])
def test_a_file_is_written_beside_what_a_person_reads(tuyentruyen: Run, campaign: Path, tmp_path: Path, ending: str) -> None:
    plain = tuyentruyen("aggregate", campaign / "week-05", *NOW).out
    target = tmp_path / f"loi.{ending}"
    for _ in range(2):  # its own file is replaced
        said = tuyentruyen("aggregate", campaign / "week-05", "-o", target, *NOW)
        assert (said.code, said.out) == (0, plain)
        assert f"vào {target}" in said.err
    alone = tuyentruyen("aggregate", campaign / "week-05", "--format", ending, *NOW).out
    assert target.read_bytes().decode() == alone


def test_what_someone_else_wrote_is_kept(tuyentruyen: Run, campaign: Path, tmp_path: Path) -> None:
    own = tmp_path / "loi.csv"
    own.write_text("ghi chú của tôi", encoding="utf-8")
    said = tuyentruyen("validate", campaign / "week-05" / "ban hon bc T5.xlsx", "-o", own, *NOW)
    assert (said.code, said.out, own.read_text(encoding="utf-8")) == (2, "", "ghi chú của tôi")
    assert "không ghi đè" in said.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--json", "--format", "csv"), "Không dùng --json cùng lúc với --format csv."),
        (("-o", "loi.xlsx"), "hãy đặt tên tệp với đuôi: .json, .csv, .html."),
        (("--format", "html", "-o", "loi.csv"), "hãy đặt tên tệp với đuôi: .html."),
    ],
)
def test_what_cannot_be_given_is_said_before_anything_is_read(
    tuyentruyen: Run, campaign: Path, options: tuple[str, ...], said: str
) -> None:
    answer = tuyentruyen("aggregate", campaign / "week-05", *options, *NOW)
    assert answer.code == 2
    assert said in answer.err
    assert not (campaign / "store").exists()


def line(number: int, severity: Severity = Severity.ERROR, file: str = "") -> Line:
    place = f"Sheet1!F{number}"
    file = file or f"{number % 500}.xlsx"
    return Line(
        Location(file, "Sheet1", number, 6),
        severity,
        "range",
        "",
        file,
        place,
        "",
        "20-30",
        f"Ô {number}",
        "Ghi một số.",
        1,
        (),
    )


def test_ten_thousand_findings_fit_on_a_few_screens() -> None:
    warnings = [line(n, Severity.WARNING) for n in range(3000)]
    notes = [line(n, Severity.NOTE) for n in range(100)]
    text = list(findings_text([*map(line, range(7000)), *warnings, *notes], "vi"))
    assert len(text) < 5 * MOST + 20
    assert sum("LỖI" in row for row in text) == MOST
    assert not any("Lưu ý" in row for row in text)
    assert text[-6:] == [
        "Chưa hiện ở đây 9970 mục nữa, nhiều nhất là:",
        "  9970 × Ghi một khoảng (20-30) thay vì một số [range]",
        "Tất cả: 7000 lỗi (ở 7000 chỗ) và 3000 lưu ý, trong 500 tệp.",
        "Xem đủ: chạy lại lệnh này, thêm -o loi.html (mở bằng trình duyệt) hoặc -o loi.csv (mở bằng Excel).",
        "",
        "Và 100 ghi chú không ảnh hưởng số liệu (xem: thêm -o loi.html).",
    ]


def test_one_bad_file_does_not_hide_the_others() -> None:
    many = [line(n, file="a.xlsx") for n in range(200)]
    text = list(findings_text([*many, line(1, file="b.xlsx"), line(2, file="c.xlsx")], "vi"))
    assert {"a.xlsx", "b.xlsx", "c.xlsx"} <= set(text)
    assert "  … và 172 mục nữa trong tệp này" in text
