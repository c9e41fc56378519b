"""The document of ``compare --json``: version 1 of ``tuyentruyen/comparison``."""

from collections.abc import Iterable

from tuyentruyen_cli.model.comparison import Change, Comparison, Cumulated, Side, Span
from tuyentruyen_cli.model.issue import Beside, IssuedCell
from tuyentruyen_cli.model.outlook import Outlook

FORMAT = "tuyentruyen/comparison"
VERSION = 1


def outlook_json(outlook: Outlook) -> dict[str, object]:
    """The document as plain dictionaries and lists. Figures are whole numbers, percents rounded to one decimal."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "figures": "issued" if outlook.as_issued else "current",
        "main": cumulated_json(outlook.main),
        "comparisons": [comparison_json(c) for c in outlook.comparisons],
        "not_remembered": [_span_json(span) for span in outlook.unknown],
        "to_date": [cumulated_json(c) for c in outlook.to_date],
        "otherwise": [cumulated_json(c) for c in outlook.otherwise],
        "issued": [beside_json(b) for b in outlook.issued],
    }


def comparison_json(comparison: Comparison) -> dict[str, object]:
    """Two spans: by measure both figures with who is in them, the change, and it again over the units in both.

    A measure that no unit states in either is left out.
    """
    measures: dict[str, object] = {}
    for one in (m for m in comparison.measures if m.current.within or m.other.within):
        alike = one.alike
        entry = {"current": _side_json(one.current), "other": _side_json(one.other), **_change_json(one.change)}
        entry["same_units"] = alike is None
        if alike is not None:
            figures = {"current": alike.change.current, "other": alike.change.other}
            entry["alike"] = {"units": list(alike.units), **figures, **_change_json(alike.change)}
        measures[one.measure] = entry
    return {"current": _span_json(comparison.current), "other": _span_json(comparison.other), "measures": measures}


def cumulated_json(cumulated: Cumulated) -> dict[str, object]:
    """One span with its figures, and the issued reports whose figures they are, by week. A measure without any is left out."""
    return {
        **_span_json(cumulated.span),
        "measures": {measure: _side_json(side) for measure, side in cumulated.sides if side.within},
        "reports": dict(cumulated.reports),
    }


def beside_json(beside: Beside) -> dict[str, object]:
    """An issued report beside the current figures."""
    issue = beside.issue
    covered = {measure: (then, now) for measure, then, now in beside.covered}
    return {
        "week": issue.period,
        "report": issue.name,
        "date": issue.date.isoformat(),
        "issued_at": issue.at.isoformat(),
        "document": issue.document,
        "sha256": issue.sha256,
        "replaces": issue.replaces.name if issue.replaces else None,
        "moved": beside.moved,
        "totals": {
            m.measure: {
                "issued": m.change.other, "current": m.change.current, "difference": m.change.difference,
                "units_issued": covered[m.measure][0], "units_current": covered[m.measure][1],
            }
            for m in beside.totals
        },
        "units": [
            {"unit": m.unit, "measure": m.measure, "issued": m.change.other, "current": m.change.current} for m in beside.units
        ],
        "parts": [
            {p.dimension: p.category, "measure": p.measure, "issued": p.change.other, "current": p.change.current}
            for p in beside.parts
        ],
        "cells": [
            {"unit": c.unit, "measure": c.measure, "issued": _cell_json(c.issued), "current": _cell_json(c.current)}
            for c in beside.cells
        ],
    }  # fmt: skip


def _span_json(span: Span) -> dict[str, object]:
    return {
        "id": span.id,
        "kind": span.kind.value,
        "start": span.start.isoformat(),
        "end": span.end.isoformat(),
        "weeks": list(span.weeks),
        "not_remembered": list(span.absent),
    }


def _side_json(side: Side) -> dict[str, object]:
    return {
        "value": side.value,
        "units": len(side.within),
        "covered": side.covered,
        "expected": side.expected,
        "missing": _weeks_by_unit(side.gaps),
        "partial": list(side.partial),
    }


def _weeks_by_unit(gaps: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    return {unit: list(weeks) for unit, weeks in gaps}


def _change_json(change: Change) -> dict[str, object]:
    percent = change.percent
    return {"difference": change.difference, "percent": None if percent is None else float(round(percent, 1))}


def _cell_json(cell: IssuedCell | None) -> dict[str, object] | None:
    return None if cell is None else {"file": cell.file, "part": cell.part, "cell": cell.cell, "value": cell.value}
