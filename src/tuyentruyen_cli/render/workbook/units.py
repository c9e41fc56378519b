"""The sheet of figures by unit: live formulas over the source rows, totals with their coverage, and why a figure is lacking."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.report import Report, UnitStatus
from tuyentruyen_cli.model.schema import Aggregation, Measure
from tuyentruyen_cli.render.check_view import unclear_said
from tuyentruyen_cli.render.lookup import ORIGIN, Figures, heading
from tuyentruyen_cli.render.sentences import RELAYED
from tuyentruyen_cli.render.tables import UNSTATED
from tuyentruyen_cli.render.workbook.book import Paper
from tuyentruyen_cli.render.workbook.sources import Sources, own_number

SHEET = "Theo đơn vị"
HEAD = 3
FIRST = HEAD + 1
FIXED = ("STT", "Đơn vị", "Gửi báo cáo")
WIDTHS = (6, 34, 14)
REMARKS_WIDTH = 50
TOGETHER = {Aggregation.SUM: "SUM", Aggregation.MAX: "MAX"}


class Units(Struct, frozen=True):
    """The written sheet: where the totals and the units' figures stand."""

    paper: Paper
    total_row: int
    columns: Mapping[str, int]

    def total(self, measure: Measure) -> str:
        """The address of a measure's total."""
        return self.paper.address(self.total_row, self.columns[measure.id])

    def figure(self, measure: Measure, number: int) -> str:
        """The address of the figure of the unit with that place in the report, from 1."""
        return self.paper.address(FIRST + number - 1, self.columns[measure.id])

    def name(self, number: int) -> str:
        """The address of the name of the unit with that place in the report, from 1."""
        return self.paper.address(FIRST + number - 1, 1)


def write_units(
    paper: Paper, report: Report, view: Mapping[str, Any], figures: Figures, measures: Sequence[Measure], sources: Sources
) -> Units:
    """Write the sheet; ``view`` is the view model of the report."""
    table = view["unit_table"]
    paper.widths(*WIDTHS, *((14,) * len(measures)), REMARKS_WIDTH)
    columns = {measure.id: len(FIXED) + i for i, measure in enumerate(measures)}
    paper.text(0, 0, "SỐ LIỆU THEO ĐƠN VỊ", "title")
    paper.text(1, 0, view["subject"][1], "plain")
    paper.head(HEAD, [*FIXED, *(heading(m) for m in measures), "Ghi chú"])
    for row, (status, shown) in enumerate(zip(report.units, table["rows"], strict=True), FIRST):
        _unit(paper, row, shown)
        for measure, cell in zip(measures, shown["cells"], strict=True):
            figure = figures.get((measure.id, status.unit, None, None))
            if shown["reported"] and figure is not None and figure.value is not None:
                formula = sources.of_unit(measure, own_number(row))
                paper.formula(row, columns[measure.id], formula, measure, figure, cell["mark"])
            else:
                paper.text(row, columns[measure.id], f"{cell['text']} {cell['mark']}".strip(), "absent")
        paper.text(row, len(FIXED) + len(measures), _remark(report, status, figures, measures))
    units = Units(paper, FIRST + len(report.units), columns)
    after = _totals(units, table, figures, measures, sources)
    for line, remark in enumerate(table["remarks"], after + 1):
        paper.text(line, 0, remark, "small")
    paper.finish(HEAD, units.total_row - 1, len(FIXED) + len(measures) + 1, frozen=2)
    return units


def _unit(paper: Paper, row: int, shown: Mapping[str, Any]) -> None:
    paper.number(row, 0, row - FIRST + 1)
    paper.text(row, 1, f"{shown['name']} {shown['mark']}".strip())
    paper.text(row, 2, shown["sent"], "middle")


def _remark(report: Report, status: UnitStatus, figures: Figures, measures: Sequence[Measure]) -> str:
    """Why figures of a unit are lacking."""
    if not status.received:
        return "Chưa gửi báo cáo."
    said = []
    for measure in measures:
        figure = figures.get((measure.id, status.unit, None, None))
        if figure is not None and figure.value is None and set(figure.why) - UNSTATED:
            said.append(f"{measure.short_title or measure.title}: {unclear_said(report, measure, figure)}.")
    return "\n".join(said)


def _totals(units: Units, table: Mapping[str, Any], figures: Figures, measures: Sequence[Measure], sources: Sources) -> int:
    """The rows of totals, of units in them and of what was relayed. Returns the row after them."""
    paper, row = units.paper, units.total_row
    labels = ["Tổng cộng", "Số đơn vị có số liệu", *(["Trong đó tiếp âm, phát lại"] if table["relayed"] else [])]
    for i, label in enumerate(labels):
        for column in range(len(FIXED) + len(measures) + 1):
            paper.text(row + i, column, label if column == 1 else "", "total")
    for i, measure in enumerate(measures):
        column = units.columns[measure.id]
        total = figures.get((measure.id, None, None, None))
        if total is not None and total.value is not None:
            area = f"{TOGETHER[measure.aggregation]}({paper.address(FIRST, column, row - 1)})"
            paper.formula(row, column, area, measure, total)
        else:
            paper.text(row, column, table["total"][i]["text"], "total-right")
        paper.text(row + 1, column, table["coverage"][i]["text"], "total-right")
        relayed = figures.get((measure.id, None, ORIGIN, RELAYED))
        if table["relayed"] and relayed is not None and relayed.value is not None:
            formula = sources.of_category(measure, ORIGIN, RELAYED)
            paper.formula(row + 2, column, formula, measure, relayed)
    return row + len(labels)
