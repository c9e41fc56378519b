"""The report of a week: who sent what when, and every figure with its coverage."""

import datetime as dt
from collections.abc import Mapping, Sequence

from tuyentruyen_cli.aggregate.totals import split, totals
from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Attendance, Report, UnitStatus
from tuyentruyen_cli.model.submission import Submission, Timeliness


def build_report(
    campaign: Campaign,
    period: Period,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    received: Mapping[str, Timeliness],
    as_of: dt.datetime,
) -> Report:
    """The report of a week. ``received`` maps each unit that sent something to whether it came in time."""
    units = _units(campaign, period, submissions, received)
    expected = [u.unit for u in units if u.expected] if campaign.registry is not None else None
    figures = list(unit_figures([u.unit for u in units], submissions, campaign.schema, period.id))
    overall = totals(figures, expected, campaign.schema, period.id)
    by_category = split(figures, submissions, overall, campaign.schema, period.id)
    return Report(
        campaign,
        period,
        units,
        _attendance(units, expected),
        (*figures, *overall, *by_category),
        tuple(submissions),
        tuple(findings),
        as_of,
    )


def _units(
    campaign: Campaign, period: Period, submissions: Sequence[Submission], received: Mapping[str, Timeliness]
) -> tuple[UnitStatus, ...]:
    """Every expected unit in the registry's order, then every other one that was found."""
    registry = campaign.registry.on(period.end) if campaign.registry is not None else None
    known = {u.id: u.name for u in registry.units} if registry else {}
    found = dict.fromkeys([*(s.unit for s in submissions if s.unit), *received])
    return tuple(
        UnitStatus(unit, known.get(unit, unit), unit in received, received.get(unit, Timeliness.UNKNOWN), unit in known)
        for unit in dict.fromkeys([*known, *found])
    )


def _attendance(units: Sequence[UnitStatus], expected: Sequence[str] | None) -> Attendance:
    counted = [u for u in units if u.expected] if expected is not None else list(units)
    arrived = [u for u in counted if u.received]
    return Attendance(
        len(expected) if expected is not None else None,
        len(arrived),
        sum(u.timeliness is Timeliness.ON_TIME for u in arrived),
        sum(u.timeliness is Timeliness.LATE for u in arrived),
        sum(u.timeliness is Timeliness.UNKNOWN for u in arrived),
        tuple(u.unit for u in counted if not u.received),
    )
