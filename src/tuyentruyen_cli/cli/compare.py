"""``tuyentruyen compare``: weeks beside weeks."""

import json

import click

from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.pipeline.comparing import Question, compare


def run_compare(question: Question, settings: Settings) -> int:
    """Answer a question about weeks that are remembered."""
    outlook = remembering(lambda: compare(question), question.start, settings)
    if settings.as_json:
        from tuyentruyen_cli.render.outlook_json import outlook_json  # noqa: PLC0415

        click.echo(json.dumps(outlook_json(outlook), ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    from tuyentruyen_cli.cli.outlook import outlook_lines  # noqa: PLC0415

    for line in outlook_lines(outlook, settings.lang):
        click.echo(line)
    return int(ExitCode.DONE)
