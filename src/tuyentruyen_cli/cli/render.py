"""``tuyentruyen render``: the documents of what is remembered."""

import json
import sys

import click

from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.pipeline.documents import STANDARD_OUTPUT, Order, render, rendered
from tuyentruyen_cli.pipeline.formats import BINARY
from tuyentruyen_cli.pipeline.kinds import kind_of
from tuyentruyen_cli.texts import say

OFFICIAL = frozenset({"docx", "pdf"})


def run_render(order: Order, settings: Settings) -> int:
    """Write the documents and name them."""
    if order.output == STANDARD_OUTPUT:
        return _to_standard_output(order, as_json=settings.as_json)
    paths = remembering(lambda: render(order), order.start, settings)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(p) for p in paths]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for path in paths:
            click.echo(path)
        kind = kind_of(order.kind)
        if kind.official and OFFICIAL & set(kind.checked(order.formats)):
            click.echo(say("cli.rendered", settings.lang), err=True)
    return int(ExitCode.DONE)


def _to_standard_output(order: Order, *, as_json: bool) -> int:
    """The document itself on standard output, byte for byte. Raises OperatorError where that would help nobody."""
    formats = kind_of(order.kind).checked(order.formats)
    if as_json and formats != ("json",):
        raise OperatorError("cli.json-and-document")
    if BINARY & set(formats) and sys.stdout.isatty():
        raise OperatorError("cli.not-for-a-screen", format=formats[0])
    sys.stdout.buffer.write(rendered(order))
    return int(ExitCode.DONE)
