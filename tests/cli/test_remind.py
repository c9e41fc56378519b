"""``tuyentruyen remind``: who is reminded, of what, and who is left alone."""

import datetime as dt
import email
import json
import shutil
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import UnitState
from tuyentruyen_cli.render.reminder import MOST, Words, chat

BEFORE = ("--now", "2021-02-04T15:10+07:00")
AFTER = ("--now", "2021-02-05T08:00+07:00")
pytestmark = pytest.mark.usefixtures("in_this_process")


def drafts(campaign: Path, week: str = "2021-W05") -> list[str]:
    return sorted(p.name for p in (campaign / "reports" / week / "nhac").glob("*.eml"))


def mail_of(campaign: Path, unit: str) -> Any:
    data = (campaign / "reports" / "2021-W05" / "nhac" / f"thu-nhac-{unit}-2021-W05.eml").read_bytes()
    return email.message_from_bytes(data, policy=default)


def test_before_the_deadline_the_deadline_is_named(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("remind", sample / "week-05", *BEFORE)
    assert said.code == 0
    assert (
        "  Xã Nùng Nàng chưa gửi báo cáo tuần 05 (29/01 - 04/02/2021). Hạn gửi: 16h00 thứ Năm ngày 04/02/2021."
        " Trong tuần không có hoạt động cũng xin gửi, ghi 0. Cảm ơn."
    ) in said.out.splitlines()
    assert "Chưa gửi gì đi" in said.err
    assert mail_of(sample, "nung-nang")["Subject"] == "Nhắc gửi báo cáo tuần 05 - xã Nùng Nàng"


def test_afterwards_the_report_is_asked_for_at_once(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("remind", sample / "week-05", "--json", *AFTER)
    document = json.loads(said.out)
    assert (document["format"], document["version"], document["week"]) == ("tuyentruyen/reminders", 1, "2021-W05")
    first = document["reminders"][0]
    assert {key: first[key] for key in ("unit", "state", "late", "due", "answer_by")} == {
        "unit": "nung-nang", "state": "missing", "late": True,
        "due": "2021-02-04T16:00:00+07:00", "answer_by": "2021-02-08T16:00:00+07:00",
    }  # fmt: skip
    assert first["message"].startswith("Đã quá hạn 16h00 thứ Năm ngày 04/02/2021, chưa nhận được báo cáo tuần 05")
    assert "xã Nùng Nàng. Xin gửi ngay, chậm nhất 16h00 thứ Hai ngày 08/02/2021" in first["message"]
    sheet = Path(document["messages"]).read_bytes().decode("utf-8-sig")
    assert all(one["message"] in sheet for one in document["reminders"])
    assert mail_of(sample, "nung-nang").get_content().splitlines()[0] == first["message"]


def test_who_has_sent_since_loses_the_draft_and_a_changed_draft_stays(tuyentruyen: Any, sample: Path) -> None:
    tuyentruyen("remind", sample / "week-05", *BEFORE)
    early = drafts(sample)
    mine = sample / "reports" / "2021-W05" / "nhac" / early[0]
    mine.write_bytes(mine.read_bytes() + b"-- sua tay")
    said = tuyentruyen("remind", sample / "week-05", *AFTER)
    assert len(drafts(sample)) < len(early)
    assert mine.name in drafts(sample)
    assert "thư nháp của lần trước" in said.err


def test_nobody_is_reminded_while_files_lie_unread(tuyentruyen: Any, sample: Path) -> None:
    shutil.copy(sample / "week-05" / "then sin t5.xlsx", sample / "week-05" / "Nùng Nàng gửi muộn.xlsx")
    said = tuyentruyen("remind", sample / "week-05", *AFTER)
    assert said.code == 2
    assert "có 1 tệp chưa đọc" in said.err
    assert "Nùng Nàng gửi muộn.xlsx" in said.err
    assert drafts(sample) == []


def test_an_excused_unit_is_left_alone_and_one_that_sent_too(tuyentruyen: Any, sample: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(sample)
    options = ("--week", "5", "--who", "Vàng A Páo", "--reason", "Mất điện", *AFTER)
    assert tuyentruyen("decide", "excuse", "--unit", "nung-nang", *options).code == 0
    tuyentruyen("remind", sample / "week-05", *AFTER)
    assert not any("nung-nang" in name for name in drafts(sample))
    asked = tuyentruyen("remind", sample / "week-05", "--unit", "nung-nang", *AFTER)
    assert (asked.code, "được miễn báo cáo" in asked.err) == (2, True)
    asked = tuyentruyen("remind", sample / "week-05", "--unit", "ban-bo", *AFTER)
    assert (asked.code, "đã gửi báo cáo" in asked.err) == (2, True)
    asked = tuyentruyen("remind", sample / "week-05", "--unit", "ban-boo", *AFTER)
    assert (asked.code, "ban-boo" in asked.err) == (2, True)


def test_a_week_that_nobody_has_sent_yet(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("remind", campaign, "--week", "6", "--json", "--now", "2021-02-10T09:00+07:00")
    document = json.loads(said.out)
    assert len(document["reminders"]) == 14
    assert all(not one["late"] for one in document["reminders"])
    assert all(len(one["message"]) <= 300 for one in document["reminders"])


def test_the_form_of_that_unit_and_week_goes_along_and_reads_back(tuyentruyen: Any, sample: Path) -> None:
    assert tuyentruyen("remind", sample / "week-05", "--unit", "nung-nang", "--form", *AFTER).code == 0
    message = mail_of(sample, "nung-nang")
    (form,) = message.iter_attachments()
    assert form.get_filename() == "bieu-bao-cao-2021-W05-nung-nang.xlsx"
    assert form.get_filename() in message.get_body().get_content()
    file = sample / "thử.xlsx"
    file.write_bytes(form.get_content())
    found = json.loads(tuyentruyen("validate", file, "--json").out)
    assert [s["unit"] for s in found["submissions"]] == ["nung-nang"]


def test_addresses_of_the_unit_are_on_the_draft(tuyentruyen: Any, sample: Path) -> None:
    units = sample / "units.csv"
    rows = units.read_text(encoding="utf-8").splitlines()
    with_addresses = [f"{rows[0]},addresses"]
    with_addresses += [f"{row},{'nn@example.vn|vp@example.vn' if row.startswith('nung-nang') else ''}" for row in rows[1:]]
    units.write_text("\n".join(with_addresses) + "\n", encoding="utf-8")
    tuyentruyen("remind", sample / "week-05", *AFTER)
    assert mail_of(sample, "nung-nang")["To"] == "nn@example.vn, vp@example.vn"


@pytest.mark.parametrize("state", [UnitState.MISSING, UnitState.EMPTY])
@pytest.mark.parametrize("days", [0, 3])
def test_the_longest_name_still_fits_a_telephone(state: UnitState, days: int) -> None:
    due = dt.datetime(2021, 12, 30, 16, tzinfo=dt.UTC)
    period = Period("2021-W52", dt.date(2021, 12, 24), dt.date(2021, 12, 30), due)
    assert len(chat(Words("Trung tâm " * 20, period, state, due, due + dt.timedelta(days=days)))) <= MOST
