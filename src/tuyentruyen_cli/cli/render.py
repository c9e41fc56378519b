"""``tuyentruyen render``: the documents of a remembered week."""

import json
from pathlib import Path

import click

from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.pipeline.documents import Order, render
from tuyentruyen_cli.texts import say


def run_render(
    folder: Path | None, formats: str, output: Path | None, week: str | None, settings: Settings, *, force: bool, replace: bool
) -> int:
    """Write the documents and name them."""
    named = tuple(dict.fromkeys(f.strip().casefold() for f in formats.split(",") if f.strip()))
    order = Order(folder or Path.cwd(), settings.now, named, week, output, force, replace, settings.lang)
    paths = remembering(lambda: render(order), order.start, settings)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(p) for p in paths]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for path in paths:
            click.echo(path)
        click.echo(say("cli.rendered", settings.lang), err=True)
    return int(ExitCode.DONE)
