"""Holds each row against those of the other units on its channel, whole and per item: a slip of scale stands out of both."""

import math
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

from tuyentruyen_cli.check.past import SLIP, Week
from tuyentruyen_cli.check.slips import shown, slip, undone
from tuyentruyen_cli.check.stated import BROADCASTS, CHANNEL, DURATION, ITEMS, LISTENERS, Row, bare, rows_of, warned
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Check
from tuyentruyen_cli.model.submission import Outcome, Submission

_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
_PER_ITEM = (DURATION, BROADCASTS, LISTENERS)
_DEVIATIONS_A_MAD = 1.4826  # as in ``past``


class _Ratio(NamedTuple):
    """How much of a measure a row has for each of its items, and in all, as logarithms."""

    submission: Submission
    row: Row
    log: float
    size: float


def slip_against_others(week: Week) -> Iterator[Finding]:
    """A figure per item that is far from what the units have on that channel, and among them once a slip is undone."""
    check = week.schema.check(SLIP)
    known = {m.id for m in week.schema.measures}
    if check is None or not {ITEMS, *_PER_ITEM} <= known:
        return
    rows = [row for s in week.submissions if s.unit and s.outcome in _USED for row in _countable(s)]
    for measure in _PER_ITEM:
        for ratios in _by_channel(rows, measure):
            if len({r.submission.unit for r in ratios}) > check.number("least_units"):
                yield from _slips(ratios, measure, week, check)


def _countable(submission: Submission) -> Iterator[tuple[Submission, Row, str, int]]:
    """The rows on a channel with items, with both."""
    for row in rows_of(submission):
        channel, items = row.record.category(CHANNEL), row.number(ITEMS)
        if items and channel and channel not in {UNKNOWN, UNSPLIT}:
            yield submission, row, channel, items


def _by_channel(rows: Iterable[tuple[Submission, Row, str, int]], measure: str) -> Iterable[list[_Ratio]]:
    channels: dict[str, list[_Ratio]] = {}
    for submission, row, channel, items in rows:
        value = row.number(measure)
        if value:
            channels.setdefault(channel, []).append(_Ratio(submission, row, math.log(value / items), math.log(value)))
    return channels.values()


def _slips(ratios: list[_Ratio], measure: str, week: Week, check: Check) -> Iterator[Finding]:
    middle = median(r.log for r in ratios)
    spread = _DEVIATIONS_A_MAD * median(abs(r.log - middle) for r in ratios)
    times = math.log(check.number("times"))
    least = max(check.number("deviations") * spread, times)
    usual = median(r.size for r in ratios)
    for one in ratios:
        # A row with one item and as many listeners as any other is no slip.
        sign = math.copysign(1, one.log - middle)
        if abs(one.log - middle) <= least or sign * (one.size - usual) <= times:
            continue
        if measure == DURATION and not bare(one.row.values[measure]):
            continue
        factor = slip(math.exp(one.log - middle), week.schema.measure(measure).kind, check.number("near"))
        value = one.row.number(measure)
        if factor and value is not None:
            said = {
                "reason": "over-others" if factor > 0 else "under-others",
                "read": value,
                "factor": shown(factor),
                "fits": undone(value, factor),
                "kind": week.schema.measure(measure).kind.value,
                "typed": one.row.values[measure].raw,
            }
            place = one.row.place(measure)
            yield warned(SLIP, place, one.submission, measure, one.row.place(ITEMS), **said)
