"""Word documents: the official report and the office's check sheet, from templates that an office can edit."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.check_view import check_view
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.said import said
from tuyentruyen_cli.render.view import report_view
from tuyentruyen_cli.render.words import clean

WEEKLY: Final = "bao-cao-tuan"


def render_report(report: Report, template: Path, replaced: Beside | None = None) -> bytes:
    """The official report of a week as a Word file, or one that replaces an issued one. Raises ``RenderError``."""
    view = report_view(report, replaced, said)
    title = f"Báo cáo {report.campaign.subject}, tuần {report.period.week:02d}"
    return rendered(report, template, view, title, kind=WEEKLY)


def render_check_sheet(report: Report, template: Path, explain: Explain) -> bytes:
    """The check sheet of a week as a Word file; ``explain`` gives a finding's message and hint in Vietnamese."""
    view = check_view(report, explain, said)
    return rendered(report, template, view, f"Phiếu kiểm tra số liệu, tuần {report.period.week:02d}")


def rendered(report: Report, path: Path, view: Mapping[str, Any], title: str, kind: str = "") -> bytes:
    """A template filled in, packed and read back, each number in a bookmark that a part of the file accounts for.

    ``kind`` is the id of the kind of document, else the name of the template's folder. Raises ``RenderError``.
    """
    # Word's libraries are slow to import: 0.3 s that only a Word file is worth.
    from tuyentruyen_cli.render.accounted import accounted  # noqa: PLC0415
    from tuyentruyen_cli.render.package import saved  # noqa: PLC0415
    from tuyentruyen_cli.render.readback import read_back  # noqa: PLC0415
    from tuyentruyen_cli.render.strict_template import StrictTemplate  # noqa: PLC0415

    template = StrictTemplate(path)
    view = cast("dict[str, Any]", said(view))
    template.fill(view)
    author = clean(report.campaign.letterhead.issuer)
    made = saved(template, title=clean(title), author=author, made=report.as_of)
    template.docx = template.current_rendering_part = None
    gc.collect()  # the tree of a nation's week is 150 MB that nothing needs any more, and is held in circles
    document = accounted(made, template, kind or path.parent.name, report.period.id, report)
    read_back(document, view, template.used)
    return document
