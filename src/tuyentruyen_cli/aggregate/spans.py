"""Figures over several weeks, and two stretches of weeks beside each other. No pandas: a comparison answers at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tuyentruyen_cli.model.comparison import Alike, Change, Compared, Comparison, Cumulated, Side, Span, WeekFigures
from tuyentruyen_cli.model.schema import Aggregation, Measure

TOGETHER: Mapping[Aggregation, Callable[[Sequence[int]], int]] = {
    Aggregation.SUM: sum,
    Aggregation.MAX: max,
    Aggregation.LATEST: lambda values: values[-1],
}


def cumulated(span: Span, weeks: Sequence[WeekFigures], measures: Iterable[Measure]) -> Cumulated:
    """The figures of a span; ``weeks`` are those of it that are remembered, oldest first.

    Each unit's weeks are made one by the measure's aggregation over periods, then the units by its aggregation over units.
    """
    reports = tuple((w.week, w.report) for w in weeks if w.report)
    return Cumulated(span, tuple((m.id, _side(m, weeks)) for m in measures), reports)


def compared(current: Cumulated, other: Cumulated, measures: Iterable[Measure]) -> Comparison:
    """The two spans beside each other."""
    return Comparison(current.span, other.span, tuple(_compared(m, current.side(m.id), other.side(m.id)) for m in measures))


def _side(measure: Measure, weeks: Sequence[WeekFigures]) -> Side:
    stated: dict[str, list[int]] = {}
    for week in weeks:
        for unit, value in week.values.get(measure.id, {}).items():
            stated.setdefault(unit, []).append(value)
    by_unit = {unit: TOGETHER[measure.over_periods](values) for unit, values in stated.items()}
    lacking = _lacking(measure, weeks)
    full = tuple(unit for unit in by_unit if unit not in lacking)
    asked = dict.fromkeys(unit for week in weeks for unit in week.expected or ())
    known = all(week.expected is not None for week in weeks)
    return Side(
        value=TOGETHER[measure.aggregation](list(by_unit.values())) if by_unit else None,
        expected=len(asked) if known else None,
        within=tuple(by_unit),
        full=full,
        gaps=tuple((unit, lacking[unit]) for unit in asked if unit in lacking),
        partial=tuple(dict.fromkeys(u for week in weeks for u in by_unit if u in week.partial.get(measure.id, ()))),
        by_unit=by_unit,
    )


def _lacking(measure: Measure, weeks: Sequence[WeekFigures]) -> dict[str, tuple[str, ...]]:
    """The weeks in which each expected unit has no figure; where the latest figure counts, only the last week matters."""
    lacking: dict[str, tuple[str, ...]] = {}
    looked_at = weeks[-1:] if measure.over_periods is Aggregation.LATEST else weeks
    for week in looked_at:
        values = week.values.get(measure.id, {})
        for unit in week.expected or ():
            if unit not in values:
                lacking[unit] = (*lacking.get(unit, ()), week.week)
    return lacking


def _compared(measure: Measure, current: Side, other: Side) -> Compared:
    if _same_units(current, other):
        return Compared(measure.id, current, other, None)
    blank = {*current.partial, *other.partial}
    there = set(other.full)
    units = tuple(unit for unit in current.full if unit in there and unit not in blank)
    now, then = (
        TOGETHER[measure.aggregation]([side.by_unit[unit] for unit in units]) if units else None for side in (current, other)
    )
    return Compared(measure.id, current, other, Alike(units, Change(now, then)))


def _same_units(current: Side, other: Side) -> bool:
    """Whether both figures are of the same units, each with all of its weeks and no blank."""
    units = {frozenset(s) for s in (current.within, current.full, other.within, other.full)}
    return len(units) == 1 and not current.partial and not other.partial
