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


def _tt(message: str) -> str:
    return say(f"templates.{message}", LANG)


@click.group(
    "template",
    help=_tt("help"),
    short_help=_tt("short"),
    options_metavar=OPTIONS,
    subcommand_metavar=say("cli.command-metavar", LANG),
)
def template_group() -> None:
    """Hold the commands about templates."""


@template_group.command("copy", help=_tt("help-copy"), short_help=_tt("short-copy"), options_metavar=OPTIONS)
@click.argument("kind", metavar=_tt("metavar-kind"), default="bao-cao-tuan")
@click.option("--folder", metavar="FOLDER", type=click.Path(path_type=Path), help=_tt("help-folder"))
@click.option("--force", is_flag=True, help=_tt("help-force"))
@common
def copy_command(kind: str, folder: Path | None, settings: Settings, *, force: bool) -> int:
    """Copy a template."""
    from tuyentruyen_cli.cli.template import run_copy  # noqa: PLC0415

    return run_copy(folder or Path.cwd(), kind, settings, force=force)


@template_group.command("check", help=_tt("help-check"), short_help=_tt("short-check"), options_metavar=OPTIONS)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--kind", metavar="bao-cao-tuan", help=_tt("help-kind"))
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help=_tt("help-output"))
@common
def check_command(file: Path, kind: str | None, output: Path | None, settings: Settings) -> int:
    """Check a template."""
    from tuyentruyen_cli.cli.template import run_check  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.templating import TemplateQuestion  # noqa: PLC0415

    return run_check(TemplateQuestion(file, settings.now, kind, output, settings.lang), settings)


COMMANDS = (verify_command, template_group)
