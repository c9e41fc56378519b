"""Asks what is remembered; where the cache was lost, it is made again first and the person is told."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.texts import say

T = TypeVar("T")
# What is said of a week that the store does not have; the week may only have been lost.
NOT_REMEMBERED = frozenset({"cli.week-not-remembered", "cli.nothing-remembered", "history.nothing-of-stretch"})


def remembering(ask: Callable[[], T], start: Path, settings: Settings) -> T:
    """The answer; after a rebuilding, where it failed for want of a week that was received."""
    try:
        return ask()
    except NothingReadable as error:
        if error.message not in NOT_REMEMBERED or not make_again(start, settings):
            raise
    return ask()


def make_again(start: Path, settings: Settings, but: Path | None = None) -> tuple[str, ...]:
    """The weeks that were lost and are back; ``but`` is a folder that is about to be read anyway."""
    from tuyentruyen_cli.pipeline.rebuilding import Rebuilding, rebuild  # noqa: PLC0415 - seldom needed

    def tell(week: str, folder: Path) -> None:
        click.echo(say("status.rebuilding", settings.lang, week=week, folder=folder), err=True)

    return rebuild(Rebuilding(start, settings.now, settings.lang, tell, but=but))
