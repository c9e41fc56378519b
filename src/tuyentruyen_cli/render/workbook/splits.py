"""The sheets of figures by channel and by topic."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.lookup import CHANNEL, TOPIC, Figures, adds_up, heading
from tuyentruyen_cli.render.workbook.book import Paper
from tuyentruyen_cli.render.workbook.sources import Sources
from tuyentruyen_cli.render.workbook.units import Units

SHEETS = {CHANNEL: "Theo kênh", TOPIC: "Theo chủ đề"}
TITLES = {CHANNEL: "SỐ LIỆU THEO KÊNH", TOPIC: "SỐ LIỆU THEO CHỦ ĐỀ"}
NAMES = {CHANNEL: "Kênh", TOPIC: "Chủ đề"}
HEAD = 3
FIRST = HEAD + 1
FIXED = ("STT", "")
WIDTHS = (6, 34)


class Split(Struct, frozen=True):
    """A written sheet. ``rows`` are the categories with figures, each with its row."""

    paper: Paper
    rows: Mapping[str, int]
    columns: Mapping[str, int]

    def figure(self, measure: Measure, category: str) -> str:
        """The address of a figure."""
        return self.paper.address(self.rows[category], self.columns[measure.id])

    def name(self, category: str) -> str:
        """The address of a category's name."""
        return self.paper.address(self.rows[category], 1)


def write_split(
    paper: Paper,
    dimension: str,
    view: Mapping[str, Any],
    figures: Figures,
    measures: Sequence[Measure],
    sources: Sources,
    units: Units,
) -> Split:
    """Write the sheet of a dimension; ``view`` is the view model of the report."""
    table = view[f"{dimension}_table"]
    paper.widths(*WIDTHS, *((16,) * len(measures)))
    columns = {measure.id: len(FIXED) + i for i, measure in enumerate(measures)}
    rows = {shown["category"]: FIRST + i for i, shown in enumerate(table["rows"])}
    split = Split(paper, rows, columns)
    paper.text(0, 0, TITLES[dimension], "title")
    paper.text(1, 0, view["subject"][1], "plain")
    paper.head(HEAD, ["STT", NAMES[dimension], *(heading(m) for m in measures)])
    for shown in table["rows"]:
        row = rows[shown["category"]]
        paper.number(row, 0, row - HEAD)
        paper.text(row, 1, shown["name"])
        for measure, cell in zip(measures, shown["cells"], strict=True):
            figure = figures.get((measure.id, None, dimension, shown["category"]))
            if figure is not None and figure.value is not None:
                formula = sources.of_category(measure, dimension, shown["category"])
                paper.formula(row, columns[measure.id], formula, measure, figure, cell["mark"])
            else:
                paper.text(row, columns[measure.id], cell["text"], "absent")
    last = _totals(split, table, figures, measures, units)
    for line, remark in enumerate(table["remarks"], last + 2):
        paper.text(line, 0, remark, "small")
    paper.finish(HEAD, FIRST + len(rows) - 1, len(FIXED) + len(measures), frozen=2)
    return split


def _totals(split: Split, table: Mapping[str, Any], figures: Figures, measures: Sequence[Measure], units: Units) -> int:
    """The rows of totals and of units in them. What adds up is added here, so that both sheets check each other."""
    paper, row = split.paper, FIRST + len(split.rows)
    for i, label in enumerate(("Tổng cộng", "Số đơn vị có số liệu")):
        paper.text(row + i, 0, "", "total")
        paper.text(row + i, 1, label, "total")
    for i, measure in enumerate(measures):
        column = split.columns[measure.id]
        total = figures.get((measure.id, None, None, None))
        if total is not None and total.value is not None:
            added = f"SUM({paper.address(FIRST, column, row - 1)})" if adds_up(measure) and split.rows else units.total(measure)
            paper.formula(row, column, added, measure, total)
        else:
            paper.text(row, column, table["total"][i]["text"], "total-right")
        paper.text(row + 1, column, table["coverage"][i]["text"], "total-right")
    return row + 1
