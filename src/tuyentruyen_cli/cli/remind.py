"""``tuyentruyen remind``: drafts to the units whose report has not come. Nothing is sent."""

import json
from collections.abc import Iterator

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.reminder import Reminder, Reminders
from tuyentruyen_cli.pipeline.reminding import Order, remind
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape


def run_remind(order: Order, settings: Settings) -> int:
    """Write the drafts and name them, unit by unit."""
    found = remind(order)
    if settings.as_json:
        click.echo(json.dumps(reminders_json(found), ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    for one in found.reminders:
        state = say(f"status.{one.state.value}", settings.lang)
        click.echo(say("remind.drafted", settings.lang, unit=escape(one.name), state=state, mail=one.mail))
        click.echo(f"  {one.text}")
    for line in _afterwards(found, settings.lang):
        click.echo(line, err=True)
    return int(ExitCode.DONE)


def reminders_json(found: Reminders) -> dict[str, object]:
    """The document of ``remind --json``: version 1 of ``tuyentruyen/reminders``."""
    return {
        "format": "tuyentruyen/reminders",
        "version": 1,
        "week": found.period,
        "reminders": [_reminder(one) for one in found.reminders],
        "messages": str(found.texts) if found.texts else None,
        "outputs": [str(path) for path in found.outputs],
        "removed": [str(path) for path in found.removed],
        "unplaced": list(found.unplaced),
        "refused": list(found.refused),
    }


def _reminder(one: Reminder) -> dict[str, object]:
    return {
        "unit": one.unit,
        "name": one.name,
        "state": one.state.value,
        "late": one.late,
        "due": one.due.isoformat(),
        "answer_by": one.by.isoformat(),
        "message": one.text,
        "mail": str(one.mail),
    }


def _afterwards(found: Reminders, lang: str) -> Iterator[str]:
    if found.removed:
        yield say("remind.removed", lang, count=len(found.removed))
    for message, key, names in (("unplaced", "files", found.unplaced), ("refused", "units", found.refused)):
        if names:
            yield say(f"remind.{message}", lang, **{key: ", ".join(map(escape, names))})
    yield say("remind.texts", lang, path=found.texts) if found.texts else say("remind.none", lang, week=found.period)
