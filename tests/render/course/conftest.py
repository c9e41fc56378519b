"""Months built by hand: Tam Đường with three units and four weeks, one of them missed and one late; and many units."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from tuyentruyen_cli.aggregate.spans import compared, cumulated
from tuyentruyen_cli.model.campaign import Campaign, Letterhead
from tuyentruyen_cli.model.comparison import Cumulated, Span, SpanKind, WeekFigures
from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.report import UnitStatus
from tuyentruyen_cli.model.schema import Category, Dimension, Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.model.submission import Timeliness

CALENDAR = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
MEASURES = (
    Measure("items", "Số tin, bài", MeasureKind.COUNT, (), short_title="Tin, bài"),
    Measure("duration", "Tổng thời lượng", MeasureKind.DURATION, (), measured_in="phút", short_title="Thời lượng"),
)
CHANNELS = Dimension("channel", "Kênh", (), (Category("radio", "Phát thanh"), Category("loud", "Loa & xe lưu động")))
LETTERHEAD = Letterhead(
    superior="Ủy ban nhân dân huyện Tam Đường",
    issuer="Phòng Văn hóa và Thông tin",
    symbol="BC-VHTT",
    place="Tam Đường",
    recipients=("Sở Thông tin và Truyền thông tỉnh Lai Châu", "Ủy ban nhân dân huyện Tam Đường"),
    authority=("Trưởng phòng",),
    grounds=("Căn cứ Công văn số 15/VHTT ngày 02 tháng 02 năm 2021",),
    area="huyện Tam Đường",
)
UNITS = {"ban-bo": "Xã Bản Bo", "nung-nang": "Xã Nùng Nàng", "na-tam": "Xã Nà Tăm"}
# By week the items of each unit; None: it sent nothing. Lengths are twice as many minutes, and 30 seconds.
FEBRUARY: dict[int, dict[str, int | None]] = {
    5: {"ban-bo": 18, "nung-nang": None, "na-tam": 13},
    6: {"ban-bo": 20, "nung-nang": 9, "na-tam": 6},
    7: {"ban-bo": 11, "nung-nang": 7, "na-tam": 7},
    8: {"ban-bo": 17, "nung-nang": 12, "na-tam": 11},
}
LATE = {(8, "na-tam")}
Weeks = dict[int, dict[str, int | None]]
MakeCourse = Callable[..., Course]


def figures_of(week: int, items: dict[str, int | None]) -> WeekFigures:
    stated = {unit: value for unit, value in items.items() if value is not None}
    total = sum(stated.values())
    values = {"items": stated, "duration": {unit: 120 * value + 30 for unit, value in stated.items()}}
    parts = {("channel", "radio", "items"): total // 3, ("channel", "loud", "items"): total - total // 3}
    return WeekFigures(f"2021-W{week:02d}", tuple(items), values, parts=parts)


def over(span_id: str, kind: SpanKind, weeks: Weeks, absent: tuple[str, ...] = ()) -> Cumulated:
    periods = [CALENDAR.week(number) for number in weeks]
    span = Span(span_id, kind, tuple(p.id for p in periods), absent, periods[0].start, periods[-1].end)
    return cumulated(span, [figures_of(n, items) for n, items in weeks.items()], MEASURES)


def build(
    weeks: Weeks | None = None, *, before: Weeks | None = None, names: dict[str, str] | None = None, month: bool = True
) -> Course:
    """A month, or a whole campaign; ``before`` are the weeks of the month before."""
    weeks, names = weeks or FEBRUARY, names or UNITS
    first, last = (CALENDAR.week(n).id for n in (min(weeks), max(weeks)))
    main = over("2021-02" if month else f"{first}..{last}", SpanKind.MONTH if month else SpanKind.TO_DATE, weeks)
    comparison = compared(main, over("2021-01", SpanKind.MONTH, before), MEASURES) if before else None
    schema = ReportSchema("bao-cao-tuan", 1, "Báo cáo tuần", MEASURES, (CHANNELS,))
    campaign = Campaign("Tam Đường", "Kết quả tuyên truyền Tết Nguyên đán Tân Sửu năm 2021", LETTERHEAD, CALENDAR, schema, None)
    made = [_week(number, items, names) for number, items in weeks.items()]
    channels: dict[tuple[str, str], int] = {}
    for number, items in weeks.items():
        for (_, category, measure), value in figures_of(number, items).parts.items():
            channels[category, measure] = channels.get((category, measure), 0) + value
    as_of = CALENDAR.week(max(weeks)).due + dt.timedelta(hours=16)
    return Course(campaign, main, tuple(made), MEASURES, names, channels, comparison, (), frozenset(), (), as_of)


def _week(number: int, items: dict[str, int | None], names: dict[str, str]) -> CourseWeek:
    units = tuple(
        UnitStatus(unit, names[unit], value is not None, Timeliness.LATE if (number, unit) in LATE else Timeliness.ON_TIME)
        for unit, value in items.items()
    )
    period = CALENDAR.week(number)
    return CourseWeek(period, over(period.id, SpanKind.WEEK, {number: items}), units)


@pytest.fixture(scope="session")
def make_course() -> MakeCourse:
    return build


@pytest.fixture(scope="session")
def month() -> Course:
    return build()


@pytest.fixture(scope="session")
def template() -> Path:
    return Path(__file__).resolve().parents[3] / "templates" / "bao-cao-thang" / "report.docx"
