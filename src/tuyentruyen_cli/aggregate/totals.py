"""Totals over units, and by the categories of each dimension."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct, field

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


class _Part(Struct):
    """What the facts of one category and measure come to, as they pass."""

    value: int = 0
    units: dict[str, None] = field(default_factory=dict)
    places: list[Location] = field(default_factory=list)
    states: set[ValueState] = field(default_factory=set)


# By dimension and category, then by measure.
_Parts: TypeAlias = dict[tuple[str, str], dict[str, _Part]]


def split(facts: Iterable[Fact], overall: Sequence[Figure], schema: ReportSchema, period: str) -> list[Figure]:
    """Figures by category of each dimension and by origin. For each measure the categories add up to the total.

    The facts are gone through once, and need not be held.
    """
    orders = {d.id: [*(c.id for c in d.categories), UNKNOWN, UNSPLIT] for d in schema.dimensions} | {ORIGIN: [OWN, RELAYED]}
    parts = _parts(facts, tuple(orders))
    return [
        _category(dimension, category, total, found[total.measure], period)
        for dimension, order in orders.items()
        for category in order
        if (found := parts.get((dimension, category)))
        for total in overall
        if total.measure in found
    ]


def _parts(facts: Iterable[Fact], dimensions: Sequence[str]) -> _Parts:
    parts: _Parts = {}
    # Many rows bear the same categories; where they count is looked up once for all of them.
    counted: dict[tuple[tuple[str, str], ...], list[dict[str, _Part]]] = {}
    for fact in facts:
        record = fact.record
        mine = counted.get(record.dimensions)
        if mine is None:
            keys = [(d, record.category(d) or (OWN if d == ORIGIN else UNSPLIT)) for d in dimensions]
            mine = counted[record.dimensions] = [parts.setdefault(key, {}) for key in keys]
        for by_measure in mine:
            part = by_measure.get(fact.measure)
            if part is None:
                part = by_measure[fact.measure] = _Part()
            part.value += fact.value
            part.units[fact.unit] = None
            part.places += fact.source.sources
            part.states.add(fact.source.state)
    return parts


def _category(dimension: str, category: str, total: Figure, part: _Part, period: str) -> Figure:
    coverage = Coverage(
        total.coverage.expected,
        tuple(part.units),
        total.coverage.missing,
        tuple(u for u in total.coverage.partial if u in part.units),
    )
    return Figure(
        total.measure,
        period,
        part.value,
        coverage,
        dimension=dimension,
        category=category,
        derived_from=tuple(dict.fromkeys(part.places)),
        approximate=ValueState.APPROXIMATE in part.states,
        decided=ValueState.DECIDED in part.states,
    )
