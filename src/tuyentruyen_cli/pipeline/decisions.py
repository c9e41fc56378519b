"""Decisions of people: written to the log, read back, and laid over what the files say."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_data, to_data
from tuyentruyen_cli.model.decision import Decision, DecisionKind, in_force
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Extension, Period
from tuyentruyen_cli.model.schema import UNSPLIT, ReportSchema
from tuyentruyen_cli.model.submission import ENTERED, OWN, Outcome, Record, Submission
from tuyentruyen_cli.model.unit import Registry
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.store.memory import Store

EVENT = "decision"
# The file that an entered figure names as its source.
LOG = "store/log.jsonl"


def decisions_of(store: Store, period: str) -> tuple[Decision, ...]:
    """The decisions about a week that hold."""
    every = (from_data(Decision, event["decision"]) for event in store.events(EVENT))
    return tuple(d for d in in_force(every) if d.subject.period == period)


def decide(store: Store, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Write down decisions that do not hold already. Returns those that are new."""
    held = {from_data(Decision, event["decision"]).id for event in store.events(EVENT)}
    new = tuple(d for d in decisions if d.id not in held)
    for decision in new:
        store.log(EVENT, {"decision": to_data(decision)})
    return new


def with_decisions(campaign: Campaign, period: Period, decisions: Sequence[Decision]) -> Campaign:
    """The campaign as it is for one week: later deadlines of units, and without the units that are excused."""
    mine = [d for d in decisions if d.subject.unit]
    extensions = tuple(
        Extension(d.subject.unit or "", period.id, dt.datetime.fromisoformat(d.value), d.reason)
        for d in mine
        if d.kind is DecisionKind.EXTEND
    )
    excused = {d.subject.unit for d in mine if d.kind is DecisionKind.EXCUSE}
    registry = campaign.registry
    if registry is not None and excused:
        registry = Registry(tuple(u for u in registry.units if u.id not in excused))
    calendar = replace(campaign.calendar, extensions=(*campaign.calendar.extensions, *extensions))
    return replace(campaign, calendar=calendar, registry=registry)


def without_excluded(submissions: Iterable[Submission], decisions: Sequence[Decision]) -> list[Submission]:
    """The submissions, with those set aside that a person excluded."""
    excluded = {d.subject.sha256 for d in decisions if d.kind is DecisionKind.EXCLUDE}
    return [replace(s, outcome=Outcome.IGNORED) if s.sha256 and s.sha256 in excluded else s for s in submissions]


def entered(submissions: Iterable[Submission], decisions: Sequence[Decision], schema: ReportSchema) -> list[Submission]:
    """The submissions with what was entered by hand in place of what the files say of the same measures."""
    figures: dict[str, dict[str, Decision]] = {}
    for d in decisions:
        if d.kind is DecisionKind.ENTER and d.subject.unit and d.subject.measure:
            figures.setdefault(d.subject.unit, {})[d.subject.measure] = d
    result = [_without(s, figures.get(s.unit or "", {}), schema) for s in submissions]
    return result + [_made(unit, mine, schema) for unit, mine in sorted(figures.items())]


def _without(submission: Submission, figures: Mapping[str, Decision], schema: ReportSchema) -> Submission:
    if not figures:
        return submission
    settled = {p.id for whole in figures for p in schema.parts_of(whole)}
    gone = set(figures) | {p for whole, d in figures.items() for p in _contradicted(submission, whole, int(d.value), schema)}
    records = tuple(r.having((m, v) for m, v in r.values if m not in gone) for r in submission.records)
    refusals = tuple(
        r for r in submission.refusals if r.measure not in figures and not (r.measure in settled and r.rule == "split-mismatch")
    )
    return replace(submission, records=tuple(r for r in records if r.measures), refusals=refusals)


def _contradicted(submission: Submission, whole: str, entered_value: int, schema: ReportSchema) -> tuple[str, ...]:
    """The parts that a submission states beside a refused whole, unless the number a person entered is their sum."""
    if not any(r.measure == whole and r.rule == "split-mismatch" for r in submission.refusals):
        return ()
    parts = tuple(p.id for p in schema.parts_of(whole))
    total = sum(v.value or 0 for r in submission.records for m, v in r.values if m in parts)
    return () if total == entered_value else parts


def _made(unit: str, figures: dict[str, Decision], schema: ReportSchema) -> Submission:
    """A submission that holds what was entered for a unit, split by nothing."""
    first = next(iter(figures.values()))
    dimensions = (*((d.id, UNSPLIT) for d in schema.dimensions), ("origin", OWN))
    records = tuple(
        Record(place, dimensions, (measure,), (Value(int(d.value), d.reason, place, ValueState.DECIDED),))
        for measure, d in sorted(figures.items())
        for place in (Location(LOG, d.id),)
    )
    return Submission(LOG, "", ENTERED, unit, first.subject.period, records=records)
