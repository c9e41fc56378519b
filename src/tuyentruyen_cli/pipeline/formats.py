"""One week's report in every format, each made at most once."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.model.codec import to_document
from tuyentruyen_cli.model.comparison import Cumulated
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.store.memory import Store

BINARY = frozenset({"docx", "pdf", "xlsx"})


class Formats(Struct, frozen=True, dict=True):
    """A report to be written. ``template`` and ``sheet`` are Word templates, ``page`` is the folder of the page's template.

    ``replaced`` is an issued report that this one replaces; ``weeks`` gives the figures of the weeks up to this one.
    Documents for offices are always Vietnamese, only JSON follows ``lang``.
    """

    report: Report
    template: Path
    sheet: Path
    page: Path
    originals: Originals
    lang: str = "vi"
    replaced: Beside | None = None
    weeks: Callable[[], tuple[Cumulated, ...]] = tuple

    @cached_property
    def beside_weeks(self) -> Report:
        """The report with the weeks before it, which charts show."""
        return replace(self.report, weeks=self.weeks())

    def of(self, form: str) -> bytes:
        """The report in one of ``FORMATS``. Raises ``RenderError``, and OutsideFailed where PDF cannot be had."""
        return MAKERS[form](self)

    # The libraries of each format are imported where it is asked for: they are slow to load.

    @cached_property
    def docx(self) -> bytes:
        """The report as a Word file."""
        from tuyentruyen_cli.render.docx import render_report  # noqa: PLC0415

        return render_report(self.report, self.template, self.replaced)

    def check_sheet(self) -> bytes:
        """The check sheet as a Word file."""
        from tuyentruyen_cli.render.docx import render_check_sheet  # noqa: PLC0415

        return render_check_sheet(self.report, self.sheet, explainer(self.report.campaign.schema, "vi"))

    def pdf(self) -> bytes:
        """The Word file, printed."""
        from tuyentruyen_cli.render.pdf import to_pdf  # noqa: PLC0415

        return to_pdf(self.docx)

    def xlsx(self) -> bytes:
        """The workbook."""
        from tuyentruyen_cli.render.workbook.write import render_workbook  # noqa: PLC0415

        return render_workbook(self.beside_weeks, explainer(self.report.campaign.schema, "vi"), self.originals)

    def html(self) -> bytes:
        """The page."""
        from tuyentruyen_cli.render.html import render_page  # noqa: PLC0415

        return render_page(self.beside_weeks, self.page, explainer(self.report.campaign.schema, "vi"), self.originals)

    def md(self) -> bytes:
        """Plain text."""
        from tuyentruyen_cli.render.markdown import render_markdown  # noqa: PLC0415

        return render_markdown(self.report, explainer(self.report.campaign.schema, "vi"))

    def csv(self) -> bytes:
        """The table of figures."""
        from tuyentruyen_cli.render.delimited import render_csv  # noqa: PLC0415

        return render_csv(self.report)

    def json(self) -> bytes:
        """The document of ``aggregate --json``."""
        from tuyentruyen_cli.render.report_json import report_json  # noqa: PLC0415

        document = report_json(self.report, explainer(self.report.campaign.schema, self.lang))
        return to_document(document)


MAKERS: Mapping[str, Callable[[Formats], bytes]] = {
    "docx": lambda formats: formats.docx,
    "pdf": Formats.pdf,
    "xlsx": Formats.xlsx,
    "html": Formats.html,
    "md": Formats.md,
    "csv": Formats.csv,
    "json": Formats.json,
}
FORMATS = tuple(MAKERS)


def originals_of(store: Store, report: Report, folder: Path | None) -> Originals:
    """The kept copy of each file of a week; for a file of an archive that archive. ``folder`` is where a document will lie."""
    hashes = {one.file: one.sha256 for one in store.received(report.period.id)}
    kept = {}
    for submission in report.submissions:
        archives = (hashes.get(submission.file[:i]) for i, c in enumerate(submission.file) if c == "/")
        for sha256 in (submission.sha256, *archives):
            path = store.original(sha256) if sha256 else None
            if path is not None:
                kept[submission.file] = path
                break
    return Originals(kept, folder)
