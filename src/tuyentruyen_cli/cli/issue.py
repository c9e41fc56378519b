"""``tuyentruyen issue``: a report was signed and sent."""

import json

import click

from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.pipeline.issuing import IssueOrder, issue
from tuyentruyen_cli.render.notes import PLACEHOLDER
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date


def run_issue(order: IssueOrder, settings: Settings) -> int:
    """Issue a report and say what was recorded."""
    done = remembering(lambda: issue(order), order.start, settings)
    issued, path = done.issue, done.path
    if settings.as_json:
        document = {
            "format": "tuyentruyen/issue",
            "version": 1,
            "week": issued.period,
            "report": issued.name,
            "date": issued.date.isoformat(),
            "document": str(path),
            "sha256": issued.sha256,
            "replaces": issued.replaces.name if issued.replaces else None,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    lang = settings.lang
    click.echo(say("history.issued", lang, name=issued.name, date=format_date(issued.date), week=issued.period, path=path))
    if issued.replaces:
        replaced = issued.replaces
        click.echo(say("history.issued-replaces", lang, name=replaced.name, date=format_date(replaced.date)))
    if done.unfinished:
        click.echo(say("history.unfinished", lang, count=done.unfinished, text=PLACEHOLDER), err=True)
    click.echo(say("history.issued-next", lang), err=True)
    return int(ExitCode.DONE)
