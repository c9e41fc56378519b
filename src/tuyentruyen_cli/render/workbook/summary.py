"""The first sheet: who reported, and each total with who is not in it and why."""

from collections.abc import Mapping, Sequence
from typing import Any

from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.lookup import Figures
from tuyentruyen_cli.render.workbook.book import Paper
from tuyentruyen_cli.render.workbook.units import Units

SHEET = "Tổng hợp"
TITLES = ("Chỉ tiêu", "Tổng", "Đơn vị có số liệu", "Chưa tính trong tổng, lý do")
WIDTHS = (34, 16, 14, 90)


def write_summary(paper: Paper, view: Mapping[str, Any], figures: Figures, measures: Sequence[Measure], units: Units) -> None:
    """Write the sheet; ``view`` is the view model of the report and of its check sheet together."""
    paper.widths(*WIDTHS)
    row = 0
    for text, look in ((view["title"], "title"), *((line, "plain") for line in view["subject"]), (view["made"], "small")):
        paper.text(row, 0, text, look)
        row += 1
    for text in view["attendance"]:
        paper.across(row + 1, text)
        row += 1
    head = row + 2
    paper.head(head, TITLES)
    for at, (measure, shown) in enumerate(zip(measures, view["figures_table"]["rows"], strict=True), head + 1):
        paper.text(at, 0, shown["name"])
        figure = figures.get((measure.id, None, None, None))
        if figure is not None and figure.value is not None:
            paper.formula(at, 1, units.total(measure), measure, figure)
        else:
            paper.text(at, 1, shown["value"], "absent")
        paper.text(at, 2, shown["coverage"], "middle")
        paper.text(at, 3, "\n".join(shown["outside"]))
    for at, remark in enumerate(view["unit_table"]["remarks"], head + len(measures) + 2):
        paper.across(at, remark, "small-wrapped")
    paper.raw.repeat_rows(head)
    paper.print_on_a4()
