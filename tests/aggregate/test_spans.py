"""Weeks made one, and weeks beside weeks: each measure by its own aggregation, and only like beside like."""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.aggregate.spans import compared, cumulated
from tuyentruyen_cli.model.comparison import Change, Compared, Cumulated, Side, Span, SpanKind, WeekFigures
from tuyentruyen_cli.model.schema import Aggregation, Measure, MeasureKind

UNITS = ("ban-bo", "ban-hon", "na-tam")
DAY = dt.date(2021, 2, 4)
ADDED = Measure("items", "Tin, bài", MeasureKind.COUNT, ())
HIGHEST = Measure("items", "Tin, bài", MeasureKind.COUNT, (), over_periods=Aggregation.MAX)
LATEST = Measure("items", "Hộ đã cài", MeasureKind.COUNT, (), over_periods=Aggregation.LATEST)
Values = Mapping[str, int]


def week(number: int, values: Values, expected: Sequence[str] | None = UNITS, partial: Sequence[str] = ()) -> WeekFigures:
    blanks = {"items": frozenset(partial)} if partial else {}
    return WeekFigures(f"2021-W{number:02d}", None if expected is None else tuple(expected), {"items": values}, blanks)


def over(measure: Measure, *weeks: WeekFigures) -> Cumulated:
    span = Span("x", SpanKind.WEEKS, tuple(w.week for w in weeks), (), DAY, DAY)
    return cumulated(span, weeks, [measure])


def side(measure: Measure, *weeks: WeekFigures) -> Side:
    return over(measure, *weeks).side("items")


def beside(current: WeekFigures, other: WeekFigures, measure: Measure = ADDED) -> Compared:
    return compared(over(measure, current), over(measure, other), [measure]).measures[0]


@pytest.mark.parametrize(
    ("measure", "total"),
    [(ADDED, 10 + 12 + 3 + 4 + 7), (HIGHEST, 12 + 4 + 7), (LATEST, 12 + 4 + 7)],
    ids=["added", "the greatest week of each unit", "the latest week of each unit"],
)
def test_weeks_are_made_one_by_the_measures_own_aggregation(measure: Measure, total: int) -> None:
    weeks = (week(5, {"ban-bo": 10, "ban-hon": 3}), week(6, {"ban-bo": 12, "ban-hon": 4, "na-tam": 7}))
    assert side(measure, *weeks).value == total


def test_the_latest_figure_of_a_unit_that_did_not_report_since_still_counts_and_is_named() -> None:
    latest = side(LATEST, week(5, {"ban-bo": 100, "na-tam": 30}), week(6, {"ban-bo": 110, "ban-hon": 50}))
    assert latest.value == 110 + 50 + 30
    assert latest.gaps == (("na-tam", ("2021-W06",)),)


def test_a_measure_of_the_highest_takes_the_highest_unit() -> None:
    highest = Measure("items", "x", MeasureKind.COUNT, (), aggregation=Aggregation.MAX, over_periods=Aggregation.SUM)
    assert side(highest, week(5, {"ban-bo": 10, "ban-hon": 3}), week(6, {"ban-bo": 1, "ban-hon": 9})).value == 12


def test_who_lacks_which_week_is_known() -> None:
    found = side(ADDED, week(5, {"ban-bo": 1, "ban-hon": 2}), week(6, {"ban-bo": 3}))
    assert found.gaps == (("ban-hon", ("2021-W06",)), ("na-tam", ("2021-W05", "2021-W06")))
    assert (found.covered, found.expected, found.full) == (1, 3, ("ban-bo",))


def test_a_unit_counts_only_for_weeks_in_which_it_was_expected() -> None:
    found = side(ADDED, week(5, {"ban-bo": 1}, ["ban-bo"]), week(6, {"ban-bo": 2, "ban-hon": 4}, ["ban-bo", "ban-hon"]))
    assert (found.value, found.covered, found.expected, found.gaps) == (7, 2, 2, ())


def test_nobody_has_a_figure() -> None:
    found = side(ADDED, week(5, {}), week(6, {}))
    assert (found.value, found.covered, found.expected) == (None, 0, 3)
    assert dict(found.gaps) == dict.fromkeys(UNITS, ("2021-W05", "2021-W06"))


def test_without_a_registry_all_that_report_are_covered() -> None:
    found = side(ADDED, week(5, {"ban-bo": 1}, None))
    assert (found.value, found.covered, found.expected) == (1, 1, None)


def test_the_same_units_in_both_need_no_second_figure() -> None:
    one = beside(week(6, {"ban-bo": 5, "ban-hon": 1}), week(5, {"ban-bo": 4, "ban-hon": 4}))
    assert one.alike is None
    assert (one.change.difference, one.change.percent) == (-2, Fraction(-25))


def test_as_many_units_are_not_the_same_units() -> None:
    """2 of 3 beside 2 of 3, but not the same two: over the one in both it was more, not less."""
    one = beside(week(6, {"ban-bo": 5, "ban-hon": 1}), week(5, {"ban-bo": 4, "na-tam": 40}))
    assert (one.current.covered, one.other.covered) == (2, 2)
    assert one.change.difference == 6 - 44
    assert one.alike is not None
    assert (one.alike.units, one.alike.change.difference, one.alike.change.percent) == (("ban-bo",), 1, Fraction(25))


def test_a_unit_with_blanks_is_not_compared_with_one_without() -> None:
    one = beside(week(6, {"ban-bo": 5, "ban-hon": 1}), week(5, {"ban-bo": 4, "ban-hon": 2}, partial=["ban-hon"]))
    assert one.alike is not None
    assert one.alike.units == ("ban-bo",)


def test_no_unit_in_both() -> None:
    one = beside(week(6, {"ban-bo": 5}), week(5, {"na-tam": 40}))
    assert one.alike is not None
    assert (one.alike.units, one.alike.change) == ((), Change(None, None))


@pytest.mark.parametrize(
    ("now", "then", "difference", "percent"),
    [(3, 0, 3, None), (0, 0, 0, None), (None, 4, None, None), (4, None, None, None), (0, 4, -4, -100), (4, 4, 0, 0)],
)
def test_what_cannot_be_divided_has_no_percent(
    now: int | None, then: int | None, difference: int | None, percent: int | None
) -> None:
    assert (Change(now, then).difference, Change(now, then).percent) == (difference, percent)


figures = st.dictionaries(st.sampled_from(UNITS), st.integers(0, 10_000))


@given(st.lists(figures, min_size=1, max_size=6), st.integers(1, 5))
def test_weeks_added_are_the_same_however_they_are_cut(weeks: list[dict[str, int]], cut: int) -> None:
    every = [week(n, values) for n, values in enumerate(weeks, 1)]
    parts = [side(ADDED, *part).value or 0 for part in (every[:cut], every[cut:]) if part]
    assert (side(ADDED, *every).value or 0) == sum(parts)


@given(figures, figures)
def test_a_comparison_turned_round_changes_only_the_sign(now: dict[str, int], then: dict[str, int]) -> None:
    one, other = beside(week(6, now), week(5, then)), beside(week(5, then), week(6, now))
    assert one.change.difference == (None if other.change.difference is None else -other.change.difference)
    assert (one.alike is None) == (other.alike is None)
    if one.alike and other.alike:
        assert set(one.alike.units) == set(other.alike.units) == set(now) & set(then)
