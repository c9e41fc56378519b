"""Everything that is said of one week; the one thing that all writers are given."""

import datetime as dt
from functools import cached_property

from msgspec import Struct

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Comparison, Cumulated
from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.submission import Submission, Timeliness


class UnitStatus(Struct, frozen=True, array_like=True, gc=False):
    """Whether and when a unit reported. ``name`` is as the registry writes it, or as the files do without one."""

    unit: str
    name: str
    received: bool
    timeliness: Timeliness
    expected: bool = True


class Attendance(Struct, frozen=True, array_like=True, gc=False):
    """Who sent something. ``expected`` is None without a registry; ``missing`` are the units that sent nothing."""

    expected: int | None
    received: int
    on_time: int
    late: int
    unknown: int
    missing: tuple[str, ...]


class Report(Struct, frozen=True, dict=True):
    """One week: figures with coverage, who reported, what was found. ``as_of`` is the moment it was made;
    ``decisions`` are what people decided of it; ``comparison`` is it beside the week before, where that is remembered;
    ``issued`` is the last report that was issued of it, beside the figures here. ``weeks`` are the figures of the remembered
    weeks up to this one, oldest first, where they were asked for.
    """

    campaign: Campaign
    period: Period
    units: tuple[UnitStatus, ...]
    attendance: Attendance
    figures: tuple[Figure, ...]
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    as_of: dt.datetime
    decisions: tuple[Decision, ...] = ()
    comparison: Comparison | None = None
    issued: Beside | None = None
    weeks: tuple[Cumulated, ...] = ()

    def figure(
        self, measure: str, unit: str | None = None, dimension: str | None = None, category: str | None = None
    ) -> Figure | None:
        """The one figure with these keys, or None."""
        wanted = (measure, unit, dimension, category)
        return next((f for f in self.figures if (f.measure, f.unit, f.dimension, f.category) == wanted), None)

    def select(self, unit: str | None = None, dimension: str | None = None) -> tuple[Figure, ...]:
        """The figures of one unit (None: all units together) and one dimension (None: not split)."""
        return tuple(f for f in self.figures if f.unit == unit and f.dimension == dimension)

    def unit_name(self, unit: str) -> str:
        """The name of a unit as reports write it."""
        return self._names.get(unit, unit)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {u.unit: u.name for u in reversed(self.units)}
