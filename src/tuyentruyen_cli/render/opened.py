"""What a figure opens on a page: the cells that it was read from, or the units that it is the total of."""

from collections.abc import Iterable
from typing import Any

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.behind import SourceRow, Typed, cells_said, raw_said
from tuyentruyen_cli.render.lookup import CHANNEL, TOPIC, Figures, in_table
from tuyentruyen_cli.render.office_view import part_said
from tuyentruyen_cli.render.tables import REFUSED, category_title
from tuyentruyen_cli.render.words import clean

# What a figure over all units opens at most; the rest is one step further, under each unit.
MOST = 100


class Opened:
    """The rows behind the figures of a report, by unit and by category."""

    def __init__(self, report: Report, rows: Iterable[SourceRow]) -> None:
        self._report = report
        self._units: dict[str, list[SourceRow]] = {}
        self._categories: dict[tuple[str, str], list[SourceRow]] = {}
        for row in rows:
            self._units.setdefault(row.unit, []).append(row)
            for dimension in (CHANNEL, TOPIC):
                self._categories.setdefault((dimension, row.category(dimension)), []).append(row)
        self._titles: dict[tuple[str, str], str] = {}

    def files(self, unit: str) -> list[str]:
        """The files that a unit's figures come from."""
        return list(dict.fromkeys(row.file for row in self._units.get(unit, ()) if not row.entered))

    def of_unit(self, measure: Measure, unit: str) -> list[dict[str, str]]:
        """The cells behind a unit's figure, or those that leave it open."""
        rows = self._units.get(unit, [])
        several = len({row.file for row in rows}) > 1
        return [self._cell(row, measure, row.file if several else "") for row in rows if measure.id in row.typed]

    def of_category(self, measure: Measure, dimension: str, category: str) -> dict[str, Any]:
        """The cells behind the figure of a channel or topic, each with its unit: the first ones, and how many more."""
        rows = [
            r for r in self._categories.get((dimension, category), ()) if measure.id in r.typed and r.typed[measure.id].counted
        ]
        shown = [self._cell(row, measure, self._report.units[row.number - 1].name) for row in rows[:MOST]]
        return {"cells": shown, "more": len(rows) - len(shown)}

    def _cell(self, row: SourceRow, measure: Measure, whose: str) -> dict[str, str]:
        typed = row.typed[measure.id]
        return {
            "whose": clean(whose),
            "place": clean(_place(row, typed)),
            "raw": clean(raw_said(measure, typed)),
            "value": REFUSED if typed.value is None else in_table(measure, typed.value),
            "about": self._about(row),
            "counted": "" if typed.counted or typed.value is None else "chưa tính",
        }

    def _about(self, row: SourceRow) -> str:
        """The channel and topic of a row, as far as it says them."""
        said = []
        for dimension in (CHANNEL, TOPIC):
            key = (dimension, row.category(dimension))
            if key not in self._titles:
                self._titles[key] = clean(category_title(self._report, *key))
            if key[1] != "unsplit":
                said.append(self._titles[key])
        return ", ".join(said)


def units_of_total(report: Report, measure: Measure, figures: Figures) -> dict[str, Any]:
    """The units that a total is made of, with their figures and places in the report: the first ones, and how many more."""
    found: list[tuple[int, str, Figure]] = []
    for number, unit in enumerate(report.units, 1):
        figure = figures.get((measure.id, unit.unit, None, None))
        if figure is not None and figure.value is not None:
            found.append((number, unit.name, figure))
    shown = [{"number": n, "name": clean(name), "value": in_table(measure, f.value or 0)} for n, name, f in found[:MOST]]
    return {"units": shown, "more": len(found) - len(shown)}


def _place(row: SourceRow, typed: Typed) -> str:
    """``Sheet1 C9``, ``bảng 2 C2, D2``."""
    if row.entered:
        return "người phụ trách nhập"
    return " ".join(filter(None, (part_said(typed.places[0]), cells_said(typed))))
