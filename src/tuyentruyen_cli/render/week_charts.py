"""The charts of a week as a Word template may ask for them: the same bars as in the workbook and on the page."""

from collections.abc import Sequence
from itertools import count

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render.bars import WEEK, Bars, all_bars
from tuyentruyen_cli.render.lookup import CHANNEL, Figures, heading
from tuyentruyen_cli.render.word_chart import Shape, WordChart, drawings
from tuyentruyen_cli.render.words import clean

WIDTH = 160  # millimetres
BAR_HEIGHT = 7
AROUND_BARS = 22
LEAST_HEIGHT = 58
MINUTE = 60
GROUPS = {"unit": "units", CHANNEL: "channels", WEEK: "weeks"}


def plotted(measure: Measure, value: int | None) -> float | None:
    """A value as a chart plots it: as tables write it, lengths in minutes."""
    if value is None or measure.kind is not MeasureKind.DURATION:
        return value
    return round(value / MINUTE, 2)


def word_charts(report: Report, measures: Sequence[Measure], figures: Figures) -> dict[str, list[dict[str, object]]]:
    """The charts by unit, by channel and by week, each group in the order of the measures."""
    every, numbers = list(all_bars(report, measures, figures)), count(1)
    return {name: drawings((_chart(b) for b in every if b.kind == kind), numbers) for kind, name in GROUPS.items()}


def _chart(bars: Bars) -> WordChart:
    values = tuple(plotted(bars.measure, bar.value) for bar in bars.bars)
    lying = bars.kind != WEEK
    height = max(LEAST_HEIGHT, AROUND_BARS + BAR_HEIGHT * len(bars.bars)) if lying else LEAST_HEIGHT
    return WordChart(
        clean(bars.title),
        clean(bars.said),
        heading(bars.measure),
        tuple(clean(bar.name) for bar in bars.bars),
        values,
        Shape.BARS if lying else Shape.COLUMNS,
        WIDTH,
        height,
        decimals=any(value is not None and value != int(value) for value in values),
    )
