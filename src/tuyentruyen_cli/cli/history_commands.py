"""The commands about what is remembered of weeks: compare, issue, log."""

from pathlib import Path

import click

from tuyentruyen_cli.cli.options import LANG, common, week_option
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say

FOLDER = click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
KINDS = ["received", "decision", "output", "issued", "collected", "sending", "sent", "unsent"]
OPTIONS = say("cli.options-metavar", LANG)


def _t(message: str) -> str:
    return say(f"history.{message}", LANG)


@click.command("compare", help=_t("help-compare"), short_help=_t("short-compare"), options_metavar=OPTIONS)
@FOLDER
@click.option("--week", metavar="6, 5..8", help=_t("help-compare-week"))
@click.option("--with", "other", metavar="5, 1..4, 2021-01", help=_t("help-with"))
@click.option("--month", metavar="2021-02", help=_t("help-month"))
@click.option("--to-date", is_flag=True, help=_t("help-to-date"))
@click.option("--as-issued", is_flag=True, help=_t("help-as-issued"))
@common
def compare_command(folder: Path | None, settings: Settings, **asked: object) -> int:
    """Put weeks beside weeks."""
    from tuyentruyen_cli.cli.compare import run_compare  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.comparing import Question  # noqa: PLC0415

    return run_compare(Question(folder or Path.cwd(), settings.now, lang=settings.lang, **asked), settings)  # type: ignore[arg-type]


@click.command("issue", help=_t("help-issue"), short_help=_t("short-issue"), options_metavar=OPTIONS)
@FOLDER
@click.option("--number", metavar="05", required=True, help=_t("help-number"))
@click.option("--date", metavar="2021-02-04", required=True, help=_t("help-date"))
@week_option(say("cli.help-render-week", LANG))
@common
def issue_command(folder: Path | None, number: str, date: str, week: str | None, settings: Settings) -> int:
    """Record that a report was signed and sent."""
    from tuyentruyen_cli.cli.issue import run_issue  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.issuing import IssueOrder  # noqa: PLC0415

    return run_issue(IssueOrder(folder or Path.cwd(), settings.now, number, date, week, settings.lang), settings)


@click.command("log", help=_t("help-log"), short_help=_t("short-log"), options_metavar=OPTIONS)
@FOLDER
@week_option(_t("help-log-week"))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help=_t("help-kind"))
@click.option("--verify", is_flag=True, help=_t("help-verify"))
@common
def log_command(folder: Path | None, week: str | None, kinds: tuple[str, ...], settings: Settings, *, verify: bool) -> int:
    """Tell the log, or check it."""
    from tuyentruyen_cli.cli.log import run_log  # noqa: PLC0415

    return run_log(folder, week, kinds, settings, verify=verify)


COMMANDS = (compare_command, issue_command, log_command)
