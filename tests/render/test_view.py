"""What the report says: its sentences, with coverage and names."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.figure import Coverage
from tuyentruyen_cli.model.period import Extension
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Aggregation, MeasureKind
from tuyentruyen_cli.model.submission import Outcome, Timeliness
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.view import report_view
from tuyentruyen_cli.render.word_chart import Drawing

Make = Callable[..., Report]
FULL = (("ban-bo", "Xã Bản Bo", (10, 13_800, 642, 34_950)), ("tam-duong", "Thị trấn Tam Đường", (8, 600, 5, 100)))


def view_of(report: Report) -> dict[str, Any]:
    return cast("dict[str, Any]", report_view(report))


def test_attendance_is_said_with_names(week: Report) -> None:
    assert view_of(week)["attendance"] == [
        (
            "Tính đến 16 giờ 00 phút ngày 04/02/2021, có 12/14 đơn vị gửi báo cáo đúng hạn, 01 đơn vị gửi muộn (xã Nà Tăm); "
            "chưa nhận được báo cáo của xã Nùng Nàng."
        )
    ]


def test_figures_that_cover_the_same_units_are_one_sentence(make: Make) -> None:
    results = view_of(make(FULL))["results"]
    assert results["lines"] == []
    assert results["lead"] == (
        "Trong tuần (từ ngày 29/01/2021 đến ngày 04/02/2021), các đơn vị đã thực hiện 18 tin, bài với tổng thời lượng 4 giờ; "
        "phát 647 lượt; ước 35.050 lượt người nghe."
    )


def test_the_one_sentence_says_who_is_not_in_it(make: Make) -> None:
    results = view_of(make((*FULL, ("nung-nang", "Xã Nùng Nàng", None))))["results"]
    assert "các đơn vị (số liệu của 02/03 đơn vị; chưa có số liệu của xã Nùng Nàng) đã thực hiện 18 tin, bài" in results["lead"]


def test_figures_that_cover_different_units_each_say_their_own(week: Report) -> None:
    assert view_of(week)["results"]["lines"] == [
        "- Thực hiện 304 tin, bài (số liệu của 13/14 đơn vị; chưa có số liệu của xã Nùng Nàng);",
        "- Tổng thời lượng 14 giờ 56 phút 30 giây (số liệu của 12/14 đơn vị; chưa có số liệu của xã Giang Ma và xã Nùng Nàng);",
        "- Phát 617 lượt (số liệu của 12/14 đơn vị; chưa có số liệu của xã Nùng Nàng và xã Bản Hon);",
        "- Ước 35.950 lượt người nghe (số liệu của 12/14 đơn vị; chưa có số liệu của xã Nùng Nàng và xã Bản Hon).",
    ]


def test_a_figure_that_no_unit_has_is_never_a_zero(make: Make) -> None:
    view = view_of(make((("ban-bo", "Xã Bản Bo", (10, "range", 0, None)),)))
    assert view["results"]["lines"] == [
        "- Thực hiện 10 tin, bài;",
        "- Chưa có số liệu về tổng thời lượng;",
        "- Phát 0 lượt;",
        "- Chưa có số liệu về ước số lượt người nghe.",
    ]
    [row] = view["unit_table"]["rows"]
    assert [cell["text"] for cell in row["cells"]] == ["10", "chưa rõ", "0", "…"]
    assert [cell["text"] for cell in view["unit_table"]["total"]] == ["10", "…", "0", "…"]
    assert view["unit_table"]["remarks"][:2] == [
        "(1) Số liệu của đơn vị chưa rõ, đang chờ đơn vị xác nhận; chưa tính vào tổng.",
        "(2) Đơn vị không ghi số liệu này; chưa tính vào tổng.",
    ]


def test_an_approximate_figure_says_so(make: Make) -> None:
    report = make(FULL)
    figures = tuple(
        replace(f, approximate=True) if f.measure == "items" and f.unit in {None, "ban-bo"} else f for f in report.figures
    )
    view = view_of(replace(report, figures=figures))
    assert "thực hiện khoảng 18 tin, bài" in view["results"]["lead"]
    assert view["unit_table"]["rows"][0]["cells"][0] == {"text": "10", "mark": "(1)"}
    assert view["unit_table"]["total"][0]["text"] == "khoảng 18"
    assert view["unit_table"]["remarks"][0].startswith("(1) Số liệu ước lượng")


def test_a_unit_with_a_blank_beside_stated_rows_is_named(make: Make) -> None:
    report = make(FULL)
    coverage = Coverage(2, ("ban-bo", "tam-duong"), (), ("tam-duong",))
    figures = tuple(replace(f, coverage=coverage) if f.unit is None and f.dimension is None else f for f in report.figures)
    view = view_of(replace(report, figures=figures))
    assert "(số liệu của 02/02 đơn vị; thị trấn Tam Đường mới báo cáo một phần)" in view["results"]["lead"]
    assert view["unit_table"]["rows"][1]["cells"][0]["mark"] == "(1)"


def test_units_that_nobody_expected_are_said(make: Make) -> None:
    report = make(FULL)
    units = (report.units[0], replace(report.units[1], expected=False))
    coverage = Coverage(1, ("ban-bo", "tam-duong"))
    figures = tuple(replace(f, coverage=coverage) if f.unit is None and f.dimension is None else f for f in report.figures)
    view = view_of(replace(report, units=units, figures=figures))
    assert "(số liệu của 01/01 đơn vị và 01 đơn vị ngoài danh sách)" in view["results"]["lead"]
    assert view["unit_table"]["rows"][1]["mark"] == "(1)"


def test_nobody_reported(make: Make) -> None:
    view = view_of(make((("ban-bo", "Xã Bản Bo", None), ("tam-duong", "Thị trấn Tam Đường", None))))
    assert view["attendance"] == ["Tính đến 16 giờ 00 phút ngày 04/02/2021, chưa nhận được báo cáo của đơn vị nào."]
    assert view["results"]["lines"][0] == "- Chưa có số liệu về số tin, bài;"


def test_when_the_hour_of_sending_is_not_known_nobody_is_said_to_be_in_time(make: Make) -> None:
    report = make(FULL)
    units = tuple(replace(u, timeliness=Timeliness.UNKNOWN) for u in report.units)
    attendance = replace(report.attendance, on_time=0, unknown=2)
    said = view_of(replace(report, units=units, attendance=attendance))["attendance"][0]
    assert said.endswith("đã nhận được báo cáo của 02/02 đơn vị, chưa xác định được thời điểm gửi.")
    attendance = replace(report.attendance, on_time=1, unknown=1)
    said = view_of(replace(report, units=(report.units[0], units[1]), attendance=attendance))["attendance"][0]
    assert said.endswith(
        "có 01/02 đơn vị gửi báo cáo đúng hạn, 01 đơn vị chưa xác định được thời điểm gửi (thị trấn Tam Đường)."
    )


def test_before_the_deadline_the_sentence_speaks_of_now(week: Report) -> None:
    said = view_of(replace(week, as_of=week.as_of.replace(day=4, hour=10, minute=5)))["attendance"][0]
    assert said.startswith("Tính đến 10 giờ 05 phút ngày 04/02/2021,")


def test_a_shift_and_an_extension_are_said(week: Report) -> None:
    extension = Extension("ban-bo", "2021-W05", week.period.due.replace(day=6), "mất điện")
    calendar = replace(week.campaign.calendar, extensions=(extension,))
    period = replace(week.period, shift_reason="nghỉ Tết Nguyên đán")
    view = view_of(replace(week, period=period, campaign=replace(week.campaign, calendar=calendar)))
    assert view["attendance"][1:] == [
        "Thời hạn gửi báo cáo của tuần được chuyển đến 16 giờ 00 phút ngày 04/02/2021 (nghỉ Tết Nguyên đán).",
        "Đơn vị được gia hạn: xã Bản Bo, đến 16 giờ 00 phút ngày 06/02/2021 (mất điện).",
    ]


def test_of_many_that_sent_nothing_a_figure_gives_the_number(province: Report) -> None:
    view = view_of(province)
    assert "chưa nhận được báo cáo của 10 đơn vị: xã Mường Số 17, " in view["attendance"][0]
    assert view["results"]["lines"][0] == (
        "- Thực hiện 3.633 tin, bài (số liệu của 160/170 đơn vị; chưa có số liệu của 10 đơn vị chưa gửi báo cáo nêu trên);"
    )
    assert "nêu trên và của xã Mường Số 23, " in view["results"]["lines"][1]
    assert (view["unit_table"]["label"], view["channel_table"]["label"]) == ("Phụ lục", "Bảng 1")


def test_of_very_many_the_first_names_stand_and_the_table_has_the_rest(make: Make) -> None:
    rows = tuple((f"xa-{i}", f"Xã Số {i}", (i, "range" if i > 10 else 60, 1, 1)) for i in range(1, 38))
    said = view_of(make(rows))["results"]["lines"][1]
    assert said.endswith("xã Số 21, xã Số 22 và 15 đơn vị khác nêu tại Bảng 1);")


def test_without_a_registry_the_number_of_units_is_said_alone(make: Make) -> None:
    view = view_of(make(FULL, registry=False))
    assert "các đơn vị (số liệu của 02 đơn vị) đã thực hiện 18 tin, bài" in view["results"]["lead"]
    assert view["attendance"][0].endswith("có 02 đơn vị gửi báo cáo đúng hạn.")


def test_relayed_is_told_apart_where_there_is_any(week: Report) -> None:
    assert view_of(week)["relayed"] == "Trong đó tiếp âm, tiếp sóng, phát lại: 154 lượt phát."
    own = tuple(f for f in week.figures if f.category != "relayed")
    view = view_of(replace(week, figures=own))
    assert (view["relayed"], view["unit_table"]["relayed"]) == ("", [])


def test_listeners_are_said_to_be_counted_more_than_once(week: Report) -> None:
    assert view_of(week)["unit_table"]["remarks"][-1].startswith("Số lượt người nghe là số ước tính, được cộng dồn theo lượt")


def test_a_measure_whose_channels_do_not_add_up_says_so(make: Make, week: Report) -> None:
    measures = tuple(
        replace(m, aggregation_in_unit=Aggregation.MAX) if m.kind == MeasureKind.ESTIMATE else m
        for m in week.campaign.schema.measures
    )
    report = make(FULL, measures=measures)
    figures = tuple(
        replace(f, value=(f.value or 0) + 9) if f.measure == "listeners" and f.dimension == "channel" else f
        for f in report.figures
    )
    assert view_of(replace(report, figures=figures))["channel_table"]["remarks"] == [
        "Ước lượt người nghe: tổng lấy số cao nhất của mỗi đơn vị, không phải là tổng của các dòng."
    ]


def test_the_office_is_written_in_lower_case_where_the_campaign_writes_it_so(week: Report) -> None:
    def opening(issuer: str) -> Any:
        head = replace(week.campaign.letterhead, issuer=issuer)
        return view_of(replace(week, campaign=replace(week.campaign, letterhead=head)))["opening"]

    said = "Phòng Văn hóa và Thông tin huyện Tam Đường báo cáo kết quả tuyên truyền tuần 05 như sau:"
    assert opening("PHÒNG VĂN HÓA VÀ THÔNG TIN") == opening("Phòng Văn hóa và Thông tin") == said
    assert opening("BAN TUYÊN GIÁO") == "Báo cáo kết quả tuyên truyền tuần 05 như sau:"


def test_notes_of_files_that_are_not_used_are_not_quoted(week: Report) -> None:
    submissions = tuple(replace(s, outcome=Outcome.SUPERSEDED) for s in week.submissions)
    assert view_of(replace(week, submissions=submissions))["notes"]["direction"] == []


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Xã Bản Bo", "xã Bản Bo"),
        ("Thị trấn Tam Đường", "thị trấn Tam Đường"),
        ("Phường Tân Phong", "phường Tân Phong"),
        ("Đài Truyền thanh - Truyền hình", "Đài Truyền thanh - Truyền hình"),
        ("Bản Bo", "Bản Bo"),
    ],
)
def test_a_name_inside_a_sentence(name: str, inside: str) -> None:
    assert words.in_sentence(name) == inside


def test_all_of_the_view_is_text_numbers_lists_and_charts(week: Report) -> None:
    def leaves(value: object) -> list[object]:
        if isinstance(value, dict):
            return [leaf for inner in value.values() for leaf in leaves(inner)]
        return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [value]

    assert {type(leaf) for leaf in leaves(report_view(week))} <= {str, int, bool, Drawing}
