"""Options that commands share."""

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tuyentruyen_cli.campaign.defaults import DEFAULT_ZONE
from tuyentruyen_cli.cli.language import language
from tuyentruyen_cli.cli.listing import FORMATS, Listing
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.texts import say

Command = Callable[..., Any]


def _lang() -> str:
    import sys  # noqa: PLC0415 - read once, when the module is loaded

    return language(sys.argv)


LANG = _lang()


class Instant(click.ParamType):  # type: ignore[type-arg]
    """A moment with its zone; without one, in Vietnamese time, whatever the clock of the machine is set to."""

    name = "instant"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        """Read ISO 8601."""
        if isinstance(value, dt.datetime):
            return value
        try:
            when = dt.datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(say("cli.bad-instant", LANG, value=value), param, ctx)
        if when.tzinfo:
            return when
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - few moments are given without one

        return when.replace(tzinfo=ZoneInfo(DEFAULT_ZONE))


def week_option(text: str) -> Callable[[Command], Command]:
    """``--week``."""
    return click.option("--week", metavar="2021-W05", help=text)


json_option = click.option("--json", "as_json", is_flag=True, help=say("cli.help-json", LANG))
now_option = click.option(
    "--now",
    type=Instant(),
    metavar="2021-02-04T16:00+07:00",
    default=lambda: dt.datetime.now(dt.UTC).astimezone(),
    help=say("cli.help-now", LANG),
)
# Accepted after the command too, where people write it; it was read before.
lang_option = click.option("--lang", type=click.Choice(["vi", "en"]), expose_value=False, help=say("cli.help-lang", LANG))


def common(command: Command) -> Command:
    """``--json``, ``--now`` and ``--lang``, handed to the command as ``settings``."""

    @json_option
    @now_option
    @lang_option
    @functools.wraps(command)
    def with_settings(*args: object, as_json: bool, now: dt.datetime, **rest: object) -> object:
        return command(*args, settings=Settings(LANG, now, as_json=as_json), **rest)

    return with_settings


def listing_options(command: Command) -> Command:
    """``--format`` and ``-o``, handed to the command as ``listing``."""

    @click.option("--format", "form", type=click.Choice(FORMATS), help=say("cli.help-format", LANG))
    @click.option(
        "-o", "--output", metavar="loi.html", type=click.Path(path_type=Path), help=say("cli.help-findings-output", LANG)
    )
    @functools.wraps(command)
    def with_listing(*args: object, form: str | None, output: Path | None, **rest: object) -> object:
        return command(*args, listing=Listing(form, output), **rest)

    return with_listing


def decision_options(command: Command) -> Command:
    """What a decision can be about, its value, why and by whom."""
    for name, metavar in (
        ("who", say("cli.metavar-who", LANG)),
        ("reason", say("cli.metavar-reason", LANG)),
        ("value", "1200"),
        ("rule", "same-as-last-week"),
        ("cell", "Sheet1!F11"),
        ("file", "FILE"),
        ("measure", "listeners"),
        ("unit", "ban-bo"),
    ):
        command = click.option(f"--{name}", metavar=metavar, help=say(f"cli.help-decide-{name}", LANG))(command)
    return command
