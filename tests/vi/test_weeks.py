"""Weeks as texts and file names name them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.vi.dates import WeekMention, parse_week, parse_week_file_name

LAW = settings(deadline=None, max_examples=150)


@pytest.mark.parametrize(
    ("typed", "number", "month", "year"),
    [
        ("Tuần 05", 5, None, None),
        ("tuần 5", 5, None, None),
        ("TUẦN THỨ 5", 5, None, None),
        ("tuan05", 5, None, None),
        ("week-05", 5, None, None),
        ("2021-W05", 5, None, 2021),
        ("Tuần 1 tháng 02", 1, 2, None),
        ("Tuần 1, tháng 2/2021", 1, 2, 2021),
        ("Tuần 1 tháng 02 năm 2021", 1, 2, 2021),
        ("Tuần 5/2021", 5, None, 2021),
        ("tuần 5 năm 2021", 5, None, 2021),
        ("(Tuần 5, từ ngày 29/01/2021 đến ngày 04/02/2021)", 5, None, None),
        ("Tuần 5 (29/01-04/02/2021)", 5, None, None),
        ("Báo cáo tuần 5 - xã Bản Bo", 5, None, None),
        ("Tuần 5. Kết quả tuần 5 năm 2021", 5, None, 2021),
    ],
)
def test_a_week(typed: str, number: int, month: int | None, year: int | None) -> None:
    assert parse_week(typed) == WeekMention(number, month, year)


@pytest.mark.parametrize(
    "typed",
    [
        "Tuần 1/02/2021",
        "tuần 05/02",
        "tuần 29/01-04/02",
        "kết quả tuần 5, nhiệm vụ tuần 6",
        "mỗi tuần 3 lần",
        "3 lần/tuần",
        "trong tuần 12 tin",
        "tuần 7 ngày",
        "tuần 54",
        "tuần 0",
        "Tuần 1 tháng 13",
        "t5",
        "thường trực 5",
        "",
    ],
)
def test_no_week_or_not_clear(typed: str) -> None:
    assert parse_week(typed) is None


@pytest.mark.parametrize(
    ("name", "number", "month", "year"),
    [
        ("bc_tuan5_banbo.xlsx", 5, None, None),
        ("ban hon bc T5.xlsx", 5, None, None),
        ("tuan_thu_5.docx", 5, None, None),
        ("w05.docx", 5, None, None),
        ("Tuần 05.docx", 5, None, None),
        ("week-05", 5, None, None),
        ("bao-cao-2021-W05.xlsx", 5, None, 2021),
        ("bc_tuan5_2021.xlsx", 5, None, 2021),
        ("bc_tuan5_04-02-2021.xlsx", 5, None, 2021),
        ("tuan1_thang2", 1, 2, None),
        ("tuan 5 (1).xlsx", 5, None, None),
        ("tuan 5 lan 2.xlsx", 5, None, None),
    ],
)
def test_a_week_in_a_name(name: str, number: int, month: int | None, year: int | None) -> None:
    assert parse_week_file_name(name) == WeekMention(number, month, year)


@pytest.mark.parametrize(
    "name",
    [
        "na-tam.xlsx",
        "bc5.xlsx",
        "tuan1-02-2021.xlsx",
        "tuan 5-2.xlsx",
        "bc_tuan1_t2.xlsx",
        "tuan5_tuan6.xlsx",
        "t",
        "tuan 99",
        "t5" * 200,
    ],
)
def test_no_week_in_a_name_or_not_clear(name: str) -> None:
    assert parse_week_file_name(name) is None


@LAW
@given(st.text(alphabet=st.sampled_from("tuầnweknăm05126/-_ .thág"), max_size=30))
def test_no_text_breaks_the_reading(typed: str) -> None:
    for found in (parse_week(typed), parse_week_file_name(typed)):
        assert found is None or 1 <= found.number <= 53
