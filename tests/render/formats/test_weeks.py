"""Charts by week in the workbook and on the page: the weeks before this one, each with how many units are in it."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree, html
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.spans import cumulated
from tuyentruyen_cli.model.comparison import Cumulated, Span, SpanKind, WeekFigures
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.html import render_page
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.workbook.write import render_workbook

TEMPLATE = Path(__file__).resolve().parents[3] / "templates" / "bao-cao-tuan"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NAMES = ["Tuần 03 (1/2)", "Tuần 05"]


def explained(_finding: object) -> tuple[str, str]:
    return "", ""


def week_of(report: Report, number: int, items: dict[str, int]) -> Cumulated:
    period = report.campaign.calendar.week(number)
    span = Span(period.id, SpanKind.WEEK, (period.id,), (), period.start, period.end)
    values = {"items": items, "duration": {unit: 90 * value for unit, value in items.items()}}
    return cumulated(span, [WeekFigures(period.id, ("xa-1", "xa-2"), values)], report.campaign.schema.measures)


@pytest.fixture
def report(of_units: Any) -> Report:
    """Week 05 after a week in which one of two units sent something, and one in which nobody did."""
    made: Report = of_units(["Xã Bản Bo", "Xã Nà Tăm"])
    weeks = (week_of(made, 3, {"xa-1": 9}), week_of(made, 4, {}), week_of(made, 5, {"xa-1": 10, "xa-2": 13}))
    return replace(made, weeks=weeks)


def test_the_workbook_has_a_chart_of_each_measure_by_week(report: Report) -> None:
    data = render_workbook(report, explained, Originals())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        charts = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("xl/charts/chart")]
        drawing = etree.fromstring(archive.read("xl/drawings/drawing1.xml"))
    columns = [chart for chart in charts if chart.find(f".//{C}barDir").get("val") == "col"]  # type: ignore[union-attr]
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Biểu đồ"]
    assert len(columns) == 2, "of items and lengths; no week states the others"
    ranges = [str(f.text).rpartition("!")[2].replace("$", "") for f in columns[0].iterfind(f".//{C}ser//{C}f")]
    found = [[row[0].value for row in sheet[r]] for r in ranges if ":" in r]
    assert found == [NAMES, [9, 23]]
    said = [e.get("descr") for e in drawing.iter("{*}cNvPr")]
    assert (
        "Biểu đồ: Tin, bài theo tuần. Tuần 03 (1/2): 9; Tuần 05: 23. Trong ngoặc là số đơn vị có đủ số liệu của tuần. "
        "Không có trong biểu đồ: 1 tuần chưa có số liệu." in said
    )


def test_the_page_draws_the_same_weeks(report: Report) -> None:
    page: Any = html.document_fromstring(render_page(report, TEMPLATE, explained, Originals()).decode())
    titles = [str(t) for t in page.xpath("//figure/figcaption/text()")]
    assert titles[-2:] == ["Tin, bài theo tuần", "Thời lượng (phút) theo tuần"]
    bars = page.xpath("//figure[figcaption='Tin, bài theo tuần']//g/title/text()")
    assert [str(b) for b in bars] == ["Tuần 03 (1/2): 9", "Tuần 05: 23"]


def test_a_single_week_has_no_chart_by_week(report: Report) -> None:
    page = render_page(replace(report, weeks=report.weeks[-1:]), TEMPLATE, explained, Originals()).decode()
    assert "theo tuần" not in page
