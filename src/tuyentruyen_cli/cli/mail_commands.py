"""The commands about mail: collect, send."""

from pathlib import Path
from typing import Any

import click

from tuyentruyen_cli.cli.options import LANG, common, week_option
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say

OPTIONS = say("cli.options-metavar", LANG)


def _t(message: str) -> str:
    return say(f"mail.{message}", LANG)


@click.command("collect", help=_t("help-collect"), short_help=_t("short-collect"), options_metavar=OPTIONS)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--campaign", metavar="FOLDER", type=click.Path(path_type=Path), help=_t("help-campaign"))
@week_option(_t("help-collect-week"))
@click.option("--since", metavar="2021-01-29", type=click.DateTime(["%Y-%m-%d"]), help=_t("help-since"))
@click.option("--move", is_flag=True, help=_t("help-move"))
@common
def collect_command(sources: tuple[Path, ...], campaign: Path | None, settings: Settings, **asked: Any) -> int:
    """Take reports from mail."""
    from tuyentruyen_cli.cli.collect import run_collect  # noqa: PLC0415

    return run_collect(sources, campaign or Path.cwd(), settings, **asked)


@click.command("send", help=_t("help-send"), short_help=_t("short-send"), options_metavar=OPTIONS)
@click.argument("start", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--kind", metavar="tra-lai", help=_t("help-kind"))
@week_option(_t("help-send-week"))
@click.option("--unit", "units", metavar="ban-bo", multiple=True, help=_t("help-send-unit"))
@click.option("--again", metavar="ban-bo", multiple=True, help=_t("help-again"))
@click.option("--really/--dry-run", default=False, help=_t("help-really"))
@common
def send_command(start: Path | None, settings: Settings, *, really: bool, **asked: object) -> int:
    """Send what is drafted."""
    from tuyentruyen_cli.cli.send import run_send  # noqa: PLC0415

    return run_send(start or Path.cwd(), settings, really=really, **asked)


COMMANDS = (collect_command, send_command)
