"""``tuyentruyen aggregate``: a week read, checked, totalled, shown and remembered."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from tuyentruyen_cli.check.questions import open_questions
from tuyentruyen_cli.cli.fail_on import conditions
from tuyentruyen_cli.cli.findings import CELLS_NAMED, findings_text
from tuyentruyen_cli.cli.giving import Found, give
from tuyentruyen_cli.cli.listing import Listing
from tuyentruyen_cli.cli.rebuilt import make_again
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.cli.sharing import warn_of_share
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.pool import LocalProcesses
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.pipeline.worklist import NAME
from tuyentruyen_cli.render.explain import Explain, explainer
from tuyentruyen_cli.render.findings_view import lines
from tuyentruyen_cli.texts import say

REDIRECTED_WIDTH = 140


def run_aggregate(folder: Path, week: str | None, fail_on: str, jobs: int | None, listing: Listing, settings: Settings) -> int:
    """Aggregate a folder. 1 only for what ``--fail-on`` names, 3 when no submission could be read."""
    asked = conditions(fail_on)
    listing.check(settings)
    progress = _progress(settings)
    warn_of_share(folder, settings)
    make_again(folder, settings, but=folder)
    report = aggregate(Request(folder, settings.now, week, settings.lang, LocalProcesses(jobs), progress))
    explain = explainer(report.campaign.schema, settings.lang)
    subject = ", ".join(filter(None, (report.campaign.subject.strip(), report.period.id)))
    found = Found(report, explain, subject, lambda: _document(report, explain))
    give(found, listing, settings, lambda: _show(report, explain, folder, settings.lang))
    if not any(s.readable for s in report.submissions):
        return int(ExitCode.NOTHING_READABLE)
    return int(ExitCode.FOUND if asked & _found(report) else ExitCode.DONE)


def _document(report: Report, explain: Explain) -> dict[str, object]:
    from tuyentruyen_cli.render.report_json import report_json  # noqa: PLC0415

    return report_json(report, explain)


def _show(report: Report, explain: Explain, folder: Path, lang: str) -> None:
    from tuyentruyen_cli.cli.summary import summary  # noqa: PLC0415 - loads rich

    click.echo(summary(report, lang, _width()))
    for line in findings_text(lines(report, explain, lang, CELLS_NAMED), lang):
        click.echo(line)
    click.echo("\n" + _next(report, folder, lang))


def _found(report: Report) -> set[str]:
    found = set()
    if any(f.severity is Severity.ERROR for f in report.findings):
        found.add("error")
    if report.attendance.missing:
        found.add("missing")
    if report.attendance.late:
        found.add("late")
    return found


def _progress(settings: Settings) -> Callable[[int, int], None]:
    """A line on standard error that counts files, only where a person watches."""
    if settings.as_json or not sys.stderr.isatty():
        return lambda _done, _total: None

    def show(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        click.echo("\r" + say("cli.progress", settings.lang, done=done, total=total) + end, nl=False, err=True)

    return show


def _width() -> int:
    return shutil.get_terminal_size((REDIRECTED_WIDTH, 40)).columns if sys.stdout.isatty() else REDIRECTED_WIDTH


def _next(report: Report, folder: Path, lang: str) -> str:
    errors = any(f.severity is Severity.ERROR for f in report.findings)
    remembered = report.campaign.registry is not None
    if not remembered:
        return say("cli.next-no-campaign", lang)
    open_now = len(open_questions(report))
    if open_now:
        return say("cli.next-open", lang, count=open_now, list=Path("reports", report.period.id, NAME), folder=folder)
    return say("cli.next-errors" if errors else "cli.next", lang, folder=folder)
