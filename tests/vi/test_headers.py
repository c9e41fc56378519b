"""What headers say."""

import pytest

from tuyentruyen_cli.model.parsed import DurationContext
from tuyentruyen_cli.vi.durations import header_context
from tuyentruyen_cli.vi.numbers import parse_scale, states_rate

HOURS = DurationContext(measured_in=3600, names_hours=True)
MINUTES = DurationContext(measured_in=60)
SECONDS = DurationContext(measured_in=1)
HOURS_MINUTES = DurationContext(two_parts="h:m", names_hours=True)
MINUTES_SECONDS = DurationContext(two_parts="m:s")
THREE = DurationContext(names_hours=True)
NOTHING = DurationContext()


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Thời lượng (phút)", MINUTES),
        ("THOI LUONG (PHUT)", MINUTES),
        ("Thời lượng\n(phút)", MINUTES),
        ("ĐVT: phút", MINUTES),
        ("(')", MINUTES),
        ("(p)", MINUTES),
        ("Thời lượng tiếng Mông (phút)", MINUTES),
        ("Thời lượng (giờ)", HOURS),
        ("Số giờ phát", HOURS),
        ("Tổng TL (tiếng)", HOURS),
        ("Thời lượng (h)", HOURS),
        ("Thời lượng (giây)", SECONDS),
        ("Thời lượng (giờ:phút)", HOURS_MINUTES),
        ("Thời lượng (hh:mm)", HOURS_MINUTES),
        ("Thời lượng (giờ, phút)", HOURS_MINUTES),
        ("Thời lượng (phút:giây)", MINUTES_SECONDS),
        ("Thời lượng (mm:ss)", MINUTES_SECONDS),
        ("Độ dài h:mm:ss", THREE),
        ("Độ dài (giờ:phút:giây)", THREE),
        ("Thời lượng", NOTHING),
        ("Thời lượng tiếng Mông", NOTHING),
        ("Thời lượng phát trong giờ vàng", NOTHING),
        ('Thời lượng chuyên mục "Bluezone"', NOTHING),
        ("Số giấy mời", NOTHING),
        ("", NOTHING),
    ],
)
def test_durations(header: str, says: DurationContext) -> None:
    assert header_context(header) == says


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        ("Ước số người nghe (nghìn người)", 1_000),
        ("1.000 người", 1_000),
        ("ĐVT: nghìn lượt", 1_000),
        ("(1.000 lượt)", 1_000),
        ("ĐVT: 1000 người", 1_000),
        ("Số người (ngàn)", 1_000),
        ("Số người nghe (triệu lượt)", 1_000_000),
        ("Lượt (trăm người)", 100),
        ("Số người nghe", 1),
        ("mục tiêu 1.000 người", 1),
        ("Ngan hang", 1),
        ("Tỷ lệ", 1),
        ("người", 1),
        ("1.000.500 người", 1),
        ("", 1),
    ],
)
def test_scales(header: str, scale: int) -> None:
    assert parse_scale(header) == scale


@pytest.mark.parametrize(
    "header", ["Số lần/ngày", "Thời lượng (phút/buổi)", "phút/tin", "Số lần phát mỗi ngày", "Trung bình người nghe"]
)
def test_rates(header: str) -> None:
    assert states_rate(header)


@pytest.mark.parametrize(
    "header", ["Số tin/bài", "Số lần phát trong tuần", "Số lượt/tuần", "giờ/phút", "phút/giây", "Số tin, bài", ""]
)
def test_totals_are_no_rates(header: str) -> None:
    assert not states_rate(header)
