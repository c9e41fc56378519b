"""What a campaign remembers of weeks before one, and what a week looks like beside them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.check.history import same_as_last_week
from tuyentruyen_cli.check.past import Figures, Week, compared_measures, weeks_needed
from tuyentruyen_cli.check.weekly import with_unlikely
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.remembered import unit_values
from tuyentruyen_cli.store.memory import Store


@dataclass(frozen=True, slots=True)
class History:
    """The units' figures of the week before, and of the last weeks that are remembered, oldest first."""

    week_before: dict[str, dict[str, int | None]]
    past: tuple[Figures, ...] = ()


NO_HISTORY = History({})


def history_of(store: Store, campaign: Campaign, period: Period) -> History:
    """What is remembered of the weeks before this one, as far back as the schema's checks look."""
    before = campaign.calendar.holding(period.start - dt.timedelta(days=1))
    wanted = weeks_needed(campaign.schema)
    weeks = [w for w in store.weeks() if w < period.id][-wanted:] if wanted else []
    measures = compared_measures(campaign.schema)
    return History(unit_values(store.facts(before.id)), tuple(_figures(store, week, measures) for week in weeks))


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
    for figure in unit_figures(units, submissions, campaign.schema, period.id):
        figures.setdefault(figure.unit or "", {})[figure.measure] = figure.value
    repeated = same_as_last_week(submissions, history.week_before, campaign.schema)
    return with_unlikely(Week(submissions, figures, history.past, campaign.schema), [*said, *repeated])
