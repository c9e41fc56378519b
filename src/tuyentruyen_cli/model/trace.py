"""A figure opened down to the cells that it is made of."""

import datetime as dt

from msgspec import Struct

from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.figure import Known
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.model.value import ValueState


class TracedValue(Struct, frozen=True, array_like=True, gc=False):
    """One cell: as typed, as read, and whether it is in the figure (``counts``).

    ``version`` is the number of its file among those that the unit sent (None: it is the only one, or no file at all);
    ``original`` the kept copy of the file, from the campaign's folder, or empty.
    """

    unit: str
    location: Location
    sha256: str
    typed: str
    value: int | None
    state: ValueState
    counts: bool
    dimensions: tuple[tuple[str, str], ...]
    version: int | None = None
    original: str = ""
    rule: str = ""
    decisions: tuple[Decision, ...] = ()

    def category(self, dimension: str) -> str | None:
        """The category of one dimension, or None."""
        return next((category for name, category in self.dimensions if name == dimension), None)


class Outside(Struct, frozen=True, array_like=True, gc=False):
    """A unit that is not in the figure. ``why`` are the rules that refuse it, or ``missing``, ``not-stated``.

    ``values`` are its cells all the same, ``findings`` what was said of them, ``decisions`` those that keep its files out.
    """

    unit: str
    why: tuple[str, ...]
    known: Known | None = None
    values: tuple[TracedValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Slice(Struct, frozen=True, array_like=True, gc=False):
    """Which figure: of one unit or all (None), of one category of one dimension or all."""

    measure: Measure
    unit: str | None = None
    dimension: str | None = None
    category: str | None = None


class Trace(Struct, frozen=True, array_like=True, gc=False):
    """A figure with everything behind it. ``value`` is None when no unit has one.

    ``units`` are in it, ``outside`` are the expected ones that are not; ``without`` are in the whole figure but have nothing
    in this category. ``names`` are those of all units.
    """

    period: Period
    asked: Slice
    value: int | None
    values: tuple[TracedValue, ...]
    units: tuple[str, ...]
    expected: int | None
    outside: tuple[Outside, ...]
    without: tuple[str, ...]
    names: dict[str, str]
    as_of: dt.datetime

    @property
    def counted(self) -> tuple[TracedValue, ...]:
        """The cells that are in the figure."""
        return tuple(v for v in self.values if v.counts)
