"""The commands about mail: collect."""

from pathlib import Path

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
@click.option("--move", is_flag=True, help=_t("help-move"))
@common
def collect_command(
    sources: tuple[Path, ...], campaign: Path | None, week: str | None, settings: Settings, *, move: bool
) -> int:
    """Take reports from mail."""
    from tuyentruyen_cli.cli.collect import run_collect  # noqa: PLC0415

    return run_collect(sources, campaign or Path.cwd(), week, settings, move=move)


COMMANDS = (collect_command,)
