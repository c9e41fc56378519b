"""The commands that ask what is remembered: status, trace, diff, export."""

from pathlib import Path

import click

from tuyentruyen_cli.cli.options import LANG, common, week_option
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say

FOLDER = click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
OPTIONS = say("cli.options-metavar", LANG)


@click.command("status", help=say("status.help", LANG), short_help=say("status.short", LANG), options_metavar=OPTIONS)
@FOLDER
@week_option(say("status.help-week", LANG))
@click.option("--fail-on", metavar="error,missing,late", default="", help=say("cli.help-fail-on", LANG))
@common
def status_command(folder: Path | None, week: str | None, fail_on: str, settings: Settings) -> int:
    """Show where a week stands."""
    from tuyentruyen_cli.cli.status import run_status  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.status import Question  # noqa: PLC0415

    return run_status(Question(folder or Path.cwd(), settings.now, week, settings.lang), fail_on, settings)


COMMANDS = (status_command,)
