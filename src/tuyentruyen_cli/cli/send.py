"""``tuyentruyen send``: what would go to whom, and what went."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.cli.secret import secret_for
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Sending, SendState
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.sending import SendOrder, send
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

MOMENT = "%d/%m/%Y %H:%M"
WENT = frozenset({SendState.SENT, SendState.PARTLY})
NOTHING_WRONG = WENT | {SendState.READY, SendState.SENT_BEFORE}
BY_SERVER = frozenset({SendState.REFUSED, SendState.PARTLY})


def run_send(start: Path, settings: Settings, *, really: bool, **asked: Any) -> int:
    """Show or send drafts. 4 when the server refused an address."""
    root, campaign = required_campaign(start, settings.lang)
    server = campaign.outbox.server if campaign.outbox else None
    secret = secret_for("TUYENTRUYEN_SMTP_PASSWORD", root, server, settings.lang)

    def told(sending: Sending) -> None:
        if not settings.as_json:
            for line in _lines(sending, campaign, settings.lang):
                click.echo(line)

    order = SendOrder(start, settings.now, really=really, lang=settings.lang, secret=secret, told=told, **asked)
    sendings = send(order)
    if settings.as_json:
        click.echo(json.dumps(_document(sendings, really=really), ensure_ascii=False, indent=2))
    else:
        for line in _afterwards(sendings, settings.lang, really=really):
            click.echo(line, err=True)
    return int(ExitCode.OUTSIDE_FAILED if any(s.state in BY_SERVER for s in sendings) else ExitCode.DONE)


def _lines(sending: Sending, campaign: Campaign, lang: str) -> list[str]:
    names = {u.id: u.name for u in campaign.registry.units} if campaign.registry else {}
    zone = campaign.calendar.tz
    refused = "; ".join(escape(f"{address} {reason}".strip()) for address, reason in sending.refused)
    state = say(f"mail.send-{sending.state.value}", lang, at=_moment(sending.at, zone), unit=sending.unit, refused=refused)
    lines = [say("mail.sending-state", lang, state=state, path=escape(sending.path))]
    if sending.to:
        unit = names.get(sending.unit or "", say("mail.sending-no-unit", lang))
        to = escape(", ".join(sending.to))
        lines.insert(0, say("mail.sending", lang, unit=unit, to=to, subject=escape(sending.subject)))
    elif sending.subject:
        lines.insert(0, say("mail.sending-no-address", lang, subject=escape(sending.subject)))
    if sending.earlier:
        lines.append(say("mail.sending-earlier", lang, at=_moment(sending.earlier, zone)))
    return lines


def _moment(at: dt.datetime | None, zone: dt.tzinfo) -> str:
    return at.astimezone(zone).strftime(MOMENT) if at else ""


def _afterwards(sendings: Sequence[Sending], lang: str, *, really: bool) -> list[str]:
    ready = sum(s.state is SendState.READY for s in sendings)
    went = sum(s.state in WENT for s in sendings)
    wrong = sum(s.state not in NOTHING_WRONG for s in sendings)
    said = []
    if really:
        said.append(say("mail.was-sent", lang, count=went))
    else:
        said.append(say("mail.would-send", lang, count=ready) if ready else say("mail.nothing-to-send", lang))
    if wrong:
        said.append(say("mail.not-sent", lang, count=wrong))
    return said


def _document(sendings: Sequence[Sending], *, really: bool) -> dict[str, object]:
    return {
        "format": "tuyentruyen/sendings",
        "version": 1,
        "dry_run": not really,
        "messages": [
            {
                "draft": s.path,
                "unit": s.unit,
                "to": list(s.to),
                "subject": s.subject,
                "state": s.state.value,
                "at": s.at.isoformat() if s.at else None,
                "refused": [{"address": address, "reason": reason} for address, reason in s.refused],
            }
            for s in sendings
        ],
    }
