"""Whether a submission came in time, by evidence. A file's own modification time is never evidence."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.submission import MAIL, Receipt, Submission, Timeliness

FIRST_SEEN = "first-seen"
OF_BYTES = frozenset({FIRST_SEEN, MAIL})
"""Evidence about the bytes of a file, whatever stands under its name later."""


class Evidence(Struct, frozen=True):
    """What of many receipts counts: by the file's name what was written down; by name and hash the first mail, and when the
    bytes were first seen.
    """

    stated: dict[str, Receipt]
    mailed: dict[tuple[str, str], Receipt]
    seen: dict[tuple[str, str], Receipt]


def timed(
    submissions: Iterable[Submission], receipts: Iterable[Receipt], calendar: Calendar, period: Period
) -> list[Submission]:
    """The submissions with their time of receipt and whether it was in time.

    What the office wrote down (received.csv) decides, then the time of a mail, which speaks of the very bytes that it brought.
    First seen before the due instant proves on time; seen later proves nothing.
    """
    known = evidence_of(receipts)
    return [
        _timed(
            s,
            known.stated.get(s.file) or known.mailed.get((s.file, s.sha256)),
            known.seen.get((s.file, s.sha256)),
            calendar,
            period,
        )
        for s in submissions
    ]


def evidence_of(receipts: Iterable[Receipt]) -> Evidence:
    """The receipts that tell when files came."""
    known = Evidence({}, {}, {})
    for receipt in receipts:
        key = (receipt.file, receipt.sha256)
        if receipt.evidence in OF_BYTES:
            first = known.seen if receipt.evidence == FIRST_SEEN else known.mailed
            first[key] = min(first.get(key, receipt), receipt, key=lambda r: r.received_at)
        else:
            known.stated[receipt.file] = receipt
    return known


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
