"""What a campaign remembers of weeks before one, and what a week looks like beside them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.check.history import same_as_last_week
from tuyentruyen_cli.check.past import Figures, Week, compared_measures, weeks_needed
from tuyentruyen_cli.check.weekly import with_unlikely
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.submission import Outcome, Since, Submission
from tuyentruyen_cli.pipeline.remembered import Remembered, unit_values
from tuyentruyen_cli.store.memory import Store

_WEEKS_OF_A_YEAR = 53
_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})


class History(Struct, frozen=True):
    """The units' figures of the week before, and of the last weeks that are remembered, oldest first, with their last days.

    ``cumulative_before`` as in ``check.past.Week``.
    """

    week_before: dict[str, dict[str, int | None]]
    past: tuple[Figures, ...] = ()
    ends: tuple[dt.date, ...] = ()
    cumulative_before: Mapping[tuple[str, str, Since], int] = field(default_factory=dict)


NO_HISTORY = History({})


def history_of(store: Store, campaign: Campaign, period: Period, *, cumulative: bool = False) -> History:
    """What is remembered of the weeks before this one, as far back as the schema's checks look.

    ``cumulative``: as far as a cumulative figure may, with those of the week before.
    """
    calendar = campaign.calendar
    before = calendar.holding(period.start - dt.timedelta(days=1))
    wanted = max(weeks_needed(campaign.schema), _WEEKS_OF_A_YEAR if cumulative else 0)
    weeks = [w for w in store.weeks() if w < period.id][-wanted:] if wanted else []
    measures = compared_measures(campaign.schema)
    return History(
        unit_values(store.facts(before.id)),
        tuple(_figures(store, week, measures) for week in weeks),
        tuple(calendar.by_id(week).end for week in weeks),
        _cumulative(store, before.id) if cumulative else {},
    )


def _cumulative(store: Store, week: str) -> dict[tuple[str, str, Since], int]:
    payload = store.load_week(week)
    remembered = Remembered.of(payload) if payload else None
    used = (s for s in remembered.submissions if s.unit and s.outcome in _USED) if remembered else ()
    return {(s.unit or "", c.measure, c.since): c.value for s in used for c in s.cumulative}


def _figures(store: Store, week: str, measures: Sequence[str]) -> Figures:
    figures: dict[str, dict[str, int | None]] = {}
    for unit, measure, value in store.unit_values(week, measures):
        figures.setdefault(unit, {})[measure] = value
    return figures


def beside_history(
    submissions: Sequence[Submission], said: Sequence[Finding], history: History, campaign: Campaign, period: Period
) -> list[Finding]:
    """What was said of a week's files, and what there is to say of them beside the weeks before and each other."""
    units = dict.fromkeys(s.unit for s in submissions if s.unit)
    figures: dict[str, dict[str, int | None]] = {}
    if history.past or any(s.cumulative for s in submissions):
        for figure in unit_figures(units, submissions, campaign.schema, period.id):
            figures.setdefault(figure.unit or "", {})[figure.measure] = figure.value
    repeated = same_as_last_week(submissions, history.week_before, campaign.schema)
    week = Week(submissions, figures, history.past, campaign.schema, period.end, history.ends, history.cumulative_before)
    return with_unlikely(week, [*said, *repeated])
