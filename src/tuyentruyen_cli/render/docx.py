"""Word documents: the official report and the office's check sheet, from templates that an office can edit."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.check_view import check_view
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.filled import Labels, filled
from tuyentruyen_cli.render.said import as_it_is
from tuyentruyen_cli.render.view import report_view
from tuyentruyen_cli.render.week_facts import week_facts

WEEKLY: Final = "bao-cao-tuan"


def render_report(report: Report, template: Path, replaced: Beside | None = None) -> bytes:
    """The official report of a week as a Word file, or one that replaces an issued one. Raises ``RenderError``."""
    view = report_view(report, replaced, as_it_is)
    title = f"Báo cáo {report.campaign.subject}, tuần {report.period.week:02d}"
    return rendered(report, template, view, title, kind=WEEKLY)


def render_check_sheet(report: Report, template: Path, explain: Explain) -> bytes:
    """The check sheet of a week as a Word file; ``explain`` gives a finding's message and hint in Vietnamese."""
    view = check_view(report, explain, as_it_is)
    return rendered(report, template, view, f"Phiếu kiểm tra số liệu, tuần {report.period.week:02d}")


def rendered(report: Report, path: Path, view: Mapping[str, Any], title: str, kind: str = "") -> bytes:
    """A template filled in, packed and read back, each number in a bookmark that a part of the file accounts for.

    ``kind`` is the id of the kind of document, else the name of the template's folder. Raises ``RenderError``.
    """
    labels = Labels(title, report.campaign.letterhead.issuer, report.as_of, kind or path.parent.name, report.period.id)
    return filled(path, view, labels, partial(week_facts, report))
