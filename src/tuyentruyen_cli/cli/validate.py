"""``tuyentruyen validate``: what files say and what is wrong in them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.cli.findings import CELLS_NAMED, findings_text
from tuyentruyen_cli.cli.giving import Found, give
from tuyentruyen_cli.cli.listing import Listing
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.cli.shown_figure import shown_figure
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.pipeline.single import validate
from tuyentruyen_cli.render.explain import Explain, explainer
from tuyentruyen_cli.render.findings_view import lines
from tuyentruyen_cli.render.lookup import columns_of
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

NAMED = 3


def run_validate(files: tuple[Path, ...], week: str | None, listing: Listing, settings: Settings) -> int:
    """Show what is wrong in each file. 1 when there is an error, 3 when none could be read."""
    listing.check(settings)
    report = validate(files, settings.now, settings.lang, week)
    explain = explainer(report.campaign.schema, settings.lang)
    subject = ", ".join([*(f.name for f in files[:NAMED]), *(["…"] if len(files) > NAMED else [])])
    found = Found(report, explain, subject, lambda: _document(report, explain))
    give(found, listing, settings, lambda: _show(report, explain, settings.lang))
    if not any(s.readable for s in report.submissions):
        return int(ExitCode.NOTHING_READABLE)
    return int(ExitCode.FOUND if any(f.severity is Severity.ERROR for f in report.findings) else ExitCode.DONE)


def _document(report: Report, explain: Explain) -> dict[str, object]:
    from tuyentruyen_cli.render.report_json import validation_json  # noqa: PLC0415

    return validation_json(report, explain)


def _show(report: Report, explain: Explain, lang: str) -> None:
    for line in (*_file_lines(report, lang), *findings_text(lines(report, explain, lang, CELLS_NAMED), lang)):
        click.echo(line)
    if not report.findings:
        click.echo(say("cli.nothing-wrong", lang))


def _file_lines(report: Report, lang: str) -> Iterator[str]:
    """What each validated file was taken for, and its own figures, whatever other files say of its unit."""
    schema = report.campaign.schema
    naming = Counter(s.unit for s in report.submissions)
    of_units: defaultdict[str | None, dict[str, Figure]] = defaultdict(dict)
    for figure in report.figures:
        of_units[figure.unit][figure.measure] = figure
    for submission in report.submissions:
        name = escape(report.unit_name(submission.unit)) if submission.unit else say("cli.no-unit", lang)
        outcome = say(f"cli.{submission.outcome.value}", lang)
        week = submission.period or say("cli.week-unknown", lang)
        yield say("cli.file", lang, file=escape(submission.file), unit=name, week=week, outcome=outcome)
        figures = of_units[submission.unit] if submission.unit else {}
        if submission.unit and naming[submission.unit] > 1:
            own = unit_figures([submission.unit], [submission], schema, report.period.id)
            figures = {figure.measure: figure for figure in own}
        for measure in columns_of(report):
            if measure.id in figures:
                measured = f" ({measure.measured_in})" if measure.kind is MeasureKind.DURATION else ""
                yield f"    {measure.title}{measured}: {shown_figure(measure, figures[measure.id], lang)}"
