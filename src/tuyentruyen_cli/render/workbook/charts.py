"""The sheet of charts: native ones that can be edited, over a table of the figures that they show."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tuyentruyen_cli.render.bars import WEEK, Bar, Bars
from tuyentruyen_cli.render.lookup import CHANNEL, heading
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.render.workbook.book import Paper
from tuyentruyen_cli.render.workbook.splits import Split
from tuyentruyen_cli.render.workbook.units import Units

SHEET = "Biểu đồ"
CHART_WIDTH = 620  # pixels
BAR_HEIGHT = 20
AROUND_BARS = 60
LEAST_HEIGHT = 180
WEEKS_HEIGHT = 260
ROW_HEIGHT = 20  # pixels of a row of Excel's default height
GAP = 1  # rows between charts
SIDES = 2
COLUMN_WIDTH = 8.43  # Excel's own, said so that other programs use it too
NAME_WIDTH = 30
SCALE = 56  # percent at which both sides fit on A4, also where Excel's default font is lacking and columns are wider
ROWS_OF_PAGE = 56  # of the height above at that scale
DATA_COLUMN = 20  # where the table behind the charts begins, right of them
HEAD = 1
BLUE = "#1F5FA8"


def write_charts(paper: Paper, charts: Iterable[Bars], units: Units, channels: Split | None) -> None:
    """Write the sheet: for each measure the chart by unit and that by channel beside it, then those by week; the tables behind
    them further right.
    """
    paper.raw.set_column(0, DATA_COLUMN - 1, COLUMN_WIDTH)
    paper.text(0, 0, "BIỂU ĐỒ", "title")
    paper.text(0, DATA_COLUMN, "Số liệu của các biểu đồ, lấy từ các trang trước; của các tuần trước là số đang nhớ", "small")
    top = page = HEAD
    breaks = []
    for number, pair in enumerate(_pairs(charts)):
        rows = max(_height(bars) for bars in pair) // ROW_HEIGHT + GAP
        if top > page and top + rows - page > ROWS_OF_PAGE:
            page = top
            breaks.append(top)
        for i, bars in enumerate(pair):
            column = DATA_COLUMN + 2 * (SIDES * number + i)
            _table(paper, column, bars, _place_of(bars, units, channels))
            left = DATA_COLUMN // SIDES if bars.kind == CHANNEL or (bars.kind == WEEK and i) else 0
            about = {"description": clean(bars.said), "object_position": 2}
            paper.raw.insert_chart(top, left, _chart(paper, column, bars), about)
        top += rows
    paper.raw.set_h_pagebreaks(breaks)
    paper.raw.print_area(0, 0, top, DATA_COLUMN - 1)
    paper.print_on_a4(SCALE)


def _place_of(bars: Bars, units: Units, channels: Split | None) -> Units | Split | None:
    """The sheet whose figures a chart shows; None for the weeks, which stand on no other sheet."""
    if bars.kind == WEEK:
        return None
    return units if bars.kind == "unit" or channels is None else channels


def _pairs(charts: Iterable[Bars]) -> Iterator[list[Bars]]:
    """The charts that stand beside each other: those of each measure, then those by week two by two."""
    every = list(charts)
    for _, pair in groupby((b for b in every if b.kind != WEEK), key=lambda bars: bars.measure.id):
        yield list(pair)
    weeks = [b for b in every if b.kind == WEEK]
    yield from (weeks[i : i + SIDES] for i in range(0, len(weeks), SIDES))


def _height(bars: Bars) -> int:
    return WEEKS_HEIGHT if bars.kind == WEEK else max(LEAST_HEIGHT, AROUND_BARS + BAR_HEIGHT * len(bars.bars))


def _table(paper: Paper, column: int, bars: Bars, place: Units | Split | None) -> None:
    paper.raw.set_column(column, column, NAME_WIDTH)
    paper.text(HEAD, column, bars.title, "head")
    paper.text(HEAD, column + 1, heading(bars.measure), "head")
    for row, bar in enumerate(bars.bars, HEAD + 1):
        _bar(paper, row, column, bars, bar, place)


def _bar(paper: Paper, row: int, column: int, bars: Bars, bar: Bar, place: Units | Split | None) -> None:
    """A name and a value, both as formulas, so that the chart follows what a person mends in the source rows."""
    if place is None:
        paper.text(row, column, bar.name)
        paper.figure(row, column + 1, bars.measure, bar.value)
        return
    name, value = (
        (place.name(int(bar.key)), place.figure(bars.measure, int(bar.key)))
        if isinstance(place, Units)
        else (place.name(str(bar.key)), place.figure(bars.measure, str(bar.key)))
    )
    paper.said(row, column, name, bar.name)
    paper.copy(row, column + 1, value, bars.measure, bar.value)


def _chart(paper: Paper, column: int, bars: Bars) -> Any:
    first, last = HEAD + 1, HEAD + len(bars.bars)
    font = {"name": "Times New Roman", "size": 10}
    by_week = bars.kind == WEEK
    chart = paper.book.chart("column" if by_week else "bar")
    chart.add_series(
        {
            "name": clean(heading(bars.measure)),
            "categories": [paper.name, first, column, last, column],
            "values": [paper.name, first, column + 1, last, column + 1],
            "fill": {"color": BLUE},
            "gap": 40,
            "data_labels": {"value": True, "font": font},
        }
    )
    chart.set_title({"name": clean(bars.title), "name_font": {"name": "Times New Roman", "size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    names = {"reverse": not by_week, "num_font": font, "major_tick_mark": "none"}
    values = {"visible": False, "min": 0, "major_gridlines": {"visible": False}}  # each bar bears its number
    # Of lying bars XlsxWriter calls the axis of names y.
    chart.set_y_axis(values if by_week else names)
    chart.set_x_axis(names if by_week else values)
    chart.set_size({"width": CHART_WIDTH, "height": _height(bars)})
    return chart
