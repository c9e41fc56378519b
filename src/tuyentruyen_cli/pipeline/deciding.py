"""One decision from the command line: checked against the remembered week, then written down."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.extract.values import reader
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import Decision, DecisionKind, Subject
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import column_number
from tuyentruyen_cli.model.parsed import Parsed
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.decisions import decide, decisions_of
from tuyentruyen_cli.pipeline.named import measure_named, unit_named
from tuyentruyen_cli.pipeline.place import parse_week, required_campaign
from tuyentruyen_cli.pipeline.remembered import Remembered
from tuyentruyen_cli.store.memory import Store, open_store

_CELL = re.compile(r"(?:(?P<part>.+)!)?(?P<column>[A-Z]{1,3})(?P<row>[1-9][0-9]*)")
SIDES = ("rows", "stated")


class Asked(Struct, frozen=True):
    """A decision as it was typed: every field as text, empty when not given."""

    kind: DecisionKind
    start: Path
    now: dt.datetime
    who: str = ""
    reason: str = ""
    week: str = ""
    unit: str = ""
    measure: str = ""
    file: str = ""
    cell: str = ""
    value: str = ""
    rule: str = ""
    lang: str = "vi"


def make_decision(asked: Asked) -> Decision:
    """The decision, written to the log. Raises OperatorError when a part is lacking or names nothing there is."""
    root, campaign = required_campaign(asked.start, asked.lang)
    for name in ("who", "reason", *_NEEDS[asked.kind]):
        if not getattr(asked, name):
            raise OperatorError("cli.decision-lacks", kind=asked.kind.value, option=f"--{name}")
    with open_store(root, asked.now, lang=asked.lang) as store:
        period = _period(store, campaign, asked.week)
        subject, value = _MAKERS[asked.kind](_Week(store, campaign, period), asked)
        decision = Decision(asked.kind, subject, value, asked.reason, asked.who, asked.now)
        decide(store, (decision,))
    return decision


def list_decisions(start: Path, now: dt.datetime, week: str, lang: str) -> tuple[str, tuple[Decision, ...]]:
    """The week's id, and the decisions about it that hold."""
    root, campaign = required_campaign(start, lang)
    with open_store(root, now, lang=lang) as store:
        period = _period(store, campaign, week)
        return period.id, decisions_of(store, period.id)


def _period(store: Store, campaign: Campaign, week: str) -> Period:
    if week:
        return parse_week(week, campaign.calendar)
    weeks = store.weeks()
    if not weeks:
        raise OperatorError("cli.nothing-remembered")
    return campaign.calendar.by_id(weeks[-1])


class _Week:
    """A remembered week, asked for what names in it mean."""

    def __init__(self, store: Store, campaign: Campaign, period: Period) -> None:
        payload = store.load_week(period.id)
        remembered = Remembered.of(payload) if payload else None
        self.submissions = remembered.submissions if remembered else ()
        self.decisions = decisions_of(store, period.id)
        self.campaign, self.id = campaign, period.id

    def unit(self, text: str) -> str:
        return unit_named(self.campaign, text).id

    def measure(self, text: str) -> Measure:
        return measure_named(self.campaign.schema, text)

    def file(self, text: str) -> Submission:
        found = next((s for s in self.submissions if s.file == text and s.sha256), None)
        if found is None:
            raise OperatorError("cli.no-such", what=text, allowed=", ".join(s.file for s in self.submissions if s.sha256))
        return found

    def number(self, measure: Measure, text: str) -> str:
        cell = Cell(1, 1, CellKind.TEXT, text, text)
        heading = f"{measure.title} ({measure.measured_in})"
        result = reader(self.campaign.schema, measure, heading, (cell,)).parse(cell)
        if not isinstance(result, Parsed) or result.approximate:
            duration = measure.kind is MeasureKind.DURATION
            example = "90 phút, 1 giờ 30 phút" if duration else "12, 1.200"
            raise OperatorError("cli.bad-figure", value=text, measure=measure.title, example=example)
        return str(result.value)


def _enter(week: _Week, asked: Asked) -> tuple[Subject, str]:
    measure = week.measure(asked.measure)
    return Subject(week.id, week.unit(asked.unit), measure.id), week.number(measure, asked.value)


def _correct(week: _Week, asked: Asked) -> tuple[Subject, str]:
    file, match = week.file(asked.file), _CELL.fullmatch(asked.cell)
    if match is None:
        raise OperatorError("cli.no-such", what=asked.cell, allowed="Sheet1!F11")
    row, column = int(match["row"]), column_number(match["column"])
    places = [(m, v.source) for r in file.records for m, v in r.values]
    found = next(((m, p) for m, p in places if (p.row, p.column) == (row, column) and match["part"] in {None, p.part}), None)
    if found is None:
        allowed = ", ".join(dict.fromkeys(f"{p.part}!{p.cell}" if p.part else p.cell or "" for _, p in places))
        raise OperatorError("cli.no-such", what=asked.cell, allowed=allowed)
    measure = week.measure(found[0])
    subject = Subject(week.id, file.unit, measure.id, file.sha256, file.file, found[1].part, row, column)
    return subject, week.number(measure, asked.value)


def _choose(week: _Week, asked: Asked) -> tuple[Subject, str]:
    file = week.file(asked.file)
    if not asked.measure:
        return Subject(week.id, week.unit(asked.unit) if asked.unit else file.unit), file.sha256
    if asked.value not in SIDES:
        raise OperatorError("cli.no-such", what=asked.value, allowed=", ".join(SIDES))
    return Subject(week.id, file.unit, week.measure(asked.measure).id, file.sha256, file.file), asked.value


def _assign(week: _Week, asked: Asked) -> tuple[Subject, str]:
    """To a unit (``--unit``), or to this week; a value beside them may only say one of the two again."""
    file = week.file(asked.file)
    named = asked.unit or ("" if asked.value in {"", week.id} else asked.value)
    unit = week.unit(named) if named else ""
    if asked.unit and asked.value and asked.value != week.id and week.unit(asked.value) != unit:
        raise OperatorError("cli.no-such", what=asked.value, allowed=f"{unit}, {week.id}")
    return Subject(week.id, sha256=file.sha256, file=file.file), unit or f"@{week.id}"


def _exclude(week: _Week, asked: Asked) -> tuple[Subject, str]:
    file = week.file(asked.file)
    return Subject(week.id, sha256=file.sha256, file=file.file), ""


def _of_unit(week: _Week, asked: Asked) -> tuple[Subject, str]:
    return Subject(week.id, week.unit(asked.unit)), ""


def _extend(week: _Week, asked: Asked) -> tuple[Subject, str]:
    try:
        due = dt.datetime.fromisoformat(asked.value)
    except ValueError as error:
        raise OperatorError("cli.bad-instant", value=asked.value) from error
    due = due if due.tzinfo else due.replace(tzinfo=week.campaign.calendar.tz)
    return Subject(week.id, week.unit(asked.unit)), due.isoformat()


def _waive(week: _Week, asked: Asked) -> tuple[Subject, str]:
    warnings = [rule for rule, severity in RULES.items() if severity is Severity.WARNING]
    if asked.rule not in warnings:
        raise OperatorError("cli.no-such", what=asked.rule, allowed=", ".join(warnings))
    return Subject(week.id, week.unit(asked.unit) if asked.unit else None, rule=asked.rule), ""


def _undo(week: _Week, asked: Asked) -> tuple[Subject, str]:
    if not week.decisions:
        raise OperatorError("cli.nothing-decided", week=week.id)
    if asked.value not in {d.id for d in week.decisions}:
        raise OperatorError("cli.no-such", what=asked.value, allowed=", ".join(d.id for d in week.decisions))
    return Subject(week.id), asked.value


_MAKERS: dict[DecisionKind, Callable[[_Week, Asked], tuple[Subject, str]]] = {
    DecisionKind.ENTER: _enter,
    DecisionKind.CORRECT: _correct,
    DecisionKind.CHOOSE: _choose,
    DecisionKind.COMBINE: _of_unit,
    DecisionKind.ASSIGN: _assign,
    DecisionKind.EXCLUDE: _exclude,
    DecisionKind.EXCUSE: _of_unit,
    DecisionKind.EXTEND: _extend,
    DecisionKind.WAIVE: _waive,
    DecisionKind.UNDO: _undo,
}
_NEEDS: dict[DecisionKind, tuple[str, ...]] = {
    DecisionKind.ENTER: ("unit", "measure", "value"),
    DecisionKind.CORRECT: ("file", "cell", "value"),
    DecisionKind.CHOOSE: ("file",),
    DecisionKind.COMBINE: ("unit",),
    DecisionKind.ASSIGN: ("file",),
    DecisionKind.EXCLUDE: ("file",),
    DecisionKind.EXCUSE: ("unit",),
    DecisionKind.EXTEND: ("unit", "value"),
    DecisionKind.WAIVE: ("rule",),
    DecisionKind.UNDO: ("value",),
}
