"""Says on standard error that a campaign lies on a network share."""

from pathlib import Path

import click

from tuyentruyen_cli.campaign.place import find
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.store.share import on_network_share
from tuyentruyen_cli.texts import say


def warn_of_share(start: Path, settings: Settings) -> None:
    """Warn where another machine holds the campaign that a folder belongs to."""
    root = find(start) or find(Path.cwd())
    if root is not None and on_network_share(root):
        click.echo(say("status.share", settings.lang), err=True)
