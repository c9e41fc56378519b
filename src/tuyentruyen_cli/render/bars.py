"""What charts show: for each measure the units, or channels, that have a figure, the greatest first; and weeks in their order.

No figure is no bar.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Measure
from tuyentruyen_cli.render.lookup import CHANNEL, Figures, categories_found, heading, in_table
from tuyentruyen_cli.render.tables import category_title

MOST_BARS = 30
SHOWN_OF_MANY = 20
SAID = 3  # values that the text alternative tells
WEEK = "week"
KINDS = {"unit": "theo đơn vị", CHANNEL: "theo kênh", WEEK: "theo tuần"}


class Bar(Struct, frozen=True):
    """One bar. ``key`` is the unit's place in the report, from 1, or the id of the channel or week."""

    key: int | str
    name: str
    value: int
    text: str


class Bars(Struct, frozen=True):
    """One chart. ``left_out`` counts bars with smaller values that are not shown, ``lacking`` those without a figure."""

    measure: Measure
    kind: str
    bars: tuple[Bar, ...]
    left_out: int = 0
    lacking: int = 0

    @property
    def title(self) -> str:
        """What the chart is about."""
        most = f" ({len(self.bars)} nơi có số lớn nhất)" if self.left_out else ""
        return f"{heading(self.measure)} {KINDS[self.kind]}{most}"

    @property
    def said(self) -> str:
        """The chart in words, for who cannot see it; all values stand in the tables."""
        if self.kind == WEEK:
            weeks = "; ".join(f"{bar.name}: {bar.text}" for bar in self.bars)
            return f"Biểu đồ: {self.title}. {weeks}.{f' {self.remark}' if self.remark else ''}"
        first = "; ".join(f"{bar.name} {bar.text}" for bar in self.bars[:SAID])
        rest = f" và {len(self.bars) - SAID} số khác, xếp từ lớn đến nhỏ" if len(self.bars) > SAID else ""
        return f"Biểu đồ thanh: {self.title}. {first}{rest}.{f' {self.remark}' if self.remark else ''}"

    @property
    def remark(self) -> str:
        """What is not in the chart."""
        if self.kind == WEEK:
            said = ["Trong ngoặc là số đơn vị có đủ số liệu của tuần."] if any("(" in bar.name for bar in self.bars) else []
            return " ".join(said + ([f"Không có trong biểu đồ: {self.lacking} tuần chưa có số liệu."] if self.lacking else []))
        said = [f"Không vẽ {self.left_out} đơn vị có số nhỏ hơn."] if self.left_out else []
        return " ".join(said + ([f"Không có trong biểu đồ: {self.lacking} đơn vị chưa có số liệu."] if self.lacking else []))


def all_bars(report: Report, measures: Sequence[Measure], figures: Figures) -> Iterator[Bars]:
    """The charts of a week: by unit, by channel, by week, of each measure that has more than nothing to show."""
    for measure in measures:
        made = (_of_units(report, measure, figures), _of_channels(report, measure, figures), _of_weeks(report, measure))
        yield from (bars for bars in made if bars.bars)


def _of_units(report: Report, measure: Measure, figures: Figures) -> Bars:
    stated = []
    for number, unit in enumerate(report.units, 1):
        figure = figures.get((measure.id, unit.unit, None, None))
        if figure is not None and figure.value is not None:
            stated.append(Bar(number, unit.name, figure.value, in_table(measure, figure.value)))
    lacking = sum(unit.expected for unit in report.units) - len({report.units[int(b.key) - 1].unit for b in stated})
    return _bars(measure, "unit", stated, max(lacking, 0))


def _of_channels(report: Report, measure: Measure, figures: Figures) -> Bars:
    stated = []
    for category in categories_found(report, CHANNEL):
        figure = figures.get((measure.id, None, CHANNEL, category))
        if figure is not None and figure.value is not None and (figure.value or category not in {UNKNOWN, UNSPLIT}):
            name = category_title(report, CHANNEL, category)
            stated.append(Bar(category, name, figure.value, in_table(measure, figure.value)))
    return _bars(measure, CHANNEL, stated, 0)


def _of_weeks(report: Report, measure: Measure) -> Bars:
    """The weeks, each with how many units are in it where some are not; nothing where there is only one."""
    stated = []
    for week in report.weeks if len(report.weeks) > 1 else ():
        side = week.side(measure.id)
        lacking = side.expected is not None and side.covered != side.expected
        if side.value is not None:
            name = f"Tuần {week.span.id[-2:]}{f' ({side.covered}/{side.expected})' if lacking else ''}"
            stated.append(Bar(week.span.id, name, side.value, in_table(measure, side.value)))
    return Bars(measure, WEEK, tuple(stated), lacking=len(report.weeks) - len(stated) if stated else 0)


def _bars(measure: Measure, kind: str, stated: Iterable[Bar], lacking: int) -> Bars:
    ordered = sorted(stated, key=lambda bar: -bar.value)
    shown = ordered if len(ordered) <= MOST_BARS else ordered[:SHOWN_OF_MANY]
    return Bars(measure, kind, tuple(shown), len(ordered) - len(shown), lacking)
