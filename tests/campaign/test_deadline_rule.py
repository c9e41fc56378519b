"""When reports are due, as people write it."""

import datetime as dt

import pytest

from tuyentruyen_cli.campaign.deadline_rule import read_rule


@pytest.mark.parametrize(
    ("text", "weekday", "time"),
    [
        ("thursday 16:00", 4, "16:00"),
        ("Thu 9:30", 4, "09:30"),
        ("thứ Năm 16:00", 4, "16:00"),
        ("thứ 5 16h", 4, "16:00"),
        ("16h00 thứ Năm", 4, "16:00"),
        ("16 giờ 00 phút thứ Năm", 4, "16:00"),
        ("trước 16 giờ 30 phút, thứ Sáu", 5, "16:30"),
        ("trước 16h00 thứ Năm hằng tuần", 4, "16:00"),
        ("thứ Hai, trước 8h05", 1, "08:05"),
        ("thứ tư lúc 7 giờ", 3, "07:00"),
        ("Chủ nhật 23:59", 7, "23:59"),
        ("CN 17g30", 7, "17:30"),
        ("thứ bảy 0:00", 6, "00:00"),
        ("thứ Năm 25:00", None, ""),
        ("thứ Năm 16:60", None, ""),
        ("thứ Tám 16:00", None, ""),
        ("thứ Năm", None, ""),
        ("16:00", None, ""),
        ("thứ Năm 4 giờ chiều", None, ""),
        ("", None, ""),
    ],
)
def test_rules(text: str, weekday: int | None, time: str) -> None:
    assert read_rule(text) == (None if weekday is None else (weekday, dt.time.fromisoformat(time)))
