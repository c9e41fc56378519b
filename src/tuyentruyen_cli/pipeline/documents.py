"""Writes what is remembered of a week as documents, and never over what a hand has changed."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuyentruyen_cli import resources
from tuyentruyen_cli.errors import NothingReadable, OperatorError, OutputRefused
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.issued import issues
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.week import reload
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.store.memory import Store, open_store

FORMATS = ("docx", "json")
KINDS = ("bao-cao-tuan", "phieu-kiem-tra")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: formats, a place for the outputs (None: the campaign's ``reports/<week>/``), whether to overwrite.

    ``replace`` asks for a report that replaces the issued one.
    """

    start: Path
    now: dt.datetime
    formats: Sequence[str] = ("docx",)
    week: str | None = None
    output: Path | None = None
    force: bool = False
    replace: bool = False
    lang: str = "vi"


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document, ready to be written."""

    name: str
    kind: str
    data: bytes


def render(order: Order) -> tuple[Path, ...]:
    """Write the documents of a week, all or none. Raises OperatorError and what it is the base of."""
    unknown = [f for f in order.formats if f not in FORMATS]
    if unknown:
        raise OperatorError("cli.unknown-format", format=unknown[0], formats=", ".join(FORMATS))
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, lang=order.lang) as store:
        report = remembered_report(store, campaign, order.start, order.week)
        replaced = _replaced(report) if order.replace else None
        name = document_name(report.period, len(issues(store, report.period.id)) if replaced else 0)
        documents = [d for f in order.formats for d in _documents(report, root, f, order.lang, name, replaced)]
        folder = order.output if order.output and not order.output.suffix else root / "reports" / report.period.id
        if order.output and order.output.suffix:
            documents, folder = [_named(documents[0], order.output)], order.output.parent
        return write_documents(store, folder, documents, force=order.force)


def write_documents(store: Store, folder: Path, documents: Sequence[Document], *, force: bool) -> tuple[Path, ...]:
    """Write documents, all or none; a name may have folders before it. Raises OutputRefused for one that a hand has changed."""
    targets = [(folder / d.name, d) for d in documents]
    _refuse_issued(store, [path for path, _ in targets])
    for path, document in targets:
        _refuse_changed(store, path, document, force=force)
    for parent in dict.fromkeys(path.parent for path, _ in targets):
        _make(parent)
    for path, document in targets:
        store.record_output(path, hashlib.sha256(document.data).hexdigest(), document.kind)
        write_atomic(path, document.data)
    return tuple(path for path, _ in targets)


def document_name(period: Period, replaced: int = 0) -> str:
    """The name of a week's report; of the one that replaces the last of some that were issued."""
    again = f"-thay-the{f'-{replaced}' if replaced > 1 else ''}" if replaced else ""
    return f"{KINDS[0]}-{period.id}{again}.docx"


def _replaced(report: Report) -> Beside:
    if report.issued is None:
        raise OperatorError("history.nothing-to-replace", week=report.period.id)
    return report.issued


def _refuse_issued(store: Store, paths: Sequence[Path]) -> None:
    """A report that was issued is never written over, not even by force."""
    issued = {i.document: i for i in issues(store)}
    for path in paths:
        if found := issued.get(store.inside(path)):
            raise OutputRefused("history.issued-stays", path=path, name=found.name, week=found.period)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=folder, reason=error.strerror or str(error)) from error


def _named(document: Document, path: Path) -> Document:
    return Document(path.name, document.kind, document.data)


def remembered_report(store: Store, campaign: Campaign, start: Path, week: str | None) -> Report:
    """The report of the week that is asked for. Raises NothingReadable when it is not remembered."""
    period = remembered_week(store.weeks(), campaign.calendar, start, week)
    report = reload(store, campaign, period)
    if report is None:
        raise NothingReadable("cli.week-not-remembered", week=period.id)
    return report


def _documents(report: Report, root: Path, form: str, lang: str, name: str, replaced: Beside | None) -> Iterator[Document]:
    if form == "json":
        from tuyentruyen_cli.render.report_json import report_json  # noqa: PLC0415 - not needed for docx

        data = json.dumps(report_json(report, explainer(report.campaign.schema, lang)), ensure_ascii=False, indent=2)
        yield Document(f"{KINDS[0]}-{report.period.id}.json", KINDS[0], data.encode() + b"\n")
        return
    from tuyentruyen_cli.render.docx import render_check_sheet, render_report  # noqa: PLC0415 - loads python-docx

    own = root / "templates"
    yield Document(name, KINDS[0], render_report(report, template_of(own, report, KINDS[0]), replaced))
    # Documents for offices are always Vietnamese.
    sheet = render_check_sheet(report, template_of(own, report, KINDS[1]), explainer(report.campaign.schema, "vi"))
    yield Document(f"{KINDS[1]}-{report.period.id}.docx", KINDS[1], sheet)


def template_of(own: Path, report: Report, kind: str) -> Path:
    """The campaign's own template of a kind, else the one of its report schema, else the shipped one."""
    schema = resources.template(report.campaign.schema.id) if kind == KINDS[0] else resources.template(kind)
    choices = (own / kind / "report.docx", schema / "report.docx")
    return next((c for c in choices if c.is_file()), resources.template(kind) / "report.docx")


def _refuse_changed(store: Store, path: Path, document: Document, *, force: bool) -> None:
    """A file that a hand has changed, or that the tool did not write, is kept."""
    if force or not path.exists():
        return
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise OutputRefused("cli.unreadable-output", path=path, reason=error.strerror or str(error)) from error
    if not store.knows_output(path, digest) and digest != hashlib.sha256(document.data).hexdigest():
        raise OutputRefused("cli.changed-by-hand", path=path)
