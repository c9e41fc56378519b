"""Holds each row against those of the other units on its channel, whole and per item: a slip of scale stands out of both."""

import math
from array import array
from collections.abc import Iterable, Iterator
from statistics import median

from msgspec import Struct, field

from tuyentruyen_cli.check.past import SLIP, Week
from tuyentruyen_cli.check.slips import shown, slip, undone
from tuyentruyen_cli.check.stated import BROADCASTS, CHANNEL, DURATION, ITEMS, LISTENERS, bare, warned
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Check
from tuyentruyen_cli.model.submission import Outcome, Record, Submission

_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
_PER_ITEM = (DURATION, BROADCASTS, LISTENERS)
_DEVIATIONS_A_MAD = 1.4826  # as in ``past``


class _Group(Struct, frozen=True):
    """The rows of one channel that have items and state a measure.

    How much they have for each item (``ratios``) and in all (``sizes``), as logarithms, packed: a nation's week has half a
    million. ``rows`` are whose and which, in the same order.
    """

    units: set[str] = field(default_factory=set)
    ratios: "array[float]" = field(default_factory=lambda: array("d"))
    sizes: "array[float]" = field(default_factory=lambda: array("d"))
    rows: list[tuple[Submission, Record]] = field(default_factory=list)


def slip_against_others(week: Week) -> Iterator[Finding]:
    """A figure per item that is far from what the units have on that channel, and among them once a slip is undone."""
    check = week.schema.check(SLIP)
    known = {m.id for m in week.schema.measures}
    if check is None or not {ITEMS, *_PER_ITEM} <= known:
        return
    for (measure, _), group in _groups(week.submissions).items():
        if len(group.units) > check.number("least_units"):
            yield from _slips(group, measure, week, check)


def _groups(submissions: Iterable[Submission]) -> dict[tuple[str, str], _Group]:
    """The rows that can be held against each other, by measure and channel."""
    groups: dict[tuple[str, str], _Group] = {}
    for submission in submissions:
        if not submission.unit or submission.outcome not in _USED:
            continue
        refused = {r.measure for r in submission.refusals}
        measures = [m for m in _PER_ITEM if m not in refused]
        for record in () if ITEMS in refused else submission.records:
            figures = dict(record.values)
            items, channel = figures.get(ITEMS), record.category(CHANNEL)
            if items is None or not items.value or not channel or channel in {UNKNOWN, UNSPLIT}:
                continue
            row = (submission, record)
            for measure in measures:
                figure = figures.get(measure)
                if figure is None or not figure.value:
                    continue
                group = groups.get((measure, channel))
                if group is None:
                    group = groups[measure, channel] = _Group()
                group.units.add(submission.unit)
                group.ratios.append(math.log(figure.value / items.value))
                group.sizes.append(math.log(figure.value))
                group.rows.append(row)
    return groups


def _slips(group: _Group, measure: str, week: Week, check: Check) -> Iterator[Finding]:
    middle = median(group.ratios)
    spread = _DEVIATIONS_A_MAD * median(abs(ratio - middle) for ratio in group.ratios)
    times = math.log(check.number("times"))
    least = max(check.number("deviations") * spread, times)
    usual = median(group.sizes)
    for ratio, size, (submission, record) in zip(group.ratios, group.sizes, group.rows, strict=True):
        # A row with one item and as many listeners as any other is no slip.
        if abs(ratio - middle) <= least or math.copysign(1, ratio - middle) * (size - usual) <= times:
            continue
        figures = dict(record.values)
        figure, kind = figures[measure], week.schema.measure(measure).kind
        if measure == DURATION and not bare(figure):
            continue
        factor = slip(math.exp(ratio - middle), kind, check.number("near"))
        if factor and figure.value is not None:
            said = {
                "reason": "over-others" if factor > 0 else "under-others",
                "read": figure.value,
                "factor": shown(factor),
                "fits": undone(figure.value, factor),
                "kind": kind.value,
                "typed": figure.raw,
            }
            yield warned(SLIP, figure.source, submission, measure, figures[ITEMS].source, **said)
