"""Weeks beside weeks: what is asked, which of it is remembered, and what it comes to."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.spans import compared, cumulated
from tuyentruyen_cli.aggregate.units import USED
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Comparison, Cumulated, Span, SpanKind, UsedFile, WeekFigures
from tuyentruyen_cli.model.issue import Beside, Issue
from tuyentruyen_cli.model.outlook import Outlook
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.pipeline import spans
from tuyentruyen_cli.pipeline.issued import beside, issued_figures, issues, week_figures
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.store.memory import Store, open_store


class Question(Struct, frozen=True):
    """What is to be compared, as typed: a stretch (else a month, else the campaign to date), and with what.

    ``as_issued`` takes the figures of issued reports where there are any.
    """

    start: Path
    now: dt.datetime
    week: str | None = None
    other: str | None = None
    month: str | None = None
    to_date: bool = False
    as_issued: bool = False
    lang: str = "vi"


def compare(question: Question) -> Outlook:
    """The answer. Raises OperatorError for a stretch that is none, NothingReadable when nothing of it is remembered."""
    if sum(map(bool, (question.month, question.to_date))) > 1 or (question.month and question.week):
        raise OperatorError("history.one-stretch")
    root, campaign = required_campaign(question.start, question.lang)
    with open_store(root, question.now, write=False, lang=question.lang) as store:
        return outlook_of(store, campaign, question)


def outlook_of(store: Store, campaign: Campaign, question: Question) -> Outlook:
    """The same of a store that is open."""
    return _Looking(store, campaign, as_issued=question.as_issued).answer(question)


def in_context(report: Report, store: Store) -> Report:
    """The report of a remembered week with what it is beside: the week before, and what was issued of it."""
    issued = issued_figures(store, report.campaign, report.period)
    return replace(report, comparison=_last_week(report, store), issued=issued)


def _last_week(report: Report, store: Store) -> Comparison | None:
    campaign, measures = report.campaign, report.campaign.schema.measures
    span = spans.week_span(report.period, [report.period.id])
    earlier = spans.before(span, campaign.calendar, store.weeks())
    if not earlier.weeks:
        return None
    figures = week_figures(store, [*earlier.weeks, *span.weeks], campaign)
    if not figures:
        return None
    now, then = (cumulated(s, [figures[w] for w in s.weeks], measures) for s in (span, earlier))
    return replace(compared(now, then, measures), files=used_files(store, earlier.weeks))


def used_files(store: Store, weeks: Iterable[str]) -> tuple[UsedFile, ...]:
    """The files that the units' figures of some remembered weeks are from."""
    found = ((week, row) for week in weeks for row in store.submissions(week))
    return tuple(UsedFile(week, row.unit, row.file, row.sha256) for week, row in found if row.unit and row.outcome in USED)


class _Looking:
    """The weeks of a store, each read once."""

    def __init__(self, store: Store, campaign: Campaign, *, as_issued: bool) -> None:
        self.store, self.campaign, self.as_issued = store, campaign, as_issued
        self.weeks = store.weeks()
        self.last: dict[str, Issue] = {i.period: i for i in issues(store)}

    def answer(self, question: Question) -> Outlook:
        main = self._main(question)
        if not main.weeks:
            raise NothingReadable("history.nothing-of-stretch", stretch=main.id, weeks=", ".join(self.weeks) or "–")
        others = self._others(main, question)
        longer = self._longer(main)
        looked_at = [main, *others, *longer]
        figures = week_figures(self.store, sorted({w for span in looked_at for w in span.weeks}), self.campaign)
        made = self._maker(figures, as_issued=self.as_issued)
        mine = made(main)
        measures = self._measures(figures)
        known = [o for o in others if o.weeks]
        return Outlook(
            main=mine,
            measures=measures,
            comparisons=tuple(compared(mine, made(o), self.campaign.schema.measures) for o in known),
            unknown=tuple(o for o in others if not o.weeks),
            to_date=tuple(made(span) for span in longer),
            issued=tuple(self._issued(looked_at, main, figures)),
            names=self._names(figures),
            as_issued=self.as_issued,
            otherwise=tuple(self._otherwise([main, *longer], figures)),
        )

    def _main(self, question: Question) -> Span:
        calendar = self.campaign.calendar
        if question.month:
            return spans.month_span(*spans.parse_month(question.month, calendar), calendar, self.weeks)
        if question.week and not question.to_date:
            return spans.parse_span(question.week, calendar, self.weeks)
        week = remembered_week(self.weeks, calendar, question.start, question.week)
        return spans.to_date(week, calendar, self.weeks) if question.to_date else spans.week_span(week, self.weeks)

    def _others(self, main: Span, question: Question) -> list[Span]:
        """What it is held against: what was asked for, else what came before, and the same week of the year before."""
        calendar = self.campaign.calendar
        if question.other:
            return [spans.parse_span(question.other, calendar, self.weeks)]
        if main.kind is SpanKind.TO_DATE:
            return []
        earlier = spans.year_before(main, calendar, self.weeks)
        return [spans.before(main, calendar, self.weeks), *([earlier] if earlier else [])]

    def _longer(self, main: Span) -> list[Span]:
        """The month and the campaign up to the end of a week."""
        if main.kind is not SpanKind.WEEK:
            return []
        calendar = self.campaign.calendar
        last = calendar.by_id(main.id)
        month = spans.month_to_date(last, calendar, self.weeks)
        return [month, spans.to_date(last, calendar, self.weeks)]

    def _maker(self, figures: Mapping[str, WeekFigures], *, as_issued: bool) -> Callable[[Span], Cumulated]:
        def made(span: Span) -> Cumulated:
            weeks = [self._chosen(figures[w], as_issued=as_issued) for w in span.weeks]
            return cumulated(span, weeks, self.campaign.schema.measures)

        return made

    def _chosen(self, week: WeekFigures, *, as_issued: bool) -> WeekFigures:
        return self.last[week.week].figures if as_issued and week.week in self.last else week

    def _measures(self, figures: Mapping[str, WeekFigures]) -> tuple[Measure, ...]:
        """The measures that tables show: as in a report, those asked for and what else a unit states."""
        stated = {m for week in figures.values() for m, values in week.values.items() if values}
        return tuple(m for m in self.campaign.schema.measures if m.required or (m.split_of is None and m.id in stated))

    def _names(self, figures: Mapping[str, WeekFigures]) -> dict[str, str]:
        """The units' names: as the registry writes them, and of others as the weeks' files do."""
        registry = self.campaign.registry
        named = {unit.id: unit.name for unit in registry.units} if registry else {}
        found = {unit for week in figures.values() for values in week.values.values() for unit in values}
        if found <= set(named):
            return named
        return {unit.unit: unit.name for _, unit in self.store.units(list(figures))} | named

    def _issued(self, looked_at: Sequence[Span], main: Span, figures: Mapping[str, WeekFigures]) -> Iterable[Beside]:
        """The issued reports of the weeks looked at, beyond ``main`` only where they moved; of a single week with cells."""
        for week in sorted({w for span in looked_at for w in span.weeks if w in self.last}):
            if main.kind is SpanKind.WEEK and week in main.weeks:
                found = issued_figures(self.store, self.campaign, self.campaign.calendar.by_id(week))
                assert found is not None, "it is among those that were issued"
                yield found
            elif week in main.weeks or self._moved(figures[week]):
                yield beside(self.last[week], figures[week], self.campaign)

    def _moved(self, week: WeekFigures) -> bool:
        """Whether a week's figures are others than were reported of it."""
        reported = self.last[week.week].figures if week.week in self.last else week
        return (reported.values, reported.parts) != (week.values, week.parts)

    def _otherwise(self, stretches: Sequence[Span], figures: Mapping[str, WeekFigures]) -> Iterable[Cumulated]:
        """The stretches by the figures that are not used, where that makes a difference."""
        moved = {week for week, found in figures.items() if self._moved(found)}
        for span in (s for s in stretches if moved & set(s.weeks)):
            used = self._maker(figures, as_issued=self.as_issued)(span)
            other = self._maker(figures, as_issued=not self.as_issued)(span)
            if any(a.value != b.value for (_, a), (_, b) in zip(used.sides, other.sides, strict=True)):
                yield other
