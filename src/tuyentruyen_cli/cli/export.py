"""``tuyentruyen export``: what is remembered, as files for other programs."""

import json

import click

from tuyentruyen_cli.cli.rebuilt import make_again
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.pipeline.exporting import Order, export


def run_export(order: Order, settings: Settings) -> int:
    """Write the files and name them."""
    make_again(order.start, settings)
    paths = export(order)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(p) for p in paths]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for path in paths:
            click.echo(path)
    return int(ExitCode.DONE)
