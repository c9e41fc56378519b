"""Who is late or missing, for a chat group and in an official letter: every name once, and nobody who still has time."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.standing import Standing, UnitStanding, UnitState
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render.metrics import text_width
from tuyentruyen_cli.render.urged import Urged, group_message, render_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOUR = dt.timedelta(hours=1)
MakeUrged = Callable[..., Urged]


@pytest.fixture(scope="module")
def urged(week: Report) -> MakeUrged:
    """Week 05 of Tam Đường at some hours after the deadline: units by what became of them, all others accepted in time."""

    known = week.campaign.registry
    assert known is not None
    kinds = tuple(replace(u, kind="station" if u.id == "dai-tt-th" else "commune") for u in known.units)
    campaign = replace(week.campaign, registry=replace(known, units=kinds))

    def make(hours: int = 17, extended: tuple[str, ...] = (), **states: tuple[str, ...]) -> Urged:
        found = {unit: state for state, units in states.items() for unit in units}
        due = week.period.due
        units = tuple(_unit(u.unit, u.name, found.get(u.unit, ""), due + 48 * HOUR * (u.unit in extended)) for u in week.units)
        now = due + hours * HOUR
        standing = Standing(week.period, now, units, remembered=True)
        return Urged(campaign, standing, due if hours < 0 else due + 24 * HOUR)

    return make


def _unit(unit: str, name: str, state: str, due: dt.datetime) -> UnitStanding:
    states = {"missing": UnitState.MISSING, "empty": UnitState.EMPTY, "excused": UnitState.EXCUSED}
    found = states.get(state, UnitState.ACCEPTED)
    timeliness = Timeliness.LATE if state == "late" else Timeliness.ON_TIME
    return UnitStanding(unit, name, state != "excused", found, due, timeliness)


@pytest.fixture(scope="module")
def template() -> Path:
    return Path(__file__).resolve().parents[2] / "templates" / "don-doc" / "report.docx"


def test_the_message_names_everybody_once(urged: MakeUrged) -> None:
    found = urged(missing=("nung-nang", "ban-bo"), empty=("ban-hon",), late=("na-tam",), excused=("khun-ha",))
    assert group_message(found).splitlines() == [
        "TÌNH HÌNH GỬI BÁO CÁO TUẦN 05 (29/01 - 04/02/2021)",
        "Tính đến 09 giờ 00 phút ngày 05/02/2021: 10/13 đơn vị đã gửi (09 đúng hạn, 01 muộn).",
        "Chưa gửi (02): xã Nùng Nàng, xã Bản Bo.",
        "Đã gửi nhưng chưa có số liệu (01): xã Bản Hon.",
        "Gửi muộn (01): xã Nà Tăm.",
        "Được miễn báo cáo tuần này (01): xã Khun Há.",
        "Đề nghị các đơn vị chưa gửi báo cáo gửi ngay, chậm nhất 16 giờ 00 phút ngày 05/02/2021. Trân trọng cảm ơn.",
    ]


def test_before_the_deadline_it_is_a_reminder(urged: MakeUrged) -> None:
    assert group_message(urged(hours=-6, missing=("ban-bo",))).splitlines()[1:] == [
        "Tính đến 10 giờ 00 phút ngày 04/02/2021: 13/14 đơn vị đã gửi (13 đúng hạn).",
        "Chưa gửi (01): xã Bản Bo.",
        "Hạn gửi: 16 giờ 00 phút ngày 04/02/2021. Đề nghị các đơn vị chưa gửi gửi đúng hạn. Trân trọng cảm ơn.",
    ]


def test_all_have_sent(urged: MakeUrged) -> None:
    assert group_message(urged()).splitlines()[1:] == [
        "Tính đến 09 giờ 00 phút ngày 05/02/2021: 14/14 đơn vị đã gửi (14 đúng hạn).",
        "Các đơn vị đã gửi đủ. Trân trọng cảm ơn.",
    ]


def test_who_still_has_time_is_not_urged(urged: MakeUrged) -> None:
    found = urged(missing=("ban-bo", "na-tam"), extended=("na-tam",))
    assert [u.unit for u in found.missing] == ["ban-bo"]
    said = group_message(found)
    assert "Chưa gửi (01): xã Bản Bo." in said
    assert "Được gia hạn (01): xã Nà Tăm (đến 16 giờ 00 phút ngày 06/02/2021)." in said


def test_the_letter_says_what_was_asked_who_lacks_and_until_when(
    urged: MakeUrged, template: Path, word: Callable[[bytes], Any]
) -> None:
    doc = word(render_letter(urged(missing=("nung-nang", "dai-tt-th"), late=("na-tam",)), template))
    station = "Đài Truyền thanh - Truyền hình huyện Tam Đường"
    assert doc.texts("NoiGui") == ["- Ủy ban nhân dân xã Nùng Nàng;", f"- {station}."]
    asked, attendance, demand, late = doc.texts("NoiDung")
    assert asked.startswith("Thực hiện Công văn số 95/UBND-VX ngày 01 tháng 02 năm 2021")
    assert asked.endswith("trước 16 giờ 00 phút ngày 04/02/2021.")
    assert attendance == (
        "Tính đến 09 giờ 00 phút ngày 05/02/2021, Phòng Văn hóa và Thông tin huyện Tam Đường đã nhận được báo cáo của 12/14 đơn vị; "
        "chưa nhận được báo cáo của 02 đơn vị: xã Nùng Nàng và Đài Truyền thanh - Truyền hình huyện Tam Đường; "
        "01 đơn vị gửi muộn: xã Nà Tăm."
    )
    assert "đề nghị các đơn vị chưa gửi gửi báo cáo trước 16 giờ 00 phút ngày 05/02/2021." in demand
    assert late == "Các đơn vị gửi muộn chủ động gửi báo cáo các tuần sau đúng thời hạn."


def test_the_letter_has_the_form_of_a_cong_van(urged: MakeUrged, template: Path, word: Callable[[bytes], Any]) -> None:
    doc = word(render_letter(urged(missing=("nung-nang",)), template))
    assert doc.texts("SoKyHieu") == ["Số:      /VHTT"], "its symbol names no kind of document"
    assert doc.texts("VeViec") == ["V/v đôn đốc gửi báo cáo kết quả tuyên truyền tuần 05"]
    [about] = doc.styled("VeViec")
    assert doc.look(about) == {(12, False, False)}
    assert (doc.find("string(w:pPr/w:jc/@w:val)", about), doc.find("string(w:pPr/w:spacing/@w:before)", about)) == (
        "center",
        "120",
    )
    assert doc.text(about.getprevious()) == "Số:      /VHTT"
    assert doc.texts("KinhGuiMot") == ["Kính gửi: Ủy ban nhân dân xã Nùng Nàng"]
    assert not doc.texts("TenLoaiVanBan"), "a công văn has no name of its kind"
    [closing] = doc.texts("NoiDungCuoi")
    assert closing.endswith("./.")
    rule = doc.styled("DuongKeNgan")[0]
    left, right = (int(doc.find(f"string(w:pPr/w:ind/@w:{side})", rule)) for side in ("left", "right"))
    cell = next(rule.iterancestors(f"{W}tc"))
    room = int(doc.find("string(w:tcPr/w:tcW/@w:w)", cell))
    part = (room - left - right) / 20 / text_width("PHÒNG VĂN HÓA VÀ THÔNG TIN", 12, bold=True)
    assert 1 / 3 <= part <= 1 / 2
    for run in doc.body.iter(f"{W}r"):
        assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert len(doc.find(".//w:sectPr")) == 1


def test_many_units_stand_in_a_list_behind_the_letter(
    urged: MakeUrged, week: Report, template: Path, word: Callable[[bytes], Any]
) -> None:
    everybody = tuple(u.unit for u in week.units)
    doc = word(render_letter(urged(missing=everybody[:12], empty=everybody[12:13]), template))
    assert doc.texts("KinhGuiMot") == ["Kính gửi: Các đơn vị có tên trong danh sách kèm theo"]
    assert doc.texts("TieuDePhuLuc") == ["DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO TUẦN 05"]
    assert doc.texts("KemTheo")[0].startswith("(Kèm theo Công văn số      /VHTT ngày")
    [table] = doc.tables()
    rows = doc.rows(table)
    assert len(rows) == 1 + 13
    assert rows[1] == ["1", "Thị trấn Tam Đường", "16 giờ 00 phút, 04/02/2021", "Chưa gửi"]
    assert rows[-1][-1] == "Gửi nhưng chưa có số liệu"
    assert doc.find("w:tr[1]/w:trPr/w:tblHeader", table)
    assert [s.find(f"{W}pgNumType").get(f"{W}start") for s in doc.find(".//w:sectPr")] == ["1", "1"]


def test_without_grounds_it_simply_says_what_was_asked(urged: MakeUrged, template: Path, word: Callable[[bytes], Any]) -> None:
    found = urged(missing=("nung-nang",))
    head = replace(found.campaign.letterhead, grounds=())
    own = replace(found, campaign=replace(found.campaign, letterhead=head))
    assert word(render_letter(own, template)).texts("NoiDung")[0].startswith("Các đơn vị gửi báo cáo kết quả tuyên truyền")
