"""``tuyentruyen decide``: one answer to one open question, on record."""

import datetime as dt
import json
from pathlib import Path

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import Decision, DecisionKind, Subject
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.pipeline.deciding import Asked, list_decisions, make_decision
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.render.elapsed import instant
from tuyentruyen_cli.render.report_json import decision_json
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape
from tuyentruyen_cli.vi.written import format_count, format_duration_words

LIST = "list"


def run_decide(kind: str, given: dict[str, str | None], settings: Settings) -> int:
    """Write a decision down, or list those that hold. It is applied by the next ``aggregate``."""
    here = Path.cwd()
    week = ""
    if kind == LIST:
        week, held = list_decisions(here, settings.now, given.get("week") or "", settings.lang)
    else:
        fields = {name: value or "" for name, value in given.items()}
        held = (make_decision(Asked(DecisionKind(kind), here, settings.now, lang=settings.lang, **fields)),)
    if settings.as_json:
        document = {"format": "tuyentruyen/decisions", "version": 1, "decisions": [decision_json(d) for d in held]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    for decision in held:
        click.echo(_line(decision, required_campaign(here, settings.lang)[1], settings.lang))
    if kind != LIST:
        click.echo(say("cli.decided", settings.lang), err=True)
    elif not held:
        click.echo(say("cli.nothing-decided", settings.lang, week=week), err=True)
    return int(ExitCode.DONE)


def _line(decision: Decision, campaign: Campaign, lang: str) -> str:
    said = escape(decision_said(decision, campaign, lang))
    return f"{decision.id}  {said} ({escape(decision.who)}: {escape(decision.reason)})"


def address(subject: Subject) -> str:
    """The cell that a decision is about, as a spreadsheet shows it; empty where it is about more than a cell."""
    cell = Location(subject.file, subject.part, subject.row, subject.column).cell or ""
    return f"{subject.part}!{cell}" if subject.part and cell else cell


def decision_said(decision: Decision, campaign: Campaign, lang: str) -> str:
    """What was decided, of what, with which value: ``Sửa ô: Xã Bản Hon, Số lượt phát sóng, bc.xlsx Sheet1!E12 = 25``.

    What the campaign does not know any more is named by its id.
    """
    s, value = decision.subject, decision.value
    unit = campaign.registry.unit(s.unit) if campaign.registry and s.unit else None
    measure = next((m for m in campaign.schema.measures if m.id == s.measure), None)
    if measure and value.isascii() and value.isdigit():
        show = format_duration_words if measure.kind is MeasureKind.DURATION else format_count
        value = show(int(value))
    elif decision.kind is DecisionKind.EXTEND:
        value = instant(dt.datetime.fromisoformat(value), campaign.calendar.tz, lang)
    where = " ".join(filter(None, (s.file, address(s))))
    names = (unit.name if unit else s.unit, measure.title if measure else s.measure, where, s.rule)
    kind = say(f"worklist.kind-{decision.kind.value}", lang)
    what = ", ".join(filter(None, names))
    return f"{kind}: " + " = ".join(filter(None, (what, value)))
