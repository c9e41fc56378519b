"""Everything that was ever received, as the log tells it, and when each file was first seen."""

import datetime as dt
from collections.abc import Iterable

from tuyentruyen_cli.store.log import Log
from tuyentruyen_cli.store.rows import FIRST_SEEN, Received

KIND = "received"


class Receipts:
    """The receipts of a log, in the order in which they were recorded, each with the number of its line."""

    def __init__(self, log: Log) -> None:
        self.rows: list[tuple[int, Received]] = []
        self._known: set[tuple[str | None, ...]] = set()
        self._seen: dict[tuple[str, str], dt.datetime] = {}
        for line in log.of_kind(KIND):
            self.add(line.seq, line.instant, [_from_plain(one) for one in line.data["receipts"]])

    def of(self, week: str | None = None) -> tuple[Received, ...]:
        """All receipts, or those of one week."""
        return tuple(one for _, one in self.rows if week in {None, one.week})

    def first_seen(self, week: str, sha256: str) -> dt.datetime | None:
        """When these bytes were first seen in that week's folder, under whatever name; None when never."""
        return self._seen.get((week, sha256))

    def new(self, received: Iterable[Received]) -> tuple[Received, ...]:
        """Those that say something new. A first-seen instant is never later than what is known already."""
        unknown = {one.identity: one for one in received if one.identity not in self._known}
        return tuple(self._earliest(one) for one in unknown.values())

    def add(self, seq: int, written: dt.datetime, receipts: Iterable[Received]) -> list[tuple[int, Received]]:
        """Take up the receipts of a line. Where a list states a time, the bytes were seen when the line was written."""
        rows = [(seq, one) for one in receipts]
        for _, one in rows:
            self._known.add(one.identity)
            seen = one.received_at if one.evidence == FIRST_SEEN else written
            self._seen[one.week, one.sha256] = min(seen, self._seen.get((one.week, one.sha256), seen))
        self.rows += rows
        return rows

    def _earliest(self, one: Received) -> Received:
        seen = self.first_seen(one.week, one.sha256) if one.evidence == FIRST_SEEN else None
        return one._replace(received_at=min(seen, one.received_at)) if seen else one


def plain(one: Received) -> dict[str, str | None]:
    """A receipt as the log writes it."""
    return {**one._asdict(), "received_at": one.received_at.isoformat()}


def _from_plain(data: dict[str, str]) -> Received:
    received_at = dt.datetime.fromisoformat(data["received_at"])
    return Received(data["file"], data["sha256"], received_at, data["evidence"], data["week"], data["unit"], data["period"])
