"""Opens a figure of a remembered week down to its cells."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.aggregate.behind import Behind, UnitBehind, behind, check, total_of
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.schema import UNSPLIT, Measure
from tuyentruyen_cli.model.submission import OWN, Outcome
from tuyentruyen_cli.model.trace import Outside, Slice, Trace, TracedValue
from tuyentruyen_cli.pipeline.decisions import LOG
from tuyentruyen_cli.pipeline.named import ORIGIN, category_named, measure_named, unit_named
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.remembered import Remembered
from tuyentruyen_cli.pipeline.versions import sent_for, versions_of
from tuyentruyen_cli.store.memory import Store, open_store


class Question(Struct, frozen=True):
    """Which figure, as typed. ``category`` is the dimension and its category, if one is asked for."""

    start: Path
    now: dt.datetime
    measure: str
    unit: str | None = None
    category: tuple[str, str] | None = None
    week: str | None = None
    lang: str = "vi"


def trace(question: Question) -> tuple[Campaign, Trace]:
    """The campaign and the figure with all that is behind it.

    Raises OperatorError for what is no measure, unit or category, NothingReadable for a week that is not remembered, and
    DoesNotAddUp where the cells would not come to the figure.
    """
    root, campaign = required_campaign(question.start, question.lang)
    with open_store(root, question.now, write=False, lang=question.lang) as store:
        period = remembered_week(store.weeks(), campaign.calendar, question.start, question.week)
        asked = _slice(question, campaign)
        payload = store.load_week(period.id)
        remembered = Remembered.of(payload) if payload else None
        if remembered is None:
            raise NothingReadable("cli.week-not-remembered", week=period.id)
        return campaign, _Week(store, root, campaign, period, remembered).traced(asked)


def _slice(question: Question, campaign: Campaign) -> Slice:
    measure = measure_named(campaign.schema, question.measure)
    unit = unit_named(campaign, question.unit).id if question.unit else None
    if question.category is None:
        return Slice(measure, unit)
    dimension, named = question.category
    return Slice(measure, unit, dimension, category_named(campaign.schema, dimension, named))


class _Week:
    """A remembered week, with the versions of its files."""

    def __init__(self, store: Store, root: Path, campaign: Campaign, period: Period, remembered: Remembered) -> None:
        self._store, self._root, self._campaign, self._period, self._remembered = store, root, campaign, period, remembered
        self._units = [unit for _, unit in store.units([period.id])]
        received = store.received(period.id)
        self._archives = {r.file: r.sha256 for r in received}
        chains = versions_of(received, sent_for(store, period)[0])
        self._versions = {(u, v.sha256): v.number for u, chain in chains.items() for v in chain if len(chain) > 1}

    def traced(self, asked: Slice) -> Trace:
        """The figure. Every unit's list is checked against what was reported, whichever part is shown."""
        week, measure = self._remembered, asked.measure
        found = behind([u.unit for u in self._units], week.submissions, self._campaign.schema, measure, self._period.id)
        total, within = total_of(found, measure)
        check(found, self._store.figures_of(self._period.id, measure.id), total)
        mine = [u for u in (found if asked.unit else within) if asked.unit in {None, u.figure.unit}]
        figures = [u for u in mine if u.figure.value is not None]
        values = [v for u in figures for v in self._values(u, asked)]
        whole = total if asked.unit is None else (figures[0].figure.value if figures else None)
        expected = [u.unit for u in self._units if u.expected]
        out = [u for u in mine if u.figure.value is None and (asked.unit or u.figure.unit in expected)]
        shown = {v.unit for v in values}
        inside = tuple(u.figure.unit or "" for u in figures)
        return Trace(
            self._period,
            asked,
            whole if asked.category is None else _sum(values),
            tuple(values),
            tuple(u for u in inside if u in shown),
            None if self._campaign.registry is None else len(expected) if asked.unit is None else 1,
            tuple(self._outside(u, asked) for u in out),
            tuple(u for u in inside if u not in shown),
            {u.unit: u.name for u in self._units},
            week.as_of,
        )

    def _outside(self, unit: UnitBehind, asked: Slice) -> Outside:
        figure, measure = unit.figure, asked.measure
        findings = tuple(
            f
            for f in self._remembered.findings
            if f.unit == figure.unit and f.severity is Severity.ERROR and f.measure in {None, measure.id}
        )
        aside = {s.sha256 for s in self._remembered.submissions if s.unit == figure.unit and s.outcome is Outcome.IGNORED}
        excluded = (d for d in self._remembered.decisions if d.kind is DecisionKind.EXCLUDE and d.subject.sha256 in aside)
        return Outside(figure.unit or "", figure.why, figure.known, tuple(self._values(unit, asked)), findings, tuple(excluded))

    def _values(self, unit: UnitBehind, asked: Slice) -> Iterable[TracedValue]:
        for one in unit.values:
            if asked.dimension is None or _category(one, asked.dimension) == asked.category:
                yield self._value(one, asked.measure)

    def _value(self, one: Behind, measure: Measure) -> TracedValue:
        submission, value = one.submission, one.value
        kept = self._original(submission.file, submission.sha256)
        return TracedValue(
            submission.unit or "",
            value.source,
            submission.sha256,
            value.raw,
            value.value,
            value.state,
            one.counts,
            one.record.dimensions,
            self._versions.get((submission.unit or "", submission.sha256)),
            kept.relative_to(self._root).as_posix() if kept else "",
            value.rule,
            tuple(_decisions(one, measure, self._remembered.decisions)),
        )

    def _original(self, file: str, sha256: str) -> Path | None:
        """The kept file: its own, or for a file of an archive that archive."""
        kept = self._store.original(sha256)
        if kept is None and "/" in file:
            above = next((sha for archive, sha in self._archives.items() if file.startswith(f"{archive}/")), "")
            kept = self._store.original(above)
        return kept


def _category(one: Behind, dimension: str) -> str:
    return one.record.category(dimension) or (OWN if dimension == ORIGIN else UNSPLIT)


def _sum(values: Sequence[TracedValue]) -> int | None:
    """What the values of one category come to; None when there is none."""
    counted = [v.value for v in values if v.counts and v.value is not None]
    return sum(counted) if counted else None


_About: Mapping[DecisionKind, Callable[[Decision, Behind, Measure], bool]] = {
    DecisionKind.ENTER: lambda d, one, _: one.value.source.file == LOG and one.value.source.part == d.id,
    DecisionKind.CORRECT: lambda d, one, _: (
        d.subject.sha256 == one.submission.sha256
        and (d.subject.part, d.subject.row, d.subject.column) == _cell(one.value.source)
    ),
    DecisionKind.CHOOSE: lambda d, one, measure: (
        d.subject.unit == one.submission.unit
        if d.subject.measure is None
        else (d.subject.sha256, d.subject.measure) == (one.submission.sha256, measure.id)
    ),
    DecisionKind.COMBINE: lambda d, one, _: d.subject.unit == one.submission.unit,
    DecisionKind.ASSIGN: lambda d, one, _: d.subject.sha256 == one.submission.sha256 != "",
}


def _cell(place: Location) -> tuple[str, int | None, int | None]:
    return place.part, place.row, place.column


def _decisions(one: Behind, measure: Measure, decisions: Iterable[Decision]) -> Iterable[Decision]:
    """The decisions that make this value what it is, or put it where it is."""
    return (d for d in decisions if d.kind in _About and _About[d.kind](d, one, measure))
