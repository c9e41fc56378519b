"""The work list: what is filled in with Excel is applied at the next run, and nothing else is."""

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

NOW = ("--now", "2021-02-05T09:00+07:00")
LATER = ("--now", "2021-02-05T15:00+07:00")
SHEET = "Cần xử lý"
UNIT, MEASURE, TYPED, VALUE, REASON, WHO = 2, 3, 5, 8, 9, 10
CALLED = "Đã gọi điện xác nhận với đơn vị"


@pytest.fixture
def week(tuyentruyen: Any, tmp_path: Path) -> Path:
    """The sample's week 05, aggregated once."""
    tuyentruyen("init", tmp_path / "mẫu", "--sample")
    tuyentruyen("aggregate", tmp_path / "mẫu" / "week-05", *NOW)
    return tmp_path / "mẫu" / "week-05"


def listed(week: Path) -> Path:
    return week.parent / "reports" / "2021-W05" / "can-xu-ly.xlsx"


def sheet_of(book: openpyxl.Workbook, name: str | None = None) -> Worksheet:
    sheet = book[name] if name else book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def rows(week: Path) -> list[tuple[str, str, str]]:
    sheet = sheet_of(openpyxl.load_workbook(listed(week)), SHEET)
    return [
        (str(row[UNIT - 1].value), str(row[MEASURE - 1].value), str(row[TYPED - 1].value or ""))
        for row in sheet.iter_rows(min_row=5)
        if row[0].value
    ]


def fill(
    week: Path, answers: dict[tuple[str, str], str | int], who: str | None = "Nguyễn Văn A", reason: str | None = CALLED
) -> None:
    """Fill in rows by unit and measure, as a person does with Excel."""
    book = openpyxl.load_workbook(listed(week))
    sheet = book[SHEET]
    for row in sheet.iter_rows(min_row=5):
        key = (str(row[UNIT - 1].value), str(row[MEASURE - 1].value))
        if key in answers:
            row[VALUE - 1].value, row[REASON - 1].value, row[WHO - 1].value = answers[key], reason, who
    book.save(listed(week))


ALL: dict[tuple[str, str], str | int] = {
    ("Xã Bản Hon", "Ước số lượt người nghe"): "1200",
    ("Xã Bản Hon", "Số lượt phát sóng"): 25,
    ("Xã Giang Ma", "Thời lượng tin, bài (phút)"): "3 giờ 30 phút",
    ("Xã Nùng Nàng", "Số tin, bài"): 7,
    ("Xã Nùng Nàng", "Thời lượng tin, bài (phút)"): 20,
    ("Xã Nùng Nàng", "Số lượt phát sóng"): "15 lượt",
    ("Xã Nùng Nàng", "Ước số lượt người nghe"): "1.500",
}


def aggregated(tuyentruyen: Any, week: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(tuyentruyen("aggregate", week, "--json", *LATER).out)
    return document


def values(document: dict[str, Any], unit: str) -> dict[str, int | None]:
    found: dict[str, int | None] = next(u["values"] for u in document["units"] if u["unit"] == unit)
    return found


def test_the_list_has_one_row_for_each_open_question(week: Path) -> None:
    assert {(unit, measure) for unit, measure, _ in rows(week)} == set(ALL)
    assert ("Xã Bản Hon", "Số lượt phát sóng", "20-30 lượt") in rows(week)


def test_the_sample_week_goes_to_fourteen_of_fourteen_by_the_list_alone(tuyentruyen: Any, week: Path) -> None:
    fill(week, ALL)
    document = aggregated(tuyentruyen, week)
    for measure in ("items", "duration", "broadcasts", "listeners"):
        total = document["totals"][measure]
        assert (total["units"], total["missing"]) == (14, []), measure
    assert values(document, "ban-hon")["listeners"] == 1200 + 620
    assert values(document, "ban-hon")["broadcasts"] == 25 + 27
    assert values(document, "giang-ma")["duration"] == (15 + 16) * 60 + 210 * 60
    assert values(document, "nung-nang") | {} == {
        **values(document, "nung-nang"), "items": 7, "duration": 1200, "broadcasts": 15, "listeners": 1500,
    }  # fmt: skip
    assert rows(week) == [], "nothing is left to ask"
    assert len(document["decisions"]) == len(ALL)


def test_decisions_hold_at_every_later_run_and_channels_still_add_up(tuyentruyen: Any, week: Path) -> None:
    fill(week, ALL)
    first = aggregated(tuyentruyen, week)
    assert aggregated(tuyentruyen, week) == first
    for measure, total in first["totals"].items():
        parts = [c["values"][measure]["value"] for c in first["channels"] if measure in c["values"]]
        assert sum(parts) == (total["value"] or 0), measure


def test_what_a_person_decided_is_marked_wherever_it_is_shown(tuyentruyen: Any, week: Path) -> None:
    import docx  # noqa: PLC0415

    fill(week, {("Xã Bản Hon", "Ước số lượt người nghe"): "1200"})
    document = aggregated(tuyentruyen, week)
    decided = {u["unit"]: u["decided"] for u in document["units"] if u["decided"]}
    assert decided == {"ban-hon": ["listeners"]}
    assert document["totals"]["listeners"]["decided"]
    assert "decided" not in document["totals"]["items"]
    shown = tuyentruyen("aggregate", week, *LATER).out
    assert "1.820*" in next(line for line in shown.splitlines() if "Xã Bản Hon" in line)
    assert "* Số liệu do người phụ trách chốt; tuần này có 1 quyết định" in shown
    tuyentruyen("render", week, "--to", "docx", *LATER)
    report = docx.Document(str(week.parent / "reports" / "2021-W05" / "bao-cao-tuan-2021-W05.docx"))
    (row,) = [[c.text for c in r.cells] for t in report.tables for r in t.rows if "Xã Bản Hon" in r.cells[1].text]
    legend, *_ = [p.text for p in report.paragraphs if "do người phụ trách chốt" in p.text]
    assert f"1.820{legend[:3]}" in row


def test_a_half_filled_row_is_said_and_not_applied(tuyentruyen: Any, week: Path) -> None:
    fill(week, {("Xã Nùng Nàng", "Số tin, bài"): 7}, who=None)
    assert values(aggregated(tuyentruyen, week), "nung-nang")["items"] is None
    sheet = openpyxl.load_workbook(listed(week))[SHEET]
    row = next(r for r in sheet.iter_rows(min_row=5) if r[VALUE - 1].value)
    assert row[VALUE - 1].value == "7", "what was typed is kept"
    assert "CHƯA ÁP DỤNG" in str(row[5].value)


def test_a_value_that_its_measure_would_refuse_is_said_and_not_applied(tuyentruyen: Any, week: Path) -> None:
    fill(week, {("Xã Nùng Nàng", "Số tin, bài"): "20-30"})
    assert values(aggregated(tuyentruyen, week), "nung-nang")["items"] is None
    assert any("CHƯA ÁP DỤNG" in str(r[5].value) for r in openpyxl.load_workbook(listed(week))[SHEET].iter_rows(min_row=5))


def test_a_decision_about_a_file_that_has_changed_since_is_said_and_not_applied(tuyentruyen: Any, week: Path) -> None:
    fill(week, {("Xã Bản Hon", "Ước số lượt người nghe"): "1200"})
    file = week / "ban hon bc T5.xlsx"
    book = openpyxl.load_workbook(file)
    sheet_of(book)["C11"] = 11
    book.save(file)
    document = aggregated(tuyentruyen, week)
    assert values(document, "ban-hon")["listeners"] is None
    assert any(f["rule"] == "stale-decision" for f in document["findings"])


def test_a_contradiction_is_closed_by_either_side_or_by_a_number(tuyentruyen: Any, week: Path) -> None:
    """Week 06: the total of listeners says 3.410 where the rows add up to 2.390."""
    week6 = week.parent / "week-06"
    for answer, figure in (("Theo số tổng đã ghi: 3.410", 3410), ("Theo các dòng: 2.390", 2390), ("2.500", 2500)):
        shutil.rmtree(week.parent / "store")
        shutil.rmtree(week.parent / "reports")
        tuyentruyen("aggregate", week6, *NOW)
        path = week.parent / "reports" / "2021-W06" / "can-xu-ly.xlsx"
        book = openpyxl.load_workbook(path)
        row = next(r for r in book[SHEET].iter_rows(min_row=5) if r[UNIT - 1].value == "Xã Bản Bo")
        assert row[6].value == "Theo các dòng: 2.390\nTheo số tổng đã ghi: 3.410"
        row[VALUE - 1].value, row[REASON - 1].value, row[WHO - 1].value = answer, "hỏi lại", "A"
        book.save(path)
        document = json.loads(tuyentruyen("aggregate", week6, "--json", *LATER).out)
        assert values(document, "ban-bo")["listeners"] == figure
        assert document["totals"]["listeners"]["value"] == sum(c["values"]["listeners"]["value"] for c in document["channels"])


@pytest.mark.parametrize(
    ("answer", "items", "news"),
    [("Theo các dòng: 11", 11, 7), ("Theo số tổng đã ghi: 12", 12, None), ("11", 11, 7), ("10", 10, None)],
)
def test_a_whole_beside_its_parts_is_closed_in_the_same_way(
    tuyentruyen: Any, week: Path, answer: str, items: int, news: int | None
) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Đơn vị: Xã Nùng Nàng"],
        [],
        ["Kênh", "Số tin, bài", "Tin", "Bài", "Thời lượng (phút)", "Số lần phát", "Ước người nghe"],
    ):
        sheet_of(book).append(row)
    sheet_of(book).append(["Trạm truyền thanh xã", 12, 7, 4, 30, 12, 400])
    book.save(week / "nung nang.xlsx")
    tuyentruyen("aggregate", week, *NOW)
    assert ("Xã Nùng Nàng", "Số tin, bài", "12") in rows(week)
    fill(week, {("Xã Nùng Nàng", "Số tin, bài"): answer})
    found = values(aggregated(tuyentruyen, week), "nung-nang")
    assert (found["items"], found["news"]) == (items, news)


def test_the_check_sheet_ends_with_what_people_decided(tuyentruyen: Any, week: Path) -> None:
    import docx  # noqa: PLC0415

    fill(week, ALL)
    tuyentruyen("aggregate", week, *LATER)
    tuyentruyen("render", week, *LATER)
    sheet = docx.Document(str(week.parent / "reports" / "2021-W05" / "phieu-kiem-tra-2021-W05.docx"))
    said = [[cell.text for cell in row.cells] for row in sheet.tables[-1].rows]
    assert said[1][1:4] == ["Xã Bản Hon", "Sửa ô", "Ước số lượt người nghe; ban hon bc T5.xlsx Sheet1!F11"]
    assert said[1][4:] == ["1.200", CALLED, "Nguyễn Văn A, 05/02/2021 15:00"]


@pytest.mark.parametrize(
    ("arguments", "unit", "measure", "figure"),
    [
        (("enter", "--unit", "nung-nang", "--measure", "items", "--value", "7"), "nung-nang", "items", 7),
        (("correct", "--file", "ban hon bc T5.xlsx", "--cell", "Sheet1!F11", "--value", "1.200"), "ban-hon", "listeners", 1820),
        (("choose", "--file", "bc_tuan5_banbo.xlsx"), "ban-bo", "broadcasts", 53),
        (("exclude", "--file", "then sin t5.xlsx"), "then-sin", "items", None),
        (("assign", "--file", "then sin t5.xlsx", "--unit", "nung-nang"), "nung-nang", "items", 24),
    ],
)
def test_each_decision_is_a_command_too(
    tuyentruyen: Any,
    week: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    unit: str,
    measure: str,
    figure: int | None,
) -> None:
    monkeypatch.chdir(week.parent)
    said = tuyentruyen("decide", *arguments, "--who", "A", "--reason", "hỏi lại", *LATER)
    assert said.code == 0, said.err
    assert values(aggregated(tuyentruyen, week), unit)[measure] == figure
    identity = said.out.split()[0]
    assert tuyentruyen("decide", "undo", "--value", identity, "--who", "A", "--reason", "nhầm", *LATER).code == 0
    assert values(aggregated(tuyentruyen, week), unit)[measure] != figure


def test_an_excused_unit_is_not_expected_and_an_extended_one_is_on_time(
    tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(week.parent)
    who = ("--who", "A", "--reason", "mất điện")
    tuyentruyen("decide", "excuse", "--unit", "nung-nang", *who, *LATER)
    tuyentruyen("decide", "extend", "--unit", "na-tam", "--value", "2021-02-05T17:00", *who, *LATER)
    coverage = aggregated(tuyentruyen, week)["coverage"]
    assert (coverage["expected"], coverage["missing"], coverage["late"], coverage["on_time"]) == (13, [], 0, 13)


def test_an_error_is_never_waived(tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(week.parent)
    said = tuyentruyen("decide", "waive", "--rule", "fraction-in-count", "--who", "A", "--reason", "x", *LATER)
    assert said.code == 2
    assert tuyentruyen("decide", "waive", "--rule", "newer-version", "--who", "A", "--reason", "x", *LATER).code == 0
    assert not any(f["rule"] == "newer-version" for f in aggregated(tuyentruyen, week)["findings"])


def test_what_was_filled_in_is_read_also_when_the_store_is_gone(tuyentruyen: Any, week: Path) -> None:
    fill(week, ALL)
    shutil.rmtree(week.parent / "store")
    document = aggregated(tuyentruyen, week)
    assert values(document, "nung-nang")["listeners"] == 1500
    assert len(document["decisions"]) == len(ALL)


def test_no_document_is_made_while_a_decision_waits(tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(week.parent)
    entered = ("--unit", "nung-nang", "--measure", "items", "--value", "7", "--who", "A", "--reason", "gọi điện")
    assert tuyentruyen("decide", "enter", *entered, *LATER).code == 0
    said = tuyentruyen("render", week, "--to", "md", *LATER)
    assert (said.code, "tuyentruyen aggregate" in said.err) == (2, True)
    aggregated(tuyentruyen, week)
    assert tuyentruyen("render", week, "--to", "md", *LATER).code == 0


def offered(book: openpyxl.Workbook, column: int) -> dict[int, list[str]]:
    """By row what the drop-down of that column offers."""
    sheet, found = book[SHEET], dict[int, list[str]]()
    for rule in sheet.data_validations.dataValidation:
        source = str(rule.formula1)
        if source.startswith('"'):
            answers = source.strip('"').split(",")
        else:
            part, _, cells = source.lstrip("=").rpartition("!")
            answers = [str(c.value) for c in book[part.strip("'")][cells.replace("$", "")][0]]
        for area in rule.sqref.ranges:
            found |= {row: answers for row in range(area.min_row, area.max_row + 1) if area.min_col == column}
    return found


def test_each_question_offers_its_own_answers_and_all_the_same_reasons(tuyentruyen: Any, week: Path) -> None:
    unknown = "của ai đó, không ghi tên"
    book = openpyxl.Workbook()
    sheet_of(book).append(["Kênh", "Số tin, bài"])
    sheet_of(book).append(["Loa xã", 5])
    book.save(week / f"{unknown}.xlsx")
    aggregated(tuyentruyen, week)
    listed_book = openpyxl.load_workbook(listed(week))
    sheet = listed_book[SHEET]
    proposals = {row[0].row: str(row[6].value or "").split("\n") for row in sheet.iter_rows(min_row=5) if row[0].value}
    values, reasons = offered(listed_book, VALUE), offered(listed_book, REASON)
    assert set(reasons) == set(proposals)
    assert len({tuple(r) for r in reasons.values()}) == 1
    assert set(values) == {row for row, answers in proposals.items() if answers != [""]}
    for row, answers in values.items():
        shown = [a for a in proposals[row] if a != "…"]
        assert answers[: len(shown)] == shown
    whose = next(r for r in proposals if unknown in str(sheet.cell(r, 4).value))
    assert len(values[whose]) >= 14, "every unit may be its sender"


@pytest.mark.parametrize("value", ["3 lần/ngày", "-5", "khoảng 30", "{{ 7*7 }}"])
def test_a_figure_that_a_decision_cannot_take_says_what_to_type(
    tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.chdir(week.parent)
    entered = ("--unit", "nung-nang", "--measure", "broadcasts", "--value", value)
    said = tuyentruyen("decide", "enter", *entered, "--who", "A", "--reason", "x", *LATER)
    assert said.code == 2
    assert f"“{value}” không dùng được cho Số lượt phát sóng. Ghi một số rõ ràng của cả tuần, ví dụ 12, 1.200" in said.err


def test_decisions_read_as_sentences(tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(week.parent)
    who = ("--who", "Lan", "--reason", "mất điện", *LATER)
    nothing = tuyentruyen("decide", "undo", "--value", "99", *who)
    assert (nothing.code, nothing.err.strip()) == (2, "Tuần 2021-W05 chưa có quyết định nào. Tuần khác: thêm --week.")
    assert tuyentruyen("decide", "list", *LATER).err.strip() == "Tuần 2021-W05 chưa có quyết định nào. Tuần khác: thêm --week."
    excused = tuyentruyen("decide", "excuse", "--unit", "nung-nang", *who).out.strip()
    assert excused.endswith("Miễn báo cáo: Xã Nùng Nàng (Lan: mất điện)")
    extended = tuyentruyen("decide", "extend", "--unit", "na-tam", "--value", "2021-02-05T17:00", *who).out.strip()
    assert extended.endswith("Gia hạn: Xã Nà Tăm = 17:00 thứ Sáu 05/02/2021 (Lan: mất điện)")
    identity = excused.split()[0]
    undone = tuyentruyen("decide", "undo", "--value", identity, *who).out.strip()
    assert undone.endswith(f"Hủy quyết định: {identity} (Lan: mất điện)")


def test_a_file_is_assigned_to_the_unit_that_the_value_names(
    tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(week.parent)
    who = ("--who", "A", "--reason", "x", *LATER)
    file = ("--file", "then sin t5.xlsx")
    assert "= nung-nang" in tuyentruyen("decide", "assign", *file, "--value", "nung-nang", *who).out
    assert tuyentruyen("decide", "assign", *file, "--value", "đâu đó", *who).code == 2
    assert tuyentruyen("decide", "assign", *file, "--unit", "ban-bo", "--value", "nung-nang", *who).code == 2


def test_a_work_list_that_cannot_be_read_is_never_overwritten(tuyentruyen: Any, week: Path) -> None:
    listed(week).write_bytes(b"half of a file")
    said = tuyentruyen("aggregate", week, *LATER)
    assert said.code == 2
    assert f"Không đọc được {listed(week)}" in said.err
    assert listed(week).read_bytes() == b"half of a file"
    listed(week).rename(listed(week).with_name("cũ.xlsx"))
    assert tuyentruyen("aggregate", week, *LATER).code == 0
    assert rows(week)
