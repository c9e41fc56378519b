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
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.place import parse_week, required_campaign
from tuyentruyen_cli.pipeline.week import reload
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.store.memory import Store, open_store

FORMATS = ("docx", "json")
KINDS = ("bao-cao-tuan", "phieu-kiem-tra")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: formats, a place for the outputs (None: the campaign's ``reports/<week>/``), whether to overwrite."""

    start: Path
    now: dt.datetime
    formats: Sequence[str] = ("docx",)
    week: str | None = None
    output: Path | None = None
    force: bool = False
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
        report = _remembered(store, campaign, order)
        documents = [d for f in order.formats for d in _documents(report, root, f, order.lang)]
        folder = order.output if order.output and not order.output.suffix else root / "reports" / report.period.id
        if order.output and order.output.suffix:
            documents, folder = [_named(documents[0], order.output)], order.output.parent
        targets = [(folder / d.name, d) for d in documents]
        for path, document in targets:
            _refuse_changed(store, path, document, force=order.force)
        _make(folder)
        for path, document in targets:
            store.record_output(path, hashlib.sha256(document.data).hexdigest(), document.kind)
            write_atomic(path, document.data)
    return tuple(path for path, _ in targets)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=folder, reason=error.strerror or str(error)) from error


def _named(document: Document, path: Path) -> Document:
    return Document(path.name, document.kind, document.data)


def _remembered(store: Store, campaign: Campaign, order: Order) -> Report:
    period = _period(store, campaign, order)
    report = reload(store, campaign, period)
    if report is None:
        raise NothingReadable("cli.week-not-remembered", week=period.id)
    return report


def _period(store: Store, campaign: Campaign, order: Order) -> Period:
    """The asked week, else that of the folder that was named, else the newest remembered one."""
    from tuyentruyen_cli.campaign.place import week_of_folder  # noqa: PLC0415 - a sibling of what is imported above

    if order.week:
        return parse_week(order.week, campaign.calendar)
    named = week_of_folder(order.start.resolve().name, campaign.calendar)
    if named:
        return named
    weeks = store.weeks()
    if not weeks:
        raise NothingReadable("cli.nothing-remembered")
    return campaign.calendar.by_id(weeks[-1])


def _documents(report: Report, root: Path, form: str, lang: str) -> Iterator[Document]:
    if form == "json":
        from tuyentruyen_cli.render.report_json import report_json  # noqa: PLC0415 - not needed for docx

        data = json.dumps(report_json(report, explainer(report.campaign.schema, lang)), ensure_ascii=False, indent=2)
        yield Document(f"{KINDS[0]}-{report.period.id}.json", KINDS[0], data.encode() + b"\n")
        return
    from tuyentruyen_cli.render.docx import render_check_sheet, render_report  # noqa: PLC0415 - loads python-docx

    own = root / "templates"
    yield Document(f"{KINDS[0]}-{report.period.id}.docx", KINDS[0], render_report(report, _template(own, report, KINDS[0])))
    # Documents for offices are always Vietnamese.
    sheet = render_check_sheet(report, _template(own, report, KINDS[1]), explainer(report.campaign.schema, "vi"))
    yield Document(f"{KINDS[1]}-{report.period.id}.docx", KINDS[1], sheet)


def _template(own: Path, report: Report, kind: str) -> Path:
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
