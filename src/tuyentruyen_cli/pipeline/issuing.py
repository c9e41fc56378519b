"""A report is signed and sent: its number and date go into the document, its figures into the log, and both stay."""

import datetime as dt
import hashlib
import re
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.errors import NothingReadable, OperatorError, OutputRefused
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.issue import Issue, Replaced
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.decisions import decisions_of
from tuyentruyen_cli.pipeline.issue_record import EVENT, to_event
from tuyentruyen_cli.pipeline.issued import cells_of, issues, week_figures
from tuyentruyen_cli.pipeline.kinds import week_report_name
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.sources import WEEKLY, template_of
from tuyentruyen_cli.pipeline.week import reload
from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.figures_part import Mark
from tuyentruyen_cli.render.issued_docx import differences, filled, mark_of, unfinished, with_mark
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.vi.dates import format_date, parse_dates

SHOWN = 12


class Done(Struct, frozen=True):
    """An issued report, its document, and how many places in it still ask the office to write something."""

    issue: Issue
    path: Path
    unfinished: int


class IssueOrder(Struct, frozen=True):
    """What is to be issued, as typed."""

    start: Path
    now: dt.datetime
    number: str
    date: str
    week: str | None = None
    lang: str = "vi"


def issue(order: IssueOrder) -> Done:
    """The issued report. The same again writes nothing twice, and completes what was interrupted.

    Raises OperatorError where number, date or document cannot be right, NothingReadable where there is nothing to issue.
    """
    root, campaign = required_campaign(order.start, order.lang)
    symbol = campaign.letterhead.symbol.strip()
    number = _number(order.number, symbol)
    with open_store(root, order.now, lang=order.lang) as store:
        period = remembered_week(store.weeks(), campaign.calendar, order.start, order.week)
        date = _date(order, campaign, period)
        of_week = issues(store, period.id)
        again = next((i for i in of_week if (i.number, i.symbol, i.date) == (number, symbol, date)), None)
        if again:
            _complete(store, root, again)
            return Done(again, root / again.document, 0)
        _refuse_taken(store, number, symbol, date)
        path = root / "reports" / period.id / week_report_name(period.id, len(of_week))
        document = _read(path, period, of_week)
        report = reload(store, campaign, period)
        if report is None:
            raise NothingReadable("cli.week-not-remembered", week=period.id)
        if set(report.decisions) != set(decisions_of(store, period.id)):
            raise OperatorError("history.decided-since", week=period.id)
        written = _refuse_other_figures(path, document, report, root)
        mark = Mark(*store.head)
        made = with_mark(filled(document, number, symbol, campaign.letterhead.place.strip(), date), mark, written)
        name, where = (number, symbol, date), path.relative_to(root).as_posix()
        issued = _issue(store, report, name, (where, made, mark), order.now)
        # The log last of what cannot be made again, the document after it: interrupted between, the next run puts it there.
        store.keep(issued.sha256, made, path.suffix)
        store.log(EVENT, to_event(issued))
        write_atomic(path, made)
    return Done(issued, path, unfinished(made))


def _number(text: str, symbol: str) -> str:
    match = re.fullmatch(rf"0*(\d{{1,5}})(?:/{re.escape(symbol)})?", text.strip())
    if not match or not int(match[1]):
        raise OperatorError("history.bad-number", number=text, symbol=symbol)
    return f"{int(match[1]):02d}"


def _date(order: IssueOrder, campaign: Campaign, period: Period) -> dt.date:
    found = parse_dates(order.date, campaign.calendar.year)
    if len(found) != 1 or not re.fullmatch(r"[\d/.-]+", order.date.strip()):
        raise OperatorError("history.bad-date", date=order.date)
    today = order.now.astimezone(campaign.calendar.tz).date()
    if not period.start <= found[0] <= today:
        date, start, now = (format_date(day) for day in (found[0], period.start, today))
        raise OperatorError("history.date-outside", week=period.id, date=date, start=start, today=now)
    return found[0]


def _refuse_taken(store: Store, number: str, symbol: str, date: dt.date) -> None:
    """Numbers of an office's documents of one kind run through a year."""
    taken = next((i for i in issues(store) if (i.number, i.symbol, i.date.year) == (number, symbol, date.year)), None)
    if taken:
        raise OperatorError("history.number-taken", name=taken.name, week=taken.period, date=format_date(taken.date))


def _read(path: Path, period: Period, of_week: tuple[Issue, ...]) -> bytes:
    """The document that is to be issued."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        if of_week:
            last = of_week[-1]
            raise OperatorError(
                "history.already-issued", week=period.id, name=last.name, date=format_date(last.date)
            ) from error
        raise NothingReadable("history.nothing-to-issue", path=path, week=period.id) from error
    except OSError as error:
        raise OutputRefused("cli.unreadable-output", path=path, reason=error) from error


def _refuse_other_figures(path: Path, document: bytes, report: Report, root: Path) -> bytes:
    """What is frozen must be what was signed: a figure changed in Word, or a file that came since, stops here.

    Gives the report as it was written.
    """
    template = template_of(root / "templates", report, WEEKLY)
    written = render_report(report, template, report.issued)
    lacking = differences(document, written, report)
    if lacking:
        details = tuple(lacking[:SHOWN])
        raise OperatorError("history.document-differs", details=details, path=path, week=report.period.id)
    return written


def _issue(
    store: Store, report: Report, name: tuple[str, str, dt.date], document: tuple[str, bytes, Mark], at: dt.datetime
) -> Issue:
    """The report with all its figures, as they are now."""
    number, symbol, date = name
    path, made, mark = document
    last = report.issued.issue if report.issued else None
    return Issue(
        period=report.period.id,
        number=number,
        symbol=symbol,
        date=date,
        at=at,
        document=path,
        sha256=hashlib.sha256(made).hexdigest(),
        log_line=mark.line,
        log_hash=mark.hash,
        figures=week_figures(store, [report.period.id], report.campaign)[report.period.id],
        totals=tuple((f.measure, f.value) for f in report.select()),
        cells=cells_of(report.submissions),
        replaces=Replaced(last.name, last.date) if last else None,
    )


def _complete(store: Store, root: Path, issued: Issue) -> None:
    """Put the issued document where it belongs when only its draft, or nothing, stands there."""
    path = root / issued.document
    kept = store.original(issued.sha256)
    there = b""
    with suppress(OSError):
        there = path.read_bytes()
    if kept is not None and mark_of(there) is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, kept.read_bytes())
