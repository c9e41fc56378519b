"""``tuyentruyen init``: a new campaign to start from, or the sample."""

import json
from pathlib import Path

import click

from tuyentruyen_cli.campaign.starting import write_new, write_sample
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.texts import say


def run_init(folder: Path, settings: Settings, *, sample: bool) -> int:
    """Lay the files down and say what to do next."""
    paths = write_sample(folder) if sample else write_new(folder, settings.now.year)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(p) for p in paths]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo(say("cli.sample-ready" if sample else "cli.campaign-ready", settings.lang, folder=folder))
    return int(ExitCode.DONE)
