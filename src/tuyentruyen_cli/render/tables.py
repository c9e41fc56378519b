"""The tables of the report: by unit, by channel, by topic; all add up to the same totals, or there is no report."""

from collections.abc import Callable, Mapping, Sequence

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report, UnitStatus
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Aggregation, Measure, MeasureKind
from tuyentruyen_cli.render.attendance import statuses
from tuyentruyen_cli.render.faults import FiguresDisagree
from tuyentruyen_cli.render.lookup import ORIGIN, Figures, adds_up, categories_found, heading, in_table
from tuyentruyen_cli.render.marks import Share, marked
from tuyentruyen_cli.render.sentences import LISTENERS, RELAYED

REFUSED = "chưa rõ"
NOT_STATED = "…"
NOT_REPORTED = "chưa báo cáo"
UNSTATED = {"not-stated", "missing"}

LEGEND = {
    "refused": "Số liệu của đơn vị chưa rõ, đang chờ đơn vị xác nhận; chưa tính vào tổng.",
    "not-stated": "Đơn vị không ghi số liệu này; chưa tính vào tổng.",
    "approximate": "Số liệu ước lượng (đơn vị ghi khoảng, trên, hơn…).",
    "decided": "Số liệu do người phụ trách chốt sau khi xác nhận với đơn vị.",
    "partial": "Đơn vị mới báo cáo một phần; số liệu tính theo phần đã báo cáo.",
    "outside": "Đơn vị ngoài danh sách các đơn vị phải báo cáo.",
}
HIGHEST = "tổng lấy số cao nhất của mỗi đơn vị, không phải là tổng của các dòng."
TITLES = {
    "channel": {UNKNOWN: "Chưa xác định kênh", UNSPLIT: "Chưa phân tách theo kênh"},
    "topic": {UNKNOWN: "Chưa xác định chủ đề", UNSPLIT: "Chưa phân tách theo chủ đề"},
}


class Marks:
    """The footnote signs of one table, numbered in the order in which they are first used."""

    def __init__(self) -> None:
        self.used: list[str] = []

    def sign(self, *reasons: str) -> str:
        """The signs for these reasons, such as ``(1)``."""
        self.used += [reason for reason in reasons if reason not in self.used]
        return "".join(f"({self.used.index(reason) + 1})" for reason in reasons)

    def legend(self) -> list[str]:
        """What each sign means."""
        return [f"({number}) {LEGEND[reason]}" for number, reason in enumerate(self.used, 1)]


def _cell(measure: Measure, figure: Figure | None, marks: Marks, *, partial: bool = False) -> dict[str, object]:
    """What stands in one cell: its text and its footnote sign. No figure is never a zero."""
    if figure is None or figure.value is None:
        unstated = figure is None or (figure.known is None and set(figure.why) <= UNSTATED)
        reason = "not-stated" if unstated else "refused"
        return {"text": NOT_STATED if unstated else REFUSED, "mark": marks.sign(reason)}
    reasons = ["approximate"] if figure.approximate and measure.kind != MeasureKind.ESTIMATE else []
    reasons += [reason for reason, holds in (("decided", figure.decided), ("partial", partial)) if holds]
    return {"text": _written(measure, figure), "mark": marks.sign(*reasons)}


def _written(measure: Measure, figure: Figure | None) -> str:
    """A figure's value as a table writes it, marked as that figure's."""
    return NOT_STATED if figure is None or figure.value is None else marked(figure, in_table(measure, figure.value))


def _columns(measures: Sequence[Measure]) -> list[object]:
    return [{"measure": m.id, "title": heading(m)} for m in measures]


def _totals(measures: Sequence[Measure], figures: Figures) -> list[object]:
    """The cells of the row of totals; a figure that no unit has is no figure."""
    cells: list[object] = []
    for measure in measures:
        figure = figures.get((measure.id, None, None, None))
        known = figure is not None and figure.value is not None
        text = _written(measure, figure)
        hedged = known and figure is not None and figure.approximate and measure.kind != MeasureKind.ESTIMATE
        cells.append({"text": f"khoảng {text}" if hedged else text, "mark": ""})
    return cells


def _coverage(measures: Sequence[Measure], figures: Figures) -> list[object]:
    """How many units are in each total: ``12/14``."""
    cells: list[object] = []
    for measure in measures:
        figure = figures.get((measure.id, None, None, None))
        text = NOT_STATED
        if figure is not None:
            expected = figure.coverage.expected
            text = str(len(figure.coverage.units) if expected is None else expected - len(figure.coverage.missing))
            text = marked(figure, text if expected is None else f"{text}/{expected}", Share.COVERED)
        cells.append({"text": text, "mark": ""})
    return cells


def _relayed(measures: Sequence[Measure], figures: Figures) -> list[object]:
    """The cells of the row of what was relayed; empty when nothing was."""
    found = [figures.get((m.id, None, ORIGIN, RELAYED)) for m in measures]
    if not any(f is not None and f.value for f in found):
        return []
    cells: list[object] = [{"text": _written(m, f), "mark": ""} for m, f in zip(measures, found, strict=True)]
    return cells


def _remarks(measures: Sequence[Measure], marks: Marks) -> list[str]:
    estimate = [LISTENERS] if any(m.kind == MeasureKind.ESTIMATE for m in measures) else []
    return marks.legend() + estimate


def _unit_row(status: tuple[int, UnitStatus], measures: Sequence[Measure], figures: Figures, marks: Marks) -> dict[str, object]:
    number, unit = status
    cells: list[object] = []
    for measure in measures:
        total = figures.get((measure.id, None, None, None))
        partial = total is not None and unit.unit in total.coverage.partial
        figure = figures.get((measure.id, unit.unit, None, None))
        cells.append(_cell(measure, figure, marks, partial=partial) if unit.received else {"text": NOT_REPORTED, "mark": ""})
    outside = "" if unit.expected else marks.sign("outside")
    sent = statuses([(unit.received, unit.timeliness)])[0]
    name = {"name": unit.name, "mark": outside, "unit": unit.unit}
    return {"number": str(number), **name, "reported": unit.received, "absent": NOT_REPORTED, "sent": sent, "cells": cells}


def unit_table(report: Report, measures: Sequence[Measure], figures: Figures) -> dict[str, object]:
    """One row for every expected unit and every unit found, in the order of the registry, and the totals with coverage."""
    for measure in measures:
        _check_units(measure, figures)
    marks = Marks()
    rows = [_unit_row(status, measures, figures, marks) for status in enumerate(report.units, 1)]
    return {
        "columns": _columns(measures),
        "rows": rows,
        "total": _totals(measures, figures),
        "coverage": _coverage(measures, figures),
        "relayed": _relayed(measures, figures),
        "remarks": _remarks(measures, marks),
    }


def category_title(report: Report, dimension: str, category: str) -> str:
    """The name of a channel or topic as a table writes it."""
    if category in TITLES.get(dimension, {}):
        return TITLES[dimension][category]
    known = report.campaign.schema.dimension(dimension)
    found = known.category(category) if known else None
    return found.title if found else category


def split_table(report: Report, dimension: str, measures: Sequence[Measure], figures: Figures) -> dict[str, object]:
    """The totals by channel or topic, with lines for what is not split and what is not recognised."""
    categories = categories_found(report, dimension)
    for measure in measures:
        _check_categories(measure, dimension, categories, figures)
    marks = Marks()
    rows: list[object] = []
    for category in categories:
        found = [figures.get((m.id, None, dimension, category)) for m in measures]
        if all(f is None or (f.value is None and not f.why) or (category in TITLES[dimension] and not f.value) for f in found):
            continue
        cells = [_part(m, f, marks) for m, f in zip(measures, found, strict=True)]
        name = category_title(report, dimension, category)
        rows.append({"number": str(len(rows) + 1), "category": category, "name": name, "cells": cells})
    return {
        "columns": _columns(measures),
        "rows": rows,
        "total": _totals(measures, figures),
        "coverage": _coverage(measures, figures),
        "remarks": marks.legend() + [f"{heading(m)}: {HIGHEST}" for m in measures if not adds_up(m)],
    }


def _part(measure: Measure, figure: Figure | None, marks: Marks) -> dict[str, object]:
    """The cell of one category: no figure there is an ellipsis, without a footnote of its own."""
    if figure is None or figure.value is None:
        return {"text": NOT_STATED, "mark": ""}
    return _cell(measure, figure, marks)


def _check_units(measure: Measure, figures: Figures) -> None:
    """The units named in a total must give it."""
    total = figures.get((measure.id, None, None, None))
    if total is None or total.value is None or measure.aggregation not in TOGETHER:
        return
    values = [f.value for unit in total.coverage.units if (f := figures.get((measure.id, unit, None, None)))]
    stated = [v for v in values if v is not None]
    if not stated or TOGETHER[measure.aggregation](stated) != total.value:
        raise FiguresDisagree("render.units-disagree", measure=measure.title, total=total.value, parts=stated)


def _check_categories(measure: Measure, dimension: str, categories: Sequence[str], figures: Figures) -> None:
    """The categories of a dimension must give the total."""
    total = figures.get((measure.id, None, None, None))
    found = [figures.get((measure.id, None, dimension, category)) for category in categories]
    values = [f.value for f in found if f is not None and f.value is not None]
    if not categories or total is None or total.value is None or not adds_up(measure):
        return
    if sum(values) != total.value:
        raise FiguresDisagree("render.parts-disagree", measure=measure.title, dimension=dimension, total=total.value)


TOGETHER: Mapping[Aggregation, Callable[[list[int]], int]] = {Aggregation.SUM: sum, Aggregation.MAX: max}
