"""The command line: one entry point for all commands."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click

from tuyentruyen_cli import __version__
from tuyentruyen_cli.cli.document_commands import COMMANDS as DOCUMENTS
from tuyentruyen_cli.cli.form_command import form_command
from tuyentruyen_cli.cli.history_commands import COMMANDS as HISTORY
from tuyentruyen_cli.cli.language import language, speak
from tuyentruyen_cli.cli.listing import Listing
from tuyentruyen_cli.cli.mail_commands import COMMANDS as MAIL
from tuyentruyen_cli.cli.memory_commands import COMMANDS as MEMORY
from tuyentruyen_cli.cli.options import common, decision_options, json_option, listing_options, now_option, week_option
from tuyentruyen_cli.cli.remind_command import remind_command
from tuyentruyen_cli.cli.run import Settings, run
from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.texts import say

LANG = language(sys.argv)
speak(LANG)


def _t(message: str) -> str:
    return say(f"cli.{message}", LANG)


OPTIONS = _t("options-metavar")


@click.group(
    help=_t("help"),
    epilog=_t("help-exit-codes"),
    options_metavar=OPTIONS,
    subcommand_metavar=_t("command-metavar"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__, "-V", "--version", prog_name="tuyentruyen", help=_t("help-version"), message="%(prog)s %(version)s"
)
@click.option("--lang", type=click.Choice(["vi", "en"]), default=LANG, help=_t("help-lang"), expose_value=False)
def cli() -> None:
    """Hold the commands; options before a command are read by ``language``."""


@cli.command("validate", help=_t("help-validate"), short_help=_t("short-validate"), options_metavar=OPTIONS)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@week_option(_t("help-week"))
@listing_options
@common
def validate_command(files: tuple[Path, ...], week: str | None, listing: Listing, settings: Settings) -> int:
    """Check files one by one."""
    from tuyentruyen_cli.cli.validate import run_validate  # noqa: PLC0415

    return run_validate(files, week, listing, settings)


@cli.command("aggregate", help=_t("help-aggregate"), short_help=_t("short-aggregate"), options_metavar=OPTIONS)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@week_option(_t("help-week"))
@click.option("--fail-on", metavar="error,missing,late", default="", help=_t("help-fail-on"))
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), default=None, help=_t("help-jobs"))
@listing_options
@common
def aggregate_command(
    folder: Path, week: str | None, fail_on: str, jobs: int | None, listing: Listing, settings: Settings
) -> int:
    """Read, check and total a week."""
    from tuyentruyen_cli.cli.aggregate import run_aggregate  # noqa: PLC0415

    return run_aggregate(folder, week, fail_on, jobs, listing, settings)


@cli.command("render", help=_t("help-render"), short_help=_t("short-render"), options_metavar=OPTIONS)
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--kind", metavar="bao-cao-tuan", help=_t("help-render-kind"))
@click.option("--to", "formats", metavar="docx,pdf,…", default="", help=_t("help-to"))
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help=_t("help-render-output"))
@click.option("--force", is_flag=True, help=_t("help-force"))
@click.option("--replace", is_flag=True, help=say("history.help-replace", LANG))
@week_option(_t("help-render-week"))
@click.option("--month", metavar="2021-02", help=_t("help-render-month"))
@click.option("--bundle", type=click.Choice(["folder", "zip"]), help=say("request.help-bundle", LANG))
@common
def render_command(folder: Path | None, formats: str, settings: Settings, **asked: Any) -> int:
    """Write documents of what is remembered."""
    from tuyentruyen_cli.cli.render import run_render  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.documents import Order  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.kinds import Bundle  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.sources import MONTHLY, WEEKLY  # noqa: PLC0415

    named = tuple(dict.fromkeys(f.strip().casefold() for f in formats.split(",") if f.strip()))
    asked["kind"] = asked["kind"] or (MONTHLY if asked["month"] else WEEKLY)
    asked["bundle"] = Bundle(asked["bundle"]) if asked["bundle"] else None
    return run_render(Order(folder or Path.cwd(), settings.now, named, lang=settings.lang, **asked), settings)


@cli.command("inspect", help=_t("help-inspect"), short_help=_t("short-inspect"), options_metavar=OPTIONS)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@week_option(_t("help-week"))
@common
def inspect_command(file: Path, week: str | None, settings: Settings) -> int:
    """Show how a file was understood."""
    from tuyentruyen_cli.cli.inspect import run_inspect  # noqa: PLC0415

    return run_inspect(file, week, settings)


@cli.command("rules", help=_t("help-rules"), short_help=_t("short-rules"), options_metavar=OPTIONS)
@click.argument("rule", metavar=_t("rule-metavar"), required=False)
@common
def rules_command(rule: str | None, settings: Settings) -> int:
    """List the rules, or explain one."""
    from tuyentruyen_cli.cli.rules import run_rules  # noqa: PLC0415

    return run_rules(rule, settings)


@cli.command("decide", help=_t("help-decide"), short_help=_t("short-decide"), options_metavar=OPTIONS)
@click.argument("kind", type=click.Choice([k.value for k in DecisionKind] + ["list"]))
@week_option(_t("help-decide-week"))
@decision_options
@common
def decide_command(kind: str, settings: Settings, **given: str | None) -> int:
    """Write a decision down."""
    from tuyentruyen_cli.cli.decide import run_decide  # noqa: PLC0415

    return run_decide(kind, given, settings)


@cli.command(
    "return", help=say("replies.help-return", LANG), short_help=say("replies.short-return", LANG), options_metavar=OPTIONS
)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@week_option(say("replies.help-return-week", LANG))
@click.option(
    "--days",
    metavar="N",
    type=click.IntRange(0, 60),
    default=1,
    show_default=True,
    help=say("replies.help-return-days", LANG),
)
@click.option("--force", is_flag=True, help=_t("help-force"))
@common
def return_command(folder: Path, week: str | None, days: int, settings: Settings, *, force: bool) -> int:
    """Write what goes back to the senders."""
    from tuyentruyen_cli.cli.returns import run_return  # noqa: PLC0415

    return run_return(folder, week, days, settings, force=force)


@cli.command("init", help=_t("help-init"), short_help=_t("short-init"), options_metavar=OPTIONS)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help=_t("help-sample"))
@json_option
@now_option
def init_command(folder: Path, now: dt.datetime, *, sample: bool, as_json: bool) -> int:
    """Start a campaign."""
    from tuyentruyen_cli.cli.init import run_init  # noqa: PLC0415

    return run_init(folder, Settings(LANG, now, as_json=as_json), sample=sample)


for later_command in (form_command, remind_command, *HISTORY, *MEMORY, *MAIL, *DOCUMENTS):
    cli.add_command(later_command)


def main() -> None:
    """Run the program and end the process with its exit code."""
    sys.exit(run(cli, LANG))


if __name__ == "__main__":
    main()
