"""Totals over units, and by the categories of each dimension."""

from collections.abc import Sequence

from tuyentruyen_cli.aggregate.groups import grouped
from tuyentruyen_cli.aggregate.units import Fact
from tuyentruyen_cli.model.figure import Coverage, Figure
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Aggregation, ReportSchema
from tuyentruyen_cli.model.submission import OWN, RELAYED
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


def split(facts: Sequence[Fact], overall: Sequence[Figure], schema: ReportSchema, period: str) -> list[Figure]:
    """Figures by category of each dimension and by origin. For each measure the categories add up to the total."""
    orders = {d.id: [*(c.id for c in d.categories), UNKNOWN, UNSPLIT] for d in schema.dimensions} | {ORIGIN: [OWN, RELAYED]}
    result: list[Figure] = []
    for dimension, order in orders.items():
        default = OWN if dimension == ORIGIN else UNSPLIT
        by_key = grouped([f.record.category(dimension) or default for f in facts], facts)
        result += [
            _category(dimension, category, total, by_key[category, total.measure], facts, period)
            for category in order
            for total in overall
            if (category, total.measure) in by_key
        ]
    return result


def _category(
    dimension: str, category: str, total: Figure, group: tuple[int, list[int]], facts: Sequence[Fact], period: str
) -> Figure:
    value, members = group
    mine = [facts[i] for i in members]
    units = dict.fromkeys(f.unit for f in mine)
    sources: tuple[Location, ...] = tuple(dict.fromkeys(place for f in mine for place in f.source.sources))
    coverage = Coverage(
        total.coverage.expected, tuple(units), total.coverage.missing, tuple(u for u in total.coverage.partial if u in units)
    )
    states = {f.source.state for f in mine}
    return Figure(
        total.measure,
        period,
        value,
        coverage,
        dimension=dimension,
        category=category,
        derived_from=sources,
        approximate=ValueState.APPROXIMATE in states,
        decided=ValueState.DECIDED in states,
    )
