"""The figures of each unit: the sum of what it states, or nothing with the reason and what is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tuyentruyen_cli.model.figure import Coverage, Figure, Known
from tuyentruyen_cli.model.schema import Aggregation, Measure, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState

USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
MISSING = "missing"
NOT_STATED = "not-stated"
# Rules that leave rows out: what could be read is less than the whole. After any other, it may be more than the truth.
_LEAVING_OUT = frozenset({"unlabelled-row", "row-unclear", "wrong-period"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated value with its dimensions: what totals are made of."""

    unit: str
    measure: str
    value: int
    record: Record
    source: Value


def unit_figures(
    units: Iterable[str], submissions: Iterable[Submission], schema: ReportSchema, period: str
) -> Iterator[Figure]:
    """One figure for each unit and measure, in the order of the units and of the schema."""
    by_unit: dict[str, list[Submission]] = {}
    for s in submissions:
        if s.unit is not None and s.outcome is not Outcome.IGNORED:
            by_unit.setdefault(s.unit, []).append(s)
    for unit in units:
        mine = by_unit.get(unit, [])
        for measure in schema.measures:
            yield _figure(unit, measure, mine, period)


def _figure(unit: str, measure: Measure, submissions: list[Submission], period: str) -> Figure:
    used = [s for s in submissions if s.outcome in USED]
    stated = [v for v in _values(used, measure) if v.value is not None]
    why = _rules(used, measure)
    nothing = Coverage(1, (), (unit,))
    if not used:
        return _of_unused(unit, measure, [s for s in submissions if s.period in {period, None}] or submissions, period)
    sources = tuple(dict.fromkeys(place for v in stated for place in v.sources))
    if why:
        known = _known(used, measure)
        return Figure(measure.id, period, None, nothing, unit, derived_from=sources, known=known, why=why)
    if not stated:
        return Figure(measure.id, period, None, nothing, unit, why=(NOT_STATED,))
    partial = (unit,) if _has_blank(used, measure) else ()
    return Figure(
        measure.id,
        period,
        _total(measure, used, stated),
        Coverage(1, (unit,), (), partial),
        unit,
        derived_from=sources,
        approximate=any(v.state is ValueState.APPROXIMATE for v in stated),
        decided=any(v.state is ValueState.DECIDED for v in stated),
    )


def _of_unused(unit: str, measure: Measure, submissions: list[Submission], period: str) -> Figure:
    """No figure: nothing was sent, or nothing of it is used. What could be read of one file alone is known at least."""
    nothing = Coverage(1, (), (unit,))
    if not submissions:
        return Figure(measure.id, period, None, nothing, unit, why=(MISSING,))
    if len(submissions) > 1:
        return Figure(measure.id, period, None, nothing, unit, why=("which-is-final",))
    why = _rules(submissions, measure)
    known = _known(submissions, measure) if why else None
    return Figure(measure.id, period, None, nothing, unit, known=known, why=why or (NOT_STATED,))


def _values(submissions: Iterable[Submission], measure: Measure) -> list[Value]:
    return [v for s in submissions for r in s.records for m, v in r.values if m == measure.id]


def _rules(submissions: Iterable[Submission], measure: Measure) -> tuple[str, ...]:
    """What refuses a measure: rules of its cells, then those of its submissions."""
    submissions = list(submissions)
    of_cells = [v.rule for v in _values(submissions, measure) if v.state is ValueState.REFUSED]
    return tuple(dict.fromkeys([*of_cells, *(r.rule for s in submissions for r in s.refusals if r.measure == measure.id)]))


def _known(submissions: list[Submission], measure: Measure) -> Known | None:
    """What was read beside what is refused; None where that could be more than the truth."""
    values = _values(submissions, measure)
    open_cells = len({v.sources[0] for v in values if v.state is ValueState.REFUSED}) or 1
    whole = {r.rule for s in submissions for r in s.refusals if r.measure == measure.id}
    if not whole <= _LEAVING_OUT or all(v.state is ValueState.NOT_STATED for v in values):
        return None
    return Known(_total(measure, submissions, [v for v in values if v.value is not None]), open_cells)


def _total(measure: Measure, used: list[Submission], stated: list[Value]) -> int:
    """The sum of the values, or for a measure whose people are the same on every channel the greatest channel's sum."""
    if measure.aggregation_in_unit is Aggregation.SUM:
        return sum(v.value or 0 for v in stated)
    channels: dict[str | None, int] = {}
    for s in used:
        for r in s.records:
            for m, v in r.values:
                if m == measure.id and v.value is not None:
                    channels[r.category("channel")] = channels.get(r.category("channel"), 0) + v.value
    return max(channels.values(), default=0)


def _has_blank(used: list[Submission], measure: Measure) -> bool:
    """Whether a row that states something else leaves this measure blank."""
    for s in used:
        for r in s.records:
            mine = [v for m, v in r.values if m == measure.id]
            others = any(v.state is not ValueState.NOT_STATED for m, v in r.values if m != measure.id)
            if others and mine and all(v.state is ValueState.NOT_STATED for v in mine):
                return True
    return False


def facts(figures: Iterable[Figure], submissions: Iterable[Submission]) -> Iterator[Fact]:
    """Every stated value of the measures that are not refused for their unit."""
    clear = {(f.unit, f.measure) for f in figures if f.value is not None}
    for s in submissions:
        if s.unit is None or s.outcome not in USED:
            continue
        for record in s.records:
            for measure, value in record.values:
                if value.value is not None and (s.unit, measure) in clear:
                    yield Fact(s.unit, measure, value.value, record, value)
