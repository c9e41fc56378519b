"""The Word report as a file: what hostile text, an office's edits and a campaign's own measures make of it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.model.submission import Note
from tuyentruyen_cli.render.docx import render_check_sheet, render_report
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.faults import FiguresDisagree, NotInDocument, TemplateBroken
from tuyentruyen_cli.render.metrics import text_width
from tuyentruyen_cli.texts import say

Edit = Callable[[str, str], Path]
Read = Callable[[bytes], Any]
HOSTILE = "A & B <c> {{ 7*7 }} {% raw %} {_{ x }_} {# n #} =cmd()\x00\x0b\x1b\u202e txt\ufffe ]]> </w:t>"
ARRIVES = "A & B <c> {{ 7*7 }} {% raw %} {_{ x }_} {# n #} =cmd()  txt ]]> </w:t>"  # \x0b is a kind of space


def test_the_table_by_unit_says_zero_refused_and_missing_apart(week: Report, report_template: Path, word: Read) -> None:
    table = word(render_report(week, report_template)).tables()[0]
    doc = word(render_report(week, report_template))
    rows = doc.rows(table)
    assert rows[0] == ["STT", "Đơn vị", "Tin, bài", "Thời lượng (phút)", "Lượt phát", "Ước lượt người nghe", "Gửi báo cáo"]
    assert rows[4] == ["4", "Xã Giang Ma", "19", "chưa rõ(1)", "53", "1.740", "đúng hạn"]
    assert rows[8] == ["8", "Xã Nùng Nàng", "chưa báo cáo", "chưa gửi"]
    assert rows[12] == ["12", "Xã Nà Tăm", "13", "34", "28", "2.310", "muộn"]
    assert rows[14][1:4] == ["Đài Truyền thanh - Truyền hình huyện Tam Đường", "86", "229,5"]
    assert rows[15:] == [
        ["Tổng cộng", "304", "896,5", "617", "35.950", ""],
        ["Trong đó tiếp âm, tiếp sóng, phát lại", "0", "0", "154", "0", ""],
        ["Số đơn vị có số liệu", "13/14", "12/14", "12/14", "12/14", ""],
    ]


def test_the_table_by_channel_has_a_line_for_what_is_not_split(week: Report, report_template: Path, word: Read) -> None:
    doc = word(render_report(week, report_template))
    assert doc.rows(doc.tables()[1])[1:] == [
        ["1", "Phát thanh", "152", "448,25", "308", "17.975"],
        ["2", "Chưa phân tách theo kênh", "152", "448,25", "309", "17.975"],
        ["Tổng cộng", "304", "896,5", "617", "35.950"],
        ["Số đơn vị có số liệu", "13/14", "12/14", "12/14", "12/14"],
    ]


def test_topics_have_a_table_where_units_report_by_topic(
    make: Callable[..., Report], report_template: Path, word: Read
) -> None:
    doc = word(render_report(make(topics=True), report_template))
    assert doc.texts("TenBang")[-1] == "Bảng 3. Kết quả tuyên truyền theo chủ đề"
    assert [row[1] for row in doc.rows(doc.tables()[2])[1:3]] == ["Phòng, chống dịch Covid-19", "Tết Nguyên đán"]


def test_notes_of_units_are_quoted_under_their_headings(week: Report, report_template: Path, word: Read) -> None:
    text = word(render_report(week, report_template)).all_text().split("\n")
    assert text[text.index("II. CÔNG TÁC CHỈ ĐẠO") + 1].startswith("- Xã Bản Bo: Ủy ban nhân dân xã đã giao mỗi bản")
    assert text[text.index("IV. NHIỆM VỤ TUẦN TỚI") + 1] == "(Bổ sung nội dung trước khi trình ký)"


def _with_hostile_text(week: Report) -> Report:
    units = (replace(week.units[0], name=HOSTILE), *week.units[1:])
    head = replace(week.campaign.letterhead, recipients=(HOSTILE, HOSTILE), grounds=(HOSTILE,), signer=HOSTILE, place=HOSTILE)
    note = Note("tasks", HOSTILE, Location("a.xlsx", "Sheet1", 1, 1))
    submissions = (replace(week.submissions[0], notes=(note,)), *week.submissions[1:])
    return replace(
        week, units=units, submissions=submissions, campaign=replace(week.campaign, letterhead=head, subject=HOSTILE)
    )


def test_text_from_outside_arrives_as_plain_text(week: Report, report_template: Path, word: Read) -> None:
    doc = word(render_report(_with_hostile_text(week), report_template))
    assert doc.texts("TrichYeu")[0] == ARRIVES
    assert doc.rows(doc.tables()[0])[1][1] == ARRIVES
    assert doc.texts("NguoiKy")[-1] == ARRIVES
    assert doc.texts("NoiGui") == [f"- {ARRIVES};", f"- {ARRIVES}."]
    [note] = [t for t in doc.texts("NoiDung") if "Ủy ban" not in t and t.endswith("</w:t>.")]
    assert note == f"- {ARRIVES}: {ARRIVES}."
    assert "49" not in "".join(doc.texts("TrichYeu"))


def test_text_from_outside_arrives_as_plain_text_in_the_check_sheet(
    week: Report, sheet_template: Path, explain: Explain, word: Read
) -> None:
    finding = replace(week.findings[0], location=Location(f"{HOSTILE}\udcff.xlsx", HOSTILE, 1, 1))
    doc = word(render_check_sheet(replace(_with_hostile_text(week), findings=(finding,)), sheet_template, explain))
    assert f"{ARRIVES}�.xlsx, trang {ARRIVES}, ô A1" in doc.all_text()


def test_same_report_same_bytes_and_no_time_of_day(week: Report, report_template: Path, word: Read) -> None:
    first, second = (render_report(week, report_template) for _ in range(2))
    assert first == second
    doc = word(first)
    assert {entry.date_time for entry in doc.entries} == {(1980, 1, 1, 0, 0, 0)}
    properties = doc.parts["docProps/core.xml"].decode()
    assert properties.count("2021-02-05T02:30:00Z") == 2
    assert "Phòng Văn hóa và Thông tin" in properties
    assert str(dt.datetime.now(tz=dt.UTC).year) not in properties


def test_a_name_that_does_not_exist_is_said_with_its_place(week: Report, edited: Edit) -> None:
    with pytest.raises(TemplateBroken) as error:
        render_report(week, edited("{{ closing }}", "Kết thúc: {{ closin }}"))
    said = say(error.value.message, "vi", **error.value.arguments)
    assert said == "Mẫu mau.docx dùng tên không có: closin. Có phải là closing? Đoạn có lỗi: Kết thúc: {{ closin }}"


def test_a_name_that_does_not_exist_inside_a_row_is_said_too(week: Report, edited: Edit) -> None:
    with pytest.raises(TemplateBroken) as error:
        render_report(week, edited("{{ row.sent }}", "{{ row.send }}"))
    assert error.value.arguments["name"] == "send"
    assert error.value.arguments["place"] == "{{ row.send }}"
    assert error.value.arguments["known"] == "sent"


@pytest.mark.parametrize(
    ("tag", "message", "said"),
    [
        ("{{ closing", "render.tag-not-closed", "{{ closing"),
        ("{{ closing|safe }}", "render.template-broken", "The paragraph: {{ closing|safe }}"),
        ("{{ closing.__class__.__mro__ }}", "render.not-allowed", "The paragraph: {{ closing.__class__"),
        ("{{ khong_co_gi_giong_nhu_the }}", "render.unknown-name", "Names that exist: appendix, attendance, "),
        ("{% for x in results.lines %}{{ x }}", "render.template-broken", "'endfor'"),
    ],
)
def test_a_wrong_tag_is_the_operators_to_mend(week: Report, edited: Edit, tag: str, message: str, said: str) -> None:
    with pytest.raises(TemplateBroken) as error:
        render_report(week, edited("{{ closing }}", tag))
    assert error.value.message == message
    assert said in say(message, "en", **error.value.arguments)


def test_a_value_cannot_switch_escaping_off(week: Report, edited: Edit, word: Read) -> None:
    campaign = replace(week.campaign, subject="</w:t><b/>")
    tag = "{% autoescape false %}{{ subject[0] }}{% endautoescape %}{{ closing }}"
    doc = word(render_report(replace(week, campaign=campaign), edited("{{ closing }}", tag)))
    assert doc.texts("NoiDungCuoi")[0].startswith("</w:t><b/>Trên đây")


def test_a_file_that_is_not_words_is_said(week: Report, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(TemplateBroken, match="unreadable"):
        render_report(week, path)
    with pytest.raises(TemplateBroken, match="unreadable"):
        render_report(week, tmp_path / "khong-co.docx")


def test_a_template_that_leaves_the_totals_out_is_refused(week: Report, edited: Edit) -> None:
    with pytest.raises(NotInDocument) as error:
        render_report(week, edited("cell in unit_table.total", "cell in unit_table.coverage"))
    assert error.value.arguments["what"] == "304; 896,5; 617; 35.950"
    with pytest.raises(NotInDocument, match="not-in-document"):
        render_report(week, edited("{{ results.lead }}", "Kết quả như sau:"))


def test_figures_that_contradict_each_other_make_no_report(week: Report, report_template: Path) -> None:
    def broken(wrong: Callable[[Figure], bool]) -> Report:
        return replace(week, figures=tuple(replace(f, value=(f.value or 0) + 1) if wrong(f) else f for f in week.figures))

    with pytest.raises(FiguresDisagree, match="units-disagree"):
        render_report(broken(lambda f: f.measure == "items" and f.unit == "ban-bo"), report_template)
    with pytest.raises(FiguresDisagree, match="parts-disagree"):
        render_report(broken(lambda f: f.measure == "items" and f.category == "radio"), report_template)


def test_a_measure_of_the_campaign_is_in_tables_and_sentence(
    make: Callable[..., Report], week: Report, report_template: Path, word: Read
) -> None:
    households = Measure("households", "Số hộ được hướng dẫn cài đặt Bluezone", MeasureKind.COUNT, (), measured_in="hộ")
    schema = week.campaign.schema
    rows = tuple((u.unit, u.name, (10, 600, 20, 1000, 1200 + i)) for i, u in enumerate(week.units))
    asked = ("items", "duration", "broadcasts", "listeners", "households")
    doc = word(render_report(make(rows, measures=(*schema.measures, households), asked=asked), report_template))
    by_unit, by_channel = (doc.rows(table) for table in doc.tables())
    assert by_unit[0][6] == by_channel[0][6] == "Số hộ được hướng dẫn cài đặt Bluezone"
    assert by_unit[1][6] == "1.200"
    assert by_unit[15][5] == by_channel[3][5] == "16.891"
    said = "ước 14.000 lượt người nghe; số hộ được hướng dẫn cài đặt Bluezone: 16.891 hộ."
    assert [t for t in doc.texts("NoiDung") if t.endswith(said)]


def test_many_measures_still_fit_and_no_figure_is_broken(
    make: Callable[..., Report], week: Report, report_template: Path, word: Read
) -> None:
    extra = tuple(Measure(f"m{i}", f"Chỉ tiêu {i}", MeasureKind.COUNT, ()) for i in range(12))
    rows = tuple((u.unit, u.name, (10, 600, 20, 1000, *(1_234_567 for _ in extra))) for u in week.units)
    asked = ("items", "duration", "broadcasts", "listeners", *(m.id for m in extra))
    doc = word(render_report(make(rows, measures=(*week.campaign.schema.measures, *extra), asked=asked), report_template))
    table = doc.tables()[0]
    widths = [int(v) for v in doc.find("w:tblGrid/w:gridCol/@w:w", table)]
    assert (len(widths), sum(widths)) == (19, 16838 - 1134 - 851), "across, as wide as the page"
    [size] = {size for row in doc.find("w:tr[2]", table) for p in doc.find(".//w:p", row) for size, _, _ in doc.look(p)}
    assert size < 12
    assert text_width("1.234.567", size) * 20 + 2 * 57 <= min(widths[6:18])


def test_a_table_of_a_nation_is_in_parts_with_the_same_heading(make: Any, report_template: Path, word: Any) -> None:
    """LibreOffice needs minutes for thousands of rows in one table, and seconds for the same in parts."""
    rows = tuple((f"xa-{i}", f"Xã Mường Số {i}", (i, 60 * i, 2 * i, 10 * i)) for i in range(1, 351))
    document = word(render_report(make(rows, late=()), report_template))
    tables = [document.rows(table) for table in document.tables() if len(document.rows(table)) > 10]
    assert [len(table) for table in tables] == [1 + 100, 1 + 100, 1 + 100, 1 + 50 + 3]
    assert len({tuple(table[0]) for table in tables}) == 1
    assert [row[1] for table in tables for row in table[1:]][:350] == [name for _, name, _ in rows]
    heads = document.find(".//w:tblHeader")
    assert len(heads) >= 4


def test_a_table_of_a_province_is_whole(province: Report, report_template: Path, word: Any) -> None:
    document = word(render_report(province, report_template))
    assert max(len(document.rows(table)) for table in document.tables()) > 170
