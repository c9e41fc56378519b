"""The view model of the page: what the office sees of a week, what each figure opens, and the bars of the charts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.bars import KINDS, Bars, all_bars
from tuyentruyen_cli.render.behind import SourceRow
from tuyentruyen_cli.render.check_view import unclear_said
from tuyentruyen_cli.render.lookup import CHANNEL, TOPIC, Figures
from tuyentruyen_cli.render.opened import Opened, units_of_total
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.tables import UNSTATED
from tuyentruyen_cli.render.words import clean

HEADS = {CHANNEL: ("Theo kênh", "Kênh"), TOPIC: ("Theo chủ đề", "Chủ đề")}
BAR_STEP = 34  # of the picture's own units, 360 wide: a line of text with its bar under it
BAR_ROOM = 360
LONGEST_LABEL = 40
TIMELY = {"on-time": "dung-han", "late": "muon", "unknown": "chua-ro-gio"}


def page_view(
    report: Report,
    view: Mapping[str, Any],
    figures: Figures,
    measures: Sequence[Measure],
    rows: Iterable[SourceRow],
    originals: Originals,
) -> dict[str, Any]:
    """The view model; ``view`` is that of the office."""
    opened = Opened(report, rows)
    dimensions = [d for d in (CHANNEL, TOPIC) if view[f"{d}_table"]]
    drawn = [bars for bars in all_bars(report, measures, figures) if bars.kind != CHANNEL or CHANNEL in dimensions]
    charts = sorted(drawn, key=lambda bars: list(KINDS).index(bars.kind))
    return {
        **view,
        "week": view["period"]["week"],
        "totals": _totals(report, view, figures, measures),
        "units": _units(report, view, figures, measures, opened, originals),
        "splits": [_split(d, view, figures, measures, opened) for d in dimensions],
        "charts": [_chart(number, bars) for number, bars in enumerate(charts, 1)],
        "files": [{**file, "href": originals.address(file["file"])} for file in view["files"]],
        "findings": [{**f, "href": originals.address(f["location"].file)} for f in view["findings"]],
    }


def _totals(
    report: Report, view: Mapping[str, Any], figures: Figures, measures: Sequence[Measure]
) -> Iterable[Mapping[str, Any]]:
    shown = zip(measures, view["figures_table"]["rows"], view["unit_table"]["total"], strict=True)
    return [{**row, "text": total["text"], "opens": units_of_total(report, measure, figures)} for measure, row, total in shown]


def _units(
    report: Report,
    view: Mapping[str, Any],
    figures: Figures,
    measures: Sequence[Measure],
    opened: Opened,
    originals: Originals,
) -> list[dict[str, Any]]:
    rows = []
    for status, shown in zip(report.units, view["unit_table"]["rows"], strict=True):
        cells = []
        for measure, cell in zip(measures, shown["cells"], strict=True):
            figure = figures.get((measure.id, status.unit, None, None))
            value = None if figure is None else figure.value
            why = ""
            if figure is not None and value is None and set(figure.why) - UNSTATED:
                why = clean(unclear_said(report, measure, figure))
            opens = opened.of_unit(measure, status.unit) if status.received else []
            cells.append({**cell, "sort": "" if value is None else value, "opens": opens, "why": why})
        files = [{"name": clean(name), "href": originals.address(name)} for name in opened.files(status.unit)]
        state = TIMELY[status.timeliness.value] if status.received else "chua-gui"
        lacking = any(cell["why"] for cell in cells)
        rows.append({**shown, "cells": cells, "files": files, "state": f"{state} chua-ro" if lacking else state})
    return rows


def _split(
    dimension: str, view: Mapping[str, Any], figures: Figures, measures: Sequence[Measure], opened: Opened
) -> dict[str, Any]:
    table = view[f"{dimension}_table"]
    title, head = HEADS[dimension]
    rows = []
    for row in table["rows"]:
        cells = []
        for measure, cell in zip(measures, row["cells"], strict=True):
            figure = figures.get((measure.id, None, dimension, row["category"]))
            value = None if figure is None else figure.value
            opens = opened.of_category(measure, dimension, row["category"]) if value is not None else {"cells": [], "more": 0}
            cells.append({**cell, "sort": "" if value is None else value, "opens": opens})
        rows.append({**row, "cells": cells})
    return {**table, "id": dimension, "title": title, "head": head, "rows": rows}


def _chart(number: int, bars: Bars) -> dict[str, Any]:
    """A chart of horizontal bars as numbers to draw: 360 wide, each bar under its name."""
    greatest = max(bar.value for bar in bars.bars) or 1
    return {
        "id": f"bieu-do-{number}",
        "title": clean(bars.title),
        "said": clean(bars.said),
        "remark": bars.remark,
        "height": BAR_STEP * len(bars.bars),
        "bars": [
            {
                "name": clean(bar.name),
                "label": _short(clean(bar.name)),
                "text": bar.text,
                "top": BAR_STEP * i,
                "length": round(BAR_ROOM * bar.value / greatest, 1),
            }
            for i, bar in enumerate(bars.bars)
        ],
    }


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"
