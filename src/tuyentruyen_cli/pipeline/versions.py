"""What units have sent for a week, by the log and by what is remembered of the files."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from tuyentruyen_cli.check.standing import chains
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import Sent, Version
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.store.memory import Store
from tuyentruyen_cli.store.rows import FindingRow, Received, SubmissionRow


def sent_for(store: Store, period: Period) -> tuple[list[Sent], Counter[tuple[str, str]]]:
    """What the week's files are, with what refuses something in each; and the warnings of each unit's files."""
    errors: dict[tuple[str, str | None], list[str]] = {}
    warnings: Counter[tuple[str, str]] = Counter()
    for finding in store.findings(period.id):
        if finding.severity == "error":
            errors.setdefault((finding.file, finding.unit), []).append(_slug(finding))
        elif finding.severity == "warning" and finding.unit:
            warnings[finding.unit, finding.file] += 1
    rows = (row for row in store.submissions(period.id) if row.period in {period.id, None})
    return [_of_row(row, (*errors.get((row.file, row.unit), ()), *_of_file(errors, row))) for row in rows], warnings


def _of_file(errors: dict[tuple[str, str | None], list[str]], row: SubmissionRow) -> list[str]:
    return errors.get((row.file, None), []) if row.unit is not None else []


def _slug(finding: FindingRow) -> str:
    """The rule; of a file with nothing in it, that."""
    if finding.rule == "unreadable-file" and ["reason", "zero-bytes"] in json.loads(finding.arguments):
        return "zero-bytes"
    return finding.rule


def _of_row(row: SubmissionRow, errors: tuple[str, ...]) -> Sent:
    received_at = dt.datetime.fromisoformat(row.received_at) if row.received_at else None
    return Sent(row.file, row.sha256, row.unit, received_at, row.evidence, Outcome(row.outcome), row.usable, errors)


def versions_of(received: Sequence[Received], sent: Sequence[Sent]) -> dict[str, tuple[Version, ...]]:
    """Each unit's versions: every file that was ever received for it, whatever has taken its name since."""
    return chains(_versions(received, sent))


def _versions(received: Sequence[Received], sent: Sequence[Sent]) -> Iterator[tuple[str, Version]]:
    there = {s.sha256 for s in sent if s.sha256}
    last = {(r.file, r.sha256): r.unit for r in received}  # what a person assigned it to, when that came later
    for r in received:
        unit = last[r.file, r.sha256]
        if unit is not None:
            yield unit, Version(0, r.file, r.sha256, r.received_at, r.evidence, there=not there or r.sha256 in there)
    for s in sent:
        if s.unit and s.sha256 and s.received_at and s.outcome is not Outcome.IGNORED:
            yield s.unit, Version(0, s.file, s.sha256, s.received_at, s.evidence)
