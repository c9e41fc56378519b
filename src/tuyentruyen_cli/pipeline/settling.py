"""What a week comes to: times of receipt, versions, decisions, and the rules over all of it."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.report import build_report
from tuyentruyen_cli.check.timeliness import first_received, timed
from tuyentruyen_cli.check.versions import settle
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Outcome, Receipt, Submission, Timeliness
from tuyentruyen_cli.pipeline.decisions import entered, with_decisions, without_excluded
from tuyentruyen_cli.pipeline.history import NO_HISTORY, History, beside_history
from tuyentruyen_cli.pipeline.remembered import Remembered


class Gathered(Struct, frozen=True):
    """Everything that a week is made of."""

    submissions: Sequence[Submission]
    findings: Sequence[Finding]
    receipts: Sequence[Receipt]
    history: History = NO_HISTORY
    decisions: Sequence[Decision] = ()


def settled(gathered: Gathered, campaign: Campaign, period: Period, now: dt.datetime) -> Remembered:
    """The week as it is remembered."""
    calendar = with_decisions(campaign, period, gathered.decisions).calendar
    submissions = without_excluded(gathered.submissions, gathered.decisions)
    names = {u.id: u.name for u in campaign.registry.units} if campaign.registry else {}
    versions = settle(timed(submissions, gathered.receipts, calendar, period), gathered.decisions, names)
    found = [*gathered.findings, *versions.findings, *_stale(gathered)]
    said = sorted(beside_history(versions.submissions, found, gathered.history, campaign, period), key=_order)
    kept = tuple(f for f in dict.fromkeys(said) if not _waived(f, gathered.decisions))
    complete = tuple(entered(versions.submissions, gathered.decisions, campaign.schema))
    return Remembered(period.id, complete, kept, _received(complete, period), now, tuple(gathered.decisions))


def report_of(remembered: Remembered, campaign: Campaign, period: Period) -> Report:
    """The report of a remembered week."""
    as_decided = with_decisions(campaign, period, remembered.decisions)
    report = build_report(
        as_decided, period, remembered.submissions, remembered.findings, remembered.received, remembered.as_of
    )
    return replace(report, decisions=remembered.decisions)


def _stale(gathered: Gathered) -> list[Finding]:
    """A decision about a file that is no longer there as it was: it is not applied, and that is said."""
    hashes = {s.sha256 for s in gathered.submissions}
    return [
        Finding("stale-decision", RULES["stale-decision"], Location(d.subject.file), (("decision", d.id), ("typed", d.value)))
        for d in gathered.decisions
        if d.subject.sha256 and d.subject.file and d.subject.sha256 not in hashes
    ]


def _waived(finding: Finding, decisions: Sequence[Decision]) -> bool:
    """Whether a person accepted a warning; an error is never waived."""
    return finding.severity is not Severity.ERROR and any(
        d.kind is DecisionKind.WAIVE and d.subject.rule == finding.rule and d.subject.unit in {None, finding.unit}
        for d in decisions
    )


def _order(finding: Finding) -> tuple[str, str, int, int, str]:
    place = finding.location
    return (place.file, place.part, place.row or 0, place.column or 0, finding.rule)


def _received(submissions: Sequence[Submission], period: Period) -> dict[str, Timeliness]:
    """Every unit that sent something for this week, used or not, and whether in time."""
    mine: dict[str, list[Submission]] = {}
    for s in submissions:
        if s.unit is not None and s.period in {period.id, None} and s.outcome is not Outcome.IGNORED:
            mine.setdefault(s.unit, []).append(s)
    return {unit: first_received(own)[0] for unit, own in mine.items()}
