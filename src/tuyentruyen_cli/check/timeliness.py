"""Whether a submission came in time, by evidence. A file's own modification time is never evidence."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.submission import Receipt, Submission, Timeliness

FIRST_SEEN = "first-seen"


def timed(
    submissions: Iterable[Submission], receipts: Iterable[Receipt], calendar: Calendar, period: Period
) -> list[Submission]:
    """The submissions with their time of receipt and whether it was in time.

    A stated time (received.csv, a mail) decides. First seen before the due instant proves on time; seen later proves nothing.
    """
    stated: dict[str, Receipt] = {}
    seen: dict[tuple[str, str], Receipt] = {}
    for receipt in receipts:
        if receipt.evidence == FIRST_SEEN:
            key = (receipt.file, receipt.sha256)
            seen[key] = min(seen.get(key, receipt), receipt, key=lambda r: r.received_at)
        else:
            stated[receipt.file] = receipt
    return [_timed(s, stated.get(s.file), seen.get((s.file, s.sha256)), calendar, period) for s in submissions]


def _timed(s: Submission, stated: Receipt | None, seen: Receipt | None, calendar: Calendar, period: Period) -> Submission:
    due = calendar.due_for(period, s.unit) if s.unit else period.due
    if stated:
        timeliness = Timeliness.ON_TIME if stated.received_at <= due else Timeliness.LATE
        return replace(s, received_at=stated.received_at, evidence=stated.evidence, timeliness=timeliness)
    if seen:
        proven = seen.received_at <= due
        return replace(
            s,
            received_at=seen.received_at,
            evidence=seen.evidence,
            timeliness=Timeliness.ON_TIME if proven else Timeliness.UNKNOWN,
        )
    return s


def first_received(submissions: Iterable[Submission]) -> tuple[Timeliness, dt.datetime | None]:
    """When a unit's first readable, non-empty submission came, and whether in time."""
    readable = [s for s in submissions if s.readable and s.records and s.sha256]
    times = [s for s in readable if s.received_at is not None]
    if not times:
        return Timeliness.UNKNOWN, None
    first = min(times, key=lambda s: s.received_at.timestamp() if s.received_at else 0.0)
    if any(s.timeliness is Timeliness.ON_TIME for s in times):
        return Timeliness.ON_TIME, first.received_at
    if len(times) == len(readable):
        return first.timeliness, first.received_at
    return Timeliness.UNKNOWN, first.received_at
