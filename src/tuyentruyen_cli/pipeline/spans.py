"""Which weeks a person means: ``6``, ``2021-W06``, ``5..8``, ``2021-02``, ``tháng 2``."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.comparison import Span, SpanKind
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.pipeline.place import parse_week
from tuyentruyen_cli.vi.text import fold_plain

BETWEEN = ".."
WEEK = dt.timedelta(days=7)
MOST_WEEKS = 530  # ten years: a longer stretch is a slip of the keyboard
MOST_IN_A_MONTH = 5
_MONTH = re.compile(r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})|(?:thang )?(?P<number>\d{1,2})(?:(?:/| nam |/nam )(?P<of>\d{4}))?)")


def week_span(period: Period, remembered: Iterable[str]) -> Span:
    """One week."""
    return _span(period.id, SpanKind.WEEK, [period], remembered)


def weeks_span(first: Period, last: Period, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """All weeks from one to another. Raises OperatorError when they run backward or for too long."""
    periods = list(_from_to(first, last, calendar))
    if not periods or len(periods) > MOST_WEEKS:
        raise OperatorError("history.bad-stretch", first=first.id, last=last.id)
    return _span(f"{first.id}{BETWEEN}{last.id}", SpanKind.WEEKS, periods, remembered)


def to_date(last: Period, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """The campaign up to a week: from the first week that is remembered."""
    known = [w for w in remembered if w <= last.id] or [last.id]
    periods = list(_from_to(calendar.by_id(min(known)), last, calendar))
    return _span(f"{periods[0].id}{BETWEEN}{last.id}", SpanKind.TO_DATE, periods, known)


def month_span(year: int, month: int, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """The weeks of a month: those whose deadline is in it."""
    return _span(f"{year:04d}-{month:02d}", SpanKind.MONTH, _of_month(year, month, calendar), remembered)


def month_to_date(last: Period, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """The weeks of a month up to one of them."""
    periods = [p for p in _of_month(last.end.year, last.end.month, calendar) if p.end <= last.end]
    return _span(f"{periods[0].id}{BETWEEN}{last.id}", SpanKind.MONTH_TO_DATE, periods, remembered)


def parse_month(text: str, calendar: Calendar) -> tuple[int, int]:
    """Year and month as people write them: ``2021-02``, ``02/2021``, ``tháng 2``, ``2``. Raises OperatorError."""
    match = _MONTH.fullmatch(fold_plain(text).strip())
    year = int((match["year"] or match["of"] or calendar.year) if match else 0)
    month = int((match["month"] or match["number"]) if match else 0)
    if not 1 <= month <= 12 or not dt.MINYEAR < year < dt.MAXYEAR:  # noqa: PLR2004 - months of a year
        raise OperatorError("history.bad-month", month=text)
    return year, month


def parse_span(text: str, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """A week, weeks with ``..`` between, or a month. Raises OperatorError."""
    first, between, last = text.partition(BETWEEN)
    if between:
        return weeks_span(parse_week(first.strip(), calendar), parse_week(last.strip(), calendar), calendar, remembered)
    if re.fullmatch(r"\d{4}-\d{1,2}|\d{1,2}/\d{4}|thang .*", fold_plain(text).strip()):
        return month_span(*parse_month(text, calendar), calendar, remembered)
    return week_span(parse_week(text, calendar), remembered)


def before(span: Span, calendar: Calendar, remembered: Iterable[str]) -> Span:
    """The stretch of the same kind that comes before: the last week, the last month, as many weeks."""
    if span.kind is SpanKind.MONTH:
        year, month = (int(part) for part in span.id.split("-"))
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        return month_span(year, month, calendar, remembered)
    last = calendar.holding(span.start - dt.timedelta(days=1))
    if span.kind is SpanKind.WEEK:
        return week_span(last, remembered)
    first = calendar.holding(last.end - (span.end - span.start - dt.timedelta(days=6)))
    return weeks_span(first, last, calendar, remembered)


def year_before(span: Span, calendar: Calendar, remembered: Iterable[str]) -> Span | None:
    """The week of the same number a year earlier; None where that year has none, and for other stretches than a week."""
    if span.kind is not SpanKind.WEEK:
        return None
    period = calendar.by_id(span.id)
    try:
        return week_span(calendar.week(period.week, period.year - 1), remembered)
    except ValueError:
        return None


def _of_month(year: int, month: int, calendar: Calendar) -> list[Period]:
    numbered = (calendar.nth_of_month(n, month, year) for n in range(1, MOST_IN_A_MONTH + 1))
    return [p for p in numbered if p is not None]


def _from_to(first: Period, last: Period, calendar: Calendar) -> Iterator[Period]:
    period = first
    for _ in range(MOST_WEEKS + 1):
        if period.end > last.end:
            return
        yield period
        period = calendar.holding(period.end + WEEK)


def _span(span_id: str, kind: SpanKind, periods: list[Period], remembered: Iterable[str]) -> Span:
    known = set(remembered)
    ids = [p.id for p in periods]
    there, absent = tuple(i for i in ids if i in known), tuple(i for i in ids if i not in known)
    return Span(span_id, kind, there, absent, periods[0].start, periods[-1].end)
