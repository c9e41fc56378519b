"""The figures of a report by their keys, and how each is written."""

from collections.abc import Mapping
from typing import TypeAlias

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Aggregation, Measure, MeasureKind
from tuyentruyen_cli.vi.written import format_count, format_duration_words, format_minutes

Key: TypeAlias = tuple[str, str | None, str | None, str | None]
Figures: TypeAlias = Mapping[Key, Figure]

CHANNEL = "channel"
TOPIC = "topic"
ORIGIN = "origin"


def figures_of(report: Report) -> Figures:
    """Every figure by (measure, unit, dimension, category); made once, because a nation's week has many."""
    return {(f.measure, f.unit, f.dimension, f.category): f for f in report.figures}


def categories_found(report: Report, dimension: str) -> list[str]:
    """The categories of a dimension that figures over all units stand under, in the order of the schema, others after it."""
    known = report.campaign.schema.dimension(dimension)
    order = [category.id for category in known.categories] if known else []
    found = dict.fromkeys(f.category for f in report.figures if f.unit is None and f.dimension == dimension and f.category)
    return [c for c in order if c in found] + [c for c in found if c not in order]


def columns_of(report: Report) -> list[Measure]:
    """The measures that tables show: those asked for, and an optional one that is no part of another once a unit states it."""
    stated = {f.measure for f in report.figures if f.unit is not None and f.dimension is None and f.value is not None}
    return [m for m in report.campaign.schema.measures if m.required or (m.split_of is None and m.id in stated)]


def adds_up(measure: Measure) -> bool:
    """Whether the figures of parts give the figure of the whole by addition."""
    return measure.aggregation == Aggregation.SUM and measure.aggregation_in_unit == Aggregation.SUM


def in_table(measure: Measure, value: int) -> str:
    """A value as a table writes it; durations in minutes."""
    return format_minutes(value) if measure.kind == MeasureKind.DURATION else format_count(value)


def in_words(measure: Measure, value: int) -> str:
    """A value as a sentence writes it; durations in words."""
    return format_duration_words(value) if measure.kind == MeasureKind.DURATION else format_count(value)


def hedge(measure: Measure, figure: Figure) -> str:
    """The word before a figure that is not exact."""
    if measure.kind == MeasureKind.ESTIMATE:
        return "ước "
    return "khoảng " if figure.approximate else ""


def heading(measure: Measure) -> str:
    """A measure's title as the head of a column, with what it is measured in."""
    title = measure.short_title or measure.title
    if measure.kind == MeasureKind.ESTIMATE and not title.casefold().startswith("ước"):
        title = f"Ước {title[:1].lower()}{title[1:]}"
    measured_in = "phút" if measure.kind == MeasureKind.DURATION else measure.measured_in
    if measured_in and measured_in.casefold() not in title.casefold():
        title = f"{title} ({measured_in})"
    return title if measure.aggregation == Aggregation.SUM else f"{title} (mức cao nhất)"
