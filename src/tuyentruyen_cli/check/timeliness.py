"""Whether a submission came in time, by evidence. A file's own modification time is never evidence."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.submission import MAIL, Receipt, Submission, Timeliness

FIRST_SEEN = "first-seen"
OF_BYTES = frozenset({FIRST_SEEN, MAIL})
"""Evidence about the bytes of a file, whatever stands under its name later."""


def timed(
    submissions: Iterable[Submission], receipts: Iterable[Receipt], calendar: Calendar, period: Period
) -> list[Submission]:
    """The submissions with their time of receipt and whether it was in time.

    What the office wrote down (received.csv) decides, then the time of a mail, which speaks of the very bytes that it brought.
    First seen before the due instant proves on time; seen later proves nothing.
    """
    stated: dict[str, Receipt] = {}
    mailed: dict[tuple[str, str], Receipt] = {}
    seen: dict[tuple[str, str], Receipt] = {}
    for receipt in receipts:
        key = (receipt.file, receipt.sha256)
        if receipt.evidence in OF_BYTES:
            first = seen if receipt.evidence == FIRST_SEEN else mailed
            first[key] = min(first.get(key, receipt), receipt, key=lambda r: r.received_at)
        else:
            stated[receipt.file] = receipt
    return [
        _timed(s, stated.get(s.file) or mailed.get((s.file, s.sha256)), seen.get((s.file, s.sha256)), calendar, period)
        for s in submissions
    ]


def _timed(s: Submission, stated: Receipt | None, seen: Receipt | None, calendar: Calendar, period: Period) -> Submission:
    due = calendar.due_for(period, s.unit) if s.unit else period.due
    receipt = stated or seen
    if receipt is None:
        return s
    timeliness = judged(receipt.received_at, receipt.evidence, due)
    return replace(s, received_at=receipt.received_at, evidence=receipt.evidence, timeliness=timeliness)


def judged(received_at: dt.datetime, evidence: str, due: dt.datetime) -> Timeliness:
    """Whether what came at that time was in time. First seen is only the latest that it can have come."""
    if received_at <= due:
        return Timeliness.ON_TIME
    return Timeliness.UNKNOWN if evidence == FIRST_SEEN else Timeliness.LATE


def first_received(submissions: Iterable[Submission]) -> tuple[Timeliness, dt.datetime | None]:
    """When a unit's first readable, non-empty submission came, and whether in time."""
    return first_of((s.received_at, s.timeliness) for s in submissions if s.readable and s.records and s.sha256)


def first_of(readable: Iterable[tuple[dt.datetime | None, Timeliness]]) -> tuple[Timeliness, dt.datetime | None]:
    """When the first of several came, and whether in time: each with its time of receipt and whether that was in time."""
    every = list(readable)
    times = [(received_at, timeliness) for received_at, timeliness in every if received_at is not None]
    if not times:
        return Timeliness.UNKNOWN, None
    received_at, timeliness = min(times, key=lambda pair: pair[0].timestamp())
    if any(timeliness is Timeliness.ON_TIME for _, timeliness in times):
        return Timeliness.ON_TIME, received_at
    return (timeliness if len(times) == len(every) else Timeliness.UNKNOWN), received_at
