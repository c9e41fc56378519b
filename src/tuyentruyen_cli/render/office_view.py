"""The view model of what stays in the office (workbook, page, plain text): the report's, the check sheet's, and every file."""

from collections.abc import Mapping
from typing import Any

from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import ENTERED, Submission
from tuyentruyen_cli.render.attendance import STATUS
from tuyentruyen_cli.render.check_view import OFFICE, OFFICE_RULES, SEVERITIES, check_view
from tuyentruyen_cli.render.decided import decided_row
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.findings_view import Line, lines
from tuyentruyen_cli.render.report_json import together
from tuyentruyen_cli.render.view import report_view
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date

TITLE = "SỐ LIỆU TỔNG HỢP"
EVIDENCE = {"first-seen": "lần đầu thấy trong thư mục", "mail": "thư điện tử"}
MOST_CELLS = 20  # ranges of cells that one message names
NO_UNIT = "(chưa rõ đơn vị)"
DECIDED = ("kind", "unit", "measure", "place", "value", "reason", "who", "at", "id")


def office_view(report: Report, explain: Explain) -> dict[str, Any]:
    """Everything that is shown of a week; ``explain`` gives a finding's message and hint in Vietnamese.

    Raises ``FiguresDisagree`` where figures contradict each other.
    """
    names = {unit.unit: unit.name for unit in report.units}
    return {
        **check_view(report, explain),
        **report_view(report),
        "title": TITLE,
        "files": _files(report, names),
        "findings": [_finding(line) for line in lines(report, explain, "vi", MOST_CELLS)],
        "decisions": [_decision(report, d) for d in report.decisions],
    }


def _finding(line: Line) -> dict[str, Any]:
    """A message in words. ``location`` is where it stands; ``level`` is the id of its severity."""
    unit = line.unit or NO_UNIT
    row = {
        "severity": SEVERITIES[line.severity],
        "unit": unit,
        "file": line.location.file,
        "place": line.place,
        "message": line.message,
        "also": " ".join(f"{sentence}." for sentence in line.also),
        "hint": line.hint,
        "owner": OFFICE if not line.unit or line.rule in OFFICE_RULES else unit,
        "rule": line.rule,
    }
    return {**{key: clean(text) for key, text in row.items()}, "level": line.severity.value, "location": line.location}


def part_said(place: Location) -> str:
    """The sheet of a place, or its table of a Word file: ``bảng 2``."""
    return f"bảng {place.part.removeprefix('table ')}" if place.part.startswith("table ") else place.part


def _decision(report: Report, decision: Decision) -> dict[str, str]:
    return {name: clean(text) for name, text in zip(DECIDED, decided_row(report, decision), strict=True)}


def _files(report: Report, names: Mapping[str, str]) -> list[dict[str, str]]:
    """One row for each file that came, by name."""
    files: dict[str, list[Submission]] = {}
    for submission in report.submissions:
        if submission.content != ENTERED:
            files.setdefault(submission.file, []).append(submission)
    return [_file(report, files[name], names) for name in sorted(files)]


def _file(report: Report, parts: list[Submission], names: Mapping[str, str]) -> dict[str, str]:
    first = parts[0]
    received = first.received_at.astimezone(report.campaign.calendar.tz) if first.received_at else None
    row = {
        "file": first.file,
        "unit": ", ".join(dict.fromkeys(names.get(s.unit, s.unit) for s in parts if s.unit)) or NO_UNIT,
        "received": f"{format_date(received.date())} {received:%H:%M}" if received else "",
        "instant": str(round(received.timestamp())) if received else "",
        "sent": STATUS[first.timeliness] if first.readable else "",
        "evidence": EVIDENCE.get(first.evidence, first.evidence),
        "outcome": say(f"cli.{together({s.outcome.value for s in parts})}", "vi"),
        "sha256": first.sha256,
    }
    return {key: clean(text) for key, text in row.items()}
