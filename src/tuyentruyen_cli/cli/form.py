"""``tuyentruyen form``: the forms that units fill in."""

import json

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.pipeline.forms import Wish, make_forms
from tuyentruyen_cli.texts import say


def run_form(wish: Wish, settings: Settings) -> int:
    """Write the forms and name them."""
    made = make_forms(wish)
    if settings.as_json:
        document = {
            "format": "tuyentruyen/outputs",
            "version": 1,
            "outputs": [str(path) for path in made.paths],
            "form": made.edition,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    for path in made.paths:
        click.echo(path)
    click.echo(say("form.made", settings.lang, count=len(made.paths), edition=made.edition), err=True)
    return int(ExitCode.DONE)
