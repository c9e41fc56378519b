"""``tuyentruyen validate``: what files say and what is wrong in them."""

import json
from pathlib import Path

import click

from tuyentruyen_cli.cli.findings import findings_by_file
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.cli.summary import file_lines
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.pipeline.single import validate
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.texts import say


def run_validate(files: tuple[Path, ...], week: str | None, settings: Settings) -> int:
    """Show what is wrong in each file. 1 when there is an error, 3 when none could be read."""
    report = validate(files, settings.now, settings.lang, week)
    explain = explainer(report.campaign.schema, settings.lang)
    if settings.as_json:
        from tuyentruyen_cli.render.report_json import validation_json  # noqa: PLC0415

        click.echo(json.dumps(validation_json(report, explain), ensure_ascii=False, indent=2))
    else:
        for line in (*file_lines(report, settings.lang), *findings_by_file(report.findings, explain, settings.lang)):
            click.echo(line)
        if not report.findings:
            click.echo(say("cli.nothing-wrong", settings.lang))
    if not any(s.readable for s in report.submissions):
        return int(ExitCode.NOTHING_READABLE)
    return int(ExitCode.FOUND if any(f.severity is Severity.ERROR for f in report.findings) else ExitCode.DONE)
