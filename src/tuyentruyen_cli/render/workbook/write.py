"""The workbook of a week, put together, and read back before it is given out."""

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.bars import all_bars
from tuyentruyen_cli.render.behind import check_rows, source_rows
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.lookup import CHANNEL, TOPIC, columns_of, figures_of
from tuyentruyen_cli.render.office_view import office_view
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.workbook import charts, lists, sources, splits, summary, units
from tuyentruyen_cli.render.workbook.book import Book
from tuyentruyen_cli.render.workbook.readback import read_back


def render_workbook(report: Report, explain: Explain, originals: Originals) -> bytes:
    """The workbook as an ``.xlsx`` file. Raises ``RenderError``. Same inputs, same bytes."""
    view = office_view(report, explain)
    figures, measures = figures_of(report), columns_of(report)
    rows = source_rows(report, figures, [m.id for m in measures])
    check_rows(rows, figures, measures)
    title = f"Số liệu tổng hợp tuần {report.period.week:02d}: {report.campaign.subject}"
    book = Book(title, report.campaign.letterhead.issuer, report.as_of)
    dimensions = [d for d in (CHANNEL, TOPIC) if view[f"{d}_table"]]
    names = [summary.SHEET, units.SHEET, *(splits.SHEETS[d] for d in dimensions), charts.SHEET, sources.SHEET]
    papers = {name: book.sheet(name) for name in (*names, lists.FILES, lists.FINDINGS, lists.DECISIONS)}
    source = sources.write_sources(papers[sources.SHEET], report, rows, measures, originals)
    by_unit = units.write_units(papers[units.SHEET], report, view, figures, measures, source)
    by = {d: splits.write_split(papers[splits.SHEETS[d]], d, view, figures, measures, source, by_unit) for d in dimensions}
    summary.write_summary(papers[summary.SHEET], view, figures, measures, by_unit)
    drawn = [bars for bars in all_bars(report, measures, figures) if bars.kind != CHANNEL or CHANNEL in by]
    charts.write_charts(papers[charts.SHEET], drawn, by_unit, by.get(CHANNEL))
    lists.write_files(papers[lists.FILES], view["files"], originals)
    lists.write_findings(papers[lists.FINDINGS], view["findings"], originals)
    lists.write_decisions(papers[lists.DECISIONS], view["decisions"])
    data = book.done()
    read_back(data, book.placed)
    return data
