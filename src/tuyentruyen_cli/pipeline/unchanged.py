"""The short way for a week of which nothing has changed: what is remembered of it is what putting it together anew would give.

That rests on a seal over everything that a week is made of, and over what it came to.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.check.timeliness import evidence_of
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import to_json
from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.submission import Receipt
from tuyentruyen_cli.pipeline.history import History
from tuyentruyen_cli.pipeline.remembered import Remembered, sealed
from tuyentruyen_cli.store.memory import Store


class MadeOf(Struct, frozen=True):
    """What a week is made of. ``files`` are the keys of its results, which stand for all that is read and how it is read.

    ``findings`` are those that are not of files; ``history`` what is remembered of other weeks. Of the receipts,
    ``recorded`` are in the store, ``told`` come by mail or from a list beside the files, ``seen`` are of this moment.
    """

    folder: str
    files: Sequence[str]
    left_behind: Sequence[str]
    findings: Sequence[Finding]
    recorded: Sequence[Receipt]
    told: Sequence[Receipt]
    seen: Sequence[Receipt]
    decisions: Sequence[Decision]
    history: History
    campaign: Campaign
    period: Period

    @property
    def receipts(self) -> list[Receipt]:
        """All there are, the recorded ones first: what was written down last holds."""
        return [*self.recorded, *self.told, *self.seen]

    def seal(self, packed: bytes) -> str:
        """A hash over all of it, and over what it came to."""
        known = evidence_of(self.receipts)
        evidence = [sorted(map(to_json, found.values())) for found in (known.stated, known.mailed, known.seen)]
        history = (self.history.week_before, self.history.past, self.history.ends)
        places = (self.folder, sorted(self.files), self.left_behind)
        about = (places, self.findings, evidence, self.decisions, history, self.campaign, self.period)
        return hashlib.sha256(to_json(about).encode() + packed).hexdigest()

    def again(self, store: Store, now: dt.datetime) -> tuple[Remembered, bytes] | None:
        """The week as it is remembered and its payload, both as of now, if it is made of exactly this; else None."""
        payload = store.load_week(self.period.id)
        found = sealed(payload) if payload else None
        if payload is None or found is None or not found.seal or found.seal != self.seal(found.packed):
            return None
        remembered = Remembered.of(payload)
        return (replace(remembered, as_of=now), found.renewed(now)) if remembered else None
