"""The view model of the check sheet: what the office must look after before the report is signed. It stays in the office."""

from collections.abc import Callable, Iterable
from typing import cast

from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render import attendance, letterhead, words
from tuyentruyen_cli.render.decided import approximate_figures, decided_row
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.facts import FINDINGS
from tuyentruyen_cli.render.findings_view import also
from tuyentruyen_cli.render.folded import Message, fold
from tuyentruyen_cli.render.lookup import Figures, columns_of, figures_of, heading, in_table
from tuyentruyen_cli.render.marks import Share, given, marked, marked_as
from tuyentruyen_cli.render.places import cells
from tuyentruyen_cli.render.sentences import Names, key_of
from tuyentruyen_cli.render.tables import NOT_STATED, UNSTATED
from tuyentruyen_cli.vi.dates import format_date, format_time

SEVERITIES = {Severity.ERROR: "Phải sửa", Severity.WARNING: "Cần xem", Severity.NOTE: "Ghi nhận"}
WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
# What no unit can mend by itself: the office decides.
OFFICE = "Cán bộ tổng hợp"
OFFICE_RULES = frozenset(
    {"consolidation", "newer-version", "unit-conflict", "unit-near-miss", "unit-unknown", "which-is-final", "wrong-period"}
)
NOTES_SHOWN = frozenset({"approximate"})
CELLS_NAMED = 12
ERRORS, OTHERS = "errors", "others"


def check_view(report: Report, explain: Explain, finish: Callable[[object], object] = words.cleaned) -> dict[str, object]:
    """The view model of the check sheet. ``finish`` makes its texts clean."""
    names = Names({unit.unit: unit.name for unit in report.units})
    figures = figures_of(report)
    made = report.as_of.astimezone(report.campaign.calendar.tz)
    findings = messages(report)
    errors = sum(f.severity == Severity.ERROR for f in findings)
    view = {
        "title": "PHIẾU KIỂM TRA SỐ LIỆU",
        "subject": [report.campaign.subject.strip(), letterhead.week_title(report)],
        "made": f"Lập lúc {format_time(made.time())} ngày {format_date(made.date())}",
        "attendance": [attendance.attendance_said(report, names), *attendance.deadline_said(report, names)],
        "late": [_late(report, unit, names) for unit in attendance.units_that_sent(report, Timeliness.LATE)],
        "missing": [given(names.of.get(unit, unit)) for unit in report.attendance.missing],
        "figures_table": {"rows": [_figure_row(report, m, figures, names) for m in columns_of(report)]},
        "summary": _summary(errors, len(findings) - errors),
        "findings_table": {"rows": [_finding_row(i, f, explain, names) for i, f in enumerate(findings, 1)]},
        "approximate": [given(said) for said in approximate_figures(report)],
        "decided_table": {"rows": [_decided_row(i, d, report) for i, d in enumerate(report.decisions, 1)]},
    }
    return cast("dict[str, object]", finish(view))


def _summary(errors: int, others: int) -> str:
    counts = ((errors, ERRORS, "lỗi phải sửa"), (others, OTHERS, "điểm cần xem"))
    said = [f"{marked_as(('', None, FINDINGS, kind), str(count))} {what}" for count, kind, what in counts if count]
    return f"{', '.join(said) or 'Không có lỗi phải sửa, không có điểm cần xem'}."


def _decided_row(number: int, decision: Decision, report: Report) -> dict[str, object]:
    kind, unit, measure, place, value, reason, who, at, _ = decided_row(report, decision)
    about = "; ".join(filter(None, (measure, place)))
    texts = tuple(map(given, (kind, about, value, reason, f"{who}, {at}")))
    return {
        "number": str(number),
        "name": unit,
        "cells": [{"text": text, "mark": ""} for text in texts],
        **dict(zip(("kind", "about", "value", "reason", "who"), texts, strict=True)),
    }


def _late(report: Report, unit: str, names: Names) -> str:
    """A late unit with the moment of its first report, as far as it is known."""
    zone = report.campaign.calendar.tz
    received = [s.received_at for s in report.submissions if s.unit == unit and s.received_at is not None]
    if not received:
        return given(names.of.get(unit, unit))
    first = min(received).astimezone(zone)
    return f"{given(names.of.get(unit, unit))} (nhận lúc {format_time(first.time())} ngày {format_date(first.date())})"


def messages(report: Report) -> list[Message]:
    """What a person must look at: by unit in the order of the registry, the heaviest first; the office's own first of all."""
    order = {unit.unit: number for number, unit in enumerate(report.units)}
    shown = fold(f for f in report.findings if f.severity != Severity.NOTE or f.rule in NOTES_SHOWN)
    return sorted(shown, key=lambda m: (order.get(m.cause.unit or "", -1), WEIGHT[m.severity], m.cause.location.file))


def place_said(location: Location) -> str:
    """``bc_tuan5.xlsx, trang Sheet1, ô F9``."""
    part = f", trang {location.part}" if location.part else ""
    if location.part.startswith("table "):
        part = f", bảng {location.part.removeprefix('table ')}"
    return f"{location.file}{part}{f', ô {location.cell}' if location.cell else ''}"


def _finding_row(number: int, one: Message, explain: Explain, names: Names) -> dict[str, object]:
    finding = one.cause
    found, hint = explain(finding)
    message = " ".join([found, *(f"{said}." for said in also(one, "vi", CELLS_NAMED))])
    unit = names.of.get(finding.unit, finding.unit) if finding.unit else "(chưa rõ đơn vị)"
    owner = OFFICE if finding.unit is None or finding.rule in OFFICE_RULES else unit
    texts = tuple(map(given, (SEVERITIES[finding.severity], place_said(finding.location), message, hint, owner)))
    return {
        "number": str(number),
        "name": unit,
        "cells": [{"text": text, "mark": ""} for text in texts],
        **dict(zip(("severity", "place", "message", "hint", "owner"), texts, strict=True)),
        "rule": finding.rule,
    }


def _cells_said(places: Iterable[Location]) -> str:
    named = cells(places, CELLS_NAMED)
    return f", ô {named}" if named else ""


def _figure_row(report: Report, measure: Measure, figures: Figures, names: Names) -> dict[str, object]:
    """One total: its value, how many units are in it, and who is not, each with the reason."""
    figure = figures.get((measure.id, None, None, None))
    value = NOT_STATED if figure is None or figure.value is None else marked(figure, in_table(measure, figure.value))
    coverage = "0" if figure is None else _coverage(figure)
    outside = [] if figure is None else _outside(report, measure, figure, figures, names)
    return {
        "name": heading(measure),
        "value": value,
        "coverage": coverage,
        "outside": outside or ["Không có"],
        "cells": [{"text": value, "mark": ""}, {"text": coverage, "mark": ""}],
    }


def _coverage(figure: Figure) -> str:
    expected = figure.coverage.expected
    count = str(len(figure.coverage.units) if expected is None else expected - len(figure.coverage.missing))
    return marked(figure, count if expected is None else f"{count}/{expected}", Share.COVERED)


def _outside(report: Report, measure: Measure, total: Figure, figures: Figures, names: Names) -> list[str]:
    """Who is not in a total and why: together where the reason is the same, else with the cells that are not clear."""
    together: dict[str, list[str]] = {"Chưa gửi báo cáo": [], "Không ghi số liệu": [], "Mới báo cáo một phần": []}
    unclear = []
    for unit in total.coverage.missing:
        figure = figures.get((measure.id, unit, None, None))
        if unit in report.attendance.missing:
            together["Chưa gửi báo cáo"].append(unit)
        elif figure is None or not set(figure.why) - UNSTATED:
            together["Không ghi số liệu"].append(unit)
        else:
            unclear.append(given(f"{names.of.get(unit, unit)}: {unclear_said(report, measure, figure)}"))
    together["Mới báo cáo một phần"] += total.coverage.partial
    return [
        f"{reason}: {names.listed(units, key_of(total), len(units))}" for reason, units in together.items() if units
    ] + unclear


def unclear_said(report: Report, measure: Measure, figure: Figure) -> str:
    """Where a unit's figure is not clear, and what of it could be read."""
    about = {None, measure.id}
    places = [f.location for f in report.findings if f.unit == figure.unit and f.rule in figure.why and f.measure in about]
    parts: dict[Location, list[Location]] = {}
    for place in places:
        parts.setdefault(Location(place.file, place.part), []).append(place)
    where = "; ".join(f"{place_said(part)}{_cells_said(inside)}" for part, inside in parts.items())
    said = f"số liệu chưa rõ{f' tại {where}' if where else ''}"
    if figure.known is None:
        return said
    return f"{said} (đọc được ít nhất {in_table(measure, figure.known.value)}, còn {figure.known.open} ô chưa rõ)"
