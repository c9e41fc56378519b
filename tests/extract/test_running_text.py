"""What the lines around the tables of a Word document say of them."""

from collections.abc import Sequence

import pytest

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import Extraction, extract
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Around, Cell, CellKind, Reading, Sheet
from tuyentruyen_cli.model.submission import Outcome

HEADING = ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe")
STATION = ("Trạm truyền thanh xã", "6", "30", "12", "400")
MOBILE = ("Loa kéo", "3", "12", "9", "250")
TITLE = ("BÁO CÁO", "Đơn vị: Xã Bản Bo", "Tuần 05 (từ 29/01 đến 04/02/2021)")


def table(number: int, *rows: Sequence[str], before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> Sheet:
    cells = tuple(Cell(r, c, CellKind.TEXT, t, t) for r, row in enumerate(rows, 1) for c, t in enumerate(row, 1) if t)
    return Sheet("bc.docx", f"table {number}", cells, around=Around(before, after))


def said(context: Context, *sheets: Sheet) -> Extraction:
    return extract(Reading("bc.docx", "0" * 64, 1, "docx", sheets), context)


def unit(extraction: Extraction) -> str | None:
    (submission,) = extraction.submissions
    return submission.unit


def items(extraction: Extraction) -> int | None:
    (submission,) = extraction.submissions
    values = [v.value for r in submission.records for m, v in r.values if m == "items"]
    return None if None in values else sum(v for v in values if v is not None)


def rules(extraction: Extraction) -> set[str]:
    return {f.rule for f in extraction.findings}


def test_lines_before_the_table_name_the_unit(context: Context) -> None:
    found = said(context, table(1, HEADING, STATION, before=TITLE))
    assert (unit(found), items(found), rules(found)) == ("ban-bo", 6, set())


def test_a_table_without_figures_is_a_title_block(context: Context) -> None:
    block = table(1, ("UBND HUYỆN TAM ĐƯỜNG\nUBND XÃ BẢN BO\nSố: 08/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    found = said(context, block, table(2, HEADING, STATION, before=("BÁO CÁO",)))
    assert (unit(found), items(found), rules(found)) == ("ban-bo", 6, set())
    assert found.submissions[0].records[0].location == Location("bc.docx", "table 2", 2, 1)


def test_lines_after_the_table_name_nobody(context: Context) -> None:
    found = said(context, table(1, HEADING, STATION, before=("BÁO CÁO",), after=("Nơi nhận:", "UBND XÃ BẢN BO")))
    assert (unit(found), rules(found)) == (None, {"unit-unknown"})


@pytest.mark.parametrize(
    "line",
    [
        "- Phối hợp với xã Hồ Thầu tuyên truyền lưu động",
        "1. Phối hợp với xã Hồ Thầu",
        "Trong tuần đã phối hợp với Đoàn thanh niên của xã Hồ Thầu tổ chức tuyên truyền lưu động.",
    ],
)
def test_prose_names_nobody(line: str, context: Context) -> None:
    alone = said(context, table(1, HEADING, STATION, before=("BÁO CÁO", line)))
    assert (unit(alone), rules(alone)) == (None, {"unit-unknown"})
    beside = said(context, table(1, HEADING, STATION, before=(*TITLE, line, "Xã Hồ Thầu")))
    assert (unit(beside), rules(beside)) == ("ban-bo", set())


def test_a_caption_in_the_body_counts(context: Context) -> None:
    found = said(context, table(1, HEADING, STATION, before=("BÁO CÁO", "I. Kết quả", "Biểu tổng hợp của xã Bản Bo tuần 5")))
    assert unit(found) == "ban-bo"


def test_two_units_in_the_title_are_a_conflict(context: Context) -> None:
    found = said(context, table(1, HEADING, STATION, before=(*TITLE, "Đơn vị: Xã Hồ Thầu")))
    assert (unit(found), rules(found)) == (None, {"unit-conflict"})


def test_another_week_in_the_title(context: Context) -> None:
    lead = "Thực hiện chỉ đạo của huyện, UBND xã Bản Bo báo cáo kết quả tuần 4 (từ 22/01 đến 28/01/2021) như sau:"
    found = said(context, table(1, HEADING, STATION, before=("Đơn vị: Xã Bản Bo", lead)))
    assert "wrong-period" in rules(found)


def test_a_second_table_of_another_week_is_left_out(context: Context) -> None:
    first = table(1, HEADING, STATION, before=TITLE)
    second = table(2, HEADING, MOBILE, before=("Tuần 04 (từ 22/01 đến 28/01/2021)",))
    found = said(context, first, second)
    assert (items(found), rules(found)) == (6, {"other-week"})


def test_a_table_under_a_numbered_heading_of_another_time_is_left_out(context: Context) -> None:
    last = table(1, HEADING, STATION, before=(*TITLE, "1. Kết quả tuần trước"))
    this = table(2, HEADING, STATION, MOBILE, before=("2. Kết quả tuần này",))
    planned = table(3, HEADING, MOBILE, before=("II. Kế hoạch tuần tới",))
    found = said(context, last, this, planned)
    assert (items(found), rules(found)) == (9, {"other-week"})


def test_a_table_that_goes_on_with_its_heading_is_joined(context: Context) -> None:
    found = said(context, table(1, HEADING, STATION, before=TITLE), table(2, HEADING, MOBILE))
    assert (items(found), rules(found)) == (9, set())


def test_a_table_that_seems_to_go_on_without_its_heading_is_refused(context: Context) -> None:
    """Word's "split table" leaves rows that look like another table; without them the sums would be too small."""
    found = said(context, table(1, HEADING, STATION, before=TITLE), table(2, MOBILE))
    (submission,) = found.submissions
    assert (submission.outcome, submission.records, rules(found)) == (Outcome.REJECTED, (), {"two-tables"})


def test_a_signature_table_is_not_taken_for_more_rows(context: Context) -> None:
    signed = table(2, ("Nơi nhận:\n- Như trên", "", "", "", "CHỦ TỊCH"))
    numbers = table(3, ("1", "2", "3"))
    found = said(context, table(1, HEADING, STATION, before=TITLE), signed, numbers)
    assert (items(found), rules(found)) == (6, set())


def test_words_around_the_table_are_notes(context: Context) -> None:
    found = said(
        context,
        table(
            1,
            HEADING,
            STATION,
            before=(*TITLE, "I. Công tác chỉ đạo", "Đã ban hành 02 văn bản"),
            after=("Khó khăn: thiếu loa",),
        ),
    )
    (submission,) = found.submissions
    notes = [(n.heading, n.text) for n in submission.notes]
    assert ("direction", "Đã ban hành 02 văn bản") in notes
    assert ("difficulties", "thiếu loa") in notes


def test_a_supplement_says_so_in_a_line(context: Context) -> None:
    (plain,) = said(context, table(1, HEADING, STATION, before=TITLE)).submissions
    (more,) = said(context, table(1, HEADING, STATION, before=("BÁO CÁO BỔ SUNG", *TITLE))).submissions
    assert (plain.supplement, more.supplement) == (False, True)


def test_prose_alone_has_no_table_but_a_sender(context: Context) -> None:
    found = said(context, Sheet("bc.docx", "", (), around=Around((*TITLE, "Trong tuần phát 12 tin."))))
    assert (unit(found), rules(found)) == ("ban-bo", {"no-table"})


def doubtful(sheet: Sheet, row: int, column: int) -> Sheet:
    cells = tuple(c._replace(problem="tracked-changes") if (c.row, c.column) == (row, column) else c for c in sheet.cells)
    return Sheet(sheet.file, sheet.part, cells, sheet.merges, around=sheet.around)


@pytest.mark.parametrize(
    ("row", "column", "refused"),
    [
        (1, 2, {"items"}),  # the heading
        (2, 2, {"items"}),  # the figure
        (2, 1, {"items", "duration", "broadcasts", "listeners"}),  # the label
        (3, 1, {"items", "duration", "broadcasts", "listeners"}),  # the total's label: it may be a row like others
        (1, 1, set()),
    ],
)
def test_a_tracked_change_refuses_what_it_touches(row: int, column: int, refused: set[str], context: Context) -> None:
    sheet = table(1, HEADING, STATION, ("Tổng cộng", *STATION[1:]), before=TITLE)
    found = said(context, doubtful(sheet, row, column))
    (submission,) = found.submissions
    values = {m for r in submission.records for m, v in r.values if v.state.value == "refused"}
    assert values | {r.measure for r in submission.refusals} == refused
    assert rules(found) == ({"tracked-changes"} if refused else set())


def test_a_file_that_is_only_set_aside_belongs_to_nobody(context: Context) -> None:
    note = Finding("set-aside-file", Severity.NOTE, Location("a.zip/~$ban-bo.docx"))
    (submission,) = extract(Reading("a.zip/~$ban-bo.docx", "", 0, "unknown", findings=(note,)), context).submissions
    assert (submission.outcome, submission.unit, submission.readable) == (Outcome.IGNORED, None, False)


@pytest.mark.parametrize(
    "heading", ["2. Phương hướng, nhiệm vụ trọng tâm tuần 6", "2. Kết quả tuần 4:", "II. Dự kiến tuần sau"]
)
def test_a_table_under_a_heading_of_another_week_is_not_added(context: Context, heading: str) -> None:
    mine, other = table(1, HEADING, STATION, before=TITLE), table(2, HEADING, MOBILE, before=("1. Kết quả", heading))
    found = said(context, mine, other)
    assert (items(found), rules(found)) == (6, {"other-week"})


def test_a_table_under_a_heading_of_the_week_is_added(context: Context) -> None:
    mine, other = table(1, HEADING, STATION, before=TITLE), table(2, HEADING, MOBILE, before=("2. Kết quả tuần 5 (tiếp)",))
    assert items(said(context, mine, other)) == 9
