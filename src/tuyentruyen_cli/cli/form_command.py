"""The command that makes forms: ``tuyentruyen form``."""

from pathlib import Path

import click

from tuyentruyen_cli.cli.options import LANG, common
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say


def _t(message: str) -> str:
    return say(f"form.{message}", LANG)


@click.command("form", help=_t("help"), short_help=_t("short"), options_metavar=say("cli.options-metavar", LANG))
@click.argument("start", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--week", metavar="6, 5..8, 2021-02", help=_t("help-week"))
@click.option("--per-unit", is_flag=True, help=_t("help-per-unit"))
@click.option("--unit", "units", metavar="ban-bo", multiple=True, help=_t("help-unit"))
@click.option("--topics", "by_topic", is_flag=True, help=_t("help-topics"))
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help=_t("help-output"))
@click.option("--force", is_flag=True, help=say("cli.help-force", LANG))
@common
def form_command(start: Path | None, settings: Settings, **asked: object) -> int:
    """Make the forms."""
    from tuyentruyen_cli.cli.form import run_form  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.forms import Wish  # noqa: PLC0415

    return run_form(Wish(start or Path.cwd(), settings.now, lang=settings.lang, **asked), settings)  # type: ignore[arg-type]
