"""``render --kind``: every kind of document, its name and place, and what is said where it cannot be."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

FRIDAY = ("--now", "2021-02-12T09:00+07:00")


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())


def test_a_months_report(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--month", "2021-02", *FRIDAY)
    path = sample / "reports" / "2021-02" / "bao-cao-thang-2021-02.docx"
    assert (said.code, said.out.splitlines()) == (0, [str(path)])
    assert "Số, ngày tháng và chữ ký để trống" in said.err
    assert "Tháng 02 năm 2021 có 02 tuần báo cáo" in text_of(path)
    assert "chưa tổng hợp báo cáo tuần 07, 08" in text_of(path), "weeks of the month that are still to come are named"
    again = tuyentruyen("render", sample, "--kind", "bao-cao-thang", *FRIDAY)
    assert again.out == said.out, "by default it is the month of the newest week"


def test_a_report_of_all_weeks(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--kind", "bao-cao-dot", "--json", *FRIDAY)
    (path,) = json.loads(said.out)["outputs"]
    assert Path(path) == sample / "reports" / "2021-W05-den-2021-W06" / "bao-cao-dot-2021-W05-den-2021-W06.docx"
    assert "CỦA CẢ ĐỢT" in text_of(Path(path))


def test_who_is_missing_as_a_message(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--kind", "tin-nhan", "--week", "5", "-o", "-", "--now", "2021-02-05T09:00+07:00")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "TÌNH HÌNH GỬI BÁO CÁO TUẦN 05 (29/01 - 04/02/2021)"
    assert "Chưa gửi (01): xã Nùng Nàng." in said.out
    written = tuyentruyen("render", sample, "--kind", "tin-nhan", "--week", "5", "--now", "2021-02-05T09:00+07:00")
    path = sample / "reports" / "2021-W05" / "tin-nhan-2021-W05.txt"
    assert written.out.splitlines() == [str(path)]
    assert path.read_text(encoding="utf-8") == said.out
    assert "chữ ký" not in written.err, "nobody signs a message"


def test_the_letter_that_urges(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--kind", "don-doc", "--week", "5", "--now", "2021-02-05T09:00+07:00")
    assert said.code == 0
    assert "Ủy ban nhân dân xã Nùng Nàng" in text_of(sample / "reports" / "2021-W05" / "don-doc-2021-W05.docx")


def test_files_that_were_not_read_are_read_before_anybody_is_named(tuyentruyen: Any, sample: Path) -> None:
    (sample / "week-05" / "nung nang moi gui.csv").write_text("x", encoding="utf-8")
    said = tuyentruyen("render", sample, "--kind", "tin-nhan", "--week", "5", "-o", "-", *FRIDAY)
    assert (said.code, said.out) == (2, "")
    assert "nung nang moi gui.csv" in said.err


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--kind", "bao-cao-thng"), "Không có loại văn bản “bao-cao-thng”. Có phải là bao-cao-thang?"),
        (("--kind", "bao-cao-tuan", "--month", "2"), "--month không dùng được với loại văn bản bao-cao-tuan"),
        (("--kind", "don-doc", "--replace"), "--replace không dùng được với loại văn bản don-doc"),
        (("--kind", "tin-nhan", "--to", "docx"), "Chưa xuất được dạng “docx”. Các dạng xuất được: txt."),
        (("--month", "13"), "Không hiểu tháng “13”"),
    ],
)
def test_what_cannot_be_asked(tuyentruyen: Any, sample: Path, asked: tuple[str, ...], message: str) -> None:
    said = tuyentruyen("render", sample, *asked, *FRIDAY)
    assert said.code == 2
    assert message in said.err
    assert not list((sample / "reports").rglob("*.docx"))


def test_a_month_of_which_nothing_is_remembered(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--month", "2021-05", *FRIDAY)
    assert said.code == 3
    assert "2021-05" in said.err


def test_the_check_sheet_alone(tuyentruyen: Any, sample: Path) -> None:
    said = tuyentruyen("render", sample, "--kind", "phieu-kiem-tra", "--week", "6", *FRIDAY)
    assert said.out.splitlines() == [str(sample / "reports" / "2021-W06" / "phieu-kiem-tra-2021-W06.docx")]
    assert not list((sample / "reports").rglob("bao-cao-tuan*"))
