"""Figures over several weeks, and two stretches of weeks beside each other."""

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
    known = all(week.expected is not None for week in weeks)
    asked = _asked(weeks) if known else None
    return Cumulated(span, tuple((m.id, _side(m, weeks, asked)) for m in measures), reports)


def _asked(weeks: Sequence[WeekFigures]) -> dict[str, list[str]]:
    """The weeks in which each unit was expected."""
    asked: dict[str, list[str]] = {}
    for week in weeks:
        for unit in week.expected or ():
            asked.setdefault(unit, []).append(week.week)
    return asked


def compared(current: Cumulated, other: Cumulated, measures: Iterable[Measure]) -> Comparison:
    """The two spans beside each other."""
    return Comparison(current.span, other.span, tuple(_compared(m, current.side(m.id), other.side(m.id)) for m in measures))


def _side(measure: Measure, weeks: Sequence[WeekFigures], asked: Mapping[str, Sequence[str]] | None) -> Side:
    """``asked`` are the weeks in which each unit was expected, None where nobody knows."""
    stated: dict[str, list[int]] = {}
    for week in weeks:
        for unit, value in week.values.get(measure.id, {}).items():
            stated.setdefault(unit, []).append(value)
    together = TOGETHER[measure.over_periods]
    by_unit = {unit: together(values) for unit, values in stated.items()}
    # Of a measure whose latest figure counts only the last week matters; one that no unit states is lacking everywhere.
    latest = measure.over_periods is Aggregation.LATEST
    lacking = _lacking(measure, weeks[-1:] if latest else weeks) if stated or latest else asked or {}
    return Side(
        value=TOGETHER[measure.aggregation](list(by_unit.values())) if by_unit else None,
        expected=None if asked is None else len(asked),
        within=tuple(by_unit),
        full=tuple(unit for unit in by_unit if unit not in lacking),
        gaps=tuple((unit, tuple(lacking[unit])) for unit in asked or () if unit in lacking),
        partial=tuple(dict.fromkeys(unit for week in weeks for unit in week.partial.get(measure.id, ()))),
        by_unit=by_unit,
    )


def _lacking(measure: Measure, weeks: Sequence[WeekFigures]) -> dict[str, list[str]]:
    """The weeks in which each expected unit has no figure."""
    lacking: dict[str, list[str]] = {}
    for week in weeks:
        values = week.values.get(measure.id, {})
        for unit in set(week.expected or ()).difference(values):
            lacking.setdefault(unit, []).append(week.week)
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
