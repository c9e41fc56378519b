"""Several remembered weeks put together for the report of a month or of a whole campaign."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Comparison, Cumulated, WeekFigures
from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.model.outlook import Outlook
from tuyentruyen_cli.model.report import UnitStatus
from tuyentruyen_cli.model.schema import Aggregation, Measure
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.pipeline.comparing import Question, outlook_of, used_files
from tuyentruyen_cli.pipeline.issued import single, week_figures
from tuyentruyen_cli.pipeline.remembered import Remembered
from tuyentruyen_cli.store.memory import Store

CHANNEL = "channel"
APPROXIMATE = "approximate"


def course_of(store: Store, campaign: Campaign, question: Question) -> Course:
    """The weeks that are asked for (a month, or all to date), by their current figures.

    Raises OperatorError for what is no month, NothingReadable when nothing of it is remembered.
    """
    outlook = outlook_of(store, campaign, question)
    ids = outlook.main.span.weeks
    figures = week_figures(store, ids, campaign)
    remembered = [_remembered(store, week) for week in ids]
    units = _units(store, ids)
    return Course(
        campaign=campaign,
        main=outlook.main,
        weeks=tuple(CourseWeek(campaign.calendar.by_id(w), single(figures[w], campaign), units[w]) for w in ids),
        measures=outlook.measures,
        units=_in_order(outlook.names, units.values()),
        channels=_channels([figures[w] for w in ids], outlook.measures, outlook.main),
        comparison=_comparison(store, outlook),
        issued=outlook.issued,
        approximate=frozenset(v.measure for v in store.values(ids) if APPROXIMATE in v.marks.split()),
        submissions=tuple(s for week in remembered for s in week.submissions),
        as_of=max(week.as_of for week in remembered),
    )


def _comparison(store: Store, outlook: Outlook) -> Comparison | None:
    """The stretch beside the one before, with the files of that one."""
    found = next(iter(outlook.comparisons), None)
    return found and replace(found, files=used_files(store, found.other.weeks))


def _remembered(store: Store, week: str) -> Remembered:
    payload = store.load_week(week)
    found = Remembered.of(payload) if payload else None
    if found is None:
        raise NothingReadable("cli.week-not-remembered", week=week)
    return found


def _units(store: Store, weeks: Sequence[str]) -> dict[str, tuple[UnitStatus, ...]]:
    found: dict[str, list[UnitStatus]] = {week: [] for week in weeks}
    for week, row in store.units(weeks):
        found[week].append(UnitStatus(row.unit, row.name, row.received, Timeliness(row.timeliness), row.expected))
    return {week: tuple(units) for week, units in found.items()}


def _in_order(names: Mapping[str, str], weeks: Iterable[Sequence[UnitStatus]]) -> dict[str, str]:
    """The units of the weeks, in the order of the registry, others after them."""
    found = {unit.unit: unit.name for units in weeks for unit in units}
    ordered = [unit for unit in names if unit in found] + [unit for unit in found if unit not in names]
    return {unit: names.get(unit, found[unit]) for unit in ordered}


def _channels(weeks: Iterable[WeekFigures], measures: Sequence[Measure], main: Cumulated) -> dict[tuple[str, str], int]:
    """The figures by channel over all weeks, of measures that add up over rows, units and weeks."""
    adding = {
        m.id
        for m in measures
        if {m.aggregation, m.aggregation_in_unit, m.over_periods} == {Aggregation.SUM} and main.side(m.id).value is not None
    }
    found: dict[tuple[str, str], int] = {}
    for week in weeks:
        for (dimension, category, measure), value in week.parts.items():
            if dimension == CHANNEL and measure in adding:
                found[category, measure] = found.get((category, measure), 0) + value
    return found
