"""The commands about finished documents and their templates: verify, template."""

from pathlib import Path

import click

from tuyentruyen_cli.cli.options import LANG, common
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say

OPTIONS = say("cli.options-metavar", LANG)


def _t(message: str) -> str:
    return say(f"verify.{message}", LANG)


@click.command("verify", help=_t("help"), short_help=_t("short"), options_metavar=OPTIONS)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--week", metavar="2021-W05", help=_t("help-week"))
@click.option("--kind", metavar="bao-cao-tuan", help=_t("help-kind"))
@common
def verify_command(file: Path, week: str | None, kind: str | None, settings: Settings) -> int:
    """Verify a document."""
    from tuyentruyen_cli.cli.verify import run_verify  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.verifying import Asked  # noqa: PLC0415

    return run_verify(Asked(file, settings.now, week, kind, settings.lang), settings)


COMMANDS = (verify_command,)
