"""Holds cumulative figures against the weeks before: what a unit has reported so far can only grow by what it reports."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from tuyentruyen_cli.check.past import Week
from tuyentruyen_cli.check.stated import warned
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.submission import Cumulative, Outcome, Since, Submission

RULE = "cumulative-mismatch"
_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
_WEEK = dt.timedelta(days=7)


class _SoFar(Struct, frozen=True):
    """What is remembered of a unit's measure before this week: the sum, of how many weeks, and whether none is lacking."""

    total: int
    weeks: int
    complete: bool


def cumulative_against_history(week: Week) -> Iterator[Finding]:
    """A cumulative figure that is less than what was reported, or that is not the sum which it should be."""
    for submission in (s for s in week.submissions if s.unit and s.outcome in _USED and not s.shared):
        for one in submission.cumulative:
            now = week.figures.get(submission.unit or "", {}).get(one.measure)
            if now is not None:
                yield from _mismatch(week, submission, one, now)


def _mismatch(week: Week, submission: Submission, one: Cumulative, now: int) -> Iterator[Finding]:
    before = week.cumulative_before.get((submission.unit or "", one.measure, one.since))
    so_far = _so_far(week, submission.unit or "", one)
    total = so_far.total + now
    if one.value < total:
        yield _finding(week, submission, one, total, reason="below", weeks=so_far.weeks)
    elif so_far.complete and one.value != total:
        yield _finding(week, submission, one, total, reason=one.since.value, weeks=so_far.weeks)
    elif before is not None and not _begins(week, one.since) and one.value not in {before + now, total}:
        yield _finding(week, submission, one, before + now, reason="step", usual=before, read=now)


def _finding(week: Week, submission: Submission, one: Cumulative, total: int, **more: str | int) -> Finding:
    said = {"stated": one.value, "sum": total, "kind": week.schema.measure(one.measure).kind.value, **more}
    return warned(RULE, one.location, submission, one.measure, **said)


def _so_far(week: Week, unit: str, one: Cumulative) -> _SoFar:
    """What is known of the weeks that a cumulative figure goes over, without this one."""
    mine = {end: figures.get(unit, {}).get(one.measure) for end, figures in zip(week.ends, week.past, strict=True)}
    asked = list(mine) if one.since is Since.START else _ends(week.end, one.since)
    known = [v for end in asked if (v := mine.get(end)) is not None]
    # Whether it began before all that is remembered, only a month or a year says.
    complete = one.since in {Since.MONTH, Since.YEAR} and len(known) == len(asked)
    return _SoFar(sum(known), len(known), complete)


def _ends(end: dt.date, since: Since) -> list[dt.date]:
    """The last days of the weeks before one that belong to its month or year, as their deadlines do.

    A figure that does not say since when is taken for the least that it may be, the month's.
    """
    found = []
    before = end - _WEEK
    while before.year == end.year and (since is Since.YEAR or before.month == end.month):
        found.append(before)
        before -= _WEEK
    return found


def _begins(week: Week, since: Since) -> bool:
    """Whether a month or year begins with this week: then the last cumulative figure was of another one."""
    return since is not Since.START and not _ends(week.end, since)
