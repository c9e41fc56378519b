"""Weeks, their windows and their deadlines."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.model.period import Calendar, Extension, Shift

THURSDAYS = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2033, 1, 1))
CALENDARS = st.builds(Calendar, st.just(2021), st.integers(1, 7), st.just(dt.time(16)), st.just("Asia/Ho_Chi_Minh"))
SHIFTED = dt.datetime.fromisoformat("2021-02-10T16:00:00+07:00")


def test_week_05_of_2021() -> None:
    week = THURSDAYS.week(5)
    assert (week.id, week.start, week.end) == ("2021-W05", dt.date(2021, 1, 29), dt.date(2021, 2, 4))
    assert week.due.isoformat() == "2021-02-04T16:00:00+07:00"
    assert (week.week, week.year) == (5, 2021)


@given(CALENDARS, DAYS)
def test_every_day_is_in_exactly_one_week(calendar: Calendar, day: dt.date) -> None:
    week = calendar.holding(day)
    assert week.holds(day)
    assert (week.end - week.start).days == 6
    assert week.end.isoweekday() == calendar.weekday
    assert calendar.by_id(week.id) == week
    after = calendar.holding(week.end + dt.timedelta(days=1))
    assert after.start == week.end + dt.timedelta(days=1)
    assert not after.holds(day)


@given(CALENDARS, DAYS)
def test_the_weeks_of_a_month_are_counted_from_one(calendar: Calendar, day: dt.date) -> None:
    weeks = [w for n in range(1, 7) if (w := calendar.nth_of_month(n, day.month, day.year))]
    assert 4 <= len(weeks) <= 5
    assert all(w.end.month == day.month for w in weeks)
    assert [b.end - a.end for a, b in pairwise(weeks)] == [dt.timedelta(days=7)] * (len(weeks) - 1)
    assert calendar.nth_of_month(0, day.month, day.year) is None


@pytest.mark.parametrize("wrong", ["2021-5", "W05", "2021-W54", "2021-W00", "", "2021-W053"])
def test_no_week(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)week"):
        THURSDAYS.by_id(wrong)


def test_only_long_years_have_week_53() -> None:
    assert THURSDAYS.by_id("2020-W53").end == dt.date(2020, 12, 31)
    with pytest.raises(ValueError, match="week"):
        THURSDAYS.by_id("2021-W53")


def test_a_shift_moves_the_due_instant_alone() -> None:
    calendar = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh", (Shift("2021-W06", SHIFTED, "Nghỉ Tết"),))
    week = calendar.week(6)
    assert (week.start, week.end) == (THURSDAYS.week(6).start, THURSDAYS.week(6).end)
    assert (week.due, week.shift_reason) == (SHIFTED, "Nghỉ Tết")
    assert calendar.week(7) == THURSDAYS.week(7)


def test_an_extension_is_for_one_unit_and_never_shortens() -> None:
    later = dt.datetime.fromisoformat("2021-02-12T16:00:00+07:00")
    earlier = dt.datetime.fromisoformat("2021-02-01T16:00:00+07:00")
    extensions = (Extension("khun-ha", "2021-W06", later, "Mất điện"), Extension("ban-bo", "2021-W06", earlier, "?"))
    calendar = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh", (), extensions)
    week = calendar.week(6)
    assert [calendar.due_for(week, unit) for unit in ("khun-ha", "ban-bo", "ban-hon")] == [later, week.due, week.due]
    assert calendar.due_for(calendar.week(5), "khun-ha") == calendar.week(5).due
