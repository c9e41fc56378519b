"""What a unit states as cumulative, beside what it reported in the weeks before."""

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.check.cumulative import cumulative_against_history
from tuyentruyen_cli.check.past import Week, few_weeks
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Cumulative, Since, Submission
from tuyentruyen_cli.render.explain import explainer

Draw = Callable[..., Submission]
PLACE = Location("ban-bo.xlsx", "Sheet1", 9, 7)
THURSDAY = dt.date(2021, 2, 18)  # the third week of February
WEEK = dt.timedelta(days=7)


def said(
    draw: Draw,
    schema: ReportSchema,
    stated: int,
    since: Since,
    past: list[int | None],
    *,
    before: int | None = None,
    end: dt.date = THURSDAY,
) -> list[Finding]:
    """This week has 12 items; ``past`` are those of the weeks before, the last one first; ``before`` what was stated a week ago."""
    one = replace(draw("channel | items\nradio | 12"), cumulative=(Cumulative("items", stated, since, PLACE),))
    weeks = [{"ban-bo": {"items": items}} for items in past]
    ends = [end - WEEK * (n + 1) for n in range(len(past))]
    cumulative = {("ban-bo", "items", since): before} if before is not None else {}
    figures = {"ban-bo": {"items": 12}}
    return list(cumulative_against_history(Week([one], figures, weeks, schema, end, ends, cumulative)))


@pytest.mark.parametrize(
    ("since", "stated", "past", "before", "expected"),
    [
        # of the month: the two weeks before this one are all there were
        (Since.MONTH, 37, [15, 10], None, ""),
        (Since.MONTH, 38, [15, 10], None, "month 37"),
        (Since.MONTH, 36, [15, 10], None, "below 37"),
        (Since.MONTH, 38, [15, None], None, ""),  # a week is not known: it may be in there
        (Since.MONTH, 26, [15, None], None, "below 27"),
        (Since.MONTH, 37, [15, 10, 99], None, ""),  # what was in January does not count
        # of the year: seven weeks, January's too
        (Since.YEAR, 12 + 6 * 10, [10] * 6, None, ""),
        (Since.YEAR, 99, [10] * 6, None, "year 72"),
        (Since.YEAR, 99, [10] * 3, None, ""),
        # of the campaign: it may have begun before all that is remembered
        (Since.START, 500, [15, 10], None, ""),
        (Since.START, 20, [15, 10], None, "below 37"),
        (Since.START, 500, [15, 10], 488, ""),
        (Since.START, 501, [15, 10], 488, "step 500"),
        # it does not say
        (Since.UNSAID, 37, [15, 10], 488, ""),  # the month's
        (Since.UNSAID, 500, [15, 10], 488, ""),  # or another one's
        (Since.UNSAID, 501, [15, 10], 488, "step 500"),
        (Since.UNSAID, 501, [15, 10], None, ""),
        (Since.UNSAID, 11, [], None, "below 12"),  # less than this week alone
    ],
)
def test_a_cumulative_figure_is_a_sum(
    since: Since, stated: int, past: list[int | None], before: int | None, expected: str, draw: Draw, schema: ReportSchema
) -> None:
    found = said(draw, schema, stated, since, past, before=before)
    assert [f"{f.argument('reason')} {f.argument('sum')}" for f in found] == ([expected] if expected else [])
    assert {(f.location, f.severity.value) for f in found} <= {(PLACE, "warning")}


def test_a_month_begins_anew(draw: Draw, schema: ReportSchema) -> None:
    first = dt.date(2021, 3, 4)
    assert said(draw, schema, 12, Since.MONTH, [15, 10], before=60, end=first) == []
    assert said(draw, schema, 12, Since.UNSAID, [15, 10], before=60, end=first) == []
    assert [f.argument("sum") for f in said(draw, schema, 13, Since.MONTH, [15, 10], end=first)] == [12]


def test_a_refused_figure_is_compared_with_nothing(draw: Draw, schema: ReportSchema) -> None:
    one = replace(draw("channel | items\nradio | ?"), cumulative=(Cumulative("items", 1, Since.MONTH, PLACE),))
    assert list(cumulative_against_history(Week([one], {"ban-bo": {"items": None}}, [], schema, THURSDAY))) == []


def test_the_message_says_what_to_type(draw: Draw, schema: ReportSchema) -> None:
    (finding,) = said(draw, schema, 38, Since.MONTH, [15, 10])
    assert explainer(schema, "vi")(finding) == (
        "Số tin, bài: lũy kế từ đầu tháng ghi 38, nhưng các tuần của tháng đã báo cáo cộng lại là 37.",
        (
            "Nếu các tuần đúng thì ghi lũy kế là 37; nếu tuần này hoặc tuần trước sai thì sửa và gửi lại tuần đó. "
            "Lũy kế không được cộng."
        ),
    )


def test_too_few_weeks_are_said_once_until_there_are_enough(schema: ReportSchema) -> None:
    here = Location("week-05")
    week: dict[str, dict[str, int | None]] = {"ban-bo": {"items": 12}, "na-tam": {"items": None}}
    (finding,) = few_weeks(["ban-bo", "na-tam"], [week] * 4, schema, here)
    assert (finding.location, finding.argument("count"), finding.severity.value) == (here, 1, "note")
    assert list(few_weeks(["ban-bo"], [week] * 4, schema, here)) == []
    assert [f.argument("count") for f in few_weeks(["ban-bo"], [week] * 3, schema, here)] == [1]
    assert list(few_weeks(["ban-bo"], [], replace(schema, checks=()), here)) == []
