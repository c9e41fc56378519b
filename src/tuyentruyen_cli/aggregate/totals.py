"""Totals over units, and by the categories of each dimension."""

from collections.abc import Container, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from tuyentruyen_cli.aggregate.units import USED
from tuyentruyen_cli.model.figure import Coverage, Figure
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Aggregation, ReportSchema
from tuyentruyen_cli.model.submission import OWN, RELAYED, Record, Submission
from tuyentruyen_cli.model.value import ValueState

ORIGIN = "origin"


def totals(unit_figures: Sequence[Figure], expected: Sequence[str] | None, schema: ReportSchema, period: str) -> list[Figure]:
    """One figure for each measure over all units. A unit whose figure is refused is not in it, and is named."""
    result = []
    for measure in schema.measures:
        mine = [f for f in unit_figures if f.measure == measure.id]
        values = [f.value for f in mine if f.value is not None]
        total = None
        if values:
            total = max(values) if measure.aggregation is Aggregation.MAX else sum(values)
        result.append(
            Figure(
                measure.id, period, total, _coverage(mine, expected),
                derived_from=tuple(place for f in mine if f.value is not None for place in f.derived_from),
                approximate=any(f.approximate for f in mine), decided=any(f.decided for f in mine),
            )
        )  # fmt: skip
    return result


def _coverage(figures: Sequence[Figure], expected: Sequence[str] | None) -> Coverage:
    within = tuple(f.unit for f in figures if f.unit and f.value is not None)
    inside = set(within)
    missing = tuple(u for u in (expected if expected is not None else [f.unit for f in figures if f.unit]) if u not in inside)
    partial = tuple(f.unit for f in figures if f.unit and f.coverage.partial)
    return Coverage(len(expected) if expected is not None else None, within, missing, partial)


class _Part(Struct):
    """What the stated values of one measure come to, of rows that bear the same categories."""

    value: int = 0
    units: dict[str, None] = field(default_factory=dict)
    places: list[Location] = field(default_factory=list)
    states: set[ValueState] = field(default_factory=set)


# By dimension and category, then by measure.
_Parts: TypeAlias = dict[tuple[str, str], dict[str, list[_Part]]]


def split(
    unit_figures: Iterable[Figure],
    submissions: Iterable[Submission],
    overall: Sequence[Figure],
    schema: ReportSchema,
    period: str,
) -> list[Figure]:
    """Figures by category of each dimension and by origin. For each measure the categories add up to the total."""
    orders = {d.id: [*(c.id for c in d.categories), UNKNOWN, UNSPLIT] for d in schema.dimensions} | {ORIGIN: [OWN, RELAYED]}
    parts = _parts(unit_figures, submissions, tuple(orders))
    return [
        _category(dimension, category, total, found[total.measure], period)
        for dimension, order in orders.items()
        for category in order
        if (found := parts.get((dimension, category)))
        for total in overall
        if total.measure in found
    ]


def _parts(unit_figures: Iterable[Figure], submissions: Iterable[Submission], dimensions: Sequence[str]) -> _Parts:
    """Every stated value of the measures that are not refused for their unit, where it counts."""
    clear: dict[str | None, set[str]] = {}
    for figure in unit_figures:
        if figure.value is not None:
            clear.setdefault(figure.unit, set()).add(figure.measure)
    # Many rows bear the same categories; where they count is looked up once for all of them.
    alike: dict[tuple[tuple[str, str], ...], dict[str, _Part]] = {}
    for submission in submissions:
        measures = clear.get(submission.unit, ())
        if submission.unit is None or submission.outcome not in USED:
            continue
        for record in submission.records:
            _count(record, measures, submission.unit, alike.setdefault(record.dimensions, {}))
    parts: _Parts = {}
    for categories, by_measure in alike.items():
        mine = dict(categories)
        for dimension in dimensions:
            category = mine.get(dimension) or (OWN if dimension == ORIGIN else UNSPLIT)
            for measure, part in by_measure.items():
                parts.setdefault((dimension, category), {}).setdefault(measure, []).append(part)
    return parts


def _count(record: Record, measures: Container[str], unit: str, parts: dict[str, _Part]) -> None:
    for measure, value in zip(record.measures, record.stated, strict=True):
        if value.value is None or measure not in measures:
            continue
        part = parts.get(measure)
        if part is None:
            part = parts[measure] = _Part()
        part.value += value.value
        part.units[unit] = None
        part.places.append(value.source)
        if value.others:
            part.places += value.others
        if value.state is not ValueState.STATED:
            part.states.add(value.state)


def _category(dimension: str, category: str, total: Figure, parts: Sequence[_Part], period: str) -> Figure:
    units = set().union(*(part.units for part in parts))
    states = set().union(*(part.states for part in parts))
    coverage = Coverage(
        total.coverage.expected,
        tuple(u for u in total.coverage.units if u in units),
        total.coverage.missing,
        tuple(u for u in total.coverage.partial if u in units),
    )
    return Figure(
        total.measure,
        period,
        sum(part.value for part in parts),
        coverage,
        dimension=dimension,
        category=category,
        derived_from=tuple(dict.fromkeys(place for part in parts for place in part.places)),
        approximate=ValueState.APPROXIMATE in states,
        decided=ValueState.DECIDED in states,
    )
