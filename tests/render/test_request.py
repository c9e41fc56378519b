"""The dispatch that asks for reports: everything a unit must know, in the form of a công văn."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.request import Request
from tuyentruyen_cli.model.servers import Mailbox, Security, Server
from tuyentruyen_cli.render.request import Asking, recipients_of, render_request

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = dt.datetime(2021, 2, 2, 9, tzinfo=dt.UTC)
FULL = Request(
    "tăng cường tuyên truyền Tết",
    ("Ủy ban nhân dân các xã, thị trấn", "Đài Truyền thanh - Truyền hình huyện Tam Đường"),
    ("Thực hiện Công văn số 12/UBND ngày 01 tháng 02 năm 2021;",),
    ("Cài đặt Bluezone", "Tuyên truyền trên loa"),
    "2021-W05",
    "2021-W08",
    "vhtt@example.vn",
    ("tai-lieu/*",),
    ("Lãnh đạo UBND huyện",),
)
Write = Callable[..., Any]


@pytest.fixture
def written(week: Report, word: Callable[[bytes], Any]) -> Write:
    template = Path(__file__).resolve().parents[2] / "templates" / "yeu-cau" / "report.docx"

    def write(request: Request = FULL, campaign: Campaign | None = None, materials: tuple[str, ...] = ("Hỏi đáp.pdf",)) -> Any:
        campaign = campaign or week.campaign
        assert campaign.registry is not None
        weeks = tuple(campaign.calendar.week(number) for number in (5, 6, 7, 8))
        return word(render_request(Asking(campaign, request, campaign.registry.units, weeks, NOW, materials), template))

    return write


def test_it_says_what_until_when_and_where_to(written: Write) -> None:
    doc = written()
    assert doc.texts("VeViec") == ["V/v tăng cường tuyên truyền Tết"]
    assert doc.texts("NoiGui") == [
        "- Ủy ban nhân dân các xã, thị trấn;",
        "- Đài Truyền thanh - Truyền hình huyện Tam Đường.",
    ]
    assert doc.texts("Khoan") == ["1. Nội dung tuyên truyền", "2. Nội dung báo cáo", "3. Thời hạn và cách gửi"]
    opening, *body = doc.texts("NoiDung")
    assert opening == (
        "Thực hiện Công văn số 12/UBND ngày 01 tháng 02 năm 2021, Phòng Văn hóa và Thông tin huyện Tam Đường"
        " đề nghị các đơn vị thực hiện các nội dung sau:"
    )
    assert body[:2] == ["- Cài đặt Bluezone;", "- Tuyên truyền trên loa."]
    assert "Báo cáo kết quả tuyên truyền trong tuần, ghi riêng từng kênh, gồm:" in body
    assert "- Tổng thời lượng (phút, hoặc ghi rõ giờ, phút, giây);" in body
    assert (
        "Báo cáo gửi trước 16 giờ 00 phút thứ Năm hằng tuần, 04 kỳ, từ tuần 05 (hạn ngày 04/02/2021)"
        " đến tuần 08 (hạn ngày 25/02/2021)."
    ) in body
    assert "Số liệu của mỗi tuần tính từ thứ Sáu tuần trước đến hết thứ Năm." in body
    assert any(line.endswith("về Phòng Văn hóa và Thông tin huyện Tam Đường qua địa chỉ vhtt@example.vn.") for line in body)
    assert body[-1] == "Tài liệu gửi kèm: Hỏi đáp.pdf."


def test_it_has_the_form_of_a_cong_van(written: Write) -> None:
    doc = written()
    assert doc.texts("SoKyHieu") == ["Số:      /VHTT"]
    assert doc.texts("DiaDanhThoiGian") == ["Tam Đường, ngày      tháng 02 năm 2021"]
    assert not doc.texts("TenLoaiVanBan")
    assert [line for line in doc.texts("NoiNhan") if line] == ["- Như trên;", "- Lãnh đạo UBND huyện;", "- Lưu: VT."]
    assert doc.texts("NoiDungCuoi")[0].endswith("./.")
    for run in doc.body.iter(f"{W}r"):
        assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Times New Roman"


def test_a_shifted_deadline_is_said_by_itself(written: Write, week: Report) -> None:
    from tuyentruyen_cli.model.period import Shift  # noqa: PLC0415

    due = dt.datetime(2021, 2, 19, 10, tzinfo=week.campaign.calendar.tz)
    calendar = replace(week.campaign.calendar, shifts=(Shift("2021-W07", due, "nghỉ Tết"),))
    body = written(campaign=replace(week.campaign, calendar=calendar)).texts("NoiDung")
    assert "Riêng tuần 07 gửi trước 10 giờ 00 phút ngày 19/02/2021 (nghỉ Tết)." in body
    assert not any("Riêng tuần" in line for line in written().texts("NoiDung"))


def test_without_tasks_weeks_address_and_materials_nothing_is_said_of_them(written: Write) -> None:
    doc = written(Request("báo cáo kết quả tuyên truyền"), materials=())
    assert doc.texts("Khoan") == ["1. Nội dung báo cáo", "2. Thời hạn và cách gửi"]
    body = doc.texts("NoiDung")
    assert body[0] == "Phòng Văn hóa và Thông tin huyện Tam Đường đề nghị các đơn vị thực hiện các nội dung sau:"
    assert "Báo cáo gửi trước 16 giờ 00 phút thứ Năm hằng tuần." in body
    assert not any("địa chỉ" in line or "Tài liệu" in line for line in body)


def test_the_mailbox_that_is_collected_from_is_the_address(written: Write, week: Report) -> None:
    mailbox = Mailbox(Server("imap.example.vn", 993, Security.SSL, "bao-cao@example.vn"), "INBOX")
    body = written(replace(FULL, address=""), replace(week.campaign, mailbox=mailbox)).texts("NoiDung")
    assert any("qua địa chỉ bao-cao@example.vn" in line for line in body)


def test_recipients_are_made_of_the_units(week: Report) -> None:
    assert week.campaign.registry is not None
    of = {u.id: u for u in week.campaign.registry.units}
    town, commune = replace(of["thi-tran-tam-duong"], kind="township"), replace(of["ban-bo"], kind="commune")
    station = replace(of["dai-tt-th"], kind="station")
    assert list(recipients_of([town, commune, station])) == ["Ủy ban nhân dân các xã, thị trấn", station.name]
    assert list(recipients_of([station])) == [station.name]
    assert list(recipients_of([replace(station, id=f"d{n}") for n in range(9)])) == ["Các đơn vị báo cáo khác"]
