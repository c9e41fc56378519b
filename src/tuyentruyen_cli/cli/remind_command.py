"""The command that drafts reminders: ``tuyentruyen remind``."""

from pathlib import Path

import click

from tuyentruyen_cli.cli.options import LANG, common, week_option
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say


def _t(message: str) -> str:
    return say(f"remind.{message}", LANG)


@click.command("remind", help=_t("help"), short_help=_t("short"), options_metavar=say("cli.options-metavar", LANG))
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@week_option(_t("help-week"))
@click.option("--unit", "units", metavar="ban-bo", multiple=True, help=_t("help-unit"))
@click.option("--days", metavar="N", type=click.IntRange(0, 60), default=1, show_default=True, help=_t("help-days"))
@click.option("--form", is_flag=True, help=_t("help-form"))
@click.option("--force", is_flag=True, help=say("cli.help-force", LANG))
@common
def remind_command(folder: Path | None, week: str | None, settings: Settings, **asked: object) -> int:
    """Draft the reminders."""
    from tuyentruyen_cli.cli.remind import run_remind  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.reminding import Order  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.status import Question  # noqa: PLC0415

    question = Question(folder or Path.cwd(), settings.now, week, settings.lang)
    return run_remind(Order(question, **asked), settings)  # type: ignore[arg-type]
