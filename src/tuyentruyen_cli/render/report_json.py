"""The document of ``aggregate --json``: version 1 of ``tuyentruyen/report``: figures are whole numbers, ids never change."""

from collections.abc import Iterable, Sequence

from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report, UnitStatus
from tuyentruyen_cli.model.submission import ENTERED, Submission
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.folded import folded_under
from tuyentruyen_cli.render.lookup import CHANNEL, ORIGIN, TOPIC, Figures, categories_found, figures_of
from tuyentruyen_cli.render.outlook_json import beside_json, comparison_json

FORMAT = "tuyentruyen/report"
VERSION = 1


def report_json(report: Report, explain: Explain) -> dict[str, object]:
    """The document as plain dictionaries and lists. ``explain`` gives a finding's message and hint in the reader's language."""
    figures = figures_of(report)
    period = report.period
    attendance = report.attendance
    return {
        "format": FORMAT,
        "version": VERSION,
        "period": {
            "id": period.id,
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "deadline": period.due.isoformat(),
        },
        "coverage": {
            "expected": attendance.expected,
            "received": attendance.received,
            "on_time": attendance.on_time,
            "late": attendance.late,
            "unknown": attendance.unknown,
            "missing": list(attendance.missing),
        },
        "submissions": submissions_json(report.submissions),
        "decisions": [decision_json(decision) for decision in report.decisions],
        "units": [unit_json(report, status, figures) for status in report.units],
        "channels": _parts_json(report, CHANNEL, figures),
        "topics": _parts_json(report, TOPIC, figures),
        "origin": _parts_json(report, ORIGIN, figures),
        "totals": _totals_json(report, figures),
        "comparison": comparison_json(report.comparison) if report.comparison else None,
        "issued": beside_json(report.issued) if report.issued else None,
        "findings": findings_json(report.findings, explain),
    }


def submissions_json(submissions: Iterable[Submission]) -> list[dict[str, object]]:
    """One entry for each file; a file for several units has ``unit`` null and lists them beside it."""
    files: dict[str, list[Submission]] = {}
    for submission in (s for s in submissions if s.content != ENTERED):
        files.setdefault(submission.file, []).append(submission)
    return [_file_json(parts) for parts in files.values()]


def _file_json(parts: list[Submission]) -> dict[str, object]:
    """A file's entry."""
    first = parts[0]
    units = list(dict.fromkeys(s.unit for s in parts if s.unit is not None))
    shared = len(units) > 1 or any(s.shared for s in parts)
    outcomes = {s.outcome.value for s in parts}
    weeks = {s.period for s in parts}
    entry: dict[str, object] = {
        "file": first.file,
        "sha256": first.sha256,
        "unit": None if shared else first.unit,
        "period": first.period if len(weeks) == 1 else None,
        "received_at": first.received_at.isoformat() if first.received_at else None,
        "timeliness": first.timeliness.value,
        "outcome": together(outcomes),
    }
    if shared:
        entry["units"] = units
    if first.evidence:
        entry["evidence"] = first.evidence
    return entry


def together(outcomes: set[str]) -> str:
    """What became of a file whose units fared differently: ``partial`` as soon as something of it is used."""
    if len(outcomes) == 1:
        return next(iter(outcomes))
    return "partial" if outcomes & {"accepted", "partial"} else min(outcomes)


def unit_json(report: Report, status: UnitStatus, figures: Figures) -> dict[str, object]:
    """A unit's figures: null where refused or not stated, with what could be read in ``known`` and the rules in ``why``."""
    found = {m.id: figures.get((m.id, status.unit, None, None)) for m in report.campaign.schema.measures}
    open_figures = {m: f for m, f in found.items() if f is not None and f.value is None}
    return {
        "unit": status.unit,
        "name": status.name,
        "expected": status.expected,
        "received": status.received,
        "timeliness": status.timeliness.value,
        "values": {m: None if f is None else f.value for m, f in found.items()},
        "known": {m: {"value": f.known.value, "open": f.known.open} for m, f in open_figures.items() if f.known},
        "why": {m: list(f.why) for m, f in open_figures.items() if f.why},
        "approximate": [m for m, f in found.items() if f is not None and f.value is not None and f.approximate],
        "decided": [m for m, f in found.items() if f is not None and f.value is not None and f.decided],
    }


def _figure_json(figure: Figure) -> dict[str, object]:
    coverage = figure.coverage
    entry: dict[str, object] = {
        "value": figure.value,
        "units": len(coverage.units),
        "missing": list(coverage.missing),
        "partial": list(coverage.partial),
    }
    if figure.approximate:
        entry["approximate"] = True
    if figure.decided:
        entry["decided"] = True
    return entry


def _totals_json(report: Report, figures: Figures) -> dict[str, object]:
    """Every measure's total; one that no unit has is null and misses them all."""
    expected = [u.unit for u in report.units if u.expected] if report.attendance.expected is not None else []
    nothing = {"value": None, "units": 0, "missing": expected, "partial": []}
    found = {m.id: figures.get((m.id, None, None, None)) for m in report.campaign.schema.measures}
    return {m: dict(nothing) if f is None else _figure_json(f) for m, f in found.items()}


def _parts_json(report: Report, dimension: str, figures: Figures) -> list[dict[str, object]]:
    """The categories of a dimension with their figures."""
    rows: list[dict[str, object]] = []
    for category in categories_found(report, dimension):
        found = {m.id: figures.get((m.id, None, dimension, category)) for m in report.campaign.schema.measures}
        values = {m: _figure_json(f) for m, f in found.items() if f is not None}
        rows.append({dimension: category, "values": values})
    return rows


def decision_json(decision: Decision) -> dict[str, object]:
    """A decision: what, of what, the value, why, by whom, when."""
    s = decision.subject
    entry: dict[str, object] = {"id": decision.id, "kind": decision.kind.value, "week": s.period}
    entry |= {k: v for k, v in (("unit", s.unit), ("measure", s.measure), ("rule", s.rule)) if v}
    if s.file:
        entry["location"] = location_json(Location(s.file, s.part, s.row, s.column))
    return {**entry, "value": decision.value, "reason": decision.reason, "who": decision.who, "at": decision.at.isoformat()}


def location_json(location: Location) -> dict[str, object]:
    """Where something stands: ``file``, and ``part`` and ``cell`` where there is one."""
    entry: dict[str, object] = {"file": location.file}
    if location.part or location.cell:
        entry["part"] = location.part
    if location.cell:
        entry["cell"] = location.cell
    return entry


def findings_json(findings: Sequence[Finding], explain: Explain) -> list[dict[str, object]]:
    """Every finding by itself; ``folded_under`` is the index of the one that people are shown in its place, if they are."""
    under = folded_under(findings)
    return [
        finding_json(finding, explain) | ({"folded_under": under[index]} if index in under else {})
        for index, finding in enumerate(findings)
    ]


def finding_json(finding: Finding, explain: Explain) -> dict[str, object]:
    """A finding with its sentence."""
    message, hint = explain(finding)
    entry: dict[str, object] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": message,
        "hint": hint,
        "unit": finding.unit,
        "location": location_json(finding.location),
    }
    if finding.measure is not None:
        entry["measure"] = finding.measure
    if finding.related:
        entry["related"] = [location_json(location) for location in finding.related]
    return entry


def validation_json(report: Report, explain: Explain) -> dict[str, object]:
    """The document of ``validate --json``: version 1 of ``tuyentruyen/validation``, in the same shapes."""
    figures = figures_of(report)
    return {
        "format": "tuyentruyen/validation",
        "version": VERSION,
        "submissions": submissions_json(report.submissions),
        "units": [unit_json(report, status, figures) for status in report.units],
        "findings": findings_json(report.findings, explain),
    }
