"""An issued report as a line of the log holds it, and back: figures by column, so that a line stays short."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tuyentruyen_cli.model.comparison import WeekFigures
from tuyentruyen_cli.model.issue import Issue, IssuedCell, Replaced

EVENT = "issued"

Cells = dict[tuple[str, str, str], dict[str, dict[str, int]]]


def to_event(issue: Issue) -> dict[str, Any]:
    """The data of the line."""
    figures = issue.figures
    units = list(dict.fromkeys([*(figures.expected or ()), *(u for values in figures.values.values() for u in values)]))
    cells: Cells = {}
    for cell in issue.cells:
        cells.setdefault((cell.unit, cell.file, cell.part), {}).setdefault(cell.measure, {})[cell.cell] = cell.value
    return {
        "week": issue.period,
        "number": issue.number,
        "symbol": issue.symbol,
        "date": issue.date.isoformat(),
        "document": issue.document,
        "sha256": issue.sha256,
        "log": [issue.log_line, issue.log_hash],
        "replaces": [issue.replaces.name, issue.replaces.date.isoformat()] if issue.replaces else None,
        "units": units,
        "expected": list(figures.expected) if figures.expected is not None else None,
        "values": {measure: [values.get(u) for u in units] for measure, values in figures.values.items()},
        "partial": {measure: sorted(names) for measure, names in figures.partial.items() if names},
        "totals": dict(issue.totals),
        "parts": [[*part, value] for part, value in figures.parts.items()],
        "cells": [[*place, by_measure] for place, by_measure in cells.items()],
    }


def of_event(at: dt.datetime, data: Mapping[str, Any], *, with_cells: bool = True) -> Issue:
    """The issued report of a line that was written at that moment; of a province's year the cells alone take a while."""
    units = data["units"]
    values = {m: {u: v for u, v in zip(units, column, strict=True) if v is not None} for m, column in data["values"].items()}
    expected = tuple(data["expected"]) if data["expected"] is not None else None
    partial = {measure: frozenset(names) for measure, names in data["partial"].items()}
    parts = {(dimension, category, measure): value for dimension, category, measure, value in data["parts"]}
    replaces = data["replaces"]
    return Issue(
        period=data["week"],
        number=data["number"],
        symbol=data["symbol"],
        date=dt.date.fromisoformat(data["date"]),
        at=at,
        document=data["document"],
        sha256=data["sha256"],
        log_line=data["log"][0],
        log_hash=data["log"][1],
        figures=WeekFigures(data["week"], expected, values, partial, f"{data['number']}/{data['symbol']}", parts),
        totals=tuple(data["totals"].items()),
        cells=tuple(
            IssuedCell(unit, measure, file, part, cell, value)
            for unit, file, part, by_measure in (data["cells"] if with_cells else ())
            for measure, cells in by_measure.items()
            for cell, value in cells.items()
        ),
        replaces=Replaced(replaces[0], dt.date.fromisoformat(replaces[1])) if replaces else None,
    )
