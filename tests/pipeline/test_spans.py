"""Which weeks a person means."""

import datetime as dt

import pytest

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.comparison import SpanKind
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.pipeline import spans

CALENDAR = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
KNOWN = ("2020-W53", "2021-W05", "2021-W06", "2021-W08")


@pytest.mark.parametrize(
    ("text", "kind", "weeks", "absent"),
    [
        ("6", SpanKind.WEEK, ["2021-W06"], []),
        ("2021-W07", SpanKind.WEEK, [], ["2021-W07"]),
        ("tuần 6", SpanKind.WEEK, ["2021-W06"], []),
        ("5..8", SpanKind.WEEKS, ["2021-W05", "2021-W06", "2021-W08"], ["2021-W07"]),
        ("2020-W53..2021-W01", SpanKind.WEEKS, ["2020-W53"], ["2021-W01"]),
        ("2021-02", SpanKind.MONTH, ["2021-W05", "2021-W06", "2021-W08"], ["2021-W07"]),
        ("02/2021", SpanKind.MONTH, ["2021-W05", "2021-W06", "2021-W08"], ["2021-W07"]),
        ("tháng 2", SpanKind.MONTH, ["2021-W05", "2021-W06", "2021-W08"], ["2021-W07"]),
    ],
)
def test_a_stretch_as_people_write_it(text: str, kind: SpanKind, weeks: list[str], absent: list[str]) -> None:
    span = spans.parse_span(text, CALENDAR, KNOWN)
    assert (span.kind, list(span.weeks), list(span.absent)) == (kind, weeks, absent)


@pytest.mark.parametrize("text", ["8..5", "1..2060-W01", "tuần trước", "5...8", "54", "2021-13", "tháng 0"])
def test_what_is_no_stretch_is_said(text: str) -> None:
    with pytest.raises(OperatorError):
        spans.parse_span(text, CALENDAR, KNOWN)


def test_a_week_belongs_to_the_month_of_its_deadline() -> None:
    """The week of 4 February began on 29 January."""
    span = spans.month_span(2021, 2, CALENDAR, KNOWN)
    assert (span.start, span.end) == (dt.date(2021, 1, 29), dt.date(2021, 2, 25))
    april = spans.month_span(2021, 4, CALENDAR, KNOWN)
    assert len(april.absent) == 5


@pytest.mark.parametrize(
    ("text", "before"),
    [("6", "2021-W05"), ("1", "2020-W53"), ("7..8", "2021-W05..2021-W06"), ("2021-02", "2021-01"), ("2021-01", "2020-12")],
)
def test_what_comes_before(text: str, before: str) -> None:
    assert spans.before(spans.parse_span(text, CALENDAR, KNOWN), CALENDAR, KNOWN).id == before


def test_the_same_week_a_year_before() -> None:
    found = spans.year_before(spans.parse_span("8", CALENDAR, KNOWN), CALENDAR, KNOWN)
    assert found is not None
    assert found.id == "2020-W08"
    assert spans.year_before(spans.parse_span("2020-W53", CALENDAR, KNOWN), CALENDAR, KNOWN) is None, "2019 had 52 weeks"
    assert spans.year_before(spans.parse_span("5..8", CALENDAR, KNOWN), CALENDAR, KNOWN) is None


def test_the_campaign_to_date_begins_with_what_is_remembered_and_names_the_holes() -> None:
    span = spans.to_date(CALENDAR.week(8), CALENDAR, KNOWN[1:])
    assert (span.id, span.absent) == ("2021-W05..2021-W08", ("2021-W07",))
    assert spans.month_to_date(CALENDAR.week(6), CALENDAR, KNOWN).weeks == ("2021-W05", "2021-W06")
