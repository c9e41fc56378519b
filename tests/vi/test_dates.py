"""Dates and ranges, read and written."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.vi.dates import format_date, format_date_long, format_time, parse_dates, parse_range

LAW = settings(deadline=None, max_examples=150)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("29/01/2021", ["2021-01-29"]),
        ("29/1", ["2021-01-29"]),
        ("29-01-2021", ["2021-01-29"]),
        ("ngày 29.01.2021.", ["2021-01-29"]),
        ("04/02/21", ["2021-02-04"]),
        ("2021-02-04", ["2021-02-04"]),
        ("ngày 04 tháng 02 năm 2021", ["2021-02-04"]),
        ("Ngày 4 tháng 2", ["2021-02-04"]),
        ("16h00 ngày 04/02", ["2021-02-04"]),
        ("(Tuần 5, từ ngày 29/01/2021 đến ngày 04/02/2021)", ["2021-01-29", "2021-02-04"]),
        ("29/1-4/2", ["2021-01-29", "2021-02-04"]),
        ("31/02 và 13/14", []),
        ("29/02", []),
        ("Số: 49/2024/NĐ-CP", []),
        ("Số: 05/BC-VHTT", []),
        ("tháng 02/2021", []),
        ("tháng 1/2", []),
        ("Tuần 1/02/2021", []),
        ("ngày      tháng 02 năm 2021", []),
        ("1.2.3", []),
        ("mục 1.1.10", []),
        ("２９/01/2021", []),
        ("", []),
    ],
)
def test_dates_of_a_text(typed: str, days: list[str]) -> None:
    assert [day.isoformat() for day in parse_dates(typed, 2021)] == days


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("từ 29/01 đến 04/02/2021", "2021-01-29", "2021-02-04"),
        ("từ ngày 29/01/2021 đến ngày 04/02/2021", "2021-01-29", "2021-02-04"),
        ("29/01 - 04/02/2021", "2021-01-29", "2021-02-04"),
        ("29/1-4/2", "2021-01-29", "2021-02-04"),
        ("29/01/2021–04/02/2021", "2021-01-29", "2021-02-04"),
        ("từ 29 đến 04/02", "2021-01-29", "2021-02-04"),
        ("từ 1 đến 7/2/2021", "2021-02-01", "2021-02-07"),
        ("(01 - 07/02/2021)", "2021-02-01", "2021-02-07"),
        ("từ 29/12 đến 04/01/2021", "2020-12-29", "2021-01-04"),
        ("từ ngày 29/12/2020 đến 04/01", "2020-12-29", "2021-01-04"),
        ("từ ngày 29/12 đến 04/01", "2020-12-29", "2021-01-04"),
        ("29-01-2021 - 04-02-2021", "2021-01-29", "2021-02-04"),
        ("từ ngày 29 tháng 01 đến hết ngày 04 tháng 02 năm 2021", "2021-01-29", "2021-02-04"),
        ("từ 16h00 ngày 28/01/2021 đến 16h00 ngày 04/02/2021", "2021-01-28", "2021-02-04"),
        ("Tuần 5: tu ngay 29/01 den ngay 04/02/2021", "2021-01-29", "2021-02-04"),
    ],
)
def test_a_range(typed: str, start: str, end: str) -> None:
    assert parse_range(typed, 2021) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    "typed",
    [
        "29/01/2021",
        "3-4",
        "04/02/2021 - 29/01/2021",
        "29/01 - 04/02 và 05/02 - 11/02",
        "29/01/2021, 04/02/2021",
        "từ 31/04 đến 04/05",
        "từ 30 đến 02/03",
        "từ 3 đến 31/02",
        "",
    ],
)
def test_no_range_or_not_one(typed: str) -> None:
    assert parse_range(typed, 2021) is None


@LAW
@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_formatted_dates_read_back(day: dt.date) -> None:
    assert parse_dates(format_date(day), 2021) == parse_dates(format_date_long(day), 2021) == (day,)


@LAW
@given(st.text(alphabet=st.sampled_from("0129/-. tuừđếnngàyháng(),\n"), max_size=40))
def test_no_text_breaks_the_reading(typed: str) -> None:
    parse_dates(typed, 2021)
    found = parse_range(typed, 2021)
    assert found is None or found[0] <= found[1]


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        ("2021-02-04", "04/02/2021", "ngày 04 tháng 02 năm 2021"),
        ("2021-01-29", "29/01/2021", "ngày 29 tháng 01 năm 2021"),
        ("2021-03-04", "04/03/2021", "ngày 04 tháng 3 năm 2021"),
        ("2021-12-10", "10/12/2021", "ngày 10 tháng 12 năm 2021"),
    ],
)
def test_official_dates(day: str, short: str, long: str) -> None:
    date = dt.date.fromisoformat(day)
    assert (format_date(date), format_date_long(date)) == (short, long)


def test_official_time() -> None:
    assert format_time(dt.time(16)) == "16 giờ 00 phút"
