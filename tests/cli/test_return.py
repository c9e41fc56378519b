"""``tuyentruyen return``: what it writes, what it says, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

NOW = ("--now", "2021-02-05T09:00+07:00")
LATER = ("--now", "2021-02-05T15:00+07:00")


@pytest.fixture
def given_back(tuyentruyen: Any, campaign: Path) -> Path:
    """Where week 05 of the sample's three units went."""
    assert tuyentruyen("aggregate", campaign / "week-05", *NOW).code == 0
    assert tuyentruyen("return", campaign / "week-05", *NOW).code == 0
    return campaign / "reports" / "2021-W05" / "tra-lai"


def files_of(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_each_unit_has_its_folder_and_the_messages_one_file(given_back: Path) -> None:
    assert files_of(given_back) == [
        "ban-hon/ban hon bc T5.xlsx",
        "ban-hon/thu-sua-ban-hon-2021-W05.eml",
        "tra-loi.txt",
    ]
    text = (given_back / "tra-loi.txt").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf"), "Notepad of every age shows it as UTF-8"
    assert text.decode("utf-8-sig").split("\r\n") == [
        "TRẢ LỜI CÁC ĐƠN VỊ - Tuần 05 (từ ngày 29/01/2021 đến ngày 04/02/2021)",
        "Chưa gửi cho ai. Mỗi đoạn dưới đây là một tin nhắn để chép; thư nháp (.eml) mở bằng Outlook hoặc Thunderbird.",
        "",
        "=== Xã Bản Hon ===",
        "Tuần 05, xã Bản Hon: Cần sửa 2 ô: F11 đang là 1,2; nếu là 1.200 xin gõ 1200. E12 đang là “20-30 lượt”; xin ghi một số, không ghi khoảng. Xin gửi lại trước 16h00 ngày 08/02. Cảm ơn.",
        "(Kèm theo: ban-hon/ban hon bc T5.xlsx và ban-hon/thu-sua-ban-hon-2021-W05.eml)",
        "",
    ]


def test_it_says_what_it_wrote_and_that_nothing_was_sent(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    said = tuyentruyen("return", campaign / "week-05", *NOW)
    assert said.code == 0
    assert said.out.splitlines() == [
        "Xã Bản Hon: 2 chỗ phải sửa",
        f"  tệp đã đánh dấu: {given_back / 'ban-hon' / 'ban hon bc T5.xlsx'}",
        f"  thư nháp: {given_back / 'ban-hon' / 'thu-sua-ban-hon-2021-W05.eml'}",
    ]
    assert "Chưa gửi gì đi" in said.err


def test_json_is_one_document(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    (campaign / "week-05" / "Xã Bản Bo.pdf").write_bytes(b"%PDF-1.4\n")
    tuyentruyen("aggregate", campaign / "week-05", *LATER)
    document = json.loads(tuyentruyen("return", campaign / "week-05", "--json", *LATER).out)
    assert (document["format"], document["version"], document["week"]) == ("tuyentruyen/returns", 1, "2021-W05")
    assert document["messages"] == str(given_back / "tra-loi.txt")
    assert len(document["outputs"]) == 5
    first, second = document["returns"]
    assert {key: first[key] for key in ("unit", "name", "errors", "warnings", "answer_by")} == {
        "unit": "ban-hon", "name": "Xã Bản Hon", "errors": 2, "warnings": 0, "answer_by": "2021-02-08T16:00:00+07:00",
    }  # fmt: skip
    assert first["files"] == [{"file": "ban hon bc T5.xlsx", "copy": str(given_back / "ban-hon" / "ban hon bc T5.xlsx")}]
    assert first["list"] is None
    assert second["unit"] == "ban-bo"
    assert second["files"] == [
        {
            "file": "Xã Bản Bo.pdf",
            "copy": None,
            "why_no_copy": "kind",
            "why_no_copy_said": "loại tệp này không tô màu được",
        }
    ]
    assert second["list"] == str(given_back / "ban-bo" / "can-sua-ban-bo-2021-W05.docx")
    assert all(len(one["message"]) <= 300 for one in document["returns"])


def test_the_same_again_gives_the_same_bytes(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    before = {name: (given_back / name).read_bytes() for name in files_of(given_back)}
    assert tuyentruyen("return", campaign, "--week", "5", *NOW).code == 0
    assert {name: (given_back / name).read_bytes() for name in files_of(given_back)} == before


def test_what_a_hand_has_changed_is_kept(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    copy = given_back / "ban-hon" / "ban hon bc T5.xlsx"
    book = openpyxl.load_workbook(copy)
    book["CẦN SỬA"]["A2"] = "Gọi số 0912…"
    book.save(copy)
    mine = copy.read_bytes()
    said = tuyentruyen("return", campaign / "week-05", *LATER)
    assert said.code == 2
    assert "đã được sửa tay" in said.err
    assert copy.read_bytes() == mine
    assert tuyentruyen("return", campaign / "week-05", "--force", *LATER).code == 0
    assert copy.read_bytes() != mine


def test_what_was_mended_is_taken_away_and_what_a_hand_wrote_is_not(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    """A draft of the day before must not be sent by mistake."""
    book = openpyxl.load_workbook(campaign / "week-05" / "ban hon bc T5.xlsx")
    book["Sheet1"]["F11"], book["Sheet1"]["E12"] = 1200, 25
    book.save(campaign / "week-05" / "ban hon bc T5.xlsx")
    (given_back / "ban-hon" / "ghi chú.txt").write_text("đã gọi điện", encoding="utf-8")
    tuyentruyen("aggregate", campaign / "week-05", *LATER)
    said = tuyentruyen("return", campaign / "week-05", *LATER)
    assert said.code == 0
    assert said.out == ""
    assert "Đã bỏ 3 tệp của lần trước không còn đúng." in said.err
    assert "Không có gì phải trả lại" in said.err
    assert files_of(given_back) == ["ban-hon/ghi chú.txt"]


def test_a_week_that_was_never_aggregated(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("return", campaign / "week-05", *NOW)
    assert said.code == 3
    assert "tuyentruyen aggregate" in said.err


@pytest.mark.usefixtures("given_back")
@pytest.mark.parametrize("change", ["new", "gone", "other"])
def test_a_folder_that_has_changed_since_is_aggregated_first(tuyentruyen: Any, campaign: Path, change: str) -> None:
    """What goes back must speak of the files that lie there."""
    file = campaign / "week-05" / "ban hon bc T5.xlsx"
    if change == "new":
        file = file.with_name("ban hon moi.xlsx")
        file.write_bytes((campaign / "week-05" / "ban hon bc T5.xlsx").read_bytes())
    elif change == "gone":
        file.unlink()
    else:
        file.write_bytes((campaign / "week-05" / "Na Tam - tuan 5.xlsx").read_bytes())
    said = tuyentruyen("return", campaign / "week-05", *LATER)
    assert said.code == 2
    assert said.err.splitlines()[1:] == [f"  {file.name}"]
    assert "Chạy lại: tuyentruyen aggregate" in said.err
    assert tuyentruyen("aggregate", campaign / "week-05", *LATER).code == 0
    assert tuyentruyen("return", campaign / "week-05", *LATER).code == 0


@pytest.mark.usefixtures("given_back")
def test_a_folder_that_is_not_there(tuyentruyen: Any, campaign: Path) -> None:
    """No other week is taken instead."""
    said = tuyentruyen("return", campaign / "tuần-5", *LATER)
    assert said.code == 3
    assert "Không có thư mục" in said.err


def test_no_campaign(tuyentruyen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tmp_path / "một mình"
    alone.mkdir()
    monkeypatch.chdir(alone)
    said = tuyentruyen("return", alone)
    assert said.code == 2
    assert "tuyentruyen init" in said.err


def test_days_to_answer_in(tuyentruyen: Any, campaign: Path, given_back: Path) -> None:
    tuyentruyen("return", campaign / "week-05", "--days", "5", *NOW)
    assert "trước 16h00 ngày 10/02" in (given_back / "tra-loi.txt").read_text(encoding="utf-8-sig")


def test_inspect_names_the_list_as_set_aside(tuyentruyen: Any, given_back: Path) -> None:
    said = tuyentruyen("inspect", given_back / "ban-hon" / "ban hon bc T5.xlsx")
    assert said.code == 0
    assert "✗ từ chối Sheet1!F11: “1.2”" in said.out
    assert "CẦN SỬA!" not in said.out, "counted, not listed"
    document = json.loads(tuyentruyen("inspect", given_back / "ban-hon" / "ban hon bc T5.xlsx", "--json").out)
    fates = {(c["location"]["part"], c["fate"], c["reason"]) for c in document["cells"] if c["location"]["part"] == "CẦN SỬA"}
    assert fates == {("CẦN SỬA", "set-aside", "our-list")}
