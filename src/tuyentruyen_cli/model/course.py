"""How several weeks went, one after the other: what the report of a month or of a whole campaign is made of."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Comparison, Cumulated
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import UnitStatus
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.model.submission import Submission


class CourseWeek(Struct, frozen=True, array_like=True, gc=False):
    """One remembered week: its figures, and who sent what was asked for."""

    period: Period
    figures: Cumulated
    units: tuple[UnitStatus, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The expected units that sent nothing."""
        return tuple(u.unit for u in self.units if u.expected and not u.received)


class Course(Struct, frozen=True, array_like=True, gc=False):
    """Weeks taken together and one by one, oldest first.

    ``main`` has the figures over all of them, ``comparison`` holds it against the stretch before, where that is remembered.
    ``channels`` are by (channel, measure) the figures over all weeks, only of measures that add up. ``issued`` are the issued
    reports of the weeks. ``approximate`` are the measures of which some figure is. ``units`` are those of all weeks by id with
    their names, in the order of the registry. ``submissions`` are those of all weeks, for what units wrote.
    """

    campaign: Campaign
    main: Cumulated
    weeks: tuple[CourseWeek, ...]
    measures: tuple[Measure, ...]
    units: Mapping[str, str]
    channels: Mapping[tuple[str, str], int]
    comparison: Comparison | None
    issued: tuple[Beside, ...]
    approximate: frozenset[str]
    submissions: tuple[Submission, ...]
    as_of: dt.datetime
