"""What was reported of a week, beside what the week comes to now."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tuyentruyen_cli.aggregate.spans import cumulated
from tuyentruyen_cli.aggregate.units import USED
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Change, Cumulated, Span, SpanKind, WeekFigures
from tuyentruyen_cli.model.issue import Beside, CellMoved, Issue, IssuedCell, Moved, PartMoved
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.issue_record import EVENT, of_event
from tuyentruyen_cli.pipeline.remembered import Remembered
from tuyentruyen_cli.render.tables import TITLES
from tuyentruyen_cli.render.trace_words import category_title
from tuyentruyen_cli.store.memory import Store

Figured = dict[str, dict[str, int]]


def issues(store: Store, week: str | None = None) -> tuple[Issue, ...]:
    """The reports that were issued, in the order in which they were; those of one week with the cells behind them."""
    lines = (line for line in store.lines(EVENT) if week in {None, line.data["week"]})
    return tuple(of_event(line.instant, line.data, with_cells=week is not None) for line in lines)


def last_name(store: Store, week: str) -> str:
    """The name of the last report that was issued of a week; empty without any."""
    return next((issue.name for issue in reversed(issues(store, week))), "")


def issued_figures(store: Store, campaign: Campaign, period: Period, until: dt.datetime | None = None) -> Beside | None:
    """The last issued report of a week (up to a moment) beside the week's current figures, cell by cell; None without any."""
    of_week = [i for i in issues(store, period.id) if until is None or i.at <= until]
    if not of_week:
        return None
    current = week_figures(store, [period.id], campaign).get(period.id)
    return beside(of_week[-1], current, campaign, current_cells(store, period.id))


def week_figures(store: Store, weeks: Sequence[str], campaign: Campaign) -> dict[str, WeekFigures]:
    """The current figures of those weeks that are remembered."""
    known = set(store.weeks())
    weeks = [w for w in weeks if w in known]
    expected: dict[str, list[str]] = {week: [] for week in weeks}
    for week, unit in store.units(weeks):
        if unit.expected:
            expected[week].append(unit.unit)
    values: dict[str, Figured] = {week: {} for week in weeks}
    partial: dict[str, dict[str, set[str]]] = {week: {} for week in weeks}
    for week, unit_id, measure, value, marks in store.values(weeks):
        values[week].setdefault(measure, {})[unit_id] = value
        if "partial" in marks:
            partial[week].setdefault(measure, set()).add(unit_id)
    parts: dict[str, dict[tuple[str, str, str], int]] = {week: {} for week in weeks}
    for week, dimension, category, measure, value in store.parts(weeks):
        parts[week][dimension, category, measure] = value
    return {
        w: WeekFigures(
            w,
            tuple(expected[w]) if campaign.registry is not None else None,
            values[w],
            {measure: frozenset(units) for measure, units in partial[w].items()},
            parts=parts[w],
        )
        for w in weeks
    }


def current_cells(store: Store, week: str) -> tuple[IssuedCell, ...]:
    """The cells that a remembered week's figures are made of."""
    payload = store.load_week(week)
    remembered = Remembered.of(payload) if payload else None
    return cells_of(remembered.submissions) if remembered else ()


def cells_of(submissions: Iterable[Submission]) -> tuple[IssuedCell, ...]:
    """What each cell of the submissions in use gives; a cell that gives a measure twice, once with the sum."""
    found: dict[tuple[str, str, str, str, str], int] = {}
    for s in submissions:
        for record in s.records if s.unit and s.outcome in USED else ():
            for measure, value in record.values:
                if value.value is not None:
                    place = value.source
                    key = (s.unit or "", measure, place.file, place.part, place.cell or "")
                    found[key] = found.get(key, 0) + value.value
    return tuple(IssuedCell(*key, value) for key, value in found.items())


def single(week: WeekFigures, campaign: Campaign) -> Cumulated:
    """One week's figures with their totals."""
    period = campaign.calendar.by_id(week.week)
    span = Span(week.week, SpanKind.WEEK, (week.week,), (), period.start, period.end)
    return cumulated(span, [week], campaign.schema.measures)


def beside(issue: Issue, current: WeekFigures | None, campaign: Campaign, cells: Sequence[IssuedCell] | None = None) -> Beside:
    """An issued report beside current figures; cells only where they are given."""
    if current is None:
        return Beside(issue, remembered=False)
    now, then = single(current, campaign), single(issue.figures, campaign)
    issued_totals = dict(issue.totals)
    found = (unit for week in (current, issue.figures) for values in week.values.values() for unit in values)
    units = list(dict.fromkeys([*(current.expected or ()), *(issue.figures.expected or ()), *found]))
    totals, moved, covered = [], [], []
    for measure in campaign.schema.measures:
        side, before = now.side(measure.id), then.side(measure.id)
        totals.append(Moved(measure.id, None, Change(side.value, issued_totals.get(measure.id))))
        covered.append((measure.id, before.covered, side.covered))
        changes = ((u, Change(side.by_unit.get(u), before.by_unit.get(u))) for u in units)
        moved += [Moved(measure.id, unit, change) for unit, change in changes if change.current != change.other]
    order = {unit: n for n, unit in enumerate(units)}
    return Beside(
        issue,
        remembered=True,
        totals=tuple(totals),
        units=tuple(sorted(moved, key=lambda m: order[m.unit or ""])),
        cells=_moved_cells(issue.cells, cells, order) if cells is not None else (),
        parts=tuple(_moved_parts(issue.figures, current, campaign.schema)),
        covered=tuple(covered),
        expected=(_expected(issue.figures), _expected(current)),
    )


def _expected(week: WeekFigures) -> int | None:
    return None if week.expected is None else len(week.expected)


def _moved_parts(issued: WeekFigures, current: WeekFigures, schema: ReportSchema) -> Iterator[PartMoved]:
    """The totals by category that moved, in the order of the schema's measures; one that is all of its dimension says no more
    than the total.
    """
    order = {m.id: n for n, m in enumerate(schema.measures)}
    keys = dict.fromkeys([*issued.parts, *current.parts])
    beside_it = Counter((dimension, measure) for dimension, _, measure in keys)
    for key in sorted(keys, key=lambda k: order.get(k[2], len(order))):
        dimension, category, measure = key
        if beside_it[dimension, measure] == 1:
            continue
        change = Change(current.parts.get(key), issued.parts.get(key))
        if change.current != change.other:
            title = TITLES.get(dimension, {}).get(category) or category_title(schema, dimension, category, "vi")
            yield PartMoved(dimension, category, title, measure, change)


def _moved_cells(
    issued: Iterable[IssuedCell], current: Iterable[IssuedCell], order: Mapping[str, int]
) -> tuple[CellMoved, ...]:
    """The cells that say another number: those at one address of a unit's files side by side, whatever the files' names."""
    before = {(c.unit, c.measure, c.part, c.cell): c for c in issued}
    after = {(c.unit, c.measure, c.part, c.cell): c for c in current}
    moved = (
        CellMoved(key[0], key[1], before.get(key), after.get(key))
        for key in dict.fromkeys([*before, *after])
        if key not in before or key not in after or before[key].value != after[key].value
    )
    return tuple(sorted(moved, key=lambda m: order.get(m.unit, len(order))))
