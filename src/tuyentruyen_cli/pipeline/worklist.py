"""Reads a filled-in ``can-xu-ly.xlsx``: each complete row becomes a decision, each other one is said and kept."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from tuyentruyen_cli.check.questions import open_questions
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_data
from tuyentruyen_cli.model.decision import Decision, DecisionKind, Subject
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.parsed import Parsed
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Cell, Reading
from tuyentruyen_cli.pipeline.decisions import decide, decisions_of
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.worklist import COLUMNS, FIRST_ROW, KEY_COLUMN, SHEET, Kept, worklist
from tuyentruyen_cli.store.memory import Store
from tuyentruyen_cli.vi.text import fold

NAME = "can-xu-ly.xlsx"


class Answers(Struct, frozen=True):
    """What a work list holds: decisions, and by the key of its question what could not be applied."""

    decisions: tuple[Decision, ...] = ()
    kept: Mapping[str, Kept] = field(default_factory=dict)


class Answered(Struct, frozen=True):
    """The decisions that hold for a week, and what was filled in and could not be applied."""

    held: tuple[Decision, ...] = ()
    kept: Mapping[str, Kept] = field(default_factory=dict)


def list_of(root: Path, period: Period) -> Path:
    """Where the work list of a week lies."""
    return root / "reports" / period.id / NAME


def take_answers(store: Store, root: Path, campaign: Campaign, period: Period, now: dt.datetime) -> Answered:
    """Write down what a person filled in since the last run, and return all that holds."""
    answers = read_answers(list_of(root, period), campaign, now)
    decide(store, answers.decisions)
    return Answered(decisions_of(store, period.id), answers.kept)


def not_applied(answered: Answered, campaign: Campaign) -> Iterator[Finding]:
    """Says which rows were filled in to no effect. Their place is told in words: the list is written anew, and rows move."""
    for key, row in answered.kept.items():
        about = ", ".join(_about(key, campaign)) or NAME
        arguments = (("reason", row.refused), ("about", about), ("typed", row.value))
        yield Finding("answer-not-applied", RULES["answer-not-applied"], Location(NAME, SHEET), arguments)


def _about(key: str, campaign: Campaign) -> Iterator[str]:
    """The unit, measure and file of a row, as far as it has them."""
    try:
        subject = from_data(Subject, json.loads(key)[1])
    except (ValueError, TypeError, LookupError):
        return
    registry = campaign.registry
    unit = registry.unit(subject.unit) if registry and subject.unit else None
    if unit:
        yield unit.name
    if subject.measure in {m.id for m in campaign.schema.measures}:
        yield campaign.schema.measure(subject.measure).title
    if subject.file:
        yield subject.file


def write_worklist(store: Store, root: Path, report: Report, answered: Answered) -> None:
    """Write the week's open questions anew. What could not be applied stands in its row again."""
    questions = open_questions(report)
    folder = root / "reports" / report.period.id
    if not (questions or answered.held or (folder / NAME).exists()):
        return
    data = worklist(report, questions, answered.held, answered.kept, explainer(report.campaign.schema, "vi"))
    folder.mkdir(parents=True, exist_ok=True)
    store.record_output(folder / NAME, hashlib.sha256(data).hexdigest(), "can-xu-ly")
    write_atomic(folder / NAME, data)


class _Row(Struct, frozen=True):
    key: str
    value: Cell | None
    reason: str
    who: str

    @property
    def text(self) -> str:
        return self.value.text.strip() if self.value else ""


def read_answers(path: Path, campaign: Campaign, now: dt.datetime) -> Answers:
    """The answers in a work list; none when there is no list. Raises OperatorError for one that cannot be read.

    It would be written anew, and what a person filled in would be gone.
    """
    if not path.is_file():
        return Answers()
    from tuyentruyen_cli.read.file import read_file  # noqa: PLC0415 - reads workbooks; the first run of a week has no list

    decisions: list[Decision] = []
    kept: dict[str, Kept] = {}
    reading = read_file(path, NAME)
    if not any(s.part == SHEET for s in reading.sheets):
        raise OperatorError("worklist.unreadable", path=path, sheet=SHEET)
    for row in _rows(reading):
        if not (row.text or row.reason or row.who):
            continue
        made = _decision(row, campaign, now)
        if isinstance(made, Decision):
            decisions.append(made)
        else:
            kept[row.key] = Kept(row.text, row.reason, row.who, made)
    return Answers(tuple(decisions), kept)


def _rows(reading: Reading) -> list[_Row]:
    sheet = next((s for s in reading.sheets if s.part == SHEET), None)
    cells = {(c.row, c.column): c for c in sheet.cells} if sheet else {}
    last = max((row for row, _ in cells), default=0)
    value, reason, who = (COLUMNS.index(name) + 1 for name in ("value", "reason", "who"))
    rows = []
    for number in range(FIRST_ROW + 1, last + 1):
        key = cells.get((number, KEY_COLUMN + 1))
        if key is not None and key.text:
            words = [cells[number, c].text.strip() if (number, c) in cells else "" for c in (reason, who)]
            rows.append(_Row(key.text, cells.get((number, value)), *words))
    return rows


def _decision(row: _Row, campaign: Campaign, now: dt.datetime) -> Decision | str:
    """The decision of a row, or why there is none."""
    if not (row.text and row.reason and row.who):
        return "incomplete"
    try:
        kind_name, about, answers = json.loads(row.key)
        kind, subject = DecisionKind(kind_name), from_data(Subject, about)
    except (ValueError, TypeError):
        return "changed-since"
    answered = _answer(kind, subject, answers, row, campaign)
    if answered is None:
        return "unknown-answer"
    kind, subject, value = answered
    if subject.measure and kind in {DecisionKind.ENTER, DecisionKind.CORRECT} and not value:
        return "refused-value"
    return Decision(kind, subject, value, row.reason, row.who, now)


def _answer(
    kind: DecisionKind, subject: Subject, answers: dict[str, str], row: _Row, campaign: Campaign
) -> tuple[DecisionKind, Subject, str] | None:
    """The decision's kind, subject and value (empty: a number that the measure refuses); None when the answer is not known."""
    if kind is DecisionKind.ASSIGN and not answers:
        unit = _unit(row.text, campaign)
        return (kind, subject, unit) if unit else None
    chosen = next((v for label, v in answers.items() if fold(row.text).startswith(fold(label))), None)
    if kind in {DecisionKind.ENTER, DecisionKind.CORRECT}:
        return kind, subject, _number(subject, row.value, campaign)
    if chosen == "" and kind is DecisionKind.CHOOSE:
        return DecisionKind.COMBINE, subject, ""
    if chosen is not None:
        return kind, subject, chosen
    if subject.measure:
        # A number typed in place of either side of a contradiction is the unit's figure, entered by hand.
        return DecisionKind.ENTER, Subject(subject.period, subject.unit, subject.measure), _number(subject, row.value, campaign)
    return None


def _unit(text: str, campaign: Campaign) -> str:
    units = campaign.registry.units if campaign.registry else ()
    return next((u.id for u in units if fold(text) in {fold(u.name), u.id}), "")


def _number(subject: Subject, cell: Cell | None, campaign: Campaign) -> str:
    """The number of a cell by the grammar of its measure, or empty when that refuses it; bare durations are minutes."""
    if cell is None or subject.measure is None:
        return ""
    from tuyentruyen_cli.extract.values import reader  # noqa: PLC0415 - loads the whole grammar of figures

    measure = campaign.schema.measure(subject.measure)
    result = reader(campaign.schema, measure, f"{measure.title} ({measure.measured_in})", (cell,)).parse(cell)
    return str(result.value) if isinstance(result, Parsed) and not result.approximate else ""
