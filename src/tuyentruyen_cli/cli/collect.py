"""``tuyentruyen collect``: what came by mail, and where it lies now."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.cli.secret import secret_for
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Collected, Delivery, Taken
from tuyentruyen_cli.pipeline.collecting import CollectOrder, collect
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

MOMENT = "%d/%m/%Y %H:%M"


def run_collect(
    sources: tuple[Path, ...],
    start: Path,
    settings: Settings,
    *,
    week: str | None,
    since: dt.datetime | None,
    move: bool,
) -> int:
    """Take what is new, and name it message by message."""
    root, campaign = required_campaign(start, settings.lang)
    server = campaign.mailbox.server if campaign.mailbox else None
    secret = secret_for("TUYENTRUYEN_MAILBOX_PASSWORD", root, server, settings.lang)
    progress = _progress(settings)
    first = since.date() if since else None
    order = CollectOrder(root, settings.now, sources, week, first, move, settings.lang, secret, progress=progress)
    collected = collect(order)
    if settings.as_json:
        click.echo(json.dumps(_document(collected), ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    if collected.deliveries and sys.stderr.isatty():
        click.echo(err=True)  # the line that counted ends
    for delivery in collected.deliveries:
        for line in _lines(delivery, campaign, settings.lang):
            click.echo(line)
    for line in _afterwards(collected, campaign, settings.lang):
        click.echo(line, err=True)
    return int(ExitCode.DONE)


def _progress(settings: Settings) -> Callable[[int], None]:
    """A line on standard error that counts messages, only where a person watches."""
    if settings.as_json or not sys.stderr.isatty():
        return lambda _done: None
    return lambda done: click.echo(f"\r{say('mail.progress', settings.lang, done=done)}", nl=False, err=True)


def _lines(delivery: Delivery, campaign: Campaign, lang: str) -> Iterator[str]:
    letter = delivery.letter
    at = letter.received_at
    when = at.astimezone(campaign.calendar.tz).strftime(MOMENT) if at else say("mail.no-time", lang)
    sender = escape(letter.sender) or say("mail.no-sender", lang)
    subject = escape(letter.subject) or say("mail.no-subject", lang)
    yield say("mail.from", lang, when=when, sender=sender, subject=subject)
    names = {u.id: u.name for u in campaign.registry.units} if campaign.registry else {}
    for one in delivery.taken:
        unit = names.get(one.unit or "", one.unit or say("mail.unit-by-file", lang))
        yield say("mail.taken", lang, mark="+" if one.new else "=", file=one.file, unit=unit, week=one.week)
        yield from _remarks(one, lang)
    for left in letter.left:
        name = escape(left.name) or say("mail.left-message", lang)
        yield say("mail.left", lang, name=name, why=say(f"mail.why-{left.why.value}", lang))
    if not delivery.taken and delivery.to_look_at:
        yield say("mail.look", lang)


def _remarks(one: Taken, lang: str) -> Iterator[str]:
    if one.original != Path(one.file).name:
        yield say("mail.taken-name", lang, original=escape(one.original))
    if not one.week_known:
        yield say("mail.taken-unclear", lang)
    if one.forwarded:
        yield say("mail.taken-forwarded", lang)


def _afterwards(collected: Collected, campaign: Campaign, lang: str) -> Iterator[str]:
    for place, reason in collected.faults:
        yield say("mail.source-fault", lang, place=escape(place), reason=reason)
    files = [one for delivery in collected.deliveries for one in delivery.taken]
    messages = len(collected.deliveries)
    yield say("mail.collected", lang, messages=messages, files=sum(one.new for one in files), known=collected.known)
    if collected.older:
        yield say("mail.collected-older", lang, count=collected.older)
    look = sum(one.to_look_at for one in collected.deliveries)
    if look:
        yield say("mail.collected-look", lang, count=look)
    if collected.moved and campaign.mailbox:
        yield say("mail.collected-moved", lang, count=collected.moved, folder=campaign.mailbox.move_to)
    for folder in sorted({one.file.partition("/")[0] for one in files}):
        yield say("mail.collected-next", lang, folder=folder)


def _document(collected: Collected) -> dict[str, object]:
    return {
        "format": "tuyentruyen/collected",
        "version": 1,
        "messages": [_message(one) for one in collected.deliveries],
        "known": collected.known,
        "older": collected.older,
        "moved": collected.moved,
        "faults": [{"place": place, "reason": reason} for place, reason in collected.faults],
    }


def _message(delivery: Delivery) -> dict[str, object]:
    letter = delivery.letter
    return {
        "place": delivery.place,
        "message_id": letter.message_id,
        "sender": letter.sender,
        "subject": letter.subject,
        "received_at": _iso(letter.received_at),
        "to_look_at": delivery.to_look_at,
        "files": [
            {
                "file": one.file,
                "sha256": one.sha256,
                "original": one.original,
                "week": one.week,
                "week_known": one.week_known,
                "unit": one.unit,
                "forwarded": one.forwarded,
                "new": one.new,
            }
            for one in delivery.taken
        ],
        "left": [{"name": one.name, "why": one.why.value} for one in letter.left],
    }


def _iso(at: dt.datetime | None) -> str | None:
    return at.isoformat() if at else None
