"""The report of a month: what it says and shows, and that it says no more than is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.render.course.documents import render_course
from tuyentruyen_cli.render.faults import FiguresDisagree
from tuyentruyen_cli.render.metrics import text_width

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANY = {f"xa-{n}": f"Xã Mường Số {n}" for n in range(1, 61)}


@pytest.fixture(scope="module")
def doc(month: Course, template: Path, word: Callable[[bytes], Any]) -> Any:
    return word(render_course(month, template))


def figures(doc: Any, title: str) -> list[list[str]]:
    """The rows of the table under a title."""
    above = next(p for p in [*doc.styled("TenBang"), *doc.styled("TenBangTrang")] if doc.text(p) == title)
    table = next(e for e in above.itersiblings() if e.tag == f"{W}tbl")
    return list(doc.rows(table))


def test_weeks_are_columns_and_the_month_stands_at_the_end(doc: Any) -> None:
    assert figures(doc, "Bảng 1. Kết quả tuyên truyền theo tuần") == [
        ["Chỉ tiêu", "Tuần 05", "Tuần 06", "Tuần 07", "Tuần 08", "Cả tháng"],
        ["Tin, bài", "31", "35", "25", "40", "131"],
        ["Số đơn vị có đủ số liệu", "2/3", "3/3", "3/3", "3/3", "2/3"],
        ["Thời lượng (phút)", "63", "71,5", "51,5", "81,5", "267,5"],
        ["Số đơn vị có đủ số liệu", "2/3", "3/3", "3/3", "3/3", "2/3"],
        ["Đơn vị gửi đúng hạn", "2", "3", "3", "2", ""],
        ["Đơn vị gửi muộn", "0", "0", "0", "1", ""],
        ["Đơn vị chưa gửi", "1", "0", "0", "0", ""],
    ]


def test_each_unit_has_its_weeks_in_the_appendix_and_a_week_without_a_report_is_no_zero(doc: Any) -> None:
    assert figures(doc, "Tin, bài: từng tuần theo đơn vị") == [
        ["STT", "Đơn vị", "Tuần 05", "Tuần 06", "Tuần 07", "Tuần 08", "Cộng"],
        ["1", "Xã Bản Bo", "18", "20", "11", "17", "66"],
        ["2", "Xã Nùng Nàng", "–", "9", "7", "12", "28\u00a0(3/4)"],
        ["3", "Xã Nà Tăm", "13", "6", "7", "11", "37"],
        ["Tổng cộng", "31", "35", "25", "40", "131"],
        ["Số đơn vị có đủ số liệu", "2/3", "3/3", "3/3", "3/3", "2/3"],
    ]
    assert "– Đơn vị chưa gửi báo cáo của tuần." in doc.texts("GhiChuBang")


def test_sentences_name_who_lacks_which_week(doc: Any) -> None:
    said = doc.texts("NoiDung")
    assert "Tháng 02 năm 2021 có 04 tuần báo cáo (từ ngày 29/01/2021 đến ngày 25/02/2021)." in said
    assert (
        "Có 02/03 đơn vị gửi đủ báo cáo cả 04 tuần, trong đó 01 đơn vị luôn gửi đúng hạn; chưa gửi đủ: "
        "xã Nùng Nàng (tuần 05)." in said
    )
    assert "Gửi muộn: xã Nà Tăm (tuần 08)." in said
    assert "- Thực hiện 131 tin, bài (02/03 đơn vị có đủ số liệu các tuần; chưa có số liệu tuần 05 của xã Nùng Nàng);" in said
    assert not [line for line in said if "So với" in line], "nothing was remembered of January"


def test_a_whole_month_is_one_sentence(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    whole = {5: {"ban-bo": 18, "na-tam": 13}, 6: {"ban-bo": 20, "na-tam": 6}}
    said = word(render_course(make_course(whole), template)).texts("NoiDung")
    assert (
        "Trong tháng 02 năm 2021 (từ ngày 29/01/2021 đến ngày 11/02/2021), các đơn vị đã thực hiện 57 tin, bài; "
        "tổng thời lượng 1 giờ 56 phút." in said
    )
    assert "Có 02/02 đơn vị gửi đủ báo cáo cả 02 tuần, đều đúng hạn." in said


def test_months_of_the_same_units_are_compared_and_others_over_those_in_both(
    make_course: Any, template: Path, word: Callable[[bytes], Any]
) -> None:
    whole = {5: {"ban-bo": 18, "na-tam": 13}, 6: {"ban-bo": 20, "na-tam": 6}}
    before = {2: {"ban-bo": 10, "na-tam": 10}, 3: {"ban-bo": 15, "na-tam": 15}}
    said = word(render_course(make_course(whole, before=before), template)).texts("NoiDung")
    assert (
        "So với tháng 01 năm 2021, số tin, bài tăng 7 (từ 50 lên 57, tăng 14%); "
        "tổng thời lượng tăng 14 phút (từ 1 giờ 42 phút lên 1 giờ 56 phút, tăng 13,7%)." in said
    )
    said = word(render_course(make_course(before=before), template)).texts("NoiDung")
    lead = "So với tháng 01 năm 2021, tính trên 02 đơn vị có đủ số liệu ở cả hai tháng (không tính xã Nùng Nàng): "
    assert [line for line in said if line.startswith(f"{lead}số tin, bài tăng 53 (từ 50 lên 103, tăng 106%);")]
    assert len([line for line in said if line.startswith("So với")]) == 1


def test_the_appendix_lies_across_with_page_numbers_of_its_own(doc: Any) -> None:
    portrait, landscape = doc.find(".//w:sectPr")
    assert (portrait.find(f"{W}pgSz").get(f"{W}w"), portrait.find(f"{W}pgSz").get(f"{W}orient")) == ("11906", None)
    assert (landscape.find(f"{W}pgSz").get(f"{W}w"), landscape.find(f"{W}pgSz").get(f"{W}orient")) == ("16838", "landscape")
    for section in (portrait, landscape):
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.find(f"{W}titlePg") is not None
    assert doc.texts("TenPhuLuc") == ["Phụ lục"]
    assert doc.texts("TieuDePhuLuc") == ["KẾT QUẢ TUYÊN TRUYỀN THÁNG 02 NĂM 2021 THEO ĐƠN VỊ, THEO TUẦN"]


def test_the_rule_under_the_subject_is_measured_on_the_page_it_stands_on(doc: Any) -> None:
    """The last section lies across; the first page does not."""
    rule = doc.styled("DuongKeNgan")[-1]
    left, right = (int(doc.find(f"string(w:pPr/w:ind/@w:{side})", rule)) for side in ("left", "right"))
    widest = text_width("Tháng 02 năm 2021 (từ ngày 29/01/2021 đến ngày 25/02/2021)", 14, bold=True)
    assert 1 / 3 <= (9354 - left - right) / 20 / widest <= 1 / 2


def test_every_run_is_times_new_roman_black_and_headings_stay_with_what_follows(doc: Any) -> None:
    for run in doc.body.iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert {fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert 11 <= int(run.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2 <= 14
    for style in ("Muc", "Khoan", "TenBang", "TenBangTrang", "DauBang"):
        assert all(doc.find("w:pPr/w:keepNext", p) for p in doc.styled(style))
    for table in doc.tables():
        rows = doc.find("w:tr", table)
        assert doc.find("w:trPr/w:tblHeader", rows[0])
        assert all(doc.find("w:trPr/w:cantSplit", row) for row in rows)


def test_titles_of_the_form(doc: Any) -> None:
    assert doc.texts("TenLoaiVanBan") == ["BÁO CÁO"]
    assert doc.texts("TrichYeu")[-1] == "Tháng 02 năm 2021 (từ ngày 29/01/2021 đến ngày 25/02/2021)"
    assert doc.texts("Muc")[0] == "I. KẾT QUẢ TUYÊN TRUYỀN TRONG THÁNG"
    assert doc.texts("Muc")[3] == "IV. NHIỆM VỤ THÁNG TỚI"
    assert doc.texts("SoKyHieu") == ["Số:      /BC-VHTT"]


def test_a_whole_campaign_is_called_so(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    campaign = word(render_course(make_course(month=False), template))
    assert campaign.texts("TrichYeu")[-1] == "Các tuần từ 05 đến 08 (từ ngày 29/01/2021 đến ngày 25/02/2021)"
    assert campaign.texts("Muc")[0] == "I. KẾT QUẢ TUYÊN TRUYỀN CỦA CẢ ĐỢT"
    assert figures(campaign, "Bảng 1. Kết quả tuyên truyền theo tuần")[0][-1] == "Cả đợt"


def test_many_weeks_and_units_go_into_the_appendix(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    weeks = {n: {unit: n + i for i, unit in enumerate(MANY)} for n in range(1, 16)}
    doc = word(render_course(make_course(weeks, names=MANY, month=False), template))
    assert "Kết quả của từng tuần tại Phụ lục kèm theo." in doc.texts("NoiDung")
    assert "Kết quả của từng đơn vị tại Phụ lục kèm theo." in doc.texts("NoiDung")
    first = figures(doc, "Kết quả theo tuần")
    assert first[0] == ["Chỉ tiêu", *(f"Tuần {n:02d}" for n in range(1, 13))]
    assert len(figures(doc, "Kết quả cả kỳ theo đơn vị")) == 1 + 60 + 2
    landscape = 16838 - 1134 - 851
    for table in doc.tables():
        for row in doc.find("w:tr", table):
            assert sum(int(v) for v in doc.find("w:tc/w:tcPr/w:tcW/@w:w", row)) <= landscape


def test_weeks_that_do_not_give_the_month_are_a_fault(month: Course, template: Path) -> None:
    with pytest.raises(FiguresDisagree):
        render_course(replace(month, weeks=month.weeks[:-1]), template)
    with pytest.raises(FiguresDisagree):
        render_course(replace(month, channels={**month.channels, ("radio", "items"): 1}), template)


def test_same_inputs_same_bytes(month: Course, template: Path) -> None:
    assert render_course(month, template) == render_course(month, template)


def test_names_and_notes_are_never_templates(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    names = {"ban-bo": "Xã {{ 7 * 7 }} <b>&", "nung-nang": "Xã Nùng Nàng", "na-tam": "Xã Nà Tăm"}
    assert "Xã {{ 7 * 7 }} <b>&" in word(render_course(make_course(names=names), template)).all_text()
