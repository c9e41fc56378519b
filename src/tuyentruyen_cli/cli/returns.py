"""``tuyentruyen return``: what goes back to the senders of a week. Nothing is sent."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.returned import Returned, Returns
from tuyentruyen_cli.pipeline.returning import Order, give_back
from tuyentruyen_cli.render.returned.as_json import reason_said, returns_json
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape


def run_return(folder: Path, week: str | None, days: int, settings: Settings, *, force: bool) -> int:
    """Write the files and name them, sender by sender."""
    returns = give_back(Order(folder, settings.now, week, days, force, settings.lang))
    if settings.as_json:
        click.echo(json.dumps(returns_json(returns, settings.lang), ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    for one in returns.returned:
        for line in _lines(one, settings.lang):
            click.echo(line)
    for line in _afterwards(returns, settings.lang):
        click.echo(line, err=True)
    return int(ExitCode.DONE)


def _lines(one: Returned, lang: str) -> Iterator[str]:
    counts = {"replies.returned-errors": one.errors, "replies.returned-warnings": one.warnings}
    what = ", ".join(say(message, lang, count=count) for message, count in counts.items() if count)
    yield say("replies.returned", lang, name=escape(one.name), what=what)
    for file in one.files:
        if file.copy:
            yield say("replies.returned-copy", lang, path=file.copy)
        else:
            yield say("replies.returned-no-copy", lang, file=escape(file.file), reason=escape(reason_said(file, lang)))
    if one.listed:
        yield say("replies.returned-list", lang, path=one.listed)
    yield say("replies.returned-mail", lang, path=one.mail)


def _afterwards(returns: Returns, lang: str) -> Iterator[str]:
    if returns.removed:
        yield say("replies.returned-removed", lang, count=len(returns.removed))
    yield say("replies.returned-texts", lang, path=returns.texts) if returns.texts else say("replies.returned-none", lang)
