"""Figures of some weeks beside those of others, each with who is in them."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from msgspec import Struct, field


class SpanKind(StrEnum):
    """How a stretch of weeks was asked for."""

    WEEK = "week"
    WEEKS = "weeks"
    MONTH = "month"
    MONTH_TO_DATE = "month-to-date"
    TO_DATE = "to-date"


class Span(Struct, frozen=True, array_like=True, gc=False):
    """Weeks taken together. ``id`` is ``2021-W06``, ``2021-W05..2021-W08`` or ``2021-02``; ``start`` and ``end`` are inclusive.

    A week belongs to the month of its deadline before any shift. ``absent`` are weeks of it that are not remembered.
    """

    id: str
    kind: SpanKind
    weeks: tuple[str, ...]
    absent: tuple[str, ...]
    start: dt.date
    end: dt.date


class WeekFigures(Struct, frozen=True, array_like=True, gc=False):
    """The units' figures of one week: by measure and unit, only those that are stated. ``expected`` is None without a registry.

    ``partial`` names by measure the units with a blank beside stated rows. ``parts`` are totals by (dimension, category,
    measure). ``report`` is the issued report that the figures are those of, empty for the current ones.
    """

    week: str
    expected: tuple[str, ...] | None
    values: Mapping[str, Mapping[str, int]]
    partial: Mapping[str, frozenset[str]] = field(default_factory=dict)
    report: str = ""
    parts: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


class Side(Struct, frozen=True, array_like=True, gc=False):
    """One measure over one span.

    ``within`` are the units with a figure; ``full`` those with one in every week in which they were expected; ``gaps`` the
    expected ones that are not, each with the weeks it lacks; ``partial`` those with a blank beside stated rows. ``expected``
    is the number of units expected in any of the weeks, None without a registry; ``by_unit`` each unit's figure.
    """

    value: int | None
    expected: int | None
    within: tuple[str, ...]
    full: tuple[str, ...]
    gaps: tuple[tuple[str, tuple[str, ...]], ...]
    partial: tuple[str, ...]
    by_unit: Mapping[str, int]

    @property
    def covered(self) -> int:
        """How many of the expected units are in it in full; of all units where nobody knows who is expected."""
        return len(self.full) if self.expected is None else self.expected - len(self.gaps)


class Change(Struct, frozen=True, array_like=True, gc=False):
    """A figure now and at another time. A figure that is not there has no difference."""

    current: int | None
    other: int | None

    @property
    def difference(self) -> int | None:
        """What the other must grow by to be the current one."""
        return None if self.current is None or self.other is None else self.current - self.other

    @property
    def percent(self) -> Fraction | None:
        """The difference in hundredths of the other; None where that is nothing that can be divided by."""
        return Fraction(self.difference * 100, self.other) if self.difference is not None and self.other else None


class Alike(Struct, frozen=True, array_like=True, gc=False):
    """The figure over the units that are in both in full, and in neither with blanks."""

    units: tuple[str, ...]
    change: Change


class Compared(Struct, frozen=True, array_like=True, gc=False):
    """One measure in two spans. ``alike`` is None where the same units are in both, whole: the figures are alike already."""

    measure: str
    current: Side
    other: Side
    alike: Alike | None

    @property
    def change(self) -> Change:
        """The two figures as they stand."""
        return Change(self.current.value, self.other.value)


class UsedFile(NamedTuple):
    """A file that a unit's figures of a week were read from."""

    week: str
    unit: str
    file: str
    sha256: str


class Comparison(Struct, frozen=True, array_like=True, gc=False):
    """Two spans, measure by measure in the order of the schema. ``files`` are those that the other span's figures are from."""

    current: Span
    other: Span
    measures: tuple[Compared, ...]
    files: tuple[UsedFile, ...] = ()


class Cumulated(Struct, frozen=True, array_like=True, gc=False):
    """One span, measure by measure in the order of the schema. ``reports``: the weeks whose issued figures are used, each with
    the name of the report.
    """

    span: Span
    sides: tuple[tuple[str, Side], ...]
    reports: tuple[tuple[str, str], ...] = ()

    def side(self, measure: str) -> Side:
        """The figure of a measure. Raises KeyError."""
        return dict(self.sides)[measure]
