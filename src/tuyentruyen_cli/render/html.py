"""The page of a week, which stays in the office: figures that open to their cells, charts, findings, in one file."""

from pathlib import Path

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.behind import check_rows, source_rows
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.lookup import columns_of, figures_of
from tuyentruyen_cli.render.office_view import office_view
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.page import written
from tuyentruyen_cli.render.page_readback import read_back
from tuyentruyen_cli.render.page_view import page_view


def render_page(report: Report, template: Path, explain: Explain, originals: Originals) -> bytes:
    """The page from a template's folder. Raises ``RenderError``. Same inputs, same bytes."""
    figures, measures = figures_of(report), columns_of(report)
    rows = source_rows(report, figures, [m.id for m in measures])
    check_rows(rows, figures, measures)
    view = office_view(report, explain)
    page = written(template, page_view(report, view, figures, measures, rows, originals))
    read_back(page, view)
    return page
