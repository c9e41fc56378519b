"""Writes what is remembered of a week as documents, and never over what a hand has changed."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuyentruyen_cli import resources
from tuyentruyen_cli.errors import NothingReadable, OperatorError, OutputRefused, OutsideFailed
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.formats import FORMATS, Formats, originals_of
from tuyentruyen_cli.pipeline.issued import issues
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.week import reload
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.texts import say

KINDS = ("bao-cao-tuan", "phieu-kiem-tra")
PAGE = "page.html.j2"
STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: formats, a place for the outputs (None: the campaign's ``reports/<week>/``), whether to overwrite.

    A place is a folder, or for one format a file with its ending. ``replace`` asks for a report that replaces the issued one.
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
    """Write the documents of a week, all or none; only a PDF that cannot be had does not keep the others from being written.

    Raises OperatorError and what it is the base of.
    """
    file = _file(order)
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, lang=order.lang) as store:
        report = remembered_report(store, campaign, order.start, order.week)
        folder = file.parent if file else order.output or root / "reports" / report.period.id
        replaced = _replaced(report) if order.replace else None
        formats = _formats(store, report, root, folder, order, replaced)
        name = document_name(report.period, len(issues(store, report.period.id)) if replaced else 0)
        documents, failed = _documents(formats, order.formats, file.stem if file else Path(name).stem)
        if not file and "docx" in order.formats:
            documents.append(Document(f"{KINDS[1]}-{report.period.id}.docx", KINDS[1], formats.check_sheet()))
        paths = write_documents(store, folder, documents, force=order.force)
    if failed is not None:
        written = tuple(say("cli.written-all-the-same", order.lang, path=path) for path in paths)
        raise OutsideFailed(failed.message, written, **failed.arguments) from failed
    return paths


def rendered(order: Order) -> bytes:
    """The report in the one format that is asked for, for standard output; nothing is written."""
    _file(order)
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, write=False, lang=order.lang) as store:
        report = remembered_report(store, campaign, order.start, order.week)
        replaced = _replaced(report) if order.replace else None
        return _formats(store, report, root, None, order, replaced).of(order.formats[0])


def _file(order: Order) -> Path | None:
    """The file that the report is to be written to, or None for a folder. Raises OperatorError for what cannot be asked."""
    unknown = [f for f in order.formats if f not in FORMATS]
    if unknown or not order.formats:
        raise OperatorError("cli.unknown-format", format="".join(unknown[:1]), formats=", ".join(FORMATS))
    output = order.output
    if output is None or output.is_dir() or (not output.suffix and output != STANDARD_OUTPUT):
        return None
    if len(order.formats) > 1:
        raise OperatorError("cli.several-formats", path=output, formats=", ".join(order.formats))
    (form,) = order.formats
    if output != STANDARD_OUTPUT and output.suffix.casefold() != f".{form}":
        raise OperatorError("cli.other-ending", path=output, format=form)
    return output


def _formats(store: Store, report: Report, root: Path, folder: Path | None, order: Order, replaced: Beside | None) -> Formats:
    own = root / "templates"
    return Formats(
        report,
        template_of(own, report, KINDS[0]),
        template_of(own, report, KINDS[1]),
        template_of(own, report, KINDS[0], PAGE).parent,
        originals_of(store, report, folder),
        order.lang,
        replaced,
    )


def _documents(formats: Formats, asked: Sequence[str], stem: str) -> tuple[list[Document], OutsideFailed | None]:
    """The report in each format, and what an outside program failed in."""
    documents, failed = [], None
    for form in asked:
        try:
            documents.append(Document(f"{stem}.{form}", KINDS[0], formats.of(form)))
        except OutsideFailed as error:
            failed = error
    return documents, failed


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
    """A report that was issued is never written over, not even by force; nor printed anew under its name."""
    issued = {i.document: i for i in issues(store)}
    for path in paths:
        if found := issued.get(store.inside(path.with_suffix(".docx") if path.suffix == ".pdf" else path)):
            raise OutputRefused("history.issued-stays", path=path, name=found.name, week=found.period)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=folder, reason=error.strerror or str(error)) from error


def remembered_report(store: Store, campaign: Campaign, start: Path, week: str | None) -> Report:
    """The report of the week that is asked for. Raises NothingReadable when it is not remembered."""
    period = remembered_week(store.weeks(), campaign.calendar, start, week)
    report = reload(store, campaign, period)
    if report is None:
        raise NothingReadable("cli.week-not-remembered", week=period.id)
    return report


def template_of(own: Path, report: Report, kind: str, name: str = "report.docx") -> Path:
    """The campaign's own template of a kind, else the one of its report schema, else the shipped one."""
    schema = resources.template(report.campaign.schema.id) if kind == KINDS[0] else resources.template(kind)
    choices = (own / kind / name, schema / name)
    return next((c for c in choices if c.is_file()), resources.template(kind) / name)


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
