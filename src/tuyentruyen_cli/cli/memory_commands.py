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


@click.command("trace", help=say("trace.help", LANG), short_help=say("trace.short", LANG), options_metavar=OPTIONS)
@click.argument("measure", metavar="MEASURE")
@FOLDER
@click.option("--unit", metavar="ban-bo", help=say("trace.help-unit", LANG))
@click.option("--channel", metavar="radio", help=say("trace.help-channel", LANG))
@click.option("--topic", metavar="covid-19", help=say("trace.help-topic", LANG))
@click.option("--origin", metavar="own", help=say("trace.help-origin", LANG))
@week_option(say("trace.help-week", LANG))
@click.option("-o", "--output", metavar="PATH.xlsx", type=click.Path(path_type=Path), help=say("trace.help-output", LANG))
@click.option("--force", is_flag=True, help=say("cli.help-force", LANG))
@common
def trace_command(
    measure: str, folder: Path | None, output: Path | None, settings: Settings, *, force: bool, **named: str | None
) -> int:
    """Open a figure."""
    from tuyentruyen_cli.cli.trace import category_of, run_trace  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.tracing import Question  # noqa: PLC0415

    unit, week = named.pop("unit"), named.pop("week")
    question = Question(folder or Path.cwd(), settings.now, measure, unit, category_of(named), week, settings.lang)
    return run_trace(question, output, settings, force=force)


@click.command("diff", help=say("diff.help", LANG), short_help=say("diff.short", LANG), options_metavar=OPTIONS)
@click.argument("unit", metavar="UNIT")
@FOLDER
@click.option("--from", "before", metavar="N", type=click.IntRange(1), help=say("diff.help-from", LANG))
@click.option("--to", "now_version", metavar="N", type=click.IntRange(1), help=say("diff.help-to", LANG))
@week_option(say("diff.help-week", LANG))
@common
def diff_command(
    unit: str, folder: Path | None, before: int | None, now_version: int | None, week: str | None, settings: Settings
) -> int:
    """Compare two versions."""
    from tuyentruyen_cli.cli.diff import run_diff  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.differing import Question  # noqa: PLC0415

    start = folder or Path.cwd()
    return run_diff(Question(unit, start, settings.now, week, (before, now_version), settings.lang), settings)


@click.command("export", help=say("export.help", LANG), short_help=say("export.short", LANG), options_metavar=OPTIONS)
@FOLDER
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help=say("export.help-output", LANG))
@click.option("--force", is_flag=True, help=say("cli.help-force", LANG))
@common
def export_command(folder: Path | None, output: Path | None, settings: Settings, *, force: bool) -> int:
    """Write what is remembered."""
    from tuyentruyen_cli.cli.export import run_export  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.exporting import Order  # noqa: PLC0415

    return run_export(Order(folder or Path.cwd(), settings.now, output, force, settings.lang), settings)


COMMANDS = (status_command, trace_command, diff_command, export_command)
