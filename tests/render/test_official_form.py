"""Every row of the decree's table that a report has, on the XML that is produced."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.metrics import text_width

FONT = "Times New Roman"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 56.6929


@pytest.fixture(scope="module")
def doc(week: Report, report_template: Path, word: Callable[[bytes], Any]) -> Any:
    return word(render_report(week, report_template))


@pytest.fixture(scope="module")
def big(province: Report, report_template: Path, word: Callable[[bytes], Any]) -> Any:
    return word(render_report(province, report_template))


def indents(doc: Any, rule: Any) -> tuple[int, int]:
    return int(doc.find("string(w:pPr/w:ind/@w:left)", rule)), int(doc.find("string(w:pPr/w:ind/@w:right)", rule))


def rule_length(doc: Any, rule: Any, room: int) -> float:
    """The length of a rule in points."""
    left, right = indents(doc, rule)
    assert doc.find("w:pPr/w:pBdr/w:top[@w:val='single']", rule)
    assert not doc.text(rule)
    return (room - left - right) / 20


def cell_room(doc: Any, paragraph: Any) -> int:
    cell = next(paragraph.iterancestors(f"{W}tc"))
    return int(doc.find("string(w:tcPr/w:tcW/@w:w)", cell))


def text_room(doc: Any) -> int:
    page, margins = doc.find("w:sectPr/w:pgSz")[0], doc.find("w:sectPr/w:pgMar")[0]
    return int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))


def test_every_section_is_a4_portrait_with_the_margins_of_the_decree(doc: Any, big: Any) -> None:
    assert (len(doc.find(".//w:sectPr")), len(big.find(".//w:sectPr"))) == (1, 2)
    for section in [*doc.find(".//w:sectPr"), *big.find(".//w:sectPr")]:
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("11906", "16838", None)
        sides = {side: int(margin.get(f"{W}{side}")) / MM for side in ("top", "bottom", "left", "right")}
        assert 20 <= sides["top"] <= 25
        assert 20 <= sides["bottom"] <= 25
        assert 30 <= sides["left"] <= 35
        assert 15 <= sides["right"] <= 20


def test_every_run_is_times_new_roman_black_with_a_size(doc: Any, big: Any) -> None:
    for file in (doc, big):
        parts = [file.body, *(file.part(f"word/{name}.xml") for name in ("header1", "header2", "styles"))]
        properties = [r for part in parts for r in part.iter(f"{W}rPr")]
        runs = [r for part in parts for r in part.iter(f"{W}r")]
        assert all(r.find(f"{W}rPr") is not None for r in runs)
        for found in properties:
            fonts = found.find(f"{W}rFonts")
            assert {fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {FONT}
            assert not [key for key in fonts.keys() if "Theme" in key]  # noqa: SIM118 - lxml attributes
            assert found.find(f"{W}color").get(f"{W}val") == "000000"
            assert 11 <= int(found.find(f"{W}sz").get(f"{W}val")) / 2 <= 14
    faces = re.findall(rb'<a:(?:latin|ea|cs) typeface="([^"]*)"', doc.parts["word/theme/theme1.xml"])
    assert set(faces) == {FONT.encode()}


@pytest.mark.parametrize(
    ("style", "look", "align", "texts"),
    [
        ("QuocHieu", (12, True, False), "center", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("TieuNgu", (13, True, False), "center", ["Độc lập - Tự do - Hạnh phúc"]),
        ("CoQuanChuQuan", (12, False, False), "center", ["ỦY BAN NHÂN DÂN", "HUYỆN TAM ĐƯỜNG"]),
        ("CoQuanBanHanh", (12, True, False), "center", ["PHÒNG VĂN HÓA VÀ THÔNG TIN"]),
        ("SoKyHieu", (13, False, False), "center", ["Số:      /BC-VHTT"]),
        ("DiaDanhThoiGian", (13, False, True), "center", ["Tam Đường, ngày      tháng 02 năm 2021"]),
        ("TenLoaiVanBan", (14, True, False), "center", ["BÁO CÁO"]),
        ("KinhGui", (14, False, False), "left", ["Kính gửi:"]),
        ("QuyenHan", (14, True, False), "center", ["TRƯỞNG PHÒNG"]),
        ("NoiNhanDau", (12, True, True), "left", ["Nơi nhận:"]),
    ],
)
def test_component(doc: Any, style: str, look: tuple[float, bool, bool], align: str, texts: list[str]) -> None:
    paragraphs = doc.styled(style)
    assert [doc.text(p) for p in paragraphs] == texts
    for paragraph in paragraphs:
        assert doc.look(paragraph) == {look}
        assert doc.find("string(w:pPr/w:jc/@w:val)", paragraph) == align


def test_the_subject_is_bold_and_centred_under_the_kind_of_document(doc: Any) -> None:
    subject = doc.styled("TrichYeu")
    assert doc.text(subject[-1]) == "Tuần 05 (từ ngày 29/01/2021 đến ngày 04/02/2021)"
    assert {look for p in subject for look in doc.look(p)} == {(14, True, False)}
    assert doc.text(subject[0].getprevious()) == "BÁO CÁO"


def test_header_blocks_stand_side_by_side_without_borders(doc: Any) -> None:
    table = doc.find("./w:tbl")[0]
    assert not doc.find("w:tblPr/w:tblBorders | w:tblPr/w:tblStyle", table)
    first, second = doc.rows(table)
    assert first == [
        "ỦY BAN NHÂN DÂNHUYỆN TAM ĐƯỜNGPHÒNG VĂN HÓA VÀ THÔNG TIN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc",
    ]
    assert second == ["Số:      /BC-VHTT", "Tam Đường, ngày      tháng 02 năm 2021"]


def test_the_rule_under_the_motto_is_as_long_as_the_motto(doc: Any) -> None:
    [rule] = doc.styled("DuongKeBangChu")
    assert doc.text(rule.getprevious()) == "Độc lập - Tự do - Hạnh phúc"
    length = rule_length(doc, rule, cell_room(doc, rule))
    assert length == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 13, bold=True), abs=0.2)
    assert length == pytest.approx(159.1, abs=0.3)  # as LibreOffice sets it


def test_rules_under_the_office_and_the_subject_are_a_third_to_a_half_of_the_text(doc: Any, big: Any) -> None:
    for file, office in ((doc, "PHÒNG VĂN HÓA VÀ THÔNG TIN"), (big, "SỞ VĂN HÓA, THỂ THAO")):
        below_office, below_subject = file.styled("DuongKeNgan")
        assert file.texts("CoQuanBanHanh")[0] == office
        part = rule_length(file, below_office, cell_room(file, below_office)) / text_width(office, 12, bold=True)
        assert 1 / 3 <= part <= 1 / 2
        widest = text_width("Kết quả công tác thông tin, tuyên truyền phòng, chống dịch Covid-19 và Tết", 14, bold=True)
        part = rule_length(file, below_subject, text_room(file)) / widest
        assert 1 / 3 <= part <= 1 / 2
        for rule in (below_office, below_subject):
            left, right = indents(file, rule)
            assert left == right


def test_several_recipients_are_lines_of_a_list_that_end_as_the_decree_asks(doc: Any) -> None:
    assert doc.texts("NoiGui") == ["- Sở Thông tin và Truyền thông tỉnh Lai Châu;", "- Ủy ban nhân dân huyện Tam Đường."]
    assert {look for p in doc.styled("NoiGui") for look in doc.look(p)} == {(14, False, False)}


def test_one_recipient_stands_on_the_line(big: Any) -> None:
    assert big.texts("KinhGuiMot") == ["Kính gửi: Ủy ban nhân dân tỉnh Thanh Hóa"]
    assert big.texts("KinhGui") == []


def test_grounds_are_italic_one_a_line_and_end_as_the_decree_asks(doc: Any) -> None:
    first, last = doc.texts("CanCu")
    assert (first[-1], last[-1]) == (";", ".")
    assert {look for p in doc.styled("CanCu") for look in doc.look(p)} == {(14, False, True)}


def test_body_paragraphs_are_justified_with_room_between_them(doc: Any) -> None:
    paragraphs = [p for style in ("NoiDung", "NoiDungCuoi", "CanCu") for p in doc.styled(style)]
    assert len(paragraphs) > 8
    for paragraph in paragraphs:
        spacing, indent = doc.find("w:pPr/w:spacing", paragraph)[0], doc.find("w:pPr/w:ind", paragraph)[0]
        assert doc.find("string(w:pPr/w:jc/@w:val)", paragraph) == "both"
        assert int(indent.get(f"{W}firstLine")) in {567, 720}
        assert int(spacing.get(f"{W}before")) + int(spacing.get(f"{W}after")) >= 120
        assert 240 <= int(spacing.get(f"{W}line")) <= 360
        assert {size for size, _, _ in doc.look(paragraph)} == {14}


def test_headings_are_capitals_in_bold_and_titles_of_their_parts_bold(doc: Any) -> None:
    assert doc.texts("Muc") == [
        "I. KẾT QUẢ TUYÊN TRUYỀN TRONG TUẦN",
        "II. CÔNG TÁC CHỈ ĐẠO",
        "III. KHÓ KHĂN, VƯỚNG MẮC",
        "IV. NHIỆM VỤ TUẦN TỚI",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert doc.texts("Khoan") == [
        "1. Tình hình gửi báo cáo",
        "2. Kết quả chung",
        "3. Kết quả theo đơn vị",
        "4. Kết quả theo kênh",
    ]
    for paragraph in doc.styled("Muc") + doc.styled("Khoan"):
        assert doc.look(paragraph) == {(14, True, False)}
        assert doc.find("w:pPr/w:keepNext", paragraph)


def test_the_body_ends_with_the_customary_mark(doc: Any) -> None:
    [closing] = doc.texts("NoiDungCuoi")
    assert closing.endswith("Phòng Văn hóa và Thông tin huyện Tam Đường trân trọng báo cáo./.")


def test_who_signs_stands_on_the_right_level_with_where_copies_go(doc: Any) -> None:
    table = doc.find("./w:tbl")[-1]
    assert not doc.find("w:tblPr/w:tblBorders", table)
    [[left, right]] = doc.rows(table)
    assert left == "Nơi nhận:- Như trên;- Lãnh đạo Phòng Văn hóa và Thông tin;- Lưu: VT."
    assert right == "TRƯỞNG PHÒNG"
    assert doc.find("w:tr/w:trPr/w:cantSplit", table)
    assert {look for p in doc.styled("NoiNhan") for look in doc.look(p)} == {(11, False, False)}


def test_the_signer_is_named_below_room_for_the_signature(big: Any) -> None:
    assert big.texts("QuyenHan") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert big.texts("NguoiKy") == ["", "", "", "", "Nguyễn Văn A"]
    assert big.look(big.styled("NguoiKy")[-1]) == {(14, True, False)}


def test_without_recipients_there_is_no_kinh_gui_and_no_nhu_tren(
    week: Report, report_template: Path, word: Callable[[bytes], Any]
) -> None:
    head = replace(week.campaign.letterhead, recipients=())
    doc = word(render_report(replace(week, campaign=replace(week.campaign, letterhead=head)), report_template))
    assert "Kính gửi" not in doc.all_text()
    assert doc.texts("NoiNhan")[0] == "- Lãnh đạo Phòng Văn hóa và Thông tin;"


def test_page_numbers_are_centred_in_the_header_and_not_on_page_1(doc: Any, big: Any) -> None:
    for file in (doc, big):
        for section in file.find(".//w:sectPr"):
            assert file.find("w:titlePg", section)
            assert file.find("string(w:pgNumType/@w:start)", section) == "1"
    numbered, first = doc.part("word/header1.xml"), doc.part("word/header2.xml")
    assert "".join(numbered.itertext(f"{W}instrText")).strip() == "PAGE"
    assert numbered.find(f".//{W}jc").get(f"{W}val") == "center"
    assert not list(first.iter(f"{W}r"))


def test_a_long_table_is_an_appendix_with_page_numbers_of_its_own(big: Any) -> None:
    assert big.texts("TenPhuLuc") == ["Phụ lục"]
    assert big.texts("TieuDePhuLuc") == ["KẾT QUẢ TUYÊN TRUYỀN TUẦN 05 THEO ĐƠN VỊ"]
    assert big.texts("KemTheo") == [
        "(Kèm theo Báo cáo số      /BC-SVHTTDL ngày      tháng 02 năm 2021 của Sở Văn hóa, Thể thao và Du lịch tỉnh Thanh Hóa)"
    ]
    assert big.look(big.styled("TenPhuLuc")[0]) == {(14, True, False)}
    assert big.look(big.styled("KemTheo")[0]) == {(14, False, True)}
    assert big.find("./w:p[w:pPr/w:sectPr]")[0].getnext() is big.styled("TenPhuLuc")[0]


def test_tables_fit_the_text_repeat_their_head_and_never_break_a_row(doc: Any, big: Any) -> None:
    for file in (doc, big):
        for table in file.tables():
            widths = [int(v) for v in file.find("w:tblGrid/w:gridCol/@w:w", table)]
            assert sum(widths) == text_room(file)
            rows = file.find("w:tr", table)
            assert file.find("w:trPr/w:tblHeader", rows[0])
            assert all(file.find("w:trPr/w:cantSplit", row) for row in rows)
            for row in rows:
                assert sum(int(v) for v in file.find("w:tc/w:tcPr/w:tcW/@w:w", row)) == text_room(file)
            assert {size for p in file.find(".//w:p", table) for size, _, _ in file.look(p)} == {12}
            assert file.find("w:tblPr/w:tblLayout[@w:type='fixed']", table)
            assert file.find("w:tblPr/w:tblBorders/w:insideH[@w:val='single']", table)


def test_the_month_is_that_of_signing_and_a_late_rendering_keeps_the_month_of_the_week(
    week: Report, report_template: Path, word: Callable[[bytes], Any]
) -> None:
    after = replace(week, as_of=week.as_of.replace(month=3, day=1))
    assert word(render_report(after, report_template)).texts("DiaDanhThoiGian") == ["Tam Đường, ngày      tháng 3 năm 2021"]
    years_after = replace(week, as_of=week.as_of.replace(year=2026, month=5))
    assert word(render_report(years_after, report_template)).texts("DiaDanhThoiGian")[0].endswith("tháng 02 năm 2021")


def test_the_templates_are_what_the_tool_makes(monkeypatch: pytest.MonkeyPatch, word: Callable[[bytes], Any]) -> None:
    root = Path(__file__).resolve().parents[2]
    monkeypatch.syspath_prepend(str(root / "tools"))
    tool, xml = importlib.import_module("build_templates"), importlib.import_module("word_xml")
    for kind, body, page in (
        ("bao-cao-tuan", tool.report("tuyên truyền"), xml.PORTRAIT),
        ("bluezone", tool.report("cài đặt Bluezone"), xml.PORTRAIT),
        ("bao-cao-thang", tool.month_report("tuyên truyền"), xml.LANDSCAPE),
        ("don-doc", tool.urging_letter(), xml.PORTRAIT),
        ("phieu-kiem-tra", tool.check_sheet(), xml.LANDSCAPE),
        ("danh-sach-can-sua", tool.mend_list(), xml.PORTRAIT),
    ):
        shipped = word((root / "templates" / kind / "report.docx").read_bytes()).parts
        assert {name: data.decode() for name, data in shipped.items()} == xml.package(body, page)
