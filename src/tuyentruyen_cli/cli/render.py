"""``tuyentruyen render``: the documents of a remembered week."""

import json
import sys
from pathlib import Path

import click

from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.pipeline.documents import STANDARD_OUTPUT, Order, render, rendered
from tuyentruyen_cli.pipeline.formats import BINARY
from tuyentruyen_cli.texts import say

OFFICIAL = frozenset({"docx", "pdf"})


def run_render(
    folder: Path | None, formats: str, output: Path | None, week: str | None, settings: Settings, *, force: bool, replace: bool
) -> int:
    """Write the documents and name them."""
    named = tuple(dict.fromkeys(f.strip().casefold() for f in formats.split(",") if f.strip()))
    order = Order(folder or Path.cwd(), settings.now, named, week, output, force, replace, settings.lang)
    if output == STANDARD_OUTPUT:
        return _to_standard_output(order, as_json=settings.as_json)
    paths = remembering(lambda: render(order), order.start, settings)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(p) for p in paths]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for path in paths:
            click.echo(path)
        if OFFICIAL & set(named):
            click.echo(say("cli.rendered", settings.lang), err=True)
    return int(ExitCode.DONE)


def _to_standard_output(order: Order, *, as_json: bool) -> int:
    """The report itself on standard output, byte for byte. Raises OperatorError where that would help nobody."""
    if as_json and order.formats != ("json",):
        raise OperatorError("cli.json-and-document")
    if BINARY & set(order.formats) and sys.stdout.isatty():
        raise OperatorError("cli.not-for-a-screen", format=order.formats[0])
    sys.stdout.buffer.write(rendered(order))
    return int(ExitCode.DONE)
