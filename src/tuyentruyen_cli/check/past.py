"""Rules that hold a unit's figures against its own weeks before. Silent while there are few of them: chưa đủ dữ liệu."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import TypeAlias

from msgspec import Struct, field

from tuyentruyen_cli.check.slips import shown, slip, undone
from tuyentruyen_cli.check.stated import bare, rows_of, table_of, warned
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import Check, Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Since, Submission

Figures: TypeAlias = Mapping[str, Mapping[str, int | None]]
"""Unit to measure to figure."""

FAR, SLIP, FEW = "far-from-own-past", "scale-slip", "few-weeks"
_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
_SHOWN = 12
# Half of normally distributed figures lie within 0.6745 standard deviations of their median.
_DEVIATIONS_A_MAD = 1.4826
# Figures that never moved have no deviation, and then every other figure would be infinitely far.
_LEAST_DEVIATION = 0.15
_LEAST_STEP = {MeasureKind.COUNT: 1, MeasureKind.ESTIMATE: 1, MeasureKind.DURATION: 60}


class Week(Struct, frozen=True):
    """What the rules of a week look at: its submissions, each unit's figures, and those of the weeks before, oldest first.

    ``end`` is its last day, ``ends`` those of the weeks before; ``cumulative_before`` is what units stated a week ago.
    """

    submissions: Sequence[Submission]
    figures: Figures
    past: Sequence[Figures]
    schema: ReportSchema
    end: dt.date = dt.date.max
    ends: Sequence[dt.date] = ()
    cumulative_before: Mapping[tuple[str, str, Since], int] = field(default_factory=dict)


class _Compared(Struct, frozen=True):
    """A figure beside those of the same unit in weeks before."""

    submission: Submission
    measure: Measure
    now: int
    before: tuple[int, ...]

    @property
    def usual(self) -> int:
        return round(median(self.before))


def weeks_needed(schema: ReportSchema) -> int:
    """How many weeks before the checks of a schema look at."""
    return max((int(c.number("weeks")) for c in schema.checks if c.id in {FAR, SLIP}), default=0)


def compared_measures(schema: ReportSchema) -> tuple[str, ...]:
    """The measures that are held against weeks before: the required ones."""
    return tuple(m.id for m in schema.measures if m.required)


def few_weeks(units: Iterable[str], past: Sequence[Figures], schema: ReportSchema, place: Location) -> Iterator[Finding]:
    """Says that there is too little to go by, while units have fewer weeks before this one than the checks need."""
    needed = max((int(c.number("least_weeks")) for c in schema.checks if c.id in {FAR, SLIP}), default=0)
    weeks = {unit: sum(any(v is not None for v in w.get(unit, {}).values()) for w in past) for unit in units}
    few = [unit for unit, count in weeks.items() if count < needed]
    if few:
        yield Finding(FEW, RULES[FEW], place, (("count", len(few)), ("weeks", needed)))


def far_from_own_past(week: Week) -> Iterator[Finding]:
    """A figure many deviations from the unit's own median, and several times more or less than it."""
    check = week.schema.check(FAR)
    for one in _compared(week, check) if check else ():
        middle = median(one.before)
        spread = _DEVIATIONS_A_MAD * median(abs(b - middle) for b in one.before)
        spread = max(spread, _LEAST_DEVIATION * middle, _LEAST_STEP[one.measure.kind])
        times = check.number("times") if check else 0
        within = middle <= one.now * times and one.now <= middle * times
        if not within and abs(one.now - middle) > check.number("deviations") * spread:  # type: ignore[union-attr]
            yield _finding(FAR, one)


def slip_against_own_past(week: Week) -> Iterator[Finding]:
    """A figure outside all of the unit's weeks, and usual once divided or multiplied by 10, 100, 1000 or 60."""
    check = week.schema.check(SLIP)
    for one in _compared(week, check) if check else ():
        if not one.usual or min(one.before) <= one.now <= max(one.before) or not _can_be_a_slip(one):
            continue
        factor = slip(one.now / one.usual, one.measure.kind, check.number("near"))  # type: ignore[union-attr]
        if factor:
            reason = "over-past" if factor > 0 else "under-past"
            yield _finding(SLIP, one, reason=reason, factor=shown(factor), fits=undone(one.now, factor))


def _compared(week: Week, check: Check) -> Iterator[_Compared]:
    """Every figure that has enough weeks before it."""
    weeks = week.past[-int(check.number("weeks")) :]
    measures = [week.schema.measure(m) for m in compared_measures(week.schema)]
    used = {s.unit: s for s in reversed(week.submissions) if s.unit and s.outcome in _USED and s.records}
    for unit, submission in sorted(used.items()):
        for measure in measures:
            now = week.figures.get(unit or "", {}).get(measure.id)
            before = tuple(f for w in weeks if (f := w.get(unit or "", {}).get(measure.id)) is not None)
            if now is not None and len(before) >= check.number("least_weeks"):
                yield _Compared(submission, measure, now, before)


def _can_be_a_slip(one: _Compared) -> bool:
    """A length that says what it is measured in was meant so."""
    stated = [v for row in rows_of(one.submission) for m, v in row.values.items() if m == one.measure.id]
    return one.measure.kind is not MeasureKind.DURATION or any(bare(v) for v in stated)


def _finding(rule: str, one: _Compared, **more: str | int) -> Finding:
    cells: list[Location] = [row.place(one.measure.id) for row in rows_of(one.submission) if one.measure.id in row.values]
    said = {"read": one.now, "usual": one.usual, "kind": one.measure.kind.value, "weeks": len(one.before), **more}
    return warned(rule, table_of(one.submission), one.submission, one.measure.id, *cells[:_SHOWN], **said)
