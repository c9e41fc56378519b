"""The figures of each unit: the sum of what it states, or nothing with the reason and what is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tuyentruyen_cli.model.figure import Coverage, Figure, Known
from tuyentruyen_cli.model.schema import Aggregation, Measure, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState

USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
MISSING = "missing"
NOT_STATED = "not-stated"
# Rules that leave rows out: what could be read is less than the whole. After any other, it may be more than the truth.
_LEAVING_OUT = frozenset({"unlabelled-row", "row-unclear", "wrong-period"})


class _Said:
    """What some files of one unit say, by measure, gone through once."""

    def __init__(self, submissions: Iterable[Submission]) -> None:
        self.values: defaultdict[str, list[tuple[Record, Value]]] = defaultdict(list)
        self.blank: set[str] = set()  # measures that a row leaves blank which states something else
        self.refusals: dict[str, list[str]] = {}
        for submission in submissions:
            for refusal in submission.refusals:
                self.refusals.setdefault(refusal.measure, []).append(refusal.rule)
            for record in submission.records:
                blank = set()
                for measure, value in zip(record.measures, record.stated, strict=True):
                    self.values[measure].append((record, value))
                    if value.state is ValueState.NOT_STATED:
                        blank.add(measure)
                if blank and len(blank) < len(record.measures):
                    self.blank |= blank

    def rules(self, measure: str) -> tuple[str, ...]:
        """What refuses a measure: rules of its cells, then those of its submissions."""
        of_cells = [v.rule for _, v in self.values.get(measure, ()) if v.state is ValueState.REFUSED]
        return tuple(dict.fromkeys([*of_cells, *self.refusals.get(measure, ())]))

    def total(self, measure: Measure) -> int:
        """The sum of the values, or for a measure whose people are the same on every channel the greatest channel's sum."""
        stated = [(r, v.value) for r, v in self.values.get(measure.id, ()) if v.value is not None]
        if measure.aggregation_in_unit is Aggregation.SUM:
            return sum(number for _, number in stated)
        channels: dict[str | None, int] = {}
        for record, number in stated:
            channel = record.category("channel")
            channels[channel] = channels.get(channel, 0) + number
        return max(channels.values(), default=0)

    def known(self, measure: Measure) -> Known | None:
        """What was read beside what is refused; None where that could be more than the truth."""
        values = [v for _, v in self.values.get(measure.id, ())]
        open_cells = len({v.source for v in values if v.state is ValueState.REFUSED}) or 1
        if not _LEAVING_OUT.issuperset(self.refusals.get(measure.id, ())):
            return None
        if all(v.state is ValueState.NOT_STATED for v in values):
            return None
        return Known(self.total(measure), open_cells)


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
        used = [s for s in mine if s.outcome in USED]
        if used:
            said = _Said(used)
            yield from (_figure(unit, measure, said, period) for measure in schema.measures)
        else:
            mine = [s for s in mine if s.period in {period, None}] or mine
            said = _Said(mine)
            yield from (_of_unused(unit, measure, mine, said, period) for measure in schema.measures)


@lru_cache(maxsize=8)
def _coverage(unit: str, *, inside: bool, partial: bool = False) -> Coverage:
    """A unit's own. Most of its figures share one: a nation has a hundred thousand of them."""
    alone = (unit,)
    return Coverage(1, alone if inside else (), () if inside else alone, alone if partial else ())


def _figure(unit: str, measure: Measure, said: _Said, period: str) -> Figure:
    nothing = _coverage(unit, inside=False)
    stated = [v for _, v in said.values.get(measure.id, ()) if v.value is not None]
    why = said.rules(measure.id)
    if not stated and not why:
        return Figure(measure.id, period, None, nothing, unit, why=(NOT_STATED,))
    sources = tuple(dict.fromkeys([place for v in stated for place in (v.source, *v.others)]))
    if why:
        known = said.known(measure)
        return Figure(measure.id, period, None, nothing, unit, derived_from=sources, known=known, why=why)
    states = {v.state for v in stated}
    return Figure(
        measure.id,
        period,
        said.total(measure),
        _coverage(unit, inside=True, partial=measure.id in said.blank),
        unit,
        derived_from=sources,
        approximate=ValueState.APPROXIMATE in states,
        decided=ValueState.DECIDED in states,
    )


def _of_unused(unit: str, measure: Measure, submissions: list[Submission], said: _Said, period: str) -> Figure:
    """No figure: nothing was sent, or nothing of it is used. What could be read of one file alone is known at least."""
    nothing = _coverage(unit, inside=False)
    if not submissions:
        return Figure(measure.id, period, None, nothing, unit, why=(MISSING,))
    if len(submissions) > 1:
        return Figure(measure.id, period, None, nothing, unit, why=("which-is-final",))
    why = said.rules(measure.id)
    known = said.known(measure) if why else None
    return Figure(measure.id, period, None, nothing, unit, known=known, why=why or (NOT_STATED,))
