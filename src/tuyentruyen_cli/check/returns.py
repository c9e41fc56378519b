"""What goes back to whom: for each unit the files that its sender has something to mend in."""

import datetime as dt
from collections.abc import Iterable

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import FileToMend, ToMend
from tuyentruyen_cli.model.submission import ENTERED, Outcome, Submission

# What the office settles by itself; a near miss of a name too, once other evidence names the unit.
OFFICE = frozenset(
    {
        "answer-not-applied",
        "bad-receipt",
        "consolidation",
        "newer-version",
        "stale-decision",
        "unknown-channel",
        "unknown-topic",
        "unit-near-miss",
    }
)
# Read under an assumption that is said: worth a line beside other things, not a message of its own.
QUIET = frozenset({"approximate", "foreign-thousands", "measure-assumed", "total-unchecked", "hidden-sheet", "old-form"})
_PASSED = frozenset({Outcome.SUPERSEDED, Outcome.IGNORED})
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1}
_FRIDAY = 5

# A unit and nothing else, or a file and nothing else.
_Owner = tuple[str | None, str]


def to_mend(report: Report) -> tuple[ToMend, ...]:
    """Every sender with something to mend, in the order of the units; files of no one unit come last, each by itself.

    A file that a newer one replaced, or that was set aside, asks nothing any more.
    """
    by_file: dict[str, list[Submission]] = {}
    for s in report.submissions:
        if s.content != ENTERED and s.outcome not in _PASSED:
            by_file.setdefault(s.file, []).append(s)
    asked: dict[_Owner, dict[str, list[Finding]]] = {}
    for finding in report.findings:
        parts = by_file.get(finding.location.file)
        if parts and _is_for_sender(finding):
            files = asked.setdefault(_owner(parts), {})
            files.setdefault(finding.location.file, []).append(finding)
    order = {unit.unit: number for number, unit in enumerate(report.units)}
    found = [
        _sender(report, owner, [_file(by_file[name][0], findings) for name, findings in files.items()])
        for owner, files in asked.items()
        if any(f.rule not in QUIET for findings in files.values() for f in findings)
    ]
    return tuple(sorted(found, key=lambda one: (order.get(one.unit or "", len(order)), one.name)))


def _is_for_sender(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or (finding.severity is Severity.WARNING and finding.rule not in OFFICE)


def _owner(parts: Iterable[Submission]) -> _Owner:
    """Whose file it is: its one unit's, or nobody's but its sender's."""
    parts = list(parts)
    units = {s.unit for s in parts}
    unit = next(iter(units)) if len(units) == 1 and not parts[0].shared else None
    return (unit, "") if unit else (None, parts[0].file)


def _sender(report: Report, owner: _Owner, files: list[FileToMend]) -> ToMend:
    unit, file = owner
    return ToMend(unit, report.unit_name(unit) if unit else file, tuple(files))


def _file(submission: Submission, findings: list[Finding]) -> FileToMend:
    blank_cells = {(f.location.part, f.measure) for f in findings if f.rule == "not-stated" and f.location.row}
    # That a measure is not stated at all follows from its blank cells, where there are some.
    kept = (
        f
        for f in dict.fromkeys(findings)
        if f.rule != "not-stated" or f.location.row or (f.location.part, f.measure) not in blank_cells
    )
    return FileToMend(
        submission.file,
        submission.sha256,
        submission.content,
        submission.readable,
        tuple(sorted(kept, key=_order)),
        submission.received_at,
        submission.evidence,
    )


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    place = finding.location
    return (_WEIGHT[finding.severity], place.part, place.row or 0, place.column or 0, finding.rule)


def answer_by(calendar: Calendar, period: Period, unit: str | None, now: dt.datetime, days: int) -> dt.datetime:
    """When an answer is asked for from a unit; see ``due_or_later``."""
    return due_or_later(calendar.due_for(period, unit or ""), calendar, now, days)


def due_or_later(due: dt.datetime, calendar: Calendar, now: dt.datetime, days: int) -> dt.datetime:
    """A due instant, or once that has passed its time of day some days from now.

    A day of rest at the week's end is passed over.
    """
    due = due.astimezone(calendar.tz)
    if now < due:
        return due
    day = now.astimezone(calendar.tz).date() + dt.timedelta(days=days)
    while day.isoweekday() > _FRIDAY:
        day += dt.timedelta(days=1)
    return dt.datetime.combine(day, calendar.time, calendar.tz)
