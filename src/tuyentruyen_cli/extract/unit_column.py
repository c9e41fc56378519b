"""A table whose rows name their units: one file for several."""

from msgspec.structs import replace

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.identity import slug
from tuyentruyen_cli.extract.records import RowRecord
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.model.value import ValueState


def by_unit(
    base: Submission, records: list[RowRecord], context: Context, findings: list[Finding]
) -> tuple[list[Submission], list[Finding]]:
    """One submission for each unit that rows name; a row that names none, or nearly one, is refused with its address."""
    rows: dict[str, list[RowRecord]] = {}
    said = list(findings)
    for record in records:
        unit, finding = _unit(record, context)
        if unit:
            rows.setdefault(unit, []).append(record)
        elif finding and not any(f.location == finding.location and f.rule == finding.rule for f in said):
            said.append(finding)
    submissions = [_of(base, unit, own) for unit, own in rows.items()]
    owners = {(r.location.part, r.location.row): s.unit for s in submissions for r in s.records}
    said = [replace(f, unit=owners.get((f.location.part, f.location.row), f.unit)) for f in said]
    return submissions or [replace(base, outcome=Outcome.REJECTED)], said


def _of(base: Submission, unit: str, own: list[RowRecord]) -> Submission:
    submission = replace(base, unit=unit, records=tuple(r.record for r in own), shared=True, cumulative=())
    refused = {m for r in submission.records for m, v in r.values if v.state is ValueState.REFUSED} | {
        r.measure for r in base.refusals
    }
    return replace(submission, outcome=Outcome.PARTIAL if refused else Outcome.ACCEPTED)


def _unit(record: RowRecord, context: Context) -> tuple[str | None, Finding | None]:
    if context.names is None:
        return slug(record.unit) or None, None
    match = context.names.named(record.unit)
    if len(match.exact) == 1:
        return next(iter(match.exact)), None
    rule = "unit-near-miss" if match.near else "unit-unknown"
    names = tuple(context.names.units[u].name for u in sorted(match.near))
    suggestion = names[0] if len(names) == 1 else context.names.suggestion(record.unit)
    arguments = (("typed", (record.unit,)), ("units", names), ("suggestion", suggestion))
    return None, Finding(rule, Severity.ERROR, record.record.location, arguments)
